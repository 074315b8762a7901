//! The circular's part on solidarity financing: ladder, outcome, diagram.

use super::data::{Solidariskt, Trappsteg};
use super::{KR, PROCENT, tabeller};
use crate::contract::{Country, Fact, lakemedel as contract};
use crate::quantity::KronorPerInvanare;
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::lists::Regionlista;
use crate::report::{Figur, Lasning, Visning};
use crate::svenska;

pub(super) fn solidariskt(las: &Lasning<'_>, ar: i32) -> Solidariskt {
    let sjukdomar = las.fact(&contract::SJUKDOMAR);
    let lista =
        |promise: &Fact<Vec<Region>>| las.fact(promise).into_iter().collect::<Regionlista>();
    let ovre = contract::TRAPPA_FRAN.at(las.fact(&contract::TRAPPSTEG));
    let mnkr = Visning::Mnkr(0);
    let ovre_steg = las.figure(&ovre).som(KR);
    let ovre_steg_foregaende = las.figure(&contract::FOREGAENDE_OVRE_STEG).som(KR);
    let ovre_steg_forandring = las.figure(&contract::OVRE_STEG_FORANDRING).forandring(KR);
    Solidariskt {
        sjukdomar: svenska::upprakning(&sjukdomar),
        antal_sjukdomar: svenska::antal_i_ord(sjukdomar.len()),
        period_fran: svenska::manad_och_ar(las.fact(&contract::SOLIDARISK_PERIOD_FRAN)),
        period_till: svenska::manad_och_ar(las.fact(&contract::SOLIDARISK_PERIOD_TILL)),
        kostnad: las.figure(&contract::SOLIDARISK_KOSTNAD).som(mnkr),
        kostnad_forandring: las
            .figure(&contract::SOLIDARISK_KOSTNAD_FORANDRING_ANDEL)
            .forandring(Visning::Procent(0)),
        medel: las.figure(&contract::SOLIDARISKT_UTFALL).som(KR),
        medel_foregaende: las.figure(&contract::FOREGAENDE_SOLIDARISKT_UTFALL).som(KR),
        medel_forandring: las.figure(&contract::SOLIDARISKT_UTFALL_FORANDRING).forandring(KR),
        trappa: trappa(las),
        ovre_steg_forandring: ovre_steg_forandring.mellan(&ovre_steg_foregaende, &ovre_steg),
        ovre_steg,
        ovre_steg_foregaende,
        finansiering: las.figure(&contract::SOLIDARISK_FINANSIERING).som(KR),
        ersattning: las.figure(&contract::SOLIDARISK_ERSATTNING).som(mnkr),
        over_medel: lista(&contract::OVER_MEDEL),
        over_ovre_steg: lista(&contract::OVER_OVRE_STEG),
        vinner: lista(&contract::SOLIDARISKT_OVER_NOLL),
        tabell4: tabeller::tabell4(las, ar),
        diagram1: diagram(las, ar, &ovre),
        diagram1_text: diagrammets_text(las, ar, &ovre),
    }
}

fn trappa(las: &Lasning<'_>) -> Vec<Trappsteg> {
    let antal = las.fact(&contract::TRAPPSTEG);
    let fran = |niva| las.figure(&contract::TRAPPA_FRAN.at(niva)).som(KR);
    (1..=antal)
        .map(|niva| Trappsteg {
            niva: niva.to_string(),
            fran: fran(niva),
            fran_medel: las.maybe_figure(&contract::TRAPPA_BELOPP.at(niva)).is_none(),
            till: (niva < antal).then(|| fran(niva + 1)),
            ersattning: las.figure(&contract::TRAPPA_ANDEL.at(niva)).som(PROCENT),
        })
        .collect()
}

fn diagram(las: &Lasning<'_>, ar: i32, ovre: &Country<KronorPerInvanare>) -> Diagram {
    let utfall = las.in_regions(&contract::SOLIDARISKT_UTFALL);
    let linjer = [
        ("Medelkostnad", las.figure(&contract::SOLIDARISKT_UTFALL)),
        ("Övre steg", las.figure(ovre)),
    ];
    let hogst = utfall.varden().iter().chain(linjer.iter().map(|(_, figur)| figur));
    let hogst = hogst.map(Figur::exakt).max().expect("there are 21 regions");
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
        rubrik: format!("Kostnad för solidariska läkemedel per region {ar}"),
        enhet: "kr/inv".to_owned(),
        skala: axel.skala(),
        staplar: utfall.iter().map(stapel).collect(),
        linjer: linjer
            .iter()
            .map(|(rubrik, figur)| Diagramlinje {
                rubrik: (*rubrik).to_owned(),
                siffra: figur.som(KR),
                promille: axel.promille(&figur.exakt()),
            })
            .collect(),
    }
}

/// The diagram in words: its extremes, its lines, and who is above the mean.
fn diagrammets_text(las: &Lasning<'_>, ar: i32, ovre: &Country<KronorPerInvanare>) -> String {
    let ytterst = |promise: &Fact<Region>| {
        let region = las.fact(promise);
        let varde = las.in_region(region, &contract::SOLIDARISKT_UTFALL).som(KR);
        format!("{region} med {} kronor", varde.text)
    };
    let over: Regionlista = las.fact(&contract::OVER_MEDEL).into_iter().collect();
    let over = if over.namn.is_empty() { "ingen region".to_owned() } else { over.uppraknade };
    format!(
        "Stapeldiagram över kostnaden för solidariska läkemedel per invånare {ar}, en stapel per \
         region. Högst är {}, lägst {}. En linje visar medelkostnaden, {} kronor, och en det övre \
         steget, {} kronor. Över medelkostnaden ligger {over}.",
        ytterst(&contract::SOLIDARISKT_HOGST),
        ytterst(&contract::SOLIDARISKT_LAGST),
        las.figure(&contract::SOLIDARISKT_UTFALL).som(KR).text,
        las.figure(ovre).som(KR).text,
    )
}
