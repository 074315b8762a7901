//! How much a list of drugs has grown since the version before it.

use super::VART;
use crate::contract::{Calculation, beredskap as contract};
use crate::figure::Rule;
use crate::grants::beredskap::inputs::Lista;

static TILLKOMMIT: Rule = Rule {
    id: "beredskap.lista_skillnad",
    text: "Listans antal substanser minus den tidigare versionens.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&TILLKOMMIT];

/// Computes how much each list has grown, where an earlier version is known.
pub fn compute(calc: &mut Calculation<'_>, listor: &[Lista]) {
    for Lista { nummer, count, tidigare } in listor {
        if let Some(tidigare) = tidigare {
            let promise = contract::LISTA_SKILLNAD.at(*nummer);
            calc.define(&TILLKOMMIT, &promise, count - tidigare);
        }
    }
}
