//! What the checks and the reader say of regleringsbrevet's workbook, a file for each matter.

pub(crate) mod amounts;
pub(crate) mod items;
pub(crate) mod months;
pub(crate) mod references;
pub(crate) mod schedule;
pub(crate) mod settlement;
