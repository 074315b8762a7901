//! The amounts at a glance: the table on the letter's first page.

use super::{Besked, KR, column, row, table};
use crate::contract::{
    CountryPromise, Kept, RegionalPromise, beredskap, besked, beslut, lakemedel,
};
use crate::documents::worked_decision;
use crate::quantity::Exact;
use crate::report::NumberFormat;
use crate::report::table::{Tabell, Tabellrad};
use crate::swedish;

pub(super) const MNKR: NumberFormat = NumberFormat::Mnkr(1);

impl Besked<'_> {
    pub(super) fn korthet(&self) -> Tabell {
        let (view, ar) = (self.view, self.ar);
        let mut rader = vec![self.med_plats(
            "Statsbidrag för läkemedelsförmånerna",
            &lakemedel::STATSBIDRAG,
            (&lakemedel::STATSBIDRAG_PER_INV, &lakemedel::STATSBIDRAG_PER_INV_PLATS),
        )];
        rader.extend(self.decisions().iter().map(|namn| self.decided(namn)));
        rader.extend(self.part(besked::GRANT, |letter| {
            let included = view.fact(&besked::INGAR);
            let names: Vec<_> = included.iter().map(|one| &one.medel_bestamd).collect();
            let heading = match swedish::enumeration(&names) {
                none if none.is_empty() => "Meddelade medel".to_owned(),
                names => format!("Meddelade medel, {names} inräknat"),
            };
            letter.med_plats(
                &heading,
                &besked::MEDDELAT,
                (&besked::MEDDELAT_PER_INV, &besked::MEDDELAT_PER_INV_PLATS),
            )
        }));
        if let Some(kvar) = view.maybe_in_region(self.region, &beredskap::KVAR_ALLA) {
            let celler = vec![Some(kvar.shown_as(MNKR)), None, None, None];
            let dag = swedish::date_in_prose(view.fact(&beredskap::LAGESDAG));
            let rubrik = format!("Försörjningsberedskap, högst kvar att använda efter den {dag}");
            rader.push(row(&rubrik, celler));
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

    /// The amount of a decision, with its kronor per inhabitant where the population is known.
    fn decided(&self, namn: &str) -> Tabellrad {
        let (view, region) = (self.view, self.region);
        let [_, utkast] = beslut::STATUS;
        let mut medel = swedish::capitalized(&view.fact(&beslut::MEDEL.at(namn)));
        if view.fact(&beslut::BESLUT_STATUS.at(namn)) == utkast {
            medel.push_str(" (utkast)");
        }
        let alike = worked_decision::is_alike(view, namn) == Some(true);
        let belopp = self.own(&beslut::BELOPP.at(namn));
        // So little that it would be written as nothing.
        let small = belopp.exact() < Exact::from(50_000);
        let per_inv = beslut::BELOPP_PER_INV.at(namn);
        let plats = beslut::BELOPP_PER_INV_PLATS.at(namn);
        let mean = view.maybe_figure(&per_inv);
        let format = mean.as_ref().map_or(KR, worked_decision::per_inhabitant);
        let celler = [
            Some(belopp.shown_as(if small { NumberFormat::Mnkr(3) } else { MNKR })),
            view.maybe_in_region(region, &per_inv).map(|figure| figure.shown_as(format)),
            mean.map(|figure| figure.shown_as(format)),
            view.maybe_in_region(region, &plats)
                .filter(|_| !alike)
                .map(|figure| figure.shown_as(KR)),
        ];
        row(&medel, celler.to_vec())
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
