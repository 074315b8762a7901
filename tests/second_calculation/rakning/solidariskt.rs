//! Solidarity financing, in kronor: what lies above a step of the ladder is the cost less the step for
//! every inhabitant, if that is anything at all.

use super::tal::{Q, Svar, av, hela, helt, positivt, procent, summa, var_och_en};
use crate::land::{ANTAL, Land, Steg};

/// What it comes to, in kronor.
pub(crate) struct Utfall {
    /// Compensation less financing.
    pub(crate) netto: Vec<Q>,
    /// Compensation.
    pub(crate) ersattning: Vec<Q>,
    /// Cost.
    pub(crate) kostnad: Vec<Q>,
    /// Compensation of the whole country.
    pub(crate) total: Q,
}

/// Where each step begins and what it gives; none if a step is no higher than the one before it.
pub(crate) fn steg(namn: &str, trappa: &[Steg], medel: &Q, svar: &mut Svar) -> Option<Vec<(Q, Q)>> {
    let mut steg: Vec<(Q, Q)> = Vec::new();
    for (niva, nasta) in (1..).zip(trappa) {
        let fran = nasta.fran.map_or_else(|| medel.clone(), av);
        if steg.last().is_some_and(|(forra, _)| *forra >= fran) {
            svar.koder.insert("R04");
            return None;
        }
        svar.rike(&format!("{namn}_niva{niva}_fran"), &fran);
        steg.push((fran, procent(nasta.procent)));
    }
    Some(steg)
}

/// The part of a cost on each step, for so many inhabitants.
fn pa_stegen(kostnad: &Q, folk: &Q, steg: &[(Q, Q)]) -> Vec<Q> {
    let over: Vec<_> =
        steg.iter().map(|(fran, _)| positivt(kostnad - fran * folk)).chain([Q::noll()]).collect();
    over.windows(2).map(|par| &par[0] - &par[1]).collect()
}

/// What a ladder compensates of a cost, for so many inhabitants.
pub(crate) fn ersattning(kostnad: &Q, folk: &Q, steg: &[(Q, Q)]) -> Q {
    // By how much each step gives more than the one below it.
    let mut forra = Q::noll();
    let mut summa = Q::noll();
    for (fran, andel) in steg {
        summa = summa + positivt(kostnad - fran * folk) * (andel - &forra);
        forra = andel.clone();
    }
    summa
}

pub(crate) fn rakna(land: &Land, svar: &mut Svar) -> Option<Utfall> {
    let (folk, kostnad) = (hela(&land.folk), hela(&land.kostnad));
    let landet = summa(&folk);
    let medel = summa(&kostnad) / &landet;
    svar.rike_helt("solidarisk_kostnad", land.kostnad.iter().sum());
    svar.rike("solidariskt_utfall", &medel);
    let steg = steg("trappa", &land.trappa, &medel, svar)?;
    let utfall = var_och_en(|r| &kostnad[r] / &folk[r]);
    svar.regioner("solidariskt_utfall", &utfall);
    let delar = var_och_en(|r| pa_stegen(&kostnad[r], &folk[r], &steg));
    for (plats, (_, andel)) in steg.iter().enumerate() {
        let niva = plats + 1;
        for (vad, andel) in [("overskott", &helt(1)), ("ersattning", andel)] {
            let namn = format!("solidariskt_{vad}_niva{niva}");
            let kronor = var_och_en(|r| &delar[r][plats] * andel);
            svar.regioner(&namn, &var_och_en(|r| &kronor[r] / &folk[r]));
            svar.rike(&namn, &(summa(&kronor) / &landet));
        }
    }
    let ersattning = var_och_en(|r| ersattning(&kostnad[r], &folk[r], &steg));
    let total = summa(&ersattning);
    svar.regioner("solidariskt_ersattning", &var_och_en(|r| &ersattning[r] / &folk[r]));
    svar.rike("solidarisk_ersattning", &total);
    svar.rike("solidarisk_finansiering", &(&total / &landet));
    svar.rike("solidarisk_finansiering_avdrag", &(-&total / &landet));
    let netto = var_och_en(|r| &ersattning[r] - &total * &folk[r] / &landet);
    let netto_per_inv = var_och_en(|r| &netto[r] / &folk[r]);
    svar.regioner("solidariskt_netto", &netto_per_inv);
    // By what financing is.
    svar.rike("solidariskt_netto", &Q::noll());
    let (sista, _) = &steg[steg.len() - 1];
    svar.mangd("over_medel", |r| utfall[r] > medel);
    svar.mangd("over_ovre_steg", |r| utfall[r] > *sista);
    svar.mangd("solidariskt_over_noll", |r| netto[r] > Q::noll());
    let hogst = (0..ANTAL).reduce(|a, b| if utfall[b] > utfall[a] { b } else { a });
    let lagst = (0..ANTAL).reduce(|a, b| if utfall[b] < utfall[a] { b } else { a });
    svar.mangd("solidariskt_hogst", |r| Some(r) == hogst);
    svar.mangd("solidariskt_lagst", |r| Some(r) == lagst);
    Some(Utfall { netto, ersattning, kostnad, total })
}
