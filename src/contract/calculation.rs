//! The calculation of one grant's year: rules define what the contract promises.

use super::{CountryPromise, RegionalPromise};
use crate::figure::{Figure, Function, Op, Operand, Results, Rule, Sourced, Trace};
use crate::quantity::Quantity;
use crate::region::{PerRegion, Region};

/// Where the rules of a year write.
#[derive(Debug)]
pub struct Calculation<'a> {
    /// The trace it all goes to.
    pub trace: &'a mut Trace,
    /// The year the figures are named by.
    pub year: i32,
}

impl<'a> Calculation<'a> {
    /// The calculation of a year.
    pub fn new(trace: &'a mut Trace, year: i32) -> Self {
        Self { trace, year }
    }

    /// Defines a figure of the country.
    ///
    /// # Panics
    /// As [`Trace::define`].
    pub fn define<P: CountryPromise, O: Operand<Of = P::Of>>(
        &mut self,
        rule: &'static Rule,
        promise: &P,
        expr: O,
    ) -> Figure<P::Of> {
        self.trace.define(rule, promise.in_country(self.year), expr)
    }

    /// Defines a figure of one region.
    ///
    /// # Panics
    /// As [`Trace::define`].
    pub fn define_in<P: RegionalPromise, O: Operand<Of = P::Of>>(
        &mut self,
        rule: &'static Rule,
        promise: &P,
        region: Region,
        expr: O,
    ) -> Figure<P::Of> {
        self.trace.define(rule, promise.in_region(self.year, region), expr)
    }

    /// Defines a figure of one place: a region, or another recipient.
    ///
    /// # Panics
    /// As [`Trace::define`].
    pub fn define_at<P: RegionalPromise, O: Operand<Of = P::Of>>(
        &mut self,
        rule: &'static Rule,
        promise: &P,
        place: &str,
        expr: O,
    ) -> Figure<P::Of> {
        self.trace.define(rule, promise.in_place(self.year, place), expr)
    }

    /// A figure of one place that was read from a cell.
    ///
    /// # Panics
    /// As [`Trace::leaf`].
    pub fn leaf_at<P: RegionalPromise>(
        &mut self,
        promise: &P,
        place: &str,
        read: Sourced<P::Of>,
    ) -> Figure<P::Of> {
        self.trace.leaf(promise.in_place(self.year, place), read)
    }

    /// Defines a figure of each region, in their order.
    ///
    /// # Panics
    /// As [`Trace::define`].
    pub fn each<P: RegionalPromise, O: Operand<Of = P::Of>>(
        &mut self,
        rule: &'static Rule,
        promise: &P,
        mut expr: impl FnMut(Region) -> O,
    ) -> PerRegion<Figure<P::Of>> {
        PerRegion::from_fn(|region| self.define_in(rule, promise, region, expr(region)))
    }

    /// Defines a figure of each region by expressions in the regions' order.
    ///
    /// # Panics
    /// As [`Trace::define`], and if there are not as many as there are regions: a bug.
    pub fn each_of<P: RegionalPromise, O: Operand<Of = P::Of>>(
        &mut self,
        rule: &'static Rule,
        promise: &P,
        exprs: impl IntoIterator<Item = O>,
    ) -> PerRegion<Figure<P::Of>> {
        let mut exprs = exprs.into_iter();
        self.each(rule, promise, |region| {
            exprs.next().unwrap_or_else(|| panic!("{region} has no expression"))
        })
    }

    /// Applies a named function to arguments, each a list.
    pub fn call<T: Quantity>(
        &mut self,
        function: &'static Function,
        arguments: Vec<Vec<Op>>,
    ) -> Results<T> {
        self.trace.call(function, arguments)
    }

    /// A figure of the country that was read from a cell.
    ///
    /// # Panics
    /// As [`Trace::leaf`].
    pub fn leaf<P: CountryPromise>(&mut self, promise: &P, read: Sourced<P::Of>) -> Figure<P::Of> {
        self.trace.leaf(promise.in_country(self.year), read)
    }

    /// A figure of one region that was read from a cell.
    ///
    /// # Panics
    /// As [`Trace::leaf`].
    pub fn leaf_in<P: RegionalPromise>(
        &mut self,
        promise: &P,
        region: Region,
        read: Sourced<P::Of>,
    ) -> Figure<P::Of> {
        self.trace.leaf(promise.in_region(self.year, region), read)
    }
}
