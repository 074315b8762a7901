//! Decisions at random: annexes that hang together, adjustments in every way they can be stated, and now
//! and then one that contradicts itself.

use rust_decimal::Decimal;

use super::{GROUPS, Random};
use crate::calculation;
use crate::country::{Belopp, Brev, COUNT, Fees, Parts, Regions, Remainder};

/// A decision for a country of so many people, paid so many months in arrears.
pub(super) fn brev(
    random: &mut Random,
    efterslap: i64,
    population: &Regions<i64>,
    before: &Parts,
) -> Brev {
    let bilagor = bilagor(random, u32::try_from(efterslap).expect("months"));
    let mut brev = Brev {
        saturday: random.one_in(3),
        anslag: (0..random.between(1, 3)).map(|_| random.between(0, 40_000_000)).collect(),
        bilagor,
        is_placed: [random.one_in(2), random.one_in(2)],
        justeringar: Vec::new(),
        amount: Belopp::default(),
        medgivna: Vec::new(),
    };
    // What is refused is tried now and then.
    if !before.components.iter().any(|component| component.netted) || random.one_in(6) {
        aterbaringen(random, &mut brev);
    }
    deductions(random, &mut brev, population);
    vinst_forlust(random, &mut brev, before);
    if random.one_in(40) {
        // Amounts that are used for nothing, or an adjustment of nothing.
        if random.one_in(2) {
            brev.justeringar.pop();
        } else {
            brev.amount.other = None;
            brev.amount.settled = None;
        }
    }
    for _ in 0..random.between(0, 3) {
        let month = u32::try_from(random.between(1, 12)).expect("a month");
        brev.medgivna.push((random.index(21), month));
    }
    if random.one_in(2) {
        brev.medgivna.clear();
    }
    brev
}

/// Spans of months in order, with a gap now and then, never across two agreement years.
fn bilagor(random: &mut Random, efterslap: u32) -> Vec<(u32, u32)> {
    let mut bilagor = Vec::new();
    let mut first = 1;
    while first <= 12 {
        if random.one_in(5) {
            first += 1;
            continue;
        }
        let length = u32::try_from(random.between(0, 7)).expect("months");
        let end = if first <= efterslap { efterslap.min(12) } else { 12 };
        let last = (first + length).min(end);
        bilagor.push((first, last));
        first = last + 1;
    }
    if bilagor.is_empty() {
        bilagor.push((1, 1));
    }
    bilagor
}

/// Makes an adjustment, in any month of any annex.
fn make(random: &mut Random, brev: &mut Brev, kind: &'static str) {
    let count = i64::try_from(brev.bilagor.len()).expect("annexes");
    let (first, last) = brev.bilagor[random.index(count)];
    let month = random.between(first.into(), last.into());
    brev.justeringar.push((kind, u32::try_from(month).expect("a month")));
}

fn ore_amounts(random: &mut Random, lowest: i64, highest: i64) -> Regions<Decimal> {
    random.regions(lowest, highest).map(|ore_amounts| Decimal::new(ore_amounts, 2))
}

/// Off by one in a region, now and then.
fn distorted(random: &mut Random, mut values: Regions<i64>) -> Regions<i64> {
    if random.one_in(15) {
        values[random.index(21)] += 1;
    }
    values
}

fn aterbaringen(random: &mut Random, brev: &mut Brev) {
    let share = random.decimal(0, 1_000, 1);
    if !random.one_in(4) {
        brev.amount.share = Some(share);
    }
    let prognos = ore_amounts(random, 0, 300_000);
    // The forecast: in percent, in kronor, or in both.
    if random.one_in(2) {
        make(random, brev, "aterbaring_prognos");
        let states_share = prognos.map(|prognos| calculation::share_of(prognos, share));
        match random.between(1, 4) {
            1 | 2 => brev.amount.statens_andel = Some(random.regions(0, 2_000)),
            3 => brev.amount.prognos = Some(prognos),
            _ => {
                brev.amount.prognos = Some(prognos);
                brev.amount.statens_andel = Some(distorted(random, states_share));
            }
        }
    }
    // The outcome: the difference, what it is between, or both.
    if random.one_in(2) {
        make(random, brev, "aterbaring_slutlig");
        let difference = ore_amounts(random, -300_000, 300_000);
        match random.between(1, 4) {
            1 | 2 => brev.amount.difference = Some(difference),
            kind => {
                let prognos = brev.amount.prognos.unwrap_or(prognos);
                brev.amount.slutlig =
                    Some(std::array::from_fn(|place| prognos[place] + difference[place]));
                brev.amount.prognos = (!random.one_in(12)).then_some(prognos);
                if kind == 3 {
                    let mut difference = difference;
                    if random.one_in(8) {
                        difference[random.index(21)] += Decimal::new(1, 2);
                    }
                    brev.amount.difference = Some(difference);
                }
            }
        }
    }
}

fn deductions(random: &mut Random, brev: &mut Brev, population: &Regions<i64>) {
    if random.one_in(3) {
        return;
    }
    let one = |random: &mut Random, id| {
        let limit = random.between(0, 10_000);
        let preliminary = random.between(20_000, 40_000);
        let difference = match random.between(1, 8) {
            1 => 0,
            2 => limit,
            3 => limit + 1,
            4 => -limit,
            5 => -limit - 1,
            _ => random.between(-20_000, 20_000),
        };
        (id, preliminary, preliminary - difference, limit)
    };
    let mut each = vec![one(random, "ihsi")];
    if random.one_in(3) {
        each.push(one(random, "register"));
    }
    let rest = [Remainder::Nobody, Remainder::Hamilton, Remainder::Largest][random.index(3)];
    let fees = Fees { each, rest };
    let (_, correction) = calculation::settled(&fees);
    if correction != 0 || random.one_in(2) {
        make(random, brev, "avdrag");
    }
    match random.between(1, 4) {
        1 if correction != 0 => brev.amount.settled = Some(random.regions(-900, 900)),
        2 if correction != 0 => {
            let (parts, _) = calculation::parts_of_deductions(correction, rest, population);
            let parts: Regions<i64> = parts.try_into().expect("21 parts");
            brev.amount.fees = Some(fees);
            brev.amount.settled = Some(distorted(random, parts));
        }
        _ => brev.amount.fees = Some(fees),
    }
}

fn vinst_forlust(random: &mut Random, brev: &mut Brev, before: &Parts) {
    for (id, kind) in GROUPS {
        let agreed = before.groups.iter().any(|group| group.id == id);
        // What was not agreed is tried now and then.
        if random.one_in(if agreed { 2 } else { 30 }) {
            make(random, brev, kind);
            let nothing = random.one_in(4);
            let column = if nothing { [0; COUNT] } else { random.regions(-900, 900) };
            brev.amount.profit.push((id, column));
        }
    }
    if random.one_in(4) {
        make(random, brev, "annan");
        brev.amount.other = Some(random.regions(-900, 900));
    }
}
