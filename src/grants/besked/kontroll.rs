//! What the overview and sektorsbidraget must agree on.

use super::inputs::Indata;
use super::rules::meddelat::Meddelat;
use super::schema::ARBETSBOK;
use crate::figure::{FigureId, Trace};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::{Exakt, Kronor};
use crate::svenska;

/// That sektorsbidraget fits in what each region was told: it is part of it.
pub(super) fn sektorsbidraget_ingar(
    trace: &Trace,
    indata: &Indata,
    utfall: &Meddelat,
    problems: &mut Problems,
) {
    for (region, utover) in utfall.utover.iter() {
        if utover.value < Kronor::noll() {
            let meddelat = indata.meddelat.i(region);
            let sektorsbidrag = indata.sektorsbidrag.i(region).value.exakt();
            problems.add(
                Problem::new(
                    Code::R04,
                    plats(trace, meddelat.id),
                    format!(
                        "{region}: medlen är {} mnkr men bara sektorsbidraget är {} mnkr",
                        mnkr(&meddelat.value),
                        mnkr(&sektorsbidrag)
                    ),
                )
                .expected("medel där sektorsbidraget ingår")
                .help("kontrollera att beloppet är i miljoner kronor och att sektorsbidraget är inräknat"),
            );
        }
    }
}

/// That the amount spoken of is as even as it is said to be: else nothing of it can be told from rounding.
pub(super) fn omtalat_ar_jamnt(trace: &Trace, indata: &Indata, problems: &mut Problems) {
    let (omtalat, steg) = (&indata.omtalat, &indata.omtalat_steg);
    if (omtalat.value.exakt() / steg.value.exakt()).heltal().is_none() {
        problems.add(
            Problem::new(
                Code::R04,
                plats(trace, omtalat.id),
                format!(
                    "det nämnda beloppet, {} mnkr, är inte avrundat till närmaste {} mnkr",
                    mnkr(&omtalat.value),
                    mnkr(&steg.value)
                ),
            )
            .expected("ett belopp så jämnt som avrundningen säger")
            .help("rätta beloppet, eller raden som säger vad det är avrundat till"),
        );
    }
}

fn mnkr(kronor: &Kronor) -> String {
    svenska::kort_tal(&(kronor.exakt() / &Exakt::from(1_000_000)), 6)
}

/// Where a leaf was read.
fn plats(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(ARBETSBOK.fil), |cell| cell.location.clone())
}
