//! A figure of last year's run as a value of a field: in the field's unit, with as many
//! decimals as the field and a cell can hold. Knows figures and fields, no sheet.

use rust_decimal::Decimal;

use super::{Predecessor, filled_from};
use crate::figure::{FigureId, FigureNames, Node, Origin};
use crate::quantity::{Exact, Value};
use crate::region::{PerRegion, Region};
use crate::workbook::book::CellValue;
use crate::workbook::float;
use crate::workbook::schema::{Field, Kind};
use crate::workbook::write::FilledFrom;

impl Predecessor<'_> {
    /// A figure of the country, or of a region; none if last year did not come to it.
    pub(super) fn number(
        &self,
        field: &Field,
        grant: Option<&str>,
        number: &str,
        region: Option<Region>,
    ) -> Option<(CellValue, FilledFrom)> {
        let grant = grant.unwrap_or(self.grant);
        let name = FigureNames::new(grant, self.book.year);
        let name = match region {
            Some(region) => name.region(region, number),
            None => name.country(number),
        };
        let id = self.trace.find(&name)?;
        let node = self.trace.node(id);
        Some((content(field, node), self.filled_from(grant, id)))
    }

    /// A figure of every region, and what they rest on together.
    pub(super) fn region_figures(
        &self,
        field: &Field,
        grant: Option<&str>,
        number: &str,
    ) -> Option<(PerRegion<CellValue>, FilledFrom)> {
        let all = PerRegion::perhaps(|region| self.number(field, grant, number, Some(region)))?;
        let filled_from = all.values().iter().map(|(_, filled_from)| filled_from);
        let weakest_of = filled_from.max_by_key(|filled_from| filled_from.status).cloned()?;
        Some((all.map(|_, (value, _)| value.clone()), weakest_of))
    }

    /// What was read rests on what it rested on; what was computed, on the run.
    fn filled_from(&self, grant: &str, id: FigureId) -> FilledFrom {
        match &self.trace.node(id).origin {
            Origin::Cell(cell) => filled_from(&cell.evidence),
            Origin::Rule { .. } => {
                let source = self.sources.get(grant);
                let source = source.unwrap_or_else(|| panic!("there is no grant {grant}"));
                FilledFrom::new(source, self.trace.node(id).status)
            }
        }
    }
}

fn content(field: &Field, node: &Node) -> CellValue {
    let error = || -> ! { panic!("{} cannot hold {node:?}", field.id) };
    let exact = match &node.value {
        Value::Datum(date) => return CellValue::Datum(*date),
        Value::Integer(number) => Exact::from(*number),
        Value::Exact(exact) => exact.clone(),
    };
    let exact = field.kind.measure().and_then(|measure| measure.to_cell(node.unit, &exact));
    let exact = exact.unwrap_or_else(|| error());
    match field.kind {
        Kind::Integer { .. } => CellValue::Integer(exact.integer().unwrap_or_else(|| error())),
        Kind::Decimal { decimals, .. } => CellValue::Decimal(rounded(&exact, decimals)),
        Kind::Interval { .. } | Kind::Text { .. } | Kind::Datum | Kind::Options(_) => error(),
    }
}

/// What every spreadsheet program keeps of a number: fifteen figures.
const LARGEST_MANTISSA: u128 = 999_999_999_999_999;

/// With so many decimals, or as many as a cell can hold. For kronor per inhabitant half a unit of the
/// last, times the inhabitants of a region, is far below the krona that last year's grant is tested to.
fn rounded(exact: &Exact, decimals: u32) -> Decimal {
    let with = |decimals: u32| exact.as_decimal(decimals).parse::<Decimal>().ok();
    (0..=decimals)
        .rev()
        .filter_map(with)
        .map(|number| number.normalize())
        .find(|number| {
            let fits = number.mantissa().unsigned_abs() <= LARGEST_MANTISSA;
            fits && float::into_cell(*number).is_some()
        })
        .unwrap_or_else(|| panic!("{exact:?} is too large for a cell"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_keeps_what_a_cell_can_hold() {
        for (exact, decimals, expected) in [
            (Exact::fraction(1, 3), 12, "0.333333333333"),
            (Exact::fraction(10_000, 3), 12, "3333.33333333333"),
            (Exact::fraction(-20_000_000, 3), 12, "-6666666.66666667"),
            (Exact::fraction(5, 2), 12, "2.5"),
            (Exact::fraction(1, 8), 2, "0.13"),
            (Exact::from(38_411_749_680), 0, "38411749680"),
        ] {
            assert_eq!(rounded(&exact, decimals).to_string(), expected);
        }
    }
}
