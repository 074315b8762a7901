//! A set that holds, with all that it was made of, as the contents of an archive package.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use super::messages as say;
use super::set::{self, MANIFEST, Set};
use super::{Against, Difference, Layer, files, inputs, options, other_templates, workbooks};
use crate::output::Files;
use crate::package::{Contents, Issuer, Predecessor};
use crate::pipeline;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::Templates;

/// The contents of the package of the set in a folder; one that it replaces, if it corrects one.
///
/// # Errors
/// If there is no set, it has been changed, or what it was made of is not there as it was; or if the workbooks cannot
/// be computed.
pub fn contents(
    folder: &Path,
    against: &Against<'_>,
    replaces: Option<Predecessor>,
) -> Result<Contents, Problems> {
    let set = set::read(folder)?;
    let korning = &set.manifest.korning;
    let inputs = inputs(folder, &set, against);
    let templates = against.templates.clone().unwrap_or_else(Templates::builtin);
    let mut problems = Problems::new();
    let mut no = |path: &Path, text: &Message| {
        let place = Location::file(path.display().to_string());
        problems.add(Problem::new(Code::F11, place, text.clone()).help(say::make_it_again()));
    };
    let options = options(korning, &templates);
    match &options {
        Ok(options) => {
            if let Some(text) = other_templates(korning, &options.run(&korning.indata)) {
                no(folder, &text);
            }
        }
        Err(text) => no(folder, text),
    }
    for judged in [files(&set, against.run_id), workbooks(korning, &inputs).0] {
        let within = if judged.layer == Layer::Inputs { &inputs } else { folder };
        for Difference { file, text, .. } in &judged.differences {
            no(&within.join(file), text);
        }
        if let Some(text) = &judged.unjudged {
            no(within, text);
        }
    }
    let Ok(options) = options else { return Err(problems) };
    if problems.stop() {
        return Err(problems);
    }
    let computed = pipeline::compute(&inputs, &options.selection, &|_| ())?;
    let issuers = computed.issuers().into_iter();
    let issuers = issuers.map(|(name, organisation_number)| Issuer { name, organisation_number });
    let (titles, date) = documents(&set);
    let date = date.ok_or_else(|| {
        Problem::new(Code::F11, Location::file(folder.display().to_string()), say::no_document())
    })?;
    let read = |name: &String| Some((name.clone(), set::within(&inputs, name).ok()??));
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
        issuers: issuers.collect(),
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
