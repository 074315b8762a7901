//! Which adjustments there can be at all: the agreement of the year that is adjusted decides. What the state has
//! already got by a net grant cannot be deducted once more, and nothing is settled in groups that the agreement
//! does not have.

use super::{Kontroll, field, location};
use crate::contract::lakemedel::{self, AVRAKNING, SLAG};
use crate::grants::regleringsbrev::inputs::Justeringsrad;
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::messages::schedule as say;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::report::Report;

/// What the agreement of the year before the budget year said, where läkemedelsförmånerna's workbook tells.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Galler {
    avtalsar: i32,
    /// Whether the grant was net of the state's share of återbäring.
    netto: Option<bool>,
    /// Whether profit and loss are settled for all parts together.
    tillsammans: Option<bool>,
}

/// Why an adjustment cannot be made, what there can be instead, and what to do.
type Hinder = [Message; 3];

impl Galler {
    /// What a budget year's report says of the year before.
    pub(in super::super) fn of(report: &Report, budgetar: i32) -> Self {
        let said =
            |promise, word: &str| report.stated(budgetar, promise).map(|(text, _)| text == word);
        let ([_, netto], [tillsammans, _]) = (SLAG, AVRAKNING);
        Self {
            avtalsar: budgetar - 1,
            netto: said(&lakemedel::FOREGAENDE_SLAG, netto),
            tillsammans: said(&lakemedel::FOREGAENDE_VINST_FORLUST_AVRAKNING, tillsammans),
        }
    }

    /// Why a kind of adjustment cannot be made; none if it can.
    pub(super) fn hinder(self, kind: Justering) -> Option<Hinder> {
        let Self { avtalsar, netto, tillsammans } = self;
        let named = words::quoted(&kind);
        match kind {
            Justering::AterbaringPrognos | Justering::AterbaringSlutlig if netto == Some(true) => {
                let text = say::rebate_is_deducted(&named, &avtalsar);
                Some([text, say::no_rebate_of_net(), say::remove_rebate()])
            }
            Justering::VinstForlustFormanen | Justering::VinstForlustHepatitC
                if tillsammans == Some(true) =>
            {
                let text = say::settles_together(&named, &avtalsar);
                let own = words::quoted(&Justering::VinstForlustTillsammans);
                Some([text, say::one_row_for(&own), say::settle_as_agreed()])
            }
            Justering::VinstForlustTillsammans if tillsammans == Some(false) => {
                let text = say::settles_apart(&named, &avtalsar);
                Some([text, say::rows_for_each(), say::settle_as_agreed()])
            }
            _ => None,
        }
    }
}

impl Kontroll<'_> {
    /// That no adjustment is to be made that there cannot be.
    pub(in super::super) fn raderna_galler(&mut self, galler: Galler, rows: &[Justeringsrad]) {
        for row in rows {
            self.hindrad(galler, row.kind.value, location(&row.kind.cell));
        }
    }

    /// That the återbäring of a gross grant is not forgotten; asked when everything else is in order.
    pub(in super::super) fn glomd_aterbaring(&mut self, galler: Galler, rows: &[Justeringsrad]) {
        let aterbaring = [Justering::AterbaringPrognos, Justering::AterbaringSlutlig];
        let has = rows.iter().any(|row| aterbaring.contains(&row.kind.value));
        if galler.netto == Some(false) && !has && !self.problems.stop() {
            let text = say::gross_without_rebate(&galler.avtalsar);
            self.problems.add(
                Problem::new(Code::R08, field(sheet::JUSTERINGAR, "justering"), text)
                    .expected(say::row_of_rebate())
                    .help(say::if_another_decision()),
            );
        }
    }

    /// Says why an adjustment cannot be made, if it cannot.
    pub(super) fn hindrad(&mut self, galler: Galler, kind: Justering, place: Location) -> bool {
        let Some([text, expected, help]) = galler.hinder(kind) else { return false };
        self.problems.add(Problem::new(Code::R04, place, text).expected(expected).help(help));
        true
    }
}
