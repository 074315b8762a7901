//! A template taken apart into Tera's tags and what stands between them, with nothing lost. Knows how tags
//! begin and end, not what they mean.

use std::ops::Range;

/// What a piece of a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Typst.
    Text,
    /// `{{ … }}`.
    Print,
    /// `{% … %}` that prints nothing itself.
    Tag,
    /// `{% include … %}`: another template's lines.
    Include,
    /// `{% … %}` that something comes of in its place: raw text, a component with a body.
    Place,
    /// `{* … *}`.
    Comment,
}

/// A piece: what it is, and the bytes of the template that it is.
pub(super) type Piece = (Kind, Range<usize>);

/// The pieces of a template, in order; together they are all of it.
pub(super) fn pieces(template: &str) -> Vec<Piece> {
    let (mut pieces, mut rest, mut at) = (Vec::new(), template, 0);
    while let Some(text) = opening(rest) {
        let (_, from) = rest.split_at(text);
        let (kind, length) = tag(from);
        if text > 0 {
            pieces.push((Kind::Text, at..at + text));
        }
        at += text;
        pieces.push((kind, at..at + length));
        at += length;
        rest = from.split_at(length).1;
    }
    if !rest.is_empty() {
        pieces.push((Kind::Text, at..template.len()));
    }
    pieces
}

/// Where the next tag begins.
fn opening(text: &str) -> Option<usize> {
    let mut braces = text.match_indices('{').map(|(at, _)| at);
    braces.find(|at| {
        let next = text.as_bytes().get(at + 1);
        next.is_some_and(|next| b"{%*".contains(next))
    })
}

/// What the tag at the beginning of a text is, and its length; to the end of the text if nothing ends it, which
/// Tera then says.
fn tag(from: &str) -> (Kind, usize) {
    match from.as_bytes().get(1) {
        Some(b'*') => (Kind::Comment, from.find("*}").map_or(from.len(), |at| at + 2)),
        Some(b'{') => (Kind::Print, closed(from, '}')),
        _ => {
            let length = closed(from, '%');
            let (tag, after) = from.split_at(length);
            let word = inside(tag).split_whitespace().next().unwrap_or_default();
            match word {
                "raw" => {
                    let end = after.find("endraw").map_or(after.len(), |at| {
                        let close = after.split_at(at).1.find("%}");
                        close.map_or(after.len(), |close| at + close + 2)
                    });
                    (Kind::Place, length + end)
                }
                "include" => (Kind::Include, length),
                _ if word.starts_with('<') => (Kind::Place, length),
                _ => (Kind::Tag, length),
            }
        }
    }
}

/// The length of a tag that ends with this sign and a brace, outside texts in quotation marks.
fn closed(from: &str, sign: char) -> usize {
    let (mut quote, mut before) = (None, ' ');
    for (at, c) in from.char_indices().skip(2) {
        match quote {
            Some(open) => quote = Some(open).filter(|open| *open != c || before == '\\'),
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if before == sign && c == '}' => return at + 1,
            None => {}
        }
        before = c;
    }
    from.len()
}

/// What stands between a tag's braces, without the signs that trim.
pub(super) fn inside(tag: &str) -> &str {
    let tag = tag.strip_prefix("{{").or_else(|| tag.strip_prefix("{%")).unwrap_or(tag);
    let tag = tag.strip_suffix("}}").or_else(|| tag.strip_suffix("%}")).unwrap_or(tag);
    let tag = tag.strip_prefix('-').unwrap_or(tag);
    tag.strip_suffix('-').unwrap_or(tag).trim()
}

/// Where a condition names data: the paths in it, outside texts; not names of tests, filters, functions and arguments,
/// nor what a loop knows of itself.
pub(super) fn paths(condition: &str) -> Vec<Range<usize>> {
    const WORDS: [&str; 9] = ["not", "and", "or", "is", "in", "true", "false", "none", "null"];
    let in_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let (mut found, mut at, mut quote, mut before) = (Vec::new(), 0, None, "");
    while let Some(first) = condition.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = condition.get(at..).unwrap_or_default();
        let word = rest.split(|c| !in_path(c)).next().unwrap_or_default();
        let length = word.len().max(first.len_utf8());
        let own = rest.get(..length).unwrap_or_default();
        let after = rest.get(length..).unwrap_or_default().trim_start();
        if matches!(first, '"' | '\'' | '`') {
            quote = if quote == Some(first) { None } else { quote.or(Some(first)) };
        } else if quote.is_none() && !own.trim().is_empty() {
            let argument = after.starts_with('=') && !after.starts_with("==");
            let called = argument || after.starts_with(['(', '[']) || matches!(before, "is" | "|");
            let data = (first.is_alphabetic() || first == '_') && !WORDS.contains(&own);
            if data && !called && !own.starts_with("loop.") {
                found.push(at..at + length);
            }
            // What follows `is not` is a test too.
            before = if before == "is" && own == "not" { "is" } else { own };
        }
        at += length;
    }
    found
}

/// Leaves of a template's pieces what is to be rendered: a line of nothing but tags and comments leaves no
/// line, and one of an `include` the lines that are included, the first as far in as the tag.
pub(super) fn without_tag_lines(template: &str, pieces: &mut [Piece]) {
    let mut first = 0;
    while first < pieces.len() {
        let last = line_of_tags(template, pieces, first);
        let Some(last) = last else {
            first += 1;
            continue;
        };
        let (before, from) = pieces.split_at_mut(first);
        let (line, after) = from.split_at_mut(last + 1 - first);
        let includes = line.iter().any(|(kind, _)| *kind == Kind::Include);
        if let (Some((Kind::Text, text)), false) = (before.last_mut(), includes) {
            text.end -= blanks_last(slice(template, text));
        }
        for (kind, text) in line {
            if *kind == Kind::Text {
                text.end = text.start;
            }
        }
        if let Some((Kind::Text, text)) = after.first_mut() {
            text.start += line_end(slice(template, text)).unwrap_or_default();
        }
        first = last + 1;
    }
}

/// The last piece of a line that begins with this one and has nothing but tags and comments; none if there is
/// anything else on it.
fn line_of_tags(template: &str, pieces: &[Piece], first: usize) -> Option<usize> {
    let silent = |kind: Kind| matches!(kind, Kind::Tag | Kind::Comment | Kind::Include);
    let (kind, text) = pieces.get(first)?;
    if !silent(*kind) {
        return None;
    }
    let before = slice(template, &(0..text.start)).trim_end_matches([' ', '\t']);
    let begins = before.is_empty() || before.ends_with('\n');
    if !begins {
        return None;
    }
    let mut last = None;
    for (at, (kind, text)) in pieces.iter().enumerate().skip(first) {
        match kind {
            Kind::Text => {
                let own = slice(template, text);
                let ends =
                    line_end(own).is_some() || (own.trim().is_empty() && at + 1 == pieces.len());
                if ends {
                    return last;
                }
                if !own.trim_matches([' ', '\t']).is_empty() {
                    return None;
                }
            }
            kind if silent(*kind) => last = Some(at),
            _ => return None,
        }
    }
    last
}

fn slice<'a>(template: &'a str, range: &Range<usize>) -> &'a str {
    template.get(range.clone()).unwrap_or_default()
}

/// How many bytes of blanks a text ends with, its line ends not counted.
fn blanks_last(text: &str) -> usize {
    text.len() - text.trim_end_matches([' ', '\t']).len()
}

/// The length of the blanks and the line end a text begins with; none if it begins with anything else.
fn line_end(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\t', '\r']);
    rest.starts_with('\n').then(|| text.len() - rest.len() + 1)
}
