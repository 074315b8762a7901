//! What is no number but follows from them: which months an annex pays, and for which; what is paid
//! when, and why it is adjusted. The prose and the columns of the documents depend on it.

use std::collections::BTreeSet;

use super::inputs::Inputs;
use super::justering::Justering;
use crate::allocation::Residual;
use crate::calendar::Month;
use crate::contract::regleringsbrev::{
    self as contract, Avtal, Betalning, Bilaga, Justeringsrad, Medgivet, Reglerar, RegleratAvdrag,
    Slag,
};
use crate::contract::{Equality, FactPromise};
use crate::figure::{CellRef, Figure};
use crate::quantity::Andel;
use crate::report::Report;
use crate::swedish;

/// What the facts are found in.
pub(super) struct Utfall {
    /// How many months after the cost the grant is paid.
    pub(super) efterslap: u32,
    /// The first and the last month of cost, 1–12, that last year's agreement, and the year's, pays by a plan of its own;
    /// none where it is paid by twelfths.
    pub(super) planer: [Option<(u32, u32)>; 2],
    /// The months of the budget year in which something is to be paid, 1–12.
    pub(super) betalas: BTreeSet<u32>,
    /// The kinds of adjustment whose amounts a rule found.
    pub(super) raknade: Vec<Justering>,
    /// Whether last year's agreement has several settlement groups.
    pub(super) flera: bool,
    /// The equations that held.
    pub(super) provningar: Vec<Equality>,
}

/// The first and the last month of cost, 1–12, that a plan pays.
pub(super) fn ends(plan: &[Figure<Andel>]) -> (u32, u32) {
    let months = (1..).zip(plan).filter(|(_, andel)| !andel.value.exact().is_zero());
    let months: Vec<u32> = months.map(|(month, _)| month).collect();
    months.first().copied().zip(months.last().copied()).unwrap_or((1, 12))
}

/// Rows, with the cells they were read from.
type Rows<T> = Vec<(T, Vec<CellRef>)>;

/// States every fact.
pub(super) fn state(indata: &Inputs, utfall: &Utfall, report: &mut Report) {
    let ar = indata.ar;
    rows(report, ar, &contract::BILAGOR, bilagor(indata, utfall.efterslap));
    let justerade = justeringar(indata, utfall, report);
    rows(report, ar, &contract::JUSTERINGSRADER, justerade);
    rows(report, ar, &contract::AVTAL, avtalen(indata, utfall));
    rows(report, ar, &contract::MEDGIVNA, medgivna(indata));
    let betalas = utfall.betalas.iter();
    let betalningar = betalas.map(|nummer| payment(indata, utfall, *nummer)).collect();
    report.state(ar, &contract::BETALNINGAR, betalningar, Vec::new());
    let reglering = indata.evidence.reglering.as_ref();
    let storst = reglering.is_some_and(|all| all.residual == Residual::HalfUpResidualToLargest);
    report.state(ar, &contract::AVDRAG_STORST_TAR_RESTEN, storst, Vec::new());
    rows(report, ar, &contract::REGLERADE_AVDRAG, reglerade(indata));
    report.state(ar, &contract::PROVNINGAR, utfall.provningar.clone(), Vec::new());
}

fn rows<T, P: FactPromise<Of = Vec<T>>>(report: &mut Report, ar: i32, promise: &P, rows: Rows<T>) {
    let (rows, cells): (_, Vec<_>) = rows.into_iter().unzip();
    report.state(ar, promise, rows, cells.concat());
}

fn bilagor(indata: &Inputs, efterslap: u32) -> Rows<Bilaga> {
    let row = |bilaga: &super::inputs::Bilaga| {
        let [first, final_one] =
            [&bilaga.first, &bilaga.last].map(|nummer| indata.month(nummer.value));
        let kostnad = |manad: Month| manad.previous(efterslap);
        let row = Bilaga {
            nummer: bilaga.nummer.value,
            betalas: first..=final_one,
            kostnad: kostnad(first)..=kostnad(final_one),
        };
        (row, [&bilaga.nummer, &bilaga.first, &bilaga.last].map(|last| last.cell.clone()).into())
    };
    indata.bilagor.iter().map(row).collect()
}

/// What a month pays.
fn payment(indata: &Inputs, utfall: &Utfall, nummer: u32) -> Betalning {
    let efterslap = utfall.efterslap;
    let [forra, arets] = utfall.planer.map(|plan| plan.is_some());
    let manad = indata.month(nummer);
    let bilaga = indata.bilagor.iter().find(|bilaga| bilaga.betalar(nummer));
    let justeringar = indata.justeringar.iter().filter(|row| row.manad.value == nummer);
    Betalning {
        manad,
        kostnad: manad.previous(efterslap),
        bilaga: bilaga.map(|bilaga| bilaga.nummer.value),
        justeringar: justeringar.map(|row| row.kind.value.clone()).collect(),
        residual: nummer == efterslap && indata.placerar(indata.ar - 1),
        egen_plan: if nummer <= efterslap { forra } else { arets },
    }
}

/// The deductions that are settled.
fn reglerade(indata: &Inputs) -> Rows<RegleratAvdrag> {
    let all = indata.evidence.reglering.iter().flat_map(|reglering| &reglering.avdrag);
    all.map(|avdrag| (avdrag.rad.clone(), avdrag.cells.clone())).collect()
}

/// The names of the deductions that an adjustment of them is for, and how many it settles: those that differ enough
/// from their cost, or all that the workbook states where none does.
fn avdragen(indata: &Inputs, report: &Report) -> (Vec<String>, Option<Reglerar>) {
    let regleras = |avdrag: &RegleratAvdrag| {
        let figure = report.published(indata.ar, &contract::AVDRAG_REGLERAS.at(&avdrag.id));
        figure.is_some_and(|figure| !figure.value.exact().exact().is_zero())
    };
    let all = reglerade(indata).into_iter().map(|(avdrag, _)| avdrag);
    let (now, within): (Vec<_>, Vec<_>) = all.partition(regleras);
    let namn =
        |all: Vec<RegleratAvdrag>| all.into_iter().map(|avdrag| avdrag.namn).collect::<Vec<_>>();
    match (now.len(), within.len()) {
        (0, 0) => (Vec::new(), None),
        (0, 1) => (namn(within), Some(Reglerar::Inget)),
        (0, _) => (namn(within), Some(Reglerar::Inga)),
        (1, _) => (namn(now), Some(Reglerar::Ett)),
        (_, _) => (namn(now), Some(Reglerar::Flera)),
    }
}

/// The adjustments, in the order they are paid.
fn justeringar(indata: &Inputs, utfall: &Utfall, report: &Report) -> Rows<Justeringsrad> {
    let (avdrag, reglerar) = avdragen(indata, report);
    let avdrag = swedish::enumeration(&avdrag);
    let mut ordnade: Vec<_> = indata.justeringar.iter().collect();
    // Of one kind in a month, as they stand.
    ordnade.sort_by_key(|row| (row.manad.value, row.kind.value.slag));
    let row = |last: &super::inputs::Justeringsrad| {
        let (kind, avtalsar) = (&last.kind.value, indata.ar - 1);
        let row = Justeringsrad {
            rubrik: kind.heading(avtalsar, &avdrag, utfall.flera),
            skal: last.skal.value.clone(),
            manad: indata.month(last.manad.value),
            bilaga: last.bilaga.value,
            avtalsar,
            raknad: utfall.raknade.contains(kind),
            reglerar: reglerar.filter(|_| kind.slag == Slag::Avdrag),
            justering: kind.clone(),
        };
        let cells = [&last.kind.cell, &last.skal.cell, &last.manad.cell, &last.bilaga.cell];
        (row, cells.into_iter().chain(&last.grupp).cloned().collect())
    };
    ordnade.into_iter().map(row).collect()
}

/// The agreement years, the earlier first.
fn avtalen(indata: &Inputs, utfall: &Utfall) -> Rows<Avtal> {
    let [forra, arets] = utfall.planer;
    let mut avtalen: Vec<_> = indata.avtal.iter().collect();
    avtalen.sort_by_key(|avtal| avtal.ar.value);
    let row = |last: &super::inputs::Avtalsar| {
        let ar = last.ar.value;
        let january = Month::new(ar, 1).unwrap_or_else(|| panic!("{ar} is a year"));
        let plan = if ar == indata.ar { arets } else { forra };
        let (first, last_paid) = plan.unwrap_or((1, 12));
        // What rounding leaves over is placed in the payment of the last month of cost.
        let last_paid = if last.residual_placeras.value { 12 } else { last_paid };
        let paid = |month: u32| january.later(utfall.efterslap + month - 1);
        let row = Avtal {
            avtalsar: ar,
            regeringsbeslut: last.regeringsbeslut.value.clone(),
            datum: last.datum.value,
            diarienummer: last.diarienummer.value.clone(),
            residual_placeras: last.residual_placeras.value,
            betalas: paid(first)..=paid(last_paid),
            egen_plan: plan.is_some(),
        };
        let cells = [&last.ar.cell, &last.regeringsbeslut.cell, &last.datum.cell];
        let fler = [&last.diarienummer.cell, &last.residual_placeras.cell];
        (row, cells.into_iter().chain(fler).cloned().collect())
    };
    avtalen.into_iter().map(row).collect()
}

/// The payments that are meant to be zero or negative.
fn medgivna(indata: &Inputs) -> Rows<Medgivet> {
    let row = |last: &super::inputs::Medgivet| {
        let row = Medgivet {
            region: last.region.value,
            manad: indata.month(last.manad.value),
            skal: last.skal.value.clone(),
        };
        let cells = [&last.region.cell, &last.manad.cell, &last.skal.cell];
        (row, cells.map(Clone::clone).into())
    };
    indata.medgivna.iter().map(row).collect()
}
