//! What the regions have used: a column for each agreement and year that they were asked about. A
//! column's heading says which; a year without a column is not known, which is not zero.

use super::{Anvant, Avtal};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::messages as say;
use crate::grants::beredskap::schema::{sheet, usage_heading};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::workbook::text::normalized;

/// Gives each agreement what is known of its use; `None` if a column could not be told.
pub(super) fn read(reader: &mut Reader<'_>, avtal: &mut [Avtal]) -> Option<()> {
    let mut alla_kanda = Some(());
    for (heading, values) in reader.book.free_integers(sheet::ANVANDNING) {
        let nu = reader.year();
        let cell = reader.book.heading_cell(sheet::ANVANDNING, &heading);
        let Some((place, ar)) = kolumnens(reader.problems, nu, (&heading, &cell), avtal) else {
            alla_kanda = None;
            continue;
        };
        let Some(avtalet) = avtal.get_mut(place) else { continue };
        let kronor = values.map(|_, read| read.clone().map(HelaKronor::from_integer));
        let per_region = reader.leaves(&contract::ANVANT_AR.at((avtalet.ar, ar)), &kronor);
        avtalet.anvant.push(Anvant { ar, per_region });
    }
    for avtalet in avtal {
        avtalet.anvant.sort_by_key(|anvant| anvant.ar);
    }
    alla_kanda
}

/// The agreement's place and the year that a heading names, or a problem.
fn kolumnens(
    problems: &mut Problems,
    nu: i32,
    (heading, cell): (&str, &Location),
    avtal: &[Avtal],
) -> Option<(usize, i32)> {
    let ar_rubrik =
        |avtal: &Avtal, ar: i32| normalized(heading) == normalized(&usage_heading(avtal.ar, ar));
    let hittad = avtal.iter().enumerate().find_map(|(place, avtal)| {
        let ar = (avtal.ar..=avtal.till.max(nu) + 20).chain(avtal.fran..avtal.ar);
        ar.into_iter().find(|ar| ar_rubrik(avtal, *ar)).map(|ar| (place, avtal, ar))
    });
    let Some((place, avtalet, ar)) = hittad else {
        let mojliga: Vec<_> = avtal
            .iter()
            .flat_map(|avtal| {
                avtal.forflutna(nu).map(|ar| words::quoted(&usage_heading(avtal.ar, ar)))
            })
            .collect();
        problems.add(
            Problem::new(Code::I02, cell.clone(), say::heading_unknown(&words::quoted(heading)))
                .expected(say::any_heading(&Message::joined(&mojliga, ", ")))
                .help(say::correct_heading()),
        );
        return None;
    };
    let (fran, till) = (avtalet.fran, avtalet.till);
    if !(fran..=till).contains(&ar) {
        problems.add(
            Problem::new(Code::R04, cell.clone(), say::outside_period(&avtalet.ar, &ar))
                .expected(say::year_in_period(&fran, &till)),
        );
        return None;
    }
    if ar >= nu {
        problems.add(
            Problem::new(Code::R04, cell.clone(), say::year_not_over(&ar, &nu))
                .expected(say::use_until(&(nu - 1))),
        );
        return None;
    }
    Some((place, ar))
}
