//! The same tables as a workbook: every published cell, as Excel would show it.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use statsbidrag::quantity::{Decimal, Exakt};

use crate::published::facit::{self, Facit};
use crate::published::filer;

/// A cell's number as it is shown without decimals.
pub(crate) fn visad(cell: &Data) -> Option<i64> {
    let text = match cell {
        Data::Float(tal) => tal.to_string(),
        Data::Int(tal) => tal.to_string(),
        _ => return None,
    };
    let tal: Decimal = text.parse().expect("a decimal number");
    Some(Exakt::from(tal).som_decimal(0).parse().expect("a whole number"))
}

/// The sheet's row with this heading: the numbers right of it.
pub(crate) fn rad<'a>(
    mut rader: impl Iterator<Item = &'a [Data]>,
    rubrik: &str,
) -> Vec<Option<i64>> {
    let hittad = rader.find_map(|rad| {
        let plats = rad.iter().position(|cell| *cell == Data::String(rubrik.to_owned()))?;
        Some(rad.iter().skip(plats + 1).map(visad).collect::<Vec<_>>())
    });
    hittad.unwrap_or_else(|| panic!("there is no row {rubrik}"))
}

fn jamfor(fil: &str, blad: usize, facit: &Facit) -> usize {
    let mut bok = Xlsx::new(Cursor::new(&filer()[fil])).expect("a workbook");
    let sida = bok.worksheet_range_at(blad).expect("the sheet is there").expect("it can be read");
    let mut jamforda = 0;
    for vantad in &facit.rader {
        let mut celler = rad(sida.rows(), &vantad.rubrik);
        // The total has no länskod, and an empty cell in its place.
        celler.drain(..celler.len() - vantad.celler.len());
        assert_eq!(celler, vantad.celler, "{fil}, sheet {blad}, {}", vantad.rubrik);
        jamforda += vantad.celler.iter().flatten().count();
    }
    jamforda
}

#[test]
fn every_published_figure_stands_in_the_workbooks() {
    let tabeller = facit::cirkular();
    let cirkular = (0..).zip(&tabeller).map(|(blad, facit)| jamfor("cirkular.xlsx", blad, facit));
    let jamforda: usize = cirkular.sum();
    let bilaga = jamfor("bilaga-4.xlsx", 0, &facit::bilaga4()[0]);
    println!("{} published figures found in the workbooks", jamforda + bilaga);
    assert_eq!(jamforda + bilaga, crate::published::CELLER);
}
