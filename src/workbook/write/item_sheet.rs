//! Writes a sheet with one row per item. Knows the layout that the reader recognises by its headings.

use rust_decimal::Decimal;

use super::WriteError;
use super::fill::SheetFill;
use super::page::Page;
use super::style;
use crate::workbook::book::CellValue;
use crate::workbook::read::{About, EXPLANATION, VALUE};
use crate::workbook::schema::Field;

/// The width of the item's name.
const ITEM: u32 = 46;
/// The columns after the item's name: heading, width.
const COLUMNS: [(Column, u32); 7] = [
    (Column::Varde, 30),
    (Column::About(About::Unit), 11),
    (Column::About(About::Source), 40),
    (Column::About(About::AsOf), 13),
    (Column::About(About::Status), 15),
    (Column::About(About::ConfirmedBy), 24),
    (Column::Forklaring, 52),
];

#[derive(Clone, Copy)]
enum Column {
    Varde,
    About(About),
    Forklaring,
}

impl Column {
    fn heading(self) -> (&'static str, &'static str) {
        match self {
            Self::Varde => (VALUE, "Själva uppgiften. Enheten skrivs inte här."),
            Self::About(about) => (about.label(), about.explanation()),
            Self::Forklaring => (EXPLANATION, ""),
        }
    }
}

pub(super) fn write(
    mut page: Page<'_>,
    field: &[Field],
    filled_in: &SheetFill,
) -> Result<(), WriteError> {
    let heading_row = page.row;
    page.worksheet.set_column_width(0, ITEM)?;
    page.heading(heading_row, 0, "Uppgift", "", &style::heading())?;
    for (column, (kind, width)) in (1_u16..).zip(COLUMNS) {
        let (text, explanation) = kind.heading();
        page.worksheet.set_column_width(column, width)?;
        page.heading(heading_row, column, text, explanation, &style::heading())?;
    }
    page.worksheet.set_row_height(heading_row, 24)?;
    for (row, field) in (heading_row + 1..).zip(field) {
        item(&mut page, row, field, filled_in)?;
    }
    page.freeze(heading_row)
}

fn item(
    page: &mut Page<'_>,
    row: u32,
    field: &Field,
    filled_in: &SheetFill,
) -> Result<(), WriteError> {
    page.worksheet.write_string_with_format(row, 0, field.heading, &style::label())?;
    let given = filled_in.items.get(field.id);
    let this_year = filled_in
        .year
        .filter(|(id, _)| *id == field.id && given.is_none())
        .map(|(_, year)| CellValue::Decimal(Decimal::from(year)));
    let value = given.map(|(value, _)| value).or(this_year.as_ref());
    let filled_from = given.map(|(_, filled_from)| filled_from);
    let source = filled_from.map_or("", |filled_from| &filled_from.source);
    let text = if let Some(CellValue::Text(text)) = value { text } else { "" };
    page.height(row, [(field.heading, ITEM), (text, 30), (source, 40), (field.about, 52)])?;
    for (column, (kind, _)) in (1_u16..).zip(COLUMNS) {
        match kind {
            Column::Varde => page.value(row, column, field, field.required, value)?,
            Column::About(about) => page.about(row, column, about, field, filled_from)?,
            Column::Forklaring => {
                page.worksheet.write_string_with_format(
                    row,
                    column,
                    field.about,
                    &style::fixed(),
                )?;
            }
        }
    }
    page.validate((row, row), 1, field)
}
