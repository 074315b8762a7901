//! The second calculation: plain whole numbers where the engine has quantities, one balance after the
//! other where the engine has sums, ranks where the engine sorts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Avtal, Land};
use crate::land::{ANTAL, REGIONER, Regioner};
use crate::rakning::{Q, Tal};

/// What the engine should find.
#[derive(Debug, Default)]
pub(super) struct Svar {
    pub(super) figurer: BTreeMap<String, Tal>,
    pub(super) koder: BTreeSet<&'static str>,
    pub(super) mangder: BTreeMap<String, Vec<&'static str>>,
    prefix: String,
}

impl Svar {
    fn satt(&mut self, vem: &str, namn: &str, tal: Tal) {
        let fore = self.figurer.insert(format!("{}.{vem}.{namn}", self.prefix), tal);
        assert!(fore.is_none(), "{vem}.{namn} twice");
    }

    fn riket(&mut self, namn: &str, tal: i64) {
        self.satt("riket", namn, Tal::Helt(tal));
    }

    fn exakt(&mut self, vem: &str, namn: &str, tal: Q) {
        self.satt(vem, namn, Tal::Exakt(tal));
    }

    /// A whole number of every region, and their sum.
    fn alla(&mut self, namn: &str, tal: &Regioner<i64>) {
        for (region, tal) in REGIONER.iter().zip(tal) {
            self.satt(region, namn, Tal::Helt(*tal));
        }
        self.riket(namn, tal.iter().sum());
    }

    fn mangd(&mut self, namn: String, har: impl Fn(usize) -> bool) {
        let regioner = (0..ANTAL).filter(|r| har(*r)).map(|r| REGIONER[r]).collect();
        self.mangder.insert(namn, regioner);
    }
}

/// Whole kronor of an amount in mnkr with at most six decimals.
fn kronor(mnkr: rust_decimal::Decimal) -> i64 {
    let kronor = mnkr.mantissa() * 10_i128.pow(6 - mnkr.scale());
    i64::try_from(kronor).expect("kronor that fit")
}

/// What each agreement gives each region: the nearest krona, and what is over to the first of the most
/// populous.
pub(super) fn delar(land: &Land) -> Vec<Regioner<i64>> {
    let landet: i128 = land.folk.iter().map(|folk| i128::from(*folk)).sum();
    let storst = (0..ANTAL).rev().max_by_key(|r| land.folk[*r]).expect("21 regions");
    let en = |avtal: &Avtal| {
        let pott = kronor(avtal.regioner);
        let mut delar = land.folk.map(|folk| {
            let dubbelt = 2 * i128::from(pott) * i128::from(folk) + landet;
            i64::try_from(dubbelt.div_euclid(2 * landet)).expect("kronor that fit")
        });
        delar[storst] += pott - delar.iter().sum::<i64>();
        delar
    };
    land.avtal.iter().map(en).collect()
}

pub(super) fn rakna(land: &Land) -> Svar {
    let mut svar = Svar { prefix: format!("beredskap.{}", land.ar), ..Svar::default() };
    let delar = delar(land);
    tilldelning(land, &delar, &mut svar);
    if delar.iter().flatten().any(|del| *del <= 0) {
        svar.koder.insert("R04");
        return svar;
    }
    let kvar: Vec<_> = land
        .avtal
        .iter()
        .zip(&delar)
        .map(|(avtal, delar)| konto(land.ar, avtal, delar, &mut svar))
        .collect();
    let oppna = land.avtal.iter().zip(&kvar).filter(|(avtal, _)| avtal.till >= land.ar);
    let oppna: Vec<_> = oppna.map(|(_, kvar)| *kvar).collect();
    if !oppna.is_empty() {
        svar.alla("kvar", &lagg_ihop(&oppna));
    }
    disponibelt(land, &delar, &mut svar);
    mal(land, &mut svar);
    for (nummer, (nu, fore)) in (1..).zip(&land.listor) {
        if let Some(fore) = fore {
            svar.riket(&format!("lista_{nummer}_skillnad"), nu - fore);
        }
    }
    svar
}

fn lagg_ihop(delar: &[Regioner<i64>]) -> Regioner<i64> {
    std::array::from_fn(|r| delar.iter().map(|del| del[r]).sum())
}

fn tilldelning(land: &Land, delar: &[Regioner<i64>], svar: &mut Svar) {
    let landet: i64 = land.folk.iter().sum();
    svar.riket("befolkning", landet);
    let (mut till_regionerna, mut till_skr) = (0, 0);
    for (avtal, delar) in land.avtal.iter().zip(delar) {
        let (ar, pott, skr) = (avtal.ar, kronor(avtal.regioner), kronor(avtal.skr));
        till_regionerna += pott;
        till_skr += skr;
        svar.exakt("riket", &format!("overenskommet_{ar}"), Q::helt(pott + skr));
        svar.riket(&format!("pott_{ar}"), pott);
        for (region, folk) in REGIONER.iter().zip(land.folk) {
            let del = Q::ny(i128::from(pott) * i128::from(folk), landet.into());
            svar.exakt(region, &format!("tilldelat_exakt_{ar}"), del);
        }
        svar.alla(&format!("tilldelat_{ar}"), delar);
    }
    svar.alla("tilldelat", &lagg_ihop(delar));
    svar.exakt("riket", "till_regionerna", Q::helt(till_regionerna));
    svar.exakt("riket", "till_skr", Q::helt(till_skr));
}

/// Takes one amount after the other from what was given; what is then left.
fn konto(nu: i32, avtal: &Avtal, delar: &Regioner<i64>, svar: &mut Svar) -> Regioner<i64> {
    let (ar, mut saldo) = (avtal.ar, *delar);
    for (nar, belopp) in &avtal.anvant {
        svar.riket(&format!("anvant_{ar}_{nar}"), belopp.iter().sum());
        for (saldo, belopp) in saldo.iter_mut().zip(belopp) {
            *saldo -= belopp;
        }
    }
    svar.alla(&format!("kvar_{ar}"), &saldo);
    if avtal.aterbetalas {
        svar.alla(&format!("forfaller_{ar}"), &saldo);
    }
    if saldo.iter().any(|saldo| *saldo < 0) {
        svar.koder.insert("R04");
    }
    let gangna: Vec<_> = (avtal.fran..=avtal.till).filter(|gatt| *gatt < nu).collect();
    let kanda: Vec<_> = avtal.anvant.iter().map(|(nar, _)| *nar).collect();
    if !gangna.is_empty() && gangna == kanda {
        andelar(ar, delar, &saldo, svar);
    }
    saldo
}

fn andelar(ar: i32, delar: &Regioner<i64>, saldo: &Regioner<i64>, svar: &mut Svar) {
    let anvant: Regioner<i64> = std::array::from_fn(|r| delar[r] - saldo[r]);
    svar.alla(&format!("anvant_{ar}"), &anvant);
    let andel = |del: i64, helt: i64| Q::ny(del.into(), helt.into());
    let andelar: [Q; ANTAL] = std::array::from_fn(|r| andel(anvant[r], delar[r]));
    for (region, andel) in REGIONER.iter().zip(&andelar) {
        svar.exakt(region, &format!("andel_anvand_{ar}"), andel.clone());
    }
    let riket = andel(anvant.iter().sum(), delar.iter().sum());
    svar.exakt("riket", &format!("andel_anvand_{ar}"), riket);
    // Σ (1/21 · andel).
    let medel = andelar.iter().fold(Q::noll(), |summa, andel| summa + andel * Q::ny(1, 21));
    // At most ten are less than it, and at most ten greater.
    let fler_an_tio = |har: &dyn Fn(&Q) -> bool| andelar.iter().filter(|b| har(b)).count() > 10;
    let median = andelar.iter().find(|a| !fler_an_tio(&|b| b < a) && !fler_an_tio(&|b| b > a));
    svar.exakt("riket", &format!("andel_anvand_median_{ar}"), median.expect("one").clone());
    let utan = saldo.iter().filter(|saldo| **saldo == 0).count();
    svar.riket(&format!("antal_anvant_allt_{ar}"), i64::try_from(utan).expect("at most 21"));
    svar.mangd(format!("anvant_allt_{ar}"), |r| anvant[r] == delar[r]);
    svar.mangd(format!("andel_over_medel_{ar}"), |r| andelar[r] > medel);
    svar.mangd(format!("andel_lagst_{ar}"), |r| andelar.iter().all(|andel| *andel >= andelar[r]));
    svar.exakt("riket", &format!("andel_anvand_medel_{ar}"), medel);
}

/// The country's balance of each agreement, year by year: told from the year before the follow-up.
fn disponibelt(land: &Land, delar: &[Regioner<i64>], svar: &mut Svar) {
    let mut aren: BTreeMap<i32, i64> = BTreeMap::new();
    for (avtal, delar) in land.avtal.iter().zip(delar) {
        let mut saldo: i64 = delar.iter().sum();
        for ar in avtal.fran..=avtal.till {
            if ar >= land.ar - 1 {
                svar.riket(&format!("disponibelt_{}_{ar}", avtal.ar), saldo);
                *aren.entry(ar).or_default() += saldo;
            }
            let anvant = avtal.anvant.iter().find(|(nar, _)| *nar == ar);
            saldo -= anvant.map_or(0, |(_, belopp)| belopp.iter().sum());
        }
    }
    for (ar, belopp) in aren {
        svar.riket(&format!("disponibelt_{ar}"), belopp);
    }
}

fn mal(land: &Land, svar: &mut Svar) {
    for mal in &land.mal {
        let (mut natt, mut minst) = (0, i64::MAX);
        for veckor in mal.svar {
            natt += i64::from(veckor >= mal.veckor);
            minst = minst.min(veckor);
        }
        let id = &mal.id;
        svar.riket(&format!("antal_natt_{id}"), natt);
        svar.riket(&format!("antal_missat_{id}"), 21 - natt);
        svar.riket(&format!("veckor_minst_{id}"), minst);
        svar.mangd(format!("natt_{id}"), |r| mal.svar[r] >= mal.veckor);
        svar.mangd(format!("missat_{id}"), |r| mal.svar[r] < mal.veckor);
        svar.mangd(format!("minst_{id}"), |r| mal.svar[r] == minst);
    }
}
