//! A set held against what the workbooks give when it is made once more: how it was made, why what is made now may be
//! otherwise though nothing is wrong, and what then differs.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{self, Found};
use super::messages as say;
use super::set::{self, Set};
use super::{Difference, Judged, Layer, Source, Taken};
use crate::manifest::{Fil, Korning, Program, SELECTION};
use crate::output::Files;
use crate::pipeline::selection::Selection;
use crate::pipeline::{self, Options, Stopped};
use crate::problem::Message;
use crate::region::Region;
use crate::render::{PdfStandard, Templates};

/// The set against what the workbooks give. `more` is what was read besides what the set was made of.
pub(super) fn once_more(
    set: &Set,
    source: Source<'_>,
    changed: bool,
    more: &mut Vec<String>,
) -> Vec<Judged> {
    let layers = [Layer::Figures, Layer::Text, Layer::Byte];
    let korning = &set.manifest.korning;
    let ((inputs, taken), (templates, of_templates)) = (source.inputs, source.templates);
    let made = options(korning, templates).and_then(|options| {
        let made = pipeline::run(inputs, &options, &|_| (), |computed| {
            let is_known = |name: &str| korning.indata.iter().any(|said| said.namn == name);
            let read = computed.inputs.iter().map(|file| file.namn.clone());
            more.extend(read.filter(|name| !is_known(name)));
            Ok(())
        });
        let maker = maker(korning, (&options, of_templates), changed || !more.is_empty());
        made.map(|(files, ())| (files, maker)).map_err(|stopped| match stopped {
            Stopped::Problems(problems) => {
                let count = problems.iter().count();
                match taken {
                    Taken::Packed => say::packed_workbooks_have_problems(&count),
                    _ => say::workbooks_have_problems(&count),
                }
            }
            Stopped::Unknown(text) => text,
        })
    });
    match made {
        Ok((fresh, maker)) => judged(set, &fresh, maker.as_ref()),
        Err(why) => layers.map(|layer| Judged::without(layer, why.clone())).to_vec(),
    }
}

/// How the set was made, by its manifest.
pub(super) fn options(korning: &Korning, templates: &Templates) -> Result<Options, Message> {
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
pub(super) fn maker(
    korning: &Korning,
    (options, templates): (&Options, Taken),
    changed: bool,
) -> Option<Message> {
    let this = options.run(&korning.indata);
    if this.program != korning.program {
        let Program { version, kallkod_sha256, .. } = &korning.program;
        let source: String = kallkod_sha256.chars().take(12).collect();
        return Some(say::another_program(version, &source));
    }
    if let Some(text) = other_templates(korning, &this, templates) {
        return Some(text);
    }
    // A set of other workbooks has another id on every page.
    changed.then(say::other_workbooks)
}

/// That two runs have not the same templates, if they have not; those of the other are taken from somewhere.
fn other_templates(then: &Korning, now: &Korning, taken: Taken) -> Option<Message> {
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
    let (first, count) = (other.first()?, other.len());
    Some(match taken {
        Taken::Beside => say::other_templates(&count, first),
        Taken::Named => say::others_than_those_templates(&count, first),
        Taken::Packed => say::others_than_packed_templates(&count, first),
    })
}

fn judged(set: &Set, fresh: &Files, maker: Option<&Message>) -> Vec<Judged> {
    let Found { figures, texts, compared, .. } = compare::all(set, fresh);
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
    // Another program or other templates may say it otherwise, and print it otherwise; never with other figures. What is
    // said otherwise is shown all the same, but not every file that bears the id of another run.
    let excused = |layer, compared, differences: Vec<Difference>| {
        let why = maker.filter(|_| !differences.is_empty()).cloned();
        let excused = why.is_some();
        Judged { unjudged: why, excused, ..Judged::of(layer, compared, differences) }
    };
    let mut bytes = excused(Layer::Byte, fresh.len() - 1, bytes);
    if bytes.excused {
        bytes.differences.clear();
    }
    let figures = Judged::of(Layer::Figures, figure_count, figures);
    vec![figures, excused(Layer::Text, text_count, texts), bytes]
}
