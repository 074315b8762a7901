//! The settlement with other outcomes: who pays, who repays, nobody; together or each by itself; with
//! every key and every way of rounding.

use serde_json::{Value, json};

use super::variations::{Variation, first, read, set};
use super::{SETTLEMENT, at, says};

const fn settlement(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, SETTLEMENT, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    settlement("staten betalar för båda", |json| {
        for part in ["0", "1"] {
            lies(json, part, "over", "upp");
        }
        for path in ["/summa", "/regionerna", "/exempel/summa"] {
            set(json, &json!({ format!("{path}/riktning"): "upp" }));
        }
        set(json, &json!({ "/beslut/utkast": true }));
    }),
    settlement("en av delarna, efter befolkning", |json| {
        lies(json, "1", "inom", "oforandrad");
        set(json, &json!({ "/delar/1/avvikelse/riktning": "upp" }));
        first(json, "/exempel/delar", 1);
        set(
            json,
            &json!({
                "/fordelning/efter_statsbidrag": false,
                "/fordelning/avtalad": true,
                "/fordelning/avrundning": "storsta_rest",
            }),
        );
    }),
    settlement("ingenting delas", |json| {
        for part in ["0", "1"] {
            lies(json, part, "inom", "oforandrad");
        }
        set(
            json,
            &json!({
                "/delar/0/avvikelse/riktning": "oforandrad",
                "/summa/riktning": "oforandrad",
                "/regionerna/riktning": "oforandrad",
                "/exempel": null,
                "/regleringar": [],
            }),
        );
    }),
    settlement("månaden justeras också av annat", |json| {
        set(json, &json!({ "/regleringar/0/fler": true }));
    }),
    settlement("delarna tar ut varandra", |json| {
        lies(json, "1", "over", "upp");
        set(
            json,
            &json!({
                "/delar/1/residual/riktning": "upp",
                "/delar/1/residual/storlek": "1",
                "/delar/1/residual/siffra/varde": 1,
            }),
        );
        for path in ["/summa", "/regionerna", "/exempel/summa"] {
            set(json, &json!({ format!("{path}/riktning"): "oforandrad" }));
        }
    }),
    settlement("tillsammans, netto", |json| {
        together(json);
        let outcome = at(json, "/ersatta/0/utfall").clone();
        set(
            json,
            &json!({
                "/aterbaring": { "namn": "förmånen", "prognos": outcome, "utfall": outcome },
                "/delar/0/netto": true,
                "/fordelning/avrundning": "storsta_del",
            }),
        );
    }),
    settlement("tillsammans, inom gränserna", |json| {
        together(json);
        lies(json, "0", "inom", "oforandrad");
        set(json, &json!({ "/exempel": null, "/regleringar": [] }));
    }),
    settlement("med egna gränser, återbäring på en del", |json| {
        let outcome = at(json, "/ersatta/0/utfall").clone();
        set(
            json,
            &json!({
                "/aterbaring": { "namn": "läkemedelsförmånen", "prognos": outcome, "utfall": outcome },
                "/delar/0/netto": true,
                "/granser": null,
            }),
        );
    }),
    settlement("en enda komponent, hela kostnaden ersätts", |json| {
        first(json, "/delar", 1);
        first(json, "/exempel/delar", 1);
        set(json, &json!({ "/ersatta": [], "/flera": false }));
    }),
    settlement("tillsammans, brutto, staten betalar", |json| {
        together(json);
        lies(json, "0", "over", "upp");
        set(json, &json!({ "/summa/riktning": "upp", "/regionerna/riktning": "upp" }));
    }),
    // No workbook gives these: there is always something to settle, and an example of it.
    settlement("inga delar", |json| {
        set(
            json,
            &json!({
                "/delar": [],
                "/exempel/delar": [],
                "/regleringar": [],
            }),
        );
    }),
    settlement("inga delar, var för sig", |json| {
        set(json, &json!({ "/delar": [] }));
    }),
    settlement("inga delar, tillsammans, egna gränser", |json| {
        set(json, &json!({ "/delar": [], "/flera": false, "/granser": null, "/ersatta": [] }));
    }),
];

/// Where a part lies, and which way its money goes.
fn lies(json: &mut Value, part: &str, position: &str, direction: &str) {
    set(json, &json!({ format!("/delar/{part}/lage"): position }));
    for what in ["utanfor", "belopp", "regionerna"] {
        set(json, &json!({ format!("/delar/{part}/{what}/riktning"): direction }));
    }
    if position != "inom" {
        set(json, &json!({ format!("/delar/{part}/avvikelse/riktning"): direction }));
        set(json, &json!({ format!("/exempel/delar/{part}/belopp/riktning"): direction }));
    }
}

fn together(json: &mut Value) {
    set(json, &json!({ "/flera": false, "/delar/0/flera": true }));
    for path in ["/delar", "/exempel/delar"] {
        at(json, path).as_array_mut().expect("parts").truncate(1);
    }
    let name = "läkemedelsförmånen och läkemedel mot hepatit C";
    set(json, &json!({ "/delar/0/namn": name, "/delar/0/rubrik": name }));
}

#[test]
fn the_state_pays_what_lies_above() {
    let text = read("staten betalar för båda");
    says(
        &text,
        &[
            "UTKAST – beslutet är inte fattat",
            "Regeringen har inte fattat beslutet",
            "(S2024/00851), som ännu inte är fattat.",
            "högre än den övre gränsen, och staten betalar 214 600 000 kronor till regionerna.",
            "Sammantaget betalar staten 232 500 000 kronor",
            "miljoner kronor högre än basen",
            "miljoner kronor över den övre.",
            "I hela kronor betalar staten 1 400 530 kronor till regionen.",
            "Sammantaget får Gotland 1 517 350 kronor.",
        ],
    );
    assert!(!text.contains("tillbaka 2"), "{text}");
}

#[test]
fn the_regions_repay_what_lies_below() {
    let text = read("avstamning");
    says(
        &text,
        &[
            "lägre än den nedre gränsen, och regionerna betalar tillbaka 17 900 000 kronor",
            "Sammantaget betalar regionerna tillbaka 232 500 000 kronor",
            "Regleringen för läkemedelsförmånen och läkemedel mot hepatit C ingår i utbetalningen i mars 2024, i bilaga 3 till beslutet. Efter regleringen är den utbetalningen 2 968 479 143 kronor till alla regioner tillsammans.",
            "70 procent av hela kostnaden, 517 miljoner kronor, är 361,9 miljoner kronor.",
            "214 600 000 × 231 517 968 ÷ 35 474 962 540 = 1 400 530,19 kronor.",
            "Varje regions del avrundas för sig till hela kronor.",
        ],
    );
    assert!(!text.contains("fattat") && !text.contains("skiljer summan"), "{text}");
}

#[test]
fn within_the_limits_nothing_is_paid() {
    let text = read("ingenting delas");
    says(
        &text,
        &[
            "utfallet håller sig inom gränserna, och ingenting delas.",
            "Sammantaget ska varken staten eller regionerna betala något. Ingen utbetalning justeras.",
            "Det är lika mycket som basen. Gränserna är 32 495 och 34 505 miljoner kronor.",
        ],
    );
    assert!(!text.contains("Räkneexempel") && !text.contains("Statens andel av det är"), "{text}");
}

#[test]
fn one_part_may_lie_within_and_the_key_may_be_people() {
    says(
        &read("en av delarna, efter befolkning"),
        &[
            "efter befolkningen den 31 augusti 2023, i hela landet",
            "Den 31 augusti 2023 hade Gotland 231 517 968 invånare",
            "miljoner kronor högre än basen, en avvikelse på",
            "går en i taget till regionerna med störst rest.",
        ],
    );
}

#[test]
fn other_adjustments_of_the_month_are_told() {
    let text = read("månaden justeras också av annat");
    says(
        &text,
        &[
            "Efter månadens alla justeringar är den utbetalningen",
            "och för månadens övriga justeringar.",
        ],
    );
}

#[test]
fn parts_that_cancel_and_a_residual_are_stated() {
    says(
        &read("delarna tar ut varandra"),
        &[
            "Sammantaget ska varken staten eller regionerna betala något. Reglering",
            "För läkemedel mot hepatit C skiljer summan av delarna 1 krona från beloppet för alla regioner.",
            "Sammantaget ska Gotland varken få eller betala något.",
        ],
    );
}

#[test]
fn together_there_is_one_base_net_of_rebates() {
    let text = read("tillsammans, netto");
    says(
        &text,
        &[
            "stäms av tillsammans. Basen är det belopp som avtalades för dem, efter återbäring. Inget annat av bidraget stäms av. Statens andel av återbäringen",
            "är lägre än den nedre gränsen, och regionerna betalar tillbaka",
            "läggs på den region som har störst del.",
        ],
    );
    assert!(!text.contains("Sammantaget"), "there is but one part: {text}");
    let text = read("tillsammans, brutto, staten betalar");
    says(
        &text,
        &[
            "avtalades för dem, före återbäring.",
            "är högre än den övre gränsen, och staten betalar",
        ],
    );
    assert!(!text.contains("återbäringen från"), "{text}");
    let text = read("med egna gränser, återbäring på en del");
    says(
        &text,
        &[
            "– Läkemedelsförmånen, efter återbäring. – Läkemedel mot hepatit C, före återbäring.",
            "är borträknad för läkemedelsförmånen: 361,9 miljoner kronor i basen",
            "Mellan dem, och precis på dem, delas ingenting: – Läkemedelsförmånen: 3 procent över och 3 procent under basen. Av det som ligger utanför är statens andel 50 procent.",
        ],
    );
    let text = read("en enda komponent, hela kostnaden ersätts");
    says(
        &text,
        &[
            "Läkemedelsförmånen stäms av. Basen är det belopp som avtalades för det, före återbäring.",
        ],
    );
    assert!(!text.contains("ersatta andelen") && !text.contains("procent av hela"), "{text}");
}
