//! The catalogue of what the engine room says, an area a file; each grant and the commands have their own.

pub(crate) mod archive;
pub(crate) mod cell;
pub(crate) mod folder;
pub(crate) mod output;
pub(crate) mod package;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod template;
pub(crate) mod typesetting;
pub(crate) mod words;
