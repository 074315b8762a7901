//! Checks that no single cell can answer: what the rules make of the workbook must hang together.
//! Each failure is a problem placed in the sheet where the user can mend it.

use super::inputs::Avtal;
use super::rules::liggare::Konto;
use super::rules::tilldelning::Tilldelat;
use super::schema::{ARBETSBOK, blad};
use crate::figure::{Figure, FigureId, Trace};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::svenska;

/// That every agreement gives every region something, so that a share of it can be told.
pub(super) fn tilldelningen(
    problems: &mut Problems,
    trace: &Trace,
    avtal: &[Avtal],
    tilldelat: &[Tilldelat],
) -> Option<()> {
    let mut alla = Some(());
    for (avtal, tilldelat) in avtal.iter().zip(tilldelat) {
        let utan = tilldelat.per_region.iter().find(|(_, belopp)| belopp.value.heltal() <= 0);
        if let Some((region, belopp)) = utan {
            let text = format!("{region} tilldelas {} av {} års medel", kronor(belopp), avtal.ar);
            problems.add(
                Problem::new(Code::R04, plats(trace, avtal.till_regionerna.id), text)
                    .expected("ett belopp som ger varje region minst en krona"),
            );
            alla = None;
        }
    }
    alla
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
        for (region, kvar) in konto.kvar.iter().filter(|(_, kvar)| kvar.value.heltal() < 0) {
            let tilldelat = tilldelat.per_region.i(region);
            let for_mycket = svenska::tal((-kvar.value).exakt().exakt(), 0);
            let Some(sist) = avtal.anvant.last() else { continue };
            let text = format!(
                "{region} har använt {for_mycket} kr mer av {} års medel än de {} som regionen har tilldelats",
                avtal.ar,
                kronor(tilldelat)
            );
            problems.add(
                Problem::new(Code::R04, plats(trace, sist.per_region.i(region).id), text)
                    .expected("användning som tillsammans ryms i det tilldelade")
                    .help(format!("kontrollera svaret på bladet {}, alla år", blad::ANVANDNING)),
            );
        }
    }
}

fn kronor(belopp: &Figure<HelaKronor>) -> String {
    format!("{} kr", svenska::tal(belopp.value.exakt().exakt(), 0))
}

/// Where a leaf was read.
fn plats(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(ARBETSBOK.fil), |cell| cell.location.clone())
}
