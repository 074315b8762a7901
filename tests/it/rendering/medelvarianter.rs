//! Variations of the decision on sektorsbidrag and of the overview.

use serde_json::{Value, json};

use super::varianter::{Variant, lista, preliminara};
use super::{BESKED, SEKTORSBIDRAG, pekare};

pub(crate) static VARIANTER: &[Variant] = &[
    sektorsbidrag("beslutet som det är", |_| ()),
    sektorsbidrag("beslutet utan kopior", |json| {
        *pekare(json, "/kopior") = json!([]);
        *pekare(json, "/beslut/riksdagen") = json!(null);
        *pekare(json, "/exempel/standardkostnad_per_inv/status") = json!("fastställd");
    }),
    sektorsbidrag("inget blir över", |json| rest(json, "largest_remainder", "oforandrad", "0")),
    sektorsbidrag("en krona blir över", |json| rest(json, "largest_remainder", "upp", "1")),
    sektorsbidrag("elva kronor blir över", |json| rest(json, "largest_remainder", "upp", "11")),
    sektorsbidrag("det största har inget att ta", |json| {
        rest(json, "half_up_residual_to_largest", "oforandrad", "0");
    }),
    sektorsbidrag("det största får en krona", |json| {
        rest(json, "half_up_residual_to_largest", "upp", "1");
    }),
    sektorsbidrag("det största ger två kronor", |json| {
        rest(json, "half_up_residual_to_largest", "ner", "2");
    }),
    sektorsbidrag("preliminär befolkning", |json| {
        for plats in ["/exempel/befolkning", "/tabell/rader/7/celler/0", "/fordelning/per_inv"] {
            preliminara(pekare(json, plats));
        }
    }),
    besked("beskedet som det är", |_| ()),
    besked("beskedet med diarienummer", |json| {
        *pekare(json, "/diarienummer") = json!("S2024/00000");
    }),
    besked("inga prestationer", |json| {
        *pekare(json, "/ingar/prestation") = json!(false);
        *pekare(json, "/ingar/overenskommelser") = json!([]);
        *pekare(json, "/ingar/overenskommelser_uppraknade") = json!("");
        *pekare(json, "/kontakter") = json!([]);
    }),
    besked("fastställda medel", |json| {
        faststallt(json);
        *pekare(json, "/tabell2/rader/7/rubrik") = json!("Kortare köer (cirka)");
    }),
    besked("alla får lika", |json| {
        *pekare(json, "/per_inv/over_medel") = lista(&[]);
        omtalat(json, "oforandrad", "oforandrad");
    }),
    besked("en får mer", |json| {
        *pekare(json, "/per_inv/over_medel") = lista(&["Gotland"]);
        omtalat(json, "oforandrad", "ner");
    }),
    besked("mer än vad som har nämnts", |json| omtalat(json, "upp", "upp")),
    besked("mindre än vad som har nämnts", |json| omtalat(json, "ner", "ner")),
    besked("kontakter med bara namn", |json| {
        *pekare(json, "/kontakter") =
            json!([{ "namn": "Registrator", "roll": "", "telefon": null, "e_post": null }]);
    }),
];

const fn sektorsbidrag(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant::ny(namn, SEKTORSBIDRAG, byt)
}

const fn besked(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant::ny(namn, BESKED, byt)
}

/// The decision with another policy, and what it leaves over.
fn rest(json: &mut Value, avrundning: &str, riktning: &str, storlek: &str) {
    *pekare(json, "/fordelning/avrundning") = json!(avrundning);
    *pekare(json, "/fordelning/residual/riktning") = json!(riktning);
    *pekare(json, "/fordelning/residual/storlek") = json!(storlek);
    let kronor: i64 = storlek.parse().expect("whole kronor");
    *pekare(json, "/fordelning/residual/siffra/varde") = json!(kronor);
}

/// The overview with another amount spoken of: what rounding does not explain, and all that differs.
fn omtalat(json: &mut Value, skillnad: &str, avrundning: &str) {
    *pekare(json, "/omtalat/skillnad/riktning") = json!(skillnad);
    *pekare(json, "/omtalat/avrundning/riktning") = json!(avrundning);
}

/// The same document with nothing preliminary left in it.
pub(crate) fn faststallt(json: &mut Value) {
    match json {
        Value::Object(falten) => {
            for (falt, varde) in falten {
                match falt.as_str() {
                    "status" if varde == "preliminär" => *varde = json!("fastställd"),
                    "preliminart" | "markt" => *varde = json!(false),
                    _ => faststallt(varde),
                }
            }
        }
        Value::Array(delar) => delar.iter_mut().for_each(faststallt),
        _ => {}
    }
}
