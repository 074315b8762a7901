//! The need model's inputs: groups with price tags, the outcome, or both.

use super::{Behov, Groups};
use crate::contract::lakemedel as contract;
use crate::figure::Figure;
use crate::grants::Reader;
use crate::grants::lakemedel::grupper::GRUPPER;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::problem::{Code, Location, Problem};
use crate::quantity::KronorPerInvanare;
use crate::region::PerRegion;
use crate::workbook::book::Row;

/// Groups and tags, both or neither, or the outcome.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Behov> {
    let utfall = reader.column(sheets::BEHOVSMODELL, &contract::BEHOVSMODELL_UTFALL);
    let grupper = groups(reader)?;
    if grupper.is_none() && utfall.is_none() {
        reader.problems.add(
            Problem::new(
                Code::I06,
                place(sheets::BEHOVSMODELL, "behovsmodell_utfall"),
                say::model_without_inputs(),
            )
            .expected(say::groups_or_outcome())
            .help(say::fill_in_model()),
        );
        return None;
    }
    Some(Behov { grupper, utfall })
}

/// Where a column stands.
fn place(sheet: &str, id: &'static str) -> Location {
    Location::field(WORKBOOK.file, sheet, id)
}

#[expect(clippy::option_option, reason = "not used and not usable are two answers")]
/// The groups, if they are used; the outer `None` if only half of them is there, which is reported.
fn groups(reader: &mut Reader<'_>) -> Option<Option<Groups>> {
    let columns: Vec<_> = GRUPPER
        .iter()
        .map(|grupp| reader.column(sheets::GRUPPER, &contract::GRUPP.at(grupp.key)))
        .collect();
    let nagon = columns.iter().any(Option::is_some);
    let columns: Option<Vec<_>> = columns.into_iter().collect();
    let (missing, exists) = match (columns, prislappar(reader)) {
        (Some(columns), Some(prislappar)) => {
            let grupper = PerRegion::from_fn(|region| {
                columns.iter().map(|column| column[region].clone()).collect()
            });
            return Some(Some((grupper, prislappar)));
        }
        (None, None) if !nagon => return Some(None),
        (None, _) => (place(sheets::GRUPPER, GRUPPER[0].id), sheets::PRISLAPPAR),
        (Some(_), None) => (place(sheets::PRISLAPPAR, "prislapp"), sheets::GRUPPER),
    };
    reader.problems.add(
        Problem::new(Code::I06, missing, say::half_of_model(exists))
            .expected(say::groups_and_price_tags())
            .help(say::both_or_neither()),
    );
    None
}

fn prislappar(reader: &mut Reader<'_>) -> Option<Vec<Figure<KronorPerInvanare>>> {
    let rows = reader.book.rows(sheets::PRISLAPPAR);
    let mut chosen = Vec::new();
    for grupp in &GRUPPER {
        let ar_gruppens =
            |row: &&_| Row::text(row, "grupp").is_some_and(|name| name.value == grupp.name);
        let row = rows.iter().find(ar_gruppens)?;
        row.value("prislapp")?;
        chosen.push((row, contract::PRISLAPP.at(grupp.key)));
    }
    let mut lapp = |(row, promise): (&Row, _)| {
        reader.row_figure(sheets::PRISLAPPAR, row, "prislapp", &promise)
    };
    chosen.into_iter().map(&mut lapp).collect()
}
