//! The waist: what the grants have found, in the form documents read. Grants write it, documents read
//! it, neither knows the other. A figure is asked for by its public name, the same name that stands
//! in the JSON and that `explain` takes; asking for one that is not there is a bug.

pub mod avsandare;
pub mod avvikelse;
mod by_line;
pub mod diagram;
pub mod expression;
pub mod head;
mod json;
pub mod lists;
pub mod number;
pub mod paper;
pub mod payment;
pub mod rakning;
pub mod regiontabell;
pub mod spar;
pub mod table;
mod view;

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;

use crate::contract::{CountryPromise, Equality, FactPromise, RegionalPromise};
use crate::figure::{CellRef, Cellvarde, Figure, Trace};
use crate::quantity::Quantity;
use crate::region::PerRegion;
pub use json::{Published, schema, som_json};
pub use number::{Figur, Visning};
pub use view::Lasning;

/// What a fact can be: anything that a promise names.
trait Stated: Any + Debug + Send + Sync {}
impl<T: Any + Debug + Send + Sync> Stated for T {}

/// A fact with the cells it was read from (none where a rule found it).
#[derive(Debug)]
struct Faktum {
    innehall: Box<dyn Stated>,
    celler: Vec<CellRef>,
}

impl Faktum {
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
    fakta: BTreeMap<String, Faktum>,
}

impl Report {
    /// An empty report.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn insert(&mut self, namn: String, innehall: Box<dyn Stated>, celler: Vec<CellRef>) {
        assert!(!self.fakta.contains_key(&namn), "there are two facts named {namn}");
        self.fakta.insert(namn, Faktum { innehall, celler });
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
        let fact = self.fakta.get(&name)?;
        let value = fact.as_a().unwrap_or_else(|| panic!("{name} is {:?}", fact.innehall));
        Some((value, &fact.celler))
    }

    /// The public names of all facts.
    pub fn fact_names(&self) -> impl Iterator<Item = &str> {
        self.fakta.keys().map(String::as_str)
    }

    /// A fact by its public name; none if there is none, or it is of another type.
    #[must_use]
    pub fn fact_named<T: Any>(&self, name: &str) -> Option<&T> {
        self.fakta.get(name)?.as_a()
    }

    /// A figure of the country that a grant has published; none if that grant did not come so far.
    ///
    /// # Panics
    /// If the figure is of another unit: a bug.
    #[must_use]
    pub fn published<P: CountryPromise>(&self, year: i32, promise: &P) -> Option<Figure<P::Of>> {
        self.publik(&promise.in_country(year).id)
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
        PerRegion::kanske(|region| self.publik(&promise.in_region(year, region).id))
    }

    /// What the grants hold to be equal.
    pub fn likheter(&self) -> impl Iterator<Item = &Equality> {
        self.fakta.values().filter_map(Faktum::as_a::<Vec<Equality>>).flatten()
    }

    /// The texts and choices that were read in a cell of their own, by public name.
    #[must_use]
    pub fn lasta_texter(&self) -> BTreeMap<String, Cellvarde<String>> {
        let last = |(namn, faktum): (&String, &Faktum)| match (faktum.as_a(), &*faktum.celler) {
            (Some::<&String>(text), [cell]) => {
                Some((namn.clone(), Cellvarde { value: text.clone(), cell: cell.clone() }))
            }
            _ => None,
        };
        self.fakta.iter().filter_map(last).collect()
    }

    fn publik<T: Quantity>(&self, namn: &str) -> Option<Figure<T>> {
        let id = self.trace.find(namn)?;
        let node = self.trace.node(id);
        assert_eq!(node.unit, T::UNIT, "{namn} is of another unit");
        Some(Figure { value: T::from_value(&node.value), id })
    }
}
