//! Numbers and named results of the second calculation.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::land::{ANTAL, REGIONER, Regioner};
pub(crate) use crate::rakning::brak::Q;

/// A result: a whole amount, an exact number, or a date (year, month, day).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tal {
    Helt(i64),
    Exakt(Q),
    Dag(i32, u32, u32),
}

/// Every figure that is not a leaf, and what is wrong with the country's data.
#[derive(Debug, Default)]
pub(crate) struct Svar {
    pub(crate) figurer: BTreeMap<String, Tal>,
    pub(crate) koder: BTreeSet<&'static str>,
    pub(crate) mangder: BTreeMap<&'static str, Vec<&'static str>>,
    prefix: String,
}

impl Svar {
    pub(crate) fn ny(ar: i32) -> Self {
        Self { prefix: format!("lakemedel.{ar}"), ..Self::default() }
    }

    /// What follows belongs to another grant.
    pub(crate) fn bidraget(&mut self, bidrag: &str, ar: i32) {
        self.prefix = format!("{bidrag}.{ar}");
    }

    /// Whole kronor of every region and their sum.
    pub(crate) fn rad(&mut self, namn: &str, kronor: &[i64]) {
        self.regioner_hela(namn, kronor);
        self.rike_helt(namn, kronor.iter().sum());
    }

    /// Both sides of an equation.
    pub(crate) fn prov(&mut self, id: &str, kronor: &[i64]) {
        for led in ["vanster", "hoger"] {
            self.rad(&format!("prov_{id}_{led}"), kronor);
        }
    }

    pub(crate) fn riket(&mut self, namn: &str, tal: Tal) {
        let taken = self.figurer.insert(format!("{}.riket.{namn}", self.prefix), tal);
        assert!(taken.is_none(), "riket.{namn} twice");
    }

    pub(crate) fn rike(&mut self, namn: &str, tal: &Q) {
        self.riket(namn, Tal::Exakt(tal.clone()));
    }

    pub(crate) fn rike_helt(&mut self, namn: &str, tal: i64) {
        self.riket(namn, Tal::Helt(tal));
    }

    pub(crate) fn regioner(&mut self, namn: &str, varden: &[Q]) {
        for (region, tal) in REGIONER.iter().zip(varden) {
            let namn = format!("{}.{region}.{namn}", self.prefix);
            self.figurer.insert(namn, Tal::Exakt(tal.clone()));
        }
    }

    pub(crate) fn regioner_hela(&mut self, namn: &str, varden: &[i64]) {
        for (region, tal) in REGIONER.iter().zip(varden) {
            self.figurer.insert(format!("{}.{region}.{namn}", self.prefix), Tal::Helt(*tal));
        }
    }

    pub(crate) fn mangd(&mut self, namn: &'static str, har: impl Fn(usize) -> bool) {
        let regioner = (0..ANTAL).filter(|plats| har(*plats)).map(|plats| REGIONER[plats]);
        self.mangder.insert(namn, regioner.collect());
    }
}

pub(crate) fn helt(tal: i64) -> Q {
    Q::helt(tal)
}

pub(crate) fn av(decimal: Decimal) -> Q {
    Q::ny(decimal.mantissa(), 10_i128.pow(decimal.scale()))
}

pub(crate) fn procent(decimal: Decimal) -> Q {
    av(decimal) / helt(100)
}

pub(crate) fn positivt(tal: Q) -> Q {
    if tal.negativt() { Q::noll() } else { tal }
}

pub(crate) fn summa<'a>(delar: impl IntoIterator<Item = &'a Q>) -> Q {
    delar.into_iter().fold(Q::noll(), |summa, del| summa + del)
}

/// To the nearest whole number; a half goes away from zero.
pub(crate) fn avrundat(tal: &Q) -> i64 {
    let belopp = (tal.belopp() + Q::ny(1, 2)).golv();
    i64::try_from(if tal.negativt() { -belopp } else { belopp }).expect("kronor that fit")
}

pub(crate) fn var_och_en<T>(make: impl FnMut(usize) -> T) -> Vec<T> {
    (0..ANTAL).map(make).collect()
}

pub(crate) fn hela(varden: &Regioner<i64>) -> Vec<Q> {
    varden.iter().map(|tal| helt(*tal)).collect()
}
