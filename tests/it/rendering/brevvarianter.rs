//! Variations of the papers of the regleringsbrev: every kind of adjustment in every direction, the
//! residual placed or not, one annex or none, a draft.

use serde_json::{Value, json};

use super::varianter::Variant;
use super::{BILAGA, BILAGA2, BREV, PLAN, Prov, SAMLAT, pekare};

const fn av(prov: Prov, namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant { namn, prov, byt }
}

pub(crate) static VARIANTER: &[Variant] = &[
    av(BILAGA, "bilagan som den är", |_| ()),
    av(BILAGA, "återstoden placeras", |json| {
        *pekare(json, "/bilaga/residual_placeras") = json!(true);
    }),
    av(BILAGA, "tolv månader räcker inte", |json| {
        *pekare(json, "/bilaga/residual/riktning") = json!("ner");
    }),
    av(BILAGA, "ingen återstod", |json| {
        *pekare(json, "/bilaga/residual/riktning") = json!("oforandrad");
    }),
    av(BILAGA, "utan justering", |json| {
        *pekare(json, "/bilaga/justerade") = json!([]);
        *pekare(json, "/bilaga/justeringar") = json!([]);
    }),
    av(BILAGA, "många kolumner", |json| {
        for lista in ["/bilaga/tabell/kolumner".to_owned()]
            .into_iter()
            .chain((0..22).map(|rad| format!("/bilaga/tabell/rader/{rad}/celler")))
        {
            let lista = pekare(json, &lista).as_array_mut().expect("columns");
            lista.extend(lista.clone());
        }
    }),
    av(BILAGA2, "en månad med två justeringar", |_| ()),
    av(BILAGA2, "ett utkast", |json| *pekare(json, "/bilaga/beslut/utkast") = json!(true)),
    av(BILAGA2, "IHSI under gränsen", |json| {
        *pekare(json, "/bilaga/justeringar/1/totalt/riktning") = json!("oforandrad");
    }),
    av(BILAGA2, "IHSI med angivna belopp", |json| {
        *pekare(json, "/bilaga/justeringar/1/ihsi") = json!(null);
    }),
    av(BILAGA2, "återbäring utan angiven andel", |json| {
        *pekare(json, "/bilaga/justeringar/0/aterbaring_andel") = json!(null);
        let forsta = pekare(json, "/bilaga/justeringar/0").clone();
        *pekare(json, "/bilaga/justeringar/1") = forsta;
        *pekare(json, "/bilaga/justeringar/1/slag") = json!("aterbaring_slutlig");
    }),
    av(BILAGA2, "vinst", |json| vinst_forlust(json, "ner", true)),
    av(BILAGA2, "förlust", |json| vinst_forlust(json, "upp", false)),
    av(BILAGA2, "varken vinst eller förlust", |json| vinst_forlust(json, "oforandrad", true)),
    av(BILAGA2, "av särskilt skäl", |json| {
        *pekare(json, "/bilaga/justeringar/0/slag") = json!("annan");
    }),
    av(BREV, "brevet som det är", |_| ()),
    av(BREV, "ett första beslut", |json| {
        *pekare(json, "/brev/andrar") = json!(null);
        *pekare(json, "/brev/kopior") = json!([]);
    }),
    av(BREV, "en enda bilaga", |json| {
        *pekare(json, "/brev/antal_bilagor") = json!(1);
        *pekare(json, "/brev/utanfor/flera") = json!(true);
        pekare(json, "/brev/bilagor").as_array_mut().expect("annexes").truncate(1);
    }),
    av(BREV, "brev med alla slags justeringar", |json| {
        let forlaga = pekare(json, "/brev/bilagor/1/justeringar/0").clone();
        let riktningar = ["upp", "ner", "oforandrad"].iter().cycle();
        let justering = |(slag, riktning): (&&str, &&str)| {
            let mut ny = forlaga.clone();
            *pekare(&mut ny, "/slag") = json!(slag);
            *pekare(&mut ny, "/totalt/riktning") = json!(riktning);
            ny
        };
        *pekare(json, "/brev/bilagor/1/justeringar") =
            ALLA_SLAG.iter().zip(riktningar).map(justering).collect();
    }),
    // No workbook gives these: there is an annex, and three who get money. The templates bear it.
    av(BREV, "varken bilagor eller medel", |json| {
        *pekare(json, "/brev/bilagor") = json!([]);
        *pekare(json, "/brev/medel") = json!([]);
        *pekare(json, "/brev/utanfor") = json!(null);
    }),
    av(SAMLAT, "brev och bilagor samlat", |_| ()),
    av(SAMLAT, "ett utkast, samlat", |json| {
        *pekare(json, "/brev/beslut/utkast") = json!(true);
        for plats in 0..4 {
            *pekare(json, &format!("/bilagor/{plats}/beslut/utkast")) = json!(true);
        }
    }),
    av(SAMLAT, "samlat utan bilagor", |json| *pekare(json, "/bilagor") = json!([])),
    av(PLAN, "planen som den är", |_| ()),
    av(PLAN, "planen utan justeringar", |json| {
        *pekare(json, "/plan/justeringar") = json!([]);
        *pekare(json, "/plan/justeringar_totalt") = json!(null);
        *pekare(json, "/plan/justeringstabell") = json!(null);
        *pekare(json, "/plan/utanfor") = json!(null);
    }),
    av(PLAN, "planen med justeringar uppåt", |json| {
        *pekare(json, "/plan/justeringar_totalt/riktning") = json!("upp");
        *pekare(json, "/plan/utanfor/flera") = json!(true);
        *pekare(json, "/plan/avtalsar/0/residual/riktning") = json!("oforandrad");
    }),
    av(PLAN, "planen med justeringar som tar ut varandra", |json| {
        *pekare(json, "/plan/justeringar_totalt/riktning") = json!("oforandrad");
    }),
    av(PLAN, "återstoden placeras i planen", |json| {
        *pekare(json, "/plan/avtalsar/0/residual_placeras") = json!(true);
        let residual = pekare(json, "/plan/avtalsar/0/residual/siffra").clone();
        *pekare(json, "/plan/betalningar/1/residual") = residual;
    }),
    av(PLAN, "medgivna belopp", |json| {
        *pekare(json, "/plan/medgivna") = json!([{
            "region": "Gotland", "manad": "februari 2024",
            "skal": "Återbäringen är större än månadsbeloppet"
        }]);
    }),
    av(PLAN, "planen utan avtalsår", |json| *pekare(json, "/plan/avtalsar") = json!([])),
];

const ALLA_SLAG: [&str; 7] = [
    "aterbaring_prognos",
    "ihsi",
    "vinst_forlust_formanen",
    "vinst_forlust_hepatit_c",
    "vinst_forlust_tillsammans",
    "aterbaring_slutlig",
    "annan",
];

/// An annex that settles profit and loss for the parts, one by one and together, in a direction.
fn vinst_forlust(json: &mut Value, riktning: &str, raknad: bool) {
    let forlaga = pekare(json, "/bilaga/justeringar/0").clone();
    let justering = |slag: &&str| {
        let mut ny = forlaga.clone();
        *pekare(&mut ny, "/slag") = json!(slag);
        *pekare(&mut ny, "/raknad") = json!(raknad);
        *pekare(&mut ny, "/totalt/riktning") = json!(riktning);
        ny
    };
    let slag = ["vinst_forlust_formanen", "vinst_forlust_hepatit_c", "vinst_forlust_tillsammans"];
    *pekare(json, "/bilaga/justeringar") = slag.iter().map(justering).collect();
}
