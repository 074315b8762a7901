//! The overview's tables and its diagram.

use super::KR;
use crate::contract::besked::{self as contract, OvrigtMedel};
use crate::contract::beslut;
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::region_table::{Column, region_table};
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad, Tecken};
use crate::report::{Number, NumberFormat, View};
use crate::swedish;

/// Parts that are not whole millions.
const EN_DECIMAL: NumberFormat = NumberFormat::Mnkr(1);

/// The published amounts, the decisions in them and what is beside those, and kronor per inhabitant.
pub(super) fn table1(view: &View<'_>, ar: i32) -> Tabell {
    let beslut = view.fact(&contract::INGAR);
    let decision = |one: &contract::Ingaende| {
        let heading = swedish::capitalized(&one.medel);
        Column::of(view, heading, &beslut::BELOPP.at(&one.namn), EN_DECIMAL).in_unit("mnkr")
    };
    let mut kolumner: Vec<_> = beslut.iter().map(decision).collect();
    if !beslut.is_empty() {
        let other = Column::of(view, "Övrigt", &contract::UTOVER_BESLUT, EN_DECIMAL);
        kolumner.push(other.in_unit("mnkr"));
    }
    let parts: Vec<_> = (0..kolumner.len()).map(|place| (place, Tecken::Plus)).collect();
    kolumner.extend([
        Column::of(view, "Medel", &contract::MEDDELAT, NumberFormat::Mnkr(0)).in_unit("mnkr"),
        Column::of(view, "Medel per invånare", &contract::MEDDELAT_PER_INV, KR).in_unit("kr/inv"),
    ]);
    let rubrik = format!("Medel per region {ar}");
    let table = region_table("tabell1", Some(1), (rubrik, ""), Some("Totalt"), &kolumner);
    if parts.is_empty() { table } else { table.with_rounding(&parts, parts.len()) }
}

/// Other money to the sector. Each row says what the money is for and by what it is paid, and what is
/// to be known of its amount. None if there is no such money.
pub(super) fn tabell2(view: &View<'_>, ar: i32) -> Option<Tabell> {
    let ovriga = view.fact(&contract::OVRIGA);
    if ovriga.is_empty() {
        return None;
    }
    let row = |(nummer, medel): (usize, OvrigtMedel)| {
        let belopp = view.figure(&contract::OVRIGA_MEDEL.at(nummer)).shown_as(EN_DECIMAL);
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
            kod: None,
            slag: Radslag::Rad,
            celler: vec![Some(belopp)],
            gar_inte_ihop: false,
            okanda: Vec::new(),
        }
    };
    Some(Tabell {
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
        rader: (1..).zip(ovriga).map(row).collect(),
        avrundade: Avrundade::default(),
    })
}

/// Kronor per inhabitant, with the mean.
pub(super) fn diagram1(view: &View<'_>, ar: i32) -> Diagram {
    let per_inv = view.in_regions(&contract::MEDDELAT_PER_INV);
    let medel = view.figure(&contract::MEDDELAT_PER_INV);
    let hogst = per_inv.values().iter().map(Number::exact).max().expect("there are 21 regions");
    let axel = Axel::for_at_most(&hogst);
    let over_medel = view.fact(&contract::OVER_MEDEL);
    let stapel = |(region, figure): (Region, &Number)| Diagramstapel {
        rubrik: region.short_name().to_owned(),
        siffra: figure.shown_as(KR),
        promille: axel.permille(&figure.exact()),
        framhavd: over_medel.contains(&region),
    };
    Diagram {
        id: "diagram1".to_owned(),
        nummer: 1,
        rubrik: format!("Medel per invånare {ar}"),
        enhet: "kr/inv".to_owned(),
        skala: axel.scale(),
        staplar: per_inv.iter().map(stapel).collect(),
        linjer: vec![Diagramlinje {
            rubrik: "Riket".to_owned(),
            siffra: medel.shown_as(KR),
            promille: axel.permille(&medel.exact()),
        }],
    }
}
