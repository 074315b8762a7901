//! The page: Typst sets a filled-in template and exports it as PDF/A with PDF/UA. What Typst complains
//! about, warnings too, becomes problems that name the template. Knows nothing of Tera.

use rayon::ThreadPoolBuilder;
use typst::World;
use typst::WorldExt;
use typst::diag::{SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst::syntax::DiagSpan;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandards};

use super::world::Dokumentvarld;
use crate::problem::{Code, Location, Problem, Problems};

/// Which PDF standards a document follows; every one is also PDF/UA-1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PdfStandard {
    /// PDF/A-3a, with the document's JSON attached.
    #[default]
    A3a,
    /// PDF/A-2a, which allows no attachment.
    A2a,
}

impl PdfStandard {
    /// Whether the document's JSON goes along.
    #[must_use]
    pub fn med_bilaga(self) -> bool {
        self == Self::A3a
    }

    fn standards(self) -> [typst_pdf::PdfStandard; 2] {
        let arkiv = match self {
            Self::A3a => typst_pdf::PdfStandard::A_3a,
            Self::A2a => typst_pdf::PdfStandard::A_2a,
        };
        [arkiv, typst_pdf::PdfStandard::Ua_1]
    }
}

/// Sets the document of a world. `mall` is named in problems; `ident` tells the document from every
/// other, now and when it is made again.
///
/// # Errors
/// Everything Typst complains about.
pub(super) fn satt(
    world: &Dokumentvarld<'_>,
    mall: &str,
    ident: &str,
    standard: PdfStandard,
) -> Result<Vec<u8>, Problems> {
    let standards = PdfStandards::new(&standard.standards())
        .map_err(|fel| Problem::new(Code::U02, Location::file(mall), fel.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(format!("statsbidrag {}", env!("CARGO_PKG_VERSION")))),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    ensam(|| {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
        let dokument = output.map_err(|fel| problem(world, mall, fel))?;
        if !warnings.is_empty() {
            return Err(problem(world, mall, warnings));
        }
        typst_pdf::pdf(&dokument, &options).map_err(|fel| problem(world, mall, fel))
    })
}

/// Does the work on a thread pool of one. Typst hands work to the pool it runs in and, while it waits,
/// takes up whatever else lies there: in a pool shared by documents, another whole document, and
/// within that another, until memory ends.
fn ensam<T: Send>(arbete: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        // A thread of no pool: whoever waits for it truly waits.
        let trad = scope.spawn(|| match ThreadPoolBuilder::new().num_threads(1).build() {
            Ok(pool) => pool.install(arbete),
            Err(_) => arbete(),
        });
        match trad.join() {
            Ok(svar) => svar,
            Err(bugg) => std::panic::resume_unwind(bugg),
        }
    })
}

fn problem(world: &Dokumentvarld<'_>, mall: &str, diagnoser: EcoVec<SourceDiagnostic>) -> Problems {
    let mut problems = Problems::new();
    for diagnos in diagnoser {
        problems.add(ett_problem(world, mall, &diagnos));
    }
    problems
}

fn ett_problem(world: &Dokumentvarld<'_>, mall: &str, diagnos: &SourceDiagnostic) -> Problem {
    let (plats, rad) = plats(world, mall, diagnos.span);
    let problem =
        Problem::new(Code::U02, Location::file(plats), format!("Typst: {}", diagnos.message));
    let mut hjalp: Vec<String> = diagnos.hints.iter().map(|hint| hint.v.to_string()).collect();
    for steg in &diagnos.trace {
        let (plats, _) = self::plats(world, mall, steg.span.into());
        hjalp.push(format!("{} ({plats})", steg.v));
    }
    hjalp.extend(rad.map(|rad| format!("raden lyder: {}", rad.trim())));
    if hjalp.is_empty() { problem } else { problem.help(hjalp.join("; ")) }
}

/// Where a span is, for a reader: file, line and column, and what stands there. Places in the main
/// file are places in the text the template became.
fn plats(world: &Dokumentvarld<'_>, mall: &str, span: DiagSpan) -> (String, Option<String>) {
    let hittad = span.id().and_then(|id| {
        let range = world.range(span)?;
        let source = world.source(id).ok()?;
        let (rad, kolumn) = source.lines().byte_to_line_column(range.start)?;
        let text = source.text().lines().nth(rad).map(str::to_owned);
        let fil = if id == world.main() {
            format!("{mall} (ifylld)")
        } else {
            id.get().vpath().get_without_slash().to_owned()
        };
        Some((format!("{fil}:{}:{}", rad + 1, kolumn + 1), text))
    });
    hittad.unwrap_or_else(|| (mall.to_owned(), None))
}
