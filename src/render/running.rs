//! The running text of a filled-in template: what is to be set, in order, without what code prints. Knows Typst's
//! grammar, no template.

use typst::syntax::{SyntaxKind, SyntaxNode, parse};

/// The pieces of running text of Typst source, in order; a piece ends where anything else begins.
#[must_use]
pub fn running_text(source: &str) -> Vec<String> {
    let mut found = Reader::default();
    found.look(&parse(source));
    found.end();
    found.pieces
}

#[derive(Default)]
struct Reader {
    text: String,
    pieces: Vec<String>,
}

impl Reader {
    fn look(&mut self, node: &SyntaxNode) {
        match node.kind() {
            SyntaxKind::Text | SyntaxKind::Link => self.text.push_str(node.leaf_text()),
            SyntaxKind::Escape => self.text.extend(escaped(node.leaf_text())),
            SyntaxKind::Shorthand if node.leaf_text() == "~" => self.text.push('\u{a0}'),
            SyntaxKind::Space => self.text.push(' '),
            // What is named is for the frame of the page, or for later; what code decides on may not be set at all.
            SyntaxKind::Named
            | SyntaxKind::LetBinding
            | SyntaxKind::Conditional
            | SyntaxKind::ForLoop
            | SyntaxKind::WhileLoop
            | SyntaxKind::Closure => self.end(),
            _ if node.children().len() == 0 => self.end(),
            _ => node.children().for_each(|child| self.look(child)),
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.pieces.push(text);
        }
    }
}

/// The sign that an escape stands for: `\*`, `\u{33}`.
fn escaped(text: &str) -> Option<char> {
    let sign = text.strip_prefix('\\').unwrap_or(text);
    match sign.strip_prefix("u{").and_then(|code| code.strip_suffix('}')) {
        Some(code) => u32::from_str_radix(code, 16).ok().and_then(char::from_u32),
        None => sign.chars().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_text_is_told_from_code() {
        let source = "#set par(leading: 4pt)\n#show: page.with(header: [Sida 1])\n= Del 1\n\\u{33}8\u{a0}430~miljoner, *12* och\n\
                      #block(width: 50%)[Tabell~2: 1\\*7]\n#tabell(data.rader.at(3), (\"4\", [5]))\n- 2024-04-18";
        let texts: Vec<_> =
            running_text(source).iter().map(|text| text.trim().to_owned()).collect();
        let expected = [
            "Del 1 38\u{a0}430\u{a0}miljoner,",
            "12",
            "och",
            "Tabell\u{a0}2: 1*7",
            "5",
            "2024-04-18",
        ];
        assert_eq!(texts, expected);
    }
}
