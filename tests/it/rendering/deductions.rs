//! The letter and its annexes where an adjustment changes nothing, and an annex of a single month: variations, and what
//! is then said.

use serde_json::{Value, json};

use super::variations::{Variation, read, set};
use super::{ANNEX, ANNEX_OF_TWO, LETTER, Sample, at, says};

const fn of(sample: Sample, name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, sample, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    of(LETTER, "avdraget regleras inte", |json| changes_nothing(json, "inget")),
    of(LETTER, "inget av avdragen regleras", |json| changes_nothing(json, "inga")),
    of(ANNEX_OF_TWO, "en av kolumnerna ändrar inget", |json| {
        set(
            json,
            &json!({
                "/bilaga/justerade/0/kolumner": ["”Återbäring 2023, prognos”"],
                "/bilaga/justerade/0/noll": ["”Reglering IHSI 2023”"],
            }),
        );
    }),
    of(ANNEX, "den enda kolumnen ändrar inget", |json| {
        set(
            json,
            &json!({
                "/bilaga/justerade/0/kolumner": [],
                "/bilaga/justerade/0/noll": ["”Justering återbäring”"],
            }),
        );
    }),
    // No workbook gives this: an annex pays some month. The templates bear it.
    of(ANNEX, "bilaga utan betalningar", |json| {
        set(json, &json!({ "/bilaga/betalningar": [] }));
    }),
];

/// The letter whose first annex has a deduction, or several, so near the cost that nothing is settled, and whose second
/// settles none.
fn changes_nothing(json: &mut Value, settles: &str) {
    let mut deduction = at(json, "/brev/bilagor/1/justeringar/1").clone();
    set(&mut deduction, &json!({ "/reglerar": settles, "/totalt/riktning": "oforandrad" }));
    set(
        json,
        &json!({
            "/brev/bilagor/0/justeringar": [deduction],
            "/brev/bilagor/1/justeringar": [],
        }),
    );
}

#[test]
fn deductions_that_are_not_settled_are_told_with_what_they_were_for() {
    says(
        &read("regleringsbrev"),
        &["I februari 2024 regleras ett preliminärt avdrag från bidraget för 2023 \
             för medlemskapet i International Horizon Scanning Initiative (IHSI), \
             vilket ökar utbetalningen med 163 214 kronor."],
    );
    for (name, phrase) in [
        (
            "avdraget regleras inte",
            "Det preliminära avdraget från bidraget för 2023 \
             för medlemskapet i International Horizon Scanning Initiative (IHSI) ändrar ingen \
             utbetalning, eftersom skillnaden mot kostnaden inte är så stor att den ska regleras.",
        ),
        (
            "inget av avdragen regleras",
            "De preliminära avdragen från bidraget för 2023 \
             för medlemskapet i International Horizon Scanning Initiative (IHSI) ändrar ingen \
             utbetalning, eftersom inget av dem skiljer så mycket från kostnaden att det ska \
             regleras.",
        ),
    ] {
        let text = read(name);
        says(&text, &[phrase]);
        for without in ["regleras ett preliminärt avdrag", "vilket inte ändrar summan"] {
            assert!(!text.contains(without), "{without}: {text}");
        }
    }
}

#[test]
fn columns_that_change_no_amount_are_told_apart_from_those_that_do() {
    says(
        &read("bilaga-2"),
        &[
            "I februari 2024 justeras beloppet med det som står under ”Återbäring 2023, prognos” och ”Reglering IHSI 2023”.",
        ],
    );
    says(
        &read("en av kolumnerna ändrar inget"),
        &["I februari 2024 justeras beloppet med det som står under \
             ”Återbäring 2023, prognos”. Kolumnen ”Reglering IHSI 2023” ändrar inget belopp."],
    );
    let text = read("den enda kolumnen ändrar inget");
    says(&text, &["Kolumnen ”Justering återbäring” ändrar inget belopp. I juni–november 2024"]);
    assert!(!text.contains("justeras beloppet med"), "{text}");
}

#[test]
fn one_month_has_a_day_of_payment_and_several_have_days() {
    says(&read("bilaga-1"), &["Betalningsdag Bidraget betalas ut"]);
    for name in ["bilaga-4", "bilaga utan betalningar"] {
        says(&read(name), &["Betalningsdagar Bidraget betalas ut"]);
    }
}
