//! The letter to a region as data: what its template sees and what its JSON holds. No arithmetic here and
//! none in the template; every figure has an id in the trace.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::avsandare::Utgivare;
use crate::report::delar::{Datum, Diagram, Forandring, Huvud, Person, Siffra, Tabell};
use crate::report::rakning::Rakning;

/// A letter to one region: its money from the state, how each amount came about, and what has changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Regionbesked {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The year.
    pub ar: i32,
    /// The year before.
    pub foregaende_ar: i32,
    /// Who issues it.
    pub utgivare: Utgivare,
    /// The letter's own date and number.
    pub brev: Brev,
    /// To whom.
    pub region: Mottagare,
    /// How many regions there are.
    pub antal_regioner: usize,
    /// The amounts at a glance.
    pub korthet: Tabell,
    /// Statsbidraget för läkemedelsförmånerna.
    pub statsbidrag: Statsbidrag,
    /// Solidarity financing.
    pub solidariskt: Solidariskt,
    /// The change since last year, by cause.
    pub forandring: Orsaker,
    /// Where the region stands among the others.
    pub jamforelse: Jamforelse,
    /// Whom to ask.
    pub kontakter: Vec<Person>,
    /// Who signs.
    pub undertecknare: Vec<Person>,
}

/// The letter's own date and number.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Brev {
    /// The date.
    pub datum: Datum,
    /// Diarienummer, if it has one.
    pub diarienummer: Option<String>,
    /// Issuing department.
    pub avdelning: String,
}

/// The region the letter is to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mottagare {
    /// Its own full name: `Region Skåne`.
    pub namn: String,
    /// Its short name: `Skåne`.
    pub kortnamn: String,
    /// `12`.
    pub lanskod: String,
}

/// A region's amount per inhabitant beside the country's.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Lage {
    /// The region's, kr/inv.
    pub regionen: Siffra,
    /// The country's mean, kr/inv.
    pub riket: Siffra,
    /// The region's less the mean, kr/inv.
    pub avstand: Forandring,
    /// The region's place, the highest first.
    pub plats: Siffra,
}

/// Who gets the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Avrundningsregel {
    /// Nobody: each region is rounded by itself.
    HalfUp,
    /// One each to the largest remainders.
    LargestRemainder,
    /// The region that gets most.
    HalfUpResidualToLargest,
    /// A region that is named.
    Explicit,
}

/// The grant.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Statsbidrag {
    /// In whole kronor.
    pub belopp: Siffra,
    /// Less last year's, kr.
    pub forandring: Forandring,
    /// Population date.
    pub befolkning_datum: Datum,
    /// Whether the need model was computed here from groups and price tags.
    pub ur_grupper: bool,
    /// The date of the groups.
    pub grupp_datum: Datum,
    /// The need model, kr/inv.
    pub behovsmodell: Lage,
    /// Who gets what rounding leaves over.
    pub avrundning: Avrundningsregel,
    /// The region that is named, by such a rule.
    pub restregion: Option<String>,
    /// From need model and solidarity net to kronor.
    pub rakning: Rakning,
}

/// Solidarity financing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Solidariskt {
    /// The diseases, for a sentence.
    pub sjukdomar: String,
    /// Costs from this month: `oktober 2022`.
    pub period_fran: String,
    /// Costs to this month: `september 2023`.
    pub period_till: String,
    /// The cost, kr/inv.
    pub kostnad: Lage,
    /// Whether the cost is above the country's mean, by unrounded values.
    pub over_medel: bool,
    /// The deduction from all, kr/inv.
    pub finansiering: Siffra,
    /// Compensation less financing, kr/inv.
    pub netto: Forandring,
    /// From cost to net.
    pub rakning: Rakning,
}

/// How a region's change compares to the country's.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Utveckling {
    /// It rises more, or falls less.
    Starkare,
    /// It rises less, or falls more.
    Svagare,
    /// The same, unrounded.
    Lika,
}

/// The change since last year, by cause.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Orsaker {
    /// Whether this year's grant is net of the state's share of återbäring.
    pub netto: bool,
    /// Whether one of the two years' grants is gross and the other net.
    pub brott_brutto_netto: bool,
    /// From last year's grant to this year's.
    pub tabell: Tabell,
    /// Population of this year's grant.
    pub befolkning: Siffra,
    /// Population of last year's grant.
    pub foregaende_befolkning: Siffra,
    /// The change of the country's mean in the need model, kr/inv.
    pub riket: Forandring,
    /// The change of the region's need model, kr/inv.
    pub regionen: Forandring,
    /// How the two compare.
    pub utveckling: Utveckling,
    /// Last year's solidarity net, kr/inv.
    pub foregaende_solidariskt: Siffra,
    /// This year's solidarity net, kr/inv.
    pub solidariskt: Siffra,
    /// The change of the net, kr/inv.
    pub solidariskt_forandring: Forandring,
    /// Its causes, kr/inv.
    pub solidariskt_rakning: Rakning,
}

/// Where the region stands among the others.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Jamforelse {
    /// The grant, kr/inv.
    pub statsbidrag: Lage,
    /// Every region's grant, with the mean.
    pub diagram: Diagram,
    /// The diagram in words.
    pub diagram_text: String,
}
