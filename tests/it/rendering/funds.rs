//! The overview of money per region with other results, what its prose then says, and that the mark of what is
//! preliminary goes along with the figures.

use serde_json::{Value, json};

use super::variations::{Variation, list_of, named_only, read, set, settled};
use super::{OVERVIEW, at, says};

pub(crate) static VARIATIONS: &[Variation] = &[
    overview("beskedet med diarienummer", |json| {
        set(json, &json!({ "/diarienummer": "S2024/00000" }));
    }),
    overview("inga prestationer", |json| {
        set(
            json,
            &json!({
                "/ingar/prestation": false,
                "/ingar/overenskommelser": [],
                "/kontakter": [],
            }),
        );
    }),
    overview("flera beslut ingår", |json| {
        let decisions = at(json, "/ingar/beslut").as_array_mut().expect("decisions");
        decisions.push(decisions[0].clone());
        set(json, &json!({ "/ingar/flera_beslut": true }));
    }),
    overview("flera beslut ingår, och inga överenskommelser", |json| {
        set(
            json,
            &json!({
                "/ingar/flera_beslut": true,
                "/ingar/overenskommelser": [],
            }),
        );
    }),
    overview("ett utkast ingår", |json| {
        set(json, &json!({ "/ingar/beslut/0/utkast": true }));
    }),
    overview("ett beslut och ett utkast ingår", |json| {
        let mut draft = at(json, "/ingar/beslut/0").clone();
        set(&mut draft, &json!({ "/utkast": true, "/medel_bestamd": "cancermedlen" }));
        at(json, "/ingar/beslut").as_array_mut().expect("decisions").push(draft);
        set(json, &json!({ "/ingar/flera_beslut": true }));
    }),
    // No workbook gives this: several decisions are some. The templates bear it.
    overview("flera beslut utan beslut", |json| {
        set(json, &json!({ "/ingar/beslut": [], "/ingar/flera_beslut": true }));
    }),
    overview("inga beslut ingår", |json| {
        set(json, &json!({ "/ingar/beslut": [], "/ingar/beslut_uppraknade": "" }));
    }),
    overview("varken beslut eller överenskommelser", |json| {
        set(
            json,
            &json!({
                "/ingar/beslut": [],
                "/ingar/beslut_uppraknade": "",
                "/ingar/overenskommelser": [],
            }),
        );
    }),
    overview("överenskommelser utan prestationer", |json| {
        set(json, &json!({ "/ingar/prestation": false }));
    }),
    overview("varken överenskommelser eller övriga medel", |json| {
        set(json, &json!({ "/ingar/overenskommelser": [], "/tabell2": null }));
    }),
    overview("fastställda medel", |json| {
        settled(json);
        set(json, &json!({ "/tabell2/rader/7/rubrik": "Kortare köer (cirka)" }));
    }),
    overview("alla får lika", |json| {
        set(json, &json!({ "/per_inv/over_medel": list_of(&[]) }));
        spoken_of(json, "oforandrad", "oforandrad");
    }),
    overview("en får mer", |json| {
        set(json, &json!({ "/per_inv/over_medel": list_of(&["Gotland"]) }));
        spoken_of(json, "oforandrad", "ner");
    }),
    overview("mer än vad som har nämnts", |json| spoken_of(json, "upp", "upp")),
    overview("mindre än vad som har nämnts", |json| spoken_of(json, "ner", "ner")),
    overview("kontakter med bara namn", |json| {
        set(json, &json!({ "/kontakter": [named_only()] }));
    }),
];

const fn overview(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, OVERVIEW, change)
}

/// The overview with another amount spoken of: what rounding does not explain, and all that differs.
fn spoken_of(json: &mut Value, difference: &str, rounding: &str) {
    set(
        json,
        &json!({
            "/omtalat/skillnad/riktning": difference,
            "/omtalat/skillnad/storlek": if difference == "oforandrad" { "0" } else { "700" },
            "/omtalat/avrundning/riktning": rounding,
        }),
    );
}

/// How many stars a variation prints.
fn marks(name: &str) -> usize {
    read(name).matches('*').count()
}

/// Prose, table, diagram and lines: what is marked in the data is marked where it is printed.
#[test]
fn the_mark_of_what_is_preliminary_follows_the_figure() {
    let text = read("besked").replace([' ', '\u{a0}'], "");
    for marked in [
        "9842*miljoner",
        "9,8*miljarder",
        "42*miljoner",
        "Riket932*",
        "Stockholm860*",
        "1326*kronor",
        "2000,0*",
    ] {
        assert!(text.contains(marked), "{marked} not in {text}");
    }
    assert_eq!(marks("fastställda medel"), 0);
    let text = read("fastställda medel");
    assert!(!text.contains("reliminär"), "{text}");
}

/// In the follow-up and the letters, whose prose goes through lists of agreements, months and goals.
#[test]
fn the_mark_follows_the_figure_into_lists() {
    for (name, phrases) in [
        (
            "uppföljningen med bara preliminära tal",
            [
                "använt 290* av 500* miljoner kronor, eller 58,0* procent",
                "högst 710* miljoner kronor kvar",
                "290* miljoner kronor, 30* miljoner under 2022 och 260* miljoner under 2023. Det är 58,0* procent",
                "Medelvärdet av regionernas andelar är 60,1* procent och medianen 59,4* procent",
                "Kortast tid räcker lagren i Jämtland, två* veckor",
                "har 230* substanser",
            ],
        ),
        (
            "brevet med bara preliminära tal",
            [
                "har regionen använt 64,4* procent, mer än medelvärdet av regionernas andelar, 60,1* procent",
                "fyra* veckor. Målet, minst fyra* veckor",
                "är 5 100 738 882* kronor, eller en tolftedel, 425 061 574* kronor, i månaden",
                "Tolv månadsbelopp är tillsammans 6* kronor mer",
                "163 214* kronor fördelas efter befolkningen: 1 420 772* av 10 554 692* invånare.",
                "är större än 100 000* kronor",
            ],
        ),
    ] {
        says(&read(name), &phrases);
    }
    says(
        &read("brevet med bara preliminära tal och en krona över"),
        &["Tolv månadsbelopp är tillsammans en* krona mindre"],
    );
}

#[test]
fn the_overview_says_what_is_counted_already() {
    let text = read("besked");
    says(
        &text,
        &[
            "En del av pengarna betalas bara ut till regioner som har nått de resultat",
            "I beloppen ingår sektorsbidraget, 3 000 miljoner kronor, enligt ett särskilt beslut.",
            "är beloppen för sektorsbidraget hämtade ur beslutet.",
            "Medlen enligt beslutet och överenskommelserna är alltså redan inräknade.",
            "De får inte läggas till beloppen en gång till.",
            "Mer än genomsnittet får tolv regioner.",
        ],
    );
    let text = read("inga prestationer");
    says(&text, &["Medlen enligt beslutet är alltså redan inräknade."]);
    for without in
        ["försörjningsberedskap", "gäller de:", "nått de resultat", "bland annat", "Frågor"]
    {
        assert!(!text.contains(without), "{without} in {text}");
    }
}

#[test]
fn the_overview_without_a_decision_speaks_of_agreements_alone() {
    let text = read("inga beslut ingår");
    says(
        &text,
        &[
            "Medlen kommer bland annat från överenskommelserna mellan staten och",
            "Medlen enligt överenskommelserna är alltså redan inräknade.",
            "visar det som har meddelats.",
        ],
    );
    for without in ["I beloppen ingår", "Resten", "framräknat"] {
        assert!(!text.contains(without), "{without} in {text}");
    }
}

#[test]
fn the_overview_says_how_the_sum_relates_to_what_was_spoken_of() {
    for (name, phrases) in [
        (
            "besked",
            [
                "är det 9,8* miljarder kronor. Det är det belopp som har nämnts",
                "Att summan är 42* miljoner kronor större än det nämnda beloppet beror alltså bara",
            ],
        ),
        ("en får mer", ["miljoner kronor mindre än det nämnda", "får en region: Gotland."]),
        ("alla får lika", ["Ingen region får mer än genomsnittet.", "som har nämnts för medlen"]),
        (
            "mer än vad som har nämnts",
            [
                "är 9,8* miljarder kronor. Det är 700* miljoner kronor mindre än den avrundade summan. Summan är 42* miljoner",
                "kronor större, och det är mer än vad avrundningen förklarar.",
            ],
        ),
        (
            "mindre än vad som har nämnts",
            ["Summan är 42* miljoner kronor mindre", "mer än vad avrundningen förklarar."],
        ),
    ] {
        says(&read(name), &phrases);
    }
    assert!(!read("alla får lika").contains("Att summan är"), "nothing to explain");
}

#[test]
fn the_registration_number_stands_only_if_there_is_one() {
    assert!(!read("besked").contains("Diarienummer"));
    says(&read("beskedet med diarienummer"), &["Diarienummer S2024/00000"]);
    says(&read("kontakter med bara namn"), &["besvaras av: – Registrator"]);
}

/// The chart is told in words, with its extremes and the mean.
#[test]
fn the_overviews_diagram_has_a_text() {
    let mut json = OVERVIEW.value();
    let text = at(&mut json, "/per_inv/diagram1_text").as_str().expect("a text").to_owned();
    for words in ["Gotland med 1\u{a0}326", "Stockholm med 860", "riket, 932 kronor", "preliminära"]
    {
        assert!(text.contains(words), "{words} not in {text}");
    }
}
