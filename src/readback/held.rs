//! A finished document held against its data: every cell of every table by its headings, every value of every diagram,
//! and every number of the text in order.

use std::collections::BTreeSet;

use serde_json::Value;

use super::compared::{bare, is_number, is_same, words};
use super::expected::{Drawn, Expected, Tabled};
use super::{Cell, Part, Printed, Row, Table, messages as say};
use crate::problem::Message;
use crate::swedish::numbers_in;

/// How much was read back, all of which was as the data say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Cells of tables and calculations.
    pub cells: usize,
    /// Values of diagrams.
    pub values: usize,
    /// Numbers in text.
    pub numbers: usize,
}

/// What a finished document is held against.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Its data.
    pub json: &'a Value,
    /// What its template was filled to, piece by piece in order.
    pub text: &'a [String],
    /// Whether it is to print all of its data: the program's own templates do, where nobody has put own paragraphs in
    /// place of a section.
    pub whole: bool,
}

/// Holds a finished document against its data: what it prints comes from them, and if it is to be whole, it prints them
/// all.
///
/// # Errors
/// Everything that differs.
pub fn held(wanted: Wanted<'_>, printed: &Printed) -> Result<Counted, Vec<Message>> {
    let expected = Expected::of(wanted.json);
    let whole = wanted.whole && !expected.replaced;
    let mut held = Held { whole, found: Vec::new(), counted: Counted::default() };
    let tables: Vec<_> = printed.parts.iter().filter_map(Part::as_table).collect();
    let taken = held.tables(&expected.tables, &tables);
    let figures: Vec<_> = printed.parts.iter().filter_map(Part::as_figure).collect();
    held.diagrams(&expected.diagrams, &figures);
    let loose = loose(printed, &taken);
    held.text(&expected, wanted.text, &loose);
    if held.found.is_empty() { Ok(held.counted) } else { Err(held.found) }
}

impl Part {
    fn as_table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    fn as_figure(&self) -> Option<&[String]> {
        match self {
            Self::Figure(texts) => Some(texts),
            _ => None,
        }
    }
}

/// The texts that are of no table or diagram of the data, in order.
fn loose<'p>(printed: &'p Printed, taken: &[bool]) -> Vec<&'p str> {
    let (mut texts, mut taken) = (Vec::new(), taken.iter());
    for part in &printed.parts {
        match part {
            Part::Text(text) => texts.push(text.as_str()),
            Part::Table(table) => {
                texts.push(&table.caption);
                if taken.next() == Some(&false) {
                    texts.extend(table.heads.iter().map(String::as_str));
                    for row in &table.rows {
                        texts.extend(row.heading.as_deref());
                        texts.extend(row.cells.iter().map(|cell| cell.text.as_str()));
                    }
                }
            }
            // What in a diagram is no number is its legend, and what its parts are called.
            Part::Figure(all) => {
                texts.extend(all.iter().filter(|text| !is_number(text)).map(String::as_str));
            }
        }
    }
    texts
}

struct Held {
    whole: bool,
    found: Vec<Message>,
    counted: Counted,
}

impl Held {
    /// Finds each table of the data among those printed; which of these were found. What stands under its caption is it,
    /// or else what differs least from it.
    fn tables(&mut self, expected: &[Tabled], printed: &[&Table]) -> Vec<bool> {
        let captions: Vec<_> = printed.iter().map(|table| bare(&table.caption)).collect();
        let mut taken = vec![false; printed.len()];
        for table in expected {
            let caption = bare(&table.caption);
            let free = |at: &usize| taken.get(*at) == Some(&false);
            let named = |at: &usize| captions.get(*at).is_some_and(|own| own.starts_with(&caption));
            let free: Vec<_> = (0..printed.len()).filter(free).collect();
            let candidates: Vec<_> = free.iter().copied().filter(named).collect();
            let candidates = if candidates.is_empty() { free } else { candidates };
            let each = candidates.into_iter().filter_map(|at| {
                let (weight, differences) = differences(table, printed.get(at)?);
                Some((weight, at, differences))
            });
            let cells: usize = table.rows.iter().map(|(_, cells)| cells.len()).sum();
            match each.min_by_key(|(weight, ..)| *weight) {
                Some((weight, at, differences))
                    if named(&at) || weight == 0 || self.whole && weight <= 2 * cells =>
                {
                    self.counted.cells += cells;
                    self.found.extend(differences);
                    if let Some(taken) = taken.get_mut(at) {
                        *taken = true;
                    }
                }
                _ if self.whole => self.found.push(say::table_missing(&table.name)),
                _ => {}
            }
        }
        taken
    }

    fn diagrams(&mut self, expected: &[Drawn], printed: &[&[String]]) {
        let mut free: Vec<_> = printed.to_vec();
        for diagram in expected {
            let each = free.iter().enumerate().map(|(at, own)| (at, drawn(diagram, own)));
            let nearest = each.min_by_key(|(_, found)| found.len());
            let Some((at, differences)) = nearest.filter(|(_, all)| self.whole || all.is_empty())
            else {
                if self.whole {
                    self.found.push(say::diagram_missing(&diagram.name));
                }
                continue;
            };
            self.counted.values += diagram.values.len();
            self.found.extend(differences);
            free.remove(at);
        }
    }

    fn text(&mut self, expected: &Expected, filled: &[String], texts: &[&str]) {
        let own = Own::of(expected, filled);
        for text in texts {
            for stray in own.strays(expected, text) {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                self.found.push(say::without_figure(&stray, &text));
            }
        }
        let together = bare(&texts.concat());
        for whole in expected.whole.iter().filter(|whole| self.whole && !together.contains(*whole))
        {
            self.found.push(say::not_printed(&"huvud", whole));
        }
        let all: Vec<_> = texts.iter().flat_map(|text| numbers_in(text)).collect();
        // What the template was filled to comes in its order, between what the document's frame prints of the data.
        let together = together.to_lowercase();
        let mut rest = together.as_str();
        for text in filled {
            // A template may set its words in capitals.
            let Some((_, after)) = rest.split_once(bare(text).to_lowercase().as_str()) else {
                self.found
                    .push(say::not_set(&text.split_whitespace().collect::<Vec<_>>().join(" ")));
                break;
            };
            rest = after;
        }
        let set: BTreeSet<_> = all.iter().map(String::as_str).collect();
        for (id, text) in expected.loose.iter().filter(|(id, _)| !expected.placed.contains(id)) {
            if self.whole && numbers_in(text).iter().any(|number| !set.contains(number.as_str())) {
                self.found.push(say::not_printed(id, text));
            }
        }
        self.counted.numbers += all.len();
    }
}

/// What a document may say with a digit in it, as it is compared.
struct Own {
    /// What its data say.
    data: String,
    /// What its template was filled to, which may join what the data hold apart.
    filled: String,
}

impl Own {
    fn of(expected: &Expected, filled: &[String]) -> Self {
        let digits = |text: &&String| text.contains(|c: char| c.is_ascii_digit());
        let filled: Vec<_> = filled.iter().filter(digits).map(|text| bare(text)).collect();
        let data: Vec<_> = expected.texts.iter().map(String::as_str).collect();
        Self { data: data.join("\n"), filled: filled.join("\n") }
    }

    /// What a text has that is not of these: numbers, their digits in groups or not; and words with a digit, which a line
    /// may break.
    fn strays(&self, expected: &Expected, text: &str) -> Vec<String> {
        let is_stray = |number: &String| !expected.numbers.contains(number);
        let mut found: Vec<_> = numbers_in(text).into_iter().filter(is_stray).collect();
        for word in words(text).filter(|word| !expected.words.contains(word)) {
            let whole = bare(&word);
            let is_joined =
                || self.filled.contains(&whole) && !numbers_in(&word).iter().any(is_stray);
            let is_told = || found.iter().any(|number| bare(number).contains(&whole));
            if !self.data.contains(&whole) && !is_joined() && !is_told() {
                found.push(word);
            }
        }
        found
    }
}

/// Where a printed table differs from one of the data, and how much.
fn differences(table: &Tabled, own: &Table) -> (usize, Vec<Message>) {
    let name = &table.name;
    if own.rows.len() != table.rows.len() {
        return (usize::MAX, vec![say::rows(name, &own.rows.len(), &table.rows.len())]);
    }
    let mut found = Vec::new();
    let is_called = bare(&own.caption).starts_with(&bare(&table.caption));
    if !is_called || words(&own.caption).count() != words(&table.caption).count() {
        found.push(say::caption(&own.caption.trim(), name));
    }
    for (number, ((heading, cells), row)) in (1..).zip(table.rows.iter().zip(&own.rows)) {
        let printed = row.heading.as_deref().unwrap_or_default();
        if !is_same(printed, heading) {
            found.push(say::row(name, &number, &printed.trim(), heading));
        }
        let first = own.rows.first().filter(|_| number > 1);
        found.extend(row_differences(table, (heading, cells), row, first));
    }
    (found.len(), found)
}

/// The same of a row. Its cells stand under the headings that those of the first row were seen to stand under, or their
/// own are looked at.
fn row_differences(
    table: &Tabled,
    (heading, cells): (&str, &[String]),
    row: &Row,
    first: Option<&Row>,
) -> Vec<Message> {
    let name = &table.name;
    if row.cells.len() != cells.len() {
        return vec![say::cells(name, heading, &row.cells.len(), &cells.len())];
    }
    let mut found = Vec::new();
    let all = cells.iter().zip(&row.cells).zip(&table.columns).enumerate();
    for (place, ((data, cell), headings)) in all {
        if !is_same(&cell.text, data) {
            found.push(say::cell(name, heading, &headings.join(" "), &cell.text.trim(), data));
        }
        let as_first = first.and_then(|first| first.cells.get(place));
        if as_first.is_some_and(|first| first.above() == cell.above()) {
            continue;
        }
        let under: String = cell.under.iter().map(|text| bare(text)).collect();
        if headings.iter().any(|part| !under.contains(&bare(part))) {
            let printed: Vec<_> = cell.under.iter().map(|text| text.trim()).collect();
            found.push(say::under(name, heading, &printed.join(" "), &headings.join(" ")));
        }
    }
    found
}

impl Cell {
    /// The headings over it, without that of its row.
    fn above(&self) -> Option<&[String]> {
        self.under.split_last().map(|(_, above)| above)
    }
}

/// The mark of what is preliminary.
const MARK: &str = "*";

/// Where a drawn diagram differs from one of the data.
fn drawn(diagram: &Drawn, own: &[String]) -> Vec<Message> {
    let mut texts: Vec<String> = Vec::new();
    for text in own.iter().map(|text| bare(text)) {
        // The mark of what is preliminary belongs to the number before it.
        match texts.last_mut().filter(|_| text == MARK) {
            Some(number) => number.push_str(MARK),
            None => texts.push(text),
        }
    }
    let mut found = Vec::new();
    if diagram.is_broken {
        texts = vec![texts.concat()];
    }
    for wanted in [&diagram.labels, &diagram.values] {
        let mut rest = texts.iter();
        let mut left = texts.first().cloned().unwrap_or_default();
        for text in wanted.iter().filter(|text| !text.is_empty()) {
            let text = bare(text);
            let is_there = if diagram.is_broken {
                let cut = left.split_once(text.as_str()).map(|(_, after)| after.to_owned());
                cut.map(|after| left = after).is_some()
            } else {
                rest.any(|own| own.contains(&text))
            };
            if !is_there {
                found.push(say::diagram(&diagram.name, &own.concat().trim(), &text));
                break;
            }
        }
    }
    let mut alone: Vec<_> = texts.iter().filter(|text| is_number(text)).cloned().collect();
    alone.sort_unstable();
    if alone != diagram.numbers {
        let [printed, data] = [&alone, &diagram.numbers].map(|all| all.join("; "));
        found.push(say::diagram(&diagram.name, &printed, &data));
    }
    found
}
