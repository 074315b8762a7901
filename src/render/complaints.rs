//! What Typst says most often of a template, in the user's language with what to do about it. Knows messages, no
//! places.

use crate::problem::Message;
use crate::problem::messages::typesetting as say;

/// Words that Typst uses.
type Words = &'static str;
/// Gives what the user is told.
type Told = fn() -> Message;

/// What Typst says, and what the user is told: text and help. The first whose words Typst uses.
const COMPLAINTS: &[(Words, Told, Told)] = &[
    ("missing alt text", say::no_alt_text, say::give_alt_text),
    ("unclosed delimiter", say::unclosed_bracket, || say::close_bracket("{")),
    ("unclosed string", say::unclosed_quote, say::close_quote),
    ("unclosed label", say::unclosed_label, say::close_label),
    ("file not found", say::file_not_found, say::path_begins_there),
    ("access denied", say::access_denied, say::no_packages),
    ("would escape", say::path_escapes, say::only_their_folder),
    ("does not exist in the document", say::no_target, say::escape_it),
];

/// What the user is told of a complaint, and what to do; none where Typst's own words must do.
pub(super) fn known(message: &str) -> Option<(Message, Message)> {
    let known = COMPLAINTS.iter().find(|(words, _, _)| message.contains(words));
    known.map(|(_, text, help)| (text(), help()))
}
