//! Every branch of the prose: the same template with other results must still be Swedish, and say
//! what the results are.

use serde_json::{Value, json};

use super::{BILAGA, CIRKULAR, pdf, pekare, renderer, text};

fn lista(namn: &[&str]) -> Value {
    let antal_i_ord = ["noll", "ett", "två", "tre"].get(namn.len()).copied().unwrap_or("flera");
    let uppraknade = match namn {
        [] => String::new(),
        [enda] => (*enda).to_owned(),
        [forsta @ .., sista] => format!("{} och {sista}", forsta.join(", ")),
    };
    json!({ "antal": namn.len(), "antal_i_ord": antal_i_ord, "namn": namn, "uppraknade": uppraknade })
}

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
fn variant(riktning: &str, namn: &[&str], flaggor: [bool; 4]) -> String {
    let mut json = CIRKULAR.varde();
    for path in LISTOR {
        *pekare(&mut json, path) = lista(namn);
    }
    for path in RIKTNINGAR {
        *pekare(&mut json, &format!("{path}/riktning")) = json!(riktning);
    }
    for (path, flagga) in FLAGGOR.iter().zip(flaggor) {
        *pekare(&mut json, path) = json!(flagga);
    }
    let kalla = renderer().typst_kalla(CIRKULAR.mall, json.to_string().as_bytes());
    hel(&kalla.unwrap_or_else(|problems| panic!("{problems}")));
    text(&pdf(CIRKULAR, &json))
}

/// No sentence is left open or doubled where a branch ended.
fn hel(kalla: &str) {
    let prosa = kalla.lines().filter(|rad| rad.starts_with(|tecken: char| tecken.is_alphabetic()));
    for rad in prosa {
        for fel in [" .", " ,", "..", ",,", ".,", ":.", ": .", "( ", " )", "  ", "~."] {
            assert!(!rad.contains(fel), "{fel:?} in {rad}");
        }
        assert!(rad.ends_with(['.', ':']), "{rad}");
    }
}

fn sager(text: &str, satser: &[&str]) {
    // Hyphens at line ends are the setting's own.
    let text = text.replace("- ", "").replace('\u{a0}', " ");
    for sats in satser {
        assert!(text.contains(sats), "{sats:?} not in {text}");
    }
}

#[test]
fn up_and_several() {
    let text = variant("upp", &["Skåne", "Halland", "Dalarna"], [true, false, true, true]);
    sager(
        &text,
        &[
            "Summan ökar med",
            "en ökning med",
            "Genomsnittet ökar med",
            "i tre regioner: Skåne, Halland och Dalarna.",
            "I tre regioner utvecklas",
            "till skillnad från 2023 då de stämdes av var för sig",
            "Gränsen för den översta nivån höjs",
        ],
    );
}

#[test]
fn down_and_one() {
    let text = variant("ner", &["Skåne"], [false, true, false, false]);
    sager(
        &text,
        &[
            "Summan minskar med",
            "en minskning med",
            "Genomsnittet minskar med",
            "i en region: Skåne.",
            "stäms av var för sig, till skillnad från 2023 då de stämdes av tillsammans",
            "Gränsen för den översta nivån sänks",
            "grupper och prislappar redovisas inte",
        ],
    );
    assert!(!text.contains("bruttobelopp och"), "the years are comparable: {text}");
}

#[test]
fn unchanged_and_none() {
    let text = variant("oforandrad", &[], [false, false, false, true]);
    sager(
        &text,
        &[
            "Summan är oförändrad",
            "Genomsnittet är oförändrat",
            "Ingen region har kostnader över rikets medel.",
            "Ingen region når den översta nivån.",
            "Ingen region får mer i ersättning än den betalar.",
            "är densamma som 2023",
        ],
    );
}

#[test]
fn notes_name_the_rows_that_do_not_add_one_several_or_none() {
    let text = text(&pdf(CIRKULAR, &CIRKULAR.varde()));
    sager(
        &text,
        &[
            "På raden för Uppsala går talen inte ihop",
            "På raderna för Stockholm, Gävleborg och Norrbotten",
        ],
    );
    assert!(!text.contains("På raden för går") && !text.contains("På raderna för går"));
}

#[test]
fn a_disease_that_left_is_not_explained() {
    let mut json = CIRKULAR.varde();
    *pekare(&mut json, "/solidariskt/sjukdomar") = json!("blödarsjuka");
    let text = text(&pdf(CIRKULAR, &json));
    assert!(!text.contains("Gaucher") && text.contains("läkemedel mot blödarsjuka"), "{text}");
}

#[test]
fn examples_and_preliminary_figures_say_so() {
    let mut json = BILAGA.varde();
    let text_av = |json: &Value| text(&pdf(BILAGA, json));
    let text = text_av(&json);
    assert_eq!(text.matches("EXEMPEL – inte för beslut").count(), 2, "on both pages");
    assert!(text.contains("underlaget: Behovsmodell"), "{text}");
    *pekare(&mut json, "/huvud/vilar_pa_exempel") = json!(false);
    *pekare(&mut json, "/tabell/rader/0/celler/1/status") = json!("preliminär");
    let text = text_av(&json);
    assert!(!text.contains("EXEMPEL") && !text.contains("ett exempel"), "{text}");
    assert!(
        text.replace(" *", "*").contains("739 943*") && text.contains("* Preliminär uppgift."),
        "{text}"
    );
}

#[test]
fn the_residual_is_stated_placed_or_absent() {
    let mut json = BILAGA.varde();
    sager(&text(&pdf(BILAGA, &json)), &["36 kronor. Den regleras inte i någon utbetalning."]);
    *pekare(&mut json, "/residual_placeras") = json!(true);
    sager(
        &text(&pdf(BILAGA, &json)),
        &["Den regleras i utbetalningen i februari 2025, avtalsårets sista."],
    );
    *pekare(&mut json, "/residual/text") = json!("0");
    sager(&text(&pdf(BILAGA, &json)), &["Tolv månadsbelopp är tillsammans lika med årets bidrag"]);
}
