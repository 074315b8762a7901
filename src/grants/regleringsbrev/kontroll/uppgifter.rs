//! What the sheets say by themselves.

use crate::problem::Problems;
use crate::report::Report;
use crate::workbook::Bok;

/// Everything that can be told from the workbook and the agreement it pays.
pub(in super::super) fn uppgifter(_bok: &Bok, _report: &Report, _problems: &mut Problems) {}
