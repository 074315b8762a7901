//! The mark of what is preliminary follows every printed figure by itself, in prose, tables and diagrams,
//! and is explained where it first stands. Every figure of a document is given a number of its own, and
//! every other one the mark; what is then printed must bear it if and only if it has it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::paths::{Found, Use, Walk, in_schema};
use super::variations::{everything, preliminary, settled};
use super::{ANNEX, CIRCULAR, LETTER, Sample, at, kinds, pdf, renderer, samples, text};

/// What explains the mark under a table, or last on a page.
const NOTE: &str = "* Preliminär uppgift.";

/// The numbers that were given, and whether each is marked.
type Given = BTreeMap<String, bool>;

/// Gives every figure, and what is printed of it beside it, a number that nothing else has.
fn give_numbers(json: &mut Value, given: &mut Given) {
    match json {
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| give_numbers(value, given));
            if fields.contains_key("markt") {
                let marked = given.len().is_multiple_of(2);
                fields.insert("markt".to_owned(), json!(marked));
                fields.insert("text".to_owned(), json!(next_number(given, marked)));
            }
            beside(fields, given);
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| give_numbers(part, given)),
        _ => {}
    }
}

/// The size of a change, and counts in words: marked as their figures are.
fn beside(fields: &mut Map<String, Value>, given: &mut Given) {
    let names: Vec<_> = fields.keys().cloned().collect();
    for name in names {
        let figure = if name == "storlek" { "siffra" } else { name.trim_end_matches("_i_ord") };
        let marked = fields.get(figure).and_then(|figure| figure.get("markt")?.as_bool());
        if let Some(marked) = marked.filter(|_| figure != name) {
            fields.insert(name, json!(next_number(given, marked)));
        }
    }
}

fn next_number(given: &mut Given, marked: bool) -> String {
    let number = (7_000_000 + given.len()).to_string();
    given.insert(number.clone(), marked);
    number
}

/// How many of the numbers stand in a text; each as `begins` and `ends` say if it is marked.
fn tried(name: &str, text: &str, given: &Given, (begins, ends): (&str, &str)) -> usize {
    let mut count = 0;
    for (number, marked) in given {
        for (place, _) in text.match_indices(number.as_str()) {
            let (before, after) = text.split_at(place);
            let after = after.trim_start_matches(number.as_str());
            let has = before.ends_with(begins) && after.trim_start().starts_with(ends);
            assert_eq!(has, *marked, "{name}: {number} in {}", after.get(..40).unwrap_or(after));
            count += 1;
        }
    }
    count
}

#[test]
fn every_figure_on_paper_bears_its_mark() {
    for sample in samples() {
        let (mut json, mut given) = (sample.value(), Given::new());
        give_numbers(&mut json, &mut given);
        let text = text(&pdf(sample, &json)).replace(NOTE, "");
        let count = tried(sample.0, &text, &given, ("", "*"));
        // Of a change, the text or the size.
        assert!(count * 3 > given.len() * 2, "{}: {count} of {}", sample.0, given.len());
    }
}

#[test]
fn every_figure_in_prose_bears_its_mark_in_every_variation() {
    let mut count = 0;
    for (name, sample, mut json) in everything() {
        let mut given = Given::new();
        give_numbers(&mut json, &mut given);
        let source = renderer().typst_source(sample.template(), &json);
        let source = source.unwrap_or_else(|problems| panic!("{name}: {problems}"));
        // A digit that comes first is written by its number.
        let source = source.replace("\\u{37}000", "7000");
        count += tried(name, &source, &given, ("#markt[", "];"));
        assert!(!source.contains("\"#markt"), "{name}: a mark in a string");
    }
    assert!(count > 1_000, "{count} figures");
}

/// Whether a path has this field in it.
fn has(schema: &Value, path: &[String], field: &[&str]) -> bool {
    let field = field.iter().map(|one| (*one).to_owned());
    let path: Vec<_> = path.iter().cloned().chain(field).collect();
    !in_schema(schema, schema, &path).is_empty()
}

/// A figure is printed as a whole, so that its mark goes along; conditions ask for its value, and Typst prints it
/// by what knows the mark. Of a figure's parts a template prints none.
#[test]
fn templates_neither_compare_what_is_printed_nor_print_past_the_mark() {
    let mut count = 0;
    for kind in kinds() {
        let schema = (kind.schema)().to_value();
        for Found { place, path, used } in Walk::through(kind).found {
            let Some((last, above)) = path.split_last() else { continue };
            let figure = has(&schema, above, &["markt"]);
            let change =
                has(&schema, above, &["siffra", "markt"]) && has(&schema, above, &["riktning"]);
            let printed_alone = (last == "text" && figure) || (last == "storlek" && change);
            assert!(!printed_alone, "{place}: {} is printed past its mark", path.join("."));
            if last == "varde" && figure {
                assert_eq!(used, Use::Asks, "{place}: {}", path.join("."));
            }
            let counted = last.strip_suffix("_i_ord");
            if counted.is_some_and(|of| has(&schema, above, &[of, "markt"])) {
                // What a component does with it is found where it does it.
                let may = matches!(used, Use::Prints | Use::Passes);
                assert!(may, "{place}: {} {used:?}", path.join("."));
            }
            let whole =
                has(&schema, &path, &["markt"]) || has(&schema, &path, &["siffra", "markt"]);
            count += usize::from(whole && used == Use::Prints);
        }
    }
    assert!(count > 100, "{count} places print figures");
}

/// The pages on which a text stands, each time it does.
fn pages(sample: Sample, json: &Value, sought: &str) -> Vec<usize> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf(sample, json)).expect("text");
    let smooth =
        |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" *", "*");
    let count = |page: &String| smooth(page).matches(&smooth(sought)).count();
    pages.iter().enumerate().flat_map(|(place, page)| vec![place; count(page)]).collect()
}

#[test]
fn the_mark_is_explained_once_where_it_first_stands() {
    // In prose, on the first page and others; in prose that no table follows; in a table of text.
    for (sample, place) in [
        (CIRCULAR, "/overenskommelse/totalt"),
        (LETTER, "/brev/medel/0/belopp"),
        (ANNEX, "/bilaga/betalningstabell/rader/0/celler/3"),
    ] {
        let mut json = sample.value();
        settled(&mut json);
        assert!(pages(sample, &json, NOTE).is_empty(), "{place}");
        preliminary(at(&mut json, place));
        let number = at(&mut json, place)["text"].as_str().expect("a text").to_owned();
        let marks = pages(sample, &json, &format!("{number}*"));
        let first = marks.first().unwrap_or_else(|| panic!("{place}: {number} is not marked"));
        assert_eq!(pages(sample, &json, NOTE), [*first], "{place}");
    }
    // A table's own note is enough, also for prose that comes later.
    let mut json = ANNEX.value();
    preliminary(at(&mut json, "/bilaga/tabell/rader/21"));
    preliminary(at(&mut json, "/bilaga/betalningstabell"));
    assert_eq!(pages(ANNEX, &json, NOTE).len(), 1);
}
