//! What a set prints, held against its own data: every cell, value and number of its pages, workbooks and payment files,
//! each read by a library that did not write it. Needs neither workbooks nor templates, and no program of the same
//! version: what a page says and its data do not is wrong whoever made it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;

use super::messages as say;
use super::set::Set;
use super::{Difference, Judged, Layer};
use crate::output::Files;
use crate::pipeline;
use crate::workbook;

/// The largest file that is read, in bytes: no document is.
const LARGEST: usize = 32 << 20;

/// The documents of a set, each held against its data.
pub(super) fn printed(set: &Set) -> Judged {
    let (mut compared, mut differences) = (0, Vec::new());
    for (name, bytes) in &set.bytes {
        let Some(document) = name.strip_suffix(".json").filter(|own| !own.contains('/')) else {
            continue;
        };
        let json = serde_json::from_slice::<Value>(bytes).ok();
        let Some(json) = json.filter(|json| json.pointer("/huvud/dokument").is_some()) else {
            continue;
        };
        for end in ["pdf", "xlsx", "csv"] {
            let file = format!("{document}.{end}");
            let Some(bytes) = set.bytes.get(&file) else { continue };
            // What lies there may be anything: it is measured before it is read.
            let is_small = bytes.len() <= LARGEST;
            if !is_small || end == "xlsx" && !workbook::is_whole(&file, bytes) {
                differences.push(Difference::of(&file, say::no_longer_readable()));
                continue;
            }
            let one = Files::from([(file.clone(), bytes.clone())]);
            // A page that was tampered with may be more than its reader can take.
            let read = AssertUnwindSafe(|| pipeline::read_back(&one, &json));
            match catch_unwind(read) {
                Ok(Ok(read)) => compared += read.all(),
                Ok(Err(problems)) => {
                    let each = problems.iter().map(|problem| problem.message.clone());
                    differences.extend(each.map(|text| Difference::of(&file, text)));
                }
                Err(_) => differences.push(Difference::of(&file, say::no_longer_readable())),
            }
        }
    }
    differences.sort();
    Judged { layer: Layer::Printed, compared, differences, unjudged: None }
}
