//! The page: Typst sets a filled-in template and exports it as PDF/A with PDF/UA. What Typst complains
//! about, warnings too, becomes problems that name the template and its line. Knows nothing of Tera.

use rayon::ThreadPoolBuilder;
use typst::World;
use typst::WorldExt;
use typst::diag::{SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst::syntax::DiagSpan;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandards};

use super::PdfStandard;
use super::complaints::known;
use super::prepare::Filled;
use super::world::DocumentWorld;
use crate::problem::messages::typesetting as say;
use crate::problem::{Code, Location, Message, Problem, Problems};

fn standards(standard: PdfStandard) -> [typst_pdf::PdfStandard; 2] {
    let archival = match standard {
        PdfStandard::A3a => typst_pdf::PdfStandard::A_3a,
        PdfStandard::A2a => typst_pdf::PdfStandard::A_2a,
    };
    [archival, typst_pdf::PdfStandard::Ua_1]
}

/// Sets the document of a world. `template` is named in problems, with the place that `filled` knows; `ident` tells
/// the document from every other, now and when it is made again.
///
/// # Errors
/// Everything Typst complains about.
pub(super) fn insert(
    world: &DocumentWorld<'_>,
    filled: &Filled<'_>,
    template: &str,
    ident: &str,
    standard: PdfStandard,
) -> Result<Vec<u8>, Problems> {
    let standards = PdfStandards::new(&standards(standard)).map_err(|error| {
        Problem::new(Code::U02, Location::file(template), Message::alike(error.message()))
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(format!("statsbidrag {}", env!("CARGO_PKG_VERSION")))),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    let places = Places { world, filled, template };
    alone(|| {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
        let document = output.map_err(|error| places.problems(error))?;
        if !warnings.is_empty() {
            return Err(places.problems(warnings));
        }
        typst_pdf::pdf(&document, &options).map_err(|error| places.problems(error))
    })
}

/// Does the work on a thread pool of one. Typst hands work to the pool it runs in and, while it waits,
/// takes up whatever else lies there: in a pool shared by documents, another whole document, and
/// within that another, until memory ends.
pub(crate) fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        // A thread of no pool: whoever waits for it truly waits.
        let tree = scope.spawn(|| match ThreadPoolBuilder::new().num_threads(1).build() {
            Ok(pool) => pool.install(work),
            Err(_) => work(),
        });
        match tree.join() {
            Ok(answer) => answer,
            Err(bug) => std::panic::resume_unwind(bug),
        }
    })
}

/// Tells places in what Typst got as places in the templates.
struct Places<'a> {
    world: &'a DocumentWorld<'a>,
    filled: &'a Filled<'a>,
    template: &'a str,
}

impl Places<'_> {
    fn problems(&self, diagnoses: EcoVec<SourceDiagnostic>) -> Problems {
        let mut problems = Problems::new();
        for diagnosis in diagnoses {
            let unclosed = diagnosis.message.starts_with("unclosed");
            problems.add(self.problem(&diagnosis));
            // What follows something unclosed is read in the wrong way, and says nothing.
            if unclosed {
                break;
            }
        }
        problems
    }

    fn problem(&self, diagnosis: &SourceDiagnostic) -> Problem {
        let (place, line) = self.place(diagnosis.span);
        let mut help = Vec::new();
        let text = if let Some((text, what_to_do)) = known(&diagnosis.message) {
            help.push(what_to_do);
            text
        } else {
            help.extend(diagnosis.hints.iter().map(|hint| Message::alike(&hint.v)));
            Message::alike(format!("Typst: {}", diagnosis.message))
        };
        for step in &diagnosis.trace {
            let (place, _) = self.place(step.span.into());
            help.push(Message::alike(format!("{} ({place})", step.v)));
        }
        help.extend(line.map(|line| say::line_reads(line.trim())));
        let problem = Problem::new(Code::U02, Location::file(place), text);
        if help.is_empty() { problem } else { problem.help(Message::joined(&help, "; ")) }
    }

    /// Where a span is, for a reader: file, line and column, and what stands there.
    fn place(&self, span: DiagSpan) -> (String, Option<String>) {
        let found = span.id().and_then(|id| {
            let range = self.world.range(span)?;
            if id == self.world.main() {
                return self.filled.spot(range.start).map(|spot| (spot.place, Some(spot.line)));
            }
            let source = self.world.source(id).ok()?;
            let (line, column) = source.lines().byte_to_line_column(range.start)?;
            let text = source.text().lines().nth(line).map(str::to_owned);
            let file = id.get().vpath().get_without_slash();
            Some((format!("{file}:{}:{}", line + 1, column + 1), text))
        });
        found.unwrap_or_else(|| (self.template.to_owned(), None))
    }
}
