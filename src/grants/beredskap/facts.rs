//! What is no number but follows from them: which regions have something in common, by unrounded
//! values, and what is known of the use of each agreement's money. The prose of the document depends on it.

use super::inputs::Inputs;
use super::rules::andelar::Andelar;
use super::rules::liggare::{self, Konto};
use super::schema;
use crate::contract::beredskap::{self as contract, Disponibelt, Lage, Usage};
use crate::contract::{Equality, Fact};
use crate::region::Region;
use crate::report::Report;

/// States every fact. `andelar` has the shares of the agreements whose use is known.
pub(super) fn state(
    indata: &Inputs,
    konton: &[Konto],
    andelar: &[(i32, Andelar)],
    report: &mut Report,
) {
    anvandning(indata, report);
    let nu = indata.ar;
    report.state(nu, &contract::PROVNINGAR, provningar(indata), Vec::new());
    report.state(nu, &contract::LAGESDAG, schema::lagesdag(nu), Vec::new());
    let mut regions = |promise: Fact<Vec<Region>>, har: &dyn Fn(Region) -> bool| {
        let regioner = Region::all().filter(|region| har(*region)).collect();
        report.state(nu, &promise, regioner, Vec::new());
    };
    for (avtal, konto) in
        indata.avtal.iter().zip(konton).filter(|(_, konto)| konto.anvant.is_some())
    {
        regions(contract::ANVANT_ALLT.at(avtal.ar), &|r| konto.kvar[r].value.integer() == 0);
    }
    for (ar, andelar) in andelar {
        let andel = |region: Region| &andelar.per_region[region].value;
        let (lowest, medel) = (Region::all().map(andel).min(), &andelar.medel.value);
        regions(contract::ANDEL_LAGST.at(*ar), &|region| Some(andel(region)) == lowest);
        regions(contract::ANDEL_OVER_MEDEL.at(*ar), &|region| andel(region) > medel);
    }
    for mal in &indata.mal {
        let veckor = |region: Region| mal.answer[region].value;
        let (gransen, least) = (mal.veckor.value, Region::all().map(veckor).min());
        regions(contract::NATT.at(&mal.id), &|region| veckor(region) >= gransen);
        regions(contract::MISSAT.at(&mal.id), &|region| veckor(region) < gransen);
        regions(contract::MINST.at(&mal.id), &|region| Some(veckor(region)) == least);
    }
}

/// What is found in different ways and shall be equal.
fn provningar(indata: &Inputs) -> Vec<Equality> {
    let nu = indata.ar;
    let mut lika = Vec::new();
    for avtal in &indata.avtal {
        let ar = avtal.ar;
        let text =
            format!("Regionernas delar av {ar} års medel är tillsammans överenskommelsens belopp.");
        lika.push(Equality::new(nu, text, &contract::TILLDELAT.at(ar), &contract::POTT.at(ar)));
        if (avtal.fran..=avtal.till).contains(&nu) {
            let text = format!(
                "Det regionerna har kvar av {ar} års medel är det som högst får användas {nu}."
            );
            let disponibelt = contract::DISPONIBELT.at((ar, nu));
            lika.push(Equality::new(nu, text, &contract::KVAR.at(ar), &disponibelt));
        }
    }
    let mut oppna = indata.avtal.iter().filter(|avtal| avtal.till >= nu).peekable();
    if oppna.peek().is_some() && oppna.all(|avtal| avtal.fran <= nu) {
        let text =
            format!("Det som är kvar av alla överenskommelser är det som högst får användas {nu}.");
        let disponibelt = contract::DISPONIBELT_AR.at(nu);
        lika.push(Equality::new(nu, text, &contract::KVAR_ALLA, &disponibelt));
    }
    lika
}

/// What is known of the use of each agreement's money in each year of its period, and of what may be used.
fn anvandning(indata: &Inputs, report: &mut Report) {
    let nu = indata.ar;
    let (mut anvandning, mut disponibla) = (Vec::new(), Vec::new());
    for avtal in &indata.avtal {
        for ar in avtal.fran..=avtal.till {
            let lage = if avtal.anvant(ar).is_some() {
                Lage::Kand
            } else if ar < nu {
                Lage::Okand
            } else {
                Lage::Kommande
            };
            anvandning.push(Usage { avtal: avtal.ar, ar, lage });
        }
        for ar in liggare::aren(nu, &indata.avtal) {
            if (avtal.fran..=avtal.till).contains(&ar) {
                // Nothing unknown lies before it: the amount is exact, not only the most there can be.
                let exakt = (avtal.fran..ar).all(|ar| avtal.anvant(ar).is_some());
                disponibla.push(Disponibelt { avtal: avtal.ar, ar, exakt });
            }
        }
    }
    report.state(nu, &contract::ANVANDNING, anvandning, Vec::new());
    report.state(nu, &contract::DISPONIBLA, disponibla, Vec::new());
}
