//! Who gets money: the 21 regions, each once, or a list of the workbook's own. Checks names and codes.

use std::collections::BTreeMap;

use crate::contract::beslut::{MOTTAGARSLAG, Mottagare};
use crate::figure::{CellRef, Sourced};
use crate::grants::Reader;
use crate::grants::beslut::schema::sheet;
use crate::grants::beslut::{beginning, messages as say};
use crate::problem::messages::words;
use crate::problem::{Cell, Code, Location, Message, Problem, Problems};
use crate::region::Region;
use crate::workbook::book::Row;

/// The recipients, in the order of the table.
pub(super) struct Read {
    pub(super) all: Vec<Mottagare>,
    /// For each of them its row on the sheet, from 0.
    pub(super) order: Vec<usize>,
    /// The cells they were read from.
    pub(super) cells: Vec<CellRef>,
}

impl Read {
    /// The place of a recipient by its name or code.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let wanted = text.trim().to_lowercase();
        let region = Region::find(text).ok();
        self.all.iter().position(|one| {
            let same = one.namn.to_lowercase() == wanted || one.kod.to_lowercase() == wanted;
            same || one.region.is_some() && one.region == region
        })
    }
}

/// Reads the recipients; none if something was wrong.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Read> {
    let book = reader.book;
    let recipients = book.recipients(sheet::MOTTAGARE)?;
    let kind = book.text(sheet::DOKUMENT, "mottagarna")?;
    let [regionerna, _] = MOTTAGARSLAG;
    let is_regions = kind.value == regionerna;
    let read = if is_regions {
        regions(&recipients.rows, reader.problems)
    } else {
        let named = words_for_them(reader, &kind);
        counties_left(&recipients.rows, reader.problems);
        own(&recipients.rows, reader.problems).filter(|_| named)
    };
    if let Some(read) = &read {
        numbers_missing(read, &recipients.rows, is_regions, reader.problems);
    }
    read
}

/// The payment file names whom it pays by their numbers. Regions are known without them; but then all or none.
fn numbers_missing(read: &Read, rows: &[Row], is_regions: bool, problems: &mut Problems) {
    let without = |one: &&Mottagare| one.organisationsnummer.is_none();
    let missing = read.all.iter().filter(without).count();
    let Some(first) = read.all.iter().position(|one| without(&one)) else { return };
    if is_regions && missing == read.all.len() {
        return;
    }
    let row = read.order.get(first).and_then(|row| rows.get(*row));
    let place = row.and_then(|row| {
        let code = || row.text("kod").map(|code| code.cell.location);
        row.place("organisationsnummer").cloned().or_else(code)
    });
    if let Some(place) = place {
        let text = say::numbers_missing(&missing, &read.all.len());
        problems.add(Problem::new(Code::R08, place, text).help(say::fill_in_numbers()));
    }
}

/// The codes of a list of one's own seldom come from where those of the regions do.
fn counties_left(rows: &[Row], problems: &mut Problems) {
    let code = rows.first().and_then(|row| row.text("kod"));
    if let Some(code) = code.filter(|code| code.cell.evidence.source == beginning::COUNTY_CODES) {
        let text = say::codes_of_counties(&words::quoted(beginning::COUNTY_CODES));
        let problem = Problem::new(Code::R08, code.cell.location, text);
        problems.add(problem.help(say::state_own_source()));
    }
}

/// A list of one's own says what its recipients are called.
fn words_for_them(reader: &mut Reader<'_>, kind: &Sourced<String>) -> bool {
    let missing: Vec<_> =
        [("mottagare_en", "En mottagare kallas"), ("mottagare_flera", "Flera mottagare kallas")]
            .into_iter()
            .filter(|(id, _)| reader.book.text(sheet::DOKUMENT, id).is_none())
            .map(|(_, heading)| words::quoted(heading))
            .collect();
    if !missing.is_empty() {
        let text = say::words_for_recipients(&Message::all_of(&missing));
        reader.problems.add(Problem::new(Code::I06, kind.cell.location.clone(), text));
    }
    missing.is_empty()
}

fn row_of(location: &Location) -> u32 {
    location.cell.map_or(0, |cell| cell.row)
}

/// The heading of the first column, where what is missing is reported.
fn above(rows: &[Row]) -> Option<Location> {
    let first = rows.first()?.text("mottagare")?.cell.location;
    let cell = first.cell.map(|cell| Cell { row: cell.row.saturating_sub(1).max(1), ..cell });
    Some(Location { cell, ..first })
}

fn regions(rows: &[Row], problems: &mut Problems) -> Option<Read> {
    let mut found: BTreeMap<Region, (usize, u32)> = BTreeMap::new();
    let mut whole = true;
    let mut cells = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let Some(name) = row.text("mottagare") else {
            whole = false;
            continue;
        };
        let location = name.cell.location.clone();
        cells.push(name.cell);
        match Region::find(&name.value) {
            Ok(region) => {
                let first = *found.entry(region).or_insert((place, row_of(&location)));
                if first.0 != place {
                    let text = say::twice(&region, &first.1);
                    let problem = Problem::new(Code::I04, location, text);
                    problems.add(problem.help(say::keep_one()));
                    whole = false;
                }
                whole &= county_code(row, region, problems);
            }
            Err(near) => {
                let text = say::not_a_region(&words::quoted(&name.value));
                let problem = Problem::new(Code::I05, location, text).expected(say::a_region());
                problems.add(problem.help(match near {
                    Some(near) => say::near_or_own_list(&near),
                    None => say::own_list(),
                }));
                whole = false;
            }
        }
    }
    let missing: Vec<_> =
        Region::all().filter(|region| !found.contains_key(region)).map(Message::alike).collect();
    if let (false, Some(place)) = (missing.is_empty(), above(rows)) {
        let text = match missing.as_slice() {
            [name] => say::one_region_missing(name),
            names => say::regions_missing(&names.len(), &Message::all_of(names)),
        };
        problems.add(Problem::new(Code::I03, place, text).expected(say::all_regions()));
        whole = false;
    }
    let order = found.values().map(|(place, _)| *place).collect();
    let all = found.into_iter().map(|(region, (place, _))| Mottagare {
        plats: region.id().to_owned(),
        kod: region.county_code().to_owned(),
        namn: region.short_name().to_owned(),
        officiellt_namn: region.official_name().to_owned(),
        organisationsnummer: rows.get(place).and_then(number),
        region: Some(region),
    });
    whole.then(|| Read { all: all.collect(), order, cells })
}

/// A region's code, where the workbook has it, is the länskod.
fn county_code(row: &Row, region: Region, problems: &mut Problems) -> bool {
    let Some(code) = row.text("kod") else { return false };
    let right = code.value.trim() == region.county_code();
    if !right {
        let text = say::other_code(&region, &words::quoted(&code.value));
        let problem = Problem::new(Code::R04, code.cell.location, text);
        problems.add(problem.expected(say::county_code(region.county_code())));
    }
    right
}

fn own(rows: &[Row], problems: &mut Problems) -> Option<Read> {
    let (mut codes, mut names) = (BTreeMap::new(), BTreeMap::new());
    let (mut all, mut cells, mut whole) = (Vec::new(), Vec::new(), true);
    for row in rows {
        let (Some(name), Some(code)) = (row.text("mottagare"), row.text("kod")) else {
            whole = false;
            continue;
        };
        let plats = code.value.trim().to_lowercase();
        let number_of_row = row_of(&code.cell.location);
        let good = !plats.is_empty()
            && plats != "riket"
            && plats.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let problem = if !good {
            let text = say::bad_code(&words::quoted(&code.value));
            Some(
                Problem::new(Code::I07, code.cell.location.clone(), text)
                    .expected(say::good_code()),
            )
        } else if Region::all().any(|region| region.id() == plats) {
            let text = say::code_of_a_region(&words::quoted(&code.value));
            let problem = Problem::new(Code::I07, code.cell.location.clone(), text);
            Some(problem.help(say::another_code()))
        } else if let Some(first) = codes.insert(plats.clone(), number_of_row) {
            let text = say::code_twice(&words::quoted(&code.value), &first);
            Some(Problem::new(Code::I04, code.cell.location.clone(), text))
        } else if let Some(first) = names.insert(name.value.to_lowercase(), number_of_row) {
            let text = say::twice(&name.value, &first);
            let problem = Problem::new(Code::I04, name.cell.location.clone(), text);
            Some(problem.help(say::keep_one()))
        } else {
            None
        };
        whole &= problem.is_none();
        if let Some(problem) = problem {
            problems.add(problem);
        }
        all.push(Mottagare {
            plats,
            kod: code.value.trim().to_owned(),
            officiellt_namn: name.value.clone(),
            namn: name.value,
            organisationsnummer: number(row),
            region: None,
        });
        cells.extend([name.cell, code.cell]);
    }
    let order = (0..all.len()).collect();
    (whole && !all.is_empty()).then_some(Read { all, order, cells })
}

/// The organisation number of a row, and how sure it is.
fn number(row: &Row) -> Option<(String, crate::figure::Status)> {
    let number = row.text("organisationsnummer")?;
    Some((number.value, number.cell.evidence.status))
}
