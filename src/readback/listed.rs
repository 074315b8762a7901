//! A table that a template makes of a list, held against the list: which row is which of it, and which of its fields a
//! column tells, follows from what most cells say; that the rest say it too is what is tried.

use std::collections::BTreeSet;

use super::compared::bare;
use super::expected::Thing;
use super::{Table, messages as say};
use crate::problem::Message;

/// Where a table differs from the list it is made of; nothing if it is made of none of these.
pub(super) fn differences(lists: &[Vec<Thing>], table: &Table) -> Vec<Message> {
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| cell.text.as_str());
            let all = std::iter::once(row.heading.as_deref().unwrap_or_default()).chain(cells);
            // A dash says that there is nothing.
            all.map(|text| bare(text.trim().trim_matches('–'))).collect()
        })
        .collect();
    let heads = table.rows.first().map(|row| row.cells.iter().map(|cell| cell.under.first()));
    let heads: Vec<_> = std::iter::once(None).chain(heads.into_iter().flatten()).collect();
    // One row may be missing, or sum up the others.
    let near = lists.iter().filter(|list| list.len().abs_diff(rows.len()) <= 1);
    let each = near.map(|list| Made::of(list, &rows, &heads));
    // Of lists that say as much, one as long; or with a sum under it.
    let fits = |made: &Made<'_>| [0, 1].iter().any(|sum| made.list.len() + sum == rows.len());
    let best =
        each.max_by_key(|made| (made.cells, fits(made))).filter(|made| made.is_likely(&rows));
    let mut found = best.map_or_else(Vec::new, |made| made.differences(&rows, table));
    let nameless = (1..).zip(&rows).filter(|(_, row)| row.first().is_some_and(String::is_empty));
    let caption = table.caption.trim();
    found.extend(nameless.map(|(number, _)| say::nameless_row(&caption, &number)));
    found
}

/// How a table may be made of a list.
struct Made<'a> {
    list: &'a [Thing],
    /// For each row the place in the list.
    rows: Vec<Option<usize>>,
    /// For each column the field it tells.
    columns: Vec<Option<&'a str>>,
    /// How many cells say what they would then say.
    cells: usize,
}

impl<'a> Made<'a> {
    fn of(list: &'a [Thing], rows: &[Vec<String>], heads: &[Option<&String>]) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let fields: BTreeSet<_> = list.iter().flat_map(Thing::keys).map(String::as_str).collect();
        let column = |place: usize| {
            let told = |field: &str| {
                let says = |text: &String| {
                    list.iter().any(|thing| !text.is_empty() && thing.get(field) == Some(text))
                };
                rows.iter().filter(|row| row.get(place).is_some_and(says)).count()
            };
            // Of fields that say as much, the one that the heading names.
            let head = heads.get(place).copied().flatten();
            let named = |field: &str| head.is_some_and(|head| is_called(head, field));
            let best =
                fields.iter().copied().rev().max_by_key(|field| (told(field), named(field)))?;
            let filled =
                rows.iter().filter(|row| row.get(place).is_some_and(|text| !text.is_empty()));
            let filled = filled.count();
            // Where few rows say anything, the heading decides.
            let is_it = told(best) > 0 && told(best) * 2 >= filled;
            let surely = is_it && (filled > 2 || told(best) == filled);
            (surely || named(best) && (is_it || filled <= 2)).then_some(best)
        };
        let columns: Vec<_> = (0..width).map(column).collect();
        let mut made = Self { list, rows: Vec::new(), columns, cells: 0 };
        let mut from = 0;
        for row in rows {
            let best = (0..list.len()).map(|at| (made.said(row, at), at < from, at));
            // Of what fits as well, the first that has not been told of.
            let best = best.max_by_key(|(said, before, at)| (*said, !before, usize::MAX - at));
            let found = best.filter(|(said, ..)| *said > 1).map(|(said, _, at)| {
                made.cells += said;
                from = at + 1;
                at
            });
            made.rows.push(found);
        }
        made
    }

    /// How many cells of a row say what one of the list says.
    fn said(&self, row: &[String], at: usize) -> usize {
        let cells = row.iter().zip(&self.columns);
        let said = cells.filter(|(text, field)| {
            let own = field.and_then(|field| self.list.get(at)?.get(field));
            !text.is_empty() && own == Some(text)
        });
        said.count()
    }

    /// Whether the table is made of this list: two columns or more tell fields of it, and most of these cells say so.
    fn is_likely(&self, rows: &[Vec<String>]) -> bool {
        let columns = self.columns.iter().flatten().count();
        columns > 1 && self.cells * 10 >= columns * rows.len() * 7
    }

    fn differences(&self, rows: &[Vec<String>], table: &Table) -> Vec<Message> {
        let name = table.caption.trim();
        let mut found = Vec::new();
        for ((place, row), own) in self.rows.iter().zip(rows).zip(&table.rows) {
            let heading = own.heading.as_deref().unwrap_or_default().trim();
            // A last row may sum up the others.
            let Some(thing) = place.and_then(|at| self.list.get(at)) else { continue };
            for (number, (text, field)) in row.iter().zip(&self.columns).enumerate() {
                let data = field.and_then(|field| thing.get(field));
                let data = data.map_or("", String::as_str);
                if field.is_some() && text != data {
                    let under =
                        number.checked_sub(1).and_then(|at| own.cells.get(at)?.under.first());
                    let column = under.map_or("", |text| text.trim());
                    found.push(say::cell(&name, &heading, &column, text, &data));
                }
            }
        }
        // A column that tells no field tells something else, and not nothing.
        let silent =
            |place: usize| rows.iter().all(|row| row.get(place).is_none_or(String::is_empty));
        let columns = self.columns.iter().enumerate();
        let silent = columns.filter(|(place, field)| field.is_none() && silent(*place));
        found.extend(silent.map(|(place, _)| say::silent_column(&name, &(place + 1))));
        found.extend(self.misplaced(table));
        let told: Vec<_> = self.rows.iter().copied().flatten().collect();
        if told != (0..self.list.len()).collect::<Vec<_>>() {
            found.push(say::rows(&name, &rows.len(), &self.list.len()));
        }
        found
    }

    /// Columns whose heading is the name of another field than the one they tell.
    fn misplaced(&self, table: &Table) -> Vec<Message> {
        let row = table.rows.first();
        let headings = row.map(|row| row.cells.iter().map(|cell| cell.under.first()));
        let headings = headings.into_iter().flatten();
        let columns = self.columns.iter().skip(1).zip(headings);
        let misplaced = columns.filter_map(|(field, heading)| {
            let (field, heading) = ((*field)?, heading?);
            let mut others = self.list.iter().flat_map(Thing::keys);
            let is_other =
                !is_called(heading, field) && others.any(|other| is_called(heading, other));
            is_other.then(|| say::under(&table.caption.trim(), &"", &heading.trim(), &field))
        });
        misplaced.collect()
    }
}

/// Whether a heading holds the name of a field: `Månadsbelopp`, `manadsbelopp`; `Betalningsdag`, `dag/iso`.
fn is_called(heading: &str, field: &str) -> bool {
    let plain = |c: char| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    };
    let heading: String = bare(heading).to_lowercase().chars().map(plain).collect();
    field.split('/').any(|part| part.len() > 2 && heading.ends_with(part))
}
