//! Where the region stands: its place, and a diagram of all regions with this one set off. The bars are
//! the only other regions' figures in a letter.

use super::data::Jamforelse;
use super::{Besked, KR};
use crate::contract::{besked, lakemedel, sektorsbidrag};
use crate::region::Region;
use crate::report::Figur;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};

/// The marks a low axis has room for.
const STEG: i64 = 5;

impl Besked<'_> {
    pub(super) fn jamforelse(&self) -> Jamforelse {
        let per_inv = &lakemedel::STATSBIDRAG_PER_INV;
        let (regionen, riket) = (self.egen(per_inv).som(KR), self.las.figure(per_inv).som(KR));
        let diagram_text = format!(
            "Stapeldiagram över statsbidraget för läkemedelsförmånerna per invånare {}, en stapel för \
             varje region. {} är framhävd med {} kronor. En linje visar medelvärdet för riket, {} kronor.",
            self.ar, self.region, regionen.text, riket.text,
        );
        Jamforelse {
            avstand: self.egen(&lakemedel::STATSBIDRAG_PER_INV_AVSTAND).forandring(KR),
            plats: self.egen(&lakemedel::STATSBIDRAG_PER_INV_PLATS).som(KR),
            sektorsbidrag: self.egen(&sektorsbidrag::BELOPP_PER_INV_PLATS).som(KR),
            meddelat: self.egen(&besked::MEDDELAT_PER_INV_PLATS).som(KR),
            diagram: self.diagram(),
            diagram_text,
        }
    }

    fn diagram(&self) -> Diagram {
        let alla = self.las.in_regions(&lakemedel::STATSBIDRAG_PER_INV);
        let medel = self.las.figure(&lakemedel::STATSBIDRAG_PER_INV);
        let hogst = alla.varden().iter().map(Figur::exakt).max();
        let axel = Axel::med_steg(&hogst.unwrap_or_else(|| panic!("there are regions")), STEG);
        let stapel = |(region, figur): (Region, &Figur)| Diagramstapel {
            rubrik: region.kortnamn().to_owned(),
            siffra: figur.som(KR),
            promille: axel.promille(&figur.exakt()),
            framhavd: region == self.region,
        };
        Diagram {
            id: "diagram1".to_owned(),
            nummer: 1,
            rubrik: format!("Statsbidrag för läkemedelsförmånerna per invånare {}", self.ar),
            enhet: "kr/inv".to_owned(),
            skala: axel.skala(),
            staplar: alla.iter().map(stapel).collect(),
            linjer: vec![Diagramlinje {
                rubrik: "Riket".to_owned(),
                siffra: medel.som(KR),
                promille: axel.promille(&medel.exakt()),
            }],
        }
    }
}
