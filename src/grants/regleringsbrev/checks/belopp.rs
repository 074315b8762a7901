//! How much: adjustments that are computed and stated, payments that cannot be carried out, and the
//! appropriation.

use std::collections::{BTreeMap, BTreeSet};

use super::{Galler, Kontroll, field, kr, location, lovets_plats};
use crate::figure::{Figure, Trace};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, Justeringsrad, Reglering};
use crate::grants::regleringsbrev::justering::{Justering, Slag};
use crate::grants::regleringsbrev::messages::amounts as say;
use crate::grants::regleringsbrev::rules::anslag::Anslag;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::quantity::{HelaKronor, Kronor};
use crate::region::PerRegion;
use crate::swedish;

impl Kontroll<'_> {
    /// That final less forecast, stated, is what the two come to.
    pub(in super::super) fn skillnaden(
        &mut self,
        trace: &Trace,
        angiven: &PerRegion<Figure<Kronor>>,
        raknad: &PerRegion<Figure<Kronor>>,
    ) {
        for (region, angiven) in angiven.iter() {
            let raknad = &raknad.of(region).value;
            if angiven.value != *raknad {
                let number = |belopp: &Kronor| swedish::short_number(belopp.exact(), 2);
                let text = say::difference(&region, &number(&angiven.value), &number(raknad));
                self.motsagt(lovets_plats(trace, angiven.id), text, say::same_to_the_ore());
            }
        }
    }

    /// That a kind's amounts, stated, are what the rule comes to.
    pub(in super::super) fn tva_vagar(
        &mut self,
        trace: &Trace,
        kind: &Justering,
        angivet: &HelaKolumn,
        raknat: &PerRegion<HelaKronor>,
    ) {
        for (region, angivet) in angivet.iter() {
            let raknat = *raknat.of(region);
            if angivet.value != raknat {
                let (stated, computed) = (kr(angivet.value), kr(raknat));
                let text = say::two_amounts(&region, &words::quoted(kind), &stated, &computed);
                self.problems.add(
                    Problem::new(Code::R04, lovets_plats(trace, angivet.id), text)
                        .expected(say::same_to_the_krona())
                        .help(say::correct_or_clear()),
                );
            }
        }
    }

    /// That whoever is to take the krona that rounding leaves over is named, if there is one.
    pub(in super::super) fn avdragens_delar(
        &mut self,
        reglering: &Reglering,
        korrigering: HelaKronor,
        delar: &HelaKolumn,
    ) {
        let summa: HelaKronor = delar.values().iter().map(|del| del.value).sum();
        if summa != korrigering {
            let text = say::uneven(&kr(summa), &kr(korrigering));
            self.problems.add(
                Problem::new(Code::R01, location(&reglering.residual_cell), text)
                    .expected(say::rule_for_residual())
                    .help(say::choose_rule()),
            );
        }
    }

    /// The outcome alone says nothing of the difference.
    pub(in super::super) fn utan_prognos(&mut self, place: Location) {
        self.motsagt(place, say::no_forecast(), say::both_columns());
    }

    /// That every adjustment that is to be made has amounts, and that all amounts are used.
    pub(in super::super) fn rader_och_belopp(
        &mut self,
        rows: &[Justeringsrad],
        belopp: &BTreeMap<Justering, HelaKolumn>,
        angivna: &BTreeMap<Justering, Location>,
        galler: &Galler,
    ) {
        for row in rows.iter().filter(|row| !belopp.contains_key(&row.kind.value)) {
            let kind = &row.kind.value;
            // That it cannot be made has been said.
            if galler.hinder(kind).is_some() {
                continue;
            }
            let text = say::no_amounts(&words::quoted(kind));
            let problem = Problem::new(Code::R04, location(&row.kind.cell), text);
            self.problems.add(problem.expected(evidence(kind.slag)));
        }
        let all: BTreeSet<_> = belopp.keys().chain(angivna.keys()).collect();
        for kind in all {
            if let Some(stalle) = angivna.get(kind)
                && self.hindrad(galler, kind, stalle.clone())
            {
                continue;
            }
            let har_rad = rows.iter().any(|row| row.kind.value == *kind);
            let nagot = belopp.get(kind).is_some_and(|column| {
                column.values().iter().any(|belopp| belopp.value.integer() != 0)
            });
            let stalle = angivna.get(kind).cloned();
            let stalle = stalle.or_else(|| nagot.then(|| field(sheet::JUSTERINGAR, "justering")));
            if let Some(stalle) = stalle.filter(|_| !har_rad) {
                let text = say::not_to_be_made(&words::quoted(kind));
                self.problems.add(
                    Problem::new(Code::R04, stalle, text)
                        .expected(say::row_for(&words::quoted(kind)))
                        .help(say::say_where_or_clear()),
                );
            }
        }
    }

    /// That the budget year's payments fit in the appropriation.
    pub(in super::super) fn anslaget(&mut self, anslag: &Anslag) {
        let (belopp, anvant) = (anslag.belopp.value, anslag.anvant.value);
        if anvant > belopp {
            let excess = kr(anvant - belopp);
            let text = say::appropriation_exceeded(&kr(anvant), &kr(belopp), &excess);
            self.problems.add(
                Problem::new(Code::R07, field(sheet::ANSLAGSPOSTER, "belopp"), text)
                    .expected(say::sufficient_items()),
            );
        }
    }
}

/// What a kind's amounts would be found in.
fn evidence(slag: Slag) -> Message {
    match slag {
        Slag::AterbaringPrognos => say::forecast_rebate_from(),
        Slag::Avdrag => say::deductions_from(),
        Slag::VinstForlust => say::profit_or_loss_from(),
        Slag::AterbaringSlutlig => say::final_rebate_from(),
        Slag::Annan => say::other_from(),
    }
}
