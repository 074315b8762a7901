//! What is no number but follows from them: the recipients and pots that the decision's words speak of, by unrounded
//! values.

use super::inputs::{Inputs, Potten, Rest};
use super::rules::belopp::Belopp;
use crate::contract::beslut::{self as contract, Mottagare, Pott};
use crate::contract::{Equality, Fact, Indexed};
use crate::figure::Figure;
use crate::quantity::{HelaKronor, Kronor, Quantity};
use crate::report::Report;

/// States every fact.
pub(super) fn state(indata: &Inputs, belopp: &Belopp, report: &mut Report) {
    let (year, namn) = (indata.ar, indata.namn.as_str());
    let potter = || indata.potter.iter().zip(&belopp.potter);
    let limits: Vec<_> = potter().map(|(pott, ur)| AtLimit::of(pott, &ur.exakt)).collect();
    let potter = potter().zip(&limits);
    let potter = potter.map(|((pott, ur), limits)| the_pot(indata, pott, &ur.exakt, limits));
    report.state(year, &contract::POTTER.at(namn), potter.collect(), Vec::new());
    let text = format!("beloppens summa i {namn} är det som fördelas");
    let equality = Equality::new(year, text, &contract::BELOPP.at(namn), &contract::POTT.at(namn));
    report.state(year, &contract::PROVNINGAR.at(namn), vec![equality], Vec::new());
    let limited = |place: &usize| {
        limits.iter().any(|at| at.floor.contains(place) || at.ceiling.contains(place))
    };
    extremes(indata, belopp, limited, report);
}

/// Who gets the least amount that there may be, or the greatest, by their places.
#[derive(Debug)]
struct AtLimit {
    floor: Vec<usize>,
    ceiling: Vec<usize>,
}

impl AtLimit {
    fn of(pott: &Potten, exakt: &[Figure<Kronor>]) -> Self {
        let at = |limit: Option<&Figure<HelaKronor>>| {
            let all = exakt.iter().enumerate().filter(|(_, amount)| {
                limit.is_some_and(|limit| limit.value.exact().exact() == amount.value.exact())
            });
            all.map(|(place, _)| place).collect()
        };
        Self { floor: at(pott.golv.as_ref()), ceiling: at(pott.tak.as_ref()) }
    }
}

fn the_pot(indata: &Inputs, pott: &Potten, exakt: &[Figure<Kronor>], limits: &AtLimit) -> Pott {
    let name = |place: usize| indata.mottagare.get(place).map(|one| one.namn.clone());
    let names = |places: &[usize]| places.iter().filter_map(|place| name(*place)).collect();
    Pott {
        nummer: pott.nummer,
        namn: pott.namn.clone(),
        satt: pott.satt.clone(),
        residual: pott.residual.clone(),
        restmottagare: match pott.rest {
            Rest::Till(place, _) => name(place),
            Rest::Regel(_) | Rest::Justeringar(_) => None,
        },
        storst: largest(exakt).and_then(name).unwrap_or_default(),
        vid_golvet: names(&limits.floor),
        vid_taket: names(&limits.ceiling),
    }
}

/// The place of the greatest, the first of equals.
fn largest<T: Ord>(figures: &[Figure<T>]) -> Option<usize> {
    let places = figures.iter().enumerate().rev();
    places.max_by_key(|(_, figure)| &figure.value).map(|(place, _)| place)
}

/// The place of the least of those that are asked of, the first of equals.
fn least<T: Ord>(figures: &[Figure<T>], asked: impl Fn(&usize) -> bool) -> Option<usize> {
    let places = figures.iter().enumerate().filter(|(place, _)| asked(place));
    places.min_by_key(|(_, figure)| &figure.value).map(|(place, _)| place)
}

fn extremes(
    indata: &Inputs,
    belopp: &Belopp,
    limited: impl Fn(&usize) -> bool,
    report: &mut Report,
) {
    let (year, namn) = (indata.ar, indata.namn.as_str());
    let one = |place: Option<usize>| -> Mottagare {
        let one = place.and_then(|place| indata.mottagare.get(place));
        one.cloned().unwrap_or_else(|| panic!("there are recipients"))
    };
    let mut state = |promise: &Indexed<Fact<Mottagare>>, place: Option<usize>| {
        report.state(year, &promise.at(namn), one(place), Vec::new());
    };
    state(&contract::STORST, largest(&belopp.belopp));
    // Who gets nothing is not the one that gets least.
    let paid = |place: &usize| belopp.belopp.get(*place).is_some_and(|one| one.value.integer() > 0);
    // The smallest numbers are the easiest to follow, and a share the easiest where no limit takes its place.
    let population = indata.kolumner.befolkning.as_ref();
    let size = |place: &usize| match population {
        Some(folk) => folk.get(*place).map(|one| one.value.to_value()).and_then(|one| one.exact()),
        None => belopp.belopp.get(*place).map(|one| one.value.exact().exact().clone()),
    };
    // Where nobody gets anything, every amount has been refused.
    let all = || (0..indata.mottagare.len()).filter(paid);
    let shown = all().filter(|place| !limited(place)).min_by_key(size);
    let shown = shown.or_else(|| all().min_by_key(size));
    if shown.is_some() {
        state(&contract::MINST, least(&belopp.belopp, paid));
        state(&contract::EXEMPELMOTTAGARE, shown);
    }
    if let Some((per_inv, _)) = &belopp.per_inv {
        for (promise, place) in [
            (&contract::PER_INV_HOGST, largest(per_inv)),
            (&contract::PER_INV_LAGST, least(per_inv, paid)),
        ] {
            if place.is_some() {
                report.state(year, &promise.at(namn), one(place), Vec::new());
            }
        }
    }
}
