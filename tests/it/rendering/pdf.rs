//! What a PDF is besides its text: the same bytes every time, tagged, in Swedish, with its JSON.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use serde_json::Value;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};
use statsbidrag::report::Published;

use super::variations::named;
use super::{ALL_IN_ONE, ANNEX, CIRCULAR, FOLLOW_UP, pdf, renderer, samples};

fn dictionaries(dokument: &Document) -> impl Iterator<Item = &Dictionary> {
    dokument.objects.values().filter_map(|object| match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

/// The structure elements of a kind.
fn element<'a>(dokument: &'a Document, kind: &'a [u8]) -> impl Iterator<Item = &'a Dictionary> {
    dictionaries(dokument)
        .filter(move |dict| dict.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind))
}

fn las(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let json = ANNEX.value();
    let forsta = pdf(ANNEX, &json);
    Renderer::stada();
    Renderer::stada();
    assert!(forsta == pdf(ANNEX, &json), "after forgetting");
    let annan = Renderer::new(&Mallar::inbyggda()).expect("the templates are whole");
    let json = Published::from(json);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let igen = annan.pdf(ANNEX.template(), &json, PdfStandard::A3a);
                assert!(forsta == igen.expect("it renders"), "another renderer, several threads");
            });
        }
    });
}

#[test]
fn rendering_inside_a_shared_thread_pool_works() {
    let json = ANNEX.published();
    let sidor = rayon::join(
        || renderer().pdf(ANNEX.template(), json, PdfStandard::A3a),
        || renderer().pdf(ANNEX.template(), json, PdfStandard::A3a),
    );
    assert!(sidor.0.expect("it renders") == sidor.1.expect("it renders"));
}

#[test]
fn the_json_goes_along_byte_for_byte_in_a3_and_not_in_a2() {
    for sample in samples() {
        let name = format!("{}.json", sample.0);
        let bytes = renderer().pdf(sample.template(), sample.published(), PdfStandard::A3a);
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
        assert!(innehall == sample.published().bytes, "{name}");
        let visat = fil.get(b"F").and_then(Object::as_str).expect("a name");
        assert_eq!(String::from_utf8_lossy(visat), name);

        let bytes = renderer().pdf(sample.template(), sample.published(), PdfStandard::A2a);
        let dokument = las(&bytes.expect("it renders"));
        assert!(!dictionaries(&dokument).any(|dict| dict.has(b"AFRelationship")), "{name} in A-2a");
    }
}

#[test]
fn documents_are_in_swedish_with_title_and_headings() {
    for sample in samples() {
        let json = sample.value();
        let dokument = las(&pdf(sample, &json));
        let katalog = dokument.catalog().expect("a catalogue");
        let sprak = katalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert_eq!(sprak, b"sv-SE");
        // A letter with its annexes has a first heading for each.
        let annexes = json.get("bilagor").and_then(Value::as_array).map_or(0, Vec::len);
        assert_eq!(element(&dokument, b"H1").count(), 1 + annexes, "{}", sample.0);
        let source = renderer().typst_kalla(sample.template(), &json).expect("it is filled in");
        let typed = source.lines().filter(|line| line.starts_with("== ")).count();
        let seconds = element(&dokument, b"H2").count();
        assert!(seconds > 0 && seconds >= typed, "{}: {seconds}, not {typed}", sample.0);
    }
}

#[test]
fn tables_have_row_and_column_headers_and_the_diagram_a_text() {
    let dokument = las(&pdf(CIRCULAR, &CIRCULAR.value()));
    let mut scope = BTreeMap::new();
    for rubrik in element(&dokument, b"TH") {
        let text =
            format!("{:?}", rubrik.get(b"A").and_then(|attribut| dokument.dereference(attribut)));
        let kind = if text.contains("/Row") {
            "rad"
        } else if text.contains("/Column") {
            "kolumn"
        } else {
            "inget"
        };
        *scope.entry(kind).or_insert(0) += 1;
    }
    assert_eq!(scope.get("inget"), None, "{scope:?}");
    assert!(scope.get("rad").is_some_and(|count| *count > 6 * 21), "{scope:?}");
    assert!(scope.get("kolumn").is_some_and(|count| *count > 30), "{scope:?}");
    let figurer: Vec<_> = element(&dokument, b"Figure").collect();
    assert_eq!(figurer.len(), 1);
    assert!(figurer.iter().all(|figur| figur.has(b"Alt")));
}

/// Bars, panels and pyramid: each is one figure with its words, whatever shapes it is drawn with.
#[test]
fn every_diagram_is_one_figure_with_a_text() {
    let json = FOLLOW_UP.value();
    let dokument = las(&pdf(FOLLOW_UP, &json));
    let figurer: Vec<_> = element(&dokument, b"Figure").collect();
    assert_eq!(figurer.len(), 5);
    let text = |figur: &Dictionary| {
        let alt = figur.get(b"Alt").expect("a text");
        lopdf::decode_text_string(alt).expect("text")
    };
    let texter: Vec<_> = figurer.into_iter().map(text).collect();
    for place in [
        "/medel/diagram/text",
        "/mal/diagram/text",
        "/lager/pyramid/text",
        "/overenskommelser/0/utfall/andelar_text",
    ] {
        let vantad = json.pointer(place).and_then(Value::as_str).expect("a text");
        assert!(texter.iter().any(|text| text == vantad), "{vantad:?} not in {texter:?}");
    }
}

/// A table too wide for a page is set on one that lies down; the others stand.
#[test]
fn a_table_of_many_columns_lies_down() {
    let liggande = |json: &Value| {
        let dokument = las(&pdf(ANNEX, json));
        let sidor = dokument.get_pages().into_values();
        let sidor = sidor.map(|id| dokument.get_dictionary(id).expect("a page"));
        let matt = sidor.map(|sida| {
            let ruta = sida.get(b"MediaBox").and_then(Object::as_array).expect("a size");
            let tal: Vec<f32> = ruta.iter().map(|tal| tal.as_float().expect("a size")).collect();
            tal[2] > tal[3]
        });
        matt.collect::<Vec<_>>()
    };
    assert_eq!(liggande(&ANNEX.value()), [false, false]);
    assert_eq!(liggande(&named("många kolumner").1), [false, true, false]);
}

/// A bookmark: its text, the page it leads to, and those under it.
#[derive(Debug)]
struct Bokmarke {
    text: String,
    sida: u32,
    under: Vec<Bokmarke>,
}

/// The bookmarks under one, in order.
fn bokmarken(dokument: &Document, over: &Dictionary) -> Vec<Bokmarke> {
    let sidor = dokument.get_pages();
    let one = |dict: &Dictionary, name: &[u8]| {
        let id = dict.get(name).and_then(Object::as_reference).ok()?;
        dokument.get_dictionary(id).ok()
    };
    let (mut alla, mut nasta) = (Vec::new(), one(over, b"First"));
    while let Some(dict) = nasta {
        let text = dict.get(b"Title").and_then(lopdf::decode_text_string).expect("a text");
        let mal = dict.get(b"Dest").and_then(|mal| dokument.dereference(mal)).expect("a goal").1;
        let mal = mal.as_array().expect("a place on a page").first().expect("a page");
        let mal = mal.as_reference().expect("a page");
        let sida = sidor.iter().find(|(_, id)| **id == mal).expect("a page of the document").0;
        alla.push(Bokmarke { text, sida: *sida, under: bokmarken(dokument, dict) });
        nasta = one(dict, b"Next");
    }
    alla
}

#[test]
fn the_letter_with_its_annexes_has_a_bookmark_for_each() {
    let dokument = las(&pdf(ALL_IN_ONE, &ALL_IN_ONE.value()));
    let katalog = dokument.catalog().expect("a catalogue");
    let rot = katalog.get(b"Outlines").and_then(Object::as_reference).expect("bookmarks");
    let marken = bokmarken(&dokument, dokument.get_dictionary(rot).expect("bookmarks"));
    let json = ALL_IN_ONE.value();
    let rubrik = |at: &str| {
        let text = json.pointer(at).and_then(Value::as_str).expect("a heading");
        text.to_owned()
    };
    let vantade: Vec<_> = std::iter::once(rubrik("/brev/rubrik"))
        .chain((0..4).map(|place| rubrik(&format!("/bilagor/{place}/rubrik"))))
        .collect();
    let texter: Vec<_> = marken.iter().map(|marke| marke.text.clone()).collect();
    assert_eq!(texter, vantade);
    assert!(marken.is_sorted_by(|fore, efter| fore.sida < efter.sida), "{marken:?}");
    for marke in &marken[1..] {
        let under: Vec<_> = marke.under.iter().map(|under| under.text.as_str()).collect();
        assert_eq!(under.first(), Some(&"Betalningsdagar"), "{marke:?}");
        assert_eq!(under.last(), Some(&"Återstod"), "{marke:?}");
        assert!(marke.under.iter().all(|under| under.sida >= marke.sida), "{marke:?}");
    }
}
