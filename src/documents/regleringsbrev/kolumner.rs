//! The columns of payment: the month's base, each adjustment, what is paid. The annexes and the
//! payment plan show a month alike.

use super::KR;
use super::data::Justerad;
use crate::contract::regleringsbrev::{self as contract, Betalning, Justering};
use crate::contract::{Kept, RegionalPromise};
use crate::report::Lasning;
use crate::report::regiontabell::Kolumn;
use crate::svenska;

/// The heading of the column with an agreement year's residual.
const RESTRUBRIK: &str = "Återstod från avrundning";

/// The columns of some months of one agreement year: the adjusted ones each on its own, the others
/// together, since they are alike.
pub(super) fn kolumner(las: &Lasning<'_>, avtalsar: i32, manader: &[Betalning]) -> Vec<Kolumn> {
    let bas = contract::MANADSBELOPP.at(avtalsar);
    let mut kolumner = vec![Kolumn::of(las, "Statsbidrag per månad", &bas, KR)];
    let (justerade, ovriga): (Vec<_>, Vec<_>) = manader.iter().partition(|manad| manad.justerad());
    for manad in &justerade {
        for kolumn in justeringskolumner(las, manad) {
            kolumner.push(match justerade.as_slice() {
                [_] => kolumn,
                _ => kolumn.under(format!("Justering i {}", svenska::manad_och_ar(manad.manad))),
            });
        }
    }
    for manad in &justerade {
        kolumner.push(en_manad(las, manad));
    }
    match ovriga.as_slice() {
        [] => {}
        [ensam] => kolumner.push(en_manad(las, ensam)),
        flera => {
            let rubrik = format!(
                "{} för kostnader i {}, per månad",
                svenska::manader_i_spann(flera.iter().map(|manad| manad.manad)),
                svenska::manader_i_spann(flera.iter().map(|manad| manad.kostnad)),
            );
            kolumner.push(utbetalning(las, rubrik, &bas));
        }
    }
    kolumner
}

fn utbetalning(
    las: &Lasning<'_>,
    rubrik: String,
    promise: &(impl RegionalPromise + Kept),
) -> Kolumn {
    Kolumn::of(las, rubrik, promise, KR).under("Utbetalning")
}

fn en_manad(las: &Lasning<'_>, manad: &Betalning) -> Kolumn {
    let [betalas, kostnad] = [manad.manad, manad.kostnad].map(svenska::manad_och_ar);
    let rubrik = format!("{betalas} för kostnader i {kostnad}");
    utbetalning(las, rubrik, &contract::UTBETALNING.at(manad.manad))
}

/// A heading of a column, with where its long words may be broken.
fn brytbar(rubrik: &str) -> String {
    rubrik.replace("Valutakorrigering", "Valuta\u{ad}korrigering")
}

fn justeringsrubrik(las: &Lasning<'_>, slag: Justering) -> String {
    let rader = las.fact(&contract::JUSTERINGSRADER).into_iter();
    let rad = rader.into_iter().find(|rad| rad.slag == slag);
    rad.unwrap_or_else(|| panic!("there is no adjustment {slag:?}")).rubrik
}

/// The headings of what adjusts a month.
fn justeringsrubriker(las: &Lasning<'_>, manad: &Betalning) -> Vec<String> {
    let slag = manad.justeringar.iter().map(|slag| justeringsrubrik(las, *slag));
    slag.chain(manad.residual.then(|| RESTRUBRIK.to_owned())).collect()
}

/// What adjusts a month.
fn justeringskolumner(las: &Lasning<'_>, manad: &Betalning) -> Vec<Kolumn> {
    let slag = manad.justeringar.iter().map(|slag| contract::JUSTERING.at(*slag));
    let placerad = manad.residual.then(|| contract::RESIDUAL_PLACERAD.at(manad.avtalsar()));
    let kolumner = justeringsrubriker(las, manad).into_iter().zip(slag.chain(placerad));
    kolumner
        .map(|(rubrik, promise)| Kolumn::of(las, brytbar(&rubrik), promise.kept(), KR))
        .collect()
}

/// The adjustments of some months, each under its month; what is placed of a residual is none.
pub(super) fn justeringar(las: &Lasning<'_>, manader: &[Betalning]) -> Vec<Kolumn> {
    let kolumn = |manad: &Betalning, slag| {
        let (rubrik, promise) = (justeringsrubrik(las, slag), contract::JUSTERING.at(slag));
        let kolumn = Kolumn::of(las, brytbar(&rubrik), promise.kept(), KR);
        kolumn.under(svenska::manad_och_ar(manad.manad))
    };
    let alla =
        manader.iter().flat_map(|manad| manad.justeringar.iter().map(move |slag| (manad, *slag)));
    alla.map(|(manad, slag)| kolumn(manad, slag)).collect()
}

/// The adjusted months among some, with what adjusts each.
pub(super) fn justerade(las: &Lasning<'_>, manader: &[Betalning]) -> Vec<Justerad> {
    let justerade = manader.iter().filter(|manad| manad.justerad());
    justerade
        .map(|manad| {
            let rubriker = justeringsrubriker(las, manad);
            Justerad {
                manad: svenska::manad_och_ar(manad.manad),
                antal: rubriker.len(),
                uppraknade: svenska::upprakning(&rubriker),
            }
        })
        .collect()
}

/// The months without adjustment, as spans; none if every month has one.
pub(super) fn ovriga(manader: &[Betalning]) -> Option<String> {
    let ovriga: Vec<_> = manader.iter().filter(|manad| !manad.justerad()).collect();
    (!ovriga.is_empty()).then(|| svenska::manader_i_spann(ovriga.iter().map(|manad| manad.manad)))
}
