//! What the project says about itself, held against what it is: who may import whom, how files look,
//! what may not be written, and that every paper names things that exist. Reads the repository's
//! files; must not know what the program computes.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test a panic is the message"
)]

mod bans;
mod imports;
mod papers;
mod problems;
mod rules;
mod shape;
mod source;
mod templates;
