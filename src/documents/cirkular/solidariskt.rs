//! The circular's part on solidarity financing: ladder, outcome, diagram.

use super::data::{Solidariskt, Trappsteg};
use super::{KR, PROCENT, tables};
use crate::contract::{Country, Fact, lakemedel as contract};
use crate::quantity::KronorPerInvanare;
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::lists::Regionlista;
use crate::report::{Number, NumberFormat, View};
use crate::swedish;

pub(super) fn solidariskt(view: &View<'_>, ar: i32) -> Solidariskt {
    let sjukdomar = view.fact(&contract::SJUKDOMAR);
    let lista =
        |promise: &Fact<Vec<Region>>| view.fact(promise).into_iter().collect::<Regionlista>();
    let ovre = contract::TRAPPA_FRAN.at(view.fact(&contract::TRAPPSTEG));
    let mnkr = NumberFormat::Mnkr(0);
    let ovre_steg = view.figure(&ovre).shown_as(KR);
    let ovre_steg_foregaende = view.figure(&contract::FOREGAENDE_OVRE_STEG).shown_as(KR);
    let ovre_steg_forandring = view.figure(&contract::OVRE_STEG_FORANDRING).forandring(KR);
    Solidariskt {
        sjukdomar: swedish::enumeration(&sjukdomar),
        antal_sjukdomar: swedish::count_in_words(sjukdomar.len()),
        period_fran: swedish::month_and_year(view.fact(&contract::SOLIDARISK_PERIOD_FRAN)),
        period_till: swedish::month_and_year(view.fact(&contract::SOLIDARISK_PERIOD_TILL)),
        kostnad: view.figure(&contract::SOLIDARISK_KOSTNAD).shown_as(mnkr),
        kostnad_forandring: view
            .figure(&contract::SOLIDARISK_KOSTNAD_FORANDRING_ANDEL)
            .forandring(NumberFormat::Percent(0)),
        medel: view.figure(&contract::SOLIDARISKT_UTFALL).shown_as(KR),
        medel_foregaende: view.figure(&contract::FOREGAENDE_SOLIDARISKT_UTFALL).shown_as(KR),
        medel_forandring: view.figure(&contract::SOLIDARISKT_UTFALL_FORANDRING).forandring(KR),
        trappa: ladder(view),
        ovre_steg_forandring: ovre_steg_forandring.between(&ovre_steg_foregaende, &ovre_steg),
        ovre_steg,
        ovre_steg_foregaende,
        finansiering: view.figure(&contract::SOLIDARISK_FINANSIERING).shown_as(KR),
        ersattning: view.figure(&contract::SOLIDARISK_ERSATTNING).shown_as(mnkr),
        over_medel: lista(&contract::OVER_MEDEL),
        over_ovre_steg: lista(&contract::OVER_OVRE_STEG),
        vinner: lista(&contract::SOLIDARISKT_OVER_NOLL),
        tabell4: tables::tabell4(view, ar),
        diagram1: diagram(view, ar, &ovre),
        diagram1_text: diagrammets_text(view, ar, &ovre),
    }
}

fn ladder(view: &View<'_>) -> Vec<Trappsteg> {
    let antal = view.fact(&contract::TRAPPSTEG);
    let fran = |niva| view.figure(&contract::TRAPPA_FRAN.at(niva)).shown_as(KR);
    (1..=antal)
        .map(|niva| Trappsteg {
            niva: niva.to_string(),
            fran: fran(niva),
            fran_medel: view.maybe_figure(&contract::TRAPPA_BELOPP.at(niva)).is_none(),
            till: (niva < antal).then(|| fran(niva + 1)),
            ersattning: view.figure(&contract::TRAPPA_ANDEL.at(niva)).shown_as(PROCENT),
        })
        .collect()
}

fn diagram(view: &View<'_>, ar: i32, ovre: &Country<KronorPerInvanare>) -> Diagram {
    let utfall = view.in_regions(&contract::SOLIDARISKT_UTFALL);
    let linjer = [
        ("Medelkostnad", view.figure(&contract::SOLIDARISKT_UTFALL)),
        ("Övre steg", view.figure(ovre)),
    ];
    let hogst = utfall.values().iter().chain(linjer.iter().map(|(_, figure)| figure));
    let hogst = hogst.map(Number::exact).max().expect("there are 21 regions");
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
        rubrik: format!("Kostnad för solidariska läkemedel per region {ar}"),
        enhet: "kr/inv".to_owned(),
        skala: axel.scale(),
        staplar: utfall.iter().map(stapel).collect(),
        linjer: linjer
            .iter()
            .map(|(rubrik, figure)| Diagramlinje {
                rubrik: (*rubrik).to_owned(),
                siffra: figure.shown_as(KR),
                promille: axel.permille(&figure.exact()),
            })
            .collect(),
    }
}

/// The diagram in words: its extremes, its lines, and who is above the mean.
fn diagrammets_text(view: &View<'_>, ar: i32, ovre: &Country<KronorPerInvanare>) -> String {
    let ytterst = |promise: &Fact<Region>| {
        let region = view.fact(promise);
        let varde = view.in_region(region, &contract::SOLIDARISKT_UTFALL).shown_as(KR);
        format!("{region} med {} kronor", varde.text)
    };
    let over: Regionlista = view.fact(&contract::OVER_MEDEL).into_iter().collect();
    let over = if over.namn.is_empty() { "ingen region".to_owned() } else { over.uppraknade };
    format!(
        "Stapeldiagram över kostnaden för solidariska läkemedel per invånare {ar}, en stapel per \
         region. Högst är {}, lägst {}. En linje visar medelkostnaden, {} kronor, och en det övre \
         steget, {} kronor. Över medelkostnaden ligger {over}.",
        ytterst(&contract::SOLIDARISKT_HOGST),
        ytterst(&contract::SOLIDARISKT_LAGST),
        view.figure(&contract::SOLIDARISKT_UTFALL).shown_as(KR).text,
        view.figure(ovre).shown_as(KR).text,
    )
}
