//! The circular's tables: which columns, in which order, under which headings.

use super::{KR, MNKR};
use crate::report::delar::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad, Tecken};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Lasning, Visning};

/// Kronor per inhabitant to one decimal, where the parts are small.
const EN_DECIMAL: Visning = Visning::Decimaler(1);

/// The agreed net amount. No split of återbäring per component exists, so none is printed.
pub(super) fn tabell1(las: &Lasning<'_>) -> Tabell {
    let rad = |rubrik: &str, slag, celler: [Option<&str>; 3]| Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        slag,
        celler: celler.map(|namn| namn.map(|namn| las.riket(namn).som(MNKR))).to_vec(),
        gar_inte_ihop: false,
        okanda: Vec::new(),
    };
    let andel = las.riket("hepatit_c_andel").som(Visning::Procent(4));
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
            rad("Läkemedelsförmånen", Radslag::Rad, [Some("formanen"), None, None]),
            rad(&hepatit_c, Radslag::Rad, [Some("hepatit_c"), None, None]),
            rad(
                "Summa",
                Radslag::Delsumma,
                [Some("brutto"), Some("aterbaring_avdrag"), Some("netto")],
            ),
            rad("Övrigt", Radslag::Rad, [None, None, Some("ovrigt")]),
            rad("Totalt", Radslag::Summa, [None, None, Some("totalt")]),
        ],
        avrundade: Avrundade::default(),
    }
}

/// The grant per region, this year and last.
pub(super) fn tabell2(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::ny(las, ar.to_string(), "statsbidrag", KR),
        Kolumn::ny(las, (ar - 1).to_string(), "foregaende_statsbidrag", KR),
    ];
    let rubrik = format!("Statsbidrag per region {ar} och {}", ar - 1);
    regiontabell("tabell2", Some(2), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// How the need model has changed.
pub(super) fn tabell3(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::ny(las, ar.to_string(), "behovsmodell", KR),
        Kolumn::ny(las, (ar - 1).to_string(), "foregaende_behovsmodell", KR),
        Kolumn::ny(las, "Förändring", "behovsmodell_differens", KR),
    ];
    let rubrik = format!("Behovsmodellens utfall {ar} och {}", ar - 1);
    regiontabell("tabell3", Some(3), (rubrik, "kr/inv"), Some("Riket"), &kolumner)
        .med_avrundning(&[(0, Tecken::Plus), (1, Tecken::Minus)], 2)
}

/// The outcome of solidarity financing, level by level.
pub(super) fn tabell4(las: &Lasning<'_>, ar: i32) -> Tabell {
    let mut kolumner = vec![
        Kolumn::ny(las, (ar - 1).to_string(), "foregaende_solidariskt_utfall", KR).under("Utfall"),
        Kolumn::ny(las, ar.to_string(), "solidariskt_utfall", KR).under("Utfall"),
    ];
    let nivaer: Vec<_> =
        las.rader("trappsteg").into_iter().filter_map(|mut steg| steg.remove("niva")).collect();
    for (grupp, namn) in [("Över medel", "overskott"), ("Ersättning", "ersattning")] {
        for niva in &nivaer {
            let namn = format!("solidariskt_{namn}_niva{niva}");
            kolumner.push(Kolumn::ny(las, format!("Nivå {niva}"), &namn, KR).under(grupp));
        }
    }
    let forsta_ersattning = 2 + nivaer.len();
    let finansiering = kolumner.len();
    kolumner.push(Kolumn::lika(las, "Finansiering", "solidarisk_finansiering_avdrag", KR));
    kolumner.push(Kolumn::ny(las, "Netto", "solidariskt_netto", KR));
    let termer: Vec<_> =
        (forsta_ersattning..=finansiering).map(|kolumn| (kolumn, Tecken::Plus)).collect();
    let rubrik = format!("Solidarisk finansiering, utfall {ar}");
    regiontabell("tabell4", Some(4), (rubrik, "kr/inv"), Some("Riket"), &kolumner)
        .med_avrundning(&termer, finansiering + 1)
}

/// Everything that makes the grant, on one page.
pub(super) fn tabell5(las: &Lasning<'_>) -> Tabell {
    let kolumner = [
        Kolumn::ny(las, "Befolkning", "befolkning", KR).i("invånare"),
        Kolumn::ny(las, "Behovsmodell", "behovsmodell", KR).i("kr/inv"),
        Kolumn::ny(las, "Solidariskt", "solidariskt_netto", KR).i("kr/inv"),
        Kolumn::ny(las, "Statsbidrag", "statsbidrag_per_inv", KR).i("kr/inv"),
        Kolumn::ny(las, "Statsbidrag", "statsbidrag", KR).i("kr"),
    ];
    let rubrik = "Sammanställning av statsbidraget".to_owned();
    regiontabell("tabell5", Some(5), (rubrik, ""), Some("Totalt"), &kolumner)
        .med_avrundning(&[(1, Tecken::Plus), (2, Tecken::Plus)], 3)
}

/// Each region's change in kronor, by cause.
pub(super) fn forandring(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::ny(las, "Befolkning", "forandring_befolkning", KR),
        Kolumn::ny(las, "Nivå", "forandring_niva", KR),
        Kolumn::ny(las, "Struktur", "forandring_struktur", KR),
        Kolumn::ny(las, "Solidariskt", "forandring_solidariskt", KR),
        Kolumn::ny(las, "Avrundning", "forandring_avrundning", KR),
        Kolumn::ny(las, "Förändring", "forandring", KR),
    ];
    let rubrik = format!("Förändring {}–{ar} efter orsak", ar - 1);
    regiontabell("forandring", Some(6), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// Each region's change of the solidarity net, by cause.
pub(super) fn forandring_solidariskt(las: &Lasning<'_>, ar: i32) -> Tabell {
    let kolumner = [
        Kolumn::ny(las, format!("Netto {}", ar - 1), "foregaende_solidariskt_netto", EN_DECIMAL),
        Kolumn::ny(las, "Egna kostnader", "solidariskt_egna_kostnader", EN_DECIMAL),
        Kolumn::ny(las, "Landets kostnader", "solidariskt_landets_kostnader", EN_DECIMAL),
        Kolumn::lika(las, "Finansiering", "solidariskt_finansiering_forandring", EN_DECIMAL),
        Kolumn::ny(las, format!("Netto {ar}"), "solidariskt_netto", EN_DECIMAL).utan_total(),
    ];
    let rubrik = format!("Solidariskt netto {}–{ar}, förändring efter orsak", ar - 1);
    regiontabell("forandring_solidariskt", Some(7), (rubrik, "kr/inv"), None, &kolumner)
        .med_avrundning(&[0, 1, 2, 3].map(|kolumn| (kolumn, Tecken::Plus)), 4)
}
