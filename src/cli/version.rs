//! Which program this is: its version, and the checksums by which a manifest names it.

use crate::manifest::{Checksum, Fil, Program};
use crate::render::Templates;

/// What `--version` says: the version alone on the first line.
pub(super) fn text() -> String {
    let program = Program::this();
    format!(
        "{} {}\n\
         SHA-256 för källkoden:  {}\n\
         SHA-256 för Cargo.lock: {}\n\
         SHA-256 för mallarna:   {}\n",
        program.namn,
        program.version,
        program.kallkod_sha256,
        program.cargo_lock_sha256,
        templates()
    )
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
