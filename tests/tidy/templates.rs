//! Every template belongs to a document or is shared by them, and every document has its template.

use std::collections::BTreeSet;

use statsbidrag::documents::DOCUMENTS;

use crate::source::{has_extension, paths, read};

/// Folders whose files are everyone's.
const SHARED: &[&str] = &["shared", "fonts"];

#[test]
fn every_document_has_its_template() {
    let there = paths("templates");
    for document in DOCUMENTS {
        let path = format!("templates/{}", document.mall);
        assert!(there.contains(&path), "{} is to be set from {path}", document.id);
    }
}

#[test]
fn every_template_belongs_to_someone() {
    let owners: BTreeSet<_> =
        DOCUMENTS.iter().filter_map(|document| document.mall.split('/').next()).collect();
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
        let main = DOCUMENTS.iter().any(|document| document.mall == own);
        assert!(main || used, "nothing uses {path}");
    }
}
