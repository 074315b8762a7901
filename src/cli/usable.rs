//! What the documents may be used for, and which cells decide it: for people as lines, for programs as data.

use schemars::JsonSchema;
use serde::Serialize;

use super::messages::progress as say;
use crate::figure::Cells;
use crate::pipeline::{Readiness, Use};
use crate::problem::{Language, Message};

/// What some documents may be used for.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Anvandning {
    /// `beslutsklart`, `preliminärt`, `utkast` or `exempel`.
    /// `ej prövat`: they also read workbooks that were left aside.
    pub slag: String,
    /// The documents: the id of a kind where all its copies are alike, else of each copy.
    pub dokument: Vec<String>,
    /// The cells that make them so; none of what is ready.
    pub celler: Vec<Cellomrade>,
}

/// Cells of a sheet.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Cellomrade {
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// The cells, as ranges with commas between them: `B5, B9:B29`.
    pub celler: String,
}

/// What is said of documents that also read what was left aside.
const UNJUDGED: &str = "ej prövat";

/// The same for programs, the best first.
pub(super) fn listed(readiness: &Readiness) -> Vec<Anvandning> {
    let kinds = Use::ALL.into_iter().map(|used_for| Anvandning {
        slag: used_for.name().to_owned(),
        dokument: readiness.documents.get(&used_for).cloned().unwrap_or_default(),
        celler: areas(readiness, used_for),
    });
    let unjudged = Anvandning {
        slag: UNJUDGED.to_owned(),
        dokument: readiness.unjudged.clone(),
        celler: Vec::new(),
    };
    let kinds = kinds.chain([unjudged]);
    kinds.filter(|one| !one.dokument.is_empty() || !one.celler.is_empty()).collect()
}

fn areas(readiness: &Readiness, used_for: Use) -> Vec<Cellomrade> {
    let area = |((fil, blad), cells): (&(String, String), &Cells)| Cellomrade {
        fil: fil.clone(),
        blad: blad.clone(),
        celler: cells.ranges().join(", "),
    };
    readiness.cells.get(&used_for).into_iter().flatten().map(area).collect()
}

/// What is said of it: a line for each use, and under it the cells that decide it.
pub(super) fn text(readiness: &Readiness, language: Language) -> String {
    if readiness.is_ready() {
        return say::ready().in_language(language).to_owned();
    }
    // What makes nothing what it is, since something else already does, comes last.
    let (mut lines, mut also) = (Vec::new(), Vec::new());
    for used_for in Use::ALL {
        let documents = readiness.documents.get(&used_for);
        let areas = areas(readiness, used_for);
        if documents.is_none() && areas.is_empty() {
            continue;
        }
        let names: Vec<_> = documents.into_iter().flatten().map(Message::alike).collect();
        let names = Message::joined(&names, ", ");
        let line = match (used_for, documents) {
            (Use::Ready, _) => say::documents_ready(&names),
            (Use::Preliminary, Some(_)) => say::documents_preliminary(&names),
            (Use::Preliminary, None) => say::cells_preliminary(),
            (Use::Draft, Some(_)) => say::documents_draft(&names),
            (Use::Draft, None) => say::cells_draft(),
            (Use::Example, _) => say::documents_example(&names),
        };
        let lines = if documents.is_some() { &mut lines } else { &mut also };
        lines.push(line.in_language(language).to_owned());
        let area = |area: Cellomrade| {
            let parts = [area.fil, area.blad, area.celler];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!("  {}", parts.join(" › "))
        };
        lines.extend(areas.into_iter().map(area));
    }
    if !readiness.unjudged.is_empty() {
        let names: Vec<_> = readiness.unjudged.iter().map(Message::alike).collect();
        let line = say::documents_unjudged(&Message::joined(&names, ", "));
        also.push(line.in_language(language).to_owned());
    }
    [lines, also].concat().join("\n")
}
