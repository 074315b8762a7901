//! The amounts per region that are known for the agreement of 2023: the fixtures' base and outcome give
//! each of them to the krona, by last year's grants.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::settlement::case::{COUNT, Case, Remainder};
use crate::settlement::engine::kronor;

/// The rows of a fixture, by heading.
fn csv(name: &str) -> Vec<BTreeMap<String, String>> {
    let file = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut view = csv::Reader::from_path(file).expect("the fixture is there");
    view.deserialize().map(|row| row.expect("a row")).collect()
}

fn column(name: &str, heading: &str) -> [i64; COUNT] {
    let rows = csv(name);
    assert_eq!(rows.len(), COUNT);
    std::array::from_fn(|place| rows[place][heading].parse().expect("kronor"))
}

/// What the workbooks of 2024 say of the agreement of 2023.
fn avtalet_2023() -> Case {
    let parts = csv("lakemedel-2023-komponenter");
    let groups = csv("lakemedel-2023-avrakningsgrupper");
    let costs = csv("regleringsbrev-2024-avstamning");
    let scaled = |text: &str, scale: i64| {
        let number: Decimal = text.parse().expect("a decimal");
        i64::try_from(number * Decimal::from(scale)).expect("a whole number")
    };
    let [ore, percent] = [crate::settlement::case::MNKR, crate::settlement::case::PERCENT];
    assert!(parts.iter().all(|part| part["aterbaring"] == "nej" && part["grupp"] != "tillsammans"));
    assert!(groups.iter().all(|group| group["uppat"] == group["nedat"]));
    Case {
        together: groups.len() == 1,
        bas: [
            scaled(&parts[0]["avtalat_belopp"], ore),
            scaled(&parts[1]["avtalat_belopp"], ore),
            0,
        ],
        utfall: [scaled(&costs[0]["kostnad"], ore), scaled(&costs[1]["kostnad"], ore), 0],
        hepatit_c: scaled(&parts[1]["ersatt_andel"], percent),
        limit: scaled(&groups[0]["uppat"], percent),
        statens_andel: scaled(&groups[0]["statens_andel"], percent),
        weights: column("lakemedel-2023-foregaende-ar", "statsbidrag_kr_publicerat"),
        by_population: false,
        rest: Remainder::Nobody,
    }
}

#[test]
fn the_settlement_of_2023_gives_every_regions_amount() {
    let parts = kronor(&avtalet_2023());
    let published = "regleringsbrev-2024-justeringar";
    let expected = [
        (-214_600_000, column(published, "vinst_forlust_formanen_2023_kr").to_vec()),
        (-17_900_000, column(published, "vinst_forlust_hepc_2023_kr").to_vec()),
    ];
    assert_eq!(parts, expected);
    assert!(
        parts.iter().all(|(amount, parts)| *amount == parts.iter().sum::<i64>()),
        "no residual"
    );
}

#[test]
fn the_agreement_of_2023_is_the_same_by_whole_numbers_only() {
    crate::settlement::compare(&avtalet_2023()).expect("the calculations agree");
}
