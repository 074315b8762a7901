//! Sektorsbidraget: an amount that the state shares out among the regions by population and standard
//! cost, in one decision.

mod fakta;
pub mod inputs;
mod kontroll;
pub mod rules;
pub mod schema;

use crate::arkiv::Arkiv;
use crate::figure::Rule;
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use crate::workbook::Bok;
use crate::workbook::schema::Arbetsbok;
use inputs::Indata;
use rules::{belopp, vikter};

/// The grant's id.
pub const ID: &str = "sektorsbidrag";

/// The grant.
#[derive(Debug)]
pub struct Sektorsbidrag;

impl Grant for Sektorsbidrag {
    fn id(&self) -> &'static str {
        ID
    }

    fn namn(&self) -> &'static str {
        "Sektorsbidraget"
    }

    fn arbetsbok(&self) -> &'static Arbetsbok {
        &schema::ARBETSBOK
    }

    fn regler(&self) -> Vec<&'static Rule> {
        rules::alla()
    }

    fn berakna(&self, bok: &Bok, _arkiv: &Arkiv, report: &mut Report, problems: &mut Problems) {
        if let Some(indata) = inputs::las(bok, report) {
            berakna_indata(&indata, report, problems);
        }
    }
}

/// Every step. Writes the figures and facts to the report.
pub fn berakna_indata(indata: &Indata, report: &mut Report, problems: &mut Problems) {
    let (namn, folk, trace) = (&indata.namn, &indata.befolkning, &mut report.trace);
    let vikter = vikter::berakna(trace, namn, folk, &indata.standardkostnad);
    let belopp = belopp::berakna(trace, namn, &indata.pott, (&vikter, folk), indata.residual);
    kontroll::summan(indata, &belopp, problems);
    kontroll::utbetalningarna(&belopp, problems);
    fakta::fakta(indata, &belopp, report);
}
