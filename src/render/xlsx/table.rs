//! How a printed figure becomes a number in a cell: exact, in the unit it is printed in, with the decimals
//! it is printed with; and which rows a total is the sum of. Knows no workbook.

use rust_decimal::Decimal;

use crate::report::number::{Siffra, Varde, Writing};
use crate::report::table::{Radslag, Tabell, Tabellkolumn, Tabellrad};

/// The whole numbers a cell holds exactly.
const LARGEST: i64 = 1 << 53;

/// The whole heading of a column, in one cell.
pub(super) fn heading(column: &Tabellkolumn) -> String {
    let heading = match &column.grupp {
        Some(group) => format!("{group}: {}", column.rubrik),
        None => column.rubrik.clone(),
    };
    // A soft hyphen is for lines that break; a cell would show it.
    let heading = heading.replace('\u{ad}', "");
    if column.enhet.is_empty() { heading } else { format!("{heading} ({})", column.enhet) }
}

/// What a figure is in a cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum CellValue<'a> {
    /// A number and how many decimals it shows.
    Number(Decimal, usize),
    /// A whole number that is shown without groups of digits: a year.
    YearNumber(Decimal),
    /// A date, `2024-05-02`.
    Day(&'a str),
}

/// The unrounded value of a figure, in the unit it is printed in.
///
/// # Panics
/// If a whole number is too large for a cell.
pub(super) fn content(printed: &Siffra) -> CellValue<'_> {
    let value = match &printed.varde {
        Varde::Text(day) if printed.skrivs == Writing::Date => return CellValue::Day(day),
        Varde::Text(text) => text.parse().unwrap_or_else(|error| panic!("{text}: {error}")),
        Varde::Integer(number) => {
            assert!(number.abs() <= LARGEST, "{number} is not exact in a workbook");
            Decimal::from(*number)
        }
    };
    let number = (value * printed.skala.factor()).normalize();
    if printed.skrivs == Writing::Year {
        CellValue::YearNumber(number)
    } else {
        CellValue::Number(number, printed.decimaler)
    }
}

/// The rows a total is exactly the sum of, if there are such rows above it: the ordinary rows since the
/// last subtotal, all ordinary rows, or the subtotals and the rows after them.
pub(super) fn terms(table: &Tabell, sum_row: usize, column: usize) -> Option<Vec<usize>> {
    let row = table.rader.get(sum_row).filter(|row| row.slag != Radslag::Rad)?;
    let sum = number(row, column)?;
    let above_it: Vec<_> = table.rader.get(..sum_row)?.iter().enumerate().collect();
    let after = above_it.iter().rposition(|(_, row)| row.slag != Radslag::Rad);
    let after = after.map_or(0, |place| place + 1);
    let usual = |(place, row): &(usize, &Tabellrad)| (row.slag == Radslag::Rad).then_some(*place);
    let latest_one = above_it.iter().skip(after).filter_map(usual).collect();
    let all = above_it.iter().filter_map(usual).collect();
    let with_subtotals = above_it
        .iter()
        .filter(|(place, row)| *place >= after || row.slag == Radslag::Delsumma)
        .map(|(place, _)| *place)
        .collect();
    [latest_one, all, with_subtotals]
        .into_iter()
        .find(|terms: &Vec<usize>| total(table, terms, column) == Some(sum))
}

/// The sum of a column's cells in some rows; none if no row has one.
fn total(table: &Tabell, rows: &[usize], column: usize) -> Option<Decimal> {
    let cells = rows.iter().filter_map(|place| number(table.rader.get(*place)?, column));
    cells.map(Some).reduce(|sum, cell| sum?.checked_add(cell?)).flatten()
}

fn number(row: &Tabellrad, column: usize) -> Option<Decimal> {
    match content(row.celler.get(column)?.as_ref()?) {
        CellValue::Number(number, _) => Some(number),
        CellValue::YearNumber(_) | CellValue::Day(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Status;
    use crate::quantity::{Exact, Unit, Value};
    use crate::report::{Number, NumberFormat};

    fn number(value: Value, number_format: NumberFormat) -> Siffra {
        let (id, unit) = ("x".to_owned(), Unit::HelaKronor);
        Number { id, value, unit, status: Status::Faststalld }.shown_as(number_format)
    }

    #[test]
    fn figures_keep_their_value_in_the_unit_they_are_printed_in() {
        let whole_parts = |number: i64| Value::Integer(number);
        let exact =
            |number: &str| Value::Exact(number.parse::<Decimal>().expect("a number").into());
        for (value, number_format, want, decimals) in [
            (whole_parts(8_346_809_475), NumberFormat::Decimals(0), "8346809475", 0),
            (exact("3345.384712"), NumberFormat::Decimals(0), "3345.384712", 0),
            (exact("-18.650000000001"), NumberFormat::Decimals(0), "-18.650000000001", 0),
            (whole_parts(38_429_999_999), NumberFormat::Mnkr(0), "38429.999999", 0),
            (whole_parts(37_914_300_000), NumberFormat::Mnkr(1), "37914.3", 1),
            (whole_parts(37_914_300_000), NumberFormat::MnkrAtMost(6), "37914.3", 1),
            (whole_parts(9_842_000_000), NumberFormat::MdkrAtMost(1), "9.842", 1),
            (whole_parts(1_500), NumberFormat::Tkr, "1.5", 0),
            (Value::Exact(Exact::fraction(1, 8)), NumberFormat::Percent(1), "12.5", 1),
            // Near zero in any scale: how it is shown says which one it is printed in.
            (exact("0.003"), NumberFormat::Percent(0), "0.3", 0),
            (whole_parts(0), NumberFormat::Mnkr(0), "0", 0),
            (whole_parts(40), NumberFormat::Mnkr(0), "0.00004", 0),
        ] {
            let printed = number(value, number_format);
            let want: Decimal = want.parse().expect("a number");
            assert_eq!(content(&printed), CellValue::Number(want, decimals), "{printed:?}");
        }
    }

    #[test]
    fn years_and_dates_are_what_they_are_shown_as() {
        let year_number = number(Value::Integer(2024), NumberFormat::YearNumber);
        assert_eq!(content(&year_number), CellValue::YearNumber(Decimal::from(2024)));
        let day = "2024-05-02";
        let the_day = number(Value::Datum(day.parse().expect("a date")), NumberFormat::Decimals(0));
        assert_eq!(content(&the_day), CellValue::Day(day));
        // A number of a thousand without groups is still a number.
        let number = number(Value::Integer(1_000), NumberFormat::Decimals(0));
        assert_eq!(content(&number), CellValue::Number(Decimal::from(1_000), 0));
    }

    #[test]
    #[should_panic(expected = "not exact")]
    fn numbers_a_cell_cannot_hold_are_a_bug() {
        let _ = content(&number(Value::Integer(9_007_199_254_740_993), NumberFormat::Decimals(0)));
    }
}
