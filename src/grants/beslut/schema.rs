//! The workbooks `beslut-*.xlsx`, said once: a decision each, that shares out money. What each sheet holds, its units
//! and limits.

use crate::contract::beslut::{FORDELAS, MOTTAGARSLAG, PLATS, RESIDUALREGLER, STATUS};
use crate::plausibility::confirmed;
use crate::workbook::schema::{
    Field, FreeColumns, Kind, Layout, Measure, ROW, SheetSchema, THIS_YEAR, WorkbookSchema,
};

/// Sheets the rules ask for by name.
pub mod sheet {
    /// The decision: number, date, account, to whom.
    pub const DOKUMENT: &str = "Dokument";
    /// What is shared out, by what, and how it is rounded.
    pub const POTTER: &str = "Potter";
    /// Who gets money, and the numbers it is shared out by.
    pub const MOTTAGARE: &str = "Mottagare";
    /// Changes of rounded amounts, each with its reason.
    pub const JUSTERINGAR: &str = "Justeringar";
    /// What the decision says.
    pub const TEXTER: &str = "Texter";
    /// Who signs.
    pub const UNDERTECKNARE: &str = "Undertecknare";
    /// Who gets a copy.
    pub const KOPIOR: &str = "Kopior";
}

/// The label of the row of sums on the sheet Mottagare.
pub const SUMMA: &str = "Summa";

const AMOUNT: Kind = Kind::integer(Measure::HelaKronor, (1, 1_000_000_000_000));
const MAYBE_NONE: Kind = Kind::integer(Measure::HelaKronor, (0, 1_000_000_000_000));
const SIGNED: Kind = Kind::integer(Measure::HelaKronor, (-1_000_000_000, 1_000_000_000));
/// A number of a key: as large as any amount of kronor, with as many decimals as a cell can hold.
const WEIGHT: Kind = Kind::decimal(Measure::Weight, (0, 1_000_000_000_000), 12);
const PARAGRAPH: Kind = Kind::Text { character: 3_000 };

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "beslut-*.xlsx",
    title: "Beslut om medel",
    about: "Underlag till ett beslut som fördelar en eller flera potter efter en nyckel. Det får finnas hur många sådana arbetsböcker som helst, var och en med ett eget namn efter beslut-: beslut-sektorsbidrag.xlsx.",
    year: (sheet::DOKUMENT, "bidragsar"),
    sheets: &[
        SheetSchema {
            name: sheet::DOKUMENT,
            about: "Uppgifter om beslutet: rubrik, nummer, datum, anslag, vem som betalar och vilka som får medlen.",
            required: true,
            layout: Layout::Items(DOKUMENT),
        },
        SheetSchema {
            name: sheet::POTTER,
            about: "Vad som fördelas och efter vad: en rad per pott. De flesta beslut har en. Får en mottagare ur flera potter läggs beloppen ihop.",
            required: true,
            layout: Layout::Lista { columns: POTTER, keys: &[] },
        },
        SheetSchema {
            name: sheet::MOTTAGARE,
            about: "De som får medlen, en rad var, och talen som medlen fördelas efter: en kolumn per tal, med rubrik och enhet. Är mottagarna regionerna ska alla 21 finnas; egna mottagare skrivs i stället, och rader som blir över tas bort. Enheten invånare är hela befolkningen, och beloppen visas då också per invånare; en del av den har enheten invånare 15–24 år. Summaraden får tas bort, men ska stämma.",
            required: true,
            layout: Layout::Recipients {
                columns: MOTTAGARE,
                free_column: FreeColumns {
                    field: Field::new(
                        "nyckel",
                        "Nyckeltal",
                        WEIGHT,
                        "Ett tal för varje mottagare, till exempel befolkning eller standardkostnad. Enheten skrivs på raden Enhet. Rubriken står också i beslutets löpande text, med liten bokstav.",
                    )
                    .optional(),
                    sum: None,
                    new: None,
                },
                sum_row: SUMMA,
            },
        },
        SheetSchema {
            name: sheet::JUSTERINGAR,
            about: "Ändringar av avrundade belopp, om återstoden vid avrundning på bladet Potter är justeringar. En rad per mottagare som får mer eller mindre, med skälet.",
            required: false,
            layout: Layout::Lista { columns: JUSTERINGAR, keys: &[] },
        },
        SheetSchema {
            name: sheet::TEXTER,
            about: "Beslutets text: en rad per stycke, i den ordning de ska stå. Stycken i följd med samma rubrik hör ihop. Hur medlen fördelas skriver programmet; vem som betalar, när och ur vilket anslag säger ett stycke. Uppgifter skrivs inom klammer och fylls i av programmet, tal utan enhet och dagar utan ”den”: {pott} kronor, den {Beslutets datum}. De är {pott}, {pott 1}, {pott 2} …, {år}, {antal mottagare}, {mottagare} (region, kommun …), {mottagare i plural}, {störst mottagare}, {störst belopp}, {minst mottagare}, {minst belopp}, {anslaget} (anslaget 1:6 med namn och post), {dag Befolkning} (dag och kolumnens rubrik), {befolkning} och {per invånare} om en kolumn har enheten invånare, och rubrikerna på bladet Dokument, till exempel {Medlen kallas}.",
            required: true,
            layout: Layout::Lista { columns: TEXTER, keys: &[] },
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
        confirmed::sheet(),
    ],
};

/// The sheet Dokument.
pub static DOKUMENT: &[Field] = &[
    Field::new("bidragsar", "Bidragsår", THIS_YEAR, "Det år medlen avser.").this_year(),
    Field::new("rubrik", "Rubrik", ROW, "Beslutets rubrik.").kept_unless_dated(),
    Field::new(
        "medel",
        "Medlen kallas",
        ROW,
        "I obestämd form, med liten bokstav, som i tabellens rubrik: sektorsbidrag; stöd till kvalitetsregister. Nämn inte mottagarna; de står efter ordet per.",
    )
    .kept(),
    Field::new(
        "medel_bestamd",
        "Medlen kallas, bestämd form",
        ROW,
        "Som i en mening: sektorsbidraget; stödet till kvalitetsregister.",
    )
    .kept(),
    Field::new(
        "beslut_status",
        "Beslutets status",
        Kind::Options(&STATUS),
        "Utkast tills beslutet är fattat. Ett utkast märks på varje sida.",
    ),
    Field::new("beslut_myndighet", "Beslutande myndighet", ROW, "Den som beslutar.").kept(),
    Field::new(
        "beslut_departement",
        "Departement",
        ROW,
        "Departementet som bereder beslutet, om regeringen beslutar.",
    )
    .optional()
    .kept(),
    Field::new("beslut_nummer", "Beslutets nummer", ROW, "Till exempel II:1."),
    Field::new("beslut_datum", "Beslutets datum", Kind::Datum, "Dagen för beslutet."),
    Field::new("beslut_diarienummer", "Diarienummer", ROW, "Ärendets diarienummer."),
    Field::new(
        "beslut_mottagare",
        "Betalande myndighet",
        ROW,
        "Den som beslutet går till och som betalar ut medlen.",
    )
    .kept(),
    Field::new("beslut_anslag", "Anslag", ROW, "Bara anslagets nummer, till exempel 1:6.").kept(),
    Field::new("beslut_anslagsnamn", "Anslagets namn", ROW, "Anslagets namn i statens budget.")
        .kept(),
    Field::new(
        "beslut_anslagspost",
        "Anslagspost",
        ROW,
        "Bara anslagspostens nummer, till exempel 4, om anslaget har poster.",
    )
    .optional()
    .kept(),
    Field::new(
        "beslut_riksdagen",
        "Riksdagens beslut",
        ROW,
        "Proposition, betänkande och riksdagsskrivelse bakom anslaget, om de ska nämnas.",
    )
    .optional(),
    Field::new(
        "utbetalning",
        "Utbetalning",
        ROW,
        "När beloppen ska betalas ut, med ord som kan stå efter ”betalas ut” och ”ska betala ut beloppen”, till exempel: så snart som möjligt; i juni 2024; den 28 juni 2024.",
    )
    .kept_unless_dated(),
    Field::new(
        "utbetalningsdag",
        "Utbetalningsdag",
        Kind::Datum,
        "Dagen beloppen betalas ut, en bankdag, om den är bestämd. Står i betalningsfilen.",
    )
    .optional(),
    Field::new(
        "mottagarna",
        "Mottagarna är",
        Kind::Options(&MOTTAGARSLAG),
        "regionerna: alla 21. egen lista: de som står på bladet Mottagare, till exempel kommuner.",
    )
    .kept(),
    Field::new(
        "mottagare_en",
        "En mottagare kallas",
        ROW,
        "Vid egen lista: kommun. Används efter orden varje och en.",
    )
    .optional()
    .kept(),
    Field::new("mottagare_flera", "Flera mottagare kallas", ROW, "Vid egen lista: kommuner.")
        .optional()
        .kept(),
    Field::new(
        "befolkningsdag",
        "Befolkningen ska avse",
        Kind::Datum,
        "Om beslutet anger en dag prövas befolkningens datum mot den, eller datumet för den del av befolkningen som medlen fördelas efter.",
    )
    .optional()
    .kept_unless_dated(),
];

/// The sheet Potter.
static POTTER: &[Field] = &[
    Field::new("pott", "Pott", ROW, "Vad potten är till för, med några ord. Är potterna flera blir namnet en underrubrik i beslutet och kolumnens rubrik i tabellen.").kept(),
    Field::new("belopp", "Belopp", AMOUNT, "Allt som ska fördelas ur potten.").usually(10_000, 50_000_000_000),
    Field::new("fordelas", "Fördelas", Kind::Options(&FORDELAS), "efter nyckel: efter kolumnerna i nästa kolumn. fasta belopp: med beloppen i den kolumn som står där.").kept(),
    Field::new("nyckel", "Kolumner på bladet Mottagare", ROW, "Rubriken på kolumnen, eller flera som multipliceras, med × eller * emellan: Befolkning × Standardkostnad.").kept(),
    Field::new("residual", "Återstod vid avrundning", Kind::Options(&RESIDUALREGLER), "Krävs vid efter nyckel; fasta belopp lämnar inget över. half_up: var och en för sig, summan ska gå jämnt ut. largest_remainder: nedåt, och en krona var till de största resterna. half_up_residual_to_largest: var och en för sig, och skillnaden till den som får mest. explicit: till den som står i nästa kolumn. justeringar: som bladet Justeringar säger.").optional().kept(),
    Field::new("restmottagare", "Mottagare av återstoden", ROW, "Bara för explicit.").optional().kept(),
    Field::new("grundbelopp", "Grundbelopp", MAYBE_NONE, "Vad varje mottagare får innan resten fördelas efter nyckeln, om beslutet anger det.").optional().kept().usually(1_000, 1_000_000_000),
    Field::new("golv", "Minst", MAYBE_NONE, "Det minsta belopp en mottagare får, om beslutet anger det.").optional().kept().usually(1_000, 1_000_000_000),
    Field::new("tak", "Högst", AMOUNT, "Det största belopp en mottagare får, om beslutet anger det.").optional().kept().usually(10_000, 50_000_000_000),
];

/// The sheet Mottagare, but for the columns of the user's own.
static MOTTAGARE: &[Field] = &[
    Field::new("mottagare", "Mottagare", ROW, "Regionens eller mottagarens namn.").kept(),
    Field::new("kod", "Kod", Kind::Text { character: 12 }, "Länskoden för en region, kommunkoden för en kommun, annars en egen kod av bokstäver och siffror. Skrivs som text, så att nollor först finns kvar.").kept(),
    Field::new("organisationsnummer", "Organisationsnummer", Kind::Text { character: 11 }, "Till betalningsfilen: numret på den juridiska person som tar emot betalningen.").optional().kept(),
];

/// The sheet Justeringar.
static JUSTERINGAR: &[Field] = &[
    Field::new("mottagare", "Mottagare", ROW, "Som på bladet Mottagare."),
    Field::new("pott", "Pott", ROW, "Som på bladet Potter."),
    Field::new(
        "justering",
        "Justering",
        SIGNED,
        "Läggs till det avrundade beloppet; med minustecken dras det av.",
    ),
    Field::new("skal", "Skäl", ROW, "Varför, i en mening utan punkt. Trycks i beslutet."),
];

/// The sheet Texter.
static TEXTER: &[Field] = &[
    Field::new("rubrik", "Rubrik", ROW, "Rubriken som stycket står under, till exempel Bakgrund.")
        .kept(),
    Field::new(
        "plats",
        "Plats",
        Kind::Options(&PLATS),
        "Om stycket står före eller efter det som programmet skriver om fördelningen.",
    )
    .kept(),
    Field::new("stycke", "Stycke", PARAGRAPH, "Styckets text, med uppgifter inom klammer.")
        .kept_unless_dated(),
];

static UNDERTECKNARE: &[Field] = &[
    Field::new("namn", "Namn", ROW, "Namn, eller funktion om namn inte ska tryckas.").kept(),
    Field::new("roll", "Roll", ROW, "Titel eller roll, också när en funktion står som namn.")
        .kept(),
];
