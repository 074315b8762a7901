//! A finished set held against itself and against what it says it was made of: its files against the manifest, the
//! workbooks against their checksums, and everything against what the workbooks give when it is made once more. Says
//! layer by layer what holds, what differs and where, and what could not be judged. A set lies in a folder of its own or
//! in an archive package, where everything is that it was made of; one that holds can be packed. Writes nothing but a
//! copy of a package's workbooks while they are computed.

mod again;
mod cells;
mod compare;
mod contents;
mod correction;
mod data;
pub mod messages;
mod packed;
mod paper;
mod print;
mod set;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use messages as say;

pub use self::contents::{contents, contents_of};
pub use self::paper::Paper;
use self::set::Set;
use crate::manifest::{Checksum, Fil, Korning, Manifest, Program};
use crate::output::{self, Files};
use crate::package::Package;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::Templates;

/// What a set is held against besides what it says itself.
#[derive(Debug)]
pub struct Against<'a> {
    /// The folder of workbooks, where it is not the one that belongs to the set's place.
    pub inputs: Option<&'a Path>,
    /// The templates it is made once more with, where they are not those of its package or the program's own.
    pub templates: Option<Templates>,
    /// The run's id as it was noted elsewhere, if it was.
    pub run_id: Option<&'a str>,
    /// The SHA-256 of the manifest as it was noted elsewhere, if it was.
    pub manifest_sha256: Option<&'a str>,
}

impl Against<'_> {
    /// The run's id and the manifest's checksum, as they were noted elsewhere.
    fn noted(&self) -> [Option<&str>; 2] {
        [self.run_id, self.manifest_sha256]
    }
}

/// Where something lies that a set was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    /// Where it belongs if the user says nothing of it.
    Beside,
    /// Where the user says.
    Named,
    /// In the package.
    Packed,
}

/// What a set was made of.
#[derive(Clone, Copy, Debug)]
struct Source<'a> {
    inputs: (&'a Path, Taken),
    templates: (&'a Templates, Taken),
}

/// What is judged, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The files of the set, against the manifest.
    Files,
    /// The workbooks, against the manifest.
    Inputs,
    /// What the set's own pages, workbooks and payment files print, against its own data, and the data against each
    /// other: by no other program than this.
    Printed,
    /// Every figure.
    Figures,
    /// Everything else that the files say.
    Text,
    /// The files, byte for byte.
    Byte,
}

/// A difference: where, what stands there, and what should.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The file.
    pub file: String,
    /// Where in it, if that can be said: table, row and column, a cell, a figure's name.
    pub place: Option<String>,
    /// What is wrong.
    pub text: Message,
    /// What stands there.
    pub found: Option<String>,
    /// What should.
    pub expected: Option<String>,
}

impl Difference {
    fn of(file: impl Into<String>, text: Message) -> Self {
        Self { file: file.into(), place: None, text, found: None, expected: None }
    }

    fn values(self, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { found: Some(found.into()), expected: Some(expected.into()), ..self }
    }
}

/// What was found of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub layer: Layer,
    /// How many things were compared.
    pub compared: usize,
    /// What differs, in order.
    pub differences: Vec<Difference>,
    /// Why it, or a part of it, could not be judged.
    pub unjudged: Option<Message>,
    /// Whether what differs may do so for that, though nothing is wrong.
    pub excused: bool,
}

impl Judged {
    /// Whether something is wrong.
    #[must_use]
    pub fn fails(&self) -> bool {
        !self.excused && !self.differences.is_empty()
    }

    /// A layer that was judged.
    fn of(layer: Layer, compared: usize, differences: Vec<Difference>) -> Self {
        Self { layer, compared, differences, unjudged: None, excused: false }
    }

    /// A layer that cannot be judged.
    fn without(layer: Layer, why: Message) -> Self {
        Self { unjudged: Some(why), ..Self::of(layer, 0, Vec::new()) }
    }
}

/// What was found of a set.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The run's id, by the manifest.
    pub korning: String,
    /// The year, by the manifest.
    pub ar: i32,
    /// The program that made the set, by the manifest.
    pub program: Program,
    /// The SHA-256 of the manifest itself, to be noted elsewhere.
    pub manifest_sha256: String,
    /// The layers, in order.
    pub layers: Vec<Judged>,
}

impl Verdict {
    /// What was found of a set.
    fn of(set: &Set, layers: Vec<Judged>) -> Self {
        let Manifest { korning, ar, .. } = &set.manifest;
        Self {
            korning: korning.id.clone(),
            ar: *ar,
            program: korning.program.clone(),
            manifest_sha256: Checksum::of(&set.manifest_bytes).to_string(),
            layers,
        }
    }

    /// Whether nothing that was judged differs.
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.layers.iter().any(Judged::fails)
    }

    /// Whether everything could be judged.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.layers.iter().all(|layer| layer.unjudged.is_none())
    }
}

/// Verifies the set in a folder or in an archive package.
///
/// # Errors
/// If there is no set: no manifest that can be read, or a package that is none; or if the folder that was named for the
/// workbooks is not there.
pub fn verify(path: &Path, against: &Against<'_>) -> Result<Verdict, Problems> {
    if let Some(folder) = against.inputs.filter(|folder| !folder.is_dir()) {
        let place = Location::file(folder.display().to_string());
        return Err(Problem::new(Code::F01, place, say::no_folder()).help(say::of_inputs()).into());
    }
    if Package::is_at(path) {
        return packed::verify(path, against);
    }
    let set = set::read(path)?;
    let inputs = inputs(path, &set, against);
    let templates = against.templates.clone().unwrap_or_else(Templates::builtin);
    Ok(verdict(&set, source(&inputs, &templates, against), against))
}

/// What a set in a folder was made of.
fn source<'a>(inputs: &'a Path, templates: &'a Templates, against: &Against<'_>) -> Source<'a> {
    let taken = |is_named: bool| if is_named { Taken::Named } else { Taken::Beside };
    Source {
        inputs: (inputs, taken(against.inputs.is_some())),
        templates: (templates, taken(against.templates.is_some())),
    }
}

/// A set in a folder or in an archive package, to be read as it is.
#[derive(Debug)]
pub struct Opened {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its files, by name, the manifest among them.
    pub files: Files,
}

/// Opens a set whose files are those of its manifest.
///
/// # Errors
/// If there is no set, or a file of it has been changed.
pub fn open(path: &Path) -> Result<Opened, Problems> {
    let set = if Package::is_at(path) {
        let package = Package::read(path)?;
        let mut set = Set::of(path, package.set())?;
        set.flaws.extend(packed::flaws(&package));
        set
    } else {
        set::read(path)?
    };
    let mut problems = Problems::new();
    for difference in files(&set, [None; 2]).differences {
        let place = Location::file(path.join(&difference.file).display().to_string());
        problems.add(Problem::new(Code::F01, place, difference.text).help(say::see_verify()));
    }
    if problems.stop() {
        return Err(problems);
    }
    let mut files = set.bytes;
    files.insert(set::MANIFEST.to_owned(), set.manifest_bytes);
    Ok(Opened { manifest: set.manifest, files })
}

/// A set held against itself, the workbooks in a folder, and what they give with some templates.
fn verdict(set: &Set, source: Source<'_>, against: &Against<'_>) -> Verdict {
    let korning = &set.manifest.korning;
    if korning.is_comparison() {
        return correction::verdict(set, source.inputs, against);
    }
    let mut layers = vec![files(set, against.noted())];
    let (mut judged, lacking) = workbooks(korning, source.inputs);
    let mut more = Vec::new();
    let rest = match lacking {
        None => {
            let changed = !judged.differences.is_empty();
            again::once_more(set, source, changed, &mut more)
        }
        Some(why) => [Layer::Figures, Layer::Text, Layer::Byte]
            .map(|layer| Judged::without(layer, why.clone()))
            .to_vec(),
    };
    let more = more.iter().map(|name| Difference::of(name, say::added_workbook()));
    judged.differences.extend(more);
    layers.push(judged);
    layers.push(print::printed(set));
    layers.extend(rest);
    Verdict::of(set, layers)
}

/// The folder of a set's workbooks: the one that was named, or that belongs to its place.
fn inputs(folder: &Path, set: &Set, against: &Against<'_>) -> PathBuf {
    // The workbook of a correction lies where `scaffold --rattelse` puts it.
    let is_other = set.manifest.korning.is_comparison();
    let kind = if is_other { "rattelse-" } else { "" };
    let own = || beside(folder, &format!("{kind}{}", set.manifest.ar));
    against.inputs.map_or_else(own, Path::to_owned)
}

/// Where the workbooks of a set lie if the user says nothing of it: `inputs/2024` for `output/2024`.
fn beside(folder: &Path, name: &str) -> PathBuf {
    output::around(folder).join("..").join("inputs").join(name)
}

/// The set's files against its manifest, and the manifest against itself and against what was noted elsewhere: the run's
/// id, and the manifest's checksum.
fn files(set: &Set, [run_id, checksum]: [Option<&str>; 2]) -> Judged {
    let mut differences = Vec::new();
    let manifest = &set.manifest;
    let sum = Checksum::of(&set.manifest_bytes).to_string();
    if let Some(noted) = checksum.filter(|noted| !noted.trim().eq_ignore_ascii_case(&sum)) {
        let difference = Difference::of(set::MANIFEST, say::not_the_noted_sum());
        differences.push(difference.values(sum, noted));
    }
    if manifest.korning.indata.is_empty() && !manifest.korning.is_comparison() {
        differences.push(Difference::of(set::MANIFEST, say::made_of_nothing()));
    }
    differences.extend(set.of_other_runs());
    let own = manifest.korning.own_id();
    if own != manifest.korning.id {
        let difference = Difference::of(set::MANIFEST, say::another_id());
        differences.push(difference.values(&manifest.korning.id, own));
    }
    if let Some(noted) = run_id.filter(|noted| *noted != manifest.korning.id) {
        let difference = Difference::of(set::MANIFEST, say::not_the_noted_id());
        differences.push(difference.values(&manifest.korning.id, noted));
    }
    let listed: BTreeMap<&str, &Fil> =
        manifest.utdata.iter().map(|file| (file.namn.as_str(), file)).collect();
    let mut strangers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, file) in &set.files {
        match listed.get(name.as_str()) {
            None => {
                strangers.entry(file.sha256.as_str()).or_default().push(name);
            }
            Some(said) if said.sha256 != file.sha256 => {
                let difference = Difference::of(name, say::changed_file());
                differences.push(difference.values(&file.sha256, &said.sha256));
            }
            Some(_) => {}
        }
    }
    for (name, said) in listed.iter().filter(|(name, _)| !set.files.contains_key(**name)) {
        // A file that has got another name is one difference, not two.
        differences.push(match strangers.get_mut(said.sha256.as_str()).and_then(Vec::pop) {
            Some(other) => Difference::of(other, say::renamed_file()).values(other, *name),
            None => Difference::of(*name, say::missing_file()),
        });
    }
    let strangers = strangers.values().flatten();
    differences.extend(strangers.map(|name| Difference::of(*name, say::added_file())));
    differences.extend(set.flaws.iter().cloned());
    differences.sort();
    let compared = listed.len() + set.listed;
    Judged::of(Layer::Files, compared, differences)
}

/// The workbooks against the manifest, and why nothing can be made of them once more, if some are not there.
fn workbooks(korning: &Korning, (folder, taken): (&Path, Taken)) -> (Judged, Option<Message>) {
    let (mut differences, mut gone, mut there) = (Vec::new(), Vec::new(), false);
    for said in &korning.indata {
        match set::checksum(folder, &said.namn) {
            Ok(Some(sum)) => {
                there = true;
                if sum != said.sha256 {
                    let difference = Difference::of(&said.namn, say::changed_workbook());
                    differences.push(difference.values(sum, &said.sha256));
                }
            }
            Ok(None) => {
                gone.push(&said.namn);
                differences.push(Difference::of(&said.namn, say::missing_workbook()));
            }
            Err(text) => {
                gone.push(&said.namn);
                differences.push(Difference::of(&said.namn, text));
            }
        }
    }
    if !there {
        let why = match taken {
            Taken::Beside => say::no_workbooks(&folder.display()),
            Taken::Named => say::no_workbooks_there(&folder.display()),
            Taken::Packed => say::no_workbooks_packed(),
        };
        return (Judged::without(Layer::Inputs, why.clone()), Some(why));
    }
    let judged = Judged::of(Layer::Inputs, korning.indata.len(), differences);
    (judged, gone.first().map(say::without_a_workbook))
}
