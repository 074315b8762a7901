//! A country as plain arrays: what a workbook says, without units, provenance or names of cells.
//! Knows neither the engine nor the second calculation; both are fed from it.

use rust_decimal::Decimal;

/// How many regions there are.
pub(crate) const ANTAL: usize = 21;
/// How many groups the need model has.
pub(crate) const GRUPPER: usize = 22;

/// The regions' names in figures, by länskod. Written out here, not asked of the engine.
pub(crate) const REGIONER: [&str; ANTAL] = [
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
pub(crate) type Regioner<T> = [T; ANTAL];

/// A country in a year.
#[derive(Clone, Debug)]
pub(crate) struct Land {
    pub(crate) ar: i32,
    pub(crate) avtal: Avtal,
    pub(crate) folk: Regioner<i64>,
    pub(crate) grupper: Option<Grupper>,
    /// The need model's outcome, kr/inv.
    pub(crate) utfall: Option<Regioner<Decimal>>,
    /// Costs of solidarity drugs, kr.
    pub(crate) kostnad: Regioner<i64>,
    pub(crate) trappa: Vec<Steg>,
    pub(crate) fore: Fore,
    /// Months from cost to payment.
    pub(crate) efterslap: i64,
    pub(crate) brev: Brev,
}

/// The agreement: million kronor, kronor, euro, percent.
#[derive(Clone, Debug)]
pub(crate) struct Avtal {
    pub(crate) formanen: Decimal,
    pub(crate) hepatit_c: Decimal,
    pub(crate) aterbaring: Decimal,
    pub(crate) ovrigt: Decimal,
    pub(crate) sol: i64,
    pub(crate) skr: i64,
    pub(crate) ihsi_eur: Decimal,
    pub(crate) ihsi_kurs: Decimal,
    pub(crate) grans: Decimal,
    pub(crate) rest: Rest,
}

/// Who takes the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    Ingen,
    Hamilton,
    Storst,
    Region(usize),
}

/// The need model's groups.
#[derive(Clone, Debug)]
pub(crate) struct Grupper {
    pub(crate) antal: Regioner<[i64; GRUPPER]>,
    pub(crate) prislapp: [Decimal; GRUPPER],
}

/// A step: from which kr/inv (the mean, if none is given), and how many percent.
#[derive(Clone, Debug)]
pub(crate) struct Steg {
    pub(crate) fran: Option<Decimal>,
    pub(crate) procent: Decimal,
}

/// The year before.
#[derive(Clone, Debug)]
pub(crate) struct Fore {
    pub(crate) folk: Regioner<i64>,
    pub(crate) behov: Regioner<Decimal>,
    pub(crate) netto: Regioner<Decimal>,
    pub(crate) bidrag: Regioner<i64>,
    pub(crate) kostnad: i64,
    pub(crate) finansiering: Decimal,
    pub(crate) trappa: Vec<Steg>,
}

/// The decision: what is paid when.
#[derive(Clone, Debug)]
pub(crate) struct Brev {
    /// Whether a Saturday can be a day of payment.
    pub(crate) lordag: bool,
    /// The items of the appropriation, thousand kronor.
    pub(crate) anslag: Vec<i64>,
    /// First and last month of each annex, in order, each within one agreement year.
    pub(crate) bilagor: Vec<(u32, u32)>,
    /// Whether the residual is placed: last year's, and this year's.
    pub(crate) placeras: [bool; 2],
    /// The adjustments that are made, by the ids in figures' names, and in which month.
    pub(crate) justeringar: Vec<(&'static str, u32)>,
    pub(crate) belopp: Belopp,
    /// Region and month of payments that are meant to be nought or negative.
    pub(crate) medgivna: Vec<(usize, u32)>,
}

/// What the adjustments are, or are computed from: kronor, percent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Belopp {
    pub(crate) statens_andel: Option<Regioner<i64>>,
    pub(crate) ihsi: Option<Regioner<i64>>,
    pub(crate) formanen: Option<Regioner<i64>>,
    pub(crate) hepatit_c: Option<Regioner<i64>>,
    pub(crate) tillsammans: Option<Regioner<i64>>,
    pub(crate) annan: Option<Regioner<i64>>,
    pub(crate) differens: Option<Regioner<Decimal>>,
    pub(crate) slutlig: Option<Regioner<Decimal>>,
    pub(crate) prognos: Option<Regioner<Decimal>>,
    pub(crate) andel: Option<Decimal>,
    pub(crate) avgift: Option<Avgift>,
}

/// IHSI's fee, kr; never a region that takes the residual.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Avgift {
    pub(crate) preliminar: i64,
    pub(crate) slutlig: i64,
    pub(crate) grans: i64,
    pub(crate) rest: Rest,
}
