//! Why a region gets more or less than last year. Causes in kronor, in order: population at last
//! year's kronor per inhabitant, level, structure, solidarity; rounding is what is left.

use super::number::{Number, Q, Svar, each_one, of, rounded_amount, sum, whole_parts, wholly};
use super::{Year, solidariskt};
use crate::country::{COUNT, CountryCase};

/// A change of whole kronor and, if there was anything before, as a share.
fn change(name: &str, now: i64, before: i64, answer: &mut Svar) {
    answer.country_total_whole(name, now - before);
    if before != 0 {
        answer.country_total(&format!("{name}_andel"), &(wholly(now) / wholly(before) - wholly(1)));
    }
}

pub(crate) fn computes(country: &CountryCase, year: &Year, answer: &mut Svar) -> Option<()> {
    let before = &country.before;
    let population_before = whole_parts(&before.population);
    let (behov, netto): (Vec<_>, Vec<_>) =
        (before.behov.map(of).to_vec(), before.netto.map(of).to_vec());
    let medel = sum(&year.behov) / &year.country;
    let medel_fore =
        sum(&each_one(|r| &behov[r] * &population_before[r])) / sum(&population_before);
    if (0..COUNT).any(|r| {
        ((&behov[r] + &netto[r]) * &population_before[r] - wholly(before.grant[r])).amount()
            > wholly(1)
    }) {
        answer.codes.insert("R04");
    }
    let difference = each_one(|r| &year.behov[r] / &year.population[r] - &behov[r]);
    answer.country_total("foregaende_behovsmodell", &medel_fore);
    let distance_before = each_one(|r| &behov[r] - &medel_fore);
    answer.regions("foregaende_behovsmodell_avstand", &distance_before);
    answer.country_total("behovsmodell_differens", &(&medel - &medel_fore));
    answer.regions("behovsmodell_differens", &difference);
    answer.country_total_whole("foregaende_statsbidrag", before.grant.iter().sum());
    let grant = each_one(|r| year.grant[r] - before.grant[r]);
    answer.regions_whole("forandring", &grant);
    change("forandring", year.grant.iter().sum(), before.grant.iter().sum(), answer);
    let cost = country.cost.iter().sum();
    change("solidarisk_kostnad_forandring", cost, before.cost, answer);

    let causes = [
        (
            "befolkning",
            each_one(|r| (&year.population[r] - &population_before[r]) * (&behov[r] + &netto[r])),
        ),
        ("niva", each_one(|r| &year.population[r] * (&medel - &medel_fore))),
        ("struktur", each_one(|r| &year.population[r] * (&difference[r] - &medel + &medel_fore))),
        ("solidariskt", each_one(|r| &year.solidariskt.netto[r] - &year.population[r] * &netto[r])),
    ];
    let mut rest = grant;
    for (cause, kronor) in causes {
        let kronor: Vec<_> = kronor.iter().map(rounded_amount).collect();
        rest.iter_mut().zip(&kronor).for_each(|(rest, part)| *rest -= part);
        add_cause(cause, &kronor, answer);
    }
    add_cause("avrundning", &rest, answer);
    sets(&difference, &(&medel - &medel_fore), year, answer);
    net(country, year, &netto, answer)
}

fn add_cause(cause: &str, kronor: &[i64], answer: &mut Svar) {
    let name = format!("forandring_{cause}");
    answer.regions_whole(&name, kronor);
    answer.country(&name, Number::Whole(kronor.iter().sum()));
}

fn sets(difference: &[Q], level: &Q, year: &Year, answer: &mut Svar) {
    // Less than half of the eighth decimal is no difference.
    let least = Q::new(1, 200_000_000);
    answer.set_of("behovsmodell_starkare", |r| &difference[r] - level >= least);
    answer.set_of("behovsmodell_svagare", |r| level - &difference[r] >= least);
    answer.set_of("behovsmodell_minskar", |r| -&difference[r] >= least);
    let per_inhabitant = each_one(|r| &year.behov[r] / &year.population[r]);
    let highest =
        (0..COUNT).reduce(|a, b| if per_inhabitant[b] > per_inhabitant[a] { b } else { a });
    let lowest =
        (0..COUNT).reduce(|a, b| if per_inhabitant[b] < per_inhabitant[a] { b } else { a });
    answer.set_of("behovsmodell_hogst", |r| Some(r) == highest);
    answer.set_of("behovsmodell_lagst", |r| Some(r) == lowest);
}

/// The solidarity net: own costs on last year's ladder, the country's costs, the financing.
fn net(country: &CountryCase, year: &Year, netto: &[Q], answer: &mut Svar) -> Option<()> {
    let before = &country.before;
    let medel_fore = wholly(before.cost) / wholly(before.population.iter().sum());
    let medel = sum(&year.solidariskt.cost) / &year.country;
    answer.country_total("foregaende_solidariskt_utfall", &medel_fore);
    let step = solidariskt::step("foregaende_trappa", &before.ladder, &medel_fore, answer)?;
    for (level, (now, (from_before, _))) in (1..).zip(country.ladder.iter().zip(&step)).skip(1) {
        let from = of(now.from.expect("only the first begins at the mean"));
        answer.country_total(&format!("trappa_niva{level}_fran_forandring"), &(from - from_before));
    }
    answer.country_total("solidariskt_utfall_forandring", &(&medel - &medel_fore));
    let finansiering_before = of(before.finansiering);
    let finansiering = &year.solidariskt.total / &year.country;
    answer.country_total(
        "solidariskt_finansiering_forandring",
        &(&finansiering_before - finansiering),
    );
    let on_last_years = each_one(|r| {
        let (cost, population) = (&year.solidariskt.cost[r], &year.population[r]);
        solidariskt::ersattning(cost, population, &step, before.threshold) / population
    });
    let ersattning_fore = each_one(|r| &netto[r] + &finansiering_before);
    let own = each_one(|r| &on_last_years[r] - &ersattning_fore[r]);
    let of_the_country =
        each_one(|r| &year.solidariskt.ersattning[r] / &year.population[r] - &on_last_years[r]);
    let whole_parts = each_one(|r| &year.solidariskt.netto[r] / &year.population[r] - &netto[r]);
    answer.regions("solidariskt_egna_kostnader", &own);
    answer.regions("solidariskt_landets_kostnader", &of_the_country);
    answer.regions("solidariskt_netto_forandring", &whole_parts);
    Some(())
}
