//! Organisation numbers that are not those of the regions they are to belong to.

use super::{Suspicion, messages as say};
use crate::problem::{Code, Problem};
use crate::region::Region;
use crate::workbook::Book;

/// Every one in the workbooks, held against the register of regions.
pub(super) fn others(books: &[(&str, &Book)]) -> Vec<Suspicion> {
    let all = books.iter().flat_map(|(_, book)| book.organisation_numbers());
    let other = |(region, number): (Region, crate::figure::Sourced<String>)| {
        let own = region.organisation_number();
        (number.value.trim() != own).then(|| {
            let text = say::another_payee(&number.value, &region);
            let problem = Problem::new(Code::P07, number.cell.location, text);
            let problem = problem.expected(say::in_the_register(own)).help(say::check_or_confirm());
            Suspicion::new(problem, Vec::new())
        })
    };
    all.filter_map(other).collect()
}
