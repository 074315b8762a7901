//! What a set prints, held against its own data: every cell, value and number of its pages, workbooks and payment files,
//! each read by a library that did not write it; what its pages have attached; and its data against each other. Needs
//! neither workbooks nor templates, and no program of the same version: what a page says and its data do not is wrong
//! whoever made it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;

use super::messages as say;
use super::set::Set;
use super::{Difference, Judged, Layer, compare, correction, data};
use crate::output::Files;
use crate::pipeline;
use crate::render::PdfStandard;
use crate::workbook;

/// The largest file that is read, in bytes: no document is.
pub(super) const LARGEST: usize = 32 << 20;

/// The documents of a set, each held against its data, and the data against each other.
pub(super) fn printed(set: &Set) -> Judged {
    let documents = data::documents(set);
    let (mut compared, mut differences) = data::held(set, &documents);
    for (document, json) in &documents {
        for end in ["pdf", "xlsx", "csv"] {
            let file = format!("{document}.{end}");
            let judged = set.bytes.get(&file).filter(|_| !correction::is_passed_over(set, end));
            let Some(bytes) = judged else { continue };
            let beside = correction::data(set, end, json);
            match read_back(&file, bytes, beside.as_ref().unwrap_or(json)) {
                Ok(count) => compared += count,
                Err(found) => {
                    differences.extend(found);
                    continue;
                }
            }
            if end == "pdf" {
                differences.extend(attached(set, document, bytes));
            }
        }
    }
    differences.sort();
    Judged::of(Layer::Printed, compared, differences)
}

/// A file of a document against its data: how much was read back.
fn read_back(file: &str, bytes: &[u8], json: &Value) -> Result<usize, Vec<Difference>> {
    let unreadable = || vec![Difference::of(file, say::no_longer_readable())];
    // What lies there may be anything: it is measured before it is read.
    let is_workbook = std::path::Path::new(file).extension().is_some_and(|end| end == "xlsx");
    if bytes.len() > LARGEST || is_workbook && !workbook::is_whole(file, bytes) {
        return Err(unreadable());
    }
    let one = Files::from([(file.to_owned(), bytes.to_vec())]);
    // A page that was tampered with may be more than its reader can take.
    let read = AssertUnwindSafe(|| pipeline::read_back(&one, json));
    match catch_unwind(read) {
        Ok(Ok(read)) => Ok(read.all()),
        Ok(Err(problems)) => {
            let each = problems.iter().map(|problem| problem.message.clone());
            Err(each.map(|text| Difference::of(file, text)).collect())
        }
        Err(_) => Err(unreadable()),
    }
}

/// What a page has attached, against the data beside it.
fn attached(set: &Set, document: &str, pdf: &[u8]) -> Vec<Difference> {
    let file = format!("{document}.pdf");
    let Some(beside) = set.bytes.get(&format!("{document}.json")) else { return Vec::new() };
    let read = AssertUnwindSafe(|| attached_to(pdf, beside));
    let Ok(Some(all)) = catch_unwind(read) else {
        return vec![Difference::of(file, say::no_longer_readable())];
    };
    let standard = set.manifest.korning.val.get("pdf-standard").map(String::as_str);
    if all.is_empty() && standard == Some(PdfStandard::A3a.name()) {
        return vec![Difference::of(file, say::nothing_attached())];
    }
    let others = all.iter().filter(|own| *own != beside);
    others.flat_map(|own| compare::attached(&file, own, beside)).collect()
}

/// The files that a page has attached. Packed, the data take less room than they do beside it: what takes more is not
/// read.
#[cfg(feature = "typeset")]
fn attached_to(pdf: &[u8], beside: &[u8]) -> Option<Vec<Vec<u8>>> {
    crate::readback::attached(pdf, beside.len()).ok()
}

/// Nothing is read where no page is set: it is what it is to be.
#[cfg(not(feature = "typeset"))]
#[expect(clippy::unnecessary_wraps, reason = "as where pages are set")]
fn attached_to(_: &[u8], beside: &[u8]) -> Option<Vec<Vec<u8>>> {
    Some(vec![beside.to_vec()])
}
