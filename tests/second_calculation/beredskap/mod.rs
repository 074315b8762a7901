//! Försörjningsberedskap once more: the ledger, the shares and the goals of hundreds of constructed
//! countries, figure by figure. The second calculation ([`rakning`]) shares nothing with the engine but
//! the figures' names; a difference is a bug in one of them.

mod calculation;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rust_decimal::Decimal;
use statsbidrag::contract::{Calculation, CountryPromise, RegionalPromise, beredskap as contract};
use statsbidrag::figure::{CellRef, Evidence, Figure, Sourced, Status};
use statsbidrag::grants::beredskap::{self, inputs};
use statsbidrag::problem::{Location, Problems};
use statsbidrag::quantity::{Antal, HelaKronor, Invanare, Kronor, Veckor};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::report::Report;

use crate::country::Regions;
use crate::derived;
use crate::random::Random;

/// How many countries are compared.
const COUNTRIES: u64 = 400;

/// What a workbook says, as plain arrays.
#[derive(Debug)]
struct CountryCase {
    year: i32,
    /// People on each day that is a key: 31 December of the year.
    population: Vec<(i32, Regions<i64>)>,
    avtal: Vec<Avtal>,
    target: Vec<Mal>,
    lists: Vec<(i64, Option<i64>)>,
}

/// An agreement: million kronor, years, and what was used in the years that were asked about.
#[derive(Debug)]
struct Avtal {
    year: i32,
    regions: Decimal,
    skr: Decimal,
    from: i32,
    to: i32,
    aterbetalas: bool,
    /// The place of its population among the country's.
    key: usize,
    anvant: Vec<(i32, Regions<i64>)>,
}

/// A goal in weeks, and the answers.
#[derive(Debug)]
struct Mal {
    id: String,
    veckor: i64,
    answer: Regions<i64>,
}

/// The country of a seed.
fn country(seed: u64) -> CountryCase {
    let random = &mut Random::new(seed);
    let year = i32::try_from(random.between(2019, 2034)).expect("a year");
    let people = |random: &mut Random| match random.between(1, 3) {
        1 => random.regions(50_000, 2_500_000),
        2 => random.regions(500, 2_000),
        _ => random.regions(1, 12),
    };
    let population: Vec<_> = (2017..2017 + i32::try_from(random.between(1, 3)).expect("years"))
        .map(|year| (year, people(random)))
        .collect();
    let keys = i64::try_from(population.len()).expect("few");
    let count = random.between(1, 4);
    let first = year - i32::try_from(random.between(1, 4)).expect("years");
    let avtal =
        (first..).zip(1..=count).map(|(avtalsar, _)| avtal(random, year, avtalsar, keys)).collect();
    let target = (1..=random.between(0, 3))
        .map(|number| Mal {
            id: format!("vard_{number}"),
            veckor: random.between(1, 6),
            answer: random.regions(0, 9),
        })
        .collect();
    let lists = (0..random.between(0, 3))
        .map(|_| (random.between(1, 900), random.one_in(2).then(|| random.between(1, 900))))
        .collect();
    CountryCase { year, population, avtal, target, lists }
}

fn avtal(random: &mut Random, now: i32, year: i32, keys: i64) -> Avtal {
    let years =
        |random: &mut Random, highest| i32::try_from(random.between(0, highest)).expect("years");
    let from = year + years(random, 1);
    let to = from + years(random, 3);
    // Now and then so little that a region gets nothing, and now and then much.
    let mnkr = match random.between(1, 12) {
        1 => random.decimal(0, 40, 6),
        2 => random.decimal(1, 900_000_000_000, 6),
        _ => random.decimal(1, 900, 0),
    };
    let anvant = (from..=to.min(now - 1)).filter_map(|year| {
        let border = !random.one_in(3);
        border
            .then(|| (year, if random.one_in(4) { [0; 21] } else { random.regions(0, 2_000_000) }))
    });
    let anvant = anvant.collect();
    let (skr, aterbetalas) = (random.decimal(0, 4_000, 3), random.one_in(2));
    let key = usize::try_from(random.between(0, keys - 1)).expect("a place");
    Avtal { year, regions: mnkr, skr, from, to, aterbetalas, key, anvant }
}

/// Everything used to the last krona, where that is possible: the country of a seed once more.
fn exhausted(seed: u64) -> CountryCase {
    let mut country = country(seed);
    let (now, parts) = (country.year, calculation::parts(&country));
    for (avtal, parts) in country.avtal.iter_mut().zip(parts) {
        for (_, amount) in &mut avtal.anvant {
            *amount = [0; 21];
        }
        if let Some((_, amount)) = avtal.anvant.first_mut().filter(|(year, _)| *year < now) {
            // Some regions have a krona left.
            *amount = std::array::from_fn(|r| (parts[r] - i64::from(r % 4 == 3)).max(0));
        }
    }
    country
}

struct SheetSchema<'a>(Calculation<'a>);

fn cell<T>(item: &str, value: T) -> Sourced<T> {
    let evidence = Evidence {
        item: item.to_owned(),
        source: "påhittat".to_owned(),
        as_of: None,
        status: Status::Exempel,
        confirmed_by: None,
    };
    let location = Location::sheet("land.xlsx", item);
    Sourced { value, cell: CellRef { location, evidence: Arc::new(evidence) } }
}

impl SheetSchema<'_> {
    fn country<P: CountryPromise>(&mut self, promise: &P, value: P::Of) -> Figure<P::Of> {
        self.0.leaf(promise, cell(promise.id(), value))
    }

    fn regions<P: RegionalPromise>(
        &mut self,
        promise: &P,
        values: &Regions<i64>,
        make: fn(i64) -> P::Of,
    ) -> PerRegion<Figure<P::Of>> {
        let mut values = values.iter();
        PerRegion::from_fn(|region| {
            let value = make(*values.next().expect("21 values"));
            self.0.leaf_in(promise, region, cell(promise.id(), value))
        })
    }

    fn avtal(&mut self, avtal: &Avtal, population: &[(i32, Regions<i64>)]) -> inputs::Avtal {
        let year = avtal.year;
        let day = NaiveDate::from_ymd_opt(avtal.to + 1, 3, 31).expect("a date");
        let anvant = avtal.anvant.iter().map(|(when, amount)| inputs::Anvant {
            ar: *when,
            per_region: self.regions(
                &contract::ANVANT_AR.at((year, *when)),
                amount,
                HelaKronor::from_integer,
            ),
        });
        let anvant = anvant.collect();
        let mnkr = Kronor::from_millions;
        let aterbetalas = contract::ATERBETALAS.at(year);
        inputs::Avtal {
            ar: year,
            till_regionerna: self.country(&contract::TILL_REGIONERNA.at(year), mnkr(avtal.regions)),
            till_skr: self.country(&contract::TILL_SKR.at(year), mnkr(avtal.skr)),
            fran: avtal.from,
            till: avtal.to,
            nyckeldag: day_of_key(population[avtal.key].0),
            aterbetalas: avtal.aterbetalas.then(|| self.country(&aterbetalas, day)),
            anvant,
        }
    }

    fn target(&mut self, (number, target): (usize, &Mal)) -> inputs::Mal {
        let veckor = Veckor::from_integer;
        inputs::Mal {
            id: target.id.clone(),
            veckor: self.country(&contract::MAL_VECKOR.at(number), veckor(target.veckor)),
            answer: self.regions(&contract::VECKOR.at(&target.id), &target.answer, veckor),
        }
    }

    fn list(&mut self, number: usize, (now, before): (i64, Option<i64>)) -> inputs::Lista {
        let count = Antal::from_integer;
        let previous = contract::LISTA_TIDIGARE_ANTAL.at(number);
        inputs::Lista {
            nummer: number,
            count: self.country(&contract::LISTA_ANTAL.at(number), count(now)),
            tidigare: before.map(|before| self.country(&previous, count(before))),
        }
    }
}

/// The day of a key.
fn day_of_key(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).expect("a date")
}

/// The engine on a country.
fn engine(country: &CountryCase) -> (Report, BTreeSet<&'static str>) {
    let (mut report, mut problems) = (Report::new(), Problems::new());
    let mut sheet = SheetSchema(Calculation::new(&mut report.trace, country.year));
    let inputs = inputs::Inputs {
        ar: country.year,
        befolkning: country
            .population
            .iter()
            .map(|(year, people)| {
                let day = day_of_key(*year);
                let promise = contract::BEFOLKNING.at(day);
                (day, sheet.regions(&promise, people, Invanare::from_integer))
            })
            .collect(),
        avtal: country.avtal.iter().map(|avtal| sheet.avtal(avtal, &country.population)).collect(),
        mal: (1..).zip(&country.target).map(|target| sheet.target(target)).collect(),
        listor: (1..).zip(&country.lists).map(|(nr, list)| sheet.list(nr, *list)).collect(),
    };
    // A step that cannot be taken has said why in the problems.
    let _: Option<()> = beredskap::compute_inputs(&inputs, &mut report, &mut problems);
    let codes = problems.iter().map(|problem| problem.code.name()).collect();
    (report, codes)
}

/// Compares everything; returns how many figures, or what differs.
fn compare(country: &CountryCase) -> Result<(usize, bool), String> {
    let (report, codes) = engine(country);
    let answer = calculation::computes(country);
    let of_the_engine: BTreeMap<_, _> = derived(&report);
    for (name, expected) in &answer.figures {
        if of_the_engine.get(name) != Some(expected) {
            return Err(format!("{name} is {:?}, not {expected:?}", of_the_engine.get(name)));
        }
    }
    if let Some(name) = of_the_engine.keys().find(|name| !answer.figures.contains_key(*name)) {
        return Err(format!("{name} is not in the second calculation"));
    }
    if codes != answer.codes {
        return Err(format!("problems {codes:?}, not {:?}", answer.codes));
    }
    for (name, expected) in &answer.sets {
        let set_of: &Vec<Region> = report
            .fact_named(&format!("beredskap.{}.riket.{name}", country.year))
            .ok_or_else(|| format!("{name} is not stated"))?;
        let set_of: Vec<_> = set_of.iter().map(|region| region.id()).collect();
        if set_of != *expected {
            return Err(format!("{name} is {set_of:?}, not {expected:?}"));
        }
    }
    let mut equal = report.equalities();
    if let Some(different) =
        equal.find(|equal| of_the_engine.get(&equal.left) != of_the_engine.get(&equal.right))
    {
        return Err(format!("not so: {}", different.text));
    }
    Ok((answer.figures.len(), codes.is_empty()))
}

#[test]
fn two_ledgers_agree_on_hundreds_of_countries() {
    let compared_count: Result<Vec<_>, String> = (0..COUNTRIES)
        .into_par_iter()
        .flat_map(|seed| [(seed, country(seed)), (seed, exhausted(seed))])
        .map(|(seed, country)| {
            compare(&country)
                .map_err(|error| format!("the country of seed {seed}: {error}: {country:?}"))
        })
        .collect();
    let compared_count = compared_count.unwrap_or_else(|error| panic!("{error}"));
    let count: usize = compared_count.iter().map(|(count, _)| count).sum();
    let whole_parts =
        compared_count.iter().filter(|(_, without_problems)| *without_problems).count();
    println!("{count} figures compared, {whole_parts} countries without problems");
    assert!(count > 100_000 && whole_parts > 200, "{count} figures, {whole_parts} countries");
    assert!(whole_parts < compared_count.len(), "none had used too much or got nothing");
}
