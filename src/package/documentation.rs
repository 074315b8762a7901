//! What a package says to whoever opens it: the rules, the form of the trace and a program that computes it again, how
//! the package is verified without ours, and the schemas of everything in it. All of it is built into the program.

use include_dir::{Dir, include_dir};

use super::part::within;
use super::{Contents, Part, format};
use crate::output::Files;

/// The schemas of METS, PREMIS and Dublin Core.
static SCHEMAS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/package/schemas");
/// The JSON schemas of what is published.
static JSON: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/schema");
/// A program that computes a trace again.
static CONTROL: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/kontroll");

/// What is there to read, by name.
const PAPERS: [(&str, &str); 9] = [
    ("las-mig.md", include_str!("../../docs/arkivpaket.md")),
    ("spar.md", include_str!("../../docs/spar.md")),
    ("betalningsfil.md", include_str!("../../docs/betalningsfil.md")),
    ("oppna-data.md", include_str!("../../docs/oppna-data.md")),
    ("regler/lakemedel.md", include_str!("../grants/lakemedel/REGLER.md")),
    ("regler/regleringsbrev.md", include_str!("../grants/regleringsbrev/REGLER.md")),
    ("regler/beslut.md", include_str!("../grants/beslut/REGLER.md")),
    ("regler/besked.md", include_str!("../grants/besked/REGLER.md")),
    ("regler/beredskap.md", include_str!("../grants/beredskap/REGLER.md")),
];

/// The documentation and schemas of a package.
pub(super) fn of_package() -> Files {
    let own = PAPERS.iter().map(|(name, text)| (format!("documentation/{name}"), text.as_bytes()));
    let mut files: Files = own.map(|(path, bytes)| (path, bytes.to_vec())).collect();
    add_all(&JSON, "documentation/schema/", &mut files);
    add_all(&CONTROL, "documentation/kontroll/", &mut files);
    add_all(&SCHEMAS, "schemas/", &mut files);
    files
}

/// Adds what is in a part, and the schemas of what describes it: a part must be whole in itself.
pub(super) fn add_to_part(part: Part, id: &str, contents: &Contents, files: &mut Files) {
    let (folder, data) = (part.folder(), part.data());
    let rows = within(files, &data).map(|path| {
        let format = format::of(path, contents.standard());
        let name = path.strip_prefix(&folder).unwrap_or(path);
        format!("| `{name}` | {} | {} |\n", format.name, format.pronom.unwrap_or("–"))
    });
    let text = format!(
        "# {}\n\n{}. En del av paketet `{id}`.\n\n| Fil | Format | PRONOM |\n|---|---|---|\n{}",
        part.name(),
        part.title(),
        rows.collect::<String>(),
    );
    files.insert(format!("{folder}documentation/innehall.md"), text.into_bytes());
    add_all(&SCHEMAS, &format!("{folder}schemas/"), files);
}

fn add_all(from: &Dir<'static>, folder: &str, to: &mut Files) {
    for file in from.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        to.insert(format!("{folder}{name}"), file.contents().to_vec());
    }
}
