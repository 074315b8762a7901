//! A workbook described for people, from the same definition that reads and scaffolds it. Knows no
//! values.

use std::fmt::Write;

use super::number;
use super::parse::expected;
use super::schema::{AsOf, Field, Inherit, Kind, Layout, SheetSchema, WorkbookSchema};
use crate::problem::Language;
use crate::swedish;

/// The description as Markdown: a section for each sheet, a row for each item or column; as-of dates
/// are those of `ar`.
#[must_use]
pub fn description(schema: &WorkbookSchema, year: i32) -> String {
    let mut out = format!("# {} – `{}`\n\n{}\n", schema.title, schema.file, schema.about);
    let _ = writeln!(out, "\nDatum i kolumnen ”per datum” är de för bidragsåret {year}.");
    out.push_str(
        "\nKolumnen ”nästa år” säger vad `new` gör med uppgiften i nästa års arbetsbok. I en lista ärvs \
         raderna som den första kolumnen; egna kolumner behåller sina rubriker.\n",
    );
    out.push_str(
        "\nÖverst på varje blad står *Källa för hela bladet*, med datum, status och vem som har bekräftat. Det gäller för de \
         rader och kolumner som inte har egen källa och egen status.\n",
    );
    for sheet in schema.sheets {
        one_sheet(&mut out, sheet, year);
    }
    out
}

// Writing to a String cannot fail.
fn one_sheet(out: &mut String, sheet: &SheetSchema, year: i32) {
    let optional_text = if sheet.required { "" } else { " (får utelämnas)" };
    let _ = write!(out, "\n## {}{optional_text}\n\n{}\n\n", sheet.name, sheet.about);
    let (layout, head) = match &sheet.layout {
        Layout::Items(_) => ("En uppgift per rad.", "Uppgift"),
        Layout::Regions { sum_row: Some(_), .. } => {
            ("En rad per region och en summarad som får tas bort.", "Kolumn")
        }
        Layout::Regions { sum_row: None, .. } => ("En rad per region.", "Kolumn"),
        Layout::Recipients { .. } => {
            ("En rad per mottagare och en summarad som får tas bort.", "Kolumn")
        }
        Layout::Lista { keys: [], .. } => ("Så många rader som behövs.", "Kolumn"),
        Layout::Lista { .. } => ("Bestämda rader.", "Kolumn"),
    };
    let _ = write!(
        out,
        "{layout}\n\n| {head} | Innehåll | Krävs | Per datum | Nästa år | Förklaring |\n|---|---|---|---|---|---|\n"
    );
    for field in sheet.field() {
        row(out, field, field.heading, year);
    }
    let (Layout::Regions { free_columns: Some(free_columns), .. }
    | Layout::Recipients { free_column: free_columns, .. }) = &sheet.layout
    else {
        return;
    };
    let heading = format!("{}, en eller flera egna kolumner", free_columns.field.heading);
    row(out, &free_columns.field, &heading, year);
}

fn row(out: &mut String, field: &Field, heading: &str, year: i32) {
    let required = if field.required { "ja" } else { "nej" };
    let as_of = match field.as_of {
        AsOf::Free => String::new(),
        AsOf::Required(day) => day(year).to_string(),
        AsOf::Stated { usual, .. } => format!("{}, om inget annat är angivet", usual(year)),
    };
    let content = expected(field);
    let content = content.in_language(Language::Swedish);
    let usual = field.usual.between.map_or_else(String::new, |(least, greatest)| {
        let [least, greatest] = [least, greatest].map(|bound| number::write(bound.into()));
        format!("; vanligen {least}–{greatest}")
    });
    let inherit = inherit(field);
    let _ = writeln!(
        out,
        "| {heading} | {content}{usual} | {required} | {as_of} | {inherit} | {} |",
        field.about
    );
}

/// What becomes of a field in the year after.
fn inherit(field: &Field) -> String {
    match field.inherit {
        Inherit::New => "fylls i på nytt".into(),
        Inherit::Gone => "gäller bara sitt år, finns inte med".into(),
        Inherit::Kept => "består, bekräftas för hela bladet".into(),
        Inherit::KeptIf(terms) => {
            let words: Vec<_> = terms.iter().map(|term| format!("”{}”", term.word)).collect();
            let begun = match words.as_slice() {
                [] => String::new(),
                words => format!("; {} läggs till om det behövs", swedish::enumeration(words)),
            };
            format!(
                "raden består om det den gäller finns även i år; är det ett annat antal blir raderna så många{begun}, bekräftas för hela bladet"
            )
        }
        Inherit::KeptUnlessDated if matches!(field.kind, Kind::Datum) => {
            "ett år senare, bekräftas för hela bladet".into()
        }
        Inherit::KeptUnlessDated => {
            let of_rows = field.of_rows.map(|of| {
                format!(", och för ”{}” om bladet {} får andra rader", of.word, of.sheet)
            });
            let of_rows = of_rows.unwrap_or_default();
            format!(
                "består med årtalet framflyttat, bekräftas för hela bladet; töms om den nämner ett datum eller ett nummer{of_rows}"
            )
        }
        Inherit::Year => "nästa år".into(),
        Inherit::LastYear { sheet, .. } => format!("från bladet {sheet}"),
        Inherit::RowsOf { rows, .. } => format!("från bladet {} i {}", rows.sheet, rows.grant),
        Inherit::RowOutcome { grant, number } => format!("resultatet `{number}` i {grant}"),
        Inherit::Outcome { grant: None, number } => format!("resultatet `{number}`"),
        Inherit::Outcome { grant: Some(grant), number } => {
            format!("resultatet `{number}` i {grant}")
        }
    }
}
