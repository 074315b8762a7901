//! What the decision says of itself: numbers, dates, references, appropriation, people, agreements.

use crate::calendar::Betalningsdag;
use crate::workbook::schema::{ARET, Falt, Measure, RAD, Slag};

/// The words for whether the decision is made.
pub const STATUS: [&str; 2] = ["utkast", "beslutad"];
/// The words for what a person does in the decision.
pub const ROLLER: [&str; 2] = ["beslutar", "föredragande"];
/// The words for where the residual of an agreement year's rounded months goes.
pub const RESIDUAL_MANADER: [&str; 2] = ["placeras inte", "sista betalningen"];

const BETALNINGSDAG: [&str; 2] = [Betalningsdag::VAL[0].0, Betalningsdag::VAL[1].0];

/// The sheet Dokument.
pub(super) static DOKUMENT: &[Falt] = &[
    Falt::ny("budgetar", "Budgetår", ARET, "Det kalenderår som regleringsbrevet gäller.").aret(),
    Falt::ny(
        "beslut_status",
        "Beslutets status",
        Slag::Val(&STATUS),
        "Ett utkast märks på varje sida.",
    ),
    Falt::ny(
        "beslut_myndighet",
        "Beslutande myndighet",
        RAD,
        "Den som beslutar om regleringsbrevet.",
    )
    .bestar(),
    Falt::ny("beslut_departement", "Departement", RAD, "Departementet som bereder beslutet.")
        .bestar(),
    Falt::ny(
        "beslut_nummer",
        "Regeringsbeslut om regleringsbrevet",
        RAD,
        "Beslutets nummer, till exempel II:1.",
    ),
    Falt::ny("beslut_datum", "Regleringsbrevets datum", Slag::Datum, "Dagen för beslutet."),
    Falt::ny(
        "beslut_diarienummer",
        "Regleringsbrevets diarienummer",
        RAD,
        "Regeringskansliets diarienummer.",
    ),
    Falt::ny("beslut_mottagare", "Beslutets mottagare", RAD, "Myndigheten som betalar ut.")
        .bestar(),
    Falt::ny(
        "andrar_datum",
        "Ändrar regleringsbrevet av den",
        Slag::Datum,
        "Datum för det beslut som ändras. Lämnas tomt om beslutet är det första för budgetåret.",
    )
    .valfri(),
    Falt::ny(
        "andrar_diarienummer",
        "Ändrar regleringsbrevet med diarienummer",
        RAD,
        "Diarienummer för det beslut som ändras. Fylls i tillsammans med datumet.",
    )
    .valfri(),
    Falt::ny("prop", "Proposition", RAD, "Budgetpropositionen, till exempel 2023/24:1 utg.omr. 9."),
    Falt::ny("bet", "Utskottsbetänkande", RAD, "Till exempel 2023/24:SoU1."),
    Falt::ny("rskr", "Riksdagsskrivelse", RAD, "Till exempel 2023/24:88."),
    Falt::ny(
        "utgiftsomrade_nummer",
        "Utgiftsområde, nummer",
        Slag::heltal(Measure::Nummer, (1, 27)),
        "Utgiftsområdets nummer i statens budget.",
    )
    .bestar(),
    Falt::ny(
        "utgiftsomrade_namn",
        "Utgiftsområde, namn",
        RAD,
        "Utgiftsområdets namn i statens budget.",
    )
    .bestar(),
    Falt::ny("anslag", "Anslag", RAD, "Anslagets nummer, till exempel 1:5.").bestar(),
    Falt::ny("anslagsnamn", "Anslagets namn", RAD, "Anslagets namn i statens budget.").bestar(),
    Falt::ny(
        "betalningsdag",
        "Betalningsdag",
        Slag::Val(&BETALNINGSDAG),
        "Hur beslutets ”första vardag” läses.",
    )
    .bestar(),
];

/// The sheet Anslagsposter.
pub(super) static ANSLAGSPOSTER: &[Falt] = &[
    Falt::ny(
        "post",
        "Anslagspost",
        Slag::heltal(Measure::Nummer, (1, 99)),
        "Postens nummer: 2 för ap.2.",
    )
    .bestar(),
    Falt::ny("namn", "Namn", RAD, "Postens namn.").bestar(),
    Falt::ny(
        "belopp",
        "Belopp",
        Slag::heltal(Measure::Tkr, (0, 1_000_000_000)),
        "Tilldelat belopp för budgetåret.",
    ),
];

/// The sheet Kopior.
pub(super) static KOPIOR: &[Falt] =
    &[Falt::ny("mottagare", "Kopia till", RAD, "En mottagare, till exempel Finansdepartementet.")
        .bestar()];

/// The sheet Undertecknare.
pub(super) static UNDERTECKNARE: &[Falt] = &[
    Falt::ny("uppgift", "Uppgift", Slag::Val(&ROLLER), "Vad personen gör i beslutet.").bestar(),
    Falt::ny("namn", "Namn", RAD, "Namn, eller funktion om namn inte ska tryckas.").bestar(),
    Falt::ny("roll", "Roll", RAD, "Titel eller roll.").bestar(),
];

/// The sheet Avtal.
pub(super) static AVTAL: &[Falt] = &[
    Falt::ny(
        "avtalsar",
        "Avtalsår",
        Slag::heltal(Measure::Artal, (2018, 2034)),
        "Det år vars kostnader överenskommelsen gäller.",
    ).aret(),
    Falt::ny("regeringsbeslut", "Regeringsbeslut", RAD, "Beslutets nummer, till exempel II:2.").bestar(),
    Falt::ny(
        "datum",
        "Beslutsdatum",
        Slag::Datum,
        "Dagen då regeringen godkände överenskommelsen.",
    ).bestar(),
    Falt::ny("diarienummer", "Diarienummer", RAD, "Regeringskansliets diarienummer.").bestar(),
    Falt::ny(
        "residual",
        "Återstod av avrundade månader",
        Slag::Val(&RESIDUAL_MANADER),
        "Om skillnaden mellan tolv avrundade månader och årsbeloppet ska regleras i avtalsårets sista betalning.",
    ).bestar(),
];
