//! How much: adjustments that are computed and stated, payments that cannot be carried out, and the
//! appropriation.

use std::collections::BTreeMap;

use super::{Kontroll, kr, location, lovets_plats, page};
use crate::figure::{Figure, Trace};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, Ihsi, Justeringsrad};
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::rules::anslag::Anslag;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::{Code, Location, Problem};
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
                let text = format!(
                    "{region}: skillnaden är {} kr men slutlig återbäring minus prognos är {} kr",
                    number(&angiven.value),
                    number(raknad)
                );
                self.motsagt(lovets_plats(trace, angiven.id), text, "samma belopp på öret");
            }
        }
    }

    /// That a kind's amounts, stated, are what the rule comes to.
    pub(in super::super) fn tva_vagar(
        &mut self,
        trace: &Trace,
        kind: Justering,
        angivet: &HelaKolumn,
        raknat: &PerRegion<HelaKronor>,
    ) {
        for (region, angivet) in angivet.iter() {
            let raknat = *raknat.of(region);
            if angivet.value != raknat {
                let text = format!(
                    "{region}: ”{kind}” är {} kr i arbetsboken men räknas till {} kr",
                    kr(angivet.value),
                    kr(raknat)
                );
                self.problems.add(
                    Problem::new(Code::R04, lovets_plats(trace, angivet.id), text)
                        .expected("samma belopp på kronan")
                        .help("rätta kolumnen eller det beloppet räknas ur, eller töm den ena"),
                );
            }
        }
    }

    /// That whoever is to take the krona that rounding leaves over is named, if there is one.
    pub(in super::super) fn ihsi_delarna(
        &mut self,
        ihsi: &Ihsi,
        korrigering: HelaKronor,
        delar: &HelaKolumn,
    ) {
        let summa: HelaKronor = delar.values().iter().map(|del| del.value).sum();
        if summa != korrigering {
            let text = format!(
                "regionernas avrundade delar blir {} kr, {} kr ska fördelas",
                kr(summa),
                kr(korrigering)
            );
            self.problems.add(
                Problem::new(Code::R01, location(&ihsi.residual_cell), text)
                    .expected("en uttalad regel för återstoden")
                    .help("välj largest_remainder eller half_up_residual_to_largest"),
            );
        }
    }

    /// The outcome alone says nothing of the difference.
    pub(in super::super) fn utan_prognos(&mut self, place: Location) {
        self.motsagt(
            place,
            "slutlig återbäring är ifylld, men inte prognosen".to_owned(),
            "båda kolumnerna; eller bara skillnaden mellan dem",
        );
    }

    /// That every adjustment that is to be made has amounts, and that all amounts are used.
    pub(in super::super) fn rader_och_belopp(
        &mut self,
        rows: &[Justeringsrad],
        belopp: &BTreeMap<Justering, HelaKolumn>,
        angivna: &BTreeMap<Justering, Location>,
    ) {
        for row in rows.iter().filter(|row| !belopp.contains_key(&row.kind.value)) {
            let kind = row.kind.value;
            let text = format!("”{kind}” ska göras, men det finns inga belopp för den");
            let problem = Problem::new(Code::R04, location(&row.kind.cell), text);
            self.problems.add(problem.expected(evidence(kind)));
        }
        for kind in Justering::ALLA {
            let har_rad = rows.iter().any(|row| row.kind.value == kind);
            let nagot = belopp.get(&kind).is_some_and(|column| {
                column.values().iter().any(|belopp| belopp.value.integer() != 0)
            });
            let stalle = angivna.get(&kind).cloned();
            let stalle = stalle.or_else(|| nagot.then(|| page(sheet::JUSTERINGAR)));
            if let Some(stalle) = stalle.filter(|_| !har_rad) {
                let text = format!("det finns belopp för ”{kind}”, men den ska inte göras");
                self.problems.add(
                    Problem::new(Code::R04, stalle, text)
                        .expected(format!("en rad för ”{kind}” på bladet Justeringar"))
                        .help("säg i vilken bilaga och månad den görs, eller töm beloppen"),
                );
            }
        }
    }

    /// That the budget year's payments fit in the appropriation.
    pub(in super::super) fn anslaget(&mut self, anslag: &Anslag) {
        let (belopp, anvant) = (anslag.belopp.value, anslag.anvant.value);
        if anvant > belopp {
            let text = format!(
                "årets utbetalningar och medlen på rekvisition är {} kr, men anslagsposterna {} kr: {} kr för mycket",
                kr(anvant),
                kr(belopp),
                kr(anvant - belopp)
            );
            self.problems.add(
                Problem::new(Code::R07, page(sheet::ANSLAGSPOSTER), text)
                    .expected("anslagsposter som räcker till årets utbetalningar"),
            );
        }
    }
}

/// What a kind's amounts would be found in.
fn evidence(kind: Justering) -> &'static str {
    match kind {
        Justering::AterbaringPrognos => {
            "statens andel av prognostiserad återbäring; eller prognosen för alla regioner, och statens andel i procent"
        }
        Justering::Ihsi => {
            "kolumnen IHSI, valutakorrigering; eller preliminär och slutlig avgift, gräns och återstod"
        }
        Justering::VinstForlustFormanen
        | Justering::VinstForlustHepatitC
        | Justering::VinstForlustTillsammans => {
            "kolumnen med samma namn; eller bladet Avstämning ifyllt"
        }
        Justering::AterbaringSlutlig => {
            "slutlig minus prognos, eller båda för sig, för alla regioner; och statens andel i procent"
        }
        Justering::Annan => "kolumnen Annan justering ifylld för alla regioner",
    }
}
