//! Every template belongs to a document or is shared by them, and every document has its template.

use std::collections::BTreeSet;

use statsbidrag::comparison::{paper, rattelse};
use statsbidrag::documents::DOCUMENTS;

use crate::source::{has_extension, paths, read};

/// Folders whose files are everyone's, and the description of them all.
const SHARED: &[&str] = &["shared", "fonts", "README.md"];

/// How many characters a template's line may have: a sentence or a branch.
const WIDEST: usize = 160;

/// The templates that documents and the papers of comparisons are set from.
fn mains() -> impl Iterator<Item = &'static str> {
    let documents = DOCUMENTS.iter().map(|document| document.template);
    documents.chain([paper::TEMPLATE, rattelse::TEMPLATE])
}

#[test]
fn every_document_has_its_template() {
    let there = paths("templates");
    for main in mains() {
        let path = format!("templates/{main}");
        assert!(there.contains(&path), "a document is to be set from {path}");
    }
}

#[test]
fn every_template_belongs_to_someone() {
    let owners: BTreeSet<_> = mains().filter_map(|main| main.split('/').next()).collect();
    for path in paths("templates") {
        let folder = path.split('/').nth(1).unwrap_or_default();
        assert!(owners.contains(folder) || SHARED.contains(&folder), "{path} is nobody's");
    }
}

#[test]
fn every_template_is_used() {
    let all: Vec<_> = paths("templates")
        .into_iter()
        .filter(|path| has_extension(path, "typ") || has_extension(path, "tera"))
        .collect();
    let texts: String = all.iter().map(|path| read(path)).collect();
    for path in all {
        let own = path.trim_start_matches("templates/");
        let name = own.rsplit('/').next().unwrap_or_default();
        let used = texts.contains(own) || texts.contains(&format!("\"{name}"));
        let main = mains().any(|main| main == own);
        let components = components(&path);
        assert!(main || used || !components.is_empty(), "nothing uses {path}");
        for name in components {
            let uses = ["{{ <", "{% <"].map(|tag| format!("{tag}{name} "));
            assert!(uses.iter().any(|tag| texts.contains(tag)), "nothing uses {name} of {path}");
        }
    }
}

/// The components that a template defines.
fn components(path: &str) -> Vec<String> {
    let text = read(path);
    let defined = text.lines().filter_map(|line| line.strip_prefix("{% component "));
    defined.map(|line| line.split('(').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_sentence_or_a_branch_is_a_line() {
    let texts = paths("templates").into_iter().filter(|path| !path.starts_with("templates/fonts/"));
    let mut lines = 0;
    for path in texts.filter(|path| !has_extension(path, "md")) {
        for (number, line) in read(&path).lines().enumerate() {
            let width = line.chars().count();
            assert!(width <= WIDEST, "{path}:{}: {width} characters", number + 1);
            lines += 1;
        }
    }
    assert!(lines > 1_000, "{lines} lines");
}

/// What the description says there is, there is: files, shared words and forms.
#[test]
fn the_description_of_the_templates_speaks_of_what_is_there() {
    let text = read("templates/README.md");
    let there = paths("templates");
    let mut shared = 0;
    for named in text.split('`').skip(1).step_by(2) {
        let file = ["/", ".typ", ".tera"].iter().any(|end| named.ends_with(end));
        let known = |path: &String| path.trim_start_matches("templates/").starts_with(named);
        let general =
            named.contains(['*', '{', ' ']) || named.starts_with('.') || named == "main.typ.tera";
        assert!(!file || general || there.iter().any(known), "there is no {named}");
        if let Some(name) = named.strip_prefix("{{ <").and_then(|name| name.split(' ').next()) {
            let defined = read("templates/shared/ord.tera").contains(&format!("component {name}("));
            assert!(defined, "there is no component {name}");
            shared += 1;
        }
        if let Some((name, _)) = named.strip_prefix('#').and_then(|name| name.split_once('(')) {
            let defined = format!("#let {name}(");
            assert!(
                there
                    .iter()
                    .any(|path| has_extension(path, "typ") && read(path).contains(&defined)),
                "{name}"
            );
            shared += 1;
        }
    }
    assert!(shared > 15, "{shared} shared words and forms are described");
}
