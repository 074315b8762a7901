//! The steps from the leaves to the plan: the adjustments by the ways their inputs allow, the twelve
//! months, the annexes, the appropriation and the equations between them.

use std::collections::BTreeMap;

use super::avstamning;
use super::fakta::{self, Utfall};
use super::framraknat::justeringarna;
use super::inputs::{Indata, Lakemedel};
use super::justering::Justering;
use super::kontroll::Kontroll;
use super::rules::manader::{self, Avtalsar};
use super::rules::plan::{self, Delar, Manad, Vilket};
use super::rules::prov::{self, Led, Provning};
use super::rules::{Belopp, anslag, dagar, justeringar};
use crate::figure::Trace;
use crate::problem::Problems;
use crate::report::Report;

/// The two agreement years, and the residual of the earlier where it is settled.
struct Avtalen {
    forra: Avtalsar,
    arets: Avtalsar,
    placerad: Option<Belopp>,
}

/// What is paid when.
struct Plan {
    manader: Vec<Manad>,
    aret: Belopp,
    /// The annexes' sums, and last the months of none.
    delar: Vec<Belopp>,
    /// What is paid of each agreement year.
    avtal: [Belopp; 2],
}

/// Every step, until one cannot be taken; what that was stands in `problems`. Writes the figures and
/// facts to the report.
pub fn berakna_indata(
    indata: &Indata,
    lakemedel: &Lakemedel,
    report: &mut Report,
    problems: &mut Problems,
) -> Option<()> {
    let mut kontroll = Kontroll { problems };
    if let Some(avstamning) = &indata.avstamning {
        kontroll.samma_avtal(report, indata.ar, avstamning);
    }
    let (namn, trace) = (&indata.namn, &mut report.trace);
    let bilagorna = kontroll.bilagorna(&indata.bilagor, lakemedel.efterslap.value);
    let i_ordning = bilagorna.map(|()| indata.bilagor.as_slice());
    let placeringen = kontroll.placeringen(&indata.justeringar, i_ordning);
    let avtalsaren = kontroll.avtalsaren(indata);
    let avstamt = match &indata.avstamning {
        Some(avstamning) => {
            Some(avstamning::berakna(trace, indata, avstamning, lakemedel, &mut kontroll)?)
        }
        None => None,
    };
    let (justerat, raknade) =
        justeringarna(trace, indata, lakemedel, avstamt.as_ref(), &mut kontroll);
    bilagorna.and(placeringen)?;
    let [forra, arets] = avtalsaren?.map(|avtal| avtal.ar.value);
    let forra = manader::berakna(trace, namn, forra, &lakemedel.foregaende_statsbidrag);
    let arets = manader::berakna(trace, namn, arets, &lakemedel.statsbidrag);
    let placerad = indata.placerar(forra.ar).then(|| manader::placera(trace, namn, &forra));
    let avtalen = Avtalen { forra, arets, placerad };
    let gjorda: Vec<_> = justerat.values().collect();
    let alla = justeringar::alla(trace, namn, &indata.budgetar, &gjorda);
    let plan = planen(trace, indata, lakemedel, &avtalen, (&justerat, &alla));
    let dag = indata.betalningsdag;
    dagar::berakna(trace, namn, &indata.budgetar, &lakemedel.efterslap, dag);
    let poster = &indata.anslagsposter;
    let anslag = anslag::berakna(trace, namn, poster, &plan.aret.riket, &lakemedel.avdrag);
    kontroll.utbetalningarna(trace, indata, &plan.manader, &justerat);
    kontroll.anslaget(&anslag);
    let efterslap = lakemedel.efterslap.value.som();
    let provningar = proven(trace, indata, &avtalen, &plan, (&alla, efterslap));
    fakta::fakta(indata, &Utfall { efterslap, raknade, provningar }, report);
    avstamning::fakta(indata, avstamt.as_ref(), report);
    Some(())
}

/// The month of the agreement year that a month of the budget year pays.
fn basen(avtalen: &Avtalen, nummer: u32, efterslap: u32) -> &Belopp {
    let avtalsar = if nummer <= efterslap { &avtalen.forra } else { &avtalen.arets };
    &avtalsar.manadsbelopp
}

fn planen(
    trace: &mut Trace,
    indata: &Indata,
    lakemedel: &Lakemedel,
    avtalen: &Avtalen,
    (justerat, alla): (&BTreeMap<Justering, Belopp>, &Belopp),
) -> Plan {
    let namn = &indata.namn;
    let efterslap: u32 = lakemedel.efterslap.value.som();
    let mut manad = |nummer: u32| {
        let i_manaden = indata.justeringar.iter().filter(|rad| rad.manad.value == nummer);
        let delar = Delar {
            nummer,
            bas: basen(avtalen, nummer, efterslap),
            justeringar: i_manaden.filter_map(|rad| justerat.get(&rad.slag.value)).collect(),
            placerad: avtalen.placerad.as_ref().filter(|_| nummer == efterslap),
        };
        plan::manad(trace, namn, indata.ar, &delar)
    };
    let manader: Vec<_> = (1..=12).map(&mut manad).collect();
    let aret = plan::aret(trace, namn, &manader);
    let mut kvar: Vec<&Manad> = manader.iter().collect();
    let mut delar = Vec::new();
    for bilaga in &indata.bilagor {
        let spann = bilaga.forsta.value..=bilaga.sista.value;
        let (egna, andra): (Vec<_>, Vec<_>) =
            kvar.into_iter().partition(|manad| spann.contains(&manad.nummer));
        delar.push(plan::bilaga(trace, namn, bilaga.nummer.value, &egna));
        kvar = andra;
    }
    plan::antal(trace, namn, &delar);
    delar.push(plan::utanfor(trace, namn, &indata.budgetar, &kvar));
    let i_forra: Vec<_> = std::iter::once(alla).chain(&avtalen.placerad).collect();
    let mut avtal = |avtalsar, vilket, ovrigt: &[&Belopp]| {
        plan::avtal(trace, namn, (avtalsar, vilket), &lakemedel.efterslap, ovrigt)
    };
    let forra = avtal(&avtalen.forra, Vilket::Foregaende, &i_forra);
    let arets = avtal(&avtalen.arets, Vilket::Arets, &[]);
    Plan { manader, aret, delar, avtal: [forra, arets] }
}

fn proven(
    trace: &mut Trace,
    indata: &Indata,
    avtalen: &Avtalen,
    plan: &Plan,
    (alla, efterslap): (&Belopp, u32),
) -> Vec<Provning> {
    let led = Led {
        manader: plan.manader.iter().map(|manad| &manad.belopp).collect(),
        baser: (1..=12).map(|nummer| basen(avtalen, nummer, efterslap)).collect(),
        aret: &plan.aret,
        bilagor: plan.delar.iter().collect(),
        tillagg: std::iter::once(alla).chain(&avtalen.placerad).collect(),
        avtal: plan.avtal.iter().collect(),
        avtalsar: vec![&avtalen.forra, &avtalen.arets],
    };
    prov::berakna(trace, &indata.namn, &led)
}
