//! Who takes the kronor that rounding leaves over: a word, and the region it may call for.

use crate::allocation::Residual;
use crate::figure::Cellvarde;
use crate::grants::Reader;
use crate::grants::lakemedel::schema::blad;
use crate::problem::{Code, Problem};
use crate::quantity::Antal;
use crate::region::Region;

/// The policy of two items of a sheet, and the place of the region where one is named; `None` if
/// they do not agree, which is reported, or the word is not there.
pub(super) fn read(
    reader: &mut Reader<'_>,
    sida: &'static str,
    ord: &str,
    region: &str,
) -> Option<(Residual, Option<Cellvarde<Antal>>)> {
    let ord = reader.book.text(sida, ord)?;
    let namngiven = reader.book.text(sida, region);
    let taker = match &namngiven {
        // An unknown region is reported.
        Some(namngiven) => Some(plats(reader, namngiven)?),
        None => None,
    };
    let plats = taker.as_ref().and_then(|taker| taker.value.heltal().try_into().ok());
    let residual = Residual::hitta(&ord.value, plats);
    match namngiven {
        Some(region) if ord.value != "explicit" => reader.problems.add(
            Problem::new(
                Code::R04,
                region.cell.location,
                format!(
                    "”{}” ska få återstoden, men ”{}” ger den inte till någon viss region",
                    region.value, ord.value
                ),
            )
            .help(format!(
                "välj explicit på raden ”{}”, eller töm cellen",
                ord.cell.underlag.uppgift
            )),
        ),
        None if residual.is_none() => reader.problems.add(
            Problem::new(Code::R04, ord.cell.location, "”explicit” kräver en region")
                .expected("en region på raden ”Region som får återstoden”"),
        ),
        _ => {}
    }
    Some((residual?, taker))
}

/// Last year's policy: each region by itself where nothing is said. `None` where what is said does not
/// agree, which is reported.
pub(super) fn foregaende(reader: &mut Reader<'_>) -> Option<Residual> {
    let (sida, ord, region) =
        (blad::FOREGAENDE_RIKET, "foregaende_residual", "foregaende_residual_region");
    if reader.book.text(sida, ord).is_some() {
        return read(reader, sida, ord, region).map(|(residual, _)| residual);
    }
    let Some(region) = reader.book.text(sida, region) else { return Some(Residual::HalfUp) };
    reader.problems.add(
        Problem::new(
            Code::R04,
            region.cell.location,
            format!("”{}” ska ha fått återstoden, men inte enligt vad", region.value),
        )
        .expected("explicit på raden ”Återstod vid avrundning av bidraget”")
        .help("fyll i den raden, eller töm cellen"),
    );
    None
}

/// The place, from 0, of a region that is named.
fn plats(reader: &mut Reader<'_>, namn: &Cellvarde<String>) -> Option<Cellvarde<Antal>> {
    let Ok(region) = Region::hitta(&namn.value) else {
        let text = format!("”{}” är inte någon av de 21 regionerna", namn.value);
        reader.problems.add(
            Problem::new(Code::I05, namn.cell.location.clone(), text)
                .expected("en regions namn, till exempel Skåne"),
        );
        return None;
    };
    let plats = i64::try_from(region.plats()).unwrap_or(i64::MAX);
    Some(Cellvarde { value: Antal::fran_heltal(plats), cell: namn.cell.clone() })
}
