//! Documents: each chooses the figures, tables and facts of one paper from the report. No arithmetic.

pub mod cirkular;
pub mod regleringsbrev;
