//! An agreement to be settled, in whole numbers: öre, and ten-thousandths of a percent. Computes nothing.

/// How many regions there are.
pub(crate) const COUNT: usize = 21;

/// Öre in a million kronor.
pub(crate) const MNKR: i64 = 100_000_000;
/// What a percentage is counted in.
pub(crate) const PERCENT: i64 = 10_000;

/// Who takes what rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remainder {
    Nobody,
    Hamilton,
    Largest,
}

/// An agreement and what it came to.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Whether the drug benefit and hepatitis C are settled together.
    pub(crate) together: bool,
    /// What was agreed: the drug benefit, hepatitis C, the state's share of återbäring; öre.
    pub(crate) bas: [i64; 3],
    /// What it came to: the same, with the full cost of hepatitis C; öre.
    pub(crate) utfall: [i64; 3],
    /// The share of hepatitis C that is compensated.
    pub(crate) hepatit_c: i64,
    /// The limit.
    pub(crate) limit: i64,
    /// The state's share beyond it.
    pub(crate) statens_andel: i64,
    /// What the amounts are shared out by, grants or people.
    pub(crate) weights: [i64; COUNT],
    /// Whether they are people.
    pub(crate) by_population: bool,
    pub(crate) rest: Remainder,
}

impl Case {
    /// Base 1 000 mnkr for the drug benefit, limit 3 %, the state takes half; hepatitis C on its base.
    pub(crate) fn simple() -> Self {
        Self {
            together: false,
            bas: [1_000 * MNKR, 70 * MNKR, 0],
            utfall: [1_000 * MNKR, 100 * MNKR, 0],
            hepatit_c: 70 * PERCENT,
            limit: 3 * PERCENT,
            statens_andel: 50 * PERCENT,
            weights: [1; COUNT],
            by_population: false,
            rest: Remainder::Nobody,
        }
    }
}
