//! A document's reading of the report: by promise, and remembering what it was given, so that the document
//! can say what it rests on.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Report;
use super::head::Underlagsrad;
use super::number::Number;
use crate::contract::{
    CountryPromise, Equality, FactPromise, Indexed, Kept, Maybe, Pattern, Promised, RegionalPromise,
};
use crate::figure::{CellRef, FigureId, Origin};
use crate::quantity::{Antal, Quantity};
use crate::region::{PerRegion, Region};

/// A document's reading of the report: remembers everything it was given, so that the document can
/// say what it rests on.
#[derive(Debug)]
pub struct View<'a> {
    report: &'a Report,
    ar: i32,
    read_log: ReadLog,
}

/// What a document was given.
#[derive(Debug, Default)]
struct ReadLog {
    figures: RefCell<BTreeSet<FigureId>>,
    celler: RefCell<BTreeSet<CellRef>>,
}

impl Report {
    /// Opens the report for one document, to read a year.
    #[must_use]
    pub fn view(&self, ar: i32) -> View<'_> {
        View { report: self, ar, read_log: ReadLog::default() }
    }
}

impl View<'_> {
    /// Whether a grant was computed: if not, nothing that it promises is there.
    #[must_use]
    pub fn has(&self, grant: &str) -> bool {
        self.report.has(grant)
    }

    /// A figure of the country.
    ///
    /// # Panics
    /// As all of these: if what is promised is not there, a bug.
    #[must_use]
    pub fn figure<P: CountryPromise + Kept>(&self, promise: &P) -> Number {
        self.read(&promise.in_country(self.ar).id)
    }

    /// A figure of the country, where there is one.
    #[must_use]
    pub fn maybe_figure<P: CountryPromise>(&self, promise: &Maybe<P>) -> Option<Number> {
        self.read_if_any(&promise.in_country(self.ar).id)
    }

    /// A figure by what is promised of it, and its key if it has one: a region's, or the country's where none is given.
    #[must_use]
    pub fn promised(
        &self,
        promise: &Promised,
        key: Option<&str>,
        region: Option<Region>,
    ) -> Number {
        self.read(&promise.name(self.ar, key, region))
    }

    /// A figure of a region.
    #[must_use]
    pub fn in_region<P: RegionalPromise + Kept>(&self, region: Region, promise: &P) -> Number {
        self.read(&promise.in_region(self.ar, region).id)
    }

    /// A figure of a region, where there is one.
    #[must_use]
    pub fn maybe_in_region<P: RegionalPromise>(
        &self,
        region: Region,
        promise: &Maybe<P>,
    ) -> Option<Number> {
        self.read_if_any(&promise.in_region(self.ar, region).id)
    }

    /// A figure of a place: a region, or another recipient.
    #[must_use]
    pub fn in_place<P: RegionalPromise + Kept>(&self, place: &str, promise: &P) -> Number {
        self.read(&promise.in_place(self.ar, place).id)
    }

    /// A figure of a place, where there is one.
    #[must_use]
    pub fn maybe_in_place<P: RegionalPromise>(
        &self,
        place: &str,
        promise: &Maybe<P>,
    ) -> Option<Number> {
        self.read_if_any(&promise.in_place(self.ar, place).id)
    }

    /// The keys by which a fact was stated, in order.
    #[must_use]
    pub fn keys<P: FactPromise + Pattern>(&self, promise: &Indexed<P>) -> Vec<String> {
        self.report.keys(self.ar, promise)
    }

    /// A figure of every region.
    #[must_use]
    pub fn in_regions<P: RegionalPromise + Kept>(&self, promise: &P) -> PerRegion<Number> {
        PerRegion::from_fn(|region| self.in_region(region, promise))
    }

    /// The country's figure of what is promised of every region, where it is promised of both.
    pub(crate) fn country_too<P: RegionalPromise>(&self, promise: &P) -> Option<Number> {
        self.read_if_any(&promise.in_country_too(self.ar)?.id)
    }

    /// A count, as whatever counts things.
    #[must_use]
    pub fn count<T: TryFrom<i64>, P: CountryPromise<Of = Antal> + Kept>(&self, promise: &P) -> T {
        Antal::from_value(&self.figure(promise).value).shown_as()
    }

    /// A date that is a figure.
    #[must_use]
    pub fn day<P: CountryPromise<Of = NaiveDate> + Kept>(&self, promise: &P) -> NaiveDate {
        NaiveDate::from_value(&self.figure(promise).value)
    }

    /// A fact.
    #[must_use]
    pub fn fact<P: FactPromise + Kept>(&self, promise: &P) -> P::Of {
        let fact = self.stated(promise);
        fact.unwrap_or_else(|| panic!("there is no {}", promise.name(self.ar)))
    }

    /// A fact, where it was stated.
    #[must_use]
    pub fn maybe_fact<P: FactPromise>(&self, promise: &Maybe<P>) -> Option<P::Of> {
        self.stated(promise)
    }

    fn stated<P: FactPromise>(&self, promise: &P) -> Option<P::Of> {
        let (value, cells) = self.report.stated(self.ar, promise)?;
        self.read_log.celler.borrow_mut().extend(cells.iter().cloned());
        Some(value.clone())
    }

    /// The two sides of an equality.
    #[must_use]
    pub fn sides(&self, equality: &Equality) -> [Number; 2] {
        [&equality.left, &equality.right].map(|name| self.read(name))
    }

    fn read_if_any(&self, namn: &str) -> Option<Number> {
        self.report.trace.find(namn)?;
        Some(self.read(namn))
    }

    /// Every input that what was read so far rests on: by file, sheet and name, each once.
    #[must_use]
    pub fn evidence(&self) -> Vec<Underlagsrad> {
        let trace = &self.report.trace;
        let mut celler = self.read_log.celler.borrow().clone();
        for id in trace.leaves(self.read_log.figures.borrow().iter().copied()) {
            if let Origin::Cell(cell) = &trace.node(id).origin {
                celler.insert(cell.clone());
            }
        }
        Underlagsrad::of(&celler)
    }

    fn read(&self, namn: &str) -> Number {
        let trace = &self.report.trace;
        let id = trace.find(namn).unwrap_or_else(|| panic!("there is no figure {namn}"));
        self.read_log.figures.borrow_mut().insert(id);
        Number::of(trace.node(id))
    }
}
