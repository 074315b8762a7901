//! Problems as people read them: the sheets with how many each, then cell by cell. Of a sheet with many only the first
//! are shown, unless all are asked for; programs always get all.

use std::collections::BTreeMap;

use super::messages as say;
use crate::problem::{Language, Message, Problem, Problems, Severity};

/// So many of a sheet are shown, where not all are asked for.
const SHOWN: usize = 10;

/// How problems are shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    /// All of them; otherwise the first of each sheet.
    pub(super) all: bool,
    /// Whether they were written down too, so that it would not be true that nothing was written.
    pub(super) writes: bool,
}

/// A workbook, or a sheet of one.
type Place<'p> = (&'p str, Option<&'p str>);

/// All problems, or the first of each sheet; then how many they are and what that means.
pub(super) fn text(problems: &Problems, manner: Manner, language: Language) -> String {
    let mut groups: BTreeMap<Place<'_>, Vec<&Problem>> = BTreeMap::new();
    for problem in problems.iter() {
        let place = (problem.location.file.as_str(), problem.location.sheet.as_deref());
        groups.entry(place).or_default().push(problem);
    }
    let limit = if manner.all { usize::MAX } else { SHOWN };
    let (mut parts, mut hidden) = (Vec::new(), 0);
    // A single sheet is named by each of its problems, and counted at the end.
    let several = groups.len() > 1;
    if several {
        let lines = groups.iter().map(|(place, problems)| summary(*place, problems, language));
        parts.push(lines.collect::<Vec<_>>().join("\n"));
    }
    for problems in groups.values() {
        let shown = problems.iter().take(limit);
        parts.extend(shown.map(|problem| problem.in_language(language)));
        let rest = problems.len().saturating_sub(limit);
        if let (true, Some(first)) = (rest > 0, problems.first()) {
            let (file, sheet) = (&first.location.file, first.location.sheet.as_deref());
            let more = say::more_there(&rest, &named((file, sheet)));
            parts.push(more.in_language(language).to_owned());
            hidden += rest;
        }
    }
    parts.push(ending(problems, hidden, manner).in_language(language).to_owned());
    format!("\n{}", parts.join("\n\n"))
}

/// A line about a sheet: how many problems it has.
fn summary(place: Place<'_>, problems: &[&Problem], language: Language) -> String {
    let count = |severity| problems.iter().filter(|one| one.code.severity() == severity).count();
    let errors = match count(Severity::Error) {
        0 => None,
        1 => Some(say::an_error()),
        several => Some(say::so_many_errors(&several)),
    };
    let warnings = match count(Severity::Warning) {
        0 => None,
        1 => Some(say::a_warning()),
        several => Some(say::so_many_warnings(&several)),
    };
    let counts: Vec<_> = errors.into_iter().chain(warnings).collect();
    let counts = Message::joined(&counts, ", ");
    format!("{}: {}", named(place), counts.in_language(language))
}

fn named((file, sheet): Place<'_>) -> String {
    sheet.map_or_else(|| file.to_owned(), |sheet| format!("{file} › {sheet}"))
}

fn ending(problems: &Problems, hidden: usize, manner: Manner) -> Message {
    let ending = match (problems.count(Severity::Error), manner.writes) {
        (1, false) => say::one_error(),
        (1, true) => say::one_error_told(),
        (count, false) => say::errors(&count),
        (count, true) => say::errors_told(&count),
    };
    match hidden {
        0 => ending,
        1 => Message::joined(&[say::one_left_out(), ending], " "),
        hidden => Message::joined(&[say::left_out(&hidden), ending], " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Cell, Code, Location};

    fn some(sheet: &str, count: u32) -> Vec<Problem> {
        let place = |row| Location::sheet("a.xlsx", sheet).at(Cell { row, column: 2 });
        let problem = |row| Problem::new(Code::I06, place(row), Message::alike("tom"));
        (1..=count).map(problem).collect()
    }

    fn shown(problems: Vec<Problem>, all: bool) -> String {
        let mut found = Problems::new();
        for problem in problems {
            found.add(problem);
        }
        text(&found, Manner { all, writes: false }, Language::Swedish)
    }

    #[test]
    fn one_sheet_needs_no_summary() {
        assert_eq!(
            shown(some("B", 2), false),
            "\nfel[I06] a.xlsx › B › B1: tom\n\nfel[I06] a.xlsx › B › B2: tom\n\n\
             2 fel. Inget har skrivits. Rätta och kör igen."
        );
    }

    #[test]
    fn sheets_are_counted_and_of_many_the_first_are_shown() {
        let problems = || [some("B", 13), some("C", 1)].concat();
        let text = shown(problems(), false);
        assert!(text.starts_with("\na.xlsx › B: 13 fel\na.xlsx › C: 1 fel\n\nfel[I06] "), "{text}");
        assert!(
            text.contains("› B10: tom\n\n… och 3 till i a.xlsx › B\n\nfel[I06] a.xlsx › C › B1")
        );
        assert!(!text.contains("› B11: tom"), "{text}");
        let ending =
            "\n\n3 av dem är utelämnade ovan; statsbidrag check --all visar alla. 14 fel. Inget";
        assert!(text.contains(ending), "{text}");
        let text = shown(problems(), true);
        assert_eq!(text.matches("fel[I06] ").count(), 14);
        assert!(text.contains("\n\n14 fel. Inget") && !text.contains("utelämnade"), "{text}");
    }
}
