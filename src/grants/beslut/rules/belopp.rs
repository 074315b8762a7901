//! Each recipient's amount: its share of each pot, in whole kronor by a residual policy, and their sum.

use super::grans::WITHIN_LIMITS;
use super::vikter::Vikter;
use super::{BESLUT, VART};
use crate::allocation::{Residual, share};
use crate::contract::Calculation;
use crate::contract::beslut::{self as contract, Satt};
use crate::figure::{
    Comparison, Expr, Figure, Rule, choose, count_where, list, one, round, round_by, sum, zero,
};
use crate::grants::beslut::inputs::{Inputs, Potten, Rest};
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Andel, Antal, HelaKronor, Kronor, KronorPerInvanare, Quantity};

static ANTAL: Rule = Rule {
    id: "beslut.antal_mottagare",
    text: "Antalet mottagare som får ett belopp större än noll.",
    source: BESLUT,
};
static POTT: Rule =
    Rule { id: "beslut.pott", text: "Potternas belopp, summerade.", source: BESLUT };
static EXAKT: Rule = Rule {
    id: "beslut.delbelopp_exakt",
    text: "Potten gånger mottagarens andel, oavrundat.",
    source: BESLUT,
};
static KVAR: Rule = Rule {
    id: "beslut.kvar_efter_grundbelopp",
    text: "Potten minus ett grundbelopp till varje mottagare.",
    source: BESLUT,
};
static GRUND: Rule = Rule {
    id: "beslut.delbelopp_grundbelopp",
    text: "Grundbeloppet plus mottagarens andel av det som är kvar av potten när alla har fått grundbeloppet, oavrundat.",
    source: BESLUT,
};
static INOM_GRANSER: Rule = Rule {
    id: "beslut.delbelopp_inom_granser",
    text: "Potten efter mottagarnas andelar, oavrundat, men inte mindre än det minsta och inte mer än det största belopp som beslutet anger; det som då tas från eller ges till några fördelas på de andra efter deras andelar. Ett grundbelopp räknas in.",
    source: BESLUT,
};
static KVAR_OVRIGA: Rule = Rule {
    id: "beslut.kvar_ovriga",
    text: "De oavrundade beloppen till dem som varken får det minsta eller det största beloppet, utan grundbelopp, summerade: det som de delar på.",
    source: BESLUT,
};
static ANDEL_OVRIGA: Rule = Rule {
    id: "beslut.andel_ovriga",
    text: "Andelarna för dem som varken får det minsta eller det största beloppet, summerade.",
    source: BESLUT,
};
static FAST: Rule =
    Rule {
        id: "beslut.delbelopp_fast", text: "Beloppet som det står i beslutet.", source: BESLUT
    };
static HALF_UP: Rule = Rule {
    id: "beslut.delbelopp",
    text: "Mottagarens belopp ur potten avrundat en gång till hela kronor (half_up: halva kronor bort från noll).",
    source: BESLUT,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "beslut.delbelopp_largest_remainder",
    text: "Mottagarens belopp ur potten nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i tabellens ordning.",
    source: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "beslut.delbelopp_residual_to_largest",
    text: "Mottagarens belopp ur potten avrundat till hela kronor (half_up); den som får mest tar återstoden.",
    source: VART,
};
static EXPLICIT: Rule = Rule {
    id: "beslut.delbelopp_explicit",
    text: "Mottagarens belopp ur potten avrundat till hela kronor (half_up); den som beslutet anger tar återstoden.",
    source: BESLUT,
};
static JUSTERAT: Rule = Rule {
    id: "beslut.delbelopp_justerat",
    text: "Mottagarens belopp ur potten avrundat till hela kronor (half_up), plus den justering som beslutet anger för mottagaren.",
    source: BESLUT,
};
static DELSUMMA: Rule = Rule {
    id: "beslut.delbelopp_totalt",
    text: "Mottagarnas belopp ur potten, summerade.",
    source: BESLUT,
};
static RESIDUAL: Rule = Rule {
    id: "beslut.residual",
    text: "Potten minus mottagarnas belopp avrundade var för sig (half_up).",
    source: VART,
};
static RESIDUAL_NEDAT: Rule = Rule {
    id: "beslut.residual_nedat",
    text: "Potten minus mottagarnas belopp avrundade nedåt: så många kronor går en var till de största resterna.",
    source: VART,
};
static BELOPP: Rule = Rule {
    id: "beslut.belopp",
    text: "Mottagarens belopp ur alla potter, summerade.",
    source: BESLUT,
};
static TOTALT: Rule =
    Rule { id: "beslut.belopp_totalt", text: "Mottagarnas belopp, summerade.", source: BESLUT };
static PER_INVANARE: Rule = Rule {
    id: "beslut.belopp_per_inv",
    text: "Det avrundade beloppet delat med befolkningen.",
    source: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &ANTAL,
    &POTT,
    &EXAKT,
    &KVAR,
    &GRUND,
    &INOM_GRANSER,
    &KVAR_OVRIGA,
    &ANDEL_OVRIGA,
    &FAST,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &EXPLICIT,
    &JUSTERAT,
    &DELSUMMA,
    &RESIDUAL,
    &RESIDUAL_NEDAT,
    &BELOPP,
    &TOTALT,
    &PER_INVANARE,
];

/// What comes of a pot.
#[derive(Clone, Debug)]
pub struct UrPotten {
    /// Unrounded, for each recipient.
    pub exakt: Vec<Figure<Kronor>>,
    /// In whole kronor, for each recipient.
    pub hela: Vec<Figure<HelaKronor>>,
    /// Their sum.
    pub totalt: Figure<HelaKronor>,
}

/// What each recipient gets.
#[derive(Clone, Debug)]
pub struct Belopp {
    /// Of each pot.
    pub potter: Vec<UrPotten>,
    /// Of all, for each recipient.
    pub belopp: Vec<Figure<HelaKronor>>,
    /// Per inhabitant and the mean, if the population is known.
    pub per_inv: Option<(Vec<Figure<KronorPerInvanare>>, Figure<KronorPerInvanare>)>,
}

/// Computes the amounts by the residual policies of the workbook.
///
/// # Panics
/// If a pot that is shared out by a key has no shares: the checks refuse it.
pub fn compute(calc: &mut Calculation<'_>, indata: &Inputs, vikter: &Vikter) -> Belopp {
    let namn = indata.namn.as_str();
    let pots = indata.potter.iter().map(|pott| &pott.belopp);
    calc.define(&POTT, &contract::POTT.at(namn), sum(pots));
    let potter: Vec<_> = indata
        .potter
        .iter()
        .zip(&vikter.potter)
        .map(|(pott, vikter)| {
            let andelar = vikter.as_ref().map(|(_, andelar)| andelar.as_slice());
            of_the_pot(calc, indata, pott, andelar)
        })
        .collect();
    let promise = contract::BELOPP.at(namn);
    let belopp: Vec<_> = each(calc, indata, &BELOPP, &promise, |place| {
        sum(potter.iter().filter_map(|pott| pott.hela.get(place)))
    });
    let totalt = calc.define(&TOTALT, &promise, sum(&belopp));
    let paid = belopp.iter().map(|one| Comparison::above(one, zero()));
    calc.define(&ANTAL, &contract::ANTAL.at(namn), count_where(paid));
    let befolkning = indata.kolumner.befolkning.as_ref().zip(vikter.folk.as_ref());
    let per_inv = befolkning.map(|(befolkning, folk)| {
        let promise = contract::BELOPP_PER_INV.at(namn);
        let per_inv = belopp.iter().zip(befolkning).zip(&indata.mottagare);
        let per_inv = per_inv.map(|((belopp, folk), one)| {
            calc.define_at(&PER_INVANARE, &promise, &one.plats, belopp.exact() / folk)
        });
        let per_inv = per_inv.collect();
        let mean = calc.define(&PER_INVANARE, promise.kept(), totalt.exact() / folk);
        (per_inv, mean)
    });
    Belopp { potter, belopp, per_inv }
}

/// A figure of each recipient, by an expression for each place.
fn each<P, O>(
    calc: &mut Calculation<'_>,
    indata: &Inputs,
    rule: &'static Rule,
    promise: &P,
    mut expr: impl FnMut(usize) -> O,
) -> Vec<Figure<P::Of>>
where
    P: crate::contract::RegionalPromise,
    O: crate::figure::Operand<Of = P::Of>,
{
    let places = indata.mottagare.iter().enumerate();
    places.map(|(place, one)| calc.define_at(rule, promise, &one.plats, expr(place))).collect()
}

fn of_the_pot(
    calc: &mut Calculation<'_>,
    indata: &Inputs,
    pott: &Potten,
    andelar: Option<&[Figure<Andel>]>,
) -> UrPotten {
    let key = (indata.namn.as_str(), pott.nummer);
    let (rule, exprs) = match (&pott.satt, andelar) {
        (Satt::FastaBelopp(column), _) => {
            let amounts = indata.kolumner.figurer(*column).iter().map(Figure::kronor).collect();
            (&FAST, amounts)
        }
        (Satt::Nyckel(_), Some(andelar)) => shared_out(calc, key, pott, andelar),
        (Satt::Nyckel(_), None) => panic!("{} has a key and no shares", pott.namn),
    };
    let exprs: Vec<Expr<Kronor>> = exprs;
    let mut exprs = exprs.into_iter();
    let exakt: Vec<_> = each(calc, indata, rule, &contract::DELBELOPP_EXAKT.at(key), |_| {
        exprs.next().unwrap_or_else(|| panic!("there is an amount for each recipient"))
    });
    if let Some(andelar) = andelar.filter(|_| pott.golv.is_some() || pott.tak.is_some()) {
        the_others(calc, key, pott, &exakt, andelar);
    }
    let (rule, whole) = whole(calc, pott, &exakt);
    let mut whole = whole.into_iter();
    let promise = contract::DELBELOPP.at(key);
    let hela: Vec<_> = each(calc, indata, rule, &promise, |_| {
        whole.next().unwrap_or_else(|| panic!("there is an amount for each recipient"))
    });
    let totalt = calc.define(&DELSUMMA, &promise, sum(&hela));
    let (rule, rounded): (_, Vec<_>) = match pott.rest {
        Rest::Regel(Residual::LargestRemainder) => {
            (&RESIDUAL_NEDAT, exakt.iter().map(|one| round_by(Avrundning::Down, one)).collect())
        }
        _ => (&RESIDUAL, exakt.iter().map(round).collect()),
    };
    calc.define(rule, &contract::RESIDUAL.at(key), &pott.belopp - sum(rounded));
    UrPotten { exakt, hela, totalt }
}

/// What those share who are at no limit, and their shares together: by these the amount of each follows from its share.
fn the_others(
    calc: &mut Calculation<'_>,
    key: (&str, usize),
    pott: &Potten,
    exakt: &[Figure<Kronor>],
    andelar: &[Figure<Andel>],
) {
    let of_kronor = exakt.iter().map(|one| {
        let shared = match &pott.grundbelopp {
            Some(base) => one.expr() - base.exact(),
            None => one.expr(),
        };
        if_at_no_limit(pott, one, shared)
    });
    calc.define(&KVAR_OVRIGA, &contract::KVAR_OVRIGA.at(key), sum(of_kronor));
    let of_shares = exakt.iter().zip(andelar);
    let of_shares = of_shares.map(|(one, andel)| if_at_no_limit(pott, one, andel.expr()));
    calc.define(&ANDEL_OVRIGA, &contract::ANDEL_OVRIGA.at(key), sum(of_shares));
}

/// A value of a recipient whose unrounded amount is neither the least nor the greatest there may be; else zero.
fn if_at_no_limit<T: Quantity>(pott: &Potten, exakt: &Figure<Kronor>, value: Expr<T>) -> Expr<T> {
    let value = match &pott.tak {
        Some(tak) => choose(Comparison::above(tak.exact(), exakt), value, zero()),
        None => value,
    };
    match &pott.golv {
        Some(golv) => choose(Comparison::above(exakt, golv.exact()), value, zero()),
        None => value,
    }
}

/// The unrounded amounts by shares, with base, floor and ceiling where there are any.
fn shared_out(
    calc: &mut Calculation<'_>,
    key: (&str, usize),
    pott: &Potten,
    andelar: &[Figure<Andel>],
) -> (&'static Rule, Vec<Expr<Kronor>>) {
    let base = pott.grundbelopp.as_ref();
    let left = match base {
        Some(base) => {
            let bases = sum(andelar.iter().map(|_| base));
            calc.define(&KVAR, &contract::KVAR.at(key), &pott.belopp - bases).exact()
        }
        None => pott.belopp.exact(),
    };
    let with_base = |amount: Expr<Kronor>| match base {
        Some(base) => base.exact() + amount,
        None => amount,
    };
    if pott.golv.is_none() && pott.tak.is_none() {
        let rule = if base.is_some() { &GRUND } else { &EXAKT };
        return (rule, andelar.iter().map(|andel| with_base(left.clone() * andel)).collect());
    }
    let limit = |limit: Option<&Figure<HelaKronor>>| match (limit, base) {
        (Some(limit), Some(base)) => one(limit.exact() - base.exact()),
        (Some(limit), None) => one(limit),
        (None, _) => Vec::new(),
    };
    let limits = (limit(pott.golv.as_ref()), limit(pott.tak.as_ref()));
    let amounts =
        calc.call::<Kronor>(&WITHIN_LIMITS, vec![list(andelar), one(left), limits.0, limits.1]);
    (&INOM_GRANSER, (0..andelar.len()).map(|place| with_base(amounts.at(place))).collect())
}

/// Whole kronor by the pot's policy.
fn whole(
    calc: &mut Calculation<'_>,
    pott: &Potten,
    exakt: &[Figure<Kronor>],
) -> (&'static Rule, Vec<Expr<HelaKronor>>) {
    let by = |calc: &mut Calculation<'_>, policy, taker: Option<&Figure<Antal>>| {
        share(calc.trace, exakt, &pott.belopp, policy, taker)
    };
    match &pott.rest {
        Rest::Regel(Residual::LargestRemainder) => {
            (&LARGEST_REMAINDER, by(calc, Residual::LargestRemainder, None))
        }
        Rest::Regel(Residual::HalfUpResidualToLargest) => {
            (&TO_LARGEST, by(calc, Residual::HalfUpResidualToLargest, None))
        }
        Rest::Regel(_) => (&HALF_UP, by(calc, Residual::HalfUp, None)),
        Rest::Till(place, taker) => (&EXPLICIT, by(calc, Residual::Explicit(*place), Some(taker))),
        Rest::Justeringar(changes) => {
            let amounts = exakt.iter().zip(changes).map(|(exakt, change)| match change {
                Some(change) => round(exakt) + change,
                None => round(exakt),
            });
            (&JUSTERAT, amounts.collect())
        }
    }
}
