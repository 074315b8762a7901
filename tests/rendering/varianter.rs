//! The samples with other results: named variations that together take every branch of the templates.

use serde_json::{Value, json};

use super::{BESKED, BILAGA, CIRKULAR, Prov, SEKTORSBIDRAG, pekare};

/// A sample, changed.
pub(crate) struct Variant {
    /// What it shows.
    pub(crate) namn: &'static str,
    /// The sample.
    pub(crate) prov: Prov,
    /// The change.
    byt: fn(&mut Value),
}

impl Variant {
    pub(crate) fn varde(&self) -> Value {
        let mut json = self.prov.varde();
        (self.byt)(&mut json);
        json
    }
}

/// The variation with a name.
pub(crate) fn variant(namn: &str) -> &'static Variant {
    let hittad = VARIANTER.iter().find(|variant| variant.namn == namn);
    hittad.unwrap_or_else(|| panic!("there is no variation {namn}"))
}

const fn cirkular(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant { namn, prov: CIRKULAR, byt }
}

const fn bilaga(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant { namn, prov: BILAGA, byt }
}

const fn sektorsbidrag(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant { namn, prov: SEKTORSBIDRAG, byt }
}

const fn besked(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant { namn, prov: BESKED, byt }
}

pub(crate) static VARIANTER: &[Variant] = &[
    cirkular("cirkuläret som det är", |_| ()),
    cirkular("upp och flera", |json| {
        satt(json, "upp", &["Skåne", "Halland", "Dalarna"], [true, false, true, true]);
    }),
    cirkular("ner och en", |json| satt(json, "ner", &["Skåne"], [false, true, false, false])),
    cirkular("oförändrat och ingen", |json| {
        satt(json, "oforandrad", &[], [false, false, false, true]);
    }),
    cirkular("var för sig båda åren", |json| {
        *pekare(json, "/vinst_forlust/tillsammans") = json!(false);
        *pekare(json, "/vinst_forlust/tillsammans_foregaende_ar") = json!(false);
    }),
    cirkular("tillsammans båda åren", |json| {
        *pekare(json, "/vinst_forlust/tillsammans_foregaende_ar") = json!(true);
    }),
    cirkular("från netto till brutto", |json| {
        *pekare(json, "/statsbidrag/brott_brutto_netto") = json!(true);
        *pekare(json, "/statsbidrag/netto") = json!(false);
    }),
    cirkular("ökningen syns inte i procent", |json| {
        *pekare(json, "/statsbidrag/forandring_procent/riktning") = json!("oforandrad");
    }),
    cirkular("höjningar som inte går ihop", |json| gar_inte_ihop(json, "upp")),
    cirkular("sänkningar som inte går ihop", |json| gar_inte_ihop(json, "ner")),
    cirkular("betalas en månad senare", |json| *pekare(json, "/utbetalning/efterslap") = json!(1)),
    cirkular("utan Gauchers sjukdom", |json| {
        *pekare(json, "/solidariskt/sjukdomar") = json!("blödarsjuka");
    }),
    cirkular("personer med bara namn", |json| {
        *pekare(json, "/kontakter") =
            json!([{ "namn": "Registrator", "roll": "", "telefon": null, "e_post": null }]);
    }),
    cirkular("inga personer", |json| {
        for lista in ["/kontakter", "/undertecknare", "/register/handlaggare"] {
            *pekare(json, lista) = json!([]);
        }
    }),
    cirkular("ett steg i trappan", |json| {
        *pekare(json, "/solidariskt/trappa/0/till") = json!(null);
        pekare(json, "/solidariskt/trappa").as_array_mut().expect("steps").truncate(1);
    }),
    cirkular("tre steg i trappan", |json| {
        let trappa = pekare(json, "/solidariskt/trappa").as_array_mut().expect("steps");
        let mut mellan = trappa.first().expect("a step").clone();
        *pekare(&mut mellan, "/fran_medel") = json!(false);
        trappa.insert(1, mellan);
    }),
    // No workbook gives these: a ladder has a step and the model its groups. The templates bear it.
    cirkular("ingen trappa och inga grupper", |json| {
        *pekare(json, "/solidariskt/trappa") = json!([]);
        *pekare(json, "/behovsmodell/grupper") = json!([]);
    }),
    bilaga("bilagan som den är", |_| ()),
    bilaga("återstoden placeras", |json| *pekare(json, "/residual_placeras") = json!(true)),
    bilaga("tolv månader räcker inte", |json| {
        *pekare(json, "/residual/riktning") = json!("ner");
    }),
    bilaga("ingen återstod", |json| *pekare(json, "/residual/riktning") = json!("oforandrad")),
    bilaga("en enda månad", |json| *pekare(json, "/ovriga_manader") = json!(null)),
    sektorsbidrag("beslutet som det är", |_| ()),
    sektorsbidrag("beslutet utan kopior", |json| {
        *pekare(json, "/kopior") = json!([]);
        *pekare(json, "/beslut/riksdagen") = json!(null);
        *pekare(json, "/exempel/standardkostnad_per_inv/status") = json!("fastställd");
    }),
    sektorsbidrag("inget blir över", |json| rest(json, "largest_remainder", "oforandrad", "0")),
    sektorsbidrag("en krona blir över", |json| rest(json, "largest_remainder", "upp", "1")),
    sektorsbidrag("elva kronor blir över", |json| rest(json, "largest_remainder", "upp", "11")),
    sektorsbidrag("det största har inget att ta", |json| {
        rest(json, "half_up_residual_to_largest", "oforandrad", "0");
    }),
    sektorsbidrag("det största får en krona", |json| {
        rest(json, "half_up_residual_to_largest", "upp", "1");
    }),
    sektorsbidrag("det största ger två kronor", |json| {
        rest(json, "half_up_residual_to_largest", "ner", "2");
    }),
    sektorsbidrag("preliminär befolkning", |json| {
        for plats in ["/exempel/befolkning", "/tabell/rader/7/celler/0", "/fordelning/per_inv"] {
            *pekare(json, &format!("{plats}/status")) = json!("preliminär");
        }
    }),
    besked("beskedet som det är", |_| ()),
    besked("beskedet med diarienummer", |json| {
        *pekare(json, "/diarienummer") = json!("S2024/00000");
    }),
    besked("inga prestationer", |json| {
        *pekare(json, "/ingar/prestation") = json!(false);
        *pekare(json, "/ingar/overenskommelser") = json!([]);
        *pekare(json, "/ingar/overenskommelser_uppraknade") = json!("");
        *pekare(json, "/kontakter") = json!([]);
    }),
    besked("fastställda medel", |json| {
        faststallt(json);
        *pekare(json, "/tabell2/rader/7/rubrik") = json!("Kortare köer (cirka)");
    }),
    besked("alla får lika", |json| {
        *pekare(json, "/per_inv/over_medel") = lista(&[]);
        omtalat(json, "oforandrad", "oforandrad");
    }),
    besked("en får mer", |json| {
        *pekare(json, "/per_inv/over_medel") = lista(&["Gotland"]);
        omtalat(json, "oforandrad", "ner");
    }),
    besked("mer än vad som har nämnts", |json| omtalat(json, "upp", "upp")),
    besked("mindre än vad som har nämnts", |json| omtalat(json, "ner", "ner")),
    besked("kontakter med bara namn", |json| {
        *pekare(json, "/kontakter") =
            json!([{ "namn": "Registrator", "roll": "", "telefon": null, "e_post": null }]);
    }),
];

const LISTOR: [&str; 6] = [
    "/behovsmodell/starkare",
    "/behovsmodell/svagare",
    "/behovsmodell/minskar",
    "/solidariskt/over_medel",
    "/solidariskt/over_ovre_steg",
    "/solidariskt/vinner",
];

const RIKTNINGAR: [&str; 6] = [
    "/statsbidrag/forandring",
    "/statsbidrag/forandring_procent",
    "/behovsmodell/nivaeffekt",
    "/solidariskt/kostnad_forandring",
    "/solidariskt/medel_forandring",
    "/solidariskt/ovre_steg_forandring",
];

const FLAGGOR: [&str; 4] = [
    "/vinst_forlust/tillsammans",
    "/vinst_forlust/tillsammans_foregaende_ar",
    "/statsbidrag/brott_brutto_netto",
    "/behovsmodell/ur_grupper",
];

/// The circular with all directions, lists and switches set one way.
fn satt(json: &mut Value, riktning: &str, namn: &[&str], flaggor: [bool; 4]) {
    for path in LISTOR {
        *pekare(json, path) = lista(namn);
    }
    for path in RIKTNINGAR {
        *pekare(json, &format!("{path}/riktning")) = json!(riktning);
    }
    for (path, flagga) in FLAGGOR.iter().zip(flaggor) {
        *pekare(json, path) = json!(flagga);
    }
}

fn lista(namn: &[&str]) -> Value {
    let antal_i_ord = ["noll", "ett", "två", "tre"].get(namn.len()).copied().unwrap_or("flera");
    let uppraknade = match namn {
        [] => String::new(),
        [enda] => (*enda).to_owned(),
        [forsta @ .., sista] => format!("{} och {sista}", forsta.join(", ")),
    };
    json!({ "antal": namn.len(), "antal_i_ord": antal_i_ord, "namn": namn, "uppraknade": uppraknade })
}

fn gar_inte_ihop(json: &mut Value, riktning: &str) {
    for path in ["/behovsmodell/nivaeffekt", "/solidariskt/ovre_steg_forandring"] {
        *pekare(json, &format!("{path}/riktning")) = json!(riktning);
        *pekare(json, &format!("{path}/gar_inte_ihop")) = json!(true);
    }
}

/// The decision with another policy, and what it leaves over.
fn rest(json: &mut Value, avrundning: &str, riktning: &str, storlek: &str) {
    *pekare(json, "/fordelning/avrundning") = json!(avrundning);
    *pekare(json, "/fordelning/residual/riktning") = json!(riktning);
    *pekare(json, "/fordelning/residual/storlek") = json!(storlek);
}

/// The overview with another amount spoken of: what rounding does not explain, and all that differs.
fn omtalat(json: &mut Value, skillnad: &str, avrundning: &str) {
    *pekare(json, "/omtalat/skillnad/riktning") = json!(skillnad);
    *pekare(json, "/omtalat/avrundning/riktning") = json!(avrundning);
}

/// The same document with nothing preliminary left in it.
fn faststallt(json: &mut Value) {
    match json {
        Value::Object(falten) => {
            for (falt, varde) in falten {
                match falt.as_str() {
                    "status" if varde == "preliminär" => *varde = json!("fastställd"),
                    "preliminart" => *varde = json!(false),
                    _ => faststallt(varde),
                }
            }
        }
        Value::Array(delar) => delar.iter_mut().for_each(faststallt),
        _ => {}
    }
}
