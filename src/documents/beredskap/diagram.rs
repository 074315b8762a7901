//! The diagrams of the money, and what they show in words.

use std::collections::BTreeSet;

use super::medel::{aren, avtalsaren};
use super::{MNKR, PROCENT};
use crate::contract::beredskap::{self as contract, Lage, Usage};
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::diagram::{Seriedel, Seriediagram, Seriegrupp};
use crate::report::lists::Regionlista;
use crate::report::{Number, View};
use crate::swedish;

/// What has been used of each agreement in each year of its period. What is not known has no bar.
pub(super) fn anvant_per_ar(view: &View<'_>, nummer: u32) -> Seriediagram {
    let avtalen: Vec<_> =
        avtalsaren(view).into_iter().map(|avtal| (avtal, aren(view, avtal))).collect();
    let anvant = |ett: &Usage| view.figure(&contract::ANVANT_AR.at((ett.avtal, ett.ar)));
    let all = || avtalen.iter().flat_map(|(_, aren)| aren);
    let known = all().filter(|ett| ett.lage == Lage::Kand);
    let axel = Axel::in_millions(known.map(|ett| anvant(ett).exact()));
    let alla_ar: BTreeSet<_> = all().map(|ett| ett.ar).collect();
    let grupp = |ar: i32| {
        let delar = avtalen.iter().enumerate().filter_map(|(serie, (_, aren))| {
            let i_perioden = aren.iter().find(|ett| ett.ar == ar)?;
            Some(match i_perioden.lage {
                Lage::Kand => Seriedel::new(serie, &anvant(i_perioden), MNKR, &axel),
                Lage::Okand => Seriedel::unknown(serie, "uppgift saknas"),
                Lage::Kommande => Seriedel::unknown(serie, "redovisas senare"),
            })
        });
        Seriegrupp { rubrik: ar.to_string(), delar: delar.collect() }
    };
    let grupper: Vec<_> = alla_ar.into_iter().map(grupp).collect();
    let serier: Vec<_> = avtalen.iter().map(|(avtal, _)| format!("{avtal} års medel")).collect();
    Seriediagram {
        id: "anvant_per_ar".to_owned(),
        nummer,
        rubrik: "Använda medel per år och överenskommelse".to_owned(),
        enhet: "mnkr".to_owned(),
        text: anvant_i_ord(&serier, &grupper),
        skala: axel.scale(),
        serier,
        grupper,
    }
}

fn anvant_i_ord(serier: &[String], grupper: &[Seriegrupp]) -> String {
    let del = |del: &Seriedel| {
        let serie = serier.get(del.serie).map_or("", String::as_str);
        match &del.siffra {
            Some(siffra) => format!("{serie} {} miljoner kronor", siffra.text),
            None => format!("{serie} {}", del.okand),
        }
    };
    let ar = |grupp: &Seriegrupp| {
        let delar: Vec<_> = grupp.delar.iter().map(del).collect();
        format!("{}: {}.", grupp.rubrik, swedish::enumeration(&delar))
    };
    let aren: Vec<_> = grupper.iter().map(ar).collect();
    format!("Stapeldiagram över använda medel per år och överenskommelse. {}", aren.join(" "))
}

/// What each region has used of an agreement's money in each year, and what it has left, or left unused when
/// the period was over.
pub(super) fn anvant_och_kvar(
    view: &View<'_>,
    (avtal, slut): (i32, bool),
    forflutna: &[Usage],
    nummer: u32,
) -> Seriediagram {
    let tilldelat = view.in_regions(&contract::TILLDELAT.at(avtal));
    let axel = Axel::in_millions(tilldelat.values().iter().map(Number::exact));
    let belopp: Vec<_> = forflutna
        .iter()
        .map(|ett| contract::ANVANT_AR.at((avtal, ett.ar)))
        .chain([contract::KVAR.at(avtal)])
        .collect();
    let grupp = |region: Region| {
        let delar: Vec<_> = belopp.iter().map(|ett| view.in_region(region, ett)).collect();
        Seriegrupp {
            rubrik: region.short_name().to_owned(),
            delar: Seriedel::stacked(&delar, MNKR, &axel),
        }
    };
    let kvar = if slut { "Inte använt" } else { "Kvar" };
    let i_rubriken = kvar.to_lowercase();
    let serier: Vec<_> =
        forflutna.iter().map(|ar| format!("Använt {}", ar.ar)).chain([kvar.to_owned()]).collect();
    let delar: Vec<_> = serier
        .iter()
        .zip(&belopp)
        .map(|(serie, ett)| (serie.to_lowercase(), view.figure(ett).shown_as(MNKR).text))
        .map(|(serie, mnkr)| format!("{serie}: {mnkr} miljoner kronor"))
        .collect();
    Seriediagram {
        id: format!("anvant_och_kvar_{avtal}"),
        nummer,
        rubrik: format!("{avtal} års medel per region, använt och {i_rubriken}"),
        enhet: "mnkr".to_owned(),
        text: format!(
            "Staplar över hur {avtal} års medel fördelar sig på använt och {i_rubriken}, en stapel per \
             region. Alla regioner tillsammans har {}.",
            swedish::enumeration(&delar)
        ),
        serier,
        skala: axel.scale(),
        grupper: Region::all().map(grupp).collect(),
    }
}

/// The share each region has used, with the mean and the median of the shares.
pub(super) fn shares(view: &View<'_>, avtal: i32, nummer: u32) -> Diagram {
    let andelar = view.in_regions(contract::ANDEL_ANVAND.at(avtal).kept());
    let axel = Axel::in_percent();
    let allt = view.fact(&contract::ANVANT_ALLT.at(avtal));
    let stapel = |(region, figure): (Region, &Number)| Diagramstapel {
        rubrik: region.short_name().to_owned(),
        siffra: figure.shown_as(PROCENT),
        promille: axel.permille(&figure.exact()),
        framhavd: allt.contains(&region),
    };
    let linjer = [
        ("Medelvärde", view.figure(&contract::ANDEL_MEDEL.at(avtal))),
        ("Median", view.figure(&contract::ANDEL_MEDIAN.at(avtal))),
    ];
    let linje = |(rubrik, figure): (&str, Number)| Diagramlinje {
        rubrik: rubrik.to_owned(),
        siffra: figure.shown_as(PROCENT),
        promille: axel.permille(&figure.exact()),
    };
    Diagram {
        id: format!("andelar_{avtal}"),
        nummer,
        rubrik: format!("Andel av {avtal} års medel som har använts"),
        enhet: "procent".to_owned(),
        skala: axel.scale(),
        staplar: andelar.iter().map(stapel).collect(),
        linjer: linjer.map(linje).to_vec(),
    }
}

/// That diagram in words.
pub(super) fn andelarnas_text(view: &View<'_>, avtal: i32) -> String {
    let allt: Regionlista = view.fact(&contract::ANVANT_ALLT.at(avtal)).into_iter().collect();
    let lagst: Regionlista = view.fact(&contract::ANDEL_LAGST.at(avtal)).into_iter().collect();
    let allt = match allt.antal {
        0 => "Ingen region har använt allt.".to_owned(),
        _ => format!("Allt har använts av {}.", allt.uppraknade),
    };
    format!(
        "Stapeldiagram över hur stor andel av {avtal} års medel som varje region har använt. {allt} \
         Minst andel har använts av {}. En linje visar medelvärdet, {} procent, och en medianen, {} \
         procent.",
        lagst.uppraknade,
        view.figure(&contract::ANDEL_MEDEL.at(avtal)).shown_as(PROCENT).text,
        view.figure(&contract::ANDEL_MEDIAN.at(avtal)).shown_as(PROCENT).text,
    )
}
