//! What a PDF is besides its text: the same bytes every time, tagged, in Swedish, with its JSON.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use statsbidrag::render::{Mallar, PdfStandard, Renderer};

use super::{BESKED, BILAGA, CIRKULAR, SEKTORSBIDRAG, pdf, renderer};

fn dictionaries(dokument: &Document) -> impl Iterator<Item = &Dictionary> {
    dokument.objects.values().filter_map(|object| match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

/// The structure elements of a kind.
fn element<'a>(dokument: &'a Document, slag: &'a [u8]) -> impl Iterator<Item = &'a Dictionary> {
    dictionaries(dokument)
        .filter(move |dict| dict.get(b"S").and_then(Object::as_name).is_ok_and(|namn| namn == slag))
}

fn las(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let json = BILAGA.varde();
    let forsta = pdf(BILAGA, &json);
    Renderer::stada();
    Renderer::stada();
    assert!(forsta == pdf(BILAGA, &json), "after forgetting");
    let annan = Renderer::new(&Mallar::inbyggda()).expect("the templates are whole");
    let text = json.to_string();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let igen = annan.pdf(BILAGA.mall, text.as_bytes(), PdfStandard::A3a);
                assert!(forsta == igen.expect("it renders"), "another renderer, several threads");
            });
        }
    });
}

#[test]
fn rendering_inside_a_shared_thread_pool_works() {
    let text = BILAGA.varde().to_string();
    let sidor = rayon::join(
        || renderer().pdf(BILAGA.mall, text.as_bytes(), PdfStandard::A3a),
        || renderer().pdf(BILAGA.mall, text.as_bytes(), PdfStandard::A3a),
    );
    assert!(sidor.0.expect("it renders") == sidor.1.expect("it renders"));
}

#[test]
fn the_json_goes_along_byte_for_byte_in_a3_and_not_in_a2() {
    for (prov, namn) in [(CIRKULAR, "cirkular.json"), (BILAGA, "bilaga-4.json")] {
        let bytes = renderer().pdf(prov.mall, prov.json.as_bytes(), PdfStandard::A3a);
        let dokument = las(&bytes.expect("it renders"));
        let fil = dictionaries(&dokument)
            .find(|dict| dict.has(b"AFRelationship"))
            .expect("an attached file");
        assert_eq!(fil.get(b"AFRelationship").and_then(Object::as_name).ok(), Some(&b"Data"[..]));
        let (_, strom) = dokument.dereference(fil.get(b"EF").expect("EF")).expect("EF");
        let strom = strom.as_dict().and_then(|ef| ef.get(b"F")).and_then(Object::as_reference);
        let strom = dokument.get_object(strom.expect("a stream")).and_then(Object::as_stream);
        let strom = strom.expect("a stream");
        let innehall = strom.decompressed_content().unwrap_or_else(|_| strom.content.clone());
        assert!(innehall == prov.json.as_bytes(), "{namn}");
        let visat = fil.get(b"F").and_then(Object::as_str).expect("a name");
        assert_eq!(String::from_utf8_lossy(visat), namn);

        let bytes = renderer().pdf(prov.mall, prov.json.as_bytes(), PdfStandard::A2a);
        let dokument = las(&bytes.expect("it renders"));
        assert!(!dictionaries(&dokument).any(|dict| dict.has(b"AFRelationship")), "{namn} in A-2a");
    }
}

#[test]
fn documents_are_in_swedish_with_title_and_headings() {
    for prov in [CIRKULAR, BILAGA, SEKTORSBIDRAG, BESKED] {
        let dokument = las(&pdf(prov, &prov.varde()));
        let katalog = dokument.catalog().expect("a catalogue");
        let sprak = katalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert_eq!(sprak, b"sv-SE");
        assert_eq!(element(&dokument, b"H1").count(), 1);
        assert!(element(&dokument, b"H2").count() >= 3);
    }
}

#[test]
fn tables_have_row_and_column_headers_and_the_diagram_a_text() {
    let dokument = las(&pdf(CIRKULAR, &CIRKULAR.varde()));
    let mut scope = BTreeMap::new();
    for rubrik in element(&dokument, b"TH") {
        let text =
            format!("{:?}", rubrik.get(b"A").and_then(|attribut| dokument.dereference(attribut)));
        let slag = if text.contains("/Row") {
            "rad"
        } else if text.contains("/Column") {
            "kolumn"
        } else {
            "inget"
        };
        *scope.entry(slag).or_insert(0) += 1;
    }
    assert_eq!(scope.get("inget"), None, "{scope:?}");
    assert!(scope.get("rad").is_some_and(|antal| *antal > 6 * 21), "{scope:?}");
    assert!(scope.get("kolumn").is_some_and(|antal| *antal > 30), "{scope:?}");
    let figurer: Vec<_> = element(&dokument, b"Figure").collect();
    assert_eq!(figurer.len(), 1);
    assert!(figurer.iter().all(|figur| figur.has(b"Alt")));
}
