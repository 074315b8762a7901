//! Regleringsbrevet for anslag 1:5: what the regions are paid each month of a budget year, over two
//! agreement years, with the adjustments that concern the earlier one; the annexes that say so, and
//! the settlement behind some of it.
//!
//! The year's amounts are läkemedelsförmånerna's, by their promises. The steps: [`inputs::read`]
//! names the leaves, `kontroll` holds what the workbook says against itself and against the agreement,
//! the rules follow in the order of [`rules`], and `facts` says the rest.

mod avstamning;
mod checks;
mod computed;
mod facts;
mod framraknat;
pub mod inputs;
pub mod justering;
pub(crate) mod messages;
pub mod rules;
pub mod schema;

use crate::contract;
use crate::grants::Grant;
pub use computed::compute_inputs;
use inputs::Lakemedel;

/// The grant's id.
pub const ID: &str = contract::regleringsbrev::GRANT;

/// The grant whose amounts are paid.
const LAKEMEDEL: &str = contract::lakemedel::GRANT;

/// The grant.
pub const GRANT: Grant = Grant {
    id: ID,
    name: "Regleringsbrevet för anslag 1:5",
    workbook_file: &schema::WORKBOOK,
    steps: rules::STEG,
    needs: &[LAKEMEDEL],
    after: &[],
    names: None,
    compute: |book, _arkiv, report, problems| {
        let indata = inputs::read(book, report, problems);
        checks::items(book, report, problems);
        // What läkemedelsförmånerna lack, they have said.
        if let Some((indata, lakemedel)) = indata.zip(Lakemedel::fetch(report, book.year)) {
            // A failed step has said why.
            let _: Option<()> = compute_inputs(&indata, &lakemedel, report, problems);
        }
    },
};
