//! The papers of `diff`: the comparison, and the correction of a decision; and what is said of a correction that cannot be.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde_json::Value;
use statsbidrag::comparison::rattelse::WORKBOOK;
use statsbidrag::figure::Status;
use statsbidrag::grants::beslut;
use statsbidrag::report::Published;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom, scaffold};

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::published_schemas;
use crate::rendering::{says, text as text_of};
use crate::run::diff::{Sets, diff, kronor, list, sets};
use crate::run::{integer, text};

fn assert_valid(name: &str, json: &Value) {
    let schema = &published_schemas::schemas()[&format!("{name}.schema.json")];
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    assert!(jsonschema::is_valid(&schema, json), "{name} follows its schema");
}

fn json(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&fs::read(folder.join(name)).expect("a file")).expect("JSON")
}

/// `diff --out`, of the older set and the newer one.
pub(crate) fn papers(sets: &Sets, out: &Path, flags: &[&str]) -> Svar {
    let out = out.display().to_string();
    diff(&sets.older(), &sets.newer(), &[&["--out", &out], flags].concat())
}

/// One of the papers as data: of the two sets, and of the correction that [`words`] words.
pub(crate) fn sample(id: &str) -> Published {
    static PLACES: OnceLock<[PathBuf; 2]> = OnceLock::new();
    let places = PLACES.get_or_init(|| {
        let comparison = sets().beside("jämförelsen");
        let answer = papers(sets(), &comparison, &[]);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        let (answer, correction) = corrected("rättelsen", &words(|_| ()));
        assert_eq!(answer.code, Some(0), "{answer:?}");
        [comparison, correction]
    });
    let path = places.iter().map(|place| place.join(format!("{id}.json")));
    let path = path.into_iter().find(|path| path.is_file()).expect("the paper");
    let bytes = fs::read(path).expect("a file");
    Published { value: serde_json::from_slice(&bytes).expect("JSON"), bytes }
}

#[test]
fn a_comparison_is_a_paper_a_workbook_and_data() {
    let sets = sets();
    let out = sets.beside("jämförelse");
    let answer = papers(sets, &out, &[]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let made = files(&out);
    let names: Vec<_> = made.keys().map(String::as_str).collect();
    let papers_of_it = ["jamforelse.json", "jamforelse.pdf", "jamforelse.xlsx"];
    assert_eq!(names, [&["diff.json"], &papers_of_it[..], &["manifest.json"]].concat());
    assert_valid("diff", &json(&out, "diff.json"));
    let own = json(&out, "jamforelse.json");
    assert_valid("jamforelse", &own);
    let pages = text_of(&made["jamforelse.pdf"]);
    says(
        &pages,
        &[
            "Jämförelse av två körningar för 2024",
            "Befolkning",
            "Vad skillnaderna kommer av",
            "Parametrar",
        ],
    );
    // All parameters, old and new, are on one page: the last.
    let rows = |name: &str| own[name]["rader"].as_array().map_or(0, Vec::len);
    assert!(rows("parametrar_lika") > 50, "{} parameters", rows("parametrar_lika"));
    // Once more gives the same bytes, and a folder that is there is left alone.
    let again = sets.beside("jämförelse igen");
    assert_eq!(papers(sets, &again, &[]).code, Some(0));
    assert_eq!(files(&again), made);
    fs::write(out.join("eget.txt"), "eget").expect("a file");
    let refused = papers(sets, &out, &[]);
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert_eq!(fs::read(out.join("eget.txt")).expect("a file"), b"eget");
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> CellValue {
    CellValue::Datum(NaiveDate::from_ymd_opt(year, month, day).expect("a date"))
}

/// The workbook of a correction, changed.
pub(crate) fn words(change: impl FnOnce(&mut Fill)) -> Vec<u8> {
    let from = || FilledFrom::new("Socialdepartementet", Status::Faststalld);
    let mut fill = Fill::new();
    for (id, value) in [
        ("ar", integer(2024)),
        ("avser", text("regleringsbrev")),
        ("myndighet", text("Regeringen")),
        ("departement", text("Socialdepartementet")),
        ("mottagare", text("Kammarkollegiet")),
        ("nummer", text("II:3")),
        ("datum", day(2024, 7, 4)),
        ("diarienummer", text("S2024/01400")),
        ("rattar_namn", text("ändringen av regleringsbrevet för anslag 1:5")),
        ("rattar_datum", day(2024, 4, 18)),
        ("rattar_diarienummer", text("S2024/00851")),
        ("regleras", day(2024, 8, 20)),
    ] {
        fill.item("Rättelse", id, value, from());
    }
    fill.row("Skäl", [("stycke", text("Folkmängden i Uppsala län var fel i underlaget."))]);
    fill.filled_from("Skäl", "stycke", from());
    fill.row("Undertecknare", [("namn", text("Socialministern")), ("roll", text("statsråd"))]);
    for id in ["namn", "roll"] {
        fill.filled_from("Undertecknare", id, from());
    }
    change(&mut fill);
    scaffold(&WORKBOOK, 2024, &fill).expect("a workbook")
}

/// `diff --rattelse` with a workbook, in a folder of its own.
fn corrected(place: &str, book: &[u8]) -> (Svar, PathBuf) {
    let sets = sets();
    let folder = sets.beside(place);
    fs::create_dir_all(&folder).expect("a folder");
    let (path, out) = (folder.join("rattelse.xlsx"), folder.join("ut"));
    fs::write(&path, book).expect("a file");
    let answer = papers(sets, &out, &["--rattelse", &path.display().to_string()]);
    (answer, out)
}

/// The amounts of a column of a table, by the county code of the row, without the sum.
pub(crate) fn column(table: &Value, at: usize) -> Vec<(String, i64)> {
    let rows = list(table, "rader").iter().filter(|row| row["slag"] == "rad");
    rows.map(|row| {
        let code = row["lanskod"].as_str().unwrap_or_default().to_owned();
        (code, kronor(&list(row, "celler")[at], "varde"))
    })
    .collect()
}

fn sum(of: &[(String, i64)]) -> i64 {
    of.iter().map(|(_, amount)| amount).sum()
}

#[test]
fn a_correction_says_what_is_settled_when_and_why() {
    let (answer, out) = corrected("rättelse", &words(|_| ()));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let made = files(&out);
    let names: Vec<_> = made.keys().map(String::as_str).collect();
    let papers_of_it = ["rattelse.json", "rattelse.pdf", "rattelse.xlsx"];
    assert_eq!(names, [&["diff.json", "manifest.json"], &papers_of_it[..]].concat());
    let own = json(&out, "rattelse.json");
    assert_valid("rattelse", &own);
    // Old, corrected and difference; the months' differences are together those of the year.
    let [old, new, difference] = [0, 1, 2].map(|at| column(&own["belopp"], at));
    for ((old, new), difference) in old.iter().zip(&new).zip(&difference) {
        assert_eq!(new.1 - old.1, difference.1, "{}", old.0);
    }
    let months: Vec<_> = list(&own, "manader").iter().collect();
    let mut each = difference.iter().map(|(code, _)| (code.clone(), 0)).collect::<Vec<_>>();
    let (mut before, mut paid_then) = (each.clone(), None);
    for table in months {
        // Of each month the old amount, the corrected one and the difference.
        let columns = list(table, "kolumner").iter().enumerate();
        for (at, month) in columns.filter(|(_, month)| month["rubrik"] == "Skillnad") {
            let own = column(table, at);
            for (sum, (_, amount)) in each.iter_mut().zip(&own) {
                sum.1 += amount;
            }
            if month["grupp"] == "augusti\u{a0}2024" {
                paid_then = Some(own);
            } else if paid_then.is_none() {
                for (sum, (_, amount)) in before.iter_mut().zip(&own) {
                    sum.1 += amount;
                }
            }
        }
    }
    assert_eq!(each, difference);
    // What was paid wrongly before August is settled in August, with what August pays.
    let [earlier, own_month, paid] = [0, 1, 2].map(|at| column(&own["reglering"]["tabell"], at));
    assert_eq!(earlier, before);
    for ((earlier, own), paid) in earlier.iter().zip(&own_month).zip(&paid) {
        assert_eq!(earlier.1 + own.1, paid.1);
    }
    assert!(earlier.iter().any(|(_, amount)| *amount != 0) && own["reglering"]["skiljer"] == true);
    assert_eq!(own["samma_summa"], sum(&difference) == 0);
    let pages = text_of(&made["rattelse.pdf"]);
    says(
        &pages,
        &[
            "S2024/01400",
            "S2024/00851",
            "Regeringen rättar ändringen av regleringsbrevet för anslag 1:5",
            "Folkmängden i Uppsala län var fel i underlaget.",
            "Utbetalningarna före augusti 2024 står fast.",
            "regleras i utbetalningen i augusti 2024",
            "Socialministern",
        ],
    );
}

/// A month beyond the plan settles all of it.
#[test]
fn a_correction_after_the_payments_says_so() {
    let after = words(|fill| {
        let from = || FilledFrom::new("Socialdepartementet", Status::Faststalld);
        fill.item("Rättelse", "regleras", day(2025, 9, 1), from());
    });
    let (answer, out) = corrected("rättelse efteråt", &after);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let pages = text_of(&files(&out)["rattelse.pdf"]);
    says(
        &pages,
        &[
            "Utbetalningarna står fast med de belopp som står i beslutet.",
            "ska reglera skillnaden i september 2025",
        ],
    );
    assert!(json(&out, "rattelse.json")["reglering"].is_null());
}

/// A decision that is paid once has no months: what differs is settled in one payment.
#[test]
fn a_correction_of_a_decision_without_months_is_settled_at_once() {
    let older = Folder::new("2024", data_2024::all());
    let mut fill = data_2024::beslut::fill_without(&[beslut::schema::sheet::MOTTAGARE]);
    data_2024::beslut::recipients(&mut fill, |region| {
        i64::from(region.short_name() == "Uppsala") * 1_000
    });
    let book = scaffold(&beslut::schema::WORKBOOK, 2024, &fill).expect("a workbook");
    let newer = Folder::new("2024", data_2024::all()).with(data_2024::beslut::FILE, &book);
    for folder in [&older, &newer] {
        let answer = folder.generate_only("beslut-sektorsbidrag");
        assert_eq!(answer.code, Some(0), "{answer:?}");
    }
    let book = words(|fill| {
        let from = || FilledFrom::new("Socialdepartementet", Status::Faststalld);
        fill.item("Rättelse", "avser", text("sektorsbidrag"), from());
        fill.item("Rättelse", "rattar_namn", text("beslutet om sektorsbidrag"), from());
        fill.item("Rättelse", "rattar_datum", day(2024, 1, 15), from());
        fill.item("Rättelse", "rattar_diarienummer", text("S2024/00000"), from());
    });
    let (path, out) = (newer.beside("rattelse.xlsx"), newer.beside("ut"));
    fs::write(&path, book).expect("a file");
    let flags = ["--out", &out.display().to_string(), "--rattelse", &path.display().to_string()];
    let answer = diff(&older.result(), &newer.result(), &flags);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let own = json(&out, "rattelse.json");
    assert_valid("rattelse", &own);
    let difference = column(&own["belopp"], 2);
    assert_eq!(difference.len(), 21);
    assert_eq!(sum(&difference), 0, "the pot is what it was");
    let gains: Vec<_> = difference.iter().filter(|(_, amount)| *amount > 0).collect();
    assert!(matches!(&gains[..], [(code, _)] if code == "03"), "{difference:?}");
    assert!(list(&own, "manader").is_empty() && own["reglering"].is_null());
    let pages = text_of(&files(&out)["rattelse.pdf"]);
    says(
        &pages,
        &["Regeringen rättar beslutet om sektorsbidrag", "ska reglera skillnaden i augusti 2024"],
    );
    assert!(!pages.contains("Utbetalningarna före"), "{pages}");
}

/// A change of the workbook.
type Change = fn(&mut Fill, FilledFrom);

/// Corrections that cannot be: where, the change of the workbook, and what is said of it.
const REFUSED: [(&str, Change, &str); 11] = [
    (
        "inget sådant beslut",
        |fill, from| _ = fill.item("Rättelse", "avser", text("skolan"), from),
        "något av det som båda uppsättningarna har: regleringsbrev",
    ),
    (
        "inget som skiljer",
        |fill, from| _ = fill.item("Rättelse", "avser", text("sektorsbidrag"), from),
        "fel[R0",
    ),
    (
        "reglerat före",
        |fill, from| _ = fill.item("Rättelse", "regleras", day(2024, 7, 1), from),
        "fel[R04]",
    ),
    (
        "rättat före beslutet",
        |fill, from| _ = fill.item("Rättelse", "rattar_datum", day(2024, 7, 5), from),
        "fel[R04]",
    ),
    (
        "redan betalat den månaden",
        |fill, from| _ = fill.item("Rättelse", "regleras", day(2024, 7, 22), from),
        "utbetalningen i juli 2024 görs den 2024-07-01, före rättelsens datum",
    ),
    (
        "före planen",
        |fill, from| {
            for id in ["rattar_datum", "datum", "regleras"] {
                fill.item("Rättelse", id, day(2023, 12, 10), from.clone());
            }
        },
        "planen har ingen utbetalning i december 2023: den går från januari 2024",
    ),
    ("ett annat år", |fill, from| _ = fill.item("Rättelse", "ar", integer(2025), from), "fel[R04]"),
    (
        "ett annat datum på beslutet",
        |fill, from| _ = fill.item("Rättelse", "rattar_datum", day(2024, 2, 2), from),
        "väntade: 2024-04-18",
    ),
    (
        "ett annat nummer på beslutet",
        |fill, from| _ = fill.item("Rättelse", "rattar_nummer", text("II:9"), from),
        "II:9 är inte vad det beslut som rättas har i den äldre uppsättningen",
    ),
    (
        "ett annat beslut",
        |fill, from| {
            _ = fill.item("Rättelse", "rattar_diarienummer", text("S2024/99999"), from);
        },
        "fel[R06]",
    ),
    (
        "utan diarienummer",
        |fill, from| _ = fill.item("Rättelse", "diarienummer", text(""), from),
        "fel[I06]",
    ),
];

/// What cannot be is refused by its cell, and nothing is written.
#[test]
fn a_correction_that_cannot_be_is_refused() {
    let from = || FilledFrom::new("Socialdepartementet", Status::Faststalld);
    for (place, change, code) in REFUSED {
        let (answer, out) = corrected(place, &words(|fill| change(fill, from())));
        assert_eq!((answer.code, answer.out.as_str()), (Some(1), ""), "{place}: {answer:?}");
        let said = answer.error.replace('\u{a0}', " ");
        assert!(said.contains(code), "{place}: {said}");
        assert!(answer.error.contains("rattelse.xlsx"), "{place}: {}", answer.error);
        assert!(!out.exists(), "{place}");
    }
}

/// Nothing is written into a set, nor without the workbook that there is said to be.
#[test]
fn a_correction_is_written_beside_the_sets_and_by_its_workbook() {
    let sets = sets();
    let within = papers(sets, &sets.older().join("x"), &[]);
    assert_eq!(within.code, Some(1), "{within:?}");
    assert!(within.error.contains("fel[U01]") && !sets.older().join("x").exists(), "{within:?}");
    let out = sets.beside("utan arbetsbok");
    let answer = papers(sets, &out, &["--rattelse", "finns inte.xlsx"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.error.contains("fel[F01] finns inte.xlsx"), "{}", answer.error);
    assert!(!out.exists());
}

/// The workbook to fill in: every sheet is there, and `check` is not needed to be told what it lacks.
#[test]
fn the_workbook_of_a_correction_is_made_empty() {
    let folder = sets().beside("tom rättelse");
    let mut command = program();
    let answer = answer_of(command.args(["scaffold", "2024", "--rattelse", "--out"]).arg(&folder));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let made = files(&folder);
    let (name, bytes) = made.iter().next().expect("a workbook");
    assert!(name.ends_with("rattelse.xlsx") && made.len() == 1, "{:?}", made.keys());
    let (answer, out) = corrected("tomma rutor", bytes);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.error.matches("fel[I06]").count() > 5, "{}", answer.error);
    assert!(!out.exists());
}
