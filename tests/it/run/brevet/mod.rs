//! The workbook of the regleringsbrev, changed: what the program answers, word for word, and what it
//! computes.

mod arkivet;
mod belopp;
mod bilagor;
#[cfg(feature = "typeset")]
mod dokumenten;
mod facit;
mod hanvisningar;
mod ihsi;
#[cfg(feature = "typeset")]
mod pappren;
mod plan;
mod uppgifter;

use statsbidrag::grants::regleringsbrev::schema::{ARBETSBOK, blad};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Fyllning, Innehall, scaffold};

use crate::indata_2024::{self, AR, regleringsbrev};
use crate::programmet::Mapp;
use crate::run::{belagg, check, heltal, problemen, report, text};

/// The workbook's name.
const FIL: &str = "regleringsbrev.xlsx";

/// The folder of 2024, with the decision's workbook changed after some sheets were left out.
fn mapp(utan: &[&str], andra: impl FnOnce(&mut Fyllning)) -> Mapp {
    let mut fyll = regleringsbrev::fyllning_utan(utan);
    andra(&mut fyll);
    let bytes = scaffold(&ARBETSBOK, AR, &fyll).expect("a workbook");
    Mapp::ny("2024", indata_2024::alla()).med(FIL, &bytes)
}

/// What `check` says of it, where it must find fault.
fn fel(utan: &[&str], andra: impl FnOnce(&mut Fyllning)) -> String {
    problemen(&check(&mapp(utan, andra)))
}

/// That `check` says precisely this, problem by problem, without the name of the file.
fn sager(fel: &str, vantat: &[&str]) {
    let funnet: Vec<_> =
        fel.split("\n\n").map(|ett| ett.replace(&format!("{FIL} › "), "")).collect();
    assert_eq!(funnet, vantat);
}

/// The figures it comes to, by name without grant and year, where it is in order.
fn siffror(mapp: &Mapp) -> impl Fn(&str) -> i64 + use<> {
    let (report, varningar) = report(mapp);
    assert_eq!(varningar, "");
    move |namn| {
        let id = report.trace.find(&format!("regleringsbrev.{AR}.{namn}"));
        let node = report.trace.node(id.unwrap_or_else(|| panic!("there is no {namn}")));
        node.value.exakt().and_then(|tal| tal.heltal()).expect("a whole number")
    }
}

/// Whether there is such a figure.
fn finns(mapp: &Mapp, namn: &str) -> bool {
    report(mapp).0.trace.find(&format!("regleringsbrev.{AR}.{namn}")).is_some()
}

/// Fills the sheet Bilagor: number, first and last month.
fn bilagor(fyll: &mut Fyllning, rader: &[(i64, i64, i64)]) {
    for (nummer, forsta, sista) in rader {
        let rad = [
            ("nummer", heltal(*nummer)),
            ("forsta_manad", heltal(*forsta)),
            ("sista_manad", heltal(*sista)),
        ];
        fyll.rad(blad::BILAGOR, rad);
    }
    for id in ["forsta_manad", "sista_manad"] {
        fyll.belagg(blad::BILAGOR, id, belagg());
    }
}

/// Adds rows to the sheet Justeringar: kind, annex, month.
pub(crate) fn justeringar(fyll: &mut Fyllning, rader: &[(&str, i64, i64)]) {
    for (slag, bilaga, manad) in rader {
        let rad = [
            ("justering", text(slag)),
            ("bilaga", heltal(*bilaga)),
            ("manad", heltal(*manad)),
            ("skal", text("Ett skäl.")),
        ];
        fyll.rad(blad::JUSTERINGAR, rad);
    }
    for id in ["bilaga", "manad", "skal"] {
        fyll.belagg(blad::JUSTERINGAR, id, belagg());
    }
}

/// Adds permissions: region, month.
fn medgivna(fyll: &mut Fyllning, rader: &[(&str, i64)]) {
    for (region, manad) in rader {
        let rad = [
            ("region", text(region)),
            ("manad", heltal(*manad)),
            ("skal", text("Regionen har fått för mycket.")),
        ];
        fyll.rad(blad::MEDGIVNA, rad);
    }
    for id in ["manad", "skal"] {
        fyll.belagg(blad::MEDGIVNA, id, belagg());
    }
}

/// Fills a column of the sheet Justeringsbelopp.
fn kolumn(fyll: &mut Fyllning, id: &str, varde: impl Fn(Region) -> Innehall) {
    fyll.kolumn(blad::JUSTERINGSBELOPP, id, PerRegion::fran(varde), belagg());
}

/// The adjustments of 2024 without their amounts: the sheets that say of them.
pub(crate) const JUSTERINGAR: [&str; 3] =
    [blad::JUSTERINGAR, blad::JUSTERINGSBELOPP, blad::AVSTAMNING];
