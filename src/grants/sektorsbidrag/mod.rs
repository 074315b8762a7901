//! Sektorsbidraget: an amount that the state shares out among the regions by population and standard
//! cost, in one decision.

mod checks;
mod facts;
pub mod inputs;
pub(crate) mod messages;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, sektorsbidrag as contract};
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use inputs::Inputs;
use rules::{belopp, jamforelse, vikter};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// The grant.
pub const GRANT: Grant = Grant {
    id: ID,
    name: "Sektorsbidraget",
    workbook_file: &schema::WORKBOOK,
    rules: rules::all,
    needs: &[],
    compute: |book, _arkiv, report, problems| {
        if let Some(indata) = inputs::read(book, report, problems) {
            compute_inputs(&indata, report, problems);
        }
    },
};

/// Every step. Writes the figures and facts to the report.
pub fn compute_inputs(indata: &Inputs, report: &mut Report, problems: &mut Problems) {
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let vikter = vikter::compute(calc, &indata.befolkning, &indata.standardkostnad);
    let belopp = belopp::compute(calc, indata, &vikter);
    let promises = (&contract::BELOPP_PER_INV_AVSTAND, &contract::BELOPP_PER_INV_PLATS);
    jamforelse::RANKING.define(calc, promises, &belopp.per_inv, &belopp.medel);
    checks::total(indata, &belopp, problems);
    checks::utbetalningarna(&belopp, problems);
    facts::state(indata, &belopp, report);
}
