//! The words: Tera fills the templates with a document's JSON and gives Typst source. Everything that
//! comes from the JSON is escaped here so that it can only ever be text, and a figure is printed with its mark.
//! Knows nothing of typesetting.
//!
//! Values may stand in Typst markup and inside Typst string literals, nowhere else.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value};
use tera::{Context, Delimiters, Error, ErrorKind, Kwargs, State, Tera};

use super::mallar::{Mallar, TERA};
use super::prepare::{ASK, Filled, PRINT, Sources};
use crate::problem::{Code, Location, Problem, Problems};

/// The templates, parsed.
pub(super) struct Ord {
    tera: Tera,
    sources: Sources,
    /// What Tera was given, by name.
    given: Vec<(String, String)>,
}

impl Ord {
    /// Parses every template.
    ///
    /// # Errors
    /// A template that is not UTF-8, has a syntax error, or includes one that does not exist.
    pub(super) fn las(mallar: &Mallar) -> Result<Self, Problems> {
        let (mut sources, mut given, mut problems) =
            (Sources::default(), Vec::new(), Problems::new());
        for (path, bytes) in mallar.filer().filter(|(path, _)| path.ends_with(TERA)) {
            let text = std::str::from_utf8(bytes).map_err(|_| {
                Problem::new(Code::U02, Location::file(path), "mallen är inte text i UTF-8")
            });
            match text.and_then(|text| sources.add(path, text)) {
                Ok(text) => given.push((path.to_owned(), text)),
                Err(problem) => problems.add(problem),
            }
        }
        if problems.stop() {
            return Err(problems);
        }
        let tera = parsed(&given).map_err(|error| problem(&sources, "mallarna", &error))?;
        Ok(Self { tera, sources, given })
    }

    /// Fills a template in.
    ///
    /// # Errors
    /// A template that does not exist or names something the JSON does not have; something printed that is no
    /// text, number or figure.
    pub(super) fn fyll(&self, mall: &str, json: &Value) -> Result<Filled<'_>, Problems> {
        let mut context = Context::new();
        for (name, value) in json.as_object().into_iter().flat_map(values) {
            context.insert_value(name, value);
        }
        let marked = self.tera.render(mall, &context).map_err(|error| {
            let error = self.what_is_missing(mall, &context).unwrap_or(error);
            problem(&self.sources, mall, &error)
        })?;
        let filled = self.sources.filled(&marked);
        inget_tal_forst(mall, &filled)?;
        Ok(filled)
    }

    /// A template that could not be filled in, once more without the filter of what is printed: Tera then says
    /// what there is in place of a name there is not.
    fn what_is_missing(&self, mall: &str, context: &Context) -> Option<Error> {
        let bare = " ".repeat(PRINT.len());
        let plain = |(name, text): &(String, String)| (name.clone(), text.replace(PRINT, &bare));
        let plain: Vec<_> = self.given.iter().map(plain).collect();
        parsed(&plain).ok()?.render(mall, context).err()
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
    tera.set_escape_fn(skydda);
    // Every name ends with nothing: no template escapes the escaping by its name.
    tera.autoescape_on([""]);
    tera.register_filter("safe", forbjuden);
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
            Error::message(format!("mallen skriver ut flera uppgifter i ett{FIELDS}{names}"))
        });
    }
    let problem = if value.is_none() {
        "mallen skriver ut en uppgift som saknas; fråga efter den först, med {% if … %}"
    } else if value.is_undefined() {
        "mallen skriver ut något som inte finns"
    } else if value.as_str().is_some() || value.is_number() {
        return Ok(value.clone());
    } else {
        "mallen skriver ut något som varken är en text eller ett tal; en lista skrivs med {% for … %}"
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
    let _ = skydda(text, &mut source);
    tera::Value::safe_string(&format!("#markt[{}];", String::from_utf8_lossy(&source)))
}

fn value(json: &Value) -> tera::Value {
    match json {
        Value::Array(parts) => parts.iter().map(value).collect::<Vec<_>>().into(),
        Value::Object(fields) => values(fields).collect::<BTreeMap<_, _>>().into(),
        other => tera::Value::from_serializable(other),
    }
}

/// Tera writes numbers without asking [`skydda`]. Where markup begins, `-5` would be a list and so
/// would `1.`; no template types a figure, so a digit there is such a number.
fn inget_tal_forst(mall: &str, filled: &Filled<'_>) -> Result<(), Problems> {
    let mut at = 0;
    for rad in filled.text.split_inclusive('\n') {
        let borjar = std::iter::once(rad).chain(rad.split('[').skip(1)).map(str::trim_start);
        for inledning in borjar {
            let tal = inledning.strip_prefix('-').unwrap_or(inledning);
            let rest = tal.trim_start_matches(|tecken: char| tecken.is_ascii_digit());
            let negativt = tal.len() < inledning.len();
            if rest.len() < tal.len() && (negativt || rest.starts_with('.')) {
                let spot = filled
                    .spot(at + rad.trim_end().len().saturating_sub(inledning.trim_end().len()));
                let plats = Location::file(spot.map_or_else(|| mall.to_owned(), |spot| spot.place));
                let fel = "ett tal inleder ett stycke och skulle läsas som en lista";
                let problem = Problem::new(Code::U02, plats, fel);
                return Err(problem.help(format!("ifylld lyder raden: {}", rad.trim())).into());
            }
        }
        at += rad.len();
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
fn problem(sources: &Sources, mall: &str, error: &Error) -> Problem {
    let (plats, text) = match error.kind() {
        ErrorKind::TemplateNotFound(namn) => {
            return Problem::new(Code::U02, Location::file(namn.clone()), "mallen finns inte");
        }
        ErrorKind::SyntaxError(rapport) | ErrorKind::RenderingError(rapport) => {
            let spot = sources.written(rapport.filename(), rapport.span().range.start);
            let plats = spot.map_or_else(|| rapport.filename().to_owned(), |spot| spot.place);
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

/// What stands before the names of the fields there are, in what Tera says.
const FIELDS: &str = " Available fields: ";

/// Tera's most common complaint in Swedish, and what exists instead, in order.
fn pa_svenska(text: &str) -> (String, Option<String>) {
    let (sager, finns) = text
        .split_once(" Available variables: ")
        .or_else(|| text.split_once(FIELDS))
        .map_or((text, None), |(sager, finns)| (sager, Some(finns)));
    let finns = finns.map(|finns| {
        let mut namn: Vec<_> = finns.split(", ").collect();
        namn.sort_unstable();
        namn.join(", ")
    });
    let saknas = sager.split('`').nth(1).filter(|_| sager.contains("is not defined"));
    match saknas {
        Some(namn) => (format!("mallen frågar efter ”{namn}”, som inte finns"), finns),
        None if sager.starts_with("mallen ") => (sager.to_owned(), finns),
        None => (format!("Tera: {sager}"), finns),
    }
}

#[cfg(all(test, feature = "typeset"))]
mod tests;
