//! Documents: each chooses the figures, tables and facts of one paper from the report, and names its
//! template. No arithmetic; the words are the template's, but for captions and headings, which the
//! workbook shares.

pub mod avstamning;
pub mod beredskap;
pub mod besked;
pub mod beslut;
pub mod cirkular;
mod own_words;
pub mod regionbesked;
pub mod regleringsbrev;
mod worked_decision;

use std::collections::BTreeMap;

use schemars::Schema;

use crate::contract::{
    Fact, beredskap as preparedness, besked as overview, beslut as decided, lakemedel,
    regleringsbrev as contract,
};
use crate::region::Region;
use crate::report::Report;
use crate::report::paper::Paper;

/// One copy of a document: most have a single one, annexes and letters have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// What it is called, which also names its files: `bilaga-4`.
    pub id: String,
    /// Its name, for people.
    pub name: String,
    /// The region it is for, if it is for one.
    pub region: Option<Region>,
}

/// A document: what it is called, what it reads, its template, and how it is chosen from the report.
#[derive(Debug)]
pub struct Document {
    /// The id of its kind: `bilaga`. A document of one copy names its files by it.
    pub id: &'static str,
    /// Its name, for people.
    pub name: &'static str,
    /// The grants it cannot be made without.
    pub grant: &'static [&'static str],
    /// The grants it has a part on where they are there.
    pub also: &'static [&'static str],
    /// Whether each of its copies is for a region.
    pub per_region: bool,
    /// Its template.
    pub template: &'static str,
    /// Its copies, in order; [`single`] where it is one.
    pub edition: fn(&Document, &Report, i32) -> Vec<Edition>,
    /// A copy: what is published of it, and all that it is set from.
    pub paper: fn(&Report, i32, &Edition) -> Paper,
    /// The JSON Schema of what is published.
    pub schema: fn() -> Schema,
}

/// The one copy of a document, which bears its own id and name.
#[must_use]
pub fn single(document: &Document, _report: &Report, _ar: i32) -> Vec<Edition> {
    vec![Edition { id: document.id.to_owned(), name: document.name.to_owned(), region: None }]
}

/// Every document there is.
pub const DOCUMENTS: &[&Document] = &[
    &cirkular::CIRKULARET,
    &regleringsbrev::BESLUTET,
    &regleringsbrev::BILAGORNA,
    &regleringsbrev::SAMLAT,
    &regleringsbrev::PLANEN,
    &avstamning::AVSTAMNINGEN,
    &beslut::BESLUTEN,
    &besked::BESKEDET,
    &beredskap::UPPFOLJNINGEN,
    &regionbesked::BREVEN,
];

/// What says that a decision is a draft, for every decision there is, and the word it says it by.
#[must_use]
pub fn statuses(report: &Report, year: i32) -> Vec<(Fact<String>, &'static str)> {
    let [_, draft] = decided::STATUS;
    let own = report.keys(year, &decided::BESLUT_STATUS).into_iter();
    let own = own.map(|name| (decided::BESLUT_STATUS.at(&name), draft));
    std::iter::once((contract::BESLUT_STATUS, contract::UTKAST)).chain(own).collect()
}

/// Who issues the year's documents, each once, with the organisation number where a workbook states it; whoever
/// issues the letters to the regions is first.
#[must_use]
pub fn issuers(report: &Report, year: i32) -> Vec<(String, Option<String>)> {
    let text = |promise: &Fact<String>| Some(report.stated(year, promise)?.0.clone());
    let issuers = [&lakemedel::UTGIVARE, &preparedness::UTGIVARE];
    let issuers = issuers
        .into_iter()
        .filter_map(|issuer| Some((text(&issuer.namn)?, text(&issuer.organisationsnummer))));
    let decisions = report.keys(year, &decided::BESLUT_MYNDIGHET).into_iter();
    let decisions = decisions.map(|name| decided::BESLUT_MYNDIGHET.at(&name));
    let authorities = [contract::BESLUT_MYNDIGHET, overview::AVSANDARE_MYNDIGHET];
    let authorities = authorities.into_iter().chain(decisions);
    let authorities = authorities.filter_map(|promise| Some((text(&promise)?, None)));
    let mut all: Vec<(String, Option<String>)> = Vec::new();
    for (name, number) in issuers.chain(authorities) {
        if !all.iter().any(|(other, _)| *other == name) {
            all.push((name, number));
        }
    }
    all
}

/// The codes of recipients that are no regions as their decisions write them, by what figures are named by.
#[must_use]
pub fn other_recipients(report: &Report, year: i32) -> BTreeMap<String, String> {
    let decisions = report.keys(year, &decided::BESLUT_MYNDIGHET).into_iter();
    let recipients = decisions.filter_map(|name| {
        let (all, _) = report.stated(year, &decided::MOTTAGARE.at(&name))?;
        Some(all.iter().filter(|one| one.region.is_none()))
    });
    recipients.flatten().map(|one| (one.plats.clone(), one.kod.clone())).collect()
}

/// Every copy of every document that can be made of the grants that were computed, in the order they are listed.
#[must_use]
pub fn all_editions(report: &Report, year: i32) -> Vec<(&'static Document, Edition)> {
    let gar = |document: &&&Document| document.grant.iter().all(|id| report.has(id));
    let editions = |document: &&'static Document| {
        let document = *document;
        (document.edition)(document, report, year)
            .into_iter()
            .map(move |a_single| (document, a_single))
    };
    DOCUMENTS.iter().filter(gar).flat_map(editions).collect()
}
