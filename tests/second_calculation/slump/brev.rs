//! Decisions at random: annexes that hang together, adjustments in every way they can be stated, and now
//! and then one that contradicts itself.

use rust_decimal::Decimal;

use super::Slump;
use crate::land::{ANTAL, Avgift, Belopp, Brev, Regioner, Rest};
use crate::rakning;

/// A decision for a country of so many people, paid so many months in arrears.
pub(super) fn brev(slump: &mut Slump, efterslap: i64, folk: &Regioner<i64>) -> Brev {
    let bilagor = bilagor(slump, u32::try_from(efterslap).expect("months"));
    let mut brev = Brev {
        lordag: slump.en_pa(3),
        anslag: (0..slump.mellan(1, 3)).map(|_| slump.mellan(0, 40_000_000)).collect(),
        bilagor,
        placeras: [slump.en_pa(2), slump.en_pa(2)],
        justeringar: Vec::new(),
        belopp: Belopp::default(),
        medgivna: Vec::new(),
    };
    aterbaringen(slump, &mut brev);
    ihsi(slump, &mut brev, folk);
    vinst_och_forlust(slump, &mut brev);
    if slump.en_pa(40) {
        // Amounts that are used for nothing, or an adjustment of nothing.
        if slump.en_pa(2) {
            brev.justeringar.pop();
        } else {
            brev.belopp.annan = None;
            brev.belopp.ihsi = None;
        }
    }
    for _ in 0..slump.mellan(0, 3) {
        let manad = u32::try_from(slump.mellan(1, 12)).expect("a month");
        brev.medgivna.push((slump.plats(21), manad));
    }
    if slump.en_pa(2) {
        brev.medgivna.clear();
    }
    brev
}

/// Spans of months in order, with a gap now and then, never across two agreement years.
fn bilagor(slump: &mut Slump, efterslap: u32) -> Vec<(u32, u32)> {
    let mut bilagor = Vec::new();
    let mut forsta = 1;
    while forsta <= 12 {
        if slump.en_pa(5) {
            forsta += 1;
            continue;
        }
        let langd = u32::try_from(slump.mellan(0, 7)).expect("months");
        let slut = if forsta <= efterslap { efterslap.min(12) } else { 12 };
        let sista = (forsta + langd).min(slut);
        bilagor.push((forsta, sista));
        forsta = sista + 1;
    }
    if bilagor.is_empty() {
        bilagor.push((1, 1));
    }
    bilagor
}

/// Makes an adjustment, in any month of any annex.
fn gor(slump: &mut Slump, brev: &mut Brev, slag: &'static str) {
    let antal = i64::try_from(brev.bilagor.len()).expect("annexes");
    let (forsta, sista) = brev.bilagor[slump.plats(antal)];
    let manad = slump.mellan(forsta.into(), sista.into());
    brev.justeringar.push((slag, u32::try_from(manad).expect("a month")));
}

fn oren(slump: &mut Slump, lagst: i64, hogst: i64) -> Regioner<Decimal> {
    slump.regioner(lagst, hogst).map(|oren| Decimal::new(oren, 2))
}

/// Off by one in a region, now and then.
fn forvanskat(slump: &mut Slump, mut varden: Regioner<i64>) -> Regioner<i64> {
    if slump.en_pa(15) {
        varden[slump.plats(21)] += 1;
    }
    varden
}

fn aterbaringen(slump: &mut Slump, brev: &mut Brev) {
    let andel = slump.decimal(0, 1_000, 1);
    if !slump.en_pa(4) {
        brev.belopp.andel = Some(andel);
    }
    let prognos = oren(slump, 0, 300_000);
    // The forecast: in percent, in kronor, or in both.
    if slump.en_pa(2) {
        gor(slump, brev, "aterbaring_prognos");
        let statens = prognos.map(|prognos| rakning::andelen(prognos, andel));
        match slump.mellan(1, 4) {
            1 | 2 => brev.belopp.statens_andel = Some(slump.regioner(0, 2_000)),
            3 => brev.belopp.prognos = Some(prognos),
            _ => {
                brev.belopp.prognos = Some(prognos);
                brev.belopp.statens_andel = Some(forvanskat(slump, statens));
            }
        }
    }
    // The outcome: the difference, what it is between, or both.
    if slump.en_pa(2) {
        gor(slump, brev, "aterbaring_slutlig");
        let differens = oren(slump, -300_000, 300_000);
        match slump.mellan(1, 4) {
            1 | 2 => brev.belopp.differens = Some(differens),
            slag => {
                let prognos = brev.belopp.prognos.unwrap_or(prognos);
                brev.belopp.slutlig =
                    Some(std::array::from_fn(|plats| prognos[plats] + differens[plats]));
                brev.belopp.prognos = (!slump.en_pa(12)).then_some(prognos);
                if slag == 3 {
                    let mut differens = differens;
                    if slump.en_pa(8) {
                        differens[slump.plats(21)] += Decimal::new(1, 2);
                    }
                    brev.belopp.differens = Some(differens);
                }
            }
        }
    }
}

fn ihsi(slump: &mut Slump, brev: &mut Brev, folk: &Regioner<i64>) {
    if slump.en_pa(3) {
        return;
    }
    let grans = slump.mellan(0, 10_000);
    let preliminar = slump.mellan(20_000, 40_000);
    let skillnad = match slump.mellan(1, 8) {
        1 => 0,
        2 => grans,
        3 => grans + 1,
        4 => -grans,
        5 => -grans - 1,
        _ => slump.mellan(-20_000, 20_000),
    };
    let rest = [Rest::Ingen, Rest::Hamilton, Rest::Storst][slump.plats(3)];
    let avgift = Avgift { preliminar, slutlig: preliminar - skillnad, grans, rest };
    let korrigering = if skillnad.abs() > grans { skillnad } else { 0 };
    if korrigering != 0 || slump.en_pa(2) {
        gor(slump, brev, "ihsi");
    }
    match slump.mellan(1, 4) {
        1 if korrigering != 0 => brev.belopp.ihsi = Some(slump.regioner(-900, 900)),
        2 if korrigering != 0 => {
            let (delar, _) = rakning::ihsi_delarna(korrigering, rest, folk);
            let delar: Regioner<i64> = delar.try_into().expect("21 parts");
            brev.belopp.avgift = Some(avgift);
            brev.belopp.ihsi = Some(forvanskat(slump, delar));
        }
        _ => brev.belopp.avgift = Some(avgift),
    }
}

fn vinst_och_forlust(slump: &mut Slump, brev: &mut Brev) {
    match slump.mellan(1, 4) {
        1 => {
            gor(slump, brev, "vinst_forlust_tillsammans");
            brev.belopp.tillsammans = Some(slump.regioner(-900, 900));
        }
        2 => {
            gor(slump, brev, "vinst_forlust_formanen");
            gor(slump, brev, "vinst_forlust_hepatit_c");
            brev.belopp.formanen = Some(slump.regioner(-900, 900));
            brev.belopp.hepatit_c = Some([0; ANTAL]);
        }
        _ => {}
    }
    if slump.en_pa(4) {
        gor(slump, brev, "annan");
        brev.belopp.annan = Some(slump.regioner(-900, 900));
    }
}
