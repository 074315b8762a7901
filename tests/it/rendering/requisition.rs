//! The letter's money on requisition: agreed in kronor beside a currency, or none at all.

use serde_json::{Value, json};

use super::variations::{Variation, read, set};
use super::{LETTER, Sample, says};

const fn of(sample: Sample, name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, sample, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    Variation::new("utfallet utanför gränserna delas inte", Sample("bilaga-3"), |json| {
        set(
            json,
            &json!({
                "/bilaga/justeringar/0/totalt/riktning": "oforandrad",
                "/bilaga/justeringar/1/totalt/riktning": "oforandrad",
                "/bilaga/justeringar/1/inom_granserna": true,
            }),
        );
    }),
    of(LETTER, "medel avtalade i kronor", |json| {
        set(json, &json!({ "/brev/medel/1/valuta/avtalat_i_kronor": true }));
    }),
    of(LETTER, "inget på rekvisition", |json| {
        set(
            json,
            &json!({
                "/brev/medel": [],
                "/brev/avsnitt/rekvisition": null,
                "/brev/avsnitt/redovisning": "4.3",
            }),
        );
    }),
];

#[test]
fn money_on_requisition_is_told_as_it_was_agreed_or_not_at_all() {
    says(
        &read("medel avtalade i kronor"),
        &[
            "får 4 250 320 kronor för medlemskapet",
            "Det är vad parterna har avtalat för 361 305 euro.",
        ],
    );
    let text = read("inget på rekvisition");
    says(&text, &["Utbetalningarna till regionerna under budgetåret är", "4.3 Redovisning"]);
    assert!(!text.contains("rekvisition") && !text.contains("återbetalning"), "{text}");
}
