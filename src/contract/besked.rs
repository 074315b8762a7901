//! What the overview of all money per region promises.

use chrono::NaiveDate;

use super::{Country, Equality, Everywhere, Fact, Indexed, Maybe, Person, Regional};
use crate::quantity::{Antal, Invanare, Kronor, KronorPerInvanare};
use crate::region::Region;

/// Other money to the sector; its amount is [`OVRIGA_MEDEL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OvrigtMedel {
    /// What the money is for.
    pub andamal: String,
    /// What it is paid by, if anything is named.
    pub grund: Option<String>,
    /// Whether the amount is approximate.
    pub cirka: bool,
    /// Whether only part of an amount that is preliminary is so.
    pub delvis_preliminart: bool,
}

/// A decision whose money is in the amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingaende {
    /// The name of the decision, by which its figures are promised.
    pub namn: String,
    /// What its money is called: `sektorsbidrag`.
    pub medel: String,
    /// The same in the definite form.
    pub medel_bestamd: String,
    /// Whether it has yet to be made.
    pub utkast: bool,
}

contract! { "besked";
    /// The published amounts, the money of the decisions included, kr.
    MEDDELAT: Everywhere<Kronor> = "meddelat", "de meddelade medlen";
    /// The amount spoken of, kr.
    OMTALAT: Country<Kronor> = "omtalat", "det nämnda beloppet";
    /// What the amount spoken of is rounded to the nearest of, kr.
    OMTALAT_STEG: Country<Kronor> = "omtalat_steg", "det som beloppet är avrundat till";
    /// Other money to the sector, kr, by its number in the list, from 1.
    OVRIGA_MEDEL: Indexed<Country<Kronor>> = "ovriga_medel_{}", "de övriga medlen";

    /// What the amounts hold beside the money of the decisions, kr.
    UTOVER_BESLUT: Everywhere<Kronor> = "utover_beslut", "medlen utöver besluten";
    /// The money of the decisions and what is beside it, kr.
    DELAR: Country<Kronor> = "delar", "delarnas summa";
    /// Population.
    BEFOLKNING: Maybe<Everywhere<Invanare>> = "befolkning", "befolkningen";
    /// The amounts, kr/inv; the country's is the mean.
    MEDDELAT_PER_INV: Everywhere<KronorPerInvanare> = "meddelat_per_inv", "de meddelade medlen per invånare";
    /// The distance of the amount per inhabitant to the mean, kr/inv.
    MEDDELAT_PER_INV_AVSTAND: Regional<KronorPerInvanare> = "meddelat_per_inv_avstand", "avståndet till landets medeltal";
    /// The place of the amount per inhabitant among the regions.
    MEDDELAT_PER_INV_PLATS: Regional<Antal> = "meddelat_per_inv_plats", "platsen bland regionerna";
    /// The sum rounded as the amount spoken of is, kr.
    MEDDELAT_AVRUNDAT: Country<Kronor> = "meddelat_avrundat", "de avrundade meddelade medlen";
    /// The rounded sum less the amount spoken of, kr.
    OMTALAT_SKILLNAD: Country<Kronor> = "omtalat_skillnad", "skillnaden mot det nämnda beloppet";
    /// The sum less the amount spoken of, kr.
    OMTALAT_AVRUNDNING: Country<Kronor> = "omtalat_avrundning", "det nämnda beloppets avrundning";

    /// The overview's heading.
    RUBRIK: Fact<String> = "rubrik";
    /// Who issues it.
    AVSANDARE_MYNDIGHET: Fact<String> = "avsandare_myndighet";
    /// The department that issues it.
    AVSANDARE_DEPARTEMENT: Fact<String> = "avsandare_departement";
    /// The day it is issued.
    DATUM: Fact<NaiveDate> = "datum";
    /// Its diarienummer.
    DIARIENUMMER: Maybe<Fact<String>> = "diarienummer";
    /// Whether part of the money is paid only against defined performance: `yes` or `no`.
    PRESTATION: Fact<String> = "prestation";
    /// What the agreements are about whose money is in the amounts.
    OVERENSKOMMELSER: Fact<Vec<String>> = "overenskommelser";
    /// Other money to the sector, in the order of the list.
    OVRIGA: Fact<Vec<OvrigtMedel>> = "ovriga";
    /// Whom to ask.
    KONTAKTER: Fact<Vec<Person>> = "kontakter";

    /// The decisions whose money is in the amounts, in the order of the list.
    INGAR: Fact<Vec<Ingaende>> = "ingar";
    /// The day the population is counted.
    BEFOLKNINGSDAG: Fact<NaiveDate> = "befolkningsdag";
    /// What holds equal in every run.
    PROVNINGAR: Fact<Vec<Equality>> = "provningar";
    /// The regions with more per inhabitant than the mean.
    OVER_MEDEL: Fact<Vec<Region>> = "over_medel";
    /// The region with most per inhabitant.
    PER_INV_HOGST: Fact<Region> = "per_inv_hogst";
    /// The region with least per inhabitant.
    PER_INV_LAGST: Fact<Region> = "per_inv_lagst";
}
