//! How a scaffolded workbook looks: one typeface, few colours, tinted cells to fill in. Knows kinds of
//! cells, not which sheet they stand on.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::workbook::schema::{Falt, Slag};

/// Text and rules.
const SVART: u32 = 0x0022_3240;
/// Quiet text.
const GRA: u32 = 0x005B_6B78;
/// Behind headings.
const RUBRIKGRUND: u32 = 0x00E6_ECF1;
/// Between cells.
const LINJE: u32 = 0x00CF_D8DF;
/// Behind cells that must be filled.
const KRAVS: u32 = 0x00FF_F7DF;
/// Behind cells that may be left empty.
const VALFRI: u32 = 0x00F3_F5F7;

/// The title of a sheet.
pub(super) fn titel() -> Format {
    grund().set_bold().set_font_size(16)
}

/// A heading on the cover sheet.
pub(super) fn mellanrubrik() -> Format {
    grund().set_bold().set_font_size(12)
}

/// Running text.
pub(super) fn text() -> Format {
    grund()
}

/// Quiet text: instructions, labels.
pub(super) fn stilla() -> Format {
    grund().set_font_color(GRA)
}

/// A heading of a table.
pub(super) fn rubrik() -> Format {
    ram(grund()
        .set_bold()
        .set_background_color(RUBRIKGRUND)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter))
    .set_border_bottom(FormatBorder::Medium)
    .set_border_bottom_color(SVART)
}

/// A heading over numbers.
pub(super) fn talrubrik() -> Format {
    rubrik().set_align(FormatAlign::Right)
}

/// A heading that the user may write.
pub(super) fn tom_rubrik() -> Format {
    talrubrik().set_background_color(VALFRI)
}

/// A label the program recognises a row by.
pub(super) fn etikett() -> Format {
    ram(grund().set_text_wrap().set_align(FormatAlign::VerticalCenter))
}

/// A cell of a table that is not filled in.
pub(super) fn fast() -> Format {
    ram(stilla().set_text_wrap().set_align(FormatAlign::VerticalCenter))
}

/// A cell about a column or a row: source, status.
pub(super) fn om(kravs: bool) -> Format {
    ram(grund()
        .set_font_size(10)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_num_format("@"))
    .set_background_color(if kravs { KRAVS } else { VALFRI })
}

/// A cell for the date a column or a row holds for.
pub(super) fn om_datum(kravs: bool) -> Format {
    om(kravs).set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
}

/// A cell for a field's value.
pub(super) fn varde(falt: &Falt, kravs: bool) -> Format {
    let format = ram(grund().set_align(FormatAlign::VerticalCenter))
        .set_background_color(if kravs { KRAVS } else { VALFRI });
    let format = format.set_num_format(talformat(falt));
    match falt.slag {
        Slag::Text { .. } | Slag::Val(_) => format.set_text_wrap(),
        Slag::Datum => format.set_align(FormatAlign::Left),
        Slag::Heltal { .. } | Slag::Decimal { .. } | Slag::Intervall { .. } => {
            format.set_align(FormatAlign::Right)
        }
    }
}

/// A cell of the sum row.
pub(super) fn summa(falt: &Falt) -> Format {
    let format = ram(grund().set_bold().set_align(FormatAlign::VerticalCenter));
    let format = if falt.ar_tal() { format.set_align(FormatAlign::Right) } else { format };
    format
        .set_num_format(talformat(falt))
        .set_border_top(FormatBorder::Medium)
        .set_border_top_color(SVART)
}

/// The name of the sum row.
pub(super) fn summarubrik() -> Format {
    ram(grund().set_bold().set_align(FormatAlign::VerticalCenter))
        .set_border_top(FormatBorder::Medium)
        .set_border_top_color(SVART)
}

/// How a field's values are shown. A Swedish spreadsheet shows `,` here as a space.
fn talformat(falt: &Falt) -> String {
    match falt.slag {
        Slag::Heltal { measure, .. } => (if measure.grouped() { "#,##0" } else { "0" }).into(),
        Slag::Decimal { decimaler, .. } => {
            let antal = usize::try_from(decimaler).unwrap_or(0);
            let fasta = antal.min(2);
            let punkt = if antal > 0 { "." } else { "" };
            format!("#,##0{punkt}{}{}", "0".repeat(fasta), "#".repeat(antal - fasta))
        }
        Slag::Datum => "yyyy-mm-dd".into(),
        // As text, or a spreadsheet takes 4-6 for the fourth of June.
        Slag::Text { .. } | Slag::Val(_) | Slag::Intervall { .. } => "@".into(),
    }
}

fn grund() -> Format {
    Format::new().set_font_name("Calibri").set_font_size(11).set_font_color(SVART)
}

/// A cell of a table: framed, its text clear of the frame.
fn ram(format: Format) -> Format {
    format.set_indent(1).set_border(FormatBorder::Thin).set_border_color(LINJE)
}
