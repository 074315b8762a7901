//! The workbook `lakemedel.xlsx`, said once. What each sheet holds, its units, limits and dates.

use chrono::NaiveDate;

use super::grupper;
use crate::allocation::Residual;
use crate::contract::lakemedel::{AVRAKNING, NYCKEL, SLAG};
use crate::workbook::schema::{Arbetsbok, Blad, Falt, Form, Fria, Slag};

/// Sheets the rules ask for by name.
pub mod blad {
    /// What is printed: numbers, dates, references, issuer.
    pub const DOKUMENT: &str = "Dokument";
    /// To whom the circular goes.
    pub const MOTTAGARE: &str = "Mottagare";
    /// Who handles, answers and signs.
    pub const PERSONER: &str = "Personer";
    /// The agreement's amounts and terms.
    pub const OVERENSKOMMELSE: &str = "Överenskommelse";
    /// Population 31 August the year before.
    pub const BEFOLKNING: &str = "Befolkning";
    /// The need model's outcome, where it was computed elsewhere.
    pub const BEHOVSMODELL: &str = "Behovsmodell";
    /// Population in the 22 groups of the need model.
    pub const GRUPPER: &str = "Grupper";
    /// Price tags of the groups.
    pub const PRISLAPPAR: &str = "Prislappar";
    /// Costs of the solidarity drugs, a column for each disease.
    pub const SOLIDARISKA: &str = "Solidariska läkemedel";
    /// The ladder that compensates them.
    pub const TRAPPA: &str = "Solidarisk trappa";
    /// Last year, per region.
    pub const FOREGAENDE: &str = "Föregående år";
    /// Last year, the country.
    pub const FOREGAENDE_RIKET: &str = "Föregående år riket";
    /// Last year's ladder.
    pub const FOREGAENDE_TRAPPA: &str = "Trappa föregående år";
}

/// The words for where a step of the ladder begins.
pub const STEG_FRAN: [&str; 2] = ["medelkostnaden", "beloppet"];
/// The words for what a person does in the circular.
pub const UPPGIFTER: [&str; 3] = ["handläggare", "kontakt", "undertecknare"];

const INVANARE: Slag = Slag::Heltal { min: 1, max: 20_000_000 };
/// Whole kronor of a grant.
const HELA_KRONOR: Slag = Slag::Heltal { min: 0, max: 1_000_000_000_000 };
/// Whole kronor that something is a percentage of.
const HELA_KRONOR_EJ_NOLL: Slag = Slag::Heltal { min: 1, max: 1_000_000_000_000 };
/// Million kronor; six decimals, so that every amount is whole kronor.
const MNKR: Slag = Slag::Decimal { min: 0, max: 1_000_000, decimaler: 6 };
const PROCENT: Slag = Slag::Decimal { min: 0, max: 100, decimaler: 4 };
const KR_PER_INV: Slag = Slag::Decimal { min: 0, max: 1_000_000, decimaler: 12 };
const RAD: Slag = Slag::Text { tecken: 200 };

/// The day the population that carries the grant is counted: 31 August the year before.
#[must_use]
pub fn befolkningsdag(ar: i32) -> NaiveDate {
    dag(ar - 1, 8, 31)
}

/// The day the groups of the need model are counted: 31 December three years before.
#[must_use]
pub fn gruppdag(ar: i32) -> NaiveDate {
    dag(ar - 3, 12, 31)
}

fn foregaende_befolkningsdag(ar: i32) -> NaiveDate {
    befolkningsdag(ar - 1)
}

fn dag(ar: i32, manad: u32, dag: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar, manad, dag).unwrap_or(NaiveDate::MIN)
}

/// The workbook.
pub static ARBETSBOK: Arbetsbok = Arbetsbok {
    fil: "lakemedel.xlsx",
    titel: "Statsbidraget för läkemedelsförmånerna",
    om: "Underlag till cirkuläret om statsbidraget för läkemedelsförmånerna. Beloppen per region går vidare till regleringsbrevet för anslag 1:5.",
    ar: (blad::DOKUMENT, "bidragsar"),
    blad: &[
        Blad {
            namn: blad::DOKUMENT,
            om: "Uppgifter som trycks i cirkuläret: nummer, datum, hänvisningar och avsändare.",
            kravs: true,
            form: Form::Uppgifter(DOKUMENT),
        },
        Blad {
            namn: blad::MOTTAGARE,
            om: "Vilka cirkuläret går till. En rad per mottagare.",
            kravs: true,
            form: Form::Lista {
                kolumner: &[Falt::ny(
                    "mottagare",
                    "Grupp",
                    RAD,
                    "En grupp av mottagare, till exempel Ekonomidirektörer.",
                )
                .bestar()],
                nycklar: &[],
            },
        },
        Blad {
            namn: blad::PERSONER,
            om: "Handläggare, kontaktpersoner och undertecknare i cirkuläret. En rad per person och uppgift, i den ordning de ska stå.",
            kravs: true,
            form: Form::Lista { kolumner: PERSONER, nycklar: &[] },
        },
        Blad {
            namn: blad::OVERENSKOMMELSE,
            om: "Överenskommelsens belopp och villkor. Alla belopp i den enhet som står på raden; programmet räknar i kronor.",
            kravs: true,
            form: Form::Uppgifter(OVERENSKOMMELSE),
        },
        Blad {
            namn: blad::BEFOLKNING,
            om: "Folkmängd per region den 31 augusti året före bidragsåret (SCB). Summaraden får tas bort, men om den finns ska den stämma.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "befolkning",
                    "Befolkning",
                    INVANARE,
                    "Folkmängd enligt SCB.",
                )
                .i("invånare")
                .per(befolkningsdag)],
                fria: None,
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::BEHOVSMODELL,
            om: "Behovsmodellens utfall, om det räknats fram någon annanstans. Lämna kolumnen tom eller ta bort bladet om bladen Grupper och Prislappar är ifyllda. Är båda ifyllda prövas de mot varandra.",
            kravs: false,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "behovsmodell_utfall",
                    "Behovsmodell",
                    KR_PER_INV,
                    "Modellens utfall, minst åtta decimaler. Räknas inte om.",
                )
                .i("kr/inv")
                .valfri()],
                fria: None,
                summarad: None,
            },
        },
        Blad {
            namn: blad::GRUPPER,
            om: "Behovsmodellens 22 grupper: antal invånare per region den 31 december tre år före bidragsåret. Lämnas tomt om bara utfallet används.",
            kravs: false,
            form: Form::Regioner { kolumner: &grupper::FALT, fria: None, summarad: Some("Riket") },
        },
        Blad {
            namn: blad::PRISLAPPAR,
            om: "Behovsmodellens prislappar: rikets genomsnittliga läkemedelskostnad per invånare i varje grupp. Samma för alla regioner.",
            kravs: false,
            form: Form::Lista {
                kolumner: &[
                    Falt::ny(
                        "grupp",
                        "Grupp",
                        RAD,
                        "Gruppens namn, som rubrikerna på bladet Grupper.",
                    )
                    .bestar(),
                    Falt::ny(
                        "prislapp",
                        "Prislapp",
                        KR_PER_INV,
                        "Genomsnittlig läkemedelskostnad i gruppen.",
                    )
                    .i("kr/inv"),
                ],
                nycklar: &grupper::NAMN,
            },
        },
        Blad {
            namn: blad::SOLIDARISKA,
            om: "Regionernas nettokostnader för de solidariskt finansierade läkemedlen, oktober två år före till september året före bidragsåret. En kolumn per sjukdom, med sjukdomens namn som rubrik, och deras summa.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "solidarisk_kostnad",
                    "Summa",
                    HELA_KRONOR,
                    "Summan av sjukdomarnas kostnader. Fördelningen räknas på den.",
                )
                .i("kr")],
                fria: Some(Fria {
                    falt: Falt::ny("sjukdom", "Sjukdom", HELA_KRONOR, "Kostnad för sjukdomen.")
                        .i("kr")
                        .valfri(),
                    summa: Some("solidarisk_kostnad"),
                    nya: None,
                }),
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::TRAPPA,
            om: "Hur merkostnader för solidariska läkemedel ersätts: ett steg per rad, i stigande ordning. Det första steget börjar vid medelkostnaden.",
            kravs: true,
            form: Form::Lista { kolumner: &TRAPPA, nycklar: &[] },
        },
        Blad {
            namn: blad::FOREGAENDE,
            om: "Föregående års utfall per region, ur det årets cirkulär och beräkning. Behovsmodell och solidariskt netto ska vara oavrundade.",
            kravs: true,
            form: Form::Regioner { kolumner: FOREGAENDE, fria: None, summarad: None },
        },
        Blad {
            namn: blad::FOREGAENDE_RIKET,
            om: "Föregående års uppgifter för hela landet.",
            kravs: true,
            form: Form::Uppgifter(FOREGAENDE_RIKET),
        },
        Blad {
            namn: blad::FOREGAENDE_TRAPPA,
            om: "Föregående års trappa för solidariska läkemedel, ifylld som bladet Solidarisk trappa.",
            kravs: true,
            form: Form::Lista { kolumner: FOREGAENDE_TRAPPA, nycklar: &[] },
        },
    ],
};

static DOKUMENT: &[Falt] = &[
    Falt::ny(
        "bidragsar",
        "Bidragsår",
        Slag::Heltal { min: 2019, max: 2034 },
        "Det år bidraget avser. Bladens datum räknas från det.",
    )
    .aret(),
    Falt::ny("cirkular_nummer", "Cirkulärets nummer", RAD, "Nummer i cirkulärserien."),
    Falt::ny("cirkular_diarienummer", "Cirkulärets diarienummer", RAD, "Utgivarens diarienummer."),
    Falt::ny(
        "cirkular_datum",
        "Cirkulärets datum",
        Slag::Datum,
        "Det datum som trycks på cirkuläret.",
    ),
    Falt::ny(
        "cirkular_rubrik",
        "Cirkulärets rubrik",
        RAD,
        "Rubriken i cirkulärregistret och på första sidan.",
    )
    .bestar_utan_ar(),
    Falt::ny(
        "cirkular_avdelning",
        "Avdelning",
        RAD,
        "Den avdelning som ger ut cirkuläret och breven till regionerna.",
    )
    .bestar(),
    Falt::ny(
        "cirkular_ersatter",
        "Ersätter",
        RAD,
        "Tidigare cirkulär som detta ersätter, om något.",
    )
    .valfri(),
    Falt::ny("cirkular_bilagor", "Bilagor", RAD, "Bilagor som följer med cirkuläret, om några.")
        .valfri(),
    Falt::ny(
        "utgivare_namn",
        "Utgivare",
        RAD,
        "Organisationen som ger ut cirkuläret och breven till regionerna.",
    )
    .bestar(),
    Falt::ny("utgivare_postadress", "Postadress", RAD, "Utgivarens postadress, till sidfoten.")
        .bestar(),
    Falt::ny(
        "utgivare_besoksadress",
        "Besöksadress",
        RAD,
        "Utgivarens besöksadress, till sidfoten.",
    )
    .bestar(),
    Falt::ny("utgivare_telefon", "Telefon", RAD, "Utgivarens telefonnummer.").bestar(),
    Falt::ny("utgivare_e_post", "E-post", RAD, "Utgivarens e-postadress.").bestar(),
    Falt::ny("utgivare_webbplats", "Webbplats", RAD, "Utgivarens webbplats.").bestar(),
    Falt::ny(
        "utgivare_organisationsnummer",
        "Organisationsnummer",
        RAD,
        "Utgivarens organisationsnummer.",
    )
    .bestar(),
    Falt::ny(
        "avtal_godkant_skr",
        "Överenskommelsen godkänd av SKR:s styrelse",
        Slag::Datum,
        "Dagen för styrelsens beslut.",
    ),
    Falt::ny(
        "avtal_godkant_regeringen",
        "Överenskommelsen godkänd av regeringen",
        Slag::Datum,
        "Dagen för regeringens beslut.",
    ),
    Falt::ny(
        "avtal_regeringsbeslut",
        "Regeringsbeslut om överenskommelsen",
        RAD,
        "Beslutets nummer, till exempel II:2.",
    ),
    Falt::ny(
        "avtal_diarienummer",
        "Överenskommelsens diarienummer",
        RAD,
        "Regeringskansliets diarienummer.",
    ),
    Falt::ny(
        "prognos_socialstyrelsen",
        "Socialstyrelsens prognos",
        Slag::Datum,
        "Datum för prognosen bakom beloppen.",
    ),
    Falt::ny("prognos_tlv", "TLV:s prognos", Slag::Datum, "Datum för prognosen om återbäring."),
    Falt::ny(
        "regionbesked_datum",
        "Regionbeskedens datum",
        Slag::Datum,
        "Det datum som trycks på breven till regionerna.",
    ),
    Falt::ny(
        "regionbesked_diarienummer",
        "Regionbeskedens diarienummer",
        RAD,
        "Utgivarens diarienummer för breven, om de har ett.",
    )
    .valfri(),
];

static PERSONER: &[Falt] = &[
    Falt::ny(
        "uppgift",
        "Uppgift",
        Slag::Val(&UPPGIFTER),
        "Vad personen gör i cirkuläret och i breven till regionerna.",
    )
    .bestar(),
    Falt::ny("namn", "Namn", RAD, "Namn, eller funktion om namn inte ska tryckas.").bestar(),
    Falt::ny("roll", "Roll", RAD, "Titel eller roll.").bestar(),
    Falt::ny("telefon", "Telefon", RAD, "Telefonnummer.").valfri().bestar(),
    Falt::ny("e_post", "E-post", RAD, "E-postadress.").valfri().bestar(),
];

static OVERENSKOMMELSE: &[Falt] = &[
    Falt::ny("formanen", "Läkemedelsförmånen, brutto", MNKR, "Avtalat belopp före återbäring.").i("mnkr"),
    Falt::ny("hepatit_c", "Hepatit C, brutto", MNKR, "Avtalat belopp: den andel av prognosen som ersätts.").i("mnkr"),
    Falt::ny("hepatit_c_andel", "Hepatit C, ersatt andel av prognosen", PROCENT, "Den andel av kostnaden som ingår i bidraget.").i("%").bestar(),
    Falt::ny("aterbaring_andel", "Statens andel av återbäringen", PROCENT, "Bidragsårets andel.").i("%"),
    Falt::ny("aterbaring", "Statens andel av prognostiserad återbäring", MNKR, "Skrivs utan minustecken; dras från bruttobeloppet.").i("mnkr"),
    Falt::ny("ovrigt", "Övrigt", MNKR, "Smittskyddsläkemedel, läkemedel som överförts till slutenvården, förbrukningsartiklar och dostjänst.").i("mnkr"),
    Falt::ny("totalt_kontroll", "Totalt nettobidrag, kontrollbelopp", MNKR, "Totalen enligt överenskommelsen. Används bara för att pröva raderna ovan.").i("mnkr").valfri(),
    Falt::ny("sol", "SOL-tjänster, till E-hälsomyndigheten", HELA_KRONOR, "Dras av före utbetalning till regionerna.").i("kr"),
    Falt::ny("ihsi_eur", "IHSI, medlemsavgift", Slag::Decimal { min: 0, max: 100_000_000, decimaler: 2 }, "Avgiften i euro.").i("EUR"),
    Falt::ny("ihsi_kurs", "IHSI, preliminär eurokurs", Slag::Decimal { min: 1, max: 100, decimaler: 6 }, "Kronor per euro.").i("kr/EUR"),
    Falt::ny("ihsi_grans", "IHSI, gräns för justering", HELA_KRONOR, "Är skillnaden mot slutligt belopp större justeras utbetalningen.").i("kr").bestar(),
    Falt::ny("skr", "SKR, nya arbetssätt", HELA_KRONOR, "Dras av före utbetalning till regionerna.").i("kr"),
    Falt::ny("utbetalas_kontroll", "Utbetalas till regionerna, kontrollbelopp", HELA_KRONOR, "Beloppet enligt överenskommelsen. Används bara för att pröva raderna ovan.").i("kr").valfri(),
    Falt::ny("vinst_forlust_grans", "Vinst- och förlustdelning, gräns", PROCENT, "Avvikelse från basen som ingen del täcks av.").i("%").bestar(),
    Falt::ny("vinst_forlust_andel", "Vinst- och förlustdelning, statens andel", PROCENT, "Statens andel av avvikelsen utöver gränsen.").i("%").bestar(),
    Falt::ny("vinst_forlust_avrakning", "Vinst- och förlustdelning, förmånen och hepatit C avräknas", Slag::Val(&AVRAKNING), "Tillsammans eller var för sig.").bestar(),
    Falt::ny("slag", "Bidraget är", Slag::Val(&SLAG), "Netto om statens andel av prognostiserad återbäring redan är avdragen.").bestar(),
    Falt::ny("residual", "Återstod vid avrundning av statsbidraget", Slag::Val(&Residual::VAL), "half_up: varje region för sig, summan ska gå jämnt ut. Annars sägs här vem som får återstoden; explicit: den region som står på nästa rad.").bestar(),
    Falt::ny("residual_region", "Region som får återstoden", RAD, "Bara för explicit, om beslutet anger en viss region.").valfri().bestar(),
    Falt::ny("efterslap", "Efterslap", Slag::Heltal { min: 1, max: 12 }, "Så många månader efter kostnaden betalas bidraget.").i("månader").bestar(),
    Falt::ny("vinst_forlust_nyckel", "Vinst- och förlustdelning, fördelas på regionerna efter", Slag::Val(&NYCKEL), "Årets statsbidrag, eller befolkningen den 31 augusti bidragsåret. Överenskommelsen anger ingen nyckel.").bestar(),
];

const TRAPPA: [Falt; 4] = [
    Falt::ny("niva", "Nivå", Slag::Heltal { min: 1, max: 20 }, "Stegets nummer, från 1.").bestar(),
    Falt::ny(
        "raknas_fran",
        "Räknas från",
        Slag::Val(&STEG_FRAN),
        "Medelkostnaden i riket, eller beloppet i nästa kolumn.",
    )
    .bestar(),
    Falt::ny(
        "fran",
        "Från",
        KR_PER_INV,
        "Kostnad där steget börjar. Tomt för steget från medelkostnaden.",
    )
    .i("kr/inv")
    .valfri(),
    Falt::ny("ersattning", "Ersättning", PROCENT, "Andel av kostnaden på steget som ersätts.")
        .i("%")
        .bestar(),
];

static FOREGAENDE_TRAPPA: &[Falt] = &[
    TRAPPA[0].forra(blad::TRAPPA, TRAPPA[0].id),
    TRAPPA[1].forra(blad::TRAPPA, TRAPPA[1].id),
    TRAPPA[2].forra(blad::TRAPPA, TRAPPA[2].id),
    TRAPPA[3].forra(blad::TRAPPA, TRAPPA[3].id),
];

static FOREGAENDE: &[Falt] = &[
    Falt::ny(
        "foregaende_befolkning",
        "Befolkning",
        INVANARE,
        "Folkmängden som föregående års bidrag räknades på.",
    )
    .i("invånare")
    .per(foregaende_befolkningsdag).resultat("befolkning"),
    Falt::ny("foregaende_behovsmodell", "Behovsmodell", KR_PER_INV, "Oavrundat utfall.")
        .i("kr/inv").resultat("behovsmodell"),
    Falt::ny(
        "foregaende_solidariskt_netto",
        "Solidariskt netto",
        Slag::Decimal { min: -100_000, max: 100_000, decimaler: 12 },
        "Oavrundat; ersättning minus finansiering.",
    )
    .i("kr/inv").resultat("solidariskt_netto"),
    Falt::ny(
        "foregaende_solidariskt_utfall",
        "Solidariskt utfall",
        KR_PER_INV,
        "Kostnad per invånare, som den publicerades.",
    )
    .i("kr/inv").resultat("solidariskt_utfall"),
    Falt::ny(
        "foregaende_statsbidrag",
        "Statsbidrag",
        HELA_KRONOR_EJ_NOLL,
        "Det publicerade bidraget. Får lämnas tomt om föregående års cirkular.json ligger i mappen foregaende-ar; finns båda ska de stämma.",
    )
    .i("kr")
    .valfri().resultat("statsbidrag"),
];

static FOREGAENDE_RIKET: &[Falt] = &[
    Falt::ny(
        "foregaende_slag",
        "Bidraget var",
        Slag::Val(&SLAG),
        "Brutto eller netto, som på bladet Överenskommelse.",
    )
    .forra(blad::OVERENSKOMMELSE, "slag"),
    Falt::ny(
        "foregaende_vinst_forlust_avrakning",
        "Förmånen och hepatit C avräknades",
        Slag::Val(&AVRAKNING),
        "Tillsammans eller var för sig.",
    )
    .forra(blad::OVERENSKOMMELSE, "vinst_forlust_avrakning"),
    Falt::ny(
        "foregaende_solidarisk_kostnad",
        "Solidariska läkemedel, total kostnad",
        HELA_KRONOR_EJ_NOLL,
        "Riket.",
    )
    .i("kr")
    .resultat("solidarisk_kostnad"),
    Falt::ny(
        "foregaende_finansiering",
        "Solidarisk finansiering, lika avdrag",
        KR_PER_INV,
        "Oavrundat; skrivs utan minustecken.",
    )
    .i("kr/inv")
    .resultat("solidarisk_finansiering"),
    Falt::ny(
        "foregaende_residual",
        "Återstod vid avrundning av bidraget",
        Slag::Val(&Residual::VAL),
        "Vem som fick återstoden, som på bladet Överenskommelse. Tomt betyder half_up.",
    )
    .valfri()
    .forra(blad::OVERENSKOMMELSE, "residual"),
    Falt::ny(
        "foregaende_residual_region",
        "Region som får återstoden",
        RAD,
        "Bara för explicit, om en viss region fick den.",
    )
    .valfri()
    .forra(blad::OVERENSKOMMELSE, "residual_region"),
];
