//! The overview's tables and its diagram.

use std::collections::BTreeMap;

use super::KR;
use crate::region::Region;
use crate::report::delar::{
    Avrundade, Axel, Diagram, Diagramlinje, Diagramstapel, Radslag, Tabell, Tabellkolumn,
    Tabellrad, Tecken,
};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Figur, Lasning, Visning};

/// Parts that are not whole millions.
const EN_DECIMAL: Visning = Visning::Mnkr(1);

/// The published amounts, what they hold, and kronor per inhabitant.
pub(super) fn tabell1(las: &Lasning<'_>, ar: i32) -> Tabell {
    let sektorsbidrag = las.hos("sektorsbidrag");
    let kolumner = [
        Kolumn::ny(&sektorsbidrag, "Sektorsbidrag", "belopp", EN_DECIMAL).i("mnkr"),
        Kolumn::ny(las, "Utöver sektors\u{ad}bidraget", "utover_sektorsbidrag", EN_DECIMAL)
            .i("mnkr"),
        Kolumn::ny(las, "Medel", "meddelat", Visning::Mnkr(0)).i("mnkr"),
        Kolumn::ny(las, "Medel per invånare", "meddelat_per_inv", KR).i("kr/inv"),
    ];
    let rubrik = format!("Medel per region {ar}");
    regiontabell("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner)
        .med_avrundning(&[(0, Tecken::Plus), (1, Tecken::Plus)], 2)
}

/// Other money to the sector. Each row says what the money is for and by what it is paid, and what is
/// to be known of its amount.
pub(super) fn tabell2(las: &Lasning<'_>, ar: i32) -> Tabell {
    let rad = |rad: &BTreeMap<&'static str, String>| {
        let falt = |id: &str| rad.get(id).map(String::as_str).unwrap_or_default();
        let belopp = las.riket(falt("belopp")).som(EN_DECIMAL);
        let delvis = falt("preliminart") == "delvis" && belopp.markt;
        let om_beloppet: Vec<_> = [
            (falt("noggrannhet") == "cirka").then_some("cirka"),
            delvis.then_some("delvis preliminärt"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut rubrik = falt("andamal").to_owned();
        if !falt("grund").is_empty() {
            rubrik = format!("{rubrik}, {}", falt("grund"));
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
        rader: las.rader("ovriga").iter().map(rad).collect(),
        avrundade: Avrundade::default(),
    }
}

/// Kronor per inhabitant, with the mean.
pub(super) fn diagram1(las: &Lasning<'_>, ar: i32) -> Diagram {
    let per_inv = las.regioner("meddelat_per_inv");
    let medel = las.riket("meddelat_per_inv");
    let hogst = per_inv.varden().iter().map(Figur::exakt).max().expect("there are 21 regions");
    let axel = Axel::for_hogst(&hogst);
    let over_medel = las.regionmangd("over_medel");
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
