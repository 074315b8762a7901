//! What the documents may be used for, and which cells decide it: for people as lines, for programs as data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::messages::progress as say;
use crate::figure::Cells;
use crate::pipeline::{Readiness, Use};
use crate::problem::{Language, Message};

/// What some documents may be used for: those of one use that the same cells make so.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Anvandning {
    /// `beslutsklart`, `preliminärt`, `utkast` or `exempel`.
    /// `ej prövat`: they also read workbooks that were left aside.
    pub slag: String,
    /// The documents: the id of a kind where all its copies are alike, else of each copy.
    pub dokument: Vec<String>,
    /// The cells that make them so; none of what is ready. Without documents: cells that say so of nothing, since something
    /// else makes it worse.
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

/// Cells, by workbook and sheet.
type Places = BTreeMap<(String, String), Cells>;

/// What is said of documents that also read what was left aside.
const UNJUDGED: &str = "ej prövat";

/// The same for programs, the best first.
pub(super) fn listed(readiness: &Readiness) -> Vec<Anvandning> {
    let kinds = Use::ALL.into_iter().flat_map(|used_for| {
        let judged = readiness.judged.iter().filter(move |one| one.used_for == used_for);
        let judged = judged.map(|one| (one.documents.clone(), areas(&one.cells)));
        let also = readiness.also.get(&used_for).map(|cells| (Vec::new(), areas(cells)));
        let all = judged.chain(also);
        all.map(move |(dokument, celler)| Anvandning {
            slag: used_for.name().to_owned(),
            dokument,
            celler,
        })
    });
    let unjudged = Anvandning {
        slag: UNJUDGED.to_owned(),
        dokument: readiness.unjudged.clone(),
        celler: Vec::new(),
    };
    let unjudged = Some(unjudged).filter(|one| !one.dokument.is_empty());
    kinds.chain(unjudged).collect()
}

fn areas(cells: &Places) -> Vec<Cellomrade> {
    let area = |((fil, blad), cells): (&(String, String), &Cells)| Cellomrade {
        fil: fil.clone(),
        blad: blad.clone(),
        celler: cells.ranges().join(", "),
    };
    cells.iter().map(area).collect()
}

/// What is said of it: a line for the documents of each use and reason, and under it the cells that decide it.
pub(super) fn text(readiness: &Readiness, language: Language) -> String {
    let said = |message: Message| message.in_language(language).to_owned();
    if readiness.is_ready() {
        return said(say::ready());
    }
    let mut lines = Vec::new();
    for one in &readiness.judged {
        let names: Vec<_> = one.documents.iter().map(Message::alike).collect();
        let names = Message::joined(&names, ", ");
        lines.push(said(match one.used_for {
            Use::Ready => say::documents_ready(&names),
            Use::Preliminary => say::documents_preliminary(&names),
            Use::Draft => say::documents_draft(&names),
            Use::Example => say::documents_example(&names),
        }));
        lines.extend(set_in(&one.cells));
    }
    // What makes nothing what it is, since something else already does, comes last.
    for (used_for, cells) in &readiness.also {
        let line = match used_for {
            Use::Preliminary => say::cells_preliminary(),
            Use::Draft => say::cells_draft(),
            // Nothing is worse than an example, and nothing is ready because of a cell.
            Use::Ready | Use::Example => continue,
        };
        lines.push(said(line));
        lines.extend(set_in(cells));
    }
    if !readiness.unjudged.is_empty() {
        let names: Vec<_> = readiness.unjudged.iter().map(Message::alike).collect();
        lines.push(said(say::documents_unjudged(&Message::joined(&names, ", "))));
    }
    lines.join("\n")
}

/// Cells as lines that are set in, one for each sheet.
fn set_in(cells: &Places) -> impl Iterator<Item = String> {
    areas(cells).into_iter().map(|area| {
        let parts = [area.fil, area.blad, area.celler];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("  {}", parts.join(" › "))
    })
}
