//! What was computed from a folder: the report of every figure, and what is to be said of the workbooks.

use std::collections::BTreeSet;

use super::Absent;
use crate::documents;
use crate::figure::FigureId;
use crate::grants::Grant;
use crate::manifest::{Bekraftad, Fil};
use crate::plausibility::confirmed::Confirmed;
use crate::problem::Problems;
use crate::report::Report;

/// What was computed from a folder.
#[derive(Debug)]
pub struct Computed {
    /// The year.
    pub year: i32,
    /// The workbooks and archived files, with their checksums.
    pub inputs: Vec<Fil>,
    /// The workbooks that were not there, and what cannot be made for want of them.
    pub absent: Vec<Absent>,
    /// The workbooks that were computed: the grant, and the name of one of which there may be several.
    pub calculated: Vec<(&'static Grant, String)>,
    /// The inputs that may be another number without other figures coming about or going.
    pub changeable: BTreeSet<FigureId>,
    /// Everything found.
    pub report: Report,
    /// Warnings only.
    pub warnings: Problems,
    /// The warnings that somebody has answered for.
    pub confirmed: Vec<Confirmed>,
}

impl Computed {
    /// Who issues the year's documents, each once, with the organisation number where a workbook states it.
    #[must_use]
    pub fn issuers(&self) -> Vec<(String, Option<String>)> {
        documents::issuers(&self.report, self.year)
    }
}

/// A confirmed warning as the manifest has it.
pub(super) fn listed(confirmed: &Confirmed) -> Bekraftad {
    Bekraftad {
        kod: confirmed.code.clone(),
        fil: confirmed.location.file.clone(),
        blad: confirmed.location.sheet.clone().unwrap_or_default(),
        cell: confirmed.cell.clone(),
        varde: confirmed.value.clone(),
        bekraftad_av: confirmed.by.clone(),
        skal: confirmed.reason.clone(),
    }
}
