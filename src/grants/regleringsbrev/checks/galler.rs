//! Which adjustments there can be at all: the agreement of the year that is adjusted decides. What the state has
//! already got by a net grant cannot be deducted once more, and nothing is settled in groups that the agreement
//! does not have.

use std::collections::BTreeSet;

use super::{Kontroll, field, location};
use crate::contract::lakemedel::{self, Avrakningsgrupp, SLAG};
use crate::grants::regleringsbrev::inputs::{Inputs, Justeringsrad};
use crate::grants::regleringsbrev::justering::{Justering, Slag};
use crate::grants::regleringsbrev::messages::schedule as say;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::report::Report;
use crate::swedish;

/// What the agreement of the year before the budget year said, where läkemedelsförmånerna's workbook tells.
#[derive(Clone, Debug)]
pub(in super::super) struct Galler {
    avtalsar: i32,
    /// Whether the grant was net of the state's share of återbäring.
    netto: Option<bool>,
    /// What is settled by itself.
    grupper: Option<Vec<Avrakningsgrupp>>,
    /// The deductions it made, as slugs, where all are known.
    avdrag: Option<BTreeSet<String>>,
}

/// Why an adjustment cannot be made, what there can be instead, and what to do.
type Hinder = [Message; 3];

impl Galler {
    /// What a budget year's report says of the year before.
    pub(in super::super) fn of(report: &Report, budgetar: i32) -> Self {
        let [_, netto] = SLAG;
        let slag = report.stated(budgetar, &lakemedel::FOREGAENDE_SLAG);
        let grupper = report.stated(budgetar, &lakemedel::FOREGAENDE_AVRAKNINGSGRUPPER);
        Self {
            avtalsar: budgetar - 1,
            netto: slag.map(|(slag, _)| slag == netto),
            grupper: grupper.map(|(grupper, _)| grupper.clone()),
            avdrag: deductions(report, budgetar),
        }
    }

    /// Why a kind of adjustment cannot be made; none if it can.
    pub(super) fn hinder(&self, kind: &Justering) -> Option<Hinder> {
        let Self { avtalsar, netto, grupper, .. } = self;
        let named = words::quoted(kind);
        match (kind.slag, &kind.grupp, grupper) {
            (Slag::AterbaringPrognos | Slag::AterbaringSlutlig, ..) if *netto == Some(true) => {
                let text = say::rebate_is_deducted(&named, avtalsar);
                Some([text, say::no_rebate_of_net(), say::remove_rebate()])
            }
            (Slag::VinstForlust, Some(grupp), Some(grupper))
                if !grupper.iter().any(|known| known.id == grupp.id) =>
            {
                let text = say::no_such_group(&named, avtalsar);
                let known = grupper.iter().map(Justering::of);
                let known: Vec<_> = known.map(|kind| words::quoted(&kind)).collect();
                let expected = match known.as_slice() {
                    [] => say::nothing_is_shared(),
                    _ => Message::any_of(&known),
                };
                Some([text, expected, say::settle_as_agreed()])
            }
            _ => None,
        }
    }
}

/// The deductions of the year before: those that are still made, by what they are called and were called then, and those
/// that are gone; none where not all are known.
fn deductions(report: &Report, budgetar: i32) -> Option<BTreeSet<String>> {
    if report.stated(budgetar, &lakemedel::FOREGAENDE_AVDRAG_KANDA).is_some() {
        return None;
    }
    let (rows, _) = report.stated(budgetar, &lakemedel::AVDRAGSRADER)?;
    let (gone, _) = report.stated(budgetar, &lakemedel::BORTTAGNA_AVDRAG)?;
    let kept = rows.iter().filter(|row| !row.nytt);
    let kept = kept.flat_map(|row| row.hette.iter().chain([&row.namn]));
    Some(kept.chain(gone.iter().map(|row| &row.namn)).map(|name| swedish::slug(name)).collect())
}

impl Kontroll<'_> {
    /// That what is settled of the year before was deducted then.
    pub(in super::super) fn avdragen_gjordes(&mut self, galler: &Galler, indata: &Inputs) {
        let Some(known) = &galler.avdrag else { return };
        for one in indata.evidence.reglering.iter().flat_map(|reglering| &reglering.avdrag) {
            if known.contains(&swedish::slug(&one.rad.namn)) {
                continue;
            }
            let place = one.cells.first().map(|cell| cell.location.clone()).unwrap_or_default();
            let text = say::never_deducted(&words::quoted(&one.rad.namn), &galler.avtalsar);
            let problem =
                Problem::new(Code::R04, place, text).expected(say::one_of_its_deductions());
            self.problems.add(problem.help(say::state_the_deduction()));
        }
    }

    /// That no adjustment is to be made that there cannot be.
    pub(in super::super) fn raderna_galler(&mut self, galler: &Galler, rows: &[Justeringsrad]) {
        for row in rows {
            let cell = row.grupp.as_ref().unwrap_or(&row.kind.cell);
            self.hindrad(galler, &row.kind.value, location(cell));
        }
    }

    /// That the återbäring of a gross grant is not forgotten; asked when everything else is in order.
    pub(in super::super) fn glomd_aterbaring(&mut self, galler: &Galler, rows: &[Justeringsrad]) {
        let aterbaring = [Slag::AterbaringPrognos, Slag::AterbaringSlutlig];
        let has = rows.iter().any(|row| aterbaring.contains(&row.kind.value.slag));
        if galler.netto == Some(false) && !has && !self.problems.stop() {
            let text = say::gross_without_rebate(&galler.avtalsar);
            self.problems.add(
                Problem::new(Code::R08, field(sheet::JUSTERINGAR, "justering"), text)
                    .expected(say::row_of_rebate())
                    .help(say::if_another_decision()),
            );
        }
    }

    /// Says why an adjustment cannot be made, if it cannot.
    pub(super) fn hindrad(&mut self, galler: &Galler, kind: &Justering, place: Location) -> bool {
        let Some([text, expected, help]) = galler.hinder(kind) else { return false };
        self.problems.add(Problem::new(Code::R04, place, text).expected(expected).help(help));
        true
    }
}
