//! A source that is said once for a sheet: what rests on it, what does not, and what is said when it is not whole.

use statsbidrag::figure::{Sourced, Status};
use statsbidrag::problem::Problems;
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::schema::{
    Field, INHABITANTS, Layout, ROW, SheetSchema, THIS_YEAR, WorkbookSchema,
};
use statsbidrag::workbook::{Book, CellValue, Fill, FilledFrom, read, scaffold};

use chrono::NaiveDate;

static TEMPLATE: WorkbookSchema = WorkbookSchema {
    file: "prov.xlsx",
    title: "Prov",
    about: "Prov.",
    year: ("Dokument", "ar"),
    sheets: &[
        SheetSchema {
            name: "Dokument",
            about: "Prov.",
            required: true,
            layout: Layout::Items(&[
                Field::new("ar", "År", THIS_YEAR, "Året."),
                Field::new("namn", "Namn", ROW, "Ett namn."),
                Field::new("annat", "Annat", ROW, "Något annat."),
            ]),
        },
        SheetSchema {
            name: "Regioner",
            about: "Prov.",
            required: true,
            layout: Layout::Regions {
                columns: &[
                    Field::new("folk", "Folk", INHABITANTS, "Folk."),
                    Field::new("dagens", "Dagens", INHABITANTS, "Folk en viss dag.").per(day),
                ],
                free_columns: None,
                sum_row: None,
            },
        },
        SheetSchema {
            name: "Kopior",
            about: "Prov.",
            required: true,
            layout: Layout::Lista {
                columns: &[Field::new("kopia", "Kopia", ROW, "Vem.")],
                keys: &[],
            },
        },
    ],
};

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 8, 31).expect("a date")
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

fn own() -> FilledFrom {
    FilledFrom::new("Egen", Status::Preliminar)
}

/// Every sheet filled in without sources, but for one item; and what each sheet says for all of it.
fn with(whole: Option<&FilledFrom>) -> (Book, Vec<String>) {
    let mut fill = Fill::new();
    let sheet = FilledFrom::the_sheet;
    fill.item("Dokument", "ar", CellValue::Integer(2024), sheet());
    fill.item("Dokument", "namn", text("Namnet"), sheet());
    fill.item("Dokument", "annat", text("Annat"), own());
    for id in ["folk", "dagens"] {
        fill.column("Regioner", id, PerRegion::from_fn(|_| CellValue::Integer(7)), sheet());
    }
    fill.row("Kopior", [("kopia", text("Arkivet"))]).filled_from("Kopior", "kopia", sheet());
    for name in ["Dokument", "Regioner", "Kopior"] {
        if let Some(whole) = whole {
            fill.whole(name, whole.clone());
        }
    }
    let bytes = scaffold(&TEMPLATE, 2024, &fill).expect("a workbook");
    let mut problems = Problems::new();
    let book = read(&TEMPLATE, "prov.xlsx", &bytes, &mut problems).expect("a workbook");
    (book, problems.iter().map(ToString::to_string).collect())
}

fn rests_on<T>(value: &Sourced<T>) -> (&str, Status) {
    (&value.cell.evidence.source, value.cell.evidence.status)
}

#[test]
fn what_states_nothing_rests_on_what_the_sheet_says() {
    let whole = FilledFrom::new("Genomgången", Status::Faststalld).confirmed_by("controllern");
    let (book, problems) = with(Some(&whole));
    assert_eq!(problems, Vec::<String>::new());
    let name = book.text("Dokument", "namn").expect("a name");
    assert_eq!(rests_on(&name), ("Genomgången", Status::Faststalld));
    assert_eq!(name.cell.evidence.confirmed_by.as_deref(), Some("controllern"));
    let other = book.text("Dokument", "annat").expect("a text");
    assert_eq!(rests_on(&other), ("Egen", Status::Preliminar), "it says so itself");
    assert_eq!(other.cell.evidence.confirmed_by, None);
    let folk = book.region_integer("Regioner", "folk").expect("a column");
    assert!(folk.values().iter().all(|one| rests_on(one) == ("Genomgången", Status::Faststalld)));
    let daily = book.region_integer("Regioner", "dagens").expect("a column");
    assert_eq!(daily.values()[0].cell.evidence.as_of, Some(day(2024)), "its own date");
    let copy = book.rows("Kopior")[0].text("kopia").expect("a row");
    assert_eq!(rests_on(&copy), ("Genomgången", Status::Faststalld));
}

#[test]
fn a_date_for_the_sheet_holds_for_what_may_have_any() {
    let other_day = day(2020);
    let (book, problems) =
        with(Some(&FilledFrom::new("Genomgången", Status::Faststalld).per(other_day)));
    assert_eq!(problems, Vec::<String>::new());
    let as_of =
        |id| book.region_integer("Regioner", id).expect("a column").values()[0].cell.evidence.as_of;
    assert_eq!((as_of("folk"), as_of("dagens")), (Some(other_day), Some(day(2024))));
}

#[test]
fn what_the_sheet_lacks_is_asked_for_once() {
    let (_, problems) = with(Some(&FilledFrom::new("", Status::EjBekraftad)));
    let help = "\n  hjälp:   se efter att de gäller, skriv källan och välj status här; det som har en annan källa anger den själv";
    assert_eq!(
        problems,
        [
            ("Dokument", "”År” och ”Namn”"),
            ("Kopior", "”Kopia”"),
            ("Regioner", "”Folk” och ”Dagens”"),
        ]
        .map(|(sheet, items)| format!(
            "fel[I16] prov.xlsx › {sheet} › B3: {items} vilar på bladets gemensamma källa, som saknas{help}"
        ))
    );
}

#[test]
fn a_sheet_that_says_nothing_leaves_it_to_each() {
    let (_, problems) = with(None);
    let sources = problems.iter().filter(|problem| problem.contains("källa saknas för")).count();
    assert_eq!(sources, 5, "{problems:#?}");
    assert_eq!(problems.len(), 10, "and as many statuses: {problems:#?}");
}
