//! The settlement: what came of the agreement must be said of what the agreement settles, and there must be something
//! to settle against.

use super::{Kontroll, field, location, lovets_plats};
use crate::figure::Trace;
use crate::grants::regleringsbrev::inputs::{Avstamning, AvtalatGrupp, Avtalet};
use crate::grants::regleringsbrev::messages::settlement as say;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::quantity::{Exact, Kronor};
use crate::swedish;

impl Kontroll<'_> {
    /// That there is an outcome of every component that is settled, and of no other.
    pub(in super::super) fn utfallen(
        &mut self,
        avtalsar: i32,
        avstamning: &Avstamning,
        avtalet: &Avtalet,
    ) -> Option<()> {
        let settled: Vec<_> = avtalet.grupper.iter().flat_map(|grupp| &grupp.komponenter).collect();
        let known = |id: &str| settled.iter().any(|komponent| komponent.id == id);
        let mut all = Some(());
        for utfall in avstamning.utfall.iter().filter(|utfall| !known(&utfall.id)) {
            let text = say::not_settled(&words::quoted(&utfall.namn), &avtalsar);
            let problem = Problem::new(Code::R04, location(&utfall.cell), text);
            let names: Vec<_> = settled.iter().map(|own| words::quoted(&own.namn)).collect();
            self.problems.add(match names.as_slice() {
                [] => problem.expected(say::nothing_is_settled()),
                _ => problem.expected(Message::any_of(&names)),
            });
            all = None;
        }
        let has = |id: &str| avstamning.utfall.iter().any(|utfall| utfall.id == id);
        for own in settled.iter().filter(|own| !has(&own.id)) {
            let text = say::outcome_missing(&words::quoted(&own.namn));
            let problem = Problem::new(Code::I06, field(sheet::AVSTAMNING, "komponent"), text);
            self.problems.add(problem.expected(say::a_row_for_each(&avtalsar)));
            all = None;
        }
        all
    }

    /// That återbäring is subtracted where the agreement subtracts it, and in one group only: the agreements do not say
    /// how much of it is of which.
    pub(in super::super) fn aterbaringen(
        &mut self,
        trace: &Trace,
        avtalsar: i32,
        avstamning: &Avstamning,
        avtalet: &Avtalet,
    ) -> Option<()> {
        let netto = avtalet.grupper.iter().filter(|grupp| grupp.rad.netto).count();
        let Some(aterbaring) = &avstamning.aterbaring else {
            if netto == 0 {
                return Some(());
            }
            let place = field(sheet::JUSTERINGSVILLKOR, "avstamning_aterbaring");
            let problem = Problem::new(Code::I06, place, say::rebates_missing());
            self.problems.add(problem.expected(say::rebates_outcome()));
            return None;
        };
        let place = lovets_plats(trace, aterbaring.id);
        match netto {
            _ if aterbaring.value == Kronor::zero() => {}
            0 => self.motsagt(place, say::rebate_in_gross(&avtalsar), say::zero_or_net()),
            1 => {}
            _ => self.motsagt(place, say::rebate_not_divided(), say::zero_or_together()),
        }
        Some(())
    }

    /// That every base is something to deviate from.
    pub(in super::super) fn baserna(&mut self, trace: &Trace, avtalet: &Avtalet) -> Option<()> {
        let utan_bas = avtalet.grupper.iter().filter(|grupp| grupp.bas.value <= Kronor::zero());
        let mut all = Some(());
        for AvtalatGrupp { rad, bas, .. } in utan_bas {
            all = None;
            let mnkr = bas.value.exact() / &Exact::from(1_000_000);
            let text = say::no_base(&Message::alike(&rad.avser), &swedish::short_number(&mnkr, 6));
            let first = trace.leaves([bas.id]).into_iter().next();
            let place = first.map(|id| lovets_plats(trace, id)).unwrap_or_default();
            self.problems.add(
                Problem::new(Code::R04, place, text)
                    .expected(say::more_than_zero())
                    .help(say::leave_empty()),
            );
        }
        all
    }
}
