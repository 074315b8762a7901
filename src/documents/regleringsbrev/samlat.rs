//! The letter and all its annexes in one paper. Says nothing that they do not.

use schemars::JsonSchema;
use serde::Serialize;

use super::bilaga::{self, Bilaga};
use super::brev::Brev;
use crate::contract::regleringsbrev as contract;
use crate::report::View;
use crate::report::head::Huvud;
use crate::report::paper::Form;

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

/// Without a workbook: each annex has its own.
impl Form for Samlat {
    const VERSION: u32 = 4;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }
}

/// Reads an annex. Its table has a name of its own, since there are several.
pub(super) fn bilaga(view: &View<'_>, ar: i32, bilaga: &contract::Bilaga) -> Bilaga {
    let mut bilaga = bilaga::bilaga(view, ar, bilaga);
    bilaga.tabell.id = format!("bilaga_{}", bilaga.nummer);
    bilaga
}
