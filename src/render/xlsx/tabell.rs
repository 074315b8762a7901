//! How a printed figure becomes a number in a cell: exact, in the unit it is printed in, with the decimals
//! it is printed with; and which rows a total is the sum of. Knows no workbook.

use rust_decimal::Decimal;

use crate::report::delar::{Radslag, Siffra, Tabell, Tabellkolumn, Tabellrad, Varde, Writing};

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

    fn siffra(varde: &str, enhet: &str, text: &str) -> Siffra {
        let varde = varde.parse().map_or_else(|_| Varde::Text(varde.to_owned()), Varde::Heltal);
        let status = "fastställd".to_owned();
        Siffra { varde, enhet: enhet.to_owned(), status, text: text.to_owned() }
    }

    #[test]
    fn figures_keep_their_value_in_the_unit_they_are_printed_in() {
        for (varde, enhet, text, want, decimaler) in [
            ("8346809475", "kr", "8\u{a0}346\u{a0}809\u{a0}475", "8346809475", 0),
            ("3345.384712", "kr/inv", "3\u{a0}345", "3345.384712", 0),
            ("-18.650000000001", "kr/inv", "\u{2212}19", "-18.650000000001", 0),
            ("38429999999", "kr", "38\u{a0}430", "38429.999999", 0),
            ("37914300000", "kr", "37\u{a0}914,3", "37914.3", 1),
            ("0.125", "andel", "12,5", "12.5", 1),
            ("0.003", "andel", "0", "0.3", 0),
            ("0", "kr", "0", "0", 0),
        ] {
            let want: Decimal = want.parse().expect("a number");
            assert_eq!(siffra(varde, enhet, text).innehall(), Innehall::Tal(want, decimaler));
        }
        let dag = siffra("2024-05-02", "datum", "2024-05-02").innehall();
        assert_eq!(dag, Innehall::Dag("2024-05-02".to_owned()));
    }

    #[test]
    #[should_panic(expected = "not exact")]
    fn numbers_a_cell_cannot_hold_are_a_bug() {
        let _ = siffra("9007199254740993", "kr", "9").innehall();
    }
}
