//! The settlement with other outcomes: who pays, who repays, nobody; together or each by itself; with
//! every key and every way of rounding.

use serde_json::{Value, json};

use super::grenar::{last, sager};
use super::varianter::Variant;
use super::{AVSTAMNING, pekare};

const fn avstamning(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant::ny(namn, AVSTAMNING, byt)
}

pub(crate) static VARIANTER: &[Variant] = &[
    avstamning("avstämningen som den är", |_| ()),
    avstamning("staten betalar för båda", |json| {
        for del in ["0", "1"] {
            laget(json, del, "over", "upp");
        }
        for path in ["/summa", "/exempel/summa"] {
            *pekare(json, &format!("{path}/riktning")) = json!("upp");
        }
        *pekare(json, "/beslut/utkast") = json!(true);
    }),
    avstamning("en av delarna, efter befolkning", |json| {
        laget(json, "1", "inom", "oforandrad");
        *pekare(json, "/delar/1/avvikelse/riktning") = json!("upp");
        pekare(json, "/exempel/delar").as_array_mut().expect("parts").truncate(1);
        *pekare(json, "/fordelning/efter_statsbidrag") = json!(false);
        *pekare(json, "/fordelning/avrundning") = json!("storsta_rest");
    }),
    avstamning("ingenting delas", |json| {
        for del in ["0", "1"] {
            laget(json, del, "inom", "oforandrad");
        }
        *pekare(json, "/delar/0/avvikelse/riktning") = json!("oforandrad");
        *pekare(json, "/summa/riktning") = json!("oforandrad");
        *pekare(json, "/exempel") = json!(null);
        *pekare(json, "/regleringar") = json!([]);
    }),
    avstamning("delarna tar ut varandra", |json| {
        laget(json, "1", "over", "upp");
        *pekare(json, "/delar/1/residual/riktning") = json!("upp");
        *pekare(json, "/delar/1/residual/storlek") = json!("1");
        for path in ["/summa", "/exempel/summa"] {
            *pekare(json, &format!("{path}/riktning")) = json!("oforandrad");
        }
    }),
    avstamning("tillsammans, netto", |json| {
        tillsammans(json);
        let utfall = pekare(json, "/hepatit_c/utfall").clone();
        *pekare(json, "/aterbaring") = json!({ "prognos": utfall, "utfall": utfall });
        *pekare(json, "/fordelning/avrundning") = json!("storsta_del");
    }),
    avstamning("tillsammans, brutto, staten betalar", |json| {
        tillsammans(json);
        laget(json, "0", "over", "upp");
        *pekare(json, "/summa/riktning") = json!("upp");
    }),
    // No workbook gives these: there is always something to settle, and an example of it.
    avstamning("inga delar", |json| {
        *pekare(json, "/delar") = json!([]);
        *pekare(json, "/exempel/delar") = json!([]);
        *pekare(json, "/regleringar") = json!([]);
    }),
    avstamning("inga delar, var för sig", |json| {
        *pekare(json, "/delar") = json!([]);
    }),
];

/// Where a part lies, and which way its money goes.
fn laget(json: &mut Value, del: &str, lage: &str, riktning: &str) {
    *pekare(json, &format!("/delar/{del}/lage")) = json!(lage);
    for vad in ["utanfor", "belopp"] {
        *pekare(json, &format!("/delar/{del}/{vad}/riktning")) = json!(riktning);
    }
    if lage != "inom" {
        *pekare(json, &format!("/delar/{del}/avvikelse/riktning")) = json!(riktning);
        *pekare(json, &format!("/exempel/delar/{del}/belopp/riktning")) = json!(riktning);
    }
}

fn tillsammans(json: &mut Value) {
    *pekare(json, "/tillsammans") = json!(true);
    for path in ["/delar", "/exempel/delar"] {
        pekare(json, path).as_array_mut().expect("parts").truncate(1);
    }
    *pekare(json, "/delar/0/namn") = json!("läkemedelsförmånen och hepatit C");
}

#[test]
fn the_state_pays_what_lies_above() {
    let text = last("staten betalar för båda");
    sager(
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
    let text = last("avstämningen som den är");
    sager(
        &text,
        &[
            "lägre än den nedre gränsen, och regionerna betalar tillbaka 17 900 000 kronor",
            "Sammantaget betalar regionerna tillbaka 232 500 000 kronor",
            "i mars 2024, i bilaga 3 till beslutet, justeras för läkemedelsförmånen och hepatit C.",
            "70 procent av hela kostnaden, 517 miljoner kronor, är 361,9 miljoner kronor.",
            "214 600 000 × 231 517 968 ÷ 35 474 962 540 = 1 400 530,19 kronor.",
            "Varje regions del avrundas för sig till hela kronor.",
        ],
    );
    assert!(!text.contains("fattat") && !text.contains("skiljer summan"), "{text}");
}

#[test]
fn within_the_limits_nothing_is_paid() {
    let text = last("ingenting delas");
    sager(
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
    sager(
        &last("en av delarna, efter befolkning"),
        &[
            "efter befolkningen den 31 augusti 2023, i hela landet",
            "Den 31 augusti 2023 hade Gotland 231 517 968 invånare",
            "miljoner kronor högre än basen, en avvikelse med",
            "går en i taget till regionerna med störst rest.",
        ],
    );
}

#[test]
fn parts_that_cancel_and_a_residual_are_stated() {
    sager(
        &last("delarna tar ut varandra"),
        &[
            "Sammantaget ska varken staten eller regionerna betala något. Utbetal",
            "För hepatit C skiljer summan av delarna 1 kr från beloppet för alla regioner.",
            "Sammantaget ska Gotland varken få eller betala något.",
        ],
    );
}

#[test]
fn together_there_is_one_base_net_of_rebates() {
    let text = last("tillsammans, netto");
    sager(
        &text,
        &[
            "stäms av tillsammans. Basen är det avtalade nettobeloppet utan övrigt. Statens andel av återbäringen",
            "Regionerna betalar tillbaka 232 500 000 kronor till staten.",
            "läggs på den region som har störst del.",
        ],
    );
    assert!(!text.contains("Sammantaget"), "there is but one part: {text}");
    let text = last("tillsammans, brutto, staten betalar");
    sager(&text, &["utan övrigt.", "Staten betalar 232 500 000 kronor till regionerna."]);
    assert!(!text.contains("återbäringen"), "{text}");
}
