//! The circular's sharing of profit and loss, as variations: settled together or apart, and otherwise the year before.

use serde_json::{Value, json};

use super::variations::{Variation, read, set};
use super::{CIRCULAR, at, says};

const fn circular(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, CIRCULAR, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    circular("var för sig båda åren", |json| {
        apart(json);
        set(json, &json!({ "/overenskommelse/netto": false }));
    }),
    circular("var för sig, tillsammans året före", |json| {
        apart(json);
        set(
            json,
            &json!({
                "/vinst_forlust/foregaende": "tillsammans",
                "/vinst_forlust/grupper/0/netto": true,
                "/vinst_forlust/grans_andel": null,
            }),
        );
    }),
    circular("en grupp med två av tre komponenter", |json| {
        set(
            json,
            &json!({
                "/vinst_forlust/grupper/0/allt": false,
                "/vinst_forlust/utanfor": "Licensläkemedel",
            }),
        );
    }),
    circular("i andra grupper än året före", |json| {
        set(json, &json!({ "/vinst_forlust/foregaende": "annan_indelning" }));
    }),
    circular("ingen delning året före", |json| {
        set(json, &json!({ "/vinst_forlust/foregaende": "inte" }));
    }),
    circular("tillsammans båda åren", |json| {
        set(json, &json!({ "/vinst_forlust/foregaende": null }));
    }),
];

/// The benefit and hepatitis C settled each by itself, gross.
fn apart(json: &mut Value) {
    set(json, &json!({ "/vinst_forlust/flera": true, "/vinst_forlust/foregaende": null }));
    let groups = at(json, "/vinst_forlust/grupper").as_array_mut().expect("groups");
    groups.push(groups[0].clone());
    for (place, name) in [(0, "läkemedelsförmånen"), (1, "läkemedel mot hepatit C")] {
        let group = &mut groups[place];
        let parts = json!({
            "/namn": name, "/rubrik": name, "/flera": false, "/netto": false, "/allt": false,
        });
        set(group, &parts);
    }
}

#[test]
fn each_part_has_its_own_base_and_limits() {
    let text = read("var för sig båda åren");
    says(
        &text,
        &[
            "De här delarna stäms av var för sig: – läkemedelsförmånen. Jämförelsen görs med",
            "Jämförelsen görs med det avtalade beloppet, 36 810 miljoner kronor.",
            "– läkemedel mot hepatit C. Jämförelsen görs med",
            "Blir utfallet för läkemedel mot hepatit C lägre än",
        ],
    );
    says(
        &read("var för sig, tillsammans året före"),
        &[
            "De här delarna stäms av var för sig, till skillnad från 2023 års bidrag, där de stäms av tillsammans:",
            "Statens andel av återbäringen räknas bort också i utfallet för läkemedelsförmånen.",
            "Delningen börjar vid de här gränserna:",
            "37 914,3 miljoner kronor, 3 procent över det överenskomna, ersätter staten 50 procent",
            "35 705,7 miljoner kronor, 3 procent under det överenskomna, får staten tillbaka",
        ],
    );
    says(
        &read("en grupp med två av tre komponenter"),
        &[
            "Jämförelsen görs med det avtalade beloppet efter återbäring, 36 810 miljoner kronor.",
            "Licensläkemedel ingår inte i delningen.",
        ],
    );
    says(&read("i andra grupper än året före"), &["För 2023 var indelningen en annan."]);
    says(&read("ingen delning året före"), &["För 2023 fanns ingen sådan delning."]);
    let alike = read("tillsammans båda åren");
    assert!(!alike.contains("till skillnad från 2023"), "{alike}");
    assert!(
        !text.contains("Blir utfallet högre") && !text.contains("nettobeloppet utan"),
        "{text}"
    );
}
