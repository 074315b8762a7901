//! The settlement: what it says of the agreement must be what läkemedelsförmånerna's workbook says, and
//! there must be something to settle against.

use super::{Kontroll, location, lovets_plats};
use crate::contract::lakemedel::{self, SLAG};
use crate::contract::regleringsbrev::Del;
use crate::figure::Trace;
use crate::grants::regleringsbrev::inputs::{Avrakning, Avstamning};
use crate::grants::regleringsbrev::rules::vinst_forlust::Evidence;
use crate::problem::{Code, Problem};
use crate::quantity::{Exact, Kronor};
use crate::report::Report;
use crate::swedish;

/// Where läkemedelsförmånerna's workbook tells of last year's agreement.
const DERAS: &str = "bladet Föregående år riket i lakemedel.xlsx";

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
            let text =
                format!("förmånen och hepatit C avräknas ”{vart}”, men ”{deras}” enligt {DERAS}");
            self.problems.add(
                Problem::new(Code::R04, location(&avstamning.avrakning_cell), text)
                    .expected("samma val i båda arbetsböckerna")
                    .help("se efter i överenskommelsen vilket som gäller, och rätta det andra"),
            );
        }
        let [brutto, _] = SLAG;
        let kind = report.stated(ar, &lakemedel::FOREGAENDE_SLAG);
        if kind.is_some_and(|(kind, _)| kind == brutto)
            && avstamning.bas_aterbaring.value != Kronor::zero()
        {
            self.motsagt(
                lovets_plats(&report.trace, avstamning.bas_aterbaring.id),
                format!(
                    "statens andel av återbäringen dras av i basen, men bidraget för {} var brutto enligt {DERAS}",
                    ar - 1
                ),
                "0 mnkr; eller ett nettobidrag i båda arbetsböckerna",
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
                    "återbäringen dras av, men den är inte delad på förmånen och hepatit C, som avräknas var för sig"
                        .to_owned(),
                    "0 mnkr, och belopp före återbäring; eller avräkning tillsammans",
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
            let text = format!(
                "det avtalade beloppet för {} är {} mnkr, så det finns inget att stämma av mot",
                del.i_prosa(),
                swedish::short_number(&mnkr, 6)
            );
            self.problems.add(
                Problem::new(Code::R04, lovets_plats(trace, lov.id), text)
                    .expected("mer än 0 mnkr, utan övrigt")
                    .help("lämna hela bladet tomt om inget ska stämmas av"),
            );
        }
        all
    }
}
