//! The decision on sektorsbidrag as data: what its template sees and its JSON holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra};
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::table::Tabell;

/// A decision to share out an amount among the regions.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sektorsbidrag {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The grant year.
    pub ar: i32,
    /// The decision.
    pub beslut: Beslut,
    /// What is shared out, kr.
    pub pott: Siffra,
    /// When it is paid: `så snart som möjligt`.
    pub utbetalning: String,
    /// How it is shared out.
    pub fordelning: Fordelning,
    /// One region's amount, step by step.
    pub exempel: Exempel,
    /// Who signs.
    pub undertecknare: Vec<Person>,
    /// Who gets a copy.
    pub kopior: Vec<String>,
    /// The amounts, per region.
    pub tabell: Tabell,
}

impl Form for Sektorsbidrag {
    const VERSION: u32 = 1;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn sheets(self) -> Option<Sheets> {
        Some(Sheets::of(self.huvud, [self.tabell]))
    }
}

/// The decision itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslut {
    /// The heading.
    pub rubrik: String,
    /// `Regeringen`.
    pub myndighet: String,
    /// `Socialdepartementet`.
    pub departement: String,
    /// `II:1`.
    pub nummer: String,
    /// The date.
    pub datum: Datum,
    /// Diarienummer.
    pub diarienummer: String,
    /// Who pays: `Kammarkollegiet`.
    pub mottagare: String,
    /// `1:6`.
    pub anslag: String,
    /// The name of the anslag.
    pub anslagsnamn: String,
    /// `42`.
    pub anslagspost: String,
    /// What parliament decided on, if it is to be named.
    pub riksdagen: Option<String>,
}

/// Who gets the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Avrundningsregel {
    /// Nobody: there are none.
    HalfUp,
    /// One each to the largest remainders.
    LargestRemainder,
    /// The region that gets most.
    HalfUpResidualToLargest,
}

/// How the amount is shared out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fordelning {
    /// The day of the population.
    pub befolkning_datum: Datum,
    /// All regions' standard cost, kr.
    pub standardkostnad: Siffra,
    /// Who gets what rounding leaves over.
    pub avrundning: Avrundningsregel,
    /// What rounding leaves over, kr.
    pub residual: Forandring,
    /// The region that gets most.
    pub storst: String,
    /// The mean, kr/inv.
    pub per_inv: Siffra,
    /// The most per inhabitant, kr/inv.
    pub hogst: RegionSiffra,
    /// The least per inhabitant, kr/inv.
    pub lagst: RegionSiffra,
}

/// One region's amount, step by step.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exempel {
    /// The region.
    pub region: String,
    /// Its population.
    pub befolkning: Siffra,
    /// Standard cost, kr/inv.
    pub standardkostnad_per_inv: Siffra,
    /// The two multiplied, kr.
    pub standardkostnad: Siffra,
    /// Its share, percent.
    pub andel: Siffra,
    /// Before rounding, kr.
    pub exakt: Siffra,
    /// In whole kronor.
    pub belopp: Siffra,
}
