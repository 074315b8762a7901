//! The components and settlement groups of 2024 and of the year before, changed.

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{WORKBOOK, sheets};
use statsbidrag::workbook::{Fill, FilledFrom};

use crate::data_2024::content;

/// A component as its row is written: short name, what it is, million kronor, percent, whether återbäring is
/// subtracted, settlement group.
pub(crate) type Komponent<'a> = [&'a str; 6];

/// Fills in a sheet of components that was left out, and the settlement groups of theirs, each with limits of three
/// percent and half of what lies beyond for the state.
pub(crate) fn components(fill: &mut Fill, rows: &[Komponent<'_>], last_year: bool) {
    let [page, groups] = if last_year {
        [sheets::FOREGAENDE_KOMPONENTER, sheets::FOREGAENDE_AVRAKNINGSGRUPPER]
    } else {
        [sheets::KOMPONENTER, sheets::AVRAKNINGSGRUPPER]
    };
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        add_row(fill, page, row);
        let [.., group] = row;
        if !group.is_empty() && !names.contains(group) {
            names.push(group);
        }
    }
    for name in names {
        add_row(fill, groups, &[name, "3", "3", "50"]);
    }
}

/// A row of a list, each cell as it would be written, from a source of its own; an empty one is left out.
pub(crate) fn add_row(fill: &mut Fill, page: &str, row: &[&str]) {
    let fields = WORKBOOK.sheet(page).field();
    let cells = fields.iter().zip(row).filter(|(_, text)| !text.is_empty());
    fill.row(page, cells.map(|(field, text)| (field.id, content(field, text))));
    for field in fields.iter().skip(1) {
        let source = FilledFrom::new("En påhittad överenskommelse", Status::Exempel);
        fill.filled_from(page, field.id, source);
    }
}

/// The components of 2023, to be changed and filled in.
pub(crate) const PARTS_BEFORE: [Komponent<'static>; 2] = [
    ["läkemedelsförmånen", "läkemedelsförmånen", "33500", "100", "nej", "förmånen"],
    ["hepatit C", "läkemedel mot hepatit C", "410", "70", "nej", "hepatit C"],
];

/// The sheets of last year's components and groups.
pub(crate) const PARTS_SHEETS_BEFORE: [&str; 2] =
    [sheets::FOREGAENDE_KOMPONENTER, sheets::FOREGAENDE_AVRAKNINGSGRUPPER];

/// The components of 2024, to be changed and filled in.
pub(crate) const PARTS: [Komponent<'static>; 2] = [
    ["läkemedelsförmånen", "läkemedelsförmånen", "37918", "100", "ja", "tillsammans"],
    ["hepatit C", "läkemedel mot hepatit C", "402", "70", "ja", "tillsammans"],
];
/// The sheets of components and groups.
pub(crate) const PARTS_SHEETS: [&str; 2] = [sheets::KOMPONENTER, sheets::AVRAKNINGSGRUPPER];

/// Fills in the components and groups of this year, or of last year, in place of those that are there.
pub(crate) fn other_components(fill: &mut Fill, rows: &[Komponent<'_>], last_year: bool) {
    let pages = if last_year { PARTS_SHEETS_BEFORE } else { PARTS_SHEETS };
    for page in pages {
        fill.clear(page);
    }
    components(fill, rows, last_year);
}

/// The same, the benefit at another amount, million kronor.
pub(crate) fn benefit(fill: &mut Fill, amount: &str) {
    let [[name, what, _, share, netted, group], other] = PARTS;
    other_components(fill, &[[name, what, amount, share, netted, group], other], false);
}

/// Last year's, with or without återbäring subtracted, and settled in other groups.
pub(crate) fn before(fill: &mut Fill, netted: &str, groups: [&str; 2]) {
    let parts = PARTS_BEFORE.iter().zip(groups);
    let parts: Vec<_> = parts
        .map(|([name, what, amount, share, ..], group)| [name, what, amount, share, netted, group])
        .collect();
    other_components(fill, &parts, true);
}
