//! A workbook described for people, from the same definition that reads and scaffolds it. Knows no
//! values.

use std::fmt::Write;

use super::schema::{Arbetsbok, Arv, Blad, Falt, Form, PerDatum};
use super::tolka::vantat;

/// The description as Markdown: a section for each sheet, a row for each item or column; as-of dates
/// are those of `ar`.
#[must_use]
pub fn beskrivning(mall: &Arbetsbok, ar: i32) -> String {
    let mut ut = format!("# {} – `{}`\n\n{}\n", mall.titel, mall.fil, mall.om);
    let _ = writeln!(ut, "\nDatum i kolumnen ”per datum” är de för bidragsåret {ar}.");
    ut.push_str(
        "\nKolumnen ”nästa år” säger vad `new` gör med uppgiften i nästa års arbetsbok. I en lista ärvs \
         raderna som den första kolumnen; egna kolumner behåller sina rubriker.\n",
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
        "{form}\n\n| {huvud} | Innehåll | Krävs | Per datum | Nästa år | Förklaring |\n|---|---|---|---|---|---|\n"
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
    let innehall = vantat(falt);
    let arv = arv(falt);
    let _ = writeln!(ut, "| {rubrik} | {innehall} | {kravs} | {per_datum} | {arv} | {} |", falt.om);
}

/// What becomes of a field in the year after.
fn arv(falt: &Falt) -> String {
    match falt.arv {
        Arv::Nytt => "fylls i på nytt".into(),
        Arv::Bestar => "består, ska bekräftas".into(),
        Arv::BestarUtanAr => "består om den inte nämner året, ska bekräftas".into(),
        Arv::Aret => "nästa år".into(),
        Arv::Forra { blad, .. } => format!("från bladet {blad}"),
        Arv::Resultat { bidrag: None, siffra } => format!("resultatet `{siffra}`"),
        Arv::Resultat { bidrag: Some(bidrag), siffra } => {
            format!("resultatet `{siffra}` i {bidrag}")
        }
    }
}
