//! The workbook `sektorsbidrag.xlsx`, said once. What each sheet holds, its units, limits and dates.

use chrono::NaiveDate;

use crate::workbook::schema::{ARET, Arbetsbok, Blad, Falt, Form, INVANARE, Measure, RAD, Slag};

/// Sheets the rules ask for by name.
pub mod blad {
    /// The decision: number, date, account, to whom.
    pub const DOKUMENT: &str = "Dokument";
    /// The amount, how it is rounded and when it is paid.
    pub const FORDELNING: &str = "Fördelning";
    /// Population 1 November the year before.
    pub const BEFOLKNING: &str = "Befolkning";
    /// Standard cost per inhabitant.
    pub const STANDARDKOSTNAD: &str = "Standardkostnad";
    /// Who signs.
    pub const UNDERTECKNARE: &str = "Undertecknare";
    /// Who gets a copy.
    pub const KOPIOR: &str = "Kopior";
}

/// The words for who gets the kronor that rounding leaves over.
pub const RESIDUAL: [&str; 3] = ["half_up", "largest_remainder", "half_up_residual_to_largest"];

const HELA_KRONOR: Slag = Slag::heltal(Measure::HelaKronor, (1, 1_000_000_000_000));
/// At least a krona, so that the weights have a sum.
const KR_PER_INV: Slag = Slag::decimal(Measure::KrPerInv, (1, 1_000_000), 12);

/// The day the population is counted: 1 November the year before.
#[must_use]
pub fn befolkningsdag(ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar - 1, 11, 1).unwrap_or(NaiveDate::MIN)
}

/// The workbook.
pub static ARBETSBOK: Arbetsbok = Arbetsbok {
    fil: "sektorsbidrag.xlsx",
    titel: "Sektorsbidrag till regionerna",
    om: "Underlag till regeringens beslut om sektorsbidrag till regionerna: beloppet, befolkningen och standardkostnaden som det fördelas efter.",
    ar: (blad::DOKUMENT, "bidragsar"),
    blad: &[
        Blad {
            namn: blad::DOKUMENT,
            om: "Uppgifter som trycks i beslutet: nummer, datum, anslag och mottagare.",
            kravs: true,
            form: Form::Uppgifter(DOKUMENT),
        },
        Blad {
            namn: blad::FORDELNING,
            om: "Vad som fördelas, hur det avrundas och när det betalas ut.",
            kravs: true,
            form: Form::Uppgifter(FORDELNING),
        },
        Blad {
            namn: blad::BEFOLKNING,
            om: "Folkmängd per region den 1 november året före bidragsåret (SCB). Summaraden får tas bort, men om den finns ska den stämma.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "befolkning",
                    "Befolkning",
                    INVANARE,
                    "Folkmängd enligt SCB.",
                )
                .per(befolkningsdag)],
                fria: None,
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::STANDARDKOSTNAD,
            om: "Standardkostnad per invånare i hälso- och sjukvårdsmodellen, i den kommunalekonomiska utjämningen för bidragsåret.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "standardkostnad_per_inv",
                    "Standardkostnad",
                    KR_PER_INV,
                    "Med alla decimaler; avrundas inte.",
                )],
                fria: None,
                summarad: None,
            },
        },
        Blad {
            namn: blad::UNDERTECKNARE,
            om: "De som skriver under beslutet. En rad per person, i den ordning de ska stå.",
            kravs: true,
            form: Form::Lista { kolumner: UNDERTECKNARE, nycklar: &[] },
        },
        Blad {
            namn: blad::KOPIOR,
            om: "De som får en kopia av beslutet. En rad per mottagare. Lämnas tomt om ingen får det.",
            kravs: false,
            form: Form::Lista {
                kolumner: &[Falt::ny(
                    "kopia",
                    "Kopia till",
                    RAD,
                    "En mottagare, till exempel ett departement eller en myndighet.",
                )
                .bestar()],
                nycklar: &[],
            },
        },
    ],
};

static DOKUMENT: &[Falt] = &[
    Falt::ny(
        "bidragsar",
        "Bidragsår",
        ARET,
        "Det år sektorsbidraget avser. Bladens datum räknas från det.",
    )
    .aret(),
    Falt::ny("rubrik", "Rubrik", RAD, "Beslutets rubrik.").bestar_utan_ar(),
    Falt::ny("beslut_myndighet", "Beslutande myndighet", RAD, "Den som beslutar.").bestar(),
    Falt::ny("beslut_departement", "Departement", RAD, "Departementet som bereder beslutet.")
        .bestar(),
    Falt::ny("beslut_nummer", "Regeringsbeslut", RAD, "Beslutets nummer, till exempel II:1."),
    Falt::ny("beslut_datum", "Beslutets datum", Slag::Datum, "Dagen för beslutet."),
    Falt::ny("beslut_diarienummer", "Diarienummer", RAD, "Regeringskansliets diarienummer."),
    Falt::ny("beslut_mottagare", "Mottagare", RAD, "Myndigheten som betalar ut.").bestar(),
    Falt::ny("beslut_anslag", "Anslag", RAD, "Anslagets nummer, till exempel 1:6.").bestar(),
    Falt::ny("beslut_anslagsnamn", "Anslagets namn", RAD, "Anslagets namn i statens budget.")
        .bestar(),
    Falt::ny("beslut_anslagspost", "Anslagspost", RAD, "Anslagspostens nummer.").bestar(),
    Falt::ny(
        "beslut_riksdagen",
        "Riksdagens beslut",
        RAD,
        "Proposition, betänkande och riksdagsskrivelse bakom anslaget, om de ska nämnas.",
    )
    .valfri(),
];

static FORDELNING: &[Falt] = &[
    Falt::ny("pott", "Belopp som fördelas", HELA_KRONOR, "Allt som ska fördelas."),
    Falt::ny(
        "residual",
        "Återstod vid avrundning",
        Slag::Val(&RESIDUAL),
        "half_up: varje region för sig, summan ska gå jämnt ut. largest_remainder: nedåt, och en krona var till de största resterna. half_up_residual_to_largest: varje region för sig, och skillnaden till den som får mest.",
    ),
    Falt::ny(
        "utbetalning",
        "Utbetalning",
        RAD,
        "När beloppen ska betalas ut, till exempel: så snart som möjligt.",
    )
    .bestar_utan_ar(),
];

static UNDERTECKNARE: &[Falt] = &[
    Falt::ny("namn", "Namn", RAD, "Namn, eller funktion om namn inte ska tryckas.").bestar(),
    Falt::ny("roll", "Roll", RAD, "Titel eller roll.").bestar(),
];
