//! The diagrams of the money, and what they show in words.

use super::avtal::{Ar, aren};
use super::medel::avtalsaren;
use super::{MNKR, PROCENT};
use crate::region::Region;
use crate::report::delar::{Axel, Diagram, Diagramlinje, Diagramstapel, Regionlista};
use crate::report::diagram::{Seriedel, Seriediagram, Seriegrupp};
use crate::report::{Figur, Lasning, svenska};

/// What has been used of each agreement in each year of its period. What is not known has no bar.
pub(super) fn anvant_per_ar(las: &Lasning<'_>, nummer: u32) -> Seriediagram {
    let avtalen: Vec<_> =
        avtalsaren(las).into_iter().map(|avtal| (avtal, aren(las, avtal))).collect();
    let kanda = avtalen.iter().flat_map(|(avtal, aren)| {
        let kanda = aren.iter().filter(|ar| ar.lage == "känd");
        kanda.map(move |ar| las.riket(&format!("anvant_{avtal}_{}", ar.ar)))
    });
    let kanda: Vec<_> = kanda.collect();
    let axel = Axel::i_miljoner(kanda.iter().map(Figur::exakt));
    let mut alla_ar: Vec<_> =
        avtalen.iter().flat_map(|(_, aren)| aren.iter().map(|ar| ar.ar)).collect();
    alla_ar.sort_unstable();
    alla_ar.dedup();
    let grupp = |ar: i32| {
        let delar = avtalen.iter().enumerate().filter_map(|(serie, (avtal, aren))| {
            let i_perioden = aren.iter().find(|ett| ett.ar == ar)?;
            Some(match i_perioden.lage.as_str() {
                "känd" => {
                    let figur = las.riket(&format!("anvant_{avtal}_{ar}"));
                    Seriedel::ny(serie, &figur, MNKR, &axel)
                }
                "okänd" => Seriedel::okand(serie, "uppgift saknas"),
                _ => Seriedel::okand(serie, "redovisas senare"),
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
    forflutna: &[&Ar],
    nummer: u32,
) -> Seriediagram {
    let tilldelat = las.regioner(&format!("tilldelat_{avtal}"));
    let axel = Axel::i_miljoner(tilldelat.varden().iter().map(Figur::exakt));
    let namnen: Vec<_> = forflutna
        .iter()
        .map(|ar| format!("anvant_{avtal}_{}", ar.ar))
        .chain([format!("kvar_{avtal}")])
        .collect();
    let grupp = |region: Region| {
        let delar: Vec<_> = namnen.iter().map(|namn| las.region(region, namn)).collect();
        Seriegrupp {
            rubrik: region.kortnamn().to_owned(),
            delar: Seriedel::staplade(&delar, MNKR, &axel),
        }
    };
    let i_ord = |namn: &String| format!("{} miljoner kronor", las.riket(namn).som(MNKR).text);
    let serier: Vec<_> =
        forflutna.iter().map(|ar| format!("Använt {}", ar.ar)).chain(["Kvar".to_owned()]).collect();
    let delar: Vec<_> = serier
        .iter()
        .zip(&namnen)
        .map(|(serie, namn)| format!("{}: {}", serie.to_lowercase(), i_ord(namn)))
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
    let andelar = las.regioner(&format!("andel_anvand_{avtal}"));
    let axel = Axel::i_procent();
    let allt = las.regionmangd(&format!("anvant_allt_{avtal}"));
    let stapel = |(region, figur): (Region, &Figur)| Diagramstapel {
        rubrik: region.kortnamn().to_owned(),
        siffra: figur.som(PROCENT),
        promille: axel.promille(&figur.exakt()),
        framhavd: allt.contains(&region),
    };
    let linjer = [("Medelvärde", "andel_anvand_medel"), ("Median", "andel_anvand_median")];
    let linje = |(rubrik, namn): (&str, &str)| {
        let figur = las.riket(&format!("{namn}_{avtal}"));
        Diagramlinje {
            rubrik: rubrik.to_owned(),
            siffra: figur.som(PROCENT),
            promille: axel.promille(&figur.exakt()),
        }
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
    let lista = |mangd: &str| -> Regionlista {
        las.regionmangd(&format!("{mangd}_{avtal}")).into_iter().collect()
    };
    let allt = lista("anvant_allt");
    let allt = match allt.antal {
        0 => "Ingen region har använt allt.".to_owned(),
        _ => format!("Allt har använts av {}.", allt.uppraknade),
    };
    let procent = |namn: &str| las.riket(&format!("{namn}_{avtal}")).som(PROCENT).text;
    format!(
        "Stapeldiagram över hur stor andel av {avtal} års medel som varje region har använt. {allt} \
         Minst andel har använts av {}. En linje visar medelvärdet, {} procent, och en medianen, {} \
         procent.",
        lista("andel_lagst").uppraknade,
        procent("andel_anvand_medel"),
        procent("andel_anvand_median"),
    )
}
