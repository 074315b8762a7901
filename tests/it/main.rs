//! What the program does, tried from the outside: a module for each side of it, in one binary, so that Typst
//! is linked once and what several ask for is made once. What the project says of itself (`tidy`) and what
//! is computed by other means (`second_calculation`) have binaries of their own.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the message"
)]
#![cfg_attr(
    not(feature = "typeset"),
    expect(
        dead_code,
        reason = "what only the tests of pages ask for has no user where none is set"
    )
)]

#[path = "../support/changed.rs"]
mod changed;
#[path = "../support/data_2024/mod.rs"]
mod data_2024;
#[path = "../support/decisions.rs"]
mod decisions;
#[path = "../support/document_set.rs"]
mod document_set;
#[path = "../support/kept.rs"]
mod kept;
#[cfg(feature = "typeset")]
#[path = "../support/other_years.rs"]
mod other_years;
#[cfg(feature = "typeset")]
#[path = "../support/pages.rs"]
mod pages;
#[path = "../support/parts.rs"]
mod parts;
#[path = "../support/program.rs"]
mod program;
#[path = "../support/published_schemas.rs"]
mod published_schemas;
#[cfg(feature = "typeset")]
#[path = "../support/shapes.rs"]
mod shapes;

#[cfg(feature = "typeset")]
mod all_or_nothing;
mod allocation;
mod anything;
mod inputs_2024;
mod living;
mod new_year;
#[cfg(feature = "typeset")]
mod own_templates;
mod plausible;
mod proof;
mod published;
mod random;
#[cfg(feature = "typeset")]
mod rendering;
#[cfg(feature = "typeset")]
mod reproducible;
mod run;
#[cfg(feature = "typeset")]
mod schemas;
mod settlement;
mod workbook;
