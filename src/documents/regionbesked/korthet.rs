//! The amounts at a glance: the table on the letter's first page.

use super::{Besked, KR, kolumn, rad, tabell};
use crate::contract::{
    CountryPromise, Kept, RegionalPromise, beredskap, besked, lakemedel, sektorsbidrag,
};
use crate::report::Visning;
use crate::report::table::{Tabell, Tabellrad};

pub(super) const MNKR: Visning = Visning::Mnkr(1);

impl Besked<'_> {
    pub(super) fn korthet(&self) -> Tabell {
        let (las, ar) = (self.las, self.ar);
        let mut rader = vec![
            self.med_plats(
                "Statsbidrag för läkemedelsförmånerna",
                &lakemedel::STATSBIDRAG,
                (&lakemedel::STATSBIDRAG_PER_INV, &lakemedel::STATSBIDRAG_PER_INV_PLATS),
            ),
            self.med_plats(
                "Sektorsbidrag",
                &sektorsbidrag::BELOPP,
                (&sektorsbidrag::BELOPP_PER_INV, &sektorsbidrag::BELOPP_PER_INV_PLATS),
            ),
            self.med_plats(
                "Meddelade medel, sektorsbidraget inräknat",
                &besked::MEDDELAT,
                (&besked::MEDDELAT_PER_INV, &besked::MEDDELAT_PER_INV_PLATS),
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
        belopp: &(impl RegionalPromise + Kept),
        (per_inv, plats): (
            &(impl RegionalPromise + CountryPromise + Kept),
            &(impl RegionalPromise + Kept),
        ),
    ) -> Tabellrad {
        let celler = [
            self.egen(belopp).som(MNKR),
            self.egen(per_inv).som(KR),
            self.las.figure(per_inv).som(KR),
            self.egen(plats).som(KR),
        ];
        rad(rubrik, celler.map(Some).to_vec())
    }
}
