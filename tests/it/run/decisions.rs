//! Decisions of every kind in one folder: what each pays, to whom, and what its papers say.

use std::sync::OnceLock;

use statsbidrag::contract::beslut as contract;
use statsbidrag::grants::beslut::schema::WORKBOOK;
use statsbidrag::region::Region;
use statsbidrag::report::Report;

use crate::changed::{Changed, run};
use crate::data_2024::AR;
use crate::decisions::DECISIONS;
#[cfg(feature = "typeset")]
use crate::document_set::{self, DocumentSet};

/// All decisions beside the workbooks of 2024.
fn all() -> Changed {
    let named = DECISIONS.iter();
    named.map(|(name, fill)| (&WORKBOOK, WORKBOOK.file_named(name), fill())).collect()
}

fn report() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| run(all()).report)
}

/// What each recipient of a decision gets, in the order of its table.
fn amounts(name: &str) -> Vec<i64> {
    let view = report().view(AR);
    let recipients = view.fact(&contract::MOTTAGARE.at(name));
    let amount = |one: &contract::Mottagare| {
        view.in_place(&one.plats, &contract::BELOPP.at(name)).exact().integer().expect("kronor")
    };
    recipients.iter().map(amount).collect()
}

#[test]
fn every_decision_shares_out_its_pots_to_the_krona() {
    for (name, pot, count) in [
        ("sektorsbidrag", 3_000_000_000, 21),
        ("kvalitetsregister", 68_000_000, 21),
        ("fasta", 2_310_000, 21),
        ("tva-potter", 221_000_000, 21),
        ("justerat", 1_000_000, 21),
        ("kommuner", 400_000_000, 290),
        ("samverkan", 133_500_001, 6),
        ("grundbelopp", 50_000_000, 21),
        ("inom-granser", 60_000_000, 21),
        ("utkast", 3_000_000, 21),
    ] {
        let amounts = amounts(name);
        assert_eq!((amounts.iter().sum::<i64>(), amounts.len()), (pot, count), "{name}");
    }
}

/// Worked out here by hand, from the numbers of the fixtures.
#[test]
fn amounts_are_what_the_words_of_the_decision_come_to() {
    assert_eq!(amounts("fasta")[..3], [10_000, 20_000, 30_000]);
    // A third of the regions has one place each, a third two, a third three: 42 in all.
    let places = amounts("justerat");
    assert_eq!((places[0], places[1], places[2]), (23_810 + 2, 47_619, 71_429));
    assert_eq!(places[Region::find("Gotland").expect("a region").index()], 47_619 - 8);
    let base = amounts("grundbelopp");
    // 29 million by population: 2 455 914 of 10 557 682 inhabitants.
    assert_eq!(base[0], 1_000_000 + 6_745_941);
    let limited = amounts("inom-granser");
    assert!(limited.iter().all(|amount| (1_500_000..=6_000_000).contains(amount)), "{limited:?}");
    let at = |limit: i64| limited.iter().filter(|amount| **amount == limit).count();
    assert!(at(1_500_000) == 3 && at(6_000_000) == 3, "{limited:?}");
    let floor = amounts("kommuner");
    assert!(floor.iter().all(|amount| *amount >= 500_000) && floor.contains(&500_000));
    // 133 500 001 kronor by 8,5 and 18,3 percent; the first takes the krona that rounding leaves.
    let shares = amounts("samverkan");
    assert_eq!((shares[0], shares[5]), (11_347_500 + 1, 24_430_500));
    let two = amounts("tva-potter");
    let part = |number: usize| {
        let promise = contract::DELBELOPP.at(("tva-potter", number));
        let view = report().view(AR);
        view.in_place("stockholm", &promise).exact().integer().expect("kronor")
    };
    assert_eq!(two[0], part(1) + 1_000_000);
    let draft = amounts("utkast");
    // None, one, two, three projects in turn: thirty in all.
    assert_eq!(draft[..5], [0, 100_000, 200_000, 300_000, 0]);
}

#[cfg(feature = "typeset")]
fn set() -> &'static DocumentSet {
    static SET: OnceLock<DocumentSet> = OnceLock::new();
    SET.get_or_init(|| document_set::of(run(all())))
}

#[cfg(feature = "typeset")]
fn json(name: &str) -> serde_json::Value {
    serde_json::from_slice(&set().files[name]).expect("JSON")
}

#[cfg(feature = "typeset")]
fn paper(name: &str) -> String {
    let pdf = &set().files[&format!("{name}.pdf")];
    let text = pdf_extract::extract_text_from_mem(pdf).expect("text");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[cfg(feature = "typeset")]
#[test]
fn every_decision_says_what_its_workbook_says() {
    for (name, phrases) in [
        (
            "kvalitetsregister",
            &[
                "Regeringen beslutar att 68 000 000 kronor ska betalas ut till 21 mottagare.",
                "Mest får Stockholm, ",
                "av 10 557 682, räknade den 31 december 2023.",
                "Beloppet, 68 000 000 kronor, fördelas efter befolkningen den 31 december 2023.",
                "Alla belopp avrundas först nedåt till hela kronor.",
                "Medlen redovisas till Kammarkollegiet senast den 1 mars.",
            ][..],
        ),
        ("fasta", &["Beloppen är bestämda för varje region och står i tabell 1."]),
        (
            "tva-potter",
            &[
                "Det som fördelas, 221 000 000 kronor, är delat i två potter.",
                "Beloppet, 200 000 000 kronor, fördelas efter befolkning (den 31 december 2023) och behov",
            ],
        ),
        (
            "justerat",
            &[
                "Stockholm får 2 kronor mer: beslutets tabell har två kronor mer.",
                "Gotland får 8 kronor mindre: beslutets tabell har åtta kronor mindre.",
            ],
        ),
        (
            "kommuner",
            &["till 290 mottagare.", "Ingen kommun får mindre än 500 000 kronor.", "Kommun 290"],
        ),
        ("samverkan", &["läggs till beloppet till Norra.", "Samverkansmedel per samverkansregion"]),
        ("grundbelopp", &["får varje region först ett grundbelopp på 1 000 000 kronor"]),
        (
            "inom-granser",
            &[
                "Ingen region får mindre än 1 500 000 kronor.",
                "Ingen region får mer än 6 000 000 kronor.",
            ],
        ),
        (
            "utkast",
            &[
                "Det här är ett utkast.",
                "Beslut 7.1",
                "Socialstyrelsen beslutar att 3 000 000 kronor",
            ],
        ),
    ] {
        let paper = paper(&format!("beslut-{name}"));
        for phrase in phrases {
            assert!(paper.contains(phrase), "{name}: {phrase} not in {paper}");
        }
    }
}

/// A letter has a part for each decision that pays the region, and none for one that does not.
#[cfg(feature = "typeset")]
#[test]
fn a_letter_tells_of_every_decision_that_pays_the_region() {
    let named = |letter: &str| -> Vec<String> {
        let json = json(letter);
        let list = json["beslut"].as_array().expect("decisions").clone();
        list.iter().map(|one| one["medel"].as_str().expect("a text").to_owned()).collect()
    };
    let others = [
        "ersättning",
        "startmedel",
        "mätmedel",
        "stöd",
        "medel till kvalitetsregister",
        "sektorsbidrag",
        "cancermedel",
    ];
    assert_eq!(named("regionbesked-01-stockholm.json"), others, "Stockholm has no project");
    let mut with_projects = others.to_vec();
    with_projects.push("projektmedel");
    assert_eq!(named("regionbesked-03-uppsala.json"), with_projects);
}

/// The payment file of each decision sums to what it shares out, and nobody who gets nothing is in it.
#[cfg(feature = "typeset")]
#[test]
fn every_decision_has_its_payment_file() {
    for (name, _) in DECISIONS {
        let file = String::from_utf8(set().files[&format!("beslut-{name}.csv")].clone());
        let file = file.expect("UTF-8");
        let rows: Vec<Vec<&str>> = file.lines().map(|row| row.split(';').collect()).collect();
        let [_, payments @ .., last] = rows.as_slice() else { panic!("{file}") };
        let paid: Vec<i64> = payments.iter().map(|row| row[6].parse().expect("kronor")).collect();
        let expected: Vec<_> = amounts(name).into_iter().filter(|amount| *amount != 0).collect();
        assert_eq!(paid, expected, "{name}");
        assert_eq!(last[11], paid.len().to_string(), "{name}");
        assert_eq!(last[12], paid.iter().sum::<i64>().to_string(), "{name}");
        let decided = if *name == "utkast" { "utkast" } else { "beslutad" };
        assert!(rows[1..].iter().all(|row| row[10] == decided), "{name}");
    }
}
