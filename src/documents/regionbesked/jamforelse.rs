//! Where the region stands: its place, and a diagram of all regions with this one set off. The bars are
//! the only other regions' figures in a letter.

use super::data::Jamforelse;
use super::{Besked, KR};
use crate::region::Region;
use crate::report::Figur;
use crate::report::delar::{Axel, Diagram, Diagramlinje, Diagramstapel};

impl Besked<'_> {
    pub(super) fn jamforelse(&self) -> Jamforelse {
        let statsbidrag = self.lage(&self.las, "statsbidrag_per_inv");
        let regionen = self.region.kortnamn();
        let diagram_text = format!(
            "Stapeldiagram över statsbidraget för läkemedelsförmånerna {} per invånare, en stapel per \
             region. {regionen} är framhävd med {} kronor. En linje visar medelvärdet för riket, {} \
             kronor.",
            self.ar, statsbidrag.regionen.text, statsbidrag.riket.text,
        );
        Jamforelse { statsbidrag, diagram: self.diagram(), diagram_text }
    }

    fn diagram(&self) -> Diagram {
        let alla = self.las.regioner("statsbidrag_per_inv");
        let medel = self.las.riket("statsbidrag_per_inv");
        let hogst = alla.varden().iter().map(Figur::exakt).max();
        let axel = Axel::for_hogst(&hogst.unwrap_or_else(|| panic!("there are regions")));
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
