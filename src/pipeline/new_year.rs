//! The workbooks of the year after a computed one. What is inherited is the schemas' to say; here it is
//! only known where the figures came from.

use std::path::Path;

use super::urval::Urval;
use super::{Beratta, Val, arbetsbok, compute_books, read};
use crate::grants::{GRANTS, Grant};
use crate::output::Filer;
use crate::problem::Problems;
use crate::render::{Mallar, PdfStandard};
use crate::workbook::Forlaga;

/// The workbooks of a new year.
#[derive(Debug)]
pub struct NewYear {
    /// The year.
    pub ar: i32,
    /// A workbook for each grant, by its file's name.
    pub arbetsbocker: Filer,
    /// Warnings about the year before.
    pub varningar: Problems,
}

/// The workbooks of the year after the one in a folder: what persists, what that year came to, and room
/// for what is new. The run named as the source is the one that `generate` makes of the folder.
///
/// # Errors
/// Every problem of the year in the folder, or that a workbook cannot be made.
pub fn year_after(mapp: &Path, beratta: Beratta<'_>) -> Result<NewYear, Problems> {
    let urval = Urval::default();
    let (berakning, bocker) = compute_books(read(mapp, &urval, beratta), beratta)?;
    let val = Val { mallar: Mallar::inbyggda(), standard: PdfStandard::A3a, urval };
    let korning = val.korning(&berakning.indata).id;
    let kalla =
        |grant: &&Grant| (grant.id, format!("{} {}, körning {korning}", grant.namn, berakning.ar));
    let kallor = GRANTS.iter().map(kalla).collect();
    let ar = berakning.ar + 1;
    let (trace, texter) = (&berakning.report.trace, &berakning.report.lasta_texter());
    let ifylld = |(grant, bok): &super::Last| {
        let forlaga = Forlaga { bok, bidrag: grant.id, trace, texter, kallor: &kallor };
        arbetsbok(grant, ar, &forlaga.fyllning())
    };
    let arbetsbocker = bocker.iter().map(ifylld).collect::<Result<_, _>>()?;
    Ok(NewYear { ar, arbetsbocker, varningar: berakning.varningar })
}
