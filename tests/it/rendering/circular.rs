//! The circular with other results: up, down and unchanged; none, one and several; and what its words then say.

use serde_json::{Value, json};

use super::variations::{Variation, first, list_of, named_only, read, set};
use super::{CIRCULAR, at, says};

const fn circular(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, CIRCULAR, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    circular("upp och flera", |json| {
        all(json, "upp", &["Skåne", "Halland", "Dalarna"], [false, true, true]);
    }),
    circular("ner och en", |json| {
        all(json, "ner", &["Skåne"], [true, false, false]);
        set(json, &json!({ "/vinst_forlust/foregaende": "tillsammans" }));
    }),
    circular("oförändrat och ingen", |json| {
        all(json, "oforandrad", &[], [true, false, true]);
    }),
    circular("vinst och förlust efter befolkning", |json| {
        set(
            json,
            &json!({
                "/vinst_forlust/nyckel/efter_statsbidrag": false,
                "/vinst_forlust/nyckel/avtalad": true,
            }),
        );
    }),
    circular("från netto till brutto", |json| {
        set(
            json,
            &json!({
                "/statsbidrag/brott_brutto_netto": true,
                "/statsbidrag/netto": false,
            }),
        );
    }),
    circular("ökningen syns inte i procent", |json| {
        set(json, &json!({ "/statsbidrag/forandring_procent/riktning": "oforandrad" }));
    }),
    circular("höjningar som inte går ihop", |json| does_not_add(json, "upp")),
    circular("höjningar som går ihop", |json| {
        let paths = ["/behovsmodell/nivaeffekt", "/solidariskt/trappa/1/fran_forandring"];
        for path in paths {
            set(json, &json!({ format!("{path}/gar_inte_ihop"): false }));
        }
    }),
    circular("en rad som inte går ihop", |json| {
        let one = json!({ "antal": 1, "rader": ["Uppsala"], "uppraknade": "Uppsala" });
        set(json, &json!({ "/forandring_solidariskt/avrundade": one }));
    }),
    circular("sänkningar som inte går ihop", |json| does_not_add(json, "ner")),
    circular("betalas en månad senare", |json| {
        set(json, &json!({ "/utbetalning/efterslap": 1 }));
    }),
    circular("en egen plan", |json| {
        let share = at(json, "/vinst_forlust/grans_andel").clone();
        let plan = json!({
            "rubrik": "Månadsplan",
            "radrubrik": "Avser kostnader i",
            "kolumner": [
                { "rubrik": "Betalas ut i", "tal": false },
                { "rubrik": "Andel av årets bidrag, procent", "tal": true },
            ],
            "rader": [
                { "rubrik": "januari 2024", "slag": "rad", "celler": ["mars 2024", share] },
            ],
        });
        set(json, &json!({ "/utbetalning/plan": plan }));
    }),
    circular("en egen plan i belopp", |json| {
        set(json, &json!({ "/utbetalning/plan_i_belopp": true }));
        let rows = json!([{ "rubrik": "januari 2024", "slag": "rad", "celler": ["mars 2024"] }]);
        let columns = json!([{ "rubrik": "Betalas ut i", "tal": false }]);
        let plan = json!({
            "rubrik": "Månadsplan",
            "radrubrik": "Avser kostnader i",
            "kolumner": columns,
            "rader": rows,
        });
        set(json, &json!({ "/utbetalning/plan": plan }));
    }),
    circular("de största resterna i cirkuläret", |json| rounding(json, "largest_remainder")),
    circular("den största i cirkuläret", |json| rounding(json, "half_up_residual_to_largest")),
    circular("en utpekad region i cirkuläret", |json| {
        rounding(json, "explicit");
        set(json, &json!({ "/statsbidrag/restregion": "Gotland" }));
    }),
    circular("ett nytt avdrag i annan valuta", |json| {
        let rows = at(json, "/avdrag/rader").as_array_mut().expect("deductions");
        let mut new = rows[1].clone();
        let agreed = new["belopp"].clone();
        set(
            &mut new,
            &json!({
                "/nytt": true,
                "/andamal": "registret över nya läkemedel",
                "/valuta/flera": "norska kronor",
                "/valuta/en": "norsk krona",
                "/valuta/till_kursen": agreed,
                "/regleras/grans": null,
            }),
        );
        rows.push(new);
        set(
            json,
            &json!({ "/avdrag/borttagna": ["ett register"], "/avdrag/rader/0/hette": "Tjänster" }),
        );
        set(json, &json!({ "/avdrag/rader/2/noll": true, "/avdrag/rader/1/mnkr": null }));
    }),
    circular("ett enda avdrag", |json| {
        first(json, "/avdrag/rader", 1);
        set(json, &json!({ "/avdrag/flera": false }));
    }),
    // No workbook gives this: where a deduction is made there is a row. The templates bear it.
    circular("avdrag utan rader", |json| set(json, &json!({ "/avdrag/rader": [] }))),
    circular("inga avdrag", |json| {
        set(json, &json!({ "/avdrag/rader": [], "/avdrag/flera": false, "/avdrag/gors": false }));
    }),
    circular("en avrundad total", |json| {
        let whole = at(json, "/overenskommelse/totalt").clone();
        let rounded =
            json!({ "delarna": whole.clone(), "noggrannhet": whole, "hela_miljoner": false });
        set(json, &json!({ "/overenskommelse/totalt_avrundat": rounded }));
    }),
    circular("en total avrundad till hela miljoner", |json| {
        let whole = at(json, "/overenskommelse/totalt").clone();
        let rounded =
            json!({ "delarna": whole.clone(), "noggrannhet": whole, "hela_miljoner": true });
        set(json, &json!({ "/overenskommelse/totalt_avrundat": rounded }));
    }),
    circular("personer med bara namn", |json| {
        set(json, &json!({ "/kontakter": [named_only()] }));
    }),
    circular("inga personer", |json| {
        for list in ["/kontakter", "/undertecknare", "/register/handlaggare"] {
            set(json, &json!({ list: [] }));
        }
    }),
    // No workbook gives this: regions that are counted are named. The templates bear it.
    circular("regioner utan namn", |json| {
        set(json, &json!({ "/solidariskt/over_medel/namn": [] }));
    }),
    // No workbook gives these: a ladder has a step and the model its groups. The templates bear it.
    circular("ingen trappa och inga grupper", |json| {
        set(
            json,
            &json!({
                "/solidariskt/trappa": [],
                "/behovsmodell/grupper": null,
            }),
        );
    }),
];

fn rounding(json: &mut Value, rule: &str) {
    set(json, &json!({ "/statsbidrag/avrundning": rule }));
}

const LISTS: [&str; 6] = [
    "/behovsmodell/starkare",
    "/behovsmodell/svagare",
    "/behovsmodell/minskar",
    "/solidariskt/over_medel",
    "/solidariskt/nivaer/0/regioner",
    "/solidariskt/vinner",
];

const DIRECTIONS: [&str; 6] = [
    "/statsbidrag/forandring",
    "/statsbidrag/forandring_procent",
    "/behovsmodell/nivaeffekt",
    "/solidariskt/kostnad_forandring",
    "/solidariskt/medel_forandring",
    "/solidariskt/trappa/1/fran_forandring",
];

const FLAGS: [&str; 3] =
    ["/vinst_forlust/flera", "/statsbidrag/brott_brutto_netto", "/behovsmodell/ur_grupper"];

/// The circular with all directions, lists and switches set one way.
fn all(json: &mut Value, direction: &str, names: &[&str], flags: [bool; 3]) {
    for path in LISTS {
        set(json, &json!({ path: list_of(names) }));
    }
    for path in DIRECTIONS {
        set(json, &json!({ format!("{path}/riktning"): direction }));
    }
    for (path, flag) in FLAGS.iter().zip(flags) {
        set(json, &json!({ *path: flag }));
    }
}

fn does_not_add(json: &mut Value, direction: &str) {
    for path in ["/behovsmodell/nivaeffekt", "/solidariskt/trappa/1/fran_forandring"] {
        set(json, &json!({ format!("{path}/riktning"): direction }));
        set(json, &json!({ format!("{path}/gar_inte_ihop"): true }));
    }
}

#[test]
fn up_and_several() {
    let text = read("upp och flera");
    says(
        &text,
        &[
            "Summan ökar med",
            "en ökning med",
            "Genomsnittet ökar med",
            "i tre regioner: Skåne, Halland och Dalarna.",
            "I tre regioner utvecklas",
            "till skillnad från 2023 års bidrag, där de stäms av var för sig",
            "Gränsen för nivå 2 höjs",
        ],
    );
}

#[test]
fn down_and_one() {
    let text = read("ner och en");
    says(
        &text,
        &[
            "Summan minskar med",
            "en minskning med",
            "Genomsnittet minskar med",
            "i en region: Skåne.",
            "stäms av var för sig, till skillnad från 2023 års bidrag, där de stäms av tillsammans:",
            "Gränsen för nivå 2 sänks",
            "grupper och prislappar redovisas inte",
        ],
    );
    assert!(!text.contains("bruttobelopp och"), "the years are comparable: {text}");
}

#[test]
fn unchanged_and_none() {
    let text = read("oförändrat och ingen");
    says(
        &text,
        &[
            "Summan är oförändrad",
            "Genomsnittet är oförändrat",
            "Ingen region har kostnader över rikets medelkostnad.",
            "Ingen region når nivå 2.",
            "Ingen region får mer i ersättning än den betalar i avdrag.",
            "är densamma som 2023",
        ],
    );
}

#[test]
fn notes_name_the_rows_that_do_not_add_one_several_or_none() {
    says(&read("en rad som inte går ihop"), &["På raden för Uppsala går talen inte ihop"]);
    let text = read(CIRCULAR.0);
    says(&text, &["På raderna för Gävleborg, Västerbotten och Norrbotten"]);
    assert!(!text.contains("På raden för går") && !text.contains("På raderna för går"));
}

#[test]
fn a_change_that_does_not_add_as_printed_says_so() {
    let text = read("höjningar som inte går ihop");
    says(
        &text,
        &["kronor, räknat på oavrundade belopp. Det är", "invånare, räknat på oavrundade belopp."],
    );
    let text = read("höjningar som går ihop");
    assert!(!text.contains(", räknat på"), "as printed: {text}");
}

#[test]
fn the_break_between_gross_and_net_goes_both_ways() {
    says(
        &read("från netto till brutto"),
        &[
            "är ett nettobelopp, där statens andel",
            "är ett nettobelopp och bidraget för 2024 ett bruttobelopp.",
            "(övergången från netto till brutto inräknad)",
        ],
    );
}

#[test]
fn months_in_arrears_are_counted_in_swedish() {
    says(&read("betalas en månad senare"), &["bidrag ut, en månad i efterskott."]);
    says(&read("cirkular"), &["bidrag ut, två månader i efterskott."]);
}

#[test]
fn a_plan_of_ones_own_is_told_and_no_twelfths() {
    let text = read("en egen plan");
    says(&text, &["Årets bidrag betalas ut enligt planen nedan, två månader i efterskott."]);
    says(&text, &["Månadsplan Avser kostnader i Betalas ut i", "januari 2024 mars 2024 3"]);
    assert!(!text.contains("tolftedel"), "{text}");
    says(
        &read("en egen plan i belopp"),
        &[
            "Varje region får samma del av månadens belopp som av hela bidraget, avrundad till hela kronor.",
        ],
    );
}

#[test]
fn the_circular_names_who_takes_what_rounding_leaves() {
    for (name, phrase) in [
        ("cirkular", "avrundas en gång, till närmaste hela krona. Vad förändringen"),
        (
            "de största resterna i cirkuläret",
            "De kronor som blir över fördelas med en krona var till de regioner",
        ),
        (
            "den största i cirkuläret",
            "Blir summan då en annan än det belopp som ska fördelas läggs skillnaden på den region som får mest.",
        ),
        ("en utpekad region i cirkuläret", "fördelas läggs skillnaden på Gotland."),
    ] {
        says(&read(name), &[phrase]);
    }
    let text = read("de största resterna i cirkuläret");
    assert!(!text.contains("avrundas en gång"), "{text}");
}

#[test]
fn deductions_are_told_as_they_are() {
    let text = read("ett nytt avdrag i annan valuta");
    says(
        &text,
        &[
            "norska kronor för registret över nya läkemedel. Parterna har avtalat att det är",
            "Avdraget är nytt för 2024.",
            "År 2023 kallades avdraget Tjänster; nu kallas det SOL.",
            "läkemedelsområdet dras inget av 2024.",
            "För ett register dras inget av längre; det gjordes 2023.",
            "regleras senast i utbetalningen i februari 2025.",
        ],
    );
    let text = read("ett enda avdrag");
    assert!(!text.contains("Avdragen är tillsammans"), "{text}");
    let text = read("inga avdrag");
    says(&text, &["Inget dras av före utbetalningen. Hela bidraget,", "Hela beloppet,"]);
    assert!(!text.contains("gemensamma ändamål"), "{text}");
    says(
        &read("en avrundad total"),
        &[
            "Hela bidraget är 38",
            "Det beloppet har parterna avtalat avrundat, med en noggrannhet på 38 430 miljoner kronor.",
            "Totalraden är det avtalade beloppet,",
        ],
    );
}

#[test]
fn nobody_to_ask_is_no_section() {
    let text = read("inga personer");
    assert!(!text.contains("Frågor"), "{text}");
    says(&read("personer med bara namn"), &["besvaras av: – Registrator Avdelningen"]);
}
