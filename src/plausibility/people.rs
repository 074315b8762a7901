//! Populations held against each other: the same region's of the same day are one number, and of days near each other nearly
//! so. Whole columns tell more than cells: rows that have changed places, and last year's column left where it was.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Found, Suspicion, cell, messages as say};
use crate::problem::messages::words;
use crate::problem::{Code, Problem};
use crate::quantity::Exact;
use crate::region::Region;
use crate::workbook::numbers::{Column, Number, Whose};

/// So many days are near each other.
const NEAR: u64 = 200;
/// Within them no region changes by more thousandths; between 31 August and 1 November 2023 none changed by more than 3,3.
const NEARLY: i64 = 10;
/// In a year no region changes by more thousandths; between 31 August 2022 and 2023 none changed by more than 13.
const IN_A_YEAR: i64 = 40;
/// The days of a year.
const YEAR: u64 = 365;
/// So many rows that are wrong are no slip of a cell.
const SEVERAL: usize = 4;

/// Everybody in each region on a day, as some columns say together.
struct Count<'c> {
    day: NaiveDate,
    columns: Vec<&'c Column>,
    people: BTreeMap<Region, i64>,
}

/// What does not agree.
pub(super) fn disagreeing(all: &[Found<'_>]) -> Vec<Suspicion> {
    let counts = counts(all);
    let all: Vec<_> = (0..counts.len()).collect();
    let mut blamed = blamed(&counts, &all);
    // What is wrong on many rows, or left from before, says nothing of the others.
    let is_broken = |place: &usize| {
        let is_left = |count: &Count<'_>| counts.iter().any(|other| is_left_from(count, other));
        let many = blamed.get(place).is_some_and(|all| all.len() >= SEVERAL);
        many || counts.get(*place).is_some_and(is_left)
    };
    let (broken, sound): (Vec<_>, Vec<_>) = all.into_iter().partition(is_broken);
    if !broken.is_empty() {
        let others = self::blamed(&counts, &sound);
        blamed.retain(|place, _| broken.contains(place));
        blamed.extend(others);
    }
    let mut found = Vec::new();
    for (place, count) in counts.iter().enumerate() {
        let others = || {
            let others = counts
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != place && !broken.contains(other));
            others.map(|(_, other)| other)
        };
        let not_copied = others().filter(|other| !is_copy(count, other));
        let nearest = not_copied.min_by_key(|other| days(count, other));
        if let Some(copied) = others().find(|other| is_left_from(count, other)) {
            found.extend(left(count, copied, nearest));
        } else if blamed.is_empty() {
            found.extend(swapped(count, &others().collect::<Vec<_>>()));
        } else if let Some(nearest) = nearest {
            found.extend(told(count, nearest, blamed.get(&place).map_or(&[], Vec::as_slice)));
        }
    }
    found
}

/// For each count of some, the regions for which it is asked about.
fn blamed(counts: &[Count<'_>], among: &[usize]) -> BTreeMap<usize, Vec<Region>> {
    let mut blamed: BTreeMap<usize, Vec<Region>> = BTreeMap::new();
    for region in Region::all() {
        if let Some(place) = blame(counts, among, region) {
            blamed.entry(place).or_default().push(region);
        }
    }
    blamed
}

/// Which count is asked about where some disagree on a region: the one that disagrees with most others, or else in most
/// regions, or else the newest, or what is added up of parts.
fn blame(counts: &[Count<'_>], among: &[usize], region: Region) -> Option<usize> {
    let marks = |place: usize, region: Region| {
        let others =
            among.iter().filter(|other| **other != place).filter_map(|other| counts.get(*other));
        let own = counts.get(place);
        others.filter(|other| own.is_some_and(|own| apart(own, other, region))).count()
    };
    let in_all = |place: usize| Region::all().filter(|region| marks(place, *region) > 0).count();
    let places = among.iter().filter_map(|place| Some((*place, counts.get(*place)?)));
    let worst =
        places.filter(|(place, _)| marks(*place, region) > 0).max_by_key(|(place, count)| {
            (marks(*place, region), in_all(*place), count.day, count.columns.len(), Reverse(*place))
        });
    worst.map(|(place, _)| place)
}

/// The columns that count everybody: one alone, or those of a sheet and a day together.
fn counts<'c>(all: &'c [Found<'_>]) -> Vec<Count<'c>> {
    let mut parts: BTreeMap<(&str, &str, NaiveDate), Vec<&Column>> = BTreeMap::new();
    for Found { book, column, .. } in all {
        let day = column.numbers.first().and_then(|number| number.cell.evidence.as_of);
        let whole = column.numbers.len() == Region::all().len();
        if let Some(day) = day.filter(|_| column.of_people && whole) {
            parts.entry((&book.file, column.sheet, day)).or_default().push(column);
        }
    }
    let count = |((_, _, day), columns): ((&str, &str, NaiveDate), Vec<&'c Column>)| {
        let mut people = BTreeMap::new();
        for number in columns.iter().flat_map(|column| &column.numbers) {
            let Whose::Region(region) = number.whose else { return None };
            *people.entry(region).or_insert(0) += i64::try_from(number.value).ok()?;
        }
        Some(Count { day, columns, people })
    };
    parts.into_iter().filter_map(count).collect()
}

fn days(one: &Count<'_>, other: &Count<'_>) -> u64 {
    one.day.signed_duration_since(other.day).num_days().unsigned_abs()
}

/// By how many thousandths the two may differ.
fn allowed(one: &Count<'_>, other: &Count<'_>) -> i64 {
    match days(one, other) {
        0 => 0,
        near if near <= NEAR => NEARLY,
        far => i64::try_from(far.div_ceil(YEAR))
            .map_or(i64::MAX, |years| years.saturating_mul(IN_A_YEAR)),
    }
}

/// Whether two numbers differ by more than so many thousandths.
fn beyond(one: i64, other: i64, thousandths: i64) -> bool {
    let (least, greatest) = (i128::from(one.min(other)), i128::from(one.max(other)));
    greatest * 1_000 > least * (1_000 + i128::from(thousandths))
}

fn apart(one: &Count<'_>, other: &Count<'_>, region: Region) -> bool {
    let both = one.people.get(&region).zip(other.people.get(&region));
    both.is_some_and(|(a, b)| beyond(*a, *b, allowed(one, other)))
}

/// Whether they are the same, region by region, though of different days.
fn is_copy(one: &Count<'_>, other: &Count<'_>) -> bool {
    one.day != other.day && one.people == other.people
}

/// Whether a count is that of an earlier day.
fn is_left_from(count: &Count<'_>, other: &Count<'_>) -> bool {
    is_copy(count, other) && count.day > other.day
}

fn left(count: &Count<'_>, other: &Count<'_>, nearest: Option<&Count<'_>>) -> Option<Suspicion> {
    let (column, number) = first(count)?;
    let name = words::quoted(&column.heading);
    let text = say::left_from_before(&name, &count.day, &other.day);
    let problem = Problem::new(Code::P04, number.cell.location.clone(), text);
    // Of parts it is not known what they would be.
    let nearest = nearest.filter(|_| count.columns.len() == 1);
    let instead = column.numbers.iter().filter_map(|number| {
        let Whose::Region(region) = number.whose else { return None };
        let people = nearest?.people.get(&region)?;
        Some(cell(column, number, &Exact::from(*people)))
    });
    Some(Suspicion::new(problem.help(say::check_or_confirm()), instead.collect()))
}

fn first<'c>(count: &Count<'c>) -> Option<(&'c Column, &'c Number)> {
    let column = count.columns.first()?;
    Some((column, column.numbers.first()?))
}

/// What is said of the regions of a count that are wrong, held against another.
fn told(count: &Count<'_>, reference: &Count<'_>, blamed: &[Region]) -> Vec<Suspicion> {
    let limit = allowed(count, reference).max(NEARLY);
    let fits = |region: Region, other: Region| {
        let both = count.people.get(&region).zip(reference.people.get(&other));
        both.is_some_and(|(own, other)| !beyond(*own, *other, limit))
    };
    // Rows that hold nearly what they ought to, as of another day, stand where they ought to.
    let elsewhere = blamed.iter().filter(|region| !fits(**region, **region)).count();
    let is_of_rows = blamed.len() >= SEVERAL && 2 * elsewhere > blamed.len();
    if let Some(found) = misplaced(count, reference, &fits).filter(|_| is_of_rows) {
        return vec![found];
    }
    if let ([one, two], [column]) = (blamed, count.columns.as_slice()) {
        let both = column.of(&Whose::Region(*one)).zip(column.of(&Whose::Region(*two)));
        if let (Some((first, second)), true) = (both, fits(*one, *two) && fits(*two, *one)) {
            return vec![exchanged((column, first), (column, second))];
        }
    }
    blamed.iter().filter_map(|region| other_population(count, reference, *region)).collect()
}

fn other_population(count: &Count<'_>, reference: &Count<'_>, region: Region) -> Option<Suspicion> {
    let column = count.columns.first()?;
    let number = column.of(&Whose::Region(region))?;
    let [own, other] = [count, reference].map(|count| count.people.get(&region).copied());
    let [own, other] = [own?, other?];
    let written = |people: i64| crate::swedish::number(&Exact::from(people), 0);
    let text = say::another_population(
        &region,
        &written(own),
        &count.day,
        &written(other),
        &reference.day,
    );
    let problem = Problem::new(Code::P05, number.cell.location.clone(), text);
    // Of parts it is not known which is wrong: the first is taken to make up the difference.
    let right = Exact::from(number.value) + Exact::from(other - own);
    let instead = vec![cell(column, number, &right)];
    Some(Suspicion::new(problem.help(say::check_or_confirm()), instead))
}

/// Rows that have moved a step, or are in another order: where nearly all of them fit another region's.
fn misplaced(
    count: &Count<'_>,
    reference: &Count<'_>,
    fits: &impl Fn(Region, Region) -> bool,
) -> Option<Suspicion> {
    let [column] = count.columns.as_slice() else { return None };
    let rows = column.numbers.iter().filter_map(|number| match number.whose {
        Whose::Region(region) => Some((region, number)),
        _ => None,
    });
    let rows: Vec<_> = rows.collect();
    let most = rows.len() * 4 / 5;
    let down =
        rows.windows(2).filter(|pair| matches!(pair, [one, two] if fits(two.0, one.0))).count();
    let up =
        rows.windows(2).filter(|pair| matches!(pair, [one, two] if fits(one.0, two.0))).count();
    let sorted = |count: &Count<'_>| {
        let mut all: Vec<_> = count.people.values().copied().collect();
        all.sort_unstable();
        all
    };
    let limit = allowed(count, reference).max(NEARLY);
    let in_order = sorted(count).into_iter().zip(sorted(reference));
    let same = in_order.filter(|(own, other)| !beyond(*own, *other, limit)).count();
    let name = words::quoted(&column.heading);
    let text = if down.max(up) >= most {
        say::rows_moved(&name, &reference.day)
    } else if same >= most {
        say::rows_reordered(&name, &reference.day)
    } else {
        return None;
    };
    let (_, number) = rows.first()?;
    let problem = Problem::new(Code::P03, number.cell.location.clone(), text);
    let instead = rows.iter().filter_map(|(region, number)| {
        let right = Exact::from(*reference.people.get(region)?);
        Some(cell(column, number, &right))
    });
    Some(Suspicion::new(problem.help(say::put_in_order()), instead.collect()))
}

/// Two rows that would each fit better in the other's place, by every other count, though neither is impossible where it
/// is. Of two counts alone the newer is asked about.
fn swapped(count: &Count<'_>, others: &[&Count<'_>]) -> Option<Suspicion> {
    let [column] = count.columns.as_slice() else { return None };
    if others.is_empty() || others.len() == 1 && others.iter().any(|other| other.day > count.day) {
        return None;
    }
    let regions: Vec<_> = count.people.keys().copied().collect();
    let pairs = regions
        .iter()
        .enumerate()
        .flat_map(|(place, one)| regions.iter().skip(place + 1).map(move |two| (*one, *two)));
    let gains = pairs.filter_map(|(one, two)| {
        let each: Option<Vec<_>> =
            others.iter().map(|other| gain(count, other, one, two)).collect();
        Some((each?.into_iter().min()?, one, two))
    });
    let (_, one, two) = gains.max_by_key(|(gain, ..)| *gain)?;
    let both = column.of(&Whose::Region(one)).zip(column.of(&Whose::Region(two)))?;
    Some(exchanged((column, both.0), (column, both.1)))
}

/// How much better two rows fit another count in each other's place, in millionths; none if it is not much better.
fn gain(count: &Count<'_>, other: &Count<'_>, one: Region, two: Region) -> Option<i128> {
    // What is moved about is more than what two regions change by together.
    let far = if days(count, other) <= NEAR { 6 } else { 20 };
    let off = |own: Region, as_of: Region| {
        let (own, other) = (*count.people.get(&own)?, *other.people.get(&as_of)?);
        Some(i128::from((own - other).abs()) * 1_000_000 / i128::from(other.max(1)))
    };
    let as_it_is = off(one, one)? + off(two, two)?;
    let exchanged = off(two, one)? + off(one, two)?;
    (as_it_is > far * 1_000 && as_it_is > 4 * exchanged).then_some(as_it_is - exchanged)
}

/// That two rows of a column seem to have changed places.
pub(super) fn exchanged(
    (column, one): (&Column, &Number),
    (other_column, two): (&Column, &Number),
) -> Suspicion {
    let key = |number: &Number| match &number.whose {
        Whose::Country => String::new(),
        Whose::Region(region) => region.short_name().to_owned(),
        Whose::Row(key) => key.clone(),
    };
    let text = say::exchanged(&words::quoted(&column.heading), &key(one), &key(two));
    let problem = Problem::new(Code::P03, one.cell.location.clone(), text);
    let [first, second] = [one, two].map(|number| Exact::from(number.value));
    let instead = vec![cell(column, one, &second), cell(other_column, two, &first)];
    Suspicion::new(problem.help(say::check_or_confirm()), instead)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use rust_decimal::Decimal;

    use super::*;
    use crate::figure::{CellRef, Evidence, Status};
    use crate::problem::Location;
    use crate::workbook::schema::{Field, INHABITANTS};

    static PEOPLE: Field =
        Field::new("befolkning", "Befolkning", INHABITANTS, "En uppgift i ett prov.");

    /// So many in each region, by its place.
    fn column(people: impl Fn(i64) -> i64) -> Column {
        let evidence = Arc::new(Evidence {
            item: String::new(),
            source: String::new(),
            as_of: None,
            status: Status::Faststalld,
            confirmed_by: None,
        });
        let number = |(place, region): (i64, Region)| {
            let location = Location::sheet("prov.xlsx", "Befolkning");
            let cell = CellRef { location, evidence: Arc::clone(&evidence) };
            Number { whose: Whose::Region(region), value: Decimal::from(people(place)), cell }
        };
        let numbers = (0..).zip(Region::all()).map(number).collect();
        let heading = PEOPLE.heading.to_owned();
        Column { sheet: "Befolkning", field: &PEOPLE, heading, of_people: true, numbers }
    }

    fn count(column: &Column) -> Count<'_> {
        let people = column.numbers.iter().filter_map(|number| {
            let Whose::Region(region) = number.whose else { return None };
            Some((region, i64::try_from(number.value).ok()?))
        });
        let day = NaiveDate::from_ymd_opt(2023, 11, 1).expect("a day");
        Count { day, columns: vec![column], people: people.collect() }
    }

    /// What every row is said to be, held against regions that are each a hundred thousand greater than the one before.
    fn codes(people: impl Fn(i64) -> i64) -> Vec<Code> {
        let (own, reference) = (column(people), column(|place| 100_000 * (place + 1)));
        let all: Vec<_> = Region::all().collect();
        let told = told(&count(&own), &count(&reference), &all);
        told.into_iter().map(|one| one.problem.code).collect()
    }

    #[test]
    fn rows_that_are_nearly_right_are_not_in_another_order() {
        assert_eq!(codes(|place| 100_300 * (place + 1)), vec![Code::P05; 21]);
    }

    #[test]
    fn rows_that_are_right_elsewhere_are_told_of_together() {
        assert_eq!(codes(|place| 100_000 * (21 - place)), [Code::P03], "in another order");
        assert_eq!(codes(|place| 100_000 * ((place + 1) % 21 + 1)), [Code::P03], "a row off");
    }
}
