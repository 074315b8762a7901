//! Print equals data: every finished document is read back and says what its data say; and whatever is changed in it,
//! at random, is found.

use std::mem;
use std::sync::OnceLock;

use serde_json::{Value, json};
use statsbidrag::problem::{Language, Message};
use statsbidrag::readback::{Counted, Part, Printed, Row, Wanted, held, read};
use statsbidrag::render::running_text;

use crate::random::Random;
use crate::rendering::{CIRCULAR, REGION_LETTER, SECTOR, Sample, at, pdf, renderer, samples};

/// A document as it was read back, its data, and the text its template was filled to.
struct Read {
    sample: Sample,
    data: Value,
    filled: Vec<String>,
    printed: Printed,
}

impl Read {
    fn of(sample: Sample) -> Self {
        let data = sample.value();
        let source = renderer().typst_source(sample.template(), &data).expect("it is filled in");
        let printed = read(&pdf(sample, &data)).expect("it can be read");
        Self { sample, data, filled: running_text(&source), printed }
    }

    fn held(&self, printed: &Printed) -> Result<Counted, Vec<String>> {
        let wanted = Wanted { json: &self.data, text: &self.filled, whole: true };
        let found = held(wanted, printed);
        let text = |message: &Message| message.in_language(Language::Swedish).to_owned();
        found.map_err(|all| all.iter().map(text).collect())
    }
}

fn all() -> &'static [Read] {
    static ALL: OnceLock<Vec<Read>> = OnceLock::new();
    ALL.get_or_init(|| samples().map(Read::of).collect())
}

#[test]
fn every_document_says_what_its_data_say() {
    let mut sum = Counted::default();
    for document in all() {
        let counted = document.held(&document.printed);
        let counted = counted.unwrap_or_else(|all| panic!("{:?}: {all:?}", document.sample));
        sum.cells += counted.cells;
        sum.values += counted.values;
        sum.numbers += counted.numbers;
    }
    assert!(sum.cells > 3_000 && sum.values > 200 && sum.numbers > 1_400, "{sum:?}");
}

/// What a document says that is set from other data than it is held against.
fn set_from(sample: Sample, change: impl FnOnce(&mut Value)) -> Vec<String> {
    let document = Read::of(sample);
    let mut other = sample.value();
    change(&mut other);
    assert_ne!(other, document.data, "{sample:?} is not changed");
    let printed = read(&pdf(sample, &other)).expect("it can be read");
    document.held(&printed).expect_err("another document")
}

#[test]
fn pages_that_are_set_from_other_data_are_found_with_table_row_and_column() {
    let table = "/statsbidrag/tabell5/rader";
    let krona = set_from(CIRCULAR, |json| {
        *at(json, &format!("{table}/9/celler/4/text")) = json!("5\u{a0}100\u{a0}738\u{a0}883");
    });
    assert_eq!(
        krona,
        ["Tabell 5 Sammanställning av statsbidraget, Skåne, Statsbidrag kr: satt är \
             ”5\u{a0}100\u{a0}738\u{a0}883”, uppgiften är ”5\u{a0}100\u{a0}738\u{a0}882”"]
    );
    let rows = |change: fn(&mut Vec<Value>)| {
        set_from(CIRCULAR, |json| change(at(json, table).as_array_mut().expect("rows")))
    };
    let swapped = rows(|rows| rows.swap(3, 4));
    assert!(swapped.iter().any(|text| text.contains("rad 4: satt är ”Jönköping”")), "{swapped:?}");
    let dropped = rows(|rows| drop(rows.remove(5)));
    assert!(dropped[0].contains("21 rader är satta, uppgifterna har 22"), "{dropped:?}");
    let shifted = rows(|rows| {
        for row in rows {
            at(row, "/celler").as_array_mut().expect("cells").swap(1, 2);
        }
    });
    assert!(shifted.len() >= 2 * 21, "{shifted:?}");
    let heading = set_from(CIRCULAR, |json| {
        at(json, "/statsbidrag/tabell5/kolumner").as_array_mut().expect("columns").swap(1, 2);
    });
    assert!(
        heading[0].contains("en cell som hör till Behovsmodell kr/inv står under"),
        "{heading:?}"
    );
    let drawn = set_from(REGION_LETTER, |json| {
        at(json, "/jamforelse/diagram/staplar").as_array_mut().expect("bars").swap(0, 9);
    });
    assert!(drawn[0].contains("Diagram 1"), "{drawn:?}");
    let said = set_from(SECTOR, |json| {
        *at(json, "/fordelning/potter/0/belopp/text") = json!("3\u{a0}000\u{a0}000\u{a0}001");
    });
    assert!(said.iter().any(|text| text.contains("000 001")), "{said:?}");
}

/// A way to change a document; says what it did, if it could.
type Way = fn(&mut Random, &mut [Part]) -> Option<String>;

/// The ways a finished document is changed.
const WAYS: [Way; 6] = [digit, two_rows, row_gone, column_shifted, text_gone, number_more];

#[test]
fn whatever_is_changed_at_random_in_a_finished_document_is_found() {
    let random = &mut Random(2024);
    let mut times = [0; WAYS.len()];
    while times.iter().sum::<usize>() < 1_200 {
        let document = &all()[random.one_of(all().len())];
        let way = random.one_of(WAYS.len());
        let mut changed = document.printed.clone();
        // Of what stands over the title is only tried that it comes from the data.
        let title = document.data["huvud"]["titel"].as_str().expect("a title");
        let is_title = |part: &Part| matches!(part, Part::Text(text) if bare(text) == bare(title));
        let title = changed.parts.iter().position(is_title).expect("it is set");
        let mut parts = changed.parts.split_off(title);
        let Some(what) = WAYS[way](random, &mut parts) else { continue };
        changed.parts.append(&mut parts);
        if changed == document.printed {
            continue;
        }
        times[way] += 1;
        assert!(document.held(&changed).is_err(), "{:?}: {what} passed", document.sample);
    }
    assert!(times.iter().all(|times| *times > 100), "{times:?}");
}

/// A text without what line breaks put in or take away.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect()
}

/// Every text that holds a digit.
fn texts(parts: &mut [Part]) -> Vec<&mut String> {
    let mut all = Vec::new();
    for part in parts {
        match part {
            Part::Text(text) => all.push(text),
            Part::Figure(texts) => all.extend(texts),
            Part::Table(table) => {
                all.push(&mut table.caption);
                for row in &mut table.rows {
                    all.extend(row.heading.as_mut());
                    all.extend(row.cells.iter_mut().map(|cell| &mut cell.text));
                }
            }
        }
    }
    all.retain(|text| text.contains(|c: char| c.is_ascii_digit()));
    all
}

fn has_digit(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.text.contains(|c: char| c.is_ascii_digit()))
}

/// The rows of a table of numbers, in which something can be swapped.
fn rows<'a>(random: &mut Random, parts: &'a mut [Part]) -> Option<&'a mut Vec<Row>> {
    let mut tables: Vec<_> = parts
        .iter_mut()
        .filter_map(|part| match part {
            Part::Table(table) if table.rows.len() > 1 && table.rows.iter().all(has_digit) => {
                Some(&mut table.rows)
            }
            _ => None,
        })
        .collect();
    (!tables.is_empty()).then(|| tables.swap_remove(random.one_of(tables.len())))
}

fn digit(random: &mut Random, parts: &mut [Part]) -> Option<String> {
    let mut texts = texts(parts);
    if texts.is_empty() {
        return None;
    }
    let text = texts.swap_remove(random.one_of(texts.len()));
    let digits: Vec<_> = text.match_indices(|c: char| c.is_ascii_digit()).collect();
    let (place, digit) = digits[random.one_of(digits.len())];
    let other = (digit.parse::<usize>().expect("a digit") + 1 + random.one_of(9)) % 10;
    let what = format!("{text:?} with {other} for {digit} at {place}");
    text.replace_range(place..=place, &other.to_string());
    Some(what)
}

fn two_rows(random: &mut Random, parts: &mut [Part]) -> Option<String> {
    let rows = rows(random, parts)?;
    let (one, other) = (random.one_of(rows.len()), random.one_of(rows.len()));
    let cells: Vec<_> = rows[one].cells.iter().map(|cell| cell.text.clone()).collect();
    let others: Vec<_> = rows[other].cells.iter().map(|cell| cell.text.clone()).collect();
    for (row, texts) in [(one, others), (other, cells)] {
        for (cell, text) in rows[row].cells.iter_mut().zip(texts) {
            cell.text = text;
        }
    }
    Some(format!("the rows {one} and {other} in place of each other: {:?}", rows[one]))
}

fn row_gone(random: &mut Random, parts: &mut [Part]) -> Option<String> {
    let rows = rows(random, parts)?;
    let row = rows.remove(random.one_of(rows.len()));
    Some(format!("without {row:?}"))
}

fn column_shifted(random: &mut Random, parts: &mut [Part]) -> Option<String> {
    let rows = rows(random, parts)?;
    for row in rows.iter_mut() {
        let cells = &mut row.cells;
        for place in (1..cells.len()).rev() {
            let (before, after) = cells.split_at_mut(place);
            mem::swap(&mut before[place - 1].text, &mut after[0].text);
        }
    }
    Some(format!("columns shifted: {:?}", rows.first()))
}

fn text_gone(random: &mut Random, parts: &mut [Part]) -> Option<String> {
    let mut texts = texts(parts);
    if texts.is_empty() {
        return None;
    }
    let text = mem::take(texts.swap_remove(random.one_of(texts.len())));
    Some(format!("without {text:?}"))
}

fn number_more(random: &mut Random, parts: &mut [Part]) -> Option<String> {
    let number = 987_001 + random.one_of(999);
    let mut texts = texts(parts);
    if texts.is_empty() {
        return None;
    }
    let text = texts.swap_remove(random.one_of(texts.len()));
    *text = format!("{text} och {number} kronor");
    Some(format!("{number} put in"))
}
