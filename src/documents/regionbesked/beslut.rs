//! The letter's parts on the decisions that pay the region, and on all money that has been announced, which may hold
//! them.

use super::data::{Beloppsjustering, Meddelat, Medelsbeslut, Pott, Utbetalningsdag};
use super::summary::MNKR;
use super::{Besked, KR};
use crate::contract::beslut::{self as contract, Satt};
use crate::contract::{Country, Indexed, Maybe, beredskap, besked, lakemedel};
use crate::documents::worked_decision;
use crate::quantity::HelaKronor;
use crate::report::NumberFormat;
use crate::report::residual::Avrundningsregel;
use crate::report::worked_sum::{Rakning, Steg};
use crate::swedish;

/// An amount in prose: million kronor as they are.
const MNKR_PROSA: NumberFormat = NumberFormat::MnkrAtMost(6);

impl Besked<'_> {
    /// The names of the decisions that share out money to the regions and pay this one.
    pub(super) fn decisions(&self) -> Vec<String> {
        let view = self.view;
        let [regionerna, _] = contract::MOTTAGARSLAG;
        let pays = |namn: &String| {
            view.fact(&contract::MOTTAGARNA.at(namn)) == regionerna
                && !self.own(&contract::BELOPP.at(namn)).exact().is_zero()
        };
        view.keys(&contract::MEDEL).into_iter().filter(pays).collect()
    }

    pub(super) fn beslut(&self) -> Vec<Medelsbeslut> {
        self.decisions().iter().map(|namn| self.decision(namn)).collect()
    }

    /// Whether what is said of the announced money goes on under the heading of a decision: the only one.
    fn goes_on(&self) -> bool {
        self.decisions().len() == 1 && self.view.has(besked::GRANT)
    }

    fn decision(&self, namn: &str) -> Medelsbeslut {
        let view = self.view;
        let [_, utkast] = contract::STATUS;
        let kolumner = view.fact(&contract::KOLUMNER.at(namn));
        let limit = |promise: &Indexed<Maybe<Country<HelaKronor>>>, nummer: usize| {
            view.maybe_figure(&promise.at((namn, nummer))).map(|kronor| kronor.shown_as(KR))
        };
        let pot = |pott: &contract::Pott| Pott {
            grundbelopp: limit(&contract::GRUNDBELOPP, pott.nummer),
            golv: limit(&contract::GOLV, pott.nummer),
            nar_golvet: pott.vid_golvet.iter().any(|name| name == self.region.short_name()),
            tak: limit(&contract::TAK, pott.nummer),
            nar_taket: pott.vid_taket.iter().any(|name| name == self.region.short_name()),
            namn: pott.namn.clone(),
            faktorer: match &pott.satt {
                Satt::Nyckel(columns) => {
                    let named = kolumner.iter().filter(|one| columns.contains(&one.nummer));
                    let named: Vec<_> = named.collect();
                    let product =
                        if named.len() > 1 { ", multiplicerade med varandra" } else { "" };
                    format!("{}{product}", worked_decision::with_their_days(&named))
                }
                Satt::FastaBelopp(_) => String::new(),
            },
            nagra_delar: !(pott.vid_golvet.is_empty() && pott.vid_taket.is_empty())
                && view
                    .maybe_figure(&contract::ANDEL_OVRIGA.at((namn, pott.nummer)))
                    .is_some_and(|shares| !shares.exact().is_zero()),
            avrundas: !view.figure(&contract::RESIDUAL.at((namn, pott.nummer))).exact().is_zero(),
            avrundning: Avrundningsregel::with_name(&pott.residual),
            restmottagare: pott.restmottagare.clone(),
            justering: self.adjusted(namn, pott.nummer),
        };
        let potter = view.fact(&contract::POTTER.at(namn));
        let written = view.fact(&lakemedel::REGIONBESKED_DATUM);
        let dag = view.maybe_fact(&contract::UTBETALNINGSDAG.at(namn));
        let several = self.decisions().len() > 1;
        let medel_bestamd = swedish::capitalized(&view.fact(&contract::MEDEL_BESTAMD.at(namn)));
        Medelsbeslut {
            rubrik: if self.goes_on() {
                format!("{medel_bestamd} och meddelade medel")
            } else {
                medel_bestamd.clone()
            },
            medel: view.fact(&contract::MEDEL.at(namn)),
            medel_bestamd,
            belopp: self.own(&contract::BELOPP.at(namn)).shown_as(KR),
            myndighetens: swedish::genitive(
                &match view.fact(&contract::BESLUT_MYNDIGHET.at(namn)) {
                    myndighet if myndighet == contract::REGERINGEN => myndighet.to_lowercase(),
                    myndighet => myndighet,
                },
            ),
            nummer: view.fact(&contract::BESLUT_NUMMER.at(namn)),
            datum: view.fact(&contract::BESLUT_DATUM.at(namn)).into(),
            diarienummer: view.fact(&contract::BESLUT_DIARIENUMMER.at(namn)),
            utkast: view.fact(&contract::BESLUT_STATUS.at(namn)) == utkast,
            utbetalning: view.fact(&contract::UTBETALNING.at(namn)),
            utbetalningsdag: dag
                .map(|dag| Utbetalningsdag { dag: dag.into(), passerad: dag < written }),
            flera_potter: potter.len() > 1,
            potter: potter.iter().map(pot).collect(),
            rakningar: worked_decision::worked(view, namn, self.region.id(), several),
            rakning_har: several,
        }
    }

    /// How the decision changes the region's rounded amount of a pot, if it does.
    fn adjusted(&self, namn: &str, pott: usize) -> Option<Beloppsjustering> {
        let mut all = self.view.fact(&contract::JUSTERINGAR.at(namn)).into_iter();
        let own = all.find(|one| one.pott == pott && one.plats == self.region.id())?;
        let belopp = self.own(contract::JUSTERING.at((namn, pott)).kept()).forandring(KR);
        Some(Beloppsjustering { belopp, skal: swedish::without_full_stop(&own.skal) })
    }

    /// What the letter tells of that is in what has been announced: the decisions, and the year's money for
    /// försörjningsberedskap where an agreement on it is among those that are.
    fn included(&self, decisions: &[String]) -> String {
        let about = |name: &String| name.to_lowercase().contains("försörjningsberedskap");
        let preparedness = self.view.has(beredskap::GRANT)
            && self.view.fact(&beredskap::AVTAL).iter().any(|avtal| avtal.ar == self.ar)
            && self.view.fact(&besked::OVERENSKOMMELSER).iter().any(about);
        let preparedness = preparedness.then(|| {
            format!("medlen för försörjningsberedskap enligt {} års överenskommelse", self.ar)
        });
        let all: Vec<_> = decisions.iter().cloned().chain(preparedness).collect();
        swedish::enumeration(&all)
    }

    pub(super) fn meddelat(&self) -> Meddelat {
        let view = self.view;
        let belopp = self.own(&besked::MEDDELAT);
        let ovrigt = self.own(&besked::UTOVER_BESLUT);
        let ingar = view.fact(&besked::INGAR);
        let mut rakning = Rakning::new("Meddelade medel")
            .with(Steg::Fran, "Meddelade medel", &belopp, MNKR)
            .in_unit("mnkr");
        for one in &ingar {
            let decided = self.own(&contract::BELOPP.at(&one.namn));
            let heading = swedish::capitalized(&one.medel);
            rakning = rakning.with(Steg::Minus, heading, &decided, MNKR).in_unit("mnkr");
        }
        let names: Vec<_> = ingar.iter().map(|one| one.medel_bestamd.clone()).collect();
        let beside = self.decisions().into_iter();
        let beside = beside.filter(|namn| ingar.iter().all(|included| included.namn != *namn));
        let beside = beside.map(|namn| view.fact(&contract::MEDEL_BESTAMD.at(&namn)));
        Meddelat {
            egen_rubrik: !self.goes_on(),
            belopp: belopp.shown_as(MNKR_PROSA),
            beslut_uppraknade: swedish::enumeration(&names),
            ingar: self.included(&names),
            ingar_inte: swedish::enumeration(&beside.collect::<Vec<_>>()),
            ovrigt: (!ingar.is_empty()).then(|| ovrigt.shown_as(MNKR)),
            datum: view.fact(&besked::DATUM).into(),
            prestation: view.fact(&besked::PRESTATION) == "ja",
            overenskommelser: !view.fact(&besked::OVERENSKOMMELSER).is_empty(),
            rakning: (!ingar.is_empty()).then(|| {
                rakning.with(Steg::Becomes, "Övriga medel", &ovrigt, MNKR).in_unit("mnkr")
            }),
        }
    }
}
