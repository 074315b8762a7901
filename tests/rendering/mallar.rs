//! The templates themselves: the samples have the shape of the documents, no figure is typed, and a
//! template's mistake is a problem that says where it is.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use schemars::schema_for;
use serde_json::{Value, json};
use statsbidrag::documents::cirkular::data::Cirkular;
use statsbidrag::documents::regleringsbrev::data::Bilaga;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};

use super::{BILAGA, CIRKULAR, renderer};

static MALLAR: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

fn mallar() -> Vec<(String, &'static str)> {
    let mappar = MALLAR.dirs().flat_map(Dir::files);
    mappar
        .filter(|fil| fil.path().extension().is_some_and(|slut| slut == "tera"))
        .map(|fil| (fil.path().display().to_string(), fil.contents_utf8().expect("text")))
        .collect()
}

#[test]
fn samples_have_the_shape_of_the_documents() {
    for (prov, schema) in [(CIRKULAR, schema_for!(Cirkular)), (BILAGA, schema_for!(Bilaga))] {
        let schema = serde_json::to_value(schema).expect("a schema");
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let fel: Vec<_> = validator.iter_errors(&prov.varde()).map(|fel| fel.to_string()).collect();
        assert!(fel.is_empty(), "{}: {fel:?}", prov.mall);
    }
}

/// The tags of a template, and the rest.
fn delade(mall: &str) -> (Vec<&str>, String) {
    let (mut taggar, mut resten, mut kvar) = (Vec::new(), String::new(), mall);
    while let Some((plats, slut)) = [("{{", "}}"), ("{%", "%}"), ("{*", "*}")]
        .iter()
        .filter_map(|(borjan, slut)| kvar.find(borjan).map(|plats| (plats, *slut)))
        .min()
    {
        let (fore, fran) = kvar.split_at(plats);
        resten.push_str(fore);
        let (tagg, efter) = fran.split_once(slut).expect("the tag ends");
        taggar.push(tagg);
        kvar = efter;
    }
    resten.push_str(kvar);
    (taggar, resten)
}

#[test]
fn no_figure_is_typed_in_prose() {
    for (namn, mall) in mallar() {
        let (_, prosa) = delade(mall);
        // Lines of Typst code begin with a hash, a bracket or an indentation.
        let rader = prosa.lines().filter(|rad| {
            rad.starts_with(|tecken: char| tecken.is_alphabetic() || "-+=".contains(tecken))
        });
        for rad in rader {
            assert!(!rad.contains(|tecken: char| tecken.is_ascii_digit()), "{namn}: {rad}");
        }
    }
}

/// Every path a template names, with loop variables resolved to the first of what they run over.
fn vagar(mall: &str) -> Vec<String> {
    let (taggar, _) = delade(mall);
    let mut slingor: Vec<(String, String)> = Vec::new();
    let mut vagar = Vec::new();
    for tagg in taggar.iter().filter(|tagg| !tagg.starts_with("{*")) {
        let utan_text: String = tagg.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        let ord: Vec<&str> = utan_text
            .split(|tecken: char| !(tecken.is_alphanumeric() || "._".contains(tecken)))
            .filter(|ord| !ord.is_empty())
            .collect();
        let los_upp = |ord: &str| {
            let (forst, rest) =
                ord.split_once('.').map_or((ord, ""), |(forst, rest)| (forst, rest));
            let rot =
                slingor.iter().rev().find(|(namn, _)| namn == forst).map_or(forst, |(_, vag)| vag);
            if rest.is_empty() { rot.to_owned() } else { format!("{rot}.{rest}") }
        };
        if let ["for", namn, "in", over] = ord.as_slice() {
            let over = los_upp(over);
            vagar.push(over.clone());
            slingor.push(((*namn).to_owned(), format!("{over}.0")));
            continue;
        }
        let styrord = [
            "if", "elif", "else", "endif", "endfor", "not", "and", "or", "is", "containing", "pat",
            "include", "capitalize",
        ];
        let vag = ord
            .iter()
            .filter(|ord| !styrord.contains(ord) && !ord.starts_with(|t: char| t.is_ascii_digit()));
        vagar.extend(vag.map(|ord| los_upp(ord)));
    }
    vagar
}

/// Tera takes a missing name in a condition for false without a word.
#[test]
fn every_name_in_the_templates_exists() {
    for (prov, mapp) in [(CIRKULAR, "cirkular/"), (BILAGA, "bilaga/")] {
        let json = prov.varde();
        let mut antal = 0;
        for (namn, mall) in mallar().iter().filter(|(namn, _)| namn.starts_with(mapp)) {
            for vag in vagar(mall) {
                let pekare = format!("/{}", vag.replace('.', "/"));
                assert!(json.pointer(&pekare).is_some(), "{namn}: {vag}");
                antal += 1;
            }
        }
        assert!(antal > 15, "{mapp}: {antal} names");
    }
}

fn fel(mall: &str, json: &Value) -> String {
    let egna = BTreeMap::from([("egen/main.typ.tera".to_owned(), mall.as_bytes().to_vec())]);
    let renderer =
        Renderer::new(&Mallar::inbyggda().med(egna)).map_err(|problems| problems.to_string());
    let svar = renderer.and_then(|renderer| {
        let json = json.to_string();
        renderer
            .pdf("egen/main.typ.tera", json.as_bytes(), PdfStandard::A2a)
            .map_err(|problems| problems.to_string())
    });
    svar.expect_err("the template is wrong")
}

#[test]
fn mistakes_in_templates_are_problems_that_say_where() {
    let json = json!({ "a": 1 });
    for (mall, vantat) in [
        (
            "rad\n{{ saknas }}",
            "fel[U02] egen/main.typ.tera:2:4: mallen frågar efter ”saknas”, som inte finns",
        ),
        ("{% if a %}", "egen/main.typ.tera:1:"),
        ("{% include \"b.tera\" %}", "b.tera"),
        ("a\n#foo()", "egen/main.typ.tera (ifylld):2:2: Typst: unknown variable: foo"),
        ("#read(\"/hemlig.txt\")", "hemlig.txt"),
        ("#import \"@preview/cetz:0.3.0\"", "egen/main.typ.tera (ifylld):1:"),
        ("#set text(font: \"Finns Inte\")\na", "Typst: unknown font family: finns inte"),
        ("#import \"/shared/hus.typ\": *\n#tabell((:))", "shared/tabell.typ:"),
        ("#datetime.today()", "Typst:"),
    ] {
        let fel = fel(mall, &json);
        assert!(fel.contains(vantat), "{mall:?} gave {fel}");
    }
}

#[test]
fn a_template_that_does_not_exist_is_a_problem() {
    let fel = renderer().pdf("ingen.tera", b"{}", PdfStandard::A3a).expect_err("there is none");
    assert!(fel.to_string().contains("fel[U02] ingen.tera: mallen finns inte"), "{fel}");
}
