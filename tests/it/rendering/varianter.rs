//! The samples with other results: named variations that together take every branch of the templates.

use serde_json::{Value, json};

use super::{
    CIRKULAR, Prov, avstamning, beredskapen, brevvarianter, medelvarianter, pekare, regionbesked,
};

/// A sample, changed.
pub(crate) struct Variant {
    /// What it shows.
    pub(crate) namn: &'static str,
    /// The sample.
    pub(crate) prov: Prov,
    /// The change.
    pub(crate) byt: fn(&mut Value),
}

impl Variant {
    pub(crate) const fn ny(namn: &'static str, prov: Prov, byt: fn(&mut Value)) -> Self {
        Self { namn, prov, byt }
    }

    pub(crate) fn varde(&self) -> Value {
        let mut json = self.prov.varde();
        (self.byt)(&mut json);
        json
    }
}

/// Every variation there is.
pub(crate) fn varianter() -> impl Iterator<Item = &'static Variant> {
    CIRKULARETS
        .iter()
        .chain(brevvarianter::VARIANTER)
        .chain(avstamning::VARIANTER)
        .chain(medelvarianter::VARIANTER)
        .chain(beredskapen::VARIANTER)
        .chain(regionbesked::VARIANTER)
}

/// The variation with a name.
pub(crate) fn variant(namn: &str) -> &'static Variant {
    let hittad = varianter().find(|variant| variant.namn == namn);
    hittad.unwrap_or_else(|| panic!("there is no variation {namn}"))
}

const fn cirkular(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant { namn, prov: CIRKULAR, byt }
}

static CIRKULARETS: &[Variant] = &[
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
    cirkular("vinst och förlust efter befolkning", |json| {
        *pekare(json, "/vinst_forlust/efter_statsbidrag") = json!(false);
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
    // No workbook gives this: regions that are counted are named. The templates bear it.
    cirkular("regioner utan namn", |json| {
        *pekare(json, "/solidariskt/over_medel/namn") = json!([]);
    }),
    // No workbook gives these: a ladder has a step and the model its groups. The templates bear it.
    cirkular("ingen trappa och inga grupper", |json| {
        *pekare(json, "/solidariskt/trappa") = json!([]);
        *pekare(json, "/behovsmodell/grupper") = json!([]);
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

/// Every figure with the mark of what is preliminary.
pub(crate) fn preliminara(json: &mut Value) {
    match json {
        Value::Object(falt) => {
            if falt.contains_key("markt") {
                falt.insert("status".to_owned(), json!("preliminär"));
                falt.insert("markt".to_owned(), json!(true));
            }
            falt.values_mut().for_each(preliminara);
        }
        Value::Array(delar) => delar.iter_mut().for_each(preliminara),
        _ => {}
    }
}

/// Regions that have something in common.
pub(crate) fn lista(namn: &[&str]) -> Value {
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
