//! The amounts at a glance: the table on the letter's first page.

use chrono::Datelike;

use super::{Besked, KR, column, row, table};
use crate::contract::{
    CountryPromise, Kept, RegionalPromise, beredskap, besked, beslut, lakemedel,
};
use crate::documents::worked_decision;
use crate::quantity::Exact;
use crate::report::number::Siffra;
use crate::report::table::{Tabell, Tabellrad};
use crate::report::{Number, NumberFormat};
use crate::swedish;

pub(super) const MNKR: NumberFormat = NumberFormat::Mnkr(1);

/// Million kronor: with a decimal, or with whole thousands where it is less than a million.
fn mnkr(kronor: &Number) -> Siffra {
    let exact = kronor.exact();
    let few = !exact.is_zero() && exact.amount() < Exact::from(1_000_000);
    kronor.shown_as(if few { NumberFormat::Mnkr(3) } else { MNKR })
}

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
            let celler = vec![Some(mnkr(&kvar)), None, None, None];
            // The last day that the regions have answered for is the last of its year.
            let lagesar = view.fact(&beredskap::LAGESDAG).year();
            let rubrik = format!("Försörjningsberedskap, högst kvar efter {lagesar}");
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
        // What is per some of the inhabitants cannot stand beside what is per all of them.
        if !worked_decision::is_per_inhabitant(view, namn) {
            return row(&medel, vec![Some(mnkr(&belopp)), None, None, None]);
        }
        let per_inv = beslut::BELOPP_PER_INV.at(namn);
        let plats = beslut::BELOPP_PER_INV_PLATS.at(namn);
        let mean = view.maybe_figure(&per_inv);
        let format = mean.as_ref().map_or(KR, worked_decision::per_inhabitant);
        let celler = [
            Some(mnkr(&belopp)),
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
            mnkr(&self.own(belopp)),
            self.own(per_inv).shown_as(KR),
            self.view.figure(per_inv).shown_as(KR),
            self.own(plats).shown_as(KR),
        ];
        row(rubrik, celler.map(Some).to_vec())
    }
}
