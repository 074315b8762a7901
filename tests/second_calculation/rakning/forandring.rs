//! Why a region gets more or less than last year. Causes in kronor, in order: population at last
//! year's kronor per inhabitant, level, structure, solidarity; rounding is what is left.

use super::tal::{Q, Svar, Tal, av, avrundat, hela, helt, summa, var_och_en};
use super::{Ar, solidariskt};
use crate::land::{ANTAL, Land};

/// A change of whole kronor and, if there was anything before, as a share.
fn andring(namn: &str, nu: i64, fore: i64, svar: &mut Svar) {
    svar.rike_helt(namn, nu - fore);
    if fore != 0 {
        svar.rike(&format!("{namn}_andel"), &(helt(nu) / helt(fore) - helt(1)));
    }
}

pub(crate) fn rakna(land: &Land, ar: &Ar, svar: &mut Svar) -> Option<()> {
    let fore = &land.fore;
    let folk_fore = hela(&fore.folk);
    let (behov, netto): (Vec<_>, Vec<_>) =
        (fore.behov.map(av).to_vec(), fore.netto.map(av).to_vec());
    let medel = summa(&ar.behov) / &ar.landet;
    let medel_fore = summa(&var_och_en(|r| &behov[r] * &folk_fore[r])) / summa(&folk_fore);
    if (0..ANTAL).any(|r| {
        ((&behov[r] + &netto[r]) * &folk_fore[r] - helt(fore.bidrag[r])).belopp() > helt(1)
    }) {
        svar.koder.insert("R04");
    }
    let differens = var_och_en(|r| &ar.behov[r] / &ar.folk[r] - &behov[r]);
    svar.rike("foregaende_behovsmodell", &medel_fore);
    let avstand_fore = var_och_en(|r| &behov[r] - &medel_fore);
    svar.regioner("foregaende_behovsmodell_avstand", &avstand_fore);
    svar.rike("behovsmodell_differens", &(&medel - &medel_fore));
    svar.regioner("behovsmodell_differens", &differens);
    svar.rike_helt("foregaende_statsbidrag", fore.bidrag.iter().sum());
    let bidrag = var_och_en(|r| ar.bidrag[r] - fore.bidrag[r]);
    svar.regioner_hela("forandring", &bidrag);
    andring("forandring", ar.bidrag.iter().sum(), fore.bidrag.iter().sum(), svar);
    let kostnad = land.kostnad.iter().sum();
    andring("solidarisk_kostnad_forandring", kostnad, fore.kostnad, svar);

    let orsaker = [
        ("befolkning", var_och_en(|r| (&ar.folk[r] - &folk_fore[r]) * (&behov[r] + &netto[r]))),
        ("niva", var_och_en(|r| &ar.folk[r] * (&medel - &medel_fore))),
        ("struktur", var_och_en(|r| &ar.folk[r] * (&differens[r] - &medel + &medel_fore))),
        ("solidariskt", var_och_en(|r| &ar.solidariskt.netto[r] - &ar.folk[r] * &netto[r])),
    ];
    let mut rest = bidrag;
    for (orsak, kronor) in orsaker {
        let kronor: Vec<_> = kronor.iter().map(avrundat).collect();
        rest.iter_mut().zip(&kronor).for_each(|(rest, del)| *rest -= del);
        orsaken(orsak, &kronor, svar);
    }
    orsaken("avrundning", &rest, svar);
    mangder(&differens, &(&medel - &medel_fore), ar, svar);
    nettot(land, ar, &netto, svar)
}

fn orsaken(orsak: &str, kronor: &[i64], svar: &mut Svar) {
    let namn = format!("forandring_{orsak}");
    svar.regioner_hela(&namn, kronor);
    svar.riket(&namn, Tal::Helt(kronor.iter().sum()));
}

fn mangder(differens: &[Q], niva: &Q, ar: &Ar, svar: &mut Svar) {
    // Less than half of the eighth decimal is no difference.
    let minst = Q::ny(1, 200_000_000);
    svar.mangd("behovsmodell_starkare", |r| &differens[r] - niva >= minst);
    svar.mangd("behovsmodell_svagare", |r| niva - &differens[r] >= minst);
    svar.mangd("behovsmodell_minskar", |r| -&differens[r] >= minst);
    let per_inv = var_och_en(|r| &ar.behov[r] / &ar.folk[r]);
    let hogst = (0..ANTAL).reduce(|a, b| if per_inv[b] > per_inv[a] { b } else { a });
    let lagst = (0..ANTAL).reduce(|a, b| if per_inv[b] < per_inv[a] { b } else { a });
    svar.mangd("behovsmodell_hogst", |r| Some(r) == hogst);
    svar.mangd("behovsmodell_lagst", |r| Some(r) == lagst);
}

/// The solidarity net: own costs on last year's ladder, the country's costs, the financing.
fn nettot(land: &Land, ar: &Ar, netto: &[Q], svar: &mut Svar) -> Option<()> {
    let fore = &land.fore;
    let medel_fore = helt(fore.kostnad) / helt(fore.folk.iter().sum());
    let medel = summa(&ar.solidariskt.kostnad) / &ar.landet;
    svar.rike("foregaende_solidariskt_utfall", &medel_fore);
    let steg = solidariskt::steg("foregaende_trappa", &fore.trappa, &medel_fore, svar)?;
    let (ovre_fore, _) = &steg[steg.len() - 1];
    let sista = land.trappa.last().expect("a step");
    let ovre = sista.fran.map_or_else(|| medel.clone(), av);
    svar.rike("foregaende_ovre_steg", ovre_fore);
    svar.rike("ovre_steg_forandring", &(ovre - ovre_fore));
    svar.rike("solidariskt_utfall_forandring", &(&medel - &medel_fore));
    let finansiering_fore = av(fore.finansiering);
    let finansiering = &ar.solidariskt.total / &ar.landet;
    svar.rike("solidariskt_finansiering_forandring", &(&finansiering_fore - finansiering));
    let pa_fjolarets = var_och_en(|r| {
        solidariskt::ersattning(&ar.solidariskt.kostnad[r], &ar.folk[r], &steg) / &ar.folk[r]
    });
    let ersattning_fore = var_och_en(|r| &netto[r] + &finansiering_fore);
    let egna = var_och_en(|r| &pa_fjolarets[r] - &ersattning_fore[r]);
    let landets = var_och_en(|r| &ar.solidariskt.ersattning[r] / &ar.folk[r] - &pa_fjolarets[r]);
    let hela = var_och_en(|r| &ar.solidariskt.netto[r] / &ar.folk[r] - &netto[r]);
    svar.regioner("solidariskt_egna_kostnader", &egna);
    svar.regioner("solidariskt_landets_kostnader", &landets);
    svar.regioner("solidariskt_netto_forandring", &hela);
    Some(())
}
