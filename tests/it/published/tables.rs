//! What was published: the tables of the circular and of bilaga 4, row by row as printed, from the CSV
//! files in `tests/data` and, where they leave something out, from the documents themselves. Knows
//! nothing of the program.

use std::collections::BTreeMap;

/// A table as it should be printed.
pub(crate) struct PublishedFigures {
    /// Its place in the document's JSON.
    pub(crate) place: &'static str,
    pub(crate) rows: Vec<Row>,
    /// Which printed columns, with signs, should add to which, if any.
    pub(crate) sum: Option<(&'static [(usize, i64)], usize)>,
}

/// A row: its heading and its cells.
pub(crate) struct Row {
    pub(crate) heading: String,
    pub(crate) cells: Vec<Option<i64>>,
}

/// A number as it is printed: no-break spaces between groups of three, a minus and no hyphen.
pub(crate) fn printed_text(number: i64) -> String {
    let numbers = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (place, printed) in numbers.chars().enumerate() {
        if place > 0 && (numbers.len() - place).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(printed);
    }
    if number < 0 { format!("\u{2212}{out}") } else { out }
}

type Rows = Vec<BTreeMap<String, String>>;

fn csv(name: &str) -> Rows {
    let file = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut view = csv::Reader::from_path(file).expect("the fixture is there");
    let rows: Rows = view.deserialize().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 21, "{name}");
    rows
}

/// A region table: the named columns, or a value that is the same for all, and the last row.
fn region_table(
    place: &'static str,
    rows: &Rows,
    columns: &[Result<&str, i64>],
    (heading, in_total): (&str, &[i64]),
) -> PublishedFigures {
    let row = |row: &BTreeMap<String, String>| {
        let cell = |column: &Result<&str, i64>| match column {
            Ok(name) => row[*name].parse().expect("a whole number"),
            Err(same) => *same,
        };
        let cells = columns.iter().map(|column| Some(cell(column))).collect();
        Row { heading: row["region"].clone(), cells }
    };
    let last = Row {
        heading: heading.to_owned(),
        cells: in_total.iter().map(|number| Some(*number)).collect(),
    };
    PublishedFigures { place, rows: rows.iter().map(row).chain([last]).collect(), sum: None }
}

/// Tables 1–5.
pub(crate) fn cirkular() -> Vec<PublishedFigures> {
    let published_amount = csv("lakemedel-2024-publicerat");
    let table = |place, columns: &[Result<&str, i64>], in_total| {
        region_table(place, &published_amount, columns, in_total)
    };
    let column = |name: &str| -> i64 {
        published_amount.iter().map(|row| row[name].parse::<i64>().expect("a whole number")).sum()
    };
    vec![
        table1(),
        table(
            "/statsbidrag/tabell2",
            &[Ok("statsbidrag_2024_kr"), Ok("statsbidrag_2023_brutto_kr")],
            ("Totalt", &[38_411_749_680, 35_474_962_540]),
        ),
        PublishedFigures {
            sum: Some((&[(0, 1), (1, -1)], 2)),
            ..table(
                "/behovsmodell/tabell3",
                &[
                    Ok("behovsmodell_kr_per_inv"),
                    Ok("behovsmodell_2023_kr_per_inv"),
                    Ok("behovsmodell_diff_kr_per_inv"),
                ],
                ("Riket", &[3_639, 3_378, 262]),
            )
        },
        PublishedFigures {
            // Nivå 2 reaches nobody; the financing is the same for all.
            sum: Some((&[(4, 1), (5, 1), (6, 1)], 7)),
            ..table(
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
        PublishedFigures {
            sum: Some((&[(1, 1), (2, 1)], 3)),
            ..table(
                "/statsbidrag/tabell5",
                &[
                    Ok("befolkning_2023_08_31"),
                    Ok("behovsmodell_kr_per_inv"),
                    Ok("solidariskt_netto_kr_per_inv"),
                    Ok("statsbidrag_kr_per_inv"),
                    Ok("statsbidrag_2024_kr"),
                ],
                ("Totalt", &[column("befolkning_2023_08_31"), 3_639, 0, 3_639, 38_411_749_680]),
            )
        },
    ]
}

/// The agreement's amounts: only the sum has all three columns.
fn table1() -> PublishedFigures {
    let row = |heading: &str, cells: [Option<i64>; 3]| Row {
        heading: heading.to_owned(),
        cells: cells.to_vec(),
    };
    PublishedFigures {
        place: "/overenskommelse/tabell1",
        rows: vec![
            row("Läkemedelsförmånen", [Some(37_918), None, None]),
            row("Hepatit C (70\u{a0}%)", [Some(402), None, None]),
            row("Summa", [Some(38_320), Some(-1_510), Some(36_810)]),
            row("Övrigt", [None, None, Some(1_620)]),
            row("Totalt", [None, None, Some(38_430)]),
        ],
        sum: None,
    }
}

/// The annex: month, adjustment, May, June–November.
pub(crate) fn bilaga4() -> Vec<PublishedFigures> {
    vec![region_table(
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
