//! Agreements at random, the same for the same seed: on, near and far beyond the limits, gross and net,
//! with all ways of sharing out.

use crate::settlement::fall::{ANTAL, Fall, PROCENT, Rest};

/// A stream of numbers (`SplitMix64`).
struct Slump(u64);

impl Slump {
    fn nasta(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut tal = self.0;
        tal = (tal ^ (tal >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        tal = (tal ^ (tal >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        tal ^ (tal >> 31)
    }

    /// A number from one to another, both among them.
    fn mellan(&mut self, lagst: i64, hogst: i64) -> i64 {
        let antal = u64::try_from(hogst - lagst).expect("in order") + 1;
        lagst + i64::try_from(self.nasta() % antal).expect("a small number")
    }

    fn ibland(&mut self) -> bool {
        self.nasta().is_multiple_of(2)
    }

    /// Something agreed, öre, as even as people agree on.
    fn belopp(&mut self, hogst: i64) -> i64 {
        let jamnt = [1, 100, 100_000_000][usize::try_from(self.mellan(0, 2)).expect("0–2")];
        (self.mellan(1, hogst) / jamnt).max(1) * jamnt
    }

    /// What came of it: anything, the limit itself, or an öre or krona from it.
    fn utfall(&mut self, bas: i64, grans: i64) -> i64 {
        let pa_gransen =
            i64::try_from(i128::from(bas) * i128::from(grans) / 1_000_000).expect("öre");
        let steg = [0, 1, 100, 99, 201][usize::try_from(self.mellan(0, 4)).expect("0–4")];
        let avvikelse = match self.mellan(0, 5) {
            0 => 0,
            1 => pa_gransen + steg,
            2 => pa_gransen - steg,
            3 => -pa_gransen + steg,
            4 => -pa_gransen - steg,
            _ => self.mellan(-bas, bas),
        };
        (bas + avvikelse).max(0)
    }
}

/// The agreement of a seed.
pub(crate) fn fall(fro: u64) -> Fall {
    let slump = &mut Slump(fro.wrapping_mul(0x5851_F42D_4C95_7F2D));
    let tillsammans = slump.ibland();
    let netto = tillsammans && slump.ibland();
    let grans = [0, 3 * PROCENT, 33_333, 100 * PROCENT, 1]
        [usize::try_from(slump.mellan(0, 4)).expect("0–4")];
    let andel = |slump: &mut Slump| {
        let hela = slump.mellan(0, 100) * PROCENT;
        if slump.ibland() { hela } else { slump.mellan(0, 100 * PROCENT) }
    };
    let (hepatit_c, statens_andel) = (andel(slump), andel(slump));
    let bas_formanen = slump.belopp(4_000_000_000_000);
    let bas_hepatit_c = slump.belopp(100_000_000_000);
    let bas_aterbaring = if netto { slump.mellan(0, bas_formanen) } else { 0 };
    let ensam = bas_formanen + if tillsammans { bas_hepatit_c - bas_aterbaring } else { 0 };
    let utfall_formanen = if tillsammans {
        // The whole lands on the limit when hepatitis C comes to nothing.
        slump.utfall(ensam, grans)
    } else {
        slump.utfall(bas_formanen, grans)
    };
    let kostnad =
        if tillsammans && slump.ibland() { 0 } else { slump.utfall(bas_hepatit_c, grans) };
    let utfall_aterbaring =
        if netto && slump.ibland() { slump.mellan(0, bas_aterbaring) } else { 0 };
    let vikter: [i64; ANTAL] = std::array::from_fn(|_| match slump.mellan(0, 2) {
        0 => slump.mellan(1, 6),
        1 => slump.mellan(50_000, 2_500_000),
        _ => slump.mellan(200_000_000, 8_000_000_000),
    });
    Fall {
        tillsammans,
        bas: [bas_formanen, bas_hepatit_c, bas_aterbaring],
        utfall: [utfall_formanen, kostnad, utfall_aterbaring],
        hepatit_c,
        grans,
        statens_andel,
        vikter: if slump.ibland() { vikter } else { [slump.mellan(1, 9); ANTAL] },
        efter_befolkning: slump.ibland(),
        rest: [Rest::Ingen, Rest::Hamilton, Rest::Storst]
            [usize::try_from(slump.mellan(0, 2)).expect("0–2")],
    }
}
