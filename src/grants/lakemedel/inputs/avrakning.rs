//! When the year is settled: the months of the year after that the agreement names.

use super::Avrakning;
use crate::figure::Sourced;
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::sheets;
use crate::problem::{Code, Problem};

/// The months; `None` if one is missing, or if profit and loss would be paid before they are found, which
/// is reported.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Avrakning> {
    let [avraknas, regleras] =
        ["vinst_forlust_avraknas", "vinst_forlust_regleras"].map(|id| month(reader, id));
    let (avraknas, regleras) = (avraknas?, regleras?);
    if regleras.value < avraknas.value {
        reader.problems.add(
            Problem::new(
                Code::R04,
                regleras.cell.location,
                say::paid_before_settled(&regleras.value, &avraknas.value),
            )
            .expected(say::settled_month_or_later(&avraknas.value)),
        );
        return None;
    }
    Some(Avrakning { avraknas, regleras })
}

fn month(reader: &Reader<'_>, id: &str) -> Option<Sourced<u32>> {
    let number = reader.book.integer(sheets::OVERENSKOMMELSE, id)?;
    Some(number.map(|number| {
        u32::try_from(number).unwrap_or_else(|_| panic!("the limits let {number} through"))
    }))
}
