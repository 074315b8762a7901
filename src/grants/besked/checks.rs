//! What the overview and the decisions whose money is in it must agree on.

use super::inputs::Inputs;
use super::messages as say;
use super::rules::meddelat::Meddelat;
use super::schema::WORKBOOK;
use crate::figure::{FigureId, Trace};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::quantity::{Exact, Kronor};
use crate::swedish;

/// That the decisions fit in what each region was told: they are part of it.
pub(super) fn besluten_ingar(
    trace: &Trace,
    indata: &Inputs,
    utfall: &Meddelat,
    problems: &mut Problems,
) {
    for (region, utover) in utfall.utover.iter() {
        if utover.value < Kronor::zero() {
            let meddelat = indata.meddelat.of(region);
            let beslut = indata.beslut.iter().map(|one| one.belopp.of(region).value.exact());
            let beslut: Kronor = beslut.sum();
            problems.add(
                Problem::new(
                    Code::R04,
                    location(trace, meddelat.id),
                    say::less_than_decisions(&region, &mnkr(&meddelat.value), &mnkr(&beslut)),
                )
                .expected(say::decisions_included())
                .help(say::check_unit()),
            );
        }
    }
}

/// That the amount spoken of is as even as it is said to be: else nothing of it can be told from rounding.
pub(super) fn omtalat_ar_jamnt(trace: &Trace, indata: &Inputs, problems: &mut Problems) {
    let (omtalat, steg) = (&indata.omtalat, &indata.omtalat_steg);
    if (omtalat.value.exact() / steg.value.exact()).integer().is_none() {
        problems.add(
            Problem::new(
                Code::R04,
                location(trace, omtalat.id),
                say::not_so_even(&mnkr(&omtalat.value), &mnkr(&steg.value)),
            )
            .expected(say::as_even_as_said())
            .help(say::correct_amount_or_step()),
        );
    }
}

/// That the amount spoken of is about what the regions were told together: it may be more exact, but not of another size.
pub(super) fn omtalat_ar_summan(
    trace: &Trace,
    indata: &Inputs,
    utfall: &Meddelat,
    problems: &mut Problems,
) {
    let (omtalat, summan) = (indata.omtalat.value.exact(), utfall.totalt.value.exact());
    let skillnad = (summan - omtalat).amount();
    if &skillnad * &Exact::from(APART) > *omtalat {
        let text =
            say::not_what_was_spoken_of(&mnkr(&utfall.totalt.value), &mnkr(&indata.omtalat.value));
        let problem = Problem::new(Code::P02, location(trace, indata.omtalat.id), text);
        let kronor = skillnad.nearest().integer().unwrap_or(i64::MAX);
        let said = Message::alike(format!("{} kr", swedish::number(&Exact::from(kronor), 0)));
        problems.add(problem.help(say::check_both()).at_stake(kronor, said));
    }
}

/// A difference of more than one part in so many is no rounding.
const APART: i64 = 10;

fn mnkr(kronor: &Kronor) -> String {
    swedish::short_number(&(kronor.exact() / &Exact::from(1_000_000)), 6)
}

/// Where a leaf was read.
fn location(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(WORKBOOK.file), |cell| cell.location.clone())
}
