//! The program from the outside: what it answers, and with which words, when it is given good
//! workbooks, bad ones and hostile ones. Runs the real program; knows no rule.

mod answer;
mod behovsmodell;
mod beredskap;
#[cfg(feature = "typeset")]
mod beredskap_udda;
mod brevet;
#[cfg(feature = "typeset")]
mod fientlig;
#[cfg(feature = "typeset")]
mod fientligt_brev;
mod granser;
#[cfg(feature = "typeset")]
mod hjalp;
#[cfg(feature = "typeset")]
mod manga;
#[cfg(feature = "typeset")]
mod mappen;
mod medel;
#[cfg(feature = "typeset")]
mod optional;
mod regler;
mod rest;
mod shells;
#[cfg(target_os = "linux")]
mod terminal;
#[cfg(feature = "typeset")]
mod udda;
#[cfg(feature = "typeset")]
mod urval;

use std::collections::BTreeSet;

use serde_json::Value;
use statsbidrag::contract::lakemedel;
use statsbidrag::documents::DOCUMENTS;
use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::ARBETSBOK;
use statsbidrag::pipeline::{self, Val, urval::Urval};
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::render::{Mallar, PdfStandard};
use statsbidrag::report::Report;
use statsbidrag::workbook::{Belagg, Fyllning, Innehall, scaffold};

use crate::indata_2024::{self, AR};
use crate::programmet::{self, Mapp, Svar};
use crate::sidor::granskas;

/// The workbook's name.
const FIL: &str = "lakemedel.xlsx";

fn bok(fyll: &Fyllning) -> Vec<u8> {
    scaffold(&ARBETSBOK, AR, fyll).expect("a workbook")
}

/// A folder with the workbook of 2024, changed.
fn mapp(andra: impl FnOnce(&mut Fyllning)) -> Mapp {
    let mut fyll = indata_2024::lakemedel::fyllning();
    andra(&mut fyll);
    Mapp::ny("2024", indata_2024::alla()).med(FIL, &bok(&fyll))
}

/// A document's JSON, by name, after the documents of a folder were set and held to their schemas. Of the
/// letters, which are alike, two are set.
fn documents(folder: &Mapp) -> impl Fn(&str) -> Value + use<> {
    let computed = pipeline::compute(&folder.indata(), &Urval::default(), &|_| ());
    let computed = computed.unwrap_or_else(|problems| panic!("{problems}"));
    let options =
        Val { urval: Urval::default(), mallar: Mallar::inbyggda(), standard: PdfStandard::A3a };
    let all = options.urval.exemplar(&computed.report, computed.ar).expect("all of them");
    let kinds: BTreeSet<_> = all.iter().map(|(document, _)| document.id).collect();
    // There is a settlement only in years that settle something.
    let mut always = DOCUMENTS.iter().map(|document| document.id).filter(|id| *id != "avstamning");
    assert!(always.all(|id| kinds.contains(id)), "{kinds:?}");
    let chosen: Vec<_> = all.into_iter().filter(|(_, copy)| granskas(&copy.id)).collect();
    let files = pipeline::make(computed, chosen.clone(), &options, &|_| ());
    let files = files.unwrap_or_else(|problems| panic!("{problems}"));
    for (document, copy) in chosen {
        let json = serde_json::from_slice(&files[&format!("{}.json", copy.id)]).expect("JSON");
        let schema = jsonschema::validator_for(&(document.schema)().into()).expect("a schema");
        assert!(schema.is_valid(&json), "{}", copy.id);
        assert!(files[&format!("{}.pdf", copy.id)].len() > 10_000);
    }
    move |id| serde_json::from_slice(&files[&format!("{id}.json")]).expect("JSON")
}

/// `check`.
fn check(mapp: &Mapp) -> Svar {
    programmet::svar(programmet::programmet().arg("check").arg(mapp.indata()))
}

/// What `check` says of the workbook of 2024, changed, where it must find fault.
fn fel(andra: impl FnOnce(&mut Fyllning)) -> String {
    problemen(&check(&mapp(andra)))
}

/// The same, of the workbook without some sheets.
fn fel_utan(blad: &[&str], andra: impl FnOnce(&mut Fyllning)) -> String {
    let mut fyll = indata_2024::lakemedel::fyllning_utan(blad);
    andra(&mut fyll);
    problemen(&check(&Mapp::ny("2024", indata_2024::alla()).med(FIL, &bok(&fyll))))
}

/// What the folder comes to, and the warnings.
fn report(mapp: &Mapp) -> (Report, String) {
    let berakning = pipeline::compute(&mapp.indata(), &Urval::default(), &|_| ());
    let berakning = berakning.unwrap_or_else(|problems| panic!("{problems}"));
    (berakning.report, berakning.varningar.to_string())
}

/// The grants a folder comes to: länskod and kronor.
fn bidrag(mapp: &Mapp) -> Vec<(&'static str, i64)> {
    let (report, _) = report(mapp);
    let las = report.lasning(AR);
    let belopp = |region: Region| las.in_region(region, &lakemedel::STATSBIDRAG).exakt().heltal();
    Region::alla().map(|region| (region.lanskod(), belopp(region).expect("kronor"))).collect()
}

/// Fills a ladder in: level, amount it begins at if not the mean, compensation.
fn steg(fyll: &mut Fyllning, sida: &str, steg: &[(i64, Option<&str>, &str)]) {
    for (niva, fran, andel) in steg {
        let raknas_fran = if fran.is_some() { "beloppet" } else { "medelkostnaden" };
        let fran = fran.map(|fran| ("fran", decimal(fran)));
        let ovrigt = [
            ("niva", heltal(*niva)),
            ("raknas_fran", text(raknas_fran)),
            ("ersattning", decimal(andel)),
        ];
        fyll.rad(sida, ovrigt.into_iter().chain(fran));
    }
    for id in ["raknas_fran", "fran", "ersattning"] {
        fyll.belagg(sida, id, belagg());
    }
}

/// The problems of a run that failed because of them, without the words about the run itself, and with
/// ordinary spaces between thousands, where the program has no-break spaces.
fn problemen(svar: &Svar) -> String {
    assert_eq!(svar.kod, Some(1), "{svar:?}");
    let (problem, sist) = svar
        .fel
        .trim_start()
        .rsplit_once('\n')
        .map_or(("", ""), |(fore, _)| fore.rsplit_once('\n').unwrap_or(("", fore)));
    let antal = problem.matches("fel[").count();
    assert_eq!(sist, format!("{antal} fel. Inget har skrivits. Rätta och kör igen."), "{svar:?}");
    problem.trim_end().replace('\u{a0}', " ")
}

fn belagg() -> Belagg {
    Belagg::ny("Prov", Status::Exempel)
}

fn heltal(tal: i64) -> Innehall {
    Innehall::Heltal(tal)
}

fn decimal(text: &str) -> Innehall {
    Innehall::Decimal(text.parse::<Decimal>().expect("a decimal"))
}

fn text(text: &str) -> Innehall {
    Innehall::Text(text.to_owned())
}

/// The same value for all regions.
fn alla(varde: &Innehall) -> PerRegion<Innehall> {
    PerRegion::fran(|_: Region| varde.clone())
}
