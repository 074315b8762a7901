//! Reads a sheet with one row per region. Knows rows and columns, not what the figures mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::blad::Bladlasning;
use super::tabell::{self, Kolumn, Kolumnvarden, Tabell};
use super::utanfor::{self, Omfang};
use super::{summor, underlag};
use crate::figure::Underlag;
use crate::problem::{Cell, Code};
use crate::region::{PerRegion, Region};
use crate::workbook::bok::{Bladvarden, Rad};
use crate::workbook::schema::{Falt, Fria};
use crate::workbook::tecken::{citat, jamforbar, upprakning};
use crate::workbook::tolka::{Fynd, alltid_fel, vantat, visa};

/// The rows of the table.
#[derive(Default)]
struct Rader {
    regioner: BTreeMap<Region, u32>,
    summa: Option<u32>,
    sista: u32,
    /// Cells under the table.
    under: Vec<Cell>,
}

pub(super) fn las(
    blad: &mut Bladlasning<'_>,
    kolumner: &'static [Falt],
    fria: Option<&'static Fria>,
    summarad: Option<&'static str>,
) -> Option<Bladvarden> {
    if !blad.blad.kravs && utanfor::tomt(blad) {
        return None;
    }
    let tabell = tabell::hitta(blad, kolumner, fria)?;
    if !blad.blad.kravs && !ifyllt(blad, &tabell, summarad) {
        return None;
    }
    let falt: Vec<_> = tabell.kolumner.iter().map(|kolumn| kolumn.falt).collect();
    underlag::anmal_saknade(
        blad,
        tabell.rubrikrad,
        &falt,
        |om| tabell.om.contains_key(&om),
        "raden",
    );
    let rader = dela_upp(blad, &tabell, summarad);
    anmal_saknade(blad, &tabell, &rader);
    utanfor::granska(blad, &Omfang::av(&tabell, rader.sista), &rader.under);
    let mut varden = Vec::new();
    for kolumn in &tabell.kolumner {
        varden.push((kolumn, las_kolumn(blad, &tabell, kolumn, &rader)));
    }
    for (kolumn, i_kolumnen) in &varden {
        if let Some(row) = rader.summa {
            summor::summarad(blad, Cell { row, column: kolumn.column }, kolumn.falt, i_kolumnen);
        }
    }
    if let Some(fria) = fria.filter(|_| tabell.hel) {
        summor::fria(blad, fria, &varden);
    }
    Some(samla(kolumner, &varden))
}

/// Whether any region has a value.
fn ifyllt(blad: &Bladlasning<'_>, tabell: &Tabell, summarad: Option<&str>) -> bool {
    blad.rut.alla().any(|(cell, _)| {
        let nyckel = blad.rut.text(Cell { column: 1, ..cell });
        let summa =
            summarad.zip(nyckel).is_some_and(|(rad, text)| jamforbar(rad) == jamforbar(&text));
        cell.row > tabell.rubrikrad && (2..=tabell.sista).contains(&cell.column) && !summa
    })
}

/// Which row is which region, and what lies outside the table.
fn dela_upp(blad: &mut Bladlasning<'_>, tabell: &Tabell, summarad: Option<&str>) -> Rader {
    let mut rader = Rader { sista: tabell.rubrikrad, ..Rader::default() };
    let mut forra = tabell.rubrikrad;
    for row in blad.rut.rader().into_iter().filter(|row| *row > tabell.rubrikrad) {
        let ifyllda: Vec<_> = blad
            .rut
            .rad(row)
            .map(|(cell, _)| cell)
            .filter(|cell| cell.column <= tabell.sista)
            .collect();
        if ifyllda.is_empty() {
            continue;
        }
        let cell = Cell { row, column: 1 };
        let nyckel = blad.rut.text(cell).unwrap_or_default();
        let region = Region::hitta(&lanskod(&nyckel));
        let summa = summarad.is_some_and(|rad| jamforbar(rad) == jamforbar(&nyckel));
        match (region, summa) {
            (Ok(region), _) => {
                if let Some(forsta) = rader.regioner.get(&region) {
                    let text = format!("{region} finns redan på rad {forsta}");
                    blad.anmal(cell, Fynd::ny(Code::I04, text).hjalp("behåll den rad som gäller"));
                } else {
                    rader.regioner.insert(region, row);
                }
            }
            (Err(_), true) if rader.summa.is_none() => rader.summa = Some(row),
            (Err(nara), _) if row == forra + 1 && rader.summa.is_none() => {
                okand(blad, cell, nara, summarad);
            }
            _ => {
                rader.under.extend(ifyllda);
                continue;
            }
        }
        forra = row;
        rader.sista = row;
    }
    rader
}

/// A länskod that lost its leading zero when it was taken for a number.
fn lanskod(text: &str) -> String {
    if text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("0{text}")
    } else {
        text.to_owned()
    }
}

fn okand(blad: &mut Bladlasning<'_>, cell: Cell, nara: Option<Region>, summarad: Option<&str>) {
    let Some(innehall) = blad.cell(cell) else {
        let fynd = Fynd::ny(Code::I06, "raden har värden men ingen region");
        blad.anmal(cell, fynd.hjalp("skriv regionens namn, eller flytta värdena"));
        return;
    };
    if let Err(fynd) = alltid_fel(innehall) {
        return blad.anmal(cell, fynd);
    }
    let text = jamforbar(&blad.rut.text(cell).unwrap_or_default());
    let summa = ["summa", "totalt", "total", "riket", "hela riket", "totalt regioner"]
        .contains(&text.as_str());
    let hjalp = match (nara, summarad) {
        (Some(nara), _) => format!("menas {nara}?"),
        (None, Some(rad)) if summa => format!("summaraden heter {} på det här bladet", citat(rad)),
        (None, None) if summa => "bladet har ingen summarad; ta bort raden".into(),
        _ => "skriv något av regionernas namn; egna anteckningar hör hemma på ett eget blad".into(),
    };
    let fynd = Fynd::ny(Code::I05, format!("{} är inte någon region", visa(innehall))).hjalp(hjalp);
    blad.anmal(cell, fynd);
}

fn anmal_saknade(blad: &mut Bladlasning<'_>, tabell: &Tabell, rader: &Rader) {
    let saknade: Vec<_> = Region::alla()
        .filter(|region| !rader.regioner.contains_key(region))
        .map(Region::kortnamn)
        .collect();
    let text = match saknade.len() {
        0 => return,
        1 => format!("{} saknas", upprakning(saknade)),
        antal => format!("{antal} regioner saknas: {}", upprakning(saknade)),
    };
    let cell = Cell { row: tabell.rubrikrad, column: 1 };
    blad.anmal(cell, Fynd::ny(Code::I03, text).vantat("en rad för var och en av de 21 regionerna"));
}

fn las_kolumn(
    blad: &mut Bladlasning<'_>,
    tabell: &Tabell,
    kolumn: &Kolumn,
    rader: &Rader,
) -> Kolumnvarden {
    let column = kolumn.column;
    let tomma: Vec<_> = rader
        .regioner
        .iter()
        .filter(|(_, row)| blad.cell(Cell { row: **row, column }).is_none())
        .map(|(region, row)| (*region, *row))
        .collect();
    let har_varde = tomma.len() < rader.regioner.len();
    let celler = tabell.underlagsceller(column);
    let underlag = underlag::las(blad, celler, kolumn.falt, &kolumn.rubrik, har_varde);
    if har_varde {
        for (region, row) in &tomma {
            tom(blad, Cell { row: *row, column }, kolumn, *region);
        }
    } else if (kolumn.falt.kravs || kolumn.fri) && !rader.regioner.is_empty() {
        let text = format!("kolumnen {} är tom", citat(&kolumn.rubrik));
        let fynd = Fynd::ny(Code::I06, text).vantat(vantat(kolumn.falt));
        blad.anmal(
            Cell { row: tabell.rubrikrad, column },
            fynd.hjalp("fyll i ett värde för varje region"),
        );
    }
    las_celler(blad, column, kolumn.falt, rader, &underlag)
}

fn las_celler(
    blad: &mut Bladlasning<'_>,
    column: u32,
    falt: &Falt,
    rader: &Rader,
    underlag: &Arc<Underlag>,
) -> Kolumnvarden {
    let mut varden = Kolumnvarden::new();
    for (region, row) in &rader.regioner {
        if let Some(varde) = blad.varde(Cell { row: *row, column }, falt, underlag) {
            varden.insert(*region, varde);
        }
    }
    varden
}

fn tom(blad: &mut Bladlasning<'_>, cell: Cell, kolumn: &Kolumn, region: Region) {
    let text = format!("{} saknas för {region}", citat(&kolumn.rubrik));
    let fynd = Fynd::ny(Code::I06, text).vantat(vantat(kolumn.falt));
    blad.anmal(
        cell,
        match (kolumn.falt.far_vara_noll(), kolumn.falt.kravs || kolumn.fri) {
            (true, true) => fynd.hjalp("skriv 0 om det är noll som menas"),
            (false, true) => fynd,
            (true, false) => fynd
                .hjalp("kolumnen får lämnas tom, men då för alla regioner; skriv 0 om det är noll som menas"),
            (false, false) => fynd.hjalp("kolumnen får lämnas tom, men då för alla regioner"),
        },
    );
}

fn samla(kolumner: &'static [Falt], varden: &[(&Kolumn, Kolumnvarden)]) -> Bladvarden {
    let fria = varden
        .iter()
        .filter(|(kolumn, _)| kolumn.fri)
        .map(|(kolumn, varden)| {
            (kolumn.rubrik.clone(), PerRegion::fran(|region| varden.get(&region).cloned()))
        })
        .collect();
    let rader = PerRegion::fran(|region| {
        let mut rad = Rad::ny(kolumner);
        for (kolumn, varden) in varden.iter().filter(|(kolumn, _)| !kolumn.fri) {
            if let Some(varde) = varden.get(&region) {
                rad.satt(kolumn.falt.id, varde.clone());
            }
        }
        rad
    });
    Bladvarden::Regioner { rader, fria }
}
