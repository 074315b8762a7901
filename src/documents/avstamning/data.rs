//! The settlement of profit and loss as data: what its template sees and its JSON holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::contract::regleringsbrev::Lage;
use crate::report::deviation::Avvikelsediagram;
use crate::report::head::Huvud;
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::table::Tabell;

/// The settlement of an agreement year between state and regions.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avstamning {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The budget year whose payments it lands in.
    pub budgetar: i32,
    /// The agreement year that is settled.
    pub avtalsar: i32,
    /// The decision it is made for.
    pub beslut: Beslut,
    /// The agreement that is settled.
    pub avtal: Avtal,
    /// Whether several parts are settled, each by itself.
    pub flera: bool,
    /// The state's share of återbäring, where it is subtracted.
    pub aterbaring: Option<Aterbaring>,
    /// The limit on either side and the state's share, where they are the same for every part.
    pub granser: Option<Granser>,
    /// The components of which less than the whole cost is compensated.
    pub ersatta: Vec<Ersatt>,
    /// What is settled, part by part.
    pub delar: Vec<Del>,
    /// All parts together, kr: up if the state pays.
    pub summa: Forandring,
    /// The same as the regions get or repay it, each part rounded for each region, kr.
    pub regionerna: Forandring,
    /// How the amounts are shared out.
    pub fordelning: Fordelning,
    /// The payments that are adjusted; none if there is nothing to settle.
    pub regleringar: Vec<Reglering>,
    /// One region's amounts, step by step; none if there is nothing to settle.
    pub exempel: Option<Exempel>,
    /// Outcome against base.
    pub tabell1: Tabell,
    /// What each region gets or repays.
    pub tabell2: Tabell,
    /// Deviations and limits.
    pub diagram1: Avvikelsediagram,
    /// What the diagram shows, for those who do not see it.
    pub diagram1_text: String,
}

impl Form for Avstamning {
    const VERSION: u32 = 3;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn sheets(self) -> Option<Sheets> {
        Some(Sheets::of(self.huvud, [self.tabell1, self.tabell2]))
    }
}

/// The decision the settlement is made for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslut {
    /// Whether it has yet to be made.
    pub utkast: bool,
    /// `Regeringen`, who makes it.
    pub myndighet: String,
    /// `Socialdepartementet`, who issues the settlement.
    pub departement: String,
    /// `II:1`.
    pub nummer: String,
    /// The date.
    pub datum: Datum,
    /// Diarienummer.
    pub diarienummer: String,
    /// To whom: `Kammarkollegiet`.
    pub mottagare: String,
}

/// The agreement that is settled.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avtal {
    /// Government decision: number.
    pub regeringsbeslut: String,
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
}

/// Limits that are the same for every part.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Granser {
    /// The deviation that is not shared, percent of the base.
    pub grans: Siffra,
    /// The state's share of what lies beyond, percent.
    pub statens_andel: Siffra,
}

/// The state's share of återbäring, mnkr without sign.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Aterbaring {
    /// What it is subtracted from, for a sentence.
    pub namn: String,
    /// In the base.
    pub prognos: Siffra,
    /// In the outcome.
    pub utfall: Siffra,
}

/// A component of which less than the whole cost is compensated.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ersatt {
    /// What it is, for a sentence.
    pub namn: String,
    /// The share of the cost that is compensated, percent.
    pub andel: Siffra,
    /// All of the cost, mnkr.
    pub kostnad: Siffra,
    /// The outcome: that share of it, mnkr.
    pub utfall: Siffra,
}

/// What is settled by itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Del {
    /// `Läkemedelsförmånen`, to begin a line with.
    pub rubrik: String,
    /// `läkemedelsförmånen`, for a sentence.
    pub namn: String,
    /// `Förmånen`, for tables and diagrams.
    pub kort: String,
    /// Whether it is several components.
    pub flera: bool,
    /// Whether the state's share of återbäring is subtracted.
    pub netto: bool,
    /// How far above the base nothing is shared, percent.
    pub uppat: Siffra,
    /// How far below, percent.
    pub nedat: Siffra,
    /// The state's share beyond the limits, percent.
    pub statens_andel: Siffra,
    /// Where the outcome lies.
    pub lage: Lage,
    /// What was agreed, mnkr.
    pub bas: Siffra,
    /// What it came to, mnkr.
    pub utfall: Siffra,
    /// The lower limit, mnkr.
    pub nedre: Siffra,
    /// The upper limit, mnkr.
    pub ovre: Siffra,
    /// The outcome less the base, mnkr.
    pub avvikelse: Forandring,
    /// The same, percent of the base.
    pub avvikelse_procent: Forandring,
    /// What lies beyond the limit, mnkr.
    pub utanfor: Forandring,
    /// The state's share of that, kr: up if the state pays.
    pub belopp: Forandring,
    /// What rounding the regions' parts leaves over, kr.
    pub residual: Forandring,
    /// What the regions get or repay together, each rounded, kr.
    pub regionerna: Forandring,
}

/// Who takes what rounding leaves over.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Avrundning {
    /// Nobody: each part is rounded by itself.
    VarForSig,
    /// Those with the largest remainders, a krona each.
    StorstaRest,
    /// The region with the largest part.
    StorstaDel,
}

/// How the amounts are shared out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fordelning {
    /// Whether by the grants of the agreement year; otherwise by population.
    pub efter_statsbidrag: bool,
    /// Whether the agreement says so; else it is assumed.
    pub avtalad: bool,
    /// The day the population is counted.
    pub befolkningsdag: Datum,
    /// What the parts are parts of: kr or inhabitants of all regions.
    pub summa: Siffra,
    /// Who takes what rounding leaves over.
    pub avrundning: Avrundning,
}

/// A payment that is adjusted.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reglering {
    /// The month: `mars 2024`.
    pub manad: String,
    /// The annex it stands in.
    pub bilaga: String,
    /// What is settled in it, for a sentence: `läkemedelsförmånen och hepatit C`.
    pub delar: String,
    /// Whether the month is adjusted by something else too.
    pub fler: bool,
    /// Paid to all regions that month, adjustments made, kr.
    pub utbetalning: Siffra,
    /// Paid to the region of the example that month, adjustments made, kr.
    pub exempel_utbetalning: Siffra,
}

/// One region's amounts, step by step.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exempel {
    /// The region's short name.
    pub region: String,
    /// Its grant (kr) or population.
    pub vikt: Siffra,
    /// The parts beyond their limits.
    pub delar: Vec<Exempeldel>,
    /// All parts together, kr: up if the region gets it.
    pub summa: Forandring,
}

/// One part of the example.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exempeldel {
    /// `Läkemedelsförmånen`.
    pub rubrik: String,
    /// For all regions, kr.
    pub belopp: Forandring,
    /// The region's part, unrounded, kr with two decimals.
    pub exakt: Forandring,
    /// The region's part in whole kronor.
    pub kronor: Forandring,
}
