//! The overview's tables and its diagram.

use std::collections::BTreeMap;

use super::KR;
use super::data::{Ovriga, Radlista};
use crate::region::Region;
use crate::report::delar::{
    Avrundade, Axel, Diagram, Diagramlinje, Diagramstapel, Radslag, Siffra, Tabell, Tabellkolumn,
    Tabellrad, Tecken,
};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Figur, Lasning, Visning, svenska};

/// Parts that are not whole millions.
const EN_DECIMAL: Visning = Visning::Mnkr(1);

/// The published amounts, what they hold, and kronor per inhabitant.
pub(super) fn tabell1(las: &Lasning<'_>, ar: i32) -> Tabell {
    let sektorsbidrag = las.hos("sektorsbidrag");
    let kolumner = [
        Kolumn::ny(&sektorsbidrag, "Sektorsbidrag", "belopp", EN_DECIMAL).i("mnkr"),
        Kolumn::ny(las, "Utöver sektors\u{ad}bidraget", "utover_sektorsbidrag", EN_DECIMAL)
            .i("mnkr"),
        Kolumn::ny(las, "Medel", "medel", Visning::Mnkr(0)).i("mnkr"),
        Kolumn::ny(las, "Medel per invånare", "medel_per_inv", KR).i("kr/inv"),
    ];
    let rubrik = format!("Medel per region {ar}");
    regiontabell("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner)
        .med_avrundning(&[(0, Tecken::Plus), (1, Tecken::Plus)], 2)
}

/// Other money to the sector, and the rows with something to be said of them.
pub(super) fn ovriga(las: &Lasning<'_>, ar: i32) -> Ovriga {
    let rader = las.rader("ovriga");
    let falt = |rad: &BTreeMap<&'static str, String>, id: &str| {
        rad.get(id).cloned().unwrap_or_default()
    };
    let belopp = |rad: &BTreeMap<&'static str, String>| -> Siffra {
        las.riket(&falt(rad, "belopp")).som(EN_DECIMAL)
    };
    let rubrik = |rad: &BTreeMap<&'static str, String>| match rad.get("grund") {
        Some(grund) => format!("{}, {grund}", falt(rad, "andamal")),
        None => falt(rad, "andamal"),
    };
    let lista = |har: &dyn Fn(&BTreeMap<&'static str, String>) -> bool| {
        let rader = rader.iter().filter(|rad| har(rad));
        let namn: Vec<_> = rader.map(|rad| format!("”{}”", falt(rad, "andamal"))).collect();
        Radlista { antal: namn.len(), uppraknade: svenska::upprakning(&namn) }
    };
    let tabellrad = |rad: &BTreeMap<&'static str, String>| Tabellrad {
        rubrik: rubrik(rad),
        lanskod: None,
        slag: Radslag::Rad,
        celler: vec![Some(belopp(rad))],
        gar_inte_ihop: false,
    };
    Ovriga {
        tabell2: Tabell {
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
            rader: rader.iter().map(tabellrad).collect(),
            avrundade: Avrundade::default(),
        },
        ungefarliga: lista(&|rad| falt(rad, "noggrannhet") == "cirka"),
        delvis_preliminara: lista(&|rad| {
            falt(rad, "preliminart") == "delvis" && belopp(rad).preliminar()
        }),
    }
}

/// Kronor per inhabitant, with the mean.
pub(super) fn diagram1(las: &Lasning<'_>, ar: i32) -> Diagram {
    let per_inv = las.regioner("medel_per_inv");
    let medel = las.riket("medel_per_inv");
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
