//! What in a template's prose Typst would take for something else than the text it is. Knows Typst's grammar, no
//! template.

use typst::syntax::{LinkedNode, SyntaxKind, parse};

use super::prepare::Filled;

/// Makes every `@` in prose the sign it is, as in an e-mail address; to Typst it would be a reference.
pub(super) fn at_signs_are_text(filled: &mut Filled<'_>) {
    if filled.text.contains('@') {
        let mut found = Vec::new();
        references(&LinkedNode::new(&parse(&filled.text)), &mut found);
        filled.insert(&found, "\\");
    }
}

fn references(node: &LinkedNode<'_>, found: &mut Vec<usize>) {
    if node.kind() == SyntaxKind::RefMarker {
        found.push(node.offset());
    }
    node.children().for_each(|child| references(&child, found));
}
