//! The words: Tera fills the templates with a document's JSON and gives Typst source. Everything that
//! comes from the JSON is escaped here so that it can only ever be text, and a figure is printed with its mark.
//! Knows nothing of typesetting.
//!
//! Values may stand in Typst markup and inside Typst string literals, nowhere else.

mod complaint;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value};
use tera::{Context, Delimiters, Error, Kwargs, State, Tera};

use self::complaint::{FIELDS, LIST, MISSING, SAFE, SEVERAL, UNDEFINED};
use super::prepare::{ASK, Filled, PRINT, Sources};
use super::templates::{TERA, Templates};
use crate::problem::messages::template as say;
use crate::problem::{Code, Location, Problem, Problems};

/// The templates, parsed.
pub(super) struct Words {
    tera: Tera,
    sources: Sources,
    /// What Tera was given, by name.
    given: Vec<(String, String)>,
}

impl Words {
    /// Parses every template.
    ///
    /// # Errors
    /// A template that is not UTF-8, has a syntax error, or includes one that does not exist.
    pub(super) fn read(templates: &Templates) -> Result<Self, Problems> {
        let (mut sources, mut given, mut problems) =
            (Sources::default(), Vec::new(), Problems::new());
        for (path, bytes) in templates.files().filter(|(path, _)| path.ends_with(TERA)) {
            let text = std::str::from_utf8(bytes)
                .map_err(|_| Problem::new(Code::U02, Location::file(path), say::not_utf8()));
            match text.and_then(|text| sources.add(path, text)) {
                Ok(text) => given.push((path.to_owned(), text)),
                Err(problem) => problems.add(problem),
            }
        }
        if problems.stop() {
            return Err(problems);
        }
        let tera = parsed(&given)
            .map_err(|error| complaint::problems(&sources, &given, "templates", &error))?;
        Ok(Self { tera, sources, given })
    }

    /// Fills a template in.
    ///
    /// # Errors
    /// A template that does not exist or names something the JSON does not have; something printed that is no
    /// text, number or figure.
    pub(super) fn fill(&self, template: &str, json: &Value) -> Result<Filled<'_>, Problems> {
        let mut context = Context::new();
        for (name, value) in json.as_object().into_iter().flat_map(values) {
            context.insert_value(name, value);
        }
        let marked = self.tera.render(template, &context).map_err(|error| {
            let error = self.what_is_missing(template, &context).unwrap_or(error);
            complaint::problems(&self.sources, &self.given, template, &error)
        })?;
        let filled = self.sources.filled(&marked);
        no_leading_number(template, &filled)?;
        Ok(filled)
    }

    /// A template that could not be filled in, once more without the filter of what is printed: Tera then says
    /// what there is in place of a name there is not.
    fn what_is_missing(&self, template: &str, context: &Context) -> Option<Error> {
        let bare = " ".repeat(PRINT.len());
        let plain = |(name, text): &(String, String)| (name.clone(), text.replace(PRINT, &bare));
        let plain: Vec<_> = self.given.iter().map(plain).collect();
        parsed(&plain).ok()?.render(template, context).err()
    }
}

/// The templates as Tera has them.
fn parsed(templates: &[(String, String)]) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    tera.set_delimiters(Delimiters {
        // `{#` is good Typst, in `[{#belopp}]`; as a comment it would swallow text without a word.
        comment_start: "{*".into(),
        comment_end: "*}".into(),
        ..Delimiters::default()
    })?;
    tera.set_escape_fn(escape);
    // Every name ends with nothing: no template escapes the escaping by its name.
    tera.autoescape_on([""]);
    tera.register_filter("safe", forbidden_one);
    tera.register_filter(PRINT.trim_matches(['|', ' ']), print);
    tera.register_filter(ASK, |value: &tera::Value, asked: Kwargs, state: &State<'_>| {
        ask(value, &asked, state)
    });
    tera.add_raw_templates(templates.iter().map(|(name, text)| (name, text)).collect::<Vec<_>>())?;
    Ok(tera)
}

/// What is printed of a value: a figure's text with its mark, the size of a change, a date in words, a text, a
/// number. Nothing else is printed.
fn print(value: &tera::Value, _: Kwargs, _: &State<'_>) -> tera::TeraResult<tera::Value> {
    if let Some(fields) = value.as_map() {
        let field = |name: &'static str| fields.get(&name.into());
        let size = field("storlek").filter(|_| field("riktning").is_some());
        return size.or_else(|| field("text")).cloned().ok_or_else(|| {
            let names: Vec<_> = fields.keys().filter_map(|name| name.as_str()).collect();
            let names = names.join(", ");
            Error::message(format!("{SEVERAL}{FIELDS}{names}"))
        });
    }
    let problem = if value.is_none() {
        MISSING
    } else if value.is_undefined() {
        UNDEFINED
    } else if value.as_str().is_some() || value.is_number() {
        return Ok(value.clone());
    } else {
        LIST
    };
    Err(Error::message(problem))
}

/// What a condition asks for, as it is. What is not there would be false, and a name that is misspelled choose the
/// wrong words.
fn ask(value: &tera::Value, asked: &Kwargs, state: &State<'_>) -> tera::TeraResult<tera::Value> {
    if !value.is_undefined() {
        return Ok(value.clone());
    }
    let path: String = asked.must_get("namn")?;
    let mut names = path.split('.');
    let root = names.next().unwrap_or_default();
    let mut within: Option<tera::Value> = state.get(root)?;
    let mut missing = root;
    for name in names {
        let Some(fields) = within.as_ref().and_then(tera::Value::as_map) else { break };
        missing = name;
        let Some(inner) = fields.iter().find(|(key, _)| key.as_str() == Some(name)) else { break };
        within = Some(inner.1.clone());
    }
    let fields = within.as_ref().and_then(tera::Value::as_map);
    let fields = fields.map(|fields| fields.keys().filter_map(|name| name.as_str()).collect());
    let there = fields.map(|fields: Vec<_>| format!("{FIELDS}{}", fields.join(", ")));
    let there = there.unwrap_or_default();
    Err(Error::message(format!("Field `{missing}` is not defined.{there}")))
}

/// The fields of an object as a template sees them. What is printed of a figure that is marked as
/// preliminary bears its mark, so that no template has to ask: its text; the size of a change (`storlek`,
/// beside its `siffra`); a count in words (`x_i_ord`, beside `x`).
fn values(fields: &Map<String, Value>) -> impl Iterator<Item = (String, tera::Value)> {
    fields.iter().map(move |(name, field)| {
        let bears_mark = match name.as_str() {
            "text" => marked(Some(fields)),
            "storlek" => marked(fields.get("siffra").and_then(Value::as_object)),
            other => other
                .strip_suffix("_i_ord")
                .is_some_and(|of| marked(fields.get(of).and_then(Value::as_object))),
        };
        let field = match field {
            Value::String(text) if bears_mark => with_mark(text),
            other => value(other),
        };
        (name.clone(), field)
    })
}

fn marked(figure: Option<&Map<String, Value>>) -> bool {
    figure.is_some_and(|fields| fields.get("markt") == Some(&Value::Bool(true)))
}

/// The text as the layout marks it: Typst source, so that Tera does not escape it again.
fn with_mark(text: &str) -> tera::Value {
    let mut source = Vec::new();
    // Writing to memory cannot fail.
    let _ = escape(text, &mut source);
    tera::Value::safe_string(&format!("#markt[{}];", String::from_utf8_lossy(&source)))
}

fn value(json: &Value) -> tera::Value {
    match json {
        Value::Array(parts) => parts.iter().map(value).collect::<Vec<_>>().into(),
        Value::Object(fields) => values(fields).collect::<BTreeMap<_, _>>().into(),
        other => tera::Value::from_serializable(other),
    }
}

/// Tera writes numbers without asking [`escape`]. Where markup begins, `-5` would be a list and so
/// would `1.`; no template types a figure, so a digit there is such a number.
fn no_leading_number(template: &str, filled: &Filled<'_>) -> Result<(), Problems> {
    let mut at = 0;
    for row in filled.text.split_inclusive('\n') {
        let begins = std::iter::once(row).chain(row.split('[').skip(1)).map(str::trim_start);
        for introduction in begins {
            let number = introduction.strip_prefix('-').unwrap_or(introduction);
            let rest = number.trim_start_matches(|character: char| character.is_ascii_digit());
            let negative = number.len() < introduction.len();
            if rest.len() < number.len() && (negative || rest.starts_with('.')) {
                let spot = filled
                    .spot(at + row.trim_end().len().saturating_sub(introduction.trim_end().len()));
                let place =
                    Location::file(spot.map_or_else(|| template.to_owned(), |spot| spot.place));
                let problem = Problem::new(Code::U02, place, say::leading_number());
                return Err(problem.help(say::filled_line(row.trim())).into());
            }
        }
        at += row.len();
    }
    Ok(())
}

/// Writes a text so that Typst reads it as that text, in markup as in a string literal: all ASCII
/// punctuation, control characters and line ends by their numbers, and a digit that comes first, since
/// `1` and a template's full stop would make a list.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for (place, character) in text.chars().enumerate() {
        let dangerous = character.is_ascii_punctuation()
            || character.is_control()
            || matches!(character, '\u{2028}' | '\u{2029}')
            || (place == 0 && character.is_ascii_digit());
        if dangerous {
            write!(out, "\\u{{{:x}}}", u32::from(character))?;
        } else {
            write!(out, "{character}")?;
        }
    }
    Ok(())
}

fn forbidden_one(_: &tera::Value, _: Kwargs, _: &State<'_>) -> tera::TeraResult<String> {
    Err(Error::message(SAFE))
}

#[cfg(all(test, feature = "typeset"))]
mod tests;
