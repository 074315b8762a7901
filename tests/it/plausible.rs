//! What looks wrong is asked about: slips of one cell on the workbooks of 2024, thousands of them, and the errors by which
//! such money has gone wrong. Years in order are asked nothing.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rust_decimal::Decimal;
use statsbidrag::figure::Status;
use statsbidrag::grants::{GRANTS, Grant, lakemedel};
use statsbidrag::pipeline::{Computed, compute_read};
use statsbidrag::plausibility::inspect;
use statsbidrag::problem::{Cell, Location, Problems};
use statsbidrag::workbook::{Book, CellValue, FilledFrom, Sheets};

use crate::{changed, data_2024};

/// A workbook of 2024: its cells, and what they say.
pub(crate) struct Workbook {
    pub(crate) grant: &'static Grant,
    pub(crate) sheets: Sheets,
    pub(crate) book: Book,
}

pub(crate) fn opened() -> Vec<Workbook> {
    let open = |(file, bytes): &(&str, Vec<u8>)| {
        let is_of = |grant: &&&Grant| grant.workbook_file.name_in(file).is_some();
        let grant = *GRANTS.iter().find(is_of).expect("a grant");
        let mut problems = Problems::new();
        let sheets = Sheets::open(grant.workbook_file, file, bytes, &mut problems);
        let sheets = sheets.expect("a workbook");
        let book = sheets.read(&mut problems).expect("a workbook");
        assert_eq!(problems, Problems::new(), "{file}");
        Workbook { grant, sheets, book }
    };
    data_2024::all().iter().map(open).collect()
}

/// Something in a cell in place of another: which workbook, the sheet, the cell, and what.
pub(crate) type Put = (usize, &'static str, Cell, CellValue);

/// What becomes of the workbooks with other numbers in them. What is refused when it is read, or looks wrong then, is not
/// computed.
fn with(all: &[Workbook], puts: &[Put]) -> Outcome {
    let mut problems = Problems::new();
    let mut books = Vec::new();
    for (place, workbook) in all.iter().enumerate() {
        let own: Vec<_> = puts.iter().filter(|put| put.0 == place).collect();
        if own.is_empty() {
            books.push((workbook.grant, workbook.book.clone()));
            continue;
        }
        let mut sheets = workbook.sheets.clone();
        for (_, sheet, cell, number) in own {
            sheets.put(sheet, *cell, number.clone());
        }
        let Some(book) = sheets.read(&mut problems) else { return Outcome::Refused };
        books.push((workbook.grant, book));
    }
    if problems.stop() {
        return Outcome::Refused;
    }
    let read: Vec<_> = books.iter().map(|(grant, book)| (grant.id, book)).collect();
    let mut told = Problems::new();
    inspect(&read, None, &mut told);
    if told.iter().count() > 0 {
        return Outcome::Asked;
    }
    match compute_read(books, problems) {
        Err(problems) if problems.stop() => Outcome::Refused,
        Err(problems) => panic!("{problems}"),
        Ok(computed) if computed.warnings.iter().count() > 0 => Outcome::Asked,
        Ok(computed) => Outcome::Silent(amounts(&computed)),
    }
}

/// What became of a slip.
enum Outcome {
    Refused,
    Asked,
    /// Nothing was said; these amounts came of it.
    Silent(BTreeMap<String, i64>),
}

/// What goes to whom: the amounts that lead.
fn amounts(computed: &Computed) -> BTreeMap<String, i64> {
    let nodes = computed.report.trace.iter().map(|(_, node)| node);
    let led = nodes.filter_map(|node| {
        let [grant, _, _, figure] = node.name.splitn(4, '.').collect::<Vec<_>>().try_into().ok()?;
        let kronor = node.value.exact()?.nearest().integer()?;
        statsbidrag::contract::leads(grant, figure).then(|| (node.name.clone(), kronor))
    });
    led.collect()
}

#[derive(Debug, Default)]
struct Tally {
    all: usize,
    refused: usize,
    asked: usize,
    silent: Vec<(i64, String)>,
}

/// The slips of a number: a digit too many, one lost, two exchanged, another unit.
fn slips(number: Decimal) -> Vec<(&'static str, Decimal)> {
    let text = number.to_string();
    let mut all =
        vec![("times ten", number * Decimal::TEN), ("in thousands", number * Decimal::from(1_000))];
    let digits: Vec<_> =
        text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    if digits.len() > 1 {
        let (mut lost, mut swapped): (String, Vec<char>) = (text.clone(), text.chars().collect());
        lost.remove(*digits.last().expect("a digit"));
        all.extend(lost.trim_end_matches('.').parse().ok().map(|number| ("a digit lost", number)));
        swapped.swap(digits[0], digits[1]);
        let swapped: String = swapped.into_iter().collect();
        all.extend(swapped.parse().ok().map(|number| ("two digits exchanged", number)));
    }
    let thousandth = number / Decimal::from(1_000);
    if thousandth.scale() <= 2 {
        all.push(("in millions", thousandth));
    }
    all.retain(|(_, slip)| *slip != number);
    all
}

#[test]
fn slips_of_a_cell_are_refused_or_asked_about() {
    let all = opened();
    let Outcome::Silent(before) = with(&all, &[]) else { panic!("2024 is asked about") };
    let mut puts: Vec<(String, Vec<Put>)> = Vec::new();
    for (place, Workbook { book, .. }) in all.iter().enumerate() {
        for column in book.number_columns() {
            for (at, number) in column.numbers.iter().enumerate() {
                let cell = number.cell.location.cell.expect("a cell");
                let name = format!("{} \u{203a} {} \u{203a} {cell}", book.file, column.sheet);
                let put = |number| (place, column.sheet, cell, CellValue::Decimal(number));
                for (what, slip) in slips(number.value) {
                    puts.push((format!("{name}: {what}, {slip}"), vec![put(slip)]));
                }
                if let Some(next) =
                    column.numbers.get(at + 1).filter(|next| next.value != number.value)
                {
                    let other = next.cell.location.cell.expect("a cell");
                    let both = vec![
                        put(next.value),
                        (place, column.sheet, other, CellValue::Decimal(number.value)),
                    ];
                    puts.push((format!("{name}: exchanged with the row below"), both));
                }
            }
        }
    }
    // Every other one: none is more alike its neighbours than others, and all take three minutes.
    let puts: Vec<_> = puts.into_iter().step_by(2).collect();
    let outcomes: Vec<_> = puts.par_iter().map(|(name, puts)| (name, with(&all, puts))).collect();
    let mut tally = Tally::default();
    for (name, outcome) in outcomes {
        tally.all += 1;
        match outcome {
            Outcome::Refused => tally.refused += 1,
            Outcome::Asked => tally.asked += 1,
            Outcome::Silent(after) => {
                let moved = after.iter().map(|(id, kr)| (kr - before.get(id).unwrap_or(&0)).abs());
                tally.silent.push((moved.max().unwrap_or(0), name.clone()));
            }
        }
    }
    tally.silent.sort();
    tally.silent.reverse();
    let grave = tally.silent.iter().filter(|(kronor, _)| *kronor > 1_000_000).count();
    println!(
        "{} slips: {} refused, {} asked about, {} silent, {grave} of them with more than a million kronor",
        tally.all,
        tally.refused,
        tally.asked,
        tally.silent.len()
    );
    for (kronor, name) in tally.silent.iter().take(20) {
        println!("{kronor:>15} {name}");
    }
    assert!(tally.all > 2_000, "{}", tally.all);
    assert!(tally.silent.len() * 20 <= tally.all, "more than one in twenty is silent");
    assert!(grave * 100 <= tally.all, "more than one in a hundred is silent and grave");
}

/// Where a number of a column stands, and what it is.
fn number(
    all: &[Workbook],
    (file, sheet, id): (&str, &str, &str),
    row: usize,
) -> ((usize, &'static str, Cell), Decimal) {
    let place = all.iter().position(|one| one.book.file == file).expect("a workbook");
    let columns = all[place].book.number_columns();
    let column = columns.iter().find(|one| one.sheet == sheet && one.field.id == id);
    let column = column.expect("a column");
    let number = &column.numbers[row];
    ((place, column.sheet, number.cell.location.cell.expect("a cell")), number.value)
}

fn put((place, sheet, cell): (usize, &'static str, Cell), number: Decimal) -> Put {
    (place, sheet, cell, CellValue::Decimal(number))
}

/// What is said of the workbooks with other numbers in them: the codes of the warnings and their cells.
fn said(all: &[Workbook], puts: &[Put]) -> Vec<(String, Option<i64>)> {
    let mut problems = Problems::new();
    let mut books = Vec::new();
    for (place, workbook) in all.iter().enumerate() {
        let mut sheets = workbook.sheets.clone();
        for (_, sheet, cell, number) in puts.iter().filter(|put| put.0 == place) {
            sheets.put(sheet, *cell, number.clone());
        }
        books.push((workbook.grant, sheets.read(&mut problems).expect("a workbook")));
    }
    let computed = compute_read(books, problems).unwrap_or_else(|problems| panic!("{problems}"));
    let told = computed.warnings.ranked().into_iter().map(|warning| {
        let place = format!("{} {}", warning.code, warning.location);
        (place, warning.at_stake.as_ref().map(|stake| stake.kronor))
    });
    told.collect()
}

const PEOPLE: (&str, &str, &str) = ("lakemedel.xlsx", "Befolkning", "befolkning");

/// The population of läkemedelsförmånerna, row by row, and its sum; who gets the residual is stated, since it need not come
/// out even.
fn people(all: &[Workbook], change: impl Fn(&mut Vec<Decimal>)) -> Vec<Put> {
    let rows: Vec<_> = (0..21).map(|row| number(all, PEOPLE, row)).collect();
    let mut values: Vec<_> = rows.iter().map(|(_, people)| *people).collect();
    change(&mut values);
    let (place, sheet, last) = rows[20].0;
    let sum = put((place, sheet, Cell { row: last.row + 1, ..last }), values.iter().sum());
    let agreement = "Överenskommelse";
    let residual = Location::field(PEOPLE.0, agreement, "residual");
    let residual = all[place].book.cell_of(&residual).and_then(|place| place.cell).expect("a cell");
    let word = CellValue::Text("largest_remainder".to_owned());
    let rows = rows.into_iter().zip(values).map(|((cell, _), value)| put(cell, value));
    rows.chain([sum, (place, agreement, residual, word)]).collect()
}

/// The errors by which such money has gone wrong, in other countries and here: each is asked about, where it is, with the
/// kronor that depend on it.
#[test]
fn errors_by_which_money_has_gone_wrong_are_asked_about() {
    let all = opened();
    let last_year = ("lakemedel.xlsx", "F\u{f6}reg\u{e5}ende \u{e5}r", "foregaende_befolkning");
    let before: Vec<_> = (0..21).map(|row| number(&all, last_year, row).1).collect();
    let first = "lakemedel.xlsx \u{203a} Befolkning \u{203a} B";
    for (what, puts, code, cell, least) in [
        ("one row off", people(&all, |all| all.rotate_right(1)), "P03", "11", 1_000_000_000),
        ("sorted", people(&all, |all| all.sort_unstable()), "P03", "11", 1_000_000_000),
        ("last year's", people(&all, |all| all.clone_from(&before)), "P04", "11", 10_000_000),
        (
            "a region times ten",
            people(&all, |all| all[9] *= Decimal::TEN),
            "P05",
            "20",
            1_000_000_000,
        ),
        ("two regions exchanged", people(&all, |all| all.swap(4, 5)), "P03", "15", 100_000_000),
        (
            "two like regions exchanged",
            people(&all, |all| all.swap(13, 14)),
            "P03",
            "24",
            1_000_000,
        ),
    ] {
        let said = said(&all, &puts);
        let place = format!("{code} {first}{cell}");
        let found = said.iter().find(|(told, _)| *told == place);
        let (_, kronor) = found.unwrap_or_else(|| panic!("{what}: {place} not in {said:?}"));
        assert!(kronor.unwrap_or(0) >= least, "{what}: {kronor:?}");
        assert_eq!(said.len(), 1, "{what}: {said:?}");
    }
}

/// One number of another size, unit or place, which nothing else contradicts.
#[test]
fn a_number_that_looks_wrong_is_asked_about() {
    let all = opened();
    for (place, row, new, code) in [
        (("lakemedel.xlsx", "Solidarisk trappa", "ersattning"), 0, "0.85", "P01"),
        (("lakemedel.xlsx", "Avr\u{e4}kningsgrupper", "uppat"), 0, "0.03", "P01"),
        (("beslut-sektorsbidrag.xlsx", "Potter", "belopp"), 0, "3000", "P01"),
        (("beredskap.xlsx", "\u{d6}verenskommelser", "till_regionerna"), 0, "500000", "P01"),
        (("lakemedel.xlsx", "Prislappar", "prislapp"), 5, "18730", "P06"),
        (("regleringsbrev.xlsx", "Avst\u{e4}mning", "kostnad"), 1, "5170", "P02"),
        (("besked.xlsx", "Dokument", "omtalat"), 0, "98.4", "P02"),
    ] {
        let (cell, old) = number(&all, place, row);
        let new: Decimal = new.parse().expect("a number");
        let said = said(&all, &[put(cell, new)]);
        let wanted = format!("{code} {} \u{203a} {} \u{203a} {}", place.0, place.1, cell.2);
        assert!(
            said.iter().any(|(told, _)| *told == wanted),
            "{old} as {new}: {wanted} not in {said:?}"
        );
    }
}

/// Of hepatitis C, 410 million kronor were agreed for 70 per cent of the cost: the whole of it is held against 585,7.
#[test]
fn a_whole_cost_is_held_against_the_whole_that_was_agreed() {
    let all = opened();
    let (cell, _) = number(&all, ("regleringsbrev.xlsx", "Avst\u{e4}mning", "kostnad"), 1);
    let wanted = format!("P02 regleringsbrev.xlsx \u{203a} Avst\u{e4}mning \u{203a} {}", cell.2);
    for (million, is_asked) in [(300, true), (410, false), (900, false), (1_000, true)] {
        let said = said(&all, &[put(cell, Decimal::from(million))]);
        assert_eq!(said.iter().any(|(told, _)| *told == wanted), is_asked, "{million}: {said:?}");
    }
}

/// Two rows of one group exchanged: the groups no more sum to the population of the day, which stands in another workbook.
#[test]
fn groups_that_are_not_the_population_are_asked_about() {
    let all = opened();
    let group = ("lakemedel.xlsx", "Grupper", "grupp_0_under");
    let [(one, a), (two, b)] = [1, 2].map(|row| number(&all, group, row));
    let said = said(&all, &[put(one, b), put(two, a)]);
    assert!(
        said.iter().all(|(told, _)| told.starts_with("P05 lakemedel.xlsx \u{203a} Grupper")),
        "{said:?}"
    );
    assert_eq!(said.len(), 2, "{said:?}");
}

/// A year whose populations moved as they do is asked nothing: every region by up to one percent and a bit.
#[test]
fn a_year_that_moves_as_years_do_is_asked_nothing() {
    let all = opened();
    for seed in 0..20_i64 {
        let moved = people(&all, |all| {
            for (row, people) in (0..).zip(all.iter_mut()) {
                // Between \u{2212}0,6 and +0,6 per cent, another for each region and seed.
                let thousandths = (row * 7 + seed * 13) % 13 - 6;
                *people =
                    (*people * Decimal::from(1_000 + thousandths) / Decimal::from(1_000)).trunc();
            }
        });
        let Outcome::Silent(_) = with(&all, &moved) else {
            let said = said(&all, &moved);
            panic!("{seed}: {said:?}");
        };
    }
}

/// What is new every year, with a source that names earlier years only, has come along from one of them.
#[test]
fn a_source_of_an_earlier_year_is_asked_about() {
    let mut fill = data_2024::lakemedel::fill();
    let source = FilledFrom::new("\u{d6}verenskommelsen 2021, S2021/00001", Status::Faststalld);
    let share = CellValue::Decimal(Decimal::from(40));
    fill.item("\u{d6}verenskommelse", "aterbaring_andel", share, source);
    let file = data_2024::file_of(&lakemedel::schema::WORKBOOK).to_owned();
    let computed = changed::run(vec![(&lakemedel::schema::WORKBOOK, file, fill)]);
    let told: Vec<_> =
        computed.warnings.iter().map(|one| format!("{} {}", one.code, one.location)).collect();
    assert_eq!(told, ["P10 lakemedel.xlsx \u{203a} \u{d6}verenskommelse \u{203a} B6"]);
}
