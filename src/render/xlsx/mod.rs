//! The tables of a document as a workbook: one sheet for each table, and a sheet that says what they
//! are and rest on. Knows no document and no grant.

mod betalningar;
mod blad;
mod tabell;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::problem::{Code, Location, Problem, Problems};
use crate::report::head::Huvud;
use crate::report::paper::Sheets;
use blad::Utseende;

/// A document's sheets as a workbook. `namn` is the file's name, for problems.
///
/// # Errors
/// A table that no workbook can hold.
///
/// # Panics
/// If a whole number is too large to be written exactly: no sum of public money is, so it is a bug.
pub fn tabell_xlsx(namn: &str, sheets: &Sheets) -> Result<Vec<u8>, Problems> {
    let fel = |error: XlsxError| {
        Problem::new(Code::U02, Location::file(namn), format!("arbetsboken: {error}"))
    };
    Ok(skriv(sheets).map_err(fel)?)
}

fn skriv(Sheets { head: huvud, tables, payments }: &Sheets) -> Result<Vec<u8>, XlsxError> {
    let mut bok = Workbook::new();
    let datum = ExcelDateTime::parse_from_str(&huvud.datum.iso)?;
    bok.set_properties(
        &DocProperties::new()
            .set_title(&huvud.titel)
            .set_author(format!("statsbidrag {}", env!("CARGO_PKG_VERSION")))
            .set_comment(status(huvud))
            .set_creation_datetime(&datum),
    );
    let utseende = Utseende::nytt();
    for (plats, tabell) in tables.iter().enumerate() {
        blad::tabell(bok.add_worksheet(), &utseende, huvud, tabell, plats)?;
    }
    if !payments.is_empty() {
        betalningar::betalningar(bok.add_worksheet(), &utseende, huvud, payments)?;
    }
    om(bok.add_worksheet(), &utseende, huvud)?;
    bok.save_to_buffer()
}

/// The status in a sentence.
fn status(huvud: &Huvud) -> String {
    if huvud.vilar_pa_exempel {
        format!(
            "Exempel – inte för beslut eller utbetalning. Exempel eller obekräftade uppgifter på: {}.",
            huvud.exempelblad
        )
    } else {
        format!("Status: {}.", huvud.status)
    }
}

fn om(
    blad: &mut rust_xlsxwriter::Worksheet,
    utseende: &Utseende,
    huvud: &Huvud,
) -> Result<(), XlsxError> {
    blad.set_name("Om")?;
    blad.write_string_with_format(0, 0, &huvud.titel, &utseende.rubrik)?;
    blad.write_string(1, 0, format!("Datum: {}", huvud.datum.iso))?;
    blad.write_string(2, 0, status(huvud))?;
    blad.write_string(3, 0, format!("Körning: {}", huvud.korning))?;
    blad.write_string_with_format(4, 0, "Uppgifterna bygger på", &utseende.rubrik)?;
    let rubriker = ["Arbetsbok", "Blad", "Uppgift", "Källa", "Per datum", "Status", "Bekräftad av"];
    for ((kolumn, rubrik), bredd) in (0_u16..).zip(rubriker).zip([20, 24, 44, 60, 12, 14, 24]) {
        blad.write_string_with_format(5, kolumn, rubrik, &utseende.kolumnrubrik_text)?;
        blad.set_column_width(kolumn, bredd)?;
    }
    for (rad, underlag) in (6_u32..).zip(&huvud.underlag) {
        let celler = [
            &underlag.fil,
            &underlag.blad,
            &underlag.uppgift,
            &underlag.kalla,
            underlag.per_datum.as_ref().unwrap_or(&String::new()),
            &underlag.status,
            underlag.bekraftad_av.as_ref().unwrap_or(&String::new()),
        ]
        .map(String::clone);
        for (kolumn, text) in (0_u16..).zip(celler) {
            blad.write_string(rad, kolumn, text)?;
        }
    }
    blad.set_freeze_panes(6, 0)?;
    blad.set_landscape().set_paper_size(blad::A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

#[cfg(test)]
mod tests;
