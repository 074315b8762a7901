//! What was written of a document, held against what it was written from: the files as they are, read by other libraries
//! than those that made them. Knows that both are there, not what they say.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::output::Files;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::readback::{self, messages as say};

/// How much of a document's files was read back, all of which said what its data say.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Tryckt {
    /// Cells of tables and calculations in the PDF, each found under its headings.
    pub celler: usize,
    /// Values of diagrams in the PDF.
    pub varden: usize,
    /// Numbers in the PDF's text, each of them one of the data.
    pub tal: usize,
    /// Cells of the workbook, headings left out.
    pub arbetsbok: usize,
    /// Payments of the file for payment systems.
    pub betalningar: usize,
}

impl Tryckt {
    /// All of it.
    #[must_use]
    pub fn all(self) -> usize {
        let Self { celler, varden, tal, arbetsbok, betalningar } = self;
        celler + varden + tal + arbetsbok + betalningar
    }
}

/// Reads a document's files back and holds them against its data, and the PDF also against the text its template was
/// filled to. `whole` says whether all of the data are to be printed, as the program's own templates do.
///
/// # Errors
/// Everything that differs.
pub(super) fn proved(
    files: &Files,
    text: &[String],
    json: &Value,
    whole: bool,
) -> Result<Tryckt, Problems> {
    let (mut read, mut problems) = (Tryckt::default(), Problems::new());
    // Only a template of the user's own is the user's to mend.
    let help = |is_own: bool| if is_own { say::set_right() } else { say::not_ours() };
    for (name, bytes) in files {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let held = match ending {
            "pdf" => pdf(&mut read, bytes, (text, whole), json),
            "xlsx" => readback::workbook_held(json, bytes).map(|count| read.arbetsbok = count),
            "csv" => {
                readback::payments_held(payments(json), bytes).map(|count| read.betalningar = count)
            }
            _ => Ok(()),
        };
        for text in held.err().into_iter().flatten() {
            let problem = Problem::new(Code::U03, Location::file(name), text);
            problems.add(problem.help(help(!whole && ending == "pdf")));
        }
    }
    if problems.stop() { Err(problems) } else { Ok(read) }
}

/// What a document's payment file is held against: its payments, where they stand by themselves.
fn payments(json: &Value) -> &Value {
    json.get("betalningsfil").filter(|own| own.is_object()).unwrap_or(json)
}

/// Reads finished files of a document back and holds them against its data alone: what they print is of it.
///
/// # Errors
/// Everything that differs.
pub fn read_back(files: &Files, json: &Value) -> Result<Tryckt, Problems> {
    proved(files, &[], json, false)
}

/// The same of files whose workbook holds more than its document: `json` is what the page is held against, and what the
/// workbook is.
///
/// # Errors
/// Everything that differs.
pub(super) fn held_apart(
    files: &Files,
    text: &[String],
    [page, book]: [&Value; 2],
    whole: bool,
) -> Result<(), Problems> {
    for (name, bytes) in files {
        let one = Files::from([(name.clone(), bytes.clone())]);
        let is_book = std::path::Path::new(name).extension().is_some_and(|end| end == "xlsx");
        proved(&one, text, if is_book { book } else { page }, whole)?;
    }
    Ok(())
}

#[cfg(feature = "typeset")]
fn pdf(
    read: &mut Tryckt,
    bytes: &[u8],
    (text, whole): (&[String], bool),
    json: &Value,
) -> Result<(), Vec<Message>> {
    let printed = crate::render::alone(|| readback::read(bytes));
    let printed = printed.map_err(|error| vec![say::unreadable(&error)])?;
    let wanted = readback::Wanted { json, text, whole };
    let readback::Counted { cells, values, numbers } = readback::held(wanted, &printed)?;
    (read.celler, read.varden, read.tal) = (cells, values, numbers);
    Ok(())
}

/// Nothing is set where no page is.
#[cfg(not(feature = "typeset"))]
#[expect(clippy::unnecessary_wraps, reason = "as where pages are set")]
fn pdf(_: &mut Tryckt, _: &[u8], _: (&[String], bool), _: &Value) -> Result<(), Vec<Message>> {
    Ok(())
}
