//! The follow-up of försörjningsberedskap with other results: its variations, and what the words then say.

use serde_json::{Value, json};

use super::varianter::{Variant, lista, preliminara};
use super::{BEREDSKAP, grenar, pekare};

const fn beredskap(namn: &'static str, byt: fn(&mut Value)) -> Variant {
    Variant::ny(namn, BEREDSKAP, byt)
}

pub(crate) static VARIANTER: &[Variant] = &[
    beredskap("uppföljningen som den är", |_| ()),
    beredskap("uppföljningen med bara preliminära tal", preliminara),
    beredskap("en överenskommelse och en region", en),
    beredskap("ingen region", ingen),
    beredskap("alla regioner når målen", |json| {
        *pekare(json, "/mal/alla_nar") = json!(true);
        for mal in pekare(json, "/mal/utvarderade").as_array_mut().expect("goals") {
            *pekare(mal, "/missat") = lista(&[]);
        }
    }),
    beredskap("känt en del av perioden", |json| {
        let kant = pekare(json, "/overenskommelser/0/anvant_per_ar/0").clone();
        *pekare(json, "/overenskommelser/1/anvant_per_ar") = json!([kant]);
    }),
    beredskap("perioderna är slut", |json| {
        *pekare(json, "/overenskommelser/0/ar_slut") = json!(true);
        *pekare(json, "/medel/kvar") = json!(null);
        *pekare(json, "/medel/disponibelt") = json!(null);
        *pekare(json, "/preliminart") = json!(true);
    }),
    beredskap("personer utan roll", |json| {
        *pekare(json, "/kontakter") =
            json!([{ "namn": "Registrator", "roll": "", "telefon": null, "e_post": null }]);
    }),
    // No workbook gives these: there is an agreement, a list and a year. The templates bear it.
    beredskap("ingenting", |json| {
        for path in [
            "/overenskommelser",
            "/mal/utvarderade",
            "/mal/ovriga",
            "/listor/listor",
            "/rapporter",
            "/kontakter",
            "/undertecknare",
        ] {
            *pekare(json, path) = json!([]);
        }
        for path in ["/mal/diagram", "/mal/tabell", "/medel/kvar"] {
            *pekare(json, path) = json!(null);
        }
    }),
    beredskap("använt under inget år", |json| {
        *pekare(json, "/overenskommelser/0/anvant_per_ar") = json!([]);
    }),
];

fn en(json: &mut Value) {
    for (path, varde) in [
        ("/medel/antal", json!(1)),
        ("/medel/kvar_exakt", json!(true)),
        ("/medel/okanda", json!("")),
        ("/medel/utan_dag", json!("")),
        ("/medel/disponibelt_hogst", json!("")),
        ("/overenskommelser/0/diarienummer", json!("S2022/00001")),
        ("/overenskommelser/0/utfall/anvant_allt", lista(&["Kalmar"])),
        ("/overenskommelser/0/utfall/over_medel", lista(&["Kalmar"])),
        ("/overenskommelser/0/utfall/nastan_allt", lista(&[])),
        ("/mal/utvarderade/0/missat", lista(&["Jämtland"])),
        ("/mal/utvarderade/0/veckor/varde", json!(1)),
        ("/mal/utvarderade/0/veckor_i_ord", json!("en")),
        ("/mal/utvarderade/0/minst/varde", json!(1)),
        ("/mal/utvarderade/0/minst_i_ord", json!("en")),
        ("/mal/utvarderade/0/ursprungligen", json!(null)),
        ("/mal/ovriga/0/senast", json!({ "iso": "2024-12-31", "text": "31 december 2024" })),
        ("/listor/listor/1/datum", json!(null)),
    ] {
        *pekare(json, path) = varde;
    }
    pekare(json, "/overenskommelser").as_array_mut().expect("agreements").truncate(1);
}

fn ingen(json: &mut Value) {
    for (path, varde) in [
        ("/overenskommelser/0/utfall/anvant_allt", lista(&[])),
        ("/overenskommelser/0/utfall/over_medel", lista(&[])),
        ("/mal/utvarderade/0/natt", lista(&[])),
        ("/mal/utvarderade/0/missat", lista(&["Skåne", "Halland", "Dalarna"])),
        ("/listor/listor/1/diarienummer", json!(null)),
    ] {
        *pekare(json, path) = varde;
    }
}

#[test]
fn one_agreement_and_one_region_are_singular() {
    let text = grenar::last("en överenskommelse och en region");
    grenar::sager(
        &text,
        &[
            "Staten har i överenskommelsen för",
            "En region har använt allt: Kalmar.",
            "En region ligger över medelvärdet: Kalmar.",
            "har regionerna tillsammans 710 miljoner kronor kvar.",
            "2022 års överenskommelse (S2022/00001) gav",
            "Intensivvård: en region når inte målet för hur länge lagren ska räcka, Jämtland.",
            "ska lagren räcka en vecka senast den 31 december 2023. En region når inte målet: Jämtland.",
            "(2023 års överenskommelse), senast den 31 december 2024.",
            "Listan har diarienummer S2022/04550.",
        ],
    );
    assert!(!text.contains("Det är ett antagande för de senare"), "{text}");
    assert!(!text.contains("avrundas andelen till hela"), "{text}");
    assert!(!text.contains("är inte känt"), "{text}");
}

#[test]
fn no_region_is_said_to_be_none() {
    grenar::sager(
        &grenar::last("ingen region"),
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
    let text = grenar::last("alla regioner når målen");
    grenar::sager(&text, &["Samtliga regioner når alla mål som har utvärderats."]);
    assert!(!text.contains("Kortast tid räcker"), "{text}");
    grenar::sager(
        &grenar::last("känt en del av perioden"),
        &[
            "har svarat på hur mycket de har använt under en del av perioden:",
            "Regionerna har inte tillfrågats om hur mycket de använde under 2023.",
        ],
    );
}

#[test]
fn a_period_that_is_over_is_told_in_the_past() {
    let text = grenar::last("perioderna är slut");
    grenar::sager(
        &text,
        &[
            "Medlen fick användas 2022–2024.",
            "Perioden är slut, och 210 miljoner kronor användes inte.",
            "Alla perioder är slut.",
            "Tal som är märkta med * är preliminära.",
        ],
    );
    assert!(!text.contains("som högst kan användas"), "{text}");
    assert!(!text.contains("miljoner kronor kvar"), "{text}");
}
