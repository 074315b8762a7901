//! The workbook module from the outside: what is accepted, what is refused and in which words, what
//! hostile files do, and that what is written reads back.

mod accepted;
mod arv;
mod bok;
mod columns;
mod files;
mod hostile;
mod mall;
mod round_trip;
mod rows;
mod values;
