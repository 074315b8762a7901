//! A small schema that has every kind of inheritance in every form.

use statsbidrag::workbook::schema::{
    Field, FreeColumns, Kind, Layout, Measure, NewColumns, OfRows, Only, RowsOf, SheetSchema, Term,
    WorkbookSchema,
};

const ROW: Kind = Kind::Text { character: 80 };
const AR: Kind = Kind::integer(Measure::YearNumber, (2019, 2034));
/// Whole kronor.
pub(crate) const KR: Kind = Kind::integer(Measure::HelaKronor, (0, 1_000_000));
const KR_INV: Kind = Kind::decimal(Measure::KrPerInv, (0, 1_000_000), 12);

/// A field whose heading is its id.
pub(crate) const fn field(id: &'static str, kind: Kind) -> Field {
    Field::new(id, id, kind, "En uppgift i ett prov.")
}

const fn sheet(name: &'static str, layout: Layout) -> SheetSchema {
    SheetSchema { name, about: "Ett blad i ett prov.", required: false, layout }
}

/// The workbook.
pub(crate) static TEMPLATE: WorkbookSchema = WorkbookSchema {
    file: "prov.xlsx",
    title: "Provbidraget",
    about: "Ett prov med alla slags arv.",
    year: ("Dokument", "ar"),
    sheets: &[
        sheet("Dokument", Layout::Items(DOCUMENT)),
        sheet(
            "Regioner",
            Layout::Regions {
                columns: &[
                    field("summa", KR),
                    field("fore", KR_INV).optional().result("per_inv"),
                    field("fjol", KR).optional().last_years("Regioner", "summa"),
                ],
                free_columns: Some(FreeColumns {
                    field: field("egen", KR).kept(),
                    sum: Some("summa"),
                    new: None,
                }),
                sum_row: None,
            },
        ),
        sheet(
            "Nya",
            Layout::Regions {
                columns: &[field("nya", KR)],
                free_columns: Some(FreeColumns {
                    field: field("sjukdom", KR),
                    sum: Some("nya"),
                    new: Some(NewColumns {
                        sheet: "Avtal",
                        heading: |year, number| {
                            let of_the_year = number.get("avtalsar") == Some(&i64::from(year));
                            of_the_year.then(|| format!("Ny {}", year + 1))
                        },
                    }),
                }),
                sum_row: None,
            },
        ),
        sheet(
            "Avtal",
            Layout::Lista {
                columns: &[
                    field("avtalsar", AR).this_year(),
                    field("beslut", ROW).optional().kept(),
                ],
                keys: &[],
            },
        ),
        sheet(
            "Steg",
            Layout::Lista {
                columns: &[
                    field("niva", KR).kept(),
                    field("fran", KR).optional(),
                    field("andel", KR).kept(),
                ],
                keys: &[],
            },
        ),
        sheet(
            "Fjolårets steg",
            Layout::Lista {
                columns: &[
                    field("niva", KR).last_years("Steg", "niva"),
                    field("fran", KR).optional().last_years("Steg", "fran"),
                    field("andel", KR).last_years("Steg", "andel"),
                ],
                keys: &[],
            },
        ),
        sheet("Kopior", Layout::Lista { columns: &[field("kopia", ROW).kept()], keys: &[] }),
        sheet(
            "Villkorade",
            Layout::Lista {
                columns: &[field("villkorad", ROW).kept_if(&ASKED), field("manad", KR).kept()],
                keys: &[],
            },
        ),
        sheet(
            "Vända",
            Layout::Lista {
                columns: &[
                    field("vand", ROW).kept_if(&[]),
                    field("kopia", ROW).optional().rows_of(&COPIES, "kopia"),
                    field("manad", KR).kept(),
                    field("skal", ROW).optional().kept_unless_dated().of_rows(&NEW_ROWS),
                ],
                keys: &[],
            },
        ),
        sheet("Nya rader", Layout::Lista { columns: &[field("ny", ROW)], keys: &[] }),
        sheet(
            "Grupper",
            Layout::Lista {
                columns: &[
                    field("grupp", ROW),
                    field("lapp", KR),
                    field("not", ROW).optional().kept_unless_dated(),
                ],
                keys: &["unga", "gamla"],
            },
        ),
    ],
};

/// What some rows ask for: two of them what is so, of which one is not there, and two what is not.
const ASKED: [Term; 4] = [
    Term { word: "om nej", unless: &SAID },
    Term { word: "om nya", unless: &SAID },
    Term { word: "om ja", unless: &COPIES },
    Term { word: "om belopp", unless: &AMOUNTS },
];

const fn rows_of(sheet: &'static str, only: Only) -> RowsOf {
    RowsOf { grant: "prov", sheet, only }
}

/// Rows of which there are none, all of a list, and those with an amount.
static SAID: RowsOf = rows_of("Nya rader", Only::Said("ny", "y"));
static COPIES: RowsOf = rows_of("Kopior", Only::All);
static AMOUNTS: RowsOf = rows_of("Steg", Only::Filled("fran"));

/// What a text speaks of: rows that are not there the year after.
static NEW_ROWS: OfRows = OfRows { word: "om nya", sheet: "Nya rader", rows: &SAID, id: "ny" };

static DOCUMENT: &[Field] = &[
    field("ar", AR).this_year(),
    field("rubrik", ROW).kept_unless_dated(),
    field("utgivare", ROW).kept(),
    field("nummer", ROW),
    field("forra", ROW).optional().last_years("Dokument", "nummer"),
    field("andel", Kind::decimal(Measure::Percent, (0, 100), 2)).optional().result("andel"),
    field("annans", KR).optional().outcome_of("annat", "pott"),
    field("saknas", KR).optional().result("finns_inte"),
];
