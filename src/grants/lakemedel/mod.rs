//! Läkemedelsförmånerna: the state's grant to the regions by agreement, need model and solidarity
//! financing, and its payment month by month.
//!
//! The steps: [`inputs::las`] names the leaves; the rules follow in the order of [`rules`]; between
//! them stand the checks that only the whole can answer (does the model hit the pot, do two sources
//! agree, can every payment be carried out).

pub mod grupper;
pub mod inputs;
mod kontroll;
pub mod rules;
pub mod schema;

use crate::figure::Rule;
use crate::grants::Grant;
use crate::problem::Problems;
use crate::region::Region;
use crate::report::{Fakta, Report};
use crate::workbook::Bok;
use crate::workbook::schema::Arbetsbok;
use inputs::Indata;
use rules::{avtal, behovsmodell, forandring, manader, solidariskt, statsbidrag};

/// The grant's id.
pub const ID: &str = "lakemedel";

/// The grant.
#[derive(Debug)]
pub struct Lakemedel;

impl Grant for Lakemedel {
    fn id(&self) -> &'static str {
        ID
    }

    fn namn(&self) -> &'static str {
        "Statsbidraget för läkemedelsförmånerna"
    }

    fn arbetsbok(&self) -> &'static Arbetsbok {
        &schema::ARBETSBOK
    }

    fn regler(&self) -> Vec<&'static Rule> {
        rules::alla()
    }

    fn berakna(&self, bok: &Bok, report: &mut Report, problems: &mut Problems) {
        if let Some(indata) = inputs::las(bok, report, problems) {
            // A failed step has said why.
            let _: Option<()> = berakna(bok, &indata, report, problems);
        }
    }
}

/// Every step, until one cannot be taken.
fn berakna(
    bok: &Bok,
    indata: &Indata,
    report: &mut Report,
    problems: &mut Problems,
) -> Option<()> {
    let mut kontroll = kontroll::Kontroll { bok, problems };
    let (namn, folk, trace) = (&indata.namn, &indata.befolkning, &mut report.trace);
    let belopp = avtal::berakna(trace, namn, &indata.avtal);
    kontroll.avtalet(&indata.avtal, &belopp)?;
    let behov = behovsmodell::berakna(trace, namn, &indata.behov, folk, &belopp.utbetalas);
    let behov = kontroll.modellen(behov)?;
    kontroll.underlagen(&indata.behov, &behov.per_region, folk);
    let solidariskt = solidariskt::berakna(trace, namn, folk, &indata.kostnad, &indata.trappa);
    let solidariskt = kontroll.trappan(solidariskt, schema::blad::TRAPPA)?;
    kontroll.potten(&behov.per_region, folk, &belopp.utbetalas)?;
    let bidrag = statsbidrag::berakna(
        trace,
        namn,
        folk,
        &behov.per_region,
        &solidariskt.netto,
        &belopp.utbetalas,
        &indata.avtal,
    );
    kontroll.summan(&bidrag, &belopp.utbetalas);
    let arets = forandring::Arets {
        befolkning: folk,
        behovsmodell: &behov.per_region,
        behovsmodell_medel: &behov.medel,
        solidariskt: &solidariskt,
        statsbidrag: &bidrag.per_region,
        statsbidrag_totalt: &bidrag.totalt,
    };
    let forandring = forandring::berakna(trace, namn, arets, &indata.foregaende);
    kontroll.trappan(forandring, schema::blad::FOREGAENDE_TRAPPA)?;
    kontroll.foregaende(&indata.foregaende);
    let manader = manader::berakna(trace, namn, &bidrag.per_region, &indata.utbetalning);
    kontroll.utbetalningarna(&manader);
    manader::betalningsdagar(trace, namn, &indata.bidragsar, &indata.utbetalning);
    regionmangder(indata, &behov, &solidariskt, report);
    report.fakta(
        namn.riket("behovsmodell_ur_grupper"),
        Fakta::Ja(indata.behov.grupper.is_some()),
        Vec::new(),
    );
    Some(())
}

/// Which regions have something in common: found here, by unrounded values, named in the prose.
fn regionmangder(
    indata: &Indata,
    behov: &behovsmodell::Utfall,
    solidariskt: &solidariskt::Utfall,
    report: &mut Report,
) {
    let fore = &indata.foregaende.behovsmodell;
    let fore_medel = report.trace.find(&indata.namn.riket("foregaende_behovsmodell"));
    let _ = fore_medel;
    let mut mangd = |id: &str, har: &dyn Fn(Region) -> bool| {
        let regioner = Region::alla().filter(|region| har(*region)).collect();
        report.fakta(indata.namn.riket(id), Fakta::Regioner(regioner), Vec::new());
    };
    let utfall = |region| &solidariskt.utfall.i(region).value;
    mangd("over_medel", &|region| *utfall(region) > solidariskt.medel.value);
    let sista = solidariskt.steg.last();
    mangd("over_ovre_steg", &|region| sista.is_some_and(|(fran, _)| *utfall(region) > fran.value));
    mangd("solidariskt_over_noll", &|region| {
        !solidariskt.netto.i(region).value.exakt().ar_negativ()
            && !solidariskt.netto.i(region).value.exakt().ar_noll()
    });
    let behovet = |region| &behov.per_region.i(region).value;
    let storst = Region::alla().max_by_key(|region| behovet(*region));
    let minst = Region::alla().min_by_key(|region| behovet(*region));
    mangd("behovsmodell_hogst", &|region| Some(region) == storst);
    mangd("behovsmodell_lagst", &|region| Some(region) == minst);
    mangd("behovsmodell_minskar", &|region| behovet(region) < &fore.i(region).value);
}
