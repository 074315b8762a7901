//! What the year after inherits, of a small schema that has every kind of inheritance in every form.

mod template;

use std::collections::BTreeMap;
use std::sync::Arc;

use statsbidrag::figure::{CellRef, Evidence, FigureNames, Rule, Sourced, Status, Trace, sum};
use statsbidrag::problem::{Location, Problems};
use statsbidrag::quantity::{HelaKronor, Invanare};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::Inherit;
use statsbidrag::workbook::{Book, CellValue, Fill, FilledFrom, Predecessor, read, scaffold};

use template::{KR, TEMPLATE, field};

fn text(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

fn number(number: i64) -> CellValue {
    CellValue::Integer(number)
}

fn filled_from() -> FilledFrom {
    FilledFrom::new("Beslutet", Status::Preliminar).confirmed_by("ekonomichefen")
}

fn year_before() -> Fill {
    let mut fill = Fill::new();
    for (id, value) in [
        ("ar", number(2024)),
        ("rubrik", text("Bidraget 2024")),
        ("utgivare", text("Provmyndigheten")),
        ("nummer", text("24:7")),
    ] {
        fill.item("Dokument", id, value, filled_from());
    }
    let all = |kr| PerRegion::from_fn(|_: Region| number(kr));
    fill.free("Regioner", "2022 års medel", all(7), filled_from());
    fill.column("Regioner", "summa", all(7), filled_from());
    fill.free("Nya", "HIV", all(3), filled_from()).column("Nya", "nya", all(3), filled_from());
    for (year, beslut) in [(2023, "II:6"), (2024, "II:2")] {
        fill.row("Avtal", [("avtalsar", number(year)), ("beslut", text(beslut))]);
    }
    fill.filled_from("Avtal", "beslut", filled_from());
    fill.row("Steg", [("niva", number(1)), ("andel", number(85))]);
    fill.row("Steg", [("niva", number(2)), ("fran", number(271)), ("andel", number(90))]);
    for copy in ["Finansdepartementet", "Kammarkollegiet"] {
        fill.row("Kopior", [("kopia", text(copy))]);
    }
    for (word, copy, month, reason) in [
        ("för andra", Some("Skatteverket"), 4, "Beslutet 2024"),
        ("för sig", None, 6, "Som förr"),
        ("för andra", Some("Kammarkollegiet"), 5, "Skälet för 2024"),
        ("om nya", None, 7, "Som förr"),
    ] {
        let row = [("vand", text(word)), ("manad", number(month)), ("skal", text(reason))];
        fill.row("Vända", row.into_iter().chain(copy.map(|copy| ("kopia", text(copy)))));
    }
    fill.row("Nya rader", [("ny", text("x"))]);
    for word in ["om ja", "om nej", "om belopp", "utan villkor"] {
        fill.row("Villkorade", [("villkorad", text(word)), ("manad", number(5))]);
    }
    for (group, not) in [("unga", "som förr"), ("gamla", "från 2024")] {
        fill.row("Grupper", [("grupp", text(group)), ("lapp", number(5)), ("not", text(not))]);
    }
    for (sheet, id) in [
        ("Steg", "fran"),
        ("Steg", "andel"),
        ("Kopior", "kopia"),
        ("Nya rader", "ny"),
        ("Villkorade", "manad"),
        ("Vända", "kopia"),
        ("Vända", "manad"),
        ("Vända", "skal"),
        ("Grupper", "lapp"),
        ("Grupper", "not"),
    ] {
        fill.filled_from(sheet, id, filled_from());
    }
    fill
}

fn last(year: i32, fill: &Fill) -> (Book, Vec<String>) {
    let mut problems = Problems::new();
    let bytes = scaffold(&TEMPLATE, year, fill).expect("a workbook");
    let book = read(&TEMPLATE, TEMPLATE.file, &bytes, &mut problems).expect("a workbook");
    let rows = problems.iter().map(ToString::to_string);
    (book, rows.map(|text| text.lines().next().unwrap_or_default().to_owned()).collect())
}

static COMPUTED: Rule = Rule { id: "prov.raknad", text: "Som den är.", source: "provet" };

/// A leaf of kronor, and what was computed of it.
fn numbers() -> Trace {
    let mut trace = Trace::new();
    let evidence = Evidence {
        item: "Pott".into(),
        source: "Budgeten".into(),
        as_of: None,
        status: Status::Faststalld,
        confirmed_by: Some("controllern".into()),
    };
    let cell = CellRef { location: Location::file("annat.xlsx"), evidence: Arc::new(evidence) };
    let pot = Sourced { value: HelaKronor::from_integer(250), cell: cell.clone() };
    let pot = trace.leaf(FigureNames::new("annat", 2024).country("pott"), pot);
    let name = FigureNames::new("prov", 2024);
    trace.define(&COMPUTED, name.country("andel"), pot.exact() / sum([&pot; 3]).exact());
    let amount = Sourced { value: HelaKronor::from_integer(10_000), cell: cell.clone() };
    let amount = trace.leaf(name.country("belopp"), amount);
    let population =
        trace.leaf(name.country("folk"), Sourced { value: Invanare::from_integer(3), cell });
    for region in Region::all() {
        trace.define(&COMPUTED, name.region(region, "per_inv"), amount.exact() / &population);
    }
    trace
}

/// The workbook of 2025 with what 2024 left, and what is wrong with it.
fn year_after() -> (Book, Vec<String>) {
    let (book, problem) = last(2024, &year_before());
    assert_eq!(problem, Vec::<String>::new());
    let sources = BTreeMap::from([("prov", "Provbidraget 2024, körning 1".to_owned())]);
    let trace = numbers();
    let books = BTreeMap::from([("prov", &book)]);
    let predecessor =
        Predecessor { book: &book, grant: "prov", books: &books, trace: &trace, sources: &sources };
    last(2025, &predecessor.fill())
}

fn evidence<T>(value: &Sourced<T>) -> (&str, Status, Option<&str>) {
    let evidence = &value.cell.evidence;
    (&evidence.source, evidence.status, evidence.confirmed_by.as_deref())
}

const UNCONFIRMED: (&str, Status, Option<&str>) = ("", Status::EjBekraftad, None);
const BESLUTET: (&str, Status, Option<&str>) =
    ("Beslutet", Status::Preliminar, Some("ekonomichefen"));

#[test]
fn items_persist_move_follow_or_are_new() {
    let (book, _) = year_after();
    let text = |id| book.text("Dokument", id);
    assert_eq!(book.year, 2025);
    let title = text("rubrik").expect("its year moves along");
    assert_eq!((title.value.as_str(), evidence(&title)), ("Bidraget 2025", UNCONFIRMED));
    let utgivare = text("utgivare").expect("it persists");
    assert_eq!((utgivare.value.as_str(), evidence(&utgivare)), ("Provmyndigheten", UNCONFIRMED));
    assert_eq!(text("nummer"), None);
    let last_years = text("forra").expect("it follows");
    assert_eq!((last_years.value.as_str(), evidence(&last_years)), ("24:7", BESLUTET));
}

#[test]
fn figures_come_in_the_fields_unit_with_the_run_or_the_cell_as_source() {
    let (book, _) = year_after();
    let share = book.decimal("Dokument", "andel").expect("a figure");
    let run = ("Provbidraget 2024, körning 1", Status::Faststalld, None);
    assert_eq!((share.value.to_string().as_str(), evidence(&share)), ("33.33", run));
    let foreign = book.integer("Dokument", "annans").expect("a figure");
    assert_eq!(foreign.value, 250);
    assert_eq!(evidence(&foreign), ("Budgeten", Status::Faststalld, Some("controllern")));
    assert_eq!(book.integer("Dokument", "saknas"), None);
    let before = book.region_decimal("Regioner", "fore").expect("figures");
    assert!(before.values().iter().all(|value| value.value.to_string() == "3333.33333333333"));
    assert_eq!(evidence(&before.values()[0]), run);
}

#[test]
fn columns_of_the_users_own_keep_their_headings_and_what_persists_its_values() {
    let (book, problem) = year_after();
    assert_eq!(book.free_headings("Regioner"), ["2022 års medel"]);
    let own = book.free_integers("Regioner");
    assert_eq!(evidence(&own[0].1.values()[0]), UNCONFIRMED);
    assert!(own[0].1.values().iter().all(|value| value.value == 7));
    let last_year = book.region_integer("Regioner", "fjol").expect("last year's");
    assert_eq!((last_year.values()[0].value, evidence(&last_year.values()[0])), (7, BESLUTET));
    assert_eq!(book.region_integer("Regioner", "summa"), None);
    // Nothing of the sheet is filled in, so nothing is missed: it may be left out.
    assert!(!problem.iter().any(|row| row.contains("prov.xlsx › Nya")), "{problem:#?}");
    let (new, _) = last(
        2025,
        Fill::new().free_empty("Nya", "HIV").column(
            "Nya",
            "nya",
            PerRegion::from_fn(|_: Region| number(1)),
            filled_from(),
        ),
    );
    assert_eq!(new.free_headings("Nya"), ["HIV"]);
}

/// Each row of a list, as the values it has.
fn rows(book: &Book, sheet: &str) -> Vec<Vec<(&'static str, CellValue)>> {
    let row = |row: &statsbidrag::workbook::Row| {
        row.iter().map(|(id, value)| (id, value.value.clone())).collect()
    };
    book.rows(sheet).iter().map(row).collect()
}

#[test]
fn rows_persist_follow_another_sheet_or_move_with_the_years() {
    let (book, problem) = year_after();
    let avtal = vec![
        vec![("avtalsar", number(2024)), ("beslut", text("II:2"))],
        vec![("avtalsar", number(2025))],
    ];
    assert_eq!(rows(&book, "Avtal"), avtal);
    let step = vec![
        vec![("andel", number(85)), ("niva", number(1))],
        vec![("andel", number(90)), ("niva", number(2))],
    ];
    assert_eq!(rows(&book, "Steg"), step, "amounts are new");
    let last_year = vec![
        vec![("andel", number(85)), ("niva", number(1))],
        vec![("andel", number(90)), ("fran", number(271)), ("niva", number(2))],
    ];
    assert_eq!(rows(&book, "Fjolårets steg"), last_year);
    let [.., change] = book.rows("Fjolårets steg") else { panic!("there are two") };
    assert_eq!(evidence(&change.integer("fran").expect("an amount")), BESLUTET);
    let copies = ["Finansdepartementet", "Kammarkollegiet"];
    assert_eq!(rows(&book, "Kopior"), copies.map(|copy| vec![("kopia", text(copy))]));
    // A row for each copy in place of the first; what was said of another's is not said of this.
    let turned = vec![
        vec![
            ("kopia", text("Finansdepartementet")),
            ("manad", number(4)),
            ("vand", text("för andra")),
        ],
        vec![
            ("kopia", text("Kammarkollegiet")),
            ("manad", number(5)),
            ("skal", text("Skälet för 2025")),
            ("vand", text("för andra")),
        ],
        vec![("manad", number(6)), ("skal", text("Som förr")), ("vand", text("för sig"))],
        // What it was said of is not there.
        vec![("manad", number(7)), ("vand", text("om nya"))],
    ];
    assert_eq!(rows(&book, "Vända"), turned);
    assert_eq!(rows(&book, "Nya rader"), Vec::<Vec<_>>::new());
    let left = ["om nej", "utan villkor"];
    let left = left.map(|word| vec![("manad", number(5)), ("villkorad", text(word))]);
    let begun = vec![("villkorad", text("om nya"))];
    let expected: Vec<_> = left.into_iter().chain([begun]).collect();
    assert_eq!(rows(&book, "Villkorade"), expected, "what asks for something else is gone");
    let groups = vec![
        vec![("grupp", text("unga")), ("not", text("som förr"))],
        vec![("grupp", text("gamla")), ("not", text("från 2025"))],
    ];
    assert_eq!(rows(&book, "Grupper"), groups);
    let sources = problem.iter().filter(|row| row.contains("bladets gemensamma källa, som saknas"));
    let sheet: Vec<_> = sources.filter_map(|row| row.split(" › ").nth(1)).collect();
    assert_eq!(
        sheet,
        ["Avtal", "Dokument", "Grupper", "Kopior", "Regioner", "Steg", "Villkorade", "Vända"],
        "once for each sheet: {problem:#?}"
    );
}

#[test]
fn the_description_says_what_is_inherited() {
    let text = statsbidrag::workbook::description(&TEMPLATE, 2024);
    for (field, inherit) in [
        ("ar", "nästa år"),
        ("utgivare", "består, bekräftas för hela bladet"),
        ("nummer", "fylls i på nytt"),
        ("forra", "från bladet Dokument"),
        ("andel", "resultatet `andel`"),
        ("annans", "resultatet `pott` i annat"),
        (
            "villkorad",
            "raden består om det den gäller finns även i år; är det ett annat antal blir raderna så många; ”om nej”, ”om nya”, ”om ja” och ”om belopp” läggs till om det behövs, bekräftas för hela bladet",
        ),
        (
            "skal",
            "består med årtalet framflyttat, bekräftas för hela bladet; töms om den nämner ett datum eller ett nummer, och för ”om nya” om bladet Nya rader får andra rader",
        ),
    ] {
        let row = text.lines().find(|row| row.starts_with(&format!("| {field} |"))).expect("a row");
        assert!(row.contains(&format!(" | {inherit} | ")), "{row}");
    }
    assert_eq!(field("x", KR).inherit, Inherit::New, "nothing is inherited unasked");
}
