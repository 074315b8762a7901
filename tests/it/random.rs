//! Numbers at random, the same for the same seed.

/// A stream of numbers (`SplitMix64`).
#[derive(Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        number ^ (number >> 31)
    }

    /// A number from one to another, both among them.
    pub(crate) fn between(&mut self, lowest: i64, highest: i64) -> i64 {
        let count = u64::try_from(highest - lowest).expect("in order") + 1;
        lowest + i64::try_from(self.next() % count).expect("a small number")
    }

    pub(crate) fn sometimes(&mut self) -> bool {
        self.next().is_multiple_of(2)
    }

    /// One of so many, from 0.
    pub(crate) fn one_of(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).expect("a count");
        usize::try_from(self.next() % count).expect("less than the count")
    }
}
