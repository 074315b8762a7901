//! Sektorsbidraget and the overview once more, in whole numbers of 128 bits: weights in millionths of a
//! krona, one division with its remainder for each region. Shares no type and no rule with the engine.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::land::Land;
use crate::land::{ANTAL, REGIONER, Rest};
use crate::rakning::{Q, Tal};

/// Everything there is to know: figures, problems, and sets of regions by their grant and name.
#[derive(Debug, Default)]
pub(crate) struct Svar {
    pub(crate) figurer: BTreeMap<String, Tal>,
    pub(crate) koder: BTreeSet<&'static str>,
    pub(crate) mangder: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
    ar: i32,
}

impl Svar {
    fn satt(&mut self, bidrag: &str, plats: &str, namn: &str, tal: Tal) {
        let namn = format!("{bidrag}.{}.{plats}.{namn}", self.ar);
        assert!(self.figurer.insert(namn.clone(), tal).is_none(), "{namn} twice");
    }

    fn regioner(&mut self, bidrag: &str, namn: &str, tal: impl Fn(usize) -> Tal) {
        for (plats, region) in REGIONER.iter().enumerate() {
            self.satt(bidrag, region, namn, tal(plats));
        }
    }

    fn mangd(&mut self, bidrag: &'static str, namn: &'static str, har: impl Fn(usize) -> bool) {
        let regioner = (0..ANTAL).filter(|plats| har(*plats)).map(|plats| REGIONER[plats]);
        self.mangder.insert((bidrag, namn), regioner.collect());
    }

    /// A set of the one region that comes first by an order.
    fn enda(
        &mut self,
        bidrag: &'static str,
        namn: &'static str,
        fore: impl Fn(usize, usize) -> bool,
    ) {
        let forst = (0..ANTAL).reduce(|a, b| if fore(b, a) { b } else { a });
        self.mangd(bidrag, namn, |plats| Some(plats) == forst);
    }
}

fn helt(tal: i128) -> Tal {
    Tal::Helt(i64::try_from(tal).expect("kronor that fit"))
}

fn exakt(over: i128, under: i128) -> Tal {
    Tal::Exakt(Q::ny(over, under))
}

/// A decimal in units of its `decimaler`th decimal.
fn skalad(tal: Decimal, decimaler: u32) -> i128 {
    tal.mantissa() * 10_i128.pow(decimaler - tal.scale())
}

/// Everything, of both grants.
pub(crate) fn rakna(land: &Land) -> Svar {
    let mut svar = Svar { ar: land.ar, ..Svar::default() };
    let belopp = sektorsbidraget(land, &mut svar);
    oversikten(land, &belopp, &mut svar);
    svar
}

/// Whole kronor per region.
pub(crate) fn sektorsbidraget(land: &Land, svar: &mut Svar) -> Vec<i128> {
    let (s, miljon) = ("sektorsbidrag", 1_000_000);
    let folk = land.folk.map(i128::from);
    let invanare: i128 = folk.iter().sum();
    let vikt: [i128; ANTAL] = std::array::from_fn(|r| folk[r] * skalad(land.standardkostnad[r], 6));
    let vikter: i128 = vikt.iter().sum();
    svar.satt(s, "riket", "befolkning", helt(invanare));
    svar.regioner(s, "standardkostnad", |r| exakt(vikt[r], miljon));
    svar.satt(s, "riket", "standardkostnad", exakt(vikter, miljon));
    svar.satt(s, "riket", "standardkostnad_per_inv", exakt(vikter, miljon * invanare));
    svar.regioner(s, "andel", |r| exakt(vikt[r], vikter));
    let pott = i128::from(land.pott);
    svar.regioner(s, "belopp_exakt", |r| exakt(pott * vikt[r], vikter));

    // Whole kronor and what is left of the division, in parts of the weights' sum.
    let hela = vikt.map(|vikt| pott * vikt / vikter);
    let rest = vikt.map(|vikt| pott * vikt % vikter);
    let uppat: Vec<_> = (0..ANTAL).map(|r| hela[r] + i128::from(2 * rest[r] >= vikter)).collect();
    let kvar = pott - uppat.iter().sum::<i128>();
    let mut belopp = uppat.clone();
    let mut residual = kvar;
    match land.rest {
        Rest::Ingen if kvar != 0 => {
            svar.koder.insert("R01");
        }
        Rest::Ingen => {}
        Rest::Hamilton => {
            belopp = hela.to_vec();
            residual = pott - hela.iter().sum::<i128>();
            let mut tur: Vec<_> = (0..ANTAL).collect();
            tur.sort_by_key(|r| (-rest[*r], *r));
            let antal = usize::try_from(residual).expect("fewer kronor than regions");
            tur.into_iter().take(antal).for_each(|r| belopp[r] += 1);
        }
        Rest::Storst => {
            let storst = (0..ANTAL).reduce(|a, b| if vikt[b] > vikt[a] { b } else { a });
            belopp[storst.expect("21 regions")] += kvar;
        }
        Rest::Region(_) => panic!("the decision names no region"),
    }
    if belopp.iter().any(|belopp| *belopp < 1) {
        svar.koder.insert("R05");
    }
    let totalt: i128 = belopp.iter().sum();
    svar.regioner(s, "belopp", |r| helt(belopp[r]));
    svar.satt(s, "riket", "belopp", helt(totalt));
    svar.satt(s, "riket", "residual", helt(residual));
    svar.regioner(s, "belopp_per_inv", |r| exakt(belopp[r], folk[r]));
    svar.satt(s, "riket", "belopp_per_inv", exakt(totalt, invanare));
    lage(s, "belopp_per_inv", &belopp, &folk, svar);
    svar.enda(s, "exempelregion", |a, b| folk[a] < folk[b]);
    svar.enda(s, "storst", |a, b| vikt[a] > vikt[b]);
    svar.enda(s, "per_inv_hogst", |a, b| belopp[a] * folk[b] > belopp[b] * folk[a]);
    svar.enda(s, "per_inv_lagst", |a, b| belopp[a] * folk[b] < belopp[b] * folk[a]);
    belopp
}

/// The distance to the mean and the place, of kronor per region; cross-multiplied, never divided.
fn lage(bidrag: &'static str, vad: &str, kronor: &[i128], folk: &[i128], svar: &mut Svar) {
    let (summa, invanare): (i128, i128) = (kronor.iter().sum(), folk.iter().sum());
    svar.regioner(bidrag, &format!("{vad}_avstand"), |r| {
        exakt(kronor[r] * invanare - summa * folk[r], folk[r] * invanare)
    });
    svar.regioner(bidrag, &format!("{vad}_plats"), |r| {
        let fler = (0..ANTAL).filter(|a| kronor[*a] * folk[r] > kronor[r] * folk[*a]);
        helt(i128::try_from(fler.count()).expect("few") + 1)
    });
}

fn oversikten(land: &Land, belopp: &[i128], svar: &mut Svar) {
    let b = "besked";
    let folk = land.folk.map(i128::from);
    let invanare: i128 = folk.iter().sum();
    // Millions with six decimals are kronor, thousand millions with nine.
    let meddelat = land.meddelat.map(|mnkr| skalad(mnkr, 6));
    let summa: i128 = meddelat.iter().sum();
    let utover: Vec<_> = (0..ANTAL).map(|r| meddelat[r] - belopp[r]).collect();
    if utover.iter().any(|kronor| *kronor < 0) {
        svar.koder.insert("R04");
    }
    svar.satt(b, "riket", "meddelat", exakt(summa, 1));
    svar.regioner(b, "utover_sektorsbidrag", |r| exakt(utover[r], 1));
    svar.satt(b, "riket", "utover_sektorsbidrag", exakt(utover.iter().sum(), 1));
    let delar = belopp.iter().sum::<i128>() + utover.iter().sum::<i128>();
    svar.satt(b, "riket", "delar", exakt(delar, 1));
    svar.regioner(b, "meddelat_per_inv", |r| exakt(meddelat[r], folk[r]));
    svar.satt(b, "riket", "meddelat_per_inv", exakt(summa, invanare));
    lage(b, "meddelat_per_inv", &meddelat, &folk, svar);
    let omtalat = skalad(land.omtalat, 9);
    let steg = i128::from(land.steg) * 1_000_000;
    if omtalat % steg != 0 {
        svar.koder.insert("R04");
    }
    let under = summa - summa % steg;
    let avrundat = if 2 * (summa - under) >= steg { under + steg } else { under };
    svar.satt(b, "riket", "meddelat_avrundat", exakt(avrundat, 1));
    svar.satt(b, "riket", "omtalat_skillnad", exakt(avrundat - omtalat, 1));
    svar.satt(b, "riket", "omtalat_avrundning", exakt(summa - omtalat, 1));
    svar.mangd(b, "over_medel", |r| meddelat[r] * invanare > summa * folk[r]);
    svar.enda(b, "per_inv_hogst", |x, y| meddelat[x] * folk[y] > meddelat[y] * folk[x]);
    svar.enda(b, "per_inv_lagst", |x, y| meddelat[x] * folk[y] < meddelat[y] * folk[x]);
}
