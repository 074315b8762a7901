//! What a document hands over: its JSON, which is also all that its template sees, and what its workbook
//! and its file for other systems hold. Made once, of what the document is as data, and read by all.

use serde::Serialize;
use serde_json::Value;

use super::head::Huvud;
use super::json::{self, Published};
use super::payment::Betalning;
use super::table::Tabell;
use super::text_table::Texttabell;
use super::{Report, View};

/// A finished document, before it is set.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What it opens with: what it is, and what it rests on.
    pub head: Huvud,
    /// What is published, and what its template sees.
    pub json: Published,
    /// Its tables as they leave in a workbook, if they do.
    pub sheets: Option<Sheets>,
    /// A form for another system to read, if it has one: UTF-8.
    pub csv: Option<Vec<u8>>,
}

/// What a document's workbook holds.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// Title, date, status and what the document rests on.
    pub head: Huvud,
    /// The tables, those with a number first.
    pub tables: Vec<Tabell>,
    /// The days of payment, if it has any.
    pub payments: Vec<Betalning>,
    /// Lists of texts and figures, if it has any.
    pub lists: Vec<Texttabell>,
}

/// A document as data.
pub trait Form: Serialize + Sized {
    /// The version of its JSON; rises when a field changes its meaning or goes.
    const VERSION: u32;

    /// What it opens with.
    fn head(&mut self) -> &mut Huvud;

    /// Where it says whether any figure of it is marked as preliminary, if it does.
    fn says_marked(&mut self) -> Option<&mut bool> {
        None
    }

    /// Its workbook, if its tables leave as one.
    fn sheets(self) -> Option<Sheets> {
        None
    }
}

impl Paper {
    /// A document of a year, called `id`, as `choose` chooses it from the report. Its head is completed after
    /// that: it says what was read.
    #[must_use]
    pub fn of<F: Form>(
        report: &Report,
        ar: i32,
        id: &str,
        choose: impl FnOnce(&View<'_>) -> F,
    ) -> Self {
        let view = report.view(ar);
        let mut layout = choose(&view);
        layout.head().complete((id, F::VERSION), &report.korning, ar, view.evidence());
        let mut value = json::as_value(&layout);
        if has(&value, "markt")
            && let Some(said) = layout.says_marked()
        {
            *said = true;
            value = json::as_value(&layout);
        }
        let json = Published { bytes: json::to_json(&layout), value };
        let head = layout.head().clone();
        Self { head, json, sheets: layout.sheets(), csv: None }
    }

    /// Whether it is a draft, or of what a draft says.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        has(&self.json.value, "utkast")
    }
}

impl Sheets {
    /// The sheets of a document: one for each table.
    #[must_use]
    pub fn of(head: Huvud, tables: impl IntoIterator<Item = Tabell>) -> Self {
        let mut tables: Vec<_> = tables.into_iter().collect();
        tables.sort_by_key(|table| (table.nummer.is_none(), table.nummer, table.id.clone()));
        Self { head, tables, payments: Vec::new(), lists: Vec::new() }
    }

    /// The same with a sheet for the days of payment.
    #[must_use]
    pub fn with_payments(self, payments: Vec<Betalning>) -> Self {
        Self { payments, ..self }
    }
}

/// Whether anything within says that it is so: of a figure, that it bears the mark of what is preliminary; of a decision,
/// that it is a draft.
fn has(value: &Value, what: &str) -> bool {
    match value {
        Value::Object(fields) => {
            fields.get(what) == Some(&Value::Bool(true))
                || fields.values().any(|one| has(one, what))
        }
        Value::Array(parts) => parts.iter().any(|one| has(one, what)),
        _ => false,
    }
}
