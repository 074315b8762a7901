//! A calculation as a workbook that computes it, as it was written: what its cells hold, each against the figure of the
//! trace that stands in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use serde_json::Value;

use super::figures::is_in_cell;
use super::messages as say;
use super::sheets::{HEADINGS, last_column, text};
use crate::problem::Message;
use crate::swedish::slug;

/// The column of what the figures of a row are called, with `*` in place of whose each is.
const NAME: &str = "Siffrans namn";

/// The columns before those of the country and the recipients.
const BEFORE: usize = 2;

/// The columns of which one is the first after those.
const AFTER: [&str; 2] = ["Så räknas den", "Kontrolltal i körningen"];

/// The sheet that says the inputs again, this year's beside last year's.
const PARAMETERS: &str = "Parametrar";

/// Holds a calculation against the values of the trace, by the figures' names: how many cells were read.
///
/// # Errors
/// Everything that differs.
pub fn calculation_held(
    values: &BTreeMap<&str, &Value>,
    xlsx: &[u8],
) -> Result<usize, Vec<Message>> {
    let unreadable = |error: calamine::XlsxError| vec![say::unreadable(&error)];
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).map_err(unreadable)?;
    let (mut found, mut count) = (Vec::new(), 0);
    for name in book.sheet_names().into_iter().filter(|name| name != PARAMETERS) {
        let sheet = book.worksheet_range(&name).map_err(unreadable)?;
        count += sheet_held((name.as_str(), &sheet), values, &mut found);
    }
    if found.is_empty() { Ok(count) } else { Err(found) }
}

fn sheet_held(
    (name, sheet): (&str, &Range<Data>),
    values: &BTreeMap<&str, &Value>,
    found: &mut Vec<Message>,
) -> usize {
    let heading = |column| (column, text(sheet, (HEADINGS, column)));
    let headings: Vec<_> = (0..=last_column(sheet)).map(heading).collect();
    let names = headings.iter().find(|(_, heading)| heading == NAME);
    let Some((names, _)) = names else { return 0 };
    let is_one =
        |(column, heading): &&(u32, String)| column < names && !AFTER.contains(&heading.as_str());
    let holders: Vec<_> = headings.iter().skip(BEFORE).take_while(is_one).collect();
    let last = sheet.end().map_or(HEADINGS, |(row, _)| row);
    let mut count = 0;
    for row in HEADINGS + 1..=last {
        let figure = text(sheet, (row, *names));
        // What only helps on the way is no figure.
        for (column, holder) in holders.iter().filter(|_| !figure.is_empty()) {
            let cell = text(sheet, (row, *column));
            if cell.is_empty() {
                continue;
            }
            // The country, the regions and the other recipients are headed by what they are called in figures' names.
            let id = figure.replacen('*', &slug(holder), 1);
            match values.get(id.as_str()).copied() {
                Some(value) if is_in_cell(&cell, value) => count += 1,
                Some(value) => {
                    let data = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    found.push(say::cell(name, &id, holder, &cell, &data));
                }
                None => found.push(say::no_figure(name, &id)),
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_cell_that_holds_another_number_is_named() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let texts = [
            (4, 0, "Siffra"),
            (4, 1, "Enhet"),
            (4, 2, "Riket"),
            (4, 3, "Västra Götaland"),
            (4, 4, "Så räknas den"),
            (4, 5, NAME),
            (5, 5, "lakemedel.2024.*.statsbidrag"),
        ];
        for (row, column, text) in texts {
            sheet.write_string(row, column, text).expect("a cell");
        }
        sheet.write_number(5, 2, 12.0).expect("a cell");
        sheet.write_number(5, 3, 7.0).expect("a cell");
        let bytes = book.save_to_buffer().expect("a workbook");
        let (country, region, other) = (json!(12), json!(7), json!(8));
        let mut values = BTreeMap::from([
            ("lakemedel.2024.riket.statsbidrag", &country),
            ("lakemedel.2024.vastra_gotaland.statsbidrag", &region),
        ]);
        assert_eq!(calculation_held(&values, &bytes), Ok(2));
        values.insert("lakemedel.2024.vastra_gotaland.statsbidrag", &other);
        let found = calculation_held(&values, &bytes).expect_err("another number");
        assert_eq!(found.len(), 1, "{found:?}");
        values.remove("lakemedel.2024.riket.statsbidrag");
        assert!(calculation_held(&values, &bytes).is_err());
    }
}
