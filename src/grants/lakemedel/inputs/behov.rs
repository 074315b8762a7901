//! The need model's inputs: groups with price tags, the outcome, or both.

use super::{Behov, Grupper};
use crate::contract::lakemedel as contract;
use crate::figure::Figure;
use crate::grants::Reader;
use crate::grants::lakemedel::grupper::GRUPPER;
use crate::grants::lakemedel::schema::{ARBETSBOK, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::KronorPerInvanare;
use crate::region::PerRegion;
use crate::workbook::bok::Rad;

/// Groups and tags, both or neither, or the outcome.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Behov> {
    let utfall = reader.column(blad::BEHOVSMODELL, &contract::BEHOVSMODELL_UTFALL);
    let grupper = grupper(reader)?;
    if grupper.is_none() && utfall.is_none() {
        reader.problems.add(
            Problem::new(
                Code::I06,
                Location::file(ARBETSBOK.fil),
                "behovsmodellen saknar underlag",
            )
            .expected("grupper med prislappar, eller modellens utfall i kr/inv för alla regioner")
            .help("fyll i bladen Grupper och Prislappar, eller bladet Behovsmodell"),
        );
        return None;
    }
    Some(Behov { grupper, utfall })
}

#[expect(clippy::option_option, reason = "not used and not usable are two answers")]
/// The groups, if they are used; the outer `None` if only half of them is there, which is reported.
fn grupper(reader: &mut Reader<'_>) -> Option<Option<Grupper>> {
    let kolumner: Vec<_> = GRUPPER
        .iter()
        .map(|grupp| reader.column(blad::GRUPPER, &contract::GRUPP.at(grupp.nyckel)))
        .collect();
    let nagon = kolumner.iter().any(Option::is_some);
    let kolumner: Option<Vec<_>> = kolumner.into_iter().collect();
    let (saknas, finns) = match (kolumner, prislappar(reader)) {
        (Some(kolumner), Some(prislappar)) => {
            let grupper = PerRegion::fran(|region| {
                kolumner.iter().map(|kolumn| kolumn[region].clone()).collect()
            });
            return Some(Some((grupper, prislappar)));
        }
        (None, None) if !nagon => return Some(None),
        (None, _) => (blad::GRUPPER, blad::PRISLAPPAR),
        (Some(_), None) => (blad::PRISLAPPAR, blad::GRUPPER),
    };
    reader.problems.add(
        Problem::new(
            Code::I06,
            Location::sheet(ARBETSBOK.fil, saknas),
            format!("bladet är inte helt ifyllt fast bladet {finns} är det"),
        )
        .expected("alla 22 grupper för alla 21 regioner, och en prislapp för varje grupp")
        .help("fyll i båda bladen, eller töm båda och använd bladet Behovsmodell"),
    );
    None
}

fn prislappar(reader: &mut Reader<'_>) -> Option<Vec<Figure<KronorPerInvanare>>> {
    let rader = reader.book.rader(blad::PRISLAPPAR);
    let mut valda = Vec::new();
    for grupp in &GRUPPER {
        let ar_gruppens =
            |rad: &&_| Rad::text(rad, "grupp").is_some_and(|namn| namn.value == grupp.namn);
        let rad = rader.iter().find(ar_gruppens)?;
        rad.varde("prislapp")?;
        valda.push((rad, contract::PRISLAPP.at(grupp.nyckel)));
    }
    let mut lapp =
        |(rad, promise): (&Rad, _)| reader.row_figure(blad::PRISLAPPAR, rad, "prislapp", &promise);
    valda.into_iter().map(&mut lapp).collect()
}
