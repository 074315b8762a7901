//! The waist: what the grants have found, in the form documents read. Grants write it, documents read
//! it, neither knows the other. A figure is asked for by its public name, the same name that stands
//! in the JSON and that `explain` takes; asking for one that is not there is a bug.

pub mod avsandare;
pub mod avvikelse;
mod by_line;
pub mod delar;
pub mod diagram;
pub mod expression;
mod json;
pub mod paper;
pub mod payment;
pub mod rakning;
pub mod regiontabell;
pub mod spar;

use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::rc::Rc;

use crate::contract::{CountryPromise, Equality, FactPromise, Kept, Maybe, RegionalPromise};
use crate::figure::{CellRef, Cellvarde, Figure, FigureId, Namn, Origin, Status, Trace};
use crate::quantity::{Antal, Exakt, Quantity, Unit, Value};
use crate::region::{PerRegion, Region};
pub use crate::svenska;
use chrono::NaiveDate;
use delar::{Datum, Forandring, Huvud, Scale, Siffra, Underlagsrad, Writing};
pub use json::{Published, schema, som_json};

/// A figure as documents see it.
#[derive(Clone, Debug)]
pub struct Figur {
    /// Its public name.
    pub id: String,
    /// Its value, unrounded.
    pub value: Value,
    /// Its unit.
    pub unit: Unit,
    /// The weakest status of what it rests on.
    pub status: Status,
}

impl Figur {
    /// The value as an exact number.
    ///
    /// # Panics
    /// If the figure is a date: a bug.
    #[must_use]
    pub fn exakt(&self) -> Exakt {
        self.value.exakt().unwrap_or_else(|| panic!("{} is a date", self.id))
    }

    /// The figure shown in a certain way.
    #[must_use]
    pub fn som(&self, visning: Visning) -> Siffra {
        Siffra::av(self, visning)
    }

    /// The figure as a change: direction and size.
    #[must_use]
    pub fn forandring(&self, visning: Visning) -> Forandring {
        Forandring::av(self, visning)
    }
}

/// How a figure is rounded and written for print. Rounding for print never touches the figure itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visning {
    /// With so many decimals: `Decimaler(0)` is the whole kronor of a table.
    Decimaler(u32),
    /// With no more decimals than it needs, so many at most.
    Hogst(u32),
    /// Kronor as whole thousands of kronor.
    Tkr,
    /// Kronor as million kronor, with so many decimals.
    Mnkr(u32),
    /// Kronor as million kronor, with no more decimals than it needs, so many at most.
    MnkrHogst(u32),
    /// Kronor as thousand million kronor, with no more decimals than it needs, so many at most.
    MdkrHogst(u32),
    /// A share as a percentage, with no more decimals than it needs, so many at most.
    Procent(u32),
    /// A year: a whole number without groups of digits.
    Artal,
    /// A share as a percentage, with so many decimals: for a column.
    Procentdecimaler(u32),
}

impl Visning {
    /// The printed text of a value, without its mark. Dates are always written `2024-04-18`.
    #[must_use]
    pub fn text(self, value: &Value) -> String {
        let exakt = match value {
            Value::Datum(date) => return date.to_string(),
            Value::Heltal(value) => Exakt::from(*value),
            Value::Exakt(value) => value.clone(),
        };
        let printed = exakt * Exakt::from(self.scale().factor());
        match self {
            Self::Artal => printed.som_decimal(0),
            Self::Decimaler(decimaler)
            | Self::Mnkr(decimaler)
            | Self::Procentdecimaler(decimaler) => svenska::tal(&printed, decimaler),
            Self::Tkr => svenska::tal(&printed, 0),
            Self::Hogst(decimaler)
            | Self::MnkrHogst(decimaler)
            | Self::MdkrHogst(decimaler)
            | Self::Procent(decimaler) => svenska::kort_tal(&printed, decimaler),
        }
    }

    /// What one of the printed unit is in the value's own.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            Self::Decimaler(_) | Self::Hogst(_) | Self::Artal => Scale::One,
            Self::Tkr => Scale::Thousand,
            Self::Mnkr(_) | Self::MnkrHogst(_) => Scale::Million,
            Self::MdkrHogst(_) => Scale::Billion,
            Self::Procent(_) | Self::Procentdecimaler(_) => Scale::Percent,
        }
    }

    /// What a value is written as.
    #[must_use]
    pub fn writing(self, value: &Value) -> Writing {
        match (self, value) {
            (_, Value::Datum(_)) => Writing::Date,
            (Self::Artal, _) => Writing::Year,
            _ => Writing::Number,
        }
    }
}

/// Something a grant says that is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fakta {
    /// A text.
    Text(String),
    /// A date.
    Datum(NaiveDate),
    /// A set of regions, by länskod.
    Regioner(Vec<Region>),
    /// Rows of texts by field.
    Rader(Vec<BTreeMap<&'static str, String>>),
    /// Yes or no.
    Ja(bool),
}

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

    /// States a fact.
    ///
    /// # Panics
    /// If the name is taken: a bug.
    pub fn fakta(&mut self, namn: String, innehall: Fakta, celler: Vec<CellRef>) {
        let innehall: Box<dyn Stated> = match innehall {
            Fakta::Text(text) => Box::new(text),
            Fakta::Datum(datum) => Box::new(datum),
            Fakta::Regioner(regioner) => Box::new(regioner),
            Fakta::Rader(rader) => Box::new(rader),
            Fakta::Ja(ja) => Box::new(ja),
        };
        self.insert(namn, innehall, celler);
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

    /// What the grants hold to be equal: rows of the facts named `provningar`, each with the words
    /// (`text`) and the names of the two figures (`vanster`, `hoger`).
    #[must_use]
    pub fn likheter(&self) -> Vec<(String, String, String)> {
        let falt = |rad: &BTreeMap<&'static str, String>, namn| {
            rad.get(namn).cloned().unwrap_or_else(|| panic!("a row of provningar has no {namn}"))
        };
        let rad = |rad| (falt(rad, "text"), falt(rad, "vanster"), falt(rad, "hoger"));
        let likhet = |lika: &Equality| (lika.text.clone(), lika.left.clone(), lika.right.clone());
        let mut funna = Vec::new();
        for (namn, faktum) in &self.fakta {
            if let Some(likheter) = faktum.as_a::<Vec<Equality>>() {
                funna.extend(likheter.iter().map(likhet));
            } else if namn.ends_with(".provningar") {
                let rader = faktum.as_a::<Vec<BTreeMap<&'static str, String>>>();
                funna.extend(rader.into_iter().flatten().map(rad));
            }
        }
        funna
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

    /// Opens the report for one document, to read one grant's year.
    #[must_use]
    pub fn lasning(&self, bidrag: &str, ar: i32) -> Lasning<'_> {
        Lasning { report: self, namn: Namn::ny(bidrag, ar), ar, last: Rc::default() }
    }

    /// A figure another grant has published; none if that grant did not come so far.
    ///
    /// # Panics
    /// If the figure is of another unit: a bug.
    #[must_use]
    pub fn publik<T: Quantity>(&self, namn: &str) -> Option<Figure<T>> {
        let id = self.trace.find(namn)?;
        let node = self.trace.node(id);
        assert_eq!(node.unit, T::UNIT, "{namn} is of another unit");
        Some(Figure { value: T::from_value(&node.value), id })
    }

    /// The same of every region.
    ///
    /// # Panics
    /// As [`Report::publik`].
    #[must_use]
    pub fn publik_per_region<T: Quantity>(
        &self,
        namn: &Namn,
        id: &str,
    ) -> Option<PerRegion<Figure<T>>> {
        PerRegion::kanske(|region| self.publik(&namn.region(region, id)))
    }

    /// A fact another grant has stated, and the cells it was read from; none if that grant did not come
    /// so far.
    #[must_use]
    pub fn publikt_faktum(&self, namn: &str) -> Option<(String, &[CellRef])> {
        let faktum = self.fakta.get(namn)?;
        let datum = faktum.as_a::<NaiveDate>().map(ToString::to_string);
        Some((faktum.as_a::<String>().cloned().or(datum)?, &faktum.celler))
    }

    fn figur(&self, namn: &str) -> (FigureId, Figur) {
        let id = self.trace.find(namn).unwrap_or_else(|| panic!("there is no figure {namn}"));
        let node = self.trace.node(id);
        let figur = Figur {
            id: node.name.clone(),
            value: node.value.clone(),
            unit: node.unit,
            status: node.status,
        };
        (id, figur)
    }
}

/// A document's reading of the report: remembers everything it was given, so that the document can
/// say what it rests on.
#[derive(Debug)]
pub struct Lasning<'a> {
    report: &'a Report,
    namn: Namn,
    ar: i32,
    last: Rc<Last>,
}

/// What a document was given.
#[derive(Debug, Default)]
struct Last {
    figurer: RefCell<BTreeSet<FigureId>>,
    celler: RefCell<BTreeSet<CellRef>>,
}

impl Lasning<'_> {
    /// Another grant's figures and facts of the same year, read for the same document.
    #[must_use]
    pub fn hos(&self, bidrag: &str) -> Self {
        let namn = Namn::ny(bidrag, self.ar);
        Self { report: self.report, namn, ar: self.ar, last: Rc::clone(&self.last) }
    }

    /// A figure of the country.
    ///
    /// # Panics
    /// As all of these: if what is promised is not there, a bug.
    #[must_use]
    pub fn figure<P: CountryPromise + Kept>(&self, promise: &P) -> Figur {
        self.las(&promise.in_country(self.ar).id)
    }

    /// A figure of the country, where there is one.
    #[must_use]
    pub fn maybe_figure<P: CountryPromise>(&self, promise: &Maybe<P>) -> Option<Figur> {
        self.kanske_las(&promise.in_country(self.ar).id)
    }

    /// A figure of a region.
    #[must_use]
    pub fn in_region<P: RegionalPromise + Kept>(&self, region: Region, promise: &P) -> Figur {
        self.las(&promise.in_region(self.ar, region).id)
    }

    /// A figure of a region, where there is one.
    #[must_use]
    pub fn maybe_in_region<P: RegionalPromise>(
        &self,
        region: Region,
        promise: &Maybe<P>,
    ) -> Option<Figur> {
        self.kanske_las(&promise.in_region(self.ar, region).id)
    }

    /// A figure of every region.
    #[must_use]
    pub fn in_regions<P: RegionalPromise + Kept>(&self, promise: &P) -> PerRegion<Figur> {
        PerRegion::fran(|region| self.in_region(region, promise))
    }

    /// A figure of every region, where there is one.
    #[must_use]
    pub fn maybe_in_regions<P: RegionalPromise>(
        &self,
        promise: &Maybe<P>,
    ) -> Option<PerRegion<Figur>> {
        PerRegion::kanske(|region| self.maybe_in_region(region, promise))
    }

    /// The country's figure of what is promised of every region, where it is promised of both.
    pub(crate) fn country_too<P: RegionalPromise>(&self, promise: &P) -> Option<Figur> {
        self.kanske_las(&promise.in_country_too(self.ar)?.id)
    }

    /// A count, as whatever counts things.
    #[must_use]
    pub fn count<T: TryFrom<i64>, P: CountryPromise<Of = Antal> + Kept>(&self, promise: &P) -> T {
        Antal::from_value(&self.figure(promise).value).som()
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
        self.last.celler.borrow_mut().extend(cells.iter().cloned());
        Some(value.clone())
    }

    /// The two sides of an equality.
    #[must_use]
    pub fn sides(&self, equality: &Equality) -> [Figur; 2] {
        [&equality.left, &equality.right].map(|name| self.las(name))
    }

    fn kanske_las(&self, namn: &str) -> Option<Figur> {
        self.report.trace.find(namn)?;
        Some(self.las(namn))
    }

    /// A figure of the country.
    ///
    /// # Panics
    /// As all of these: if there is none of that name, a bug.
    #[must_use]
    pub fn riket(&self, namn: &str) -> Figur {
        self.las(&self.namn.riket(namn))
    }

    /// A figure of a region.
    #[must_use]
    pub fn region(&self, region: Region, namn: &str) -> Figur {
        self.las(&self.namn.region(region, namn))
    }

    /// A figure of every region.
    #[must_use]
    pub fn regioner(&self, namn: &str) -> PerRegion<Figur> {
        PerRegion::fran(|region| self.region(region, namn))
    }

    /// Whether there is a country figure of this name.
    #[must_use]
    pub fn har(&self, namn: &str) -> bool {
        self.report.trace.find(&self.namn.riket(namn)).is_some()
    }

    /// Whether a region has a figure of this name.
    #[must_use]
    pub fn har_i(&self, region: Region, namn: &str) -> bool {
        self.report.trace.find(&self.namn.region(region, namn)).is_some()
    }

    /// A date that is a figure.
    #[must_use]
    pub fn dag(&self, namn: &str) -> NaiveDate {
        match self.riket(namn).value {
            Value::Datum(date) => date,
            other => panic!("{namn} is {other:?}, not a date"),
        }
    }

    /// A count that is a figure, as whatever counts things.
    #[must_use]
    pub fn antal<T: TryFrom<i64>>(&self, namn: &str) -> T {
        Antal::from_value(&self.riket(namn).value).som()
    }

    /// A text.
    #[must_use]
    pub fn text(&self, namn: &str) -> String {
        self.kanske_text(namn).unwrap_or_else(|| panic!("there is no text {namn}"))
    }

    /// A text that may be missing.
    #[must_use]
    pub fn kanske_text(&self, namn: &str) -> Option<String> {
        self.faktum(namn)
    }

    /// A date.
    #[must_use]
    pub fn datum(&self, namn: &str) -> Datum {
        let datum: Option<NaiveDate> = self.faktum(namn);
        datum.unwrap_or_else(|| panic!("{namn} is no date")).into()
    }

    /// Yes or no.
    #[must_use]
    pub fn ja(&self, namn: &str) -> bool {
        self.faktum(namn).unwrap_or_else(|| panic!("{namn} is not yes or no"))
    }

    /// A set of regions.
    #[must_use]
    pub fn regionmangd(&self, namn: &str) -> Vec<Region> {
        self.faktum(namn).unwrap_or_else(|| panic!("{namn} is not regions"))
    }

    /// The region of a set that has one: the highest, the lowest.
    #[must_use]
    pub fn enda_region(&self, namn: &str) -> Region {
        let region = self.regionmangd(namn).into_iter().next();
        region.unwrap_or_else(|| panic!("{namn} is empty"))
    }

    /// Rows of texts.
    #[must_use]
    pub fn rader(&self, namn: &str) -> Vec<BTreeMap<&'static str, String>> {
        self.faktum(namn).unwrap_or_else(|| panic!("{namn} is not rows"))
    }

    /// The head of the document: opened last, since what the document rests on is what was read.
    #[must_use]
    pub fn huvud(
        &self,
        (dokument, version): (&str, u32),
        ar: i32,
        titel: String,
        datum: Datum,
    ) -> Huvud {
        let korning = self.report.korning.clone();
        Huvud::ny((dokument, version), korning, ar, titel, datum, self.underlag())
    }

    /// Every input that what was read so far rests on: by file, sheet and name, each once.
    #[must_use]
    pub fn underlag(&self) -> Vec<Underlagsrad> {
        let trace = &self.report.trace;
        let mut celler = self.last.celler.borrow().clone();
        for id in trace.leaves(self.last.figurer.borrow().iter().copied()) {
            if let Origin::Cell(cell) = &trace.node(id).origin {
                celler.insert(cell.clone());
            }
        }
        let rader: BTreeSet<_> = celler.iter().map(underlagsrad).collect();
        rader.into_iter().collect()
    }

    fn las(&self, namn: &str) -> Figur {
        let (id, figur) = self.report.figur(namn);
        self.last.figurer.borrow_mut().insert(id);
        figur
    }

    fn faktum<T: Any + Clone>(&self, namn: &str) -> Option<T> {
        let faktum = self.report.fakta.get(&self.namn.riket(namn))?;
        self.last.celler.borrow_mut().extend(faktum.celler.iter().cloned());
        let varde: Option<&T> = faktum.as_a();
        Some(varde.unwrap_or_else(|| panic!("{namn} is {:?}", faktum.innehall)).clone())
    }
}

fn underlagsrad(cell: &CellRef) -> Underlagsrad {
    let underlag = &cell.underlag;
    Underlagsrad {
        fil: cell.location.file.clone(),
        blad: cell.location.sheet.clone().unwrap_or_default(),
        uppgift: underlag.uppgift.clone(),
        kalla: underlag.kalla.clone(),
        per_datum: underlag.per_datum.map(|date| date.to_string()),
        status: underlag.status.namn().to_owned(),
        bekraftad_av: underlag.bekraftad_av.clone(),
    }
}
