//! Who takes the kronor that rounding leaves over: a word, and the region it may call for.

use crate::allocation::Residual;
use crate::figure::Sourced;
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::sheets;
use crate::problem::messages::words;
use crate::problem::{Code, Problem};
use crate::quantity::Antal;
use crate::region::Region;

/// The policy of two items of a sheet, and the place of the region where one is named; `None` if
/// they do not agree, which is reported, or the word is not there.
pub(super) fn read(
    reader: &mut Reader<'_>,
    sida: &'static str,
    word: &str,
    region: &str,
) -> Option<(Residual, Option<Sourced<Antal>>)> {
    let word = reader.book.text(sida, word)?;
    let namngiven = reader.book.text(sida, region);
    let taker = match &namngiven {
        // An unknown region is reported.
        Some(namngiven) => Some(location(reader, namngiven)?),
        None => None,
    };
    let place = taker.as_ref().and_then(|taker| taker.value.integer().try_into().ok());
    let residual = Residual::find(&word.value, place);
    match namngiven {
        Some(region) if word.value != "explicit" => reader.problems.add(
            Problem::new(
                Code::R04,
                region.cell.location,
                say::taker_not_asked_for(
                    &words::quoted(&region.value),
                    &words::quoted(&word.value),
                ),
            )
            .help(say::choose_explicit(&words::quoted(&word.cell.evidence.item))),
        ),
        None if residual.is_none() => reader.problems.add(
            Problem::new(Code::R04, word.cell.location, say::explicit_without_region())
                .expected(say::region_on_row()),
        ),
        _ => {}
    }
    Some((residual?, taker))
}

/// Last year's policy: each region by itself where nothing is said. `None` where what is said does not
/// agree, which is reported.
pub(super) fn foregaende(reader: &mut Reader<'_>) -> Option<Residual> {
    let (sida, word, region) =
        (sheets::FOREGAENDE_RIKET, "foregaende_residual", "foregaende_residual_region");
    if reader.book.text(sida, word).is_some() {
        return read(reader, sida, word, region).map(|(residual, _)| residual);
    }
    let Some(region) = reader.book.text(sida, region) else { return Some(Residual::HalfUp) };
    reader.problems.add(
        Problem::new(
            Code::R04,
            region.cell.location,
            say::taker_without_rule(&words::quoted(&region.value)),
        )
        .expected(say::explicit_on_row())
        .help(say::fill_in_row_or_empty()),
    );
    None
}

/// The place, from 0, of a region that is named.
fn location(reader: &mut Reader<'_>, name: &Sourced<String>) -> Option<Sourced<Antal>> {
    let Ok(region) = Region::find(&name.value) else {
        let text = say::no_such_region(&words::quoted(&name.value));
        reader.problems.add(
            Problem::new(Code::I05, name.cell.location.clone(), text).expected(say::a_region()),
        );
        return None;
    };
    let place = i64::try_from(region.index()).unwrap_or(i64::MAX);
    Some(Sourced { value: Antal::from_integer(place), cell: name.cell.clone() })
}
