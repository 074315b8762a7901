//! Decisions that share out money: this pot, by this key, to these recipients, with these words. One workbook for each
//! decision, any number of them; nothing here knows what a decision is about.

mod beginning;
mod checks;
mod facts;
pub mod inputs;
pub(crate) mod messages;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, beslut as contract};
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
pub use beginning::beginning;
use inputs::Inputs;
use rules::{belopp, jamforelse, vikter};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// Decisions, computed one workbook at a time.
pub const GRANT: Grant = Grant {
    id: ID,
    name: "Beslut om medel",
    workbook_file: &schema::WORKBOOK,
    steps: rules::STEG,
    needs: &[],
    after: &[],
    names: None,
    compute: |book, _arkiv, report, problems| {
        if let Some(indata) = inputs::read(book, report, problems) {
            // What cannot be shared out has been reported.
            let _: Option<()> = compute_inputs(&indata, report, problems);
        }
    },
};

/// Every step; none if a pot cannot be shared out, which is reported. Writes the figures and facts to the report.
pub fn compute_inputs(indata: &Inputs, report: &mut Report, problems: &mut Problems) -> Option<()> {
    checks::potterna(indata, &report.trace, problems)?;
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let vikter = vikter::compute(calc, indata);
    checks::vikterna(indata, &vikter, calc.trace, problems)?;
    let belopp = belopp::compute(calc, indata, &vikter);
    jamforelse::compute(calc, indata, &belopp);
    checks::utfallet(indata, &belopp, calc.trace, problems);
    facts::state(indata, &belopp, report);
    Some(())
}
