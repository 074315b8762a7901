//! The calculations as workbooks that compute them. That what is in the cells is what the program computed is tried here;
//! that a spreadsheet computes the same, also when inputs are changed, is tried by `.ci/levande.py` with the workbooks and
//! the changes that are kept here for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use serde_json::{Value as Json, json};
use statsbidrag::figure::{Evaluator, FigureId, Trace};
use statsbidrag::grants::FUNCTIONS;
use statsbidrag::grants::beslut::schema as beslut;
use statsbidrag::grants::regleringsbrev::schema as regleringsbrev;
use statsbidrag::pipeline::{Computed, calculation_cells, calculations};
use statsbidrag::quantity::{Decimal, Exact, Value};

use crate::changed::{Changed, run, with};
use crate::data_2024;
use crate::decisions::{DECISIONS, Named};
use crate::random::Random;

/// How many changes a spreadsheet tries of each workbook of 2024, and of other years.
const CHANGES: [usize; 2] = [20, 2];

/// The decisions of every kind, and a letter whose days of payment may be Saturdays.
fn decided() -> Changed {
    let named =
        |(name, fill): &Named| (&beslut::WORKBOOK, beslut::WORKBOOK.file_named(name), fill());
    let weekdays = [("betalningsdag", "första vardagen, lördag inräknad")];
    let letter = with(&regleringsbrev::WORKBOOK, data_2024::regleringsbrev::fill(), &weekdays);
    DECISIONS.iter().map(named).chain(letter).collect()
}

/// Years, by name: that of the published figures first.
fn years() -> Vec<(&'static str, Computed)> {
    let years = vec![("2024", run(Vec::new())), ("beslut", run(decided()))];
    #[cfg(feature = "typeset")]
    let years = {
        let shapes = crate::shapes::SHAPES.iter();
        years.into_iter().chain(shapes.map(|(name, books)| (*name, run(books())))).collect()
    };
    years
}

/// A value as the workbook has it.
fn number(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Exact(number) => number.as_decimal(12),
        Value::Datum(day) => day.to_string(),
    }
}

/// Whether what a cell holds is a value, as nearly as a spreadsheet's number can be.
fn holds(cell: Option<&Data>, value: &Value) -> bool {
    match (cell, value) {
        (Some(Data::DateTime(held)), Value::Datum(day)) => {
            held.as_datetime().is_some_and(|held| held.date() == *day)
        }
        (Some(cell), value) => {
            let text = cell.to_string();
            let held = text.parse().or_else(|_| Decimal::from_scientific(&text));
            let Ok(held) = held else { return false };
            let Some(exact) = value.exact() else { return false };
            let apart = (&Exact::from(held) - &exact).amount();
            apart <= exact.amount() * Exact::fraction(1, 1_000_000_000_000)
        }
        (None, _) => false,
    }
}

#[test]
fn each_figure_stands_in_a_cell_with_its_value_and_each_rule_is_a_formula() {
    let (mut formulas, mut inputs, mut used) = (0, 0, BTreeSet::new());
    for (year, computed) in years() {
        let trace = &computed.report.trace;
        used.extend(trace.calls().map(|(_, call)| call.function.name));
        let files = calculations(&computed, "prov").expect("workbooks");
        let mut told = BTreeSet::new();
        for (file, figures) in calculation_cells(&computed) {
            let mut book = Xlsx::new(Cursor::new(&files[&file])).expect("a workbook");
            let sheets: BTreeSet<_> = figures.iter().map(|(_, sheet, ..)| sheet.clone()).collect();
            let pages: BTreeMap<_, _> = sheets
                .into_iter()
                .map(|name| {
                    let values = book.worksheet_range(&name).expect("a sheet");
                    let formulas = book.worksheet_formula(&name).expect("its formulas");
                    (name, (values, formulas))
                })
                .collect();
            for (figure, sheet, row, column) in figures {
                let node = trace.node(trace.find(&figure).expect("a figure"));
                let at = (row, u32::from(column));
                let (values, written) = &pages[&sheet];
                let held = values.get_value(at);
                assert!(holds(held, &node.value), "{year}, {file}, {figure}: {held:?}");
                let formula = written.get_value(at).filter(|formula| !formula.is_empty());
                assert_eq!(formula.is_some(), node.rule().is_some(), "{year}, {file}, {figure}");
                let longest = formula.map_or(0, |formula| formula.chars().count());
                assert!(longest < 8_192, "{year}, {file}, {figure}: a formula of {longest}");
                if formula.is_some() {
                    formulas += 1;
                } else {
                    inputs += 1;
                }
                told.insert(figure);
            }
        }
        let all: BTreeSet<_> = trace.iter().map(|(_, node)| node.name.clone()).collect();
        let unused: Vec<_> =
            all.difference(&told).filter(|name| !is_only_read(trace, name)).collect();
        assert!(unused.is_empty(), "{year}: {unused:?} stand in no workbook");
    }
    let all: BTreeSet<_> = FUNCTIONS.iter().map(|function| function.name).collect();
    assert_eq!(used, all, "the functions that were tried");
    println!("{formulas} formulas and {inputs} inputs in cells");
    assert!(formulas > 8_000 && inputs > 3_000, "{formulas} formulas, {inputs} inputs");
}

/// Whether a figure is an input: one of a workbook that is not computed may be read all the same.
fn is_only_read(trace: &Trace, name: &str) -> bool {
    trace.find(name).is_some_and(|id| trace.node(id).rule().is_none())
}

/// The same workbook twice, byte for byte.
#[test]
fn a_calculation_gives_the_same_workbook_every_time() {
    let computed = run(Vec::new());
    let [one, other] = [(); 2].map(|()| calculations(&computed, "prov").expect("workbooks"));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    assert!(one == other, "the same calculation gives other bytes");
    assert_eq!(one.len(), 5, "{:?}", one.keys());
}

/// Another number for some inputs, and what every figure that depends on them comes to.
struct Change {
    inputs: BTreeMap<String, String>,
    figures: BTreeMap<String, String>,
}

fn change(trace: &Trace, may: &[FigureId], random: &mut Random) -> Option<Change> {
    let count = random.between(1, 3);
    let mut inputs = BTreeMap::new();
    for _ in 0..count {
        let id = *may.get(random.one_of(may.len()))?;
        let percent = Exact::fraction(100 + random.between(-9, 9), 100);
        let old = trace.node(id).value.exact()?;
        let new = &old * &percent;
        let value = match trace.node(id).value {
            Value::Integer(_) => Value::Integer(new.nearest().integer()?),
            _ => Value::Exact(Exact::from(new.as_decimal(6).parse::<Decimal>().ok()?)),
        };
        inputs.insert(id, value);
    }
    inputs.retain(|id, value| trace.node(*id).value != *value);
    if inputs.is_empty() {
        return None;
    }
    let mut evaluator = Evaluator::new(trace);
    evaluator.change(inputs.iter().map(|(id, value)| (*id, value.clone())));
    let changed: Vec<_> = evaluator.changed().collect();
    let mut figures = BTreeMap::new();
    for id in changed {
        figures.insert(trace.node(id).name.clone(), number(evaluator.known(id)?));
    }
    let named = |(id, value): (&FigureId, &Value)| (trace.node(*id).name.clone(), number(value));
    Some(Change { inputs: inputs.iter().map(named).collect(), figures })
}

/// Keeps the workbooks that differ from those of 2024, with changes of their inputs and what the program makes of them, for spreadsheets to compute.
#[test]
fn changes_are_kept_for_spreadsheets_to_compute() {
    let Some(folder) = option_env!("CARGO_TARGET_TMPDIR") else {
        panic!("no folder to keep them in")
    };
    let folder = Path::new(folder).with_file_name("levande");
    let _gone_or_not_there = fs::remove_dir_all(&folder);
    let mut kept = 0;
    for (place, (year, computed)) in years().into_iter().enumerate() {
        let trace = &computed.report.trace;
        let files = calculations(&computed, "prov").expect("workbooks");
        let own = folder.join(year);
        fs::create_dir_all(&own).expect("a folder");
        for (seed, (file, figures)) in (1..).zip(calculation_cells(&computed)) {
            if place > 0 && ["beredskap", "besked"].iter().any(|alike| file.contains(alike)) {
                continue;
            }
            let is_there: BTreeSet<_> = figures.iter().map(|(figure, ..)| figure).collect();
            let may = |id: &&FigureId| is_there.contains(&trace.node(**id).name);
            let may: Vec<_> = computed.changeable.iter().filter(may).copied().collect();
            let mut random = Random(seed);
            let wanted = CHANGES[usize::from(place > 0)];
            let mut changes: Vec<Json> = Vec::new();
            for _ in 0..50 * wanted {
                if changes.len() == wanted || may.is_empty() {
                    break;
                }
                if let Some(Change { inputs, figures }) = change(trace, &may, &mut random) {
                    changes.push(json!({ "indata": inputs, "siffror": figures }));
                }
            }
            assert!(changes.len() == wanted || may.is_empty(), "{year}, {file}");
            kept += changes.len();
            let cells: BTreeMap<_, _> = figures
                .iter()
                .map(|(figure, sheet, row, column)| {
                    let id = trace.find(figure).expect("a figure");
                    let node = trace.node(id);
                    let own = json!([sheet, row, column, node.unit.name(), number(&node.value)]);
                    (figure.clone(), own)
                })
                .collect();
            let told = json!({ "celler": cells, "andringar": changes });
            fs::write(own.join(&file), &files[&file]).expect("a file");
            let bytes = serde_json::to_vec(&told).expect("JSON");
            fs::write(own.join(&file).with_extension("json"), bytes).expect("a file");
        }
    }
    println!("{kept} changes kept");
    assert!(kept > 100, "{kept} changes");
}
