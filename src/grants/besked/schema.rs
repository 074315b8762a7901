//! The workbook `besked.xlsx`, said once. What each sheet holds, its units and limits.

use crate::plausibility::confirmed;
use crate::workbook::schema::{
    Field, INHABITANTS, Kind, Layout, MNKR, Measure, ROW, SheetSchema, THIS_YEAR, WorkbookSchema,
};

/// Sheets the rules ask for by name.
pub mod sheet {
    /// What is printed: heading, date, issuer, and the amount spoken of.
    pub const DOKUMENT: &str = "Dokument";
    /// The published amounts per region.
    pub const MEDEL: &str = "Medel per region";
    /// The agreements whose money is in the amounts.
    pub const OVERENSKOMMELSER: &str = "Överenskommelser";
    /// Other money to the sector.
    pub const OVRIGA: &str = "Övriga medel";
    /// The decisions whose money is in the amounts.
    pub const BESLUT: &str = "Beslut som ingår";
    /// The population, where no decision has it.
    pub const BEFOLKNING: &str = "Befolkning";
    /// Whom to ask.
    pub const KONTAKTER: &str = "Kontakter";
}

/// The words for whether money paid only against defined performance is in the amounts.
pub const PRESTATION: [&str; 2] = ["ja", "nej"];
/// The words for how exact an amount is.
pub const NOGGRANNHET: [&str; 2] = ["exakt", "cirka"];
/// The words for how much of a preliminary amount is preliminary.
pub const PRELIMINART: [&str; 2] = ["helt", "delvis"];

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "besked.xlsx",
    title: "Besked om medel per region",
    about: "Underlag till översikten över statens medel till hälso- och sjukvården, per region och till sektorn i övrigt. Belopp ur beslut som har egna arbetsböcker hämtas därifrån och fylls inte i här.",
    year: (sheet::DOKUMENT, "bidragsar"),
    sheets: &[
        SheetSchema {
            name: sheet::DOKUMENT,
            about: "Uppgifter som trycks i översikten: rubrik, datum, avsändare och det belopp som har nämnts.",
            required: true,
            layout: Layout::Items(DOKUMENT),
        },
        SheetSchema {
            name: sheet::MEDEL,
            about: "Statens medel per region under året, som de har meddelats. Medlen enligt besluten på bladet Beslut som ingår och enligt överenskommelserna ingår. Summaraden får tas bort, men om den finns ska den stämma.",
            required: true,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "meddelat",
                    "Medel",
                    MNKR,
                    "Meddelat belopp. Preliminära belopp får status preliminär.",
                )],
                free_columns: None,
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheet::BESLUT,
            about: "De beslut med egna arbetsböcker vars medel ingår i beloppen. En rad per beslut, med arbetsbokens namn. Lämnas tomt om inget ingår.",
            required: false,
            layout: Layout::Lista {
                columns: &[Field::new(
                    "beslut",
                    "Beslut",
                    ROW,
                    "Det som står efter beslut- i arbetsbokens filnamn: sektorsbidrag för beslut-sektorsbidrag.xlsx.",
                )
                .kept()],
                keys: &[],
            },
        },
        SheetSchema {
            name: sheet::BEFOLKNING,
            about: "Befolkningen som medlen delas med. Lämnas tomt om ett beslut som ingår fördelas efter befolkning: då används den.",
            required: false,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "befolkning",
                    "Befolkning",
                    INHABITANTS,
                    "Folkmängd enligt SCB, med dagen på raden Per datum.",
                )
                .optional()],
                free_columns: None,
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheet::OVERENSKOMMELSER,
            about: "Överenskommelserna mellan staten och SKR vars medel ingår i beloppen. En rad per överenskommelse. Lämnas tomt om inga gör det.",
            required: false,
            layout: Layout::Lista {
                columns: &[Field::new(
                    "overenskommelse",
                    "Överenskommelse",
                    ROW,
                    "Vad den gäller, till exempel: cancervård.",
                )
                .kept()],
                keys: &[],
            },
        },
        SheetSchema {
            name: sheet::OVRIGA,
            about: "Övriga medel till sektorn, utöver medlen per region. En rad per ändamål. Lämnas tomt om det inte finns några.",
            required: false,
            layout: Layout::Lista { columns: OVRIGA, keys: &[] },
        },
        SheetSchema {
            name: sheet::KONTAKTER,
            about: "De som svarar på frågor om beskedet. En rad per person eller funktion. Lämnas tomt om ingen ska nämnas.",
            required: false,
            layout: Layout::Lista { columns: KONTAKTER, keys: &[] },
        },
        confirmed::sheet(),
    ],
};

static DOKUMENT: &[Field] = &[
    Field::new(
        "bidragsar",
        "Bidragsår",
        THIS_YEAR,
        "Det år beskedet gäller.",
    ).this_year(),
    Field::new("rubrik", "Rubrik", ROW, "Översiktens rubrik.").kept_unless_dated(),
    Field::new("avsandare_myndighet", "Avsändare", ROW, "Myndigheten som lämnar beskedet.").kept(),
    Field::new("avsandare_departement", "Departement", ROW, "Departementet som lämnar beskedet.").kept(),
    Field::new("datum", "Datum", Kind::Datum, "Dagen för beskedet."),
    Field::new("diarienummer", "Diarienummer", ROW, "Ärendets diarienummer, om det har något.")
        .optional(),
    Field::new(
        "omtalat",
        "Nämnt belopp",
        Kind::decimal(Measure::Mdkr, (0, 1_000), 3),
        "Det sammanlagda belopp som har nämnts, i den avrundning det har nämnts.",
    ).usually(1, 200),
    Field::new(
        "omtalat_steg",
        "Nämnt belopp, avrundat till närmaste",
        Kind::integer(Measure::Mnkr, (1, 10_000)),
        "Vad det nämnda beloppet är avrundat till: 100 om det har nämnts i miljarder med en decimal.",
    ).kept().usually(1, 1_000),
    Field::new(
        "prestation",
        "Prestationsbaserade medel ingår",
        Kind::Options(&PRESTATION),
        "Om en del av medlen betalas ut bara mot bestämda prestationer.",
    ).kept(),
];

static OVRIGA: &[Field] = &[
    Field::new("andamal", "Ändamål", ROW, "Vad pengarna är till för.").kept(),
    Field::new(
        "belopp",
        "Belopp",
        MNKR,
        "Meddelat belopp. Preliminära belopp får status preliminär.",
    )
    .usually(1, 20_000),
    Field::new(
        "grund",
        "Grund",
        ROW,
        "Förordning eller beslut, till exempel: förordning (2019:7).",
    )
    .optional()
    .kept(),
    Field::new(
        "noggrannhet",
        "Noggrannhet",
        Kind::Options(&NOGGRANNHET),
        "Om beloppet är ungefärligt.",
    )
    .kept(),
    Field::new(
        "preliminart",
        "Preliminärt",
        Kind::Options(&PRELIMINART),
        "Om bara en del av beloppet är preliminär. Har ingen betydelse för belopp som inte är det.",
    )
    .kept(),
];

static KONTAKTER: &[Field] = &[
    Field::new("namn", "Namn", ROW, "Namn, eller funktion om namn inte ska tryckas.").kept(),
    Field::new("roll", "Roll", ROW, "Titel eller roll.").kept(),
    Field::new("telefon", "Telefon", ROW, "Telefonnummer.").optional().kept(),
    Field::new("e_post", "E-post", ROW, "E-postadress.").optional().kept(),
];
