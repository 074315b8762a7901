//! The letter and all its annexes in one paper. Says nothing that they do not.

use schemars::JsonSchema;
use serde::Serialize;

use super::bilaga::Bilaga;
use super::brev::Brev;
use crate::report::delar::Huvud;

/// The decision with everything that belongs to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Samlat {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The letter.
    pub brev: Brev,
    /// The annexes, in order.
    pub bilagor: Vec<Bilaga>,
}
