//! The components and settlement groups of 2024 and of the year before, changed.

use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::workbook::Fill;

use crate::data_2024::lakemedel::{Komponent, PARTS_BEFORE, PARTS_SHEETS_BEFORE, components};

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
