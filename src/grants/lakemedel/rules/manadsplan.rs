//! The plan of a year that is not paid by twelfths: each month's share of the year.

use super::AVTAL;
use crate::contract::{Calculation, Country, Indexed, Maybe};
use crate::figure::{Figure, Rule, sum};
use crate::grants::lakemedel::inputs::Manadsplan;
use crate::quantity::Andel;

static ANDEL: Rule = Rule {
    id: "lakemedel.manadsplan_andel",
    text: "Månadens belopp enligt planen delat med alla månaders.",
    source: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&ANDEL];

/// Computes the shares of the months, where the plan gives amounts.
pub fn compute(
    calc: &mut Calculation<'_>,
    promise: &Indexed<Maybe<Country<Andel>>>,
    plan: &Manadsplan,
) {
    let Manadsplan::Belopp(belopp) = plan else { return };
    for (nummer, en_manad) in (1_usize..).zip(belopp) {
        let alla = sum(belopp.iter().map(Figure::exact));
        calc.define(&ANDEL, &promise.at(nummer), en_manad.exact() / alla);
    }
}
