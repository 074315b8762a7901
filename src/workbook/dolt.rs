//! What a sheet holds that calamine does not tell: merged cells, hidden rows and columns, formulas
//! without a value, error values by their text. Also refuses what calamine would read wrongly:
//! places that overflow, a cell that stands twice, a value in pieces.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use super::package::Paket;
use super::xml::{Skada, attribut, flagga};
use crate::problem::Cell;

/// The last row a sheet can have.
const RADER: u32 = 1_048_576;
/// The last column a sheet can have.
const KOLUMNER: u32 = 16_384;
/// The most cells with something in them.
pub(super) const CELLER: usize = 50_000;
/// The most merged or hidden ranges.
const OMRADEN: usize = 10_000;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Omrade {
    /// The upper left cell.
    pub(super) fran: Cell,
    /// The lower right cell.
    pub(super) till: Cell,
}

/// The form of a sheet.
#[derive(Debug, Default)]
pub(super) struct Bladform {
    /// Merged cells.
    pub(super) sammanslagna: Vec<Omrade>,
    /// Hidden rows.
    pub(super) dolda_rader: BTreeSet<u32>,
    /// Hidden columns, first and last.
    pub(super) dolda_kolumner: Vec<(u32, u32)>,
    /// Formulas that were saved without a value.
    pub(super) utan_varde: BTreeSet<Cell>,
    /// Error values as they stand.
    pub(super) felvarden: BTreeMap<Cell, String>,
}

/// What stops a sheet.
pub(super) enum Fel {
    /// It is damaged.
    Skada(Skada),
    /// It has too many cells.
    Stor,
}

impl From<Skada> for Fel {
    fn from(skada: Skada) -> Self {
        Self::Skada(skada)
    }
}

/// Reads the form of the sheet in a part.
pub(super) fn las(paket: &mut Paket<'_>, path: &str) -> Result<Bladform, Fel> {
    let Some(mut del) = paket.del(path)? else { return Err(Skada::ny("saknas").into()) };
    let mut laser = Lasning::default();
    while let Some(event) = del.nasta()? {
        match event {
            Event::Start(element) => laser.start(&element)?,
            Event::Text(text) => laser.text(&text),
            Event::End(element) => laser.slut(element.local_name().as_ref())?,
            Event::CData(_) => laser.annat(false)?,
            Event::Comment(_) | Event::GeneralRef(_) | Event::PI(_) => laser.annat(true)?,
            _ => {}
        }
    }
    if laser.data != Data::Efter {
        return Err(Skada::ny("har ingen hel tabell").into());
    }
    Ok(laser.form)
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Data {
    #[default]
    Fore,
    I,
    Efter,
}

/// Whether a cell's value has been met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lage {
    Fore,
    I,
    Efter,
}

/// A cell that is being read.
#[derive(Debug)]
struct Pagaende {
    plats: Cell,
    typ: String,
    formel: bool,
    lage: Lage,
    bitar: usize,
    varde: String,
    inlaga: bool,
}

#[derive(Default)]
struct Lasning {
    form: Bladform,
    data: Data,
    rad: u32,
    kolumn: u32,
    cell: Option<Pagaende>,
    sedda: BTreeSet<Cell>,
}

impl Lasning {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fel> {
        match (element.local_name().as_ref(), self.data) {
            ("sheetData", Data::Fore) => self.data = Data::I,
            ("dimension", Data::Fore) => {
                if let Some(text) = attribut(element, "ref")? {
                    omrade(&text)?;
                }
            }
            ("col", Data::Fore) => self.kolumner(element)?,
            ("row", Data::I) => self.rad(element)?,
            ("c", Data::I) => self.borja_cell(element)?,
            ("mergeCell", Data::Efter) => {
                let text = attribut(element, "ref")?.unwrap_or_default();
                self.form.sammanslagna.push(omrade(&text)?);
            }
            ("v" | "f" | "is", Data::I) => self.i_cell(element.local_name().as_ref())?,
            ("sheetData", _) => return Err(Skada::ny("har två tabeller").into()),
            _ => {}
        }
        let omraden = self.form.sammanslagna.len().max(self.form.dolda_kolumner.len());
        if omraden > OMRADEN { Err(Fel::Stor) } else { Ok(()) }
    }

    fn kolumner(&mut self, element: &BytesStart<'_>) -> Result<(), Skada> {
        let nummer = |namn| {
            let text = attribut(element, namn)?.unwrap_or_default();
            text.parse::<u32>().map_err(|_| Skada::ny("har en kolumn utan nummer"))
        };
        let (min, max) = (nummer("min")?, nummer("max")?);
        if flagga(element, "hidden")? || noll(element, "width")? {
            self.form.dolda_kolumner.push((min, max));
        }
        Ok(())
    }

    fn rad(&mut self, element: &BytesStart<'_>) -> Result<(), Skada> {
        self.rad = match attribut(element, "r")? {
            Some(text) => {
                heltal(&text, RADER).ok_or_else(|| Skada::ny("har en rad utanför bladet"))?
            }
            None => self.rad.saturating_add(1),
        };
        self.kolumn = 0;
        if flagga(element, "hidden")? || noll(element, "ht")? {
            self.form.dolda_rader.insert(self.rad);
        }
        Ok(())
    }

    fn borja_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Skada> {
        let plats = match attribut(element, "r")? {
            Some(text) => adress(&text)?,
            None => Cell { row: self.rad, column: self.kolumn.saturating_add(1) },
        };
        if plats.row != self.rad || plats.row == 0 || plats.column > KOLUMNER {
            return Err(Skada::ny(format!("har cellen {plats} på fel rad")));
        }
        self.kolumn = plats.column;
        let typ = attribut(element, "t")?.unwrap_or_default().into_owned();
        let (varde, bitar) = (String::new(), 0);
        self.cell = Some(Pagaende {
            plats,
            typ,
            varde,
            bitar,
            formel: false,
            lage: Lage::Fore,
            inlaga: false,
        });
        Ok(())
    }

    fn i_cell(&mut self, namn: &str) -> Result<(), Skada> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        match namn {
            "f" => cell.formel = true,
            "is" => cell.inlaga = true,
            _ if cell.lage != Lage::Fore => {
                return Err(Skada::ny(format!("har två värden i cellen {}", cell.plats)));
            }
            _ => cell.lage = Lage::I,
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.lage == Lage::I) else { return };
        cell.bitar += 1;
        // Longer than any number, index or error value; only a formula's own text can be.
        if cell.varde.len() < 64 {
            cell.varde.push_str(text.get(..text.len().min(64)).unwrap_or(text));
        }
    }

    /// Anything but text inside a value: a formula's text may be in pieces, a number may not.
    fn annat(&mut self, far_dela_text: bool) -> Result<(), Skada> {
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.lage == Lage::I) else {
            return Ok(());
        };
        cell.bitar += 1;
        if far_dela_text && matches!(cell.typ.as_str(), "str" | "inlineStr") {
            return Ok(());
        }
        Err(Skada::ny(format!("har ett värde i flera delar i cellen {}", cell.plats)))
    }

    fn slut(&mut self, namn: &str) -> Result<(), Fel> {
        match namn {
            "v" => {
                if let Some(cell) = &mut self.cell {
                    cell.lage = Lage::Efter;
                }
            }
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.klar(cell)?;
                }
            }
            "sheetData" => self.data = Data::Efter,
            _ => {}
        }
        Ok(())
    }

    fn klar(&mut self, cell: Pagaende) -> Result<(), Fel> {
        let har_varde = cell.lage != Lage::Fore;
        if !(cell.formel || har_varde || cell.inlaga) {
            return Ok(());
        }
        if !self.sedda.insert(cell.plats) {
            return Err(Skada::ny(format!("har cellen {} två gånger", cell.plats)).into());
        }
        if self.sedda.len() > CELLER {
            return Err(Fel::Stor);
        }
        if cell.typ == "s"
            && !cell.varde.is_empty()
            && heltal(&cell.varde, u32::MAX).is_none()
            && cell.varde != "0"
        {
            return Err(Skada::ny(format!("har en felaktig text i cellen {}", cell.plats)).into());
        }
        let tomt = cell.bitar == 0 && !(har_varde && cell.typ == "str");
        if cell.formel && tomt && !cell.inlaga {
            self.form.utan_varde.insert(cell.plats);
        }
        if cell.typ == "e" {
            self.form.felvarden.insert(cell.plats, cell.varde);
        }
        Ok(())
    }
}

/// A size that is given, and nothing.
fn noll(element: &BytesStart<'_>, namn: &str) -> Result<bool, Skada> {
    Ok(attribut(element, namn)?.is_some_and(|text| {
        text.contains('0') && text.chars().all(|tecken| matches!(tecken, '0' | '.'))
    }))
}

/// A whole number from 1 to `hogst`, in plain digits.
fn heltal(text: &str, hogst: u32) -> Option<u32> {
    let siffror = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|tal| siffror && (1..=hogst).contains(tal))
}

/// `B7`.
fn adress(text: &str) -> Result<Cell, Skada> {
    let fel = || Skada::ny("har en cell utanför bladet");
    let grans = text.find(|tecken: char| tecken.is_ascii_digit()).ok_or_else(fel)?;
    let (bokstaver, siffror) = text.split_at(grans);
    let mut column = 0_u32;
    for byte in bokstaver.bytes() {
        if !byte.is_ascii_alphabetic() || column > KOLUMNER {
            return Err(fel());
        }
        column = column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    }
    let row = heltal(siffror, RADER).ok_or_else(fel)?;
    if (1..=KOLUMNER).contains(&column) { Ok(Cell { row, column }) } else { Err(fel()) }
}

/// `B7:D9`, or a single cell.
fn omrade(text: &str) -> Result<Omrade, Skada> {
    let (fran, till) = text.split_once(':').unwrap_or((text, text));
    let (fran, till) = (adress(fran)?, adress(till)?);
    if fran.row > till.row || fran.column > till.column {
        return Err(Skada::ny("har ett bakvänt område"));
    }
    Ok(Omrade { fran, till })
}
