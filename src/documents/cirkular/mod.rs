//! The circular.
pub mod data;
