//! A template as Tera reads it: its tags, and what their expressions name. Knows Tera's syntax as far as
//! branches and names need it, and panics at what would go past it; knows no document. Typst is left
//! to Typst's own parser ([`super::typst`]).

/// A piece of a template.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece<'a> {
    /// Typst.
    Typst(&'a str),
    /// `{{ … }}`.
    Print(Tag<'a>),
    /// `{% … %}`.
    Tag(Tag<'a>),
    /// `{* … *}`.
    Comment(&'a str),
}

/// A tag with its braces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'a>(&'a str);

impl<'a> Tag<'a> {
    /// With braces.
    pub(crate) fn source(self) -> &'a str {
        self.0
    }

    /// Without braces and the signs that take the space around.
    pub(crate) fn inside(self) -> &'a str {
        let inside = self.0.get(2..self.0.len() - 2).unwrap_or_default();
        let inside = inside.strip_prefix('-').unwrap_or(inside);
        inside.strip_suffix('-').unwrap_or(inside).trim()
    }
}

impl<'a> Piece<'a> {
    pub(crate) fn source(self) -> &'a str {
        match self {
            Self::Typst(text) | Self::Comment(text) => text,
            Self::Print(tag) | Self::Tag(tag) => tag.source(),
        }
    }
}

/// A template's pieces, each with the number of the line it begins on.
pub(crate) fn pieces(template: &str) -> Vec<(usize, Piece<'_>)> {
    let kinds = [("{{", "}}"), ("{%", "%}"), ("{*", "*}")];
    let (mut pieces, mut rest, mut line) = (Vec::new(), template, 1);
    while !rest.is_empty() {
        let places = kinds.iter().filter_map(|(a, b)| rest.find(a).map(|place| (place, *a, *b)));
        let piece = match places.min() {
            Some((0, opens, closes)) => {
                let end = rest.find(closes).expect("the tag ends") + closes.len();
                let tag = rest.split_at(end).0;
                match opens {
                    "{{" => Piece::Print(Tag(tag)),
                    "{%" => Piece::Tag(Tag(tag)),
                    _ => Piece::Comment(tag),
                }
            }
            Some((place, ..)) => Piece::Typst(rest.split_at(place).0),
            None => Piece::Typst(rest),
        };
        pieces.push((line, piece));
        line += piece.source().matches('\n').count();
        rest = rest.split_at(piece.source().len()).1;
    }
    pieces
}

/// What an expression names.
#[derive(Debug, Default)]
pub(crate) struct Named<'a> {
    /// Paths: `a.b`.
    pub(crate) paths: Vec<&'a str>,
    /// Filters and functions.
    pub(crate) filters: Vec<&'a str>,
    /// Tests, after `is`.
    pub(crate) tests: Vec<&'a str>,
    /// The component that is used, if the expression is one.
    pub(crate) component: Option<&'a str>,
    /// A component's arguments, with the path that is handed over if it is nothing but a path.
    pub(crate) arguments: Vec<(&'a str, Option<&'a str>)>,
}

/// Strings whole, words with their dots, and signs one by one.
fn tokens(expression: &str) -> Vec<&str> {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let (mut tokens, mut rest) = (Vec::new(), expression.trim_start());
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => rest.match_indices('"').nth(1).expect("the text ends").0 + 1,
            _ if in_word(first) => rest.find(|c| !in_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// What a Tera expression names.
///
/// # Panics
/// At what chooses without a tag, and at what goes on from what is not a name: neither would be seen.
pub(crate) fn named(expression: &str) -> Named<'_> {
    let tokens = tokens(expression);
    let token = |place: usize| tokens.get(place).copied().unwrap_or_default();
    let mut named = Named::default();
    if token(0) == "<" && token(1) != "/" {
        named.component = Some(token(1));
    }
    for (place, own) in tokens.iter().enumerate() {
        let (before, after) = (place.checked_sub(1).map_or("", token), token(place + 1));
        let whole = before == "{" && after == "}";
        match *own {
            "if" | "else" | "for" | "?" => panic!("{expression}: a branch without a tag"),
            "not" | "and" | "or" | "is" | "in" | "true" | "false" | "none" => {}
            part if part.starts_with('.') => panic!("{expression}: {part} is of no name"),
            name if !is_name(name) || before == "<" || before == "/" => {}
            name if after == "=" && token(place + 2) != "=" => {
                if named.component.is_some() {
                    let (opens, path, closes) =
                        (token(place + 2), token(place + 3), token(place + 4));
                    let path = (opens == "{" && closes == "}" && is_name(path)).then_some(path);
                    named.arguments.push((name, path));
                }
            }
            _ if whole && named.component.is_some() => {}
            name if before == "is"
                || (before == "not"
                    && tokens.get(..place).is_some_and(|all| all.ends_with(&["is", "not"]))) =>
            {
                named.tests.push(name);
            }
            name if before == "|" || after == "(" => named.filters.push(name),
            name => named.paths.push(name),
        }
    }
    named
}

/// The string literals of a tag, without their quotes.
pub(crate) fn strings(tag: &str) -> impl Iterator<Item = &str> {
    let texts = tokens(tag).into_iter().filter(|token| token.starts_with('"'));
    texts.map(|text| text.trim_matches('"'))
}

/// The name and the parameters of the component that a tag defines, if it does.
pub(crate) fn definition(tag: &str) -> Option<(&str, Vec<&str>)> {
    let tokens = tokens(tag.strip_prefix("component ")?);
    let (name, rest) = tokens.split_first().expect("a name");
    let parameters = rest.iter().zip(rest.iter().skip(1)).filter_map(|(before, token)| {
        (["(", ","].contains(before) && is_name(token)).then_some(*token)
    });
    Some((name, parameters.collect()))
}

#[test]
fn templates_are_taken_apart() {
    let template = "= A {{ b.c }}\n{%- if d is containing(pat=\"x\") and not e == 1 %}#f(1, \"g\")[h]{% endif %}{* 3 *}";
    let pieces = pieces(template);
    let whole: String = pieces.iter().map(|(_, piece)| piece.source()).collect();
    assert_eq!(whole, template);
    let tags = pieces.iter().filter_map(|(line, piece)| match piece {
        Piece::Tag(tag) => Some((*line, tag.inside())),
        _ => None,
    });
    let tags: Vec<_> = tags.collect();
    assert_eq!(tags, [(2, "if d is containing(pat=\"x\") and not e == 1"), (2, "endif")]);
    let own = named("d is containing(pat=\"x\") and not e == 1 | f");
    assert_eq!(
        (own.paths, own.tests, own.filters),
        (vec!["d", "e"], vec!["containing"], vec!["f"])
    );
    let own = named("<g av={a.b} h={c + d} en=\"e\" />");
    assert_eq!(own.component, Some("g"));
    assert_eq!(own.arguments, [("av", Some("a.b")), ("h", None), ("en", None)]);
    assert_eq!(own.paths, ["c", "d"]);
    assert_eq!(strings("f g=\"h\" i").collect::<Vec<_>>(), ["h"]);
    let own = definition("component g(av, en: string = \"a, b\", i = 1)");
    assert_eq!(own, Some(("g", vec!["av", "en", "i"])));
}
