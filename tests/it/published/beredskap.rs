//! The follow-up of försörjningsberedskap against what was published of it: the agreements, the ledger,
//! the goals and the lists, as data, as words on paper and as cells of the workbook.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use statsbidrag::contract::beredskap as contract;
use statsbidrag::quantity::Exakt;

use crate::published::facit::tryckt;
use crate::published::{berakna, filer, json};

const FIL: &str = "beredskap.json";

/// A figure of the country.
fn tal(namn: &str) -> Exakt {
    let trace = &berakna().report.trace;
    let id = trace.find(&format!("beredskap.2024.riket.{namn}"));
    let node = trace.node(id.unwrap_or_else(|| panic!("there is no {namn}")));
    node.value.exakt().expect("a number")
}

/// A whole figure of the country.
fn riket(namn: &str) -> i64 {
    tal(namn).heltal().expect("a whole number")
}

/// The paper as it is read: one space wherever there is white space, and no hyphens at line ends.
fn papper() -> String {
    let text = pdf_extract::extract_text_from_mem(&filer()["beredskap.pdf"]).expect("text");
    let text: Vec<_> = text.split_whitespace().collect();
    text.join(" ").replace('\u{a0}', " ").replace("- ", "")
}

fn star(satser: &[&str]) {
    let papper = papper();
    for sats in satser {
        assert!(papper.contains(sats), "{sats:?} is not on paper: {papper}");
    }
}

/// A table's rows: heading, and printed cells; what is not known in words.
fn rader(plats: &str) -> Vec<(String, Vec<String>)> {
    let json = json(FIL);
    let tabell = json.pointer(plats).unwrap_or_else(|| panic!("there is no {plats}"));
    let rad = |rad: &Value| {
        let celler = rad["celler"].as_array().expect("cells").iter().enumerate();
        let cell = |(plats, cell): (usize, &Value)| {
            if let Some(text) = cell["text"].as_str() {
                return text.replace('\u{a0}', " ");
            }
            let okanda = rad["okanda"].as_array().cloned().unwrap_or_default();
            let okand = okanda.iter().find(|okand| okand["kolumn"] == plats);
            okand.and_then(|okand| okand["text"].as_str()).unwrap_or_default().to_owned()
        };
        (rad["rubrik"].as_str().expect("a heading").to_owned(), celler.map(cell).collect())
    };
    tabell["rader"].as_array().expect("rows").iter().map(rad).collect()
}

fn som(rader: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let text = |text: &&str| (*text).to_owned();
    rader.iter().map(|(rubrik, celler)| (text(rubrik), celler.iter().map(text).collect())).collect()
}

#[test]
fn the_agreements_their_periods_and_repayment() {
    assert_eq!(
        rader("/medel/perioder"),
        som(&[
            ("2022", &["500,0", "0,0", "2022", "2024", "2025-03-31"]),
            ("2023", &["400,0", "2,0", "2023", "2025", "2026-03-31"]),
            ("2024", &["100,0", "0,0", "2024", "2025", "ej angivet"]),
            ("Totalt", &["1 000,0", "2,0", "", "", ""]),
        ])
    );
    star(&[
        "2022 års överenskommelse gav regionerna 500 miljoner kronor och SKR inget. Medlen får användas 2022–2024.",
        "2023 års överenskommelse gav regionerna 400 miljoner kronor och SKR 2 miljoner.",
        "ska vara återbetalat senast den 31 mars 2026.",
        "Överenskommelsen anger ingen dag för återbetalning.",
    ]);
}

#[test]
fn the_ledger_of_the_follow_up() {
    for (namn, mnkr) in [
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
        assert_eq!(riket(namn), mnkr * 1_000_000, "{namn}");
    }
    let json = json(FIL);
    assert_eq!(json["medel"]["kvar_exakt"], false, "the use of 2023's money is not known");
    assert_eq!(json["medel"]["okanda"], "2023");
    star(&[
        "regionerna använt 290 av 500 miljoner kronor, eller 58,0 procent.",
        "30 miljoner kronor under 2022",
        "260 miljoner kronor under 2023",
        "För 2024–2025 har regionerna högst 710 miljoner kronor kvar.",
    ]);
}

/// The regions' sums as they are told in thousands of kronor, each to the krona.
#[test]
fn every_regions_ledger_adds_up() {
    let json = json(FIL);
    for plats in [0, 1] {
        let tabell = &json["overenskommelser"][plats]["liggare"];
        for rad in tabell["rader"].as_array().expect("rows") {
            let kr: Vec<i64> = rad["celler"]
                .as_array()
                .expect("cells")
                .iter()
                .filter(|cell| cell["enhet"] == "kr")
                .map(|cell| cell["varde"].as_i64().expect("whole kronor"))
                .collect();
            let (forsta, resten) = kr.split_first().expect("allocated");
            assert_eq!(*forsta, resten.iter().sum::<i64>(), "{}", rad["rubrik"]);
        }
    }
    assert!(json["overenskommelser"][2]["liggare"].is_null(), "2024 had not begun");
}

#[test]
fn what_may_be_used_in_each_year() {
    assert_eq!(
        rader("/medel/disponibelt"),
        som(&[
            ("2022 års medel", &["470,0", "210,0", ""]),
            ("2023 års medel", &["400,0", "400,0", "400,0"]),
            ("2024 års medel", &["", "100,0", "100,0"]),
            ("Totalt", &["870,0", "710,0", "500,0"]),
        ])
    );
    star(&["Det gäller 2023 års medel 2024, 2023 års medel 2025 och 2024 års medel 2025."]);
}

#[test]
fn what_falls_due_and_when() {
    let rader = rader("/medel/forfaller");
    let vantad = &som(&[
        ("Dalarna", &["0", "11 036 280", "2 759 070"]),
        ("Totalt", &["210 000 000", "400 000 000", "100 000 000"]),
    ]);
    assert!(vantad.iter().all(|rad| rader.contains(rad)), "{rader:?}");
    star(&[
        "Av 2022 års medel är det 210 miljoner kronor, senast den 31 mars 2025.",
        "Av 2023 års medel är det högst 400 miljoner kronor, senast den 31 mars 2026.",
        "För 2024 års medel anger överenskommelsen ingen dag.",
    ]);
}

#[test]
fn about_sixty_percent_by_mean_and_median() {
    let procent = |namn: &str| tal(namn).som_decimal(4);
    assert_eq!(procent("andel_anvand_medel_2022"), "0.6012");
    assert_eq!(procent("andel_anvand_median_2022"), "0.5944");
    assert_eq!(procent("andel_anvand_2022"), "0.5800");
    star(&["Medelvärdet av regionernas andelar är 60,1 procent och medianen 59,4 procent."]);
}

/// Kronoberg has a single krona left: its share prints as all of it, and the paper says what that means.
#[test]
fn a_krona_left_is_not_everything_used() {
    assert_eq!(riket("antal_anvant_allt_2022"), 3);
    let json = json(FIL);
    let utfall = &json["overenskommelser"][0]["utfall"];
    assert_eq!(utfall["anvant_allt"]["uppraknade"], "Kalmar, Dalarna och Västerbotten");
    assert_eq!(utfall["nastan_allt"]["uppraknade"], "Kronoberg");
    let liggare = rader("/overenskommelser/0/liggare");
    let kronoberg = liggare.iter().find(|(rubrik, _)| rubrik == "Kronoberg").expect("its row");
    assert_eq!(kronoberg.1, ["9 727 022", "560 000", "9 167 021", "1", "100,0"]);
    star(&[
        "Allt har använts av tre regioner: Kalmar, Dalarna och Västerbotten.",
        "För Kronoberg avrundas andelen till hela beloppet, men något är kvar.",
    ]);
}

#[test]
fn two_regions_miss_the_goal_of_akut_tandvard() {
    for (namn, vantat) in [
        ("antal_natt_intensivvard", 21),
        ("antal_missat_intensivvard", 0),
        ("antal_natt_prehospital_vard", 21),
        ("antal_missat_prehospital_vard", 0),
        ("antal_natt_akut_tandvard", 19),
        ("antal_missat_akut_tandvard", 2),
        ("veckor_minst_akut_tandvard", 2),
        ("mal_3_veckor", 4),
    ] {
        assert_eq!(riket(namn), vantat, "{namn}");
    }
    let papper = papper();
    assert_eq!(papper.matches("Samtliga regioner når målet.").count(), 2, "{papper}");
    star(&[
        "lagren räcka fyra veckor senast den 31 december 2023. Från början skulle målet ha nåtts den 31 december 2022.",
        "Målet nås inte av två regioner: Östergötland och Jämtland. Kortast tid räcker lagren i Jämtland, två veckor.",
        "Slutenvård som inte kan vänta (2023 års överenskommelse).",
        "I krig kan förbrukningen av vissa läkemedel vara många gånger högre.",
    ]);
}

/// The answers that were typed as intervals stand in the trace as their lowest, and in their cells as
/// they were typed.
#[test]
fn intervals_are_read_as_their_lowest() {
    let mut bok = Xlsx::new(Cursor::new(include_bytes!("../../../inputs/2024/beredskap.xlsx")))
        .expect("a workbook");
    let blad = bok.worksheet_range("Veckor").expect("the answers");
    let skrivna: BTreeSet<_> = blad
        .cells()
        .filter_map(|(_, _, cell)| match cell {
            Data::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => {
                Some(text.clone())
            }
            _ => None,
        })
        .collect();
    let vantade = ["2 till 3 veckor", "3–4 veckor", "5-6", "6–8 veckor", "8 veckor"];
    assert_eq!(skrivna, vantade.map(str::to_owned).into());
    let berakning = berakna();
    let las = berakning.report.lasning(2024);
    for (region, vardtyp, lagst) in [
        ("stockholm", "prehospital_vard", "6"),
        ("uppsala", "intensivvard", "5"),
        ("ostergotland", "akut_tandvard", "3"),
        ("halland", "intensivvard", "8"),
        ("jamtland", "akut_tandvard", "2"),
    ] {
        let region = statsbidrag::region::Region::med_id(region).expect("a region");
        let veckor = las.in_region(region, &contract::VECKOR.at(vardtyp));
        assert_eq!(veckor.exakt().som_decimal(0), lagst, "{region}");
    }
}

#[test]
fn the_two_lists_of_drugs() {
    assert_eq!(
        rader("/listor/tabell"),
        som(&[("2022 års lista", &["230", "", ""]), ("2023 års lista", &["893", "836", "57"])])
    );
    star(&[
        "2022 års lista hör till 2022 års överenskommelse och har 230 substanser. Alla dess substanser ingår i 2023 års lista.",
        "har 893 substanser. I en tidigare version (SOU 2021:19) hade den 836. Listan är daterad den 12 maj 2023 (S2022/04550).",
    ]);
}

#[test]
fn levels_civil_defence_and_reports() {
    star(&[
        "Lagerhållningen är ordnad i fyra nivåer",
        "civilt försvar sedan 2018 och tilläggsöverenskommelser sedan 2022.",
        "Delrapport senast den 1 oktober 2024.",
        "Delrapport senast den 1 oktober 2025.",
        "Slutrapport senast den 1 mars 2026.",
    ]);
    let json = json(FIL);
    let nivaer = json["lager"]["pyramid"]["nivaer"].as_array().expect("levels");
    let namn: Vec<_> = nivaer.iter().map(|niva| niva["namn"].as_str().expect("a name")).collect();
    assert_eq!(
        namn,
        ["Dagligt lager", "Organisationens lager", "Nationellt lager", "Tillverkning"]
    );
}

/// The use of 2023's money was not asked about: no figure, a word in every row, no bar; and nowhere a
/// nought.
#[test]
fn what_was_not_asked_about_is_missing_and_never_nought() {
    let liggare = rader("/overenskommelser/1/liggare");
    assert_eq!(liggare.len(), 22);
    for (rubrik, celler) in liggare {
        assert_eq!(celler.get(1).map(String::as_str), Some("saknas"), "{rubrik}");
    }
    let json = json(FIL);
    let grupper = json["medel"]["diagram"]["grupper"].as_array().expect("years");
    let lagen: Vec<Vec<_>> = grupper
        .iter()
        .map(|grupp| {
            let delar = grupp["delar"].as_array().expect("parts").iter();
            delar.map(|del| del["siffra"]["text"].as_str().or(del["okand"].as_str())).collect()
        })
        .collect();
    let (saknas, senare) = (Some("uppgift saknas"), Some("redovisas senare"));
    assert_eq!(
        lagen,
        [
            vec![Some("30,0")],
            vec![Some("260,0"), saknas],
            vec![senare, senare, senare],
            vec![senare, senare],
        ]
    );
    let trace = &berakna().report.trace;
    for namn in ["anvant_2023_2023", "andel_anvand_2023"] {
        assert_eq!(trace.find(&format!("beredskap.2024.riket.{namn}")), None, "{namn}");
    }
    star(&[
        "Regionerna har inte tillfrågats om hur mycket de använde under 2023. Uppgiften saknas alltså och är inte noll.",
    ]);
    let mut bok = Xlsx::new(Cursor::new(&filer()["beredskap.xlsx"])).expect("a workbook");
    let blad = bok.worksheet_range("Tabell 5").expect("the ledger of 2023");
    let saknas = blad.cells().filter(|(.., cell)| **cell == Data::String("saknas".into()));
    assert_eq!(saknas.count(), 22);
}

/// The workbook has the years as years, the days as days, and the money to the krona.
#[test]
fn the_workbook_holds_the_tables() {
    let mut bok = Xlsx::new(Cursor::new(&filer()["beredskap.xlsx"])).expect("a workbook");
    let namn: Vec<_> = (1..=8).map(|nummer| format!("Tabell {nummer}")).collect();
    assert_eq!(bok.sheet_names()[..8], namn);
    let blad = bok.worksheet_range("Tabell 1").expect("the periods");
    let cell = |rad, kolumn| blad.get_value((rad, kolumn)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(5, 3), Data::Float(2022.0));
    assert!(matches!(cell(5, 5), Data::DateTime(_)), "{:?}", cell(5, 5));
    assert_eq!(cell(7, 5), Data::String("ej angivet".into()));
    let blad = bok.worksheet_range("Tabell 6").expect("what was allocated");
    let rad = blad.rows().find(|rad| rad[1] == Data::String("Stockholm".into())).expect("a row");
    let kr: Vec<_> = rad.iter().skip(2).map(ToString::to_string).collect();
    assert_eq!(kr, ["115531176", "92424939", "23106237", "231062352"]);
    assert_eq!(tryckt(231_062_352).replace('\u{a0}', ""), kr[3]);
}

#[test]
fn what_the_follow_up_rests_on_is_said() {
    let json = json(FIL);
    assert_eq!(json["huvud"]["vilar_pa_exempel"], true);
    let blad = json["huvud"]["exempelblad"].as_str().expect("sheets");
    assert_eq!(blad, "Använda medel, Dokument, Personer och Veckor");
    let folk = json["huvud"]["underlag"].as_array().expect("inputs").iter();
    let folk = folk.clone().find(|rad| rad["blad"] == "Befolkning").expect("the population");
    assert_eq!(folk["per_datum"], "2021-12-31");
}
