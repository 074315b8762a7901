//! How much a list of drugs has grown since the version before it.

use super::VART;
use crate::figure::{Namn, Rule, Trace};
use crate::grants::beredskap::inputs::Lista;
use crate::quantity::Antal;

static TILLKOMMIT: Rule = Rule {
    id: "beredskap.lista_skillnad",
    text: "Listans antal substanser minus den tidigare versionens.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&TILLKOMMIT];

/// Computes how much each list has grown, where an earlier version is known.
pub fn berakna(trace: &mut Trace, namn: &Namn, listor: &[Lista]) {
    for lista in listor {
        if let Some(tidigare) = &lista.tidigare {
            let id = namn.riket(&format!("lista_{}_skillnad", lista.nummer));
            let inputs = (lista.antal.clone(), tidigare.clone());
            trace.derive(&TILLKOMMIT, id, inputs, |(nu, tidigare)| {
                Antal::fran_heltal(nu.heltal() - tidigare.heltal())
            });
        }
    }
}
