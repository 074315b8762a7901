//! The workbook `rattelse.xlsx`: what a correction of a decided document says besides the amounts. What each sheet holds.

use crate::workbook::schema::{Field, Kind, Layout, ROW, SheetSchema, THIS_YEAR, WorkbookSchema};

/// Sheets by name.
pub(super) mod sheet {
    pub(crate) const BESLUT: &str = "Rättelse";
    pub(crate) const SKAL: &str = "Skäl";
    pub(crate) const UNDERTECKNARE: &str = "Undertecknare";
}

/// A paragraph.
const PARAGRAPH: Kind = Kind::Text { character: 2000 };

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "rattelse.xlsx",
    title: "Rättelse",
    about: "Underlag till rättelsen av ett beslut vars belopp har visat sig vara fel. Beloppen och vad de kommer av hämtas ur de två uppsättningarna av dokument; här står det som bara den som rättar vet.",
    year: (sheet::BESLUT, "ar"),
    sheets: &[
        SheetSchema {
            name: sheet::BESLUT,
            about: "Rättelsens egna uppgifter, det beslut som rättas och när skillnaden regleras.",
            required: true,
            layout: Layout::Items(BESLUT),
        },
        SheetSchema {
            name: sheet::SKAL,
            about: "Varför beslutet rättas. En rad per stycke, i den ordning de ska stå.",
            required: true,
            layout: Layout::Lista {
                columns: &[Field::new("stycke", "Stycke", PARAGRAPH, "Styckets text.")],
                keys: &[],
            },
        },
        SheetSchema {
            name: sheet::UNDERTECKNARE,
            about: "De som skriver under rättelsen. En rad per person, i den ordning de ska stå.",
            required: true,
            layout: Layout::Lista {
                columns: &[
                    Field::new(
                        "namn",
                        "Namn",
                        ROW,
                        "Namn, eller funktion om namn inte ska tryckas.",
                    ),
                    Field::new("roll", "Roll", ROW, "Titel eller roll."),
                ],
                keys: &[],
            },
        },
    ],
};

/// The sheet Rättelse.
static BESLUT: &[Field] = &[
    Field::new("ar", "År", THIS_YEAR, "Det år som beslutet gäller.").this_year(),
    Field::new(
        "avser",
        "Rättelsen avser",
        ROW,
        "regleringsbrev, eller det som står efter beslut- i arbetsbokens filnamn: sektorsbidrag för beslut-sektorsbidrag.xlsx.",
    ),
    Field::new(
        "myndighet",
        "Beslutande myndighet",
        ROW,
        "Den som rättar, till exempel Regeringen.",
    ),
    Field::new("departement", "Departement", ROW, "Departementet, om regeringen rättar.")
        .optional(),
    Field::new(
        "mottagare",
        "Till",
        ROW,
        "Den myndighet som betalar, till exempel Kammarkollegiet.",
    ),
    Field::new("nummer", "Rättelsens nummer", ROW, "Nummer på rättelsen, till exempel II:3.")
        .optional(),
    Field::new("datum", "Rättelsens datum", Kind::Datum, "Den dag rättelsen beslutas."),
    Field::new("diarienummer", "Rättelsens diarienummer", ROW, "Rättelsens eget diarienummer."),
    Field::new(
        "rattar_namn",
        "Beslutet som rättas",
        ROW,
        "Vad beslutet heter, till exempel: beslutet om sektorsbidrag.",
    ),
    Field::new("rattar_nummer", "Dess nummer", ROW, "Nummer på det beslut som rättas.").optional(),
    Field::new(
        "rattar_datum",
        "Dess datum",
        Kind::Datum,
        "Den dag det beslut som rättas fattades.",
    ),
    Field::new(
        "rattar_diarienummer",
        "Dess diarienummer",
        ROW,
        "Diarienumret på det beslut som rättas.",
    ),
    Field::new(
        "regleras",
        "Skillnaden regleras",
        Kind::Datum,
        "En dag i den månad då skillnaden betalas ut eller dras av.",
    ),
];
