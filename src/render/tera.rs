//! The words: Tera fills the templates with a document's JSON and gives Typst source. Everything that
//! comes from the JSON is escaped here so that it can only ever be text. Knows nothing of typesetting.
//!
//! Values may stand in Typst markup and inside Typst string literals, nowhere else.

use std::io::{self, Write};

use serde_json::Value;
use tera::{Context, Delimiters, Error, ErrorKind, Kwargs, State, Tera};

use super::mallar::{Mallar, TERA};
use crate::problem::{Code, Location, Problem};

/// The templates, parsed.
pub(super) struct Ord(Tera);

impl Ord {
    /// Parses every template.
    ///
    /// # Errors
    /// A template that is not UTF-8, has a syntax error, or includes one that does not exist.
    pub(super) fn las(mallar: &Mallar) -> Result<Self, Problem> {
        let mut tera = Tera::new();
        let delimiters = Delimiters {
            // `{#` is good Typst, in `[{#belopp}]`; as a comment it would swallow text without a word.
            comment_start: "{*".into(),
            comment_end: "*}".into(),
            ..Delimiters::default()
        };
        tera.set_delimiters(delimiters)
            .map_err(|error| problem("", &error))?;
        tera.set_escape_fn(skydda);
        // Every name ends with nothing: no template escapes the escaping by its name.
        tera.autoescape_on([""]);
        tera.register_filter("safe", forbjuden);
        let mut texter = Vec::new();
        for (path, bytes) in mallar.filer().filter(|(path, _)| path.ends_with(TERA)) {
            let text = std::str::from_utf8(bytes).map_err(|_| {
                Problem::new(
                    Code::U02,
                    Location::file(path),
                    "mallen är inte text i UTF-8",
                )
            })?;
            texter.push((path, text));
        }
        tera.add_raw_templates(texter)
            .map_err(|error| problem("mallarna", &error))?;
        Ok(Self(tera))
    }

    /// Fills a template in.
    ///
    /// # Errors
    /// A template that does not exist or names something the JSON does not have.
    pub(super) fn fyll(&self, mall: &str, json: &Value) -> Result<String, Problem> {
        let context = Context::from_serialize(json).map_err(|error| problem(mall, &error))?;
        let text = self
            .0
            .render(mall, &context)
            .map_err(|error| problem(mall, &error))?;
        inget_tal_forst(mall, &text)?;
        Ok(text)
    }
}

/// Tera writes numbers without asking [`skydda`]. Where markup begins, `-5` would be a list and so
/// would `1.`; no template types a figure, so a digit there is such a number.
fn inget_tal_forst(mall: &str, text: &str) -> Result<(), Problem> {
    for (place, rad) in text.lines().enumerate() {
        let borjar = std::iter::once(rad)
            .chain(rad.split('[').skip(1))
            .map(str::trim_start);
        for inledning in borjar {
            let tal = inledning.strip_prefix('-').unwrap_or(inledning);
            let rest = tal.trim_start_matches(|tecken: char| tecken.is_ascii_digit());
            let negativt = tal.len() < inledning.len();
            if rest.len() < tal.len() && (negativt || rest.starts_with('.')) {
                let plats = Location::file(format!("{mall} (ifylld):{}", place + 1));
                return Err(Problem::new(
                    Code::U02,
                    plats,
                    "ett tal inleder ett stycke och skulle läsas som en lista",
                )
                .help(format!("raden lyder: {}", rad.trim())));
            }
        }
    }
    Ok(())
}

/// Writes a text so that Typst reads it as that text, in markup as in a string literal: all ASCII
/// punctuation, control characters and line ends by their numbers, and a digit that comes first, since
/// `1` and a template's full stop would make a list.
pub(super) fn skydda(text: &str, ut: &mut dyn Write) -> io::Result<()> {
    for (place, tecken) in text.chars().enumerate() {
        let farligt = tecken.is_ascii_punctuation()
            || tecken.is_control()
            || matches!(tecken, '\u{2028}' | '\u{2029}')
            || (place == 0 && tecken.is_ascii_digit());
        if farligt {
            write!(ut, "\\u{{{:x}}}", u32::from(tecken))?;
        } else {
            write!(ut, "{tecken}")?;
        }
    }
    Ok(())
}

fn forbjuden(_: &tera::Value, _: Kwargs, _: &State<'_>) -> tera::TeraResult<String> {
    Err(Error::message(
        "filtret `safe` får inte användas: text ur arbetsböcker kunde då bli Typst-kod",
    ))
}

/// Tera's error as a problem: where in which template, what, and what exists instead.
fn problem(mall: &str, error: &Error) -> Problem {
    let (plats, text) = match error.kind() {
        ErrorKind::TemplateNotFound(namn) => {
            return Problem::new(Code::U02, Location::file(namn.clone()), "mallen finns inte");
        }
        ErrorKind::SyntaxError(rapport) | ErrorKind::RenderingError(rapport) => {
            let span = rapport.span();
            let plats = format!(
                "{}:{}:{}",
                rapport.filename(),
                span.start_line,
                span.start_col + 1
            );
            (plats, rapport.message().to_owned())
        }
        _ => (mall.to_owned(), error.to_string()),
    };
    let (text, finns) = pa_svenska(&text);
    let problem = Problem::new(Code::U02, Location::file(plats), text);
    match finns {
        Some(finns) => problem.help(format!("det som finns: {finns}")),
        None => problem,
    }
}

/// Tera's most common complaint in Swedish, and what exists instead, in order.
fn pa_svenska(text: &str) -> (String, Option<String>) {
    let (sager, finns) = text
        .split_once(" Available variables: ")
        .or_else(|| text.split_once(" Available fields: "))
        .map_or((text, None), |(sager, finns)| (sager, Some(finns)));
    let finns = finns.map(|finns| {
        let mut namn: Vec<_> = finns.split(", ").collect();
        namn.sort_unstable();
        namn.join(", ")
    });
    let saknas = sager
        .split('`')
        .nth(1)
        .filter(|_| sager.contains("is not defined"));
    match saknas {
        Some(namn) => (
            format!("mallen frågar efter ”{namn}”, som inte finns"),
            finns,
        ),
        None => (format!("Tera: {sager}"), finns),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;
    use typst::syntax::{SyntaxKind, SyntaxNode, parse, parse_code};

    use super::*;

    fn ord(namn: &str, mall: &str) -> Result<Ord, Problem> {
        let egna = BTreeMap::from([(namn.to_owned(), mall.as_bytes().to_vec())]);
        Ord::las(&Mallar::inbyggda().med(egna))
    }

    fn fyll(namn: &str, mall: &str, json: &Value) -> Result<String, Problem> {
        ord(namn, mall)?.fyll(namn, json)
    }

    fn skyddad(text: &str) -> String {
        let mut ut = Vec::new();
        skydda(text, &mut ut).expect("memory can be written");
        String::from_utf8(ut).expect("it writes text")
    }

    /// What a tree of escapes and text says; anything else is code or markup.
    fn avlast(node: &SyntaxNode) -> String {
        match node.kind() {
            SyntaxKind::Escape => {
                let hex = node
                    .leaf_text()
                    .trim_start_matches("\\u{")
                    .trim_end_matches('}')
                    .to_owned();
                let tecken = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                tecken.expect("an escape").to_string()
            }
            SyntaxKind::Text | SyntaxKind::Space => node.leaf_text().to_string(),
            SyntaxKind::Markup => node.children().map(avlast).collect(),
            other => panic!("{other:?} from {:?}", node.leaf_text()),
        }
    }

    fn fientliga() -> Vec<String> {
        let mut alla: Vec<String> = (0_u8..128)
            .map(|byte| char::from(byte).to_string())
            .collect();
        alla.extend(
            (0x80_u32..0xa0)
                .chain([0x2028, 0x2029, 0xfeff])
                .filter_map(char::from_u32)
                .map(String::from),
        );
        alla.extend((0_u8..128).map(|byte| format!("a{}b", char::from(byte))));
        alla.extend(
            [
                "-5",
                "1. ",
                "= x",
                "/ x: y",
                "+ x",
                "- x",
                "https://x.se",
                "{{ x }}",
                "{% x %}",
                "{# x #}",
                "{* x *}",
                "#panic()",
                "\"); #panic(\"",
                "$x$",
                "`x`",
                "<x>",
                "@x",
                "*x* _x_",
                "//x",
                "/*x*/",
                "\\",
                "\\u{23}",
                "...",
                "--",
                "---",
                "~",
                "1.5",
                "2024",
                "a\r\nb",
                "''",
                "\"\"",
                "Västra Götaland",
            ]
            .map(str::to_owned),
        );
        alla
    }

    #[test]
    fn values_are_text_in_markup() {
        for text in fientliga() {
            let tree = parse(&skyddad(&text));
            assert!(tree.errors_and_warnings().0.is_empty(), "{text:?}");
            assert_eq!(avlast(&tree), text, "as {:?}", skyddad(&text));
            // Where lists and headings begin, and where a template goes on with a full stop.
            let tree = parse(&format!("{}. a", skyddad(&text)));
            assert_eq!(avlast(&tree), format!("{text}. a"));
        }
    }

    #[test]
    fn values_are_text_in_string_literals() {
        for text in fientliga() {
            let tree = parse_code(&format!("\"{}\"", skyddad(&text)));
            let literal: Vec<_> = tree.children().collect();
            assert_eq!(literal.len(), 1, "{text:?}");
            let str = literal
                .first()
                .and_then(|node| node.cast::<typst::syntax::ast::Str<'_>>());
            assert_eq!(str.expect("a string").get().as_str(), text);
        }
    }

    #[test]
    fn every_template_is_escaped_whatever_its_name() {
        for namn in ["x/main.typ.tera", "x.tera", "x.html.tera", "x.txt.tera"] {
            for value in [json!("#a"), json!(["#a"]), json!({"#a": "#b"})] {
                let ut = fyll(namn, "{{ x }}", &json!({ "x": value })).expect("it renders");
                assert!(!ut.contains('#'), "{namn}: {ut}");
            }
        }
    }

    #[test]
    fn numbers_begin_no_list() {
        let json = json!({ "minus": -5, "ett": 1 });
        for mall in [
            "{{ minus }}",
            "a\n  {{ minus }} kr",
            "#f[{{ minus }}]",
            "{{ ett }}. a",
            "#f[a][{{ ett }}.]",
        ] {
            let error = fyll("x.tera", mall, &json).expect_err(mall);
            assert!(error.message.contains("lista"), "{error}");
        }
        for mall in [
            "a {{ minus }}",
            "{{ ett }} kr",
            "a {{ ett }}. b",
            "{{ ett }}",
        ] {
            assert!(fyll("x.tera", mall, &json).is_ok(), "{mall}");
        }
    }

    #[test]
    fn a_brace_and_a_hash_are_no_comment() {
        let ut = fyll("x.tera", "a{#b}{* borta *}c", &json!({})).expect("it renders");
        assert_eq!(ut, "a{#b}c");
    }

    #[test]
    fn safe_is_refused() {
        let error =
            fyll("x.tera", "\n {{ x | safe }}", &json!({ "x": "#a" })).expect_err("it is refused");
        assert!(error.message.contains("safe"), "{error}");
        assert!(error.location.file.starts_with("x.tera:2:"), "{error}");
    }

    #[test]
    fn a_missing_name_is_a_problem_that_says_what_exists() {
        let json = json!({ "b": { "d": 1, "c": 2 }, "a": 1 });
        let error = fyll("x.tera", "ett\n{{ b.x }}", &json).expect_err("there is no b.x");
        assert_eq!(
            error.to_string(),
            "fel[U02] x.tera:2:6: mallen frågar efter ”x”, som inte finns\n  hjälp:   det som finns: c, d"
        );
        let error = fyll("x.tera", "{{ y }}", &json).expect_err("there is no y");
        assert_eq!(error.help.as_deref(), Some("det som finns: a, b"));
        let error = fyll("x.tera", "{% if %}", &json).expect_err("a syntax error");
        assert!(error.location.file.starts_with("x.tera:1:"), "{error}");
    }
}
