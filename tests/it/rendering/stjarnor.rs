//! The mark of what is preliminary follows every printed figure by itself, in prose, tables and diagrams,
//! and is explained where it first stands. Every figure of a document is given a number of its own, and
//! every other one the mark; what is then printed must bear it if and only if it has it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use statsbidrag::documents::DOCUMENTS;

use super::mallar::PROVEN;
use super::medelvarianter::faststallt;
use super::vagar::{Bruk, i_schemat, samla};
use super::varianter::{preliminara, varianter};
use super::{BILAGA, BREV, CIRKULAR, Prov, pdf, pekare, renderer, text};

/// What explains the mark under a table, or last on a page.
const NOT: &str = "* Preliminär uppgift.";

/// The numbers that were given, and whether each is marked.
type Givna = BTreeMap<String, bool>;

/// Gives every figure, and what is printed of it beside it, a number that nothing else has.
fn markera(json: &mut Value, givna: &mut Givna) {
    match json {
        Value::Object(falt) => {
            falt.values_mut().for_each(|varde| markera(varde, givna));
            if falt.contains_key("markt") {
                let markt = givna.len().is_multiple_of(2);
                falt.insert("markt".to_owned(), json!(markt));
                falt.insert("text".to_owned(), json!(nummer(givna, markt)));
            }
            bredvid(falt, givna);
        }
        Value::Array(delar) => delar.iter_mut().for_each(|del| markera(del, givna)),
        _ => {}
    }
}

/// The size of a change, and counts in words: marked as their figures are.
fn bredvid(falt: &mut Map<String, Value>, givna: &mut Givna) {
    let namnen: Vec<_> = falt.keys().cloned().collect();
    for namn in namnen {
        let siffra = if namn == "storlek" { "siffra" } else { namn.trim_end_matches("_i_ord") };
        let markt = falt.get(siffra).and_then(|siffra| siffra.get("markt")?.as_bool());
        if let Some(markt) = markt.filter(|_| siffra != namn) {
            falt.insert(namn, json!(nummer(givna, markt)));
        }
    }
}

fn nummer(givna: &mut Givna, markt: bool) -> String {
    let nummer = (7_000_000 + givna.len()).to_string();
    givna.insert(nummer.clone(), markt);
    nummer
}

/// How many of the numbers stand in a text; each as `borjar` and `slutar` say if it is marked.
fn provas(namn: &str, text: &str, givna: &Givna, (borjar, slutar): (&str, &str)) -> usize {
    let mut antal = 0;
    for (nummer, markt) in givna {
        for (plats, _) in text.match_indices(nummer.as_str()) {
            let (fore, efter) = text.split_at(plats);
            let efter = efter.trim_start_matches(nummer.as_str());
            let har = fore.ends_with(borjar) && efter.trim_start().starts_with(slutar);
            assert_eq!(har, *markt, "{namn}: {nummer} in {}", efter.get(..40).unwrap_or(efter));
            antal += 1;
        }
    }
    antal
}

#[test]
fn every_figure_on_paper_bears_its_mark() {
    for (prov, _) in PROVEN {
        let (mut json, mut givna) = (prov.varde(), Givna::new());
        markera(&mut json, &mut givna);
        let text = text(&pdf(*prov, &json)).replace(NOT, "");
        let antal = provas(prov.mall, &text, &givna, ("", "*"));
        // Of a change, the text or the size.
        assert!(antal * 3 > givna.len() * 2, "{}: {antal} of {}", prov.mall, givna.len());
    }
}

#[test]
fn every_figure_in_prose_bears_its_mark_in_every_variation() {
    let mut antal = 0;
    for variant in varianter() {
        let (mut json, mut givna) = (variant.varde(), Givna::new());
        markera(&mut json, &mut givna);
        let kalla = renderer().typst_kalla(variant.prov.mall, &json);
        let kalla = kalla.unwrap_or_else(|problems| panic!("{}: {problems}", variant.namn));
        // A digit that comes first is written by its number.
        let kalla = kalla.replace("\\u{37}000", "7000");
        antal += provas(variant.namn, &kalla, &givna, ("#markt[", "];"));
        assert!(!kalla.contains("\"#markt"), "{}: a mark in a string", variant.namn);
    }
    assert!(antal > 1_000, "{antal} figures");
}

/// Whether a path has this field beside it, or in it.
fn has(schema: &Value, vag: &[String], field: &[&str]) -> bool {
    let vag: Vec<_> =
        vag.iter().cloned().chain(field.iter().map(|one| (*one).to_owned())).collect();
    !i_schemat(schema, schema, &vag).is_empty()
}

/// A figure is printed as a whole, so that its mark goes along; conditions ask for its value, and Typst prints it
/// by what knows the mark. Of a figure's parts a template prints none.
#[test]
fn templates_neither_compare_what_is_printed_nor_print_past_the_mark() {
    let mut tryckta = 0;
    for dokument in DOCUMENTS {
        let schema = (dokument.schema)().to_value();
        for (plats, vag, bruk) in samla(dokument).funna {
            let Some((sista, over)) = vag.split_last() else { continue };
            let figure = has(&schema, over, &["markt"]);
            let change =
                has(&schema, over, &["siffra", "markt"]) && has(&schema, over, &["riktning"]);
            let printed_alone = (sista == "text" && figure) || (sista == "storlek" && change);
            assert!(!printed_alone, "{plats}: {} is printed past its mark", vag.join("."));
            if sista == "varde" && figure {
                assert_eq!(bruk, Bruk::Fragar, "{plats}: {}", vag.join("."));
            }
            let counted = sista.strip_suffix("_i_ord");
            if counted.is_some_and(|of| has(&schema, over, &[of, "markt"])) {
                assert_eq!(bruk, Bruk::Skriver, "{plats}: {}", vag.join("."));
            }
            let whole = has(&schema, &vag, &["markt"]) || has(&schema, &vag, &["siffra", "markt"]);
            tryckta += usize::from(whole && bruk == Bruk::Skriver);
        }
    }
    assert!(tryckta > 100, "{tryckta} places print figures");
}

/// The pages on which a text stands, each time it does.
fn sidor(prov: Prov, json: &Value, sokt: &str) -> Vec<usize> {
    let sidor = pdf_extract::extract_text_from_mem_by_pages(&pdf(prov, json)).expect("text");
    let slatt =
        |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" *", "*");
    let antal = |sida: &String| slatt(sida).matches(&slatt(sokt)).count();
    sidor.iter().enumerate().flat_map(|(plats, sida)| vec![plats; antal(sida)]).collect()
}

#[test]
fn the_mark_is_explained_once_where_it_first_stands() {
    // In prose, on the first page and others; in prose that no table follows; in a table of text.
    for (prov, plats) in [
        (CIRKULAR, "/overenskommelse/totalt"),
        (BREV, "/brev/medel/0/belopp"),
        (BILAGA, "/bilaga/betalningar/0/totalt"),
    ] {
        let mut json = prov.varde();
        faststallt(&mut json);
        assert!(sidor(prov, &json, NOT).is_empty(), "{plats}");
        preliminara(pekare(&mut json, plats));
        let tal = pekare(&mut json, plats)["text"].as_str().expect("a text").to_owned();
        let stjarnor = sidor(prov, &json, &format!("{tal}*"));
        let forst = stjarnor.first().unwrap_or_else(|| panic!("{plats}: {tal} is not marked"));
        assert_eq!(sidor(prov, &json, NOT), [*forst], "{plats}");
    }
    // A table's own note is enough, also for prose that comes later.
    let mut json = BILAGA.varde();
    preliminara(pekare(&mut json, "/bilaga/tabell/rader/21"));
    preliminara(pekare(&mut json, "/bilaga/betalningar"));
    assert_eq!(sidor(BILAGA, &json, NOT).len(), 1);
}
