//! A comparison or a correction of two sets, which lies in a folder or a package of its own: its files and its print are
//! judged as those of any set. The two sets are not at hand, so that what they gave once cannot be made again.

use std::path::Path;

use serde_json::Value;

use super::messages as say;
use super::set::Set;
use super::{Against, Judged, Layer, Taken, Verdict, files, print, workbooks};
use crate::manifest::{Korning, Program};
use crate::package::Issuer;
use crate::pipeline;
use crate::problem::Message;

/// A comparison or a correction held against itself, and against its workbook in a folder, if it has one.
pub(super) fn verdict(set: &Set, inputs: (&Path, Taken), against: &Against<'_>) -> Verdict {
    let korning = &set.manifest.korning;
    let without = without_the_sets(korning);
    let judged = if korning.indata.is_empty() {
        Judged::without(Layer::Inputs, without.clone())
    } else {
        workbooks(korning, inputs).0
    };
    let printed = print::printed(set);
    let printed = Judged { unjudged: printed.unjudged.or_else(|| no_workbook(korning)), ..printed };
    let mut layers = vec![files(set, against.noted()), judged, printed];
    let rest = [Layer::Figures, Layer::Text, Layer::Byte];
    layers.extend(rest.map(|layer| Judged::without(layer, without.clone())));
    Verdict::of(set, layers)
}

/// Whether a layer can be judged of a set: of a comparison no more than what it holds itself.
pub(super) fn is_judged(korning: &Korning, layer: Layer) -> bool {
    !korning.is_comparison() || layer <= Layer::Printed
}

/// What a file of a document is held against besides its own data, where that is another; `ending` is its kind.
pub(super) fn data(set: &Set, ending: &str, json: &Value) -> Option<Value> {
    let is_it = ending == "xlsx" && set.manifest.korning.is_comparison();
    is_it.then(|| pipeline::data_of_workbook(json, &set.bytes)).flatten()
}

/// Whether a file of a document is not judged: another program lays out the lists of a comparison's workbook otherwise.
pub(super) fn is_passed_over(set: &Set, ending: &str) -> bool {
    ending == "xlsx" && no_workbook(&set.manifest.korning).is_some()
}

/// Who issued a correction; none of a comparison, which decides nothing.
pub(super) fn issuers(set: &Set) -> Vec<Issuer> {
    let issuer = |bytes: &Vec<u8>| {
        let json: Value = serde_json::from_slice(bytes).ok()?;
        let name = json.pointer("/beslut/myndighet")?.as_str()?.to_owned();
        Some(Issuer { name, organisation_number: None })
    };
    set.bytes.get("rattelse.json").and_then(issuer).into_iter().collect()
}

fn no_workbook(korning: &Korning) -> Option<Message> {
    let Program { version, kallkod_sha256, .. } = &korning.program;
    let source: String = kallkod_sha256.chars().take(12).collect();
    let is_of_another = korning.is_comparison() && korning.program != Program::this();
    is_of_another.then(|| say::another_program(version, &source))
}

fn without_the_sets(korning: &Korning) -> Message {
    let runs: Vec<_> = korning.jamfor.iter().map(|set| set.korning.as_str()).collect();
    say::without_the_sets(&runs.join(", "))
}
