//! Countries at random, the same for the same seed. Most are odd in some way, since the odd ones are
//! where two calculations part. Amounts fit the pot so that the engine goes all the way.

mod brev;

use rust_decimal::Decimal;

use crate::land::{ANTAL, Avtal, Fore, GRUPPER, Grupper, Land, Regioner, Rest, Steg};
use crate::rakning;

/// A stream of numbers (`SplitMix64`).
pub(crate) struct Slump(u64);

impl Slump {
    pub(crate) fn ny(fro: u64) -> Self {
        Self(fro.wrapping_mul(0x5851_F42D_4C95_7F2D))
    }

    fn nasta(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number, both ends included.
    pub(crate) fn mellan(&mut self, lagst: i64, hogst: i64) -> i64 {
        let spann = u64::try_from(hogst - lagst).expect("a range") + 1;
        lagst + i64::try_from(self.nasta() % spann).expect("within the range")
    }

    pub(crate) fn en_pa(&mut self, antal: i64) -> bool {
        self.mellan(1, antal) == 1
    }

    /// A place among so many.
    fn plats(&mut self, antal: i64) -> usize {
        usize::try_from(self.mellan(0, antal - 1)).expect("a place")
    }

    pub(crate) fn decimal(&mut self, lagst: i64, hogst: i64, decimaler: u32) -> Decimal {
        Decimal::new(self.mellan(lagst, hogst), decimaler)
    }

    pub(crate) fn regioner(&mut self, lagst: i64, hogst: i64) -> Regioner<i64> {
        // Equal regions now and then.
        let lika = self.en_pa(8).then(|| self.mellan(lagst, hogst));
        [0; ANTAL].map(|_| lika.unwrap_or_else(|| self.mellan(lagst, hogst)))
    }
}

/// The country of a seed.
pub(crate) fn land(fro: u64) -> Land {
    let slump = &mut Slump::ny(fro);
    let folk = folk(slump);
    let avtal = avtal(slump);
    let pott = rakning::pott(&avtal);
    let slag = slump.mellan(1, 10);
    let grupper = (slag <= 4).then(|| grupper(slump));
    let utfall = (slag >= 4).then(|| utfall(slump, &folk, pott));
    let kostnad = kostnad(slump, &folk);
    let trappa = trappa(slump, kostnad.iter().sum(), &folk);
    let fore = fore(slump, &folk);
    let efterslap = [2, 2, 1, slump.mellan(1, 12)][slump.plats(4)];
    let brev = brev::brev(slump, efterslap, &folk);
    let ar = i32::try_from(slump.mellan(2019, 2034)).expect("a year");
    Land { ar, avtal, folk, grupper, utfall, kostnad, trappa, fore, efterslap, brev }
}

fn folk(slump: &mut Slump) -> Regioner<i64> {
    // Mostly few people, since fractions of large numbers are slow.
    match slump.mellan(1, 12) {
        1 => slump.regioner(50_000, 2_500_000),
        2 => slump.regioner(500, 2_000),
        _ => slump.regioner(1, 12),
    }
}

fn avtal(slump: &mut Slump) -> Avtal {
    let aterbaring = slump.decimal(0, 3_000_000_000, 6);
    // Now and then hardly anything is left, and a region may have to pay.
    let minst = if slump.en_pa(6) { 3_200_000_000 } else { 20_000_000_000 };
    Avtal {
        formanen: slump.decimal(minst, 2 * minst, 6),
        hepatit_c: slump.decimal(0, 500, 0),
        aterbaring,
        ovrigt: slump.decimal(0, 20_000, 1),
        sol: slump.mellan(0, 20_000_000),
        skr: slump.mellan(0, 5_000_000),
        ihsi_eur: slump.decimal(0, 50_000_000, 2),
        ihsi_kurs: slump.decimal(90_000, 130_000, 4),
        grans: slump.decimal(0, 100, 1),
        rest: match slump.mellan(1, 4) {
            1 => Rest::Ingen,
            2 => Rest::Hamilton,
            3 => Rest::Storst,
            _ => Rest::Region(usize::try_from(slump.mellan(0, 20)).expect("a place")),
        },
    }
}

fn grupper(slump: &mut Slump) -> Grupper {
    let stora = slump.en_pa(25);
    let storst = if stora { 300_000 } else { 2 };
    let mut antal = [[0; GRUPPER]; ANTAL].map(|grupper| grupper.map(|_| slump.mellan(0, storst)));
    for grupper in &mut antal {
        // No region is empty; small ones have 50, 60 or 75 people.
        let fyllnad = [50, 60, 75][usize::try_from(slump.mellan(0, 2)).expect("a place")];
        grupper[0] += if stora { 1 } else { fyllnad - grupper.iter().sum::<i64>() };
    }
    let mut prislapp = [0; GRUPPER].map(|_| slump.decimal(0, 12_000, 1));
    prislapp[0] += Decimal::ONE;
    Grupper { antal, prislapp }
}

/// An outcome that uses the pot up to rounding at twelve decimals.
fn utfall(slump: &mut Slump, folk: &Regioner<i64>, pott: i64) -> Regioner<Decimal> {
    let vikter = slump.regioner(3, 9);
    let delat: i128 = folk.iter().zip(vikter).map(|(folk, vikt)| i128::from(folk * vikt)).sum();
    vikter.map(|vikt| {
        let utan_komma = i128::from(pott) * i128::from(vikt) * 1_000_000_000_000 / delat;
        Decimal::from_i128_with_scale(utan_komma, 12)
    })
}

fn kostnad(slump: &mut Slump, folk: &Regioner<i64>) -> Regioner<i64> {
    let per_inv = match slump.mellan(1, 6) {
        1 => return [0; ANTAL],
        // All but one over the mean.
        2 => [vec![1], vec![200; ANTAL - 1]].concat(),
        // One far above every step.
        3 => [vec![90; ANTAL - 1], vec![5_000]].concat(),
        // All alike: nobody above the mean.
        4 => vec![141; ANTAL],
        _ => slump.regioner(0, 400).to_vec(),
    };
    let mut kostnad = *folk;
    kostnad.iter_mut().zip(per_inv).for_each(|(kostnad, per_inv)| *kostnad *= per_inv);
    kostnad
}

fn trappa(slump: &mut Slump, kostnad: i64, folk: &Regioner<i64>) -> Vec<Steg> {
    let mut fran = kostnad / folk.iter().sum::<i64>();
    let antal = slump.mellan(1, 4);
    (1..=antal)
        .map(|niva| {
            fran += slump.mellan(1, 150);
            let belopp = Decimal::new(fran * 10 + slump.mellan(0, 9), 1);
            Steg { fran: (niva > 1).then_some(belopp), procent: slump.decimal(0, 1_000, 1) }
        })
        .collect()
}

fn fore(slump: &mut Slump, folk: &Regioner<i64>) -> Fore {
    // Declining, rising and unchanged populations.
    let procent = [slump.mellan(50, 200), 100][usize::from(slump.en_pa(5))];
    let fore_folk = folk.map(|folk| (folk * procent / 100).max(1) + slump.mellan(0, 1));
    let behov = slump.regioner(0, 900_000_000_000).map(|behov| Decimal::new(behov, 8));
    let netto = slump.regioner(-200_000, 900_000).map(|netto| Decimal::new(netto, 4));
    let mut bidrag = [0; ANTAL];
    for (plats, bidrag) in bidrag.iter_mut().enumerate() {
        let per_inv = behov[plats] + netto[plats];
        *bidrag = rakning::hela_gangen(per_inv, fore_folk[plats]).max(0);
        if slump.en_pa(200) {
            *bidrag += slump.mellan(0, 3);
        }
    }
    let kostnad = if slump.en_pa(10) {
        0
    } else {
        fore_folk.iter().sum::<i64>() * slump.mellan(1, 300) + slump.mellan(0, 20)
    };
    let finansiering = slump.decimal(0, 500_000, 4);
    let trappa = trappa(slump, kostnad, &fore_folk);
    Fore { folk: fore_folk, behov, netto, bidrag, kostnad, finansiering, trappa }
}
