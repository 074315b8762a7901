//! A finished set held against itself and against what it says it was made of: its files against the manifest, the
//! workbooks against their checksums, and everything against what the workbooks give when it is made once more. Says
//! layer by layer what holds, what differs and where, and what could not be judged. A set lies in a folder of its own or
//! in an archive package, where everything is that it was made of; one that holds can be packed. Writes nothing but a
//! copy of a package's workbooks while they are computed.

mod compare;
mod contents;
pub mod messages;
mod packed;
mod paper;
mod print;
mod set;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use messages as say;

use self::compare::Found;
pub use self::contents::{contents, contents_of};
pub use self::paper::Paper;
use self::set::Set;
use crate::manifest::{Fil, Korning, Manifest, Program, SELECTION};
use crate::output::{self, Files};
use crate::package::Package;
use crate::pipeline::selection::Selection;
use crate::pipeline::{self, Options, Stopped};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::region::Region;
use crate::render::{PdfStandard, Templates};

/// What a set is held against besides what it says itself.
#[derive(Debug)]
pub struct Against<'a> {
    /// The folder of workbooks, where it is not the one that belongs to the set's place.
    pub inputs: Option<&'a Path>,
    /// The templates it is made once more with, where they are not those of its package or the program's own.
    pub templates: Option<Templates>,
    /// The run's id as it was noted elsewhere, if it was.
    pub run_id: Option<&'a str>,
}

/// What is judged, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The files of the set, against the manifest.
    Files,
    /// The workbooks, against the manifest.
    Inputs,
    /// What the set's own pages, workbooks and payment files print, against its own data: by no other program than this.
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
    /// The layers, in order.
    pub layers: Vec<Judged>,
}

impl Verdict {
    /// Whether nothing differs.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.layers.iter().all(|layer| layer.differences.is_empty())
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
/// If there is no set: no manifest that can be read, or a package that is none.
pub fn verify(path: &Path, against: &Against<'_>) -> Result<Verdict, Problems> {
    if Package::is_at(path) {
        return packed::verify(path, against);
    }
    let set = set::read(path)?;
    let inputs = inputs(path, &set, against);
    let templates = against.templates.clone().unwrap_or_else(Templates::builtin);
    Ok(verdict(set, &inputs, &templates, against.run_id))
}

/// A set in a folder or in an archive package, to be read as it is.
#[derive(Debug)]
pub struct Opened {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its files, by name.
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
    for difference in files(&set, None).differences {
        let place = Location::file(path.join(&difference.file).display().to_string());
        problems.add(Problem::new(Code::F01, place, difference.text).help(say::see_verify()));
    }
    if problems.stop() {
        return Err(problems);
    }
    Ok(Opened { manifest: set.manifest, files: set.bytes })
}

/// A set held against itself, the workbooks in a folder, and what they give with some templates.
fn verdict(set: Set, inputs: &Path, templates: &Templates, run_id: Option<&str>) -> Verdict {
    let korning = &set.manifest.korning;
    let mut layers = vec![files(&set, run_id)];
    let (mut judged, there) = workbooks(korning, inputs);
    let mut more = Vec::new();
    let rest = if there {
        let changed = !judged.differences.is_empty();
        once_more(&set, inputs, templates, changed, &mut more)
    } else {
        let missing = say::no_workbooks(&inputs.display());
        [Layer::Figures, Layer::Text, Layer::Byte]
            .map(|layer| unjudged(layer, missing.clone()))
            .to_vec()
    };
    let more = more.iter().map(|name| Difference::of(name, say::added_workbook()));
    judged.differences.extend(more);
    layers.push(judged);
    layers.push(print::printed(&set));
    layers.extend(rest);
    let (korning, ar) = (korning.id.clone(), set.manifest.ar);
    Verdict { korning, ar, program: set.manifest.korning.program, layers }
}

/// The folder of a set's workbooks: the one that was named, or that belongs to its place.
fn inputs(folder: &Path, set: &Set, against: &Against<'_>) -> PathBuf {
    against.inputs.map_or_else(|| beside(folder, set.manifest.ar), Path::to_owned)
}

/// Where the workbooks of a set lie if the user says nothing of it: `inputs/2024` for `output/2024`.
fn beside(folder: &Path, year: i32) -> PathBuf {
    output::around(folder).join("..").join("inputs").join(year.to_string())
}

fn unjudged(layer: Layer, why: Message) -> Judged {
    Judged { layer, compared: 0, differences: Vec::new(), unjudged: Some(why) }
}

/// The set's files against its manifest, and the manifest against itself.
fn files(set: &Set, run_id: Option<&str>) -> Judged {
    let mut differences = Vec::new();
    let manifest = &set.manifest;
    if manifest.korning.indata.is_empty() {
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
    Judged { layer: Layer::Files, compared, differences, unjudged: None }
}

/// The workbooks against the manifest, and whether any of them is there.
fn workbooks(korning: &Korning, folder: &Path) -> (Judged, bool) {
    let (mut differences, mut there) = (Vec::new(), false);
    for said in &korning.indata {
        match set::checksum(folder, &said.namn) {
            Ok(Some(sum)) => {
                there = true;
                if sum != said.sha256 {
                    let difference = Difference::of(&said.namn, say::changed_workbook());
                    differences.push(difference.values(sum, &said.sha256));
                }
            }
            Ok(None) => differences.push(Difference::of(&said.namn, say::missing_workbook())),
            Err(text) => differences.push(Difference::of(&said.namn, text)),
        }
    }
    let compared = korning.indata.len();
    if there {
        let judged = Judged { layer: Layer::Inputs, compared, differences, unjudged: None };
        return (judged, there);
    }
    (unjudged(Layer::Inputs, say::no_workbooks(&folder.display())), false)
}

/// The set against what the workbooks give. `more` is what was read besides what the set was made of.
fn once_more(
    set: &Set,
    inputs: &Path,
    templates: &Templates,
    changed: bool,
    more: &mut Vec<String>,
) -> Vec<Judged> {
    let layers = [Layer::Figures, Layer::Text, Layer::Byte];
    let korning = &set.manifest.korning;
    let made = options(korning, templates).and_then(|options| {
        let made = pipeline::run(inputs, &options, &|_| (), |computed| {
            let is_known = |name: &str| korning.indata.iter().any(|said| said.namn == name);
            let read = computed.inputs.iter().map(|file| file.namn.clone());
            more.extend(read.filter(|name| !is_known(name)));
            Ok(())
        });
        let maker = maker(korning, &options, changed || !more.is_empty());
        made.map(|(files, ())| (files, maker)).map_err(|stopped| match stopped {
            Stopped::Problems(problems) => say::workbooks_have_problems(&problems.iter().count()),
            Stopped::Unknown(text) => text,
        })
    });
    match made {
        Ok((fresh, maker)) => judged(set, &fresh, maker.as_ref()),
        Err(why) => layers.map(|layer| unjudged(layer, why.clone())).to_vec(),
    }
}

/// How the set was made, by its manifest.
fn options(korning: &Korning, templates: &Templates) -> Result<Options, Message> {
    let said = |key: &str| korning.val.get(key).map(String::as_str);
    let names = said(SELECTION).unwrap_or_default().split(',').filter(|name| !name.is_empty());
    let region = said("region").and_then(|id| Region::all().find(|region| region.id() == id));
    let selection = Selection::new(names.map(str::to_owned).collect(), region)?;
    let standards = [PdfStandard::A3a, PdfStandard::A2a];
    let standard = standards.into_iter().find(|own| Some(own.name()) == said("pdf-standard"));
    let standard = standard.ok_or_else(say::unknown_standard)?;
    Ok(Options { selection, templates: templates.clone(), standard })
}

/// Why files that differ may do so although nothing is wrong: another program, or other templates; none where they may
/// not.
fn maker(korning: &Korning, options: &Options, changed: bool) -> Option<Message> {
    let this = options.run(&korning.indata);
    if this.program != korning.program {
        let Program { version, kallkod_sha256, .. } = &korning.program;
        let source: String = kallkod_sha256.chars().take(12).collect();
        return Some(say::another_program(version, &source));
    }
    if let Some(text) = other_templates(korning, &this) {
        return Some(text);
    }
    // A set of other workbooks has another id on every page.
    changed.then(say::other_workbooks)
}

/// That two runs have not the same templates, if they have not.
fn other_templates(then: &Korning, now: &Korning) -> Option<Message> {
    let sums = |files: &[Fil]| -> BTreeMap<String, String> {
        files.iter().map(|file| (file.namn.clone(), file.sha256.clone())).collect()
    };
    let [then, now] = [then, now].map(|run| {
        let mut all = sums(&run.mallar);
        all.extend(sums(&run.typsnitt));
        all
    });
    let names: BTreeSet<_> = then.keys().chain(now.keys()).collect();
    let other: Vec<_> =
        names.into_iter().filter(|name| then.get(*name) != now.get(*name)).collect();
    other.first().map(|first| say::other_templates(&other.len(), first))
}

fn judged(set: &Set, fresh: &Files, maker: Option<&Message>) -> Vec<Judged> {
    let Found { figures, texts, compared } = compare::all(set, fresh);
    let mut bytes = Vec::new();
    for (name, made) in fresh.iter().filter(|(name, _)| name.as_str() != set::MANIFEST) {
        let sum = Fil::new(name, made).sha256;
        match set.files.get(name) {
            Some(file) if file.sha256 == sum => {}
            Some(file) => {
                let difference = Difference::of(name, say::not_what_is_made());
                bytes.push(difference.values(&file.sha256, sum));
            }
            None => bytes.push(Difference::of(name, say::not_there())),
        }
    }
    let more = set.files.keys().filter(|name| !fresh.contains_key(*name));
    bytes.extend(more.map(|name| Difference::of(name, say::not_made())));
    // The manifest tells of all the others: it is judged for itself only where they are as they should be.
    if bytes.is_empty() && fresh.get(set::MANIFEST) != Some(&set.manifest_bytes) {
        bytes.push(Difference::of(set::MANIFEST, say::not_what_is_made()));
    }
    bytes.sort();
    let [figure_count, text_count] = compared;
    // Another program or other templates may say it otherwise, and print it otherwise; never with other figures.
    let excused = |differences: Vec<Difference>| match maker {
        Some(why) if !differences.is_empty() => (Vec::new(), Some(why.clone())),
        _ => (differences, None),
    };
    let (texts, no_texts) = excused(texts);
    let (bytes, no_bytes) = excused(bytes);
    vec![
        Judged {
            layer: Layer::Figures,
            compared: figure_count,
            differences: figures,
            unjudged: None,
        },
        Judged { layer: Layer::Text, compared: text_count, differences: texts, unjudged: no_texts },
        Judged {
            layer: Layer::Byte,
            compared: fresh.len() - 1,
            differences: bytes,
            unjudged: no_bytes,
        },
    ]
}
