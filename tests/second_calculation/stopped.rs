//! What cannot be computed: both calculations stop at the same place, with the same codes.

use rust_decimal::Decimal;

use crate::country::{CountryCase, Deduction, GROUPS, Groups, Steg};
use crate::{calculation, compare, engine, random};

/// A country that goes all the way, from groups.
fn whole_country() -> CountryCase {
    let mut country = (0..100)
        .map(random::country)
        .find(|country| country.groups.is_some() && calculation::computes(country).codes.is_empty())
        .expect("a country without problems");
    country.utfall = None;
    country
}

fn stops(change: fn(&mut CountryCase), code: &str) {
    let mut country = whole_country();
    change(&mut country);
    assert_eq!(compare(&country).err(), None);
    let (report, codes) = engine(&country, |_| statsbidrag::figure::Status::Faststalld);
    assert!(codes.contains(code), "{codes:?}");
    let at_last = report
        .trace
        .find(&format!("lakemedel.{}.riket.solidariskt_finansiering_forandring", country.year));
    assert_eq!(at_last, None, "{code} stops the calculation");
}

fn groups(country: &mut CountryCase) -> &mut Groups {
    country.groups.as_mut().expect("groups")
}

#[test]
fn nothing_left_to_pay_out() {
    let everything = |country: &mut CountryCase| {
        let kronor = Some(1_000_000_000_000);
        country.avtal.avdrag = vec![Deduction { id: "allt", kronor, currency: None }];
    };
    stops(everything, "R04");
}

#[test]
fn a_region_whose_groups_hold_nobody() {
    stops(|country| groups(country).count[7] = [0; GROUPS], "R04");
}

#[test]
fn price_tags_that_are_all_zero() {
    stops(|country| groups(country).prislapp = [Decimal::ZERO; GROUPS], "R04");
}

#[test]
fn steps_that_do_not_rise() {
    fn flat() -> Vec<Steg> {
        let step = |from| Steg { from, percent: Decimal::from(85) };
        vec![step(None), step(Some(Decimal::ZERO))]
    }
    stops(|country| country.ladder = flat(), "R04");
    stops(|country| country.before.ladder = flat(), "R04");
}

#[test]
fn an_outcome_that_misses_the_pot() {
    stops(
        |country| {
            country.groups = None;
            country.utfall = Some(country.population.map(|_| Decimal::new(1, 2)));
        },
        "R03",
    );
}

/// The groups' own outcome at twelve decimals beside the groups is no contradiction; a krona more is.
#[test]
fn two_sources_within_a_krona_of_each_other() {
    let mut country = whole_country();
    let answer = calculation::computes(&country);
    let i = |place: usize| {
        let name =
            format!("lakemedel.{}.{}.behovsmodell", country.year, crate::country::REGIONS[place]);
        match &answer.figures[&name] {
            calculation::Number::Exact(number) => calculation::twelve_decimals(number),
            something_else => panic!("{something_else:?}"),
        }
    };
    let utfall = std::array::from_fn(i);
    country.utfall = Some(utfall);
    let codes = engine(&country, |_| statsbidrag::figure::Status::Faststalld).1;
    assert!(codes.is_empty(), "{codes:?}");
    let mut more = utfall;
    more[3] += Decimal::from(2) / Decimal::from(country.population[3]);
    country.utfall = Some(more);
    let codes = engine(&country, |_| statsbidrag::figure::Status::Faststalld).1;
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["R02"]);
}
