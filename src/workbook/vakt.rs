//! The guard before any spreadsheet reader: opens the package under limits and refuses what could
//! exhaust memory, mean two things at once, or is not a workbook. Knows packages, not cells.
//!
//! Sizes are measured by inflating, never believed. What calamine 0.38 allocates from an attribute
//! (`uniqueCount` of the shared strings) or multiplies (the font name of every style) is bounded.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::delar;
use super::package::{Paket, nyckel};
use super::xml::Skada;
use crate::problem::{Code, Location, Problem};

/// The largest file.
const FIL: usize = 20 << 20;
/// The most parts in a package.
const ANTAL_DELAR: usize = 2_000;
/// The largest part, inflated.
const DEL: u64 = 64 << 20;
/// The largest package, inflated.
const PAKET: u64 = 128 << 20;
/// The largest part that is kept in memory, inflated.
const DEL_I_MINNET: u64 = 16 << 20;

/// Opens a file that someone says is a workbook.
pub(super) fn granska<'a>(fil: &str, bytes: &'a [u8]) -> Result<Paket<'a>, Box<Problem>> {
    let plats = Location::file(fil);
    kannetecken(&plats, bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| zipfel(&plats, &error))?;
    if zip.len() > ANTAL_DELAR {
        return Err(stor(&plats, format!("paketet har {} delar", zip.len()), "högst 2 000"));
    }
    let poster = mat(&plats, &mut zip)?;
    let mut paket = Paket::new(zip, poster);
    krav_pa_delar(&paket, &plats)?;
    paket.blad = delar::granska(&mut paket).map_err(|skada| match skada {
        (del, delar::Fel::Skada(Skada(text))) => skadad(&plats, format!("delen {del} {text}")),
        (del, delar::Fel::Stor(text)) => stor(&plats, format!("delen {del} {text}"), ""),
        (_, delar::Fel::Inte(text)) => inte(&plats, text),
    })?;
    Ok(paket)
}

/// Whether the parts are those of a workbook.
fn krav_pa_delar(paket: &Paket<'_>, plats: &Location) -> Result<(), Box<Problem>> {
    if paket.har("[Content_Types].xml") && paket.har("xl/workbook.xml") {
        return Ok(());
    }
    let text = if paket.har("xl/workbook.bin") {
        "filen är en binär arbetsbok (.xlsb)"
    } else if paket.har("mimetype") && paket.har("content.xml") {
        "filen är ett dokument i formatet OpenDocument (.ods)"
    } else if paket.har("word/document.xml") {
        "filen är ett Word-dokument"
    } else {
        "filen är ett zip-arkiv men ingen arbetsbok"
    };
    Err(inte(plats, text))
}

/// Judges the file by its size and first bytes.
fn kannetecken(plats: &Location, bytes: &[u8]) -> Result<(), Box<Problem>> {
    if bytes.len() > FIL {
        let text = format!("filen är {} MB", bytes.len() >> 20);
        return Err(stor(plats, text, "högst 20 MB"));
    }
    if bytes.is_empty() {
        return Err(skadad(plats, "filen är tom"));
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let markor: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        let krypterad = bytes.windows(markor.len()).any(|fonster| fonster == markor);
        return Err(if krypterad {
            krypterat(plats)
        } else {
            inte(plats, "filen är en äldre Excelfil (.xls)")
        });
    }
    if !bytes.starts_with(b"PK") {
        return Err(inte(plats, "filens innehåll är inte ett XLSX-paket"));
    }
    Ok(())
}

/// Inflates every part into nothing, to learn how large it is and that it is whole.
fn mat(
    plats: &Location,
    zip: &mut ZipArchive<Cursor<&[u8]>>,
) -> Result<BTreeMap<String, (usize, u64)>, Box<Problem>> {
    let mut poster = BTreeMap::new();
    let mut kvar = PAKET;
    let mut dubbelt = zip.has_duplicate_names();
    for index in 0..zip.len() {
        let post = zip.by_index(index).map_err(|error| zipfel(plats, &error))?;
        let namn = post.name().map_err(|error| zipfel(plats, &error))?.into_owned();
        let grans = kvar.min(if i_minnet(&nyckel(&namn)) { DEL_I_MINNET } else { DEL });
        let storlek = std::io::copy(&mut post.take(grans.saturating_add(1)), &mut std::io::sink())
            .map_err(|_| skadad(plats, format!("delen {namn} går inte att packa upp")))?;
        if storlek > grans {
            let text = format!("delen {namn} är uppackad större än {} MB", grans >> 20);
            return Err(stor(plats, text, "högst 64 MB per del och 128 MB sammanlagt"));
        }
        kvar = kvar.saturating_sub(storlek);
        dubbelt |= poster.insert(nyckel(&namn), (index, storlek)).is_some();
    }
    if dubbelt {
        return Err(skadad(plats, "paketet har två delar med samma namn"));
    }
    Ok(poster)
}

/// The parts that calamine keeps whole.
fn i_minnet(nyckel: &str) -> bool {
    !nyckel.starts_with("xl/worksheets/")
        && [".xml", ".rels"].iter().any(|slut| nyckel.ends_with(slut))
}

fn zipfel(plats: &Location, error: &ZipError) -> Box<Problem> {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            krypterat(plats)
        }
        _ => skadad(plats, "paketet är avkortat eller trasigt"),
    }
}

/// F06, with what to do.
pub(super) fn skadad(plats: &Location, text: impl Into<String>) -> Box<Problem> {
    let problem = Problem::new(Code::F06, plats.clone(), text);
    Box::new(
        problem.help(
            "hämta filen på nytt, eller öppna den i Excel eller LibreOffice och spara om den",
        ),
    )
}

/// F07, with what to do.
pub(super) fn stor(plats: &Location, text: impl Into<String>, hogst: &str) -> Box<Problem> {
    let problem = Problem::new(Code::F07, plats.clone(), text)
        .help("spara om arbetsboken utan det som inte hör dit: bilder, egna blad, formatering långt utanför tabellerna");
    Box::new(if hogst.is_empty() { problem } else { problem.expected(hogst) })
}

fn inte(plats: &Location, text: impl Into<String>) -> Box<Problem> {
    let problem = Problem::new(Code::F04, plats.clone(), text)
        .expected("en arbetsbok i formatet XLSX")
        .help("öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)");
    Box::new(problem)
}

fn krypterat(plats: &Location) -> Box<Problem> {
    let problem = Problem::new(Code::F05, plats.clone(), "arbetsboken är skyddad med lösenord")
        .help("ta bort lösenordet i Excel (Arkiv › Info › Skydda arbetsbok) och spara om");
    Box::new(problem)
}
