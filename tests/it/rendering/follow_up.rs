//! The follow-up of försörjningsberedskap with other results: its variations, and what the words then say.

use serde_json::{Value, json};

use super::variations::{Variation, first, list_of, named_only, preliminary, read, set};
use super::{FOLLOW_UP, at, says};

const fn follow_up(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, FOLLOW_UP, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    follow_up("uppföljningen med bara preliminära tal", preliminary),
    follow_up("en överenskommelse och en region", one),
    follow_up("ingen region", none),
    follow_up("alla regioner når målen", |json| {
        set(json, &json!({ "/mal/alla_nar": true }));
        for goal in at(json, "/mal/utvarderade").as_array_mut().expect("goals") {
            set(goal, &json!({ "/missat": list_of(&[]) }));
        }
    }),
    follow_up("känt en del av perioden", |json| {
        let known = at(json, "/overenskommelser/0/anvant_per_ar/0").clone();
        set(json, &json!({ "/overenskommelser/1/anvant_per_ar": [known] }));
    }),
    follow_up("perioderna är slut", |json| {
        set(
            json,
            &json!({
                "/overenskommelser/0/ar_slut": true,
                "/overenskommelser/0/aterbetalning_passerad": true,
                "/overenskommelser/1/ar_slut": true,
                "/rapporter/0/passerad": true,
                "/medel/kvar": null,
                "/medel/disponibelt": null,
                "/preliminart": true,
            }),
        );
    }),
    follow_up("två nycklar", |json| {
        set(json, &json!({ "/medel/disponibelt_flera": false }));
        let keys = at(json, "/medel/nycklar").as_array_mut().expect("keys");
        keys.push(keys.first().expect("a key").clone());
        set(json, &json!({ "/medel/nycklar/0/avtal": "2022", "/medel/nycklar/1/avtal": "2023" }));
    }),
    follow_up("personer utan roll", |json| {
        set(json, &json!({ "/kontakter": [named_only()] }));
    }),
    // No workbook gives these: there is an agreement, a list and a year. The templates bear it.
    follow_up("ingenting", |json| {
        for path in [
            "/overenskommelser",
            "/medel/nycklar",
            "/mal/utvarderade",
            "/mal/ovriga",
            "/listor/listor",
            "/rapporter",
            "/kontakter",
            "/undertecknare",
        ] {
            set(json, &json!({ path: [] }));
        }
        for path in ["/mal/diagram", "/mal/tabell", "/medel/kvar"] {
            set(json, &json!({ path: null }));
        }
    }),
    follow_up("använt under inget år", |json| {
        set(json, &json!({ "/overenskommelser/0/anvant_per_ar": [] }));
    }),
    follow_up("medel kvar av ingen överenskommelse", |json| {
        set(json, &json!({ "/overenskommelser": [] }));
    }),
];

fn one(json: &mut Value) {
    for (path, value) in [
        ("/medel/antal", json!(1)),
        ("/medel/nycklar/0/antagna", json!("")),
        ("/medel/kvar_exakt", json!(true)),
        ("/medel/okanda", json!("")),
        ("/medel/utan_dag", json!("")),
        ("/medel/disponibelt_hogst", json!("")),
        ("/overenskommelser/0/diarienummer", json!("S2022/00001")),
        ("/overenskommelser/0/utfall/anvant_allt", list_of(&["Kalmar"])),
        ("/overenskommelser/0/utfall/over_medel", list_of(&["Kalmar"])),
        ("/overenskommelser/0/utfall/nastan_allt", list_of(&[])),
        ("/mal/utvarderade/0/missat", list_of(&["Jämtland"])),
        ("/mal/utvarderade/0/veckor/varde", json!(1)),
        ("/mal/utvarderade/0/veckor_i_ord", json!("en")),
        ("/mal/utvarderade/0/minst/varde", json!(1)),
        ("/mal/utvarderade/0/minst_i_ord", json!("en")),
        ("/mal/utvarderade/0/ursprungligen", json!(null)),
        ("/mal/ovriga/0/senast", json!({ "iso": "2024-12-31", "text": "31 december 2024" })),
        ("/listor/listor/1/datum", json!(null)),
        ("/listor/antal", json!(1)),
        ("/lager/antal", json!(1)),
        ("/mal/utvarderade/1/passerat", json!(false)),
    ] {
        set(json, &json!({ path: value }));
    }
    first(json, "/overenskommelser", 1);
    first(json, "/overenskommelser/0/anvant_per_ar", 1);
}

fn none(json: &mut Value) {
    for (path, value) in [
        ("/overenskommelser/0/utfall/anvant_allt", list_of(&[])),
        ("/overenskommelser/0/utfall/over_medel", list_of(&[])),
        ("/mal/utvarderade/0/natt", list_of(&[])),
        ("/mal/utvarderade/0/missat", list_of(&["Skåne", "Halland", "Dalarna"])),
        ("/listor/listor/1/diarienummer", json!(null)),
    ] {
        set(json, &json!({ path: value }));
    }
}

#[test]
fn one_agreement_and_one_region_are_singular() {
    let text = read("en överenskommelse och en region");
    says(
        &text,
        &[
            "Staten har i överenskommelsen för",
            "En region har använt allt: Kalmar.",
            "En region ligger över medelvärdet: Kalmar.",
            "har regionerna tillsammans 710 miljoner kronor kvar.",
            "2022 års överenskommelse (S2022/00001) gav",
            "Intensivvård: en region når inte målet för hur länge lagren ska räcka, Jämtland.",
            "skulle lagren senast den 31 december 2023 räcka i en vecka. En region når inte målet: Jämtland.",
            "(2023 års överenskommelse), senast den 31 december 2024.",
            "Listan har diarienummer S2022/04550.",
            "finns en läkemedelslista.",
            "är ordnad i en nivå, från patienten",
            "Prehospital vård: enligt 2022 års överenskommelse ska lagren senast",
        ],
    );
    assert!(!text.contains("är ett antagande"), "{text}");
    assert!(!text.contains("är avrundad uppåt"), "{text}");
    assert!(!text.contains("är inte känt"), "{text}");
}

#[test]
fn no_region_is_said_to_be_none() {
    says(
        &read("ingen region"),
        &[
            "Ingen region har använt allt.",
            "Ingen region ligger över medelvärdet.",
            "Intensivvård: ingen region når målet",
            "Ingen region når målet. Kortast tid",
            "Listan är daterad den 12 maj 2023.",
        ],
    );
}

#[test]
fn goals_met_by_all_and_money_known_in_part() {
    let text = read("alla regioner når målen");
    says(&text, &["Samtliga regioner når alla mål som har utvärderats."]);
    assert!(!text.contains("Kortast tid räcker"), "{text}");
    says(
        &read("känt en del av perioden"),
        &[
            "Hur mycket av 2023 års medel som användes under 2023 har inte efterfrågats.",
            "har svarat på hur mycket de har använt under en del av perioden:",
            "Regionerna har inte tillfrågats om hur mycket av 2023 års medel de använde under 2023.",
        ],
    );
}

#[test]
fn a_period_that_is_over_is_told_in_the_past() {
    let text = read("perioderna är slut");
    says(
        &text,
        &[
            "Medlen fick användas 2022–2024.",
            "Perioden är slut, och 210 miljoner kronor användes inte.",
            "Alla perioder har löpt ut.",
            "Det som inte hade använts skulle vara återbetalat senast den 31 mars 2025.",
            "Av 2022 års medel är det 210 miljoner kronor, som skulle",
            "vara återbetalade senast den 31 mars 2025.",
            "Av 2023 års medel är det högst 400 miljoner kronor, som ska vara återbetalade senast",
            "det mesta som kan ha varit oanvänt när perioden tog slut.",
            "Delrapport, som skulle lämnas senast den 1 oktober 2024.",
            "Delrapport, som ska lämnas senast den 1 oktober 2025.",
            "Tal som är märkta med * är preliminära.",
        ],
    );
    assert!(!text.contains("som högst kan användas"), "{text}");
    assert!(!text.contains("miljoner kronor kvar"), "{text}");
}
