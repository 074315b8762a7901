//! What the regleringsbrev promises: what the regions are paid each month of a budget year, over two
//! agreement years, what adjusts it, and the settlement behind some of that.

mod facts;

pub use facts::{
    Anslagspost, Avstamt, Avtal, Betalning, Betalningsmottagare, Bilaga, Grupp, Justering,
    Justeringsrad, Lage, Medel, Medgivet, Reglerar, RegleratAvdrag, Slag, Undertecknare,
};

use chrono::NaiveDate;

use super::{Country, Equality, Everywhere, Fact, Indexed, Maybe, Regional};
use crate::quantity::{Andel, Antal, HelaKronor, Kronor};
use crate::region::PerRegion;

/// The word for a decision that is not made.
pub const UTKAST: &str = "utkast";

/// The words for a year's first decision, and for one that changes an earlier one.
pub const BESLUT_ORD: [&str; 2] = ["regleringsbrev", "ändring av regleringsbrev"];

contract! {
    "regleringsbrev";

    // The decision.

    /// The budget year.
    BUDGETAR: Country<Antal> = "budgetar", "budgetåret";
    /// Whether the decision is made: [`UTKAST`] or `beslutad`.
    BESLUT_STATUS: Fact<String> = "beslut_status";
    /// Whether the decision changes an earlier one: a word of [`BESLUT_ORD`].
    BESLUT_SLAG: Fact<String> = "beslut_slag";
    /// Who decides.
    BESLUT_MYNDIGHET: Fact<String> = "beslut_myndighet";
    /// The ministry that prepares it.
    BESLUT_DEPARTEMENT: Fact<String> = "beslut_departement";
    /// The decision's number.
    BESLUT_NUMMER: Fact<String> = "beslut_nummer";
    /// Its date.
    BESLUT_DATUM: Fact<NaiveDate> = "beslut_datum";
    /// Its diarienummer.
    BESLUT_DIARIENUMMER: Fact<String> = "beslut_diarienummer";
    /// To whom it goes.
    BESLUT_MOTTAGARE: Fact<String> = "beslut_mottagare";
    /// The date of the decision it changes.
    ANDRAR_DATUM: Maybe<Fact<NaiveDate>> = "andrar_datum";
    /// The diarienummer of the decision it changes.
    ANDRAR_DIARIENUMMER: Maybe<Fact<String>> = "andrar_diarienummer";
    /// The bill.
    PROP: Fact<String> = "prop";
    /// The committee's report.
    BET: Fact<String> = "bet";
    /// Parliament's communication.
    RSKR: Fact<String> = "rskr";
    /// The number of the expenditure area.
    UTGIFTSOMRADE_NUMMER: Country<Antal> = "utgiftsomrade_nummer", "utgiftsområdets nummer";
    /// Its name.
    UTGIFTSOMRADE_NAMN: Fact<String> = "utgiftsomrade_namn";
    /// The appropriation's number.
    ANSLAG: Fact<String> = "anslag";
    /// Its name.
    ANSLAGSNAMN: Fact<String> = "anslagsnamn";
    /// How the decision's "första vardag" is read, in words.
    BETALNINGSDAG: Fact<String> = "betalningsdag";
    /// The items of the appropriation, in order.
    ANSLAGSPOSTER: Fact<Vec<Anslagspost>> = "anslagsposter";
    /// What an item holds, by its number, kr.
    ANSLAGSPOST: Indexed<Country<HelaKronor>> = "anslagspost_{}", "anslagspostens belopp";
    /// Who gets a copy.
    KOPIOR: Fact<Vec<String>> = "kopior";
    /// Who decides, and who presents the matter.
    UNDERTECKNARE: Fact<Vec<Undertecknare>> = "undertecknare";
    /// The agreement years that are paid, the earlier first.
    AVTAL: Fact<Vec<Avtal>> = "avtal";
    /// The money on requisition.
    MEDEL: Fact<Vec<Medel>> = "medel";
    /// To whom each region's money is paid.
    BETALNINGSMOTTAGARE: Fact<PerRegion<Betalningsmottagare>> = "mottagare_konto";

    // What the adjustments are, or are computed from.

    /// The deductions from last year's grant that are settled, in order.
    REGLERADE_AVDRAG: Fact<Vec<RegleratAvdrag>> = "reglerade_avdrag";
    /// A deduction as it was made, by its id, kr.
    AVDRAG_PRELIMINART: Indexed<Maybe<Country<HelaKronor>>> =
        "avdrag_{}_preliminart", "det preliminära avdraget";
    /// What it cost, by its id, kr.
    AVDRAG_SLUTLIGT: Indexed<Maybe<Country<HelaKronor>>> =
        "avdrag_{}_slutligt", "den slutliga kostnaden";
    /// Only a difference greater than this is settled, by its id, kr.
    AVDRAG_GRANS: Indexed<Maybe<Country<HelaKronor>>> =
        "avdrag_{}_grans", "gränsen för reglering";
    /// Who takes what rounding the regions' parts leaves over.
    AVDRAG_RESIDUAL: Maybe<Fact<String>> = "avdrag_residual";
    /// Whether the region with the largest part does.
    AVDRAG_STORST_TAR_RESTEN: Fact<bool> = "avdrag_storst_tar_resten";
    /// The state's share of the forecast återbäring, without sign, kr.
    ATERBARING_PROGNOS_STATENS_ANDEL: Maybe<Regional<HelaKronor>> =
        "aterbaring_prognos_statens_andel", "statens andel av den prognostiserade återbäringen";
    /// The settlement of deductions as stated, kr.
    AVDRAG: Maybe<Regional<HelaKronor>> = "avdrag", "den angivna regleringen av avdrag";
    /// Profit or loss of a group as stated, by the group's id, kr.
    VINST_FORLUST: Indexed<Maybe<Regional<HelaKronor>>> =
        "vinst_forlust_{}", "den angivna avräkningen";
    /// Any other adjustment as stated, kr.
    ANNAN: Maybe<Regional<HelaKronor>> = "annan", "den angivna justeringen";
    /// Återbäring, final less forecast, as stated, kr.
    ATERBARING_DIFFERENS: Maybe<Regional<Kronor>> =
        "aterbaring_differens", "den angivna skillnaden mot prognostiserad återbäring";
    /// Återbäring, final, kr.
    ATERBARING_SLUTLIG: Maybe<Regional<Kronor>> = "aterbaring_slutlig", "slutlig återbäring";
    /// Återbäring, forecast, kr.
    ATERBARING_PROGNOS: Maybe<Regional<Kronor>> =
        "aterbaring_prognos", "prognostiserad återbäring";
    /// The state's share of last year's återbäring.
    ATERBARING_ANDEL: Maybe<Country<Andel>> = "aterbaring_andel", "statens andel av återbäringen";

    // The settlement of profit and loss; all of it or nothing.

    /// Who takes what rounding leaves over.
    AVSTAMNING_RESIDUAL: Maybe<Fact<String>> = "avstamning_residual";
    /// What a component came to, all of its cost, by the component's id, kr.
    AVSTAMNING_KOSTNAD: Indexed<Maybe<Country<Kronor>>> =
        "avstamning_kostnad_{}", "hela kostnaden";
    /// The state's share of the återbäring, without sign, kr.
    AVSTAMNING_ATERBARING: Maybe<Country<Kronor>> =
        "avstamning_aterbaring", "statens andel av återbäringen";
    /// What a component came to at the compensated share, by the component's id, kr.
    AVSTAMNING_ERSATT: Indexed<Maybe<Country<Kronor>>> =
        "avstamning_ersatt_{}", "den ersatta kostnaden";
    /// Of a part, what it came to, net of återbäring where that is subtracted, kr.
    AVSTAMNING_UTFALL: Indexed<Maybe<Country<Kronor>>> = "avstamning_utfall_{}", "utfallet";
    /// Each region's share of what is settled.
    AVSTAMNING_NYCKEL: Maybe<Regional<Andel>> = "avstamning_nyckel", "regionens andel";
    /// Of a part, the outcome less the base, kr.
    AVSTAMNING_AVVIKELSE: Indexed<Maybe<Country<Kronor>>> =
        "avstamning_avvikelse_{}", "avvikelsen";
    /// Of a part, the same as a share of the base.
    AVSTAMNING_AVVIKELSE_ANDEL: Indexed<Maybe<Country<Andel>>> =
        "avstamning_avvikelseandel_{}", "avvikelsen som andel av basen";
    /// Of a part, what lies beyond the limits, kr.
    AVSTAMNING_UTANFOR: Indexed<Maybe<Country<Kronor>>> =
        "avstamning_utanfor_{}", "avvikelsen utanför gränsen";
    /// Of a part, the state's share of that, kr.
    AVSTAMNING_DELBELOPP: Indexed<Maybe<Country<HelaKronor>>> =
        "avstamning_belopp_{}", "beloppet för alla regioner";
    /// Of a part, each region's exact part, kr.
    AVSTAMNING_EXAKT: Indexed<Maybe<Regional<Kronor>>> =
        "avstamning_exakt_{}", "regionens oavrundade del";
    /// Of a part, each region's part in whole kronor, and their sum.
    AVSTAMNING_DEL: Indexed<Maybe<Everywhere<HelaKronor>>> =
        "avstamning_del_{}", "avräkningen i hela kronor";
    /// Of a part, what rounding leaves over, kr.
    AVSTAMNING_REST: Indexed<Maybe<Country<HelaKronor>>> =
        "avstamning_residual_{}", "återstoden av avrundade delar";
    /// What is settled, all parts together, kr.
    AVSTAMNING_BELOPP: Maybe<Country<HelaKronor>> = "avstamning_belopp", "det som avräknas";
    /// Each region's parts together, and their sum, kr.
    AVSTAMNING_TOTALT: Maybe<Everywhere<HelaKronor>> = "avstamning_totalt", "avräkningarna tillsammans";
    /// What was settled.
    AVSTAMNING: Maybe<Fact<Avstamt>> = "avstamning";

    // The adjustments.

    /// Återbäring, final less forecast, computed, kr.
    ATERBARING_SKILLNAD: Maybe<Regional<Kronor>> =
        "aterbaring_skillnad", "skillnaden mot prognostiserad återbäring";
    /// A deduction, preliminary less final, by its id, kr.
    AVDRAG_SKILLNAD: Indexed<Maybe<Country<HelaKronor>>> =
        "avdrag_{}_skillnad", "skillnaden mot den slutliga kostnaden";
    /// What of it is settled, by its id, kr.
    AVDRAG_REGLERAS: Indexed<Maybe<Country<HelaKronor>>> =
        "avdrag_{}_regleras", "det som regleras av avdraget";
    /// What is settled of all of them, kr.
    AVDRAG_KORRIGERING: Maybe<Country<HelaKronor>> =
        "avdrag_korrigering", "regleringen av avdragen";
    /// An adjustment, by its kind, kr.
    JUSTERING: Indexed<Maybe<Everywhere<HelaKronor>>> = "justering_{}", "justeringen";
    /// All adjustments of the budget year together, kr.
    JUSTERINGAR: Everywhere<HelaKronor> = "justeringar", "justeringarna";
    /// The adjustments that are made, in the order they are paid.
    JUSTERINGSRADER: Fact<Vec<Justeringsrad>> = "justeringsrader";

    // What is paid when.

    /// A twelfth of an agreement year that is paid by twelfths, kr.
    MANADSBELOPP: Indexed<Maybe<Everywhere<HelaKronor>>> = "manadsbelopp_{}", "månadsbeloppet";
    /// What is paid for a month of cost of an agreement year that is paid by a plan of its own, kr.
    PLANENS_BELOPP: Indexed<Maybe<Everywhere<HelaKronor>>> = "planens_belopp_{}", "beloppet enligt planen";
    /// Of an agreement year, twelve rounded months less the grant, kr.
    MANADER_RESIDUAL: Indexed<Everywhere<HelaKronor>> =
        "manader_residual_{}", "återstoden av avrundade månader";
    /// Of an agreement year, what its last payment is changed by, where the residual is placed there, kr.
    RESIDUAL_PLACERAD: Indexed<Maybe<Everywhere<HelaKronor>>> =
        "residual_placerad_{}", "den placerade återstoden";
    /// Of a month, its adjustments together, kr; only where it has any.
    JUSTERAT: Indexed<Maybe<Everywhere<HelaKronor>>> = "justerat_{}", "månadens justeringar";
    /// What is paid in a month, kr.
    UTBETALNING: Indexed<Everywhere<HelaKronor>> = "utbetalning_{}", "utbetalningen";
    /// When it is paid.
    UTBETALNINGSDAG: Indexed<Country<NaiveDate>> = "betalningsdag_{}", "betalningsdagen";
    /// The twelve payments, in order.
    BETALNINGAR: Fact<Vec<Betalning>> = "betalningar";
    /// The budget year's payments, kr.
    ARET: Everywhere<HelaKronor> = "aret", "årets utbetalningar";
    /// Of those, what is paid of an agreement year, kr.
    ARET_AVTAL: Indexed<Everywhere<HelaKronor>> = "aret_avtal_{}", "det som betalas av avtalsåret";
    /// The annexes, in order.
    BILAGOR: Fact<Vec<Bilaga>> = "bilagor";
    /// How many they are.
    BILAGOR_ANTAL: Country<Antal> = "bilagor_antal", "antalet bilagor";
    /// What an annex orders, by its number, kr.
    BILAGA_SUMMA: Indexed<Everywhere<HelaKronor>> = "bilaga_{}_summa", "bilagans summa";
    /// What is paid in the months of no annex, kr.
    UTANFOR_BILAGOR: Everywhere<HelaKronor> = "utanfor_bilagor", "utbetalningarna utanför bilagorna";
    /// What the appropriation holds, kr.
    ANSLAG_BELOPP: Country<HelaKronor> = "anslag_belopp", "anslaget";
    /// What the budget year uses of it, kr.
    ANSLAG_ANVANT: Country<HelaKronor> = "anslag_anvant", "det som används av anslaget";
    /// Payments that are meant to be zero or negative.
    MEDGIVNA: Fact<Vec<Medgivet>> = "medgivna";
    /// One side of an equation, by its id, kr.
    PROV_VANSTER: Indexed<Everywhere<HelaKronor>> = "prov_{}_vanster", "det vänstra ledet";
    /// The other, kr.
    PROV_HOGER: Indexed<Everywhere<HelaKronor>> = "prov_{}_hoger", "det högra ledet";
    /// The equations that held.
    PROVNINGAR: Fact<Vec<Equality>> = "provningar";
}
