//! What the program does, tried from the outside: a module for each side of it, in one binary, so that Typst
//! is linked once and what several ask for is made once. What the project says of itself (`tidy`) and what
//! is computed by other means (`second_calculation`) have binaries of their own.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the message"
)]

#[path = "../support/changed.rs"]
mod changed;
#[path = "../support/indata_2024/mod.rs"]
mod indata_2024;
#[path = "../support/kept.rs"]
mod kept;
#[path = "../support/programmet.rs"]
mod programmet;
#[path = "../support/scheman.rs"]
mod scheman;
#[path = "../support/sidor.rs"]
mod sidor;
#[path = "../support/uppsattning.rs"]
mod uppsattning;

mod all_or_nothing;
mod allocation;
mod inputs_2024;
mod new_year;
mod own_templates;
mod proof;
mod published;
mod rendering;
mod reproducible;
mod run;
mod schemas;
mod settlement;
mod workbook;
