//! Where words are shown: how wide stdout and stderr are, and whether in colour. Asks the terminal and the
//! environment once, and knows no command.
//!
//! What is not a terminal gets the words as they are: one line each, in no colour.

use std::io::{self, Write};

use console::{Style, Term};

use super::wrap;

/// One of the two streams, as it is when asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Surface {
    stream: Stream,
    /// Columns; none where lines are as long as they are.
    width: Option<usize>,
    colour: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stream {
    Out,
    Err,
}

type Colour = fn(Style) -> Style;

/// How the lines begin that are coloured, and in which colour.
const COLOURS: [(&str, Colour); 14] = [
    ("fel[", |style| style.red().bold()),
    ("fel:", |style| style.red().bold()),
    ("varning[", |style| style.yellow().bold()),
    ("  väntade:", Style::bold),
    ("  hjälp:", Style::bold),
    ("error[", |style| style.red().bold()),
    ("error:", |style| style.red().bold()),
    ("warning[", |style| style.yellow().bold()),
    ("  expected:", Style::bold),
    ("  help:", Style::bold),
    ("Celler", Style::bold),
    ("Källor", Style::bold),
    ("Cells", Style::bold),
    ("Sources", Style::bold),
];

impl Surface {
    /// Where results and the progress of the work go.
    pub(super) fn stdout() -> Self {
        Self::of(Stream::Out, &Term::stdout())
    }

    /// Where problems go.
    pub(super) fn stderr() -> Self {
        Self::of(Stream::Err, &Term::stderr())
    }

    fn of(stream: Stream, term: &Term) -> Self {
        let columns = term.is_term().then(|| term.size_checked()).flatten();
        let width = columns.map(|(_, columns)| usize::from(columns)).filter(|columns| *columns > 0);
        Self { stream, width, colour: term.features().colors_supported() }
    }

    /// Columns; none where lines are as long as they are.
    pub(super) fn width(self) -> Option<usize> {
        self.width
    }

    /// Writes text and a line break, folded and coloured for its reader. Whoever does not listen has the
    /// exit code: a closed pipe is the reader's choice.
    pub(super) fn say(self, text: &str) {
        self.write(format!("{}\n", self.shown(text)).as_bytes());
    }

    /// Writes bytes as they are, as [`Surface::say`] does.
    pub(super) fn write(self, bytes: &[u8]) {
        let _ = match self.stream {
            Stream::Out => io::stdout().lock().write_all(bytes),
            Stream::Err => io::stderr().lock().write_all(bytes),
        };
    }

    /// Text as it is shown here.
    pub(super) fn shown(self, text: &str) -> String {
        let lines: Vec<_> = text.split('\n').map(|line| self.line(line)).collect();
        lines.join("\n")
    }

    fn line(self, line: &str) -> String {
        let line = match self.width {
            Some(width) => wrap::line(line, width),
            None => line.to_owned(),
        };
        if self.colour { coloured(&line) } else { line }
    }
}

/// A line with the word that says what it is in colour: with the code in it, if it has one.
fn coloured(line: &str) -> String {
    for (begins, colour) in COLOURS {
        if let Some(rest) = line.strip_prefix(begins) {
            let end = if begins.ends_with('[') { rest.find(']').map(|at| at + 1) } else { Some(0) };
            let (code, rest) = rest.split_at(end.unwrap_or(0));
            let style = colour(Style::new()).force_styling(true);
            return format!("{}{rest}", style.apply_to(format!("{begins}{code}")));
        }
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROBLEM: &str = "fel[I07] a.xlsx › B › C14: ”12 3O4” är inte ett heltal\n  \
                           väntade: invånare, 1–20 000 000";

    fn surface(width: Option<usize>, colour: bool) -> Surface {
        Surface { stream: Stream::Err, width, colour }
    }

    #[test]
    fn what_is_no_terminal_gets_the_words_as_they_are() {
        assert_eq!(surface(None, false).shown(PROBLEM), PROBLEM);
    }

    #[test]
    fn a_terminal_gets_its_lines_folded_and_their_first_words_coloured() {
        let shown = surface(Some(40), true).shown(PROBLEM);
        assert_eq!(
            shown,
            "\u{1b}[31m\u{1b}[1mfel[I07]\u{1b}[0m a.xlsx › B › C14: ”12 3O4” är\n    \
             inte ett heltal\n\u{1b}[1m  väntade:\u{1b}[0m invånare, 1–20 000 000"
        );
        assert_eq!(
            surface(None, true).shown("varning[I19] a.xlsx: b"),
            "\u{1b}[33m\u{1b}[1mvarning[I19]\u{1b}[0m a.xlsx: b"
        );
        assert_eq!(surface(None, true).shown("felet är rättat"), "felet är rättat");
    }

    #[test]
    fn every_label_is_coloured_in_every_language() {
        use crate::problem::{Code, Language, Location, Message, Problem};
        for language in Language::ALL {
            for code in [Code::I07, Code::I19] {
                let problem = Problem::new(code, Location::file("a.xlsx"), Message::alike("b"));
                let problem = problem.expected(Message::alike("c")).help(Message::alike("d"));
                let text = problem.in_language(language);
                assert_eq!(text.lines().count(), 3);
                for line in text.lines() {
                    assert!(coloured(line).starts_with('\u{1b}'), "{line}");
                }
            }
        }
    }
}
