//! The overview of all money per region as data: what its template sees and its JSON holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::diagram::Diagram;
use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra, Regionlista};
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::table::Tabell;

/// The overview of the state's money for health care, per region and to the sector otherwise.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Besked {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The year the money is for.
    pub ar: i32,
    /// The heading.
    pub rubrik: String,
    /// Who issues it.
    pub avsandare: Avsandare,
    /// The date.
    pub datum: Datum,
    /// Diarienummer, if it has one.
    pub diarienummer: Option<String>,
    /// All regions together, mnkr.
    pub summa: Siffra,
    /// Whether the sum is preliminary.
    pub preliminart: bool,
    /// What the amounts hold.
    pub ingar: Ingar,
    /// Kronor per inhabitant.
    pub per_inv: PerInvanare,
    /// The amounts per region.
    pub tabell1: Tabell,
    /// How the sum relates to the amount spoken of.
    pub omtalat: Omtalat,
    /// Other money to the sector, mnkr; none if there is none.
    pub tabell2: Option<Tabell>,
    /// Whom to ask.
    pub kontakter: Vec<Person>,
}

impl Form for Besked {
    const VERSION: u32 = 4;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn says_marked(&mut self) -> Option<&mut bool> {
        Some(&mut self.preliminart)
    }

    fn sheets(self) -> Option<Sheets> {
        Some(Sheets::of(self.huvud, std::iter::once(self.tabell1).chain(self.tabell2)))
    }
}

/// The issuer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avsandare {
    /// `Regeringskansliet`.
    pub myndighet: String,
    /// `Socialdepartementet`.
    pub departement: String,
}

/// What the amounts hold.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ingar {
    /// The decisions whose money is in them.
    pub beslut: Vec<Ingaende>,
    /// Whether they are several.
    pub flera_beslut: bool,
    /// Their money in the definite form, in a sentence: `sektorsbidraget`.
    pub beslut_uppraknade: String,
    /// What the sum holds beside them, mnkr.
    pub utover_beslut: Siffra,
    /// What the agreements are about, in order.
    pub overenskommelser: Vec<String>,
    /// Whether part of the money is paid only against defined performance.
    pub prestation: bool,
}

/// A decision whose money is in the amounts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ingaende {
    /// What its money is called: `sektorsbidrag`.
    pub medel: String,
    /// The same in the definite form.
    pub medel_bestamd: String,
    /// Its sum, mnkr.
    pub belopp: Siffra,
    /// Whether it has yet to be made.
    pub utkast: bool,
}

/// Kronor per inhabitant.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PerInvanare {
    /// The day of the population.
    pub befolkning_datum: Datum,
    /// The mean, kr/inv.
    pub medel: Siffra,
    /// The most, kr/inv.
    pub hogst: RegionSiffra,
    /// The least, kr/inv.
    pub lagst: RegionSiffra,
    /// Regions above the mean.
    pub over_medel: Regionlista,
    /// Diagram 1.
    pub diagram1: Diagram,
    /// The diagram in words.
    pub diagram1_text: String,
}

/// How the sum relates to the amount spoken of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Omtalat {
    /// The amount spoken of, thousand million kronor.
    pub belopp: Siffra,
    /// What it is rounded to the nearest of, mnkr.
    pub steg: Siffra,
    /// The sum rounded in the same way, thousand million kronor.
    pub avrundat: Siffra,
    /// The rounded sum less the amount spoken of, mnkr.
    pub skillnad: Forandring,
    /// The sum less the amount spoken of, mnkr.
    pub avrundning: Forandring,
}
