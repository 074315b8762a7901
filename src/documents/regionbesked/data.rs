//! The letter to a region as data: what its template sees and what its JSON holds. No arithmetic here and
//! none in the template; every figure has an id in the trace.

use schemars::JsonSchema;
use serde::Serialize;

use crate::documents::own_words::Egna;
use crate::report::diagram::Diagram;
use crate::report::head::Huvud;
use crate::report::issuer::Utgivare;
use crate::report::lists::Person;
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::residual::Avrundningsregel;
use crate::report::table::Tabell;
use crate::report::worked_sum::Rakning;

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
    /// What is paid of it, month by month; none without regleringsbrevet's workbook.
    pub utbetalning: Option<Utbetalning>,
    /// How it may change afterwards.
    pub efterat: Efterat,
    /// The decisions that pay the region, by name.
    pub beslut: Vec<Medelsbeslut>,
    /// Whether they are so many that the letter begins with a list of them.
    pub flera_beslut: bool,
    /// All money that has been announced; none without its workbook.
    pub meddelat: Option<Meddelat>,
    /// Money for försörjningsberedskap; none without its workbook.
    pub beredskap: Option<Beredskap>,
    /// Where the region stands among the others.
    pub jamforelse: Jamforelse,
    /// Whether any figure is marked as preliminary.
    pub preliminart: bool,
    /// The user's own paragraphs, by section.
    pub egna: Egna,
    /// Whom to ask.
    pub kontakter: Vec<Person>,
    /// Who signs.
    pub undertecknare: Vec<Person>,
}

impl Form for Regionbesked {
    const VERSION: u32 = 4;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn says_marked(&mut self) -> Option<&mut bool> {
        Some(&mut self.preliminart)
    }

    fn sheets(self) -> Option<Sheets> {
        let tables = [
            Some(self.korthet),
            Some(self.forandring.tabell),
            self.utbetalning.map(|part| part.tabell),
            self.beredskap.map(|part| part.tabell),
        ];
        Some(Sheets::of(self.huvud, tables.into_iter().flatten()))
    }
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
    /// Whether the year was over when the letter was written.
    pub aret_slut: bool,
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
    pub behovsmodell: Siffra,
    /// The same less the country's mean, kr/inv.
    pub avstand: Forandring,
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
    pub kostnad: Siffra,
    /// The country's mean cost, kr/inv.
    pub medelkostnad: Siffra,
    /// Whether the cost is above the country's mean, by unrounded values.
    pub over_medel: bool,
    /// The cost from which a region is compensated at all, kr/inv; none unless it is what keeps this region
    /// from compensation.
    pub under_troskel: Option<Siffra>,
    /// The same, where the region's cost is above it, kr/inv.
    pub over_troskel: Option<Siffra>,
    /// The share that is compensated, percent, if the ladder has one step.
    pub ersattning: Option<Siffra>,
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
    /// What each cause is and what it changed, from last year's grant to this year's.
    pub tabell: Tabell,
    /// How the region's need model has changed beside the country's mean.
    pub utveckling: Utveckling,
    /// How the solidarity net has changed, and why; none where it has not.
    pub solidariskt: Option<SolidarisktAndrat>,
}

/// A change of the solidarity net.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SolidarisktAndrat {
    /// All of it, kr/inv.
    pub netto: Siffra,
    /// By the region's own costs, kr/inv.
    pub egna_kostnader: Siffra,
    /// By the country's costs and the ladder, kr/inv.
    pub landets_kostnader: Siffra,
    /// Whether a least cost for compensation, this year's or last year's, is part of the ladder.
    pub lagsta_kostnad: bool,
    /// By the financing, kr/inv.
    pub finansiering: Siffra,
}

/// What is paid in the year, month by month.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Utbetalning {
    /// The decision the payments follow.
    pub beslut: Beslut,
    /// The rule for the day of payment: `första bankdagen`.
    pub betalningsdag: String,
    /// How many months in arrears.
    pub efterslap: i64,
    /// The same in words.
    pub efterslap_i_ord: String,
    /// The agreement years that are paid, in order.
    pub avtalsar: Vec<Avtalsar>,
    /// The twelve payments.
    pub tabell: Tabell,
    /// Their sum, kr.
    pub aret: Siffra,
    /// What the payments are adjusted by, in order.
    pub justeringar: Vec<Justering>,
    /// The months that no annex of the decision pays, for a sentence: `december 2024`; empty if none.
    pub utanfor: String,
    /// Whether all of it has been paid when the letter is written, and the rest of the year's grant too.
    pub passerat: bool,
}

/// How the grant may change afterwards.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Efterat {
    /// Whether the state has a share of återbäring that is not subtracted from this year's grant.
    pub aterbaring: bool,
    /// The deductions from the grant that are settled afterwards.
    pub reglerade_avdrag: Vec<ReglerasSenare>,
    /// When profit and loss is settled; none where the agreement shares none.
    pub vinst_forlust: Option<Avraknas>,
    /// Whether nothing of it is left to be done when the letter is written.
    pub passerat: bool,
}

/// When profit and loss is settled.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avraknas {
    /// The month this year's grant is settled: `januari 2025`.
    pub avraknas: String,
    /// The month the settlement is paid in: `mars 2025`.
    pub regleras: String,
    /// Whether that month is over when the letter is written.
    pub passerad: bool,
}

/// The decision the payments follow.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslut {
    /// `II:1`.
    pub nummer: String,
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
    /// Whether it is a draft.
    pub utkast: bool,
}

/// An agreement year that is paid.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avtalsar {
    /// The year.
    pub ar: i32,
    /// Its last payment: `februari 2025`.
    pub sista_manad: String,
    /// Whether that month is over when the letter is written.
    pub passerad: bool,
    /// The region's grant of the year, kr.
    pub bidrag: Siffra,
    /// A twelfth of it in whole kronor; none if it is paid by a plan of its own.
    pub manadsbelopp: Option<Siffra>,
    /// Whether that plan gives amounts for all regions together, and no shares.
    pub plan_i_belopp: bool,
    /// Twelve months less the grant, kr.
    pub residual: Forandring,
    /// Whether the last payment settles that.
    pub residual_placeras: bool,
}

/// A deduction that is settled afterwards.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReglerasSenare {
    /// What it is for, to follow after "för".
    pub andamal: String,
    /// Only a greater difference is settled, kr; none if every difference is.
    pub grans: Option<Siffra>,
    /// The month at the latest in whose payment it is: `februari 2025`.
    pub senast: String,
    /// Whether that month is over when the letter is written.
    pub passerad: bool,
}

/// What a payment is adjusted by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justering {
    /// The payment: `maj 2024`.
    pub manad: String,
    /// What it is called, where another has the same reason.
    pub rubrik: Option<String>,
    /// Added to the payment, kr; with a minus, deducted.
    pub belopp: Siffra,
    /// Why, a sentence without its full stop.
    pub skal: String,
    /// How it was computed; none if it was stated as it is.
    pub grund: Option<Grund>,
}

/// How an adjustment was computed.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "slag", rename_all = "snake_case")]
pub enum Grund {
    /// The state's share of the forecast återbäring.
    AterbaringPrognos {
        /// The region's forecast, kr.
        prognos: Siffra,
        /// The state's share, percent.
        andel: Siffra,
    },
    /// The state's share of what the återbäring differs from the forecast by.
    AterbaringSlutlig {
        /// Final less forecast, kr.
        skillnad: Forandring,
        /// The state's share, percent.
        andel: Siffra,
    },
    /// Profit or loss of which there is none, since the outcome is within the limits.
    InomGranserna,
    /// A part of the country's amount, by population.
    Befolkning {
        /// The country's amount, kr.
        belopp: Siffra,
        /// The region's population.
        regionen: Siffra,
        /// The country's population.
        riket: Siffra,
        /// Whether the region that gets most takes what rounding leaves.
        storst_tar_resten: bool,
    },
    /// A part of the country's amount, by a key.
    Nyckel {
        /// The country's amount, kr.
        belopp: Siffra,
        /// The region's part of it, percent.
        andel: Siffra,
        /// What the parts follow: `årets statsbidrag` or `befolkning`.
        nyckel: String,
    },
}

/// A decision that pays the region.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Medelsbeslut {
    /// The heading of its part; that on the announced money goes on under it, where this is the only decision.
    pub rubrik: String,
    /// What its money is called: `sektorsbidrag`.
    pub medel: String,
    /// The same in the definite form, with a capital: `Sektorsbidraget`.
    pub medel_bestamd: String,
    /// In whole kronor.
    pub belopp: Siffra,
    /// Who decides, in the genitive, in a sentence: `regeringens`.
    pub myndighetens: String,
    /// The decision's number: `II:1`.
    pub nummer: String,
    /// The decision's date.
    pub datum: Datum,
    /// The decision's diarienummer.
    pub diarienummer: String,
    /// Whether it has not been taken yet.
    pub utkast: bool,
    /// When it is paid: `så snart som möjligt`.
    pub utbetalning: String,
    /// The day it is paid, if the decision sets one.
    pub utbetalningsdag: Option<Utbetalningsdag>,
    /// Whether it has more than one pot.
    pub flera_potter: bool,
    /// Its pots.
    pub potter: Vec<Pott>,
    /// From the region's numbers to kronor, pot by pot.
    pub rakningar: Vec<Rakning>,
    /// Whether they stand with the decision, which is one of several; else after what has been announced.
    pub rakning_har: bool,
}

/// The day that money is paid.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Utbetalningsdag {
    /// The day.
    pub dag: Datum,
    /// Whether it has passed when the letter is written.
    pub passerad: bool,
}

/// A pot of a decision.
#[expect(clippy::struct_excessive_bools, reason = "each is asked of by a sentence of its own")]
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pott {
    /// What it is for.
    pub namn: String,
    /// What it is shared out by, in a sentence, with the days that holds for; empty where the decision states the
    /// amounts.
    pub faktorer: String,
    /// What each recipient gets first, kr.
    pub grundbelopp: Option<Siffra>,
    /// The least amount, kr.
    pub golv: Option<Siffra>,
    /// Whether the region gets that.
    pub nar_golvet: bool,
    /// The greatest amount, kr.
    pub tak: Option<Siffra>,
    /// Whether the region gets that.
    pub nar_taket: bool,
    /// Whether some reach such a limit, and the others share what is then left.
    pub nagra_delar: bool,
    /// Whether rounding leaves something over.
    pub avrundas: bool,
    /// Who gets what rounding leaves over.
    pub avrundning: Avrundningsregel,
    /// The one that is named, by such a rule.
    pub restmottagare: Option<String>,
    /// How the decision changes the region's rounded amount, if it does.
    pub justering: Option<Beloppsjustering>,
}

/// A change of the region's rounded amount.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beloppsjustering {
    /// How it is changed, kr.
    pub belopp: Forandring,
    /// Why, without a full stop.
    pub skal: String,
}

/// All money that has been announced.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Meddelat {
    /// Whether it has a heading of its own.
    pub egen_rubrik: bool,
    /// The amount, mnkr.
    pub belopp: Siffra,
    /// What its decisions are called, in the definite form, in a sentence; empty if none is in it.
    pub beslut_uppraknade: String,
    /// What else the letter tells of that is in it, in the definite form, in a sentence: the decisions, and the year's
    /// money for försörjningsberedskap; empty if nothing is.
    pub ingar: String,
    /// The decisions that pay the region whose money is not in it, likewise; empty if there are none.
    pub ingar_inte: String,
    /// What remains without them, mnkr.
    pub ovrigt: Option<Siffra>,
    /// The date of the overview.
    pub datum: Datum,
    /// Whether part of the money is paid only against defined performance.
    pub prestation: bool,
    /// Whether part of it is paid by agreements.
    pub overenskommelser: bool,
    /// The amount less the decisions.
    pub rakning: Option<Rakning>,
}

/// Money for försörjningsberedskap.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beredskap {
    /// What the money is shared out by, by the day of the population.
    pub nycklar: Vec<Nyckel>,
    /// The agreements whose day of repayment had passed when the letter was dated, for a sentence; empty if
    /// none.
    pub passerade: String,
    /// Whether that day has passed for every agreement that states one.
    pub alla_passerade: bool,
    /// The last day the regions have answered for.
    pub lagesdag: Datum,
    /// Allocated, used and left, by agreement.
    pub tabell: Tabell,
    /// The agreements, oldest first.
    pub avtal: Vec<Avtalsmedel>,
    /// Of which agreements it is not known what was used, and under which years, for a sentence: `av 2022 års medel
    /// under 2024`; empty if none.
    pub okant: String,
    /// The goals that have been evaluated.
    pub mal: Vec<Mal>,
}

/// A population that money is shared out by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Nyckel {
    /// The day it was counted.
    pub dag: Datum,
    /// The region's population that day.
    pub befolkning: Siffra,
    /// The country's population that day.
    pub riket: Siffra,
    /// The agreements whose money it shares out, for a sentence: `2022 och 2023`; none if it is that of all.
    pub avtal: Option<String>,
    /// Those of which that is assumed, for a sentence; empty if none.
    pub antagna: String,
}

/// An agreement's money to the region.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avtalsmedel {
    /// The year the agreement is called by.
    pub ar: i32,
    /// Years that have passed and were not asked about, for a sentence; empty if none.
    pub okanda_ar: String,
    /// How much of it has been used, where that is known.
    pub anvant: Option<Anvant>,
    /// Whether nothing is left.
    pub slut: bool,
    /// Whether all of it was used before the first year that is not known.
    pub slut_fore: bool,
    /// Whether the agreement states a day for repayment.
    pub aterbetalas: bool,
}

/// How much of an agreement's money has been used.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Anvant {
    /// Of the region's money, percent.
    pub andel: Siffra,
    /// The mean of the regions' shares, percent.
    pub medel: Siffra,
    /// Whether the region's share is above the mean, by unrounded values.
    pub over_medel: bool,
    /// Whether it is below the mean, by unrounded values.
    pub under_medel: bool,
    /// What is left, kr.
    pub kvar: Siffra,
    /// Whether the share prints as all of it, though something is left.
    pub nastan_allt: bool,
}

/// A goal that has been evaluated, and how the region meets it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mal {
    /// The care type.
    pub vardtyp: String,
    /// For how many weeks the region's stocks last.
    pub veckor: Siffra,
    /// The same in words.
    pub veckor_i_ord: String,
    /// For how many weeks they are to last.
    pub mal: Siffra,
    /// The same in words.
    pub mal_i_ord: String,
    /// Whether they do.
    pub natt: bool,
}

/// The region's place by the money of a decision.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslutsplats {
    /// What the money is called.
    pub medel: String,
    /// The place, the highest first.
    pub plats: Siffra,
}

/// Where the region stands among the others, by kronor per inhabitant.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Jamforelse {
    /// The grant less the country's mean, kr/inv.
    pub avstand: Forandring,
    /// The region's place by the grant, the highest first.
    pub plats: Siffra,
    /// By the decisions that share out money per inhabitant.
    pub beslut: Vec<Beslutsplats>,
    /// By all money that has been announced, where it is there.
    pub meddelat: Option<Siffra>,
    /// Every region's grant per inhabitant, with the mean.
    pub diagram: Diagram,
    /// The diagram in words.
    pub diagram_text: String,
}
