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
    of(LETTER, "medel med olika dagar", |json| {
        let ask = json!({ "iso": "2024-10-01", "text": "1 oktober 2024" });
        let account = json!({ "iso": "2025-02-28", "text": "28 februari 2025" });
        set(
            json,
            &json!({
                "/brev/medel_dagar": null,
                "/brev/medel/0/rekvireras_senast": ask,
                "/brev/medel/1/redovisas_senast": account,
            }),
        );
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
    says(
        &read("regleringsbrev"),
        &["läkemedelsområdet. Medlen ska rekvireras senast den 1 december 2024 \
             och redovisas senast den 31 mars 2025."],
    );
    says(
        &read("medel med olika dagar"),
        &[
            "(SOL-tjänsterna). Medlen ska rekvireras senast den 1 oktober 2024 \
             och redovisas senast den 31 mars 2025.",
            "är det 4 250 320 kronor. Medlen ska rekvireras senast den 1 december 2024 \
             och redovisas senast den 28 februari 2025.",
            "läkemedelsområdet. Medlen ska rekvireras senast den 1 december 2024 \
             och redovisas senast den 31 mars 2025.",
        ],
    );
    let text = read("inget på rekvisition");
    says(&text, &["Utbetalningarna till regionerna under budgetåret är", "4.3 Redovisning"]);
    assert!(!text.contains("rekvisition") && !text.contains("återbetalning"), "{text}");
}
