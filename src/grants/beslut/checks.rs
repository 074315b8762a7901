//! Checks that no single cell can answer: every pot can be shared out, is used to the krona, and every amount can be
//! paid.

use super::inputs::{Inputs, Potten, Rest};
use super::messages as say;
use super::rules::belopp::{Belopp, UrPotten};
use super::rules::vikter::Vikter;
use crate::allocation::Residual;
use crate::contract::beslut::Satt;
use crate::figure::{Figure, FigureId, Trace};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::quantity::{Andel, Exact, HelaKronor};
use crate::swedish;

/// That fixed amounts are whole and sum to their pot, and that base, floor and ceiling leave room for each other; none
/// if something does not.
pub(super) fn potterna(indata: &Inputs, trace: &Trace, problems: &mut Problems) -> Option<()> {
    let mut whole = true;
    for pott in &indata.potter {
        match &pott.satt {
            Satt::FastaBelopp(column) => whole &= fasta(indata, pott, *column, (trace, problems)),
            Satt::Nyckel(_) => whole &= granserna(indata, pott, trace, problems),
        }
    }
    whole.then_some(())
}

fn fasta(
    indata: &Inputs,
    pott: &Potten,
    column: usize,
    (trace, problems): (&Trace, &mut Problems),
) -> bool {
    let kolumn = indata.kolumner.alla.iter().find(|one| one.nummer == column);
    let heading = kolumn.map(|one| words::quoted(&one.rubrik)).unwrap_or_default();
    let place = &pott.belopp_plats;
    if kolumn.is_some_and(|one| one.befolkning) {
        let text = say::fixed_has(&heading);
        problems.add(Problem::new(Code::R04, place.clone(), text).expected(say::whole_amount()));
        return false;
    }
    let figurer = indata.kolumner.figurer(column);
    if let Some(broken) = figurer.iter().find(|one| one.value.exact().integer().is_none()) {
        let number = swedish::short_number(broken.value.exact(), 12);
        let text = say::not_whole(&number, &heading);
        let place = stands(trace, broken.id).unwrap_or_else(|| place.clone());
        problems.add(Problem::new(Code::R04, place, text).expected(say::whole_amount()));
        return false;
    }
    let sum: Exact = figurer.iter().map(|one| one.value.exact().clone()).sum();
    let missing = &exact(&pott.belopp) - &sum;
    if !missing.is_zero() {
        let (sum, belopp) = (swedish::number(&sum, 0), kr(pott.belopp.value));
        let text = say::fixed_sum(&sum, &belopp, &difference(&missing));
        problems.add(Problem::new(Code::I14, place.clone(), text).help(say::lower_it()));
    }
    missing.is_zero()
}

/// What is left of an amount, or too much of it.
fn difference(missing: &Exact) -> Message {
    if missing.is_negative() {
        say::too_much(&swedish::number(&missing.amount(), 0))
    } else {
        say::left(&swedish::number(missing, 0))
    }
}

fn granserna(indata: &Inputs, pott: &Potten, trace: &Trace, problems: &mut Problems) -> bool {
    let count = Exact::from(i64::try_from(indata.mottagare.len()).unwrap_or(i64::MAX));
    let total = |figure: &Option<Figure<HelaKronor>>| {
        figure.as_ref().map_or_else(Exact::zero, |one| &exact(one) * &count)
    };
    let (base, floor, belopp) = (total(&pott.grundbelopp), total(&pott.golv), exact(&pott.belopp));
    let written = |number: &Exact| swedish::number(number, 0);
    let lowest = [&pott.golv, &pott.grundbelopp].into_iter().flatten();
    let lowest = lowest.map(|one| one.value).max();
    let fault = if base > belopp {
        Some((say::base_too_large(&written(&base), &written(&belopp)), &pott.grundbelopp))
    } else if floor > belopp {
        Some((say::floor_too_high(&written(&floor), &written(&belopp)), &pott.golv))
    } else if let Some((tak, lowest)) = pott.tak.as_ref().zip(lowest)
        && tak.value < lowest
    {
        Some((say::floor_above_ceiling(&kr(lowest), &kr(tak.value)), &pott.tak))
    } else {
        None
    };
    let fits = fault.is_none();
    if let Some((text, limit)) = fault {
        let place = limit.as_ref().and_then(|limit| stands(trace, limit.id));
        let place = place.unwrap_or_else(|| pott.belopp_plats.clone());
        problems.add(Problem::new(Code::R04, place, text).help(say::lower_it()));
    }
    fits
}

/// The cell that a figure was read from.
fn stands(trace: &Trace, id: FigureId) -> Option<Location> {
    Some(trace.node(id).cell()?.location.clone())
}

/// That somebody has a weight in each pot, and that those who have can take all of it under the ceiling.
pub(super) fn vikterna(
    indata: &Inputs,
    vikter: &Vikter,
    trace: &Trace,
    problems: &mut Problems,
) -> Option<()> {
    let mut whole = true;
    for (pott, vikter) in indata.potter.iter().zip(&vikter.potter) {
        let Some((_, andelar)) = vikter else { continue };
        let fault = if andelar.is_empty() {
            let text = say::no_weight(&words::quoted(&pott.namn));
            Some((text, Some(pott.nyckel_plats.clone())))
        } else {
            let least =
                |limit: &Option<Figure<HelaKronor>>| limit.as_ref().map_or_else(Exact::zero, exact);
            let without = least(&pott.golv).max(least(&pott.grundbelopp));
            let most = pott.tak.as_ref().map(|tak| {
                let of = |andel: &Figure<Andel>| -> Exact {
                    if andel.value.exact().is_zero() { without.clone() } else { exact(tak) }
                };
                andelar.iter().map(of).sum::<Exact>()
            });
            let short = most.filter(|most| *most < exact(&pott.belopp));
            short.map(|most| {
                let most = swedish::number(&most, 0);
                let text = say::ceiling_too_low(&most, &kr(pott.belopp.value));
                (text, pott.tak.as_ref().and_then(|tak| stands(trace, tak.id)))
            })
        };
        if let Some((text, place)) = fault {
            let help = if andelar.is_empty() { say::give_weights() } else { say::lower_it() };
            let place = place.unwrap_or_else(|| pott.belopp_plats.clone());
            problems.add(Problem::new(Code::R04, place, text).help(help));
            whole = false;
        }
    }
    whole.then_some(())
}

/// That each pot is used to the krona, where nobody is to take a residual or stated changes are to; and that each who
/// is to get money gets something that can be paid.
pub(super) fn utfallet(indata: &Inputs, belopp: &Belopp, trace: &Trace, problems: &mut Problems) {
    for (pott, ur) in indata.potter.iter().zip(&belopp.potter) {
        let missing = &exact(&pott.belopp) - ur.totalt.value.exact().exact();
        if !missing.is_zero() {
            no(pott, &ur.totalt, &missing, (trace, problems));
        }
        limits(indata, pott, ur, (trace, problems));
    }
    for (place, (one, amount)) in indata.mottagare.iter().zip(&belopp.belopp).enumerate() {
        let exakt = belopp.potter.iter().filter_map(|ur| ur.exakt.get(place));
        let nothing = exakt.clone().all(|exakt| exakt.value.exact().is_zero());
        let amount = amount.value.integer();
        if amount < 0 || amount == 0 && !nothing {
            let text = say::cannot_be_paid(&one.namn, &swedish::number(&Exact::from(amount), 0));
            let changed = indata.potter.iter().find_map(|pott| changed(pott, place, trace));
            let read = || {
                let pott = indata.potter.first()?;
                let column = match &pott.satt {
                    Satt::Nyckel(columns) => *columns.first()?,
                    Satt::FastaBelopp(column) => *column,
                };
                stands(trace, indata.kolumner.figure(column, place)?)
            };
            let amount = || indata.potter.first().map(|pott| pott.belopp_plats.clone());
            let place = changed.or_else(read).or_else(amount);
            let place = place.unwrap_or_else(|| Location::file(&indata.namn));
            let problem = Problem::new(Code::R05, place, text);
            problems.add(problem.expected(say::payable_amount()));
        }
    }
}

/// Where a change of a recipient's amount of a pot stands, if it is changed.
fn changed(pott: &Potten, place: usize, trace: &Trace) -> Option<Location> {
    let Rest::Justeringar(all) = &pott.rest else { return None };
    stands(trace, all.get(place)?.as_ref()?.id)
}

/// That rounding, a residual or a change takes nobody past a limit that the decision states.
fn limits(
    indata: &Inputs,
    pott: &Potten,
    ur: &UrPotten,
    (trace, problems): (&Trace, &mut Problems),
) {
    for (place, (one, amount)) in indata.mottagare.iter().zip(&ur.hela).enumerate() {
        let over = pott.tak.as_ref().filter(|tak| amount.value > tak.value);
        let under = pott.golv.as_ref().filter(|golv| amount.value < golv.value);
        let text = match (over, under) {
            (Some(tak), _) => say::over_the_ceiling(&one.namn, &kr(amount.value), &kr(tak.value)),
            (_, Some(golv)) => say::under_the_floor(&one.namn, &kr(amount.value), &kr(golv.value)),
            (None, None) => continue,
        };
        let (at, help) = match changed(pott, place, trace) {
            Some(at) => (at, say::change_within_limits()),
            None => (pott.residual_plats.clone(), say::residual_within_limits()),
        };
        problems.add(Problem::new(Code::R04, at, text).help(help));
    }
}

fn no(
    pott: &Potten,
    totalt: &Figure<HelaKronor>,
    missing: &Exact,
    (trace, problems): (&Trace, &mut Problems),
) {
    let changes = matches!(pott.rest, Rest::Justeringar(_));
    assert!(
        changes || matches!(pott.rest, Rest::Regel(Residual::HalfUp)),
        "every other policy uses the whole pot"
    );
    let (sum, amount) = (kr(totalt.value), kr(pott.belopp.value));
    let text = say::not_even(&words::quoted(&pott.namn), &sum, &amount, &difference(missing));
    problems.add(match &pott.rest {
        Rest::Justeringar(all) => {
            let stated: Exact = all.iter().flatten().map(exact).sum();
            let wanted = swedish::number(&(&stated + missing), 0);
            let place = all.iter().flatten().find_map(|change| stands(trace, change.id));
            let place = place.unwrap_or_else(|| pott.residual_plats.clone());
            let problem = Problem::new(Code::R01, place, text);
            problem
                .expected(say::adjustments_come_to(&wanted))
                .help(say::change_adjustments(&wanted))
        }
        _ => Problem::new(Code::R01, pott.residual_plats.clone(), text)
            .expected(say::rule_for_residual())
            .help(say::choose_rule()),
    });
}

fn exact(figure: &Figure<HelaKronor>) -> Exact {
    figure.value.exact().exact().clone()
}

fn kr(belopp: HelaKronor) -> String {
    swedish::number(belopp.exact().exact(), 0)
}
