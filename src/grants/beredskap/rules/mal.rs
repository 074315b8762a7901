//! How many regions' stocks last as long as the goal says, and how short the shortest is.

use super::AVTAL;
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::beredskap::inputs::Mal;
use crate::quantity::{Antal, Veckor};
use crate::region::PerRegion;

static NATT: Rule = Rule {
    id: "beredskap.antal_natt",
    text: "Antalet regioner vars lager räcker minst så många veckor som målet säger.",
    kalla: AVTAL,
};
static MISSAT: Rule = Rule {
    id: "beredskap.antal_missat",
    text: "Antalet regioner vars lager räcker kortare tid än målet säger.",
    kalla: AVTAL,
};
static MINST: Rule = Rule {
    id: "beredskap.veckor_minst",
    text: "Så många veckor som lagren räcker i den region där de räcker kortast.",
    kalla: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&NATT, &MISSAT, &MINST];

/// Counts who met each goal.
pub fn berakna(trace: &mut Trace, namn: &Namn, mal: &[Mal]) {
    for Mal { id, veckor, svar } in mal {
        let inputs: (PerRegion<Figure<Veckor>>, _) = (svar.clone(), veckor.clone());
        let natt = namn.riket(&format!("antal_natt_{id}"));
        trace.derive(&NATT, natt, inputs.clone(), |(svar, mal)| antal(&svar, |v| v >= mal));
        let missat = namn.riket(&format!("antal_missat_{id}"));
        trace.derive(&MISSAT, missat, inputs, |(svar, mal)| antal(&svar, |v| v < mal));
        let minst = namn.riket(&format!("veckor_minst_{id}"));
        trace.derive(&MINST, minst, svar.clone(), |svar| {
            let minst = svar.varden().iter().copied().min();
            minst.unwrap_or_else(|| panic!("every region has answered"))
        });
    }
}

fn antal(svar: &PerRegion<Veckor>, raknas: impl Fn(Veckor) -> bool) -> Antal {
    let antal = svar.varden().iter().filter(|veckor| raknas(**veckor)).count();
    Antal::fran_heltal(i64::try_from(antal).unwrap_or(i64::MAX))
}
