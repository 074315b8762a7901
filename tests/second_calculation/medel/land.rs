//! A country as the decision on sektorsbidrag and the overview of money see it, in plain numbers; at
//! random, or as it was published. Knows neither the engine nor the second calculation.

use rust_decimal::Decimal;

use crate::land::{ANTAL, Regioner, Rest};
use crate::slump::Slump;

/// A country in a year.
#[derive(Clone, Debug)]
pub(crate) struct Land {
    pub(crate) ar: i32,
    /// What is shared out, kr.
    pub(crate) pott: i64,
    pub(crate) folk: Regioner<i64>,
    /// Standard cost, kr/inv, six decimals at most.
    pub(crate) standardkostnad: Regioner<Decimal>,
    /// Never one named region.
    pub(crate) rest: Rest,
    /// What was announced, mnkr, six decimals at most.
    pub(crate) meddelat: Regioner<Decimal>,
    /// The amount spoken of, mdkr, three decimals at most.
    pub(crate) omtalat: Decimal,
    /// What it is rounded to the nearest of, mnkr.
    pub(crate) steg: i64,
}

/// The country of a seed. Often odd: equal regions, regions of one inhabitant, a pot of a few kronor.
pub(crate) fn land(fro: u64) -> Land {
    let slump = &mut Slump::ny(fro ^ 0x5EC7);
    let mut regioner = |lagst: i64, hogst: i64| {
        let lika = (slump.mellan(1, 6) == 1).then(|| slump.mellan(lagst, hogst));
        [0; ANTAL].map(|_| lika.unwrap_or_else(|| slump.mellan(lagst, hogst)))
    };
    let folk = if fro.is_multiple_of(3) { regioner(50_000, 2_500_000) } else { regioner(1, 12) };
    let standardkostnad = regioner(1_000_000, 40_000_000_000).map(|tal| Decimal::new(tal, 6));
    let meddelat = regioner(0, 2_000_000).map(|tal| Decimal::new(tal, 3));
    let pott = match slump.mellan(1, 4) {
        1 => slump.mellan(1, 200),
        2 => 3_000_000_000,
        _ => slump.mellan(1_000, 5_000_000_000),
    };
    let rest = match slump.mellan(1, 3) {
        1 => Rest::Ingen,
        2 => Rest::Hamilton,
        _ => Rest::Storst,
    };
    let steg = [1, 10, 100, 250, 1_000][usize::try_from(slump.mellan(0, 4)).expect("a place")];
    // Now and then not as even as it is said to be.
    let jamnt = if slump.mellan(1, 8) == 1 { 1 } else { steg };
    let omtalat = Decimal::new(slump.mellan(0, 40_000) / jamnt * jamnt, 3);
    let ar = i32::try_from(slump.mellan(2019, 2034)).expect("a year");
    Land { ar, pott, folk, standardkostnad, rest, meddelat, omtalat, steg }
}
