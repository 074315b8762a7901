//! Every figure of every document: in the trace, the same when computed again, printed as its value is
//! rounded, and led back to cells that really hold what the leaves say.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use statsbidrag::figure::{CellRef, FigureId};
use statsbidrag::grants::GRANTS;
use statsbidrag::quantity::{Exact, Unit, Value as QuantityOf};
use statsbidrag::report::number::Varde;
use statsbidrag::workbook::schema::{Field, Kind, Layout, Measure, WorkbookSchema};

use crate::data_2024;
use crate::document_set::{compute, inputs};
use crate::proof::{document_set, field, json as view, with_field};

/// The documents' figures, by their names.
fn printed() -> BTreeMap<String, Vec<Value>> {
    let mut printed: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (name, _) in document_set().pdf() {
        let json = view(&format!("{name}.json"));
        let mut numbers = Vec::new();
        with_field(&json, &["id", "varde", "text"], &mut numbers);
        for number in numbers {
            printed.entry(field(number, "id").to_owned()).or_default().push(number.clone());
        }
    }
    assert!(printed.len() > 500, "{} figures", printed.len());
    printed
}

/// The printed number, and half a unit of its last decimal.
fn printed_text(text: &str) -> (Exact, Exact) {
    let clean = text.replace('\u{a0}', "").replace('\u{2212}', "-").replace(',', ".");
    let number: Decimal = clean.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    (number.into(), Decimal::new(5, number.scale() + 1).into())
}

/// Whether a number is what a value comes to, rounded half away from zero to as many decimals.
fn rounded_amount(value: &Exact, (number, half): &(Exact, Exact)) -> bool {
    let (distance, larger) = ((value - number).amount(), number.amount() > value.amount());
    distance < *half || (distance == *half && larger)
}

#[test]
fn every_printed_figure_is_its_value_rounded() {
    let report = compute().report;
    let mut scales = BTreeSet::new();
    for (name, numbers) in printed() {
        let id = report.trace.find(&name).unwrap_or_else(|| panic!("{name} is not in the trace"));
        let node = report.trace.node(id);
        let Some(exact) = node.value.exact() else {
            let QuantityOf::Datum(day) = node.value else { panic!("{name} is no number") };
            assert!(numbers.iter().all(|printed| printed["text"] == day.to_string()), "{name}");
            continue;
        };
        for printed in numbers {
            let value = serde_json::to_value(Varde::of(&node.value)).expect("JSON");
            assert_eq!(printed["varde"], value, "{name}");
            assert_eq!(printed["enhet"], json!(node.unit.name()), "{name}");
            assert_eq!(printed["status"], json!(node.status.name()), "{name}");
            let number = printed_text(field(&printed, "text"));
            let scale = field(&printed, "skala");
            let written = &exact / &Exact::from(scale.parse::<Decimal>().expect("a number"));
            assert!(
                rounded_amount(&written, &number),
                "{name} is {exact:?}, printed {}",
                printed["text"]
            );
            assert_eq!(scale == "0.01", node.unit == Unit::Andel, "{name}: {scale}");
            let kronor = node.unit.name() == "kr";
            let divided = !["0.01", "1"].contains(&scale);
            assert!(!divided || kronor, "{name}: {scale} of {}", node.unit.name());
            let decimals = field(&printed, "text").split_once(',').map_or(0, |(_, end)| end.len());
            assert_eq!(printed["decimaler"], decimals, "{name}");
            let without_groups =
                number.0 >= Exact::from(1_000) && !field(&printed, "text").contains('\u{a0}');
            assert_eq!(printed["skrivs"] == "artal", without_groups, "{name}: {printed}");
            assert_eq!(printed["markt"], printed["status"] == "preliminär", "{name}");
            scales.insert(scale.to_owned());
        }
    }
    assert_eq!(scales.len(), 5, "{scales:?}");
}

/// The columns of a table are each printed in one way: as many decimals in every row of the same unit.
#[test]
fn the_figures_of_a_column_have_the_same_decimals() {
    let decimals =
        |cell: &Value| field(cell, "text").split_once(',').map_or(0, |(_, end)| end.len());
    let mut columns = 0;
    for (name, _) in document_set().pdf() {
        let json = view(&format!("{name}.json"));
        let mut tables = Vec::new();
        with_field(&json, &["rader", "kolumner", "avrundade"], &mut tables);
        for table in tables {
            let rows = table["rader"].as_array().expect("rows");
            for place in 0..table["kolumner"].as_array().expect("columns").len() {
                let cells = rows.iter().map(|row| &row["celler"][place]);
                let cells: Vec<_> = cells.filter(|cell| !cell.is_null()).collect();
                let unit = |cell: &Value| cell["enhet"].as_str().unwrap_or_default().to_owned();
                let units: BTreeSet<_> = cells.iter().map(|cell| unit(cell)).collect();
                let ways: BTreeSet<_> =
                    cells.iter().map(|cell| (unit(cell), decimals(cell))).collect();
                // A column of which nothing is known says so in every row.
                let unknown = |row: &Value| {
                    let all_unknown = row["okanda"].as_array();
                    all_unknown
                        .is_some_and(|all| all.iter().any(|unknown| unknown["kolumn"] == place))
                };
                let at = format!("{name}, {}, column {place}", table["id"]);
                assert_eq!(units.is_empty(), rows.iter().all(unknown), "{at}");
                assert_eq!(ways.len(), units.len(), "{at}: {ways:?}");
                columns += 1;
            }
        }
    }
    assert!(columns > 30, "{columns} columns");
}

/// What is told of table 6: the parts add to the krona, as printed, in every row.
#[test]
fn the_causes_of_each_change_add_as_printed() {
    let json = view("cirkular.json");
    let rows = json["forandring"]["rader"].as_array().expect("rows");
    assert_eq!(rows.len(), 22);
    for row in rows {
        let number: Vec<Exact> = row["celler"]
            .as_array()
            .expect("cells")
            .iter()
            .map(|cell| printed_text(field(cell, "text")).0)
            .collect();
        let (whole_parts, parts) = number.split_last().expect("a total");
        let sum: Exact = parts.iter().cloned().sum();
        assert_eq!(sum, *whole_parts, "{}", row["rubrik"]);
    }
}

/// Where the rows of a table do not add as printed, a note names them; 2024's are known.
#[test]
fn rows_that_do_not_add_are_named() {
    let json = view("cirkular.json");
    let count = |pointer: &str| {
        json.pointer(pointer).and_then(Value::as_u64).unwrap_or_else(|| panic!("no {pointer}"))
    };
    assert_eq!(count("/behovsmodell/tabell3/avrundade/antal"), 9, "eight regions and the country");
    assert_eq!(count("/solidariskt/tabell4/avrundade/antal"), 3);
    assert_eq!(count("/statsbidrag/tabell5/avrundade/antal"), 7);
    let seventh = &json["forandring_solidariskt"]["avrundade"]["rader"];
    assert_eq!(*seventh, json!(["Gävleborg", "Västerbotten", "Norrbotten"]), "decimals too");
    assert_eq!(
        json["behovsmodell"]["nivaeffekt"]["gar_inte_ihop"],
        json!(true),
        "3 639 − 3 378 ≠ 262"
    );
    assert_eq!(json["solidariskt"]["trappa"][1]["fran_forandring"]["gar_inte_ihop"], json!(false));
}

/// The cells of the workbooks, read by another way than the program's.
struct Bocker(BTreeMap<String, (&'static WorkbookSchema, BTreeMap<String, Range<Data>>)>);

impl Bocker {
    fn read() -> Self {
        let books = GRANTS.iter().map(|grant| {
            let template = grant.workbook_file;
            let bytes =
                std::fs::read(inputs().join(data_2024::file_of(template))).expect("a workbook");
            let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
            (
                data_2024::file_of(template).to_owned(),
                (template, book.worksheets().into_iter().collect()),
            )
        });
        Self(books.collect())
    }

    /// The field a cell is of: by its item's or column's name, or the columns the user names.
    fn field(&self, cell: &CellRef) -> &'static Field {
        let (template, _) = self.0.get(&cell.location.file).expect("a workbook of a grant");
        let sheet = template.sheet(cell.location.sheet.as_deref().expect("a sheet"));
        let freely = match &sheet.layout {
            Layout::Regions { free_columns: Some(free_columns), .. }
            | Layout::Recipients { free_column: free_columns, .. } => Some(&free_columns.field),
            _ => None,
        };
        let own = sheet.field().iter().find(|field| field.heading == cell.evidence.item);
        own.or(freely).unwrap_or_else(|| panic!("{} is of no field", cell.location))
    }

    /// What a cell holds: a number in the unit the sheet says, or a date.
    fn value(&self, cell: &CellRef) -> QuantityOf {
        let place = &cell.location;
        let (sheet, address) =
            (place.sheet.as_deref().expect("a sheet"), place.cell.expect("an address"));
        let (_, pages) = self.0.get(&place.file).expect("a workbook of a grant");
        let range = pages.get(sheet);
        let range = range.unwrap_or_else(|| panic!("there is no sheet {sheet}"));
        let (row, column) = self::address(&address.to_string());
        let field = self.field(cell);
        let number = match range.get_value((row, column)) {
            Some(Data::Float(number)) => number.to_string(),
            Some(Data::Int(number)) => number.to_string(),
            // Of an interval the lowest counts: the digits it begins with.
            Some(Data::String(text)) if matches!(field.kind, Kind::Interval { .. }) => {
                text.chars().take_while(char::is_ascii_digit).collect()
            }
            Some(Data::String(text)) => text.replace(',', ".").replace(['\u{a0}', ' '], ""),
            Some(Data::DateTime(day)) => {
                return QuantityOf::Datum(day.as_datetime().expect("a date").date());
            }
            something_else => panic!("{place}: {something_else:?}"),
        };
        let number: Decimal =
            number.parse().unwrap_or_else(|error| panic!("{place}: {number}: {error}"));
        QuantityOf::Exact(match field.kind.measure().expect("a number") {
            Measure::Tkr => Exact::from(number) * Exact::from(1_000),
            Measure::Mnkr => Exact::from(number) * Exact::from(1_000_000),
            Measure::Mdkr => Exact::from(number) * Exact::from(1_000_000_000),
            Measure::Percent => Exact::from(number) / Exact::from(100),
            _ => number.into(),
        })
    }
}

/// Row and column, from zero, of `C14`.
fn address(address: &str) -> (u32, u32) {
    let (letters, numbers) = address
        .split_at(address.find(|character: char| character.is_ascii_digit()).expect("a row"));
    let column =
        letters.bytes().fold(0, |sum, character| sum * 26 + u32::from(character - b'A') + 1);
    (numbers.parse::<u32>().expect("a row") - 1, column - 1)
}

#[test]
fn every_figure_computes_again_and_ends_in_cells_that_hold_it() {
    let report = compute().report;
    let trace = &report.trace;
    let mut permission: BTreeSet<FigureId> = BTreeSet::new();
    for name in printed().keys() {
        let id = trace.find(name).expect("it is in the trace");
        assert_eq!(trace.evaluate(id), trace.node(id).value, "{name}");
        for under in trace.under(id) {
            let node = trace.node(under);
            if node.rule().is_none() {
                permission.insert(under);
            } else {
                assert!(!trace.operands(under).is_empty(), "{} ends in no cell", node.name);
            }
        }
    }
    let books = Bocker::read();
    let mut sheet = BTreeSet::new();
    for id in &permission {
        let node = trace.node(*id);
        let Some(cell) = node.cell() else { panic!("{} is no leaf", node.name) };
        let value = match &node.value {
            QuantityOf::Datum(day) => QuantityOf::Datum(*day),
            something_else => QuantityOf::Exact(something_else.exact().expect("a number")),
        };
        assert_eq!(books.value(cell), value, "{}: {}", cell.location, node.name);
        sheet.insert(cell.location.sheet.clone());
    }
    assert!(permission.len() > 600, "{} cells", permission.len());
    assert!(sheet.len() > 8, "{sheet:?}");
}
