//! The steps from the leaves to the plan: the adjustments by the ways their inputs allow, the twelve
//! months, the annexes, the appropriation and the equations between them.

use std::collections::BTreeMap;

use super::avstamning;
use super::checks::{Galler, Kontroll};
use super::facts::{self, Utfall};
use super::framraknat::justeringarna;
use super::inputs::{Inputs, Lakemedel};
use super::justering::Justering;
use super::rules::manader::{self, Avtalsar};
use super::rules::plan::{self, Delar, Utbetalning, Vilket};
use super::rules::prov::{self, Led};
use super::rules::{Belopp, anslag, dagar, justeringar};
use crate::contract::{Calculation, Equality};
use crate::problem::Problems;
use crate::report::Report;

/// The two agreement years, and the residual of the earlier where it is settled.
struct Avtalen<'a> {
    forra: Avtalsar<'a>,
    arets: Avtalsar<'a>,
    placerad: Option<Belopp>,
}

/// What is paid when.
struct Plan {
    manader: Vec<Utbetalning>,
    aret: Belopp,
    /// The annexes' sums, and last the months of none.
    delar: Vec<Belopp>,
    /// What is paid of each agreement year.
    avtal: [Belopp; 2],
}

/// Every step, until one cannot be taken; what that was stands in `problems`. Writes the figures and
/// facts to the report.
pub fn compute_inputs(
    indata: &Inputs,
    lakemedel: &Lakemedel,
    report: &mut Report,
    problems: &mut Problems,
) -> Option<()> {
    let mut kontroll = Kontroll { problems };
    let galler = &Galler::of(report, indata.ar);
    kontroll.raderna_galler(galler, &indata.justeringar);
    kontroll.avdragen_gjordes(galler, indata);
    let fore = lakemedel.foregaende_efterslap.as_ref();
    kontroll.efterslapet(&report.trace, indata.ar, fore, &lakemedel.efterslap);
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let bilagorna = kontroll.bilagorna(&indata.bilagor, lakemedel.efterslap.value);
    let i_ordning = bilagorna.map(|()| indata.bilagor.as_slice());
    let placeringen = kontroll.placeringen(&indata.justeringar, i_ordning);
    let avtalsaren = kontroll.avtalsaren(indata);
    let avstamt = match &indata.avstamning {
        Some(avstamning) => {
            Some(avstamning::compute(calc, indata.ar, avstamning, lakemedel, &mut kontroll)?)
        }
        None => None,
    };
    let (justerat, raknade) =
        justeringarna(calc, indata, lakemedel, avstamt.as_ref(), (galler, &mut kontroll));
    bilagorna.and(placeringen)?;
    let [forra, arets] = avtalsaren?.map(|avtal| avtal.ar.value);
    let planer = [lakemedel.foregaende_plan.as_ref(), lakemedel.plan.as_ref()];
    let [fore_plan, plan] = planer;
    let forra = manader::compute(calc, forra, &lakemedel.foregaende_statsbidrag, fore_plan);
    let arets = manader::compute(calc, arets, &lakemedel.statsbidrag, plan);
    let placerad = indata.placerar(forra.ar).then(|| manader::placera(calc, &forra));
    let avtalen = Avtalen { forra, arets, placerad };
    let gjorda: Vec<_> = justerat.values().collect();
    let all = justeringar::all(calc, &gjorda);
    let plan = planen(calc, indata, lakemedel, &avtalen, (&justerat, &all));
    dagar::compute(calc, &indata.budgetar, &lakemedel.efterslap, indata.betalningsdag);
    let poster = &indata.anslagsposter;
    let anslag = anslag::compute(calc, poster, &plan.aret.riket, &lakemedel.avdrag);
    kontroll.utbetalningarna(calc.trace, indata, &plan.manader, &justerat);
    kontroll.anslaget(&anslag);
    kontroll.glomd_aterbaring(galler, &indata.justeringar);
    let efterslap = lakemedel.efterslap.value.shown_as();
    let provningar = proven(calc, &avtalen, &plan, (&all, efterslap));
    let planer = planer.map(|plan| plan.map(|plan| facts::ends(plan)));
    let betalas = plan.manader.iter().filter(|manad| manad.betalas);
    let betalas = betalas.map(|manad| manad.manad.number()).collect();
    let flera = lakemedel.avtalet.grupper.len() > 1;
    let utfall = Utfall { efterslap, planer, betalas, raknade, flera, provningar };
    facts::state(indata, &utfall, report);
    if let Some(avstamt) = avstamt {
        avstamt.state(indata, report);
    }
    Some(())
}

/// What a month of the budget year pays of the agreement year: so many months after the cost.
fn basen<'a>(avtalen: &'a Avtalen<'_>, nummer: u32, efterslap: u32) -> &'a Belopp {
    if nummer <= efterslap {
        avtalen.forra.manader.of(12 + nummer - efterslap)
    } else {
        avtalen.arets.manader.of(nummer - efterslap)
    }
}

/// Whether the plan of the agreement year that a month of the budget year pays gives it something.
fn is_planned(lakemedel: &Lakemedel, nummer: u32, efterslap: u32) -> bool {
    let (plan, kostnad) = if nummer <= efterslap {
        (&lakemedel.foregaende_plan, 12 + nummer - efterslap)
    } else {
        (&lakemedel.plan, nummer - efterslap)
    };
    let place = usize::try_from(kostnad).ok().and_then(|kostnad| kostnad.checked_sub(1));
    let andel = plan.as_ref().zip(place).and_then(|(plan, place)| plan.get(place));
    andel.is_none_or(|andel| !andel.value.exact().is_zero())
}

fn planen(
    calc: &mut Calculation<'_>,
    indata: &Inputs,
    lakemedel: &Lakemedel,
    avtalen: &Avtalen<'_>,
    (justerat, all): (&BTreeMap<Justering, Belopp>, &Belopp),
) -> Plan {
    let efterslap: u32 = lakemedel.efterslap.value.shown_as();
    let mut utbetalning = |nummer: u32| {
        let i_manaden = indata.justeringar.iter().filter(|row| row.manad.value == nummer);
        let delar = Delar {
            manad: indata.month(nummer),
            bas: basen(avtalen, nummer, efterslap),
            planerad: is_planned(lakemedel, nummer, efterslap),
            justeringar: i_manaden.filter_map(|row| justerat.get(&row.kind.value)).collect(),
            placerad: avtalen.placerad.as_ref().filter(|_| nummer == efterslap),
        };
        plan::utbetalning(calc, &delar)
    };
    let manader: Vec<_> = (1..=12).map(&mut utbetalning).collect();
    let aret = plan::this_year(calc, &manader);
    let mut kvar: Vec<&Utbetalning> = manader.iter().collect();
    let mut delar = Vec::new();
    for bilaga in &indata.bilagor {
        let (egna, andra): (Vec<_>, Vec<_>) =
            kvar.into_iter().partition(|manad| bilaga.betalar(manad.manad.number()));
        delar.push(plan::bilaga(calc, bilaga.nummer.value, &egna));
        kvar = andra;
    }
    plan::antal(calc, &delar);
    delar.push(plan::outside(calc, &kvar));
    let i_forra: Vec<_> = std::iter::once(all).chain(&avtalen.placerad).collect();
    let mut avtal = |avtalsar, vilket, ovrigt: &[&Belopp]| {
        plan::avtal(calc, (avtalsar, vilket), &lakemedel.efterslap, ovrigt)
    };
    let forra = avtal(&avtalen.forra, Vilket::Foregaende, &i_forra);
    let arets = avtal(&avtalen.arets, Vilket::Arets, &[]);
    Plan { manader, aret, delar, avtal: [forra, arets] }
}

fn proven(
    calc: &mut Calculation<'_>,
    avtalen: &Avtalen<'_>,
    plan: &Plan,
    (all, efterslap): (&Belopp, u32),
) -> Vec<Equality> {
    let led = Led {
        manader: plan.manader.iter().map(|manad| &manad.belopp).collect(),
        baser: (1..=12).map(|nummer| basen(avtalen, nummer, efterslap)).collect(),
        aret: &plan.aret,
        bilagor: plan.delar.iter().collect(),
        tillagg: std::iter::once(all).chain(&avtalen.placerad).collect(),
        avtal: plan.avtal.iter().collect(),
        avtalsar: vec![&avtalen.forra, &avtalen.arets],
    };
    prov::compute(calc, &led)
}
