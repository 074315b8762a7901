//! The types of promises.

use std::any::Any;
use std::borrow::Cow;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use chrono::NaiveDate;

use crate::figure::Name;
use crate::quantity::{Quantity, Unit};
use crate::region::Region;

/// What a promise is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A figure of the country.
    Country,
    /// A figure of each region.
    Regional,
    /// Both.
    Everywhere,
    /// A fact.
    Fact,
}

/// A promise as data: what the tests hold a report against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promised {
    /// The grant that makes it.
    pub grant: &'static str,
    /// What it is called in the code.
    pub constant: &'static str,
    /// Its id, with `{}` for each key.
    pub id: &'static str,
    /// What a formula calls it; empty for a fact.
    pub label: &'static str,
    /// What it is of.
    pub shape: Shape,
    /// The unit of a figure.
    pub unit: Option<Unit>,
    /// Whether the data decide that it is there.
    pub optional: bool,
}

impl Promised {
    /// The name of the figure in a year and a place: a region, or the country where none is given. The key stands in for
    /// the braces of its id, where it has any.
    #[must_use]
    pub fn name(&self, year: i32, key: Option<&str>, region: Option<Region>) -> String {
        let place = region.map_or(COUNTRY, Region::id);
        let id = key.map_or_else(|| self.id.to_owned(), |key| self.id.replace("{}", key));
        format!("{}.{year}.{place}.{id}", self.grant)
    }
}

/// What a figure or fact is called, apart from year and region.
#[derive(Clone, Debug)]
struct Id {
    grant: &'static str,
    text: Cow<'static, str>,
    label: &'static str,
}

impl Id {
    const fn new(grant: &'static str, id: &'static str, label: &'static str) -> Self {
        Self { grant, text: Cow::Borrowed(id), label }
    }

    fn name(&self, year: i32, place: &str) -> Name {
        let id = format!("{}.{year}.{place}.{}", self.grant, self.text);
        Name { id, label: self.label }
    }

    fn at(&self, keys: &[String]) -> Self {
        let mut parts = self.text.split("{}");
        let mut id = parts.next().unwrap_or_default().to_owned();
        let mut keys = keys.iter();
        for part in parts {
            let key = keys.next().unwrap_or_else(|| panic!("{} takes more keys", self.text));
            id.push_str(key);
            id.push_str(part);
        }
        assert!(keys.next().is_none(), "{} takes fewer keys", self.text);
        Self { text: Cow::Owned(id), ..*self }
    }
}

macro_rules! figure_promise {
    ($(#[$doc:meta])* $name:ident, $shape:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name<T> {
            id: Id,
            quantity: PhantomData<fn() -> T>,
        }

        impl<T: Quantity> $name<T> {
            pub(super) const fn new(
                grant: &'static str,
                id: &'static str,
                label: &'static str,
            ) -> Self {
                Self { id: Id::new(grant, id, label), quantity: PhantomData }
            }

            pub(super) const fn promised(
                grant: &'static str,
                constant: &'static str,
                id: &'static str,
                label: &'static str,
            ) -> Promised {
                let (shape, unit) = (Shape::$shape, Some(T::UNIT));
                Promised { grant, constant, id, label, shape, unit, optional: false }
            }
        }

        impl<T> Kept for $name<T> {}

        impl<T> Pattern for $name<T> {
            fn filled(&self, keys: &[String]) -> Self {
                Self { id: self.id.at(keys), quantity: PhantomData }
            }
        }
    };
}
figure_promise! {
    /// A figure of the country.
    Country, Country
}
figure_promise! {
    /// A figure of each region.
    Regional, Regional
}
figure_promise! {
    /// A figure of each region and, by the same name, of the country.
    Everywhere, Everywhere
}

/// What is no number: a text, a date, rows of them.
#[derive(Clone, Debug)]
pub struct Fact<T> {
    id: Id,
    of: PhantomData<fn() -> T>,
}

impl<T> Fact<T> {
    pub(super) const fn new(grant: &'static str, id: &'static str, label: &'static str) -> Self {
        Self { id: Id::new(grant, id, label), of: PhantomData }
    }

    pub(super) const fn promised(
        grant: &'static str,
        constant: &'static str,
        id: &'static str,
        label: &'static str,
    ) -> Promised {
        let (shape, unit) = (Shape::Fact, None);
        Promised { grant, constant, id, label, shape, unit, optional: false }
    }
}

impl<T> Kept for Fact<T> {}

impl<T> Pattern for Fact<T> {
    fn filled(&self, keys: &[String]) -> Self {
        Self { id: self.id.at(keys), of: PhantomData }
    }
}

/// What holds equal, shown in every run: words, and the names of the two figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equality {
    /// What it says, in a Swedish sentence.
    pub text: String,
    /// The name of the first figure.
    pub left: String,
    /// The name of the second.
    pub right: String,
}

impl Equality {
    /// That two figures of the country are equal in a year.
    pub fn new(
        year: i32,
        text: impl Into<String>,
        left: &impl CountryPromise,
        right: &impl CountryPromise,
    ) -> Self {
        let [left, right] = [left.in_country(year).id, right.in_country(year).id];
        Self { text: text.into(), left, right }
    }
}

/// A promise for each key, or for each combination of keys.
#[derive(Clone, Debug)]
pub struct Indexed<P>(P);

/// A promise that is kept only where the data have it.
#[derive(Clone, Debug)]
pub struct Maybe<P>(P);

/// A promise that is always kept, and may be read without asking whether it is.
pub trait Kept {}

/// A promise whose id can be completed by keys.
pub trait Pattern: Sized {
    /// The promise of these keys.
    #[doc(hidden)]
    #[must_use]
    fn filled(&self, keys: &[String]) -> Self;
}

impl<P: Pattern> Pattern for Maybe<P> {
    fn filled(&self, keys: &[String]) -> Self {
        Self(self.0.filled(keys))
    }
}

/// What an indexed promise is asked for by.
pub trait Keys {
    /// The keys, as they are written in an id.
    fn written(&self) -> Vec<String>;
}

macro_rules! keys {
    ($($key:ty),*) => {$(
        impl Keys for $key {
            fn written(&self) -> Vec<String> {
                vec![self.to_string()]
            }
        }
    )*};
}
keys!(i32, u32, i64, usize, &str, String, &String);

/// A day, as it can stand in a name: `2021_12_31`.
impl Keys for NaiveDate {
    fn written(&self) -> Vec<String> {
        vec![self.format("%Y_%m_%d").to_string()]
    }
}

impl<A: Display, B: Display> Keys for (A, B) {
    fn written(&self) -> Vec<String> {
        vec![self.0.to_string(), self.1.to_string()]
    }
}

impl<P: Pattern> Indexed<P> {
    /// The promise of a key, or of two.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a key is small, and written where it is used"
    )]
    pub fn at(&self, keys: impl Keys) -> P {
        self.0.filled(&keys.written())
    }
}

impl<P> Maybe<P> {
    /// The promise itself, where it is known to be kept.
    pub(crate) fn kept(&self) -> &P {
        &self.0
    }
}

/// How a promise around another is declared: by what is around it, and whether that makes it optional.
macro_rules! around {
    ($($optional:literal $around:ident of $($inner:ty),* where $of:ident: $bound:path;)*) => {$($(
        impl<$of: $bound> $around<$inner> {
            pub(super) const fn new(
                grant: &'static str,
                id: &'static str,
                label: &'static str,
            ) -> Self {
                Self(<$inner>::new(grant, id, label))
            }
            pub(super) const fn promised(
                grant: &'static str,
                constant: &'static str,
                id: &'static str,
                label: &'static str,
            ) -> Promised {
                let inner = <$inner>::promised(grant, constant, id, label);
                Promised { optional: inner.optional || $optional, ..inner }
            }
        }
    )*)*};
}
around! {
    true Maybe of Country<T>, Regional<T>, Everywhere<T> where T: Quantity;
    true Maybe of Fact<T> where T: Any;
    false Indexed of Country<T>, Regional<T>, Everywhere<T> where T: Quantity;
    false Indexed of Fact<T> where T: Any;
    false Indexed of Maybe<Fact<T>> where T: Any;
    false Indexed of Maybe<Country<T>>, Maybe<Regional<T>>, Maybe<Everywhere<T>> where T: Quantity;
}

/// A promise of a figure of the country.
pub trait CountryPromise {
    /// Its quantity.
    type Of: Quantity;
    /// Its id, without grant, year and region.
    fn id(&self) -> &str;
    /// Its name in a year.
    fn in_country(&self, year: i32) -> Name;
}

/// A promise of a figure of each region.
pub trait RegionalPromise {
    /// Its quantity.
    type Of: Quantity;
    /// Its id, without grant, year and region.
    fn id(&self) -> &str;
    /// Its name in a year and a place: the region, or the recipient of money that is not shared out to regions.
    fn in_place(&self, year: i32, place: &str) -> Name;
    /// Its name in a year and a region.
    fn in_region(&self, year: i32, region: Region) -> Name {
        self.in_place(year, region.id())
    }
    /// The country's name of the same, where the country has it too.
    fn in_country_too(&self, year: i32) -> Option<Name>;
}

/// A promise of a fact.
pub trait FactPromise {
    /// What it is.
    type Of: Any + Clone + Debug + Send + Sync;
    /// Its name in a year.
    fn name(&self, year: i32) -> String;
}

const COUNTRY: &str = "riket";

impl<T: Quantity> CountryPromise for Country<T> {
    type Of = T;
    fn id(&self) -> &str {
        &self.id.text
    }
    fn in_country(&self, year: i32) -> Name {
        self.id.name(year, COUNTRY)
    }
}

impl<T: Quantity> CountryPromise for Everywhere<T> {
    type Of = T;
    fn id(&self) -> &str {
        &self.id.text
    }
    fn in_country(&self, year: i32) -> Name {
        self.id.name(year, COUNTRY)
    }
}

impl<P: CountryPromise> CountryPromise for Maybe<P> {
    type Of = P::Of;
    fn id(&self) -> &str {
        self.0.id()
    }
    fn in_country(&self, year: i32) -> Name {
        self.0.in_country(year)
    }
}

impl<T: Quantity> RegionalPromise for Regional<T> {
    type Of = T;
    fn id(&self) -> &str {
        &self.id.text
    }
    fn in_place(&self, year: i32, place: &str) -> Name {
        self.id.name(year, place)
    }
    fn in_country_too(&self, _: i32) -> Option<Name> {
        None
    }
}

impl<T: Quantity> RegionalPromise for Everywhere<T> {
    type Of = T;
    fn id(&self) -> &str {
        &self.id.text
    }
    fn in_place(&self, year: i32, place: &str) -> Name {
        self.id.name(year, place)
    }
    fn in_country_too(&self, year: i32) -> Option<Name> {
        Some(self.in_country(year))
    }
}

impl<P: RegionalPromise> RegionalPromise for Maybe<P> {
    type Of = P::Of;
    fn id(&self) -> &str {
        self.0.id()
    }
    fn in_place(&self, year: i32, place: &str) -> Name {
        self.0.in_place(year, place)
    }
    fn in_country_too(&self, year: i32) -> Option<Name> {
        self.0.in_country_too(year)
    }
}

impl<T: Any + Clone + Debug + Send + Sync> FactPromise for Fact<T> {
    type Of = T;
    fn name(&self, year: i32) -> String {
        self.id.name(year, COUNTRY).id
    }
}

impl<P: FactPromise> FactPromise for Maybe<P> {
    type Of = P::Of;
    fn name(&self, year: i32) -> String {
        self.0.name(year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::HelaKronor;

    #[test]
    fn keys_stand_where_the_id_says() {
        let used = Indexed::<Country<HelaKronor>>::new("g", "anvant_{}_{}", "använt");
        assert_eq!(used.at((2023, 2024)).in_country(2025).id, "g.2025.riket.anvant_2023_2024");
    }

    #[test]
    #[should_panic(expected = "takes more keys")]
    fn no_key_is_left_out() {
        let used = Indexed::<Country<HelaKronor>>::new("g", "anvant_{}_{}", "använt");
        let _ = used.at(2023);
    }
}
