//! Solidarity financing, in kronor: what lies above a step of the ladder is the cost less the step for
//! every inhabitant, if that is anything at all.

use rust_decimal::Decimal;

use super::number::{Q, Svar, each_one, of, percent, positive, sum, whole_parts, wholly};
use crate::country::{COUNT, CountryCase, Steg};

/// What it comes to, in kronor.
pub(crate) struct Utfall {
    /// Compensation less financing.
    pub(crate) netto: Vec<Q>,
    /// Compensation.
    pub(crate) ersattning: Vec<Q>,
    /// Cost.
    pub(crate) cost: Vec<Q>,
    /// Compensation of the whole country.
    pub(crate) total: Q,
}

/// Where each step begins and what it gives; none if a step is no higher than the one before it.
pub(crate) fn step(
    name: &str,
    ladder: &[Steg],
    medel: &Q,
    answer: &mut Svar,
) -> Option<Vec<(Q, Q)>> {
    let mut step: Vec<(Q, Q)> = Vec::new();
    for (level, next) in (1..).zip(ladder) {
        let from = next.from.map_or_else(|| medel.clone(), of);
        if step.last().is_some_and(|(last_years, _)| *last_years >= from) {
            answer.codes.insert("R04");
            return None;
        }
        answer.country_total(&format!("{name}_niva{level}_fran"), &from);
        step.push((from, percent(next.percent)));
    }
    Some(step)
}

/// The part of a cost on each step, for so many inhabitants.
fn on_the_steps(cost: &Q, population: &Q, step: &[(Q, Q)]) -> Vec<Q> {
    let over: Vec<_> = step
        .iter()
        .map(|(from, _)| positive(cost - from * population))
        .chain([Q::zero()])
        .collect();
    over.windows(2).map(|pair| &pair[0] - &pair[1]).collect()
}

/// Whether a cost is so large, for so many inhabitants, that anything of it is compensated.
fn is_enough(cost: &Q, population: &Q, threshold: Option<Decimal>) -> bool {
    threshold.is_none_or(|least| *cost >= of(least) * population)
}

/// What a ladder compensates of a cost, for so many inhabitants.
pub(crate) fn ersattning(
    cost: &Q,
    population: &Q,
    step: &[(Q, Q)],
    threshold: Option<Decimal>,
) -> Q {
    if !is_enough(cost, population, threshold) {
        return Q::zero();
    }
    // By how much each step gives more than the one below it.
    let mut last_years = Q::zero();
    let mut sum = Q::zero();
    for (from, share) in step {
        sum = sum + positive(cost - from * population) * (share - &last_years);
        last_years = share.clone();
    }
    sum
}

pub(crate) fn computes(country: &CountryCase, answer: &mut Svar) -> Option<Utfall> {
    let (population, cost) = (whole_parts(&country.population), whole_parts(&country.cost));
    let the_country = sum(&population);
    let medel = sum(&cost) / &the_country;
    answer.country_total_whole("solidarisk_kostnad", country.cost.iter().sum());
    answer.country_total("solidariskt_utfall", &medel);
    let step = step("trappa", &country.ladder, &medel, answer)?;
    let utfall = each_one(|r| &cost[r] / &population[r]);
    answer.regions("solidariskt_utfall", &utfall);
    let parts = each_one(|r| on_the_steps(&cost[r], &population[r], &step));
    for (place, (_, share)) in step.iter().enumerate() {
        let level = place + 1;
        for (what, share) in [("overskott", &wholly(1)), ("ersattning", share)] {
            let name = format!("solidariskt_{what}_niva{level}");
            let kronor = each_one(|r| {
                let nothing =
                    what == "ersattning" && !is_enough(&cost[r], &population[r], country.threshold);
                if nothing { Q::zero() } else { &parts[r][place] * share }
            });
            answer.regions(&name, &each_one(|r| &kronor[r] / &population[r]));
            answer.country_total(&name, &(sum(&kronor) / &the_country));
        }
    }
    let ersattning = each_one(|r| ersattning(&cost[r], &population[r], &step, country.threshold));
    let total = sum(&ersattning);
    answer.regions("solidariskt_ersattning", &each_one(|r| &ersattning[r] / &population[r]));
    answer.country_total("solidarisk_ersattning", &total);
    answer.country_total("solidarisk_finansiering", &(&total / &the_country));
    answer.country_total("solidarisk_finansiering_avdrag", &(-&total / &the_country));
    let netto = each_one(|r| &ersattning[r] - &total * &population[r] / &the_country);
    let net_per_inhabitant = each_one(|r| &netto[r] / &population[r]);
    answer.regions("solidariskt_netto", &net_per_inhabitant);
    // By what financing is.
    answer.country_total("solidariskt_netto", &Q::zero());
    answer.set_of("over_medel", |r| utfall[r] > medel);
    for (level, (from, _)) in (1..).zip(&step).skip(1) {
        answer.set_of(&format!("over_trappa_niva{level}"), |r| utfall[r] > *from);
    }
    answer.set_of("solidariskt_ersattning_over_noll", |r| ersattning[r] > Q::zero());
    answer.set_of("solidariskt_over_noll", |r| netto[r] > Q::zero());
    let highest = (0..COUNT).reduce(|a, b| if utfall[b] > utfall[a] { b } else { a });
    let lowest = (0..COUNT).reduce(|a, b| if utfall[b] < utfall[a] { b } else { a });
    answer.set_of("solidariskt_hogst", |r| Some(r) == highest);
    answer.set_of("solidariskt_lagst", |r| Some(r) == lowest);
    Some(Utfall { netto, ersattning, cost, total })
}
