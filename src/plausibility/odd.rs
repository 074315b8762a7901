//! The one number of a column that is out of proportion to all others: by itself, or per inhabitant.

use super::{Found, Suspicion, cell, differ, exact, messages as say, said};
use crate::problem::messages::words;
use crate::problem::{Code, Problem};
use crate::quantity::Exact;
use crate::region::Region;
use crate::workbook::numbers::{Column, Number, Whose};
use crate::workbook::schema::Measure;

/// The greatest of the others may be so many thousandths of the least, for one to be out of proportion to them.
const ALIKE: i64 = 3_000;
/// The one must be so many thousandths of the nearest, or the nearest of it, however alike the others are.
const APART: i64 = 1_300;
/// The same where the others are all equal: then the one is meant to be another, unless it is of another size.
const APART_FROM_EQUALS: i64 = 8_000;
/// By so many thousandths a number may be beyond the others and still be like them.
const NEARLY: i64 = 50;

/// The numbers that are, and the rows of a list that should be like the one beside; per inhabitant only where `counted` says
/// that the populations agree.
pub(super) fn apart(all: &[Found<'_>], counted: bool) -> Vec<Suspicion> {
    let mut found = Vec::new();
    for one in all {
        found.extend(beside(&one.column));
        let people =
            all.iter().find(|other| is_of_the_people(other) && other.book.file == one.book.file);
        let people = people.or_else(|| all.iter().find(|other| is_of_the_people(other)));
        let people = people.filter(|_| counted).map(|found| &found.column);
        found.extend(out_of_proportion(&one.column, people));
    }
    found
}

/// Whether a column counts everybody of each region: the first of its sheet, alone with its day.
fn is_of_the_people(found: &Found<'_>) -> bool {
    let column = &found.column;
    column.of_people
        && column.numbers.len() == Region::all().len()
        && !column.field.id.starts_with("grupp_")
}

/// How a number is compared with the others of its column.
enum Way {
    Itself,
    PerInhabitant,
}

fn way(column: &Column) -> Option<Way> {
    if column.of_people || column.numbers.len() != Region::all().len() {
        return None;
    }
    match column.field.kind.measure()? {
        Measure::KrPerInv | Measure::Weight => Some(Way::Itself),
        Measure::HelaKronor | Measure::Kronor | Measure::Mnkr | Measure::Tkr | Measure::Mdkr => {
            Some(Way::PerInhabitant)
        }
        _ => None,
    }
}

/// A number of a column by its share: what it is of whom, and per what.
struct Each<'n> {
    value: Exact,
    per: Exact,
    number: &'n Number,
}

fn out_of_proportion(column: &Column, people: Option<&Column>) -> Option<Suspicion> {
    let way = way(column)?;
    let per = |number: &Number| -> Option<Exact> {
        match way {
            Way::Itself => Some(Exact::from(1)),
            Way::PerInhabitant => Some(exact(people?.of(&number.whose)?)),
        }
    };
    let each = column.numbers.iter().map(|number| {
        let per = per(number).filter(|per| !per.is_zero())?;
        let value = &exact(number) / &per;
        (!value.is_zero() && !value.is_negative()).then_some(Each { value, per, number })
    });
    let mut each = each.collect::<Option<Vec<_>>>()?;
    each.sort_by(|one, other| one.value.cmp(&other.value));
    let [first, middle @ .., last] = each.as_slice() else { return None };
    let (lowest, highest) = (&middle.first()?.value, &middle.last()?.value);
    if let Some(found) = exchanged(column, &way, [first, last], [lowest, highest]) {
        return Some(found);
    }
    let alone = |odd: &Each<'_>, nearest: &Exact, rest: [&Exact; 2]| {
        is_apart(&odd.value, nearest, rest).then(|| told(column, &way, odd, nearest))
    };
    alone(last, highest, [&first.value, highest])
        .or_else(|| alone(first, lowest, [lowest, &last.value]))
}

/// Whether a number is further from the nearest than twice what the others are from each other.
fn is_apart(odd: &Exact, nearest: &Exact, [least, greatest]: [&Exact; 2]) -> bool {
    let spread = greatest * &Exact::from(1_000) / least.clone();
    if spread > Exact::from(ALIKE) {
        return false;
    }
    let limit = if least == greatest {
        Exact::from(APART_FROM_EQUALS)
    } else {
        (spread * Exact::from(2) - Exact::from(1_000)).max(Exact::from(APART))
    };
    let (low, high) = if odd < nearest { (odd, nearest) } else { (nearest, odd) };
    high * &Exact::from(1_000) > low * &limit
}

/// The least and the greatest, which would both be like the others in each other's place.
fn exchanged(
    column: &Column,
    way: &Way,
    [first, last]: [&Each<'_>; 2],
    [lowest, highest]: [&Exact; 2],
) -> Option<Suspicion> {
    let alike = !differ(lowest, highest, ALIKE - 1_000) && matches!(way, Way::PerInhabitant);
    let within = |value: &Exact| {
        let above = value > lowest || !differ(value, lowest, NEARLY);
        above && (value < highest || !differ(value, highest, NEARLY))
    };
    let beyond = !within(&first.value) && !within(&last.value);
    let other = |own: &Each<'_>, other: &Each<'_>| exact(other.number) / own.per.clone();
    let fits = within(&other(first, last)) && within(&other(last, first));
    (alike && beyond && fits)
        .then(|| super::people::exchanged((column, first.number), (column, last.number)))
}

fn told(column: &Column, way: &Way, odd: &Each<'_>, nearest: &Exact) -> Suspicion {
    let (name, whose) = (words::quoted(&column.heading), whose(&odd.number.whose));
    let text = say::out_of_proportion(&name, &whose, &said(&exact(odd.number), column));
    let usual = nearest * &odd.per;
    let problem = Problem::new(Code::P06, odd.number.cell.location.clone(), text);
    let problem = problem.expected(match way {
        Way::Itself => say::like_the_others(),
        Way::PerInhabitant => say::like_the_others_per_inhabitant(),
    });
    let problem = problem.help(say::check_or_confirm());
    Suspicion::new(problem, vec![cell(column, odd.number, &usual)])
}

fn whose(whose: &Whose) -> String {
    match whose {
        Whose::Country => "riket".to_owned(),
        Whose::Region(region) => region.short_name().to_owned(),
        Whose::Row(key) => key.clone(),
    }
}

/// Rows that are to be like the one beside.
fn beside(column: &Column) -> Vec<Suspicion> {
    let Some(thousandths) = column.field.usual.pairs else { return Vec::new() };
    let pairs = column.numbers.chunks(2).filter_map(|pair| match pair {
        [one, other] => Some((one, other)),
        _ => None,
    });
    let pairs: Vec<_> = pairs.collect();
    let apart = pairs.iter().filter(|(one, other)| differ(&exact(one), &exact(other), thousandths));
    let suspicion = |(one, other): &(&Number, &Number)| {
        // The one that is less like those of the other pairs is the odd one.
        let others = pairs.iter().filter(|(first, _)| first.whose != one.whose);
        let near = |number: &Number| {
            let close = |each: &&Number| !differ(&exact(number), &exact(each), thousandths);
            others.clone().flat_map(|(first, second)| [*first, *second]).filter(close).count()
        };
        let (odd, like) = if near(one) < near(other) { (one, other) } else { (other, one) };
        let (key, beside) = (words::quoted(&whose(&odd.whose)), words::quoted(&whose(&like.whose)));
        let text = say::unlike_the_one_beside(
            &key,
            &said(&exact(odd), column),
            &beside,
            &said(&exact(like), column),
        );
        let problem = Problem::new(Code::P06, odd.cell.location.clone(), text);
        let problem = problem.help(say::check_or_confirm());
        Suspicion::new(problem, vec![cell(column, odd, &exact(like))])
    };
    apart.map(suspicion).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_apart_by_how_alike_the_others_are() {
        for (odd, nearest, least, greatest, expected) in [
            // All others equal: a weight of its own is meant, a digit too many is not.
            (1_500, 1_000, 1_000, 1_000, false),
            (10_000, 1_000, 1_000, 1_000, true),
            // Nearly equal, and up to a third from each other.
            (1_350, 1_010, 1_000, 1_010, true),
            (1_250, 1_010, 1_000, 1_010, false),
            (2_100, 1_300, 1_000, 1_300, true),
            (600, 1_000, 1_000, 1_300, true),
            (700, 1_000, 1_000, 1_300, false),
            // Of every size.
            (90_000, 5_000, 1_000, 5_000, false),
        ] {
            let [odd, nearest, least, greatest] = [odd, nearest, least, greatest].map(Exact::from);
            assert_eq!(is_apart(&odd, &nearest, [&least, &greatest]), expected, "{odd:?}");
        }
    }
}
