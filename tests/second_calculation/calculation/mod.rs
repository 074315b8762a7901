//! The whole calculation once more, from the description of the grant and not from the engine: in
//! kronor first and per inhabitant last, with plain rationals and plain arrays. It shares no type, no
//! rule and no order of work with the engine; only the figures' names are the same.

mod forandring;
mod fraction;
mod jamforelse;
pub(crate) mod number;
mod plan;
mod solidariskt;

use rust_decimal::Decimal;

use crate::country::{Avtal, COUNT, CountryCase, Deduction, Group, Parts, Remainder};
pub(crate) use number::{Number, Q, Svar};
use number::{each_one, of, percent, rounded_amount, sum, whole_parts, wholly};
pub(crate) use plan::{parts_of_deductions, settled, share_of};

/// What passes from one part of the calculation to the next, per region and in kronor.
struct Year {
    population: Vec<Q>,
    /// The country's population.
    country: Q,
    /// By the need model.
    behov: Vec<Q>,
    solidariskt: solidariskt::Utfall,
    grant: Vec<i64>,
}

/// Everything there is to know about a country.
pub(crate) fn computes(country: &CountryCase) -> Svar {
    let mut answer = Svar::new(country.year);
    let pot = avtalet(&country.avtal, &mut answer);
    limits("foregaende_", &country.before.parts, &mut answer);
    if pot <= 0 {
        answer.codes.insert("R04");
        return answer;
    }
    // None of the steps below can be taken without the one before it.
    let _ = rest(country, pot, &mut answer);
    answer
}

fn rest(country: &CountryCase, pot: i64, answer: &mut Svar) -> Option<()> {
    let population = whole_parts(&country.population);
    let the_country = sum(&population);
    let behov = behovet(country, pot, &population, answer)?;
    let solidariskt = solidariskt::computes(country, answer)?;
    if (sum(&behov) - wholly(pot)).amount() > wholly(21) {
        answer.codes.insert("R03");
        return None;
    }
    let parts = each_one(|r| &behov[r] + &solidariskt.netto[r]);
    let grant = grants(country.avtal.rest, pot, &parts, answer);
    answer.regions("statsbidrag_exakt", &parts);
    answer.regions("statsbidrag_per_inv", &each_one(|r| &parts[r] / &population[r]));
    answer.country_total("statsbidrag_per_inv", &(sum(&parts) / &the_country));
    answer.country_total_whole("befolkning", country.population.iter().sum());
    plan::shares("manadsplan", country.plan.as_ref(), grant.iter().sum(), answer);
    let before = &country.before;
    let sum_before = before.grant.iter().sum();
    plan::shares("foregaende_manadsplan", before.plan.as_ref(), sum_before, answer);
    let year = Year { population, country: the_country, behov, solidariskt, grant };
    let kronor = [
        ("behovsmodell", &year.behov),
        ("solidariskt_utfall", &year.solidariskt.cost),
        ("statsbidrag_per_inv", &parts),
    ];
    for (what, kronor) in kronor {
        jamforelse::computes(what, kronor, &year, answer);
    }
    // What fails there stops nothing of what is paid.
    let _ = forandring::computes(country, &year, answer);
    plan::computes(country, &year.grant, deducted(&country.avtal), answer);
    Some(())
}

/// Kronor from million kronor.
fn kronor(mnkr: Decimal) -> Q {
    of(mnkr) * wholly(1_000_000)
}

/// What the regions share.
pub(crate) fn pot(avtal: &Avtal) -> i64 {
    let parts = avtal.parts.components.iter().map(|component| component.amount);
    let parts = parts.chain([-avtal.parts.rebates]).chain(avtal.ovrigt.iter().copied());
    let parts: Vec<_> = parts.map(kronor).collect();
    rounded_amount(&sum(&parts)) - deducted(avtal)
}

/// An amount of a currency at its rate, in whole kronor.
fn at_the_rate((amount, rate): (Decimal, Decimal)) -> i64 {
    all_the_time(amount * rate, 1)
}

/// What goes to others than the regions.
fn deducted(avtal: &Avtal) -> i64 {
    avtal.avdrag.iter().map(one_deduction).sum()
}

fn one_deduction(deduction: &Deduction) -> i64 {
    let at_the_rate = deduction.currency.map(at_the_rate);
    deduction.kronor.or(at_the_rate).expect("an amount")
}

/// `per_inv · folk` in whole kronor.
pub(crate) fn all_the_time(per_inhabitant: Decimal, population: i64) -> i64 {
    rounded_amount(&(of(per_inhabitant) * wholly(population)))
}

/// As it would stand in a cell.
pub(crate) fn twelve_decimals(number: &Q) -> Decimal {
    Decimal::from_i128_with_scale((number * wholly(1_000_000_000_000)).floor(), 12)
}

fn avtalet(avtal: &Avtal, answer: &mut Svar) -> i64 {
    let aterbaring = kronor(avtal.parts.rebates);
    let ovrigt = kronor(avtal.ovrigt.iter().sum());
    let brutto = kronor(avtal.parts.components.iter().map(|component| component.amount).sum());
    let bas = &brutto - &aterbaring;
    answer.country_total("brutto", &brutto);
    answer.country_total("ovrigt", &ovrigt);
    answer.country_total("aterbaring_avdrag", &-aterbaring);
    answer.country_total("netto", &bas);
    answer.country_total("totalt", &(&bas + ovrigt));
    for deduction in &avtal.avdrag {
        let id = deduction.id;
        answer.country_total_whole(&format!("avdrag_{id}"), one_deduction(deduction));
        if let Some((agreed, currency)) = deduction.kronor.zip(deduction.currency) {
            let rated = at_the_rate(currency);
            answer.country_total_whole(&format!("avdrag_{id}_raknat"), rated);
            if (agreed - rated).abs() > avtal.tolerance.unwrap_or_default() {
                answer.codes.insert("R04");
            }
        }
    }
    answer.country_total_whole("avdrag", deducted(avtal));
    answer.country_total_whole("utbetalas", pot(avtal));
    limits("", &avtal.parts, answer);
    pot(avtal)
}

/// What each settlement group is held against: million kronor first, percent of them last.
fn limits(prefix: &str, parts: &Parts, answer: &mut Svar) {
    for Group { id, above, below } in &parts.groups {
        let mut amount: Decimal = parts.of(id).map(|component| component.amount).sum();
        if parts.nets(id) {
            amount -= parts.rebates;
        }
        let bas = kronor(amount);
        for (what, share) in [("nedre", -*below), ("ovre", *above)] {
            let limit = &bas * (wholly(1) + percent(share));
            answer.country_total(&format!("{prefix}avrakning_{id}_{what}"), &limit);
        }
        answer.country_total(&format!("{prefix}avrakning_{id}_bas"), &bas);
    }
}

/// Kronor per region by the need model.
fn behovet(country: &CountryCase, pot: i64, population: &[Q], answer: &mut Svar) -> Option<Vec<Q>> {
    let given = country.utfall.map(|utfall| each_one(|r| of(utfall[r]) * &population[r]));
    let kronor = if let Some(groups) = &country.groups {
        // Σ antal · prislapp, and the region's share of it that lives there now.
        let cost = |count: &[i64]| {
            sum(&count
                .iter()
                .zip(groups.prislapp)
                .map(|(n, p)| wholly(*n) * of(p))
                .collect::<Vec<_>>())
        };
        let count = |r: usize| groups.count[r].iter().sum::<i64>();
        if (0..COUNT).any(|r| count(r) == 0) {
            answer.codes.insert("R04");
            return None;
        }
        let weights = each_one(|r| cost(&groups.count[r]) * &population[r] / wholly(count(r)));
        let total = sum(&weights);
        answer.regions("modellkostnad", &each_one(|r| &weights[r] / &population[r]));
        answer.country_total("modelltotal", &total);
        if total == Q::zero() {
            answer.codes.insert("R04");
            return None;
        }
        answer.country_total("skalfaktor", &(wholly(pot) / &total));
        let kronor = each_one(|r| wholly(pot) * &weights[r] / &total);
        let differs =
            |given: &Vec<Q>| (0..COUNT).any(|r| (&given[r] - &kronor[r]).amount() > wholly(1));
        if given.as_ref().is_some_and(differs) {
            answer.codes.insert("R02");
        }
        kronor
    } else {
        given.expect("groups or an outcome")
    };
    answer.regions("behovsmodell", &each_one(|r| &kronor[r] / &population[r]));
    answer.country_total("behovsmodell", &(sum(&kronor) / sum(population)));
    Some(kronor)
}

/// Whole kronor.
fn grants(rest: Remainder, pot: i64, parts: &[Q], answer: &mut Svar) -> Vec<i64> {
    let mut grant: Vec<_> = parts.iter().map(rounded_amount).collect();
    let left = pot - grant.iter().sum::<i64>();
    match rest {
        Remainder::Nobody if left != 0 => {
            answer.codes.insert("R01");
        }
        Remainder::Nobody => {}
        Remainder::Hamilton => grant = one_at_a_time(pot, parts),
        Remainder::Largest => {
            // The first of the largest.
            let largest = (0..COUNT).reduce(|a, b| if parts[b] > parts[a] { b } else { a });
            grant[largest.expect("21 regions")] += left;
        }
        Remainder::Region(place) => grant[place] += left,
    }
    answer.regions_whole("statsbidrag", &grant);
    answer.country_total_whole("statsbidrag", grant.iter().sum());
    grant
}

/// Everybody gets the whole kronor of his part; then the one who lacks most gets one more, or the one
/// who lacks least gives one back, until the pot is used.
fn one_at_a_time(pot: i64, parts: &[Q]) -> Vec<i64> {
    let mut grant: Vec<_> =
        parts.iter().map(|part| i64::try_from(part.floor()).expect("kronor that fit")).collect();
    loop {
        let left = pot - grant.iter().sum::<i64>();
        let lacks = each_one(|r| &parts[r] - wholly(grant[r]));
        let place = match left.signum() {
            0 => return grant,
            1 => (0..COUNT).reduce(|a, b| if lacks[b] > lacks[a] { b } else { a }),
            _ => (0..COUNT).reduce(|a, b| if lacks[b] <= lacks[a] { b } else { a }),
        };
        grant[place.expect("21 regions")] += left.signum();
    }
}
