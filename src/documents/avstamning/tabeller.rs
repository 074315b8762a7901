//! The settlement's tables and diagram: which columns, in which order, under which headings.

use super::data::{Del, Lage};
use super::{KR, MNKR, PROCENT, Rad, falt, vikten};
use crate::report::avvikelse::Avvikelsediagram;
use crate::report::delar::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Lasning, Visning};

/// Outcome against base, limits, and the state's share of what lies beyond them.
pub(super) fn tabell1(las: &Lasning<'_>, rader: &[Rad], delar: &[Del], avtalsar: i32) -> Tabell {
    let kolumner = [
        ("Bas", "bas"),
        ("Nedre gräns", "nedre"),
        ("Övre gräns", "ovre"),
        ("Utfall", "utfall"),
        ("Avvikelse", "avvikelse"),
        ("Utanför gränsen", "utanfor"),
        ("Statens andel", "belopp"),
    ];
    let rad = |rubrik: &str, slag, celler| Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        slag,
        celler,
        gar_inte_ihop: false,
    };
    let delens = |(texter, del): (&Rad, &Del)| {
        let namn = |vad: &str| format!("avstamning_{vad}_{}", falt(texter, "del"));
        let celler = kolumner.map(|(_, vad)| Some(las.riket(&namn(vad)).som(MNKR)));
        rad(&del.rubrik, Radslag::Rad, celler.to_vec())
    };
    let mut raderna: Vec<_> = rader.iter().zip(delar).map(delens).collect();
    if delar.len() > 1 {
        let belopp = las.riket("avstamning_belopp").som(MNKR);
        let celler = kolumner.map(|(_, vad)| (vad == "belopp").then(|| belopp.clone()));
        raderna.push(rad("Tillsammans", Radslag::Summa, celler.to_vec()));
    }
    Tabell {
        id: "tabell1".to_owned(),
        nummer: Some(1),
        rubrik: format!("Utfall mot bas {avtalsar}"),
        enhet: "mnkr".to_owned(),
        radrubrik: "Del".to_owned(),
        kolumner: kolumner
            .map(|(rubrik, _)| Tabellkolumn {
                rubrik: rubrik.to_owned(),
                grupp: None,
                enhet: String::new(),
            })
            .to_vec(),
        rader: raderna,
        avrundade: Avrundade::default(),
    }
}

/// What each region gets or repays, and by which share.
pub(super) fn tabell2(las: &Lasning<'_>, rader: &[Rad], delar: &[Del], avtalsar: i32) -> Tabell {
    let lakemedel = las.hos("lakemedel");
    let vikt = vikten(las);
    let vikten = if vikt == "befolkning" {
        Kolumn::ny(&lakemedel, "Befolkning", vikt, KR).i("invånare")
    } else {
        Kolumn::ny(&lakemedel, format!("Statsbidrag {avtalsar}"), vikt, KR).i("kr")
    };
    let andel =
        Kolumn::ny(las, "Andel", "avstamning_nyckel", Visning::Procentdecimaler(4)).i("procent");
    let mut kolumner = vec![vikten, andel];
    for (rad, del) in rader.iter().zip(delar) {
        let namn = format!("avstamning_{}", falt(rad, "del"));
        kolumner.push(Kolumn::ny(las, del.rubrik.clone(), &namn, KR).i("kr"));
    }
    if delar.len() > 1 {
        kolumner.push(Kolumn::ny(las, "Tillsammans", "avstamning_totalt", KR).i("kr"));
    }
    let rubrik = format!("Vinst och förlust {avtalsar} per region");
    regiontabell("tabell2", Some(2), (rubrik, ""), Some("Totalt regioner"), &kolumner)
}

/// How far the outcomes lie from their bases.
pub(super) fn diagram(
    las: &Lasning<'_>,
    rader: &[Rad],
    delar: &[Del],
    avtalsar: i32,
) -> Avvikelsediagram {
    let avvikelse = |(rad, del): (&Rad, &Del)| {
        let figur = las.riket(&format!("avstamning_avvikelse_andel_{}", falt(rad, "del")));
        (del.rubrik.clone(), figur, del.lage != Lage::Inom)
    };
    let avvikelser: Vec<_> = rader.iter().zip(delar).map(avvikelse).collect();
    Avvikelsediagram::ny(
        ("diagram1", 1),
        (format!("Utfallets avvikelse från basen {avtalsar}"), "procent av basen"),
        &las.riket("avstamning_grans"),
        &avvikelser,
        PROCENT,
    )
}

/// The diagram in words.
pub(super) fn diagrammets_text(las: &Lasning<'_>, delar: &[Del], avtalsar: i32) -> String {
    let grans = las.riket("avstamning_grans").som(PROCENT).text;
    let delar: Vec<_> = delar
        .iter()
        .map(|del| format!("{}: {} procent", del.rubrik, del.avvikelse_procent.siffra.text))
        .collect();
    format!(
        "Diagram över hur mycket utfallet {avtalsar} avviker från basen, med gränser vid {grans} \
         procent under och över. {}.",
        delar.join(". ")
    )
}
