//! Numbers beyond what their field has been, and shares of less than one percent.

use super::{Found, Suspicion, cell, exact, messages as say, said};
use crate::problem::messages::words;
use crate::problem::{Code, Problem};
use crate::quantity::Exact;
use crate::workbook::numbers::{Column, Number};
use crate::workbook::schema::Measure;

/// What is less than one percent in a cell of percent has been written as a share.
const A_PERCENT: i64 = 1;
/// So many percent is a whole.
const WHOLE: i64 = 100;
/// How many powers of ten a number may be off by, to be told so.
const POWERS: u32 = 9;

/// Every number that is beyond its bounds.
pub(super) fn beyond(all: &[Found<'_>]) -> Vec<Suspicion> {
    let columns = all.iter().map(|found| &found.column);
    columns.flat_map(|column| column.numbers.iter().filter_map(|one| judged(column, one))).collect()
}

fn judged(column: &Column, number: &Number) -> Option<Suspicion> {
    let value = exact(number);
    if value.is_zero() {
        return None;
    }
    let name = words::quoted(&column.heading);
    let written = said(&value, column);
    let (text, instead) = match column.field.usual.between {
        Some((least, greatest)) => {
            let bounds = (Exact::from(least), Exact::from(greatest));
            let size = value.amount();
            if (&bounds.0..=&bounds.1).contains(&&size) {
                return None;
            }
            let usual = say::usually(&said(&bounds.0, column), &said(&bounds.1, column));
            let nearest = if size < bounds.0 { bounds.0.clone() } else { bounds.1.clone() };
            let scaled = scaled(&size, &bounds);
            let problem = say::beyond(&name, &written);
            let problem = Problem::new(Code::P01, number.cell.location.clone(), problem);
            let problem = problem.expected(usual).help(match &scaled {
                Some(other) => say::another_unit(&said(other, column)),
                None => say::check_or_confirm(),
            });
            (problem, scaled.unwrap_or(nearest))
        }
        None if is_share(column) && value.amount() < Exact::from(A_PERCENT) => {
            let instead = &value * &Exact::from(WHOLE);
            let text = say::less_than_a_percent(&name, &written);
            let problem = Problem::new(Code::P01, number.cell.location.clone(), text);
            (problem.help(say::another_unit(&said(&instead, column))), instead)
        }
        None => return None,
    };
    Some(Suspicion::new(text, vec![cell(column, number, &instead)]))
}

fn is_share(column: &Column) -> bool {
    column.field.kind.measure() == Some(Measure::Percent)
}

/// The number times, or divided by, the least power of ten that brings it within bounds.
fn scaled(size: &Exact, (least, greatest): &(Exact, Exact)) -> Option<Exact> {
    let ten = Exact::from(10);
    let mut powers = (1..=POWERS).scan(Exact::from(1), |power, _| {
        *power = &*power * &ten;
        Some(power.clone())
    });
    powers.find_map(|power| {
        let either = if size < least { size * &power } else { size / &power };
        (&either >= least && &either <= greatest).then_some(either)
    })
}
