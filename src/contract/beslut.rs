//! What a decision that shares out money promises, whatever it is about. Each promise is asked for by the name of
//! the decision, which its file has, and many by the number of the pot, from 1.

use chrono::NaiveDate;

use super::{Country, Equality, Everywhere, Fact, Indexed, Maybe, Person, Regional};
use crate::figure::Status;
use crate::quantity::{Andel, Antal, HelaKronor, Invanare, Kronor, KronorPerInvanare, Vikt};
use crate::region::Region;

/// The words for how a pot is shared out.
pub const FORDELAS: [&str; 2] = ["efter nyckel", "fasta belopp"];
/// The words for who gets what rounding leaves over.
pub const RESIDUALREGLER: [&str; 5] =
    ["half_up", "largest_remainder", "half_up_residual_to_largest", "explicit", "justeringar"];
/// The words for who the recipients are.
pub const MOTTAGARSLAG: [&str; 2] = ["regionerna", "egen lista"];
/// The words for whether the decision has been made.
pub const STATUS: [&str; 2] = ["beslutad", "utkast"];
/// The words for where a text stands.
pub const PLATS: [&str; 2] = ["före fördelningen", "efter fördelningen"];

/// Who decides when the government does, by the word of the workbook.
pub const REGERINGEN: &str = "Regeringen";

/// Who gets money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mottagare {
    /// What its figures are named by: the region's id, or the code of the list.
    pub plats: String,
    /// Its code: a region's is the länskod.
    pub kod: String,
    /// Its name in tables.
    pub namn: String,
    /// Its full name.
    pub officiellt_namn: String,
    /// Its organisation number, if the list has one, and how sure that is.
    pub organisationsnummer: Option<(String, Status)>,
    /// The region that it is, where the recipients are the regions.
    pub region: Option<Region>,
}

/// A column of numbers that a pot may be shared out by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kolumn {
    /// Its number, from 1: the key of [`NYCKEL`].
    pub nummer: usize,
    /// Its heading.
    pub rubrik: String,
    /// The same within a sentence: `befolkning`.
    pub i_mening: String,
    /// Its unit; empty if it has none.
    pub enhet: String,
    /// The day it holds for, if it says.
    pub dag: Option<NaiveDate>,
    /// Whether it has been found again from what was published.
    pub harledd: bool,
    /// Whether it is the population: its figures are then [`BEFOLKNING`].
    pub befolkning: bool,
}

/// How a pot is shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Satt {
    /// By the product of some columns, by their numbers.
    Nyckel(Vec<usize>),
    /// In the amounts of a column.
    FastaBelopp(usize),
}

/// A pot; its amount is [`DELPOTT`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pott {
    /// Its number, from 1.
    pub nummer: usize,
    /// What it is called.
    pub namn: String,
    /// How it is shared out.
    pub satt: Satt,
    /// Who gets what rounding leaves over, by the word of the workbook.
    pub residual: String,
    /// The recipient that takes it, where one is named.
    pub restmottagare: Option<String>,
    /// The recipient with the largest unrounded amount.
    pub storst: String,
    /// Those that get the least amount that there may be.
    pub vid_golvet: Vec<String>,
    /// Those that get the greatest.
    pub vid_taket: Vec<String>,
}

/// A change of a recipient's rounded amount, which is [`JUSTERING`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Justerad {
    /// The number of the pot.
    pub pott: usize,
    /// The place of the recipient.
    pub plats: String,
    /// The recipient's name.
    pub namn: String,
    /// Why.
    pub skal: String,
}

/// A piece of a text of the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bit {
    /// Words.
    Text(String),
    /// What a field in braces stands for.
    Falt(Falt),
}

/// What may stand in braces in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Falt {
    /// The year.
    Ar,
    /// The sum of the pots.
    Pott,
    /// A pot, by its number.
    Delpott(usize),
    /// How many recipients there are.
    AntalMottagare,
    /// The day a column holds for, by the column's number.
    Dag(usize),
    /// The sum of the population.
    Befolkning,
    /// The mean per inhabitant.
    PerInvanare,
    /// The name of the recipient that gets most, or least.
    Mottagare(Ytterst),
    /// The amount of the recipient that gets most, or least.
    Belopp(Ytterst),
    /// A text of the sheet Dokument, by its id.
    Uppgift(&'static str),
    /// A day of the sheet Dokument, by its id.
    Datum(&'static str),
    /// What a recipient is called.
    En,
    /// What recipients are called.
    Flera,
    /// The anslag: its number, its name, and its post if it has one.
    Anslaget,
}

/// An extreme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ytterst {
    /// Most.
    Storst,
    /// Least.
    Minst,
}

/// A paragraph of the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stycke {
    /// The heading it stands under.
    pub rubrik: String,
    /// Whether it stands after what is said of how the money is shared out.
    pub efter: bool,
    /// Its pieces, in order.
    pub bitar: Vec<Bit>,
}

/// A text of every decision.
pub type Text = Indexed<Fact<String>>;

contract! { "beslut";
    /// What is shared out in all, kr.
    POTT: Indexed<Country<HelaKronor>> = "{}.pott", "det som fördelas";
    /// A pot, kr.
    DELPOTT: Indexed<Country<HelaKronor>> = "{}.pott_{}", "potten";
    /// What each recipient gets before the rest is shared out, kr.
    GRUNDBELOPP: Indexed<Maybe<Country<HelaKronor>>> = "{}.grundbelopp_{}", "grundbeloppet";
    /// What is left of a pot when all have got that, kr.
    KVAR: Indexed<Maybe<Country<HelaKronor>>> = "{}.kvar_{}", "det som är kvar efter grundbeloppen";
    /// The least amount of a recipient, kr.
    GOLV: Indexed<Maybe<Country<HelaKronor>>> = "{}.golv_{}", "golvet";
    /// The greatest amount of a recipient, kr.
    TAK: Indexed<Maybe<Country<HelaKronor>>> = "{}.tak_{}", "taket";
    /// How many recipients get something.
    ANTAL: Indexed<Country<Antal>> = "{}.antal_mottagare", "antalet som får pengar";
    /// Population.
    BEFOLKNING: Indexed<Maybe<Everywhere<Invanare>>> = "{}.befolkning", "befolkningen";
    /// A number that a pot is shared out by, in the unit of its column; the country's, where the column is per
    /// inhabitant, is the mean.
    NYCKEL: Indexed<Maybe<Everywhere<Vikt>>> = "{}.nyckel_{}", "nyckeltalet";
    /// The place, from 0, of the recipient that takes what rounding leaves over of a pot.
    RESTPLATS: Indexed<Maybe<Country<Antal>>> = "{}.restplats_{}", "platsen som tar återstoden";
    /// A stated change of a recipient's rounded amount of a pot, kr.
    JUSTERING: Indexed<Maybe<Regional<HelaKronor>>> = "{}.justering_{}", "justeringen";

    /// The recipient's weight in a pot.
    VIKT: Indexed<Maybe<Everywhere<Vikt>>> = "{}.vikt_{}", "fördelningstalet";
    /// Its share of all weights.
    ANDEL: Indexed<Maybe<Regional<Andel>>> = "{}.andel_{}", "andelen";
    /// Its amount of a pot, kr, unrounded.
    DELBELOPP_EXAKT: Indexed<Regional<Kronor>> = "{}.delbelopp_exakt_{}", "det oavrundade beloppet";
    /// Its amount of a pot, kr.
    DELBELOPP: Indexed<Everywhere<HelaKronor>> = "{}.delbelopp_{}", "beloppet ur potten";
    /// What those share who are at no limit of a pot, kr.
    KVAR_OVRIGA: Indexed<Maybe<Country<Kronor>>> = "{}.kvar_ovriga_{}", "det som de övriga delar på";
    /// Their shares together.
    ANDEL_OVRIGA: Indexed<Maybe<Country<Andel>>> = "{}.andel_ovriga_{}", "de övrigas andelar tillsammans";
    /// What rounding left over of a pot, kr.
    RESIDUAL: Indexed<Country<HelaKronor>> = "{}.residual_{}", "återstoden";
    /// The recipient's amount, kr.
    BELOPP: Indexed<Everywhere<HelaKronor>> = "{}.belopp", "beloppet";
    /// The amount, kr/inv; the country's is the mean.
    BELOPP_PER_INV: Indexed<Maybe<Everywhere<KronorPerInvanare>>> = "{}.belopp_per_inv", "beloppet per invånare";
    /// The distance of the amount per inhabitant to the mean, kr/inv.
    BELOPP_PER_INV_AVSTAND: Indexed<Maybe<Regional<KronorPerInvanare>>> = "{}.belopp_per_inv_avstand", "avståndet till landets medeltal";
    /// The place of the amount per inhabitant among the regions.
    BELOPP_PER_INV_PLATS: Indexed<Maybe<Regional<Antal>>> = "{}.belopp_per_inv_plats", "platsen bland regionerna";

    /// The decision's heading.
    RUBRIK: Indexed<Fact<String>> = "{}.rubrik";
    /// What the money is called: `sektorsbidrag`.
    MEDEL: Indexed<Fact<String>> = "{}.medel";
    /// The same in the definite form: `sektorsbidraget`.
    MEDEL_BESTAMD: Indexed<Fact<String>> = "{}.medel_bestamd";
    /// Whether the decision has been made, by the word of the workbook.
    BESLUT_STATUS: Indexed<Fact<String>> = "{}.beslut_status";
    /// Who decides.
    BESLUT_MYNDIGHET: Indexed<Fact<String>> = "{}.beslut_myndighet";
    /// The department that prepares the decision.
    BESLUT_DEPARTEMENT: Indexed<Maybe<Fact<String>>> = "{}.beslut_departement";
    /// The decision's number.
    BESLUT_NUMMER: Indexed<Fact<String>> = "{}.beslut_nummer";
    /// The day of the decision.
    BESLUT_DATUM: Indexed<Fact<NaiveDate>> = "{}.beslut_datum";
    /// The decision's diarienummer.
    BESLUT_DIARIENUMMER: Indexed<Fact<String>> = "{}.beslut_diarienummer";
    /// Who pays.
    BESLUT_MOTTAGARE: Indexed<Fact<String>> = "{}.beslut_mottagare";
    /// The anslag's number.
    BESLUT_ANSLAG: Indexed<Fact<String>> = "{}.beslut_anslag";
    /// The anslag's name.
    BESLUT_ANSLAGSNAMN: Indexed<Fact<String>> = "{}.beslut_anslagsnamn";
    /// The anslagspost's number, if the anslag has posts.
    BESLUT_ANSLAGSPOST: Indexed<Maybe<Fact<String>>> = "{}.beslut_anslagspost";
    /// What parliament decided on, if it is to be named.
    BESLUT_RIKSDAGEN: Indexed<Maybe<Fact<String>>> = "{}.beslut_riksdagen";
    /// When the amounts are paid, in words.
    UTBETALNING: Indexed<Fact<String>> = "{}.utbetalning";
    /// The day they are paid, if it is set.
    UTBETALNINGSDAG: Indexed<Maybe<Fact<NaiveDate>>> = "{}.utbetalningsdag";
    /// The day the population is to be counted, if it is set.
    BEFOLKNINGSDAG: Indexed<Maybe<Fact<NaiveDate>>> = "{}.befolkningsdag";
    /// Who the recipients are, by the word of the workbook.
    MOTTAGARNA: Indexed<Fact<String>> = "{}.mottagarna";
    /// What a recipient is called: `kommun`.
    MOTTAGARE_EN: Indexed<Maybe<Fact<String>>> = "{}.mottagare_en";
    /// What recipients are called: `kommuner`.
    MOTTAGARE_FLERA: Indexed<Maybe<Fact<String>>> = "{}.mottagare_flera";
    /// Who signs, in order.
    UNDERTECKNARE: Indexed<Fact<Vec<Person>>> = "{}.undertecknare";
    /// Who gets a copy.
    KOPIOR: Indexed<Fact<Vec<String>>> = "{}.kopior";
    /// Its paragraphs, in order.
    TEXTER: Indexed<Fact<Vec<Stycke>>> = "{}.texter";

    /// The recipients, in the order of its table.
    MOTTAGARE: Indexed<Fact<Vec<Mottagare>>> = "{}.mottagare";
    /// The columns that the pots are shared out by, in order.
    KOLUMNER: Indexed<Fact<Vec<Kolumn>>> = "{}.kolumner";
    /// The pots, in order.
    POTTER: Indexed<Fact<Vec<Pott>>> = "{}.potter";
    /// The amounts that are changed, in order.
    JUSTERINGAR: Indexed<Fact<Vec<Justerad>>> = "{}.justeringar";
    /// What holds equal in every run.
    PROVNINGAR: Indexed<Fact<Vec<Equality>>> = "{}.provningar";
    /// The recipient whose amount is shown step by step.
    EXEMPELMOTTAGARE: Indexed<Fact<Mottagare>> = "{}.exempelmottagare";
    /// The recipient that gets most, the first of equals.
    STORST: Indexed<Fact<Mottagare>> = "{}.storst";
    /// The recipient that gets least, the first of equals.
    MINST: Indexed<Fact<Mottagare>> = "{}.minst";
    /// The recipient with most per inhabitant.
    PER_INV_HOGST: Indexed<Maybe<Fact<Mottagare>>> = "{}.per_inv_hogst";
    /// The recipient with least per inhabitant.
    PER_INV_LAGST: Indexed<Maybe<Fact<Mottagare>>> = "{}.per_inv_lagst";
}

/// An item of the sheet Dokument that a paragraph may name.
#[derive(Clone, Debug)]
pub enum Uppgift<T> {
    /// One that is always there.
    Alltid(Indexed<Fact<T>>),
    /// One that may be missing.
    Kanske(Indexed<Maybe<Fact<T>>>),
}

/// The texts of the sheet Dokument that a paragraph may name, by the ids of their fields.
pub static UPPGIFTER: [(&str, Uppgift<String>); 14] = [
    ("rubrik", Uppgift::Alltid(RUBRIK)),
    ("medel", Uppgift::Alltid(MEDEL)),
    ("medel_bestamd", Uppgift::Alltid(MEDEL_BESTAMD)),
    ("beslut_myndighet", Uppgift::Alltid(BESLUT_MYNDIGHET)),
    ("beslut_departement", Uppgift::Kanske(BESLUT_DEPARTEMENT)),
    ("beslut_nummer", Uppgift::Alltid(BESLUT_NUMMER)),
    ("beslut_diarienummer", Uppgift::Alltid(BESLUT_DIARIENUMMER)),
    ("beslut_mottagare", Uppgift::Alltid(BESLUT_MOTTAGARE)),
    ("beslut_anslag", Uppgift::Alltid(BESLUT_ANSLAG)),
    ("beslut_anslagsnamn", Uppgift::Alltid(BESLUT_ANSLAGSNAMN)),
    ("beslut_anslagspost", Uppgift::Kanske(BESLUT_ANSLAGSPOST)),
    ("beslut_riksdagen", Uppgift::Kanske(BESLUT_RIKSDAGEN)),
    ("utbetalning", Uppgift::Alltid(UTBETALNING)),
    ("mottagarna", Uppgift::Alltid(MOTTAGARNA)),
];

/// The days of the sheet Dokument that a paragraph may name, by the ids of their fields.
pub static DAGAR: [(&str, Uppgift<NaiveDate>); 3] = [
    ("beslut_datum", Uppgift::Alltid(BESLUT_DATUM)),
    ("utbetalningsdag", Uppgift::Kanske(UTBETALNINGSDAG)),
    ("befolkningsdag", Uppgift::Kanske(BEFOLKNINGSDAG)),
];
