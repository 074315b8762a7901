//! Agreements at random, the same for the same seed: on, near and far beyond the limits, gross and net,
//! with all ways of sharing out.

use crate::random::Random;
use crate::settlement::case::{COUNT, Case, PERCENT, Remainder};

impl Random {
    /// Something agreed, öre, as even as people agree on.
    fn amount(&mut self, highest: i64) -> i64 {
        let evenly = [1, 100, 100_000_000][usize::try_from(self.between(0, 2)).expect("0–2")];
        (self.between(1, highest) / evenly).max(1) * evenly
    }

    /// What came of it: anything, the limit itself, or an öre or krona from it.
    fn utfall(&mut self, bas: i64, limit: i64) -> i64 {
        let on_the_limit =
            i64::try_from(i128::from(bas) * i128::from(limit) / 1_000_000).expect("öre");
        let step = [0, 1, 100, 99, 201][usize::try_from(self.between(0, 4)).expect("0–4")];
        let deviation = match self.between(0, 5) {
            0 => 0,
            1 => on_the_limit + step,
            2 => on_the_limit - step,
            3 => -on_the_limit + step,
            4 => -on_the_limit - step,
            _ => self.between(-bas, bas),
        };
        (bas + deviation).max(0)
    }
}

/// The agreement of a seed.
pub(crate) fn case(seed: u64) -> Case {
    let random = &mut Random(seed.wrapping_mul(0x5851_F42D_4C95_7F2D));
    let together = random.sometimes();
    let netto = together && random.sometimes();
    let limit = [0, 3 * PERCENT, 33_333, 100 * PERCENT, 1]
        [usize::try_from(random.between(0, 4)).expect("0–4")];
    let share = |random: &mut Random| {
        let whole_parts = random.between(0, 100) * PERCENT;
        if random.sometimes() { whole_parts } else { random.between(0, 100 * PERCENT) }
    };
    let (hepatit_c, statens_andel) = (share(random), share(random));
    let bas_formanen = random.amount(4_000_000_000_000);
    let bas_hepatit_c = random.amount(100_000_000_000);
    let bas_aterbaring = if netto { random.between(0, bas_formanen) } else { 0 };
    let alone = bas_formanen + if together { bas_hepatit_c - bas_aterbaring } else { 0 };
    let utfall_formanen = if together {
        // The whole lands on the limit when hepatitis C comes to nothing.
        random.utfall(alone, limit)
    } else {
        random.utfall(bas_formanen, limit)
    };
    let cost = if together && random.sometimes() { 0 } else { random.utfall(bas_hepatit_c, limit) };
    let utfall_aterbaring =
        if netto && random.sometimes() { random.between(0, bas_aterbaring) } else { 0 };
    let weights: [i64; COUNT] = std::array::from_fn(|_| match random.between(0, 2) {
        0 => random.between(1, 6),
        1 => random.between(50_000, 2_500_000),
        _ => random.between(200_000_000, 8_000_000_000),
    });
    Case {
        together,
        bas: [bas_formanen, bas_hepatit_c, bas_aterbaring],
        utfall: [utfall_formanen, cost, utfall_aterbaring],
        hepatit_c,
        limit,
        statens_andel,
        weights: if random.sometimes() { weights } else { [random.between(1, 9); COUNT] },
        by_population: random.sometimes(),
        rest: [Remainder::Nobody, Remainder::Hamilton, Remainder::Largest]
            [usize::try_from(random.between(0, 2)).expect("0–2")],
    }
}
