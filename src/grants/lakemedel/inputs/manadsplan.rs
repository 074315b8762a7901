//! The plan of a year that is not paid by twelfths: a share, or an amount, for each month of cost.

use crate::contract::{Country, Indexed, Maybe, lakemedel as contract};
use crate::figure::{CellRef, Figure};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::problem::{Code, Location, Message, Problem};
use crate::quantity::{Andel, Exact, HelaKronor};
use crate::swedish;
use crate::workbook::book::Row;

/// What each of the twelve months of cost is paid with.
#[derive(Clone, Debug)]
pub enum Manadsplan {
    /// A share of the year; the shares are the whole.
    Andelar(Vec<Figure<Andel>>),
    /// An amount for all regions together, kr.
    Belopp(Vec<Figure<HelaKronor>>),
}

impl Manadsplan {
    /// The first and the last month of cost that something is paid for, 1–12; none if nothing is paid.
    #[must_use]
    pub fn ends(&self) -> Option<(u32, u32)> {
        let pays: Vec<bool> = match self {
            Self::Andelar(all) => all.iter().map(|one| !one.value.exact().is_zero()).collect(),
            Self::Belopp(all) => all.iter().map(|one| one.value.integer() != 0).collect(),
        };
        let mut months = (1..).zip(pays).filter_map(|(month, pays)| pays.then_some(month));
        let first = months.next()?;
        Some((first, months.last().unwrap_or(first)))
    }
}

/// A plan's sheet, and what its figures are promised as.
pub(super) struct Blad {
    sida: &'static str,
    andel: Indexed<Maybe<Country<Andel>>>,
    belopp: Indexed<Maybe<Country<HelaKronor>>>,
}

/// This year's.
pub(super) const ARETS: Blad = Blad {
    sida: sheets::MANADSPLAN,
    andel: contract::MANADSPLAN_ANDEL,
    belopp: contract::MANADSPLAN_BELOPP,
};
/// Last year's.
pub(super) const FOREGAENDE: Blad = Blad {
    sida: sheets::FOREGAENDE_MANADSPLAN,
    andel: contract::FOREGAENDE_MANADSPLAN_ANDEL,
    belopp: contract::FOREGAENDE_MANADSPLAN_BELOPP,
};

#[expect(clippy::option_option, reason = "no plan and one that is wrong are two answers")]
/// The plan, if there is one; the outer `None` if something of it is wrong, which is reported.
pub(super) fn read(reader: &mut Reader<'_>, blad: &Blad) -> Option<Option<Manadsplan>> {
    let rows = reader.book.rows(blad.sida);
    let Some(last) = rows.last() else { return Some(None) };
    if let Some((cell, text, expected)) = rows.iter().zip(1..).find_map(|(row, nr)| fault(row, nr))
    {
        let problem = Problem::new(Code::R04, cell.location, text);
        reader.problems.add(problem.expected(expected));
        return None;
    }
    if rows.len() != 12 {
        let place = last.integer("manad").map_or_else(
            || Location::field(WORKBOOK.file, blad.sida, "manad"),
            |manad| manad.cell.location,
        );
        let text = say::months_missing(&rows.len());
        reader.problems.add(Problem::new(Code::R04, place, text).expected(say::twelve_months()));
        return None;
    }
    let with = |id: &str| rows.iter().filter(|row| row.value(id).is_some()).count();
    if with("belopp") == 12 {
        let belopp = (1_usize..)
            .zip(rows)
            .map(|(nr, row)| reader.row_figure(blad.sida, row, "belopp", &blad.belopp.at(nr)));
        return belopp.collect::<Option<Vec<_>>>().map(|belopp| Some(Manadsplan::Belopp(belopp)));
    }
    let both = rows.iter().find_map(|row| row.value("belopp")).filter(|_| with("belopp") > 0);
    if let Some(both) = both {
        let place = both.cell.location.clone();
        reader.problems.add(
            Problem::new(Code::R04, place, say::shares_and_amounts())
                .expected(say::shares_or_amounts()),
        );
        return None;
    }
    let andelar = (1_usize..)
        .zip(rows)
        .map(|(nr, row)| reader.row_figure(blad.sida, row, "andel", &blad.andel.at(nr)));
    let andelar: Vec<_> = andelar.collect::<Option<_>>()?;
    let summa: Andel = andelar.iter().map(|andel| andel.value.clone()).sum();
    if summa != Andel::from_percent(100.into()) {
        let place =
            last.value("andel").map(|andel| andel.cell.location.clone()).unwrap_or_default();
        let percent = summa.exact() * &Exact::from(100);
        let text = say::shares_sum_to(&swedish::short_number(&percent, 4));
        reader.problems.add(Problem::new(Code::R04, place, text).expected(say::the_whole_year()));
        return None;
    }
    Some(Some(Manadsplan::Andelar(andelar)))
}

/// What is wrong with the row of a month, if anything: where, what, and what was expected.
fn fault(row: &Row, number: i64) -> Option<(CellRef, Message, Message)> {
    let manad = row.integer("manad")?;
    let (andel, belopp) = (row.value("andel"), row.value("belopp"));
    if manad.value != number {
        return Some((manad.cell, say::months_in_order(), say::twelve_months()));
    }
    (andel.is_some() == belopp.is_some())
        .then(|| (manad.cell, say::one_of_share_and_amount(&number), say::shares_or_amounts()))
}
