//! A new year, begun from the year before: what is inherited, what remains to be filled in, and that the
//! year comes out whole once it is. Works on the files as a user does; knows no rule.

mod arkivet;
mod arvet;
mod aterstar;
#[cfg(feature = "typeset")]
mod helaret;
mod ifyllt;
mod kalkyl;
mod kommandot;

use std::sync::LazyLock;

use statsbidrag::pipeline::{self, NewYear};

use crate::uppsattning;

/// What `new 2025 --from 2024` makes.
static NYTT: LazyLock<NewYear> = LazyLock::new(|| {
    let nytt = pipeline::year_after(&uppsattning::indata(), &|_| ());
    nytt.unwrap_or_else(|problems| panic!("{problems}"))
});
