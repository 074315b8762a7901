//! The circular's tables: which columns, in which order, under which headings.

use super::{KR, MNKR};
use crate::contract::{Country, lakemedel as contract};
use crate::quantity::Kronor;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad, Tecken};
use crate::report::{Lasning, Visning};

/// Kronor per inhabitant to one decimal, where the parts are small.
const EN_DECIMAL: Visning = Visning::Decimaler(1);

/// The agreed net amount. No split of återbäring per component exists, so none is printed.
pub(super) fn tabell1(las: &Lasning<'_>) -> Tabell {
    let rad = |rubrik: &str, slag, celler: [Option<&Country<Kronor>>; 3]| Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        slag,
        celler: celler.map(|cell| cell.map(|promise| las.figure(promise).som(MNKR))).to_vec(),
        gar_inte_ihop: false,
        okanda: Vec::new(),
    };
    let andel = las.figure(&contract::HEPATIT_C_ANDEL).som(Visning::Procent(4));
    let hepatit_c = format!("Hepatit C ({}\u{a0}%)", andel.text);
    let kolumn = |rubrik: &str| Tabellkolumn {
        rubrik: rubrik.to_owned(),
        grupp: None,
        enhet: String::new(),
    };
    Tabell {
        id: "tabell1".to_owned(),
        nummer: Some(1),
        rubrik: "Avtalat nettobelopp".to_owned(),
        enhet: "mnkr".to_owned(),
        radrubrik: "Del".to_owned(),
        kolumner: ["Brutto", "Statens andel av återbäring", "Netto"].map(kolumn).to_vec(),
        rader: vec![
            rad("Läkemedelsförmånen", Radslag::Rad, [Some(&contract::FORMANEN), None, None]),
            rad(&hepatit_c, Radslag::Rad, [Some(&contract::HEPATIT_C), None, None]),
            rad(
                "Summa",
                Radslag::Delsumma,
                [
                    Some(&contract::BRUTTO),
                    Some(&contract::ATERBARING_AVDRAG),
                    Some(&contract::NETTO),
                ],
            ),
            rad("Övrigt", Radslag::Rad, [None, None, Some(&contract::OVRIGT)]),
            rad("Totalt", Radslag::Summa, [None, None, Some(&contract::TOTALT)]),
        ],
        avrundade: Avrundade::default(),
    }
}

/// The grant per region, this year and last.
pub(super) fn tabell2(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::of(las, ar.to_string(), &contract::STATSBIDRAG, KR),
        Kolumn::of(las, (ar - 1).to_string(), &contract::FOREGAENDE_STATSBIDRAG, KR),
    ];
    let rubrik = format!("Statsbidrag per region {ar} och {}", ar - 1);
    regiontabell("tabell2", Some(2), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// How the need model has changed.
pub(super) fn tabell3(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::of(las, ar.to_string(), &contract::BEHOVSMODELL, KR),
        Kolumn::of(las, (ar - 1).to_string(), &contract::FOREGAENDE_BEHOVSMODELL, KR),
        Kolumn::of(las, "Förändring", &contract::BEHOVSMODELL_DIFFERENS, KR),
    ];
    let rubrik = format!("Behovsmodellens utfall {ar} och {}", ar - 1);
    regiontabell("tabell3", Some(3), (rubrik, "kr/inv"), Some("Riket"), &kolumner)
        .med_avrundning(&[(0, Tecken::Plus), (1, Tecken::Minus)], 2)
}

/// The outcome of solidarity financing, level by level.
pub(super) fn tabell4(las: &Lasning<'_>, ar: i32) -> Tabell {
    let mut kolumner = vec![
        Kolumn::of(las, (ar - 1).to_string(), &contract::FOREGAENDE_SOLIDARISKT_UTFALL, KR)
            .under("Utfall"),
        Kolumn::of(las, ar.to_string(), &contract::SOLIDARISKT_UTFALL, KR).under("Utfall"),
    ];
    let antal = las.fact(&contract::TRAPPSTEG);
    for (grupp, promise) in [
        ("Över medel", contract::SOLIDARISKT_OVERSKOTT),
        ("Ersättning", contract::SOLIDARISKT_ERSATTNING_NIVA),
    ] {
        for niva in 1..=antal {
            let rubrik = format!("Nivå {niva}");
            kolumner.push(Kolumn::of(las, rubrik, &promise.at(niva), KR).under(grupp));
        }
    }
    let forsta_ersattning = 2 + antal;
    let finansiering = kolumner.len();
    kolumner.push(Kolumn::alike(
        las,
        "Finansiering",
        &contract::SOLIDARISK_FINANSIERING_AVDRAG,
        KR,
    ));
    kolumner.push(Kolumn::of(las, "Netto", &contract::SOLIDARISKT_NETTO, KR));
    let termer: Vec<_> =
        (forsta_ersattning..=finansiering).map(|kolumn| (kolumn, Tecken::Plus)).collect();
    let rubrik = format!("Solidarisk finansiering, utfall {ar}");
    regiontabell("tabell4", Some(4), (rubrik, "kr/inv"), Some("Riket"), &kolumner)
        .med_avrundning(&termer, finansiering + 1)
}

/// Everything that makes the grant, on one page.
pub(super) fn tabell5(las: &Lasning<'_>) -> Tabell {
    let kolumner = [
        Kolumn::of(las, "Befolkning", &contract::BEFOLKNING, KR).i("invånare"),
        Kolumn::of(las, "Behovsmodell", &contract::BEHOVSMODELL, KR).i("kr/inv"),
        Kolumn::of(las, "Solidariskt", &contract::SOLIDARISKT_NETTO, KR).i("kr/inv"),
        Kolumn::of(las, "Statsbidrag", &contract::STATSBIDRAG_PER_INV, KR).i("kr/inv"),
        Kolumn::of(las, "Statsbidrag", &contract::STATSBIDRAG, KR).i("kr"),
    ];
    let rubrik = "Sammanställning av statsbidraget".to_owned();
    regiontabell("tabell5", Some(5), (rubrik, ""), Some("Totalt"), &kolumner)
        .med_avrundning(&[(1, Tecken::Plus), (2, Tecken::Plus)], 3)
}

/// Each region's change in kronor, by cause.
pub(super) fn forandring(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::of(las, "Befolkning", &contract::FORANDRING_BEFOLKNING, KR),
        Kolumn::of(las, "Nivå", &contract::FORANDRING_NIVA, KR),
        Kolumn::of(las, "Struktur", &contract::FORANDRING_STRUKTUR, KR),
        Kolumn::of(las, "Solidariskt", &contract::FORANDRING_SOLIDARISKT, KR),
        Kolumn::of(las, "Avrundning", &contract::FORANDRING_AVRUNDNING, KR),
        Kolumn::of(las, "Förändring", &contract::FORANDRING, KR),
    ];
    let rubrik = format!("Förändring {}–{ar} efter orsak", ar - 1);
    regiontabell("forandring", Some(6), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// Each region's change of the solidarity net, by cause.
pub(super) fn forandring_solidariskt(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::of(
            las,
            format!("Netto {}", ar - 1),
            &contract::FOREGAENDE_SOLIDARISKT_NETTO,
            EN_DECIMAL,
        ),
        Kolumn::of(las, "Egna kostnader", &contract::SOLIDARISKT_EGNA_KOSTNADER, EN_DECIMAL),
        Kolumn::of(las, "Landets kostnader", &contract::SOLIDARISKT_LANDETS_KOSTNADER, EN_DECIMAL),
        Kolumn::alike(
            las,
            "Finansiering",
            &contract::SOLIDARISKT_FINANSIERING_FORANDRING,
            EN_DECIMAL,
        ),
        Kolumn::of(las, format!("Netto {ar}"), &contract::SOLIDARISKT_NETTO, EN_DECIMAL)
            .utan_total(),
    ];
    let rubrik = format!("Solidariskt netto {}–{ar}, förändring efter orsak", ar - 1);
    regiontabell("forandring_solidariskt", Some(7), (rubrik, "kr/inv"), None, &kolumner)
        .med_avrundning(&[0, 1, 2, 3].map(|kolumn| (kolumn, Tecken::Plus)), 4)
}
