//! Läkemedelsförmånerna: the state's grant to the regions by agreement, need model and solidarity
//! financing.
//!
//! The steps: [`inputs::read`] names the leaves; the rules follow in the order of [`rules`]; between
//! them stand the checks that only the whole can answer (does the model hit the pot, do two sources
//! agree, can every payment be carried out).

mod checks;
mod facts;
pub mod grupper;
pub mod inputs;
pub(crate) mod messages;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, lakemedel as contract};
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use inputs::Inputs;
use rules::{avtal, behovsmodell, forandring, jamforelse, manadsplan, solidariskt, statsbidrag};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// The grant.
pub const GRANT: Grant = Grant {
    id: ID,
    name: "Statsbidraget för läkemedelsförmånerna",
    workbook_file: &schema::WORKBOOK,
    steps: rules::STEG,
    needs: &[],
    after: &[],
    names: None,
    compute: |book, archive, report, problems| {
        if let Some(indata) = inputs::read(book, archive, report, problems) {
            // A failed step has said why.
            let _: Option<()> = compute_inputs(&indata, report, problems);
        }
    },
};

/// Every step, until one cannot be taken; what that was stands in `problems`. Writes the figures and
/// facts to the report.
pub fn compute_inputs(indata: &Inputs, report: &mut Report, problems: &mut Problems) -> Option<()> {
    facts::avtalet(indata, report);
    let mut kontroll = checks::Kontroll { problems };
    let mut calc = Calculation::new(&mut report.trace, indata.ar);
    let folk = &indata.befolkning;
    let belopp = avtal::compute(&mut calc, &indata.avtal);
    let pott = &belopp.utbetalas;
    avtal::avrakning(&mut calc, &indata.foregaende.delar, &avtal::FOREGAENDE);
    kontroll.avtalet(calc.trace, &indata.avtal, &belopp)?;
    let behov = behovsmodell::compute(&mut calc, &indata.behov, folk, pott);
    let behov = kontroll.modellen(calc.trace, &indata.behov, behov)?;
    kontroll.underlagen(calc.trace, &indata.behov, &behov.per_region, folk);
    let solidariskt = solidariskt::compute(&mut calc, folk, &indata.kostnad, &indata.trappa);
    let solidariskt = kontroll.trappan(calc.trace, solidariskt, &indata.trappa.steg)?;
    kontroll.potten(&behov.per_region, folk, pott)?;
    let per_inv = (&behov.per_region, &solidariskt.netto);
    let bidrag = statsbidrag::compute(&mut calc, folk, per_inv, pott, &indata.avtal);
    kontroll.total(&bidrag, &indata.avtal, pott);
    let fore_summa = indata.foregaende.statsbidrag.values().iter().map(|bidrag| bidrag.value).sum();
    for (plan, promise, bidraget) in [
        (&indata.plan, &contract::MANADSPLAN_ANDEL, bidrag.totalt.value),
        (&indata.foregaende.plan, &contract::FOREGAENDE_MANADSPLAN_ANDEL, fore_summa),
    ] {
        if let Some(plan) = plan {
            manadsplan::compute(&mut calc, promise, plan);
            kontroll.planen(calc.trace, plan, bidraget);
        }
    }
    for (promises, per_inv, medel) in [
        (
            (&contract::BEHOVSMODELL_AVSTAND, &contract::BEHOVSMODELL_PLATS),
            &behov.per_region,
            &behov.medel,
        ),
        (
            (&contract::SOLIDARISKT_UTFALL_AVSTAND, &contract::SOLIDARISKT_UTFALL_PLATS),
            &solidariskt.utfall,
            &solidariskt.medel,
        ),
        (
            (&contract::STATSBIDRAG_PER_INV_AVSTAND, &contract::STATSBIDRAG_PER_INV_PLATS),
            &bidrag.per_inv,
            &bidrag.medel_per_inv,
        ),
    ] {
        jamforelse::RANKING.define(&mut calc, promises, per_inv, medel);
    }
    kontroll.foregaende(calc.trace, &indata.foregaende);
    let arets = forandring::Arets {
        befolkning: folk,
        behovsmodell: &behov,
        solidariskt: &solidariskt,
        statsbidrag: &bidrag,
    };
    let forandring = forandring::compute(&mut calc, arets, &indata.foregaende);
    let forandring = kontroll.trappan(calc.trace, forandring, &indata.foregaende.trappa.steg)?;
    facts::state(indata, &facts::Utfall { behov, solidariskt, forandring }, report);
    Some(())
}
