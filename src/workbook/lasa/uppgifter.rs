//! Reads a sheet with one row per item: the value, and beside it what it rests on. Knows rows and
//! columns, not what the items mean.

use std::collections::{BTreeMap, BTreeSet};

use super::about::Om;
use super::blad::Bladlasning;
use super::lista::okand_rad;
use super::tabell::{self, ar_rubrik};
use super::underlag::{self, Underlagsceller};
use super::utanfor::{self, Omfang};
use crate::problem::{Cell, Code};
use crate::workbook::bok::Rad;
use crate::workbook::schema::Falt;
use crate::workbook::tecken::{citat, forbjudet, jamforbar, kodpunkt, narmast};
use crate::workbook::tolka::{Fynd, vantat};

/// The heading of the column that holds the values.
pub(in crate::workbook) const VARDE: &str = "Värde";
/// The heading of the column that explains each item; not read.
pub(in crate::workbook) const FORKLARING: &str = "Förklaring";

/// The columns of the table.
struct Kolumner {
    varde: u32,
    om: BTreeMap<Om, u32>,
    sista: u32,
}

pub(super) fn las(blad: &mut Bladlasning<'_>, falt: &'static [Falt]) -> Option<Rad> {
    if !blad.blad.kravs && utanfor::tomt(blad) {
        return None;
    }
    let rubrikrad = tabell::rubrikrad(blad)?;
    let kolumner = hitta(blad, rubrikrad)?;
    let ifyllt =
        blad.rut.alla().any(|(cell, _)| cell.row > rubrikrad && cell.column == kolumner.varde);
    if !blad.blad.kravs && !ifyllt {
        return None;
    }
    let alla: Vec<_> = falt.iter().collect();
    underlag::anmal_saknade(blad, rubrikrad, &alla, |om| kolumner.om.contains_key(&om), "kolumnen");
    let (rader, sista_rad, under) = dela_upp(blad, rubrikrad, falt, kolumner.sista);
    let rubriker = blad.rut.rad(rubrikrad).map(|(cell, _)| cell.column).collect();
    let omfang = Omfang { forsta_rad: rubrikrad, sista_rad, rubriker, lasta: BTreeSet::new() };
    utanfor::granska(blad, &omfang, &under);
    let mut rad = Rad::ny(falt);
    for uppgift in falt {
        match rader.get(uppgift.id) {
            Some(row) => las_uppgift(blad, *row, uppgift, &kolumner, &mut rad),
            None if uppgift.kravs => {
                let fynd = Fynd::ny(Code::I06, format!("raden {} saknas", citat(uppgift.rubrik)))
                    .vantat(vantat(uppgift))
                    .hjalp("lägg tillbaka raden med det namnet; ordningen är fri");
                blad.anmal(Cell { row: rubrikrad, column: 1 }, fynd);
            }
            None => {}
        }
    }
    Some(rad)
}

fn las_uppgift(
    blad: &mut Bladlasning<'_>,
    row: u32,
    falt: &'static Falt,
    kolumner: &Kolumner,
    rad: &mut Rad,
) {
    let cell = Cell { row, column: kolumner.varde };
    let har_varde = blad.cell(cell).is_some();
    let celler =
        Underlagsceller::ny(|om| kolumner.om.get(&om).map(|column| Cell { row, column: *column }));
    let underlag = underlag::las(blad, celler, falt, falt.rubrik, har_varde);
    if har_varde {
        if let Some(varde) = blad.varde(cell, falt, &underlag) {
            rad.satt(falt.id, varde);
        }
    } else if falt.kravs {
        blad.saknas(cell, falt);
    }
}

/// Which column is which. Without the one for values there is nothing to read.
fn hitta(blad: &mut Bladlasning<'_>, rubrikrad: u32) -> Option<Kolumner> {
    let mut varde = None;
    let mut om = BTreeMap::new();
    let mut sista = 1;
    for (cell, _) in blad.rut.rad(rubrikrad).filter(|(cell, _)| cell.column > 1) {
        let rubrik = blad.rut.text(cell).unwrap_or_default();
        sista = sista.max(cell.column);
        let forsta = if jamforbar(&rubrik) == jamforbar(VARDE) {
            varde.replace(cell.column)
        } else if let Some(kant) = Om::hitta(&rubrik) {
            om.insert(kant, cell.column)
        } else if jamforbar(&rubrik) == jamforbar(FORKLARING) {
            None
        } else {
            okand_kolumn(blad, cell, &rubrik);
            None
        };
        if let Some(forsta) = forsta {
            let forsta = Cell { column: forsta, ..cell };
            let text = format!("kolumnen {} finns redan i {forsta}", citat(&rubrik));
            blad.anmal(cell, Fynd::ny(Code::I04, text).hjalp("ta bort den ena"));
        }
    }
    if varde.is_none() {
        let fynd = Fynd::ny(Code::I02, format!("kolumnen {} saknas", citat(VARDE)));
        blad.anmal(
            Cell { row: rubrikrad, column: 1 },
            fynd.hjalp("återställ rubriken; kolumnernas ordning är fri"),
        );
    }
    Some(Kolumner { varde: varde?, om, sista })
}

fn okand_kolumn(blad: &mut Bladlasning<'_>, cell: Cell, rubrik: &str) {
    if let Some(tecken) = forbjudet(rubrik) {
        let text = format!("rubriken {} innehåller {}", citat(rubrik), kodpunkt(tecken));
        blad.anmal(cell, Fynd::ny(Code::I13, text).hjalp("skriv om rubriken för hand"));
        return;
    }
    let kanda = Om::ALLA.map(Om::etikett).into_iter().chain([VARDE, FORKLARING]);
    let fynd = Fynd::ny(Code::I02, format!("kolumnen {} är okänd", citat(rubrik)));
    blad.anmal(
        cell,
        match narmast(rubrik, kanda) {
            Some(nara) => fynd.hjalp(format!("menas {}?", citat(nara))),
            None => fynd.hjalp("flytta egna kolumner till ett eget blad"),
        },
    );
}

/// Which row is which item, the last row of the table, and the cells under it.
fn dela_upp(
    blad: &mut Bladlasning<'_>,
    rubrikrad: u32,
    falt: &'static [Falt],
    sista_kolumn: u32,
) -> (BTreeMap<&'static str, u32>, u32, Vec<Cell>) {
    let mut rader: BTreeMap<&'static str, u32> = BTreeMap::new();
    let (mut sista, mut under) = (rubrikrad, Vec::new());
    for row in blad.rut.rader().into_iter().filter(|row| *row > rubrikrad) {
        let ifyllda: Vec<_> = blad
            .rut
            .rad(row)
            .map(|(cell, _)| cell)
            .filter(|cell| cell.column <= sista_kolumn)
            .collect();
        if ifyllda.is_empty() {
            continue;
        }
        let cell = Cell { row, column: 1 };
        let text = blad.rut.text(cell).unwrap_or_default();
        match falt.iter().find(|falt| ar_rubrik(falt, &text)) {
            Some(uppgift) => {
                if let Some(forsta) = rader.get(uppgift.id) {
                    let text = format!("{} finns redan på rad {forsta}", citat(uppgift.rubrik));
                    blad.anmal(cell, Fynd::ny(Code::I04, text).hjalp("behåll den rad som gäller"));
                } else {
                    rader.insert(uppgift.id, row);
                }
            }
            None if row == sista + 1 => okand_rad(blad, cell, falt.iter().map(|falt| falt.rubrik)),
            None => {
                under.extend(ifyllda);
                continue;
            }
        }
        sista = row;
    }
    (rader, sista, under)
}
