//! The problems of a run as a SARIF 2.1.0 log, which editors and CI read. The form is OASIS's; only what is of
//! use is written. A workbook has no lines, so a place is its file, and the cell as a logical location.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::answer::Asked;
use crate::manifest::Program;
use crate::problem::{Code, Language, Location, Message, Problem, Problems, Severity};

const VERSION: &str = "2.1.0";
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Debug, Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
struct Run {
    tool: Tool,
    language: &'static str,
    invocations: [Invocation; 1],
    results: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: String,
    version: String,
    semantic_version: String,
    language: &'static str,
    rules: Vec<Rule>,
    properties: Checksums,
}

#[derive(Debug, Serialize)]
struct Checksums {
    kallkod_sha256: String,
    cargo_lock_sha256: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    exit_code: u8,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Place; 1],
    properties: Words,
}

/// What the message puts together, each by itself, as the JSON answer names it.
#[derive(Debug, Serialize)]
struct Words {
    meddelande: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    vantat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hjalp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kronor: Option<i64>,
}

#[derive(Debug, Serialize)]
struct Text {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    physical_location: Option<Physical>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
}

#[derive(Debug, Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    name: String,
    fully_qualified_name: String,
    kind: &'static str,
}

/// The log of a command that ended with this exit code. The program did its work unless it could not write
/// its result.
pub(super) fn log(asked: &Asked<'_>, problems: &Problems, code: u8) -> Log {
    let language = asked.speech.language;
    let program = Program::this();
    let driver = Driver {
        name: program.namn,
        version: program.version.clone(),
        semantic_version: program.version,
        language: language.code(),
        rules: Code::ALL.iter().map(|code| rule(*code, language)).collect(),
        properties: Checksums {
            kallkod_sha256: program.kallkod_sha256,
            cargo_lock_sha256: program.cargo_lock_sha256,
        },
    };
    let failed = problems.iter().any(|problem| matches!(problem.code, Code::U01 | Code::U02));
    let run = Run {
        tool: Tool { driver },
        language: language.code(),
        invocations: [Invocation { execution_successful: !failed, exit_code: code }],
        results: problems.iter().map(|problem| finding(asked, problem)).collect(),
    };
    Log { schema: SCHEMA, version: VERSION, runs: [run] }
}

fn rule(code: Code, language: Language) -> Rule {
    Rule {
        id: code.name(),
        short_description: Text { text: code.title(language).to_owned() },
        full_description: Text { text: code.about(language).to_owned() },
        default_configuration: Configuration { level: level(code) },
    }
}

fn level(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn finding(asked: &Asked<'_>, problem: &Problem) -> Finding {
    let rule_index = Code::ALL.iter().position(|code| *code == problem.code);
    let language = asked.speech.language;
    let said = |message: &Message| message.in_language(language).to_owned();
    let mut text = said(&problem.message);
    for (label, more) in problem.more() {
        let (label, more) = (label.in_language(language), more.in_language(language));
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{label}: {more}");
    }
    Finding {
        rule_id: problem.code.name(),
        rule_index: rule_index.unwrap_or_else(|| panic!("{} is a code", problem.code)),
        level: level(problem.code),
        message: Text { text: literally(&text) },
        locations: [place(asked, problem)],
        properties: Words {
            meddelande: said(&problem.message),
            vantat: problem.expected.as_ref().map(said),
            hjalp: problem.help.as_ref().map(said),
            kronor: problem.at_stake.as_ref().map(|stake| stake.kronor),
        },
    }
}

fn place(asked: &Asked<'_>, problem: &Problem) -> Place {
    let path = asked.path(problem);
    let template = path.is_none().then(|| Logical {
        name: problem.location.file.clone(),
        fully_qualified_name: problem.location.file.clone(),
        kind: "template",
    });
    Place {
        physical_location: path
            .map(|path| Physical { artifact_location: Artifact { uri: uri(&path) } }),
        logical_locations: template.or_else(|| logical(&problem.location)).into_iter().collect(),
    }
}

/// A cell as a formula names it, or a sheet.
fn logical(location: &Location) -> Option<Logical> {
    let sheet = location.sheet.as_ref()?;
    Some(match location.cell {
        None => Logical { name: sheet.clone(), fully_qualified_name: sheet.clone(), kind: "sheet" },
        Some(cell) => Logical {
            name: cell.to_string(),
            fully_qualified_name: format!("'{}'!{cell}", sheet.replace('\'', "''")),
            kind: "cell",
        },
    })
}

/// Text in which nothing is a placeholder or a link: braces are doubled, and no bracket stands before a
/// parenthesis.
fn literally(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", "] (")
}

/// A path as a URI: relative to where the user stands, or absolute.
fn uri(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    let drive = path.get(1..3) == Some(":/");
    let mut uri = match path.as_str() {
        path if path.starts_with("//") => "file:".to_owned(),
        path if path.starts_with('/') => "file://".to_owned(),
        _ if drive => "file:///".to_owned(),
        _ => String::new(),
    };
    for (at, byte) in path.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (drive && at == 1) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri() {
        for (path, expected) in [
            ("inputs/2024/a.xlsx", "inputs/2024/a.xlsx"),
            ("in data/å/a:b%.xlsx", "in%20data/%C3%A5/a%3Ab%25.xlsx"),
            ("/srv/2024", "file:///srv/2024"),
            (r"C:\år\a.xlsx", "file:///C:/%C3%A5r/a.xlsx"),
            (r"\\dator\mapp\a.xlsx", "file://dator/mapp/a.xlsx"),
            ("..", ".."),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }

    #[test]
    fn what_a_cell_holds_is_no_placeholder_and_no_link() {
        assert_eq!(literally("”{0}” och [a](b)"), "”{{0}}” och [a] (b)");
    }
}
