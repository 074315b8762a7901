//! Tells the user what a run does: a line for each thing read, checked and written, and on a terminal
//! a bar while documents are set. The only place that looks at a clock.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::answer::Asked;
use super::terminal::Surface;
use crate::pipeline::Handelse;
use crate::problem::Problems;
use crate::quantity::Exakt;
use crate::svenska;

/// A run as the user sees it.
pub(super) struct Visning {
    start: Instant,
    stapel: OnceLock<ProgressBar>,
    surface: Surface,
    /// Whether the user wants to hear of what goes well.
    progress: bool,
    /// Whether the user wants to hear of what may be wrong.
    warnings: bool,
}

impl Visning {
    /// Starts the clock.
    #[expect(clippy::disallowed_methods, reason = "telling how long it took is what this is for")]
    pub(super) fn new(quiet: bool) -> Self {
        Self {
            start: Instant::now(),
            stapel: OnceLock::new(),
            surface: Surface::stdout(),
            progress: !quiet,
            warnings: true,
        }
    }

    /// The same for a command that may have a program for its reader: stdout is then the answer's alone, and
    /// warnings are in it.
    pub(super) fn of(asked: &Asked<'_>) -> Self {
        let visning = Self::new(asked.quiet);
        if !asked.by_program() {
            return visning;
        }
        Self { surface: Surface::stderr(), warnings: !asked.quiet, ..visning }
    }

    /// Tells of something done.
    pub(super) fn beratta(&self, handelse: Handelse) {
        match handelse {
            Handelse::Last { fil, storlek } => {
                self.rad("Läst", &fil, &byte(storlek));
            }
            Handelse::Raknat { bidrag, siffror } => {
                let siffror = format!("{} siffror", svenska::tal(&Exakt::from(heltal(siffror)), 0));
                self.rad("Räknat", bidrag, &siffror);
            }
            Handelse::Provat(provat) => {
                let tal = |antal: usize| svenska::tal(&Exakt::from(heltal(antal)), 0);
                let text = format!(
                    "{} siffror i {} dokument stämmer, {} av dem står i flera; {} summor och {} likheter går ihop",
                    tal(provat.siffror),
                    tal(provat.dokument.len()),
                    tal(provat.i_flera_dokument),
                    tal(provat.summor),
                    tal(provat.likheter.len()),
                );
                self.tell(&format!("{:<7} {text} ({})", "Prövat", tid(self.start.elapsed())));
            }
            Handelse::SkaSatta { antal } => {
                if self.progress {
                    let _ = self.stapel.set(stapel(antal));
                }
            }
            Handelse::Satt { dokument, filer } => {
                let filer: Vec<_> = filer
                    .iter()
                    .map(|(namn, storlek)| format!("{namn} {}", byte(*storlek)))
                    .collect();
                self.rad("Satt", &dokument, &filer.join(", "));
                if let Some(stapel) = self.stapel.get() {
                    stapel.inc(1);
                }
            }
        }
    }

    /// Shows warnings, which do not stop the work.
    pub(super) fn varna(&self, varningar: &Problems) {
        for varning in varningar.iter().filter(|_| self.warnings) {
            self.skriv(&varning.to_string());
        }
    }

    /// Takes the bar away and says how it ended.
    pub(super) fn klart(&self, text: &str) {
        if let Some(stapel) = self.stapel.get() {
            stapel.finish_and_clear();
        }
        self.tell(&format!("{text} ({})", tid(self.start.elapsed())));
    }

    /// Takes the bar away before problems are shown.
    pub(super) fn avbryt(&self) {
        if let Some(stapel) = self.stapel.get() {
            stapel.finish_and_clear();
        }
    }

    fn rad(&self, vad: &str, namn: &str, resten: &str) {
        self.tell(&format!("{vad:<7} {namn}: {resten} ({})", tid(self.start.elapsed())));
    }

    /// Tells of what goes well, to whoever wants to hear it.
    fn tell(&self, text: &str) {
        if self.progress {
            self.skriv(text);
        }
    }

    fn skriv(&self, text: &str) {
        match self.stapel.get() {
            Some(stapel) => stapel.suspend(|| self.surface.say(text)),
            None => self.surface.say(text),
        }
    }
}

fn stapel(antal: usize) -> ProgressBar {
    let mal = if io::stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let stapel = ProgressBar::with_draw_target(u64::try_from(antal).ok(), mal);
    let stil = ProgressStyle::with_template("Sätter  {bar:30} {pos}/{len} dokument");
    stapel.with_style(stil.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Where the result lies, as the user may type it.
pub(super) fn plats(mapp: &Path) -> String {
    mapp.display().to_string()
}

fn heltal(antal: usize) -> i64 {
    i64::try_from(antal).unwrap_or(i64::MAX)
}

pub(super) fn byte(antal: usize) -> String {
    let antal = heltal(antal);
    if antal < 1_000 {
        return format!("{antal} byte");
    }
    format!("{} kB", svenska::tal(&Exakt::brak(antal, 1_000), 0))
}

fn tid(tid: Duration) -> String {
    let millisekunder = i64::try_from(tid.as_millis()).unwrap_or(i64::MAX);
    if millisekunder < 1_000 {
        return format!("{millisekunder} ms");
    }
    format!("{} s", svenska::tal(&Exakt::brak(millisekunder, 1_000), 1))
}
