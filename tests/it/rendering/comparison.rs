//! The papers of a comparison with other results: what they say of sets that are alike, of other years, and of corrections of
//! other kinds.

use serde_json::json;

use super::variations::{Variation, first, read, set};
use super::{COMPARISON, CORRECTION, says};

pub(crate) static VARIATIONS: &[Variation] = &[
    Variation::new("två år jämförs", COMPARISON, |json| {
        set(
            json,
            &json!({
                "/samma_ar": false, "/samma_program": false, "/gammal/ar": 2023, "/regler": [],
                "/celler": null, "/brott_brutto_netto": true,
                "/gammal/netto": true, "/ny/netto": false,
            }),
        );
        // The parameters that differ, which of the sample do not, stand beside those that are the same.
        let same = json["parametrar_lika"].clone();
        set(json, &json!({ "/parametrar": same, "/parametrar_lika": null }));
        set(json, &json!({ "/parametrar/rubrik": "Parametrar som skiljer" }));
    }),
    Variation::new("lika uppsättningar", COMPARISON, |json| {
        set(
            json,
            &json!({
                "/lika": true, "/celler": null, "/regler": [], "/belopp": [], "/orsaker": [],
                "/parametrar": null, "/parametrar_lika": null,
                "/utan_andrade_tal": "beslut-sektorsbidrag.xlsx", "/brott_brutto_netto": true,
                "/gammal/netto": false, "/ny/netto": true,
            }),
        );
    }),
    Variation::new("många uppgifter, andra datum och egna belopp", COMPARISON, |json| {
        let table = json["celler"].clone();
        set(
            json,
            &json!({
                "/celler/radrubrik": "Arbetsbok", "/handlingar": table, "/belopp_i_en": table,
            }),
        );
        set(
            json,
            &json!({
                "/handlingar/rubrik": "Dokumentens datum och nummer som skiljer",
                "/belopp_i_en/rubrik": "Belopp som bara den ena har, kr",
            }),
        );
    }),
    Variation::new("rättelse av ett belopp", CORRECTION, |json| {
        set(
            json,
            &json!({
                "/flera": false, "/antal_i_ord": "en", "/okar": null, "/samma_summa": false,
                "/rattar/nummer": "II:1", "/beslut/nummer": "II:3", "/beslut/departement": null,
                "/reglering": null, "/manader": [], "/uppgifter": null, "/skal": [],
                "/efter_planen": true, "/utanfor": "december 2024",
            }),
        );
    }),
    Variation::new("rättelse av ett beslut utan månader", CORRECTION, |json| {
        set(json, &json!({ "/reglering": null, "/manader": [] }));
    }),
    Variation::new("rättelse efter planens slut", CORRECTION, |json| {
        set(json, &json!({ "/reglering": null, "/efter_planen": true }));
        first(json, "/manader", 2);
    }),
    Variation::new("rättelse där någon betalar tillbaka", CORRECTION, |json| {
        set(
            json,
            &json!({
                "/minskar": null, "/samma_summa": true, "/reglering/skiljer": false,
                "/reglering/betalas_tillbaka": true, "/rattar/nummer": null,
            }),
        );
        first(json, "/manader", 1);
    }),
];

#[test]
fn sets_that_are_alike_are_said_to_be() {
    says(
        &read("lika uppsättningar"),
        &[
            "är brutto i den äldre och netto i den nyare:",
            "Alla tal som beloppen räknas av, och alla belopp, är lika.",
            "I beslut-sektorsbidrag.xlsx skiljer inget tal som beloppen räknas av.",
        ],
    );
    says(
        &read("många uppgifter, andra datum och egna belopp"),
        &[
            "Tabellen visar för varje blad hur många tal som skiljer, av dem som beloppen räknas av.",
            "Dokumenten har andra datum eller nummer:",
            "Det som bara den ena uppsättningen har visas som en rad per belopp.",
        ],
    );
    let years = read("två år jämförs");
    says(
        &years,
        &[
            "Jämförelsen gäller 2023, körning",
            "De är gjorda av olika byggen av programmet.",
            "är netto i den äldre och brutto i den nyare:",
            "Inga tal som beloppen räknas av skiljer.",
            "Parametrar som skiljer",
        ],
    );
}

#[test]
fn a_correction_says_what_is_so_in_each_case() {
    let one = read("rättelse av ett belopp");
    says(
        &one,
        &[
            ", II:1 av den 18 april 2024",
            "Beslutets bilagor omfattar inte december 2024, och det som ska betalas då rättas inte här.",
            "Rättelsen ändrar beloppet till en mottagare.",
            "Det som faller bort är sammanlagt",
            "ska reglera skillnaden i augusti 2024",
        ],
    );
    assert!(!one.contains("Det som tillkommer") && !one.contains("står i tabell"), "{one}");
    says(
        &read("rättelse efter planens slut"),
        &[
            "De rättade beloppen är de som mottagarna skulle ha fått.",
            "står månad för månad i tabellerna 3 och 4.",
            "De rättade månadsbeloppen betalas inte ut:",
        ],
    );
    let back = read("rättelse där någon betalar tillbaka");
    says(
        &back,
        &[
            "Det som betalas till alla tillsammans är oförändrat",
            "Ingen utbetalning före augusti 2024 skiljer",
            "Ett belopp med minustecken betalas tillbaka av mottagaren.",
            "Beloppen före och efter rättelsen står månad för månad i tabell 3.",
        ],
    );
}
