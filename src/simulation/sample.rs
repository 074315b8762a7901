//! Many draws of what is uncertain: how far each amount may come to lie from what was computed.
//!
//! Nothing is random: the numbers are drawn by SHA-256 of the seed, the draw and the input, so that the same workbook gives
//! the same percentiles on every machine, in any order of work. Exact arithmetic throughout; percentiles are amounts that
//! were drawn.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use super::data::{COUNTRY, Spridning, parts};
use super::inputs::Input;
use super::stakes::Stakes;
use crate::figure::{FigureId, Trace};
use crate::quantity::Exact;

/// How an uncertain number is spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spread {
    /// All between the least and the greatest are as likely.
    Even,
    /// The likeliest is this; the least and the greatest are not reached.
    Triangle(Exact),
    /// Normal: one in twenty is outside the least and the greatest.
    Normal,
}

/// Cells that are uncertain, each by itself, in the same way.
#[derive(Clone, Debug)]
pub struct Uncertain<'i> {
    /// The cells.
    pub inputs: Vec<&'i Input>,
    /// How they are spread.
    pub spread: Spread,
    /// The least and the greatest.
    pub bounds: [Exact; 2],
    /// Whether the bounds are percent more or less than the cell holds, and not what it holds.
    pub percent: bool,
}

/// The draws: as many words of 32 bits as are asked for, for each draw and input.
#[derive(Clone, Copy, Debug)]
struct Words {
    seed: u64,
    draw: u64,
    input: u64,
}

/// Words of one checksum.
const WORDS: usize = 8;

impl Words {
    /// So many numbers from 0 up to 1, in steps of 2⁻³².
    fn numbers(self, count: usize) -> Vec<Exact> {
        let blocks = 0_u64..u64::try_from(count.div_ceil(WORDS)).unwrap_or(u64::MAX);
        let block = |block: u64| {
            let mut hash = Sha256::new();
            hash.update(b"statsbidrag");
            for number in [self.seed, self.draw, self.input, block] {
                hash.update(number.to_be_bytes());
            }
            let sum: [u8; 32] = hash.finalize().into();
            let word =
                |bytes: &[u8]| bytes.iter().fold(0_i64, |word, byte| word << 8 | i64::from(*byte));
            sum.chunks(4).map(word).collect::<Vec<_>>()
        };
        let words = blocks.flat_map(block).take(count);
        words.map(|word| Exact::fraction(word, 1 << 32)).collect()
    }
}

impl Uncertain<'_> {
    /// A number between the bounds, or of a normal spread a little beyond.
    fn drawn(&self, words: Words) -> Exact {
        let [least, greatest] = &self.bounds;
        let width = greatest - least;
        let share = match &self.spread {
            Spread::Even => words.numbers(1).into_iter().sum(),
            Spread::Triangle(likeliest) => {
                // The lesser and the greater of two, weighed together, are spread as a triangle with its top where the weight is.
                let mut two = words.numbers(2);
                two.sort();
                let top = if width.is_zero() {
                    Exact::zero()
                } else {
                    (likeliest - least) / width.clone()
                };
                match two.as_slice() {
                    [less, more] => less * &(Exact::from(1) - top.clone()) + more * &top,
                    _ => Exact::zero(),
                }
            }
            // The sum of twelve has the variance 1 and is very nearly normal; 1.96 of its deviations are the bounds.
            Spread::Normal => {
                let sum: Exact = words.numbers(12).into_iter().sum();
                (sum - Exact::from(6)) * Exact::fraction(100, 392) + Exact::fraction(1, 2)
            }
        };
        least + &(width * share)
    }
}

/// How far amounts may come to lie.
#[derive(Debug)]
pub struct Sample {
    /// Of every amount that depends on what is uncertain, and of what all get together.
    pub spreads: Vec<Spridning>,
    /// How many draws could not be computed, and are not among them.
    pub failed: usize,
}

/// Draws so many times, and computes what is granted or paid to each for the year.
#[must_use]
pub fn sample(trace: &Trace, uncertain: &[Uncertain<'_>], draws: u64, seed: u64) -> Sample {
    let all: Vec<(&Uncertain<'_>, &Input)> = uncertain
        .iter()
        .flat_map(|one| one.inputs.iter().map(move |input| (one, *input)))
        .collect();
    let one = |stakes: &mut Stakes<'_>, draw: u64| {
        let mut changes = Vec::new();
        for (place, (uncertain, input)) in (0..).zip(&all) {
            let drawn = uncertain.drawn(Words { seed, draw, input: place });
            let number = if uncertain.percent {
                Exact::from(input.value) * (drawn + Exact::from(100)) / Exact::from(100)
            } else {
                drawn
            };
            changes.extend(input.values(trace, input.within(number)));
        }
        let found = stakes.differences(changes)?;
        let whole = |(id, difference): (FigureId, Exact)| {
            let new = trace.node(id).value.exact()? + difference;
            Some((id, new.nearest().integer()?))
        };
        found.into_iter().map(whole).collect::<Option<Vec<_>>>()
    };
    // A few evaluators, each for a run of draws: which of them draws what makes no difference.
    let runs: Vec<_> = (0..draws).step_by(RUN).collect();
    let run = |first: u64| {
        let mut stakes = Stakes::new(trace);
        let end = draws.min(first.saturating_add(u64::try_from(RUN).unwrap_or(u64::MAX)));
        (first..end).map(|draw| one(&mut stakes, draw)).collect::<Vec<_>>()
    };
    let drawn: Vec<_> = runs.into_par_iter().flat_map_iter(run).collect();
    let failed = drawn.iter().filter(|draw| draw.is_none()).count();
    let drawn: Vec<_> = drawn.into_iter().flatten().collect();
    let mut amounts: BTreeMap<FigureId, Vec<i64>> = BTreeMap::new();
    for (id, amount) in drawn.iter().flatten() {
        amounts.entry(*id).or_default().push(*amount);
    }
    let totals = totals(trace, &amounts);
    let spread = |(id, mut all): (FigureId, Vec<i64>)| {
        all.sort_unstable();
        Spridning::of(trace.node(id), &all)
    };
    let each = amounts.into_iter().filter_map(spread);
    Sample { spreads: each.chain(totals).collect(), failed }
}

/// What all of a country get together in each draw, of every amount that is shared out: those that no draw changed as well.
fn totals(trace: &Trace, amounts: &BTreeMap<FigureId, Vec<i64>>) -> Vec<Spridning> {
    let mut kinds: BTreeMap<String, Vec<FigureId>> = BTreeMap::new();
    let country = |id: FigureId| {
        let [grant, year, _, figure] = parts(&trace.node(id).name)?;
        Some(format!("{grant}.{year}.{COUNTRY}.{figure}"))
    };
    for id in Stakes::new(trace).amounts() {
        if let Some(name) = country(id) {
            kinds.entry(name).or_default().push(id);
        }
    }
    let now = |id: &FigureId| trace.node(*id).value.exact()?.nearest().integer();
    let total = |(name, ids): (String, Vec<FigureId>)| {
        let drawn: Vec<_> = ids.iter().filter_map(|id| amounts.get(id)).collect();
        let count = drawn.first()?.len();
        let still: i64 = ids.iter().filter(|id| !amounts.contains_key(id)).filter_map(now).sum();
        let sum = |at: usize| drawn.iter().filter_map(|all| all.get(at)).sum::<i64>() + still;
        let mut sums: Vec<_> = (0..count).map(sum).collect();
        sums.sort_unstable();
        let label = ids.first().map_or("", |id| trace.node(*id).label);
        let status = ids.iter().map(|id| trace.node(*id).status).max()?;
        Spridning::named(&name, label, (ids.iter().filter_map(now).sum(), status), &sums)
    };
    kinds.into_iter().filter_map(total).collect()
}

/// How many draws one evaluator makes.
const RUN: usize = 250;

#[cfg(test)]
mod tests {
    use super::super::data::percentile;
    use super::*;

    fn uncertain(spread: Spread) -> Uncertain<'static> {
        let bounds = [Exact::from(-10), Exact::from(10)];
        Uncertain { inputs: Vec::new(), spread, bounds, percent: true }
    }

    /// What a thousand draws come to, sorted.
    fn drawn(spread: Spread) -> Vec<Exact> {
        let one = uncertain(spread);
        let mut all: Vec<_> =
            (0..1_000).map(|draw| one.drawn(Words { seed: 1, draw, input: 0 })).collect();
        all.sort();
        all
    }

    fn share_outside(all: &[Exact], bound: i64) -> usize {
        all.iter().filter(|one| one.amount() > Exact::from(bound)).count()
    }

    #[test]
    fn an_even_spread_fills_its_bounds_evenly() {
        let all = drawn(Spread::Even);
        assert_eq!(share_outside(&all, 10), 0);
        let outer_half = share_outside(&all, 5);
        assert!((450..=550).contains(&outer_half), "{outer_half} of 1000 are in the outer half");
    }

    #[test]
    fn a_triangle_leans_to_its_top() {
        let all = drawn(Spread::Triangle(Exact::from(10)));
        assert_eq!(share_outside(&all, 10), 0);
        // Of a triangle with its top at the greatest, a quarter is in the lower half.
        let lower = all.iter().filter(|one| one.is_negative()).count();
        assert!((200..=300).contains(&lower), "{lower} of 1000 are in the lower half");
    }

    #[test]
    fn one_in_twenty_of_a_normal_spread_is_outside_its_bounds() {
        let outside = share_outside(&drawn(Spread::Normal), 10);
        assert!((30..=70).contains(&outside), "{outside} of 1000 are outside");
    }

    #[test]
    fn the_numbers_are_those_of_the_checksum() {
        let words = Words { seed: 1, draw: 2, input: 3 };
        assert_eq!(words.numbers(12), words.numbers(12));
        assert_ne!(words.numbers(1), Words { draw: 3, ..words }.numbers(1));
        // The same in any other language: SHA-256 of the name and four numbers of eight bytes, its first four bytes.
        let sum = Sha256::digest(
            [b"statsbidrag".as_slice(), &[0; 7], &[1], &[0; 7], &[2], &[0; 7], &[3], &[0; 8]]
                .concat(),
        );
        let first = sum.iter().take(4).fold(0_i64, |word, byte| word << 8 | i64::from(*byte));
        assert_eq!(words.numbers(1), [Exact::fraction(first, 1 << 32)]);
    }

    #[test]
    fn a_percentile_is_one_of_the_draws() {
        let all: Vec<i64> = (1..=200).collect();
        assert_eq!(
            [5, 50, 95].map(|percent| percentile(&all, percent)),
            [Some(10), Some(100), Some(190)]
        );
        assert_eq!([0, 100].map(|percent| percentile(&[7], percent)), [Some(7), Some(7)]);
        assert_eq!(percentile(&[], 50), None);
    }
}
