//! Which program this is: its version, and the checksums by which a manifest names it.

use super::messages::help as say;
use crate::manifest::{Checksum, Fil, Program};
use crate::problem::{Language, Message};
use crate::render::Templates;

/// What `--version` says: the version alone on the first line.
pub(super) fn text(language: Language) -> String {
    let program = Program::this();
    let checksums = [
        say::sha_source(&program.kallkod_sha256),
        say::sha_lock(&program.cargo_lock_sha256),
        say::sha_templates(&templates()),
    ];
    let checksums = Message::joined(&checksums, "\n");
    format!("{} {}\n{}\n", program.namn, program.version, checksums.in_language(language))
}

/// One checksum of all embedded templates, pictures and typefaces: that of the lines `sha256sum` writes for
/// them, by path.
fn templates() -> Checksum {
    let templates = Templates::builtin();
    let mut files: Vec<_> = templates.files().map(|(name, bytes)| Fil::new(name, bytes)).collect();
    files.sort();
    let line = |file: &Fil| [file.sha256.clone(), "  ".into(), file.namn.clone(), "\n".into()];
    let lines: String = files.iter().flat_map(line).collect();
    Checksum::of(lines.as_bytes())
}
