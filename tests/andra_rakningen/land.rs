//! A country as plain arrays: what a workbook says, without units, provenance or names of cells.
//! Knows neither the engine nor the second calculation; both are fed from it.

use rust_decimal::Decimal;

/// How many regions there are.
pub const ANTAL: usize = 21;
/// How many groups the need model has.
pub const GRUPPER: usize = 22;

/// The regions' names in figures, by länskod. Written out here, not asked of the engine.
pub const REGIONER: [&str; ANTAL] = [
    "stockholm",
    "uppsala",
    "sormland",
    "ostergotland",
    "jonkoping",
    "kronoberg",
    "kalmar",
    "gotland",
    "blekinge",
    "skane",
    "halland",
    "vastra_gotaland",
    "varmland",
    "orebro",
    "vastmanland",
    "dalarna",
    "gavleborg",
    "vasternorrland",
    "jamtland",
    "vasterbotten",
    "norrbotten",
];

/// One value for each region.
pub type Regioner<T> = [T; ANTAL];

/// A country in a year.
#[derive(Clone, Debug)]
pub struct Land {
    pub ar: i32,
    pub avtal: Avtal,
    pub folk: Regioner<i64>,
    pub grupper: Option<Grupper>,
    /// The need model's outcome, kr/inv.
    pub utfall: Option<Regioner<Decimal>>,
    /// Costs of solidarity drugs, kr.
    pub kostnad: Regioner<i64>,
    pub trappa: Vec<Steg>,
    pub fore: Fore,
    pub betalning: Betalning,
}

/// The agreement: million kronor, kronor, euro, percent.
#[derive(Clone, Debug)]
pub struct Avtal {
    pub formanen: Decimal,
    pub hepatit_c: Decimal,
    pub aterbaring: Decimal,
    pub ovrigt: Decimal,
    pub sol: i64,
    pub skr: i64,
    pub ihsi_eur: Decimal,
    pub ihsi_kurs: Decimal,
    pub grans: Decimal,
    pub rest: Rest,
}

/// Who takes the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    Ingen,
    StorstaRest,
    StorstaDel,
    Region(usize),
}

/// The need model's groups.
#[derive(Clone, Debug)]
pub struct Grupper {
    pub antal: Regioner<[i64; GRUPPER]>,
    pub prislapp: [Decimal; GRUPPER],
}

/// A step: from which kr/inv (the mean, if none is given), and how many percent.
#[derive(Clone, Debug)]
pub struct Steg {
    pub fran: Option<Decimal>,
    pub procent: Decimal,
}

/// The year before.
#[derive(Clone, Debug)]
pub struct Fore {
    pub folk: Regioner<i64>,
    pub behov: Regioner<Decimal>,
    pub netto: Regioner<Decimal>,
    pub bidrag: Regioner<i64>,
    pub kostnad: i64,
    pub finansiering: Decimal,
    pub trappa: Vec<Steg>,
}

/// The order of payment.
#[derive(Clone, Debug)]
pub struct Betalning {
    pub efterslap: i64,
    pub forsta: i64,
    pub sista: i64,
    /// Whether a Saturday can be a day of payment.
    pub lordag: bool,
    /// Percent.
    pub andel: Decimal,
    pub differens: Regioner<Decimal>,
}
