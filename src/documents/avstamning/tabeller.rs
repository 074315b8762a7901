//! The settlement's tables and diagram: which columns, in which order, under which headings.

use super::{Delen, KR, PROCENT, efter_statsbidrag};
use crate::contract::lakemedel;
use crate::contract::regleringsbrev::{self as contract, Del, Lage};
use crate::report::avvikelse::Avvikelsediagram;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{Figur, Lasning, Visning};

/// A line of the first table: its heading, and what is shown of a part.
type Rad = (&'static str, fn(&Lasning<'_>, Del) -> Figur);

/// What is shown of each part, line by line; what is settled comes last.
const RADER: [Rad; 6] = [
    ("Bas", |las, del| las.figure(del.bas().kept())),
    ("Nedre gräns", |las, del| las.figure(contract::AVSTAMNING_NEDRE.at(del).kept())),
    ("Övre gräns", |las, del| las.figure(contract::AVSTAMNING_OVRE.at(del).kept())),
    ("Utfall", |las, del| las.figure(del.utfall().kept())),
    ("Avvikelse från basen", |las, del| las.figure(contract::AVSTAMNING_AVVIKELSE.at(del).kept())),
    ("Utanför gränserna", |las, del| las.figure(contract::AVSTAMNING_UTANFOR.at(del).kept())),
];
/// The last.
const SIST: Rad =
    ("Statens andel av det", |las, del| las.figure(contract::AVSTAMNING_DELBELOPP.at(del).kept()));

/// Outcome against base, limits, and the state's share of what lies beyond them: a column for each
/// part, and for what they come to together.
pub(super) fn tabell1(las: &Lasning<'_>, delar: &[Delen], avtalsar: i32) -> Tabell {
    let kolumn = |rubrik: &str| Tabellkolumn {
        rubrik: rubrik.to_owned(),
        grupp: None,
        enhet: String::new(),
    };
    let flera = delar.len() > 1;
    let kolumner = delar.iter().map(|(_, visad)| visad.rubrik.as_str());
    let rad = |(rubrik, vad): Rad, slag, tillsammans: Option<Figur>| {
        let delens = |(del, _): &Delen| Some(vad(las, *del).som(KR));
        let alla = flera.then(|| tillsammans.map(|figur| figur.som(KR)));
        Tabellrad {
            rubrik: rubrik.to_owned(),
            lanskod: None,
            slag,
            celler: delar.iter().map(delens).chain(alla).collect(),
            gar_inte_ihop: false,
            okanda: Vec::new(),
        }
    };
    let belopp = las.figure(contract::AVSTAMNING_BELOPP.kept());
    Tabell {
        id: "tabell1".to_owned(),
        nummer: Some(1),
        rubrik: format!("Utfall mot bas {avtalsar}"),
        enhet: "kr".to_owned(),
        radrubrik: "Belopp".to_owned(),
        kolumner: kolumner.chain(flera.then_some("Tillsammans")).map(kolumn).collect(),
        rader: RADER
            .into_iter()
            .map(|vad| rad(vad, Radslag::Rad, None))
            .chain([rad(SIST, Radslag::Summa, Some(belopp))])
            .collect(),
        avrundade: Avrundade::default(),
    }
}

/// What each region gets or repays, and by which share.
pub(super) fn tabell2(las: &Lasning<'_>, delar: &[Delen], avtalsar: i32) -> Tabell {
    let vikten = if efter_statsbidrag(las) {
        let promise = &lakemedel::FOREGAENDE_STATSBIDRAG;
        Kolumn::of(las, format!("Statsbidrag {avtalsar}"), promise, KR).i("kr")
    } else {
        Kolumn::of(las, "Befolkning", &lakemedel::BEFOLKNING, KR).i("invånare")
    };
    let nyckel = contract::AVSTAMNING_NYCKEL;
    let andel = Kolumn::of(las, "Andel", nyckel.kept(), Visning::Procentdecimaler(4)).i("procent");
    let mut kolumner = vec![vikten, andel];
    for (del, visad) in delar {
        let promise = contract::AVSTAMNING_DEL.at(*del);
        kolumner.push(Kolumn::of(las, visad.rubrik.clone(), promise.kept(), KR).i("kr"));
    }
    if delar.len() > 1 {
        let promise = contract::AVSTAMNING_TOTALT;
        kolumner.push(Kolumn::of(las, "Tillsammans", promise.kept(), KR).i("kr"));
    }
    let rubrik = format!("Vinst och förlust {avtalsar} per region");
    regiontabell("tabell2", Some(2), (rubrik, ""), Some("Totalt regioner"), &kolumner)
}

/// How far the outcomes lie from their bases.
pub(super) fn diagram(las: &Lasning<'_>, delar: &[Delen], avtalsar: i32) -> Avvikelsediagram {
    let avvikelse = |(del, visad): &Delen| {
        let figur = las.figure(contract::AVSTAMNING_AVVIKELSE_ANDEL.at(*del).kept());
        (visad.rubrik.clone(), figur, visad.lage != Lage::Inom)
    };
    let avvikelser: Vec<_> = delar.iter().map(avvikelse).collect();
    Avvikelsediagram::ny(
        ("diagram1", 1),
        (format!("Utfallets avvikelse från basen {avtalsar}"), "procent av basen"),
        &las.figure(contract::AVSTAMNING_GRANS.kept()),
        &avvikelser,
        PROCENT,
    )
}

/// The diagram in words.
pub(super) fn diagrammets_text(las: &Lasning<'_>, delar: &[Delen], avtalsar: i32) -> String {
    let grans = las.figure(contract::AVSTAMNING_GRANS.kept()).som(PROCENT).text;
    let delar: Vec<_> = delar
        .iter()
        .map(|(_, del)| format!("{}: {} procent", del.rubrik, del.avvikelse_procent.siffra.text))
        .collect();
    format!(
        "Diagram över hur mycket utfallet {avtalsar} avviker från basen, med gränser vid {grans} \
         procent under och över. {}.",
        delar.join(". ")
    )
}
