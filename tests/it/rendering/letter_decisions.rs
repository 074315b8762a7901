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
        set(json, &json!({ "/beslut/0/potter/0/nagra_delar": true }));
    }),
    letter("inget blir över i brevet", |json| {
        set(json, &json!({ "/beslut/0/potter/0/avrundning": "largest_remainder" }));
    }),
    letter("ett beslut med gränser som andra når", |json| {
        let figure = at(json, "/beslut/0/belopp").clone();
        for limit in ["golv", "tak"] {
            set(json, &json!({ format!("/beslut/0/potter/0/{limit}"): figure }));
        }
        set(json, &json!({ "/beslut/0/potter/0/nagra_delar": true }));
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
    letter("ett beslut justerar regionens belopp", |json| {
        let change = at(json, "/statsbidrag/forandring").clone();
        set(
            json,
            &json!({
                "/beslut/0/potter/0/justering": { "belopp": change, "skal": "så står det i beslutet" },
            }),
        );
    }),
    letter("tre beslut i brevet", |json| {
        let day = json!({ "iso": "2024-07-01", "text": "1 juli 2024" });
        set(
            json,
            &json!({
                "/flera_beslut": true,
                "/beslut/0/rakning_har": true,
                "/meddelat/ingar_inte": "cancermedlen",
                "/beslut/0/utbetalningsdag": { "dag": day, "passerad": false },
            }),
        );
        let all = at(json, "/beslut").as_array_mut().expect("decisions");
        let mut draft = all.first().expect("a decision").clone();
        set(&mut draft, &json!({ "/utkast": true }));
        all.extend([draft.clone(), draft]);
        twice(json, "/jamforelse/beslut");
    }),
    letter("två beslut och inga meddelade medel", |json| {
        set(
            json,
            &json!({
                "/meddelat": null,
                "/jamforelse/meddelat": null,
                "/brev/aret_slut": true,
            }),
        );
        twice(json, "/jamforelse/beslut");
    }),
    letter("meddelade medel utan beslut", |json| {
        set(
            json,
            &json!({
                "/flera_beslut": true,
                "/beslut": [],
                "/jamforelse/beslut": [],
                "/meddelat/beslut_uppraknade": "",
                "/meddelat/ingar": "",
            }),
        );
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

/// A list with its first twice.
fn twice(json: &mut Value, path: &str) {
    let list = at(json, path).as_array_mut().expect("a list");
    list.push(list.first().expect("one").clone());
}

const fn letter(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, REGION_LETTER, change)
}

#[test]
fn the_letter_says_how_a_decision_shares_out() {
    says(
        &read("regionbesked-12-skane"),
        &[
            "Enligt regeringens beslut II:0 den 15 januari 2024 (S2024/00000) betalas beloppet ut",
            "Medlen fördelas efter befolkning (den 1 november 2023) och standardkostnad, multiplicerade med varandra. Varje belopp avrundas till hela kronor.",
            "I beloppet ingår sektorsbidraget. Resten, ",
        ],
    );
    for (name, phrase) in [
        (
            "de största resterna tar återstoden",
            "De kronor som blir över går, en var, till dem vars",
        ),
        ("den största tar återstoden", "och det största beloppet ändras så att summan stämmer."),
        ("en utpekad region tar återstoden", "och Gotland tar den skillnad som uppstår."),
        (
            "ett beslut med gränser",
            "när varje region först har fått ett grundbelopp på 398 262 434 kronor. Ingen får mindre än",
        ),
        (
            "ett beslut med gränser",
            "Ingen får mindre än 398 262 434 kronor, som är det belopp Region Skåne får. Ingen får mer än",
        ),
        (
            "ett beslut med gränser som andra når",
            "Ingen får mindre än 398 262 434 kronor. Ingen får mer än 398 262 434 kronor. De regioner som inte når \
             någon gräns delar på det som då är kvar, efter sina andelar.",
        ),
        (
            "ett beslut med gränser",
            "De regioner som inte når någon gräns delar utöver grundbeloppet på det som då är kvar",
        ),
        ("inget blir över i brevet", "Alla belopp blir hela kronor utan avrundning."),
        ("ett beslut med två potter", "Potten Sektorsbidrag fördelas efter befolkning (den"),
        ("ett beslut med två potter", "I potten Sektorsbidrag är beloppen bestämda i beslutet."),
        ("ett beslut justerar beloppen", "och några justeras enligt beslutet."),
        (
            "ett utkast till beslut med fasta belopp",
            "förrän det är det. Beloppen är bestämda i beslutet.",
        ),
        (
            "ett utkast till beslut med fasta belopp",
            "Enligt regeringens utkast till beslut (S2024/00000) skulle Region Skåne få 398 262 434 kronor, som skulle betalas ut så snart som möjligt. Beslutet är inte fattat",
        ),
        (
            "ett beslut justerar regionens belopp",
            "och några justeras enligt beslutet. Region Skåne får 394 350 805 kronor mer: så står det i beslutet.",
        ),
        ("tre beslut i brevet", "Brevet gäller också de här medlen:"),
        ("tre beslut i brevet", "sektorsbidrag, 398 262 434 kronor, enligt ett utkast till beslut"),
        ("tre beslut i brevet", "I meddelade medel ingår inte cancermedlen."),
        ("tre beslut i brevet", "(S2024/00000) betalas beloppet ut den 1 juli 2024."),
        ("tre beslut i brevet", "kronor, som skulle betalas ut den 1 juli 2024."),
        ("tre beslut i brevet", "är platsen 19, för sektorsbidrag 19 och för meddelade medel"),
        ("två beslut och inga meddelade medel", "skulle beloppet betalas ut så snart som möjligt."),
        ("två beslut och inga meddelade medel", "är platsen 19 och för sektorsbidrag 19."),
        ("meddelade medel utan beslut", "När det gäller meddelade medel per invånare är platsen"),
        (
            "ett utkast till beslut med fasta belopp",
            "Beloppet kommer bland annat från överenskommelser",
        ),
    ] {
        says(&read(name), &[phrase]);
    }
}
