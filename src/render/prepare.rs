//! What is done to a template before Tera gets it, and what that makes possible afterwards. Every piece is given a
//! mark that says where it stands, so that a place in the filled-in text can be told as a place in the template; what
//! is printed goes through one filter ([`PRINT`]), so that a figure is printed with its mark or not at all. Knows
//! nothing of documents.

use std::fmt::Write;
use std::ops::Range;

use super::pieces::{Kind, Piece, inside, paths, pieces, without_tag_lines};
use crate::problem::messages::template as say;
use crate::problem::{Code, Location, Message, Problem};

/// The filter that everything printed goes through, as it stands after an expression.
pub(super) const PRINT: &str = "|tryck ";

/// The filter that everything a condition asks for goes through: to Tera, what is not there is false.
pub(super) const ASK: &str = "finns";

/// What surrounds the number of a place in the filled-in text: signs that no template and no data may have there.
const MARK: [char; 2] = ['\u{1}', '\u{2}'];

/// The field of a figure that is its bare value.
const VALUE: &str = "varde";

/// All templates as they were written, with what was made of them.
#[derive(Debug, Default)]
pub(super) struct Sources {
    files: Vec<File>,
    places: Vec<Place>,
}

#[derive(Debug)]
struct File {
    name: String,
    text: String,
    /// Where each copied part begins: in what Tera got, and in the template.
    origins: Vec<(usize, usize)>,
}

/// A place in a template that something in the filled-in text comes from.
#[derive(Clone, Copy, Debug)]
struct Place {
    file: usize,
    offset: usize,
    /// Whether what follows is the template's own text, letter by letter; else it is what was printed there.
    verbatim: bool,
}

/// A place in a template, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// File, line and column: `besked/main.typ.tera:3:8`.
    pub(super) place: String,
    /// The line, as it stands in the template.
    pub(super) line: String,
}

impl Sources {
    /// Takes a template, and gives what Tera is to have in its place.
    ///
    /// # Errors
    /// Control characters in it, and a figure's bare value where it would be printed.
    pub(super) fn add(&mut self, name: &str, text: &str) -> Result<String, Problem> {
        let file = self.files.len();
        self.files.push(File { name: name.to_owned(), text: text.to_owned(), origins: Vec::new() });
        let foreign = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if let Some(at) = text.find(foreign) {
            return Err(self.problem(file, at, say::control_character()));
        }
        let mut all = pieces(text);
        without_tag_lines(text, &mut all);
        let mut writer = Writer { template: text, file, ..Writer::default() };
        let whole =
            !matches!(all.last(), Some((Kind::Text | Kind::Print, _))) || text.ends_with('\n');
        for piece in all {
            if let Some(at) = writer.piece(&piece, &mut self.places) {
                let problem = self.problem(file, at, say::prints_value());
                let figure = text.get(at..).and_then(valued).unwrap_or("siffra");
                return Err(problem.help(say::print_figure(&format!("{{{{ {figure} }}}}"))));
            }
        }
        if !whole {
            // The last line is a line also where its end was left out.
            writer.out.push('\n');
        }
        if let Some(file) = self.files.last_mut() {
            file.origins = writer.origins;
        }
        Ok(writer.out)
    }

    fn problem(&self, file: usize, at: usize, text: Message) -> Problem {
        let spot = self.spot(file, at);
        let place = spot.map(|spot| spot.place).unwrap_or_default();
        Problem::new(Code::U02, Location::file(place), text)
    }

    /// Where in the template a place in what Tera got is.
    pub(super) fn written(&self, name: &str, offset: usize) -> Option<Spot> {
        let at = self.files.iter().position(|file| file.name == name)?;
        let origins = &self.files.get(at)?.origins;
        let last = origins.partition_point(|(made, _)| *made <= offset).checked_sub(1)?;
        let (made, own) = *origins.get(last)?;
        let copied = origins.get(last + 1).map_or(usize::MAX, |(_, next)| next - own);
        if offset - made < copied {
            return self.spot(at, own + (offset - made));
        }
        // What was put in after a part is about that part: an expression, without the blank before it.
        let part = self.files.get(at)?.text.get(own..)?;
        self.spot(at, own + part.len() - part.trim_start().len())
    }

    fn spot(&self, file: usize, offset: usize) -> Option<Spot> {
        let File { name, text, .. } = self.files.get(file)?;
        let before = text.get(..text.floor_char_boundary(offset))?;
        let begins = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(begins..)?.chars().count() + 1;
        let row = before.matches('\n').count() + 1;
        let line = text.get(begins..)?.lines().next().unwrap_or_default().to_owned();
        Some(Spot { place: format!("{name}:{row}:{column}"), line })
    }

    /// Takes the marks out of a filled-in text and keeps what they say.
    pub(super) fn filled(&self, marked: &str) -> Filled<'_> {
        let [open, close] = MARK;
        let mut filled = Filled { text: String::new(), marks: Vec::new(), sources: self };
        let mut parts = marked.split(open);
        filled.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (number, text) = part.split_once(close).unwrap_or(("", part));
            if let Ok(place) = number.parse() {
                filled.marks.push((filled.text.len(), place));
            }
            filled.text.push_str(text);
        }
        filled
    }
}

/// What Tera made of a template: Typst source that knows which line of which template each of its places
/// comes from.
#[derive(Debug)]
pub(super) struct Filled<'a> {
    /// The Typst source.
    pub(super) text: String,
    /// Where a mark stood, and the place it told of; in order.
    marks: Vec<(usize, usize)>,
    sources: &'a Sources,
}

impl Filled<'_> {
    /// The place in a template that a place in the text comes from.
    pub(super) fn spot(&self, offset: usize) -> Option<Spot> {
        let last = self.marks.partition_point(|(at, _)| *at <= offset).checked_sub(1)?;
        let (at, place) = *self.marks.get(last)?;
        let place = self.sources.places.get(place)?;
        let along = if place.verbatim { offset - at } else { 0 };
        self.sources.spot(place.file, place.offset + along)
    }

    /// Puts a text in at some places, in order.
    pub(super) fn insert(&mut self, places: &[usize], text: &str) {
        for place in places.iter().rev() {
            self.text.insert_str(*place, text);
            // What follows on the same line is then a sign to the right of where it was written; the line stands.
            self.marks
                .iter_mut()
                .filter(|(at, _)| at > place)
                .for_each(|(at, _)| *at += text.len());
        }
    }
}

/// Writes what Tera is to have.
#[derive(Default)]
struct Writer<'a> {
    template: &'a str,
    file: usize,
    out: String,
    origins: Vec<(usize, usize)>,
    /// How many tags are open whose contents are kept rather than written: marks in them could be read as text.
    kept: usize,
}

impl Writer<'_> {
    /// Writes a piece; where it names a bare value that would be printed, gives the place.
    fn piece(&mut self, (kind, range): &Piece, places: &mut Vec<Place>) -> Option<usize> {
        let own = self.template.get(range.clone()).unwrap_or_default();
        match kind {
            Kind::Text => self.text(range, places),
            Kind::Print => {
                if names_value(own) {
                    return Some(range.start);
                }
                if !own.starts_with("{{-") {
                    self.mark(range.start, false, places);
                }
                self.print(range);
            }
            Kind::Tag => {
                let tag = inside(own);
                let word = tag.split_whitespace().next().unwrap_or_default();
                if matches!(word, "if" | "elif") {
                    self.condition(range);
                    return None;
                }
                if names_value(own) {
                    return Some(range.start);
                }
                match word {
                    "set" | "set_global" if !tag.contains('=') => self.kept += 1,
                    "filter" => self.kept += 1,
                    "endset" | "endset_global" | "endfilter" => {
                        self.kept = self.kept.saturating_sub(1);
                    }
                    _ => {}
                }
                self.copy(range);
            }
            Kind::Include | Kind::Place | Kind::Comment => self.copy(range),
        }
        None
    }

    fn copy(&mut self, range: &Range<usize>) {
        self.origins.push((self.out.len(), range.start));
        self.out.push_str(self.template.get(range.clone()).unwrap_or_default());
    }

    fn mark(&mut self, offset: usize, verbatim: bool, places: &mut Vec<Place>) {
        if self.kept == 0 {
            let [open, close] = MARK;
            // Writing to memory cannot fail.
            let _ = write!(self.out, "{open}{}{close}", places.len());
            places.push(Place { file: self.file, offset, verbatim });
        }
    }

    /// A mark before the first word of each line, and not before blanks: those a tag may trim.
    fn text(&mut self, range: &Range<usize>, places: &mut Vec<Place>) {
        let mut at = range.start;
        let own = self.template.get(range.clone()).unwrap_or_default();
        for line in own.split_inclusive('\n') {
            let blanks = line.len() - line.trim_start().len();
            self.copy(&(at..at + blanks));
            if blanks < line.len() {
                self.mark(at + blanks, true, places);
                self.copy(&(at + blanks..at + line.len()));
            }
            at += line.len();
        }
    }

    /// A condition, with each path through the filter that says what is not there; but for one that asks just that.
    fn condition(&mut self, range: &Range<usize>) {
        let own = self.template.get(range.clone()).unwrap_or_default();
        if own.contains("defined") {
            return self.copy(range);
        }
        let keyword = own.find("if").map_or(0, |at| at + 2);
        let mut at = range.start + keyword;
        self.copy(&(range.start..at));
        for path in paths(own.get(keyword..).unwrap_or_default()) {
            let path = range.start + keyword + path.start..range.start + keyword + path.end;
            self.copy(&(at..path.start));
            self.out.push('(');
            self.copy(&path);
            let name = self.template.get(path.clone()).unwrap_or_default();
            // Writing to memory cannot fail.
            let _ = write!(self.out, "|{ASK}(namn=\"{name}\"))");
            at = path.end;
        }
        self.copy(&(at..range.end));
    }

    /// An expression, through the filter; a component's own insides go through it already.
    fn print(&mut self, range: &Range<usize>) {
        let own = self.template.get(range.clone()).unwrap_or_default();
        let body = own.trim_start_matches("{{").trim_start_matches('-');
        let open = own.len() - body.len();
        let body = body.strip_suffix("}}").map(|body| body.strip_suffix('-').unwrap_or(body));
        let Some(body) = body.filter(|body| !body.trim_start().starts_with('<')) else {
            return self.copy(range);
        };
        let path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let (from, to) = (range.start + open, range.start + open + body.trim_end().len());
        self.copy(&(range.start..from));
        if body.trim().chars().all(path) {
            self.copy(&(from..to));
        } else {
            self.out.push('(');
            self.copy(&(from..to));
            self.out.push(')');
        }
        self.out.push_str(PRINT);
        self.copy(&(range.start + open + body.len()..range.end));
    }
}

/// The figure whose bare value a text names first: `pott.belopp` of `{{ pott.belopp.varde }}`.
fn valued(text: &str) -> Option<&str> {
    let (before, _) = text.split_once(&format!(".{VALUE}"))?;
    let name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let figure = before.rsplit(|c| !name(c)).next()?;
    (!figure.is_empty()).then_some(figure)
}

/// Whether a tag names a figure's bare value.
fn names_value(tag: &str) -> bool {
    let word = |c: char| !(c.is_alphanumeric() || c == '_');
    let mut before = "";
    for part in tag.split_inclusive(word) {
        let name = part.trim_end_matches(word);
        if name == VALUE && (before.ends_with(['.', '"', '\'', '`'])) {
            return true;
        }
        before = part;
    }
    false
}
