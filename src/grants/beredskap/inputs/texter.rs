//! The workbook's texts, dates and lists, which go to the documents as they stand.

use std::collections::BTreeMap;

use super::{Lasare, mal};
use crate::figure::CellRef;
use crate::grants::beredskap::schema::blad;
use crate::report::Fakta;
use crate::workbook::Rad;
use crate::workbook::bok::Innehall;

/// The lists, and what documents ask for them by.
const LISTOR: [(&str, &str); 7] = [
    ("mottagare", blad::MOTTAGARE),
    ("personer", blad::PERSONER),
    ("avtal", blad::OVERENSKOMMELSER),
    ("mal", blad::MAL),
    ("listor", blad::LISTOR),
    ("lager", blad::LAGER),
    ("rapporter", blad::RAPPORTER),
];

impl Lasare<'_, '_> {
    /// Makes facts of every text and date, and of the lists.
    pub(super) fn texter(&mut self) {
        self.las.texter();
        for (id, blad) in LISTOR {
            self.lista(id, blad);
        }
    }

    /// A list's rows as texts: whole numbers and dates too, amounts not, since those are figures.
    fn lista(&mut self, id: &str, blad: &'static str) {
        let mut celler = Vec::new();
        let rader = (1..).zip(self.las.bok.rader(blad)).map(|(nummer, rad)| {
            let mut texter = textrad(rad, &mut celler);
            // The care type as the figures of an evaluated goal are named.
            if let Some(id) = texter.get("vardtyp").map(|vardtyp| mal::slug(vardtyp, nummer)) {
                texter.insert("id", id);
            }
            texter
        });
        let rader = rader.collect();
        self.las.fakta(id, Fakta::Rader(rader), celler);
    }
}

fn textrad(rad: &Rad, celler: &mut Vec<CellRef>) -> BTreeMap<&'static str, String> {
    let mut texter = BTreeMap::new();
    for (id, varde) in rad.iter() {
        let text = match &varde.value {
            Innehall::Text(text) => text.clone(),
            Innehall::Heltal(tal) => tal.to_string(),
            Innehall::Datum(dag) => dag.to_string(),
            Innehall::Decimal(_) => continue,
        };
        celler.push(varde.cell.clone());
        texter.insert(id, text);
    }
    texter
}
