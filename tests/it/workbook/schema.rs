//! A small schema with every form and every kind of field.

use chrono::NaiveDate;
use statsbidrag::workbook::schema::{
    AsOf, Field, FreeColumns, Kind, Layout, Measure, SheetSchema, WorkbookSchema,
};

const fn field(id: &'static str, heading: &'static str, kind: Kind) -> Field {
    Field::new(id, heading, kind, "En uppgift i ett prov.")
}

fn befolkningsdag(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year - 1, 8, 31).expect("a date")
}

const KR: Kind = Kind::integer(Measure::HelaKronor, (0, 1_000_000_000_000));
const KR_INV: Kind = Kind::decimal(Measure::KrPerInv, (-10_000, 1_000_000), 8);

/// The schema.
pub static TEMPLATE: WorkbookSchema = WorkbookSchema {
    file: "prov.xlsx",
    title: "Provbidraget",
    about: "Ett prov med alla slags blad.",
    year: ("Dokument", "ar"),
    sheets: &[
        SheetSchema {
            name: "Dokument",
            about: "Uppgifter om dokumentet.",
            required: true,
            layout: Layout::Items(DOCUMENT),
        },
        SheetSchema {
            name: "Befolkning",
            about: "Folkmängd per region.",
            required: true,
            layout: Layout::Regions {
                columns: &[
                    Field {
                        as_of: AsOf::Required(befolkningsdag),
                        ..field(
                            "folk",
                            "Befolkning",
                            Kind::integer(Measure::Invanare, (1, 20_000_000)),
                        )
                    },
                    Field { required: false, ..field("utfall", "Utfall", KR_INV) },
                ],
                free_columns: None,
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: "Kostnader",
            about: "Kostnad per sjukdom, och deras summa.",
            required: true,
            layout: Layout::Regions {
                columns: &[field("summa", "Summa", KR)],
                free_columns: Some(FreeColumns {
                    field: field("sjukdom", "Sjukdom", KR),
                    sum: Some("summa"),
                    new: None,
                }),
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: "Trappa",
            about: "Stegen, ett per rad.",
            required: true,
            layout: Layout::Lista {
                columns: &[
                    field("niva", "Nivå", Kind::integer(Measure::Number, (1, 20))),
                    Field { required: false, ..field("fran", "Från", KR_INV) },
                    field("andel", "Andel", Kind::decimal(Measure::Percent, (0, 100), 2)),
                ],
                keys: &[],
            },
        },
        SheetSchema {
            name: "Prislappar",
            about: "En prislapp per grupp.",
            required: false,
            layout: Layout::Lista {
                columns: &[
                    field("grupp", "Grupp", Kind::Text { character: 40 }),
                    field("lapp", "Prislapp", KR_INV),
                ],
                keys: &["0 år", "1–5 år", "6–18 år"],
            },
        },
        SheetSchema {
            name: "Mottagare",
            about: "En rad per mottagare.",
            required: false,
            layout: Layout::Lista {
                columns: &[field("mottagare", "Mottagare", Kind::Text { character: 40 })],
                keys: &[],
            },
        },
    ],
};

static DOCUMENT: &[Field] = &[
    field("ar", "Bidragsår", Kind::integer(Measure::YearNumber, (2019, 2034))),
    field("rubrik", "Rubrik", Kind::Text { character: 40 }),
    field("datum", "Beslutsdatum", Kind::Datum),
    field("belopp", "Belopp", Kind::decimal(Measure::Mnkr, (0, 1_000_000), 6)),
    field("rest", "Återstod", Kind::Options(&["half_up", "största resten"])),
    Field { required: false, ..field("kontroll", "Kontrollbelopp", KR) },
];
