//! Year after year: each begun from the one before, filled in where `check` asks for it and confirmed once for each
//! sheet, its agreement of another shape than the year before's, and then made whole.

use std::fs;

use statsbidrag::contract::lakemedel::AVRAKNINGSGRUPPER;
use statsbidrag::grants::GRANTS;
use statsbidrag::output::Files;
use statsbidrag::pipeline::{self, Computed, selection::Selection};
use statsbidrag::problem::{Code, Problems};
use statsbidrag::region::Region;

use crate::document_set;
use crate::new_year::filled::{CONFIRMED, confirmed};
use crate::new_year::spreadsheet::{Spreadsheet, Varde, row_with, text};
use crate::program::files;

/// What remains to be done in a new year, by `check`.
struct Remaining {
    /// Cells to fill in.
    values: usize,
    /// Sheets, and other places, that want a source.
    sources: usize,
    /// What is wrong otherwise.
    other: usize,
}

fn compute(folder: &std::path::Path, books: &Files) -> Result<Computed, Problems> {
    fs::create_dir_all(folder).expect("a folder");
    for (name, bytes) in books {
        fs::write(folder.join(name), bytes).expect("a file");
    }
    pipeline::compute(folder, &Selection::default(), &|_| ())
}

fn remaining(problems: &Problems) -> Remaining {
    let count = |code: Code| problems.iter().filter(|problem| problem.code == code).count();
    let (values, sources) = (count(Code::I06), count(Code::I16));
    Remaining { values, sources, other: problems.iter().count() - values - sources }
}

/// A component: name, what it is, million kronor, whether återbäring is subtracted, its group.
type Part = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The agreement of a year.
struct Shape {
    year: i32,
    parts: &'static [Part],
    /// Settlement groups: name, limits and the state's share, percent.
    groups: &'static [[&'static str; 4]],
    /// The state's share of återbäring, million kronor.
    rebates: &'static str,
    /// What is settled by itself, for a sentence.
    settles: &'static [&'static str],
}

const BENEFIT: (&str, &str) = ("läkemedelsförmånen", "läkemedelsförmånen");
const HEPATITIS_C: (&str, &str) = ("hepatit C", "läkemedel mot hepatit C");
const LICENSED: (&str, &str) = ("licens", "licensläkemedel");

/// Gross and settled apart; net, of three components, and settled not at all; net and settled in two groups.
const SHAPES: [Shape; 3] = [
    Shape {
        year: 2025,
        parts: &[
            (BENEFIT.0, BENEFIT.1, "39000", "nej", "förmånen"),
            (HEPATITIS_C.0, HEPATITIS_C.1, "380", "nej", "hepatit C"),
        ],
        groups: &[["förmånen", "3", "3", "50"], ["hepatit C", "10", "5", "75"]],
        rebates: "0",
        settles: &["läkemedelsförmånen", "läkemedel mot hepatit C"],
    },
    Shape {
        year: 2026,
        parts: &[
            (BENEFIT.0, BENEFIT.1, "40000", "ja", ""),
            (HEPATITIS_C.0, HEPATITIS_C.1, "350", "ja", ""),
            (LICENSED.0, LICENSED.1, "500.5", "nej", ""),
        ],
        groups: &[],
        rebates: "1600",
        settles: &[],
    },
    Shape {
        year: 2027,
        parts: &[
            (BENEFIT.0, BENEFIT.1, "41000", "ja", "allt"),
            (HEPATITIS_C.0, HEPATITIS_C.1, "300", "ja", "allt"),
            (LICENSED.0, LICENSED.1, "550", "nej", "licens"),
        ],
        groups: &[["allt", "2", "4", "50"], ["licens", "5", "5", "100"]],
        rebates: "1700.25",
        settles: &["läkemedelsförmånen och läkemedel mot hepatit C", "licensläkemedel"],
    },
];

impl Shape {
    /// Writes the agreement in place of the one that was carried over.
    fn give(&self, books: &mut Files) {
        let mut grant = Spreadsheet::new(&books["lakemedel.xlsx"]);
        let words = self.parts.iter().map(|(name, what, amount, netted, group)| {
            let share = if *name == HEPATITIS_C.0 { "70" } else { "100" };
            vec![*name, *what, *amount, share, *netted, *group]
        });
        let words: Vec<_> = words.collect();
        rewrite(&mut grant, "Komponenter", "Komponent", &words);
        let groups: Vec<_> = self.groups.iter().map(|group| group.to_vec()).collect();
        rewrite(&mut grant, "Avräkningsgrupper", "Grupp", &groups);
        for (heading, value) in [
            ("Statens andel av prognostiserad återbäring", Some(self.rebates)),
            ("Totalt bidrag, kontrollbelopp", None),
            ("Utbetalas till regionerna, kontrollbelopp", None),
            ("Återstod vid avrundning av statsbidraget", Some("largest_remainder")),
        ] {
            let page = "Överenskommelse";
            let row = row_with(&grant.sheet(page), heading);
            grant.write(page, (row, 2), value.map(cell).as_ref());
        }
        books.insert("lakemedel.xlsx".to_owned(), grant.bytes());
        // An appropriation that is enough.
        let mut letter = Spreadsheet::new(&books["regleringsbrev.xlsx"]);
        let row = row_with(&letter.sheet("Anslagsposter"), "Anslagspost") + 1;
        letter.write("Anslagsposter", (row, 3), Some(&cell("50000000")));
        deduct_the_forecast(&mut letter);
        books.insert("regleringsbrev.xlsx".to_owned(), letter.bytes());
    }
}

/// What a gross year leaves to deduct: its forecast, a million kronor of every region, in the annex and month of the
/// first adjustment. What it came to in the end is not known yet, and that row is taken away.
fn deduct_the_forecast(letter: &mut Spreadsheet) {
    const ADJUSTMENTS: &str = "Justeringar";
    const AMOUNTS: &str = "Justeringsbelopp";
    let cells = letter.sheet(ADJUSTMENTS);
    let first = row_with(&cells, "Justering") + 1;
    let row_of = |word: &str| {
        cells.keys().find(|place| text(&cells, **place) == Some(word)).map(|place| place.0)
    };
    let Some(forecast) = row_of("återbäring, prognos") else { return };
    let outcome = row_of("återbäring, slutlig").expect("what it came to, beside the forecast");
    for column in 1..=5 {
        letter.write(ADJUSTMENTS, (outcome, column), None);
    }
    for column in [3, 4] {
        assert_eq!(text(&cells, (forecast, column)), None, "where it is deducted is to be said");
        let like_first = cells[&(first, column)].value.clone();
        letter.write(ADJUSTMENTS, (forecast, column), like_first.as_ref());
    }
    let cells = letter.sheet(AMOUNTS);
    let heading = "Statens andel av prognostiserad återbäring (kr)";
    let heading = cells.keys().find(|place| text(&cells, **place) == Some(heading));
    let column = heading.expect("the column").1;
    for region in Region::all() {
        let row = row_with(&cells, region.short_name());
        letter.write(AMOUNTS, (row, column), Some(&cell("1000000")));
    }
    // A spreadsheet program computes the sum again.
    let sum = cells.iter().find(|(place, cell)| place.1 == column && cell.formula);
    letter.write(AMOUNTS, *sum.expect("a sum").0, Some(&cell("21000000")));
    for (about, word) in [("Källa", "Prognosen"), ("Status", "fastställd")] {
        letter.write(AMOUNTS, (row_with(&cells, about), column), Some(&cell(word)));
    }
}

/// A number, or a text, as a cell holds it.
fn cell(text: &str) -> Varde {
    match text.parse::<f64>() {
        Ok(_) => Varde::Number(text.to_owned()),
        Err(_) => Varde::Text(text.to_owned()),
    }
}

/// The rows of a list, in place of those that are there; an empty cell is left empty.
fn rewrite(book: &mut Spreadsheet, page: &str, key: &str, rows: &[Vec<&str>]) {
    let cells = book.sheet(page);
    let first = row_with(&cells, key) + 1;
    let columns = rows.first().map_or(4, Vec::len).max(4);
    for row in first..first + 4 {
        let words = rows.get(usize::try_from(row - first).expect("a few"));
        for (column, place) in (1..).zip(0..columns) {
            let word = words.map_or("", |words| words[place]);
            book.write(page, (row, column), (!word.is_empty()).then(|| cell(word)).as_ref());
        }
    }
}

#[test]
fn three_years_are_begun_filled_in_and_made_each_from_the_one_before() {
    let root = tempfile::tempdir().expect("a folder");
    let mut last_year = files(&document_set::inputs());
    let mut folder = root.path().join("2024");
    compute(&folder, &last_year).expect("the year before");
    let sheets = GRANTS.iter().flat_map(|grant| grant.workbook_file.sheets).count();
    for year in 2025..=2027 {
        let fresh = pipeline::year_after(&folder, None, &|_| ());
        let fresh = fresh.unwrap_or_else(|problems| panic!("{year}: {problems}"));
        folder = root.path().join(year.to_string());
        let problems = compute(&folder, &fresh.workbooks).expect_err("much is new");
        let Remaining { values, sources, other } = remaining(&problems);
        // One source for each sheet that anything was carried over on, and no more.
        assert!(sources < sheets, "{year}: {sources} sources of {sheets} sheets\n{problems}");
        // A deduction without an amount is said of its row, and a text of what it names and lacks.
        assert!(values <= 80 && other <= 7, "{year}: {values} values, {other} other\n{problems}");
        let mut filled = confirmed(year, &fresh.workbooks, &last_year);
        let shape = SHAPES.iter().find(|shape| shape.year == year).expect("a shape");
        shape.give(&mut filled);
        let computed = compute(&folder, &filled);
        let computed = computed.unwrap_or_else(|problems| panic!("{year}: {problems}"));
        assert_eq!(computed.year, year);
        let editions = Selection::default().edition(&computed.report, year).expect("all");
        // The agreement of 2026 shares no profit and loss: there is nothing to settle of it in 2027.
        assert_eq!(editions.len(), if year == 2027 { 32 } else { 33 }, "{year}");
        let (grupper, _) = computed.report.stated(year, &AVRAKNINGSGRUPPER).expect("groups");
        let grupper: Vec<_> = grupper.iter().map(|grupp| grupp.avser.as_str()).collect();
        assert_eq!(grupper, shape.settles, "{year}");
        let (document, edition) = editions.first().expect("the circular");
        let paper = (document.paper)(&computed.report, year, edition);
        let confirmed = paper.head.underlag.iter().filter(|row| row.kalla == CONFIRMED).count();
        assert!(
            confirmed > 10,
            "{year}: what was confirmed once is the source of what was carried"
        );
        last_year = filled;
    }
}
