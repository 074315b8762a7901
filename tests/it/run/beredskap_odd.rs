//! Försörjningsberedskap at the edge of what the workbook allows, and with hostile text in every cell that
//! takes text: the report is made, and says what it was given.

use std::collections::BTreeSet;

use statsbidrag::grants::beredskap::schema::{NYCKEL, UPPGIFTER, WORKBOOK, sheet};
use statsbidrag::workbook::Fill;
use statsbidrag::workbook::schema::{Kind, Layout};

use crate::run::beredskap::{day, folder};
use crate::run::hostile::{BEGINNING, Hostile, said, taken, texts};
use crate::run::{Folder, all, decimal, filled_from, integer, text};

/// The follow-up, without what setting it puts in.
fn paper(folder: &Folder) -> String {
    paper_of(folder, "beredskap")
}

/// A document that försörjningsberedskap is in, without what setting it puts in.
pub(crate) fn paper_of(folder: &Folder, document: &str) -> String {
    let answer = folder.generate_only("beredskap,regionbesked-12-skane,regionbesked-09-gotland");
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let pdf = std::fs::read(folder.result().join(format!("{document}.pdf"))).expect("a file");
    taken(&pdf_extract::extract_text_from_mem(&pdf).expect("text"))
}

pub(crate) fn stands(paper: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(paper.contains(&taken(sentence)), "{sentence:?} is not in {paper}");
    }
}

/// Adds an agreement: its year, mnkr, first and last year, and day of repayment.
pub(crate) fn avtal(
    fill: &mut Fill,
    year: i64,
    mnkr: &str,
    period: (i64, i64),
    aterbetalas: Option<&str>,
) {
    avtal_by(fill, (year, mnkr), period, aterbetalas, ("2021-12-31", false));
}

/// The same, by the population of a day, which may be assumed.
pub(crate) fn avtal_by(
    fill: &mut Fill,
    (year, mnkr): (i64, &str),
    (from, to): (i64, i64),
    aterbetalas: Option<&str>,
    (key, assumed): (&str, bool),
) {
    let row = [
        ("avtalsar", integer(year)),
        ("till_regionerna", decimal(mnkr)),
        ("till_skr", decimal("0.5")),
        ("fran", integer(from)),
        ("till", integer(to)),
        ("nyckeldag", day(key)),
        ("nyckel", text(NYCKEL[usize::from(assumed)])),
    ];
    let aterbetalas = aterbetalas.map(|text| ("aterbetalas", day(text)));
    fill.row(sheet::OVERENSKOMMELSER, row.into_iter().chain(aterbetalas));
}

#[test]
fn a_single_period_that_is_over_leaves_nothing_for_the_years_to_come() {
    let without = [sheet::OVERENSKOMMELSER, sheet::ANVANDNING];
    let folder = folder(&without, |fill| {
        avtal(fill, 2022, "0.021", (2022, 2022), Some("2031-01-01"));
        let heading = "2022 års medel, använt 2022";
        fill.free(sheet::ANVANDNING, heading, all(&integer(0)), filled_from());
    });
    stands(
        &paper(&folder),
        &[
            "Staten har i överenskommelsen för 2022 avsatt",
            "Ingen region har använt allt.",
            "Alla perioder har löpt ut.",
            "Ingen region ligger över medelvärdet.",
        ],
    );
}

#[test]
fn a_period_that_has_not_begun_and_many_agreements_are_told() {
    let without = [sheet::OVERENSKOMMELSER, sheet::ANVANDNING, sheet::LAGER];
    let folder = folder(&without, |fill| {
        for year in 2019..=2026 {
            avtal(fill, year, "1000000", (year + 1, year + 4), Some("2031-01-01"));
        }
        for level in 1..=9 {
            let row =
                [("niva", integer(level)), ("namn", text("Lager")), ("innehall", text("Allt."))];
            fill.row(sheet::LAGER, row);
        }
    });
    stands(
        &paper(&folder),
        &[
            "Staten har i åtta överenskommelser för 2019, 2020, 2021, 2022, 2023, 2024, 2025 och 2026 avsatt",
            "Lagerhållningen är ordnad i nio nivåer",
            "Medlen fick börja användas efter den 31 december 2023.",
        ],
    );
}

#[test]
fn every_goal_may_be_missed_by_all() {
    let folder = folder(&[sheet::VECKOR], |fill| {
        for vardtyp in ["Intensivvård", "Prehospital vård", "Akut tandvård"] {
            fill.free(sheet::VECKOR, vardtyp, all(&text("0–1 vecka")), filled_from());
        }
    });
    stands(
        &paper(&folder),
        &["Ingen region når målet.", "noll veckor.", "Inte alla regioner når alla mål."],
    );
}

/// The workbook with hostile text in every cell that takes text, and what of it is printed.
fn hostile_book(offset: usize) -> (Folder, Vec<String>, Vec<String>) {
    let mut fresh = Hostile { number: 0, offset, all: Vec::new() };
    let mut printed = Vec::new();
    let without = [
        sheet::MOTTAGARE,
        sheet::PERSONER,
        sheet::MAL,
        sheet::VECKOR,
        sheet::LISTOR,
        sheet::LAGER,
        sheet::RAPPORTER,
    ];
    let folder = folder(&without, |fill| {
        for page in WORKBOOK.sheets {
            let Layout::Items(field) = page.layout else { continue };
            for field in field.iter().filter(|field| matches!(field.kind, Kind::Text { .. })) {
                let value = fresh.next();
                fill.item(page.name, field.id, text(&value), fresh.filled_from());
                printed.push(value);
            }
        }
        let mut row = |sheet: &str,
                       ovrigt: &[(&'static str, statsbidrag::workbook::CellValue)],
                       own: &[(&'static str, usize)]| {
            let own: Vec<_> =
                own.iter().map(|(id, highest)| (*id, fresh.highest(*highest))).collect();
            let values = own.iter().map(|(id, value)| (*id, text(value)));
            fill.row(sheet, values.chain(ovrigt.iter().cloned()));
            printed.extend(own.iter().map(|(_, value)| value.clone()));
            own
        };
        row(sheet::MOTTAGARE, &[], &[("mottagare", 200)]);
        let [contact, undertecknare] = UPPGIFTER.map(|word| [("uppgift", text(word))]);
        row(
            sheet::PERSONER,
            &contact,
            &[("namn", 200), ("roll", 200), ("telefon", 200), ("e_post", 200)],
        );
        row(sheet::PERSONER, &undertecknare, &[("namn", 200), ("roll", 200)]);
        let target =
            [("avtalsar", integer(2022)), ("veckor", integer(4)), ("senast", day("2023-12-31"))];
        let natt = [&target[..], &[("utvarderat", text("ja"))]].concat();
        let vardtyp = row(sheet::MAL, &natt, &[("vardtyp", 80)]).remove(0).1;
        row(
            sheet::MAL,
            &[&target[..], &[("utvarderat", text("nej"))]].concat(),
            &[("vardtyp", 80)],
        );
        let list =
            [("avtalsar", integer(2022)), ("antal", integer(2)), ("tidigare_antal", integer(1))];
        let of_the_list = [("lista", 80), ("tidigare_version", 200), ("diarienummer", 200)];
        row(sheet::LISTOR, &list, &of_the_list);
        row(sheet::LAGER, &[("niva", integer(1))], &[("namn", 60), ("innehall", 400)]);
        row(sheet::RAPPORTER, &[("senast", day("2030-01-01"))], &[("rapport", 80)]);
        fill.free(sheet::VECKOR, &vardtyp, all(&integer(4)), fresh.filled_from());
        for (page, id) in [(sheet::MOTTAGARE, "mottagare"), (sheet::LAGER, "innehall")] {
            fill.filled_from(page, id, fresh.filled_from());
        }
    });
    (folder, printed, fresh.all)
}

#[test]
fn hostile_text_in_the_follow_up_comes_out_as_it_went_in() {
    for offset in (0..BEGINNING.len()).step_by(4) {
        let (folder, printed, all) = hostile_book(offset);
        assert!(printed.len() > 20 && all.len() > printed.len(), "{}", printed.len());
        let paper = paper(&folder);
        let mut json = BTreeSet::new();
        for file in ["beredskap.json", "trace.json"] {
            let bytes = std::fs::read(folder.result().join(file)).expect("a file");
            texts(&serde_json::from_slice(&bytes).expect("JSON"), &mut json);
        }
        for one in &printed {
            assert!(paper.contains(&taken(one)), "{one} is not in the PDF: {paper}");
        }
        let missing: Vec<_> = all.iter().filter(|one| !said(&json, one)).collect();
        assert!(missing.is_empty(), "not unchanged in any JSON: {missing:#?}");
    }
}
