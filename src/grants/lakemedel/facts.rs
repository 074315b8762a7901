//! What is no number but follows from them: which regions have something in common, by unrounded
//! values; which months are meant. The prose of the documents depends on it.

use std::cmp::Ordering;

use super::grupper;
use super::inputs::{Delar, Inputs, Manadsplan};
use super::rules::{behovsmodell, forandring, solidariskt};
use crate::calendar::Month;
use crate::contract::lakemedel::{self as contract, Avrakningsgrupp, Komponent};
use crate::contract::{Avdrag, Fact, ForegaendeAvdrag};
use crate::quantity::{Exact, KronorPerInvanare};
use crate::region::Region;
use crate::report::Report;
use crate::swedish;

/// What the facts are found in.
pub(super) struct Utfall {
    pub(super) behov: behovsmodell::Utfall,
    pub(super) solidariskt: solidariskt::Utfall,
    pub(super) forandring: forandring::Differens,
}

/// States every fact.
pub(super) fn state(indata: &Inputs, utfall: &Utfall, report: &mut Report) {
    let (ar, ur_grupper) = (indata.ar, indata.behov.grupper.is_some());
    report.state(ar, &contract::BEHOVSMODELL_UR_GRUPPER, ur_grupper, Vec::new());
    for (promise, steg) in [
        (&contract::TRAPPSTEG, &indata.trappa.steg),
        (&contract::FOREGAENDE_TRAPPSTEG, &indata.foregaende.trappa.steg),
    ] {
        report.state(ar, promise, steg.len(), Vec::new());
    }
    report.state(ar, &contract::MANADSPLAN, indata.plan.is_some(), Vec::new());
    let grupper = grupper::GRUPPER.iter().map(grupper::Grupp::named).collect();
    report.state(ar, &contract::GRUPPER, grupper, Vec::new());
    regions(ar, utfall, report);
    extremes(ar, utfall, report);
    months(indata, report);
}

/// What the agreement's rows are: the deductions, which of them are new, and which are gone, neither where last
/// year's are not known; the other purposes; and what is settled by itself.
pub(super) fn avtalet(indata: &Inputs, report: &mut Report) {
    let fore = indata.foregaende.avdrag.as_deref();
    let kallades = |rad: &Avdrag| rad.hette.clone().unwrap_or_else(|| rad.namn.clone());
    let alike = |ett: &str, annat: &str| swedish::slug(ett) == swedish::slug(annat);
    let arets: Vec<_> = indata.avtal.avdrag.iter().map(|avdrag| &avdrag.rad).collect();
    let fanns = |rad: &Avdrag| {
        fore.is_none_or(|fore| fore.iter().any(|fore| alike(&fore.namn, &kallades(rad))))
    };
    let kvar = |fore: &ForegaendeAvdrag| arets.iter().any(|rad| alike(&fore.namn, &kallades(rad)));
    let borta = fore.unwrap_or_default().iter().filter(|fore| !kvar(fore)).cloned().collect();
    let rader = arets.iter().map(|rad| Avdrag { nytt: !fanns(rad), ..(*rad).clone() }).collect();
    let cells = indata.avtal.avdrag.iter().flat_map(|avdrag| avdrag.cells.clone()).collect();
    report.state(indata.ar, &contract::AVDRAGSRADER, rader, cells);
    report.state(indata.ar, &contract::BORTTAGNA_AVDRAG, borta, Vec::new());
    let ovriga = indata.avtal.ovriga_andamal.iter();
    let (ovriga, cells) = ovriga.map(|read| (read.value.clone(), read.cell.clone())).unzip();
    report.state(indata.ar, &contract::OVRIGA_ANDAMAL, ovriga, cells);
    for (delar, komponenter, grupper, slag) in [
        (
            &indata.avtal.delar,
            &contract::KOMPONENTRADER,
            &contract::AVRAKNINGSGRUPPER,
            &contract::BIDRAGETS_SLAG,
        ),
        (
            &indata.foregaende.delar,
            &contract::FOREGAENDE_KOMPONENTRADER,
            &contract::FOREGAENDE_AVRAKNINGSGRUPPER,
            &contract::FOREGAENDE_SLAG,
        ),
    ] {
        delarna(indata.ar, delar, (komponenter, grupper, slag), report);
    }
}

/// What an agreement pays for and how it is settled, and whether it was net of återbäring.
fn delarna(
    ar: i32,
    delar: &Delar,
    (komponenter, grupper, slag): (
        &Fact<Vec<Komponent>>,
        &Fact<Vec<Avrakningsgrupp>>,
        &Fact<String>,
    ),
    report: &mut Report,
) {
    let cells: Vec<_> = delar.komponenter.iter().flat_map(|del| del.cells.clone()).collect();
    let rader: Vec<_> = delar.komponenter.iter().map(|del| del.rad.clone()).collect();
    let [brutto, netto] = contract::SLAG;
    let ordet = if rader.iter().any(|rad| rad.aterbaring) { netto } else { brutto };
    report.state(ar, slag, ordet.to_owned(), cells.clone());
    report.state(ar, komponenter, rader, cells.clone());
    let egna = delar.grupper.iter().flat_map(|grupp| grupp.cells.clone());
    let cells = cells.into_iter().chain(egna).collect();
    let rader = delar.grupper.iter().map(|grupp| grupp.rad.clone()).collect();
    report.state(ar, grupper, rader, cells);
}

/// The regions that have something in common.
fn regions(ar: i32, utfall: &Utfall, report: &mut Report) {
    let mut state = |promise: &Fact<Vec<Region>>, has: &dyn Fn(Region) -> bool| {
        let regions = Region::all().filter(|region| has(*region)).collect();
        report.state(ar, promise, regions, Vec::new());
    };
    let solidariskt = &utfall.solidariskt;
    let kostnad = |region| &solidariskt.utfall[region].value;
    let noll = KronorPerInvanare::zero();
    state(&contract::OVER_MEDEL, &|region| *kostnad(region) > solidariskt.medel.value);
    for (niva, (fran, _)) in (1_usize..).zip(&solidariskt.trappa.steg).skip(1) {
        state(&contract::OVER_NIVA.at(niva), &|region| *kostnad(region) > fran.value);
    }
    state(&contract::SOLIDARISKT_ERSATTNING_OVER_NOLL, &|region| {
        solidariskt.ersattning[region].value > noll
    });
    state(&contract::SOLIDARISKT_OVER_NOLL, &|region| solidariskt.netto[region].value > noll);
    let differens = |region| &utfall.forandring.per_region[region].value;
    let medel = &utfall.forandring.medel.value;
    let mot = |region, med: &KronorPerInvanare| compared(differens(region), med);
    state(&contract::BEHOVSMODELL_STARKARE, &|region| mot(region, medel) == Ordering::Greater);
    state(&contract::BEHOVSMODELL_SVAGARE, &|region| mot(region, medel) == Ordering::Less);
    state(&contract::BEHOVSMODELL_MINSKAR, &|region| mot(region, &noll) == Ordering::Less);
}

/// The regions with most and least; of equals the first by länskod.
fn extremes(ar: i32, utfall: &Utfall, report: &mut Report) {
    for (highest, lowest, per_inv) in [
        (&contract::BEHOVSMODELL_HOGST, &contract::BEHOVSMODELL_LAGST, &utfall.behov.per_region),
        (&contract::SOLIDARISKT_HOGST, &contract::SOLIDARISKT_LAGST, &utfall.solidariskt.utfall),
    ] {
        let value = |region: &Region| &per_inv[*region].value;
        let found = [
            (highest, Region::all().rev().max_by_key(value)),
            (lowest, Region::all().min_by_key(value)),
        ];
        for (promise, region) in found {
            let region = region.unwrap_or_else(|| panic!("there are regions"));
            report.state(ar, promise, region, Vec::new());
        }
    }
}

/// As many parts of a krona as the decimals of last year's kronor per inhabitant that the workbook asks
/// for; what is less is no difference between the years, but the end of a number that a cell cannot hold
/// all of.
const CERTAIN: i64 = 100_000_000;

fn compared(one: &KronorPerInvanare, other: &KronorPerInvanare) -> Ordering {
    let difference = one.exact() - other.exact();
    (difference * Exact::from(CERTAIN)).nearest().cmp(&Exact::zero())
}

/// The months that follow from the grant year, and those the workbook names.
fn months(indata: &Inputs, report: &mut Report) {
    let ar = indata.ar;
    let efterslap: u32 = indata.efterslap.value.shown_as();
    let ends = indata.plan.as_ref().and_then(Manadsplan::ends);
    let (first, last) = ends.unwrap_or((1, 12));
    for (promise, year, month, later) in [
        (&contract::FORSTA_KOSTNADSMANAD, ar, first, 0),
        (&contract::FORSTA_BETALNINGSMANAD, ar, first, efterslap),
        (&contract::SISTA_BETALNINGSMANAD, ar, last, efterslap),
    ] {
        report.state(ar, promise, month_of(year, month).later(later), Vec::new());
    }
    let avrakning = &indata.avrakning;
    for (promise, month) in [
        (&contract::VINST_FORLUST_AVRAKNAS, &avrakning.avraknas),
        (&contract::VINST_FORLUST_REGLERAS, &avrakning.regleras),
    ] {
        report.state(ar, promise, month_of(ar + 1, month.value), vec![month.cell.clone()]);
    }
}

fn month_of(year: i32, month: u32) -> Month {
    Month::new(year, month).unwrap_or_else(|| panic!("{month} is a month"))
}
