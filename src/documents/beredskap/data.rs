//! The follow-up as data: what its templates see and what `beredskap.json` holds. No arithmetic here
//! and none in the templates; every figure has an id in the trace.

use schemars::JsonSchema;
use serde::Serialize;

use crate::documents::own_words::Egna;
use crate::report::diagram::Diagram;
use crate::report::diagram::{Paneldiagram, Pyramid, Seriediagram};
use crate::report::head::Huvud;
use crate::report::lists::{Person, Regionlista};
use crate::report::number::{Datum, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::table::Tabell;

/// The follow-up of the agreements on försörjningsberedskap för läkemedel.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beredskap {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The year it is made.
    pub ar: i32,
    /// The last year the regions have answered for.
    pub svarsar: i32,
    /// The last day of it.
    pub lagesdag: Datum,
    /// Who issues it.
    pub utgivare: Utgivare,
    /// What the first page says of it.
    pub register: Register,
    /// Whether any figure is marked as preliminary.
    pub preliminart: bool,
    /// The agreements together.
    pub medel: Medel,
    /// The agreements, oldest first.
    pub overenskommelser: Vec<Overenskommelse>,
    /// Agreements on civil defence.
    pub civilt_forsvar: CiviltForsvar,
    /// The goals.
    pub mal: Mal,
    /// The lists of drugs.
    pub listor: Listor,
    /// The levels of storage.
    pub lager: Lager,
    /// The reports to come, in order.
    pub rapporter: Vec<Rapport>,
    /// The user's own paragraphs, by section.
    pub egna: Egna,
    /// Whom to ask.
    pub kontakter: Vec<Person>,
    /// Who signs.
    pub undertecknare: Vec<Person>,
}

impl Form for Beredskap {
    const VERSION: u32 = 2;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn says_marked(&mut self) -> Option<&mut bool> {
        Some(&mut self.preliminart)
    }

    fn sheets(self) -> Option<Sheets> {
        let medel = self.medel;
        let tables = [medel.perioder, medel.tilldelat, medel.forfaller, self.listor.tabell];
        let liggare = self.overenskommelser.into_iter().filter_map(|avtal| avtal.liggare);
        let tables = tables.into_iter().chain(medel.disponibelt).chain(self.mal.tabell);
        Some(Sheets::of(self.huvud, tables.chain(liggare)))
    }
}

/// The issuer, for letterhead and footer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Utgivare {
    /// Its name.
    pub namn: String,
    /// The department that answers for the follow-up.
    pub avdelning: String,
    /// Postal address.
    pub postadress: String,
    /// Visiting address.
    pub besoksadress: String,
    /// Telephone.
    pub telefon: String,
    /// E-mail.
    pub e_post: String,
    /// Web site.
    pub webbplats: String,
    /// Organisation number.
    pub organisationsnummer: String,
}

/// What the first page says of the document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Register {
    /// Diarienummer.
    pub diarienummer: String,
    /// The date.
    pub datum: Datum,
    /// The heading.
    pub rubrik: String,
    /// To whom it goes.
    pub mottagare: Vec<String>,
}

/// The money of all agreements.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Medel {
    /// How many agreements, in words.
    pub antal_i_ord: String,
    /// How many agreements.
    pub antal: usize,
    /// The years they are called by, for a sentence: `2022, 2023 och 2024`.
    pub avtalsar: String,
    /// To the regions, mnkr.
    pub till_regionerna: Siffra,
    /// To SKR, mnkr; none if nothing.
    pub till_skr: Option<Siffra>,
    /// What the money is shared out by, by the day of the population.
    pub nycklar: Vec<Nyckel>,
    /// What is left at most for the years to come, mnkr; none if every period is over.
    pub kvar: Option<Siffra>,
    /// Whether that is known to the krona, and not only the most there can be.
    pub kvar_exakt: bool,
    /// The years to come: `2024–2025`; empty if there are none.
    pub kommande: String,
    /// Agreements whose use is not known for some year that has passed, for a sentence; empty if none.
    pub okanda: String,
    /// Agreements that state no day for repayment, for a sentence; empty if all do.
    pub utan_dag: String,
    /// Tabell: amounts, periods and repayment.
    pub perioder: Tabell,
    /// Tabell: what may at most be used in each year.
    pub disponibelt: Option<Tabell>,
    /// Whether it has several years.
    pub disponibelt_flera: bool,
    /// Agreements and years in it that are the most there can be, for a note; empty if all are known.
    pub disponibelt_hogst: String,
    /// Diagram: what has been used of each agreement in each year.
    pub diagram: Seriediagram,
    /// Tabell: what each region has been allocated.
    pub tilldelat: Tabell,
    /// Tabell: what each region has left at most, and when it falls due.
    pub forfaller: Tabell,
}

/// A population that money is shared out by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Nyckel {
    /// The day it was counted.
    pub dag: Datum,
    /// The agreements whose money it shares out, for a sentence: `2022 och 2023`; none if it is that of all.
    pub avtal: Option<String>,
    /// Those of which that is assumed, for a sentence; empty if none.
    pub antagna: String,
}

/// An agreement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Overenskommelse {
    /// Its place in the list, from 0.
    pub plats: usize,
    /// The year it is called by.
    pub ar: i32,
    /// Its diarienummer, if given.
    pub diarienummer: Option<String>,
    /// To the regions, mnkr.
    pub till_regionerna: Siffra,
    /// To SKR, mnkr; none if nothing.
    pub till_skr: Option<Siffra>,
    /// The years the money may be used: `2022–2024`.
    pub period: String,
    /// Whether any year of the period has passed.
    pub har_borjat: bool,
    /// Whether the period is over.
    pub ar_slut: bool,
    /// The day unused money is to have been repaid; none if the agreement states none.
    pub aterbetalas: Option<Datum>,
    /// Whether that day had passed when the follow-up was dated.
    pub aterbetalning_passerad: bool,
    /// What was used in the years that were asked about.
    pub anvant_per_ar: Vec<Arsbelopp>,
    /// Years that have passed and were not asked about, for a sentence; empty if none.
    pub okanda_ar: String,
    /// What is left at most, mnkr.
    pub kvar: Siffra,
    /// What has been used, where every year that has passed is known.
    pub utfall: Option<Utfall>,
    /// Tabell: the ledger per region; none before the period has begun.
    pub liggare: Option<Tabell>,
}

/// An amount of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Arsbelopp {
    /// The year.
    pub ar: i32,
    /// The amount, mnkr.
    pub belopp: Siffra,
}

/// How much of an agreement's money has been used.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Utfall {
    /// By all regions, mnkr.
    pub anvant: Siffra,
    /// Of all the regions' money, percent.
    pub andel: Siffra,
    /// The mean of the regions' shares, percent.
    pub medel: Siffra,
    /// The median of the regions' shares, percent.
    pub median: Siffra,
    /// Regions above the mean.
    pub over_medel: Regionlista,
    /// Regions that have used everything.
    pub anvant_allt: Regionlista,
    /// How many they are.
    pub antal_anvant_allt: Siffra,
    /// Regions whose share prints as all of it, though they have something left.
    pub nastan_allt: Regionlista,
    /// The smallest share, percent.
    pub lagst: Siffra,
    /// The regions that have it.
    pub lagst_regioner: Regionlista,
    /// Diagram: used and left per region.
    pub staplar: Seriediagram,
    /// Diagram: share used per region, with mean and median.
    pub andelar: Diagram,
    /// What that diagram shows, for those who do not see it.
    pub andelar_text: String,
}

/// Since when there are agreements on civil defence.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CiviltForsvar {
    /// The first year.
    pub fran: i32,
    /// The first year of supplementary agreements.
    pub tillagg_fran: i32,
}

/// The goals.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mal {
    /// Those that have been evaluated.
    pub utvarderade: Vec<UtvarderatMal>,
    /// Whether every region meets every one of them.
    pub alla_nar: bool,
    /// Those that have not.
    pub ovriga: Vec<OvrigtMal>,
    /// Diagram: weeks per region and care type, with the goals; none if nothing was evaluated.
    pub diagram: Option<Paneldiagram>,
    /// Tabell: the same; none if nothing was evaluated.
    pub tabell: Option<Tabell>,
}

/// A goal that has been evaluated.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UtvarderatMal {
    /// The care type.
    pub vardtyp: String,
    /// The agreement it belongs to, by year.
    pub avtalsar: String,
    /// For how many weeks the stocks are to last.
    pub veckor: Siffra,
    /// The same in words.
    pub veckor_i_ord: String,
    /// When it was first to be met, if the day has been moved.
    pub ursprungligen: Option<Datum>,
    /// When it is to be met.
    pub senast: Datum,
    /// Whether that day had passed when the follow-up was dated.
    pub passerat: bool,
    /// Regions that meet it.
    pub natt: Regionlista,
    /// Regions that do not.
    pub missat: Regionlista,
    /// The fewest weeks.
    pub minst: Siffra,
    /// The same in words.
    pub minst_i_ord: String,
    /// The regions that have them.
    pub minst_regioner: Regionlista,
}

/// A goal that has not been evaluated.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OvrigtMal {
    /// The care type.
    pub vardtyp: String,
    /// The agreement it belongs to, by year.
    pub avtalsar: String,
    /// When it is to be met, if that is stated.
    pub senast: Option<Datum>,
}

/// The lists of drugs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Listor {
    /// How many.
    pub antal: usize,
    /// The same in words.
    pub antal_i_ord: String,
    /// The lists.
    pub listor: Vec<Lista>,
    /// Tabell: the lists.
    pub tabell: Tabell,
}

/// A list of drugs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Lista {
    /// Its name.
    pub namn: String,
    /// The agreement it belongs to, by year.
    pub avtalsar: String,
    /// How many substances.
    pub antal: Siffra,
    /// The version before it, if there is one.
    pub tidigare: Option<TidigareLista>,
    /// Its date, if given.
    pub datum: Option<Datum>,
    /// Its diarienummer, if given.
    pub diarienummer: Option<String>,
    /// The list that has all its substances, if there is one.
    pub ingar_i: Option<String>,
}

/// An earlier version of a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TidigareLista {
    /// Where it is found.
    pub version: String,
    /// How many substances it had.
    pub antal: Siffra,
}

/// The levels of storage.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Lager {
    /// How many.
    pub antal: usize,
    /// The same in words.
    pub antal_i_ord: String,
    /// Diagram: the pyramid.
    pub pyramid: Pyramid,
}

/// A report to come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rapport {
    /// What it is.
    pub namn: String,
    /// When it is to be made at the latest.
    pub senast: Datum,
    /// Whether that day had passed when the follow-up was dated.
    pub passerad: bool,
}
