//! A decision that shares out money with other keys, limits and policies than that of 2024, and what its prose then
//! says.

use serde_json::{Value, json};

use super::variations::{Variation, preliminary, read, set};
use super::{SECTOR, at, says};

pub(crate) static VARIATIONS: &[Variation] = &[
    sector("beslutet utan kopior", |json| {
        set(
            json,
            &json!({
                "/kopior": [],
                "/fordelning/kolumner/0/dag": null,
                "/fordelning/kolumner/1/harledd": false,
                "/fordelning/kolumner/1/avrundad": false,
            }),
        );
    }),
    sector("inget blir över", |json| left_over(json, "largest_remainder", "oforandrad", 0)),
    sector("en krona blir över", |json| left_over(json, "largest_remainder", "upp", 1)),
    sector("elva kronor blir över", |json| left_over(json, "largest_remainder", "upp", 11)),
    sector("det största har inget att ta", |json| {
        left_over(json, "half_up_residual_to_largest", "oforandrad", 0);
    }),
    sector("det största får en krona", |json| {
        left_over(json, "half_up_residual_to_largest", "upp", 1);
    }),
    sector("det största ger två kronor", |json| {
        left_over(json, "half_up_residual_to_largest", "ner", 2);
    }),
    sector("den utpekade får en krona", |json| {
        left_over(json, "explicit", "upp", 1);
        set(json, &json!({ "/fordelning/potter/0/restmottagare": "Gotland" }));
    }),
    sector("den utpekade ger en krona", |json| {
        left_over(json, "explicit", "ner", -1);
        set(json, &json!({ "/fordelning/potter/0/restmottagare": "Gotland" }));
    }),
    sector("två kronor fördelas med justeringar", |json| {
        left_over(json, "justeringar", "ner", -2);
        adjusted(json, &[("ner", "3", -3), ("upp", "1", 1)]);
    }),
    sector("justeringar som tar ut varandra", |json| {
        left_over(json, "justeringar", "oforandrad", 0);
        adjusted(json, &[("ner", "1", -1), ("upp", "1", 1)]);
    }),
    sector("en pott efter befolkningen med golv", |json| {
        let figure = at(json, "/fordelning/potter/0/belopp").clone();
        set(
            json,
            &json!({
                "/fordelning/potter/0/flera_faktorer": false,
                "/fordelning/potter/0/faktorer": ["befolkning"],
                "/fordelning/potter/0/faktorer_uppraknade": "befolkning",
                "/fordelning/potter/0/faktorer_med_dag": "befolkningen den 1 november 2023",
                "/fordelning/potter/0/grundbelopp": figure,
                "/fordelning/potter/0/kvar": figure,
                "/fordelning/potter/0/golv": figure,
                "/fordelning/potter/0/vid_golvet": "Gotland och Jämtland Härjedalen",
                "/fordelning/potter/0/nagra_delar": true,
                "/fordelning/potter/0/kvar_ovriga": figure,
                "/fordelning/per_inv/lika": true,
            }),
        );
    }),
    sector("en pott med golv och tak som några når", |json| {
        let figure = at(json, "/fordelning/potter/0/belopp").clone();
        set(
            json,
            &json!({
                "/fordelning/potter/0/golv": figure,
                "/fordelning/potter/0/tak": figure,
                "/fordelning/potter/0/vid_taket": "Stockholm",
                "/fordelning/potter/0/nagra_delar": true,
                "/fordelning/potter/0/kvar_ovriga": figure,
            }),
        );
    }),
    sector("en pott efter andelar som är givna", |json| {
        let figure = at(json, "/fordelning/potter/0/vikt").clone();
        set(
            json,
            &json!({
                "/fordelning/potter/0/flera_faktorer": false,
                "/fordelning/potter/0/andelar": figure,
            }),
        );
    }),
    sector("en pott med tak", |json| {
        let figure = at(json, "/fordelning/potter/0/belopp").clone();
        set(json, &json!({ "/fordelning/potter/0/tak": figure }));
    }),
    sector("två potter, den ena med fasta belopp", |json| {
        let figure = at(json, "/fordelning/potter/0/belopp").clone();
        let potter = at(json, "/fordelning/potter").as_array_mut().expect("pots");
        let mut fixed = potter.first().expect("a pot").clone();
        set(
            &mut fixed,
            &json!({
                "/nummer": 2,
                "/namn": "Centrum",
                "/fasta_belopp": true,
                "/flera_faktorer": false,
                "/faktorer": [],
                "/faktorer_uppraknade": "",
            }),
        );
        potter.push(fixed);
        set(
            json,
            &json!({
                "/fordelning/flera_potter": true,
                "/fordelning/per_inv": null,
                "/fordelning/potter/0/golv": figure,
                "/fordelning/potter/0/tak": figure,
            }),
        );
    }),
    sector("beslutet som ett utkast", |json| {
        set(
            json,
            &json!({
                "/beslut/utkast": true,
                "/beslut/av_regeringen": false,
                "/beslut/myndighet": "Socialstyrelsen",
                "/beslut/departement": null,
            }),
        );
        let mut sections = at(json, "/fore").take();
        let last = sections.as_array_mut().and_then(|all| all.last_mut()).expect("sections");
        set(last, &json!({ "/sist": true }));
        set(json, &json!({ "/fore": [], "/efter": sections }));
    }),
    sector("grundbelopp som är hela potten, och inga stycken efter", |json| {
        let figure = at(json, "/fordelning/potter/0/belopp").clone();
        let mut nothing = figure.clone();
        set(&mut nothing, &json!({ "/varde": 0, "/text": "0" }));
        set(
            json,
            &json!({
                "/efter": [],
                "/fordelning/potter/0/grundbelopp": figure,
                "/fordelning/potter/0/kvar": nothing,
            }),
        );
    }),
    sector("beloppen är bestämda, och inget visas", |json| {
        set(
            json,
            &json!({
                "/exempel": null,
                "/fordelning/potter/0/fasta_belopp": true,
                "/fordelning/potter/0/faktorer": [],
            }),
        );
    }),
    sector("ett beslut utan potter", |json| {
        set(
            json,
            &json!({
                "/fore/0/stycken": [],
                "/fore/1/stycken/0": [],
                "/fordelning/potter": [],
                "/fordelning/kolumner": [],
            }),
        );
    }),
    sector("beslutet med bara preliminära tal", preliminary),
];

const fn sector(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, SECTOR, change)
}

/// The decision with another policy, and what it leaves over.
fn left_over(json: &mut Value, rounding: &str, direction: &str, kronor: i64) {
    set(
        json,
        &json!({
            "/fordelning/potter/0/avrundning": rounding,
            "/fordelning/potter/0/residual/riktning": direction,
            "/fordelning/potter/0/residual/storlek": kronor.abs().to_string(),
            "/fordelning/potter/0/residual/siffra/varde": kronor,
        }),
    );
}

/// Adjustments: direction, size, and kronor.
fn adjusted(json: &mut Value, all: &[(&str, &str, i64)]) {
    let residual = at(json, "/fordelning/potter/0/residual").clone();
    let adjustment = |(direction, size, kronor): &(&str, &str, i64)| {
        let mut change = residual.clone();
        set(
            &mut change,
            &json!({ "/riktning": direction, "/storlek": size, "/siffra/varde": kronor }),
        );
        json!({ "mottagare": "Gotland", "belopp": change, "skal": "så står det i beslutet" })
    };
    let all: Vec<_> = all.iter().map(adjustment).collect();
    set(json, &json!({ "/fordelning/potter/0/justeringar": all }));
}

#[test]
fn the_decision_says_what_rounding_left_over_and_who_got_it() {
    for (name, phrases) in [
        (
            "beslut-sektorsbidrag",
            &[
                "för sig till närmaste hela krona, uppåt från femtio öre. Avrundningen går jämnt ut, så att",
            ][..],
        ),
        ("inget blir över", &["Alla belopp blir hela kronor utan avrundning."]),
        (
            "en krona blir över",
            &["Den krona som blir över går till den vars belopp avrundades ned mest"],
        ),
        (
            "elva kronor blir över",
            &["Därefter återstår 11 kronor. De fördelas med en krona var till de regioner vars"],
        ),
        (
            "det största har inget att ta",
            &["uppåt från femtio öre. Avrundningen går jämnt ut, så att hela"],
        ),
        (
            "det största får en krona",
            &["är tillsammans 1 krona mindre än det som ska fördelas. Skillnaden läggs till det \
               största beloppet, som Stockholm får."],
        ),
        (
            "det största ger två kronor",
            &["är tillsammans 2 kronor mer än det som ska fördelas. Skillnaden dras av från det \
               största beloppet, som Stockholm får."],
        ),
        ("den utpekade får en krona", &["Skillnaden läggs till beloppet till Gotland."]),
        ("den utpekade ger en krona", &["Skillnaden dras av från beloppet till Gotland."]),
        (
            "två kronor fördelas med justeringar",
            &[
                "2 kronor mer än det som ska fördelas. Skillnaden fördelas med justeringar.",
                "Gotland får 3 kronor mindre: så står det i beslutet.",
                "Gotland får 1 krona mer: så står det i beslutet.",
            ],
        ),
        (
            "justeringar som tar ut varandra",
            &["Avrundningen går jämnt ut, men några belopp justeras."],
        ),
    ] {
        says(&read(name), phrases);
    }
}

#[test]
fn the_decision_says_by_what_and_within_which_limits_it_shares_out() {
    let text = read("en pott efter befolkningen med golv");
    says(
        &text,
        &[
            "Av beloppet, 3 000 000 000 kronor, får varje region först ett grundbelopp på 3 000 000 000 kronor.",
            "Resten, 3 000 000 000 kronor, fördelas efter befolkningen den 1 november 2023.",
            "En regions andel är förhållandet mellan dess befolkning och alla regioners sammanlagda befolkning.",
            "Ingen region får mindre än 3 000 000 000 kronor. \
             Gotland och Jämtland Härjedalen får därför det beloppet. Grundbeloppet räknas då in. \
             De övriga delar utöver grundbeloppet på det som då är kvar, 3 000 000 000 kronor, efter sina andelar.",
            "Beloppet per invånare är lika stort för alla, så när som på avrundningen.",
        ],
    );
    assert!(!text.contains("fördelningstal är"), "{text}");
    says(
        &read("en pott med tak"),
        &[
            "En regions fördelningstal är dess befolkning och standardkostnad, multiplicerade med varandra.",
            "Ingen region får mer än 3 000 000 000 kronor, men alla får mindre än så efter sina andelar.",
        ],
    );
    says(
        &read("en pott med golv och tak som några når"),
        &[
            "Ingen region får mindre än 3 000 000 000 kronor, men alla får mer än så efter sina andelar.",
            "Ingen region får mer än 3 000 000 000 kronor. Stockholm får därför det beloppet. De övriga",
        ],
    );
    let text = read("två potter, den ena med fasta belopp");
    says(
        &text,
        &[
            "potter. De fördelas var för sig och läggs ihop för varje region.",
            "mindre än 3 000 000 000 kronor, men alla får mer än så",
            "får mer än 3 000 000 000 kronor",
            "Beloppen är bestämda för varje region och står i kolumnen Centrum i tabell 1.",
            "Tillsammans får Gotland 19 956 824 kronor.",
        ],
    );
    assert!(!text.contains("kronor per invånare. Mest"), "{text}");
}

#[test]
fn the_decision_names_copies_and_origins_only_if_there_are_any() {
    let text = read("beslut-sektorsbidrag");
    says(
        &text,
        &[
            "Kopia till",
            "Befolkningen avser den 1 november 2023.",
            "Talen i kolumnen Standardkostnad är härledda",
            "Kolumnen Standardkostnad är avrundad i tabellen",
        ],
    );
    let text = read("beslutet utan kopior");
    for without in ["Kopia till", "härledd", "avser den", "avrundad i tabellen"] {
        assert!(!text.contains(without), "{without} in {text}");
    }
}

#[test]
fn a_draft_of_another_authority_says_so() {
    let text = read("beslutet som ett utkast");
    says(&text, &["Det här är ett utkast.", "Beslut II:0", "Socialstyrelsen"]);
    for without in ["På regeringens vägnar", "Regeringsbeslut"] {
        assert!(!text.contains(without), "{without} in {text}");
    }
}

/// Prose, table and worked sum: what is marked in the data is marked where it is printed.
#[test]
fn the_mark_of_what_is_preliminary_follows_the_figure_into_the_decision() {
    assert!(!read("beslut-sektorsbidrag").contains('*'));
    let text = read("beslutet med bara preliminära tal").replace([' ', '\u{a0}'], "");
    for marked in [
        "beslutaratt3000000000*kronor",
        "Gotland61093*",
        "284*kronorperinvånare",
        "*Preliminäruppgift.",
    ] {
        assert!(text.contains(marked), "{marked} not in {text}");
    }
}
