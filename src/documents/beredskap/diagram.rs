//! The diagrams of the money, and what they show in words.

use std::collections::BTreeSet;

use super::medel::{aren, avtalsaren};
use super::{MNKR, PROCENT};
use crate::contract::beredskap::{self as contract, Anvandning, Lage};
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::diagram::{Seriedel, Seriediagram, Seriegrupp};
use crate::report::lists::Regionlista;
use crate::report::{Figur, Lasning};
use crate::svenska;

/// What has been used of each agreement in each year of its period. What is not known has no bar.
pub(super) fn anvant_per_ar(las: &Lasning<'_>, nummer: u32) -> Seriediagram {
    let avtalen: Vec<_> =
        avtalsaren(las).into_iter().map(|avtal| (avtal, aren(las, avtal))).collect();
    let anvant = |ett: &Anvandning| las.figure(&contract::ANVANT_AR.at((ett.avtal, ett.ar)));
    let alla = || avtalen.iter().flat_map(|(_, aren)| aren);
    let kanda = alla().filter(|ett| ett.lage == Lage::Kand);
    let axel = Axel::i_miljoner(kanda.map(|ett| anvant(ett).exakt()));
    let alla_ar: BTreeSet<_> = alla().map(|ett| ett.ar).collect();
    let grupp = |ar: i32| {
        let delar = avtalen.iter().enumerate().filter_map(|(serie, (_, aren))| {
            let i_perioden = aren.iter().find(|ett| ett.ar == ar)?;
            Some(match i_perioden.lage {
                Lage::Kand => Seriedel::ny(serie, &anvant(i_perioden), MNKR, &axel),
                Lage::Okand => Seriedel::okand(serie, "uppgift saknas"),
                Lage::Kommande => Seriedel::okand(serie, "redovisas senare"),
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
        skala: axel.skala(),
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
        format!("{}: {}.", grupp.rubrik, svenska::upprakning(&delar))
    };
    let aren: Vec<_> = grupper.iter().map(ar).collect();
    format!("Stapeldiagram över använda medel per år och överenskommelse. {}", aren.join(" "))
}

/// What each region has used of an agreement's money in each year, and what it has left.
pub(super) fn anvant_och_kvar(
    las: &Lasning<'_>,
    avtal: i32,
    forflutna: &[Anvandning],
    nummer: u32,
) -> Seriediagram {
    let tilldelat = las.in_regions(&contract::TILLDELAT.at(avtal));
    let axel = Axel::i_miljoner(tilldelat.varden().iter().map(Figur::exakt));
    let belopp: Vec<_> = forflutna
        .iter()
        .map(|ett| contract::ANVANT_AR.at((avtal, ett.ar)))
        .chain([contract::KVAR.at(avtal)])
        .collect();
    let grupp = |region: Region| {
        let delar: Vec<_> = belopp.iter().map(|ett| las.in_region(region, ett)).collect();
        Seriegrupp {
            rubrik: region.kortnamn().to_owned(),
            delar: Seriedel::staplade(&delar, MNKR, &axel),
        }
    };
    let serier: Vec<_> =
        forflutna.iter().map(|ar| format!("Använt {}", ar.ar)).chain(["Kvar".to_owned()]).collect();
    let delar: Vec<_> = serier
        .iter()
        .zip(&belopp)
        .map(|(serie, ett)| (serie.to_lowercase(), las.figure(ett).som(MNKR).text))
        .map(|(serie, mnkr)| format!("{serie}: {mnkr} miljoner kronor"))
        .collect();
    Seriediagram {
        id: format!("anvant_och_kvar_{avtal}"),
        nummer,
        rubrik: format!("{avtal} års medel per region, använt och kvar"),
        enhet: "mnkr".to_owned(),
        text: format!(
            "Staplar över hur {avtal} års medel fördelar sig på använt och kvar, en stapel per \
             region. Alla regioner tillsammans har {}.",
            svenska::upprakning(&delar)
        ),
        serier,
        skala: axel.skala(),
        grupper: Region::alla().map(grupp).collect(),
    }
}

/// The share each region has used, with the mean and the median of the shares.
pub(super) fn andelar(las: &Lasning<'_>, avtal: i32, nummer: u32) -> Diagram {
    let andelar = las.in_regions(contract::ANDEL_ANVAND.at(avtal).kept());
    let axel = Axel::i_procent();
    let allt = las.fact(&contract::ANVANT_ALLT.at(avtal));
    let stapel = |(region, figur): (Region, &Figur)| Diagramstapel {
        rubrik: region.kortnamn().to_owned(),
        siffra: figur.som(PROCENT),
        promille: axel.promille(&figur.exakt()),
        framhavd: allt.contains(&region),
    };
    let linjer = [
        ("Medelvärde", las.figure(&contract::ANDEL_MEDEL.at(avtal))),
        ("Median", las.figure(&contract::ANDEL_MEDIAN.at(avtal))),
    ];
    let linje = |(rubrik, figur): (&str, Figur)| Diagramlinje {
        rubrik: rubrik.to_owned(),
        siffra: figur.som(PROCENT),
        promille: axel.promille(&figur.exakt()),
    };
    Diagram {
        id: format!("andelar_{avtal}"),
        nummer,
        rubrik: format!("Andel av {avtal} års medel som har använts"),
        enhet: "procent".to_owned(),
        skala: axel.skala(),
        staplar: andelar.iter().map(stapel).collect(),
        linjer: linjer.map(linje).to_vec(),
    }
}

/// That diagram in words.
pub(super) fn andelarnas_text(las: &Lasning<'_>, avtal: i32) -> String {
    let allt: Regionlista = las.fact(&contract::ANVANT_ALLT.at(avtal)).into_iter().collect();
    let lagst: Regionlista = las.fact(&contract::ANDEL_LAGST.at(avtal)).into_iter().collect();
    let allt = match allt.antal {
        0 => "Ingen region har använt allt.".to_owned(),
        _ => format!("Allt har använts av {}.", allt.uppraknade),
    };
    format!(
        "Stapeldiagram över hur stor andel av {avtal} års medel som varje region har använt. {allt} \
         Minst andel har använts av {}. En linje visar medelvärdet, {} procent, och en medianen, {} \
         procent.",
        lagst.uppraknade,
        las.figure(&contract::ANDEL_MEDEL.at(avtal)).som(PROCENT).text,
        las.figure(&contract::ANDEL_MEDIAN.at(avtal)).som(PROCENT).text,
    )
}
