//! The user's own paragraphs around the sections of a document.

use serde_json::json;

use super::variations::{Variation, read, set};
use super::{CIRCULAR, at, says};

pub(crate) static VARIATIONS: &[Variation] =
    &[Variation::new("egna stycken överallt", CIRCULAR, |json| {
        let figure = at(json, "/avdrag/summa").clone();
        let text = |rubrik: Option<&str>| {
            json!([{
                "rubrik": rubrik,
                "stycken": [[
                    { "text": "Avdragen är\u{a0}", "siffra": null },
                    { "text": null, "siffra": figure },
                    { "text": "\u{a0}kronor.", "siffra": null },
                ]],
            }])
        };
        set(
            json,
            &json!({
                "/egna/utbetalning/fore": text(None),
                "/egna/utbetalning/efter": text(Some("Efteråt")),
                "/egna/avdrag/i_stallet": text(Some("Avdragen")),
                "/egna/avdrag/efter": [{ "rubrik": null, "stycken": [] }],
            }),
        );
    })];

/// Before, after and instead of a section, with their headings and marks.
#[test]
fn own_paragraphs_stand_around_their_sections() {
    let text = read("egna stycken överallt");
    says(
        &text,
        &[
            "Avdragen Avdragen är 18 250 320 kronor. Vinst",
            "Avdragen är 18 250 320 kronor. Utbetalning",
            "Efteråt Avdragen är 18 250 320 kronor. Avräkning",
        ],
    );
    assert!(!text.contains("dras medel av för gemensamma ändamål"), "{text}");
}
