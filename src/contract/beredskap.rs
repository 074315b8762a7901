//! What försörjningsberedskap promises: the agreements' money as a ledger, the goals for how long the
//! regions' stocks last, the lists of drugs, and the texts of the follow-up. An agreement is named by its
//! year, a goal by its care type or its number in the workbook, a list by its number.

use chrono::NaiveDate;

use super::own_words::{EgetStycke, OwnDocument, Section};
use super::{Country, Equality, Everywhere, Fact, Indexed, Issuer, Maybe, Person, Regional};
use crate::quantity::{Andel, Antal, HelaKronor, Invanare, Kronor, Veckor};
use crate::region::Region;

/// Who issues the follow-up.
pub const UTGIVARE: Issuer = Issuer {
    namn: UTGIVARE_NAMN,
    postadress: UTGIVARE_POSTADRESS,
    besoksadress: UTGIVARE_BESOKSADRESS,
    telefon: UTGIVARE_TELEFON,
    e_post: UTGIVARE_E_POST,
    webbplats: UTGIVARE_WEBBPLATS,
    organisationsnummer: UTGIVARE_ORGANISATIONSNUMMER,
};

/// The words for the documents that take paragraphs of the user's own.
pub const EGNA_DOKUMENT: [&str; 1] = ["uppföljningen"];

/// The follow-up, for paragraphs of the user's own.
pub const UPPFOLJNINGEN: OwnDocument = OwnDocument {
    word: EGNA_DOKUMENT[0],
    per_region: false,
    sections: &[
        Section::prose("sammanfattning", "Sammanfattning"),
        Section::fixed("medel", "Överenskommelserna och medlen"),
        Section::fixed("anvandning", "Så har medlen använts"),
        Section::prose("aterbetalning", "Oanvända medel och återbetalning"),
        Section::fixed("mal", "Målen"),
        Section::fixed("lager", "Läkemedelslistor och lager"),
        Section::prose("lasning", "Så ska uppgifterna läsas"),
        Section::fixed("rapporter", "Rapporter och frågor"),
        Section::fixed("tabeller", "Tabeller per region"),
    ],
};

contract! { "beredskap";

    /// The year of the follow-up; the regions have answered for the years before it.
    UPPFOLJNINGSAR: Country<Antal> = "uppfoljningsar", "uppföljningsåret";
    /// The first year with an agreement on civil defence.
    CIVILT_FORSVAR_FRAN: Country<Antal> =
        "civilt_forsvar_fran", "det första året med en överenskommelse om civilt försvar";
    /// The first year with a supplementary agreement on civil defence.
    CIVILT_FORSVAR_TILLAGG_FRAN: Country<Antal> =
        "civilt_forsvar_tillagg_fran", "det första året med en tilläggsöverenskommelse";

    /// Population on the day of a key, inhabitants.
    BEFOLKNING: Indexed<Everywhere<Invanare>> = "befolkning_{}", "befolkningen";
    /// An agreement's amount to the regions, kr.
    TILL_REGIONERNA: Indexed<Country<Kronor>> = "till_regionerna_{}", "beloppet till regionerna";
    /// An agreement's amount to SKR, kr.
    TILL_SKR: Indexed<Country<Kronor>> = "till_skr_{}", "beloppet till SKR";
    /// The first year an agreement's money may be used.
    FRAN: Indexed<Country<Antal>> = "fran_{}", "det första året";
    /// The last year an agreement's money may be used.
    TILL: Indexed<Country<Antal>> = "till_{}", "det sista året";
    /// The day an agreement's unused money is to have been repaid, where it states one.
    ATERBETALAS: Indexed<Maybe<Country<NaiveDate>>> =
        "aterbetalas_{}", "dagen för återbetalning";
    /// The agreements' amounts to the regions, kr.
    TILL_REGIONERNA_ALLA: Country<Kronor> = "till_regionerna", "beloppen till regionerna";
    /// The agreements' amounts to SKR, kr.
    TILL_SKR_ALLA: Country<Kronor> = "till_skr", "beloppen till SKR";
    /// An agreement's amounts to the regions and to SKR, kr.
    OVERENSKOMMET: Indexed<Country<Kronor>> = "overenskommet_{}", "det överenskomna beloppet";
    /// What an agreement shares out among the regions, whole kr.
    POTT: Indexed<Country<HelaKronor>> = "pott_{}", "det som fördelas";
    /// A region's part of it, unrounded kr.
    TILLDELAT_EXAKT: Indexed<Regional<Kronor>> = "tilldelat_exakt_{}", "oavrundad tilldelning";
    /// What has been allocated of an agreement, whole kr.
    TILLDELAT: Indexed<Everywhere<HelaKronor>> = "tilldelat_{}", "tilldelat";
    /// What has been allocated of all agreements, whole kr.
    TILLDELAT_ALLA: Everywhere<HelaKronor> = "tilldelat", "tilldelat av alla överenskommelser";

    /// What was used of an agreement in a year that was asked about ([`Lage::Kand`]), whole kr.
    ANVANT_AR: Indexed<Everywhere<HelaKronor>> = "anvant_{}_{}", "använt under ett år";
    /// What has been used of an agreement, where every year that has passed is known, whole kr.
    ANVANT: Indexed<Maybe<Everywhere<HelaKronor>>> = "anvant_{}", "använt";
    /// What is left at most of an agreement, whole kr.
    KVAR: Indexed<Everywhere<HelaKronor>> = "kvar_{}", "kvar";
    /// What is left at most of the agreements whose period is not over, where there are any, whole kr.
    KVAR_ALLA: Maybe<Everywhere<HelaKronor>> = "kvar", "kvar av alla överenskommelser";
    /// What is to be repaid of an agreement that states a day, if nothing more is used, whole kr.
    FORFALLER: Indexed<Maybe<Everywhere<HelaKronor>>> = "forfaller_{}", "det som förfaller";
    /// What may at most be used of an agreement in a year of its period, whole kr.
    DISPONIBELT: Indexed<Maybe<Country<HelaKronor>>> = "disponibelt_{}_{}", "disponibelt";
    /// What may at most be used of all agreements in a year of [`DISPONIBLA`], whole kr.
    DISPONIBELT_AR: Indexed<Country<HelaKronor>> =
        "disponibelt_{}", "disponibelt av alla överenskommelser";

    /// The share that has been used of an agreement, where [`ANVANT`] is known. So are then the mean and
    /// the median of the regions' shares, and the sets of regions by them.
    ANDEL_ANVAND: Indexed<Maybe<Everywhere<Andel>>> = "andel_anvand_{}", "använd andel";
    /// The mean of the regions' shares.
    ANDEL_MEDEL: Indexed<Country<Andel>> = "andel_anvand_medel_{}", "medelvärdet av andelarna";
    /// The median of the regions' shares.
    ANDEL_MEDIAN: Indexed<Country<Andel>> = "andel_anvand_median_{}", "medianen av andelarna";
    /// How many regions have used everything.
    ANTAL_ANVANT_ALLT: Indexed<Country<Antal>> =
        "antal_anvant_allt_{}", "antalet regioner som har använt allt";
    /// The regions that have used everything.
    ANVANT_ALLT: Indexed<Fact<Vec<Region>>> = "anvant_allt_{}";
    /// The regions that have used the smallest share.
    ANDEL_LAGST: Indexed<Fact<Vec<Region>>> = "andel_lagst_{}";
    /// The regions that have used a larger share than the mean.
    ANDEL_OVER_MEDEL: Indexed<Fact<Vec<Region>>> = "andel_over_medel_{}";

    /// For how many weeks the stocks are to last, by the goal's number; a goal that has not been evaluated
    /// need not say.
    MAL_VECKOR: Indexed<Maybe<Country<Veckor>>> = "mal_{}_veckor", "målet";
    /// For how many weeks the stocks last, by the care type of a goal that has been evaluated; so are the
    /// following.
    VECKOR: Indexed<Regional<Veckor>> = "veckor_{}", "veckorna";
    /// How many regions meet the goal.
    ANTAL_NATT: Indexed<Country<Antal>> = "antal_natt_{}", "antalet regioner som når målet";
    /// How many regions do not.
    ANTAL_MISSAT: Indexed<Country<Antal>> =
        "antal_missat_{}", "antalet regioner som inte når målet";
    /// The fewest weeks.
    VECKOR_MINST: Indexed<Country<Veckor>> = "veckor_minst_{}", "det minsta antalet veckor";
    /// The regions that meet the goal.
    NATT: Indexed<Fact<Vec<Region>>> = "natt_{}";
    /// The regions that do not.
    MISSAT: Indexed<Fact<Vec<Region>>> = "missat_{}";
    /// The regions that have the fewest weeks.
    MINST: Indexed<Fact<Vec<Region>>> = "minst_{}";

    /// How many substances a list has.
    LISTA_ANTAL: Indexed<Country<Antal>> = "lista_{}_antal", "antalet substanser";
    /// How many an earlier version had, where there is one.
    LISTA_TIDIGARE_ANTAL: Indexed<Maybe<Country<Antal>>> =
        "lista_{}_tidigare_antal", "det tidigare antalet";
    /// How much the list has grown since.
    LISTA_SKILLNAD: Indexed<Maybe<Country<Antal>>> = "lista_{}_skillnad", "skillnaden";

    /// The heading of the follow-up.
    UPPFOLJNING_RUBRIK: Fact<String> = "uppfoljning_rubrik";
    /// Its date.
    UPPFOLJNING_DATUM: Fact<NaiveDate> = "uppfoljning_datum";
    /// Its diarienummer.
    UPPFOLJNING_DIARIENUMMER: Fact<String> = "uppfoljning_diarienummer";
    /// The issuer's name.
    UTGIVARE_NAMN: Fact<String> = "utgivare_namn";
    /// The issuer's postal address.
    UTGIVARE_POSTADRESS: Fact<String> = "utgivare_postadress";
    /// The issuer's visiting address.
    UTGIVARE_BESOKSADRESS: Fact<String> = "utgivare_besoksadress";
    /// The issuer's telephone.
    UTGIVARE_TELEFON: Fact<String> = "utgivare_telefon";
    /// The issuer's e-mail.
    UTGIVARE_E_POST: Fact<String> = "utgivare_e_post";
    /// The issuer's web site.
    UTGIVARE_WEBBPLATS: Fact<String> = "utgivare_webbplats";
    /// The issuer's organisation number.
    UTGIVARE_ORGANISATIONSNUMMER: Fact<String> = "utgivare_organisationsnummer";
    /// The department that answers for the follow-up.
    UTGIVARE_AVDELNING: Fact<String> = "utgivare_avdelning";
    /// To whom the follow-up goes.
    MOTTAGARE: Fact<Vec<String>> = "mottagare";
    /// The user's own paragraphs in the follow-up, in order.
    EGNA_STYCKEN: Fact<Vec<EgetStycke>> = "egna_stycken";
    /// Whom to ask, and who signs.
    PERSONER: Fact<Vec<Person>> = "personer";
    /// The last day the regions have answered for.
    LAGESDAG: Fact<NaiveDate> = "lagesdag";

    /// The agreements, oldest first.
    AVTAL: Fact<Vec<Avtal>> = "avtal";
    /// The years of each agreement's period, and what is known of the use in them.
    ANVANDNING: Fact<Vec<Usage>> = "anvandning";
    /// The agreements and years of which it is told what may be used.
    DISPONIBLA: Fact<Vec<Disponibelt>> = "disponibelt";
    /// The goals, in the workbook's order.
    MAL: Fact<Vec<Mal>> = "mal";
    /// The lists of drugs, in the workbook's order.
    LISTOR: Fact<Vec<Lista>> = "listor";
    /// The levels of storage, from 1.
    LAGER: Fact<Vec<Lager>> = "lager";
    /// The reports to come, in the workbook's order.
    RAPPORTER: Fact<Vec<Rapport>> = "rapporter";
    /// What is found in different ways and is equal.
    PROVNINGAR: Fact<Vec<Equality>> = "provningar";
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Avtal {
    /// The year it is called by.
    pub ar: i32,
    /// The first year its money may be used.
    pub fran: i32,
    /// The last year its money may be used.
    pub till: i32,
    /// The day unused money is to have been repaid, where it states one.
    pub aterbetalas: Option<NaiveDate>,
    /// Its diarienummer, if known.
    pub diarienummer: Option<String>,
    /// The day of the population that shares its money out, and in [`BEFOLKNING`].
    pub nyckeldag: NaiveDate,
    /// Whether that is assumed, because the agreement does not say.
    pub nyckel_antagen: bool,
}

/// What is known of the use in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lage {
    /// The regions have answered.
    Kand,
    /// The year has passed, and they were not asked.
    Okand,
    /// The year has not passed.
    Kommande,
}

/// A year of an agreement's period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The agreement.
    pub avtal: i32,
    /// The year.
    pub ar: i32,
    /// What is known of the use in it.
    pub lage: Lage,
}

/// An agreement and a year that its money may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disponibelt {
    /// The agreement.
    pub avtal: i32,
    /// The year.
    pub ar: i32,
    /// Whether the amount is known to the krona, and not only the most there can be.
    pub exakt: bool,
}

/// A goal for how long the stocks of a care type are to last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mal {
    /// Its number in the workbook, from 1, and in [`MAL_VECKOR`].
    pub nummer: usize,
    /// The care type in figures' names: `akut_tandvard`.
    pub id: String,
    /// The care type.
    pub vardtyp: String,
    /// The agreement it belongs to.
    pub avtalsar: i32,
    /// The day it was first to be met, if that has been moved.
    pub ursprungligen: Option<NaiveDate>,
    /// The day it is to be met; a goal that has been evaluated has one.
    pub senast: Option<NaiveDate>,
    /// Whether it has been evaluated.
    pub utvarderat: bool,
}

/// A list of drugs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lista {
    /// Its number in the workbook, from 1, and in figures' names.
    pub nummer: usize,
    /// Its name.
    pub namn: String,
    /// The agreement it belongs to.
    pub avtalsar: i32,
    /// Where an earlier version is found, if there is one.
    pub tidigare_version: Option<String>,
    /// Its date, if known.
    pub datum: Option<NaiveDate>,
    /// Its diarienummer, if known.
    pub diarienummer: Option<String>,
    /// The list that has all its substances, if there is one.
    pub ingar_i: Option<String>,
}

/// A level of storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lager {
    /// Its number, from 1.
    pub niva: i64,
    /// What it is called.
    pub namn: String,
    /// What there is on it, and who has it.
    pub innehall: String,
}

/// A report to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rapport {
    /// What it is.
    pub namn: String,
    /// The day it is to be made at the latest.
    pub senast: NaiveDate,
}
