//! Last year's grants out of last year's published documents, put back among the inputs: they agree
//! with the sheet, differ, stand alone, are missing or cannot be read.

use serde_json::{Value, json};
use statsbidrag::grants::lakemedel::schema::WORKBOOK;
use statsbidrag::region::Region;
use statsbidrag::workbook::{Fill, scaffold};

use crate::data_2024::{self, AR, csv, lakemedel};
use crate::program::Folder;
use crate::run::{check, problems, report};

fn published_amount(region: Region) -> i64 {
    let rows = csv("lakemedel-2023-foregaende-ar.csv");
    let row = rows.iter().find(|row| row["lanskod"] == region.county_code()).expect("a row");
    row["statsbidrag_kr_publicerat"].parse().expect("kronor")
}

/// A circular as it was published in 2023, with the grants of some regions.
fn cirkular(amount: impl Fn(Region) -> Option<i64>) -> Vec<u8> {
    let numbers: Vec<Value> = Region::all()
        .filter_map(|region| {
            let id = format!("lakemedel.2023.{}.statsbidrag", region.id());
            let status = "fastställd";
            Some(json!({ "id": id, "varde": amount(region)?, "enhet": "kr", "status": status }))
        })
        .collect();
    let head = json!({ "titel": "Statsbidraget 2023", "korning": "0123456789abcdef" });
    serde_json::to_vec(&json!({ "huvud": head, "rader": numbers })).expect("JSON")
}

/// The folder of 2024 with an archived file, and the column of grants as it is or empty.
fn folder(file: &str, bytes: &[u8], column: bool) -> Folder {
    let fill = if column { lakemedel::fill() } else { utan_statsbidrag() };
    let book = scaffold(&WORKBOOK, AR, &fill).expect("a workbook");
    let folder = Folder::new("2024", data_2024::all()).with(WORKBOOK.file, &book);
    std::fs::create_dir_all(folder.inputs().join("foregaende-ar")).expect("a folder");
    folder.with(&format!("foregaende-ar/{file}"), bytes)
}

/// Everything but last year's grants.
fn utan_statsbidrag() -> Fill {
    lakemedel::fill_without(&["foregaende_statsbidrag"])
}

fn errors(folder: &Folder) -> Vec<String> {
    problems(&check(folder)).split("\n\n").map(str::to_owned).collect()
}

#[test]
fn archived_grants_alone_are_enough_and_are_where_the_plan_leads_back_to() {
    let folder = folder("cirkular.json", &cirkular(|region| Some(published_amount(region))), false);
    let (report, warnings) = report(&folder);
    assert_eq!(warnings, "");
    let id = report.trace.find("regleringsbrev.2024.riket.utbetalning_2024_01").expect("January");
    assert_eq!(report.trace.node(id).value.exact(), Some(2_956_246_876.into()));
    let permission = report.trace.leaves([id]);
    assert_eq!(permission.len(), 21);
    for id in permission {
        let node = report.trace.node(id);
        let Some(cell) = node.cell() else { panic!("{} is no leaf", node.name) };
        assert_eq!(cell.location.file, "foregaende-ar/cirkular.json");
    }
}

#[test]
fn archive_and_sheet_agree_to_the_krona() {
    let equal = folder("cirkular.json", &cirkular(|region| Some(published_amount(region))), true);
    let answer = check(&equal);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    let differs = folder(
        "cirkular.json",
        &cirkular(|region| Some(published_amount(region) - i64::from(region.id() == "gotland"))),
        true,
    );
    assert_eq!(
        errors(&differs),
        ["fel[R04] lakemedel.xlsx › Föregående år › F18: ”Statsbidrag” för Gotland är 231 517 968 kr, men 231 517 967 kr enligt foregaende-ar/cirkular.json › /rader/7
  väntade: det som föregående år kom fram till
  hjälp:   rätta cellen, eller ta bort den arkiverade filen"]
    );
}

#[test]
fn without_archive_and_sheet_last_year_is_missing() {
    let folder = folder("annat.json", &cirkular(|_| None), false);
    assert_eq!(
        errors(&folder),
        [
            "fel[F08] foregaende-ar/annat.json: filen innehåller inga siffror
  väntade: en JSON-fil som programmet skrev ett tidigare år, till exempel cirkular.json
  hjälp:   kopiera filen på nytt ur det årets resultatmapp, eller ta bort den",
            "fel[I06] lakemedel.xlsx › Föregående år › F10: föregående års statsbidrag saknas
  väntade: kolumnen Statsbidrag ifylld för alla regioner
  hjälp:   eller lägg föregående års cirkular.json i mappen foregaende-ar",
        ]
    );
}

#[test]
fn an_archive_of_some_regions_or_of_nothing_paid_is_refused() {
    let some_of = |region: Region| {
        let missing = ["gotland", "skane"].contains(&region.id());
        (!missing).then(|| published_amount(region))
    };
    assert_eq!(
        errors(&folder("cirkular.json", &cirkular(some_of), true)),
        ["fel[F08] foregaende-ar/cirkular.json: filen har inte statsbidraget 2023 för Gotland och Skåne
  väntade: 21 regioners statsbidrag, eller ingens
  hjälp:   lägg hela föregående års cirkular.json i mappen"]
    );
    let zero =
        |region: Region| Some(if region.id() == "skane" { 0 } else { published_amount(region) });
    let error = errors(&folder("cirkular.json", &cirkular(zero), false));
    assert_eq!(
        error,
        [
            "fel[F08] foregaende-ar/cirkular.json › /rader/9: Skåne fick 0 kr i statsbidrag\n  väntade: minst 1 kr"
        ]
    );
}

#[test]
fn an_archive_that_cannot_be_read_is_named() {
    let error = errors(&folder("cirkular.json", b"{ \"rader\": [", true));
    assert_eq!(error.len(), 1);
    assert!(
        error[0].starts_with(
            "fel[F08] foregaende-ar/cirkular.json: filen är inte JSON: rad 1, tecken "
        ),
        "{error:?}"
    );
}
