//! A decision that shares out money, as data: what its template sees and its JSON holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::head::Huvud;
use crate::report::lists::Person;
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::prose::Del;
use crate::report::residual::Avrundningsregel;
use crate::report::table::Tabell;
use crate::report::worked_sum::Rakning;

/// A decision to share out one or more pots.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Medelsbeslut {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The year the money is for.
    pub ar: i32,
    /// The decision.
    pub beslut: Beslut,
    /// What the money is called: `sektorsbidrag`.
    pub medel: String,
    /// The same in the definite form.
    pub medel_bestamd: String,
    /// What is shared out in all, kr.
    pub pott: Siffra,
    /// When it is paid: `så snart som möjligt`.
    pub utbetalning: String,
    /// Who gets it.
    pub mottagare: Mottagarna,
    /// How it is shared out.
    pub fordelning: Fordelning,
    /// One recipient's amount, step by step; none where every amount is stated.
    pub exempel: Option<Exempel>,
    /// What the decision says before how the money is shared out.
    pub fore: Vec<Avsnitt>,
    /// What it says after that.
    pub efter: Vec<Avsnitt>,
    /// Who signs.
    pub undertecknare: Vec<Person>,
    /// Who gets a copy.
    pub kopior: Vec<String>,
    /// The amounts, for each recipient.
    pub tabell: Tabell,
    /// The day of payment, if one is set.
    pub betalningsdag: Option<Datum>,
    /// Who is paid, as the payment file names them.
    pub betalningsmottagare: Vec<Betalningsmottagare>,
}

/// A recipient of a payment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Betalningsmottagare {
    /// Its code: a region's is the länskod.
    pub kod: String,
    /// Its full name.
    pub namn: String,
    /// Its organisation number, if it is known.
    pub organisationsnummer: Option<String>,
}

impl Form for Medelsbeslut {
    const VERSION: u32 = 2;

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
    /// Whether it is the government that decides.
    pub av_regeringen: bool,
    /// The department that prepares it, if the government decides.
    pub departement: Option<String>,
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
    /// `42`, if the anslag has posts.
    pub anslagspost: Option<String>,
    /// What parliament decided on, if it is to be named.
    pub riksdagen: Option<String>,
    /// Whether it has not been taken yet; it then says so on every page.
    pub utkast: bool,
}

/// Who gets the money.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mottagarna {
    /// How many get something.
    pub antal: Siffra,
    /// Whether they are the 21 regions.
    pub regioner: bool,
    /// What one is called: `region`.
    pub en: String,
    /// What several are called: `regioner`.
    pub flera: String,
    /// Whose something of one of them is: `regions`.
    pub ens: String,
    /// Whose something of several is: `regioners`.
    pub fleras: String,
}

/// A section: a heading and its paragraphs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avsnitt {
    /// The heading.
    pub rubrik: String,
    /// The paragraphs, each in pieces.
    pub stycken: Vec<Vec<Del>>,
    /// Whether the signatures follow on it.
    pub sist: bool,
}

/// How the money is shared out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fordelning {
    /// Whether there is more than one pot.
    pub flera_potter: bool,
    /// How many they are, in words.
    pub antal_potter_i_ord: String,
    /// The pots, in order.
    pub potter: Vec<Pott>,
    /// The columns of numbers that a key names, in order.
    pub kolumner: Vec<Kolumn>,
    /// The amount per inhabitant, if the population is known.
    pub per_inv: Option<PerInvanare>,
}

/// A pot.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pott {
    /// Its number.
    pub nummer: usize,
    /// What it is for.
    pub namn: String,
    /// The amount, kr.
    pub belopp: Siffra,
    /// Whether the amounts are stated and not computed.
    pub fasta_belopp: bool,
    /// Whether several numbers are multiplied.
    pub flera_faktorer: bool,
    /// What is multiplied, as in a sentence: `befolkning`, `standardkostnad`.
    pub faktorer: Vec<String>,
    /// The same in a sentence: `befolkning och standardkostnad`.
    pub faktorer_uppraknade: String,
    /// The same, each with the day it holds for: `befolkning (den 1 november 2023)`.
    pub faktorer_med_dag: String,
    /// What the shares that it is shared out by come to, percent, where they are stated so and are all of it together.
    pub andelar: Option<Siffra>,
    /// All recipients' weight; none where the amounts are stated.
    pub vikt: Option<Siffra>,
    /// What each recipient gets first, kr.
    pub grundbelopp: Option<Siffra>,
    /// What is left of the pot then, kr.
    pub kvar: Option<Siffra>,
    /// The least amount, kr.
    pub golv: Option<Siffra>,
    /// Who gets it, as a sentence begins, if anyone does.
    pub vid_golvet: Option<String>,
    /// The greatest amount, kr.
    pub tak: Option<Siffra>,
    /// Who gets it, as a sentence begins, if anyone does.
    pub vid_taket: Option<String>,
    /// What those share who are at no limit, kr; none where nobody is at one.
    pub kvar_ovriga: Option<Siffra>,
    /// Whether anybody is at no limit and shares what is left.
    pub nagra_delar: bool,
    /// Who gets what rounding leaves over.
    pub avrundning: Avrundningsregel,
    /// What rounding leaves over, kr.
    pub residual: Forandring,
    /// The recipient with the largest unrounded amount.
    pub storst: String,
    /// The recipient that takes what is left over, where one is named.
    pub restmottagare: Option<String>,
    /// The amounts that are changed, in order.
    pub justeringar: Vec<Justering>,
}

/// A rounded amount that is changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justering {
    /// The recipient.
    pub mottagare: String,
    /// How it is changed, kr.
    pub belopp: Forandring,
    /// Why, without a full stop.
    pub skal: String,
}

/// A column of numbers that a pot is shared out by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Kolumn {
    /// Its heading.
    pub rubrik: String,
    /// The same in a sentence.
    pub i_mening: String,
    /// The same as a sentence begins of its day: `Befolkningen`, `Uppgiften om behov`.
    pub bestamd: String,
    /// Its unit; empty if it has none.
    pub enhet: String,
    /// The day it holds for, if it says.
    pub dag: Option<Datum>,
    /// Whether it has been found again from what was published.
    pub harledd: bool,
    /// Whether it is rounded in the table, but not in the computation.
    pub avrundad: bool,
}

/// The amount per inhabitant.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PerInvanare {
    /// What one of the people is called: `invånare`, or `invånare 15–24 år` where the column holds only those.
    pub person: String,
    /// The mean, kr/inv.
    pub medel: Siffra,
    /// Whether all get the same, as it is written.
    pub lika: bool,
    /// Who gets most.
    pub hogst: MottagarSiffra,
    /// Who gets least.
    pub lagst: MottagarSiffra,
}

/// A recipient and a figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MottagarSiffra {
    /// The recipient.
    pub mottagare: String,
    /// The figure.
    pub siffra: Siffra,
}

/// One recipient's amount, step by step.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exempel {
    /// The recipient.
    pub mottagare: String,
    /// Its amount, of all pots together, kr.
    pub belopp: Siffra,
    /// From its numbers to its amount, pot by pot.
    pub rakningar: Vec<Rakning>,
}
