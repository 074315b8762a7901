//! Whatever comes to stand in a cell: nobody need look for it.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use statsbidrag::pipeline::compute_read;
use statsbidrag::problem::{Location, Problems};
use statsbidrag::workbook::CellValue;

use crate::plausible::{Put, Workbook, opened};

/// What may come to stand in a cell of a number: by hand, by paste or by malice.
fn anything() -> Vec<CellValue> {
    let texts = [
        "saknas",
        "1.234,5",
        "12 3O4",
        "\u{ff11}\u{ff12}",
        "1e9",
        "99999999999999999999999999999999",
        "5\u{202e}01",
        "=1+1",
        "'; DROP TABLE",
    ];
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 4).expect("a day");
    let numbers = [-1, 0, 7, i64::MAX].map(CellValue::Integer);
    let texts = texts.into_iter().map(|text| CellValue::Text(text.to_owned()));
    texts.chain([CellValue::Datum(day)]).chain(numbers).collect()
}

/// How it ends when something else stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// A problem at the cell.
    There,
    /// A problem where something contradicts it.
    Elsewhere,
    /// A warning.
    Asked,
    /// A result of which a figure is read from the cell.
    Followed,
    /// None of these.
    Lost,
}

fn ending(all: &[Workbook], put: &Put) -> Ending {
    let (place, sheet, cell, value) = put;
    let file = all[*place].book.file.as_str();
    let is_there = |location: &Location| {
        let own = (location.file.as_str(), location.sheet.as_deref(), location.cell);
        own == (file, Some(*sheet), Some(*cell))
    };
    let there = |problems: &Problems| problems.iter().any(|problem| is_there(&problem.location));
    let mut problems = Problems::new();
    let mut sheets = all[*place].sheets.clone();
    sheets.put(sheet, *cell, value.clone());
    let book = sheets.read(&mut problems);
    if problems.stop() {
        return if there(&problems) { Ending::There } else { Ending::Elsewhere };
    }
    let books = all.iter().enumerate().map(|(at, one)| {
        let own = book.clone().filter(|_| at == *place);
        (one.grant, own.unwrap_or_else(|| one.book.clone()))
    });
    match compute_read(books.collect(), problems) {
        Err(problems) if there(&problems) => Ending::There,
        Err(_) => Ending::Elsewhere,
        Ok(computed) if computed.warnings.iter().count() > 0 => Ending::Asked,
        Ok(computed) => {
            let mut cells = computed.report.trace.iter().filter_map(|(_, node)| node.cell());
            let followed = cells.any(|cell| is_there(&cell.location));
            if followed { Ending::Followed } else { Ending::Lost }
        }
    }
}

/// Whatever stands in a cell, nobody need look for it: a problem there or where something contradicts it, a warning, or a
/// result whose trace leads to the cell. What is no number is refused where it stands.
#[test]
fn whatever_stands_in_a_cell_is_refused_asked_about_or_followed() {
    let all = opened();
    let mut cells = Vec::new();
    let books = all.iter().map(|one| (one.grant, one.book.clone())).collect();
    let as_it_is = compute_read(books, Problems::new()).expect("the workbooks of 2024");
    let read = as_it_is.report.trace.cells();
    for (place, Workbook { book, .. }) in all.iter().enumerate() {
        for column in book.number_columns() {
            // A number that is no figure, as that of an appropriation, is a word.
            let own = column.numbers.iter().map(|number| &number.cell.location);
            let own = own.filter(|location| read.contains_key(location));
            let own = own.filter_map(|location| location.cell);
            cells.extend(own.map(|cell| (place, column.sheet, cell)));
        }
    }
    let everywhere = cells.into_iter().step_by(9);
    let puts = everywhere.flat_map(|(place, sheet, cell)| {
        anything().into_iter().map(move |value| (place, sheet, cell, value))
    });
    let puts: Vec<Put> = puts.collect();
    let endings: Vec<_> = puts.par_iter().map(|put| (put, ending(&all, put))).collect();
    let mut tally: BTreeMap<Ending, usize> = BTreeMap::new();
    for (put, ending) in &endings {
        let (place, sheet, cell, value) = put;
        let name = format!("{} \u{203a} {sheet} \u{203a} {cell}: {value:?}", all[*place].book.file);
        assert_ne!(*ending, Ending::Lost, "{name}");
        let is_number = matches!(value, CellValue::Integer(_));
        assert!(is_number || *ending == Ending::There, "{name}: {ending:?}");
        *tally.entry(*ending).or_default() += 1;
    }
    println!("{} cells with something else in them: {tally:?}", endings.len());
    assert!(endings.len() > 1_000, "{}", endings.len());
}
