//! Sektorsbidraget: an amount that the state shares out among the regions by population and standard
//! cost, in one decision.

mod facts;
pub mod inputs;
mod kontroll;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, sektorsbidrag as contract};
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use inputs::Indata;
use rules::{belopp, jamforelse, vikter};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// The grant.
pub const GRANT: Grant = Grant {
    id: ID,
    namn: "Sektorsbidraget",
    arbetsbok: &schema::ARBETSBOK,
    regler: rules::alla,
    needs: &[],
    compute: |bok, _arkiv, report, problems| {
        if let Some(indata) = inputs::read(bok, report, problems) {
            berakna_indata(&indata, report, problems);
        }
    },
};

/// Every step. Writes the figures and facts to the report.
pub fn berakna_indata(indata: &Indata, report: &mut Report, problems: &mut Problems) {
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let vikter = vikter::compute(calc, &indata.befolkning, &indata.standardkostnad);
    let belopp = belopp::compute(calc, indata, &vikter);
    let promises = (&contract::BELOPP_PER_INV_AVSTAND, &contract::BELOPP_PER_INV_PLATS);
    jamforelse::RANKING.define(calc, promises, &belopp.per_inv, &belopp.medel);
    kontroll::summan(indata, &belopp, problems);
    kontroll::utbetalningarna(&belopp, problems);
    facts::state(indata, &belopp, report);
}
