//! The Typst sources of documents in the hands of `typst` from PyPI, a folder for each.

use std::fs;
use std::path::Path;

use statsbidrag::render::{Renderer, Templates};

use crate::Dokument;

/// Sets every source there is, in one process. `typst` has no switch for the experimental
/// `pdf.header-cell`, so there row headers are plain cells: less work, not more.
pub(crate) const TYPST: &str = "import os, typst
for mapp in sorted(os.listdir()):
    typst.compile(mapp + '/main.typ', output=mapp + '/ut.pdf', root=mapp, font_paths=[mapp + '/fonts'],
        ignore_system_fonts=True, pdf_standards=['a-3a', 'ua-1'])
";

/// Writes everything `typst` needs.
pub(crate) fn write(root: &Path, document: &[&Dokument]) {
    let templates = Templates::builtin();
    let renderer = Renderer::new(&templates).expect("the templates");
    for a_single in document {
        let folder = root.join(&a_single.id);
        for (name, bytes) in templates.files() {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            let text = String::from_utf8(bytes.to_vec());
            let bytes = text
                .map_or_else(|_| bytes.to_vec(), |text| without_row_headings(&text).into_bytes());
            fs::write(file, bytes).expect("a template");
        }
        let source =
            renderer.typst_source(a_single.template, &a_single.json.value).expect("a source");
        let bilaga = "\n#pdf.attach(\"/data-bifogad.json\", read(\"/data.json\", encoding: none), \
                      relationship: \"data\", mime-type: \"application/json\", description: \"data\")\n";
        fs::write(folder.join("main.typ"), without_row_headings(&source) + bilaga)
            .expect("the source");
        fs::write(folder.join("data.json"), &a_single.json.bytes).expect("the data");
    }
}

fn without_row_headings(text: &str) -> String {
    text.replace("pdf.header-cell(", "((cell, scope: none) => cell)(")
}
