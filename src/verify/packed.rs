//! A set in an archive package: its files against the METS files too, its own workbooks and templates, which must be those
//! of the manifest, and the package itself against the one that the program makes of the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use super::contents::assembled;
use super::messages as say;
use super::set::Set;
use super::{Against, Difference, Layer, Source, Taken, Verdict, verdict};
use crate::manifest::{Fil, Korning, Program};
use crate::output::Files;
use crate::package::{Flaw, Package, Part};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::Templates;

/// Verifies a package.
///
/// # Errors
/// If it is none, has no set in it, or its workbooks cannot be unpacked.
pub(super) fn verify(path: &Path, against: &Against<'_>) -> Result<Verdict, Problems> {
    let package = Package::read(path)?;
    let mut set = Set::of(path, package.set())?;
    let (listed, flaws) = package.flaws();
    set.flaws.extend(flaws.into_iter().map(difference));
    set.listed += listed;
    let korning = set.manifest.korning.clone();
    let (inputs, templates) = (package.part(Part::Inputs), package.part(Part::Templates));
    // What the METS has told of already is one difference, not two.
    let told: BTreeSet<_> = set.flaws.iter().map(|flaw| flaw.file.clone()).collect();
    let others = strangers(&korning, &inputs, &templates).into_iter();
    set.flaws.extend(others.filter(|one| !told.contains(&one.file)));
    let own = Templates::exactly(templates);
    let templates = against.templates.clone().unwrap_or(own);
    let names: BTreeSet<_> = korning.indata.iter().map(|file| file.namn.as_str()).collect();
    let unpacked = unpacked(inputs.iter().filter(|(name, _)| names.contains(name.as_str())));
    let unpacked = unpacked.map_err(|_| {
        let place = Location::file(path.display().to_string());
        Problems::from(Problem::new(Code::F01, place, say::not_unpacked()))
    })?;
    let folder = unpacked.path().join(FOLDER);
    let inputs = against.inputs.unwrap_or(&folder);
    let taken = |is_named: bool| if is_named { Taken::Named } else { Taken::Packed };
    let source = Source {
        inputs: (inputs, taken(against.inputs.is_some())),
        templates: (&templates, taken(against.templates.is_some())),
    };
    let mut verdict = verdict(&set, source, against);
    let is_own = korning.program == Program::this();
    let made_whole = !korning.is_comparison() && against.inputs.is_none();
    if is_own && verdict.holds() && made_whole && against.templates.is_none() {
        // The same program once made it of the same: what it cannot make again was not.
        for layer in &mut verdict.layers {
            layer.excused = false;
            let why = layer.unjudged.take().into_iter();
            layer.differences.extend(why.map(|why| Difference::of(super::set::MANIFEST, why)));
        }
    }
    // What is not judged of a comparison is not the package's.
    if is_own && verdict.holds() && (korning.is_comparison() || verdict.is_whole()) {
        let made_again = made_again(&package, set, path, inputs, &templates);
        let bytes = verdict.layers.iter_mut().find(|layer| layer.layer == Layer::Byte);
        if let Some(bytes) = bytes {
            bytes.compared += package.files.len();
            bytes.differences.extend(made_again?);
        }
    }
    Ok(verdict)
}

/// What does not hold of a package itself.
pub(super) fn flaws(package: &Package) -> Vec<Difference> {
    package.flaws().1.into_iter().map(difference).collect()
}

fn difference(flaw: Flaw) -> Difference {
    let Flaw { path, text, values } = flaw;
    let difference = Difference::of(path, text);
    match values {
        Some((found, expected)) => difference.values(found, expected),
        None => difference,
    }
}

/// The workbooks and templates of a package that are not those of its manifest: others, changed, or missing.
fn strangers(korning: &Korning, inputs: &Files, templates: &Files) -> Vec<Difference> {
    let (mut found, said) = (Vec::new(), |files: &[&[Fil]]| -> BTreeMap<String, String> {
        let files = files.iter().flat_map(|files| files.iter());
        files.map(|file| (file.namn.clone(), file.sha256.clone())).collect()
    });
    let mut compare =
        |part: Part, there: &Files, said: &BTreeMap<String, String>, other: Message| {
            let path = |name: &String| format!("{}{name}", part.data());
            for (name, bytes) in there {
                match said.get(name) {
                    None => found.push(Difference::of(path(name), say::stranger_in_package())),
                    Some(sum) if Fil::new(name, bytes).sha256 != *sum => {
                        found.push(Difference::of(path(name), other.clone()));
                    }
                    Some(_) => {}
                }
            }
            let gone = said.keys().filter(|name| !there.contains_key(*name));
            found.extend(gone.map(|name| Difference::of(path(name), say::missing_file())));
        };
    compare(Part::Inputs, inputs, &said(&[&korning.indata]), say::changed_workbook());
    let all = said(&[&korning.mallar, &korning.typsnitt]);
    compare(Part::Templates, templates, &all, say::other_template());
    found
}

/// The files of a package that are not those that the program makes of the same contents: what describes and explains it.
fn made_again(
    package: &Package,
    set: Set,
    path: &Path,
    inputs: &Path,
    templates: &Templates,
) -> Result<Vec<Difference>, Problems> {
    let contents = assembled(set, path, inputs, templates, package.replaces())?;
    let fresh = Package::of(&contents).files;
    let other = package.files.iter().filter(|(path, bytes)| fresh.get(*path) != Some(*bytes));
    let names: BTreeSet<_> = other.map(|(path, _)| path).collect();
    let gone = fresh.keys().filter(|path| !package.files.contains_key(*path));
    let all = names.into_iter().chain(gone);
    Ok(all.map(|path| Difference::of(path, say::not_of_the_program())).collect())
}

/// The folder of a package's workbooks: it does not say of which year they are.
const FOLDER: &str = "indata";

/// Workbooks as a folder, in a place of its own that goes when it is no longer held.
fn unpacked<'f>(
    files: impl Iterator<Item = (&'f String, &'f Vec<u8>)>,
) -> io::Result<tempfile::TempDir> {
    let around = tempfile::tempdir()?;
    for (name, bytes) in files {
        let path = around.path().join(FOLDER).join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(around)
}
