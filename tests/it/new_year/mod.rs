//! A new year, begun from the year before: what is inherited, what remains to be filled in, and that the
//! year comes out whole once it is. Works on the files as a user does; knows no rule.

mod archive;
mod command;
mod filled;
mod inheritance;
mod remaining;
mod spreadsheet;
#[cfg(feature = "typeset")]
mod whole_year;
mod years;

use std::sync::LazyLock;

use statsbidrag::pipeline::{self, NewYear};

use crate::document_set;

/// What `new 2025 --from 2024` makes.
static NEW_YEAR: LazyLock<NewYear> = LazyLock::new(|| {
    let fresh = pipeline::year_after(&document_set::inputs(), None, &|_| ());
    fresh.unwrap_or_else(|problems| panic!("{problems}"))
});
