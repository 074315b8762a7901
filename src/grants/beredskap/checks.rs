//! Checks that no single cell can answer: what the rules make of the workbook must hang together.
//! Each failure is a problem placed in the sheet where the user can mend it.

use super::inputs::Avtal;
use super::messages as say;
use super::rules::liggare::Konto;
use super::rules::tilldelning::Tilldelat;
use super::schema::{WORKBOOK, sheet};
use crate::figure::{Figure, FigureId, Trace};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::swedish;

/// That every agreement gives every region something, so that a share of it can be told.
pub(super) fn tilldelningen(
    problems: &mut Problems,
    trace: &Trace,
    avtal: &[Avtal],
    tilldelat: &[Tilldelat],
) -> Option<()> {
    let mut all = Some(());
    for (avtal, tilldelat) in avtal.iter().zip(tilldelat) {
        let utan = tilldelat.per_region.iter().find(|(_, belopp)| belopp.value.integer() <= 0);
        if let Some((region, belopp)) = utan {
            let text = say::nothing_allocated(&region, &kr(belopp), &avtal.ar);
            problems.add(
                Problem::new(Code::R04, location(trace, avtal.till_regionerna.id), text)
                    .expected(say::krona_each()),
            );
            all = None;
        }
    }
    all
}

/// That no region has used more than it was allocated.
pub(super) fn anvandningen(
    problems: &mut Problems,
    trace: &Trace,
    avtal: &[Avtal],
    tilldelat: &[Tilldelat],
    konton: &[Konto],
) {
    for ((avtal, tilldelat), konto) in avtal.iter().zip(tilldelat).zip(konton) {
        for (region, kvar) in konto.kvar.iter().filter(|(_, kvar)| kvar.value.integer() < 0) {
            let tilldelat = tilldelat.per_region.of(region);
            let for_mycket = swedish::number((-kvar.value).exact().exact(), 0);
            let Some(sist) = avtal.anvant.last() else { continue };
            let text = say::used_too_much(&region, &for_mycket, &avtal.ar, &kr(tilldelat));
            problems.add(
                Problem::new(Code::R04, location(trace, sist.per_region.of(region).id), text)
                    .expected(say::use_within_allocated())
                    .help(say::check_answers(sheet::ANVANDNING)),
            );
        }
    }
}

fn kr(belopp: &Figure<HelaKronor>) -> String {
    swedish::number(belopp.value.exact().exact(), 0)
}

/// Where a leaf was read.
fn location(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(WORKBOOK.file), |cell| cell.location.clone())
}
