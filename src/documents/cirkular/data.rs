//! The circular as data: what its templates see and what `cirkular.json` holds. No arithmetic here
//! and none in the templates; every figure has an id in the trace.

use schemars::JsonSchema;
use serde::Serialize;

use crate::documents::own_words::Egna;
use crate::report::diagram::Diagram;
use crate::report::head::Huvud;
use crate::report::issuer::Utgivare;
use crate::report::lists::{Person, RegionSiffra, Regionlista};
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::residual::Avrundningsregel;
use crate::report::table::Tabell;
use crate::report::text_table::Texttabell;

/// The yearly circular on statsbidraget för läkemedelsförmånerna.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cirkular {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The grant year.
    pub ar: i32,
    /// The year before.
    pub foregaende_ar: i32,
    /// How many regions there are.
    pub antal_regioner: usize,
    /// Who issues it.
    pub utgivare: Utgivare,
    /// What the circular register needs.
    pub register: Register,
    /// Agreement: references and amounts.
    pub overenskommelse: Overenskommelse,
    /// What is deducted before payment.
    pub avdrag: Avdrag,
    /// Profit and loss sharing.
    pub vinst_forlust: VinstForlust,
    /// What may change the amounts afterwards.
    pub efterat: Efterat,
    /// The order of payment.
    pub utbetalning: Utbetalning,
    /// Grant per region.
    pub statsbidrag: Statsbidrag,
    /// The need model.
    pub behovsmodell: Behovsmodell,
    /// Solidarity financing.
    pub solidariskt: Solidariskt,
    /// Each region's change, by cause.
    pub forandring: Tabell,
    /// Each region's change of the solidarity net, by cause.
    pub forandring_solidariskt: Tabell,
    /// The user's own paragraphs, by section.
    pub egna: Egna,
    /// Whom to ask.
    pub kontakter: Vec<Person>,
    /// Who signs.
    pub undertecknare: Vec<Person>,
}

impl Form for Cirkular {
    const VERSION: u32 = 7;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn sheets(self) -> Option<Sheets> {
        let tables = [
            self.overenskommelse.tabell1,
            self.statsbidrag.tabell2,
            self.behovsmodell.tabell3,
            self.solidariskt.tabell4,
            self.statsbidrag.tabell5,
            self.forandring,
            self.forandring_solidariskt,
        ];
        Some(Sheets::of(self.huvud, tables))
    }
}

/// The register page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Register {
    /// The circular's number.
    pub nummer: String,
    /// Diarienummer.
    pub diarienummer: String,
    /// The date.
    pub datum: Datum,
    /// Issuing department.
    pub avdelning: String,
    /// Who handles it.
    pub handlaggare: Vec<Person>,
    /// To whom it goes.
    pub mottagare: Vec<String>,
    /// The heading.
    pub rubrik: String,
    /// What it replaces, if anything.
    pub ersatter: Option<String>,
    /// Annexes, if any.
    pub bilagor: Option<String>,
}

/// What övrigt is for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ovriga {
    /// Each purpose; empty if there is nothing.
    pub rader: Vec<OvrigtAndamal>,
    /// Whether they are several.
    pub flera: bool,
}

/// The agreement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Overenskommelse {
    /// When SKR's board approved it.
    pub godkand_skr: Datum,
    /// When the government approved it.
    pub godkand_regeringen: Datum,
    /// Government decision: number, `II:2`.
    pub regeringsbeslut: String,
    /// Government decision: diarienummer.
    pub diarienummer: String,
    /// The date of Socialstyrelsen's forecast.
    pub prognos_socialstyrelsen: Datum,
    /// The date of TLV's forecast of återbäring, where any is subtracted.
    pub prognos_tlv: Option<Datum>,
    /// What the grant is for, part by part.
    pub komponenter: Vec<Komponent>,
    /// Whether they are several.
    pub flera: bool,
    /// The components that the year before did not have, for a sentence; none if it had them all.
    pub nya: Option<String>,
    /// The components that only the year before had, for a sentence; none if there are none.
    pub borttagna: Option<String>,
    /// The components whose återbäring is subtracted, for a sentence; none if it is that of all, or of none.
    pub aterbaring_avser: Option<String>,
    /// Their sum, mnkr.
    pub brutto: Siffra,
    /// The state's share of the forecast återbäring, percent.
    pub aterbaring_andel: Siffra,
    /// The state's share of the forecast återbäring, mnkr, without sign.
    pub aterbaring: Siffra,
    /// Net of återbäring, mnkr.
    pub netto_belopp: Siffra,
    /// Whether the grant is net of the state's share of återbäring.
    pub netto: bool,
    /// What the state has of it.
    pub aterbaringslage: Aterbaringslage,
    /// Övrigt, mnkr.
    pub ovrigt: Siffra,
    /// What övrigt is for, each with its amount.
    pub ovriga: Ovriga,
    /// The whole grant as it was agreed, mnkr.
    pub totalt: Siffra,
    /// What the parts give together and how exactly the total is stated, where the total was agreed in rounded
    /// amounts and the parts give something else.
    pub totalt_avrundat: Option<Avrundat>,
    /// Tabell 1.
    pub tabell1: Tabell,
}

/// What the grant is for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Komponent {
    /// What it is, to follow after "kostnaden för".
    pub avser: String,
    /// What was agreed, gross, mnkr.
    pub belopp: Siffra,
    /// The share of the cost that is compensated, percent; none if all of it is.
    pub andel: Option<Siffra>,
}

/// One of the purposes beside the components.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OvrigtAndamal {
    /// What it is, to follow after "för".
    pub andamal: String,
    /// What it comes to, mnkr.
    pub belopp: Siffra,
}

/// A total that was agreed in rounded amounts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avrundat {
    /// What the parts give together, mnkr.
    pub delarna: Siffra,
    /// The unit that the total is stated in, mnkr.
    pub noggrannhet: Siffra,
    /// Whether that is one million.
    pub hela_miljoner: bool,
}

/// Deductions from the agreed amount.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avdrag {
    /// The deductions, in the order of the agreement.
    pub rader: Vec<Avdragsrad>,
    /// What the deductions that were made last year, and are made no more, were for; empty where last year's are not
    /// known.
    pub borttagna: Vec<String>,
    /// Whether several deductions are made.
    pub flera: bool,
    /// Whether any deduction is made.
    pub gors: bool,
    /// All of them, kr.
    pub summa: Siffra,
    /// Paid out to the regions, kr.
    pub utbetalas: Siffra,
}

/// A deduction.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avdragsrad {
    /// Its short name: `IHSI`.
    pub namn: String,
    /// Its short name last year, if that was another.
    pub hette: Option<String>,
    /// Who gets the money.
    pub mottagare: String,
    /// What for, to follow after "för".
    pub andamal: String,
    /// What is deducted, kr.
    pub belopp: Siffra,
    /// The same in mnkr with two decimals, where it follows from a rate and is a million kronor or more.
    pub mnkr: Option<Siffra>,
    /// Whether nothing is deducted this year.
    pub noll: bool,
    /// The amount in a foreign currency, if it is agreed in one.
    pub valuta: Option<Valutabelopp>,
    /// Whether it is known to be new this year.
    pub nytt: bool,
    /// How it is settled afterwards, if it is.
    pub regleras: Option<Reglering>,
}

/// An amount in a foreign currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Valutabelopp {
    /// The amount.
    pub belopp: Siffra,
    /// Kronor per unit of the currency.
    pub kurs: Siffra,
    /// The currency's code: `EUR`.
    pub kod: String,
    /// One of it, in words: `euro`.
    pub en: String,
    /// Several of it, in words.
    pub flera: String,
    /// What it would be at the rate, kr, where the parties have agreed on another amount in kronor.
    pub till_kursen: Option<Siffra>,
}

/// How a deduction is settled afterwards.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reglering {
    /// Only a greater difference is settled, kr; none if every difference is.
    pub grans: Option<Siffra>,
    /// The month at the latest in whose payment it is: `februari 2025`.
    pub senast: String,
}

/// What the state has of återbäring.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Aterbaringslage {
    /// A share of what is expected.
    Vantas,
    /// A share, and nothing is expected.
    IngenVantas,
    /// No share.
    DelasInte,
}

/// What may change the amounts afterwards.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Efterat {
    /// Whether the grant is settled: profit and loss is shared, or återbäring is.
    pub avraknas: bool,
    /// Whether the state takes a share of återbäring, and it is not subtracted.
    pub aterbaring: bool,
    /// The purposes whose cost is settled when it is known, for a sentence; none if there is none.
    pub avdrag: Option<String>,
}

/// Profit and loss sharing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VinstForlust {
    /// What is settled by itself: everything together, or each part.
    pub grupper: Vec<Avrakningsgrupp>,
    /// Whether they are several.
    pub flera: bool,
    /// The limit on either side of every base, as a share, percent; none if the limits are not alike.
    pub grans_andel: Option<Siffra>,
    /// The components of which less than the whole cost is compensated, and which are settled.
    pub ersatta: Vec<ErsattAndel>,
    /// The components that are settled in no group, to begin a sentence with; none where all are, or none is.
    pub utanfor: Option<String>,
    /// How the same was settled the year before, if that was otherwise.
    pub foregaende: Option<Grupperat>,
    /// What the amounts are shared out on the regions by.
    pub nyckel: Nyckel,
    /// `januari 2025`.
    pub avraknas: String,
    /// `mars 2025`.
    pub regleras: String,
}

/// By what a profit or a loss is shared out on the regions.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Nyckel {
    /// Whether it is shared out on the regions by the year's grants; otherwise by population.
    pub efter_statsbidrag: bool,
    /// Whether the agreement says so; else it is assumed.
    pub avtalad: bool,
    /// The day that population is counted: 31 August of the grant year.
    pub befolkningsdag: Datum,
}

/// How components were settled.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Grupperat {
    /// All in one group.
    Tillsammans,
    /// Each in its own.
    VarForSig,
    /// In other groups.
    AnnanIndelning,
    /// Nothing was shared.
    Inte,
    /// Something was shared, and now nothing is.
    Upphort,
}

/// A component of which less than the whole cost is compensated.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ErsattAndel {
    /// What it is, for a sentence.
    pub avser: String,
    /// The share, percent.
    pub andel: Siffra,
}

/// What is settled by itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avrakningsgrupp {
    /// What is settled in it, for a sentence: `läkemedelsförmånen och läkemedel mot hepatit C`.
    pub namn: String,
    /// The same, to begin a sentence with.
    pub rubrik: String,
    /// Whether it is all of the components.
    pub allt: bool,
    /// Whether that is several components.
    pub flera: bool,
    /// Whether the state's share of återbäring is subtracted.
    pub netto: bool,
    /// How far above the base nothing is shared, percent.
    pub uppat: Siffra,
    /// How far below, percent.
    pub nedat: Siffra,
    /// The state's share beyond the limits, percent.
    pub statens_andel: Siffra,
    /// The base, mnkr.
    pub bas: Siffra,
    /// Lower limit, mnkr.
    pub grans_nedre: Siffra,
    /// Upper limit, mnkr.
    pub grans_ovre: Siffra,
}

/// The order of payment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Utbetalning {
    /// What is paid for each month, where the year is paid by a plan of its own; none if it is by twelfths.
    pub plan: Option<Texttabell>,
    /// Whether that plan gives amounts for all regions together, and no shares.
    pub plan_i_belopp: bool,
    /// How many months in arrears.
    pub efterslap: i64,
    /// The same in words.
    pub efterslap_i_ord: String,
    /// The month whose cost is paid first: `januari 2024`.
    pub forsta_kostnadsmanad: String,
    /// The month it is paid in: `mars 2024`.
    pub forsta_betalningsmanad: String,
    /// The last month of payment: `februari 2025`.
    pub sista_betalningsmanad: String,
}

/// Grant per region.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Statsbidrag {
    /// Population date.
    pub befolkning_datum: Datum,
    /// Last year's sum, kr.
    pub foregaende: Siffra,
    /// Whether this year's grant is net of the state's share of återbäring.
    pub netto: bool,
    /// Whether one of the two years' grants is gross and the other net.
    pub brott_brutto_netto: bool,
    /// Who gets what rounding leaves over.
    pub avrundning: Avrundningsregel,
    /// The region that is named, by such a rule.
    pub restregion: Option<String>,
    /// Change of the sum, kr.
    pub forandring: Forandring,
    /// Change of the sum, percent.
    pub forandring_procent: Forandring,
    /// Tabell 2.
    pub tabell2: Tabell,
    /// Tabell 5.
    pub tabell5: Tabell,
}

/// The need model.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Behovsmodell {
    /// Whether it was computed here from groups and price tags.
    pub ur_grupper: bool,
    /// The date of the groups: 31 December three years before.
    pub grupp_datum: Datum,
    /// The number of groups in words or digits.
    pub antal_grupper: String,
    /// The groups, by age; none where they are not known.
    pub grupper: Option<Texttabell>,
    /// The mean, kr/inv, no decimals.
    pub medel: Siffra,
    /// Last year's mean, kr/inv, no decimals.
    pub medel_foregaende: Siffra,
    /// The level effect: the change of the mean, kr/inv.
    pub nivaeffekt: Forandring,
    /// The region with the highest need, and its kr/inv.
    pub hogst: RegionSiffra,
    /// The region with the lowest need, and its kr/inv.
    pub lagst: RegionSiffra,
    /// Regions whose kr/inv rises more, or falls less, than the mean.
    pub starkare: Regionlista,
    /// Regions whose kr/inv rises less, or falls more, than the mean.
    pub svagare: Regionlista,
    /// Regions whose kr/inv falls, whatever the mean does.
    pub minskar: Regionlista,
    /// Tabell 3.
    pub tabell3: Tabell,
}

/// Solidarity financing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Solidariskt {
    /// The diseases, for a sentence, in lower case but for names.
    pub sjukdomar: String,
    /// How many diseases, in words.
    pub antal_sjukdomar: String,
    /// Costs from this month: `oktober 2022`.
    pub period_fran: String,
    /// Costs to this month: `september 2023`.
    pub period_till: String,
    /// Total cost, mnkr.
    pub kostnad: Siffra,
    /// Change of the total cost, percent.
    pub kostnad_forandring: Forandring,
    /// Whether the total cost is exactly what it was the year before.
    pub samma_kostnad: bool,
    /// Mean, kr/inv.
    pub medel: Siffra,
    /// Last year's mean, kr/inv.
    pub medel_foregaende: Siffra,
    /// Change of the mean, kr/inv.
    pub medel_forandring: Forandring,
    /// What a disease has to meet, each without a full stop.
    pub kriterier: Vec<String>,
    /// How many criteria there are.
    pub antal_kriterier: usize,
    /// What is remarked on some of the diseases, each without a full stop.
    pub anmarkningar: Vec<String>,
    /// The ladder's steps.
    pub trappa: Vec<Trappsteg>,
    /// How many steps the ladder has.
    pub antal_steg: usize,
    /// The same in words.
    pub antal_steg_i_ord: String,
    /// How many steps last year's ladder had, in words; none if it had as many.
    pub antal_steg_foregaende: Option<String>,
    /// Last year's ladder, step by step, where it had another number of steps and its steps are no counterparts of this
    /// year's; otherwise empty.
    pub trappa_foregaende: Vec<ForegaendeSteg>,
    /// The cost from which a region is compensated at all; none if there is no such condition.
    pub troskel: Option<Troskel>,
    /// The same of last year, kr/inv; none if there was no such condition or it was the same.
    pub troskel_foregaende: Option<Siffra>,
    /// The deduction from all, kr/inv.
    pub finansiering: Siffra,
    /// All compensation, mnkr.
    pub ersattning: Siffra,
    /// Regions above the mean.
    pub over_medel: Regionlista,
    /// Regions that are compensated.
    pub ersatts: Regionlista,
    /// Who reaches each level after the first, up to the first that nobody reaches.
    pub nivaer: Vec<Nivautfall>,
    /// Regions whose net is above zero.
    pub vinner: Regionlista,
    /// Tabell 4.
    pub tabell4: Tabell,
    /// Diagram 1.
    pub diagram1: Diagram,
    /// What the diagram shows, for those who do not see it.
    pub diagram1_text: String,
}

/// A step of the ladder.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Trappsteg {
    /// `1`.
    pub niva: String,
    /// From which cost, kr/inv.
    pub fran: Siffra,
    /// Whether it begins at the mean.
    pub fran_medel: bool,
    /// Where the same step began last year, kr/inv; none for the one that begins at the mean, and if last
    /// year's ladder had another number of steps.
    pub fran_foregaende: Option<Siffra>,
    /// The change of where it begins, kr/inv; none where that is not known, or if last year's ladder had another number of
    /// steps.
    pub fran_forandring: Option<Forandring>,
    /// To which cost, kr/inv; `null` for the last.
    pub till: Option<Siffra>,
    /// The share compensated, percent.
    pub ersattning: Siffra,
    /// The share compensated on the same step last year, percent; none if it was the same, or if last year's
    /// ladder had another number of steps.
    pub ersattning_foregaende: Option<Siffra>,
}

/// A step of last year's ladder.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ForegaendeSteg {
    /// The share that was compensated, percent.
    pub ersattning: Siffra,
    /// Up to which cost, kr/inv; `null` for the last.
    pub till: Option<Siffra>,
    /// Whether only the last is left.
    pub nast_sist: bool,
}

/// The cost from which a region is compensated at all.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Troskel {
    /// Kr/inv.
    pub belopp: Siffra,
    /// Whether there was no such condition last year.
    pub ny: bool,
}

/// Who reaches a level of the ladder.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Nivautfall {
    /// `2`.
    pub niva: String,
    /// Whether there are levels above it.
    pub hogre: bool,
    /// The regions whose cost is above where it begins.
    pub regioner: Regionlista,
}
