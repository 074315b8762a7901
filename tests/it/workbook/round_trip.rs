//! What is written reads back: the same values, no problems, the same bytes each time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use statsbidrag::figure::Status;
use statsbidrag::problem::Code;
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Belagg, Fyllning, Innehall, scaffold};

use crate::workbook::bok::{del, folk, las_bytes};
use crate::workbook::mall::MALL;

fn datum(ar: i32, manad: u32, dag: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar, manad, dag).expect("a date")
}

fn text(text: &str) -> Innehall {
    Innehall::Text(text.into())
}

fn utfall(region: Region) -> Decimal {
    Decimal::new(309_960_963_727 + folk(region), 8)
}

fn fyllning() -> Fyllning {
    let belagg = || Belagg::ny("SKR:s cirkulär 23:51, tabell 5", Status::Faststalld);
    let mut fyll = Fyllning::ny();
    fyll.uppgift("Dokument", "ar", Innehall::Heltal(2024), belagg());
    fyll.uppgift(
        "Dokument",
        "rubrik",
        text("Bidraget för 2024 – ”netto”"),
        belagg().bekraftad_av("ekonomichefen"),
    );
    fyll.uppgift("Dokument", "datum", Innehall::Datum(datum(2023, 12, 20)), belagg());
    fyll.uppgift(
        "Dokument",
        "belopp",
        Innehall::Decimal(Decimal::new(38_411_749_680, 6)),
        belagg(),
    );
    fyll.uppgift("Dokument", "rest", text("största resten"), belagg());
    fyll.kolumn(
        "Befolkning",
        "folk",
        PerRegion::fran(|region| Innehall::Heltal(folk(region))),
        belagg(),
    );
    fyll.kolumn(
        "Befolkning",
        "utfall",
        PerRegion::fran(|region| Innehall::Decimal(utfall(region))),
        Belagg::ny("x", Status::Exempel),
    );
    fyll.fri("Kostnader", "Hiv", PerRegion::fran(|_| Innehall::Heltal(0)), belagg());
    fyll.fri(
        "Kostnader",
        "Gauchers sjukdom",
        PerRegion::fran(|region| Innehall::Heltal(folk(region))),
        belagg(),
    );
    fyll.kolumn(
        "Kostnader",
        "summa",
        PerRegion::fran(|region| Innehall::Heltal(folk(region))),
        belagg(),
    );
    for (niva, fran, andel) in [(1, None, 85), (2, Some(271), 90)] {
        let fran = fran.map(|fran: i64| ("fran", Innehall::Decimal(fran.into())));
        let fasta = [("niva", Innehall::Heltal(niva)), ("andel", Innehall::Decimal(andel.into()))];
        fyll.rad("Trappa", fasta.into_iter().chain(fran));
    }
    fyll.belagg("Trappa", "fran", belagg()).belagg(
        "Trappa",
        "andel",
        belagg().per(datum(2024, 1, 1)),
    );
    for (grupp, lapp) in [("6–18 år", 3), ("0 år", 1), ("1–5 år", 2)] {
        fyll.rad("Prislappar", [("grupp", text(grupp)), ("lapp", Innehall::Decimal(lapp.into()))]);
    }
    fyll.belagg("Prislappar", "lapp", belagg());
    fyll.rad("Mottagare", [("mottagare", text("Ekonomidirektörer"))]).belagg(
        "Mottagare",
        "mottagare",
        belagg(),
    );
    fyll
}

#[test]
fn filled_and_read_back() {
    let bytes = scaffold(&MALL, 2024, &fyllning()).expect("a workbook");
    let (bok, problems) = las_bytes(&bytes);
    assert_eq!(problems.to_string(), "");
    let bok = bok.expect("a workbook");
    assert_eq!((bok.ar, bok.egna_blad.len()), (2024, 0));
    let rubrik = bok.text("Dokument", "rubrik").expect("a heading");
    assert_eq!(rubrik.value, "Bidraget för 2024 – ”netto”");
    assert_eq!(rubrik.cell.underlag.bekraftad_av.as_deref(), Some("ekonomichefen"));
    assert_eq!(bok.datum("Dokument", "datum").map(|varde| varde.value), Some(datum(2023, 12, 20)));
    assert_eq!(
        bok.decimal("Dokument", "belopp").map(|varde| varde.value),
        Some(Decimal::new(38_411_749_680, 6))
    );
    assert_eq!(
        bok.text("Dokument", "rest").map(|varde| varde.value).as_deref(),
        Some("största resten")
    );
    let lasta = bok.region_heltal("Befolkning", "folk").expect("all regions");
    let utfallen = bok.region_decimal("Befolkning", "utfall").expect("all regions");
    for (region, varde) in lasta.iter() {
        assert_eq!(varde.value, folk(region));
        assert_eq!(varde.cell.underlag.per_datum, Some(datum(2023, 8, 31)));
        assert_eq!(utfallen.i(region).value, utfall(region));
        assert_eq!(utfallen.i(region).cell.underlag.status, Status::Exempel);
    }
    let fria = bok.fria_heltal("Kostnader");
    assert_eq!(
        fria.iter().map(|(namn, _)| namn.as_str()).collect::<Vec<_>>(),
        ["Hiv", "Gauchers sjukdom"]
    );
    let steg: Vec<_> = bok
        .rader("Trappa")
        .iter()
        .map(|rad| (rad.heltal("niva"), rad.decimal("fran"), rad.decimal("andel")))
        .collect();
    let [(_, ingen, andel), (_, fran, _)] = steg.as_slice() else { panic!("two steps: {steg:?}") };
    assert_eq!((ingen, fran.as_ref().map(|varde| varde.value)), (&None, Some(Decimal::from(271))));
    assert_eq!(
        andel.as_ref().and_then(|varde| varde.cell.underlag.per_datum),
        Some(datum(2024, 1, 1))
    );
    let lappar: BTreeMap<_, _> = bok
        .rader("Prislappar")
        .iter()
        .filter_map(|rad| Some((rad.text("grupp")?.value, rad.decimal("lapp")?.value)))
        .collect();
    assert_eq!(
        lappar,
        BTreeMap::from([
            ("0 år".into(), 1.into()),
            ("1–5 år".into(), 2.into()),
            ("6–18 år".into(), 3.into())
        ])
    );
    let mottagare =
        bok.rader("Mottagare").first().and_then(|rad| rad.text("mottagare")).expect("a name");
    assert_eq!(mottagare.value, "Ekonomidirektörer");
    assert_eq!(mottagare.cell.underlag.kalla, "SKR:s cirkulär 23:51, tabell 5");
}

/// An empty workbook is right in form: all that is wrong with it is what is not filled in.
#[test]
fn an_empty_workbook_lacks_only_values() {
    let bytes = scaffold(&MALL, 2024, &Fyllning::default()).expect("a workbook");
    let (bok, problems) = las_bytes(&bytes);
    assert_eq!(bok.map(|bok| bok.ar), Some(2024));
    for problem in problems.iter() {
        assert!([Code::I06, Code::I16].contains(&problem.code), "{problem}");
    }
    let antal = problems.iter().count();
    assert_eq!(antal, 9, "{problems}");
}

#[test]
fn the_same_bytes_each_time() {
    let bytes = || scaffold(&MALL, 2024, &fyllning()).expect("a workbook");
    let forsta = bytes();
    assert_eq!(forsta, bytes());
    let core = del(&forsta, "docProps/core.xml");
    assert!(core.contains("2024-01-01T00:00:00Z"), "{core}");
}

#[test]
fn a_number_that_would_not_read_back_is_not_written() {
    let mut fyll = Fyllning::ny();
    let lang: Decimal = "3639.3056372712345678".parse().expect("a decimal");
    fyll.uppgift("Dokument", "belopp", Innehall::Decimal(lang), Belagg::ny("x", Status::Exempel));
    assert_eq!(
        scaffold(&MALL, 2024, &fyll).map_err(|fel| fel.to_string()),
        Err("belopp: 3639.3056372712345678 har fler siffror än ett kalkylblad kan hålla".into())
    );
}

#[test]
#[should_panic(expected = "Dokument has no field finns_inte")]
fn a_value_for_a_field_that_is_not_there_is_a_bug() {
    let mut fyll = Fyllning::ny();
    fyll.uppgift("Dokument", "finns_inte", text("x"), Belagg::ny("x", Status::Exempel));
    let _ = scaffold(&MALL, 2024, &fyll);
}
