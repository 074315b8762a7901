//! The workbook's texts, dates and lists, which go to the documents as they stand.

use std::collections::BTreeMap;

use super::Lasare;
use crate::figure::CellRef;
use crate::grants::lakemedel::schema::{ARBETSBOK, blad};
use crate::problem::{Code, Location, Problem};
use crate::report::Fakta;
use crate::workbook::bok::Rad;
use crate::workbook::schema::{Falt, Form, Slag};

impl Lasare<'_> {
    /// Makes facts of every text and date, and of the lists of people.
    pub(super) fn texter(&mut self) {
        for sida in ARBETSBOK.blad {
            if let Form::Uppgifter(falt) = &sida.form {
                for falt in *falt {
                    self.faktum(sida.namn, falt);
                }
            }
        }
        self.lista("mottagare", blad::MOTTAGARE);
        self.lista("personer", blad::PERSONER);
        self.sjukdomar();
    }

    fn fakta(&mut self, id: &str, innehall: Fakta, celler: Vec<CellRef>) {
        self.report.fakta(self.namn.riket(id), innehall, celler);
    }

    fn faktum(&mut self, blad: &'static str, falt: &Falt) {
        let read = match falt.slag {
            Slag::Text { .. } | Slag::Val(_) => {
                self.bok.text(blad, falt.id).map(|read| (Fakta::Text(read.value), read.cell))
            }
            Slag::Datum => {
                self.bok.datum(blad, falt.id).map(|read| (Fakta::Datum(read.value), read.cell))
            }
            Slag::Heltal { .. } | Slag::Decimal { .. } | Slag::Intervall { .. } => None,
        };
        if let Some((innehall, cell)) = read {
            self.fakta(falt.id, innehall, vec![cell]);
        }
    }

    fn lista(&mut self, id: &str, blad: &'static str) {
        let mut celler = Vec::new();
        let falt = ARBETSBOK.blad(blad).falt();
        let mut textrad = |rad: &Rad| -> BTreeMap<&'static str, String> {
            falt.iter()
                .filter_map(|falt| {
                    let read = rad.text(falt.id)?;
                    celler.push(read.cell);
                    Some((falt.id, read.value))
                })
                .collect()
        };
        let rader = self.bok.rader(blad).iter().map(&mut textrad).collect();
        self.fakta(id, Fakta::Rader(rader), celler);
    }

    /// The diseases are the headings of their columns.
    fn sjukdomar(&mut self) {
        let sjukdomar = self.bok.fria_heltal(blad::SOLIDARISKA);
        let namngivna = self.bok.fria_rubriker(blad::SOLIDARISKA);
        if namngivna.is_empty() && self.bok.har(blad::SOLIDARISKA) {
            self.problems.add(
                Problem::new(
                    Code::I02,
                    Location::sheet(ARBETSBOK.fil, blad::SOLIDARISKA),
                    "det finns ingen kolumn för någon sjukdom",
                )
                .expected("minst en kolumn med en sjukdoms namn som rubrik")
                .help("skriv sjukdomens namn som rubrik mellan Region och Summa"),
            );
        }
        let rader =
            sjukdomar.into_iter().map(|(namn, _)| BTreeMap::from([("namn", namn)])).collect();
        self.fakta("sjukdomar", Fakta::Rader(rader), Vec::new());
    }
}
