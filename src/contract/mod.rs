//! The waist of the program, typed: for each grant the figures and facts it promises, by name and quantity.
//! Grants write them, documents read them, and neither knows the other. A name that is not promised does
//! not compile; a promise that is not kept is a failing test.
//!
//! | type | promises |
//! |---|---|
//! | [`Country<T>`] | a figure of the country |
//! | [`Regional<T>`] | a figure of each region |
//! | [`Everywhere<T>`] | both, by the same name |
//! | [`Fact<T>`] | what is no number: a text, a date, rows |
//! | [`Indexed<P>`] | one of these for each key: a month, an agreement year |
//! | [`Maybe<P>`] | one of these, or nothing: the data decide |

mod avdrag;
mod calculation;
mod issuer;
mod promise;

pub use avdrag::{Avdrag, ForegaendeAvdrag, VALUTAKODER, VALUTOR, Valutaord};
pub use calculation::Calculation;
pub use issuer::{Issuer, Person};
pub use promise::{
    Country, CountryPromise, Equality, Everywhere, Fact, FactPromise, Indexed, Kept, Keys, Maybe,
    Pattern, Promised, Regional, RegionalPromise, Shape,
};

/// Declares the promises of a grant, each with its type, its id and, for a figure, what a formula calls it.
macro_rules! contract {
    ($grant:literal; $(
        $(#[$doc:meta])* $name:ident: $type:ty = $id:literal $(, $label:literal)?;
    )*) => {
        /// The grant's id, the first part of its figures' names.
        pub const GRANT: &str = $grant;
        $(
            $(#[$doc])*
            pub const $name: $type = <$type>::new($grant, $id, concat!($($label)?));
        )*
        /// Everything promised, in the order it is declared.
        pub const PROMISES: &[$crate::contract::Promised] =
            &[$(<$type>::promised($grant, stringify!($name), $id, concat!($($label)?))),*];
    };
}

pub mod beredskap;
pub mod besked;
pub mod beslut;
pub mod lakemedel;
pub mod own_words;
pub mod regleringsbrev;

/// Every promise of every grant.
pub fn promises() -> impl Iterator<Item = &'static Promised> {
    [
        beredskap::PROMISES,
        beslut::PROMISES,
        besked::PROMISES,
        lakemedel::PROMISES,
        regleringsbrev::PROMISES,
    ]
    .into_iter()
    .flatten()
}

/// What a month's payment is named by, before the month.
pub const PAYMENT: &str = "utbetalning_";

/// What the day of a month's payment is named by, before the month.
pub const DAY_OF_PAYMENT: &str = "betalningsdag_";

/// Whether a figure is one that leads when two sets are compared: what is granted, and what is paid in the year and in each
/// month. Given are its grant and its name.
#[must_use]
pub fn leads(grant: &str, figure: &str) -> bool {
    match grant {
        lakemedel::GRANT => figure == CountryPromise::id(&lakemedel::STATSBIDRAG),
        regleringsbrev::GRANT => {
            figure == CountryPromise::id(&regleringsbrev::ARET) || figure.starts_with(PAYMENT)
        }
        beslut::GRANT => figure.ends_with(".belopp"),
        besked::GRANT => figure == CountryPromise::id(&besked::MEDDELAT),
        beredskap::GRANT => figure == CountryPromise::id(&beredskap::TILLDELAT_ALLA),
        _ => false,
    }
}
