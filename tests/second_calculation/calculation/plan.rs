//! The plan of payments once more, in whole numbers only: kronor and öre are integers, and so is
//! rounding. A year is an array of months, a month an array of regions.

use super::number::{Number, Svar, each_one, of, percent, rounded_amount, wholly};
use super::{Q, one_at_a_time};
use crate::almanac;
use crate::country::{Belopp, Brev, COUNT, CountryCase, Fees, Plan, Regions, Remainder};
use crate::random::GROUPS;
use rust_decimal::Decimal;

/// An amount of each region, kr.
type Kronor = Vec<i64>;

/// `täljare ÷ nämnare` to the nearest whole number, a half away from zero.
fn shared(numerator: i64, denominator: i64) -> i64 {
    numerator.signum() * ((2 * numerator.abs() + denominator) / (2 * denominator))
}

/// A percentage of an amount, in whole kronor.
pub(crate) fn share_of(amount: Decimal, share: Decimal) -> i64 {
    rounded_amount(&(percent(share) * of(amount)))
}

/// What is settled of deductions by people, and what is left over.
pub(crate) fn parts_of_deductions(
    correction: i64,
    rest: Remainder,
    population: &Regions<i64>,
) -> (Kronor, i64) {
    let (character, pot) = (correction.signum(), correction.abs());
    let country = wholly(population.iter().sum());
    let parts: Vec<Q> = each_one(|r| wholly(pot) * wholly(population[r]) / &country);
    let mut whole_parts: Kronor = parts.iter().map(rounded_amount).collect();
    let left = pot - whole_parts.iter().sum::<i64>();
    match rest {
        Remainder::Nobody => {
            return (whole_parts.iter().map(|part| character * part).collect(), left);
        }
        Remainder::Hamilton => whole_parts = one_at_a_time(pot, &parts),
        Remainder::Largest => {
            let largest =
                (0..COUNT).reduce(|a, b| if population[b] > population[a] { b } else { a });
            whole_parts[largest.expect("21 regions")] += left;
        }
        Remainder::Region(_) => panic!("no region takes the residual of deductions"),
    }
    (whole_parts.iter().map(|part| character * part).collect(), 0)
}

/// Everything the decision gives rise to.
pub(crate) fn computes(country: &CountryCase, grant: &[i64], avdrag: i64, answer: &mut Svar) {
    answer.grant("regleringsbrev", country.year);
    let brev = &country.brev;
    let efterslap = u32::try_from(country.efterslap).expect("months");
    let year_for = |number: u32| usize::from(number > efterslap);
    let avtal = [(country.year - 1, country.before.grant.to_vec()), (country.year, grant.to_vec())];
    let plans = [country.before.plan.as_ref(), country.plan.as_ref()];
    let months: Vec<Vec<Kronor>> =
        avtal.iter().zip(plans).map(|((_, grant), plan)| the_months(grant, plan)).collect();
    let residuals: Vec<Kronor> = (0..2)
        .map(|a| each_one(|r| months[a].iter().map(|month| month[r]).sum::<i64>() - avtal[a].1[r]))
        .collect();
    for (a, (year, grant)) in avtal.iter().enumerate() {
        tell_the_months(*year, plans[a].is_some(), &months[a], answer);
        answer.row(&format!("manader_residual_{year}"), &residuals[a]);
        let twelve = each_one(|r| grant[r] + residuals[a][r]);
        answer.sample(&format!("manader_{year}"), &twelve);
    }
    let placed_one = each_one(|r| if brev.is_placed[0] { -residuals[0][r] } else { 0 });
    if brev.is_placed[0] {
        answer.row(&format!("residual_placerad_{}", country.year - 1), &placed_one);
    }
    let justeringar = justeringarna(country, answer);
    let mut plan = vec![vec![0; COUNT]; 12];
    let mut all = vec![0; COUNT];
    for (number, month) in (1..).zip(&mut plan) {
        let in_the_month: Vec<&Kronor> = justeringar
            .iter()
            .filter(|(_, n, _)| *n == number)
            .map(|(.., amount)| amount)
            .collect();
        let justerat = each_one(|r| in_the_month.iter().map(|amount| amount[r]).sum::<i64>());
        if !in_the_month.is_empty() {
            answer.row(&format!("justerat_{}_{number:02}", country.year), &justerat);
        }
        for r in 0..COUNT {
            all[r] += justerat[r];
            // The months before the year's end wait: month one pays what cost so many months before.
            let cost = (usize::try_from(number + 11 - efterslap).expect("a month")) % 12;
            month[r] = months[year_for(number)][cost][r] + justerat[r];
            month[r] += if number == efterslap { placed_one[r] } else { 0 };
        }
        answer.row(&format!("utbetalning_{}_{number:02}", country.year), month);
    }
    answer.row("justeringar", &all);
    let this_year = each_one(|r| plan.iter().map(|month| month[r]).sum());
    answer.row("aret", &this_year);
    for id in ["plan", "aret", "avtal"] {
        answer.sample(id, &this_year);
    }
    let of_the_year = each_one(|r| {
        plan.iter().skip(usize::try_from(efterslap).expect("months")).map(|m| m[r]).sum::<i64>()
            - justeringar.iter().filter(|(_, n, _)| *n > efterslap).map(|j| j.2[r]).sum::<i64>()
    });
    answer.row(&format!("aret_avtal_{}", country.year), &of_the_year);
    let last_years = each_one(|r| this_year[r] - of_the_year[r]);
    answer.row(&format!("aret_avtal_{}", country.year - 1), &last_years);
    bilagorna(brev, &plan, answer);
    days(country, answer);
    let anslag = brev.anslag.iter().sum::<i64>() * 1_000;
    let anvant = this_year.iter().sum::<i64>() + avdrag;
    answer.country_total_whole("anslag_belopp", anslag);
    answer.country_total_whole("anslag_anvant", anvant);
    if anvant > anslag {
        answer.codes.insert("R07");
    }
    utbetalningarna(brev, &plan, answer);
    forgotten(country, answer);
}

/// That a gross grant's rebates are settled: what is odd is said only where nothing is wrong.
fn forgotten(country: &CountryCase, answer: &mut Svar) {
    let settled = |(kind, _): &(&str, u32)| REBATES.contains(kind);
    let gross = !country.before.parts.components.iter().any(|component| component.netted);
    if gross && !country.brev.justeringar.iter().any(settled) && answer.codes.is_empty() {
        answer.codes.insert("R08");
    }
}

/// The adjustments that settle rebates.
const REBATES: [&str; 2] = ["aterbaring_prognos", "aterbaring_slutlig"];

/// Each month's share of a plan by amounts, and whether those are the grant.
pub(super) fn shares(name: &str, plan: Option<&Plan>, grant: i64, answer: &mut Svar) {
    let Some(Plan::Amounts(amounts)) = plan else { return };
    let all: i64 = amounts.iter().sum();
    for (number, amount) in (1..).zip(amounts) {
        let share = wholly(*amount) / wholly(all);
        answer.country_total(&format!("{name}_{number}_andel"), &share);
    }
    if all != grant {
        answer.codes.insert("R04");
    }
}

/// Names the months of a year: by a plan each, else one for all.
fn tell_the_months(year: i32, by_plan: bool, months: &[Kronor], answer: &mut Svar) {
    if !by_plan {
        return answer.row(&format!("manadsbelopp_{year}"), &months[0]);
    }
    for (number, month) in (1..).zip(months) {
        answer.row(&format!("planens_belopp_{year}_{number:02}"), month);
    }
}

/// The twelve months of cost of a year: what each region is paid for each.
fn the_months(grant: &[i64], plan: Option<&Plan>) -> Vec<Kronor> {
    let month = |number: usize| match plan {
        None => each_one(|r| shared(grant[r], 12)),
        Some(Plan::Shares(shares)) => {
            each_one(|r| rounded_amount(&(wholly(grant[r]) * percent(shares[number]))))
        }
        Some(Plan::Amounts(amounts)) => {
            let all: i64 = amounts.iter().sum();
            each_one(|r| {
                rounded_amount(&(wholly(grant[r]) * wholly(amounts[number]) / wholly(all)))
            })
        }
    };
    (0..12).map(month).collect()
}

fn bilagorna(brev: &Brev, plan: &[Kronor], answer: &mut Svar) {
    let mut left = each_one(|r| plan.iter().map(|month| month[r]).sum::<i64>());
    for (number, (first, last)) in (1..).zip(&brev.bilagor) {
        let mut subtotal = vec![0; COUNT];
        for (month, amount) in (1..).zip(plan) {
            if month >= *first && month <= *last {
                (0..COUNT).for_each(|r| subtotal[r] += amount[r]);
            }
        }
        (0..COUNT).for_each(|r| left[r] -= subtotal[r]);
        answer.row(&format!("bilaga_{number}_summa"), &subtotal);
    }
    answer.row("utanfor_bilagor", &left);
    answer
        .country_total_whole("bilagor_antal", i64::try_from(brev.bilagor.len()).expect("annexes"));
}

fn utbetalningarna(brev: &Brev, plan: &[Kronor], answer: &mut Svar) {
    for (place, (region, month)) in brev.medgivna.iter().enumerate() {
        let amount = plan[usize::try_from(*month).expect("a month") - 1][*region];
        if amount > 0 || brev.medgivna[..place].contains(&(*region, *month)) {
            answer.codes.insert("R04");
        }
    }
    for (month, amount) in (1..).zip(plan) {
        if (0..COUNT).any(|r| amount[r] <= 0 && !brev.medgivna.contains(&(r, month))) {
            answer.codes.insert("R05");
        }
    }
}

fn days(country: &CountryCase, answer: &mut Svar) {
    let count = 12 + u32::try_from(country.efterslap).expect("months");
    for number in 0..count {
        let (year, month) =
            if number < 12 { (country.year, number + 1) } else { (country.year + 1, number - 11) };
        let day = almanac::first_payment_day(year, month, country.brev.saturday);
        let name = format!("betalningsdag_{year}_{month:02}");
        answer.country(&name, Number::Day(year, month, day));
    }
}

/// The adjustments that are made: which, when, and how much.
fn justeringarna(country: &CountryCase, answer: &mut Svar) -> Vec<(&'static str, u32, Kronor)> {
    let brev = &country.brev;
    let amount = &brev.amount;
    let mut made = Vec::new();
    let kinds = [REBATES[0], REBATES[1], "avdrag", "annan"].into_iter();
    let before = &country.before.parts;
    for kind in kinds.chain(GROUPS.map(|(_, kind)| kind)) {
        let month = brev.justeringar.iter().find(|(is_made, _)| *is_made == kind).map(|(_, n)| *n);
        let (kronor, is_filled) = match kind {
            "aterbaring_prognos" => forecast(amount, month.is_some(), answer),
            "aterbaring_slutlig" => result(amount, answer),
            "avdrag" => deductions(amount, &country.population, answer),
            "annan" => stated_value(amount.other.as_ref()),
            profit => {
                let group = |(id, _): &&(&str, Regions<i64>)| profit.ends_with(id);
                stated_value(amount.profit.iter().find(group).map(|(_, column)| column))
            }
        };
        // What a net grant has got is not deducted again, and only what was agreed is settled.
        let agreed = before.groups.iter().any(|group| kind.ends_with(group.id));
        let netted = before.components.iter().any(|component| component.netted);
        let refused =
            REBATES.contains(&kind) && netted || kind.starts_with("vinst_forlust") && !agreed;
        if refused && (month.is_some() || is_filled) {
            answer.codes.insert("R04");
        }
        let something = kronor.as_ref().is_some_and(|kronor| kronor.iter().any(|kr| *kr != 0));
        if month.is_some() && kronor.is_none() || month.is_none() && (is_filled || something) {
            answer.codes.insert("R04");
        }
        let Some(kronor) = kronor else { continue };
        answer.row(&format!("justering_{kind}"), &kronor);
        made.extend(month.map(|month| (kind, month, kronor)));
    }
    made
}

/// Amounts, if there are any, and whether a column of theirs is filled in.
type Route = (Option<Kronor>, bool);

fn stated_value(column: Option<&Regions<i64>>) -> Route {
    (column.map(|column| column.to_vec()), column.is_some())
}

fn forecast(amount: &Belopp, is_made: bool, answer: &mut Svar) -> Route {
    let is_filled =
        amount.statens_andel.is_some() || amount.prognos.is_some() && amount.slutlig.is_none();
    let given = amount.statens_andel.map(|column| column.map(|kr| -kr).to_vec());
    let (Some(prognos), Some(share), true) = (amount.prognos, amount.share, is_made) else {
        return (given, is_filled);
    };
    let computed = each_one(|r| -share_of(prognos[r], share));
    if given.is_some_and(|given| given != computed) {
        answer.codes.insert("R04");
    }
    (Some(computed), is_filled)
}

fn result(amount: &Belopp, answer: &mut Svar) -> Route {
    let is_filled = amount.difference.is_some() || amount.slutlig.is_some();
    let computed: Option<Vec<Q>> = amount.slutlig.zip(amount.prognos).map(|(slutlig, prognos)| {
        let difference = each_one(|r| of(slutlig[r]) - of(prognos[r]));
        answer.regions("aterbaring_skillnad", &difference);
        difference
    });
    let given: Option<Vec<Q>> = amount.difference.map(|gap| each_one(|r| of(gap[r])));
    let motsagt = matches!((&computed, &given), (Some(computed), Some(given)) if computed != given);
    if motsagt || amount.slutlig.is_some() && amount.prognos.is_none() {
        answer.codes.insert("R04");
    }
    let difference = computed.or(given);
    let kronor = difference.zip(amount.share).map(|(difference, share)| {
        each_one(|r| -rounded_amount(&(percent(share) * &difference[r])))
    });
    (kronor, is_filled)
}

/// What is settled of each deduction, and of all of them.
pub(crate) fn settled(fees: &Fees) -> (Vec<i64>, i64) {
    let each = fees.each.iter().map(|(_, preliminary, slutlig, limit)| {
        let difference = preliminary - slutlig;
        if difference.abs() > *limit { difference } else { 0 }
    });
    let each: Vec<_> = each.collect();
    let all = each.iter().sum();
    (each, all)
}

fn deductions(amount: &Belopp, population: &Regions<i64>, answer: &mut Svar) -> Route {
    let (given, is_filled) = stated_value(amount.settled.as_ref());
    let Some(fees) = &amount.fees else { return (given, is_filled) };
    let (each, correction) = settled(fees);
    for ((id, preliminary, slutlig, _), settled) in fees.each.iter().zip(each) {
        answer.country_total_whole(&format!("avdrag_{id}_skillnad"), preliminary - slutlig);
        answer.country_total_whole(&format!("avdrag_{id}_regleras"), settled);
    }
    answer.country_total_whole("avdrag_korrigering", correction);
    let (parts, left) = parts_of_deductions(correction, fees.rest, population);
    if left != 0 {
        answer.codes.insert("R01");
    }
    if given.is_some_and(|given| given != parts) {
        answer.codes.insert("R04");
    }
    (Some(parts), is_filled)
}
