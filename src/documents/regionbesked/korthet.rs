//! The amounts at a glance: the table on the letter's first page.

use super::Besked;
use crate::report::delar::{Avrundade, Radslag, Siffra, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{Lasning, Visning};

const MNKR: Visning = Visning::Mnkr(1);

impl Besked<'_> {
    pub(super) fn korthet(&self) -> Tabell {
        let ar = self.ar;
        let kolumn = |rubrik: &str, enhet: &str| Tabellkolumn {
            rubrik: rubrik.to_owned(),
            grupp: None,
            enhet: enhet.to_owned(),
        };
        Tabell {
            id: "korthet".to_owned(),
            nummer: Some(1),
            rubrik: format!("Medel till {} {ar}", self.region.officiellt_namn()),
            enhet: String::new(),
            radrubrik: "Medel".to_owned(),
            kolumner: vec![
                kolumn("Regionen", "mnkr"),
                kolumn("Regionen", "kr/inv"),
                kolumn("Riket", "kr/inv"),
                kolumn("Plats", ""),
            ],
            rader: vec![self.med_plats(
                "Statsbidrag för läkemedelsförmånerna",
                &self.las,
                ("statsbidrag", "statsbidrag_per_inv"),
            )],
            avrundade: Avrundade::default(),
        }
    }

    /// An amount with its kronor per inhabitant, the country's, and the region's place.
    fn med_plats(
        &self,
        rubrik: &str,
        las: &Lasning<'_>,
        (belopp, per_inv): (&str, &str),
    ) -> Tabellrad {
        let lage = self.lage(las, per_inv);
        let belopp = las.region(self.region, belopp).som(MNKR);
        rad(rubrik, vec![Some(belopp), Some(lage.regionen), Some(lage.riket), Some(lage.plats)])
    }
}

fn rad(rubrik: &str, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        slag: Radslag::Rad,
        celler,
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}
