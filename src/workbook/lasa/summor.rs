//! Checks that totals in a sheet are the sum of their rows. Exact, but for the noise a spreadsheet's
//! own sum of floats leaves beyond the last decimal the field may have.

use rust_decimal::Decimal;

use super::blad::Bladlasning;
use super::tabell::{Kolumn, Kolumnvarden};
use crate::problem::{Cell, Code};
use crate::region::{ANTAL, Region};
use crate::workbook::bok::Innehall;
use crate::workbook::schema::{Falt, Fria, Slag};
use crate::workbook::tal;
use crate::workbook::tecken::citat;
use crate::workbook::tolka::{Fynd, tolka, visa};

/// Checks the cell of the sum row in a column, if it is filled.
pub(super) fn summarad(blad: &mut Bladlasning<'_>, cell: Cell, falt: &Falt, varden: &Kolumnvarden) {
    let Some(innehall) = blad.cell(cell) else { return };
    if !falt.summeras() {
        let text = format!("summaraden har {} i kolumnen {}", visa(innehall), citat(falt.rubrik));
        let hjalp = if falt.ar_tal() {
            format!("töm cellen: en summa av {} säger ingenting", falt.enhet())
        } else {
            "töm cellen: kolumnen har ingen summa".into()
        };
        blad.anmal(cell, Fynd::ny(Code::I14, text).hjalp(hjalp));
        return;
    }
    let summa = match tolka(innehall, &vid(falt)) {
        Ok(innehall) => tal_i(&innehall),
        Err(fynd) => return blad.anmal(cell, fynd),
    };
    let rader = varden.values().filter_map(|varde| tal_i(&varde.value)).collect::<Vec<_>>();
    let (Some(summa), true) = (summa, rader.len() == ANTAL) else { return };
    let vantad: Decimal = rader.into_iter().sum();
    if !lika(summa, vantad, falt) {
        let text = format!(
            "summaraden säger {} men raderna ger {}",
            tal::skriv(summa),
            tal::skriv(vantad)
        );
        blad.anmal(cell, fel(text, summa, vantad, falt));
    }
}

/// Checks that the user's own columns sum to the column that states their sum, if there is one, region
/// by region.
pub(super) fn fria(blad: &mut Bladlasning<'_>, fria: &Fria, varden: &[(&Kolumn, Kolumnvarden)]) {
    let delar: Vec<_> = varden.iter().filter(|(kolumn, _)| kolumn.fri).collect();
    let summa = varden.iter().find(|(kolumn, _)| !kolumn.fri && Some(kolumn.falt.id) == fria.summa);
    let (Some((kolumn, summor)), false) = (summa, delar.is_empty()) else { return };
    for region in Region::alla() {
        let tal: Option<Vec<_>> = delar
            .iter()
            .map(|(_, varden)| varden.get(&region).and_then(|varde| tal_i(&varde.value)))
            .collect();
        let (Some(tal), Some(varde)) = (tal, summor.get(&region)) else { continue };
        let (Some(summa), Some(cell)) = (tal_i(&varde.value), varde.cell.location.cell) else {
            continue;
        };
        let vantad: Decimal = tal.into_iter().sum();
        if !lika(summa, vantad, kolumn.falt) {
            let text = format!(
                "{} för {region} är {} men delarna ger {}",
                citat(&kolumn.rubrik),
                tal::skriv(summa),
                tal::skriv(vantad)
            );
            blad.anmal(cell, fel(text, summa, vantad, kolumn.falt));
        }
    }
}

fn fel(text: String, summa: Decimal, vantad: Decimal, falt: &Falt) -> Fynd {
    let skillnad = tal::skriv((summa - vantad).abs());
    let enhet = falt.enhet();
    let enhet = if enhet.is_empty() { String::new() } else { format!(" {enhet}") };
    Fynd::ny(Code::I14, text)
        .vantat(tal::skriv(vantad))
        .hjalp(format!("skillnaden är {skillnad}{enhet}; rätta den rad eller den summa som är fel"))
}

/// The field without limits: a sum may be greater than any of its parts, and have a float's noise.
fn vid(falt: &Falt) -> Falt {
    let (min, max) = (i64::MIN, i64::MAX);
    let slag = match falt.slag {
        Slag::Heltal { measure, .. } => Slag::Heltal { measure, min, max },
        Slag::Decimal { measure, .. } => Slag::Decimal { measure, min, max, decimaler: 28 },
        slag => slag,
    };
    Falt { slag, ..*falt }
}

fn tal_i(innehall: &Innehall) -> Option<Decimal> {
    match innehall {
        Innehall::Heltal(tal) => Some(Decimal::from(*tal)),
        Innehall::Decimal(tal) => Some(*tal),
        _ => None,
    }
}

/// Whether two numbers are the same to the field's last decimal.
fn lika(summa: Decimal, vantad: Decimal, falt: &Falt) -> bool {
    match falt.slag {
        Slag::Decimal { decimaler, .. } => {
            let halv = Decimal::try_new(5, decimaler.saturating_add(1)).unwrap_or(Decimal::ZERO);
            summa == vantad || (summa - vantad).abs() < halv
        }
        _ => summa == vantad,
    }
}
