//! The catalogue of what the engine room says, an area a file; each grant and the commands have their own.

pub(crate) mod output;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod words;
