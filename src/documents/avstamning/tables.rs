//! The settlement's tables and diagram: which columns, in which order, under which headings.

use super::data::Del;
use super::{Delen, KR, PROCENT, efter_statsbidrag};
use crate::contract::lakemedel;
use crate::contract::regleringsbrev::{self as contract, Lage};
use crate::report::deviation::{Avvikelse, Avvikelsediagram};
use crate::report::region_table::{Column, region_table};
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{Number, NumberFormat, View};

/// A line of the first table: its heading, and what is shown of a part, by its id.
type Rad = (&'static str, fn(&View<'_>, &str) -> Number);

/// What is shown of each part, line by line; what is settled comes last.
const RADER: [Rad; 6] = [
    ("Bas", |view, id| view.figure(lakemedel::FOREGAENDE_AVRAKNING_BAS.at(id).kept())),
    ("Nedre gräns", |view, id| view.figure(lakemedel::FOREGAENDE_AVRAKNING_NEDRE.at(id).kept())),
    ("Övre gräns", |view, id| view.figure(lakemedel::FOREGAENDE_AVRAKNING_OVRE.at(id).kept())),
    ("Utfall", |view, id| view.figure(contract::AVSTAMNING_UTFALL.at(id).kept())),
    ("Avvikelse från basen", |view, id| view.figure(contract::AVSTAMNING_AVVIKELSE.at(id).kept())),
    ("Utanför gränserna", |view, id| view.figure(contract::AVSTAMNING_UTANFOR.at(id).kept())),
];
/// The last.
const SIST: Rad = ("Statens andel av det som ligger utanför", |view, id| {
    view.figure(contract::AVSTAMNING_DELBELOPP.at(id).kept())
});

/// Outcome against base, limits, and the state's share of what lies beyond them: a column for each
/// part, and for what they come to together.
pub(super) fn table1(view: &View<'_>, delar: &[Delen], avtalsar: i32) -> Tabell {
    let kolumn = |rubrik: &str| Tabellkolumn {
        rubrik: rubrik.to_owned(),
        grupp: None,
        enhet: String::new(),
    };
    let flera = delar.len() > 1;
    let kolumner = delar.iter().map(|(_, visad)| visad.kort.as_str());
    let row = |(rubrik, vad): Rad, slag, tillsammans: Option<Number>| {
        let delens = |(del, _): &Delen| Some(vad(view, &del.id).shown_as(KR));
        let all = flera.then(|| tillsammans.map(|figure| figure.shown_as(KR)));
        Tabellrad {
            rubrik: rubrik.to_owned(),
            lanskod: None,
            kod: None,
            slag,
            celler: delar.iter().map(delens).chain(all).collect(),
            gar_inte_ihop: false,
            okanda: Vec::new(),
        }
    };
    let belopp = view.figure(contract::AVSTAMNING_BELOPP.kept());
    Tabell {
        id: "tabell1".to_owned(),
        nummer: Some(1),
        rubrik: format!("Utfall mot bas {avtalsar}"),
        enhet: "kr".to_owned(),
        radrubrik: "Belopp".to_owned(),
        kolumner: kolumner.chain(flera.then_some("Tillsammans")).map(kolumn).collect(),
        rader: RADER
            .into_iter()
            .map(|vad| row(vad, Radslag::Rad, None))
            .chain([row(SIST, Radslag::Summa, Some(belopp))])
            .collect(),
        avrundade: Avrundade::default(),
    }
}

/// What each region gets or repays, and by which share.
pub(super) fn tabell2(view: &View<'_>, delar: &[Delen], avtalsar: i32) -> Tabell {
    let vikten = if efter_statsbidrag(view) {
        let promise = &lakemedel::FOREGAENDE_STATSBIDRAG;
        Column::of(view, format!("Statsbidrag {avtalsar}"), promise, KR).in_unit("kr")
    } else {
        Column::of(view, "Befolkning", &lakemedel::BEFOLKNING, KR).in_unit("invånare")
    };
    let nyckel = contract::AVSTAMNING_NYCKEL;
    let andel = Column::of(view, "Andel", nyckel.kept(), NumberFormat::PercentDecimals(4))
        .in_unit("procent");
    let mut kolumner = vec![vikten, andel];
    for (del, visad) in delar {
        let promise = contract::AVSTAMNING_DEL.at(&del.id);
        kolumner.push(Column::of(view, visad.kort.clone(), promise.kept(), KR).in_unit("kr"));
    }
    if delar.len() > 1 {
        let promise = contract::AVSTAMNING_TOTALT;
        kolumner.push(Column::of(view, "Tillsammans", promise.kept(), KR).in_unit("kr"));
    }
    let rubrik = format!("Vinst och förlust {avtalsar} per region");
    region_table("tabell2", Some(2), (rubrik, ""), Some("Totalt regioner"), &kolumner)
}

/// How far the outcomes lie from their bases.
pub(super) fn diagram(view: &View<'_>, delar: &[Delen], avtalsar: i32) -> Avvikelsediagram {
    let avvikelse = |(del, visad): &Delen| Avvikelse {
        rubrik: visad.kort.clone(),
        andel: view.figure(contract::AVSTAMNING_AVVIKELSE_ANDEL.at(&del.id).kept()),
        nedat: view.figure(lakemedel::FOREGAENDE_GRANSEN_NEDAT.at(&del.id).kept()),
        uppat: view.figure(lakemedel::FOREGAENDE_GRANSEN_UPPAT.at(&del.id).kept()),
        utanfor: visad.lage != Lage::Inom,
    };
    let avvikelser: Vec<_> = delar.iter().map(avvikelse).collect();
    Avvikelsediagram::new(
        ("diagram1", 1),
        (format!("Utfallets avvikelse från basen {avtalsar}"), "procent av basen"),
        &avvikelser,
        PROCENT,
    )
}

/// The diagram in words.
pub(super) fn diagrammets_text(delar: &[Delen], avtalsar: i32) -> String {
    let delar: Vec<_> = delar
        .iter()
        .map(|(_, del)| {
            let Del { kort, avvikelse_procent, nedat, uppat, .. } = del;
            format!(
                "{kort}: {} procent, med gränser vid {} procent under och {} procent över basen",
                avvikelse_procent.siffra.text, nedat.text, uppat.text
            )
        })
        .collect();
    format!("Diagram över hur mycket utfallet {avtalsar} avviker från basen. {}.", delar.join(". "))
}
