//! The templates themselves: the samples have the shape of the documents, and a template's mistake is
//! a problem that says where it is.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use schemars::Schema;
use serde_json::{Value, json};
use statsbidrag::documents::avstamning::data::Avstamning;
use statsbidrag::documents::beredskap::data::Beredskap;
use statsbidrag::documents::besked::data::Besked;
use statsbidrag::documents::cirkular::data::Cirkular;
use statsbidrag::documents::regionbesked::data::Regionbesked;
use statsbidrag::documents::regleringsbrev::bilaga::Bilagan;
use statsbidrag::documents::regleringsbrev::brev::Brevet;
use statsbidrag::documents::regleringsbrev::plan::Betalningsplan;
use statsbidrag::documents::regleringsbrev::samlat::Samlat;
use statsbidrag::documents::sektorsbidrag::data::Sektorsbidrag;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};
use statsbidrag::report::{Published, schema};

use super::{
    AVSTAMNING, BEREDSKAP, BESKED, BILAGA, BILAGA2, BREV, CIRKULAR, PLAN, Prov, REGIONBESKED,
    SAMLAT, SEKTORSBIDRAG, renderer,
};

static MALLAR: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The templates that Tera fills in, by name.
pub(crate) fn mallar() -> Vec<(String, &'static str)> {
    let mappar = MALLAR.dirs().flat_map(Dir::files);
    mappar
        .filter(|fil| fil.path().extension().is_some_and(|slut| slut == "tera"))
        .map(|fil| (fil.path().display().to_string(), fil.contents_utf8().expect("text")))
        .collect()
}

/// A sample, and what says its shape.
type Form = (Prov, fn() -> Schema);

/// Every sample.
pub(crate) const PROVEN: &[Form] = &[
    (CIRKULAR, schema::<Cirkular>),
    (BILAGA, schema::<Bilagan>),
    (BILAGA2, schema::<Bilagan>),
    (BREV, schema::<Brevet>),
    (SAMLAT, schema::<Samlat>),
    (PLAN, schema::<Betalningsplan>),
    (AVSTAMNING, schema::<Avstamning>),
    (SEKTORSBIDRAG, schema::<Sektorsbidrag>),
    (BESKED, schema::<Besked>),
    (BEREDSKAP, schema::<Beredskap>),
    (REGIONBESKED, schema::<Regionbesked>),
];

#[test]
fn samples_have_the_shape_of_the_documents() {
    for (prov, schema) in PROVEN {
        let schema = serde_json::to_value(schema()).expect("a schema");
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let fel: Vec<_> = validator.iter_errors(&prov.varde()).map(|fel| fel.to_string()).collect();
        assert!(fel.is_empty(), "{}: {fel:?}", prov.mall);
    }
}

fn fel(mall: &str, json: &Value) -> String {
    let egna = BTreeMap::from([("egen/main.typ.tera".to_owned(), mall.as_bytes().to_vec())]);
    let renderer =
        Renderer::new(&Mallar::inbyggda().med(egna)).map_err(|problems| problems.to_string());
    let svar = renderer.and_then(|renderer| {
        renderer
            .pdf("egen/main.typ.tera", &Published::from(json.clone()), PdfStandard::A2a)
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
        ("a\n#foo()", "egen/main.typ.tera:2:2: Typst: unknown variable: foo"),
        ("#read(\"/hemlig.txt\")", "egen/main.typ.tera:1:7: filen finns inte bland mallarna"),
        ("#import \"@preview/cetz:0.3.0\"", "egen/main.typ.tera:1:"),
        (
            "{{ a }}\n\nse #f(a",
            "egen/main.typ.tera:3:6: en parentes eller klammer som öppnas här stängs aldrig",
        ),
        ("#x[a\n\n{{ a }} (b)", "egen/main.typ.tera:1:3: en parentes eller klammer"),
        (
            "{% if a %}\n#let x = \"b\n{% endif %}",
            "egen/main.typ.tera:2:10: ett citattecken som öppnas här",
        ),
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
    let fel = renderer().pdf("ingen.tera", &Published::from(json!({})), PdfStandard::A3a);
    let fel = fel.expect_err("there is none");
    assert!(fel.to_string().contains("fel[U02] ingen.tera: mallen finns inte"), "{fel}");
}
