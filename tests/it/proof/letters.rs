//! The letters, each against the report and against what was published for its region; and all of them
//! together against the country.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use statsbidrag::region::Region;
use statsbidrag::report::number::Varde;

use crate::document_set::compute;
use crate::pages::pages;
use crate::proof::{document_set, field, json as view, with_field};

fn name(region: Region) -> String {
    format!("regionbesked-{}-{}", region.county_code(), region.id())
}

fn brevet(region: Region) -> Value {
    view(&format!("{}.json", name(region)))
}

/// The text of a letter, without what line breaks put in.
fn text(region: Region) -> (usize, String) {
    let file = format!("{}.pdf", name(region));
    let pages = pages(document_set().files.get(&file).unwrap_or_else(|| panic!("no {file}")));
    let text = pages.concat().split_whitespace().collect::<Vec<_>>().join(" ");
    (pages.len(), text)
}

fn numbers(json: &Value) -> Vec<&Value> {
    let mut numbers = Vec::new();
    with_field(json, &["id", "varde", "text"], &mut numbers);
    numbers
}

/// A published table: rows by länskod.
fn csv(file: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/{file}.csv"));
    let mut csv = csv::Reader::from_path(path).expect("a fixture");
    let rows = csv.deserialize::<BTreeMap<String, String>>().map(|row| row.expect("a row"));
    rows.map(|row| (row.get("lanskod").expect("a column").clone(), row)).collect()
}

/// Kronor as a page has them, the spaces as in [`text`].
fn printed_text(kronor: &str) -> String {
    let (character, numbers) =
        kronor.strip_prefix('-').map_or(("", kronor), |rest| ("\u{2212}", rest));
    let count = numbers.len();
    let numbers = numbers.chars().enumerate().flat_map(|(place, number)| {
        let between = place > 0 && (count - place).is_multiple_of(3);
        between.then_some(' ').into_iter().chain([number])
    });
    character.chars().chain(numbers).collect()
}

#[test]
fn a_letter_holds_only_figures_of_its_region_and_the_country() {
    let trace = compute().report.trace;
    for region in Region::all() {
        let mut json = brevet(region);
        // The bars are every region's, one each, and this one is set off.
        let diagram = json["jamforelse"]["diagram"]["staplar"].take();
        let bars = diagram.as_array().expect("bars");
        for (other, bar) in Region::all().zip(bars) {
            let id = format!("lakemedel.2024.{}.statsbidrag_per_inv", other.id());
            assert_eq!(bar["siffra"]["id"], id, "{region}");
            assert_eq!(bar["framhavd"], other == region, "{region}");
        }
        assert_eq!(bars.len(), Region::all().len());
        let mut places = BTreeSet::new();
        let numbers = numbers(&json);
        for number in &numbers {
            let id = field(number, "id");
            let place = id.split('.').nth(2).expect("bidrag.år.plats.namn");
            assert!([region.id(), "riket"].contains(&place), "{region}: {id}");
            places.insert(place.to_owned());
            let node = trace.node(trace.find(id).unwrap_or_else(|| panic!("there is no {id}")));
            let value = serde_json::to_value(Varde::of(&node.value)).expect("JSON");
            assert_eq!(number["varde"], value, "{region}: {id}");
        }
        assert_eq!(places.len(), 2, "{region}");
        assert!(numbers.len() > 100, "{region}: {} figures", numbers.len());
    }
}

#[test]
fn a_letter_prints_what_was_published_for_its_region() {
    let tables = ["lakemedel-2024-publicerat", "bilaga4-2024", "sektorsbidrag-2024"].map(csv);
    let besked = csv("besked-2024");
    for region in Region::all() {
        let (pages, text) = text(region);
        assert!(pages <= 4, "{region}: {pages} pages");
        assert!(text.contains(region.official_name()), "{region}: {text}");
        for (table, column) in [
            (0, "statsbidrag_2024_kr"),
            (0, "statsbidrag_2023_brutto_kr"),
            (0, "befolkning_2023_08_31"),
            (1, "statsbidrag_per_manad_kr"),
            (1, "justering_aterbaring_kr"),
            (1, "utbetalning_maj_kr"),
            (1, "utbetalning_juni_till_november_kr"),
            (2, "fordelade_medel_kr_publicerat"),
            (2, "folkmangd_2023_11_01"),
        ] {
            let number = printed_text(&tables[table][region.county_code()][column]);
            assert!(text.contains(&number), "{region}: {column} {number} is not in {text}");
        }
        let mnkr = &besked[region.county_code()]["besked_mnkr_preliminar_publicerat"];
        let mnkr = format!("beräknas regionen få {}* miljoner kronor", printed_text(mnkr));
        assert!(text.replace(" *", "*").contains(&mnkr), "{region}: {mnkr} is not in {text}");
    }
}

#[test]
fn the_letters_sum_to_the_country() {
    let trace = compute().report.trace;
    let number = |name: &str| {
        let node = trace.node(trace.find(name).unwrap_or_else(|| panic!("there is no {name}")));
        node.value.exact().expect("a number")
    };
    for name in [
        "lakemedel.2024._.statsbidrag",
        "lakemedel.2024._.foregaende_statsbidrag",
        "lakemedel.2024._.forandring_niva",
        "regleringsbrev.2024._.aret",
        "regleringsbrev.2024._.utbetalning_2024_05",
        "regleringsbrev.2024._.justering_avdrag",
        "beslut.2024._.sektorsbidrag.belopp",
        "besked.2024._.meddelat",
        "beredskap.2024._.tilldelat_2022",
        "beredskap.2024._.kvar",
    ] {
        let mut sum = statsbidrag::quantity::Exact::zero();
        for region in Region::all() {
            let id = name.replace("._.", &format!(".{}.", region.id()));
            let json = brevet(region);
            let exists = numbers(&json).into_iter().any(|printed| field(printed, "id") == id);
            assert!(exists, "{region}: the letter does not state {id}");
            sum = sum + number(&id);
        }
        assert_eq!(sum, number(&name.replace("._.", ".riket.")), "{name}");
    }
}

/// The amounts of a column of one of a letter's tables; the last row's last.
fn column(table: &Value, place: usize) -> Vec<i64> {
    let rows = table["rader"].as_array().expect("rows");
    let cell = |row: &Value| row.pointer(&format!("/celler/{place}/varde")).and_then(Value::as_i64);
    rows.iter().filter_map(cell).collect()
}

#[test]
fn causes_and_months_add_to_the_krona_in_every_letter() {
    for region in Region::all() {
        let json = brevet(region);
        for (table, place, count) in [("forandring", 2, 6), ("utbetalning", 2, 13)] {
            let number = column(&json[table]["tabell"], place);
            let (sum, parts) = number.split_last().expect("a total");
            assert_eq!(parts.iter().sum::<i64>(), *sum, "{region}: {table}");
            assert_eq!(number.len(), count, "{region}: {table}");
        }
    }
}

#[test]
fn the_place_is_that_among_the_bars() {
    for region in Region::all() {
        let json = brevet(region);
        let number = |bar: &Value| -> rust_decimal::Decimal {
            field(&bar["siffra"], "varde").parse().expect("a decimal")
        };
        let bars = json["jamforelse"]["diagram"]["staplar"].as_array().expect("bars");
        let own = bars.iter().find(|bar| bar["framhavd"] == true).expect("its own");
        let more = bars.iter().filter(|bar| number(bar) > number(own)).count();
        assert_eq!(json["jamforelse"]["plats"]["varde"], more + 1, "{region}");
    }
}
