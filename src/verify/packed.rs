//! A set in an archive package: its files against the METS files too, and its own workbooks and templates.

use std::fs;
use std::io;
use std::path::Path;

use super::set::Set;
use super::{Against, Difference, Verdict, verdict};
use crate::output::Files;
use crate::package::{Flaw, Package, Part};
use crate::problem::Problems;
use crate::render::Templates;

/// Verifies a package.
///
/// # Errors
/// If it is none, or has no set in it.
pub(super) fn verify(path: &Path, against: &Against<'_>) -> Result<Verdict, Problems> {
    let package = Package::read(path)?;
    let mut set = Set::of(path, package.set())?;
    let (listed, flaws) = package.flaws();
    set.flaws.extend(flaws.into_iter().map(difference));
    set.listed += listed;
    let own = Templates::exactly(package.part(Part::Templates));
    let templates = against.templates.clone().unwrap_or(own);
    if let Some(inputs) = against.inputs {
        return Ok(verdict(set, inputs, &templates, against.run_id));
    }
    let year = set.manifest.ar;
    // What cannot be unpacked is missing, which is said.
    let folder = unpacked(year, &package.part(Part::Inputs));
    let missing = Path::new("").to_owned();
    let inputs = folder.as_ref().map_or(missing, |folder| folder.path().join(year.to_string()));
    Ok(verdict(set, &inputs, &templates, against.run_id))
}

fn difference(flaw: Flaw) -> Difference {
    let Flaw { path, text, values } = flaw;
    let difference = Difference::of(path, text);
    match values {
        Some((found, expected)) => difference.values(found, expected),
        None => difference,
    }
}

/// A package's workbooks as a folder of a year, in a place of its own that goes when it is no longer held.
fn unpacked(year: i32, files: &Files) -> io::Result<tempfile::TempDir> {
    let around = tempfile::tempdir()?;
    for (name, bytes) in files {
        let path = around.path().join(year.to_string()).join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(around)
}
