//! Finds a table on a sheet: the row of headings, the rows about the columns above it, and which
//! column is which. Knows headings, not values.

use std::collections::{BTreeMap, BTreeSet};

use super::about::{Om, enhetsfel};
use super::blad::Bladlasning;
use super::underlag::Underlagsceller;
use crate::figure::Cellvarde;
use crate::problem::{Cell, Code};
use crate::region::Region;
use crate::workbook::bok::Innehall;
use crate::workbook::schema::{Falt, Fria};
use crate::workbook::tecken::{citat, forbjudet, jamforbar, kodpunkt, narmast};
use crate::workbook::tolka::Fynd;

/// The longest heading a user's own column may have.
const RUBRIK: usize = 80;

/// The values of a column, by region.
pub(super) type Kolumnvarden = BTreeMap<Region, Cellvarde<Innehall>>;

/// A column of the table.
#[derive(Debug)]
pub(super) struct Kolumn {
    pub(super) column: u32,
    pub(super) falt: &'static Falt,
    /// The heading: the schema's, or the user's own.
    pub(super) rubrik: String,
    pub(super) fri: bool,
}

/// A table with headings.
#[derive(Debug)]
pub(super) struct Tabell {
    pub(super) rubrikrad: u32,
    /// The rows about the columns.
    pub(super) om: BTreeMap<Om, u32>,
    /// The columns but the first, from left to right.
    pub(super) kolumner: Vec<Kolumn>,
    /// The columns that have a heading, known or not; the first is always one.
    pub(super) rubriker: BTreeSet<u32>,
    /// The last column with a heading.
    pub(super) sista: u32,
    /// Whether every heading could be used.
    pub(super) hel: bool,
}

impl Tabell {
    /// The cells about a column.
    pub(super) fn underlagsceller(&self, column: u32) -> Underlagsceller {
        let cell = |om| self.om.get(&om).map(|row| Cell { row: *row, column });
        Underlagsceller::ny(cell)
    }

    /// The first row that belongs to the table.
    pub(super) fn forsta_rad(&self) -> u32 {
        self.om.values().copied().min().unwrap_or(self.rubrikrad)
    }
}

/// The row of headings: the one whose first cell is the key's heading. A title may say the same, but
/// stands alone on its row, above the rows about the columns.
pub(super) fn rubrikrad(blad: &mut Bladlasning<'_>) -> Option<u32> {
    let sokt = blad.blad.nyckelrubrik();
    let forsta: Vec<(Cell, String)> = blad
        .rut
        .alla()
        .filter(|(cell, _)| cell.column == 1)
        .filter_map(|(cell, _)| Some((cell, blad.rut.text(cell)?)))
        .collect();
    let traffar: Vec<u32> = forsta
        .iter()
        .filter(|(_, text)| {
            jamforbar(utan_enhet(text).0) == jamforbar(sokt) || jamforbar(text) == jamforbar(sokt)
        })
        .map(|(cell, _)| cell.row)
        .collect();
    let om =
        forsta.iter().find(|(_, text)| Om::hitta(text).is_some()).map_or(0, |(cell, _)| cell.row);
    let bred = traffar.iter().find(|row| blad.rut.rad(**row).count() > 1);
    let traff = bred.or(traffar.iter().find(|row| **row > om)).or(traffar.first()).copied();
    if traff.is_none() {
        let fynd =
            Fynd::ny(Code::I02, format!("ingen rad har rubriken {} i kolumn A", citat(sokt)));
        let nara = narmast(sokt, forsta.iter().map(|(_, text)| text.as_str()));
        let nara = nara.and_then(|nara| forsta.iter().find(|(_, text)| text == nara));
        blad.anmal_blad(match nara {
            Some((cell, text)) => fynd.hjalp(format!("menas {} i {cell}?", citat(text))),
            None => fynd.hjalp("återställ rubriken; tabellens första kolumn ska vara A"),
        });
    }
    traff
}

/// Finds the table, and reports headings that are missing, unknown or there twice.
pub(super) fn hitta(
    blad: &mut Bladlasning<'_>,
    falt: &'static [Falt],
    fria: Option<&'static Fria>,
) -> Option<Tabell> {
    let rubrikrad = rubrikrad(blad)?;
    let om = rader_om(blad, rubrikrad);
    let (mut kolumner, okanda) = kanda(blad, rubrikrad, falt);
    let saknade: Vec<_> = falt
        .iter()
        .filter(|falt| !kolumner.iter().any(|kolumn| kolumn.falt.id == falt.id))
        .collect();
    let felstavade = anmal_saknade(blad, rubrikrad, &saknade, &okanda);
    let mut hel = felstavade.is_empty();
    for (cell, rubrik) in okanda.iter().filter(|(cell, _)| !felstavade.contains(cell)) {
        let column = cell.column;
        match fria {
            Some(fria) => {
                if fri_rubrik(blad, *cell, rubrik, &kolumner) {
                    kolumner.push(Kolumn {
                        column,
                        falt: &fria.falt,
                        rubrik: rubrik.clone(),
                        fri: true,
                    });
                } else {
                    hel = false;
                }
            }
            None => okand(blad, *cell, rubrik, &saknade),
        }
    }
    kolumner.sort_by_key(|kolumn| kolumn.column);
    let rubriker: BTreeSet<u32> =
        blad.rut.rad(rubrikrad).map(|(cell, _)| cell.column).chain([1]).collect();
    let sista = rubriker.last().copied().unwrap_or(1);
    Some(Tabell { rubrikrad, om, kolumner, rubriker, sista, hel })
}

fn rader_om(blad: &mut Bladlasning<'_>, rubrikrad: u32) -> BTreeMap<Om, u32> {
    let mut rader: BTreeMap<Om, u32> = BTreeMap::new();
    for row in 1..rubrikrad {
        let cell = Cell { row, column: 1 };
        let Some(om) = blad.rut.text(cell).as_deref().and_then(Om::hitta) else { continue };
        match rader.get(&om) {
            None => {
                rader.insert(om, row);
            }
            Some(forsta) => {
                let text = format!("raden {} finns redan på rad {forsta}", citat(om.etikett()));
                blad.anmal(cell, Fynd::ny(Code::I04, text).hjalp("behåll den ena"));
            }
        }
    }
    rader
}

/// The headings that the schema has, and the others.
fn kanda(
    blad: &mut Bladlasning<'_>,
    rubrikrad: u32,
    falt: &'static [Falt],
) -> (Vec<Kolumn>, Vec<(Cell, String)>) {
    let (mut kolumner, mut okanda) = (Vec::<Kolumn>::new(), Vec::new());
    for (cell, _) in blad.rut.rad(rubrikrad).filter(|(cell, _)| cell.column > 1) {
        let Some(rubrik) = blad.rut.text(cell) else {
            blad.anmal(
                cell,
                Fynd::ny(Code::I02, "rubriken är inte text").hjalp("skriv rubriken som text"),
            );
            continue;
        };
        let Some(falt) = falt.iter().find(|falt| ar_rubrik(falt, &rubrik)) else {
            okanda.push((cell, rubrik));
            continue;
        };
        let enhet = utan_enhet(&rubrik).1.filter(|_| jamforbar(&rubrik) != jamforbar(falt.rubrik));
        if let Some(enhet) = enhet.filter(|enhet| jamforbar(enhet) != jamforbar(falt.enhet())) {
            let text = format!("kolumnen {} har enheten {}", citat(falt.rubrik), citat(enhet));
            blad.anmal(cell, enhetsfel(text, falt));
        }
        if let Some(forsta) = kolumner.iter().find(|kolumn| kolumn.falt.id == falt.id) {
            let forsta = Cell { column: forsta.column, ..cell };
            let text = format!("kolumnen {} finns redan i {forsta}", citat(falt.rubrik));
            blad.anmal(cell, Fynd::ny(Code::I04, text).hjalp("ta bort den ena"));
            continue;
        }
        kolumner.push(Kolumn { column: cell.column, falt, rubrik: falt.rubrik.into(), fri: false });
    }
    (kolumner, okanda)
}

/// Whether a text is the field's heading, with or without a unit in parentheses.
pub(super) fn ar_rubrik(falt: &Falt, text: &str) -> bool {
    let rubrik = jamforbar(falt.rubrik);
    jamforbar(text) == rubrik || jamforbar(utan_enhet(text).0) == rubrik
}

/// A heading and the unit in parentheses after it.
fn utan_enhet(text: &str) -> (&str, Option<&str>) {
    let delad = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    delad.map_or((text, None), |(rubrik, enhet)| (rubrik.trim(), Some(enhet.trim())))
}

/// Reports the required columns that are missing, each with the unknown heading that may be it. Gives
/// the headings that are taken for misspelled.
fn anmal_saknade(
    blad: &mut Bladlasning<'_>,
    rubrikrad: u32,
    saknade: &[&'static Falt],
    okanda: &[(Cell, String)],
) -> Vec<Cell> {
    let mut felstavade = Vec::new();
    for falt in saknade {
        let nara = narmast(falt.rubrik, okanda.iter().map(|(_, rubrik)| utan_enhet(rubrik).0));
        let nara =
            nara.and_then(|nara| okanda.iter().find(|(_, rubrik)| utan_enhet(rubrik).0 == nara));
        if !falt.kravs && nara.is_none() {
            continue;
        }
        let text = format!("kolumnen {} saknas", citat(&falt.rubrik_med_enhet()));
        let fynd = Fynd::ny(Code::I02, text);
        match nara {
            Some((cell, rubrik)) => {
                blad.anmal(
                    *cell,
                    fynd.hjalp(format!("menas {}? Rätta i så fall rubriken", citat(rubrik))),
                );
                felstavade.push(*cell);
            }
            None => blad.anmal(
                Cell { row: rubrikrad, column: 1 },
                fynd.hjalp("lägg tillbaka kolumnen med den rubriken; ordningen är fri"),
            ),
        }
    }
    felstavade
}

fn okand(blad: &mut Bladlasning<'_>, cell: Cell, rubrik: &str, saknade: &[&'static Falt]) {
    if let Some(tecken) = forbjudet(rubrik) {
        blad.anmal(cell, forbjuden_rubrik(rubrik, tecken));
        return;
    }
    let fynd = Fynd::ny(Code::I02, format!("kolumnen {} är okänd", citat(rubrik)));
    blad.anmal(
        cell,
        match narmast(rubrik, saknade.iter().map(|falt| falt.rubrik)) {
            Some(nara) => fynd.hjalp(format!("menas {}?", citat(nara))),
            None => fynd.hjalp("flytta egna kolumner till ett eget blad"),
        },
    );
}

fn forbjuden_rubrik(rubrik: &str, tecken: char) -> Fynd {
    Fynd::ny(Code::I13, format!("rubriken {} innehåller {}", citat(rubrik), kodpunkt(tecken)))
        .hjalp("skriv om rubriken för hand")
}

/// Whether a user's own heading may be used; if not, it is reported.
fn fri_rubrik(blad: &mut Bladlasning<'_>, cell: Cell, rubrik: &str, kolumner: &[Kolumn]) -> bool {
    let fynd = if let Some(tecken) = forbjudet(rubrik) {
        forbjuden_rubrik(rubrik, tecken)
    } else if rubrik.chars().count() > RUBRIK {
        let antal = rubrik.chars().count();
        Fynd::ny(Code::I08, format!("rubriken {} är {antal} tecken lång", citat(rubrik)))
            .vantat(format!("text, högst {RUBRIK} tecken"))
            .hjalp("korta rubriken")
    } else if let Some(forsta) =
        kolumner.iter().find(|kolumn| jamforbar(&kolumn.rubrik) == jamforbar(rubrik))
    {
        let forsta = Cell { column: forsta.column, ..cell };
        Fynd::ny(Code::I04, format!("kolumnen {} finns redan i {forsta}", citat(rubrik)))
            .hjalp("ta bort den ena, eller ge den ett annat namn")
    } else {
        return true;
    };
    blad.anmal(cell, fynd);
    false
}
