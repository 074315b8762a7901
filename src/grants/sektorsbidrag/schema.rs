//! The workbook `sektorsbidrag.xlsx`, said once. What each sheet holds, its units, limits and dates.

use chrono::NaiveDate;

use crate::workbook::schema::{
    Field, INHABITANTS, Kind, Layout, Measure, ROW, SheetSchema, THIS_YEAR, WorkbookSchema,
};

/// Sheets the rules ask for by name.
pub mod sheet {
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

const HELA_KRONOR: Kind = Kind::integer(Measure::HelaKronor, (1, 1_000_000_000_000));
/// At least a krona, so that the weights have a sum.
const KR_PER_INV: Kind = Kind::decimal(Measure::KrPerInv, (1, 1_000_000), 12);

/// The day the population is counted: 1 November the year before.
#[must_use]
pub fn befolkningsdag(ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar - 1, 11, 1).unwrap_or(NaiveDate::MIN)
}

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "sektorsbidrag.xlsx",
    title: "Sektorsbidrag till regionerna",
    about: "Underlag till regeringens beslut om sektorsbidrag till regionerna: beloppet, befolkningen och standardkostnaden som det fördelas efter.",
    year: (sheet::DOKUMENT, "bidragsar"),
    sheets: &[
        SheetSchema {
            name: sheet::DOKUMENT,
            about: "Uppgifter som trycks i beslutet: nummer, datum, anslag och mottagare.",
            required: true,
            layout: Layout::Items(DOKUMENT),
        },
        SheetSchema {
            name: sheet::FORDELNING,
            about: "Vad som fördelas, hur det avrundas och när det betalas ut.",
            required: true,
            layout: Layout::Items(FORDELNING),
        },
        SheetSchema {
            name: sheet::BEFOLKNING,
            about: "Folkmängd per region den 1 november året före bidragsåret (SCB). Summaraden får tas bort, men om den finns ska den stämma.",
            required: true,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "befolkning",
                    "Befolkning",
                    INHABITANTS,
                    "Folkmängd enligt SCB.",
                )
                .per(befolkningsdag)],
                free_columns: None,
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheet::STANDARDKOSTNAD,
            about: "Standardkostnad per invånare i hälso- och sjukvårdsmodellen, i den kommunalekonomiska utjämningen för bidragsåret.",
            required: true,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "standardkostnad_per_inv",
                    "Standardkostnad",
                    KR_PER_INV,
                    "Med alla decimaler; avrundas inte.",
                )],
                free_columns: None,
                sum_row: None,
            },
        },
        SheetSchema {
            name: sheet::UNDERTECKNARE,
            about: "De som skriver under beslutet. En rad per person, i den ordning de ska stå.",
            required: true,
            layout: Layout::Lista { columns: UNDERTECKNARE, keys: &[] },
        },
        SheetSchema {
            name: sheet::KOPIOR,
            about: "De som får en kopia av beslutet. En rad per mottagare. Lämnas tomt om ingen får det.",
            required: false,
            layout: Layout::Lista {
                columns: &[Field::new(
                    "kopia",
                    "Kopia till",
                    ROW,
                    "En mottagare, till exempel ett departement eller en myndighet.",
                )
                .kept()],
                keys: &[],
            },
        },
    ],
};

static DOKUMENT: &[Field] = &[
    Field::new(
        "bidragsar",
        "Bidragsår",
        THIS_YEAR,
        "Det år sektorsbidraget avser. Bladens datum räknas från det.",
    )
    .this_year(),
    Field::new("rubrik", "Rubrik", ROW, "Beslutets rubrik.").kept_unless_dated(),
    Field::new("beslut_myndighet", "Beslutande myndighet", ROW, "Den som beslutar.").kept(),
    Field::new("beslut_departement", "Departement", ROW, "Departementet som bereder beslutet.")
        .kept(),
    Field::new("beslut_nummer", "Regeringsbeslut", ROW, "Beslutets nummer, till exempel II:1."),
    Field::new("beslut_datum", "Beslutets datum", Kind::Datum, "Dagen för beslutet."),
    Field::new("beslut_diarienummer", "Diarienummer", ROW, "Regeringskansliets diarienummer."),
    Field::new("beslut_mottagare", "Mottagare", ROW, "Myndigheten som betalar ut.").kept(),
    Field::new("beslut_anslag", "Anslag", ROW, "Anslagets nummer, till exempel 1:6.").kept(),
    Field::new("beslut_anslagsnamn", "Anslagets namn", ROW, "Anslagets namn i statens budget.")
        .kept(),
    Field::new("beslut_anslagspost", "Anslagspost", ROW, "Anslagspostens nummer.").kept(),
    Field::new(
        "beslut_riksdagen",
        "Riksdagens beslut",
        ROW,
        "Proposition, betänkande och riksdagsskrivelse bakom anslaget, om de ska nämnas.",
    )
    .optional(),
];

static FORDELNING: &[Field] = &[
    Field::new("pott", "Belopp som fördelas", HELA_KRONOR, "Allt som ska fördelas."),
    Field::new(
        "residual",
        "Återstod vid avrundning",
        Kind::Options(&RESIDUAL),
        "half_up: varje region för sig, summan ska gå jämnt ut. largest_remainder: nedåt, och en krona var till de största resterna. half_up_residual_to_largest: varje region för sig, och skillnaden till den som får mest.",
    ),
    Field::new(
        "utbetalning",
        "Utbetalning",
        ROW,
        "När beloppen ska betalas ut, till exempel: så snart som möjligt.",
    )
    .kept_unless_dated(),
];

static UNDERTECKNARE: &[Field] = &[
    Field::new("namn", "Namn", ROW, "Namn, eller funktion om namn inte ska tryckas.").kept(),
    Field::new("roll", "Roll", ROW, "Titel eller roll.").kept(),
];
