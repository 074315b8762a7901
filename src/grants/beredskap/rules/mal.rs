//! How many regions' stocks last as long as the goal says, and how short the shortest is.

use super::AVTAL;
use crate::contract::{Calculation, beredskap as contract};
use crate::figure::{Comparison, Rule, count_where, least};
use crate::grants::beredskap::inputs::Mal;
use crate::region::Region;

static NATT: Rule = Rule {
    id: "beredskap.antal_natt",
    text: "Antalet regioner vars lager räcker minst så många veckor som målet säger.",
    source: AVTAL,
};
static MISSAT: Rule = Rule {
    id: "beredskap.antal_missat",
    text: "Antalet regioner vars lager räcker kortare tid än målet säger.",
    source: AVTAL,
};
static MINST: Rule = Rule {
    id: "beredskap.veckor_minst",
    text: "Så många veckor som lagren räcker i den region där de räcker kortast.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&NATT, &MISSAT, &MINST];

/// Counts who met each goal.
pub fn compute(calc: &mut Calculation<'_>, mal: &[Mal]) {
    for Mal { id, veckor, answer } in mal {
        let natt = Region::all().map(|r| Comparison::at_least(&answer[r], veckor));
        calc.define(&NATT, &contract::ANTAL_NATT.at(id), count_where(natt));
        let missat = Region::all().map(|r| Comparison::below(&answer[r], veckor));
        calc.define(&MISSAT, &contract::ANTAL_MISSAT.at(id), count_where(missat));
        let least = least(Region::all().map(|r| &answer[r]));
        calc.define(&MINST, &contract::VECKOR_MINST.at(id), least);
    }
}
