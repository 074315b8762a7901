//! How a scaffolded workbook looks: one typeface, few colours, tinted cells to fill in. Knows kinds of
//! cells, not which sheet they stand on.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::workbook::schema::{Field, Kind};

/// Text and rules.
const BLACK: u32 = 0x0022_3240;
/// Quiet text.
const GREY: u32 = 0x005B_6B78;
/// Behind headings.
const HEADING_FILL: u32 = 0x00E6_ECF1;
/// Between cells.
const LINE: u32 = 0x00CF_D8DF;
/// Behind cells that must be filled.
const REQUIRED: u32 = 0x00FF_F7DF;
/// Behind cells that may be left empty.
const OPTIONAL: u32 = 0x00F3_F5F7;

/// The title of a sheet.
pub(super) fn title() -> Format {
    ground().set_bold().set_font_size(16)
}

/// A heading on the cover sheet.
pub(super) fn subheading() -> Format {
    ground().set_bold().set_font_size(12)
}

/// Running text.
pub(super) fn text() -> Format {
    ground()
}

/// Quiet text: instructions, labels.
pub(super) fn quiet() -> Format {
    ground().set_font_color(GREY)
}

/// A heading of a table.
pub(super) fn heading() -> Format {
    frame(
        ground()
            .set_bold()
            .set_background_color(HEADING_FILL)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter),
    )
    .set_border_bottom(FormatBorder::Medium)
    .set_border_bottom_color(BLACK)
}

/// A heading over numbers.
pub(super) fn number_heading() -> Format {
    heading().set_align(FormatAlign::Right)
}

/// A heading that the user may write.
pub(super) fn empty_heading() -> Format {
    number_heading().set_background_color(OPTIONAL)
}

/// A label the program recognises a row by.
pub(super) fn label() -> Format {
    frame(ground().set_text_wrap().set_align(FormatAlign::VerticalCenter))
}

/// A cell of a table that is not filled in.
pub(super) fn fixed() -> Format {
    frame(quiet().set_text_wrap().set_align(FormatAlign::VerticalCenter))
}

/// A cell about a column or a row: source, status.
pub(super) fn about(required: bool) -> Format {
    frame(
        ground()
            .set_font_size(10)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_num_format("@"),
    )
    .set_background_color(if required { REQUIRED } else { OPTIONAL })
}

/// A cell for the date a column or a row holds for.
pub(super) fn about_date(required: bool) -> Format {
    about(required).set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
}

/// A cell for a field's value.
pub(super) fn value(field: &Field, required: bool) -> Format {
    let format = frame(ground().set_align(FormatAlign::VerticalCenter))
        .set_background_color(if required { REQUIRED } else { OPTIONAL });
    let format = format.set_num_format(number_format(field));
    match field.kind {
        Kind::Text { .. } | Kind::Options(_) => format.set_text_wrap(),
        Kind::Datum => format.set_align(FormatAlign::Left),
        Kind::Integer { .. } | Kind::Decimal { .. } | Kind::Interval { .. } => {
            format.set_align(FormatAlign::Right)
        }
    }
}

/// A cell of the sum row.
pub(super) fn sum(field: &Field) -> Format {
    let format = frame(ground().set_bold().set_align(FormatAlign::VerticalCenter));
    let format = if field.is_number() { format.set_align(FormatAlign::Right) } else { format };
    format
        .set_num_format(number_format(field))
        .set_border_top(FormatBorder::Medium)
        .set_border_top_color(BLACK)
}

/// The name of the sum row.
pub(super) fn sum_heading() -> Format {
    frame(ground().set_bold().set_align(FormatAlign::VerticalCenter))
        .set_border_top(FormatBorder::Medium)
        .set_border_top_color(BLACK)
}

/// How a field's values are shown. A Swedish spreadsheet shows `,` here as a space.
fn number_format(field: &Field) -> String {
    match field.kind {
        Kind::Integer { measure, .. } => (if measure.grouped() { "#,##0" } else { "0" }).into(),
        Kind::Decimal { decimals, .. } => {
            let count = usize::try_from(decimals).unwrap_or(0);
            let fixed = count.min(2);
            let point = if count > 0 { "." } else { "" };
            format!("#,##0{point}{}{}", "0".repeat(fixed), "#".repeat(count - fixed))
        }
        Kind::Datum => "yyyy-mm-dd".into(),
        // As text, or a spreadsheet takes 4-6 for the fourth of June.
        Kind::Text { .. } | Kind::Options(_) | Kind::Interval { .. } => "@".into(),
    }
}

fn ground() -> Format {
    Format::new().set_font_name("Calibri").set_font_size(11).set_font_color(BLACK)
}

/// A cell of a table: framed, its text clear of the frame.
fn frame(format: Format) -> Format {
    format.set_indent(1).set_border(FormatBorder::Thin).set_border_color(LINE)
}
