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

use statsbidrag::contract::lakemedel;
use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::ARBETSBOK;
use statsbidrag::pipeline::{self, urval::Urval};
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::report::Report;
use statsbidrag::workbook::{Belagg, Fyllning, Innehall, scaffold};

use crate::indata_2024::{self, AR};
use crate::programmet::{self, Mapp, Svar};

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
