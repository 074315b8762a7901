//! The overview of all money per region for a year: the published amounts, what they hold beside the decisions that
//! have workbooks of their own, and kronor per inhabitant. Takes the decisions' amounts, and the population, from their
//! public figures.

mod checks;
mod facts;
pub mod inputs;
pub(crate) mod messages;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, besked as contract, beslut};
use crate::grants::{Grant, Names};
use crate::problem::Problems;
use crate::report::Report;
use inputs::Inputs;
use rules::{jamforelse, meddelat, omtalat};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// The overview, computed as a grant is.
pub const GRANT: Grant = Grant {
    id: ID,
    name: "Besked om medel per region",
    workbook_file: &schema::WORKBOOK,
    steps: rules::STEG,
    needs: &[],
    after: &[beslut::GRANT],
    names: Some(Names { grant: beslut::GRANT, sheet: schema::sheet::BESLUT, column: "beslut" }),
    compute: |book, _arkiv, report, problems| {
        if let Some(indata) = inputs::read(book, report, problems) {
            compute_inputs(&indata, report, problems);
        }
    },
};

/// Every step. Writes the figures and facts to the report.
pub fn compute_inputs(indata: &Inputs, report: &mut Report, problems: &mut Problems) {
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let meddelat = meddelat::compute(calc, indata);
    let promises = (&contract::MEDDELAT_PER_INV_AVSTAND, &contract::MEDDELAT_PER_INV_PLATS);
    jamforelse::RANKING.define(calc, promises, &meddelat.per_inv, &meddelat.medel);
    omtalat::compute(calc, indata, &meddelat.totalt);
    checks::omtalat_ar_jamnt(&report.trace, indata, problems);
    checks::omtalat_ar_summan(&report.trace, indata, &meddelat, problems);
    checks::besluten_ingar(&report.trace, indata, &meddelat, problems);
    facts::state(indata, &meddelat, report);
}
