//! What is no number but follows from them: which regions have something in common, by unrounded
//! values, and what is known of the use of each agreement's money. The prose of the document hangs on it.

use std::collections::BTreeMap;

use super::inputs::Indata;
use super::rules::andelar::Andelar;
use super::rules::liggare::{self, Konto};
use super::schema;
use crate::region::Region;
use crate::report::{Fakta, Report};

/// States every fact. `andelar` has the shares of the agreements whose use is known.
pub(super) fn fakta(
    indata: &Indata,
    konton: &[Konto],
    andelar: &[(i32, Andelar)],
    report: &mut Report,
) {
    anvandning(indata, report);
    provningar(indata, report);
    for (avtal, konto) in
        indata.avtal.iter().zip(konton).filter(|(_, konto)| konto.anvant.is_some())
    {
        let id = format!("anvant_allt_{}", avtal.ar);
        mangd(indata, report, &id, |region| konto.kvar.i(region).value.heltal() == 0);
    }
    for (ar, andelar) in andelar {
        let andel = |region: Region| &andelar.per_region.i(region).value;
        let lagst = Region::alla().map(andel).min();
        mangd(indata, report, &format!("andel_lagst_{ar}"), |region| Some(andel(region)) == lagst);
        let medel = &andelar.medel.value;
        mangd(indata, report, &format!("andel_over_medel_{ar}"), |region| andel(region) > medel);
    }
    for mal in &indata.mal {
        let veckor = |region: Region| mal.svar.i(region).value;
        let (gransen, id) = (mal.veckor.value, &mal.id);
        mangd(indata, report, &format!("natt_{id}"), |region| veckor(region) >= gransen);
        mangd(indata, report, &format!("missat_{id}"), |region| veckor(region) < gransen);
        let minst = Region::alla().map(veckor).min();
        mangd(indata, report, &format!("minst_{id}"), |region| Some(veckor(region)) == minst);
    }
    let dag = Fakta::Datum(schema::lagesdag(indata.ar));
    report.fakta(indata.namn.riket("lagesdag"), dag, Vec::new());
    let dag = Fakta::Datum(schema::nyckeldag(indata.ar));
    report.fakta(indata.namn.riket("nyckeldag"), dag, Vec::new());
}

fn mangd(indata: &Indata, report: &mut Report, id: &str, har: impl Fn(Region) -> bool) {
    let regioner = Region::alla().filter(|region| har(*region)).collect();
    report.fakta(indata.namn.riket(id), Fakta::Regioner(regioner), Vec::new());
}

/// What is found in different ways and shall be equal.
fn provningar(indata: &Indata, report: &mut Report) {
    let namn = |id: String| indata.namn.riket(&id);
    let mut rader = Vec::new();
    let mut lika = |text: String, vanster: String, hoger: String| {
        let rad = [("text", text), ("vanster", namn(vanster)), ("hoger", namn(hoger))];
        rader.push(BTreeMap::from(rad));
    };
    for avtal in &indata.avtal {
        let ar = avtal.ar;
        lika(
            format!("Regionernas delar av {ar} års medel är tillsammans överenskommelsens belopp."),
            format!("tilldelat_{ar}"),
            format!("pott_{ar}"),
        );
        if (avtal.fran..=avtal.till).contains(&indata.ar) {
            let nu = indata.ar;
            lika(
                format!(
                    "Det regionerna har kvar av {ar} års medel är det som högst får användas {nu}."
                ),
                format!("kvar_{ar}"),
                format!("disponibelt_{ar}_{nu}"),
            );
        }
    }
    let nu = indata.ar;
    let mut oppna = indata.avtal.iter().filter(|avtal| avtal.till >= nu).peekable();
    if oppna.peek().is_some() && oppna.all(|avtal| avtal.fran <= nu) {
        lika(
            format!("Det som är kvar av alla överenskommelser är det som högst får användas {nu}."),
            "kvar".to_owned(),
            format!("disponibelt_{nu}"),
        );
    }
    report.fakta(indata.namn.riket("provningar"), Fakta::Rader(rader), Vec::new());
}

/// Row by row: an agreement and a year that its money may be used; whether the use is known (`känd`),
/// was not asked about (`okänd`), or is of a year that has not passed (`kommande`).
fn anvandning(indata: &Indata, report: &mut Report) {
    let (mut anvandning, mut disponibelt) = (Vec::new(), Vec::new());
    for avtal in &indata.avtal {
        for ar in avtal.fran..=avtal.till {
            let lage = if avtal.anvant(ar).is_some() {
                "känd"
            } else if ar < indata.ar {
                "okänd"
            } else {
                "kommande"
            };
            anvandning.push(BTreeMap::from([
                ("avtal", avtal.ar.to_string()),
                ("ar", ar.to_string()),
                ("lage", lage.to_owned()),
            ]));
        }
        for ar in liggare::aren(indata.ar, &indata.avtal) {
            if (avtal.fran..=avtal.till).contains(&ar) {
                // Nothing unknown lies before it: the amount is exact, not only the most there can be.
                let exakt = (avtal.fran..ar).all(|ar| avtal.anvant(ar).is_some());
                disponibelt.push(BTreeMap::from([
                    ("avtal", avtal.ar.to_string()),
                    ("ar", ar.to_string()),
                    ("exakt", if exakt { "ja" } else { "nej" }.to_owned()),
                ]));
            }
        }
    }
    report.fakta(indata.namn.riket("anvandning"), Fakta::Rader(anvandning), Vec::new());
    report.fakta(indata.namn.riket("disponibelt"), Fakta::Rader(disponibelt), Vec::new());
}
