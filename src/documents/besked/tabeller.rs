//! The overview's tables and its diagram.

use super::KR;
use crate::contract::besked::{self as contract, OvrigtMedel};
use crate::contract::sektorsbidrag;
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad, Tecken};
use crate::report::{Figur, Lasning, Visning};

/// Parts that are not whole millions.
const EN_DECIMAL: Visning = Visning::Mnkr(1);

/// The published amounts, what they hold, and kronor per inhabitant.
pub(super) fn tabell1(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::of(las, "Sektorsbidrag", &sektorsbidrag::BELOPP, EN_DECIMAL).i("mnkr"),
        Kolumn::of(
            las,
            "Utöver sektors\u{ad}bidraget",
            &contract::UTOVER_SEKTORSBIDRAG,
            EN_DECIMAL,
        )
        .i("mnkr"),
        Kolumn::of(las, "Medel", &contract::MEDDELAT, Visning::Mnkr(0)).i("mnkr"),
        Kolumn::of(las, "Medel per invånare", &contract::MEDDELAT_PER_INV, KR).i("kr/inv"),
    ];
    let rubrik = format!("Medel per region {ar}");
    regiontabell("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner)
        .med_avrundning(&[(0, Tecken::Plus), (1, Tecken::Plus)], 2)
}

/// Other money to the sector. Each row says what the money is for and by what it is paid, and what is
/// to be known of its amount.
pub(super) fn tabell2(las: &Lasning<'_>, ar: i32) -> Tabell {
    let rad = |(nummer, medel): (usize, OvrigtMedel)| {
        let belopp = las.figure(&contract::OVRIGA_MEDEL.at(nummer)).som(EN_DECIMAL);
        let delvis = medel.delvis_preliminart && belopp.markt;
        let om_beloppet = [medel.cirka.then_some("cirka"), delvis.then_some("delvis preliminärt")];
        let om_beloppet: Vec<_> = om_beloppet.into_iter().flatten().collect();
        let mut rubrik = medel.andamal;
        if let Some(grund) = medel.grund {
            rubrik = format!("{rubrik}, {grund}");
        }
        if !om_beloppet.is_empty() {
            rubrik = format!("{rubrik} ({})", om_beloppet.join(", "));
        }
        Tabellrad {
            rubrik,
            lanskod: None,
            slag: Radslag::Rad,
            celler: vec![Some(belopp)],
            gar_inte_ihop: false,
            okanda: Vec::new(),
        }
    };
    Tabell {
        id: "tabell2".to_owned(),
        nummer: Some(2),
        rubrik: format!("Övriga medel till sektorn {ar}"),
        enhet: "mnkr".to_owned(),
        radrubrik: "Ändamål och grund".to_owned(),
        kolumner: vec![Tabellkolumn {
            rubrik: "Belopp".to_owned(),
            grupp: None,
            enhet: String::new(),
        }],
        rader: (1..).zip(las.fact(&contract::OVRIGA)).map(rad).collect(),
        avrundade: Avrundade::default(),
    }
}

/// Kronor per inhabitant, with the mean.
pub(super) fn diagram1(las: &Lasning<'_>, ar: i32) -> Diagram {
    let per_inv = las.in_regions(&contract::MEDDELAT_PER_INV);
    let medel = las.figure(&contract::MEDDELAT_PER_INV);
    let hogst = per_inv.varden().iter().map(Figur::exakt).max().expect("there are 21 regions");
    let axel = Axel::for_hogst(&hogst);
    let over_medel = las.fact(&contract::OVER_MEDEL);
    let stapel = |(region, figur): (Region, &Figur)| Diagramstapel {
        rubrik: region.kortnamn().to_owned(),
        siffra: figur.som(KR),
        promille: axel.promille(&figur.exakt()),
        framhavd: over_medel.contains(&region),
    };
    Diagram {
        id: "diagram1".to_owned(),
        nummer: 1,
        rubrik: format!("Medel per invånare {ar}"),
        enhet: "kr/inv".to_owned(),
        skala: axel.skala(),
        staplar: per_inv.iter().map(stapel).collect(),
        linjer: vec![Diagramlinje {
            rubrik: "Riket".to_owned(),
            siffra: medel.som(KR),
            promille: axel.promille(&medel.exakt()),
        }],
    }
}
