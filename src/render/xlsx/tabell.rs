//! The tables of a document's JSON, and how a printed figure becomes a number in a cell: exact, in the
//! unit it is printed in, with the decimals it is printed with. Knows no workbook.

use rust_decimal::Decimal;
use serde::Deserialize;

/// The whole numbers a cell holds exactly.
const STORST: i64 = 1 << 53;

/// A table, as in the JSON.
#[derive(Deserialize)]
pub(super) struct Tabell {
    pub(super) id: String,
    pub(super) nummer: Option<u32>,
    pub(super) rubrik: String,
    pub(super) enhet: String,
    pub(super) radrubrik: String,
    pub(super) kolumner: Vec<Kolumn>,
    pub(super) rader: Vec<Rad>,
    pub(super) avrundade: Avrundade,
}

#[derive(Deserialize)]
pub(super) struct Avrundade {
    pub(super) antal: usize,
    pub(super) uppraknade: String,
}

#[derive(Deserialize)]
pub(super) struct Kolumn {
    rubrik: String,
    grupp: Option<String>,
    enhet: String,
}

impl Kolumn {
    /// The whole heading, in one cell.
    pub(super) fn rubrik(&self) -> String {
        let rubrik = match &self.grupp {
            Some(grupp) => format!("{grupp}: {}", self.rubrik),
            None => self.rubrik.clone(),
        };
        // A soft hyphen is for lines that break; a cell would show it.
        let rubrik = rubrik.replace('\u{ad}', "");
        if self.enhet.is_empty() { rubrik } else { format!("{rubrik} ({})", self.enhet) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Radslag {
    Rad,
    Delsumma,
    Summa,
}

#[derive(Deserialize)]
pub(super) struct Rad {
    pub(super) rubrik: String,
    pub(super) lanskod: Option<String>,
    pub(super) slag: Radslag,
    pub(super) celler: Vec<Option<Siffra>>,
    #[serde(default)]
    pub(super) okanda: Vec<Okand>,
}

/// An empty cell that says why.
#[derive(Deserialize)]
pub(super) struct Okand {
    pub(super) kolumn: usize,
    pub(super) text: String,
}

/// A day of payment, and what the plan says of it besides.
#[derive(Deserialize)]
pub(super) struct Betalning {
    pub(super) manad: String,
    pub(super) kostnadsmanad: String,
    pub(super) avtalsar: Option<i64>,
    pub(super) bilaga: Option<i64>,
    pub(super) dag: super::Datum,
    pub(super) manadsbelopp: Option<Siffra>,
    pub(super) justering: Option<Siffra>,
    pub(super) residual: Option<Siffra>,
    pub(super) totalt: Siffra,
}

#[derive(Deserialize)]
pub(super) struct Siffra {
    varde: Varde,
    enhet: String,
    status: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Varde {
    Heltal(i64),
    Text(String),
}

/// What a figure is in a cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Innehall {
    /// A number and how many decimals it shows.
    Tal(Decimal, usize),
    /// A whole number that is shown without groups of digits: a year.
    Artal(i64),
    /// A date, `2024-05-02`.
    Dag(String),
    /// What is no number.
    Text(String),
}

impl Siffra {
    /// Whether it bears the mark of what is preliminary.
    pub(super) fn ar_preliminar(&self) -> bool {
        self.status == "preliminär"
    }

    /// The unrounded value in the unit it is printed in: the JSON holds kronor and shares where the
    /// table may print millions and percent. The right scale is the one that prints as printed.
    ///
    /// # Panics
    /// If a whole number is too large for a cell.
    pub(super) fn innehall(&self) -> Innehall {
        let varde = match &self.varde {
            Varde::Text(dag) if self.enhet == "datum" => return Innehall::Dag(dag.clone()),
            Varde::Text(text) => text.parse().ok(),
            Varde::Heltal(tal) => {
                assert!(tal.abs() <= STORST, "{tal} is not exact in a workbook");
                Some(Decimal::from(*tal))
            }
        };
        let (Some(varde), Some(tryckt)) = (varde, tryckt(&self.text)) else {
            return Innehall::Text(self.text.clone());
        };
        if let Varde::Heltal(tal) = self.varde
            && tal >= 1_000
            && tal.to_string() == self.text
        {
            return Innehall::Artal(tal);
        }
        let decimaler = tryckt.scale();
        let minsta = Decimal::new(1, decimaler);
        // What prints as printed lies within half of the last digit.
        let som_tryckt = |tal: &Decimal| (*tal - tryckt).abs() * Decimal::TWO <= minsta;
        // A small share is near nought in any scale: its unit says which one it is printed in.
        let skalor: &[Decimal] = if self.enhet == "andel" {
            &[Decimal::ONE_HUNDRED]
        } else {
            &[Decimal::ONE, const { Decimal::from_parts(1, 0, 0, false, 6) }]
        };
        let tal = skalor.iter().filter_map(|skala| varde.checked_mul(*skala)).find(som_tryckt);
        let decimaler = usize::try_from(decimaler).unwrap_or(0);
        Innehall::Tal(tal.unwrap_or(tryckt).normalize(), decimaler)
    }
}

/// A printed number, as a number.
fn tryckt(text: &str) -> Option<Decimal> {
    let text: String = text
        .chars()
        .filter(|tecken| *tecken != '\u{a0}')
        .map(|tecken| match tecken {
            '\u{2212}' => '-',
            ',' => '.',
            annat => annat,
        })
        .collect();
    text.parse().ok()
}

impl Tabell {
    /// The rows a total is exactly the sum of, if there are such rows above it: the ordinary rows
    /// since the last subtotal, all ordinary rows, or the subtotals and the rows after them.
    pub(super) fn termer(&self, summarad: usize, kolumn: usize) -> Option<Vec<usize>> {
        let rad = self.rader.get(summarad).filter(|rad| rad.slag != Radslag::Rad)?;
        let summa = tal(rad, kolumn)?;
        let ovanfor: Vec<_> = self.rader.get(..summarad)?.iter().enumerate().collect();
        let efter = ovanfor.iter().rposition(|(_, rad)| rad.slag != Radslag::Rad);
        let efter = efter.map_or(0, |plats| plats + 1);
        let vanlig = |(plats, rad): &(usize, &Rad)| (rad.slag == Radslag::Rad).then_some(*plats);
        let senaste = ovanfor.iter().skip(efter).filter_map(vanlig).collect();
        let alla = ovanfor.iter().filter_map(vanlig).collect();
        let med_delsummor = ovanfor
            .iter()
            .filter(|(plats, rad)| *plats >= efter || rad.slag == Radslag::Delsumma)
            .map(|(plats, _)| *plats)
            .collect();
        [senaste, alla, med_delsummor]
            .into_iter()
            .find(|termer: &Vec<usize>| self.summan(termer, kolumn) == Some(summa))
    }

    /// The sum of a column's cells in some rows; none if no row has one.
    fn summan(&self, rader: &[usize], kolumn: usize) -> Option<Decimal> {
        let celler = rader.iter().filter_map(|plats| tal(self.rader.get(*plats)?, kolumn));
        celler.map(Some).reduce(|summa, cell| summa?.checked_add(cell?)).flatten()
    }
}

fn tal(rad: &Rad, kolumn: usize) -> Option<Decimal> {
    match rad.celler.get(kolumn)?.as_ref()?.innehall() {
        Innehall::Tal(tal, _) => Some(tal),
        Innehall::Artal(_) | Innehall::Dag(_) | Innehall::Text(_) => None,
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
