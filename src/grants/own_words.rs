//! The user's own paragraphs in a document that the program writes, from the sheet *Egna stycken*: where each stands,
//! and what its items in braces stand for. Knows no grant.

use super::braces::{Piece, folded, pieces};
use super::{Reader, messages as say};
use crate::contract::own_words::{Bit, EgetStycke, OwnDocument, Plats, Section};
use crate::contract::{Fact, Promised, Shape};
use crate::figure::{CellRef, FigureNames, Sourced};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::quantity::Unit;
use crate::region::Region;
use crate::swedish;
use crate::workbook::book::Row;
use crate::workbook::schema::{Field, Kind, Layout, ROW, SheetSchema};
use crate::workbook::text::nearest;

/// The sheet.
pub const SHEET: &str = "Egna stycken";
/// What stands before a figure's name where it is to be the country's.
const RIKETS: &str = "rikets ";
/// What stands after it where it is to be in millions.
const I_MNKR: &str = " i mnkr";

/// The sheet, with its columns, those of [`columns`], and what it says of itself.
#[must_use]
pub const fn sheet(columns: &'static [Field], about: &'static str) -> SheetSchema {
    SheetSchema {
        name: SHEET,
        about,
        required: false,
        layout: Layout::Lista { columns, keys: &[] },
    }
}

/// The columns of the sheet, where these are the words for its documents.
#[must_use]
pub const fn columns(documents: &'static [&'static str]) -> [Field; 5] {
    [
        Field::new("dokument", "Dokument", Kind::Options(documents), "Det dokument som stycket ska stå i.")
            .kept(),
        Field::new(
            "avsnitt",
            "Avsnitt",
            ROW,
            "Avsnittets rubrik, till exempel Sammanfattning. Årtal i rubriken skrivs inte.",
        )
        .kept(),
        Field::new(
            "plats",
            "Plats",
            Kind::Options(&Plats::WORDS),
            "Om stycket ska stå före eller efter avsnittet, eller i stället för det. Det som dokumentet inte är helt utan kan inte ersättas.",
        )
        .kept(),
        Field::new("rubrik", "Rubrik", ROW, "En egen rubrik över stycket, om det ska ha en.")
            .optional()
            .kept_unless_dated(),
        Field::new(
            "stycke",
            "Stycke",
            Kind::Text { character: 3_000 },
            "Styckets text, med uppgifter inom klammer.",
        )
        .kept_unless_dated(),
    ]
}

/// What the texts of a workbook may name.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The documents of the workbook.
    pub documents: &'static [OwnDocument],
    /// What its grant promises.
    pub promises: &'static [Promised],
    /// The sheet of items whose texts and days may be named.
    pub items: &'static str,
    /// Whether what can be named is all there; otherwise what is not known is not complained of.
    pub computed: bool,
}

/// States the paragraphs, and tells of the sections that they replace.
pub fn state(reader: &mut Reader<'_>, known: &Known, promise: &Fact<Vec<EgetStycke>>) {
    let (mut all, mut cells) = (Vec::new(), Vec::new());
    for row in reader.book.rows(SHEET) {
        let Some(placed) = placed(reader, known, row) else { continue };
        let Some(text) = row.text("stycke") else { continue };
        let rubrik = row.text("rubrik");
        cells.extend(placed.cells);
        cells.extend(rubrik.as_ref().map(|read| read.cell.clone()));
        cells.push(text.cell.clone());
        let bitar = words_of(reader, known, placed.document, &text, &mut cells);
        let (dokument, avsnitt) = (placed.document.word, placed.section.id);
        let rubrik = rubrik.map(|read| read.value);
        all.push(EgetStycke { dokument, avsnitt, plats: placed.plats, rubrik, bitar });
    }
    reader.state(promise, all, cells);
}

/// Where a paragraph stands.
struct Placed {
    document: &'static OwnDocument,
    section: &'static Section,
    plats: Plats,
    cells: Vec<CellRef>,
}

fn placed(reader: &mut Reader<'_>, known: &Known, row: &Row) -> Option<Placed> {
    let (word, name, plats) = (row.text("dokument")?, row.text("avsnitt")?, row.text("plats")?);
    let document = known.documents.iter().find(|document| document.word == word.value)?;
    let wanted = folded(&name.value);
    let found = document.sections.iter().find(|section| folded(section.name) == wanted);
    let Some(section) = found else {
        let text = say::no_section(&words::quoted(&name.value), &document.word);
        let all: Vec<_> = document.sections.iter().map(|one| words::quoted(one.name)).collect();
        let problem = Problem::new(Code::I17, name.cell.location, text)
            .expected(say::sections_are(&Message::any_of(&all)));
        let near = nearest(&name.value, document.sections.iter().map(|section| section.name));
        reader.problems.add(match near {
            Some(near) => problem.help(say::did_you_mean(&words::quoted(near))),
            None => problem,
        });
        return None;
    };
    let cells = vec![word.cell, name.cell, plats.cell.clone()];
    let (place, plats) = (plats.cell.location, Plats::named(&plats.value)?);
    if plats == Plats::IStallet {
        let quoted = words::quoted(section.name);
        let problem = if section.replaceable {
            let text = say::replaced(&quoted, &document.word);
            Problem::new(Code::I21, place, text).help(say::as_you_wrote())
        } else {
            let [fore, _, efter] = Plats::WORDS.map(words::quoted);
            let others = document.sections.iter().filter(|section| section.replaceable);
            let others: Vec<_> = others.map(|section| words::quoted(section.name)).collect();
            let help = say::before_or_after(&fore, &efter, &Message::all_of(&others));
            Problem::new(Code::R04, place, say::may_not_be_replaced(&quoted)).help(help)
        };
        reader.problems.add(problem);
    }
    Some(Placed { document, section, plats, cells })
}

/// The pieces of a text, each item of it known; what is not is reported.
fn words_of(
    reader: &mut Reader<'_>,
    known: &Known,
    document: &OwnDocument,
    text: &Sourced<String>,
    cells: &mut Vec<CellRef>,
) -> Vec<Bit> {
    let place = &text.cell.location;
    let pieces = match pieces(&text.value) {
        Ok(pieces) => pieces,
        Err(said) => {
            let problem = Problem::new(Code::I20, place.clone(), said);
            reader.problems.add(problem.expected(say::item_in_braces()));
            return Vec::new();
        }
    };
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => all.push(Bit::Text(text)),
            Piece::Field(name) => match item(reader, known, document, &name, cells) {
                Ok(Bit::Text(text)) if all.is_empty() => {
                    all.push(Bit::Text(swedish::capitalized(&text)));
                }
                Ok(word) => all.push(word),
                Err(No::Unknown) if !known.computed => {}
                Err(no) => {
                    let problem = no.at(place.clone(), reader, known, document, &name);
                    reader.problems.add(problem);
                }
            },
        }
    }
    all
}

/// Why an item stands for nothing.
enum No {
    Unknown,
    Empty,
    OfRegions,
    NotKronor,
}

impl No {
    fn at(
        self,
        place: Location,
        reader: &Reader<'_>,
        known: &Known,
        document: &OwnDocument,
        name: &str,
    ) -> Problem {
        let quoted = words::quoted(&format!("{{{name}}}"));
        let problem = |text| Problem::new(Code::I20, place, text);
        match self {
            Self::Empty => problem(say::no_value(&quoted)).help(say::give_it_a_value()),
            Self::OfRegions => problem(say::of_each_region(&quoted)),
            Self::NotKronor => problem(say::not_kronor(&quoted)),
            Self::Unknown => {
                let names = names(reader, known, document);
                let problem = problem(say::no_field(&quoted));
                if let Some(near) = nearest(name, names.iter().map(String::as_str)) {
                    return problem.help(say::did_you_mean(&format!("{{{near}}}")));
                }
                let all = names.iter().map(|name| Message::alike(format!("{{{name}}}")));
                problem.expected(say::fields_are(&Message::any_of(&all.collect::<Vec<_>>())))
            }
        }
    }
}

/// What an item stands for.
fn item(
    reader: &Reader<'_>,
    known: &Known,
    document: &OwnDocument,
    name: &str,
    cells: &mut Vec<CellRef>,
) -> Result<Bit, No> {
    let wanted = folded(name);
    match wanted.as_str() {
        "ar" => return Ok(Bit::Text(reader.year().to_string())),
        "foregaende ar" => return Ok(Bit::Text((reader.year() - 1).to_string())),
        "region" if document.per_region => return Ok(Bit::Region),
        "region" => return Err(No::OfRegions),
        _ => {}
    }
    if let Some(field) = reader.items(known.items).find(|field| folded(field.heading) == wanted) {
        let text = match field.kind {
            Kind::Datum => {
                let read = reader.book.date(known.items, field.id);
                read.map(|read| read.map(swedish::date_in_prose))
            }
            _ => reader.book.text(known.items, field.id),
        };
        let text = text.ok_or(No::Empty)?;
        cells.push(text.cell);
        return Ok(Bit::Text(text.value));
    }
    let (rikets, rest) = match wanted.strip_prefix(RIKETS) {
        Some(rest) => (true, rest),
        None => (!document.per_region, wanted.as_str()),
    };
    let (mnkr, rest) = match rest.strip_suffix(I_MNKR) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let whole = figures(known).find(|promise| folded(promise.id) == rest);
    let whole = whole.map(|promise| (promise, None));
    let (promise, key) = whole.or_else(|| keyed(reader, known, rest)).ok_or(No::Unknown)?;
    if rikets && promise.shape == Shape::Regional {
        return Err(No::OfRegions);
    }
    if mnkr && !matches!(promise.unit, Some(Unit::Kronor | Unit::HelaKronor)) {
        return Err(No::NotKronor);
    }
    Ok(Bit::Siffra { promise, key, rikets: rikets || promise.shape == Shape::Country, mnkr })
}

/// A figure that is asked for by a key, `tilldelat 2024`: one that has been computed.
fn keyed(
    reader: &Reader<'_>,
    known: &Known,
    name: &str,
) -> Option<(&'static Promised, Option<String>)> {
    let is_figure = |promise: &&Promised| promise.shape != Shape::Fact;
    known.promises.iter().filter(is_figure).find_map(|promise| {
        let (before, after) = promise.id.split_once("{}")?;
        let (before, after) = (folded(before), folded(after));
        let key = name.strip_prefix(before.trim_end())?.strip_suffix(after.trim_start())?;
        let key = key.trim().replace(' ', "_");
        let there = |place| {
            let name = promise.name(reader.year(), Some(&key), place);
            reader.report.trace.find(&name).is_some()
        };
        let places = [None, Region::all().next()];
        let found = !key.is_empty() && !after.contains("{}") && places.into_iter().any(there);
        found.then_some((promise, Some(key)))
    })
}

/// The figures that a text may name: those that are always there, and need no key.
fn figures(known: &Known) -> impl Iterator<Item = &'static Promised> {
    known.promises.iter().filter(|promise| {
        promise.shape != Shape::Fact && !promise.optional && !promise.id.contains("{}")
    })
}

/// Every name that a text may name something by.
fn names(reader: &Reader<'_>, known: &Known, document: &OwnDocument) -> Vec<String> {
    let own = ["år", "föregående år"].into_iter().chain(document.per_region.then_some("region"));
    let shown = |promise: &&Promised| document.per_region || promise.shape != Shape::Regional;
    let is_paid = |promise: &&Promised| promise.id == "utbetalas";
    let mnkr = figures(known).find(is_paid).map(|promise| format!("{}{I_MNKR}", promise.id));
    let figures = figures(known).filter(shown).map(|promise| promise.id.replace('_', " "));
    let rikets = document.per_region.then(|| format!("{RIKETS}statsbidrag"));
    let own = own.map(str::to_owned).chain(rikets);
    let items = reader.items(known.items).map(|field| field.heading.to_lowercase());
    own.chain(figures_of(reader, known)).chain(figures).chain(mnkr).chain(items).collect()
}

/// The country's figures that have been computed and are asked for by a key that is a year.
fn figures_of(reader: &Reader<'_>, known: &Known) -> Vec<String> {
    let Some(grant) = known.promises.first().map(|promise| promise.grant) else {
        return Vec::new();
    };
    let before = FigureNames::new(grant, reader.year()).country("");
    let is_of_a_year = |id: &String| {
        let key = id.rsplit('_').next().unwrap_or_default();
        key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit())
    };
    let nodes = reader.report.trace.iter();
    let own = nodes.filter_map(|(_, node)| node.name.strip_prefix(&before).map(str::to_owned));
    own.filter(is_of_a_year).map(|id| id.replace('_', " ")).collect()
}
