//! What the decision says of itself: numbers, dates, references, appropriation, people, agreements.

use crate::calendar::PaymentDay;
use crate::contract::regleringsbrev::BESLUT_ORD;
use crate::workbook::schema::{Field, Kind, Measure, ROW, THIS_YEAR};

/// The words for whether the decision is made.
pub const STATUS: [&str; 2] = ["utkast", "beslutad"];
/// The words for what a person does in the decision.
pub const ROLLER: [&str; 2] = ["beslutar", "föredragande"];
/// The words for where the residual of an agreement year's rounded months goes.
pub const RESIDUAL_MANADER: [&str; 2] = ["placeras inte", "sista betalningen"];

const BETALNINGSDAG: [&str; 2] = [PaymentDay::OPTIONS[0].0, PaymentDay::OPTIONS[1].0];

/// The sheet Dokument.
pub(super) static DOKUMENT: &[Field] = &[
    Field::new("budgetar", "Budgetår", THIS_YEAR, "Det kalenderår som regleringsbrevet gäller.")
        .this_year(),
    Field::new(
        "beslut_status",
        "Beslutets status",
        Kind::Options(&STATUS),
        "Ett utkast märks på varje sida.",
    ),
    Field::new(
        "beslut_myndighet",
        "Beslutande myndighet",
        ROW,
        "Den som beslutar om regleringsbrevet.",
    )
    .kept(),
    Field::new("beslut_departement", "Departement", ROW, "Departementet som bereder beslutet.")
        .kept(),
    Field::new(
        "beslut_nummer",
        "Regeringsbeslut om regleringsbrevet",
        ROW,
        "Beslutets nummer, till exempel II:1.",
    ),
    Field::new("beslut_datum", "Regleringsbrevets datum", Kind::Datum, "Dagen för beslutet."),
    Field::new(
        "beslut_diarienummer",
        "Regleringsbrevets diarienummer",
        ROW,
        "Regeringskansliets diarienummer.",
    ),
    Field::new("beslut_mottagare", "Beslutets mottagare", ROW, "Myndigheten som betalar ut.")
        .kept(),
    Field::new(
        "andrar_datum",
        "Ändrar regleringsbrevet av den",
        Kind::Datum,
        "Datum för det beslut som ändras, om det är känt. Lämnas tomt om beslutet är det första för budgetåret.",
    )
    .optional(),
    Field::new(
        "andrar_diarienummer",
        "Ändrar regleringsbrevet med diarienummer",
        ROW,
        "Diarienummer för det beslut som ändras. Fylls i tillsammans med datumet.",
    )
    .optional(),
    Field::new(
        "prop",
        "Proposition",
        ROW,
        "Budgetpropositionen, till exempel 2023/24:1 utg.omr. 9.",
    ),
    Field::new("bet", "Utskottsbetänkande", ROW, "Till exempel 2023/24:SoU1."),
    Field::new("rskr", "Riksdagsskrivelse", ROW, "Till exempel 2023/24:88."),
    Field::new(
        "utgiftsomrade_nummer",
        "Utgiftsområde, nummer",
        Kind::integer(Measure::Number, (1, 27)),
        "Utgiftsområdets nummer i statens budget.",
    )
    .kept(),
    Field::new(
        "utgiftsomrade_namn",
        "Utgiftsområde, namn",
        ROW,
        "Utgiftsområdets namn i statens budget.",
    )
    .kept(),
    Field::new("anslag", "Anslag", ROW, "Anslagets nummer, till exempel 1:5.").kept(),
    Field::new("anslagsnamn", "Anslagets namn", ROW, "Anslagets namn i statens budget.").kept(),
    Field::new(
        "betalningsdag",
        "Betalningsdag",
        Kind::Options(&BETALNINGSDAG),
        "Hur beslutets ”första vardag” läses.",
    )
    .kept(),
    Field::new(
        "beslut_slag",
        "Beslutet är",
        Kind::Options(&BESLUT_ORD),
        "Regleringsbrev om beslutet är det första för budgetåret och anslaget, annars ändring av regleringsbrev.",
    ),
];

/// The sheet Anslagsposter.
pub(super) static ANSLAGSPOSTER: &[Field] = &[
    Field::new(
        "post",
        "Anslagspost",
        Kind::integer(Measure::Number, (1, 99)),
        "Postens nummer: 2 för ap.2.",
    )
    .kept(),
    Field::new("namn", "Namn", ROW, "Postens namn.").kept(),
    Field::new(
        "belopp",
        "Belopp",
        Kind::integer(Measure::Tkr, (0, 1_000_000_000)),
        "Tilldelat belopp för budgetåret.",
    )
    .usually(1_000_000, 90_000_000),
];

/// The sheet Kopior.
pub(super) static KOPIOR: &[Field] = &[Field::new(
    "mottagare",
    "Kopia till",
    ROW,
    "En mottagare, till exempel Finansdepartementet.",
)
.kept()];

/// The sheet Undertecknare.
pub(super) static UNDERTECKNARE: &[Field] = &[
    Field::new("uppgift", "Uppgift", Kind::Options(&ROLLER), "Vad personen gör i beslutet.").kept(),
    Field::new("namn", "Namn", ROW, "Namn, eller funktion om namn inte ska tryckas.").kept(),
    Field::new("roll", "Roll", ROW, "Titel eller roll.").kept(),
];

/// The sheet Avtal.
pub(super) static AVTAL: &[Field] = &[
    Field::new(
        "avtalsar",
        "Avtalsår",
        Kind::integer(Measure::YearNumber, (2018, 2034)),
        "Det år vars kostnader överenskommelsen gäller.",
    ).this_year(),
    Field::new("regeringsbeslut", "Regeringsbeslut", ROW, "Beslutets nummer, till exempel II:2. Tomt: som i lakemedel.xlsx.").optional().kept(),
    Field::new(
        "datum",
        "Beslutsdatum",
        Kind::Datum,
        "Dagen då regeringen godkände överenskommelsen. Tomt: som i lakemedel.xlsx.",
    ).optional().kept(),
    Field::new("diarienummer", "Diarienummer", ROW, "Regeringskansliets diarienummer. Tomt: som i lakemedel.xlsx.").optional().kept(),
    Field::new(
        "residual",
        "Återstod av avrundade månader",
        Kind::Options(&RESIDUAL_MANADER),
        "Om skillnaden mellan tolv avrundade månader och årsbeloppet ska regleras i avtalsårets sista betalning.",
    ).kept(),
];
