//! The Typst sources of documents in the hands of `typst` from PyPI, a folder for each.

use std::fs;
use std::path::Path;

use statsbidrag::render::{Mallar, Renderer};

use crate::Dokument;

/// Sets every source there is, in one process. `typst` has no switch for the experimental
/// `pdf.header-cell`, so there row headers are plain cells: less work, not more.
pub(crate) const TYPST: &str = "import os, typst
for mapp in sorted(os.listdir()):
    typst.compile(mapp + '/main.typ', output=mapp + '/ut.pdf', root=mapp, font_paths=[mapp + '/fonts'],
        ignore_system_fonts=True, pdf_standards=['a-3a', 'ua-1'])
";

/// Writes everything `typst` needs.
pub(crate) fn skriv(rot: &Path, dokument: &[&Dokument]) {
    let mallar = Mallar::inbyggda();
    let renderer = Renderer::new(&mallar).expect("the templates");
    for ett in dokument {
        let mapp = rot.join(&ett.id);
        for (namn, bytes) in mallar.filer() {
            let fil = mapp.join(namn);
            fs::create_dir_all(fil.parent().expect("a folder")).expect("a folder");
            let text = String::from_utf8(bytes.to_vec());
            let bytes =
                text.map_or_else(|_| bytes.to_vec(), |text| utan_radrubriker(&text).into_bytes());
            fs::write(fil, bytes).expect("a template");
        }
        let kalla = renderer.typst_kalla(ett.mall, &ett.json.value).expect("a source");
        let bilaga = "\n#pdf.attach(\"/data-bifogad.json\", read(\"/data.json\", encoding: none), \
                      relationship: \"data\", mime-type: \"application/json\", description: \"data\")\n";
        fs::write(mapp.join("main.typ"), utan_radrubriker(&kalla) + bilaga).expect("the source");
        fs::write(mapp.join("data.json"), &ett.json.bytes).expect("the data");
    }
}

fn utan_radrubriker(text: &str) -> String {
    text.replace("pdf.header-cell(", "((cell, scope: none) => cell)(")
}
