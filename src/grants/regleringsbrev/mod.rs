//! Regleringsbrevet for anslag 1:5: what the regions are paid each month of a budget year, over two
//! agreement years, with the adjustments that concern the earlier one; the annexes that say so, and
//! the settlement behind some of it.
//!
//! The year's amounts are läkemedelsförmånerna's, by their promises. The steps: [`inputs::read`]
//! names the leaves, `kontroll` holds what the workbook says against itself and against the agreement,
//! the rules follow in the order of [`rules`], and `fakta` says the rest.

mod avstamning;
mod berakning;
mod fakta;
mod framraknat;
pub mod inputs;
pub mod justering;
mod kontroll;
pub mod rules;
pub mod schema;

use crate::arkiv::Arkiv;
use crate::contract;
use crate::figure::Rule;
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use crate::workbook::Bok;
use crate::workbook::schema::Arbetsbok;
pub use berakning::berakna_indata;
use inputs::Lakemedel;

/// The grant's id.
pub const ID: &str = contract::regleringsbrev::GRANT;

/// The grant whose amounts are paid.
const LAKEMEDEL: &str = contract::lakemedel::GRANT;

/// The grant.
#[derive(Debug)]
pub struct Regleringsbrev;

impl Grant for Regleringsbrev {
    fn id(&self) -> &'static str {
        ID
    }

    fn namn(&self) -> &'static str {
        "Regleringsbrevet för anslag 1:5"
    }

    fn arbetsbok(&self) -> &'static Arbetsbok {
        &schema::ARBETSBOK
    }

    fn regler(&self) -> Vec<&'static Rule> {
        rules::alla()
    }

    fn needs(&self) -> &'static [&'static str] {
        &[LAKEMEDEL]
    }

    fn berakna(&self, bok: &Bok, _arkiv: &Arkiv, report: &mut Report, problems: &mut Problems) {
        let indata = inputs::read(bok, report, problems);
        kontroll::uppgifter(bok, report, problems);
        // What läkemedelsförmånerna lack, they have said.
        if let Some((indata, lakemedel)) = indata.zip(Lakemedel::hamta(report, bok.ar)) {
            // A failed step has said why.
            let _: Option<()> = berakna_indata(&indata, &lakemedel, report, problems);
        }
    }
}
