//! The waist: what the grants have found, in the form documents read. Grants write it, documents read
//! it, neither knows the other. A figure is asked for by its public name, the same name that stands
//! in the JSON and that `explain` takes; asking for one that is not there is a bug.

mod by_line;
pub mod deviation;
pub mod diagram;
pub mod expression;
pub mod head;
pub mod issuer;
mod json;
pub mod lists;
pub mod number;
pub mod paper;
pub mod payment;
pub mod payment_file;
pub mod prose;
pub mod region_table;
pub mod residual;
pub mod separated;
pub mod table;
pub mod text_table;
pub mod trace_file;
mod view;
pub mod worked_sum;

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use crate::contract::{CountryPromise, Equality, FactPromise, Indexed, Pattern, RegionalPromise};
use crate::figure::{CellRef, Figure, Trace};
use crate::quantity::Quantity;
use crate::region::PerRegion;
pub use json::{Published, schema, to_json};
pub use number::{Number, NumberFormat};
pub use view::View;

/// What a fact can be: anything that a promise names.
trait Stated: Any + Debug + Send + Sync {}
impl<T: Any + Debug + Send + Sync> Stated for T {}

/// A fact with the cells it was read from (none where a rule found it).
#[derive(Debug)]
struct FactEntry {
    innehall: Box<dyn Stated>,
    celler: Vec<CellRef>,
}

impl FactEntry {
    /// What the fact is; none if it is of another type.
    fn as_a<T: Any>(&self) -> Option<&T> {
        let stated: &dyn Any = &*self.innehall;
        stated.downcast_ref()
    }
}

/// Everything the grants of a run have found.
#[derive(Debug, Default)]
pub struct Report {
    /// Every figure.
    pub trace: Trace,
    /// The id of the run, printed in every document; empty where nothing is to be printed.
    pub korning: String,
    facts: BTreeMap<String, FactEntry>,
    grants: BTreeSet<&'static str>,
}

impl Report {
    /// An empty report.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says that a grant was computed.
    pub fn add_grant(&mut self, id: &'static str) {
        self.grants.insert(id);
    }

    /// Whether a grant was computed: its workbook was there, and so were those it builds on.
    #[must_use]
    pub fn has(&self, grant: &str) -> bool {
        self.grants.contains(grant)
    }

    fn insert(&mut self, namn: String, innehall: Box<dyn Stated>, celler: Vec<CellRef>) {
        assert!(!self.facts.contains_key(&namn), "there are two facts named {namn}");
        self.facts.insert(namn, FactEntry { innehall, celler });
    }

    /// States a promised fact, with the cells it was read from (none where a rule found it).
    ///
    /// # Panics
    /// If it has been stated: a bug.
    pub fn state<P: FactPromise>(
        &mut self,
        year: i32,
        promise: &P,
        value: P::Of,
        cells: Vec<CellRef>,
    ) {
        self.insert(promise.name(year), Box::new(value), cells);
    }

    /// A fact that was stated, and the cells it was read from; none if it was not.
    ///
    /// # Panics
    /// If another type was stated by the same name: a bug.
    #[must_use]
    pub fn stated<P: FactPromise>(&self, year: i32, promise: &P) -> Option<(&P::Of, &[CellRef])> {
        let name = promise.name(year);
        let fact = self.facts.get(&name)?;
        let value = fact.as_a().unwrap_or_else(|| panic!("{name} is {:?}", fact.innehall));
        Some((value, &fact.celler))
    }

    /// The public names of all facts.
    pub fn fact_names(&self) -> impl Iterator<Item = &str> {
        self.facts.keys().map(String::as_str)
    }

    /// The keys by which a fact was stated in a year, in order.
    #[must_use]
    pub fn keys<P: FactPromise + Pattern>(&self, year: i32, promise: &Indexed<P>) -> Vec<String> {
        // No key holds it, so it parts what stands before the key from what stands after.
        const KEY: &str = "\n";
        let pattern = promise.at(KEY).name(year);
        let (before, after) = pattern.split_once(KEY).unwrap_or_else(|| panic!("{pattern}"));
        let key = |name: &String| Some(name.strip_prefix(before)?.strip_suffix(after)?.to_owned());
        self.facts.keys().filter_map(key).collect()
    }

    /// A fact by its public name; none if there is none, or it is of another type.
    #[must_use]
    pub fn fact_named<T: Any>(&self, name: &str) -> Option<&T> {
        self.facts.get(name)?.as_a()
    }

    /// A figure of the country that a grant has published; none if that grant did not come so far.
    ///
    /// # Panics
    /// If the figure is of another unit: a bug.
    #[must_use]
    pub fn published<P: CountryPromise>(&self, year: i32, promise: &P) -> Option<Figure<P::Of>> {
        self.public(&promise.in_country(year).id)
    }

    /// The same of every region.
    ///
    /// # Panics
    /// As [`Report::published`].
    #[must_use]
    pub fn published_in_regions<P: RegionalPromise>(
        &self,
        year: i32,
        promise: &P,
    ) -> Option<PerRegion<Figure<P::Of>>> {
        PerRegion::perhaps(|region| self.public(&promise.in_region(year, region).id))
    }

    /// What the grants hold to be equal.
    pub fn equalities(&self) -> impl Iterator<Item = &Equality> {
        self.facts.values().filter_map(FactEntry::as_a::<Vec<Equality>>).flatten()
    }

    fn public<T: Quantity>(&self, namn: &str) -> Option<Figure<T>> {
        let id = self.trace.find(namn)?;
        let node = self.trace.node(id);
        assert_eq!(node.unit, T::UNIT, "{namn} is of another unit");
        Some(Figure { value: T::from_value(&node.value), id })
    }
}
