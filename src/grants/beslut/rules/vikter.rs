//! What a pot is shared out by: for each recipient the product of the columns that its key names.

use super::{BESLUT, VART};
use crate::contract::Calculation;
use crate::contract::beslut::{self as contract, Satt};
use crate::figure::{Expr, Figure, Rule, sum};
use crate::grants::beslut::inputs::{Inputs, Potten};
use crate::quantity::{Andel, Invanare, Vikt};

static FOLK: Rule = Rule {
    id: "beslut.befolkning_totalt",
    text: "Mottagarnas befolkning, summerad.",
    source: BESLUT,
};
static VIKTEN: Rule = Rule {
    id: "beslut.vikt",
    text: "Fördelningstalet: produkten av mottagarens tal i de kolumner som nyckeln nämner, oavrundad.",
    source: BESLUT,
};
static TOTALT: Rule = Rule {
    id: "beslut.vikt_totalt",
    text: "Mottagarnas fördelningstal, summerade.",
    source: BESLUT,
};
static ANDELEN: Rule = Rule {
    id: "beslut.andel",
    text: "Mottagarens fördelningstal delat med summan av alla mottagares.",
    source: BESLUT,
};
static MEDEL: Rule = Rule {
    id: "beslut.nyckel_medel",
    text: "Ett tal per invånare gånger befolkningen, summerat och delat med alla mottagares befolkning.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&FOLK, &VIKTEN, &TOTALT, &ANDELEN, &MEDEL];

/// The sum of the weights in a pot and each recipient's share of it; no shares where nobody has a weight.
pub type Andelar = (Figure<Vikt>, Vec<Figure<Andel>>);

/// What the pots are shared out by.
#[derive(Clone, Debug)]
pub struct Vikter {
    /// All recipients' population, if it is known.
    pub folk: Option<Figure<Invanare>>,
    /// For each pot; none where the amounts are fixed.
    pub potter: Vec<Option<Andelar>>,
}

/// Computes weights and shares.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs) -> Vikter {
    let namn = indata.namn.as_str();
    let folk = indata.kolumner.befolkning.as_ref().map(|befolkning| {
        calc.define(&FOLK, contract::BEFOLKNING.at(namn).kept(), sum(befolkning))
    });
    if let Some(folk) = &folk {
        means(calc, indata, folk);
    }
    let potter = indata.potter.iter().map(|pott| weights(calc, indata, pott)).collect();
    Vikter { folk, potter }
}

/// The mean of each column that is per inhabitant.
fn means(calc: &mut Calculation<'_>, indata: &Inputs, folk: &Figure<Invanare>) {
    let Some(befolkning) = &indata.kolumner.befolkning else { return };
    for kolumn in indata.kolumner.alla.iter().filter(|kolumn| kolumn.enhet.ends_with("/inv")) {
        let tal = indata.kolumner.figurer(kolumn.nummer);
        let products = tal.iter().zip(befolkning).map(|(tal, folk)| tal * folk);
        let promise = contract::NYCKEL.at((indata.namn.as_str(), kolumn.nummer));
        calc.define(&MEDEL, promise.kept(), sum(products) / folk);
    }
}

fn weights(calc: &mut Calculation<'_>, indata: &Inputs, pott: &Potten) -> Option<Andelar> {
    let Satt::Nyckel(columns) = &pott.satt else { return None };
    let key = (indata.namn.as_str(), pott.nummer);
    let promise = contract::VIKT.at(key);
    let places = || indata.mottagare.iter().map(|one| one.plats.as_str()).enumerate();
    let product = |place: usize| -> Expr<Vikt> {
        let factors = columns.iter().map(|column| indata.kolumner.vikt(*column, place));
        let product = factors.reduce(|product, factor| product * factor);
        product.unwrap_or_else(|| panic!("a key names a column"))
    };
    let vikter: Vec<_> = places()
        .map(|(place, plats)| calc.define_at(&VIKTEN, &promise, plats, product(place)))
        .collect();
    let totalt = calc.define(&TOTALT, promise.kept(), sum(&vikter));
    if totalt.value.exact().is_zero() {
        return Some((totalt, Vec::new()));
    }
    let promise = contract::ANDEL.at(key);
    let andelar = places()
        .zip(&vikter)
        .map(|((_, plats), vikt)| calc.define_at(&ANDELEN, &promise, plats, vikt / &totalt))
        .collect();
    Some((totalt, andelar))
}
