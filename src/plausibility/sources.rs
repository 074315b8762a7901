//! Sources that speak of no year near the workbook's, for what is new every year.

use super::{Found, Suspicion, messages as say};
use crate::problem::messages::words;
use crate::problem::{Code, Problem};
use crate::workbook::schema::{AsOf, Inherit};

/// A source that names years names the workbook's or one of so many before.
const YEARS: i32 = 1;

/// Every column of new numbers whose source names older years only. What must hold for a day is checked by that.
pub(super) fn old(all: &[Found<'_>]) -> Vec<Suspicion> {
    all.iter().filter_map(judged).collect()
}

fn judged(found: &Found<'_>) -> Option<Suspicion> {
    let (column, number) = (&found.column, found.column.numbers.first()?);
    let is_new = column.field.inherit == Inherit::New && matches!(column.field.as_of, AsOf::Free);
    let evidence = &number.cell.evidence;
    if !is_new || evidence.as_of.is_some() {
        return None;
    }
    let newest = years(&evidence.source).max()?;
    (newest < found.book.year - YEARS).then(|| {
        let (name, source) = (words::quoted(&column.heading), words::quoted(&evidence.source));
        let text = say::old_source(&name, &source, &newest);
        let problem = Problem::new(Code::P10, number.cell.location.clone(), text);
        Suspicion::new(problem.help(say::check_or_confirm()), Vec::new())
    })
}

/// The years that a text names.
fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    let words = text.split(|c: char| !c.is_ascii_digit());
    words
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .filter(|year| (1990..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_alone() {
        let all = |text| years(text).collect::<Vec<_>>();
        assert_eq!(
            all("\u{d6}verenskommelserna 2022\u{2013}2024, S2023/03332"),
            [2022, 2024, 2023]
        );
        assert_eq!(all("dnr 12023/4, 19 mars, 0815"), [0_i32; 0]);
    }
}
