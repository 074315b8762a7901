//! The settlement: what it says of the agreement must be what läkemedelsförmånerna's workbook says, and
//! there must be something to settle against.

use super::{Kontroll, location, lovets_plats};
use crate::contract::lakemedel::{self, SLAG};
use crate::contract::regleringsbrev::Del;
use crate::figure::Trace;
use crate::grants::regleringsbrev::inputs::{Avrakning, Avstamning};
use crate::grants::regleringsbrev::messages::settlement as say;
use crate::grants::regleringsbrev::rules::vinst_forlust::Evidence;
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::quantity::{Exact, Kronor};
use crate::report::Report;
use crate::swedish;

impl Kontroll<'_> {
    /// That the two workbooks say the same of the agreement year.
    pub(in super::super) fn samma_avtal(
        &mut self,
        report: &Report,
        ar: i32,
        avstamning: &Avstamning,
    ) {
        let vart = avstamning.avrakning.word();
        let deras = report.stated(ar, &lakemedel::FOREGAENDE_VINST_FORLUST_AVRAKNING);
        if let Some((deras, _)) = deras.filter(|(deras, _)| *deras != vart) {
            let text = say::settled_otherwise(&words::quoted(vart), &words::quoted(deras));
            self.problems.add(
                Problem::new(Code::R04, location(&avstamning.avrakning_cell), text)
                    .expected(say::same_choice())
                    .help(say::see_the_agreement()),
            );
        }
        let [brutto, _] = SLAG;
        let kind = report.stated(ar, &lakemedel::FOREGAENDE_SLAG);
        if kind.is_some_and(|(kind, _)| kind == brutto)
            && avstamning.bas_aterbaring.value != Kronor::zero()
        {
            self.motsagt(
                lovets_plats(&report.trace, avstamning.bas_aterbaring.id),
                say::rebate_in_gross(&(ar - 1)),
                say::zero_or_net(),
            );
        }
    }

    /// That no återbäring is left out: the agreements do not say how much of it is of which part.
    pub(in super::super) fn aterbaringen(&mut self, trace: &Trace, avstamning: &Avstamning) {
        if avstamning.avrakning == Avrakning::Tillsammans {
            return;
        }
        for aterbaring in [&avstamning.bas_aterbaring, &avstamning.utfall_aterbaring] {
            if aterbaring.value != Kronor::zero() {
                self.motsagt(
                    lovets_plats(trace, aterbaring.id),
                    say::rebate_not_divided(),
                    say::zero_or_together(),
                );
            }
        }
    }

    /// That every base is something to deviate from.
    pub(in super::super) fn baserna(
        &mut self,
        trace: &Trace,
        avstamning: &Avstamning,
        delar: &[Evidence],
    ) -> Option<()> {
        let utan_bas = delar.iter().filter(|evidence| evidence.bas.value <= Kronor::zero());
        let mut all = Some(());
        for Evidence { del, bas, .. } in utan_bas {
            all = None;
            let lov = match del {
                Del::Formanen | Del::Tillsammans => &avstamning.bas_formanen,
                Del::HepatitC => &avstamning.bas_hepatit_c,
            };
            let mnkr = bas.value.exact() / &Exact::from(1_000_000);
            let text = say::no_base(&part(*del), &swedish::short_number(&mnkr, 6));
            self.problems.add(
                Problem::new(Code::R04, lovets_plats(trace, lov.id), text)
                    .expected(say::more_than_zero())
                    .help(say::leave_empty()),
            );
        }
        all
    }
}

/// What a part is called in a sentence.
fn part(del: Del) -> Message {
    match del {
        Del::Formanen => say::the_benefit(),
        Del::HepatitC => say::hepatitis_c(),
        Del::Tillsammans => say::both_together(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Language;

    #[test]
    fn a_part_is_called_in_swedish_what_the_documents_call_it() {
        for del in [Del::Formanen, Del::HepatitC, Del::Tillsammans] {
            assert_eq!(part(del).in_language(Language::Swedish), del.i_prosa());
        }
    }
}
