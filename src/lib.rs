//! `statsbidrag`: from Excel workbooks to the official documents that hand state money to the 21 regions.
//!
//! # A run in five steps
//!
//! 1. **Read.** [`workbook::read`] opens each workbook under limits and reads it by its grant's schema:
//!    typed values, each with its cell, source, date and status, or [`problem::Problem`]s with a place.
//! 2. **Compute.** A [`grants::Grant`] names its leaves and applies its rules: a rule is an expression
//!    ([`figure::Expr`]) over figures that were there before it, and defines what the grant's [`contract`]
//!    promises. Exactly, and rounded once by a named policy.
//! 3. **Choose.** A [`documents::Document`] picks the figures, tables and facts of one paper from the
//!    [`report::Report`], by promise, and serialises them: that JSON is what is published and all its
//!    template sees.
//! 4. **Render.** [`render::Renderer`] fills the template and sets the page.
//! 5. **Prove and write.** What the documents say is compared; the trace and the [`manifest`] go along;
//!    [`output::OutputSet`] writes the whole set or nothing.
//!
//! [`pipeline::run`] takes the steps; [`cli`] lets a user ask for them.
//!
//! # Modules
//!
//! | module | is | must not know |
//! |---|---|---|
//! | [`quantity`] | typed exact amounts, their algebra and rounding | floats |
//! | [`region`] | the 21 regions and one value for each | anything else |
//! | [`calendar`] | banking days, months | the clock |
//! | [`problem`] | what is wrong with the data, where, what to do | who finds it |
//! | [`figure`] | named figures, rules as expressions, provenance | which rules there are |
//! | [`contract`] | what each grant promises, typed | how it is found, who reads it |
//! | [`allocation`] | pots, residuals, ladders | grants, regions |
//! | [`workbook`] | the only door to spreadsheets | rules, grants |
//! | [`report`] | what was found; the parts documents are built of | who writes and who reads it |
//! | [`grants`] | one folder for each grant | documents |
//! | [`documents`] | one folder for each paper | grants, workbooks |
//! | [`readback`] | what finished files say, held against their data | what the figures mean, who wrote it |
//! | [`render`] | template and JSON to bytes | what the figures mean |
//! | [`manifest`] | checksums that prove a run | files |
//! | [`output`] | the only writer | what it writes |
//! | [`package`] | a set and all it was made of, for an archive | what its documents say |
//! | [`live`] | a calculation as a workbook that computes it | grants, documents |
//! | [`comparison`] | what two sets say differently, and what it comes of | grants, documents |
//! | [`simulation`] | what would be if cells held something else | documents, files |
//! | [`pipeline`] | the order of it all | terminals |
//! | [`verify`] | a finished set held against itself and its workbooks | which documents there are |
//! | [`cli`] | commands, messages, exit codes | how anything is computed |
//!
//! # Invariants
//!
//! Each has a test; `ARCHITECTURE.md` names it.
//!
//! * Money is never a float, and becomes payable only by a named policy.
//! * A rule is an expression over figures; what does not compile for quantities does not compile for it.
//! * Documents read what a contract promises, and nothing else.
//! * A figure has the weakest status of the cells it rests on.
//! * All problems of all sheets are told at once, and with one of them nothing is written.
//! * A template holds no figure and computes none; text from a cell stays text.
//! * The same workbooks give the same bytes: no clock, locale, environment, network or thread tells.

pub mod allocation;
pub mod archive;
pub mod calendar;
pub mod cli;
pub mod comparison;
pub mod contract;
pub mod documents;
pub mod figure;
pub mod grants;
pub mod live;
pub mod manifest;
pub mod output;
pub mod package;
pub mod pipeline;
pub mod plausibility;
pub mod problem;
pub mod quantity;
pub mod readback;
pub mod region;
#[cfg_attr(
    not(feature = "typeset"),
    expect(dead_code, reason = "what only a page needs has no user where none is set")
)]
pub mod render;
pub mod report;
pub mod simulation;
pub mod swedish;
pub mod verify;
pub mod workbook;
