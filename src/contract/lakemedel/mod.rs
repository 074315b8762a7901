//! What läkemedelsförmånerna promise.

mod facts;
mod papers;

pub use facts::{Avrakningsgrupp, DRAS_AV, Grupp, Komponent, NYCKEL, NYCKELGRUND, SLAG};
pub use papers::{BREVEN, CIRKULARET, EGNA_DOKUMENT, UTGIVARE};

use chrono::NaiveDate;

use super::own_words::EgetStycke;
use super::{
    Avdrag, Country, Everywhere, Fact, ForegaendeAvdrag, Indexed, Maybe, Person, Regional,
};
use crate::calendar::Month;
use crate::quantity::{
    Andel, Antal, HelaKronor, Invanare, Kronor, KronorPerInvanare, KronorPerValuta, Valuta,
};
use crate::region::Region;

contract! { "lakemedel";
    /// The share of a component's cost that the grant compensates, by the component's id.
    ERSATT_ANDEL: Indexed<Country<Andel>> = "ersatt_andel_{}", "den andel av kostnaden som ersätts";
    /// The state's share of återbäring.
    ATERBARING_ANDEL: Country<Andel> = "aterbaring_andel", "statens andel av återbäringen";
    /// A component at its agreed share, gross, by its id, kr.
    KOMPONENT: Indexed<Country<Kronor>> = "komponent_{}", "komponentens avtalade belopp";
    /// The state's share of the forecast återbäring, kr, without sign.
    ATERBARING: Country<Kronor> = "aterbaring", "statens andel av prognostiserad återbäring";
    /// One of the other purposes, by its number, kr.
    OVRIGT_RAD: Indexed<Maybe<Country<Kronor>>> = "ovrigt_{}", "ett annat ändamål";
    /// Övrigt, kr.
    OVRIGT: Country<Kronor> = "ovrigt", "övrigt";
    /// The total as the agreement states it, kr.
    TOTALT_KONTROLL: Maybe<Country<Kronor>> = "totalt_kontroll", "kontrollbeloppet för det totala bidraget";
    /// How exactly the total is stated, kr; to the krona where nothing is said.
    TOTALT_NOGGRANNHET: Maybe<Country<Kronor>> = "totalt_noggrannhet", "kontrollbeloppets noggrannhet";
    /// A deduction as the agreement states it in kronor, by its id.
    AVDRAG_KRONOR: Indexed<Maybe<Country<HelaKronor>>> = "avdrag_{}_kronor", "avdraget i kronor enligt överenskommelsen";
    /// A deduction in a foreign currency, by its id.
    AVDRAG_VALUTA: Indexed<Maybe<Country<Valuta>>> = "avdrag_{}_valuta", "avdraget i utländsk valuta";
    /// The rate of that currency, by the deduction's id.
    AVDRAG_KURS: Indexed<Maybe<Country<KronorPerValuta>>> = "avdrag_{}_kurs", "preliminär kurs";
    /// The difference above which a deduction is settled, by its id, kr.
    AVDRAG_GRANS: Indexed<Maybe<Country<HelaKronor>>> = "avdrag_{}_grans", "gränsen för reglering av avdraget";
    /// How much a deduction agreed in kronor may differ from its amount at the rate, kr.
    AVDRAG_TOLERANS: Maybe<Country<HelaKronor>> = "avdrag_tolerans", "tillåten skillnad mellan avtalade kronor och kursen";
    /// What is paid out as the agreement states it, kr.
    UTBETALAS_KONTROLL: Maybe<Country<HelaKronor>> = "utbetalas_kontroll", "kontrollbeloppet för det som betalas ut";
    /// The deviation above a group's base that no sharing covers, as a share of the base, by the group's id.
    GRANSEN_UPPAT: Indexed<Maybe<Country<Andel>>> = "gransen_uppat_{}", "gränsen uppåt i procent";
    /// The same below the base.
    GRANSEN_NEDAT: Indexed<Maybe<Country<Andel>>> = "gransen_nedat_{}", "gränsen nedåt i procent";
    /// The state's share of a group's profit and loss beyond the limits, by the group's id.
    STATENS_ANDEL: Indexed<Maybe<Country<Andel>>> = "statens_andel_{}", "statens andel av vinst och förlust";
    /// The place, from 0, of the region that takes the residual.
    RESIDUAL_PLATS: Maybe<Country<Antal>> = "residual_plats", "platsen för den region som får återstoden";
    /// How many months after the cost the grant is paid.
    EFTERSLAP: Country<Antal> = "efterslap", "efterslapet i månader";

    /// Population 31 August the year before.
    BEFOLKNING: Everywhere<Invanare> = "befolkning", "befolkningen";
    /// Population of a group of the need model, by the group's key.
    GRUPP: Indexed<Maybe<Regional<Invanare>>> = "grupp_{}", "invånarna i gruppen";
    /// The price tag of a group, kr/inv, by the group's key.
    PRISLAPP: Indexed<Maybe<Country<KronorPerInvanare>>> = "prislapp_grupp_{}", "gruppens prislapp";
    /// The need model's outcome as it was given, kr/inv.
    BEHOVSMODELL_UTFALL: Maybe<Regional<KronorPerInvanare>> = "behovsmodell_utfall", "behovsmodellens utfall enligt arbetsboken";
    /// The cost of the solidarity drugs, kr.
    SOLIDARISK_KOSTNAD: Everywhere<HelaKronor> = "solidarisk_kostnad", "kostnaden för solidariska läkemedel";
    /// The share compensated on a step of the ladder.
    TRAPPA_ANDEL: Indexed<Country<Andel>> = "trappa_niva{}_andel", "stegets ersättning i procent";
    /// The cost per inhabitant from which a region is compensated at all, kr/inv.
    SOLIDARISK_TROSKEL: Maybe<Country<KronorPerInvanare>> = "solidarisk_troskel", "lägsta kostnad för ersättning";
    /// Where a step begins that has an amount of its own, kr/inv.
    TRAPPA_BELOPP: Indexed<Maybe<Country<KronorPerInvanare>>> = "trappa_niva{}_belopp", "avtalat belopp där steget börjar";

    /// What is paid for the costs of a month of the year, 1–12, where there is a plan by amounts, kr.
    MANADSPLAN_BELOPP: Indexed<Maybe<Country<HelaKronor>>> = "manadsplan_{}_belopp", "månadens belopp enligt planen";
    /// The share of the year that is paid for the costs of a month, 1–12, where there is a plan.
    MANADSPLAN_ANDEL: Indexed<Maybe<Country<Andel>>> = "manadsplan_{}_andel", "månadens andel av året";
    /// The same of last year's plan, kr.
    FOREGAENDE_MANADSPLAN_BELOPP: Indexed<Maybe<Country<HelaKronor>>> = "foregaende_manadsplan_{}_belopp", "månadens belopp enligt föregående års plan";
    /// The same of last year's plan.
    FOREGAENDE_MANADSPLAN_ANDEL: Indexed<Maybe<Country<Andel>>> = "foregaende_manadsplan_{}_andel", "månadens andel av föregående år";

    /// Last year's population.
    FOREGAENDE_BEFOLKNING: Regional<Invanare> = "foregaende_befolkning", "föregående års befolkning";
    /// Last year's need model, kr/inv.
    FOREGAENDE_BEHOVSMODELL: Everywhere<KronorPerInvanare> = "foregaende_behovsmodell", "föregående års behovsmodell";
    /// Last year's solidarity net, kr/inv.
    FOREGAENDE_SOLIDARISKT_NETTO: Regional<KronorPerInvanare> = "foregaende_solidariskt_netto", "föregående års solidariska netto";
    /// Last year's cost of the solidarity drugs per inhabitant, kr/inv.
    FOREGAENDE_SOLIDARISKT_UTFALL: Everywhere<KronorPerInvanare> = "foregaende_solidariskt_utfall", "föregående års kostnad per invånare";
    /// Last year's grant, kr.
    FOREGAENDE_STATSBIDRAG: Everywhere<HelaKronor> = "foregaende_statsbidrag", "föregående års statsbidrag";
    /// Last year's cost of the solidarity drugs, kr.
    FOREGAENDE_SOLIDARISK_KOSTNAD: Country<HelaKronor> = "foregaende_solidarisk_kostnad", "föregående års kostnad för solidariska läkemedel";
    /// Last year's financing, kr/inv, without sign.
    FOREGAENDE_FINANSIERING: Country<KronorPerInvanare> = "foregaende_finansiering", "föregående års finansiering";
    /// The share compensated on a step of last year's ladder.
    FOREGAENDE_TRAPPA_ANDEL: Indexed<Country<Andel>> = "foregaende_trappa_niva{}_andel", "ersättningen i procent på föregående års steg";
    /// The cost per inhabitant from which a region was compensated at all last year, kr/inv.
    FOREGAENDE_SOLIDARISK_TROSKEL: Maybe<Country<KronorPerInvanare>> = "foregaende_solidarisk_troskel", "föregående års lägsta kostnad för ersättning";
    /// How many months after the cost last year's grant was paid.
    FOREGAENDE_EFTERSLAP: Maybe<Country<Antal>> = "foregaende_efterslap", "föregående års efterslap i månader";
    /// Where a step of last year's ladder begins that has an amount of its own, kr/inv.
    FOREGAENDE_TRAPPA_BELOPP: Indexed<Maybe<Country<KronorPerInvanare>>> = "foregaende_trappa_niva{}_belopp", "avtalat belopp där föregående års steg börjar";

    /// The share of the cost of a component of last year's agreement that was compensated, by its id.
    FOREGAENDE_ERSATT_ANDEL: Indexed<Country<Andel>> = "foregaende_ersatt_andel_{}", "den andel av föregående års kostnad som ersattes";
    /// A component of last year's agreement at its agreed share, gross, by its id, kr.
    FOREGAENDE_KOMPONENT: Indexed<Country<Kronor>> = "foregaende_komponent_{}", "komponentens avtalade belopp föregående år";
    /// The state's share of last year's forecast återbäring, kr, without sign.
    FOREGAENDE_ATERBARING: Country<Kronor> = "foregaende_aterbaring", "statens andel av föregående års prognostiserade återbäring";
    /// The deviation above the base of a group of last year's agreement that no sharing covers, by the group's id.
    FOREGAENDE_GRANSEN_UPPAT: Indexed<Maybe<Country<Andel>>> = "foregaende_gransen_uppat_{}", "föregående års gräns uppåt i procent";
    /// The same below the base.
    FOREGAENDE_GRANSEN_NEDAT: Indexed<Maybe<Country<Andel>>> = "foregaende_gransen_nedat_{}", "föregående års gräns nedåt i procent";
    /// The state's share of profit and loss beyond the limits of such a group, by the group's id.
    FOREGAENDE_STATENS_ANDEL: Indexed<Maybe<Country<Andel>>> = "foregaende_statens_andel_{}", "statens andel av föregående års vinst och förlust";

    /// Before återbäring, kr.
    BRUTTO: Country<Kronor> = "brutto", "bruttobeloppet";
    /// Återbäring with the sign of a deduction, kr.
    ATERBARING_AVDRAG: Country<Kronor> = "aterbaring_avdrag", "avdraget för återbäring";
    /// After återbäring, kr.
    NETTO: Country<Kronor> = "netto", "nettobeloppet";
    /// The whole grant, kr.
    TOTALT: Country<Kronor> = "totalt", "det totala bidraget";
    /// A deduction by its rate, where the agreement states it in kronor too, by its id, kr.
    AVDRAG_RAKNAT: Indexed<Maybe<Country<HelaKronor>>> = "avdrag_{}_raknat", "avdraget till kursen";
    /// What is deducted, by the deduction's id, kr.
    AVDRAGET: Indexed<Maybe<Country<HelaKronor>>> = "avdrag_{}", "avdraget";
    /// What is deducted before payment, kr.
    AVDRAG: Country<HelaKronor> = "avdrag", "avdragen";
    /// What is paid out to the regions, kr.
    UTBETALAS: Country<HelaKronor> = "utbetalas", "det som betalas ut till regionerna";
    /// What the outcome of a group is held against in profit and loss sharing, by the group's id, kr.
    AVRAKNING_BAS: Indexed<Maybe<Country<Kronor>>> = "avrakning_{}_bas", "basen";
    /// The lower limit of a group, by its id, kr.
    AVRAKNING_NEDRE: Indexed<Maybe<Country<Kronor>>> = "avrakning_{}_nedre", "den nedre gränsen";
    /// The upper limit of a group, by its id, kr.
    AVRAKNING_OVRE: Indexed<Maybe<Country<Kronor>>> = "avrakning_{}_ovre", "den övre gränsen";
    /// What the outcome of a group of last year's agreement is held against, by the group's id, kr.
    FOREGAENDE_AVRAKNING_BAS: Indexed<Maybe<Country<Kronor>>> = "foregaende_avrakning_{}_bas", "föregående års bas";
    /// The lower limit of such a group, by its id, kr.
    FOREGAENDE_AVRAKNING_NEDRE: Indexed<Maybe<Country<Kronor>>> = "foregaende_avrakning_{}_nedre", "föregående års nedre gräns";
    /// The upper limit of such a group, by its id, kr.
    FOREGAENDE_AVRAKNING_OVRE: Indexed<Maybe<Country<Kronor>>> = "foregaende_avrakning_{}_ovre", "föregående års övre gräns";

    /// What a region's population would cost at the country's price tags, kr/inv.
    MODELLKOSTNAD: Maybe<Regional<KronorPerInvanare>> = "modellkostnad", "modellkostnaden";
    /// What the model would cost, kr.
    MODELLTOTAL: Maybe<Country<Kronor>> = "modelltotal", "modellens total";
    /// What the model is scaled by.
    SKALFAKTOR: Maybe<Country<Andel>> = "skalfaktor", "skalfaktorn";
    /// The need model's outcome, kr/inv.
    BEHOVSMODELL: Everywhere<KronorPerInvanare> = "behovsmodell", "behovsmodellen";

    /// The cost of the solidarity drugs per inhabitant, kr/inv.
    SOLIDARISKT_UTFALL: Everywhere<KronorPerInvanare> = "solidariskt_utfall", "kostnaden per invånare";
    /// Where a step of the ladder begins, kr/inv.
    TRAPPA_FRAN: Indexed<Country<KronorPerInvanare>> = "trappa_niva{}_fran", "stegets början";
    /// The part of the cost that lies on a step, kr/inv.
    SOLIDARISKT_OVERSKOTT: Indexed<Everywhere<KronorPerInvanare>> = "solidariskt_overskott_niva{}", "kostnaden på steget";
    /// What a step compensates, kr/inv.
    SOLIDARISKT_ERSATTNING_NIVA: Indexed<Everywhere<KronorPerInvanare>> = "solidariskt_ersattning_niva{}", "ersättningen på steget";
    /// What all steps compensate, kr/inv.
    SOLIDARISKT_ERSATTNING: Regional<KronorPerInvanare> = "solidariskt_ersattning", "ersättningen";
    /// All compensation, kr.
    SOLIDARISK_ERSATTNING: Country<Kronor> = "solidarisk_ersattning", "den samlade ersättningen";
    /// The equal deduction, kr/inv, without sign.
    SOLIDARISK_FINANSIERING: Country<KronorPerInvanare> = "solidarisk_finansiering", "finansieringen";
    /// The equal deduction with its sign, kr/inv.
    SOLIDARISK_FINANSIERING_AVDRAG: Country<KronorPerInvanare> = "solidarisk_finansiering_avdrag", "avdraget för finansieringen";
    /// Compensation less financing, kr/inv.
    SOLIDARISKT_NETTO: Everywhere<KronorPerInvanare> = "solidariskt_netto", "det solidariska nettot";

    /// The grant, kr/inv, unrounded.
    STATSBIDRAG_PER_INV: Everywhere<KronorPerInvanare> = "statsbidrag_per_inv", "statsbidraget per invånare";
    /// The grant, kr, unrounded.
    STATSBIDRAG_EXAKT: Regional<Kronor> = "statsbidrag_exakt", "det oavrundade statsbidraget";
    /// The grant, kr.
    STATSBIDRAG: Everywhere<HelaKronor> = "statsbidrag", "statsbidraget";

    /// The need model's distance to the mean, kr/inv.
    BEHOVSMODELL_AVSTAND: Regional<KronorPerInvanare> = "behovsmodell_avstand", "avståndet till landets medeltal";
    /// The need model's place among the regions.
    BEHOVSMODELL_PLATS: Regional<Antal> = "behovsmodell_plats", "platsen bland regionerna";
    /// The distance of the cost per inhabitant to the mean, kr/inv.
    SOLIDARISKT_UTFALL_AVSTAND: Regional<KronorPerInvanare> = "solidariskt_utfall_avstand", "avståndet till landets medeltal";
    /// The place of the cost per inhabitant among the regions.
    SOLIDARISKT_UTFALL_PLATS: Regional<Antal> = "solidariskt_utfall_plats", "platsen bland regionerna";
    /// The distance of the grant per inhabitant to the mean, kr/inv.
    STATSBIDRAG_PER_INV_AVSTAND: Regional<KronorPerInvanare> = "statsbidrag_per_inv_avstand", "avståndet till landets medeltal";
    /// The place of the grant per inhabitant among the regions.
    STATSBIDRAG_PER_INV_PLATS: Regional<Antal> = "statsbidrag_per_inv_plats", "platsen bland regionerna";
    /// The distance of last year's need model to its mean, kr/inv.
    FOREGAENDE_BEHOVSMODELL_AVSTAND: Regional<KronorPerInvanare> = "foregaende_behovsmodell_avstand", "föregående års avstånd till landets medeltal";

    /// The change of the need model, kr/inv.
    BEHOVSMODELL_DIFFERENS: Everywhere<KronorPerInvanare> = "behovsmodell_differens", "behovsmodellens förändring";
    /// The change of the grant, kr.
    FORANDRING: Everywhere<HelaKronor> = "forandring", "förändringen";
    /// The change of the grant as a share of last year's.
    FORANDRING_ANDEL: Country<Andel> = "forandring_andel", "förändringen i procent";
    /// The change of the cost of the solidarity drugs, kr.
    SOLIDARISK_KOSTNAD_FORANDRING: Country<HelaKronor> = "solidarisk_kostnad_forandring", "kostnadens förändring";
    /// The change of the cost of the solidarity drugs as a share of last year's.
    SOLIDARISK_KOSTNAD_FORANDRING_ANDEL: Country<Andel> = "solidarisk_kostnad_forandring_andel", "kostnadens förändring i procent";
    /// The change that is due to population, kr.
    FORANDRING_BEFOLKNING: Everywhere<HelaKronor> = "forandring_befolkning", "förändringen på grund av befolkningen";
    /// The change that is due to the level, kr.
    FORANDRING_NIVA: Everywhere<HelaKronor> = "forandring_niva", "förändringen på grund av nivån";
    /// The change that is due to the structure, kr.
    FORANDRING_STRUKTUR: Everywhere<HelaKronor> = "forandring_struktur", "förändringen på grund av strukturen";
    /// The change that is due to solidarity financing, kr.
    FORANDRING_SOLIDARISKT: Everywhere<HelaKronor> = "forandring_solidariskt", "förändringen på grund av solidarisk finansiering";
    /// The change that is due to rounding, kr.
    FORANDRING_AVRUNDNING: Everywhere<HelaKronor> = "forandring_avrundning", "förändringen på grund av avrundning";
    /// Where a step of last year's ladder begins, kr/inv.
    FOREGAENDE_TRAPPA_FRAN: Indexed<Country<KronorPerInvanare>> = "foregaende_trappa_niva{}_fran", "början på föregående års steg";
    /// The change of the mean cost, kr/inv.
    SOLIDARISKT_UTFALL_FORANDRING: Country<KronorPerInvanare> = "solidariskt_utfall_forandring", "medelkostnadens förändring";
    /// The change of where a step after the first begins, kr/inv, where last year's ladder had the step too.
    TRAPPA_FRAN_FORANDRING: Indexed<Maybe<Country<KronorPerInvanare>>> = "trappa_niva{}_fran_forandring", "förändringen av stegets början";
    /// The change of the financing, kr/inv: above zero where it has fallen.
    SOLIDARISKT_FINANSIERING_FORANDRING: Country<KronorPerInvanare> = "solidariskt_finansiering_forandring", "finansieringens förändring";
    /// The change of the net that is due to the region's own costs, kr/inv.
    SOLIDARISKT_EGNA_KOSTNADER: Regional<KronorPerInvanare> = "solidariskt_egna_kostnader", "förändringen på grund av egna kostnader";
    /// The change of the net that is due to the country's costs, kr/inv.
    SOLIDARISKT_LANDETS_KOSTNADER: Regional<KronorPerInvanare> = "solidariskt_landets_kostnader", "förändringen på grund av landets kostnader";
    /// The change of the net, kr/inv.
    SOLIDARISKT_NETTO_FORANDRING: Regional<KronorPerInvanare> = "solidariskt_netto_forandring", "det solidariska nettots förändring";

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
    /// The circular's number.
    CIRKULAR_NUMMER: Fact<String> = "cirkular_nummer";
    /// The circular's diarienummer.
    CIRKULAR_DIARIENUMMER: Fact<String> = "cirkular_diarienummer";
    /// The date printed on the circular.
    CIRKULAR_DATUM: Fact<NaiveDate> = "cirkular_datum";
    /// The circular's heading.
    CIRKULAR_RUBRIK: Fact<String> = "cirkular_rubrik";
    /// The department that issues the circular.
    CIRKULAR_AVDELNING: Fact<String> = "cirkular_avdelning";
    /// What the circular replaces.
    CIRKULAR_ERSATTER: Maybe<Fact<String>> = "cirkular_ersatter";
    /// The circular's annexes.
    CIRKULAR_BILAGOR: Maybe<Fact<String>> = "cirkular_bilagor";
    /// The day SKR's board approved the agreement.
    AVTAL_GODKANT_SKR: Fact<NaiveDate> = "avtal_godkant_skr";
    /// The day the government approved the agreement.
    AVTAL_GODKANT_REGERINGEN: Fact<NaiveDate> = "avtal_godkant_regeringen";
    /// The government's decision on the agreement.
    AVTAL_REGERINGSBESLUT: Fact<String> = "avtal_regeringsbeslut";
    /// The agreement's diarienummer.
    AVTAL_DIARIENUMMER: Fact<String> = "avtal_diarienummer";
    /// The date of Socialstyrelsen's forecast.
    PROGNOS_SOCIALSTYRELSEN: Fact<NaiveDate> = "prognos_socialstyrelsen";
    /// The date of TLV's forecast of återbäring; always there where any is subtracted.
    PROGNOS_TLV: Maybe<Fact<NaiveDate>> = "prognos_tlv";
    /// The date printed on the letters.
    REGIONBESKED_DATUM: Fact<NaiveDate> = "regionbesked_datum";
    /// The letters' diarienummer.
    REGIONBESKED_DIARIENUMMER: Maybe<Fact<String>> = "regionbesked_diarienummer";
    /// The day the grant's inhabitants are counted, where the agreement states another than the usual.
    AVTALAD_BEFOLKNINGSDAG: Maybe<Fact<NaiveDate>> = "befolkningsdag";
    /// The day the need model's groups are counted, where the agreement states another than the usual.
    AVTALAD_GRUPPDAG: Maybe<Fact<NaiveDate>> = "gruppdag";
    /// The first day of the costs of the solidarity drugs, where it states another.
    AVTALAD_SOLIDARISK_FRAN: Maybe<Fact<NaiveDate>> = "solidarisk_fran";
    /// The last day, where it states another.
    AVTALAD_SOLIDARISK_TILL: Maybe<Fact<NaiveDate>> = "solidarisk_till";
    /// The day the population of last year's grant was counted, where that was another than the usual.
    FOREGAENDE_BEFOLKNINGSDAG: Maybe<Fact<NaiveDate>> = "foregaende_befolkningsdag";
    /// What profit and loss is shared out by: a word of [`NYCKEL`].
    VINST_FORLUST_NYCKEL: Fact<String> = "vinst_forlust_nyckel";
    /// Whether the agreement says so or it is assumed: a word of [`NYCKELGRUND`].
    VINST_FORLUST_NYCKEL_GRUND: Fact<String> = "vinst_forlust_nyckel_grund";
    /// Whether the grant is gross or net: a word of [`SLAG`], net where återbäring on any component is subtracted.
    BIDRAGETS_SLAG: Fact<String> = "slag";
    /// Who gets what rounding leaves over, by the word of the workbook.
    RESIDUAL: Fact<String> = "residual";
    /// Said where last year's deductions are not all stated.
    FOREGAENDE_AVDRAG_KANDA: Maybe<Fact<String>> = "foregaende_avdrag_kanda";
    /// The region that takes the residual, as it is written in the workbook.
    RESIDUAL_REGION: Maybe<Fact<String>> = "residual_region";
    /// The government's decision on last year's agreement.
    FOREGAENDE_REGERINGSBESLUT: Fact<String> = "foregaende_regeringsbeslut";
    /// The day the government approved last year's agreement.
    FOREGAENDE_GODKANT_REGERINGEN: Fact<NaiveDate> = "foregaende_godkant_regeringen";
    /// The diarienummer of last year's agreement.
    FOREGAENDE_DIARIENUMMER: Fact<String> = "foregaende_diarienummer";
    /// Whether last year's grant was gross or net: a word of [`SLAG`].
    FOREGAENDE_SLAG: Fact<String> = "foregaende_slag";
    /// What last year's profit and loss is shared out by: a word of [`NYCKEL`].
    FOREGAENDE_VINST_FORLUST_NYCKEL: Fact<String> = "foregaende_vinst_forlust_nyckel";
    /// Whether last year's agreement says so or it is assumed: a word of [`NYCKELGRUND`].
    FOREGAENDE_VINST_FORLUST_NYCKEL_GRUND: Fact<String> = "foregaende_vinst_forlust_nyckel_grund";
    /// Who got what rounding left over last year.
    FOREGAENDE_RESIDUAL: Maybe<Fact<String>> = "foregaende_residual";
    /// The region that took the residual last year.
    FOREGAENDE_RESIDUAL_REGION: Maybe<Fact<String>> = "foregaende_residual_region";
    /// To whom the circular goes.
    MOTTAGARE: Fact<Vec<String>> = "mottagare";
    /// Who handles, answers and signs.
    PERSONER: Fact<Vec<Person>> = "personer";
    /// The diseases whose drugs are shared in solidarity.
    SJUKDOMAR: Fact<Vec<String>> = "sjukdomar";
    /// What is remarked on some of them, a sentence each, in the order of the workbook.
    SJUKDOMARNAS_ANMARKNINGAR: Fact<Vec<String>> = "sjukdomarnas_anmarkningar";
    /// What a disease has to meet to be shared in solidarity, in the order of the workbook.
    KRITERIER: Fact<Vec<String>> = "kriterier";
    /// The user's own paragraphs in the circular and the letters, in order.
    EGNA_STYCKEN: Fact<Vec<EgetStycke>> = "egna_stycken";

    /// Whether the need model was computed here.
    BEHOVSMODELL_UR_GRUPPER: Fact<bool> = "behovsmodell_ur_grupper";
    /// The groups of the need model.
    GRUPPER: Fact<Vec<Grupp>> = "grupper";
    /// How many steps the ladder has; they are numbered from 1.
    TRAPPSTEG: Fact<usize> = "trappsteg";
    /// How many steps last year's ladder had.
    FOREGAENDE_TRAPPSTEG: Fact<usize> = "foregaende_trappsteg";
    /// The regions whose cost per inhabitant is above the mean.
    OVER_MEDEL: Fact<Vec<Region>> = "over_medel";
    /// The regions whose cost per inhabitant is above the beginning of a step after the first.
    OVER_NIVA: Indexed<Fact<Vec<Region>>> = "over_trappa_niva{}";
    /// The regions that are compensated for something.
    SOLIDARISKT_ERSATTNING_OVER_NOLL: Fact<Vec<Region>> = "solidariskt_ersattning_over_noll";
    /// The regions whose solidarity net is above zero.
    SOLIDARISKT_OVER_NOLL: Fact<Vec<Region>> = "solidariskt_over_noll";
    /// The region with the highest need.
    BEHOVSMODELL_HOGST: Fact<Region> = "behovsmodell_hogst";
    /// The region with the lowest need.
    BEHOVSMODELL_LAGST: Fact<Region> = "behovsmodell_lagst";
    /// The region with the highest cost per inhabitant.
    SOLIDARISKT_HOGST: Fact<Region> = "solidariskt_hogst";
    /// The region with the lowest cost per inhabitant.
    SOLIDARISKT_LAGST: Fact<Region> = "solidariskt_lagst";
    /// The regions whose need rises more, or falls less, than the mean.
    BEHOVSMODELL_STARKARE: Fact<Vec<Region>> = "behovsmodell_starkare";
    /// The regions whose need rises less, or falls more, than the mean.
    BEHOVSMODELL_SVAGARE: Fact<Vec<Region>> = "behovsmodell_svagare";
    /// The regions whose need falls.
    BEHOVSMODELL_MINSKAR: Fact<Vec<Region>> = "behovsmodell_minskar";
    /// Whether the year is paid by a plan of its own, and not by twelfths.
    MANADSPLAN: Fact<bool> = "manadsplan";
    /// The month whose cost is paid first.
    FORSTA_KOSTNADSMANAD: Fact<Month> = "forsta_kostnadsmanad";
    /// The month of the first payment.
    FORSTA_BETALNINGSMANAD: Fact<Month> = "forsta_betalningsmanad";
    /// The month of the last payment.
    SISTA_BETALNINGSMANAD: Fact<Month> = "sista_betalningsmanad";
    /// The first month of the solidarity drugs' costs.
    SOLIDARISK_PERIOD_FRAN: Fact<Month> = "solidarisk_period_fran";
    /// The last month of the solidarity drugs' costs.
    SOLIDARISK_PERIOD_TILL: Fact<Month> = "solidarisk_period_till";
    /// The month profit and loss is settled.
    VINST_FORLUST_AVRAKNAS: Fact<Month> = "vinst_forlust_avraknas";
    /// The month whose payment profit and loss is settled in.
    VINST_FORLUST_REGLERAS: Fact<Month> = "vinst_forlust_regleras";
    /// What the other purposes are, in order; their amounts by their numbers, from 1.
    OVRIGA_ANDAMAL: Fact<Vec<String>> = "ovriga_andamal";
    /// The components, in the order of the agreement.
    KOMPONENTRADER: Fact<Vec<Komponent>> = "komponentrader";
    /// The components of last year's agreement, in its order.
    FOREGAENDE_KOMPONENTRADER: Fact<Vec<Komponent>> = "foregaende_komponentrader";
    /// What is settled by itself in profit and loss sharing, in order; empty where nothing is.
    AVRAKNINGSGRUPPER: Fact<Vec<Avrakningsgrupp>> = "avrakningsgrupper";
    /// What was settled by itself by last year's agreement, in order.
    FOREGAENDE_AVRAKNINGSGRUPPER: Fact<Vec<Avrakningsgrupp>> = "foregaende_avrakningsgrupper";
    /// The deductions, in order.
    AVDRAGSRADER: Fact<Vec<Avdrag>> = "avdragsrader";
    /// The deductions that last year had and this year has not, where last year's are known.
    BORTTAGNA_AVDRAG: Fact<Vec<ForegaendeAvdrag>> = "borttagna_avdrag";
    /// The day of the population that carries the grant.
    BEFOLKNINGSDAG: Fact<NaiveDate> = "bidragets_befolkningsdag";
    /// The day of the groups.
    GRUPPDAG: Fact<NaiveDate> = "behovsmodellens_gruppdag";
    /// The day of the population that may be the key of profit and loss.
    VINST_FORLUST_BEFOLKNINGSDAG: Fact<NaiveDate> = "vinst_forlust_befolkningsdag";
}
