//! The plan of payments once more, in whole numbers only: kronor and öre are integers, and so is
//! rounding. A year is an array of months, a month an array of regions.

use super::tal::{Svar, Tal, av, avrundat, helt, procent, var_och_en};
use super::{Q, en_i_taget};
use crate::almanacka;
use crate::land::{ANTAL, Belopp, Brev, Land, Regioner, Rest};
use rust_decimal::Decimal;

/// An amount of each region, kr.
type Kronor = Vec<i64>;

/// `täljare ÷ nämnare` to the nearest whole number, a half away from zero.
fn delat(taljare: i64, namnare: i64) -> i64 {
    taljare.signum() * ((2 * taljare.abs() + namnare) / (2 * namnare))
}

/// A percentage of an amount, in whole kronor.
pub(crate) fn andelen(belopp: Decimal, andel: Decimal) -> i64 {
    avrundat(&(procent(andel) * av(belopp)))
}

/// IHSI's correction by people, and what is left over.
pub(crate) fn ihsi_delarna(korrigering: i64, rest: Rest, folk: &Regioner<i64>) -> (Kronor, i64) {
    let (tecken, pott) = (korrigering.signum(), korrigering.abs());
    let landet = helt(folk.iter().sum());
    let delar: Vec<Q> = var_och_en(|r| helt(pott) * helt(folk[r]) / &landet);
    let mut hela: Kronor = delar.iter().map(avrundat).collect();
    let kvar = pott - hela.iter().sum::<i64>();
    match rest {
        Rest::Ingen => return (hela.iter().map(|del| tecken * del).collect(), kvar),
        Rest::Hamilton => hela = en_i_taget(pott, &delar),
        Rest::Storst => {
            let storst = (0..ANTAL).reduce(|a, b| if folk[b] > folk[a] { b } else { a });
            hela[storst.expect("21 regions")] += kvar;
        }
        Rest::Region(_) => panic!("no region takes the residual of IHSI"),
    }
    (hela.iter().map(|del| tecken * del).collect(), 0)
}

/// Everything the decision gives rise to.
pub(crate) fn rakna(land: &Land, bidrag: &[i64], avdrag: i64, svar: &mut Svar) {
    svar.bidraget("regleringsbrev", land.ar);
    let brev = &land.brev;
    let efterslap = u32::try_from(land.efterslap).expect("months");
    let ar_for = |nummer: u32| usize::from(nummer > efterslap);
    let avtal = [(land.ar - 1, land.fore.bidrag.to_vec()), (land.ar, bidrag.to_vec())];
    let manader = avtal.clone().map(|(_, bidrag)| var_och_en(|r| delat(bidrag[r], 12)));
    let residualer: Vec<Kronor> =
        (0..2).map(|a| var_och_en(|r| 12 * manader[a][r] - avtal[a].1[r])).collect();
    for (a, (ar, bidrag)) in avtal.iter().enumerate() {
        svar.rad(&format!("manadsbelopp_{ar}"), &manader[a]);
        svar.rad(&format!("manader_residual_{ar}"), &residualer[a]);
        let tolv = var_och_en(|r| bidrag[r] + residualer[a][r]);
        svar.prov(&format!("manader_{ar}"), &tolv);
    }
    let placerat = var_och_en(|r| if brev.placeras[0] { -residualer[0][r] } else { 0 });
    if brev.placeras[0] {
        svar.rad(&format!("residual_placerad_{}", land.ar - 1), &placerat);
    }
    let justeringar = justeringarna(land, svar);
    let mut plan = vec![vec![0; ANTAL]; 12];
    let mut alla = vec![0; ANTAL];
    for (nummer, manad) in (1..).zip(&mut plan) {
        let i_manaden: Vec<&Kronor> = justeringar
            .iter()
            .filter(|(_, n, _)| *n == nummer)
            .map(|(.., belopp)| belopp)
            .collect();
        let justerat = var_och_en(|r| i_manaden.iter().map(|belopp| belopp[r]).sum::<i64>());
        if !i_manaden.is_empty() {
            svar.rad(&format!("justerat_{}_{nummer:02}", land.ar), &justerat);
        }
        for r in 0..ANTAL {
            alla[r] += justerat[r];
            manad[r] = manader[ar_for(nummer)][r] + justerat[r];
            manad[r] += if nummer == efterslap { placerat[r] } else { 0 };
        }
        svar.rad(&format!("utbetalning_{}_{nummer:02}", land.ar), manad);
    }
    svar.rad("justeringar", &alla);
    let aret = var_och_en(|r| plan.iter().map(|manad| manad[r]).sum());
    svar.rad("aret", &aret);
    for id in ["plan", "aret", "avtal"] {
        svar.prov(id, &aret);
    }
    let arets = var_och_en(|r| {
        plan.iter().skip(usize::try_from(efterslap).expect("months")).map(|m| m[r]).sum::<i64>()
            - justeringar.iter().filter(|(_, n, _)| *n > efterslap).map(|j| j.2[r]).sum::<i64>()
    });
    svar.rad(&format!("aret_avtal_{}", land.ar), &arets);
    let forra = var_och_en(|r| aret[r] - arets[r]);
    svar.rad(&format!("aret_avtal_{}", land.ar - 1), &forra);
    bilagorna(brev, &plan, svar);
    dagarna(land, svar);
    let anslag = brev.anslag.iter().sum::<i64>() * 1_000;
    let anvant = aret.iter().sum::<i64>() + avdrag;
    svar.rike_helt("anslag_belopp", anslag);
    svar.rike_helt("anslag_anvant", anvant);
    if anvant > anslag {
        svar.koder.insert("R07");
    }
    utbetalningarna(brev, &plan, svar);
}

fn bilagorna(brev: &Brev, plan: &[Kronor], svar: &mut Svar) {
    let mut kvar = var_och_en(|r| plan.iter().map(|manad| manad[r]).sum::<i64>());
    for (nummer, (forsta, sista)) in (1..).zip(&brev.bilagor) {
        let mut delsumma = vec![0; ANTAL];
        for (manad, belopp) in (1..).zip(plan) {
            if manad >= *forsta && manad <= *sista {
                (0..ANTAL).for_each(|r| delsumma[r] += belopp[r]);
            }
        }
        (0..ANTAL).for_each(|r| kvar[r] -= delsumma[r]);
        svar.rad(&format!("bilaga_{nummer}_summa"), &delsumma);
    }
    svar.rad("utanfor_bilagor", &kvar);
    svar.rike_helt("bilagor_antal", i64::try_from(brev.bilagor.len()).expect("annexes"));
}

fn utbetalningarna(brev: &Brev, plan: &[Kronor], svar: &mut Svar) {
    for (plats, (region, manad)) in brev.medgivna.iter().enumerate() {
        let belopp = plan[usize::try_from(*manad).expect("a month") - 1][*region];
        if belopp > 0 || brev.medgivna[..plats].contains(&(*region, *manad)) {
            svar.koder.insert("R04");
        }
    }
    for (manad, belopp) in (1..).zip(plan) {
        if (0..ANTAL).any(|r| belopp[r] <= 0 && !brev.medgivna.contains(&(r, manad))) {
            svar.koder.insert("R05");
        }
    }
}

fn dagarna(land: &Land, svar: &mut Svar) {
    let antal = 12 + u32::try_from(land.efterslap).expect("months");
    for nummer in 0..antal {
        let (ar, manad) =
            if nummer < 12 { (land.ar, nummer + 1) } else { (land.ar + 1, nummer - 11) };
        let dag = almanacka::forsta_betalningsdagen(ar, manad, land.brev.lordag);
        let namn = format!("betalningsdag_{ar}_{manad:02}");
        svar.riket(&namn, Tal::Dag(ar, manad, dag));
    }
}

/// The adjustments that are made: which, when, and how much.
fn justeringarna(land: &Land, svar: &mut Svar) -> Vec<(&'static str, u32, Kronor)> {
    let brev = &land.brev;
    let belopp = &brev.belopp;
    let mut gjorda = Vec::new();
    for slag in [
        "aterbaring_prognos",
        "aterbaring_slutlig",
        "ihsi",
        "vinst_forlust_formanen",
        "vinst_forlust_hepatit_c",
        "vinst_forlust_tillsammans",
        "annan",
    ] {
        let manad = brev.justeringar.iter().find(|(gors, _)| *gors == slag).map(|(_, n)| *n);
        let (kronor, ifyllt) = match slag {
            "aterbaring_prognos" => prognosen(belopp, manad.is_some(), svar),
            "aterbaring_slutlig" => utfallet(belopp, svar),
            "ihsi" => ihsi(belopp, &land.folk, svar),
            "vinst_forlust_formanen" => angivet(belopp.formanen.as_ref()),
            "vinst_forlust_hepatit_c" => angivet(belopp.hepatit_c.as_ref()),
            "vinst_forlust_tillsammans" => angivet(belopp.tillsammans.as_ref()),
            _ => angivet(belopp.annan.as_ref()),
        };
        let nagot = kronor.as_ref().is_some_and(|kronor| kronor.iter().any(|kr| *kr != 0));
        if manad.is_some() && kronor.is_none() || manad.is_none() && (ifyllt || nagot) {
            svar.koder.insert("R04");
        }
        let Some(kronor) = kronor else { continue };
        svar.rad(&format!("justering_{slag}"), &kronor);
        gjorda.extend(manad.map(|manad| (slag, manad, kronor)));
    }
    gjorda
}

/// Amounts, if there are any, and whether a column of theirs is filled in.
type Vag = (Option<Kronor>, bool);

fn angivet(kolumn: Option<&Regioner<i64>>) -> Vag {
    (kolumn.map(|kolumn| kolumn.to_vec()), kolumn.is_some())
}

fn prognosen(belopp: &Belopp, gors: bool, svar: &mut Svar) -> Vag {
    let ifyllt =
        belopp.statens_andel.is_some() || belopp.prognos.is_some() && belopp.slutlig.is_none();
    let given = belopp.statens_andel.map(|kolumn| kolumn.map(|kr| -kr).to_vec());
    let (Some(prognos), Some(andel), true) = (belopp.prognos, belopp.andel, gors) else {
        return (given, ifyllt);
    };
    let raknad = var_och_en(|r| -andelen(prognos[r], andel));
    if given.is_some_and(|given| given != raknad) {
        svar.koder.insert("R04");
    }
    (Some(raknad), ifyllt)
}

fn utfallet(belopp: &Belopp, svar: &mut Svar) -> Vag {
    let ifyllt = belopp.differens.is_some() || belopp.slutlig.is_some();
    let raknad: Option<Vec<Q>> = belopp.slutlig.zip(belopp.prognos).map(|(slutlig, prognos)| {
        let skillnad = var_och_en(|r| av(slutlig[r]) - av(prognos[r]));
        svar.regioner("aterbaring_skillnad", &skillnad);
        skillnad
    });
    let given: Option<Vec<Q>> = belopp.differens.map(|differens| var_och_en(|r| av(differens[r])));
    let motsagt = matches!((&raknad, &given), (Some(raknad), Some(given)) if raknad != given);
    if motsagt || belopp.slutlig.is_some() && belopp.prognos.is_none() {
        svar.koder.insert("R04");
    }
    let skillnad = raknad.or(given);
    let kronor = skillnad
        .zip(belopp.andel)
        .map(|(skillnad, andel)| var_och_en(|r| -avrundat(&(procent(andel) * &skillnad[r]))));
    (kronor, ifyllt)
}

fn ihsi(belopp: &Belopp, folk: &Regioner<i64>, svar: &mut Svar) -> Vag {
    let (given, ifyllt) = angivet(belopp.ihsi.as_ref());
    let Some(avgift) = belopp.avgift else { return (given, ifyllt) };
    let skillnad = avgift.preliminar - avgift.slutlig;
    let korrigering = if skillnad.abs() > avgift.grans { skillnad } else { 0 };
    svar.rike_helt("ihsi_skillnad", skillnad);
    svar.rike_helt("ihsi_korrigering", korrigering);
    let (delar, kvar) = ihsi_delarna(korrigering, avgift.rest, folk);
    if kvar != 0 {
        svar.koder.insert("R01");
    }
    if given.is_some_and(|given| given != delar) {
        svar.koder.insert("R04");
    }
    (Some(delar), ifyllt)
}
