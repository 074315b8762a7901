//! The agreements: amounts, the years the money may be used, and when it is to be repaid.

use chrono::Datelike;

use super::{Avtal, Lasare};
use crate::grants::beredskap::schema::blad;
use crate::problem::{Code, Problem};
use crate::quantity::Kronor;
use crate::workbook::Rad;

impl Lasare<'_, '_> {
    /// The agreements, oldest first, with what is known of their use.
    pub(super) fn avtal(&mut self) -> Option<Vec<Avtal>> {
        let rader = self.las.bok.rader(blad::OVERENSKOMMELSER);
        if !self.i_ordning(rader) {
            return None;
        }
        let avtal: Vec<_> = rader.iter().map(|rad| self.ett_avtal(rad)).collect();
        let mut avtal = avtal.into_iter().collect::<Option<Vec<_>>>()?;
        if avtal.is_empty() {
            return None;
        }
        self.anvandning(&mut avtal)?;
        Some(avtal)
    }

    /// Each agreement stands once, and after those before it: figures are named by its year.
    fn i_ordning(&mut self, rader: &[Rad]) -> bool {
        let mut i_ordning = true;
        let mut forra: Option<i64> = None;
        for rad in rader {
            let Some(ar) = rad.heltal("avtalsar") else { continue };
            if let Some(forra) = forra.filter(|forra| *forra >= ar.value) {
                let problem = if forra == ar.value {
                    let text = format!("överenskommelsen {forra} står två gånger");
                    Problem::new(Code::I04, ar.cell.location, text)
                        .help("behåll den rad som gäller")
                } else {
                    let text = format!("överenskommelsen {} står efter den för {forra}", ar.value);
                    Problem::new(Code::R04, ar.cell.location, text)
                        .expected("överenskommelserna i tidsordning, den äldsta först")
                };
                self.problems.add(problem);
                i_ordning = false;
            }
            forra = Some(ar.value);
        }
        i_ordning
    }

    fn ett_avtal(&mut self, rad: &Rad) -> Option<Avtal> {
        let cell = rad.heltal("avtalsar")?.cell;
        let (ar, till_regionerna, till_skr) =
            (artal(rad, "avtalsar")?, rad.decimal("till_regionerna"), rad.decimal("till_skr"));
        let till_regionerna = till_regionerna.map(|read| {
            let id = format!("till_regionerna_{ar}");
            self.las.leaf(&id, read.map(Kronor::fran_miljoner))
        });
        let till_skr = till_skr
            .map(|read| self.las.leaf(&format!("till_skr_{ar}"), read.map(Kronor::fran_miljoner)));
        let aterbetalas = rad.datum("aterbetalas");
        let (fran, till) = (artal(rad, "fran")?, artal(rad, "till")?);
        for id in ["fran", "till"] {
            let read = rad.heltal(id)?.map(crate::quantity::Antal::fran_heltal);
            self.las.leaf(&format!("{id}_{ar}"), read);
        }
        if fran > till {
            let text = format!("medlen får användas från {fran} men bara till {till}");
            self.motsager(&cell, text, "ett första år som inte ligger efter det sista");
            return None;
        }
        if let Some(dag) = aterbetalas.as_ref().filter(|dag| dag.value.year() <= till) {
            let text = format!(
                "oanvända medel ska återbetalas {} fast de får användas till och med {till}",
                dag.value
            );
            self.motsager(&dag.cell, text, "en dag efter det sista året som medlen får användas");
            return None;
        }
        let aterbetalas = aterbetalas.map(|dag| self.las.leaf(&format!("aterbetalas_{ar}"), dag));
        Some(Avtal {
            ar,
            till_regionerna: till_regionerna?,
            till_skr: till_skr?,
            fran,
            till,
            aterbetalas,
            anvant: Vec::new(),
        })
    }
}

fn artal(rad: &Rad, id: &str) -> Option<i32> {
    i32::try_from(rad.heltal(id)?.value).ok()
}
