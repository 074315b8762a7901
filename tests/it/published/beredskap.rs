//! The follow-up of försörjningsberedskap against what was published of it: the agreements, the ledger,
//! the goals and the lists, as data, as words on paper and as cells of the workbook.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use statsbidrag::contract::beredskap as contract;
use statsbidrag::quantity::Exact;

use crate::published::tables::printed_text;
use crate::published::{compute, files, json};

const FILE: &str = "beredskap.json";

/// A figure of the country.
fn number(name: &str) -> Exact {
    let trace = &compute().report.trace;
    let id = trace.find(&format!("beredskap.2024.riket.{name}"));
    let node = trace.node(id.unwrap_or_else(|| panic!("there is no {name}")));
    node.value.exact().expect("a number")
}

/// A whole figure of the country.
fn country(name: &str) -> i64 {
    number(name).integer().expect("a whole number")
}

/// The paper as it is read: one space wherever there is white space, and no hyphens at line ends.
fn paper() -> String {
    let text = pdf_extract::extract_text_from_mem(&files()["beredskap.pdf"]).expect("text");
    let text: Vec<_> = text.split_whitespace().collect();
    text.join(" ").replace('\u{a0}', " ").replace("- ", "")
}

fn stands(sentences: &[&str]) {
    let paper = paper();
    for sentence in sentences {
        assert!(paper.contains(sentence), "{sentence:?} is not on paper: {paper}");
    }
}

/// A table's rows: heading, and printed cells; what is not known in words.
fn rows(place: &str) -> Vec<(String, Vec<String>)> {
    let json = json(FILE);
    let table = json.pointer(place).unwrap_or_else(|| panic!("there is no {place}"));
    let row = |row: &Value| {
        let cells = row["celler"].as_array().expect("cells").iter().enumerate();
        let cell = |(place, cell): (usize, &Value)| {
            if let Some(text) = cell["text"].as_str() {
                return text.replace('\u{a0}', " ");
            }
            let all_unknown = row["okanda"].as_array().cloned().unwrap_or_default();
            let unknown = all_unknown.iter().find(|unknown| unknown["kolumn"] == place);
            unknown.and_then(|unknown| unknown["text"].as_str()).unwrap_or_default().to_owned()
        };
        (row["rubrik"].as_str().expect("a heading").to_owned(), cells.map(cell).collect())
    };
    table["rader"].as_array().expect("rows").iter().map(row).collect()
}

fn shown_as(rows: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let text = |text: &&str| (*text).to_owned();
    rows.iter().map(|(heading, cells)| (text(heading), cells.iter().map(text).collect())).collect()
}

#[test]
fn the_agreements_their_periods_and_repayment() {
    assert_eq!(
        rows("/medel/perioder"),
        shown_as(&[
            ("2022", &["500,0", "0,0", "2022", "2024", "2025-03-31"]),
            ("2023", &["400,0", "2,0", "2023", "2025", "2026-03-31"]),
            ("2024", &["100,0", "0,0", "2024", "2025", "ej angivet"]),
            ("Totalt", &["1 000,0", "2,0", "", "", ""]),
        ])
    );
    stands(&[
        "2022 års överenskommelse gav regionerna 500 miljoner kronor och SKR inget. Medlen får användas 2022–2024.",
        "2023 års överenskommelse gav regionerna 400 miljoner kronor och SKR 2 miljoner.",
        "ska vara återbetalat senast den 31 mars 2026.",
        "Överenskommelsen anger ingen dag för återbetalning.",
    ]);
}

#[test]
fn the_ledger_of_the_follow_up() {
    for (name, mnkr) in [
        ("pott_2022", 500),
        ("tilldelat_2022", 500),
        ("anvant_2022_2022", 30),
        ("anvant_2022_2023", 260),
        ("anvant_2022", 290),
        ("kvar_2022", 210),
        ("tilldelat_2023", 400),
        ("kvar_2023", 400),
        ("tilldelat_2024", 100),
        ("kvar_2024", 100),
        ("kvar", 710),
    ] {
        assert_eq!(country(name), mnkr * 1_000_000, "{name}");
    }
    let json = json(FILE);
    assert_eq!(json["medel"]["kvar_exakt"], false, "the use of 2023's money is not known");
    assert_eq!(json["medel"]["okanda"], "2023");
    stands(&[
        "regionerna använt 290 av 500 miljoner kronor, eller 58,0 procent.",
        "Till och med 2023 hade regionerna använt 290 miljoner kronor, 30 miljoner under 2022 och 260 miljoner under 2023.",
        "För 2024–2025 har regionerna högst 710 miljoner kronor kvar.",
    ]);
}

/// The regions' sums as they are told in thousands of kronor, each to the krona.
#[test]
fn every_regions_ledger_adds_up() {
    let json = json(FILE);
    for place in [0, 1] {
        let table = &json["overenskommelser"][place]["liggare"];
        for row in table["rader"].as_array().expect("rows") {
            let kr: Vec<i64> = row["celler"]
                .as_array()
                .expect("cells")
                .iter()
                .filter(|cell| cell["enhet"] == "kr")
                .map(|cell| cell["varde"].as_i64().expect("whole kronor"))
                .collect();
            let (first, rest) = kr.split_first().expect("allocated");
            assert_eq!(*first, rest.iter().sum::<i64>(), "{}", row["rubrik"]);
        }
    }
    assert!(json["overenskommelser"][2]["liggare"].is_null(), "2024 had not begun");
}

#[test]
fn what_may_be_used_in_each_year() {
    assert_eq!(
        rows("/medel/disponibelt"),
        shown_as(&[
            ("2022 års medel", &["470,0", "210,0", ""]),
            ("2023 års medel", &["400,0", "400,0", "400,0"]),
            ("2024 års medel", &["", "100,0", "100,0"]),
            ("Totalt", &["870,0", "710,0", "500,0"]),
        ])
    );
    stands(&["Det gäller 2023 års medel 2024, 2023 års medel 2025 och 2024 års medel 2025."]);
}

#[test]
fn what_falls_due_and_when() {
    let rows = rows("/medel/forfaller");
    let expected = &shown_as(&[
        ("Dalarna", &["0", "11 036 280", "2 759 070"]),
        ("Totalt", &["210 000 000", "400 000 000", "100 000 000"]),
    ]);
    assert!(expected.iter().all(|row| rows.contains(row)), "{rows:?}");
    stands(&[
        "Används inget mer av 2022 års medel är det 210 miljoner kronor, som ska vara återbetalade senast den 31 mars 2025.",
        "Används inget mer av 2023 års medel är det högst 400 miljoner kronor, som ska vara återbetalade senast den 31 mars 2026.",
        "För 2024 års medel anger överenskommelsen ingen dag.",
    ]);
}

#[test]
fn about_sixty_percent_by_mean_and_median() {
    let percent = |name: &str| number(name).as_decimal(4);
    assert_eq!(percent("andel_anvand_medel_2022"), "0.6012");
    assert_eq!(percent("andel_anvand_median_2022"), "0.5944");
    assert_eq!(percent("andel_anvand_2022"), "0.5800");
    stands(&["Medelvärdet av regionernas andelar är 60,1 procent och medianen 59,4 procent."]);
}

/// Kronoberg has a single krona left: its share prints as all of it, and the paper says what that means.
#[test]
fn a_krona_left_is_not_everything_used() {
    assert_eq!(country("antal_anvant_allt_2022"), 3);
    let json = json(FILE);
    let utfall = &json["overenskommelser"][0]["utfall"];
    assert_eq!(utfall["anvant_allt"]["uppraknade"], "Kalmar, Dalarna och Västerbotten");
    assert_eq!(utfall["nastan_allt"]["uppraknade"], "Kronoberg");
    let liggare = rows("/overenskommelser/0/liggare");
    let kronoberg = liggare.iter().find(|(heading, _)| heading == "Kronoberg").expect("its row");
    assert_eq!(kronoberg.1, ["9 727 022", "560 000", "9 167 021", "1", "100,0"]);
    stands(&[
        "Allt har använts av tre regioner: Kalmar, Dalarna och Västerbotten.",
        "Andelen för Kronoberg är avrundad uppåt: en liten del av beloppet är inte använd.",
    ]);
}

#[test]
fn two_regions_miss_the_goal_of_akut_tandvard() {
    for (name, expected) in [
        ("antal_natt_intensivvard", 21),
        ("antal_missat_intensivvard", 0),
        ("antal_natt_prehospital_vard", 21),
        ("antal_missat_prehospital_vard", 0),
        ("antal_natt_akut_tandvard", 19),
        ("antal_missat_akut_tandvard", 2),
        ("veckor_minst_akut_tandvard", 2),
        ("mal_3_veckor", 4),
    ] {
        assert_eq!(country(name), expected, "{name}");
    }
    let paper = paper();
    assert_eq!(paper.matches("Samtliga regioner når målet.").count(), 2, "{paper}");
    stands(&[
        "skulle lagren senast den 31 december 2023 räcka i fyra veckor. Från början skulle målet vara nått senast den 31 december 2022.",
        "Målet nås inte av två regioner: Östergötland och Jämtland. Kortast tid räcker lagren i Jämtland, två veckor.",
        "Slutenvård som inte kan vänta (2023 års överenskommelse).",
        "I krig kan förbrukningen av vissa läkemedel vara många gånger högre.",
    ]);
}

/// The answers that were typed as intervals stand in the trace as their lowest, and in their cells as
/// they were typed.
#[test]
fn intervals_are_read_as_their_lowest() {
    let mut book = Xlsx::new(Cursor::new(include_bytes!("../../../inputs/2024/beredskap.xlsx")))
        .expect("a workbook");
    let sheet = book.worksheet_range("Veckor").expect("the answers");
    let written: BTreeSet<_> = sheet
        .cells()
        .filter_map(|(_, _, cell)| match cell {
            Data::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => {
                Some(text.clone())
            }
            _ => None,
        })
        .collect();
    let expected = ["2 till 3 veckor", "3–4 veckor", "5-6", "6–8 veckor", "8 veckor"];
    assert_eq!(written, expected.map(str::to_owned).into());
    let computed = compute();
    let view = computed.report.view(2024);
    for (region, vardtyp, lowest) in [
        ("stockholm", "prehospital_vard", "6"),
        ("uppsala", "intensivvard", "5"),
        ("ostergotland", "akut_tandvard", "3"),
        ("halland", "intensivvard", "8"),
        ("jamtland", "akut_tandvard", "2"),
    ] {
        let region = statsbidrag::region::Region::by_code(region).expect("a region");
        let veckor = view.in_region(region, &contract::VECKOR.at(vardtyp));
        assert_eq!(veckor.exact().as_decimal(0), lowest, "{region}");
    }
}

#[test]
fn the_two_lists_of_drugs() {
    assert_eq!(
        rows("/listor/tabell"),
        shown_as(&[
            ("2022 års lista", &["230", "", ""]),
            ("2023 års lista", &["893", "836", "57"])
        ])
    );
    stands(&[
        "2022 års lista hör till 2022 års överenskommelse och har 230 substanser. Alla dess substanser ingår i 2023 års lista.",
        "har 893 substanser. I en tidigare version (SOU 2021:19) hade den 836. Listan är daterad den 12 maj 2023 (S2022/04550).",
    ]);
}

#[test]
fn levels_civil_defence_and_reports() {
    stands(&[
        "Lagerhållningen är ordnad i fyra nivåer",
        "civilt försvar sedan 2018 och tilläggsöverenskommelser sedan 2022.",
        "Delrapport, som ska lämnas senast den 1 oktober 2024.",
        "Delrapport, som ska lämnas senast den 1 oktober 2025.",
        "Slutrapport, som ska lämnas senast den 1 mars 2026.",
    ]);
    let json = json(FILE);
    let levels = json["lager"]["pyramid"]["nivaer"].as_array().expect("levels");
    let name: Vec<_> = levels.iter().map(|level| level["namn"].as_str().expect("a name")).collect();
    assert_eq!(
        name,
        ["Dagligt lager", "Organisationens lager", "Nationellt lager", "Tillverkning"]
    );
}

/// The use of 2023's money was not asked about: no figure, a word in every row, no bar; and nowhere a
/// zero.
#[test]
fn what_was_not_asked_about_is_missing_and_never_zero() {
    let liggare = rows("/overenskommelser/1/liggare");
    assert_eq!(liggare.len(), 22);
    for (heading, cells) in liggare {
        assert_eq!(cells.get(1).map(String::as_str), Some("saknas"), "{heading}");
    }
    let json = json(FILE);
    let groups = json["medel"]["diagram"]["grupper"].as_array().expect("years");
    let states: Vec<Vec<_>> = groups
        .iter()
        .map(|group| {
            let parts = group["delar"].as_array().expect("parts").iter();
            parts.map(|part| part["siffra"]["text"].as_str().or(part["okand"].as_str())).collect()
        })
        .collect();
    let (missing, later) = (Some("uppgift saknas"), Some("redovisas senare"));
    assert_eq!(
        states,
        [
            vec![Some("30,0")],
            vec![Some("260,0"), missing],
            vec![later, later, later],
            vec![later, later],
        ]
    );
    let trace = &compute().report.trace;
    for name in ["anvant_2023_2023", "andel_anvand_2023"] {
        assert_eq!(trace.find(&format!("beredskap.2024.riket.{name}")), None, "{name}");
    }
    stands(&[
        "Regionerna har inte tillfrågats om hur mycket av 2023 års medel de använde under 2023. Uppgiften saknas alltså, och det är inte detsamma som noll.",
    ]);
    let mut book = Xlsx::new(Cursor::new(&files()["beredskap.xlsx"])).expect("a workbook");
    let sheet = book.worksheet_range("Tabell 5").expect("the ledger of 2023");
    let missing = sheet.cells().filter(|(.., cell)| **cell == Data::String("saknas".into()));
    assert_eq!(missing.count(), 22);
}

/// The workbook has the years as years, the days as days, and the money to the krona.
#[test]
fn the_workbook_holds_the_tables() {
    let mut book = Xlsx::new(Cursor::new(&files()["beredskap.xlsx"])).expect("a workbook");
    let name: Vec<_> = (1..=8).map(|number| format!("Tabell {number}")).collect();
    assert_eq!(book.sheet_names()[..8], name);
    let sheet = book.worksheet_range("Tabell 1").expect("the periods");
    let cell = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(5, 3), Data::Float(2022.0));
    assert!(matches!(cell(5, 5), Data::DateTime(_)), "{:?}", cell(5, 5));
    assert_eq!(cell(7, 5), Data::String("ej angivet".into()));
    let sheet = book.worksheet_range("Tabell 6").expect("what was allocated");
    let row = sheet.rows().find(|row| row[1] == Data::String("Stockholm".into())).expect("a row");
    let kr: Vec<_> = row.iter().skip(2).map(ToString::to_string).collect();
    assert_eq!(kr, ["115531176", "92424939", "23106237", "231062352"]);
    assert_eq!(printed_text(231_062_352).replace('\u{a0}', ""), kr[3]);
}

#[test]
fn what_the_follow_up_rests_on_is_said() {
    let json = json(FILE);
    assert_eq!(json["huvud"]["vilar_pa_exempel"], true);
    let sheet = json["huvud"]["exempelblad"].as_str().expect("sheets");
    assert_eq!(sheet, "Använda medel, Dokument, Personer och Veckor");
    let population = json["huvud"]["underlag"].as_array().expect("inputs").iter();
    let population =
        population.clone().find(|row| row["blad"] == "Befolkning").expect("the population");
    assert_eq!(population["per_datum"], "2021-12-31");
}
