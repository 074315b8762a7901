//! The settlement's tables and diagram: which columns, in which order, under which headings.

use super::data::{Del, Lage};
use super::{KR, PROCENT, Rad, falt, vikten};
use crate::report::avvikelse::Avvikelsediagram;
use crate::report::delar::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Lasning, Visning};

/// What is shown of each part, line by line, the last what is settled.
const RADER: [(&str, &str); 7] = [
    ("Bas", "bas"),
    ("Nedre gräns", "nedre"),
    ("Övre gräns", "ovre"),
    ("Utfall", "utfall"),
    ("Avvikelse från basen", "avvikelse"),
    ("Utanför gränserna", "utanfor"),
    ("Statens andel av det", "belopp"),
];

/// Outcome against base, limits, and the state's share of what lies beyond them: a column for each
/// part, and for what they come to together.
pub(super) fn tabell1(las: &Lasning<'_>, rader: &[Rad], delar: &[Del], avtalsar: i32) -> Tabell {
    let kolumn = |rubrik: &str| Tabellkolumn {
        rubrik: rubrik.to_owned(),
        grupp: None,
        enhet: String::new(),
    };
    let flera = delar.len() > 1;
    let kolumner =
        delar.iter().map(|del| del.rubrik.as_str()).chain(flera.then_some("Tillsammans"));
    let rad = |(rubrik, vad): (&str, &str)| {
        let sist = vad == "belopp";
        let delens =
            |rad| Some(las.riket(&format!("avstamning_{vad}_{}", falt(rad, "del"))).som(KR));
        let alla = flera.then(|| sist.then(|| las.riket("avstamning_belopp").som(KR)));
        Tabellrad {
            rubrik: rubrik.to_owned(),
            lanskod: None,
            slag: if sist { Radslag::Summa } else { Radslag::Rad },
            celler: rader.iter().map(delens).chain(alla).collect(),
            gar_inte_ihop: false,
            okanda: Vec::new(),
        }
    };
    Tabell {
        id: "tabell1".to_owned(),
        nummer: Some(1),
        rubrik: format!("Utfall mot bas {avtalsar}"),
        enhet: "kr".to_owned(),
        radrubrik: "Belopp".to_owned(),
        kolumner: kolumner.map(kolumn).collect(),
        rader: RADER.map(rad).to_vec(),
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
