//! Tells the user what a run does: a line for each thing read, checked and written, and on a terminal
//! a bar while documents are set. The only place that looks at a clock.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::pipeline::Handelse;
use crate::problem::Problems;
use crate::quantity::Exakt;
use crate::svenska;

/// A run as the user sees it.
pub(super) struct Visning {
    start: Instant,
    stapel: OnceLock<ProgressBar>,
}

impl Visning {
    /// Starts the clock.
    #[expect(clippy::disallowed_methods, reason = "telling how long it took is what this is for")]
    pub(super) fn ny() -> Self {
        Self { start: Instant::now(), stapel: OnceLock::new() }
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
                self.skriv(&format!("{:<7} {text} ({})", "Prövat", tid(self.start.elapsed())));
            }
            Handelse::SkaSatta { antal } => {
                let _ = self.stapel.set(stapel(antal));
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
        for varning in varningar.iter() {
            self.skriv(&varning.to_string());
        }
    }

    /// Takes the bar away and says how it ended.
    pub(super) fn klart(&self, text: &str) {
        if let Some(stapel) = self.stapel.get() {
            stapel.finish_and_clear();
        }
        skriv_ut(&format!("{text} ({})", tid(self.start.elapsed())));
    }

    /// Takes the bar away before problems are shown.
    pub(super) fn avbryt(&self) {
        if let Some(stapel) = self.stapel.get() {
            stapel.finish_and_clear();
        }
    }

    fn rad(&self, vad: &str, namn: &str, resten: &str) {
        self.skriv(&format!("{vad:<7} {namn}: {resten} ({})", tid(self.start.elapsed())));
    }

    fn skriv(&self, text: &str) {
        match self.stapel.get() {
            Some(stapel) => stapel.suspend(|| skriv_ut(text)),
            None => skriv_ut(text),
        }
    }
}

/// Writes a line. The work goes on if no one reads it: a closed pipe is the reader's choice.
fn skriv_ut(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
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

fn byte(antal: usize) -> String {
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
