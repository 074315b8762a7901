//! Reads a sheet with any number of rows, or with the rows its schema names. Knows rows and columns, not
//! what they mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::blad::Bladlasning;
use super::tabell::{self, Tabell};
use super::underlag;
use super::utanfor::{self, Omfang};
use crate::figure::{CellRef, Cellvarde, Underlag};
use crate::problem::{Cell, Code};
use crate::workbook::bok::{Innehall, Rad};
use crate::workbook::schema::Falt;
use crate::workbook::tecken::{citat, jamforbar, narmast, upprakning};
use crate::workbook::tolka::{Fynd, alltid_fel, visa};

/// The rows of the table, each with its key where the schema names them.
#[derive(Default)]
struct Rader {
    data: Vec<(u32, Option<&'static str>)>,
    sista: u32,
    under: Vec<Cell>,
}

pub(super) fn las(
    blad: &mut Bladlasning<'_>,
    kolumner: &'static [Falt],
    nycklar: &'static [&'static str],
) -> Option<Vec<Rad>> {
    if !blad.blad.kravs && utanfor::tomt(blad) {
        return None;
    }
    let (nyckelfalt, ovriga) = kolumner.split_first()?;
    let tabell = tabell::hitta(blad, ovriga, None)?;
    let forsta = if nycklar.is_empty() { 1 } else { 2 };
    let ifyllt = blad
        .rut
        .alla()
        .any(|(cell, _)| cell.row > tabell.rubrikrad && (forsta..=tabell.sista).contains(&cell.column));
    if !ifyllt {
        if blad.blad.kravs {
            let fynd = Fynd::ny(Code::I06, "tabellen har inga ifyllda rader");
            blad.anmal(Cell { row: tabell.rubrikrad, column: 1 }, fynd.hjalp("fyll i minst en rad"));
        }
        return None;
    }
    let falt: Vec<_> = tabell.kolumner.iter().map(|kolumn| kolumn.falt).collect();
    underlag::anmal_saknade(blad, tabell.rubrikrad, &falt, |om| tabell.om.contains_key(&om), "raden");
    let rader =
        if nycklar.is_empty() { fria_rader(blad, &tabell) } else { namngivna(blad, &tabell, nycklar) };
    utanfor::granska(blad, &Omfang::av(&tabell, rader.sista), &rader.under);
    Some(las_rader(blad, kolumner, nyckelfalt, &tabell, &rader))
}

/// The filled rows below the headings, with the filled cells of each.
fn ifyllda(blad: &Bladlasning<'_>, tabell: &Tabell) -> Vec<(u32, Vec<Cell>)> {
    blad.rut
        .rader()
        .into_iter()
        .filter(|row| *row > tabell.rubrikrad)
        .map(|row| {
            let celler = blad.rut.rad(row).map(|(cell, _)| cell);
            (row, celler.filter(|cell| cell.column <= tabell.sista).collect::<Vec<_>>())
        })
        .filter(|(_, celler)| !celler.is_empty())
        .collect()
}

/// Rows up to the first blank one.
fn fria_rader(blad: &mut Bladlasning<'_>, tabell: &Tabell) -> Rader {
    let mut rader = Rader { sista: tabell.rubrikrad, ..Rader::default() };
    for (row, celler) in ifyllda(blad, tabell) {
        if row == rader.sista + 1 {
            rader.data.push((row, None));
            rader.sista = row;
        } else {
            rader.under.extend(celler);
        }
    }
    rader
}

/// The rows the schema names, wherever they stand.
fn namngivna(blad: &mut Bladlasning<'_>, tabell: &Tabell, nycklar: &'static [&'static str]) -> Rader {
    let mut rader = Rader { sista: tabell.rubrikrad, ..Rader::default() };
    let mut sedda: BTreeMap<&str, u32> = BTreeMap::new();
    let mut forra = tabell.rubrikrad;
    for (row, celler) in ifyllda(blad, tabell) {
        let cell = Cell { row, column: 1 };
        let text = blad.rut.text(cell).unwrap_or_default();
        let nyckel = nycklar.iter().copied().find(|nyckel| jamforbar(nyckel) == jamforbar(&text));
        match nyckel {
            Some(nyckel) => {
                if let Some(forsta) = sedda.insert(nyckel, row) {
                    let text = format!("{} finns redan på rad {forsta}", citat(nyckel));
                    blad.anmal(cell, Fynd::ny(Code::I04, text).hjalp("behåll den rad som gäller"));
                } else {
                    rader.data.push((row, Some(nyckel)));
                }
            }
            None if row == forra + 1 => okand_rad(blad, cell, nycklar.iter().copied()),
            None => {
                rader.under.extend(celler);
                continue;
            }
        }
        forra = row;
        rader.sista = row;
    }
    let saknade: Vec<_> =
        nycklar.iter().filter(|nyckel| !sedda.contains_key(*nyckel)).map(|nyckel| citat(nyckel)).collect();
    if !saknade.is_empty() {
        let text = format!("rader saknas: {}", upprakning(saknade.iter().map(String::as_str)));
        let fynd = Fynd::ny(Code::I06, text).hjalp("lägg tillbaka raderna med de namnen; ordningen är fri");
        blad.anmal(Cell { row: tabell.rubrikrad, column: 1 }, fynd);
    }
    rader
}

/// Reports a row whose key is not one of those there may be.
pub(super) fn okand_rad<'k>(
    blad: &mut Bladlasning<'_>,
    cell: Cell,
    nycklar: impl IntoIterator<Item = &'k str>,
) {
    let Some(innehall) = blad.cell(cell) else {
        let fynd = Fynd::ny(Code::I17, "raden har värden men inget namn i kolumn A");
        blad.anmal(cell, fynd.hjalp("skriv radens namn, eller flytta värdena"));
        return;
    };
    if let Err(fynd) = alltid_fel(innehall) {
        return blad.anmal(cell, fynd);
    }
    let text = blad.rut.text(cell).unwrap_or_default();
    let fynd = Fynd::ny(Code::I17, format!("raden {} är okänd", visa(innehall)));
    let fynd = match narmast(&text, nycklar) {
        Some(nara) => fynd.hjalp(format!("menas {}?", citat(nara))),
        None => fynd.hjalp("flytta egna rader till ett eget blad"),
    };
    blad.anmal(cell, fynd);
}

fn las_rader(
    blad: &mut Bladlasning<'_>,
    kolumner: &'static [Falt],
    nyckelfalt: &'static Falt,
    tabell: &Tabell,
    rader: &Rader,
) -> Vec<Rad> {
    let mut lasta: BTreeMap<u32, Rad> = rader.data.iter().map(|(row, _)| (*row, Rad::ny(kolumner))).collect();
    let mut nyckelns = None;
    for kolumn in &tabell.kolumner {
        let cell = |row| Cell { row, column: kolumn.column };
        let har_varde = rader.data.iter().any(|(row, _)| blad.cell(cell(*row)).is_some());
        let celler = tabell.underlagsceller(kolumn.column);
        let underlag = underlag::las(blad, celler, kolumn.falt, &kolumn.rubrik, har_varde);
        for (row, rad) in &mut lasta {
            if blad.cell(cell(*row)).is_none() {
                if kolumn.falt.kravs {
                    blad.saknas(cell(*row), kolumn.falt);
                }
            } else if let Some(varde) = blad.varde(cell(*row), kolumn.falt, &underlag) {
                rad.satt(kolumn.falt.id, varde);
            }
        }
        if har_varde && nyckelns.is_none() {
            nyckelns = Some(underlag);
        }
    }
    let underlag = match nyckelns {
        Some(nasta) => nyckelns_underlag(nyckelfalt, &nasta),
        // A list of one column has nowhere else to say it than beside the labels.
        None => underlag::las(blad, tabell.underlagsceller(2), nyckelfalt, nyckelfalt.rubrik, true),
    };
    for (row, nyckel) in &rader.data {
        let cell = Cell { row: *row, column: 1 };
        let varde = nyckelvarde(blad, cell, nyckelfalt, *nyckel, &underlag);
        if let Some((varde, rad)) = varde.zip(lasta.get_mut(row)) {
            rad.satt(nyckelfalt.id, varde);
        }
    }
    lasta.into_values().collect()
}

/// The key's own column has the labels where its source would stand: it rests on what the first filled
/// column rests on.
fn nyckelns_underlag(falt: &Falt, nasta: &Underlag) -> Arc<Underlag> {
    let uppgift = falt.rubrik.to_owned();
    Arc::new(Underlag { uppgift, per_datum: None, ..nasta.clone() })
}

fn nyckelvarde(
    blad: &mut Bladlasning<'_>,
    cell: Cell,
    falt: &Falt,
    nyckel: Option<&'static str>,
    underlag: &Arc<Underlag>,
) -> Option<Cellvarde<Innehall>> {
    if let Some(nyckel) = nyckel {
        let cell = CellRef { location: blad.plats.at(cell), underlag: Arc::clone(underlag) };
        return Some(Cellvarde { value: Innehall::Text(nyckel.to_owned()), cell });
    }
    if blad.cell(cell).is_none() {
        if falt.kravs {
            blad.saknas(cell, falt);
        }
        return None;
    }
    blad.varde(cell, falt, underlag)
}
