//! The months of an agreement year: a twelfth of each region's grant, or what a plan gives; what the twelve
//! rounded months miss the grant by, and how the last payment settles that.

use super::{BESLUT, Belopp, VART, in_region};
use crate::calendar::Month;
use crate::contract::{Calculation, regleringsbrev as contract};
use crate::figure::{Figure, Rule, count, round};
use crate::quantity::Andel;

static MANADSBELOPP: Rule = Rule {
    id: "regleringsbrev.manadsbelopp",
    text: "En tolftedel av avtalsårets bidrag, avrundad till hela kronor per region (half_up).",
    source: BESLUT,
};
static PLANENS_BELOPP: Rule = Rule {
    id: "regleringsbrev.planens_belopp",
    text: "Avtalsårets bidrag gånger kostnadsmånadens andel enligt planen, avrundat till hela kronor per region (half_up).",
    source: VART,
};
static RESIDUAL: Rule = Rule {
    id: "regleringsbrev.manader_residual",
    text: "Tolv avrundade månadsbelopp minus avtalsårets bidrag.",
    source: VART,
};
static PLACERAD: Rule = Rule {
    id: "regleringsbrev.residual_placerad",
    text: "Återstoden med omvänt tecken: det som avtalsårets sista betalning ändras med när beslutet placerar den där.",
    source: VART,
};
static SUMMA: Rule = Rule {
    id: "regleringsbrev.manader_summa",
    text: "Regionernas belopp för avtalsåret, summerade.",
    source: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&MANADSBELOPP, &PLANENS_BELOPP, &RESIDUAL, &PLACERAD, &SUMMA];

/// What the twelve months of cost of a year are paid with.
#[derive(Clone, Debug)]
pub enum Manader {
    /// All alike: a twelfth.
    Lika(Belopp),
    /// Each by a plan, in order.
    Egna(Vec<Belopp>),
}

impl Manader {
    /// What a month of cost is paid with, 1–12.
    ///
    /// # Panics
    /// If there is no such month: a bug.
    #[must_use]
    pub fn of(&self, nummer: u32) -> &Belopp {
        let place = usize::try_from(nummer).ok().and_then(|nummer| nummer.checked_sub(1));
        match self {
            Self::Lika(belopp) => Some(belopp),
            Self::Egna(all) => place.and_then(|place| all.get(place)),
        }
        .unwrap_or_else(|| panic!("{nummer} is no month"))
    }

    /// All twelve.
    #[must_use]
    pub fn all(&self) -> Vec<&Belopp> {
        (1..=12).map(|nummer| self.of(nummer)).collect()
    }
}

/// The months of an agreement year.
#[derive(Clone, Debug)]
pub struct Avtalsar<'a> {
    /// The agreement year.
    pub ar: i32,
    /// The grant of the year.
    pub bidrag: &'a Belopp,
    /// What each month of cost is paid with.
    pub manader: Manader,
    /// Twelve months less the grant.
    pub residual: Belopp,
}

/// Computes the months of an agreement year, by a plan or by twelfths.
pub fn compute<'a>(
    calc: &mut Calculation<'_>,
    ar: i32,
    bidrag: &'a Belopp,
    plan: Option<&Vec<Figure<Andel>>>,
) -> Avtalsar<'a> {
    let manader = match plan {
        Some(plan) => Manader::Egna(by_plan(calc, ar, bidrag, plan)),
        None => Manader::Lika(twelfth(calc, ar, bidrag)),
    };
    let promise = &contract::MANADER_RESIDUAL.at(ar);
    let residual = Belopp::define(calc, (&RESIDUAL, &SUMMA), promise, |region| {
        let bidrag = &bidrag.per_region[region];
        match &manader {
            Manader::Lika(belopp) => &belopp.per_region[region] * count(12) - bidrag,
            Manader::Egna(_) => in_region(&manader.all(), region) - bidrag,
        }
    });
    Avtalsar { ar, bidrag, manader, residual }
}

fn twelfth(calc: &mut Calculation<'_>, ar: i32, bidrag: &Belopp) -> Belopp {
    let promise = &contract::MANADSBELOPP.at(ar);
    Belopp::define(calc, (&MANADSBELOPP, &SUMMA), promise, |region| {
        round(bidrag.per_region[region].exact() / count(12))
    })
}

fn by_plan(
    calc: &mut Calculation<'_>,
    ar: i32,
    bidrag: &Belopp,
    plan: &[Figure<Andel>],
) -> Vec<Belopp> {
    let january = Month::new(ar, 1).unwrap_or_else(|| panic!("{ar} is a year"));
    let manad = |(efter, andel): (u32, &Figure<Andel>)| {
        let promise = &contract::PLANENS_BELOPP.at(january.later(efter));
        Belopp::define(calc, (&PLANENS_BELOPP, &SUMMA), promise, |region| {
            round(bidrag.per_region[region].exact() * andel)
        })
    };
    (0..).zip(plan).map(manad).collect()
}

/// What the agreement year's last payment is changed by, where the residual is placed in it.
pub fn placera(calc: &mut Calculation<'_>, avtalsar: &Avtalsar<'_>) -> Belopp {
    let promise = &contract::RESIDUAL_PLACERAD.at(avtalsar.ar);
    Belopp::define(calc, (&PLACERAD, &SUMMA), promise, |region| {
        -&avtalsar.residual.per_region[region]
    })
}
