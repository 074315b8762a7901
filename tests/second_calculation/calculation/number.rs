//! Numbers and named results of the second calculation.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

pub(crate) use crate::calculation::fraction::Q;
use crate::country::{COUNT, REGIONS, Regions};

/// A result: a whole amount, an exact number, or a date (year, month, day).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    Whole(i64),
    Exact(Q),
    Day(i32, u32, u32),
}

/// Every figure that is not a leaf, and what is wrong with the country's data.
#[derive(Debug, Default)]
pub(crate) struct Svar {
    pub(crate) figures: BTreeMap<String, Number>,
    pub(crate) codes: BTreeSet<&'static str>,
    pub(crate) sets: BTreeMap<String, Vec<&'static str>>,
    prefix: String,
}

impl Svar {
    pub(crate) fn new(year: i32) -> Self {
        Self { prefix: format!("lakemedel.{year}"), ..Self::default() }
    }

    /// What follows belongs to another grant.
    pub(crate) fn grant(&mut self, grant: &str, year: i32) {
        self.prefix = format!("{grant}.{year}");
    }

    /// Whole kronor of every region and their sum.
    pub(crate) fn row(&mut self, name: &str, kronor: &[i64]) {
        self.regions_whole(name, kronor);
        self.country_total_whole(name, kronor.iter().sum());
    }

    /// Both sides of an equation.
    pub(crate) fn sample(&mut self, id: &str, kronor: &[i64]) {
        for term_of in ["vanster", "hoger"] {
            self.row(&format!("prov_{id}_{term_of}"), kronor);
        }
    }

    pub(crate) fn country(&mut self, name: &str, number: Number) {
        let taken = self.figures.insert(format!("{}.riket.{name}", self.prefix), number);
        assert!(taken.is_none(), "riket.{name} twice");
    }

    pub(crate) fn country_total(&mut self, name: &str, number: &Q) {
        self.country(name, Number::Exact(number.clone()));
    }

    pub(crate) fn country_total_whole(&mut self, name: &str, number: i64) {
        self.country(name, Number::Whole(number));
    }

    pub(crate) fn regions(&mut self, name: &str, values: &[Q]) {
        for (region, number) in REGIONS.iter().zip(values) {
            let name = format!("{}.{region}.{name}", self.prefix);
            self.figures.insert(name, Number::Exact(number.clone()));
        }
    }

    pub(crate) fn regions_whole(&mut self, name: &str, values: &[i64]) {
        for (region, number) in REGIONS.iter().zip(values) {
            self.figures.insert(format!("{}.{region}.{name}", self.prefix), Number::Whole(*number));
        }
    }

    pub(crate) fn set_of(&mut self, name: &str, has: impl Fn(usize) -> bool) {
        let regions = (0..COUNT).filter(|place| has(*place)).map(|place| REGIONS[place]);
        self.sets.insert(name.to_owned(), regions.collect());
    }
}

pub(crate) fn wholly(number: i64) -> Q {
    Q::wholly(number)
}

pub(crate) fn of(decimal: Decimal) -> Q {
    Q::new(decimal.mantissa(), 10_i128.pow(decimal.scale()))
}

pub(crate) fn percent(decimal: Decimal) -> Q {
    of(decimal) / wholly(100)
}

pub(crate) fn positive(number: Q) -> Q {
    if number.negative() { Q::zero() } else { number }
}

pub(crate) fn sum<'a>(parts: impl IntoIterator<Item = &'a Q>) -> Q {
    parts.into_iter().fold(Q::zero(), |sum, part| sum + part)
}

/// To the nearest whole number; a half goes away from zero.
pub(crate) fn rounded_amount(number: &Q) -> i64 {
    let amount = (number.amount() + Q::new(1, 2)).floor();
    i64::try_from(if number.negative() { -amount } else { amount }).expect("kronor that fit")
}

pub(crate) fn each_one<T>(make: impl FnMut(usize) -> T) -> Vec<T> {
    (0..COUNT).map(make).collect()
}

pub(crate) fn whole_parts(values: &Regions<i64>) -> Vec<Q> {
    values.iter().map(|number| wholly(*number)).collect()
}
