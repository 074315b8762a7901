//! A workbook described for people, from the same definition that reads and scaffolds it. Knows no
//! values.

use std::fmt::Write;

use super::schema::{Arbetsbok, Blad, Falt, Form, PerDatum, Slag};

/// The description as Markdown: a section for each sheet, a row for each item or column; as-of dates
/// are those of `ar`.
#[must_use]
pub fn beskrivning(mall: &Arbetsbok, ar: i32) -> String {
    let mut ut = format!("# {} – `{}`\n\n{}\n", mall.titel, mall.fil, mall.om);
    ut.push_str(
        "\nKolumnerna ”per datum” gäller bidragsåret i exemplet; bladen ligger i den ordning de står här.\n",
    );
    for blad in mall.blad {
        ett_blad(&mut ut, blad, ar);
    }
    ut
}

// Writing to a String cannot fail.
fn ett_blad(ut: &mut String, blad: &Blad, ar: i32) {
    let valfritt = if blad.kravs { "" } else { " (får utelämnas)" };
    let _ = write!(ut, "\n## {}{valfritt}\n\n{}\n\n", blad.namn, blad.om);
    let (form, huvud) = match &blad.form {
        Form::Uppgifter(_) => ("En uppgift per rad.", "Uppgift"),
        Form::Regioner { summarad: Some(_), .. } => {
            ("En rad per region och en summarad som får tas bort.", "Kolumn")
        }
        Form::Regioner { summarad: None, .. } => ("En rad per region.", "Kolumn"),
        Form::Lista { nycklar: [], .. } => ("Så många rader som behövs.", "Kolumn"),
        Form::Lista { .. } => ("Bestämda rader.", "Kolumn"),
    };
    let _ = write!(
        ut,
        "{form}\n\n| {huvud} | Enhet | Innehåll | Krävs | Per datum | Förklaring |\n|---|---|---|---|---|---|\n"
    );
    for falt in blad.falt() {
        rad(ut, falt, falt.rubrik, ar);
    }
    if let Form::Regioner { fria: Some(fria), .. } = &blad.form {
        let rubrik = format!("{}, en eller flera egna kolumner", fria.falt.rubrik);
        rad(ut, &fria.falt, &rubrik, ar);
    }
}

fn rad(ut: &mut String, falt: &Falt, rubrik: &str, ar: i32) {
    let kravs = if falt.kravs { "ja" } else { "nej" };
    let per_datum = match falt.per_datum {
        PerDatum::Fritt => String::new(),
        PerDatum::Kravs(dag) => dag(ar).to_string(),
    };
    let innehall = innehall(falt.slag);
    let _ = writeln!(
        ut,
        "| {rubrik} | {} | {innehall} | {kravs} | {per_datum} | {} |",
        falt.enhet, falt.om
    );
}

fn innehall(slag: Slag) -> String {
    let tal = |tal: i64| super::tal::skriv(tal.into());
    match slag {
        Slag::Heltal { min, max } => format!("heltal, {}–{}", tal(min), tal(max)),
        Slag::Decimal { min, max, decimaler } => {
            format!("tal med högst {decimaler} decimaler, {}–{}", tal(min), tal(max))
        }
        Slag::Text { tecken } => format!("text, högst {tecken} tecken"),
        Slag::Datum => "datum".to_owned(),
        Slag::Val(val) => val.join(" / "),
    }
}
