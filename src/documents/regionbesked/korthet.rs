//! The amounts at a glance: the table on the letter's first page.

use super::{Besked, KR, kolumn, rad, tabell};
use crate::contract::beredskap;
use crate::report::delar::{Tabell, Tabellrad};
use crate::report::{Lasning, Visning};

pub(super) const MNKR: Visning = Visning::Mnkr(1);

impl Besked<'_> {
    pub(super) fn korthet(&self) -> Tabell {
        let (las, ar) = (&self.las, self.ar);
        let mut rader = vec![
            self.med_plats(
                "Statsbidrag för läkemedelsförmånerna",
                las,
                ("statsbidrag", "statsbidrag_per_inv"),
            ),
            self.med_plats(
                "Sektorsbidrag",
                &las.hos("sektorsbidrag"),
                ("belopp", "belopp_per_inv"),
            ),
            self.med_plats(
                "Meddelade medel, sektorsbidraget inräknat",
                &las.hos("besked"),
                ("meddelat", "meddelat_per_inv"),
            ),
        ];
        if let Some(kvar) = las.maybe_in_region(self.region, &beredskap::KVAR_ALLA) {
            let celler = vec![Some(kvar.som(MNKR)), None, None, None];
            rader.push(rad("Försörjningsberedskap, högst kvar", celler));
        }
        let kolumner = vec![
            kolumn("Regionen", "mnkr"),
            kolumn("Regionen", "kr/inv"),
            kolumn("Riket", "kr/inv"),
            kolumn("Plats", ""),
        ];
        let rubrik = format!("Medel till {} {ar}", self.region.officiellt_namn());
        tabell(("korthet", 1), (&rubrik, ""), "Medel", kolumner, rader)
    }

    /// An amount with its kronor per inhabitant, the country's, and the region's place.
    fn med_plats(
        &self,
        rubrik: &str,
        las: &Lasning<'_>,
        (belopp, per_inv): (&str, &str),
    ) -> Tabellrad {
        let regionen = |namn, visning| Some(las.region(self.region, namn).som(visning));
        let riket = Some(las.riket(per_inv).som(KR));
        let plats = Some(self.plats(las, per_inv));
        rad(rubrik, vec![regionen(belopp, MNKR), regionen(per_inv, KR), riket, plats])
    }
}
