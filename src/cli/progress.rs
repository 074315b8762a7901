//! Tells the user what a run does: a line for each thing read, checked and written, and on a terminal
//! a bar while documents are set. The only place that looks at a clock.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::answer::Asked;
use super::language::Speech;
use super::messages::progress as say;
use super::terminal::Surface;
use crate::pipeline::Event;
use crate::problem::{Language, Message, Problems};
use crate::quantity::Exact;
use crate::swedish;

/// A run as the user sees it.
pub(super) struct NumberFormat {
    start: Instant,
    bar: OnceLock<ProgressBar>,
    surface: Surface,
    language: Language,
    /// Whether the user wants to hear of what goes well.
    progress: bool,
    /// Whether the user wants to hear of what may be wrong.
    warnings: bool,
}

impl NumberFormat {
    /// Starts the clock.
    #[expect(clippy::disallowed_methods, reason = "telling how long it took is what this is for")]
    pub(super) fn new(speech: Speech) -> Self {
        Self {
            start: Instant::now(),
            bar: OnceLock::new(),
            surface: Surface::stdout(),
            language: speech.language,
            progress: !speech.quiet,
            warnings: true,
        }
    }

    /// The same for a command that may have a program for its reader: stdout is then the answer's alone, and
    /// warnings are in it.
    pub(super) fn of(asked: &Asked<'_>) -> Self {
        let number_format = Self::new(asked.speech);
        if !asked.by_program() {
            return number_format;
        }
        Self { surface: Surface::stderr(), warnings: !asked.speech.quiet, ..number_format }
    }

    /// Tells of something done.
    pub(super) fn on_event(&self, event: Event) {
        match event {
            Event::LoadedBook { file, size } => {
                self.row(&say::read(), &file, &byte(size));
            }
            Event::Counted { grant, numbers } => {
                self.row(&say::computed(), &grant, &figures(numbers));
            }
            Event::Tried(tried_text) => {
                let all = (figures(tried_text.siffror), documents(tried_text.dokument.len()));
                let sums = counted(tried_text.summor, say::sum, say::sums);
                let equalities = counted(tried_text.likheter.len(), say::equality, say::equalities);
                let text = match tried_text.i_flera_dokument {
                    0 => say::agreement_apart(&all.0, &all.1, &sums, &equalities),
                    several => say::agreement(&all.0, &all.1, &number(several), &sums, &equalities),
                };
                let text = text.in_language(self.language);
                let label = self.label(&say::checked());
                self.tell(&format!("{label} {text} ({})", time(self.start.elapsed())));
            }
            Event::WillTypeset { count } => {
                if self.progress {
                    let _ = self.bar.set(bar(count, self.language));
                }
            }
            Event::Typeset { document, files } => {
                let file = |(name, size): &(String, usize)| {
                    Message::joined(&[Message::alike(name), byte(*size)], " ")
                };
                let files: Vec<_> = files.iter().map(file).collect();
                self.row(&say::typeset(), &document, &Message::joined(&files, ", "));
                if let Some(bar) = self.bar.get() {
                    bar.inc(1);
                }
            }
        }
    }

    /// Shows warnings, which do not stop the work, the gravest first.
    pub(super) fn warn(&self, warnings: &Problems) {
        for warning in warnings.ranked().into_iter().filter(|_| self.warnings) {
            self.write(&warning.in_language(self.language));
        }
    }

    /// The language the user is spoken to in.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Takes the bar away and says how it ended.
    pub(super) fn done(&self, text: &Message) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
        let text = text.in_language(self.language);
        self.tell(&format!("{text} ({})", time(self.start.elapsed())));
    }

    /// Takes the bar away before problems are shown.
    pub(super) fn abort(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn row(&self, what: &Message, name: &str, rest: &Message) {
        let (label, rest) = (self.label(what), rest.in_language(self.language));
        self.tell(&format!("{label} {name}: {rest} ({})", time(self.start.elapsed())));
    }

    /// What has been done, as wide as the widest that may be, and a space.
    fn label(&self, what: &Message) -> String {
        let all = [say::read(), say::computed(), say::checked(), say::typeset()];
        let columns = all.iter().map(|one| one.in_language(self.language).chars().count());
        let width = 1 + columns.max().unwrap_or_default();
        format!("{:<width$}", what.in_language(self.language))
    }

    /// Tells of what goes well, to whoever wants to hear it.
    pub(super) fn tell(&self, text: &str) {
        if self.progress {
            self.write(text);
        }
    }

    fn write(&self, text: &str) {
        match self.bar.get() {
            Some(bar) => bar.suspend(|| self.surface.say(text)),
            None => self.surface.say(text),
        }
    }
}

fn bar(count: usize, language: Language) -> ProgressBar {
    let target = if io::stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let gauge = ProgressBar::with_draw_target(u64::try_from(count).ok(), target);
    let (does, of) = (say::typesetting(), say::of_documents());
    let (does, of) = (does.in_language(language), of.in_language(language));
    let style = ProgressStyle::with_template(&format!("{does}  {{bar:30}} {{pos}}/{{len}} {of}"));
    gauge.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Where the result lies, as the user may type it.
pub(super) fn location(folder: &Path) -> String {
    folder.display().to_string()
}

fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A count as it is written in text.
fn number(count: usize) -> String {
    swedish::number(&Exact::from(integer(count)), 0)
}

/// So many figures.
fn figures(count: usize) -> Message {
    counted(count, say::figure, say::figures)
}

/// So many of something, one of which is said by itself.
pub(super) fn counted(
    count: usize,
    one: fn() -> Message,
    several: fn(&String) -> Message,
) -> Message {
    if count == 1 { one() } else { several(&number(count)) }
}

/// So many documents.
pub(super) fn documents(count: usize) -> Message {
    if count == 1 { say::document() } else { say::documents(&number(count)) }
}

/// How large a file is.
pub(super) fn byte(count: usize) -> Message {
    match integer(count) {
        1 => Message::alike("1 byte"),
        count if count < 1_000 => say::bytes(&count),
        count => {
            Message::alike(format!("{} kB", swedish::number(&Exact::fraction(count, 1_000), 0)))
        }
    }
}

fn time(time: Duration) -> String {
    let milliseconds = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    if milliseconds < 1_000 {
        return format!("{milliseconds} ms");
    }
    format!("{} s", swedish::number(&Exact::fraction(milliseconds, 1_000), 1))
}
