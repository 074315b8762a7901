//! How a printed figure becomes a number in a cell: exact, in the unit it is printed in, with the decimals
//! it is printed with; and which rows a total is the sum of. Knows no workbook.

use rust_decimal::Decimal;

use crate::report::number::{Siffra, Varde, Writing};
use crate::report::table::{Radslag, Tabell, Tabellkolumn, Tabellrad};

/// The whole numbers a cell holds exactly.
const STORST: i64 = 1 << 53;

/// The whole heading of a column, in one cell.
pub(super) fn rubrik(kolumn: &Tabellkolumn) -> String {
    let rubrik = match &kolumn.grupp {
        Some(grupp) => format!("{grupp}: {}", kolumn.rubrik),
        None => kolumn.rubrik.clone(),
    };
    // A soft hyphen is for lines that break; a cell would show it.
    let rubrik = rubrik.replace('\u{ad}', "");
    if kolumn.enhet.is_empty() { rubrik } else { format!("{rubrik} ({})", kolumn.enhet) }
}

/// What a figure is in a cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Innehall<'a> {
    /// A number and how many decimals it shows.
    Tal(Decimal, usize),
    /// A whole number that is shown without groups of digits: a year.
    Artal(Decimal),
    /// A date, `2024-05-02`.
    Dag(&'a str),
}

/// The unrounded value of a figure, in the unit it is printed in.
///
/// # Panics
/// If a whole number is too large for a cell.
pub(super) fn innehall(siffra: &Siffra) -> Innehall<'_> {
    let varde = match &siffra.varde {
        Varde::Text(dag) if siffra.skrivs == Writing::Date => return Innehall::Dag(dag),
        Varde::Text(text) => text.parse().unwrap_or_else(|error| panic!("{text}: {error}")),
        Varde::Heltal(tal) => {
            assert!(tal.abs() <= STORST, "{tal} is not exact in a workbook");
            Decimal::from(*tal)
        }
    };
    let tal = (varde * siffra.skala.factor()).normalize();
    if siffra.skrivs == Writing::Year {
        Innehall::Artal(tal)
    } else {
        Innehall::Tal(tal, siffra.decimaler)
    }
}

/// The rows a total is exactly the sum of, if there are such rows above it: the ordinary rows since the
/// last subtotal, all ordinary rows, or the subtotals and the rows after them.
pub(super) fn termer(tabell: &Tabell, summarad: usize, kolumn: usize) -> Option<Vec<usize>> {
    let rad = tabell.rader.get(summarad).filter(|rad| rad.slag != Radslag::Rad)?;
    let summa = tal(rad, kolumn)?;
    let ovanfor: Vec<_> = tabell.rader.get(..summarad)?.iter().enumerate().collect();
    let efter = ovanfor.iter().rposition(|(_, rad)| rad.slag != Radslag::Rad);
    let efter = efter.map_or(0, |plats| plats + 1);
    let vanlig = |(plats, rad): &(usize, &Tabellrad)| (rad.slag == Radslag::Rad).then_some(*plats);
    let senaste = ovanfor.iter().skip(efter).filter_map(vanlig).collect();
    let alla = ovanfor.iter().filter_map(vanlig).collect();
    let med_delsummor = ovanfor
        .iter()
        .filter(|(plats, rad)| *plats >= efter || rad.slag == Radslag::Delsumma)
        .map(|(plats, _)| *plats)
        .collect();
    [senaste, alla, med_delsummor]
        .into_iter()
        .find(|termer: &Vec<usize>| summan(tabell, termer, kolumn) == Some(summa))
}

/// The sum of a column's cells in some rows; none if no row has one.
fn summan(tabell: &Tabell, rader: &[usize], kolumn: usize) -> Option<Decimal> {
    let celler = rader.iter().filter_map(|plats| tal(tabell.rader.get(*plats)?, kolumn));
    celler.map(Some).reduce(|summa, cell| summa?.checked_add(cell?)).flatten()
}

fn tal(rad: &Tabellrad, kolumn: usize) -> Option<Decimal> {
    match innehall(rad.celler.get(kolumn)?.as_ref()?) {
        Innehall::Tal(tal, _) => Some(tal),
        Innehall::Artal(_) | Innehall::Dag(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Status;
    use crate::quantity::{Exakt, Unit, Value};
    use crate::report::{Figur, Visning};

    fn siffra(value: Value, visning: Visning) -> Siffra {
        let (id, unit) = ("x".to_owned(), Unit::HelaKronor);
        Figur { id, value, unit, status: Status::Faststalld }.som(visning)
    }

    #[test]
    fn figures_keep_their_value_in_the_unit_they_are_printed_in() {
        let hela = |tal: i64| Value::Heltal(tal);
        let exakt = |tal: &str| Value::Exakt(tal.parse::<Decimal>().expect("a number").into());
        for (value, visning, want, decimaler) in [
            (hela(8_346_809_475), Visning::Decimaler(0), "8346809475", 0),
            (exakt("3345.384712"), Visning::Decimaler(0), "3345.384712", 0),
            (exakt("-18.650000000001"), Visning::Decimaler(0), "-18.650000000001", 0),
            (hela(38_429_999_999), Visning::Mnkr(0), "38429.999999", 0),
            (hela(37_914_300_000), Visning::Mnkr(1), "37914.3", 1),
            (hela(37_914_300_000), Visning::MnkrHogst(6), "37914.3", 1),
            (hela(9_842_000_000), Visning::MdkrHogst(1), "9.842", 1),
            (hela(1_500), Visning::Tkr, "1.5", 0),
            (Value::Exakt(Exakt::brak(1, 8)), Visning::Procent(1), "12.5", 1),
            // Near nought in any scale: how it is shown says which one it is printed in.
            (exakt("0.003"), Visning::Procent(0), "0.3", 0),
            (hela(0), Visning::Mnkr(0), "0", 0),
            (hela(40), Visning::Mnkr(0), "0.00004", 0),
        ] {
            let siffra = siffra(value, visning);
            let want: Decimal = want.parse().expect("a number");
            assert_eq!(innehall(&siffra), Innehall::Tal(want, decimaler), "{siffra:?}");
        }
    }

    #[test]
    fn years_and_dates_are_what_they_are_shown_as() {
        let artal = siffra(Value::Heltal(2024), Visning::Artal);
        assert_eq!(innehall(&artal), Innehall::Artal(Decimal::from(2024)));
        let dag = "2024-05-02";
        let dagen = siffra(Value::Datum(dag.parse().expect("a date")), Visning::Decimaler(0));
        assert_eq!(innehall(&dagen), Innehall::Dag(dag));
        // A number of a thousand without groups is still a number.
        let tal = siffra(Value::Heltal(1_000), Visning::Decimaler(0));
        assert_eq!(innehall(&tal), Innehall::Tal(Decimal::from(1_000), 0));
    }

    #[test]
    #[should_panic(expected = "not exact")]
    fn numbers_a_cell_cannot_hold_are_a_bug() {
        let _ = innehall(&siffra(Value::Heltal(9_007_199_254_740_993), Visning::Decimaler(0)));
    }
}
