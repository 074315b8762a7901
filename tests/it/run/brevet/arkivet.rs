//! Last year's grants out of last year's published documents, put back among the inputs: they agree
//! with the sheet, differ, stand alone, are missing or cannot be read.

use serde_json::{Value, json};
use statsbidrag::grants::lakemedel::schema::ARBETSBOK;
use statsbidrag::region::Region;
use statsbidrag::workbook::{Fyllning, scaffold};

use crate::indata_2024::{self, AR, csv, lakemedel};
use crate::programmet::Mapp;
use crate::run::{check, problemen, report};

fn publicerat(region: Region) -> i64 {
    let rader = csv("lakemedel-2023-foregaende-ar.csv");
    let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("a row");
    rad["statsbidrag_kr_publicerat"].parse().expect("kronor")
}

/// A circular as it was published in 2023, with the grants of some regions.
fn cirkular(belopp: impl Fn(Region) -> Option<i64>) -> Vec<u8> {
    let siffror: Vec<Value> = Region::alla()
        .filter_map(|region| {
            let id = format!("lakemedel.2023.{}.statsbidrag", region.id());
            let status = "fastställd";
            Some(json!({ "id": id, "varde": belopp(region)?, "enhet": "kr", "status": status }))
        })
        .collect();
    let huvud = json!({ "titel": "Statsbidraget 2023", "korning": "0123456789abcdef" });
    serde_json::to_vec(&json!({ "huvud": huvud, "rader": siffror })).expect("JSON")
}

/// The folder of 2024 with an archived file, and the column of grants as it is or empty.
fn mapp(fil: &str, bytes: &[u8], kolumn: bool) -> Mapp {
    let fyll = if kolumn { lakemedel::fyllning() } else { utan_statsbidrag() };
    let bok = scaffold(&ARBETSBOK, AR, &fyll).expect("a workbook");
    let mapp = Mapp::ny("2024", indata_2024::alla()).med(ARBETSBOK.fil, &bok);
    std::fs::create_dir_all(mapp.indata().join("foregaende-ar")).expect("a folder");
    mapp.med(&format!("foregaende-ar/{fil}"), bytes)
}

/// Everything but last year's grants.
fn utan_statsbidrag() -> Fyllning {
    lakemedel::fyllning_utan(&["foregaende_statsbidrag"])
}

fn fel(mapp: &Mapp) -> Vec<String> {
    problemen(&check(mapp)).split("\n\n").map(str::to_owned).collect()
}

#[test]
fn archived_grants_alone_are_enough_and_are_where_the_plan_leads_back_to() {
    let mapp = mapp("cirkular.json", &cirkular(|region| Some(publicerat(region))), false);
    let (report, varningar) = report(&mapp);
    assert_eq!(varningar, "");
    let id = report.trace.find("regleringsbrev.2024.riket.utbetalning_2024_01").expect("January");
    assert_eq!(report.trace.node(id).value.exakt(), Some(2_956_246_876.into()));
    let lov = report.trace.leaves([id]);
    assert_eq!(lov.len(), 21);
    for id in lov {
        let node = report.trace.node(id);
        let Some(cell) = node.cell() else { panic!("{} is no leaf", node.name) };
        assert_eq!(cell.location.file, "foregaende-ar/cirkular.json");
    }
}

#[test]
fn archive_and_sheet_agree_to_the_krona() {
    let lika = mapp("cirkular.json", &cirkular(|region| Some(publicerat(region))), true);
    let svar = check(&lika);
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    let skiljer = mapp(
        "cirkular.json",
        &cirkular(|region| Some(publicerat(region) - i64::from(region.id() == "gotland"))),
        true,
    );
    assert_eq!(
        fel(&skiljer),
        ["fel[R04] lakemedel.xlsx › Föregående år › F18: Gotland fick 231 517 968 kr, men 231 517 967 kr enligt foregaende-ar/cirkular.json › /rader/7
  väntade: samma belopp på kronan
  hjälp:   rätta kolumnen, töm den, eller ta bort den arkiverade filen"]
    );
}

#[test]
fn without_archive_and_sheet_last_year_is_missing() {
    let mapp = mapp("annat.json", &cirkular(|_| None), false);
    assert_eq!(
        fel(&mapp),
        [
            "fel[F08] foregaende-ar/annat.json: filen innehåller inga siffror
  väntade: en JSON-fil som programmet skrev ett tidigare år, till exempel cirkular.json
  hjälp:   kopiera filen på nytt ur det årets resultatmapp, eller ta bort den",
            "fel[I06] lakemedel.xlsx › Föregående år: föregående års statsbidrag saknas
  väntade: kolumnen Statsbidrag ifylld för alla regioner
  hjälp:   eller lägg föregående års cirkular.json i mappen foregaende-ar",
        ]
    );
}

#[test]
fn an_archive_of_some_regions_or_of_nothing_paid_is_refused() {
    let nagra = |region: Region| {
        let saknas = ["gotland", "skane"].contains(&region.id());
        (!saknas).then(|| publicerat(region))
    };
    assert_eq!(
        fel(&mapp("cirkular.json", &cirkular(nagra), true)),
        ["fel[F08] foregaende-ar/cirkular.json: filen har inte statsbidraget 2023 för Gotland och Skåne
  väntade: 21 regioners statsbidrag, eller ingens
  hjälp:   lägg hela föregående års cirkular.json i mappen"]
    );
    let noll = |region: Region| Some(if region.id() == "skane" { 0 } else { publicerat(region) });
    let fel = fel(&mapp("cirkular.json", &cirkular(noll), false));
    assert_eq!(
        fel,
        [
            "fel[F08] foregaende-ar/cirkular.json › /rader/9: Skåne fick 0 kr i statsbidrag\n  väntade: minst 1 kr"
        ]
    );
}

#[test]
fn an_archive_that_cannot_be_read_is_named() {
    let fel = fel(&mapp("cirkular.json", b"{ \"rader\": [", true));
    assert_eq!(fel.len(), 1);
    assert!(
        fel[0].starts_with(
            "fel[F08] foregaende-ar/cirkular.json: filen är inte JSON: rad 1, tecken "
        ),
        "{fel:?}"
    );
}
