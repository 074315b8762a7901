//! A set that holds, with all that it was made of, as the contents of an archive package.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use super::again::{maker, options};
use super::messages as say;
use super::set::{self, MANIFEST, Set};
use super::{Against, Difference, Layer, Taken, correction, inputs, source, verdict, workbooks};
use crate::output::Files;
use crate::package::{Contents, Issuer, Predecessor};
use crate::pipeline;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::Templates;

/// The contents of the package of the set in a folder; one that it replaces, if it corrects one. The set is verified
/// first, as [`super::verify`] does.
///
/// # Errors
/// If there is no set, it has been changed, another program made it, or what it was made of is not there as it was; or
/// if the workbooks cannot be computed.
pub fn contents(
    folder: &Path,
    against: &Against<'_>,
    replaces: Option<Predecessor>,
) -> Result<Contents, Problems> {
    let set = set::read(folder)?;
    let inputs = inputs(folder, &set, against);
    let templates = against.templates.clone().unwrap_or_else(Templates::builtin);
    let mut problems = Problems::new();
    let korning = &set.manifest.korning;
    let is_other = korning.is_comparison();
    let help = || if is_other { say::correct_again() } else { say::make_it_again() };
    let no = |problems: &mut Problems, path: &Path, text: &Message| {
        let place = Location::file(path.display().to_string());
        problems.add(Problem::new(Code::F11, place, text.clone()).help(help()));
    };
    if is_other && correction::issuers(&set).is_empty() {
        let place = Location::file(folder.display().to_string());
        return Err(Problem::new(Code::F11, place, say::no_issuer()).into());
    }
    let source = source(&inputs, &templates, against);
    match options(korning, &templates) {
        Ok(options) => {
            let (_, taken) = source.templates;
            if let Some(text) = maker(korning, (&options, taken), false) {
                no(&mut problems, folder, &text);
            }
        }
        Err(text) => no(&mut problems, folder, &text),
    }
    for judged in verdict(&set, source, against).layers {
        let within = if judged.layer == Layer::Inputs { &inputs } else { folder };
        for difference in judged.differences.iter().filter(|_| judged.fails()) {
            let path = within.join(&difference.file);
            let place = difference.place.clone();
            let place = Location { sheet: place, ..Location::file(path.display().to_string()) };
            let problem = Problem::new(Code::F11, place, difference.text.clone());
            let values = difference.found.as_ref().zip(difference.expected.as_ref());
            let problem = match values {
                Some((found, made)) => problem.expected(say::not_but(found, made)),
                None => problem,
            };
            problems.add(problem.help(help()));
        }
        let unjudged = judged.unjudged.as_ref();
        if let Some(text) = unjudged.filter(|_| correction::is_judged(korning, judged.layer)) {
            no(&mut problems, within, text);
        }
    }
    if problems.stop() {
        Err(problems)
    } else {
        assembled(set, folder, &inputs, &templates, replaces)
    }
}

/// The same of a set that has just been made, and is not written yet.
///
/// # Errors
/// If the workbooks are not there any longer as they were, or cannot be computed.
pub fn contents_of(
    files: Files,
    place: &Path,
    inputs: &Path,
    templates: &Templates,
) -> Result<Contents, Problems> {
    let set = Set::of(place, files)?;
    let (judged, _) = workbooks(&set.manifest.korning, (inputs, Taken::Named));
    let mut problems = Problems::new();
    for Difference { file, text, .. } in judged.differences {
        let place = Location::file(inputs.join(file).display().to_string());
        problems.add(Problem::new(Code::F11, place, text).help(say::make_it_again()));
    }
    if problems.stop() { Err(problems) } else { assembled(set, place, inputs, templates, None) }
}

/// A set with what it was made of, all of which is as it was.
pub(super) fn assembled(
    set: Set,
    place: &Path,
    inputs: &Path,
    templates: &Templates,
    replaces: Option<Predecessor>,
) -> Result<Contents, Problems> {
    let no =
        |text: Message| Problem::new(Code::F11, Location::file(place.display().to_string()), text);
    let korning = &set.manifest.korning;
    let issuers = if korning.is_comparison() {
        correction::issuers(&set)
    } else {
        let options = options(korning, templates).map_err(no)?;
        let computed = pipeline::compute(inputs, &options.selection, &|_| ())?;
        let issuers = computed.issuers().into_iter();
        let issuer = |(name, organisation_number)| Issuer { name, organisation_number };
        issuers.map(issuer).collect::<Vec<_>>()
    };
    if issuers.is_empty() {
        return Err(no(say::no_issuer()).into());
    }
    let (titles, date) = documents(&set);
    let date = date.ok_or_else(|| no(say::no_document()))?;
    let read = |name: &String| Some((name.clone(), set::within(inputs, name).ok()??));
    let read = korning.indata.iter().filter_map(|file| read(&file.namn)).collect();
    let templates = templates.files().map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let mut files = set.bytes;
    files.insert(MANIFEST.to_owned(), set.manifest_bytes);
    Ok(Contents {
        manifest: set.manifest,
        set: files,
        inputs: read,
        templates: templates.collect(),
        titles,
        issuers,
        date,
        replaces,
    })
}

/// The titles of a set's documents, and the day of the youngest.
fn documents(set: &Set) -> (Vec<(String, String)>, Option<NaiveDate>) {
    let (mut titles, mut last) = (Vec::new(), None);
    for (name, json) in json(&set.bytes) {
        let said = |path: &str| json.pointer(path).and_then(Value::as_str);
        let Some(title) = said("/huvud/titel") else { continue };
        titles.push((name.to_owned(), title.to_owned()));
        last = last.max(said("/huvud/datum/iso").and_then(|day| day.parse().ok()));
    }
    (titles, last)
}

/// The JSON files, by their names without an ending.
fn json(files: &Files) -> impl Iterator<Item = (&str, Value)> {
    files.iter().filter_map(|(name, bytes)| {
        Some((name.strip_suffix(".json")?, serde_json::from_slice(bytes).ok()?))
    })
}
