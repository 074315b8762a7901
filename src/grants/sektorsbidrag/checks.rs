//! Checks that no single cell can answer: what is shared out is used to the krona, and every amount can
//! be paid.

use super::inputs::Inputs;
use super::messages as say;
use super::rules::belopp::Belopp;
use super::schema::{WORKBOOK, sheet};
use crate::allocation::Residual;
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::swedish;

/// That the rounded amounts sum to what is shared out, where nobody is to take a residual.
pub(super) fn total(indata: &Inputs, belopp: &Belopp, problems: &mut Problems) {
    let residual = indata.pott.value - belopp.totalt.value;
    if residual.integer() == 0 {
        return;
    }
    assert_eq!(indata.residual, Residual::HalfUp, "every other policy uses the whole amount");
    let skillnad = if residual.integer() < 0 {
        say::too_much(&kr(-residual))
    } else {
        say::left(&kr(residual))
    };
    problems.add(
        Problem::new(
            Code::R01,
            indata.residual_plats.clone(),
            say::not_even(&kr(belopp.totalt.value), &kr(indata.pott.value), &skillnad),
        )
        .expected(say::rule_for_residual())
        .help(say::choose_rule()),
    );
}

/// That every region gets something that can be paid.
pub(super) fn utbetalningarna(belopp: &Belopp, problems: &mut Problems) {
    for (region, belopp) in belopp.per_region.iter() {
        if belopp.value.integer() <= 0 {
            problems.add(
                Problem::new(
                    Code::R05,
                    Location::sheet(WORKBOOK.file, sheet::FORDELNING),
                    say::cannot_be_paid(&region, &kr(belopp.value)),
                )
                .expected(say::payable_amount())
                .help(say::check_amount()),
            );
        }
    }
}

fn kr(belopp: HelaKronor) -> String {
    swedish::number(belopp.exact().exact(), 0)
}
