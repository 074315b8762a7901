//! Tells the user what a run does: a line for each thing read, checked and written, and on a terminal
//! a bar while documents are set. The only place that looks at a clock.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::answer::Asked;
use super::language::Speech;
use super::terminal::Surface;
use crate::pipeline::Event;
use crate::problem::{Language, Problems};
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
                self.row("Läst", &file, &byte(size));
            }
            Event::Counted { grant, numbers } => {
                let numbers =
                    format!("{} siffror", swedish::number(&Exact::from(integer(numbers)), 0));
                self.row("Räknat", grant, &numbers);
            }
            Event::Tried(tried_text) => {
                let number = |count: usize| swedish::number(&Exact::from(integer(count)), 0);
                let text = format!(
                    "{} siffror i {} dokument stämmer, {} av dem står i flera; {} summor och {} likheter går ihop",
                    number(tried_text.siffror),
                    number(tried_text.dokument.len()),
                    number(tried_text.i_flera_dokument),
                    number(tried_text.summor),
                    number(tried_text.likheter.len()),
                );
                self.tell(&format!("{:<7} {text} ({})", "Prövat", time(self.start.elapsed())));
            }
            Event::WillTypeset { count } => {
                if self.progress {
                    let _ = self.bar.set(bar(count));
                }
            }
            Event::Typeset { document, files } => {
                let files: Vec<_> =
                    files.iter().map(|(name, size)| format!("{name} {}", byte(*size))).collect();
                self.row("Satt", &document, &files.join(", "));
                if let Some(bar) = self.bar.get() {
                    bar.inc(1);
                }
            }
        }
    }

    /// Shows warnings, which do not stop the work.
    pub(super) fn warn(&self, warnings: &Problems) {
        for warning in warnings.iter().filter(|_| self.warnings) {
            self.write(&warning.in_language(self.language));
        }
    }

    /// Takes the bar away and says how it ended.
    pub(super) fn done(&self, text: &str) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
        self.tell(&format!("{text} ({})", time(self.start.elapsed())));
    }

    /// Takes the bar away before problems are shown.
    pub(super) fn abort(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn row(&self, what: &str, name: &str, rest: &str) {
        self.tell(&format!("{what:<7} {name}: {rest} ({})", time(self.start.elapsed())));
    }

    /// Tells of what goes well, to whoever wants to hear it.
    fn tell(&self, text: &str) {
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

fn bar(count: usize) -> ProgressBar {
    let target = if io::stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let gauge = ProgressBar::with_draw_target(u64::try_from(count).ok(), target);
    let style = ProgressStyle::with_template("Sätter  {bar:30} {pos}/{len} dokument");
    gauge.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Where the result lies, as the user may type it.
pub(super) fn location(folder: &Path) -> String {
    folder.display().to_string()
}

fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub(super) fn byte(count: usize) -> String {
    let count = integer(count);
    if count < 1_000 {
        return format!("{count} byte");
    }
    format!("{} kB", swedish::number(&Exact::fraction(count, 1_000), 0))
}

fn time(time: Duration) -> String {
    let milliseconds = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    if milliseconds < 1_000 {
        return format!("{milliseconds} ms");
    }
    format!("{} s", swedish::number(&Exact::fraction(milliseconds, 1_000), 1))
}
