//! The workbook `beredskap.xlsx`, said once. What each sheet holds, its units, limits and dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::workbook::schema::{
    ARET, Arbetsbok, Blad, Falt, Form, Fria, HELA_KRONOR, INVANARE, MNKR, Measure, NewColumns, RAD,
    Slag,
};

/// Sheets the rules ask for by name.
pub mod blad {
    /// What is printed: year, number, date, issuer.
    pub const DOKUMENT: &str = "Dokument";
    /// To whom the report goes.
    pub const MOTTAGARE: &str = "Mottagare";
    /// Who answers for it and signs.
    pub const PERSONER: &str = "Personer";
    /// The agreements: amounts, periods, repayment.
    pub const OVERENSKOMMELSER: &str = "Överenskommelser";
    /// The population that the money is shared out by.
    pub const BEFOLKNING: &str = "Befolkning";
    /// What the regions have used, a column for each agreement and year.
    pub const ANVANDNING: &str = "Använda medel";
    /// The goals of each care type.
    pub const MAL: &str = "Mål";
    /// How many weeks the stocks last, a column for each care type.
    pub const VECKOR: &str = "Veckor";
    /// The lists of drugs.
    pub const LISTOR: &str = "Läkemedelslistor";
    /// The levels of storage.
    pub const LAGER: &str = "Lagernivåer";
    /// The reports to come.
    pub const RAPPORTER: &str = "Rapporter";
}

/// The words for what a person does in the report.
pub const UPPGIFTER: [&str; 2] = ["kontakt", "undertecknare"];
/// The words for whether a goal has been evaluated.
pub const JA_NEJ: [&str; 2] = ["ja", "nej"];

const ARTAL: Slag = Slag::heltal(Measure::Artal, (2015, 2040));
const STYCKE: Slag = Slag::Text { tecken: 400 };
/// A decade, and nothing is told of a stock that lasts longer.
const FLEST_VECKOR: i64 = 520;
const VECKOR: Slag = Slag::Intervall {
    measure: Measure::Veckor,
    min: 0,
    max: FLEST_VECKOR,
    ord: &["veckor", "vecka", "v."],
};

/// The day the population is counted, for every agreement: the key of the first, 31 December 2021.
#[must_use]
pub fn nyckeldag(_ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 12, 31).unwrap_or(NaiveDate::MIN)
}

/// The last day the regions' answers are about: the year before the follow-up ends.
#[must_use]
pub fn lagesdag(ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar - 1, 12, 31).unwrap_or(NaiveDate::MIN)
}

/// What a column of used money is to be headed: `2022 års medel, använt 2023`.
#[must_use]
pub fn anvandningsrubrik(avtalsar: i32, ar: i32) -> String {
    format!("{avtalsar} års medel, använt {ar}")
}

/// The column that the follow-up a year later asks for: what was used in this workbook's year of an
/// agreement whose money could be used then.
fn arets_anvandning(ar: i32, avtal: &BTreeMap<&'static str, i64>) -> Option<String> {
    let artal = |id| avtal.get(id).and_then(|artal| i32::try_from(*artal).ok());
    let (avtalsar, fran, till) = (artal("avtalsar")?, artal("fran")?, artal("till")?);
    (fran..=till).contains(&ar).then(|| anvandningsrubrik(avtalsar, ar))
}

const fn lista(namn: &'static str, om: &'static str, kolumner: &'static [Falt]) -> Blad {
    Blad { namn, om, kravs: true, form: Form::Lista { kolumner, nycklar: &[] } }
}

/// The workbook.
pub static ARBETSBOK: Arbetsbok = Arbetsbok {
    fil: "beredskap.xlsx",
    titel: "Försörjningsberedskap för läkemedel",
    om: "Underlag till uppföljningen av överenskommelserna om försörjningsberedskap för läkemedel.",
    ar: (blad::DOKUMENT, "uppfoljningsar"),
    blad: &[
        Blad {
            namn: blad::DOKUMENT,
            om: "Uppgifter som trycks i uppföljningen: år, diarienummer, datum och avsändare.",
            kravs: true,
            form: Form::Uppgifter(DOKUMENT),
        },
        lista(
            blad::MOTTAGARE,
            "Vilka uppföljningen går till. En rad per mottagare.",
            &[Falt::ny("mottagare", "Mottagare", RAD, "En mottagare, till exempel Regeringskansliet.").bestar()],
        ),
        lista(
            blad::PERSONER,
            "Kontaktpersoner och undertecknare. En rad per person och uppgift, i den ordning de ska stå.",
            PERSONER,
        ),
        lista(
            blad::OVERENSKOMMELSER,
            "En rad per överenskommelse, den äldsta först: belopp, vilka år medlen får användas och när oanvända medel ska betalas tillbaka.",
            OVERENSKOMMELSER,
        ),
        Blad {
            namn: blad::BEFOLKNING,
            om: "Folkmängd per region den 31 december 2021 (SCB). Alla överenskommelsers medel fördelas efter den.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny("befolkning", "Befolkning", INVANARE, "Folkmängd enligt SCB.").per(nyckeldag).bestar()],
                fria: None,
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::ANVANDNING,
            om: "Regionernas svar om vad de har använt. En kolumn för varje överenskommelse och år som de har tillfrågats om, med en rubrik som 2022 års medel, använt 2023. Ta inte med år som inte har efterfrågats, och ta bort kolumner för dem: det som inte är känt är inte noll.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[],
                fria: Some(Fria {
                    falt: Falt::ny(
                            "anvant",
                            "2022 års medel, använt 2023",
                            HELA_KRONOR,
                            "Det som regionen uppger att den har använt av en överenskommelses medel under ett år.",
                        ).valfri().bestar(),
                    summa: None,
                    nya: Some(NewColumns { blad: blad::OVERENSKOMMELSER, rubrik: arets_anvandning }),
                }),
                summarad: Some("Riket"),
            },
        },
        lista(
            blad::MAL,
            "Överenskommelsernas mål för varje vårdtyp. En rad per mål, i den ordning de ska stå.",
            MAL,
        ),
        Blad {
            namn: blad::VECKOR,
            om: "Regionernas svar om hur många veckor lagren räcker vid normal förbrukning i fredstid. En kolumn för varje vårdtyp som har ett utvärderat mål, med vårdtypens namn som rubrik. Ett intervall, som 4–6 veckor, läses som sitt lägsta värde.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[],
                fria: Some(Fria {
                    falt: Falt::ny(
                            "veckor",
                            "Vårdtyp",
                            VECKOR,
                            "Så många hela veckor som lagren räcker. Av ett intervall, som 4–6, räknas det lägsta.",
                        ).valfri(),
                    summa: None,
                    nya: None,
                }),
                summarad: None,
            },
        },
        lista(
            blad::LISTOR,
            "Läkemedelslistorna bakom målen. En rad per lista, den äldsta först.",
            LISTOR,
        ),
        lista(
            blad::LAGER,
            "Lagerhållningens nivåer, numrerade från 1. Nivå 1 ligger närmast patienten.",
            LAGER,
        ),
        Blad {
            namn: blad::RAPPORTER,
            om: "Rapporter som ska lämnas. En rad per rapport, i tidsordning. Lämnas tomt om ingen återstår.",
            kravs: false,
            form: Form::Lista { kolumner: RAPPORTER, nycklar: &[] },
        },
    ],
};

static DOKUMENT: &[Falt] = &[
    Falt::ny(
        "uppfoljningsar",
        "Uppföljningsår",
        ARET,
        "Det år uppföljningen lämnas. Regionernas svar gäller till och med året före.",
    ).aret(),
    Falt::ny("uppfoljning_rubrik", "Rubrik", RAD, "Uppföljningens rubrik.").bestar_utan_ar(),
    Falt::ny("uppfoljning_datum", "Datum", Slag::Datum, "Datumet på uppföljningen."),
    Falt::ny("uppfoljning_diarienummer", "Diarienummer", RAD, "Myndighetens diarienummer."),
    Falt::ny("utgivare_namn", "Utgivare", RAD, "Myndigheten som ger ut uppföljningen.").bestar(),
    Falt::ny("utgivare_avdelning", "Avdelning", RAD, "Den avdelning som svarar för uppföljningen.").bestar(),
    Falt::ny("utgivare_postadress", "Postadress", RAD, "Utgivarens postadress, till sidfoten.").bestar(),
    Falt::ny(
        "utgivare_besoksadress",
        "Besöksadress",
        RAD,
        "Utgivarens besöksadress, till sidfoten.",
    ).bestar(),
    Falt::ny("utgivare_telefon", "Telefon", RAD, "Utgivarens telefonnummer.").bestar(),
    Falt::ny("utgivare_e_post", "E-post", RAD, "Utgivarens e-postadress.").bestar(),
    Falt::ny("utgivare_webbplats", "Webbplats", RAD, "Utgivarens webbplats.").bestar(),
    Falt::ny(
        "utgivare_organisationsnummer",
        "Organisationsnummer",
        RAD,
        "Utgivarens organisationsnummer.",
    ).bestar(),
    Falt::ny(
        "civilt_forsvar_fran",
        "Civilt försvar, överenskommelser från och med",
        ARTAL,
        "Det första året med en överenskommelse om hälso- och sjukvårdens arbete med civilt försvar.",
    ).bestar(),
    Falt::ny(
        "civilt_forsvar_tillagg_fran",
        "Civilt försvar, tilläggsöverenskommelser från och med",
        ARTAL,
        "Det första året med en tilläggsöverenskommelse.",
    ).bestar(),
];

static PERSONER: &[Falt] = &[
    Falt::ny("uppgift", "Uppgift", Slag::Val(&UPPGIFTER), "Vad personen gör i uppföljningen.")
        .bestar(),
    Falt::ny("namn", "Namn", RAD, "Namn, eller funktion om namn inte ska tryckas.").bestar(),
    Falt::ny("roll", "Roll", RAD, "Titel eller roll.").bestar(),
    Falt::ny("telefon", "Telefon", RAD, "Telefonnummer.").valfri().bestar(),
    Falt::ny("e_post", "E-post", RAD, "E-postadress.").valfri().bestar(),
];

static OVERENSKOMMELSER: &[Falt] = &[
    Falt::ny(
        "avtalsar",
        "Överenskommelse",
        ARTAL,
        "Det år överenskommelsen gäller. Regionernas medel kallas efter det.",
    ).bestar(),
    Falt::ny("till_regionerna", "Till regionerna", MNKR, "Det som fördelas på regionerna.").bestar(),
    Falt::ny("till_skr", "Till SKR", MNKR, "Det som går till SKR; 0 om inget gör det.").bestar(),
    Falt::ny("fran", "Får användas från och med", ARTAL, "Det första året medlen får användas.").bestar(),
    Falt::ny(
        "till",
        "Får användas till och med",
        ARTAL,
        "Det sista året medlen får användas, efter senaste ändring.",
    ).bestar(),
    Falt::ny(
        "aterbetalas",
        "Återbetalas senast",
        Slag::Datum,
        "Den dag oanvända medel senast ska vara återbetalda. Tomt om överenskommelsen inte anger någon.",
    ).valfri().bestar(),
    Falt::ny(
        "diarienummer",
        "Diarienummer",
        RAD,
        "Överenskommelsens diarienummer, om det är känt.",
    ).valfri().bestar(),
];

static MAL: &[Falt] = &[
    Falt::ny(
        "vardtyp",
        "Vårdtyp",
        Slag::Text { tecken: 80 },
        "Den vård målet gäller. Har målet utvärderats ska bladet Veckor ha en kolumn med samma namn.",
    ).bestar(),
    Falt::ny("avtalsar", "Överenskommelse", ARTAL, "Den överenskommelse målet hör till.").bestar(),
    Falt::ny(
            "veckor",
            "Målet",
            Slag::heltal(Measure::Veckor, (1, FLEST_VECKOR)),
            "Så länge lagren ska räcka vid normal förbrukning i fredstid. Krävs om målet har utvärderats.",
        ).valfri().bestar(),
    Falt::ny(
        "ursprungligen",
        "Ursprungligen senast",
        Slag::Datum,
        "Den dag målet först skulle vara nått, om dagen har flyttats.",
    ).valfri().bestar(),
    Falt::ny(
        "senast",
        "Senast",
        Slag::Datum,
        "Den dag målet ska vara nått. Krävs om målet har utvärderats.",
    ).valfri().bestar(),
    Falt::ny(
        "utvarderat",
        "Utvärderat",
        Slag::Val(&JA_NEJ),
        "Om regionerna har svarat på hur det gick.",
    ).bestar(),
];

static LISTOR: &[Falt] = &[
    Falt::ny("lista", "Lista", Slag::Text { tecken: 80 }, "Listans namn.").bestar(),
    Falt::ny("avtalsar", "Överenskommelse", ARTAL, "Den överenskommelse listan hör till.").bestar(),
    Falt::ny(
        "antal",
        "Antal substanser",
        Slag::heltal(Measure::Antal, (1, 100_000)),
        "Så många substanser som listan har.",
    ).bestar(),
    Falt::ny(
        "tidigare_antal",
        "Tidigare antal",
        Slag::heltal(Measure::Antal, (1, 100_000)),
        "Så många substanser som en tidigare version hade.",
    ).valfri().bestar(),
    Falt::ny(
        "tidigare_version",
        "Tidigare version",
        RAD,
        "Var den tidigare versionen finns, till exempel SOU 2021:19. Krävs om det tidigare antalet är ifyllt.",
    ).valfri().bestar(),
    Falt::ny("datum", "Datum", Slag::Datum, "Listans datum, om det är känt.").valfri().bestar(),
    Falt::ny("diarienummer", "Diarienummer", RAD, "Listans diarienummer, om det är känt.").valfri().bestar(),
    Falt::ny(
        "ingar_i",
        "Ingår i",
        Slag::Text { tecken: 80 },
        "Namnet på den lista som har alla den här listans substanser, om det finns en sådan.",
    ).valfri().bestar(),
];

static LAGER: &[Falt] = &[
    Falt::ny("niva", "Nivå", Slag::heltal(Measure::Nummer, (1, 9)), "Nivåns nummer, från 1.")
        .bestar(),
    Falt::ny("namn", "Namn", Slag::Text { tecken: 60 }, "Vad nivån kallas.").bestar(),
    Falt::ny(
        "innehall",
        "Innehåll",
        STYCKE,
        "Vad som finns på nivån och vem som har det, i en mening.",
    )
    .bestar(),
];

static RAPPORTER: &[Falt] = &[
    Falt::ny(
        "rapport",
        "Rapport",
        Slag::Text { tecken: 80 },
        "Vad rapporten är, till exempel delrapport.",
    )
    .bestar(),
    Falt::ny("senast", "Senast", Slag::Datum, "Den dag rapporten senast ska lämnas.").bestar(),
];
