//! The pages as they are read: compared with the committed extracts, so that a review sees what a
//! change did to the paper, and with the JSON, so that page and data say the same.

use serde_json::Value;

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use crate::other_years;
use crate::pages::{excerpt, is_reviewed, pages};
use crate::proof::{committed, document_set as of_2024, field, json as view, with_field};
use crate::shapes::{REVIEWED, SHAPES};
use crate::{changed, document_set};

/// The first lines where two texts differ, marked.
fn difference(every: &str, year: &str) -> String {
    let (every, year): (Vec<_>, Vec<_>) = (every.lines().collect(), year.lines().collect());
    let equal = every.iter().zip(&year).take_while(|(every, year)| every == year).count();
    let show = |character: &str, rows: &[&str]| {
        let rows = rows.iter().skip(equal).take(5).map(|row| format!("{character} {row}"));
        rows.collect::<Vec<_>>().join("\n")
    };
    format!("line {}:\n{}\n{}", equal + 1, show("-", &every), show("+", &year))
}

/// Holds a document's pages to the extract that was reviewed.
fn reviewed(name: &str, pdf: &[u8], run: &str) {
    let path = format!("tests/documents/pages/{name}.txt");
    let (every, year) = (committed(&path), excerpt(&pages(pdf), run));
    assert!(
        every == year,
        "{path} is not what the pages say; read the difference, then write it with: \
         `cargo dev pages`\n{}",
        difference(&every, &year)
    );
}

/// How many extracts a folder of the reviewed pages has, and how many folders.
fn kept(folder: &str) -> (usize, usize) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/pages");
    let entries = std::fs::read_dir(root.join(folder)).expect("a folder");
    let is_file =
        |entry: std::io::Result<std::fs::DirEntry>| entry.expect("an entry").path().is_file();
    let (files, folders): (Vec<_>, Vec<_>) = entries.map(is_file).partition(|is_file| *is_file);
    (files.len(), folders.len())
}

#[test]
fn the_pages_are_those_that_were_reviewed() {
    let mut count = 0;
    for (name, pdf) in of_2024().pdf().filter(|(name, _)| is_reviewed(name)) {
        reviewed(name, pdf, &of_2024().run);
        count += 1;
    }
    assert_eq!((count, SHAPES.len()), kept(""), "none is left over");
    assert!(count > 4, "{count} documents");
}

/// Agreements and decisions of other shapes: what their papers say was read, and is kept.
#[test]
fn the_pages_of_years_of_other_shapes_are_those_that_were_reviewed() {
    let mut count = 0;
    for shape in other_years::SHAPES {
        let set = shape.set();
        for (name, pdf) in set.pdf() {
            let path = shape.path(name);
            let (every, now) = (committed(&path), excerpt(&pages(pdf), &set.run));
            let said = difference(&every, &now);
            assert!(every == now, "{path} is not what the pages say: `cargo dev pages`\n{said}");
            count += 1;
        }
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(other_years::FOLDER);
    assert_eq!(count, std::fs::read_dir(folder).expect("a folder").count(), "none is left over");
}

/// How far down the text of each page goes, in parts of the space between the margins.
#[derive(Default)]
struct Filled {
    height: f64,
    pages: Vec<f64>,
}

/// The margins of a page, in points from its edges: where the head ends, and where the foot begins.
const MARGINS: (f64, f64) = (90.7, 76.5);

#[expect(clippy::float_arithmetic, reason = "places on a page, no money")]
impl OutputDev for Filled {
    fn begin_page(
        &mut self,
        _number: u32,
        page: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.height = page.ury - page.lly;
        self.pages.push(0.0);
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        _width: f64,
        _spacing: f64,
        _size: f64,
        _character: &str,
    ) -> Result<(), OutputError> {
        let (top, bottom) = MARGINS;
        let from_below = place.m32;
        if from_below >= bottom {
            let down = (self.height - top - from_below) / (self.height - top - bottom);
            let lowest = self.pages.last_mut().expect("a page has begun");
            *lowest = lowest.max(down);
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Text goes on where a table had no room, so that no page but the last is less than two thirds full.
#[test]
fn no_page_of_the_circular_but_the_last_is_half_empty() {
    let (_, circular) = of_2024().pdf().find(|(name, _)| *name == "cirkular").expect("a circular");
    is_full(("2024", TWO_THIRDS), circular);
}

/// How full every page is at least, but for the last.
const TWO_THIRDS: f64 = 0.667;

/// That every page of a circular but the last is filled to a part.
fn is_full((shape, least): (&str, f64), pdf: &[u8]) {
    let pdf = pdf_extract::Document::load_mem(pdf).expect("a PDF");
    let mut filled = Filled::default();
    pdf_extract::output_doc(&pdf, &mut filled).expect("its text can be read");
    let (_, all_but_the_last) = filled.pages.split_last().expect("pages");
    assert!(all_but_the_last.len() > 5, "{} pages", filled.pages.len());
    for (part, page) in all_but_the_last.iter().zip(1..) {
        assert!(
            (least..1.02).contains(part),
            "{shape}, page {page}: {part:.2}: {:?}",
            filled.pages
        );
    }
}

/// Agreements of other shapes: gross, part by part, without hepatitis C, with other deductions or none.
#[test]
fn the_pages_of_other_agreements_are_those_that_were_reviewed() {
    for (shape, workbooks) in SHAPES {
        let set = document_set::of(changed::run(workbooks()));
        for (name, pdf) in set.pdf().filter(|(name, _)| REVIEWED.contains(name)) {
            reviewed(&format!("{shape}/{name}"), pdf, &set.run);
            if name == "cirkular" {
                // A table that has no room is not split: one of these pages lacks a row of being two thirds full.
                is_full((shape, 0.65), pdf);
            }
        }
        assert_eq!(kept(shape), (REVIEWED.len(), 0), "{shape}");
    }
}

#[test]
fn every_page_bears_the_id_of_the_run_once() {
    let run = &of_2024().run;
    for (name, pdf) in of_2024().pdf() {
        for (text, page) in pages(pdf).iter().zip(1..) {
            let count = text.matches(&format!("Körning {run}")).count();
            assert_eq!(count, 1, "{name}, page {page}");
        }
    }
}

/// A text without what line breaks put in or take away.
fn taken(text: &str) -> String {
    let gone =
        |character: &char| !character.is_whitespace() && !matches!(character, '-' | '\u{ad}');
    text.chars().filter(gone).collect()
}

/// A row as it is set: heading, then cells; the star of preliminary figures follows them.
fn row(row: &Value) -> String {
    let cells = row.get("celler").and_then(Value::as_array).expect("cells");
    let all_unknown = row.get("okanda").and_then(Value::as_array).cloned().unwrap_or_default();
    let texts = cells.iter().enumerate().map(|(place, cell)| {
        if cell.is_null() {
            // A cell whose figure is not known says so; one that has none says nothing.
            let unknown = all_unknown.iter().find(|unknown| unknown["kolumn"] == place);
            return unknown.map_or("", |unknown| field(unknown, "text")).to_owned();
        }
        let star = if field(cell, "status") == "preliminär" { "*" } else { "" };
        format!("{}{star}", field(cell, "text"))
    });
    taken(&std::iter::once(field(row, "rubrik").to_owned()).chain(texts).collect::<String>())
}

#[test]
fn every_row_of_every_table_is_printed_in_order() {
    let mut count = 0;
    for (name, pdf) in of_2024().pdf() {
        let text = taken(&pages(pdf).concat());
        let json = view(&format!("{name}.json"));
        let mut tables = Vec::new();
        with_field(&json, &["rader", "kolumner", "avrundade"], &mut tables);
        for table in tables {
            let heading = taken(field(table, "rubrik"));
            // The caption may be quoted before: the table is where its rows follow.
            let found_one = text.match_indices(&heading).any(|(place, _)| {
                let mut left = text.split_at(place).1;
                let rows = table.get("rader").and_then(Value::as_array).expect("rows");
                rows.iter().map(row).all(|row| {
                    let hit = left.split_once(row.as_str());
                    left = hit.map_or("", |(_, after)| after);
                    hit.is_some()
                })
            });
            assert!(found_one, "{name}: {} is not printed row by row", field(table, "rubrik"));
            count += 1;
        }
    }
    assert!(count > 28, "{count} tables");
}

#[test]
fn every_figure_of_a_document_is_printed() {
    let mut count = 0;
    for (name, pdf) in of_2024().pdf() {
        let text = taken(&pages(pdf).concat());
        let json = view(&format!("{name}.json"));
        let mut numbers = Vec::new();
        with_field(&json, &["id", "varde", "text"], &mut numbers);
        for number in numbers {
            let printed_text = taken(field(number, "text"));
            // A change in prose is printed by its size, without sign.
            let size = printed_text.trim_start_matches('−');
            assert!(text.contains(size), "{name}: {number} is not printed");
            count += 1;
        }
    }
    assert!(count > 700, "{count} figures");
}
