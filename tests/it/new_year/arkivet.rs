//! Last year's published circular, put among the inputs of the new year: it says what the sheet says, and
//! stands in for it where the sheet is empty.

use std::fs;
use std::path::Path;

use statsbidrag::figure::Namn;
use statsbidrag::pipeline::Berakning;
use statsbidrag::region::Region;

use crate::new_year::ifyllt;
use crate::new_year::kalkyl::{Kalkyl, rad_med, text};
use crate::programmet::Mapp;
use crate::uppsattning;

const FIL: &str = "lakemedel.xlsx";
const BLAD: &str = "Föregående år";

/// The filled-in year with last year's circular beside the workbooks.
fn med_arkivet(bocker: &[(&str, Vec<u8>)]) -> Berakning {
    let mapp = Mapp::ny("2025", bocker);
    let arkiv = mapp.indata().join("foregaende-ar");
    fs::create_dir(&arkiv).expect("a folder");
    fs::write(arkiv.join("cirkular.json"), &uppsattning::av_2024().filer["cirkular.json"])
        .expect("a file");
    uppsattning::berakna_i(&mapp.indata())
}

/// Last year's grant of each region, and the file it was taken from.
fn bidragen(berakning: &Berakning) -> Vec<(String, String)> {
    let trace = &berakning.report.trace;
    let namn = Namn::ny("lakemedel", 2025);
    let bidrag = Region::alla().map(|region| {
        let id = trace.find(&namn.region(region, "foregaende_statsbidrag")).expect("a figure");
        let node = trace.node(id);
        let Some(cell) = node.cell() else { panic!("{node:?} was derived") };
        (format!("{:?}", node.value), cell.location.file.clone())
    });
    bidrag.collect()
}

#[test]
fn last_years_circular_agrees_with_what_was_inherited_of_it() {
    let bocker = ifyllt::bocker();
    let utan = bidragen(&uppsattning::berakna_i(&Mapp::ny("2025", &bocker).indata()));
    let med = bidragen(&med_arkivet(&bocker));
    for ((utan, blad), (med, arkiv)) in utan.iter().zip(&med) {
        assert_eq!(utan, med);
        assert_eq!(
            (blad.as_str(), Path::new(arkiv)),
            (FIL, Path::new("foregaende-ar/cirkular.json"))
        );
    }
}

#[test]
fn last_years_circular_stands_in_for_an_emptied_column() {
    let mut bocker = ifyllt::bocker();
    let (_, bytes) = bocker.iter_mut().find(|(namn, _)| *namn == FIL).expect("the workbook");
    let mut bok = Kalkyl::ny(bytes);
    let celler = bok.blad(BLAD);
    let rubrik = celler.keys().find(|plats| text(&celler, **plats) == Some("Statsbidrag (kr)"));
    let kolumn = rubrik.expect("the column").1;
    let om = ["Källa", "Status"].map(|om| rad_med(&celler, om));
    let regioner = Region::alla().map(|region| rad_med(&celler, region.kortnamn()));
    for rad in om.into_iter().chain(regioner) {
        bok.skriv(BLAD, (rad, kolumn), None);
    }
    *bytes = bok.bytes();
    assert_eq!(bidragen(&med_arkivet(&bocker)), bidragen(&med_arkivet(&ifyllt::bocker())));
}
