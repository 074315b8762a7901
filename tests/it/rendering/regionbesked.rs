//! The letter to a region: variations that take every branch of its templates, and what its prose says
//! of them.

use serde_json::{Value, json};

use super::grenar::{last, sager};
use super::varianter::{Variant, preliminara};
use super::{REGIONBESKED, pekare};

pub(crate) static VARIANTER: &[Variant] = &[
    brev("regionens brev som det är", |_| ()),
    brev("allt är mer", |json| {
        riktningar(json, "upp");
        satt(json, "/solidariskt/over_medel", &json!(true));
        satt(json, "/forandring/utveckling", &json!("starkare"));
        satt(json, "/utbetalning/beslut/utkast", &json!(true));
        satt(json, "/utbetalning/efterslap", &json!(1));
        satt(json, "/utbetalning/utanfor", &json!(""));
        satt(json, "/utbetalning/avtalsar/0/residual_placeras", &json!(true));
        satt(json, "/utbetalning/avtalsar/0/residual/storlek", &json!("1"));
        satt(json, "/utbetalning/avtalsar/0/residual/siffra/varde", &json!(1));
        preliminara(pekare(json, "/utbetalning/avtalsar/0/manadsbelopp"));
    }),
    brev("brevet med bara preliminära tal", preliminara),
    brev("brevet med bara preliminära tal och en krona över", |json| {
        preliminara(json);
        satt(json, "/utbetalning/avtalsar/0/residual/siffra/varde", &json!(1));
    }),
    brev("allt är mindre", |json| {
        riktningar(json, "ner");
        satt(json, "/forandring/utveckling", &json!("svagare"));
        satt(json, "/forandring/netto", &json!(false));
    }),
    brev("allt är lika", |json| {
        riktningar(json, "oforandrad");
        satt(json, "/forandring/utveckling", &json!("lika"));
        satt(json, "/forandring/brott_brutto_netto", &json!(false));
        satt(json, "/statsbidrag/ur_grupper", &json!(false));
        satt(json, "/preliminart", &json!(false));
        satt(json, "/meddelat/prestation", &json!(false));
    }),
    brev("de största resterna tar återstoden", |json| avrundning(json, "largest_remainder")),
    brev("den största tar återstoden", |json| avrundning(json, "half_up_residual_to_largest")),
    brev("en utpekad region tar återstoden", |json| {
        avrundning(json, "explicit");
        satt(json, "/statsbidrag/restregion", &json!("Gotland"));
    }),
    brev("justeringar av alla slag", |json| {
        let skillnad = pekare(json, "/utbetalning/justeringar/4/grund/skillnad").clone();
        let siffra = pekare(json, "/utbetalning/justeringar/1/belopp").clone();
        let alla = pekare(json, "/utbetalning/justeringar").as_array_mut().expect("a list");
        let mut ny = alla.first().expect("an adjustment").clone();
        preliminara(pekare(&mut ny, "/belopp"));
        for grund in [
            json!({ "slag": "aterbaring_prognos", "prognos": siffra, "andel": siffra }),
            slutlig(&skillnad, &siffra, "ner"),
            slutlig(&skillnad, &siffra, "oforandrad"),
            json!({ "slag": "nyckel", "belopp": siffra, "andel": siffra, "nyckel": "befolkning" }),
        ] {
            satt(&mut ny, "/grund", &grund);
            alla.push(ny.clone());
        }
    }),
    brev("inget att justera och ingen att fråga", |json| {
        for lista in [
            "/utbetalning/justeringar",
            "/utbetalning/avtalsar",
            "/beredskap/avtal",
            "/beredskap/mal",
            "/kontakter",
            "/undertecknare",
        ] {
            satt(json, lista, &json!([]));
        }
        satt(json, "/brev/diarienummer", &json!(null));
    }),
    brev("allt är använt och ett mål missat", |json| {
        satt(json, "/beredskap/avtal/0/slut", &json!(true));
        satt(json, "/beredskap/mal/0/natt", &json!(false));
        satt(json, "/beredskap/mal/0/veckor/varde", &json!(1));
        satt(json, "/beredskap/mal/0/veckor_i_ord", &json!("en"));
        satt(json, "/beredskap/mal/1/mal/varde", &json!(1));
        satt(json, "/beredskap/mal/1/mal_i_ord", &json!("en"));
    }),
    brev("mindre använt än genomsnittet", |json| {
        satt(json, "/beredskap/avtal/0/anvant/over_medel", &json!(false));
        satt(json, "/beredskap/avtal/0/anvant/nastan_allt", &json!(true));
        satt(json, "/beredskap/antagen_nyckel", &json!(""));
        satt(json, "/utbetalning/justeringar/1/grund/storst_tar_resten", &json!(false));
    }),
    brev("kontakter med bara namn i brevet", |json| {
        let kontakt =
            json!([{ "namn": "Registrator", "roll": "", "telefon": null, "e_post": null }]);
        satt(json, "/kontakter", &kontakt);
    }),
];

const fn brev(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant::ny(namn, REGIONBESKED, byt)
}

fn satt(json: &mut Value, plats: &str, varde: &Value) {
    pekare(json, plats).clone_from(varde);
}

/// Every direction one way.
fn riktningar(json: &mut Value, riktning: &str) {
    for plats in [
        "/statsbidrag/forandring",
        "/statsbidrag/avstand",
        "/solidariskt/netto",
        "/jamforelse/avstand",
        "/utbetalning/avtalsar/0/residual",
        "/utbetalning/avtalsar/1/residual",
    ] {
        satt(json, &format!("{plats}/riktning"), &json!(riktning));
    }
}

fn avrundning(json: &mut Value, regel: &str) {
    satt(json, "/statsbidrag/avrundning", &json!(regel));
    satt(json, "/sektorsbidrag/avrundning", &json!(regel));
}

fn slutlig(skillnad: &Value, andel: &Value, riktning: &str) -> Value {
    let mut skillnad = skillnad.clone();
    satt(&mut skillnad, "/riktning", &json!(riktning));
    json!({ "slag": "aterbaring_slutlig", "skillnad": skillnad, "andel": andel })
}

#[test]
fn the_letter_says_which_way_things_went() {
    let text = last("allt är mer");
    sager(
        &text,
        &[
            "kronor mer än 2023 (brutto då, netto nu). Sektorsbidraget",
            "kronor över genomsnittet.",
            "är högre än rikets medelkostnad",
            "får den netto",
            "Räknat i kronor per invånare har regionens belopp utvecklats starkare än genomsnittet.",
            "en månad i efterskott, enligt utkastet till regeringens beslut",
            "Tolv månadsbelopp är tillsammans en krona mer än bidraget, och skillnaden regleras i den sista",
            "kronor mer i statsbidrag för läkemedelsförmånerna än genomsnittet för riket. Det ger plats",
        ],
    );
    let text = last("allt är mindre");
    sager(
        &text,
        &[
            "kronor mindre än 2023 (netto då, brutto nu). Sektorsbidraget",
            "kronor under genomsnittet.",
            "och ger ingen ersättning. Med det avdrag som alla regioner betalar bidrar den netto",
            "regionens belopp utvecklats svagare än genomsnittet.",
            "men bidraget för 2024 är ett bruttobelopp. Den skillnaden ingår i nivån.",
            "mindre än bidraget, och skillnaden regleras inte.",
            "kronor mindre i statsbidrag för läkemedelsförmånerna än genomsnittet för riket",
        ],
    );
    let text = last("allt är lika");
    sager(
        &text,
        &[
            "lika mycket som 2023. Sektorsbidraget",
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
    sager(
        &last("regionens brev som det är"),
        &["till närmaste hela krona, uppåt från femtio öre."],
    );
    for (namn, sats) in [
        ("de största resterna tar återstoden", "avrundas sedan nedåt till hela kronor."),
        ("den största tar återstoden", "Den region som får mest tar den skillnad"),
        ("en utpekad region tar återstoden", "Gotland tar den skillnad som uppstår"),
    ] {
        sager(&last(namn), &[sats]);
    }
}

#[test]
fn the_letter_says_how_each_adjustment_was_computed() {
    sager(
        &last("justeringar av alla slag"),
        &[
            "Beloppet är angivet i beslutet.",
            "kronor fördelas efter bidraget för 2023. Regionens andel är",
            "kronor fördelas efter befolkningen. Regionens andel är",
            "fördelas efter befolkning:",
            "kronor större än prognosen",
            "kronor mindre än prognosen",
            "Återbäringen blev som prognosen.",
            "Statens andel är",
            "invånare. Den region som får mest tar resten.",
        ],
    );
    let text = last("inget att justera och ingen att fråga");
    for utan in
        ["Så är justeringarna", "Frågor om brevet", "räckte regionens lager", "Diarienummer"]
    {
        assert!(!text.contains(utan), "{utan}: {text}");
    }
}

#[test]
fn the_letter_says_what_is_used_and_which_goals_are_met() {
    sager(
        &last("regionens brev som det är"),
        &[
            "procent, mer än medelvärdet av regionernas andelar",
            "Att samma befolkning används för 2023 och 2024 års medel är ett antagande.",
            "Hur mycket av 2023 års medel som användes under 2023 är inte känt.",
            "Överenskommelsen för 2024 anger ingen dag.",
            "är nått.",
            "Tal som är märkta med * är preliminära.",
        ],
    );
    sager(
        &last("allt är använt och ett mål missat"),
        &["har regionen använt allt, mer än", "en vecka. Målet, minst fyra veckor, är inte nått."],
    );
    let text = last("mindre använt än genomsnittet");
    sager(
        &text,
        &["har regionen använt nästan allt, inte mer än medelvärdet av regionernas andelar"],
    );
    assert!(!text.contains("antagande") && !text.contains("tar resten. mars"), "{text}");
}
