//! What Tera complains of, as problems: where in which template, what is wrong there, and what there is instead. Tera
//! writes English; what a template's author commonly does wrong is said in the user's language, the rest as it is.

use tera::{Error, ErrorKind};

use crate::problem::messages::{template as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::render::prepare::Sources;

/// What stands before the names of the fields there are, in what Tera says.
pub(super) const FIELDS: &str = " Available fields: ";
const VARIABLES: &str = " Available variables: ";

/// What the filters complain of. Tera carries a text in one language, so what the user is told is found by it.
pub(super) const SEVERAL: &str = "printed: several fields";
pub(super) const MISSING: &str = "printed: a missing field";
pub(super) const UNDEFINED: &str = "printed: nothing there is";
pub(super) const LIST: &str = "printed: neither text nor number";
pub(super) const SAFE: &str = "filtered: safe";

/// What each report in a text of several begins with.
const REPORT: &str = "error: ";

/// Tera's error as problems: of a name that does not exist it tells of every one at once.
pub(super) fn problems(
    sources: &Sources,
    given: &[(String, String)],
    template: &str,
    error: &Error,
) -> Problems {
    let (place, text) = match error.kind() {
        ErrorKind::TemplateNotFound(name) => {
            return Problem::new(Code::U02, Location::file(name.clone()), say::not_found()).into();
        }
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = place(sources, report.filename(), report.span().range.start);
            (place, report.message().to_owned())
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let text = say::circular(&include_chain.join(" → "));
            return Problem::new(Code::U02, Location::file(tpl.clone()), text).into();
        }
        ErrorKind::Msg(text) if text.starts_with(REPORT) => {
            let mut problems = Problems::new();
            for report in text.split("\n\n").filter_map(|text| text.strip_prefix(REPORT)) {
                problems.add(reported(sources, given, template, report));
            }
            return problems;
        }
        _ => (template.to_owned(), error.to_string()),
    };
    problem(place, &text, given).into()
}

/// A report that Tera has made text of: what is wrong, and on the next line where, as `--> FILE:ROW:COLUMN`.
fn reported(
    sources: &Sources,
    given: &[(String, String)],
    template: &str,
    report: &str,
) -> Problem {
    let (text, rest) = report.split_once('\n').unwrap_or((report, ""));
    let at = rest.lines().next().and_then(|line| line.trim_start().strip_prefix("--> "));
    let parts = at.and_then(|at| {
        let (rest, column) = at.rsplit_once(':')?;
        let (name, row) = rest.rsplit_once(':')?;
        Some((name, row.parse::<usize>().ok()?, column.parse::<usize>().ok()?))
    });
    let place = parts.and_then(|(name, row, column)| {
        let (_, source) = given.iter().find(|(own, _)| own == name)?;
        let line = source.split_inclusive('\n').nth(row.checked_sub(1)?)?;
        let before: usize = source.split_inclusive('\n').take(row - 1).map(str::len).sum();
        let within: usize = line.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
        Some(place(sources, name, before + within))
    });
    problem(place.unwrap_or_else(|| template.to_owned()), text, given)
}

/// A place in what Tera got, as one in the template as it was written.
fn place(sources: &Sources, name: &str, offset: usize) -> String {
    sources.written(name, offset).map_or_else(|| name.to_owned(), |spot| spot.place)
}

fn problem(place: String, text: &str, given: &[(String, String)]) -> Problem {
    let (says, exists) = text
        .split_once(VARIABLES)
        .or_else(|| text.split_once(FIELDS))
        .map_or((text, None), |(says, exists)| (says, Some(exists)));
    let name = says.split('`').nth(1).unwrap_or_default();
    let problem = Problem::new(Code::U02, Location::file(place), told(says, name));
    match exists {
        Some(exists) => {
            let mut names: Vec<_> = exists.split(", ").collect();
            names.sort_unstable();
            problem.help(say::there_is(&names.join(", ")))
        }
        None if says.starts_with("Unknown template ") => {
            let distance = |other: &&str| strsim::osa_distance(other, name);
            let near = given.iter().map(|(name, _)| name.as_str()).min_by_key(distance);
            let limit = name.chars().count().div_ceil(2);
            match near.filter(|near| distance(near) <= limit) {
                Some(near) => problem.help(say::meant(&words::quoted(near))),
                None => problem,
            }
        }
        None => problem,
    }
}

/// What the user is told of what Tera says.
fn told(says: &str, name: &str) -> Message {
    let quoted = words::quoted(name);
    match says {
        SEVERAL => return say::prints_several(),
        MISSING => return say::prints_missing("{% if … %}"),
        UNDEFINED => return say::prints_nothing(),
        LIST => return say::prints_list("{% for … %}"),
        SAFE => return say::safe(),
        "Unexpected end of input" => return say::ends_within("{% if … %}", "{% endif %}"),
        "Unknown tag" => return say::unknown_tag(),
        _ => {}
    }
    if says.contains("is not defined") && !name.is_empty() {
        return say::asks_for(&quoted);
    }
    if let Some(what) = says.strip_prefix("Unknown ").and_then(|rest| rest.split(' ').next()) {
        match what {
            "filter" => return say::unknown_filter(&quoted),
            "test" => return say::unknown_test(&quoted),
            "function" => return say::unknown_function(&quoted),
            "component" => return say::unknown_component(&quoted),
            "template" => return say::unknown_template(&quoted),
            _ => {}
        }
    }
    let instead = says.strip_prefix("Found ").and_then(|rest| {
        rest.split_once(" but expected ").or_else(|| rest.split_once(" but was expecting "))
    });
    match instead {
        Some((found, expected)) => say::found_instead(found, expected.trim_end_matches('.')),
        None => say::tera_says(says),
    }
}
