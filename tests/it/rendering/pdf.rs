//! What a PDF is besides its text: the same bytes every time, tagged, in Swedish, with its JSON.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use serde_json::Value;
use statsbidrag::render::{PdfStandard, Renderer, Templates};
use statsbidrag::report::Published;

use super::variations::named;
use super::{ALL_IN_ONE, ANNEX, CIRCULAR, FOLLOW_UP, pdf, renderer, samples};

fn dictionaries(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

/// The structure elements of a kind.
fn element<'a>(document: &'a Document, kind: &'a [u8]) -> impl Iterator<Item = &'a Dictionary> {
    dictionaries(document)
        .filter(move |dict| dict.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind))
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let json = ANNEX.value();
    let first = pdf(ANNEX, &json);
    Renderer::clean_up();
    Renderer::clean_up();
    assert!(first == pdf(ANNEX, &json), "after forgetting");
    let other = Renderer::new(&Templates::builtin()).expect("the templates are whole");
    let json = Published::from(json);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let again = other.pdf(ANNEX.template(), &json, PdfStandard::A3a);
                assert!(first == again.expect("it renders"), "another renderer, several threads");
            });
        }
    });
}

#[test]
fn rendering_inside_a_shared_thread_pool_works() {
    let json = ANNEX.published();
    let pages = rayon::join(
        || renderer().pdf(ANNEX.template(), json, PdfStandard::A3a),
        || renderer().pdf(ANNEX.template(), json, PdfStandard::A3a),
    );
    assert!(pages.0.expect("it renders") == pages.1.expect("it renders"));
}

#[test]
fn the_json_goes_along_byte_for_byte_in_a3_and_not_in_a2() {
    for sample in samples() {
        let name = format!("{}.json", sample.0);
        let bytes = renderer().pdf(sample.template(), sample.published(), PdfStandard::A3a);
        let document = read(&bytes.expect("it renders"));
        let file = dictionaries(&document)
            .find(|dict| dict.has(b"AFRelationship"))
            .expect("an attached file");
        assert_eq!(file.get(b"AFRelationship").and_then(Object::as_name).ok(), Some(&b"Data"[..]));
        let (_, stream) = document.dereference(file.get(b"EF").expect("EF")).expect("EF");
        let stream = stream.as_dict().and_then(|ef| ef.get(b"F")).and_then(Object::as_reference);
        let stream = document.get_object(stream.expect("a stream")).and_then(Object::as_stream);
        let stream = stream.expect("a stream");
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        assert!(content == sample.published().bytes, "{name}");
        let shown_text = file.get(b"F").and_then(Object::as_str).expect("a name");
        assert_eq!(String::from_utf8_lossy(shown_text), name);

        let bytes = renderer().pdf(sample.template(), sample.published(), PdfStandard::A2a);
        let document = read(&bytes.expect("it renders"));
        assert!(!dictionaries(&document).any(|dict| dict.has(b"AFRelationship")), "{name} in A-2a");
    }
}

#[test]
fn documents_are_in_swedish_with_title_and_headings() {
    for sample in samples() {
        let json = sample.value();
        let document = read(&pdf(sample, &json));
        let catalog = document.catalog().expect("a catalogue");
        let language = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert_eq!(language, b"sv-SE");
        // A letter with its annexes has a first heading for each.
        let annexes = json.get("bilagor").and_then(Value::as_array).map_or(0, Vec::len);
        assert_eq!(element(&document, b"H1").count(), 1 + annexes, "{}", sample.0);
        let source = renderer().typst_source(sample.template(), &json).expect("it is filled in");
        let typed = source.lines().filter(|line| line.starts_with("== ")).count();
        let seconds = element(&document, b"H2").count();
        assert!(seconds > 0 && seconds >= typed, "{}: {seconds}, not {typed}", sample.0);
    }
}

#[test]
fn tables_have_row_and_column_headers_and_the_diagram_a_text() {
    let document = read(&pdf(CIRCULAR, &CIRCULAR.value()));
    let mut scope = BTreeMap::new();
    for heading in element(&document, b"TH") {
        let text = format!(
            "{:?}",
            heading.get(b"A").and_then(|attribute| document.dereference(attribute))
        );
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
    let figures: Vec<_> = element(&document, b"Figure").collect();
    assert_eq!(figures.len(), 1);
    assert!(figures.iter().all(|figure| figure.has(b"Alt")));
}

/// Bars, panels and pyramid: each is one figure with its words, whatever shapes it is drawn with.
#[test]
fn every_diagram_is_one_figure_with_a_text() {
    let json = FOLLOW_UP.value();
    let document = read(&pdf(FOLLOW_UP, &json));
    let figures: Vec<_> = element(&document, b"Figure").collect();
    assert_eq!(figures.len(), 5);
    let text = |figure: &Dictionary| {
        let alt = figure.get(b"Alt").expect("a text");
        lopdf::decode_text_string(alt).expect("text")
    };
    let texts: Vec<_> = figures.into_iter().map(text).collect();
    for place in [
        "/medel/diagram/text",
        "/mal/diagram/text",
        "/lager/pyramid/text",
        "/overenskommelser/0/utfall/andelar_text",
    ] {
        let expected = json.pointer(place).and_then(Value::as_str).expect("a text");
        assert!(texts.iter().any(|text| text == expected), "{expected:?} not in {texts:?}");
    }
}

/// A table too wide for a page is set on one that lies down; the others stand.
#[test]
fn a_table_of_many_columns_lies_down() {
    let landscape = |json: &Value| {
        let document = read(&pdf(ANNEX, json));
        let pages = document.get_pages().into_values();
        let pages = pages.map(|id| document.get_dictionary(id).expect("a page"));
        let measured = pages.map(|page| {
            let slot = page.get(b"MediaBox").and_then(Object::as_array).expect("a size");
            let number: Vec<f32> =
                slot.iter().map(|number| number.as_float().expect("a size")).collect();
            number[2] > number[3]
        });
        measured.collect::<Vec<_>>()
    };
    assert_eq!(landscape(&ANNEX.value()), [false, false]);
    assert_eq!(landscape(&named("många kolumner").1), [false, true, false]);
}

/// A bookmark: its text, the page it leads to, and those under it.
#[derive(Debug)]
struct Bookmark {
    text: String,
    page: u32,
    under: Vec<Bookmark>,
}

/// The bookmarks under one, in order.
fn bookmarks(document: &Document, over: &Dictionary) -> Vec<Bookmark> {
    let pages = document.get_pages();
    let one = |dict: &Dictionary, name: &[u8]| {
        let id = dict.get(name).and_then(Object::as_reference).ok()?;
        document.get_dictionary(id).ok()
    };
    let (mut all, mut next) = (Vec::new(), one(over, b"First"));
    while let Some(dict) = next {
        let text = dict.get(b"Title").and_then(lopdf::decode_text_string).expect("a text");
        let target =
            dict.get(b"Dest").and_then(|target| document.dereference(target)).expect("a goal").1;
        let target = target.as_array().expect("a place on a page").first().expect("a page");
        let target = target.as_reference().expect("a page");
        let page = pages.iter().find(|(_, id)| **id == target).expect("a page of the document").0;
        all.push(Bookmark { text, page: *page, under: bookmarks(document, dict) });
        next = one(dict, b"Next");
    }
    all
}

#[test]
fn the_letter_with_its_annexes_has_a_bookmark_for_each() {
    let document = read(&pdf(ALL_IN_ONE, &ALL_IN_ONE.value()));
    let catalog = document.catalog().expect("a catalogue");
    let root = catalog.get(b"Outlines").and_then(Object::as_reference).expect("bookmarks");
    let marks = bookmarks(&document, document.get_dictionary(root).expect("bookmarks"));
    let json = ALL_IN_ONE.value();
    let heading = |at: &str| {
        let text = json.pointer(at).and_then(Value::as_str).expect("a heading");
        text.to_owned()
    };
    let expected: Vec<_> = std::iter::once(heading("/brev/rubrik"))
        .chain((0..4).map(|place| heading(&format!("/bilagor/{place}/rubrik"))))
        .collect();
    let texts: Vec<_> = marks.iter().map(|mark| mark.text.clone()).collect();
    assert_eq!(texts, expected);
    assert!(marks.is_sorted_by(|before, after| before.page < after.page), "{marks:?}");
    // January and February have an annex each.
    let days = ["Betalningsdag", "Betalningsdag", "Betalningsdagar", "Betalningsdagar"];
    for (mark, first) in marks[1..].iter().zip(days) {
        let under: Vec<_> = mark.under.iter().map(|under| under.text.as_str()).collect();
        assert_eq!(under.first(), Some(&first), "{mark:?}");
        assert_eq!(under.last(), Some(&"Återstod"), "{mark:?}");
        assert!(mark.under.iter().all(|under| under.page >= mark.page), "{mark:?}");
    }
}
