//! Problems: what is wrong with the user's data, where, and what to do about it.
//!
//! A problem belongs to the data and the user can mend it; a bug is a panic. Readers and checks
//! collect problems and go on, so that the user sees all of them at once. Every kind of problem
//! is a row of [`Code::ALL`], from which the codes are also explained. Every text is a [`Message`], in all the
//! languages that the program speaks.

mod codes;
mod language;
mod message;
pub(crate) mod messages;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::{self, Write};

pub use self::codes::Code;
pub use self::language::Language;
#[cfg(test)]
pub(crate) use self::message::Row;
pub(crate) use self::message::messages;
pub use self::message::{Message, Said};
use self::messages::words;

/// Where a problem is. What is unknown is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file or folder, relative to what the user named.
    pub file: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// The id of the field whose cell it is, until someone who has read the workbook says which cell that is.
    pub field: Option<&'static str>,
    /// The cell; row and column, one-based, so that places sort as a reader meets them.
    pub cell: Option<Cell>,
}

/// A cell's place: one-based row, then one-based column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The row, 1 is the first.
    pub row: u32,
    /// The column, 1 is A.
    pub column: u32,
}

impl Location {
    /// A whole file or folder.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// A sheet of a file.
    #[must_use]
    pub fn sheet(file: impl Into<String>, sheet: impl Into<String>) -> Self {
        Self { sheet: Some(sheet.into()), ..Self::file(file) }
    }

    /// Where a field of a sheet stands, or ought to: an item's cell, or a column's heading.
    #[must_use]
    pub fn field(file: impl Into<String>, sheet: impl Into<String>, id: &'static str) -> Self {
        Self { field: Some(id), ..Self::sheet(file, sheet) }
    }

    /// The same place, narrowed to a cell.
    #[must_use]
    pub fn at(&self, cell: Cell) -> Self {
        Self { cell: Some(cell), field: None, ..self.clone() }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while let Some(left) = rest.checked_sub(1) {
            letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
            rest = left / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", self.row)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        if let Some(cell) = self.cell {
            write!(f, " › {cell}")?;
        }
        Ok(())
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// Worth knowing; the work goes on.
    Warning,
}

/// One problem: what was found, what was expected, what to do. Sorts by place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub location: Location,
    /// Which kind.
    pub code: Code,
    /// What was found.
    pub message: Message,
    /// What was expected, where that says more.
    pub expected: Option<Message>,
    /// What to do, where that says more.
    pub help: Option<Message>,
    /// How many kronor depend on it, where that is known.
    pub at_stake: Option<Box<Stake>>,
}

/// How much depends on what may be wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stake {
    /// So many kronor would go to others, or not at all.
    pub kronor: i64,
    /// The same as it is said.
    pub said: Message,
}

impl Problem {
    /// A problem with its place and what was found there.
    #[must_use]
    pub fn new(code: Code, location: Location, message: impl Into<Message>) -> Self {
        Self { location, code, message: message.into(), expected: None, help: None, at_stake: None }
    }

    /// Adds what was expected.
    #[must_use]
    pub fn expected(mut self, text: impl Into<Message>) -> Self {
        self.expected = Some(text.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<Message>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Adds how many kronor depend on it, and how that is said.
    #[must_use]
    pub fn at_stake(mut self, kronor: i64, said: Message) -> Self {
        self.at_stake = Some(Box::new(Stake { kronor, said }));
        self
    }

    /// The problem as it is printed, in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let severity = match self.code.severity() {
            Severity::Error => words::error(),
            Severity::Warning => words::warning(),
        };
        let message = self.message.in_language(language);
        let severity = severity.in_language(language);
        let mut text = format!("{severity}[{}] {}: {message}", self.code, self.location);
        let columns = |label: &Message| label.in_language(language).chars().count();
        let widest = columns(&words::expected()).max(columns(&words::help()));
        for (label, more) in self.more() {
            let space = " ".repeat(1 + widest - columns(&label));
            let (label, more) = (label.in_language(language), more.in_language(language));
            // Writing to a String cannot fail.
            let _ = write!(text, "\n  {label}:{space}{more}");
        }
        harmless(&text)
    }

    /// What was expected, what depends on it and what to do, as far as that says more, each with its label.
    pub fn more(&self) -> impl Iterator<Item = (Message, &Message)> {
        let expected = self.expected.as_ref().map(|expected| (words::expected(), expected));
        let help = self.help.as_ref().map(|help| (words::help(), help));
        let stake = self.at_stake.as_ref().map(|stake| (words::at_stake(), &stake.said));
        expected.into_iter().chain(stake).chain(help)
    }
}

/// A text with nothing in it that a terminal would obey, or that would turn its direction: what is shown may come from
/// anyone's files. Lines stay.
#[must_use]
pub fn harmless(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |c: char| {
        if c.is_control() && c != '\n' || turns(c) { char::REPLACEMENT_CHARACTER } else { c }
    };
    text.chars().map(shown).collect()
}

/// In Swedish.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::Swedish))
    }
}

/// All problems found so far: sorted by place, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(BTreeSet<Problem>);

impl Problems {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, problem: Problem) {
        self.0.insert(problem);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Puts those that stand at a field in its cell, as far as `cell` knows it.
    #[must_use]
    pub fn placed(self, cell: impl Fn(&Location) -> Option<Location>) -> Self {
        let placed = self.0.into_iter().map(|problem| match cell(&problem.location) {
            Some(location) if problem.location.field.is_some() => Problem { location, ..problem },
            _ => problem,
        });
        Self(placed.collect())
    }

    /// How many there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|problem| problem.code.severity() == severity).count()
    }

    /// True if nothing may be written.
    #[must_use]
    pub fn stop(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The problems, by place.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The problems as they are printed, in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        self.iter().flat_map(|problem| [problem.in_language(language), "\n\n".to_owned()]).collect()
    }
}

impl Problems {
    /// Takes away those that are meant; whether there were any.
    pub fn remove(&mut self, meant: impl Fn(&Problem) -> bool) -> bool {
        let before = self.0.len();
        self.0.retain(|problem| !meant(problem));
        self.0.len() < before
    }

    /// The warnings, those first on which most kronor depend, and then by place.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Problem> {
        let mut all: Vec<_> = self.iter().collect();
        let kronor = |problem: &&Problem| problem.at_stake.as_ref().map(|stake| stake.kronor);
        all.sort_by_key(|problem| Reverse(kronor(problem)));
        all
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<I: IntoIterator<Item = Problem>>(problems: I) -> Self {
        Self(problems.into_iter().collect())
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(BTreeSet::from([problem]))
    }
}

/// In Swedish.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::Swedish))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_reads_as_designed() {
        let place = Location::sheet("lakemedel.xlsx", "Befolkning").at(Cell { row: 14, column: 3 });
        let problem = Problem::new(Code::I07, place, Message::alike("”12 3O4” är inte ett heltal"))
            .expected(Message::alike("invånare, 1–20 000 000"))
            .help(Message::alike("bokstaven O står där en nolla väntas"));
        assert_eq!(
            problem.to_string(),
            "fel[I07] lakemedel.xlsx › Befolkning › C14: ”12 3O4” är inte ett heltal\n  \
             väntade: invånare, 1–20 000 000\n  \
             hjälp:   bokstaven O står där en nolla väntas"
        );
    }

    #[test]
    fn a_problem_reads_so_in_english() {
        let place = Location::sheet("lakemedel.xlsx", "Befolkning").at(Cell { row: 14, column: 3 });
        let problem = Problem::new(Code::I19, place, Message::new("ett".into(), "one".into()))
            .expected(Message::new("två".into(), "two".into()))
            .help(Message::alike("1–3"));
        assert_eq!(
            problem.in_language(Language::English),
            "warning[I19] lakemedel.xlsx › Befolkning › C14: one\n  expected: two\n  help:     1–3"
        );
    }

    #[test]
    fn cells_are_named_as_excel_names_them() {
        for (column, name) in [(1, "A7"), (26, "Z7"), (27, "AA7"), (703, "AAA7"), (16_384, "XFD7")]
        {
            assert_eq!(Cell { row: 7, column }.to_string(), name);
        }
    }

    #[test]
    fn problems_sort_by_place_and_stand_once() {
        let at = |row| Location::sheet("a.xlsx", "B").at(Cell { row, column: 1 });
        let mut problems = Problems::new();
        problems.add(Problem::new(Code::I06, at(10), Message::alike("tom")));
        problems.add(Problem::new(Code::I08, at(9), Message::alike("stor")));
        problems.add(Problem::new(Code::I06, at(10), Message::alike("tom")));
        let rows: Vec<_> = problems.iter().filter_map(|p| p.location.cell).map(|c| c.row).collect();
        assert_eq!(rows, [9, 10]);
    }
}
