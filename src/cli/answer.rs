//! The answer of a command, for programs to read: what was read, what is wrong, what was written, and the exit
//! code. On stdout, alone; the same words for people go to stderr. Says what `docs/meddelanden.md` says.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;

use super::language::Speech;
use super::terminal::Surface;
use super::usable::Anvandning;
use super::{Exit, sarif};
use crate::manifest::{Fil, Program};
use crate::pipeline::Computed;
use crate::problem::{Code, Language, Message, Problem, Problems, Severity};
use crate::report::to_json;

// Not a doc comment: clap would take it for the command's own words.
// The flag of a command whose answer programs may read.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Manner {
    /// Hur svaret skrivs: text, json eller sarif
    #[arg(
        long,
        value_name = "FORM",
        value_enum,
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true,
        long_help = "Hur svaret skrivs: text (gäller utan flaggan), json eller sarif. I json och sarif står svaret ensamt på stdout, och meddelandena på stderr"
    )]
    pub(super) format: Format,
}

/// A form of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    #[value(help = "för människor")]
    Text,
    #[value(help = "för program")]
    Json,
    #[value(help = "SARIF 2.1.0, för redigerare och CI")]
    Sarif,
}

// The same flag where there is nothing for SARIF to say.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Plain {
    /// Hur svaret skrivs: text eller json
    #[arg(
        long,
        value_name = "FORM",
        value_enum,
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true,
        long_help = "Hur svaret skrivs: text (gäller utan flaggan) eller json"
    )]
    pub(super) format: Form,
}

/// A form of such an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    #[value(help = "för människor")]
    Text,
    #[value(help = "för program")]
    Json,
}

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// The command.
    pub(super) command: &'static str,
    /// The folder of workbooks.
    pub(super) folder: &'a Path,
    /// The folder of the user's own templates.
    pub(super) templates: Option<&'a Path>,
    /// In which form the answer is wanted.
    pub(super) format: Format,
    /// How people are spoken to.
    pub(super) speech: Speech,
}

/// What came of it, as far as it came.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The year.
    pub(super) year: Option<i32>,
    /// What was read.
    pub(super) inputs: Vec<Fil>,
    /// What is wrong, and what may be.
    pub(super) problems: Problems,
    /// What was written, and where.
    pub(super) written: Option<Skrivet>,
    /// What the documents may be used for.
    pub(super) usable: Option<Vec<Anvandning>>,
}

/// What `check` and `generate` answer with `--format json`.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Svar {
    /// The version of this form.
    pub version: u32,
    /// The program.
    pub program: Program,
    /// The command: `check` or `generate`.
    pub kommando: String,
    /// The folder of workbooks, as it was named.
    pub mapp: String,
    /// The language of what is said of the problems.
    pub sprak: Sprak,
    /// The exit code: 0 done, 1 problems in the data or in the writing.
    pub slutkod: u8,
    /// The year; none unless the workbooks are in order.
    pub ar: Option<i32>,
    /// The workbooks and archived files that the result depends on; empty unless they are in order.
    pub indata: Vec<Fil>,
    /// How many of the problems are errors: with one of them nothing is written.
    pub fel: usize,
    /// How many are warnings.
    pub varningar: usize,
    /// Every problem, by place.
    pub problem: Vec<Anmarkning>,
    /// What was written; none where nothing was.
    pub skrivet: Option<Skrivet>,
    /// What the documents may be used for, and which cells decide it; only `check` of workbooks in order says it.
    pub anvandning: Option<Vec<Anvandning>>,
}

/// A problem of the data, the templates or the writing.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Anmarkning {
    /// The kind of problem, as `explain` explains it: `I07`.
    pub kod: String,
    /// How bad it is.
    pub allvar: Allvar,
    /// What kind of problem it is, in one line.
    pub rubrik: String,
    /// The file, from the folder of workbooks; or a folder, a template or a result, as it was named.
    pub fil: String,
    /// The sheet.
    pub blad: Option<String>,
    /// The cell: `C14`.
    pub cell: Option<String>,
    /// What was found.
    pub meddelande: String,
    /// What was expected, where that says more.
    pub vantat: Option<String>,
    /// What to do, where that says more.
    pub hjalp: Option<String>,
    /// Of what looks wrong: how many kronor would go to others, or not at all, if it is.
    pub kronor: Option<i64>,
}

/// A language, by its code in ISO 639-1.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Sprak {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl From<Language> for Sprak {
    fn from(language: Language) -> Self {
        match language {
            Language::Swedish => Self::Sv,
            Language::English => Self::En,
        }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Allvar {
    /// Nothing is written until it is mended.
    Fel,
    /// Worth knowing; the work went on.
    Varning,
}

/// A set of files.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Skrivet {
    /// The id of the run.
    pub korning: String,
    /// The folder they lie in, as it was named.
    pub mapp: String,
    /// Every file.
    pub filer: Vec<Fil>,
    /// The archive package beside it, where one was asked for.
    pub arkivpaket: Option<String>,
}

impl Outcome {
    /// The workbooks were in order, and came to this.
    pub(super) fn computed(&mut self, computed: &Computed) {
        self.year = Some(computed.year);
        self.inputs.clone_from(&computed.inputs);
        self.problems.extend(computed.warnings.clone());
    }
}

impl Svar {
    fn new(asked: &Asked<'_>, outcome: Outcome, code: u8) -> Self {
        let language = asked.speech.language;
        Self {
            version: 1,
            program: Program::this(),
            kommando: asked.command.to_owned(),
            mapp: asked.folder.display().to_string(),
            sprak: language.into(),
            slutkod: code,
            ar: outcome.year,
            indata: outcome.inputs,
            fel: outcome.problems.count(Severity::Error),
            varningar: outcome.problems.count(Severity::Warning),
            problem: outcome.problems.iter().map(|one| Anmarkning::new(one, language)).collect(),
            skrivet: outcome.written,
            anvandning: outcome.usable,
        }
    }
}

impl Anmarkning {
    /// A problem as programs are told of it.
    pub(super) fn new(problem: &Problem, language: Language) -> Self {
        let said = |message: &Message| message.in_language(language).to_owned();
        Self {
            kod: problem.code.name().to_owned(),
            allvar: match problem.code.severity() {
                Severity::Error => Allvar::Fel,
                Severity::Warning => Allvar::Varning,
            },
            rubrik: problem.code.title(language).to_owned(),
            fil: problem.location.file.clone(),
            blad: problem.location.sheet.clone(),
            cell: problem.location.cell.map(|cell| cell.to_string()),
            meddelande: said(&problem.message),
            vantat: problem.expected.as_ref().map(said),
            hjalp: problem.help.as_ref().map(said),
            kronor: problem.at_stake.as_ref().map(|stake| stake.kronor),
        }
    }
}

impl Asked<'_> {
    /// Whether stdout is a program's.
    pub(super) fn by_program(&self) -> bool {
        self.format != Format::Text
    }

    /// Gives the answer to whoever asked by program, and says how the command ends. Wrong usage has no answer
    /// but its exit code and what stderr says.
    pub(super) fn answer(
        &self,
        mut outcome: Outcome,
        result: Result<(), Exit>,
    ) -> Result<(), Exit> {
        let code = match &result {
            Ok(()) => 0,
            Err(Exit::Problem(problems)) => {
                outcome.problems.extend(problems.clone());
                1
            }
            Err(Exit::Usage(_) | Exit::Sagt) => return result,
        };
        let bytes = match self.format {
            Format::Text => return result,
            Format::Json => to_json(&Svar::new(self, outcome, code)),
            Format::Sarif => to_json(&sarif::log(self, &outcome.problems, code)),
        };
        Surface::stdout().write(&bytes);
        if self.speech.quiet && code > 0 { Err(Exit::Sagt) } else { result }
    }

    /// Where a problem's file lies, seen from where the user stands; none for a template, which may be the
    /// program's own.
    pub(super) fn path(&self, problem: &Problem) -> Option<PathBuf> {
        let file = problem.location.file.as_str();
        let named = |folder: &Path| folder.display().to_string() == file;
        match problem.code.name().chars().next() {
            Some('U') => (problem.code != Code::U02).then(|| PathBuf::from(file)),
            _ if named(self.folder) || self.templates.is_some_and(named) => Some(file.into()),
            _ => Some(self.folder.join(file)),
        }
    }
}
