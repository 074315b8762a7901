//! The amounts at a glance: the table on the letter's first page.

use super::{Besked, KR, column, row, table};
use crate::contract::{
    CountryPromise, Kept, RegionalPromise, beredskap, besked, lakemedel, sektorsbidrag,
};
use crate::report::NumberFormat;
use crate::report::table::{Tabell, Tabellrad};

pub(super) const MNKR: NumberFormat = NumberFormat::Mnkr(1);

impl Besked<'_> {
    pub(super) fn korthet(&self) -> Tabell {
        let (view, ar) = (self.view, self.ar);
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
        if let Some(kvar) = view.maybe_in_region(self.region, &beredskap::KVAR_ALLA) {
            let celler = vec![Some(kvar.shown_as(MNKR)), None, None, None];
            let dag = view.fact(&beredskap::LAGESDAG);
            rader.push(row(&format!("Försörjningsberedskap, högst kvar {dag}"), celler));
        }
        let kolumner = vec![
            column("Regionen", "mnkr"),
            column("Regionen", "kr/inv"),
            column("Riket", "kr/inv"),
            column("Plats", ""),
        ];
        let rubrik = format!("Medel till {} {ar}", self.region.official_name());
        table(("korthet", 1), (&rubrik, ""), "Medel", kolumner, rader)
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
            self.own(belopp).shown_as(MNKR),
            self.own(per_inv).shown_as(KR),
            self.view.figure(per_inv).shown_as(KR),
            self.own(plats).shown_as(KR),
        ];
        row(rubrik, celler.map(Some).to_vec())
    }
}
