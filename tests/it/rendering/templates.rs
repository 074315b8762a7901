//! The templates themselves: variations have the shape of the documents, and a template's mistake is
//! a problem that says where it is.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde_json::{Value, json};
use statsbidrag::render::{PdfStandard, Renderer, Templates};
use statsbidrag::report::Published;

use super::renderer;
use super::variations::variations;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The texts in the folder of templates whose names end so, by name.
fn with_extension(extension: &str) -> Vec<(String, &'static str)> {
    let files = FILES.dirs().flat_map(Dir::files);
    files
        .filter(|file| file.path().extension().is_some_and(|own| own == extension))
        .map(|file| (file.path().display().to_string(), file.contents_utf8().expect("text")))
        .collect()
}

/// The templates that Tera fills in, by name.
pub(crate) fn templates() -> Vec<(String, &'static str)> {
    with_extension("tera")
}

/// The layout they share, which is Typst alone, by name.
pub(crate) fn layout() -> Vec<(String, &'static str)> {
    with_extension("typ")
}

/// A run's own files are held to their schemas where they are published.
#[test]
fn variations_have_the_shape_of_the_documents() {
    for variation in variations() {
        let schema = (variation.sample.kind().schema)().to_value();
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let json = variation.value();
        let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", variation.name);
    }
}

fn errors(template: &str, json: &Value) -> String {
    let own = BTreeMap::from([("egen/main.typ.tera".to_owned(), template.as_bytes().to_vec())]);
    let renderer =
        Renderer::new(&Templates::builtin().with(own)).map_err(|problems| problems.to_string());
    let answer = renderer.and_then(|renderer| {
        renderer
            .pdf("egen/main.typ.tera", &Published::from(json.clone()), PdfStandard::A2a)
            .map_err(|problems| problems.to_string())
    });
    answer.expect_err("the template is wrong")
}

#[test]
fn mistakes_in_templates_are_problems_that_say_where() {
    let json = json!({ "a": 1 });
    for (template, expected) in [
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
            "egen/main.typ.tera:3:6: ett tecken som öppnas här, till exempel * _ $ eller en parentes, stängs aldrig",
        ),
        ("#x[a\n\n{{ a }} (b)", "egen/main.typ.tera:1:3: ett tecken som öppnas här"),
        (
            "{% if a %}\n#let x = \"b\n{% endif %}",
            "egen/main.typ.tera:2:10: ett citattecken som öppnas här",
        ),
        ("#set text(font: \"Finns Inte\")\na", "Typst: unknown font family: finns inte"),
        ("#import \"/shared/hus.typ\": *\n#tabell((:))", "shared/tabell.typ:"),
        ("#datetime.today()", "Typst:"),
    ] {
        let error = errors(template, &json);
        assert!(error.contains(expected), "{template:?} gave {error}");
    }
}

#[test]
fn a_template_that_does_not_exist_is_a_problem() {
    let error = renderer().pdf("ingen.tera", &Published::from(json!({})), PdfStandard::A3a);
    let error = error.expect_err("there is none");
    assert!(error.to_string().contains("fel[U02] ingen.tera: mallen finns inte"), "{error}");
}
