//! The amounts per region that are known for the agreement of 2023: the fixtures' base and outcome give
//! each of them to the krona, by last year's grants.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::settlement::fall::{ANTAL, Fall, Rest};
use crate::settlement::motorn::kronor;

/// The rows of a fixture, by heading.
fn csv(namn: &str) -> Vec<BTreeMap<String, String>> {
    let fil = format!("{}/tests/data/{namn}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut las = csv::Reader::from_path(fil).expect("the fixture is there");
    las.deserialize().map(|rad| rad.expect("a row")).collect()
}

fn kolumn(namn: &str, rubrik: &str) -> [i64; ANTAL] {
    let rader = csv(namn);
    assert_eq!(rader.len(), ANTAL);
    std::array::from_fn(|plats| rader[plats][rubrik].parse().expect("kronor"))
}

/// What the workbook of 2024 says of the agreement of 2023.
fn avtalet_2023() -> Fall {
    let rader = csv("regleringsbrev-2024-avstamning");
    let varde = |id: &str| {
        let rad = rader.iter().find(|rad| rad["id"] == format!("avstamning_{id}"));
        rad.unwrap_or_else(|| panic!("there is no {id}"))["varde"].clone()
    };
    let skalad = |id: &str, skala: i64| {
        let tal: Decimal = varde(id).parse().expect("a decimal");
        i64::try_from(tal * Decimal::from(skala)).expect("a whole number")
    };
    let ore = |id| skalad(id, crate::settlement::fall::MNKR);
    let procent = |id| skalad(id, crate::settlement::fall::PROCENT);
    assert_eq!(varde("fordelas_efter"), "årets statsbidrag");
    assert_eq!(varde("residual"), "half_up");
    Fall {
        tillsammans: varde("avrakning") == "tillsammans",
        bas: ["bas_formanen", "bas_hepatit_c", "bas_aterbaring"].map(ore),
        utfall: ["utfall_formanen", "hepatit_c_kostnad", "utfall_aterbaring"].map(ore),
        hepatit_c: procent("hepatit_c_andel"),
        grans: procent("grans"),
        statens_andel: procent("statens_andel"),
        vikter: kolumn("lakemedel-2023-foregaende-ar", "statsbidrag_kr_publicerat"),
        efter_befolkning: false,
        rest: Rest::Ingen,
    }
}

#[test]
fn the_settlement_of_2023_gives_every_regions_amount() {
    let delar = kronor(&avtalet_2023());
    let facit = "regleringsbrev-2024-justeringar";
    let vantade = [
        (-214_600_000, kolumn(facit, "vinst_forlust_formanen_2023_kr").to_vec()),
        (-17_900_000, kolumn(facit, "vinst_forlust_hepc_2023_kr").to_vec()),
    ];
    assert_eq!(delar, vantade);
    assert!(
        delar.iter().all(|(belopp, delar)| *belopp == delar.iter().sum::<i64>()),
        "no residual"
    );
}

#[test]
fn the_agreement_of_2023_is_the_same_by_whole_numbers_only() {
    crate::settlement::jamfor(&avtalet_2023()).expect("the calculations agree");
}
