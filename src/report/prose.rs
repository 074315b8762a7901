//! Prose that comes from a workbook, as a template sees it: in pieces, words and figures.

use schemars::JsonSchema;
use serde::Serialize;

use super::number::Siffra;
use crate::swedish;

/// A piece of a paragraph: words or a figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Del {
    /// Words.
    pub text: Option<String>,
    /// A figure.
    pub siffra: Option<Siffra>,
}

impl Del {
    /// Words.
    #[must_use]
    pub fn words(text: String) -> Self {
        Self { text: Some(text), siffra: None }
    }

    /// A figure.
    #[must_use]
    pub fn figure(siffra: Siffra) -> Self {
        Self { text: None, siffra: Some(siffra) }
    }

    /// The pieces of a paragraph, each with whether it stands for an item in braces. The space after a figure is kept
    /// on its line, and an item that begins the paragraph has a capital.
    #[must_use]
    pub fn paragraph(pieces: impl IntoIterator<Item = (Self, bool)>) -> Vec<Self> {
        let mut parts: Vec<Self> = Vec::new();
        for (piece, item) in pieces {
            let after = parts.last().is_some_and(|part| part.siffra.is_some());
            let part = match piece.text {
                Some(text) if item && parts.is_empty() => Self::words(swedish::capitalized(&text)),
                Some(text) if !item && after => Self::words(match text.strip_prefix(' ') {
                    Some(rest) => format!("{}{rest}", swedish::NO_BREAK_SPACE),
                    None => text,
                }),
                text => Self { text, ..piece },
            };
            parts.push(part);
        }
        parts
    }
}
