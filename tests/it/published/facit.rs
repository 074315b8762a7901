//! What was published: the tables of the circular and of bilaga 4, row by row as printed, from the CSV
//! files in `tests/data` and, where they leave something out, from the documents themselves. Knows
//! nothing of the program.

use std::collections::BTreeMap;

/// A table as it should be printed.
pub(crate) struct Facit {
    /// Its place in the document's JSON.
    pub(crate) plats: &'static str,
    pub(crate) rader: Vec<Rad>,
    /// Which printed columns, with signs, should add to which, if any.
    pub(crate) summa: Option<(&'static [(usize, i64)], usize)>,
}

/// A row: its heading and its cells.
pub(crate) struct Rad {
    pub(crate) rubrik: String,
    pub(crate) celler: Vec<Option<i64>>,
}

/// A number as it is printed: no-break spaces between groups of three, a minus and no hyphen.
pub(crate) fn tryckt(tal: i64) -> String {
    let siffror = tal.unsigned_abs().to_string();
    let mut ut = String::new();
    for (plats, siffra) in siffror.chars().enumerate() {
        if plats > 0 && (siffror.len() - plats).is_multiple_of(3) {
            ut.push('\u{a0}');
        }
        ut.push(siffra);
    }
    if tal < 0 { format!("\u{2212}{ut}") } else { ut }
}

type Rader = Vec<BTreeMap<String, String>>;

fn csv(namn: &str) -> Rader {
    let fil = format!("{}/tests/data/{namn}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut las = csv::Reader::from_path(fil).expect("the fixture is there");
    let rader: Rader = las.deserialize().map(|rad| rad.expect("a row")).collect();
    assert_eq!(rader.len(), 21, "{namn}");
    rader
}

/// A region table: the named columns, or a value that is the same for all, and the last row.
fn regiontabell(
    plats: &'static str,
    rader: &Rader,
    kolumner: &[Result<&str, i64>],
    (rubrik, totalt): (&str, &[i64]),
) -> Facit {
    let rad = |rad: &BTreeMap<String, String>| {
        let cell = |kolumn: &Result<&str, i64>| match kolumn {
            Ok(namn) => rad[*namn].parse().expect("a whole number"),
            Err(samma) => *samma,
        };
        let celler = kolumner.iter().map(|kolumn| Some(cell(kolumn))).collect();
        Rad { rubrik: rad["region"].clone(), celler }
    };
    let sista =
        Rad { rubrik: rubrik.to_owned(), celler: totalt.iter().map(|tal| Some(*tal)).collect() };
    Facit { plats, rader: rader.iter().map(rad).chain([sista]).collect(), summa: None }
}

/// Tables 1–5.
pub(crate) fn cirkular() -> Vec<Facit> {
    let publicerat = csv("lakemedel-2024-publicerat");
    let tabell = |plats, kolumner: &[Result<&str, i64>], totalt| {
        regiontabell(plats, &publicerat, kolumner, totalt)
    };
    let kolumn = |namn: &str| -> i64 {
        publicerat.iter().map(|rad| rad[namn].parse::<i64>().expect("a whole number")).sum()
    };
    vec![
        tabell1(),
        tabell(
            "/statsbidrag/tabell2",
            &[Ok("statsbidrag_2024_kr"), Ok("statsbidrag_2023_brutto_kr")],
            ("Totalt", &[38_411_749_680, 35_474_962_540]),
        ),
        Facit {
            summa: Some((&[(0, 1), (1, -1)], 2)),
            ..tabell(
                "/behovsmodell/tabell3",
                &[
                    Ok("behovsmodell_kr_per_inv"),
                    Ok("behovsmodell_2023_kr_per_inv"),
                    Ok("behovsmodell_diff_kr_per_inv"),
                ],
                ("Riket", &[3_639, 3_378, 262]),
            )
        },
        Facit {
            // Nivå 2 reaches nobody; the financing is the same for all.
            summa: Some((&[(4, 1), (5, 1), (6, 1)], 7)),
            ..tabell(
                "/solidariskt/tabell4",
                &[
                    Ok("solidariskt_utfall_2023_kr_per_inv"),
                    Ok("solidariskt_utfall_2024_kr_per_inv"),
                    Ok("merkostnad_niva1_kr_per_inv"),
                    Err(0),
                    Ok("ersattning_niva1_kr_per_inv"),
                    Err(0),
                    Err(-19),
                    Ok("solidariskt_netto_kr_per_inv"),
                ],
                ("Riket", &[136, 141, 22, 0, 19, 0, -19, 0]),
            )
        },
        Facit {
            summa: Some((&[(1, 1), (2, 1)], 3)),
            ..tabell(
                "/statsbidrag/tabell5",
                &[
                    Ok("befolkning_2023_08_31"),
                    Ok("behovsmodell_kr_per_inv"),
                    Ok("solidariskt_netto_kr_per_inv"),
                    Ok("statsbidrag_kr_per_inv"),
                    Ok("statsbidrag_2024_kr"),
                ],
                ("Totalt", &[kolumn("befolkning_2023_08_31"), 3_639, 0, 3_639, 38_411_749_680]),
            )
        },
    ]
}

/// The agreement's amounts: only the sum has all three columns.
fn tabell1() -> Facit {
    let rad = |rubrik: &str, celler: [Option<i64>; 3]| Rad {
        rubrik: rubrik.to_owned(),
        celler: celler.to_vec(),
    };
    Facit {
        plats: "/overenskommelse/tabell1",
        rader: vec![
            rad("Läkemedelsförmånen", [Some(37_918), None, None]),
            rad("Hepatit C (70\u{a0}%)", [Some(402), None, None]),
            rad("Summa", [Some(38_320), Some(-1_510), Some(36_810)]),
            rad("Övrigt", [None, None, Some(1_620)]),
            rad("Totalt", [None, None, Some(38_430)]),
        ],
        summa: None,
    }
}

/// The annex: month, adjustment, May, June–November.
pub(crate) fn bilaga4() -> Vec<Facit> {
    vec![regiontabell(
        "/bilaga/tabell",
        &csv("bilaga4-2024"),
        &[
            Ok("statsbidrag_per_manad_kr"),
            Ok("justering_aterbaring_kr"),
            Ok("utbetalning_maj_kr"),
            Ok("utbetalning_juni_till_november_kr"),
        ],
        ("Totalt regioner", &[3_200_979_143, -754_188, 3_200_224_955, 3_200_979_143]),
    )]
}
