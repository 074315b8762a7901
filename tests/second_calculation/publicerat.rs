//! The country of 2024, straight from the published and reconstructed figures, without a workbook: the
//! second calculation too must give every published krona.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use statsbidrag::figure::Status;

use crate::land::{
    ANTAL, Avgift, Avtal, Belopp, Brev, Fore, GRUPPER, Grupper, Land, REGIONER, Regioner, Rest,
    Steg,
};
use crate::{jamfor, motorn, rakning};

/// The rows of a fixture, by heading.
fn csv(namn: &str) -> Vec<BTreeMap<String, String>> {
    let fil = format!("{}/tests/data/{namn}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut las = csv::Reader::from_path(fil).expect("the fixture is there");
    las.deserialize().map(|rad| rad.expect("a row")).collect()
}

pub(crate) fn kolumn<T: std::str::FromStr>(namn: &str, rubrik: &str) -> Regioner<T> {
    let rader = csv(namn);
    assert_eq!(rader.len(), ANTAL);
    std::array::from_fn(|plats| {
        rader[plats][rubrik].parse().unwrap_or_else(|_| panic!("{namn}, {rubrik}, row {plats}"))
    })
}

fn grupper() -> Grupper {
    let rader = csv("lakemedel-2024-behovsmodell-grupper");
    assert_eq!(rader.len(), GRUPPER);
    let namn: Vec<_> = csv("regioner").iter().map(|rad| rad["kortnamn"].clone()).collect();
    Grupper {
        antal: std::array::from_fn(|r| {
            std::array::from_fn(|g| rader[g][&namn[r]].parse().expect("people"))
        }),
        prislapp: std::array::from_fn(|g| rader[g]["prislapp_kr"].parse().expect("kronor")),
    }
}

fn trappa(ovre: i64) -> Vec<Steg> {
    let steg = |fran, procent| Steg { fran, procent: Decimal::from(procent) };
    vec![steg(None, 85), steg(Some(Decimal::from(ovre)), 90)]
}

/// What the documents say about 2024.
fn land() -> Land {
    let fore = "lakemedel-2023-foregaende-ar";
    Land {
        ar: 2024,
        avtal: Avtal {
            formanen: 37_918.into(),
            hepatit_c: 402.into(),
            aterbaring: 1_510.into(),
            ovrigt: 1_620.into(),
            sol: 11_000_000,
            skr: 3_000_000,
            ihsi_eur: 361_305.into(),
            ihsi_kurs: Decimal::new(117_638, 4),
            grans: 3.into(),
            rest: Rest::Ingen,
        },
        folk: kolumn("lakemedel-2024-publicerat", "befolkning_2023_08_31"),
        grupper: Some(grupper()),
        utfall: None,
        kostnad: kolumn("lakemedel-2024-solidariska-kostnader", "summa_kr"),
        trappa: trappa(271),
        fore: Fore {
            folk: kolumn(fore, "befolkning_2022_08_31_harledd"),
            behov: kolumn(fore, "behovsmodell_kr_per_inv_harledd"),
            netto: kolumn(fore, "solidariskt_netto_kr_per_inv_harledd"),
            bidrag: kolumn(fore, "statsbidrag_kr_publicerat"),
            kostnad: 1_432_843_146,
            // What every region below the mean had to pay.
            finansiering: Decimal::new(174_648, 4),
            trappa: trappa(261),
        },
        efterslap: 2,
        brev: brev(),
    }
}

/// The decision for 2024; the appropriation is not known, and profit and loss as the example has it.
fn brev() -> Brev {
    let fil = "regleringsbrev-2024-justeringar";
    Brev {
        lordag: false,
        anslag: vec![39_000_000],
        bilagor: vec![(1, 1), (2, 2), (3, 4), (5, 11)],
        placeras: [false, false],
        justeringar: vec![
            ("aterbaring_prognos", 2),
            ("ihsi", 2),
            ("vinst_forlust_formanen", 3),
            ("vinst_forlust_hepatit_c", 3),
            ("aterbaring_slutlig", 5),
        ],
        belopp: Belopp {
            statens_andel: Some(kolumn(fil, "statens_andel_aterbaring_prognos_2023_kr")),
            ihsi: Some(kolumn(fil, "ihsi_valutakorrigering_kr")),
            formanen: Some(kolumn(fil, "vinst_forlust_formanen_2023_kr")),
            hepatit_c: Some(kolumn(fil, "vinst_forlust_hepc_2023_kr")),
            differens: Some(kolumn(fil, "aterbaring_slutlig_minus_prognos_2023_kr_harledd")),
            andel: Some(30.into()),
            avgift: Some(Avgift {
                preliminar: 3_950_000,
                slutlig: 3_786_786,
                grans: 100_000,
                rest: Rest::Storst,
            }),
            ..Belopp::default()
        },
        medgivna: Vec::new(),
    }
}

#[test]
fn both_calculations_give_the_published_kronor_of_2024() {
    let land = land();
    let jamfort = jamfor(&land).expect("the calculations agree");
    assert!(jamfort > 600, "only {jamfort} figures were compared");
    assert!(motorn(&land, |_| Status::Faststalld).1.is_empty());
    let svar = rakning::rakna(&land);
    let helt = |namn: String| match &svar.figurer[&namn] {
        rakning::Tal::Helt(tal) => *tal,
        annat => panic!("{namn} is {annat:?}"),
    };
    let publicerade = kolumn::<i64>("lakemedel-2024-publicerat", "statsbidrag_2024_kr");
    for (region, publicerat) in REGIONER.iter().zip(publicerade) {
        assert_eq!(helt(format!("lakemedel.2024.{region}.statsbidrag")), publicerat, "{region}");
    }
    for (namn, kolumnen) in [
        ("manadsbelopp_2024", "statsbidrag_per_manad_kr"),
        ("justering_aterbaring_slutlig", "justering_aterbaring_kr"),
        ("utbetalning_2024_05", "utbetalning_maj_kr"),
        ("utbetalning_2024_06", "utbetalning_juni_till_november_kr"),
        ("utbetalning_2024_11", "utbetalning_juni_till_november_kr"),
    ] {
        for (region, publicerat) in REGIONER.iter().zip(kolumn::<i64>("bilaga4-2024", kolumnen)) {
            assert_eq!(
                helt(format!("regleringsbrev.2024.{region}.{namn}")),
                publicerat,
                "{region}"
            );
        }
    }
    for (namn, publicerat) in [
        ("lakemedel.2024.riket.statsbidrag", 38_411_749_680),
        ("lakemedel.2024.riket.ihsi", 4_250_320),
        ("regleringsbrev.2024.riket.manadsbelopp_2024", 3_200_979_143),
        ("regleringsbrev.2024.riket.justering_aterbaring_slutlig", -754_188),
        ("regleringsbrev.2024.riket.manader_residual_2024", 36),
        ("regleringsbrev.2024.riket.manader_residual_2023", -28),
        ("regleringsbrev.2024.riket.aret", 36_697_844_208),
    ] {
        assert_eq!(helt(namn.to_owned()), publicerat, "{namn}");
    }
}
