//! Payment, in whole numbers only: kronor and öre are integers, and so is rounding.

use super::tal::{Svar, Tal, av, avrundat, procent, var_och_en};
use crate::almanacka;
use crate::land::Land;

/// `täljare ÷ nämnare` to the nearest whole number, a half away from zero.
fn delat(taljare: i64, namnare: i64) -> i64 {
    taljare.signum() * ((2 * taljare.abs() + namnare) / (2 * namnare))
}

pub(crate) fn rakna(land: &Land, bidrag: &[i64], svar: &mut Svar) {
    let betalning = &land.betalning;
    let manad = var_och_en(|r| delat(bidrag[r], 12));
    let justering =
        var_och_en(|r| -avrundat(&(procent(betalning.andel) * av(betalning.differens[r]))));
    let justerad = var_och_en(|r| manad[r] + justering[r]);
    let residual = var_och_en(|r| 12 * manad[r] - bidrag[r]);
    if manad.iter().chain(&justerad).any(|belopp| *belopp <= 0) {
        svar.koder.insert("R05");
    }
    let manader = betalning.sista - betalning.forsta + 1;
    let [alla, alla_justeringar] = [&manad, &justering].map(|delar| delar.iter().sum::<i64>());
    svar.rike_helt("bilaga_manader", manader);
    svar.rike_helt("bilaga_summa", alla * manader + alla_justeringar);
    for (namn, delar) in [
        ("manadsbelopp", manad),
        ("aterbaring_justering", justering),
        ("utbetalning_justerad", justerad),
        ("manader_residual", residual),
    ] {
        svar.regioner_hela(namn, &delar);
        svar.rike_helt(namn, delar.iter().sum());
    }
    let antal = 12 + u32::try_from(betalning.efterslap).expect("months");
    for nummer in 0..antal {
        let (ar, manad) =
            if nummer < 12 { (land.ar, nummer + 1) } else { (land.ar + 1, nummer - 11) };
        let dag = almanacka::forsta_betalningsdagen(ar, manad, betalning.lordag);
        let namn = format!("betalningsdag_{ar}_{manad:02}");
        svar.riket(&namn, Tal::Dag(ar, manad, dag));
    }
}
