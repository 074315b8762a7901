//! The overview of all money per region for a year: the published amounts, what they hold beside
//! sektorsbidraget, and kronor per inhabitant. Takes sektorsbidraget's amounts and population from its
//! public figures.

mod facts;
pub mod inputs;
mod kontroll;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, besked as contract, sektorsbidrag};
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use inputs::Indata;
use rules::{jamforelse, meddelat, omtalat};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// The overview, computed as a grant is.
pub const GRANT: Grant = Grant {
    id: ID,
    namn: "Besked om medel per region",
    arbetsbok: &schema::ARBETSBOK,
    regler: rules::alla,
    needs: &[sektorsbidrag::GRANT],
    compute: |bok, _arkiv, report, problems| {
        if let Some(indata) = inputs::read(bok, report, problems) {
            berakna_indata(&indata, report, problems);
        }
    },
};

/// Every step. Writes the figures and facts to the report.
pub fn berakna_indata(indata: &Indata, report: &mut Report, problems: &mut Problems) {
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let meddelat = meddelat::compute(calc, indata);
    let promises = (&contract::MEDDELAT_PER_INV_AVSTAND, &contract::MEDDELAT_PER_INV_PLATS);
    jamforelse::RANKING.define(calc, promises, &meddelat.per_inv, &meddelat.medel);
    omtalat::compute(calc, indata, &meddelat.totalt);
    kontroll::omtalat_ar_jamnt(&report.trace, indata, problems);
    kontroll::sektorsbidraget_ingar(&report.trace, indata, &meddelat, problems);
    facts::state(indata, &meddelat, report);
}
