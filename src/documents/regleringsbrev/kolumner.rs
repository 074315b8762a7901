//! The columns of payment: the month's base, each adjustment, what is paid. The annexes and the
//! payment plan show a month alike.

use super::KR;
use super::data::Justerad;
use super::lasning::{Manad, justeringsrubrik, manadsbelopp, placerad};
use crate::report::regiontabell::Kolumn;
use crate::report::{Lasning, svenska};

/// The heading of the column with an agreement year's residual.
const RESTRUBRIK: &str = "Återstod från avrundning";

/// The columns of some months of one agreement year: the adjusted ones each on its own, the others
/// together, since they are alike.
pub(super) fn kolumner(las: &Lasning<'_>, avtalsar: i32, manader: &[Manad]) -> Vec<Kolumn> {
    let bas = manadsbelopp(avtalsar);
    let mut kolumner = vec![Kolumn::ny(las, "Statsbidrag per månad", &bas, KR)];
    let (justerade, ovriga): (Vec<_>, Vec<_>) = manader.iter().partition(|manad| manad.justerad());
    for manad in &justerade {
        for (rubrik, namn) in justeringskolumner(las, manad) {
            let kolumn = Kolumn::ny(las, brytbar(&rubrik), &namn, KR);
            kolumner.push(match justerade.as_slice() {
                [_] => kolumn,
                _ => kolumn.under(format!("Justering i {}", manad.namn)),
            });
        }
    }
    for manad in &justerade {
        kolumner.push(utbetalning(las, en_manad(manad), &manad.utbetalning()));
    }
    match ovriga.as_slice() {
        [] => {}
        [ensam] => kolumner.push(utbetalning(las, en_manad(ensam), &ensam.utbetalning())),
        flera => {
            let rubrik = format!(
                "{} för kostnader i {}, per månad",
                spann(flera.iter().map(|manad| manad.nyckel.as_str())),
                spann(flera.iter().map(|manad| manad.kostnad.as_str())),
            );
            kolumner.push(utbetalning(las, rubrik, &bas));
        }
    }
    kolumner
}

fn utbetalning(las: &Lasning<'_>, rubrik: String, namn: &str) -> Kolumn {
    Kolumn::ny(las, rubrik, namn, KR).under("Utbetalning")
}

fn en_manad(manad: &Manad) -> String {
    format!("{} för kostnader i {}", manad.namn, manad.kostnadsmanad)
}

fn spann<'a>(nycklar: impl Iterator<Item = &'a str>) -> String {
    svenska::manader_med_nyckel(nycklar)
}

/// A heading of a column, with where its long words may be broken.
fn brytbar(rubrik: &str) -> String {
    rubrik.replace("Valutakorrigering", "Valuta\u{ad}korrigering")
}

/// The headings of what adjusts a month, and the names of the figures.
fn justeringskolumner(las: &Lasning<'_>, manad: &Manad) -> Vec<(String, String)> {
    let slag = manad.justeringar.iter();
    let mut kolumner: Vec<_> =
        slag.map(|slag| (justeringsrubrik(las, slag), format!("justering_{slag}"))).collect();
    if manad.residual {
        kolumner.push((RESTRUBRIK.to_owned(), placerad(manad.avtalsar)));
    }
    kolumner
}

/// The adjustments of some months, each under its month.
pub(super) fn justeringar(las: &Lasning<'_>, manader: &[Manad]) -> Vec<Kolumn> {
    let mut kolumner = Vec::new();
    for manad in manader {
        for slag in &manad.justeringar {
            let rubrik = brytbar(&justeringsrubrik(las, slag));
            let kolumn = Kolumn::ny(las, rubrik, &format!("justering_{slag}"), KR);
            kolumner.push(kolumn.under(&manad.namn));
        }
    }
    kolumner
}

/// The adjusted months among some, with what adjusts each.
pub(super) fn justerade(las: &Lasning<'_>, manader: &[Manad]) -> Vec<Justerad> {
    let justerade = manader.iter().filter(|manad| manad.justerad());
    justerade
        .map(|manad| {
            let rubriker: Vec<_> =
                justeringskolumner(las, manad).into_iter().map(|(rubrik, _)| rubrik).collect();
            Justerad {
                manad: manad.namn.clone(),
                antal: rubriker.len(),
                uppraknade: svenska::upprakning(&rubriker),
            }
        })
        .collect()
}

/// The months without adjustment, as spans; none if every month has one.
pub(super) fn ovriga(manader: &[Manad]) -> Option<String> {
    let ovriga: Vec<_> = manader.iter().filter(|manad| !manad.justerad()).collect();
    (!ovriga.is_empty()).then(|| spann(ovriga.iter().map(|manad| manad.nyckel.as_str())))
}
