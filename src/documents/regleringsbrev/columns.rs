//! The columns of payment: the month's base, each adjustment, what is paid. The annexes and the
//! payment plan show a month alike.

use super::KR;
use super::data::Justerad;
use crate::contract::regleringsbrev::{self as contract, Betalning, Justering};
use crate::contract::{Everywhere, Kept, Maybe, RegionalPromise};
use crate::quantity::HelaKronor;
use crate::report::View;
use crate::report::region_table::Column;
use crate::swedish;

/// The heading of the column with an agreement year's residual.
const RESTRUBRIK: &str = "Återstod från avrundning";

/// The columns of some months of one agreement year: the adjusted ones each on its own, the others
/// together where they are alike, as they are in a year that is paid by twelfths.
pub(super) fn columns(view: &View<'_>, manader: &[Betalning]) -> Vec<Column> {
    let (justerade, ovriga): (Vec<_>, Vec<_>) = manader.iter().partition(|manad| manad.justerad());
    let mut kolumner = Vec::new();
    if manader.iter().any(|manad| manad.egen_plan) {
        for manad in &justerade {
            let rubrik = format!("Enligt planen i {}", swedish::month_and_year(manad.manad));
            kolumner.push(Column::of(view, rubrik, &manad.manadsbelopp(), KR));
            let i_manaden = format!("Justering i {}", swedish::month_and_year(manad.manad));
            let egna = justeringskolumner(view, manad).into_iter();
            kolumner.extend(egna.map(|kolumn| kolumn.under(i_manaden.clone())));
        }
        kolumner.extend(manader.iter().map(|manad| en_manad(view, manad)));
        return kolumner;
    }
    let Some(forst) = manader.first() else { return kolumner };
    let bas = forst.manadsbelopp();
    kolumner.push(Column::of(view, "Statsbidrag per månad", &bas, KR));
    for manad in &justerade {
        for kolumn in justeringskolumner(view, manad) {
            kolumner.push(match justerade.as_slice() {
                [_] => kolumn,
                _ => kolumn.under(format!("Justering i {}", swedish::month_and_year(manad.manad))),
            });
        }
    }
    for manad in &justerade {
        kolumner.push(en_manad(view, manad));
    }
    match ovriga.as_slice() {
        [] => {}
        [ensam] => kolumner.push(en_manad(view, ensam)),
        flera => {
            kolumner.push(utbetalning(view, manaders_rubrik(flera), &bas));
        }
    }
    kolumner
}

fn utbetalning(view: &View<'_>, rubrik: String, promise: &(impl RegionalPromise + Kept)) -> Column {
    Column::of(view, rubrik, promise, KR).under("Utbetalning")
}

/// The heading of several months that are paid alike. Which they are where they do not follow on each other, the text
/// of the annex says.
fn manaders_rubrik(manader: &[&Betalning]) -> String {
    let i_foljd = manader
        .windows(2)
        .all(|pair| matches!(pair, [forra, nasta] if forra.manad.later(1) == nasta.manad));
    if i_foljd {
        format!(
            "{}\nför kostnader i\n{},\nper månad",
            swedish::months_in_span(manader.iter().map(|manad| manad.manad)),
            swedish::months_in_span(manader.iter().map(|manad| manad.kostnad)),
        )
    } else {
        "övriga månader,\nper månad".to_owned()
    }
}

fn en_manad(view: &View<'_>, manad: &Betalning) -> Column {
    // A line each: the month paid, and the month of cost.
    let [betalas, kostnad] = [manad.manad, manad.kostnad].map(swedish::month_and_year);
    let rubrik = format!("{betalas}\nför kostnader i\n{kostnad}");
    utbetalning(view, rubrik, &contract::UTBETALNING.at(manad.manad))
}

fn justeringsrubrik(view: &View<'_>, justering: &Justering) -> String {
    let rader = view.fact(&contract::JUSTERINGSRADER).into_iter();
    let row = rader.into_iter().find(|row| row.justering == *justering);
    row.unwrap_or_else(|| panic!("there is no adjustment {justering}")).rubrik
}

/// The headings of what adjusts a month.
fn justeringsrubriker(view: &View<'_>, manad: &Betalning) -> Vec<String> {
    let slag = manad.justeringar.iter().map(|slag| justeringsrubrik(view, slag));
    slag.chain(manad.residual.then(|| RESTRUBRIK.to_owned())).collect()
}

/// What stands in the columns of what adjusts a month.
fn justeringarna(manad: &Betalning) -> impl Iterator<Item = Maybe<Everywhere<HelaKronor>>> {
    let slag = manad.justeringar.iter().map(|slag| contract::JUSTERING.at(slag));
    let placerad = manad.residual.then(|| contract::RESIDUAL_PLACERAD.at(manad.avtalsar()));
    slag.chain(placerad)
}

/// Of each of those columns, whether it is zero for every region.
fn ar_noll(view: &View<'_>, manad: &Betalning) -> Vec<bool> {
    let noll = |promise: Maybe<Everywhere<HelaKronor>>| {
        let delar = view.in_regions(promise.kept());
        delar.values().iter().all(|del| del.exact().is_zero())
    };
    justeringarna(manad).map(noll).collect()
}

/// What adjusts a month.
fn justeringskolumner(view: &View<'_>, manad: &Betalning) -> Vec<Column> {
    let kolumner = justeringsrubriker(view, manad).into_iter().zip(justeringarna(manad));
    kolumner.map(|(rubrik, promise)| Column::of(view, rubrik, promise.kept(), KR)).collect()
}

/// The adjustments of some months, each under its month; what is placed of a residual is none.
pub(super) fn justeringar(view: &View<'_>, manader: &[Betalning]) -> Vec<Column> {
    let kolumn = |manad: &Betalning, slag: &Justering| {
        let (rubrik, promise) = (justeringsrubrik(view, slag), contract::JUSTERING.at(slag));
        let kolumn = Column::of(view, rubrik, promise.kept(), KR);
        kolumn.under(swedish::month_and_year(manad.manad))
    };
    let all =
        manader.iter().flat_map(|manad| manad.justeringar.iter().map(move |slag| (manad, slag)));
    all.map(|(manad, slag)| kolumn(manad, slag)).collect()
}

/// The adjusted months among some, with what adjusts each.
pub(super) fn justerade(view: &View<'_>, manader: &[Betalning]) -> Vec<Justerad> {
    let justerade = manader.iter().filter(|manad| manad.justerad());
    justerade
        .map(|manad| {
            let headings = justeringsrubriker(view, manad);
            let (noll, kolumner): (Vec<_>, Vec<_>) =
                headings.iter().cloned().zip(ar_noll(view, manad)).partition(|(_, noll)| *noll);
            let rubriker =
                |all: Vec<(String, bool)>| all.into_iter().map(|(rubrik, _)| format!("”{rubrik}”"));
            Justerad {
                manad: swedish::month_and_year(manad.manad),
                antal: headings.len(),
                uppraknade: swedish::enumeration(&headings),
                kolumner: rubriker(kolumner).collect(),
                noll: rubriker(noll).collect(),
            }
        })
        .collect()
}

/// The months without adjustment, as spans; none if every month has one.
pub(super) fn ovriga(manader: &[Betalning]) -> Option<String> {
    let ovriga: Vec<_> = manader.iter().filter(|manad| !manad.justerad()).collect();
    (!ovriga.is_empty()).then(|| swedish::months_in_span(ovriga.iter().map(|manad| manad.manad)))
}
