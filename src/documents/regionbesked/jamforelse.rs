//! Where the region stands: its place, and a diagram of all regions with this one set off. The bars are
//! the only other regions' figures in a letter.

use super::data::{Beslutsplats, Jamforelse};
use super::{Besked, KR};
use crate::contract::{besked, beslut, lakemedel};
use crate::documents::worked_decision;
use crate::region::Region;
use crate::report::Number;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};

/// The marks a low axis has room for.
const STEG: i64 = 5;

impl Besked<'_> {
    pub(super) fn comparison(&self) -> Jamforelse {
        let per_inv = &lakemedel::STATSBIDRAG_PER_INV;
        let (regionen, riket) =
            (self.own(per_inv).shown_as(KR), self.view.figure(per_inv).shown_as(KR));
        let diagram_text = format!(
            "Stapeldiagram över statsbidraget för läkemedelsförmånerna per invånare {}, en stapel för \
             varje region. {} är framhävd med {} kronor. En linje visar medelvärdet för riket, {} kronor.",
            self.ar, self.region, regionen.text, riket.text,
        );
        Jamforelse {
            avstand: self
                .own(&lakemedel::STATSBIDRAG_PER_INV_AVSTAND)
                .forandring(KR)
                .between(&riket, &regionen),
            plats: self.own(&lakemedel::STATSBIDRAG_PER_INV_PLATS).shown_as(KR),
            beslut: self.places(),
            meddelat: self.part(besked::GRANT, |letter| {
                letter.own(&besked::MEDDELAT_PER_INV_PLATS).shown_as(KR)
            }),
            diagram: self.diagram(),
            diagram_text,
        }
    }

    /// The region's place by each decision that has one.
    fn places(&self) -> Vec<Beslutsplats> {
        let place = |namn: &String| {
            // Where all get the same, only the rounding tells them apart.
            if worked_decision::is_alike(self.view, namn) == Some(true)
                || !worked_decision::is_per_inhabitant(self.view, namn)
            {
                return None;
            }
            let promise = beslut::BELOPP_PER_INV_PLATS.at(namn);
            let plats = self.view.maybe_in_region(self.region, &promise)?.shown_as(KR);
            Some(Beslutsplats { medel: self.view.fact(&beslut::MEDEL.at(namn)), plats })
        };
        self.decisions().iter().filter_map(place).collect()
    }

    fn diagram(&self) -> Diagram {
        let all = self.view.in_regions(&lakemedel::STATSBIDRAG_PER_INV);
        let medel = self.view.figure(&lakemedel::STATSBIDRAG_PER_INV);
        let hogst = all.values().iter().map(Number::exact).max();
        let axel = Axel::with_steps(&hogst.unwrap_or_else(|| panic!("there are regions")), STEG);
        let stapel = |(region, figure): (Region, &Number)| Diagramstapel {
            rubrik: region.short_name().to_owned(),
            siffra: figure.shown_as(KR),
            promille: axel.permille(&figure.exact()),
            framhavd: region == self.region,
        };
        Diagram {
            id: "diagram1".to_owned(),
            nummer: 1,
            rubrik: format!("Statsbidrag för läkemedelsförmånerna per invånare {}", self.ar),
            enhet: "kr/inv".to_owned(),
            skala: axel.scale(),
            staplar: all.iter().map(stapel).collect(),
            linjer: vec![Diagramlinje {
                rubrik: "Riket".to_owned(),
                siffra: medel.shown_as(KR),
                promille: axel.permille(&medel.exact()),
            }],
        }
    }
}
