//! Texts that are still in Swedish only: said as they are in every language. Without this file, what is not yet
//! a row of the catalogue does not compile.

use super::Message;

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::alike(text)
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self::alike(text)
    }
}
