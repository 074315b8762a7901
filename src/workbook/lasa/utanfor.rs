//! What lies in the way of a table or outside it: merged cells, hidden rows and columns, text beside
//! or below. Knows the table's extent, not its columns.

use std::collections::BTreeSet;

use super::blad::Bladlasning;
use super::tabell::Tabell;
use crate::problem::{Cell, Code};
use crate::workbook::tolka::{Fynd, visa};

/// The extent of a table, from its first row about columns to its last row of data.
#[derive(Clone, Debug)]
pub(super) struct Omfang {
    pub(super) forsta_rad: u32,
    pub(super) sista_rad: u32,
    /// The columns that have a heading.
    pub(super) rubriker: BTreeSet<u32>,
    /// Cells without a heading that are read all the same.
    pub(super) lasta: BTreeSet<Cell>,
}

impl Omfang {
    pub(super) fn av(tabell: &Tabell, sista_rad: u32) -> Self {
        let (forsta_rad, rubriker) = (tabell.forsta_rad(), tabell.rubriker.clone());
        let ensam = tabell.sista == 1;
        let lasta =
            tabell.om.values().filter(|_| ensam).map(|row| Cell { row: *row, column: 2 }).collect();
        Self { forsta_rad, sista_rad, rubriker, lasta }
    }

    fn sista_kolumn(&self) -> u32 {
        self.rubriker.last().copied().unwrap_or(1)
    }
}

/// Whether nothing at all stands on the sheet.
pub(super) fn tomt(blad: &Bladlasning<'_>) -> bool {
    blad.rut.alla().next().is_none()
}

/// Reports what is merged or hidden within the table, and what stands outside it.
pub(super) fn granska(blad: &mut Bladlasning<'_>, omfang: &Omfang, under: &[Cell]) {
    sammanslaget(blad, omfang);
    dolt(blad, omfang);
    let (bredvid, under_bredvid): (Vec<_>, Vec<_>) = blad
        .rut
        .alla()
        .map(|(cell, _)| cell)
        .filter(|cell| cell.row >= omfang.forsta_rad && !omfang.rubriker.contains(&cell.column))
        .filter(|cell| !omfang.lasta.contains(cell))
        .partition(|cell| cell.row <= omfang.sista_rad);
    let under: BTreeSet<_> = under.iter().copied().chain(under_bredvid).collect();
    anmal(blad, &bredvid, "utanför tabellens kolumner");
    anmal(blad, &under.into_iter().collect::<Vec<_>>(), "nedanför tabellen");
}

fn sammanslaget(blad: &mut Bladlasning<'_>, omfang: &Omfang) {
    for omrade in blad.rut.form.sammanslagna.clone() {
        let flera = omrade.fran != omrade.till;
        let rader = omrade.fran.row <= omfang.sista_rad && omrade.till.row >= omfang.forsta_rad;
        if flera && rader && omrade.fran.column <= omfang.sista_kolumn() {
            let text = format!("cellerna {}:{} är sammanslagna", omrade.fran, omrade.till);
            let fynd = Fynd::ny(Code::I11, text).hjalp("dela upp cellerna och fyll i var och en");
            blad.anmal(omrade.fran, fynd);
        }
    }
}

fn dolt(blad: &mut Bladlasning<'_>, omfang: &Omfang) {
    let mut rader: Vec<(u32, u32)> = Vec::new();
    for row in blad.rut.form.dolda_rader.range(omfang.forsta_rad..=omfang.sista_rad) {
        match rader.last_mut() {
            Some((_, sista)) if *sista + 1 == *row => *sista = *row,
            _ => rader.push((*row, *row)),
        }
    }
    for (forsta, sista) in rader {
        let text = if forsta == sista {
            format!("rad {forsta} är dold")
        } else {
            format!("raderna {forsta}–{sista} är dolda")
        };
        let fynd = Fynd::ny(Code::I12, text)
            .hjalp("ta fram raderna och granska dem; släck eventuella filter");
        blad.anmal(Cell { row: forsta, column: 1 }, fynd);
    }
    for (forsta, sista) in blad.rut.form.dolda_kolumner.clone() {
        let sista = sista.min(omfang.sista_kolumn());
        for column in forsta.max(1)..=sista {
            let cell = Cell { row: omfang.forsta_rad, column };
            let bokstav: String =
                cell.to_string().chars().filter(char::is_ascii_alphabetic).collect();
            let fynd = Fynd::ny(Code::I12, format!("kolumn {bokstav} är dold"));
            blad.anmal(cell, fynd.hjalp("ta fram kolumnen och granska den"));
        }
    }
}

fn anmal(blad: &mut Bladlasning<'_>, celler: &[Cell], var: &str) {
    let Some((cell, innehall)) = celler.first().and_then(|cell| Some((*cell, blad.cell(*cell)?)))
    else {
        return;
    };
    let fler = match celler.len() - 1 {
        0 => String::new(),
        1 => " (och en cell till)".into(),
        antal => format!(" (och {antal} celler till)"),
    };
    let fynd = Fynd::ny(Code::I18, format!("{} står {var}{fler}", visa(innehall)));
    blad.anmal(cell, fynd.hjalp("flytta texten till ett eget blad, eller ta bort den"));
}
