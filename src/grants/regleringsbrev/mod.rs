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

use crate::contract;
use crate::grants::Grant;
pub use berakning::berakna_indata;
use inputs::Lakemedel;

/// The grant's id.
pub const ID: &str = contract::regleringsbrev::GRANT;

/// The grant whose amounts are paid.
const LAKEMEDEL: &str = contract::lakemedel::GRANT;

/// The grant.
pub const GRANT: Grant = Grant {
    id: ID,
    namn: "Regleringsbrevet för anslag 1:5",
    arbetsbok: &schema::ARBETSBOK,
    regler: rules::alla,
    needs: &[LAKEMEDEL],
    compute: |bok, _arkiv, report, problems| {
        let indata = inputs::read(bok, report, problems);
        kontroll::uppgifter(bok, report, problems);
        // What läkemedelsförmånerna lack, they have said.
        if let Some((indata, lakemedel)) = indata.zip(Lakemedel::hamta(report, bok.ar)) {
            // A failed step has said why.
            let _: Option<()> = berakna_indata(&indata, &lakemedel, report, problems);
        }
    },
};
