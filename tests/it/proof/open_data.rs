//! Open data: every figure that the documents state, once, as they state it; and what describes the tables is true of
//! them.

use std::collections::BTreeMap;

use serde_json::Value;
use statsbidrag::manifest::Checksum;
use statsbidrag::region::Region;

use crate::proof::{document_set, field, json as view, with_field};

fn rows(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = &document_set().files[&format!("oppna-data/{name}.csv")];
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let head = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    (head, reader.records().map(|record| row(record.expect("a row"))).collect())
}

#[test]
fn every_figure_of_the_documents_stands_once_as_they_state_it() {
    let mut stated: BTreeMap<String, [String; 3]> = BTreeMap::new();
    for (name, _) in document_set().pdf() {
        let json = view(&format!("{name}.json"));
        let mut numbers = Vec::new();
        with_field(&json, &["id", "varde", "enhet", "status"], &mut numbers);
        for number in numbers.into_iter().filter(|number| number["enhet"] != "datum") {
            let value =
                number["varde"].as_str().map_or_else(|| number["varde"].to_string(), str::to_owned);
            let rest = ["enhet", "status"].map(|key| field(number, key).to_owned());
            let [unit, status] = rest;
            stated.insert(field(number, "id").to_owned(), [value, unit, status]);
        }
    }
    let (head, rows) = rows("siffror");
    assert_eq!(rows.len(), stated.len());
    let place = |name: &str| head.iter().position(|own| own == name).expect("a column");
    let [id, code, region] = ["id", "lanskod", "region"].map(place);
    for row in &rows {
        let own = ["varde", "enhet", "status"].map(|name| row[place(name)].clone());
        assert_eq!(own, stated[&row[id]], "{row:?}");
        let whose = row[id].split('.').nth(2).expect("whose it is");
        let named = Region::all().find(|one| one.id() == whose);
        let expected = named.map_or(("00", "Riket"), |one| (one.county_code(), one.short_name()));
        assert_eq!((row[code].as_str(), row[region].as_str()), expected, "{row:?}");
        let of_a_decision =
            ["regleringsbrev.", "beslut."].iter().any(|one| row[id].starts_with(one));
        let decided = if of_a_decision { "beslutad" } else { "" };
        assert_eq!([&row[place("mottagare")], &row[place("beslut")]], ["", decided], "{row:?}");
    }
    let skane = rows.iter().find(|row| row[id] == "lakemedel.2024.skane.statsbidrag");
    assert_eq!(skane.expect("it is there")[place("varde")], "5100738882");
}

#[test]
fn what_describes_the_tables_is_true_of_them() {
    let package = view("oppna-data/datapackage.json");
    assert_eq!(package["version"], document_set().run);
    let resources = package["resources"].as_array().expect("resources");
    for resource in resources {
        let path = field(resource, "path");
        let bytes = &document_set().files[&format!("oppna-data/{path}")];
        assert_eq!(resource["hash"], format!("sha256:{}", Checksum::of(bytes)), "{path}");
        assert_eq!(resource["bytes"], bytes.len(), "{path}");
        let (head, rows) = rows(path.trim_end_matches(".csv"));
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        assert!(fields.iter().map(|one| field(one, "name")).eq(&head), "{path}: {head:?}");
        assert!(rows.len() > 21, "{path}");
    }
    assert_eq!(resources.len(), 2);
    let record = view("oppna-data/dcat.jsonld");
    for key in ["dct:title", "dct:description", "dct:publisher", "dcat:distribution", "dct:issued"]
    {
        assert!(!matches!(record[key], Value::Null), "{key} is missing");
    }
}
