//! The workbook `beredskap.xlsx`, said once. What each sheet holds, its units, limits and dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::contract::beredskap::EGNA_DOKUMENT;
use crate::grants::own_words;
use crate::plausibility::confirmed;
use crate::workbook::schema::{
    Field, FreeColumns, INHABITANTS, Kind, Layout, MNKR, Measure, NewColumns, ROW, SheetSchema,
    THIS_YEAR, WHOLE_KRONOR, WorkbookSchema,
};

/// Sheets the rules ask for by name.
pub mod sheet {
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
/// The words for who says by which population an agreement's money is shared out.
pub const NYCKEL: [&str; 2] = ["överenskommelsen", "antagande"];
/// The words for whether a goal has been evaluated.
pub const JA_NEJ: [&str; 2] = ["ja", "nej"];

const ARTAL: Kind = Kind::integer(Measure::YearNumber, (2015, 2040));
const STYCKE: Kind = Kind::Text { character: 400 };
/// A decade, and nothing is told of a stock that lasts longer.
const FLEST_VECKOR: i64 = 520;
const VECKOR: Kind = Kind::Interval {
    measure: Measure::Veckor,
    min: 0,
    max: FLEST_VECKOR,
    word: &["veckor", "vecka", "v."],
};

/// What a column of population is to be headed: `Befolkning 2021-12-31`.
#[must_use]
pub fn population_heading(dag: NaiveDate) -> String {
    format!("Befolkning {dag}")
}

/// The last day the regions' answers are about: the year before the follow-up ends.
#[must_use]
pub fn lagesdag(ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar - 1, 12, 31).unwrap_or(NaiveDate::MIN)
}

/// What a column of used money is to be headed: `2022 års medel, använt 2023`.
#[must_use]
pub fn usage_heading(avtalsar: i32, ar: i32) -> String {
    format!("{avtalsar} års medel, använt {ar}")
}

/// The column that the follow-up a year later asks for: what was used in this workbook's year of an
/// agreement whose money could be used then.
fn arets_anvandning(ar: i32, avtal: &BTreeMap<&'static str, i64>) -> Option<String> {
    let artal = |id| avtal.get(id).and_then(|artal| i32::try_from(*artal).ok());
    let (avtalsar, fran, till) = (artal("avtalsar")?, artal("fran")?, artal("till")?);
    (fran..=till).contains(&ar).then(|| usage_heading(avtalsar, ar))
}

const fn list(name: &'static str, om: &'static str, columns: &'static [Field]) -> SheetSchema {
    SheetSchema { name, about: om, required: true, layout: Layout::Lista { columns, keys: &[] } }
}

/// The sheet of the user's own paragraphs.
static EGNA_STYCKEN: [Field; 5] = own_words::columns(&EGNA_DOKUMENT);

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "beredskap.xlsx",
    title: "Försörjningsberedskap för läkemedel",
    about: "Underlag till uppföljningen av överenskommelserna om försörjningsberedskap för läkemedel.",
    year: (sheet::DOKUMENT, "uppfoljningsar"),
    sheets: &[
        SheetSchema {
            name: sheet::DOKUMENT,
            about: "Uppgifter som trycks i uppföljningen: år, diarienummer, datum och avsändare.",
            required: true,
            layout: Layout::Items(DOKUMENT),
        },
        list(
            sheet::MOTTAGARE,
            "Vilka uppföljningen går till. En rad per mottagare.",
            &[Field::new("mottagare", "Mottagare", ROW, "En mottagare, till exempel Regeringskansliet.").kept()],
        ),
        list(
            sheet::PERSONER,
            "Kontaktpersoner och undertecknare. En rad per person och uppgift, i den ordning de ska stå.",
            PERSONER,
        ),
        list(
            sheet::OVERENSKOMMELSER,
            "En rad per överenskommelse, den äldsta först: belopp, vilka år medlen får användas och när oanvända medel ska betalas tillbaka.",
            OVERENSKOMMELSER,
        ),
        SheetSchema {
            name: sheet::BEFOLKNING,
            about: "Den folkmängd per region (SCB) som överenskommelsernas medel fördelas efter. En kolumn för varje dag på bladet Överenskommelser, med en rubrik som Befolkning 2021-12-31.",
            required: true,
            layout: Layout::Regions {
                columns: &[],
                free_columns: Some(FreeColumns {
                    field: Field::new(
                        "befolkning",
                        "Befolkning 2021-12-31",
                        INHABITANTS,
                        "Folkmängd enligt SCB den dag som rubriken anger.",
                    ).optional().kept(),
                    sum: None,
                    new: None,
                }),
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheet::ANVANDNING,
            about: "Regionernas svar om vad de har använt. En kolumn för varje överenskommelse och år som de har tillfrågats om, med en rubrik som 2022 års medel, använt 2023. Ta inte med år som inte har efterfrågats, och ta bort kolumner för dem: det som inte är känt är inte noll.",
            required: true,
            layout: Layout::Regions {
                columns: &[],
                free_columns: Some(FreeColumns {
                    field: Field::new(
                            "anvant",
                            "2022 års medel, använt 2023",
                            WHOLE_KRONOR,
                            "Det som regionen uppger att den har använt av en överenskommelses medel under ett år.",
                        ).optional().kept(),
                    sum: None,
                    new: Some(NewColumns { sheet: sheet::OVERENSKOMMELSER, heading: arets_anvandning }),
                }),
                sum_row: Some("Riket"),
            },
        },
        list(
            sheet::MAL,
            "Överenskommelsernas mål för varje vårdtyp. En rad per mål, i den ordning de ska stå.",
            MAL,
        ),
        SheetSchema {
            name: sheet::VECKOR,
            about: "Regionernas svar om hur många veckor lagren räcker vid normal förbrukning i fredstid. En kolumn för varje vårdtyp som har ett utvärderat mål, med vårdtypens namn som rubrik. Ett intervall, som 4–6, läses som sitt lägsta värde. Här får ordet veckor stå efter talet, om svaret är skrivet så.",
            required: true,
            layout: Layout::Regions {
                columns: &[],
                free_columns: Some(FreeColumns {
                    field: Field::new(
                            "veckor",
                            "Vårdtyp",
                            VECKOR,
                            "Så många hela veckor som lagren räcker. Av ett intervall, som 4–6, räknas det lägsta.",
                        ).optional().usually(1, 30),
                    sum: None,
                    new: None,
                }),
                sum_row: None,
            },
        },
        list(
            sheet::LISTOR,
            "Läkemedelslistorna bakom målen. En rad per lista, den äldsta först.",
            LISTOR,
        ),
        list(
            sheet::LAGER,
            "Lagerhållningens nivåer, numrerade från 1. Nivå 1 ligger närmast patienten.",
            LAGER,
        ),
        SheetSchema {
            name: sheet::RAPPORTER,
            about: "Rapporter som ska lämnas. En rad per rapport, i tidsordning. Lämnas tomt om ingen återstår.",
            required: false,
            layout: Layout::Lista { columns: RAPPORTER, keys: &[] },
        },
        own_words::sheet(
            &EGNA_STYCKEN,
            "Egna stycken i det som programmet skriver: före, efter eller i stället för ett avsnitt. En rad per stycke, i den ordning de ska stå; lämnas tomt om allt ska stå som programmet skriver det. Uppgifter skrivs inom klammer och fylls i av programmet: {år}, {föregående år}, rubrikerna på bladet Dokument, och landets siffror med de namn som står i JSON-filen, med överenskommelsens år efter: {tilldelat 2024}, {kvar 2024}, {tilldelat}. {tilldelat 2024 i mnkr} skrivs i miljoner kronor.",
        ),
        confirmed::sheet(),
    ],
};

static DOKUMENT: &[Field] = &[
    Field::new(
        "uppfoljningsar",
        "Uppföljningsår",
        THIS_YEAR,
        "Det år uppföljningen lämnas. Regionernas svar gäller till och med året före.",
    ).this_year(),
    Field::new("uppfoljning_rubrik", "Rubrik", ROW, "Uppföljningens rubrik.").kept_unless_dated(),
    Field::new("uppfoljning_datum", "Datum", Kind::Datum, "Datumet på uppföljningen."),
    Field::new("uppfoljning_diarienummer", "Diarienummer", ROW, "Myndighetens diarienummer."),
    Field::new("utgivare_namn", "Utgivare", ROW, "Myndigheten som ger ut uppföljningen.").kept(),
    Field::new("utgivare_avdelning", "Avdelning", ROW, "Den avdelning som svarar för uppföljningen.").kept(),
    Field::new("utgivare_postadress", "Postadress", ROW, "Utgivarens postadress, till sidfoten.").kept(),
    Field::new(
        "utgivare_besoksadress",
        "Besöksadress",
        ROW,
        "Utgivarens besöksadress, till sidfoten.",
    ).kept(),
    Field::new("utgivare_telefon", "Telefon", ROW, "Utgivarens telefonnummer.").kept(),
    Field::new("utgivare_e_post", "E-post", ROW, "Utgivarens e-postadress.").kept(),
    Field::new("utgivare_webbplats", "Webbplats", ROW, "Utgivarens webbplats.").kept(),
    Field::new(
        "utgivare_organisationsnummer",
        "Organisationsnummer",
        ROW,
        "Utgivarens organisationsnummer.",
    ).kept(),
    Field::new(
        "civilt_forsvar_fran",
        "Civilt försvar, överenskommelser från och med",
        ARTAL,
        "Det första året med en överenskommelse om hälso- och sjukvårdens arbete med civilt försvar.",
    ).kept(),
    Field::new(
        "civilt_forsvar_tillagg_fran",
        "Civilt försvar, tilläggsöverenskommelser från och med",
        ARTAL,
        "Det första året med en tilläggsöverenskommelse.",
    ).kept(),
];

static PERSONER: &[Field] = &[
    Field::new(
        "uppgift",
        "Uppgift",
        Kind::Options(&UPPGIFTER),
        "Vad personen gör i uppföljningen.",
    )
    .kept(),
    Field::new("namn", "Namn", ROW, "Namn, eller funktion om namn inte ska tryckas.").kept(),
    Field::new("roll", "Roll", ROW, "Titel eller roll.").kept(),
    Field::new("telefon", "Telefon", ROW, "Telefonnummer.").optional().kept(),
    Field::new("e_post", "E-post", ROW, "E-postadress.").optional().kept(),
];

static OVERENSKOMMELSER: &[Field] = &[
    Field::new(
        "avtalsar",
        "Överenskommelse",
        ARTAL,
        "Det år överenskommelsen gäller. Regionernas medel kallas efter det.",
    ).kept(),
    Field::new("till_regionerna", "Till regionerna", MNKR, "Det som fördelas på regionerna.").kept().usually(50, 2_000),
    Field::new("till_skr", "Till SKR", MNKR, "Det som går till SKR; 0 om inget gör det.").kept().usually(1, 100),
    Field::new("fran", "Får användas från och med", ARTAL, "Det första året medlen får användas.").kept(),
    Field::new(
        "till",
        "Får användas till och med",
        ARTAL,
        "Det sista året medlen får användas, efter senaste ändring.",
    ).kept(),
    Field::new(
        "aterbetalas",
        "Återbetalas senast",
        Kind::Datum,
        "Den dag oanvända medel senast ska vara återbetalda. Tomt om överenskommelsen inte anger någon.",
    ).optional().kept(),
    Field::new(
        "diarienummer",
        "Diarienummer",
        ROW,
        "Överenskommelsens diarienummer, om det är känt.",
    ).optional().kept(),
    Field::new(
        "nyckeldag",
        "Fördelas efter befolkningen den",
        Kind::Datum,
        "Den dag då den folkmängd räknades som medlen till regionerna fördelas efter. Bladet Befolkning ska ha en kolumn för dagen.",
    ).kept(),
    Field::new(
        "nyckel",
        "Nyckeln följer av",
        Kind::Options(&NYCKEL),
        "Om överenskommelsen anger hur medlen fördelas, eller om det är ett antagande. Ett antagande redovisas.",
    ).kept(),
];

static MAL: &[Field] = &[
    Field::new(
        "vardtyp",
        "Vårdtyp",
        Kind::Text { character: 80 },
        "Den vård målet gäller. Har målet utvärderats ska bladet Veckor ha en kolumn med samma namn.",
    ).kept(),
    Field::new("avtalsar", "Överenskommelse", ARTAL, "Den överenskommelse målet hör till.").kept(),
    Field::new(
            "veckor",
            "Målet",
            Kind::integer(Measure::Veckor, (1, FLEST_VECKOR)),
            "Så länge lagren ska räcka vid normal förbrukning i fredstid. Krävs om målet har utvärderats.",
        ).optional().kept().usually(1, 26),
    Field::new(
        "ursprungligen",
        "Ursprungligen senast",
        Kind::Datum,
        "Den dag målet först skulle vara nått, om dagen har flyttats.",
    ).optional().kept(),
    Field::new(
        "senast",
        "Senast",
        Kind::Datum,
        "Den dag målet ska vara nått. Krävs om målet har utvärderats.",
    ).optional().kept(),
    Field::new(
        "utvarderat",
        "Utvärderat",
        Kind::Options(&JA_NEJ),
        "Om regionerna har svarat på hur det gick.",
    ).kept(),
];

static LISTOR: &[Field] = &[
    Field::new("lista", "Lista", Kind::Text { character: 80 }, "Listans namn.").kept(),
    Field::new("avtalsar", "Överenskommelse", ARTAL, "Den överenskommelse listan hör till.").kept(),
    Field::new(
        "antal",
        "Antal substanser",
        Kind::integer(Measure::Antal, (1, 100_000)),
        "Så många substanser som listan har.",
    ).kept().usually(20, 3_000),
    Field::new(
        "tidigare_antal",
        "Tidigare antal",
        Kind::integer(Measure::Antal, (1, 100_000)),
        "Så många substanser som en tidigare version hade.",
    ).optional().kept().usually(20, 3_000),
    Field::new(
        "tidigare_version",
        "Tidigare version",
        ROW,
        "Var den tidigare versionen finns, till exempel SOU 2021:19. Krävs om det tidigare antalet är ifyllt.",
    ).optional().kept(),
    Field::new("datum", "Datum", Kind::Datum, "Listans datum, om det är känt.").optional().kept(),
    Field::new("diarienummer", "Diarienummer", ROW, "Listans diarienummer, om det är känt.").optional().kept(),
    Field::new(
        "ingar_i",
        "Ingår i",
        Kind::Text { character: 80 },
        "Namnet på den lista som har alla den här listans substanser, om det finns en sådan.",
    ).optional().kept(),
];

static LAGER: &[Field] = &[
    Field::new("niva", "Nivå", Kind::integer(Measure::Number, (1, 9)), "Nivåns nummer, från 1.")
        .kept(),
    Field::new("namn", "Namn", Kind::Text { character: 60 }, "Vad nivån kallas.").kept(),
    Field::new(
        "innehall",
        "Innehåll",
        STYCKE,
        "Vad som finns på nivån och vem som har det, i en mening.",
    )
    .kept(),
];

static RAPPORTER: &[Field] = &[
    Field::new(
        "rapport",
        "Rapport",
        Kind::Text { character: 80 },
        "Vad rapporten är, till exempel delrapport.",
    )
    .kept(),
    Field::new("senast", "Senast", Kind::Datum, "Den dag rapporten senast ska lämnas.").kept(),
];
