//! Writes a sheet with one row per item. Knows the layout that the reader recognises by its headings.

use rust_decimal::Decimal;

use super::Skrivfel;
use super::fyllning::Bladfyllning;
use super::sida::Sida;
use super::stil;
use crate::workbook::bok::Innehall;
use crate::workbook::lasa::{FORKLARING, Om, VARDE};
use crate::workbook::schema::Falt;

/// The width of the item's name.
const UPPGIFT: u32 = 46;
/// The columns after the item's name: heading, width.
const KOLUMNER: [(Kolumn, u32); 7] = [
    (Kolumn::Varde, 30),
    (Kolumn::Om(Om::Enhet), 11),
    (Kolumn::Om(Om::Kalla), 40),
    (Kolumn::Om(Om::PerDatum), 13),
    (Kolumn::Om(Om::Status), 15),
    (Kolumn::Om(Om::BekraftadAv), 24),
    (Kolumn::Forklaring, 52),
];

#[derive(Clone, Copy)]
enum Kolumn {
    Varde,
    Om(Om),
    Forklaring,
}

impl Kolumn {
    fn rubrik(self) -> (&'static str, &'static str) {
        match self {
            Self::Varde => (VARDE, "Själva uppgiften. Enheten skrivs inte här."),
            Self::Om(om) => (om.etikett(), om.forklaring()),
            Self::Forklaring => (FORKLARING, ""),
        }
    }
}

pub(super) fn skriv(mut sida: Sida<'_>, falt: &[Falt], fyllt: &Bladfyllning) -> Result<(), Skrivfel> {
    let rubrikrad = sida.rad;
    sida.ark.set_column_width(0, UPPGIFT)?;
    sida.rubrik(rubrikrad, 0, "Uppgift", "", &stil::rubrik())?;
    for (kolumn, (slag, bredd)) in (1_u16..).zip(KOLUMNER) {
        let (text, forklaring) = slag.rubrik();
        sida.ark.set_column_width(kolumn, bredd)?;
        sida.rubrik(rubrikrad, kolumn, text, forklaring, &stil::rubrik())?;
    }
    sida.ark.set_row_height(rubrikrad, 24)?;
    for (rad, falt) in (rubrikrad + 1..).zip(falt) {
        uppgift(&mut sida, rad, falt, fyllt)?;
    }
    sida.frys(rubrikrad)
}

fn uppgift(sida: &mut Sida<'_>, rad: u32, falt: &Falt, fyllt: &Bladfyllning) -> Result<(), Skrivfel> {
    sida.ark.write_string_with_format(rad, 0, falt.rubrik, &stil::etikett())?;
    let given = fyllt.uppgifter.get(falt.id);
    let aret = fyllt
        .ar
        .filter(|(id, _)| *id == falt.id && given.is_none())
        .map(|(_, ar)| Innehall::Decimal(Decimal::from(ar)));
    let varde = given.map(|(varde, _)| varde).or(aret.as_ref());
    let belagg = given.map(|(_, belagg)| belagg);
    let kalla = belagg.map_or("", |belagg| &belagg.kalla);
    let text = if let Some(Innehall::Text(text)) = varde { text } else { "" };
    sida.hojd(rad, [(falt.rubrik, UPPGIFT), (text, 30), (kalla, 40), (falt.om, 52)])?;
    for (kolumn, (slag, _)) in (1_u16..).zip(KOLUMNER) {
        match slag {
            Kolumn::Varde => sida.varde(rad, kolumn, falt, falt.kravs, varde)?,
            Kolumn::Om(om) => sida.om(rad, kolumn, om, falt, belagg)?,
            Kolumn::Forklaring => {
                sida.ark.write_string_with_format(rad, kolumn, falt.om, &stil::fast())?;
            }
        }
    }
    sida.validera((rad, rad), 1, falt)
}
