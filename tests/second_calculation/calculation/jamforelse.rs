//! Where each region stands: sorted, and the first place among its equals; and what it has beyond its
//! people's part of the whole.

use super::Year;
use super::number::{Q, Svar, each_one, sum};
use crate::country::COUNT;

/// The distance to the mean and the place, of an amount in kronor per region.
pub(crate) fn computes(what: &str, kronor: &[Q], year: &Year, answer: &mut Svar) {
    let of_the_country = sum(kronor);
    let distance = each_one(|r| {
        (&kronor[r] - &of_the_country * &year.population[r] / &year.country) / &year.population[r]
    });
    // From the highest down; the order of equals decides nothing.
    let mut order: Vec<usize> = (0..COUNT).collect();
    order.sort_by(|a, b| distance[*b].cmp(&distance[*a]));
    let place = each_one(|r| {
        let first = order.iter().position(|other| distance[*other] == distance[r]);
        i64::try_from(first.expect("it is among them")).expect("a place") + 1
    });
    answer.regions(&format!("{what}_avstand"), &distance);
    answer.regions_whole(&format!("{what}_plats"), &place);
}
