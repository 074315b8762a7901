//! The workbook module from the outside: what is accepted, what is refused and in which words, what
//! hostile files do, and that what is written reads back.

mod accepted;
mod book;
mod columns;
mod common;
mod files;
mod hostile;
mod inherit;
mod round_trip;
mod rows;
mod schema;
mod values;
