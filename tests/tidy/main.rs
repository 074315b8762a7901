//! What the project says about itself, held against what it is: who may import whom, how files look,
//! what may not be written, and that every paper names things that exist. Reads the repository's
//! files; computes only to know the formulas that the rules have.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod bans;
mod build;
#[path = "../support/changed.rs"]
mod changed;
#[path = "../support/data_2024/mod.rs"]
mod data_2024;
#[path = "../support/decisions.rs"]
mod decisions;
mod imports;
mod names;
mod papers;
#[path = "../support/parts.rs"]
#[expect(dead_code, reason = "the tests of the program change more of them")]
mod parts;
mod problems;
#[path = "../support/rule_papers/mod.rs"]
mod rule_papers;
mod rules;
mod shape;
mod source;
mod templates;
