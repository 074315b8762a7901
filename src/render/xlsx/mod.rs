//! The tables of a document as a workbook: one sheet for each table, and a sheet that says what they
//! are and rest on. Knows no document and no grant.

mod list;
mod payments;
mod sheet;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::problem::messages::template as say;
use crate::problem::{Code, Location, Problem, Problems};
use crate::report::head::Huvud;
use crate::report::paper::Sheets;
use sheet::Style;

/// A document's sheets as a workbook. `namn` is the file's name, for problems.
///
/// # Errors
/// A table that no workbook can hold.
///
/// # Panics
/// If a whole number is too large to be written exactly: no sum of public money is, so it is a bug.
pub fn table_xlsx(name: &str, sheets: &Sheets) -> Result<Vec<u8>, Problems> {
    let failure =
        |error: XlsxError| Problem::new(Code::U02, Location::file(name), say::workbook(&error));
    Ok(write(sheets).map_err(failure)?)
}

fn write(Sheets { head, tables, payments, lists }: &Sheets) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let date = ExcelDateTime::parse_from_str(&head.datum.iso)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&head.titel)
            .set_author(format!("statsbidrag {}", env!("CARGO_PKG_VERSION")))
            .set_comment(status(head))
            .set_creation_datetime(&date),
    );
    let style = Style::new();
    for (place, table) in tables.iter().enumerate() {
        sheet::table(book.add_worksheet(), &style, head, table, place)?;
    }
    if !payments.is_empty() {
        payments::payments(book.add_worksheet(), &style, head, payments)?;
    }
    for one in lists {
        list::list(book.add_worksheet(), &style, head, one)?;
    }
    about(book.add_worksheet(), &style, head)?;
    book.save_to_buffer()
}

/// The status in a sentence.
fn status(head: &Huvud) -> String {
    let caution = head.caution;
    let caution = if caution.is_empty() { String::new() } else { format!("{caution} ") };
    let draft = if head.utkast { "UTKAST – beslutet är inte fattat. " } else { "" };
    if head.vilar_pa_exempel {
        format!(
            "{caution}{draft}Exempel – inte för beslut eller utbetalning. Exempel eller obekräftade uppgifter på: {}.",
            head.exempelceller
        )
    } else {
        format!("{caution}{draft}Status: {}.", head.status)
    }
}

fn about(
    sheet: &mut rust_xlsxwriter::Worksheet,
    style: &Style,
    head: &Huvud,
) -> Result<(), XlsxError> {
    sheet.set_name("Om")?;
    sheet.write_string_with_format(0, 0, &head.titel, &style.heading)?;
    sheet.write_string(1, 0, format!("Datum: {}", head.datum.iso))?;
    sheet.write_string(2, 0, status(head))?;
    sheet.write_string(3, 0, format!("Körning: {}", head.korning))?;
    sheet.write_string_with_format(4, 0, "Uppgifterna bygger på", &style.heading)?;
    let headings =
        ["Arbetsbok", "Blad", "Celler", "Uppgift", "Källa", "Per datum", "Status", "Bekräftad av"];
    let widths = [20, 24, 14, 44, 60, 12, 14, 24];
    for ((column, heading), width) in (0_u16..).zip(headings).zip(widths) {
        sheet.write_string_with_format(5, column, heading, &style.column_heading_text)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, evidence) in (6_u32..).zip(&head.underlag) {
        let cells = [
            &evidence.fil,
            &evidence.blad,
            &evidence.celler,
            &evidence.uppgift,
            &evidence.kalla,
            evidence.per_datum.as_ref().unwrap_or(&String::new()),
            &evidence.status,
            evidence.bekraftad_av.as_ref().unwrap_or(&String::new()),
        ]
        .map(String::clone);
        for (column, text) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, text)?;
        }
    }
    sheet.set_freeze_panes(6, 0)?;
    sheet.set_landscape().set_paper_size(sheet::A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

#[cfg(test)]
mod tests;
