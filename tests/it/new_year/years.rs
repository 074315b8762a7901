//! Year after year: each begun from the one before, filled in where `check` asks for it and confirmed once for each
//! sheet, and then made whole.

use std::fs;

use statsbidrag::grants::GRANTS;
use statsbidrag::output::Files;
use statsbidrag::pipeline::{self, Computed, selection::Selection};
use statsbidrag::problem::{Code, Problems};

use crate::document_set;
use crate::new_year::filled::{CONFIRMED, confirmed};
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
        assert!(values <= 80 && other <= 6, "{year}: {values} values, {other} other\n{problems}");
        let filled = confirmed(year, &fresh.workbooks, &last_year);
        let computed = compute(&folder, &filled);
        let computed = computed.unwrap_or_else(|problems| panic!("{year}: {problems}"));
        assert_eq!(computed.year, year);
        let editions = Selection::default().edition(&computed.report, year).expect("all");
        assert_eq!(editions.len(), 33, "{year}");
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
