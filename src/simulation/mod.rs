//! What would be if cells held something else: which cells are meant ([`inputs`]), what each recipient would get then
//! ([`stakes`]), which cell matters most ([`each()`]), and how far amounts may come to lie where cells are uncertain
//! ([`sample()`]). Never a decision, and no document is made of it. Only what depends on the cells is computed again; the
//! checks of the workbooks are not.

pub mod change;
pub mod data;
mod each;
pub mod inputs;
pub mod messages;
pub mod paper;
mod sample;
pub mod stakes;
pub mod uncertain;

pub use self::change::{Change, values};
pub use self::each::{a_percent, amounts, each};
pub use self::sample::{Sample, Spread, Uncertain, sample};
