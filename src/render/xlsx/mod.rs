//! The tables of a document as a workbook: one sheet for each table, and a sheet that says what they
//! are and rest on. Reads a document's JSON; knows no document and no grant.

mod betalningar;
mod blad;
mod tabell;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde::Deserialize;
use serde_json::Value;

use crate::problem::{Code, Location, Problem, Problems};
use blad::Utseende;
use tabell::{Betalning, Tabell};

/// What of a document's JSON the sheet about it states.
#[derive(Deserialize)]
pub(super) struct Huvud {
    titel: String,
    datum: Datum,
    status: String,
    korning: String,
    vilar_pa_exempel: bool,
    exempelblad: String,
    underlag: Vec<Underlagsrad>,
}

#[derive(Deserialize)]
struct Datum {
    iso: String,
}

#[derive(Deserialize)]
struct Underlagsrad {
    fil: String,
    blad: String,
    uppgift: String,
    kalla: String,
    per_datum: Option<String>,
    status: String,
    bekraftad_av: Option<String>,
}

#[derive(Deserialize)]
struct Dokument {
    huvud: Huvud,
}

/// All tables of a document, numbered ones first, and its days of payment if it has any. `namn` is
/// the file's name, for problems.
///
/// # Errors
/// JSON that is not a document's, or a table that no workbook can hold.
///
/// # Panics
/// If a whole number is too large to be written exactly: no sum of public money is, so it is a bug.
pub fn tabell_xlsx(namn: &str, json: &[u8]) -> Result<Vec<u8>, Problems> {
    let fel = |text: String| Problem::new(Code::U02, Location::file(namn), text);
    let olaslig =
        |error: serde_json::Error| fel(format!("dokumentets JSON går inte att läsa: {error}"));
    let varde: Value = serde_json::from_slice(json).map_err(olaslig)?;
    let dokument = Dokument::deserialize(&varde).map_err(olaslig)?;
    let mut tabeller = Vec::new();
    hitta(&varde, &mut tabeller);
    tabeller.sort_by_key(|tabell| (tabell.nummer.is_none(), tabell.nummer, tabell.id.clone()));
    let betalningar = betalningar_i(&varde);
    Ok(skriv(&dokument.huvud, &tabeller, &betalningar)
        .map_err(|error| fel(format!("arbetsboken: {error}")))?)
}

/// Finds every table, wherever it stands.
fn hitta(varde: &Value, tabeller: &mut Vec<Tabell>) {
    if let Ok(tabell) = Tabell::deserialize(varde) {
        tabeller.push(tabell);
        return;
    }
    match varde {
        Value::Array(delar) => delar.iter().for_each(|del| hitta(del, tabeller)),
        Value::Object(delar) => delar.values().for_each(|del| hitta(del, tabeller)),
        _ => {}
    }
}

/// The days of payment, wherever they stand; none if there are none.
fn betalningar_i(varde: &Value) -> Vec<Betalning> {
    let Value::Object(delar) = varde else { return Vec::new() };
    let egna = delar.get("betalningar").and_then(|egna| Vec::deserialize(egna).ok());
    egna.unwrap_or_else(|| delar.values().flat_map(betalningar_i).collect())
}

fn skriv(
    huvud: &Huvud,
    tabeller: &[Tabell],
    betalningar: &[Betalning],
) -> Result<Vec<u8>, XlsxError> {
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
    for (plats, tabell) in tabeller.iter().enumerate() {
        blad::tabell(bok.add_worksheet(), &utseende, huvud, tabell, plats)?;
    }
    if !betalningar.is_empty() {
        betalningar::betalningar(bok.add_worksheet(), &utseende, huvud, betalningar)?;
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
