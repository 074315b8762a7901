//! The circular's tables: which columns, in which order, under which headings.

use super::{KR, MNKR};
use crate::contract::{Country, lakemedel as contract};
use crate::quantity::Kronor;
use crate::report::region_table::{Column, region_table};
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad, Tecken};
use crate::report::{Number, NumberFormat, View};

/// Kronor per inhabitant to one decimal, where the parts are small.
const EN_DECIMAL: NumberFormat = NumberFormat::Decimals(1);

/// A line of table 1: its heading, what it is, and its gross amount, återbäring and net amount.
type Avtalsrad = (String, Radslag, [Option<Number>; 3]);

/// What was agreed, row by row: in a net year gross, återbäring and net, otherwise only one amount. No split of
/// återbäring per component exists, so none is printed.
pub(super) fn table1(view: &View<'_>, netto: bool) -> Tabell {
    let figure = |promise: &Country<Kronor>| Some(view.figure(promise));
    let komponenter = view.fact(&contract::KOMPONENTRADER);
    let mut rader: Vec<Avtalsrad> = Vec::new();
    for komponent in &komponenter {
        let namn = beginning(&komponent.namn);
        let rubrik = super::andel(view, komponent)
            .map_or_else(|| namn.clone(), |andel| format!("{namn} ({}\u{a0}%)", andel.text));
        let belopp = view.figure(&contract::KOMPONENT.at(&komponent.id));
        rader.push((rubrik, Radslag::Rad, [Some(belopp), None, None]));
    }
    if netto || komponenter.len() > 1 {
        let aterbaring = figure(&contract::ATERBARING_AVDRAG);
        let summa = [figure(&contract::BRUTTO), aterbaring, figure(&contract::NETTO)];
        rader.push(("Summa".to_owned(), Radslag::Delsumma, summa));
    }
    let andamal = view.fact(&contract::OVRIGA_ANDAMAL);
    let several = andamal.len() > 1;
    for (nummer, andamal) in (1..=u32::MAX).zip(andamal) {
        let rubrik = if several { beginning(&andamal) } else { "Övrigt".to_owned() };
        let belopp = view.figure(contract::OVRIGT_RAD.at(nummer).kept());
        rader.push((rubrik, Radslag::Rad, [None, None, Some(belopp)]));
    }
    let totalt = super::agreed(view).or_else(|| figure(&contract::TOTALT));
    rader.push(("Totalt".to_owned(), Radslag::Summa, [None, None, totalt]));
    // All with as many decimals as the one that needs most, so that the digits stand under each other.
    let amounts = rader.iter().flat_map(|(.., belopp)| belopp.iter().flatten());
    let decimals = amounts.map(|figure| figure.shown_as(MNKR).decimaler).max().unwrap_or(0);
    let format = NumberFormat::Mnkr(u32::try_from(decimals).unwrap_or(0));
    let kolumn = |rubrik: &str| Tabellkolumn {
        rubrik: rubrik.to_owned(),
        grupp: None,
        enhet: String::new(),
    };
    let kolumner = ["Brutto", "Statens andel av återbäring", "Netto"].map(kolumn).to_vec();
    Tabell {
        id: "tabell1".to_owned(),
        nummer: Some(1),
        rubrik: if netto { "Avtalat nettobelopp" } else { "Avtalat bruttobelopp" }.to_owned(),
        enhet: "mnkr".to_owned(),
        radrubrik: "Del".to_owned(),
        kolumner: if netto { kolumner } else { vec![kolumn("Belopp")] },
        rader: rader.into_iter().map(|rad| avtalsrad(rad, netto, format)).collect(),
        avrundade: Avrundade::default(),
    }
}

/// A line with its three amounts, or in a gross year with the only one it has.
fn avtalsrad(
    (rubrik, slag, [brutto, aterbaring, belopp]): Avtalsrad,
    netto: bool,
    format: NumberFormat,
) -> Tabellrad {
    let celler = if netto { vec![brutto, aterbaring, belopp] } else { vec![brutto.or(belopp)] };
    Tabellrad {
        rubrik,
        lanskod: None,
        kod: None,
        slag,
        celler: celler.into_iter().map(|cell| cell.map(|figure| figure.shown_as(format))).collect(),
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}

/// A text as it begins a line.
fn beginning(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// The grant per region, this year and last.
pub(super) fn tabell2(view: &View<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Column::of(view, ar.to_string(), &contract::STATSBIDRAG, KR),
        Column::of(view, (ar - 1).to_string(), &contract::FOREGAENDE_STATSBIDRAG, KR),
    ];
    let rubrik = format!("Statsbidrag per region {ar} och {}", ar - 1);
    region_table("tabell2", Some(2), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// How the need model has changed.
pub(super) fn tabell3(view: &View<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Column::of(view, ar.to_string(), &contract::BEHOVSMODELL, KR),
        Column::of(view, (ar - 1).to_string(), &contract::FOREGAENDE_BEHOVSMODELL, KR),
        Column::of(view, "Förändring", &contract::BEHOVSMODELL_DIFFERENS, KR),
    ];
    let rubrik = format!("Behovsmodellens utfall {ar} och {}", ar - 1);
    region_table("tabell3", Some(3), (rubrik, "kr/inv"), Some("Riket"), &kolumner)
        .with_rounding(&[(0, Tecken::Plus), (1, Tecken::Minus)], 2)
}

/// The outcome of solidarity financing, level by level.
pub(super) fn tabell4(view: &View<'_>, ar: i32) -> Tabell {
    let mut kolumner = vec![
        Column::of(view, (ar - 1).to_string(), &contract::FOREGAENDE_SOLIDARISKT_UTFALL, KR)
            .under("Utfall"),
        Column::of(view, ar.to_string(), &contract::SOLIDARISKT_UTFALL, KR).under("Utfall"),
    ];
    let antal = view.fact(&contract::TRAPPSTEG);
    for (grupp, promise) in [
        ("Över medel", contract::SOLIDARISKT_OVERSKOTT),
        ("Ersättning", contract::SOLIDARISKT_ERSATTNING_NIVA),
    ] {
        for niva in 1..=antal {
            // A single step is no level among others.
            kolumner.push(if antal == 1 {
                Column::of(view, grupp, &promise.at(niva), KR)
            } else {
                Column::of(view, format!("Nivå {niva}"), &promise.at(niva), KR).under(grupp)
            });
        }
    }
    let forsta_ersattning = 2 + antal;
    let finansiering = kolumner.len();
    kolumner.push(Column::alike(
        view,
        "Finansiering",
        &contract::SOLIDARISK_FINANSIERING_AVDRAG,
        KR,
    ));
    kolumner.push(Column::of(view, "Netto", &contract::SOLIDARISKT_NETTO, KR));
    let termer: Vec<_> =
        (forsta_ersattning..=finansiering).map(|kolumn| (kolumn, Tecken::Plus)).collect();
    let rubrik = format!("Solidarisk finansiering, utfall {ar}");
    region_table("tabell4", Some(4), (rubrik, "kr/inv"), Some("Riket"), &kolumner)
        .with_rounding(&termer, finansiering + 1)
}

/// Everything that makes the grant, on one page.
pub(super) fn tabell5(view: &View<'_>) -> Tabell {
    let kolumner = [
        Column::of(view, "Befolkning", &contract::BEFOLKNING, KR).in_unit("invånare"),
        Column::of(view, "Behovsmodell", &contract::BEHOVSMODELL, KR).in_unit("kr/inv"),
        Column::of(view, "Solidariskt", &contract::SOLIDARISKT_NETTO, KR).in_unit("kr/inv"),
        Column::of(view, "Statsbidrag", &contract::STATSBIDRAG_PER_INV, KR).in_unit("kr/inv"),
        Column::of(view, "Statsbidrag", &contract::STATSBIDRAG, KR).in_unit("kr"),
    ];
    let rubrik = "Sammanställning av statsbidraget".to_owned();
    region_table("tabell5", Some(5), (rubrik, ""), Some("Totalt"), &kolumner)
        .with_rounding(&[(1, Tecken::Plus), (2, Tecken::Plus)], 3)
}

/// Each region's change in kronor, by cause.
pub(super) fn forandring(view: &View<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Column::of(view, "Befolkning", &contract::FORANDRING_BEFOLKNING, KR),
        Column::of(view, "Nivå", &contract::FORANDRING_NIVA, KR),
        Column::of(view, "Struktur", &contract::FORANDRING_STRUKTUR, KR),
        Column::of(view, "Solidariskt", &contract::FORANDRING_SOLIDARISKT, KR),
        Column::of(view, "Avrundning", &contract::FORANDRING_AVRUNDNING, KR),
        Column::of(view, "Förändring", &contract::FORANDRING, KR),
    ];
    let rubrik = format!("Förändring {}–{ar} efter orsak", ar - 1);
    region_table("forandring", Some(6), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// Each region's change of the solidarity net, by cause.
pub(super) fn forandring_solidariskt(view: &View<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Column::of(
            view,
            format!("Netto {}", ar - 1),
            &contract::FOREGAENDE_SOLIDARISKT_NETTO,
            EN_DECIMAL,
        ),
        Column::of(view, "Egna kostnader", &contract::SOLIDARISKT_EGNA_KOSTNADER, EN_DECIMAL),
        Column::of(
            view,
            "Landets\u{a0}kostnader och\u{a0}nivåer",
            &contract::SOLIDARISKT_LANDETS_KOSTNADER,
            EN_DECIMAL,
        ),
        Column::alike(
            view,
            "Finansiering",
            &contract::SOLIDARISKT_FINANSIERING_FORANDRING,
            EN_DECIMAL,
        ),
        Column::of(view, format!("Netto {ar}"), &contract::SOLIDARISKT_NETTO, EN_DECIMAL)
            .without_total(),
    ];
    let rubrik = format!("Solidariskt netto {}–{ar}, förändring efter orsak", ar - 1);
    region_table("forandring_solidariskt", Some(7), (rubrik, "kr/inv"), None, &kolumner)
        .with_rounding(&[0, 1, 2, 3].map(|kolumn| (kolumn, Tecken::Plus)), 4)
}
