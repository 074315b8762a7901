//! The deductions of the agreement that are made before the grant is paid out, as rows: who gets what for what, in
//! which currency, and what is settled afterwards. What they come to are figures, named by the row's [`Avdrag::id`].

use crate::calendar::Month;

/// A foreign currency, with its words.
#[derive(Debug, PartialEq, Eq)]
pub struct Valutaord {
    /// Its code: `EUR`.
    pub kod: &'static str,
    /// One of it, in a sentence: `euro`.
    pub en: &'static str,
    /// Several of it.
    pub flera: &'static str,
}

/// The currencies that a deduction may be in.
pub const VALUTOR: [Valutaord; 6] = [
    Valutaord { kod: "EUR", en: "euro", flera: "euro" },
    Valutaord { kod: "USD", en: "US-dollar", flera: "US-dollar" },
    Valutaord { kod: "GBP", en: "brittiskt pund", flera: "brittiska pund" },
    Valutaord { kod: "NOK", en: "norsk krona", flera: "norska kronor" },
    Valutaord { kod: "DKK", en: "dansk krona", flera: "danska kronor" },
    Valutaord { kod: "CHF", en: "schweizisk franc", flera: "schweiziska franc" },
];

/// Their codes, in the same order.
pub const VALUTAKODER: [&str; 6] = [
    VALUTOR[0].kod,
    VALUTOR[1].kod,
    VALUTOR[2].kod,
    VALUTOR[3].kod,
    VALUTOR[4].kod,
    VALUTOR[5].kod,
];

/// A deduction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Avdrag {
    /// What its figures are named by: `ihsi`.
    pub id: String,
    /// Its short name: `IHSI`.
    pub namn: String,
    /// Its short name last year, if that was another.
    pub hette: Option<String>,
    /// Who gets the money.
    pub mottagare: String,
    /// What for: a noun phrase that can follow after "för".
    pub andamal: String,
    /// The currency it is agreed in, if that is not kronor.
    pub valuta: Option<&'static Valutaord>,
    /// Whether it is known to be new this year.
    pub nytt: bool,
    /// The month at the latest in whose payment it is settled, if it is settled afterwards.
    pub regleras: Option<Month>,
}

/// A deduction that last year's agreement had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForegaendeAvdrag {
    /// Its short name.
    pub namn: String,
    /// What it was for, as [`Avdrag::andamal`].
    pub andamal: String,
}
