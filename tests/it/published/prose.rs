//! What the documents say in words and single figures, against what was published.

use std::collections::BTreeSet;

use serde_json::Value;
use statsbidrag::quantity;

use crate::published::{compute, files, json};

/// The printed text at a place, with ordinary spaces.
fn printed_text(json: &Value, place: &str) -> String {
    let text = json.pointer(place).and_then(Value::as_str);
    text.unwrap_or_else(|| panic!("there is no {place}")).replace('\u{a0}', " ")
}

#[test]
fn single_figures_of_the_circular() {
    let json = json("cirkular.json");
    for (place, expected) in [
        ("/overenskommelse/komponenter/1/andel", "70"),
        ("/overenskommelse/aterbaring_andel", "40"),
        ("/avdrag/rader/0/belopp", "11 000 000"),
        ("/avdrag/rader/1/valuta/belopp", "361 305"),
        ("/avdrag/rader/1/valuta/kurs", "11,7638"),
        ("/avdrag/rader/1/belopp", "4 250 320"),
        ("/avdrag/rader/1/mnkr", "4,25"),
        ("/avdrag/rader/1/regleras/grans", "100 000"),
        ("/avdrag/rader/2/belopp", "3 000 000"),
        ("/avdrag/utbetalas", "38 411 749 680"),
        ("/vinst_forlust/grupper/0/bas", "36 810"),
        ("/vinst_forlust/grupper/0/grans_nedre", "35 705,7"),
        ("/vinst_forlust/grupper/0/grans_ovre", "37 914,3"),
        ("/vinst_forlust/grans_andel", "3"),
        ("/vinst_forlust/grupper/0/statens_andel", "50"),
        ("/statsbidrag/foregaende", "35 474 962 540"),
        ("/behovsmodell/medel", "3 639"),
        ("/behovsmodell/medel_foregaende", "3 378"),
        ("/behovsmodell/nivaeffekt/siffra", "262"),
        ("/solidariskt/kostnad", "1 488"),
        ("/solidariskt/kostnad_forandring/siffra", "4"),
        ("/solidariskt/medel", "141"),
        ("/solidariskt/medel_foregaende", "136"),
        ("/solidariskt/medel_forandring/siffra", "5"),
        ("/solidariskt/trappa/1/fran", "271"),
        ("/solidariskt/trappa/1/fran_foregaende", "261"),
        ("/solidariskt/finansiering", "19"),
        ("/solidariskt/trappa/0/ersattning", "85"),
        ("/solidariskt/trappa/1/ersattning", "90"),
    ] {
        assert_eq!(printed_text(&json, &format!("{place}/text")), expected, "{place}");
    }
}

#[test]
fn words_of_the_circular() {
    let json = json("cirkular.json");
    for (place, expected) in [
        ("/solidariskt/over_medel/antal_i_ord", "fem"),
        (
            "/solidariskt/over_medel/uppraknade",
            "Stockholm, Uppsala, Gävleborg, Västerbotten och Norrbotten",
        ),
        ("/solidariskt/nivaer/0/niva", "2"),
        ("/solidariskt/nivaer/0/regioner/antal_i_ord", "noll"),
        ("/solidariskt/kostnad_forandring/riktning", "upp"),
        ("/solidariskt/period_fran", "oktober 2022"),
        ("/solidariskt/period_till", "september 2023"),
        ("/behovsmodell/antal_grupper", "22"),
        ("/behovsmodell/grupp_datum/iso", "2021-12-31"),
        ("/statsbidrag/befolkning_datum/iso", "2023-08-31"),
        ("/utbetalning/efterslap_i_ord", "två"),
        ("/utbetalning/forsta_betalningsmanad", "mars 2024"),
        ("/utbetalning/sista_betalningsmanad", "februari 2025"),
        ("/vinst_forlust/avraknas", "januari 2025"),
        ("/vinst_forlust/regleras", "mars 2025"),
        ("/avdrag/rader/1/regleras/senast", "februari 2025"),
        ("/overenskommelse/prognos_socialstyrelsen/iso", "2023-10-30"),
        ("/overenskommelse/prognos_tlv/iso", "2023-11-17"),
        ("/overenskommelse/godkand_skr/iso", "2023-12-15"),
        ("/overenskommelse/godkand_regeringen/iso", "2023-12-20"),
    ] {
        assert_eq!(printed_text(&json, place), expected, "{place}");
    }
    assert_eq!(json["statsbidrag"]["brott_brutto_netto"], true);
    assert_eq!(json["vinst_forlust"]["flera"], false, "they are settled together");
    assert_eq!(json["vinst_forlust"]["foregaende"], "var_for_sig");
}

#[test]
fn single_figures_and_days_of_the_annex() {
    let json = json("bilaga-4.json");
    for (place, expected) in [
        ("rubrik", "Bilaga 4: utbetalning i maj–november 2024 för kostnader i mars–september 2024"),
        ("residual/riktning", "upp"),
        ("residual/storlek", "36"),
        ("arsbelopp/text", "38 411 749 680"),
        ("justeringar/0/slag", "aterbaring_slutlig"),
        ("justeringar/0/manad", "maj 2024"),
        ("justeringar/0/totalt/siffra/text", "−754 188"),
        ("justeringar/0/aterbaring_andel/text", "30"),
        ("betalningsmanader", "maj–november 2024"),
        ("kostnadsmanader", "mars–september 2024"),
        ("justerade/0/manad", "maj 2024"),
        ("justerade/0/uppraknade", "Justering återbäring"),
        ("ovriga_manader", "juni–november 2024"),
        ("residual_manad", "februari 2025"),
        ("avtal/diarienummer", "S2023/03332"),
        // Seven months and the adjustment.
        ("summa/text", "22 406 099 813"),
        ("tabell/kolumner/0/rubrik", "Statsbidrag per månad"),
        ("tabell/kolumner/1/rubrik", "Justering återbäring"),
        ("tabell/kolumner/2/rubrik", "maj 2024\nför kostnader i\nmars 2024"),
        (
            "tabell/kolumner/3/rubrik",
            "juni–november 2024\nför kostnader i\napril–september 2024,\nper månad",
        ),
    ] {
        assert_eq!(printed_text(&json, &format!("/bilaga/{place}")), expected, "{place}");
    }
    let days: Vec<_> = json["bilaga"]["betalningar"]
        .as_array()
        .expect("payments")
        .iter()
        .map(|payment| printed_text(payment, "/dag/iso"))
        .collect();
    assert_eq!(days, DAYS[4..11]);
}

/// The days of payment in 2024.
const DAYS: [&str; 12] = [
    "2024-01-02",
    "2024-02-01",
    "2024-03-01",
    "2024-04-02",
    "2024-05-02",
    "2024-06-03",
    "2024-07-01",
    "2024-08-01",
    "2024-09-02",
    "2024-10-01",
    "2024-11-01",
    "2024-12-02",
];

/// What the letter says of its annexes: which there are, what they pay and by which agreement.
#[test]
fn the_letter_refers_to_the_four_annexes() {
    let json = json("regleringsbrev.json");
    let bilagor = json["brev"]["bilagor"].as_array().expect("annexes");
    let found: Vec<_> = bilagor
        .iter()
        .map(|bilaga| {
            [
                "/betalningsmanader",
                "/kostnadsmanader",
                "/avtal/regeringsbeslut",
                "/avtal/datum/iso",
                "/avtal/diarienummer",
            ]
            .map(|place| printed_text(bilaga, place))
        })
        .collect();
    assert_eq!(
        found,
        [
            ["januari 2024", "november 2023", "II:6", "2023-01-26", "S2023/00375"],
            ["februari 2024", "december 2023", "II:6", "2023-01-26", "S2023/00375"],
            ["mars–april 2024", "januari–februari 2024", "II:2", "2023-12-20", "S2023/03332"],
            ["maj–november 2024", "mars–september 2024", "II:2", "2023-12-20", "S2023/03332"],
        ]
    );
    for (place, expected) in [
        ("antal_bilagor_i_ord", "fyra"),
        ("beslut/nummer", "II:1"),
        ("beslut/datum/iso", "2024-04-18"),
        ("beslut/diarienummer", "S2024/00851"),
        ("utanfor/betalningsmanader", "december 2024"),
        ("utanfor/kostnadsmanader", "oktober 2024"),
        ("medel/0/belopp/text", "11 000 000"),
        ("medel/1/valuta/belopp/text", "361 305"),
        ("medel/1/valuta/kurs/text", "11,7638"),
        ("medel/1/belopp/text", "4 250 320"),
        ("medel/2/belopp/text", "3 000 000"),
        ("medel/2/rekvireras_senast/iso", "2024-12-01"),
        ("medel/2/redovisas_senast/iso", "2025-03-31"),
    ] {
        assert_eq!(printed_text(&json, &format!("/brev/{place}")), expected, "{place}");
    }
}

/// A figure of the country as a decimal string.
fn country(name: &str, decimals: u32) -> String {
    let computed = compute();
    let trace = &computed.report.trace;
    let by = |grant: &str| trace.find(&format!("{grant}.2024.riket.{name}"));
    let id = by("lakemedel").or_else(|| by("regleringsbrev"));
    let value = &trace.node(id.unwrap_or_else(|| panic!("there is no {name}"))).value;
    match value {
        quantity::Value::Datum(day) => day.to_string(),
        value => value.exact().expect("a number").as_decimal(decimals),
    }
}

#[test]
fn unrounded_figures_that_were_published() {
    assert_eq!(country("behovsmodell", 4), "3639.3056");
    let finansiering = country("solidarisk_finansiering", 3);
    assert!(("18.606".."18.696").contains(&finansiering.as_str()), "{finansiering}");
}

#[test]
fn the_twelve_days_of_payment() {
    for (month, day) in (1..).zip(DAYS) {
        assert_eq!(country(&format!("betalningsdag_2024_{month:02}"), 0), day);
    }
}

/// What rests on the sheets that hold examples says so.
#[test]
fn what_the_documents_rest_on_is_said() {
    // The circular prints its issuer's organisation number, which nobody has confirmed; the plan the
    // regions'.
    for (file, weakest_of) in [
        ("cirkular.json", "ej bekräftad"),
        ("bilaga-3.json", "exempel"),
        ("bilaga-4.json", "exempel"),
        ("regleringsbrev.json", "exempel"),
        ("regleringsbrev-samlat.json", "exempel"),
        ("betalningsplan.json", "ej bekräftad"),
    ] {
        let json = json(file);
        assert_eq!(json["huvud"]["status"], weakest_of, "{file}");
        assert_eq!(json["huvud"]["vilar_pa_exempel"], true, "{file}");
        let rows = json["huvud"]["underlag"].as_array().expect("inputs");
        let example: BTreeSet<_> = rows
            .iter()
            .filter(|row| row["status"] == "exempel")
            .map(|row| row["blad"].as_str().expect("a sheet"))
            .collect();
        assert!(example.contains("Prislappar"), "{file} rests on {example:?}");
    }
}

/// Annex 1 is a twelfth of last year's published grant: it rests on nothing made up, and is not marked.
#[test]
fn the_first_annex_rests_on_no_example() {
    let head = &json("bilaga-1.json")["huvud"];
    assert_eq!(head["status"], "fastställd");
    assert_eq!(head["vilar_pa_exempel"], false);
    let text = pdf_extract::extract_text_from_mem(&files()["bilaga-1.pdf"]).expect("text");
    assert!(!text.contains("EXEMPEL") && !text.contains("exempel"), "{text}");
    // The second deducts a forecast that was made up, and says where.
    let head = &json("bilaga-2.json")["huvud"];
    assert_eq!(head["status"], "exempel");
    let text = pdf_extract::extract_text_from_mem(&files()["bilaga-2.pdf"]).expect("text");
    assert_eq!(text.matches("EXEMPEL").count(), 2, "on both pages: {text}");
}

/// Every object that states a figure.
fn numbers<'a>(value: &'a Value, into: &mut Vec<&'a Value>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| numbers(part, into)),
        Value::Object(field) => {
            if field.contains_key("varde") {
                into.push(value);
            }
            field.values().for_each(|part| numbers(part, into));
        }
        _ => {}
    }
}

#[test]
fn every_figure_has_its_id_unit_and_status() {
    for file in ["cirkular.json", "bilaga-1.json", "bilaga-4.json", "betalningsplan.json"] {
        let json = json(file);
        let mut all = Vec::new();
        numbers(&json, &mut all);
        assert!(all.len() > 40, "{file} states {} figures", all.len());
        for number in all {
            let field = |name: &str| number[name].as_str().unwrap_or_default();
            let grant = field("id").split_once(".2024.").map(|(grant, _)| grant);
            assert!(matches!(grant, Some("lakemedel" | "regleringsbrev")), "{file}: {number}");
            assert!(!field("enhet").is_empty() && !field("status").is_empty(), "{file}: {number}");
        }
    }
}
