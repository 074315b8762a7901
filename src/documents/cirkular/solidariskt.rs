//! The circular's part on solidarity financing: ladder, outcome, diagram.

use super::data::{Solidariskt, Trappsteg};
use super::{KR, PROCENT, tabeller};
use crate::report::delar::{Axel, Diagram, Diagramlinje, Diagramstapel, Regionlista};
use crate::report::{Figur, Lasning, Visning, svenska};

pub(super) fn solidariskt(las: &Lasning<'_>, ar: i32) -> Solidariskt {
    let sjukdomar: Vec<_> =
        las.rader("sjukdomar").into_iter().filter_map(|mut rad| rad.remove("namn")).collect();
    let lista = |mangd: &str| las.regionmangd(mangd).into_iter().collect::<Regionlista>();
    let nivaer = nivaer(las);
    let ovre = nivaer.last().cloned().unwrap_or_default();
    let mnkr = Visning::Mnkr(0);
    let ovre_steg = las.riket(&fran(&ovre)).som(KR);
    let ovre_steg_foregaende = las.riket("foregaende_ovre_steg").som(KR);
    let ovre_steg_forandring = las.riket("ovre_steg_forandring").forandring(KR);
    Solidariskt {
        sjukdomar: svenska::upprakning(&sjukdomar),
        antal_sjukdomar: svenska::antal_i_ord(sjukdomar.len()),
        period_fran: las.text("solidarisk_period_fran"),
        period_till: las.text("solidarisk_period_till"),
        kostnad: las.riket("solidarisk_kostnad").som(mnkr),
        kostnad_forandring: las
            .riket("solidarisk_kostnad_forandring_andel")
            .forandring(Visning::Procent(0)),
        medel: las.riket("solidariskt_utfall").som(KR),
        medel_foregaende: las.riket("foregaende_solidariskt_utfall").som(KR),
        medel_forandring: las.riket("solidariskt_utfall_forandring").forandring(KR),
        trappa: trappa(las, &nivaer),
        ovre_steg_forandring: ovre_steg_forandring.mellan(&ovre_steg_foregaende, &ovre_steg),
        ovre_steg,
        ovre_steg_foregaende,
        finansiering: las.riket("solidarisk_finansiering").som(KR),
        ersattning: las.riket("solidarisk_ersattning").som(mnkr),
        over_medel: lista("over_medel"),
        over_ovre_steg: lista("over_ovre_steg"),
        vinner: lista("solidariskt_over_noll"),
        tabell4: tabeller::tabell4(las, ar),
        diagram1: diagram(las, ar, &ovre),
        diagram1_text: diagrammets_text(las, ar, &ovre),
    }
}

fn nivaer(las: &Lasning<'_>) -> Vec<String> {
    las.rader("trappsteg").into_iter().filter_map(|mut steg| steg.remove("niva")).collect()
}

fn fran(niva: &str) -> String {
    format!("trappa_niva{niva}_fran")
}

fn trappa(las: &Lasning<'_>, nivaer: &[String]) -> Vec<Trappsteg> {
    let nasta = nivaer.iter().skip(1).map(Some).chain([None]);
    nivaer
        .iter()
        .zip(nasta)
        .map(|(niva, nasta)| Trappsteg {
            niva: niva.clone(),
            fran: las.riket(&fran(niva)).som(KR),
            fran_medel: !las.har(&format!("trappa_niva{niva}_belopp")),
            till: nasta.map(|nasta| las.riket(&fran(nasta)).som(KR)),
            ersattning: las.riket(&format!("trappa_niva{niva}_andel")).som(PROCENT),
        })
        .collect()
}

fn diagram(las: &Lasning<'_>, ar: i32, ovre: &str) -> Diagram {
    let utfall = las.regioner("solidariskt_utfall");
    let linjer =
        [("Medelkostnad", las.riket("solidariskt_utfall")), ("Övre steg", las.riket(&fran(ovre)))];
    let hogst = utfall.varden().iter().chain(linjer.iter().map(|(_, figur)| figur));
    let hogst = hogst.map(Figur::exakt).max().expect("there are 21 regions");
    let axel = Axel::for_hogst(&hogst);
    let over_medel = las.regionmangd("over_medel");
    let stapel = |(region, figur): (crate::region::Region, &Figur)| Diagramstapel {
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
fn diagrammets_text(las: &Lasning<'_>, ar: i32, ovre: &str) -> String {
    let ytterst = |mangd: &str| {
        let region = las.enda_region(mangd);
        let varde = las.region(region, "solidariskt_utfall").som(KR);
        format!("{region} med {} kronor", varde.text)
    };
    let over: Regionlista = las.regionmangd("over_medel").into_iter().collect();
    let over = if over.namn.is_empty() { "ingen region".to_owned() } else { over.uppraknade };
    format!(
        "Stapeldiagram över kostnaden för solidariska läkemedel per invånare {ar}, en stapel per \
         region. Högst är {}, lägst {}. En linje visar medelkostnaden, {} kronor, och en det övre \
         steget, {} kronor. Över medelkostnaden ligger {over}.",
        ytterst("solidariskt_hogst"),
        ytterst("solidariskt_lagst"),
        las.riket("solidariskt_utfall").som(KR).text,
        las.riket(&fran(ovre)).som(KR).text,
    )
}
