//! One sheet while it is written: its head, and cells by what they hold. Knows no form.

use rust_xlsxwriter::{Format, Note, Worksheet};

use super::fill::FilledFrom;
use super::{WriteError, excel_date, style, validation};
use crate::problem::messages::cell as say;
use crate::workbook::book::CellValue;
use crate::workbook::float;
use crate::workbook::read::{About, BESIDE, COMMON, COMMON_EXPLANATION};
use crate::workbook::schema::{Field, ROW as ROW_OF_TEXT, SheetSchema, StatedDays};

/// The most characters on a line of instructions.
const ROW: usize = 100;

/// A sheet being written. Rows and columns count from 0 here, as the writer counts them.
pub(super) struct Page<'a> {
    pub(super) worksheet: &'a mut Worksheet,
    pub(super) year: i32,
    /// The days that items state.
    pub(super) stated: &'a StatedDays,
    /// The first row under the head.
    pub(super) row: u32,
}

impl<'a> Page<'a> {
    /// A sheet with its head: title and instructions.
    pub(super) fn new(
        worksheet: &'a mut Worksheet,
        sheet: &SheetSchema,
        (year, stated): (i32, &'a StatedDays),
        whole: Option<&FilledFrom>,
    ) -> Result<Self, WriteError> {
        worksheet.set_name(sheet.name)?;
        // The row about the whole sheet is wider than a narrow table.
        for column in 2..8 {
            worksheet.set_column_width(column, 15)?;
        }
        worksheet.set_screen_gridlines(false);
        worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        worksheet.set_footer("&L&F › &A&RSida &P (&N)");
        worksheet.write_with_format(0, 0, sheet.name, &style::title())?;
        let mut row = 1;
        for text in wrapped(sheet.about, ROW) {
            worksheet.write_with_format(row, 0, text, &style::quiet())?;
            row += 1;
        }
        let mut page = Self { worksheet, year, stated, row: row + 1 };
        page.common(row, whole)?;
        Ok(page)
    }

    /// The row that says what the whole sheet rests on: the source beside its label, and the rest beside theirs.
    fn common(&mut self, row: u32, whole: Option<&FilledFrom>) -> Result<(), WriteError> {
        // Where something rests on it, it must be filled in.
        let field = Field::new("", "", ROW_OF_TEXT, "");
        let field = if whole.is_some() { field } else { field.optional() };
        self.heading(row, 0, COMMON, COMMON_EXPLANATION, &style::label())?;
        self.about(row, 1, About::Source, &field, whole)?;
        for (place, about) in (1_u16..).zip(BESIDE) {
            self.heading(row, 2 * place, about.label(), "", &style::label())?;
            self.about(row, 2 * place + 1, about, &field, whole)?;
        }
        self.height(row, [(whole.map_or("", |whole| whole.source.as_str()), 22)])
    }

    /// Makes a row as high as its texts need, each with the width it has to break in.
    pub(super) fn height<'t>(
        &mut self,
        row: u32,
        texts: impl IntoIterator<Item = (&'t str, u32)>,
    ) -> Result<(), WriteError> {
        let rows = texts.into_iter().map(|(text, width)| {
            // Room for the indent, and for letters that are wider than a figure.
            let character = usize::try_from(width.saturating_sub(4)).unwrap_or(1).max(8);
            wrapped(text, character).len()
        });
        let rows = u32::try_from(rows.max().unwrap_or(1).max(1)).unwrap_or(1);
        self.worksheet.set_row_height(row, 15 * rows + 5)?;
        Ok(())
    }

    /// Keeps the headings in sight and on every printed page.
    pub(super) fn freeze(&mut self, heading_row: u32) -> Result<(), WriteError> {
        self.worksheet.set_freeze_panes(heading_row + 1, 1)?;
        self.worksheet.set_repeat_rows(heading_row, heading_row)?;
        Ok(())
    }

    /// A value in its field's format.
    pub(super) fn value(
        &mut self,
        row: u32,
        column: u16,
        field: &Field,
        required: bool,
        value: Option<&CellValue>,
    ) -> Result<(), WriteError> {
        let format = style::value(field, required);
        let number = |number: rust_decimal::Decimal| {
            float::into_cell(number).ok_or_else(|| WriteError(say::more_digits(field.id, &number)))
        };
        match value {
            None => self.worksheet.write_blank(row, column, &format)?,
            Some(CellValue::Integer(value)) => self.worksheet.write_number_with_format(
                row,
                column,
                number((*value).into())?,
                &format,
            )?,
            Some(CellValue::Decimal(value)) => {
                self.worksheet.write_number_with_format(row, column, number(*value)?, &format)?
            }
            Some(CellValue::Text(value)) => {
                self.worksheet.write_string_with_format(row, column, value, &format)?
            }
            Some(CellValue::Datum(value)) => self.worksheet.write_datetime_with_format(
                row,
                column,
                excel_date(*value)?,
                &format,
            )?,
        };
        Ok(())
    }

    /// A cell about a value: its source, date, status, who confirmed it, or its unit.
    pub(super) fn about(
        &mut self,
        row: u32,
        column: u16,
        about: About,
        field: &Field,
        filled_from: Option<&FilledFrom>,
    ) -> Result<(), WriteError> {
        let date_requirement = field.as_of.day(self.year, self.stated);
        let text = match about {
            About::Source => filled_from.map(|filled_from| filled_from.source.as_str()),
            About::Status => filled_from.and_then(|from| Some(from.status?.name())),
            About::ConfirmedBy => {
                filled_from.and_then(|filled_from| filled_from.confirmed_by.as_deref())
            }
            About::Unit => Some(field.unit()),
            About::AsOf => None,
        };
        let date = filled_from
            .and_then(|filled_from| filled_from.as_of)
            .or(date_requirement)
            .filter(|_| about == About::AsOf);
        let of_the_sheet = filled_from.is_some_and(FilledFrom::is_the_sheet);
        let required =
            field.required && !of_the_sheet && matches!(about, About::Source | About::Status);
        let format = match about {
            About::Unit => style::fixed(),
            About::AsOf => style::about_date(date_requirement.is_some()),
            _ => style::about(required),
        };
        match (date, text.filter(|text| !text.is_empty())) {
            (Some(date), _) => self.worksheet.write_datetime_with_format(
                row,
                column,
                excel_date(date)?,
                &format,
            )?,
            (None, Some(text)) => {
                self.worksheet.write_string_with_format(row, column, text, &format)?
            }
            (None, None) => self.worksheet.write_blank(row, column, &format)?,
        };
        if about == About::Status {
            self.worksheet.add_data_validation(row, column, row, column, &validation::status()?)?;
        }
        Ok(())
    }

    /// Lets only a field's values into a range of a column.
    pub(super) fn validate(
        &mut self,
        rows: (u32, u32),
        column: u16,
        field: &Field,
    ) -> Result<(), WriteError> {
        if let Some(rule) = validation::of(field)? {
            self.worksheet.add_data_validation(rows.0, column, rows.1, column, &rule)?;
        }
        Ok(())
    }

    /// A heading with a note that explains it.
    pub(super) fn heading(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        explanation: &str,
        format: &Format,
    ) -> Result<(), WriteError> {
        self.worksheet.write_string_with_format(row, column, text, format)?;
        if !explanation.is_empty() {
            let rows = u32::try_from(wrapped(explanation, 36).len()).unwrap_or(1);
            let note = Note::new(explanation)
                .add_author_prefix(false)
                .set_author("Statsbidrag")
                .set_width(240)
                .set_height(24 + 18 * rows);
            self.worksheet.insert_note(row, column, &note)?;
        }
        Ok(())
    }
}

/// A text in lines of at most so many characters.
pub(super) fn wrapped(text: &str, character: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match rows.last_mut() {
            Some(row) if row.chars().count() + 1 + word.chars().count() <= character => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}
