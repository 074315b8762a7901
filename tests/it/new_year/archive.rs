//! Last year's published circular, put among the inputs of the new year: it says what the sheet says, and
//! stands in for it where the sheet is empty.

use std::fs;
use std::path::Path;

use statsbidrag::figure::FigureNames;
use statsbidrag::pipeline::Computed;
use statsbidrag::region::Region;

use crate::document_set;
use crate::new_year::filled;
use crate::new_year::spreadsheet::{Spreadsheet, Varde, row_with, text};
use crate::program::{Folder, Svar, answer_of, program};

const FILE: &str = "lakemedel.xlsx";
const SHEETS: &str = "Föregående år";

/// The filled-in year with last year's circular beside the workbooks.
fn with_the_archive(books: &[(&str, Vec<u8>)]) -> Computed {
    let folder = Folder::new("2025", books);
    let archive = folder.inputs().join("foregaende-ar");
    fs::create_dir(&archive).expect("a folder");
    fs::write(archive.join("cirkular.json"), &document_set::of_2024().files["cirkular.json"])
        .expect("a file");
    document_set::compute_in(&folder.inputs())
}

/// Last year's grant of each region, and the file it was taken from.
fn grants(computed: &Computed) -> Vec<(String, String)> {
    let trace = &computed.report.trace;
    let name = FigureNames::new("lakemedel", 2025);
    let grant = Region::all().map(|region| {
        let id = trace.find(&name.region(region, "foregaende_statsbidrag")).expect("a figure");
        let node = trace.node(id);
        let Some(cell) = node.cell() else { panic!("{node:?} was derived") };
        (format!("{:?}", node.value), cell.location.file.clone())
    });
    grant.collect()
}

#[test]
fn last_years_circular_agrees_with_what_was_inherited_of_it() {
    let books = filled::books();
    let without = grants(&document_set::compute_in(&Folder::new("2025", &books).inputs()));
    let with = grants(&with_the_archive(&books));
    for ((without, sheet), (with, archive)) in without.iter().zip(&with) {
        assert_eq!(without, with);
        assert_eq!(
            (sheet.as_str(), Path::new(archive)),
            (FILE, Path::new("foregaende-ar/cirkular.json"))
        );
    }
}

#[test]
fn last_years_circular_stands_in_for_an_emptied_column() {
    let mut books = filled::books();
    let (_, bytes) = books.iter_mut().find(|(name, _)| *name == FILE).expect("the workbook");
    let mut book = Spreadsheet::new(bytes);
    let cells = book.sheet(SHEETS);
    let heading = cells.keys().find(|place| text(&cells, **place) == Some("Statsbidrag (kr)"));
    let column = heading.expect("the column").1;
    let about = ["Källa", "Status"].map(|about| row_with(&cells, about));
    let regions = Region::all().map(|region| row_with(&cells, region.short_name()));
    for row in about.into_iter().chain(regions) {
        book.write(SHEETS, (row, column), None);
    }
    *bytes = book.bytes();
    assert_eq!(grants(&with_the_archive(&books)), grants(&with_the_archive(&filled::books())));
}

/// What `check` says of workbooks with documents of the year before beside them.
fn checked(books: &[(&str, Vec<u8>)]) -> Svar {
    let folder = Folder::new("2025", books);
    let archive = folder.inputs().join("foregaende-ar");
    fs::create_dir(&archive).expect("a folder");
    for file in ["cirkular.json", "avstamning.json", "bilaga-4.json"] {
        fs::write(archive.join(file), &document_set::of_2024().files[file]).expect("a file");
    }
    answer_of(program().arg("check").arg(folder.inputs()))
}

/// Everything that the year before published is what the new year's workbooks inherited of it; and a cell that says
/// something else is named.
#[test]
fn every_figure_that_is_inherited_is_held_against_the_archive() {
    let mut books = filled::books();
    let answer = checked(&books);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let (_, bytes) = books.iter_mut().find(|(name, _)| *name == FILE).expect("the workbook");
    let mut book = Spreadsheet::new(bytes);
    for (sheet, column, row, value) in [
        (SHEETS, "Behovsmodell (kr/inv)", "Gotland", "4000.5"),
        ("Föregående år riket", "Värde", "Solidarisk finansiering, lika avdrag", "20.1"),
    ] {
        let cells = book.sheet(sheet);
        let heading = cells.keys().find(|place| text(&cells, **place) == Some(column));
        let column = heading.unwrap_or_else(|| panic!("no {column} of {sheet}")).1;
        book.write(sheet, (row_with(&cells, row), column), Some(&Varde::Number(value.to_owned())));
    }
    *bytes = book.bytes();
    let error = checked(&books).error;
    for said in [
        "”Behovsmodell” för Gotland är 4\u{a0}000,5 kr/inv, men 4\u{a0}095,",
        "”Solidarisk finansiering, lika avdrag” är 20,1 kr/inv, men ",
        " kr/inv enligt foregaende-ar/cirkular.json › ",
        "hjälp:   rätta cellen, eller ta bort den arkiverade filen",
    ] {
        assert!(error.contains(said), "{said} not in {error}");
    }
}

/// A row that the year before had, by the archive, is not left out, unless the sheet is said to hold only some.
#[test]
fn a_row_that_the_archive_has_is_not_left_out() {
    const LIST: &str = "Avdrag föregående år";
    const RIKET: &str = "Föregående år riket";
    let mut books = filled::books();
    let mut book = {
        let own = books.iter().find(|(name, _)| *name == FILE);
        Spreadsheet::new(&own.expect("the workbook").1)
    };
    let cells = book.sheet(RIKET);
    let about = row_with(&cells, "Föregående års avdrag är kända");
    // The rest of what stands there is about the value, in every other column.
    let said: Vec<_> = (2..=8)
        .filter_map(|column| Some((column, cells.get(&(about, column))?.value.clone()?)))
        .filter(|(column, _)| [2, 4, 6].contains(column))
        .collect();
    assert_eq!(said.len(), 3, "last year's deductions are said to be known in part");
    for (column, _) in &said {
        book.write(RIKET, (about, *column), None);
    }
    let mut checked_with = |book: &Spreadsheet| {
        let (_, bytes) = books.iter_mut().find(|(name, _)| *name == FILE).expect("the workbook");
        *bytes = book.bytes();
        checked(&books)
    };
    let answer = checked_with(&book);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let row = row_with(&book.sheet(LIST), "SKR");
    for column in [1, 2] {
        book.write(LIST, (row, column), None);
    }
    let error = checked_with(&book).error;
    let gone = "en rad som fanns föregående år saknas: lakemedel.2024.riket.avdrag_skr i ";
    assert!(error.contains(&format!("fel[R04] {FILE} › {LIST}: {gone}")), "{error}");
    for (column, value) in &said {
        book.write(RIKET, (about, *column), Some(value));
    }
    let answer = checked_with(&book);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
}
