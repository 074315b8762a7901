//! What sektorsbidraget promises.

use chrono::NaiveDate;

use super::{Country, Equality, Everywhere, Fact, Maybe, Person, Regional};
use crate::quantity::{Andel, Antal, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::Region;

contract! { "sektorsbidrag";
    /// What is shared out, kr.
    POTT: Country<HelaKronor> = "pott", "beloppet som fördelas";
    /// Population 1 November the year before.
    BEFOLKNING: Everywhere<Invanare> = "befolkning", "befolkningen";
    /// Standard cost, kr/inv; the country's is the mean.
    STANDARDKOSTNAD_PER_INV: Everywhere<KronorPerInvanare> = "standardkostnad_per_inv", "standardkostnaden per invånare";

    /// Standard cost, kr.
    STANDARDKOSTNAD: Everywhere<Kronor> = "standardkostnad", "standardkostnaden";
    /// The region's share of the standard cost, and so of the pot.
    ANDEL: Regional<Andel> = "andel", "andelen";
    /// The amount, kr, unrounded.
    BELOPP_EXAKT: Regional<Kronor> = "belopp_exakt", "det oavrundade sektorsbidraget";
    /// The amount, kr.
    BELOPP: Everywhere<HelaKronor> = "belopp", "sektorsbidraget";
    /// What rounding left over for the policy to place, kr.
    RESIDUAL: Country<HelaKronor> = "residual", "återstoden";
    /// The amount, kr/inv; the country's is the mean.
    BELOPP_PER_INV: Everywhere<KronorPerInvanare> = "belopp_per_inv", "sektorsbidraget per invånare";
    /// The distance of the amount per inhabitant to the mean, kr/inv.
    BELOPP_PER_INV_AVSTAND: Regional<KronorPerInvanare> = "belopp_per_inv_avstand", "avståndet till landets medeltal";
    /// The place of the amount per inhabitant among the regions.
    BELOPP_PER_INV_PLATS: Regional<Antal> = "belopp_per_inv_plats", "platsen bland regionerna";

    /// The decision's heading.
    RUBRIK: Fact<String> = "rubrik";
    /// Who decides.
    BESLUT_MYNDIGHET: Fact<String> = "beslut_myndighet";
    /// The department that prepares the decision.
    BESLUT_DEPARTEMENT: Fact<String> = "beslut_departement";
    /// The decision's number.
    BESLUT_NUMMER: Fact<String> = "beslut_nummer";
    /// The day of the decision.
    BESLUT_DATUM: Fact<NaiveDate> = "beslut_datum";
    /// The decision's diarienummer.
    BESLUT_DIARIENUMMER: Fact<String> = "beslut_diarienummer";
    /// Who pays.
    BESLUT_MOTTAGARE: Fact<String> = "beslut_mottagare";
    /// The anslag's number.
    BESLUT_ANSLAG: Fact<String> = "beslut_anslag";
    /// The anslag's name.
    BESLUT_ANSLAGSNAMN: Fact<String> = "beslut_anslagsnamn";
    /// The anslagspost's number.
    BESLUT_ANSLAGSPOST: Fact<String> = "beslut_anslagspost";
    /// What parliament decided on, if it is to be named.
    BESLUT_RIKSDAGEN: Maybe<Fact<String>> = "beslut_riksdagen";
    /// Who gets what rounding leaves over, by the word of the workbook.
    RESIDUALREGEL: Fact<String> = "residual";
    /// When the amounts are paid, in words.
    UTBETALNING: Fact<String> = "utbetalning";
    /// Who signs, in order.
    UNDERTECKNARE: Fact<Vec<Person>> = "undertecknare";
    /// Who gets a copy.
    KOPIOR: Fact<Vec<String>> = "kopior";

    /// The day of the population.
    BEFOLKNINGSDAG: Fact<NaiveDate> = "befolkningsdag";
    /// What holds equal in every run.
    PROVNINGAR: Fact<Vec<Equality>> = "provningar";
    /// The region whose amount is shown step by step.
    EXEMPELREGION: Fact<Region> = "exempelregion";
    /// The region that gets most, before anyone takes a residual.
    STORST: Fact<Region> = "storst";
    /// The region with most per inhabitant.
    PER_INV_HOGST: Fact<Region> = "per_inv_hogst";
    /// The region with least per inhabitant.
    PER_INV_LAGST: Fact<Region> = "per_inv_lagst";
}
