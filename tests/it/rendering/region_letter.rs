//! The letter to a region: variations that take every branch of its templates, and what its prose says
//! of them.

use serde_json::{Value, json};

use super::variations::{Variation, first, named_only, preliminary, read, set};
use super::{REGION_LETTER, at, says};

pub(crate) static VARIATIONS: &[Variation] = &[
    letter("allt är mer", |json| {
        directions(json, "upp");
        set(
            json,
            &json!({
                "/solidariskt/over_medel": true,
                "/forandring/utveckling": "starkare",
                "/utbetalning/beslut/utkast": true,
                "/utbetalning/efterslap": 1,
                "/utbetalning/utanfor": "",
                "/efterat/reglerade_avdrag": [],
                "/utbetalning/avtalsar/0/residual_placeras": true,
                "/utbetalning/avtalsar/0/residual/storlek": "1",
                "/utbetalning/avtalsar/0/residual/siffra/varde": 1,
            }),
        );
        preliminary(at(json, "/utbetalning/avtalsar/0/manadsbelopp"));
    }),
    letter("varje skillnad regleras, efter ett bruttoår", |json| {
        *at(json, "/efterat/reglerade_avdrag/0/grans") = Value::Null;
        *at(json, "/efterat/aterbaring") = json!(true);
    }),
    letter("det som kunde ändras har passerat", |json| {
        let all = at(json, "/efterat/reglerade_avdrag").as_array_mut().expect("deductions");
        let mut one = all.first().expect("a deduction").clone();
        set(&mut one, &json!({ "/passerad": true }));
        let mut without = one.clone();
        set(&mut without, &json!({ "/grans": null }));
        *all = vec![one, without];
        set(json, &json!({ "/efterat/passerat": true, "/efterat/vinst_forlust/passerad": true }));
    }),
    letter("brevet med bara preliminära tal", preliminary),
    letter("brevet med bara preliminära tal och en krona över", |json| {
        preliminary(json);
        set(json, &json!({ "/utbetalning/avtalsar/0/residual/siffra/varde": 1 }));
    }),
    letter("inget ändras i efterhand i brevet", |json| {
        set(json, &json!({ "/efterat/vinst_forlust": null, "/efterat/reglerade_avdrag": [] }));
    }),
    letter("utfallet blev inom gränserna i brevet", |json| {
        set(
            json,
            &json!({
                "/utbetalning/justeringar/2/rubrik": "Vinst/förlust förmånen 2023",
                "/utbetalning/justeringar/2/grund": { "slag": "inom_granserna" },
                "/beredskap/passerade": "2022",
                "/beredskap/alla_passerade": true,
            }),
        );
    }),
    letter("allt är mindre", |json| {
        directions(json, "ner");
        set(
            json,
            &json!({
                "/forandring/utveckling": "svagare",
                "/forandring/netto": false,
            }),
        );
    }),
    letter("allt är lika", |json| {
        directions(json, "oforandrad");
        set(
            json,
            &json!({
                "/forandring/utveckling": "lika",
                "/forandring/solidariskt": null,
                "/forandring/brott_brutto_netto": false,
                "/statsbidrag/ur_grupper": false,
                "/preliminart": false,
                "/meddelat/prestation": false,
                "/beredskap/avtal/0/anvant/over_medel": false,
            }),
        );
    }),
    letter("de största resterna tar återstoden", |json| rounding(json, "largest_remainder")),
    letter("den största tar återstoden", |json| rounding(json, "half_up_residual_to_largest")),
    letter("en utpekad region tar återstoden", |json| {
        rounding(json, "explicit");
        set(
            json,
            &json!({
                "/statsbidrag/restregion": "Gotland",
                "/beslut/0/potter/0/restmottagare": "Gotland",
            }),
        );
    }),
    letter("justeringar av alla slag", |json| {
        let difference = at(json, "/utbetalning/justeringar/4/grund/skillnad").clone();
        let figure = at(json, "/utbetalning/justeringar/1/belopp").clone();
        let all = at(json, "/utbetalning/justeringar").as_array_mut().expect("a list");
        let mut new = all.first().expect("an adjustment").clone();
        preliminary(at(&mut new, "/belopp"));
        for basis in [
            json!({ "slag": "aterbaring_prognos", "prognos": figure, "andel": figure }),
            final_rebate(&difference, &figure, "ner"),
            final_rebate(&difference, &figure, "oforandrad"),
            json!({ "slag": "nyckel", "belopp": figure, "andel": figure, "nyckel": "befolkning" }),
        ] {
            set(&mut new, &json!({ "/grund": basis }));
            all.push(new.clone());
        }
    }),
    letter("inget att justera och ingen att fråga", |json| {
        for list in [
            "/utbetalning/justeringar",
            "/utbetalning/avtalsar",
            "/beredskap/avtal",
            "/beredskap/nycklar",
            "/beredskap/mal",
            "/kontakter",
            "/undertecknare",
        ] {
            set(json, &json!({ list: [] }));
        }
        set(json, &json!({ "/brev/diarienummer": null }));
    }),
    letter("allt är använt och ett mål missat", |json| {
        for (place, before) in [(0, true), (1, false)] {
            let all = json!({ "/slut": true, "/slut_fore": before, "/okanda_ar": "2024" });
            set(at(json, &format!("/beredskap/avtal/{place}")), &all);
        }
        set(json, &json!({ "/beredskap/okant": "" }));
        set(
            json,
            &json!({
                "/beredskap/mal/0/natt": false,
                "/beredskap/mal/0/veckor/varde": 1,
                "/beredskap/mal/0/veckor_i_ord": "en",
                "/beredskap/mal/1/mal/varde": 1,
                "/beredskap/mal/1/mal_i_ord": "en",
            }),
        );
    }),
    letter("mindre använt än genomsnittet", |json| {
        set(
            json,
            &json!({
                "/beredskap/avtal/0/anvant/over_medel": false,
                "/beredskap/avtal/0/anvant/under_medel": true,
                "/beredskap/avtal/0/anvant/nastan_allt": true,
                "/beredskap/nycklar/0/antagna": "",
                "/beredskap/passerade": "2022",
                "/utbetalning/justeringar/1/grund/storst_tar_resten": false,
            }),
        );
    }),
    letter("brevet om bara läkemedelsförmånerna", |json| {
        for part in ["/utbetalning", "/meddelat", "/beredskap", "/jamforelse/meddelat"] {
            set(json, &json!({ part: null }));
        }
        set(json, &json!({ "/beslut": [], "/jamforelse/beslut": [] }));
        first(json, "/korthet/rader", 1);
        set(json, &json!({ "/huvud/vilar_pa_exempel": false }));
    }),
    letter("brevet utan meddelade medel", |json| {
        set(json, &json!({ "/meddelat": null, "/jamforelse/meddelat": null }));
    }),
    letter("brevet enligt egna planer", |json| {
        set(
            json,
            &json!({
                "/utbetalning/avtalsar/0/manadsbelopp": null,
                "/utbetalning/avtalsar/0/residual/riktning": "oforandrad",
                "/utbetalning/avtalsar/1/manadsbelopp": null,
                "/utbetalning/avtalsar/1/plan_i_belopp": true,
            }),
        );
    }),
    letter("två nycklar i brevet", |json| {
        set(json, &json!({ "/beredskap/nycklar/0/avtal": "2022" }));
    }),
    letter("under tröskeln", |json| {
        let least = at(json, "/solidariskt/medelkostnad").clone();
        set(
            json,
            &json!({
                "/solidariskt/over_medel": true,
                "/solidariskt/under_troskel": least,
                "/forandring/solidariskt/lagsta_kostnad": true,
            }),
        );
    }),
    letter("över tröskeln", |json| {
        let least = at(json, "/solidariskt/medelkostnad").clone();
        set(json, &json!({ "/solidariskt/over_medel": true, "/solidariskt/over_troskel": least }));
    }),
    letter("över tröskeln till ett steg", |json| {
        let least = at(json, "/solidariskt/medelkostnad").clone();
        set(
            json,
            &json!({
                "/solidariskt/over_medel": true,
                "/solidariskt/over_troskel": least,
                "/solidariskt/ersattning": least,
            }),
        );
    }),
    letter("allt i brevet är betalat", |json| {
        set(
            json,
            &json!({
                "/utbetalning/passerat": true,
                "/utbetalning/avtalsar/1/passerad": true,
                "/brev/aret_slut": true,
                "/beslut/0/utbetalningsdag": {
                    "dag": { "iso": "2024-03-01", "text": "1 mars 2024" },
                    "passerad": true,
                },
            }),
        );
    }),
    letter("ett steg i brevet", |json| {
        let share = at(json, "/solidariskt/medelkostnad").clone();
        set(
            json,
            &json!({
                "/solidariskt/over_medel": true,
                "/solidariskt/ersattning": share,
                "/meddelat/overenskommelser": false,
            }),
        );
    }),
    letter("kontakter med bara namn i brevet", |json| {
        set(json, &json!({ "/kontakter": [named_only()] }));
    }),
];

const fn letter(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, REGION_LETTER, change)
}

/// Every direction one way.
fn directions(json: &mut Value, direction: &str) {
    for place in [
        "/statsbidrag/forandring",
        "/statsbidrag/avstand",
        "/solidariskt/netto",
        "/jamforelse/avstand",
        "/utbetalning/avtalsar/0/residual",
        "/utbetalning/avtalsar/1/residual",
    ] {
        set(json, &json!({ format!("{place}/riktning"): direction }));
    }
}

fn rounding(json: &mut Value, rule: &str) {
    set(
        json,
        &json!({
            "/statsbidrag/avrundning": rule,
            "/beslut/0/potter/0/avrundning": rule,
            "/beslut/0/potter/0/avrundas": true,
        }),
    );
}

fn final_rebate(difference: &Value, share: &Value, direction: &str) -> Value {
    let mut difference = difference.clone();
    set(&mut difference, &json!({ "/riktning": direction }));
    json!({ "slag": "aterbaring_slutlig", "skillnad": difference, "andel": share })
}

#[test]
fn the_letter_says_which_way_things_went() {
    let text = read("allt är mer");
    says(
        &text,
        &[
            "kronor mer än 2023, men då var det ett bruttobelopp och nu är det ett nettobelopp. Sektorsbidraget",
            "kronor över genomsnittet",
            "är högre än rikets medelkostnad",
            "får regionen netto",
            "Räknat i kronor per invånare har regionens belopp utvecklats starkare än genomsnittet.",
            "en månad i efterskott, enligt utkastet till regeringens beslut",
            "Tolv månadsbelopp är tillsammans en krona mer än bidraget, och skillnaden regleras i den sista",
            "kronor mer i statsbidrag för läkemedelsförmånerna än genomsnittet för riket. Det ger plats",
        ],
    );
    let text = read("allt är mindre");
    says(
        &text,
        &[
            "kronor mindre än 2023, men då var det ett nettobelopp och nu är det ett bruttobelopp. Sektorsbidraget",
            "och ger ingen ersättning. Med det avdrag som alla regioner betalar bidrar regionen netto",
            "regionens belopp utvecklats svagare än genomsnittet.",
            "men bidraget för 2024 är ett bruttobelopp. Den skillnaden ingår i nivån.",
            "mindre än bidraget, och skillnaden regleras inte.",
            "kronor mindre i statsbidrag för läkemedelsförmånerna än genomsnittet för riket",
        ],
    );
    let text = read("allt är lika");
    says(
        &text,
        &[
            "invånare, lika mycket som genomsnittet.",
            "som alla regioner betalar tar ut varandra.",
            "regionens belopp utvecklats som genomsnittet.",
            "Tolv månadsbelopp är tillsammans lika med bidraget.",
            "lika mycket i statsbidrag för läkemedelsförmånerna som genomsnittet för riket. Det ger",
        ],
    );
    assert!(!text.contains("rakt av") && !text.contains("Modellkostnaden bygger"), "{text}");
}

#[test]
fn the_letter_names_who_takes_what_rounding_leaves() {
    says(&read("regionbesked-12-skane"), &["till närmaste hela krona, uppåt från femtio öre."]);
    for (name, phrase) in [
        ("de största resterna tar återstoden", "avrundas sedan nedåt till hela kronor."),
        ("den största tar återstoden", "läggs skillnaden på den region som får mest."),
        ("en utpekad region tar återstoden", "läggs skillnaden på Gotland."),
    ] {
        says(&read(name), &[phrase]);
    }
}

#[test]
fn the_letter_says_how_each_adjustment_was_computed() {
    says(
        &read("justeringar av alla slag"),
        &[
            "Beloppet är angivet i beslutet.",
            "kronor fördelas efter bidraget för 2023. Regionens andel är",
            "kronor fördelas efter befolkningen. Regionens andel är",
            "fördelas efter befolkningen:",
            "kronor större än prognosen",
            "kronor mindre än prognosen",
            "Återbäringen blev som prognosen.",
            "Statens andel är",
            "invånare. Den skillnad som avrundningen ger läggs på den region som får mest.",
        ],
    );
    let text = read("inget att justera och ingen att fråga");
    for without in ["Så är justeringarna", "Frågor om brevet", "räckte lagren", "Diarienummer"]
    {
        assert!(!text.contains(without), "{without}: {text}");
    }
}
