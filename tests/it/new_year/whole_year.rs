//! The whole set of 2025, of last year's data under new dates: every document is there, every date is the
//! new year's, and what does not rest on last year has come out the same.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value as Json;
use statsbidrag::figure::{CellRef, FigureId, Node, Trace};
use statsbidrag::grants::GRANTS;
use statsbidrag::pipeline::Computed;
use statsbidrag::quantity::Value;
use statsbidrag::workbook::schema::{Field, Inherit, Layout};

use crate::data_2024;
use crate::document_set::{self, DocumentSet};
use crate::new_year::filled::{self, text_one_year_later};
use crate::program::{Folder, files};

/// The grant whose figures are about years that have been, whatever year they are told in.
const HISTORY: &str = "beredskap.";

/// What the filled-in year comes to.
pub(crate) fn compute() -> Computed {
    document_set::compute_in(&Folder::new("2025", &filled::books()).inputs())
}

static LAST_YEAR: LazyLock<DocumentSet> = LazyLock::new(|| document_set::of(year_before()));
/// What the year before comes to, settled as the new one is.
fn year_before() -> Computed {
    document_set::compute_in(&filled::year_before().inputs())
}

static THIS_YEAR: LazyLock<DocumentSet> = LazyLock::new(|| document_set::of(compute()));

#[test]
fn filled_with_last_years_data_it_gives_a_whole_set() {
    let folder = Folder::new("2025", &filled::books());
    let answer = folder.generate();
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    for (name, bytes) in files(&folder.result()) {
        assert!(THIS_YEAR.files[&name] == bytes, "{name} is another");
    }
    let name = |document_set: &DocumentSet| document_set.files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(name(&THIS_YEAR), name(&LAST_YEAR));
    // That last year's populations are there is asked about, and nothing else.
    let told = compute().warnings;
    let codes: BTreeSet<_> = told.iter().map(|warning| warning.code.name()).collect();
    assert!(codes.iter().eq(&["P04"]), "{told}");
    assert_eq!(year_before().warnings.to_string(), "");
    for (name, pdf) in THIS_YEAR.pdf() {
        let text = pdf_extract::extract_text_from_mem(pdf).expect("text");
        assert!(text.contains("2025") && text.contains(&THIS_YEAR.run), "{name}: {text}");
    }
}

/// The field a cell was read by.
fn field(cell: &CellRef) -> Option<&'static Field> {
    let template = GRANTS.iter().map(|grant| grant.workbook_file);
    let template =
        template.into_iter().find(|template| data_2024::file_of(template) == cell.location.file)?;
    let sheet =
        template.sheets.iter().find(|sheet| Some(sheet.name) == cell.location.sheet.as_deref())?;
    let item = &cell.evidence.item;
    let own = match &sheet.layout {
        Layout::Regions { free_columns: Some(free_columns), .. }
        | Layout::Recipients { free_column: free_columns, .. } => Some(&free_columns.field),
        _ => None,
    };
    let given =
        |field: &&Field| [field.heading, &field.heading_with_unit()].contains(&item.as_str());
    sheet.field().iter().find(given).or(own)
}

/// Whether a figure rests on something that last year came to, or had.
fn rests_on_last_year(trace: &Trace, id: FigureId) -> bool {
    trace.leaves([id]).into_iter().any(|permission| {
        let Some(cell) = trace.node(permission).cell() else { return false };
        let field = field(cell).unwrap_or_else(|| panic!("{cell:?} has no field"));
        matches!(
            field.inherit,
            Inherit::LastYear { .. }
                | Inherit::Outcome { .. }
                | Inherit::Year
                | Inherit::RowsOf { .. }
                | Inherit::RowOutcome { .. }
        )
    })
}

#[test]
fn figures_that_do_not_rest_on_last_year_are_the_same() {
    let (last_year, this_year) = (year_before(), compute());
    let (before, after) = (&last_year.report.trace, &this_year.report.trace);
    let (mut equal, mut change) = (0, 0);
    for (id, node) in before.iter() {
        // What is left of an agreement's money depends on the year it is asked in.
        let computed_history = node.name.starts_with(HISTORY) && node.rule().is_some();
        if rests_on_last_year(before, id) || computed_history {
            change += 1;
            continue;
        }
        // The money of an agreement is that of its year, whenever it is followed up.
        let name = match node.name.strip_prefix(HISTORY) {
            Some(rest) => format!("{HISTORY}{}", rest.replacen("2024", "2025", 1)),
            None => text_one_year_later(&node.name),
        };
        let fresh = after.find(&name).unwrap_or_else(|| panic!("there is no {name}"));
        same(node, after.node(fresh));
        equal += 1;
    }
    assert!(equal > 800 && change > 100, "{equal} and {change}");
}

/// Last year's kronor per inhabitant stand in cells, which cannot hold all of them: what that leaves over
/// is no change, in no sentence and no table.
#[test]
fn a_year_like_the_last_is_told_to_be_that() {
    let cirkular: Json = serde_json::from_slice(&THIS_YEAR.files["cirkular.json"]).expect("JSON");
    let count = |set_of: &str| cirkular["behovsmodell"][set_of]["antal"].clone();
    for set_of in ["starkare", "svagare", "minskar"] {
        assert_eq!(count(set_of), 0, "{set_of}");
    }
    for table in ["forandring", "forandring_solidariskt"] {
        let table = serde_json::to_string(&cirkular[table]).expect("JSON");
        let printed = table.matches("\"text\":").count();
        assert!(printed > 100 && !table.contains("\"text\":\"\u{2212}0"), "{printed}");
    }
    let pdf = pdf_extract::extract_text_from_mem(&THIS_YEAR.files["cirkular.pdf"]).expect("text");
    assert!(pdf.contains("Genomsnittet är oförändrat"), "{pdf}");
}

/// The first Monday to Friday of each month of 2025 that is no public holiday, as a calendar on a wall
/// has them.
const BANKDAGAR: [&str; 12] = [
    "2025-01-02",
    "2025-02-03",
    "2025-03-03",
    "2025-04-01",
    "2025-05-02",
    "2025-06-02",
    "2025-07-01",
    "2025-08-01",
    "2025-09-01",
    "2025-10-01",
    "2025-11-03",
    "2025-12-01",
];

#[test]
fn money_is_paid_on_the_first_banking_days_of_the_new_year() {
    let this_year = compute();
    let days =
        this_year.report.trace.iter().filter(|(_, node)| node.name.contains(".betalningsdag_"));
    let days = days.map(|(_, node)| match &node.value {
        Value::Datum(day) => day.to_string(),
        other => panic!("{other:?} is no date"),
    });
    // An agreement year goes on into the year after.
    let days: BTreeSet<_> = days.filter(|day| day.starts_with("2025-")).collect();
    assert_eq!(days, BANKDAGAR.map(str::to_owned).into());
}

fn same(before: &Node, after: &Node) {
    match (&before.value, &after.value) {
        (Value::Datum(before_day), Value::Datum(day)) if !after.name.starts_with(HISTORY) => {
            assert_eq!(text_one_year_later(&before_day.to_string()), day.to_string());
        }
        (before, expected) => assert_eq!(before, expected, "{}", after.name),
    }
    assert_eq!(before.status, after.status, "{}", after.name);
}

/// The years a text names, one by one; a number in a series, as 2019:7, is no year.
fn aren(text: &str) -> Vec<u32> {
    let parts = text.split_inclusive(|character: char| !character.is_ascii_digit());
    let parts = parts.filter(|part| !part.ends_with(':'));
    let numbers =
        parts.map(|part| part.trim_end_matches(|character: char| !character.is_ascii_digit()));
    let numbers = numbers.filter(|numbers| numbers.len() == 4);
    numbers
        .filter_map(|numbers| numbers.parse().ok())
        .filter(|year| (2015..2040).contains(year))
        .collect()
}

/// Fields that are not looked at: where a figure is taken from is last year's to say, or the rule's; a
/// fraction is told only where decimals do not say all of it; checksums name no years.
/// Last year's agreement is the real one, with its own date.
const EXCEPTIONS: [&str; 5] = ["kalla", "exakt", "sha256", "korning", "avtal"];

/// Goes through two documents at once and collects where a text of the later one does not name the
/// years of the earlier one moved by one.
fn compare(place: &str, before: &Json, after: &Json, found: &mut BTreeSet<String>) {
    match (before, after) {
        (Json::Object(before), Json::Object(after)) => {
            let compared = before.iter().filter(|(name, _)| !EXCEPTIONS.contains(&name.as_str()));
            for (name, value) in compared {
                match after.get(name) {
                    Some(fresh) => compare(&format!("{place}/{name}"), value, fresh, found),
                    None => {
                        found.insert(format!("{place}/{name} is gone"));
                    }
                }
            }
        }
        (Json::Array(before), Json::Array(after)) => {
            for (number, (value, fresh)) in before.iter().zip(after).enumerate() {
                compare(&format!("{place}/{number}"), value, fresh, found);
            }
        }
        (Json::String(before), Json::String(after)) => {
            let expected: Vec<_> = aren(before).into_iter().map(|year| year + 1).collect();
            if aren(after) != expected {
                found.insert(format!("{place}: {before} became {after}"));
            }
        }
        _ => {}
    }
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// A document without what it says of years that have been; all of the trace is held by figures.
fn without_history(name: &str, mut document: Json) -> Json {
    if name.starts_with(HISTORY) {
        let head = &document["huvud"];
        return serde_json::json!({ "huvud": [&head["titel"], &head["datum"]] });
    }
    // What a letter says of the preparedness is the same history, cut out of the letter.
    if let Some(brev) = document.as_object_mut().filter(|_| name.starts_with("regionbesked-")) {
        brev.remove("beredskap");
        brev["meddelat"]["ingar"].take();
        if let Some(evidence) = brev["huvud"]["underlag"].as_array_mut() {
            evidence.retain(|row| row["fil"] != "beredskap.xlsx");
        }
    }
    if let Some(equalities) = document.get_mut("likheter").and_then(Json::as_array_mut) {
        equalities.retain(|one| !one["vanster"].as_str().is_some_and(|id| id.starts_with(HISTORY)));
    }
    document
}

#[test]
fn no_year_is_left_behind() {
    let mut found = BTreeSet::new();
    let view = |document_set: &DocumentSet, name: &str| {
        serde_json::from_slice::<Json>(&document_set.files[name]).expect("JSON")
    };
    let json = |name: &&String| extension(name) == "json" && *name != "trace.json";
    for name in LAST_YEAR.files.keys().filter(json) {
        let [before, after] =
            [&LAST_YEAR, &THIS_YEAR].map(|year| without_history(name, view(year, name)));
        compare(name, &before, &after, &mut found);
    }
    assert_eq!(found, BTreeSet::new());
}
