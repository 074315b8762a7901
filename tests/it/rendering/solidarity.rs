//! The circular's part on solidarity financing with other diseases and ladders: one step, two and three, a least
//! cost for compensation, criteria and remarks or none; and what its words then say.

use serde_json::{Value, json};

use super::variations::{Variation, first, list_of, read, set};
use super::{CIRCULAR, at, says};

const fn circular(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, CIRCULAR, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    circular("ett kriterium och ingen anmärkning", |json| {
        set(json, &json!({ "/solidariskt/anmarkningar": [], "/solidariskt/antal_kriterier": 1 }));
        first(json, "/solidariskt/kriterier", 1);
    }),
    circular("inga kriterier", |json| {
        set(json, &json!({ "/solidariskt/anmarkningar": [], "/solidariskt/kriterier": [] }));
    }),
    circular("ett steg i trappan", |json| {
        ladder_before(json);
        set(
            json,
            &json!({
                "/solidariskt/trappa/0/till": null,
                "/solidariskt/antal_steg": 1,
                "/solidariskt/antal_steg_foregaende": "två",
                "/solidariskt/nivaer": [],
            }),
        );
        first(json, "/solidariskt/trappa", 1);
    }),
    circular("ett steg som ersatte mer förut", |json| {
        let share = at(json, "/solidariskt/trappa/1/ersattning").clone();
        set(
            json,
            &json!({
                "/solidariskt/trappa/0/till": null,
                "/solidariskt/trappa/0/ersattning_foregaende": share,
                "/solidariskt/antal_steg": 1,
                "/solidariskt/nivaer": [],
            }),
        );
        first(json, "/solidariskt/trappa", 1);
    }),
    circular("två steg av vilka det ena ersatte mindre förut", |json| {
        let share = at(json, "/solidariskt/trappa/0/ersattning").clone();
        set(json, &json!({ "/solidariskt/trappa/1/ersattning_foregaende": share }));
    }),
    circular("ett steg förra året", |json| {
        let share = at(json, "/solidariskt/trappa/1/ersattning").clone();
        let step = json!({ "ersattning": share, "till": null, "nast_sist": false });
        set(
            json,
            &json!({
                "/solidariskt/antal_steg_foregaende": "ett",
                "/solidariskt/trappa_foregaende": [step],
            }),
        );
    }),
    circular("tre steg förra året", |json| {
        ladder_before(json);
        let first = at(json, "/solidariskt/trappa_foregaende/0").clone();
        let steps = at(json, "/solidariskt/trappa_foregaende").as_array_mut().expect("steps");
        let mut lower = first;
        set(&mut lower, &json!({ "/nast_sist": false }));
        steps.insert(0, lower);
        set(json, &json!({ "/solidariskt/antal_steg_foregaende": "tre" }));
    }),
    circular("tre steg i trappan", |json| {
        let share = at(json, "/solidariskt/trappa/1/ersattning").clone();
        let ladder = at(json, "/solidariskt/trappa").as_array_mut().expect("steps");
        let mut middle = ladder.first().expect("a step").clone();
        let new = json!({ "/niva": "2", "/fran_medel": false, "/ersattning": share });
        set(&mut middle, &new);
        ladder.insert(1, middle);
        ladder_before(json);
        set(
            json,
            &json!({
                "/solidariskt/antal_steg": 3,
                "/solidariskt/antal_steg_i_ord": "tre",
                "/solidariskt/antal_steg_foregaende": "två",
                "/solidariskt/nivaer/0/hogre": true,
                "/solidariskt/trappa/2/niva": "3",
            }),
        );
    }),
    circular("en ny tröskel", |json| threshold(json, true, &["Skåne"])),
    circular("en ändrad tröskel", |json| {
        threshold(json, false, &[]);
        let before = at(json, "/solidariskt/medel_foregaende").clone();
        set(json, &json!({ "/solidariskt/troskel_foregaende": before }));
    }),
    circular("en oförändrad tröskel", |json| threshold(json, false, &["Skåne", "Halland"])),
    circular("ingen tröskel längre", |json| {
        let before = at(json, "/solidariskt/medel_foregaende").clone();
        set(json, &json!({ "/solidariskt/troskel_foregaende": before }));
    }),
    circular("en kostnad nära året före", |json| {
        set(json, &json!({ "/solidariskt/kostnad_forandring/riktning": "oforandrad" }));
    }),
    circular("precis samma kostnad som året före", |json| {
        set(
            json,
            &json!({
                "/solidariskt/kostnad_forandring/riktning": "oforandrad",
                "/solidariskt/samma_kostnad": true,
            }),
        );
    }),
    // No workbook gives these: a ladder has a step. The templates bear it.
    circular("stegen var två, men inga sägs", |json| {
        set(json, &json!({ "/solidariskt/antal_steg_foregaende": "två" }));
    }),
    circular("ett steg men ingen trappa", |json| {
        set(json, &json!({ "/solidariskt/trappa": [], "/solidariskt/antal_steg": 1 }));
    }),
];

/// That last year's ladder had two steps, and what they were.
fn ladder_before(json: &mut Value) {
    let [first, second] =
        [0, 1].map(|step| at(json, &format!("/solidariskt/trappa/{step}/ersattning")).clone());
    let to = at(json, "/solidariskt/medel_foregaende").clone();
    set(
        json,
        &json!({ "/solidariskt/trappa_foregaende": [
            { "ersattning": first, "till": to, "nast_sist": true },
            { "ersattning": second, "till": null, "nast_sist": false },
        ]}),
    );
}

/// A cost from which a region is compensated at all, new or not, and who is.
fn threshold(json: &mut Value, is_new: bool, compensated: &[&str]) {
    let least = at(json, "/solidariskt/trappa/1/fran").clone();
    set(
        json,
        &json!({
            "/solidariskt/troskel": { "belopp": least, "ny": is_new },
            "/solidariskt/ersatts": list_of(compensated),
        }),
    );
}

#[test]
fn diseases_are_remarked_on_and_judged_by_the_workbook() {
    says(
        &read("cirkular"),
        &["om allt det här är uppfyllt:", "Gauchers sjukdom omfattas fortfarande,"],
    );
    let text = read("ett kriterium och ingen anmärkning");
    says(&text, &["En sjukdom omfattas om det här villkoret är uppfyllt:"]);
    assert!(!text.contains("omfattas fortfarande"), "{text}");
    let text = read("inga kriterier");
    assert!(!text.contains("En sjukdom omfattas om"), "{text}");
}

#[test]
fn a_cost_like_that_of_the_year_before_is_about_or_just_the_same() {
    says(
        &read("en kostnad nära året före"),
        &["De var 1 488 miljoner kronor, ungefär lika mycket som året före."],
    );
    says(
        &read("precis samma kostnad som året före"),
        &["De var 1 488 miljoner kronor, lika mycket som året före."],
    );
}

#[test]
fn a_ladder_of_one_step_two_or_three_is_told_as_it_is() {
    let text = read("ett steg i trappan");
    says(
        &text,
        &[
            "Av det som ligger över rikets medelkostnad, 141 kronor per invånare, ersätts 85 procent.",
            "För 2023 var stegen två, räknade från rikets medelkostnad: \
             85 procent upp till 136 kronor per invånare och 90 procent däröver.",
        ],
    );
    for without in ["i steg:", "Nivå 1: ", "Gränsen för", "når nivå"] {
        assert!(!text.contains(without), "{without}: {text}");
    }
    says(&read("ett steg som ersatte mer förut"), &["För 2023 ersattes 90 procent av det."]);
    says(
        &read("två steg av vilka det ena ersatte mindre förut"),
        &["Nivå 2: 90 procent", "För 2023 var ersättningen på den nivån 85 procent."],
    );
    says(
        &read("ett steg förra året"),
        &["För 2023 ersattes 90 procent av allt över rikets medelkostnad."],
    );
    says(
        &read("tre steg förra året"),
        &["För 2023 var stegen tre, räknade från rikets medelkostnad: \
             85 procent upp till 136 kronor per invånare, 85 procent upp till 136 kronor per invånare \
             och 90 procent däröver."],
    );
    says(&read("cirkular"), &["ersätts kostnaderna i två steg:", "Ingen region når nivå 2. "]);
    says(
        &read("tre steg i trappan"),
        &[
            "ersätts kostnaderna i tre steg:",
            "Nivå 2: 90 procent",
            "För 2023 var stegen två, räknade från rikets medelkostnad: \
             85 procent upp till 136 kronor per invånare och 90 procent däröver.",
            "Ingen region når nivå 2 eller högre.",
        ],
    );
}

#[test]
fn a_least_cost_for_compensation_is_told_with_what_became_of_it() {
    let least = "Bara regioner vars kostnad är minst 271 kronor per invånare får ersättning.";
    let new = read("en ny tröskel");
    says(
        &new,
        &[
            least,
            "Någon sådan gräns fanns inte för 2023.",
            "Ersättning får de vars kostnad är minst 271 kronor per invånare, en region: Skåne.",
        ],
    );
    says(
        &read("en ändrad tröskel"),
        &[least, "För 2023 var gränsen 136 kronor.", "Ingen region har så höga kostnader"],
    );
    let text = read("en oförändrad tröskel");
    says(&text, &[least, "Kostnader upp till rikets medelkostnad bär regionen själv."]);
    assert!(!text.contains("För 2023 var gränsen"), "{text}");
    let text = read("ingen tröskel längre");
    says(
        &text,
        &[
            "För 2023 krävdes en kostnad på minst 136 kronor",
            "Någon sådan gräns finns inte för 2024.",
        ],
    );
    assert!(!text.contains("Bara regioner vars kostnad"), "{text}");
}
