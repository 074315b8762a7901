//! Items in braces in a text of a workbook: `Av {pott} kronor …`.

use super::messages as say;
use crate::problem::Message;
use crate::workbook::text::normalized;

/// A piece of a text, before it is known what an item stands for.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// The name of an item, as it stands between its braces.
    Field(String),
}

/// The pieces of a text with items in braces.
///
/// # Errors
/// A brace without its other.
pub fn pieces(text: &str) -> Result<Vec<Piece>, Message> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if before.contains('}') {
            return Err(say::brace_closed());
        }
        let (name, after) = after.split_once('}').ok_or_else(say::brace_open)?;
        if name.contains('{') {
            return Err(say::brace_open());
        }
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Field(name.trim().to_owned()));
        rest = after;
    }
    if rest.contains('}') {
        return Err(say::brace_closed());
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}

/// A name as names are compared: å, ä and ö may be written a and o, and full stops and underscores as spaces.
#[must_use]
pub fn folded(name: &str) -> String {
    let plain = name.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o");
    normalized(&plain.replace(['.', '_'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_paired() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let field = |name: &str| Piece::Field(name.to_owned());
        assert_eq!(
            pieces("Av { pott } får {störst mottagare} mest."),
            Ok(vec![
                text("Av "),
                field("pott"),
                text(" får "),
                field("störst mottagare"),
                text(" mest."),
            ])
        );
        assert_eq!(pieces("{a}{b}"), Ok(vec![field("a"), field("b")]));
        for wrong in ["{pott", "pott}", "{a{b}}", "a } b {c}"] {
            assert!(pieces(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_may_be_written_in_several_ways() {
        for name in
            ["störst mottagare", "storst.mottagare", "Storst_mottagare", " STÖRST  MOTTAGARE "]
        {
            assert_eq!(folded(name), "storst mottagare");
        }
    }
}
