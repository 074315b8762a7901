//! An agreement to be settled, in whole numbers: öre, and ten-thousandths of a percent. Computes nothing.

/// How many regions there are.
pub(crate) const ANTAL: usize = 21;

/// Öre in a million kronor.
pub(crate) const MNKR: i64 = 100_000_000;
/// What a percentage is counted in.
pub(crate) const PROCENT: i64 = 10_000;

/// Who takes what rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    Ingen,
    Hamilton,
    Storst,
}

/// An agreement and what it came to.
#[derive(Clone, Debug)]
pub(crate) struct Fall {
    /// Whether the drug benefit and hepatitis C are settled together.
    pub(crate) tillsammans: bool,
    /// What was agreed: the drug benefit, hepatitis C, the state's share of återbäring; öre.
    pub(crate) bas: [i64; 3],
    /// What it came to: the same, with the full cost of hepatitis C; öre.
    pub(crate) utfall: [i64; 3],
    /// The share of hepatitis C that is compensated.
    pub(crate) hepatit_c: i64,
    /// The limit.
    pub(crate) grans: i64,
    /// The state's share beyond it.
    pub(crate) statens_andel: i64,
    /// What the amounts are shared out by, grants or people.
    pub(crate) vikter: [i64; ANTAL],
    /// Whether they are people.
    pub(crate) efter_befolkning: bool,
    pub(crate) rest: Rest,
}

impl Fall {
    /// Base 1 000 mnkr for the drug benefit, limit 3 %, the state takes half; hepatitis C on its base.
    pub(crate) fn enkelt() -> Self {
        Self {
            tillsammans: false,
            bas: [1_000 * MNKR, 70 * MNKR, 0],
            utfall: [1_000 * MNKR, 100 * MNKR, 0],
            hepatit_c: 70 * PROCENT,
            grans: 3 * PROCENT,
            statens_andel: 50 * PROCENT,
            vikter: [1; ANTAL],
            efter_befolkning: false,
            rest: Rest::Ingen,
        }
    }
}
