//! Grants: one folder each. A grant knows its workbook and its rules, writes to the report, and knows
//! neither the documents nor another grant's insides.

mod ranking;
mod reader;

pub mod beredskap;
pub mod besked;
pub mod lakemedel;
pub mod regleringsbrev;
pub mod sektorsbidrag;

pub use ranking::Ranking;
pub use reader::{Reader, Texts};

use crate::arkiv::Arkiv;
use crate::figure::Rule;
use crate::problem::Problems;
use crate::report::Report;
use crate::workbook::Bok;
use crate::workbook::schema::Arbetsbok;

/// A grant.
pub trait Grant: Sync {
    /// Its id, the first part of its figures' names.
    fn id(&self) -> &'static str;

    /// Its name, for people.
    fn namn(&self) -> &'static str;

    /// Its workbook.
    fn arbetsbok(&self) -> &'static Arbetsbok;

    /// Its rules, in the order they are explained.
    fn regler(&self) -> Vec<&'static Rule>;

    /// The grants whose public results it builds on; they are computed before it.
    fn needs(&self) -> &'static [&'static str] {
        &[]
    }

    /// Computes everything the workbook gives rise to and writes it to the report. Where the data do
    /// not allow that, reports why; the report is then of no use. What it needs of another grant and
    /// does not find there is left without a word: the other has said why.
    fn berakna(&self, bok: &Bok, arkiv: &Arkiv, report: &mut Report, problems: &mut Problems);
}

/// Every grant there is.
pub const GRANTS: &[&dyn Grant] = &[
    &lakemedel::Lakemedel,
    &regleringsbrev::Regleringsbrev,
    &sektorsbidrag::Sektorsbidrag,
    &besked::Besked,
    &beredskap::Beredskap,
];
