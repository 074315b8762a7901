//! The letter's parts on decisions that share out money and on all that was announced: variations, and what is then
//! said of them.

use serde_json::{Value, json};

use super::variations::{Variation, read, set};
use super::{REGION_LETTER, at, says};

pub(crate) static VARIATIONS: &[Variation] = &[
    letter("ett beslut utan potter i brevet", |json| {
        set(json, &json!({ "/beslut/0/potter": [] }));
    }),
    letter("ett beslut med gränser", |json| {
        let figure = at(json, "/beslut/0/belopp").clone();
        for limit in ["grundbelopp", "golv", "tak"] {
            set(json, &json!({ format!("/beslut/0/potter/0/{limit}"): figure }));
        }
        for reached in ["nar_golvet", "nar_taket"] {
            set(json, &json!({ format!("/beslut/0/potter/0/{reached}"): true }));
        }
    }),
    letter("ett beslut med gränser som andra når", |json| {
        let figure = at(json, "/beslut/0/belopp").clone();
        for limit in ["golv", "tak"] {
            set(json, &json!({ format!("/beslut/0/potter/0/{limit}"): figure }));
        }
    }),
    letter("ett beslut med två potter", |json| {
        let potter = at(json, "/beslut/0/potter").as_array_mut().expect("pots");
        let mut fixed = potter.first().expect("a pot").clone();
        set(&mut fixed, &json!({ "/faktorer": "" }));
        potter.push(fixed);
        set(json, &json!({ "/beslut/0/flera_potter": true }));
    }),
    letter("ett beslut justerar beloppen", |json| {
        set(json, &json!({ "/beslut/0/potter/0/avrundning": "justeringar" }));
    }),
    letter("ett utkast till beslut med fasta belopp", |json| {
        set(
            json,
            &json!({
                "/beslut/0/utkast": true,
                "/beslut/0/potter/0/faktorer": "",
                "/meddelat/beslut_uppraknade": "",
            }),
        );
    }),
    letter("ett av flera beslut", |json| {
        set(json, &json!({ "/beslut/0/rakning_har": true }));
    }),
    letter("brevet om medel som inget sägs om", |json| {
        set(
            json,
            &json!({
                "/meddelat/beslut_uppraknade": "",
                "/meddelat/overenskommelser": false,
                "/meddelat/egen_rubrik": true,
            }),
        );
    }),
];

const fn letter(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, REGION_LETTER, change)
}

#[test]
fn the_letter_says_how_a_decision_shares_out() {
    says(
        &read("regionbesked-12-skane"),
        &[
            "Enligt regeringens beslut II:0 den 15 januari 2024 (S2024/00000) ska beloppet betalas ut",
            "Medlen fördelas efter produkten av befolkningen den 1 november 2023 och standardkostnad. Varje belopp avrundas till hela kronor.",
            "I beloppet ingår sektorsbidraget. Resten, ",
        ],
    );
    for (name, phrase) in [
        (
            "de största resterna tar återstoden",
            "Blir kronor över fördelas de med en var till dem vars",
        ),
        ("den största tar återstoden", "och det största tar den skillnad som uppstår."),
        ("en utpekad region tar återstoden", "och Gotland tar den skillnad som uppstår."),
        (
            "ett beslut med gränser",
            "Varje region får först ett grundbelopp på 398 262 434 kronor. Ingen får mindre än",
        ),
        (
            "ett beslut med gränser",
            "Ingen får mindre än 398 262 434 kronor, som är det belopp Region Skåne får. Ingen får mer än",
        ),
        (
            "ett beslut med gränser som andra når",
            "Ingen får mindre än 398 262 434 kronor. Ingen får mer än 398 262 434 kronor.",
        ),
        (
            "ett beslut med två potter",
            "Potten Sektorsbidrag fördelas efter produkten av befolkningen den",
        ),
        ("ett beslut med två potter", "I potten Sektorsbidrag är beloppen bestämda i beslutet."),
        ("ett beslut justerar beloppen", "och några justeras enligt beslutet."),
        (
            "ett utkast till beslut med fasta belopp",
            "förrän det är det. Beloppen är bestämda i beslutet.",
        ),
        (
            "ett utkast till beslut med fasta belopp",
            "Enligt regeringens utkast till beslut (S2024/00000) skulle Region Skåne få 398 262 434 kronor, att betalas ut så snart som möjligt. Beslutet är inte fattat",
        ),
        (
            "ett utkast till beslut med fasta belopp",
            "Beloppet kommer bland annat från överenskommelser",
        ),
    ] {
        says(&read(name), &[phrase]);
    }
}
