//! The new year filled in as a user would who had nothing but last year's papers: whatever is empty gets
//! what stood there last year, a year later, and what was unconfirmed is confirmed.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use statsbidrag::grants::GRANTS;
use statsbidrag::output::Files;

use crate::new_year::NEW_YEAR;
use crate::new_year::spreadsheet::{
    Place, SheetCell, SheetSchema, Spreadsheet, Varde, row_with, text,
};
use crate::program::{Folder, files};
use crate::{data_2024, document_set};

const LAKEMEDEL: &str = "lakemedel.xlsx";
const REGLERINGSBREV: &str = "regleringsbrev.xlsx";
const BEREDSKAP: &str = "beredskap.xlsx";

/// Every workbook of 2025, by its file's name.
pub(crate) fn books() -> Vec<(&'static str, Vec<u8>)> {
    let file = |grant: &&statsbidrag::grants::Grant| {
        let file = data_2024::file_of(grant.workbook_file);
        let last_year = std::fs::read(document_set::inputs().join(file)).expect("the file");
        let mut book = filled_one(file, &NEW_YEAR.workbooks[file], &last_year);
        if file == REGLERINGSBREV {
            adjust(&mut book, &Spreadsheet::new(&last_year), &text_one_year_later);
            rebates(&mut book, Some("1100"));
        }
        if file == BEREDSKAP {
            not_asked(&mut book, 2024);
        }
        (file, book.bytes())
    };
    GRANTS.iter().map(file).collect()
}

/// The workbooks of a year as somebody fills them in who has last year's beside: what is empty, with its source; and of
/// what was carried over, that it holds, once for each sheet.
pub(crate) fn confirmed(year: i32, fresh: &Files, last_year: &Files) -> Files {
    let mut books = Files::new();
    for (file, bytes) in fresh {
        let mut book =
            filled_where(file, bytes, &last_year[file], |page, place| !is_carried(page, place));
        let sheets: Vec<_> = book.name().map(str::to_owned).collect();
        for sheet in sheets.iter().filter(|name| *name != "Läs mig") {
            confirm(&mut book, sheet);
        }
        if file == REGLERINGSBREV && year == 2025 {
            adjust(&mut book, &Spreadsheet::new(&last_year[file]), &text_one_year_later);
        }
        if file == REGLERINGSBREV {
            // The agreement of 2024 has subtracted återbäring from what is settled.
            rebates(&mut book, (year == 2025).then_some("1100"));
            reasons(&mut book);
        }
        if file == BEREDSKAP {
            not_asked(&mut book, year - 1);
        }
        books.insert(file.clone(), book.bytes());
    }
    books
}

/// What confirms the carried rows of a sheet.
pub(crate) const CONFIRMED: &str = "Genomgång av bladet";

/// The words of the cells about a value.
const ABOUT: [&str; 4] = ["Källa", "Per datum", "Status", "Bekräftad av"];

fn confirm(book: &mut Spreadsheet, sheet: &str) {
    let cells = book.sheet(sheet);
    let row = row_with(&cells, "Källa för hela bladet");
    if text(&cells, (row, 6)) == Some("ej bekräftad") {
        book.write(sheet, (row, 2), Some(&Varde::Text(CONFIRMED.into())));
        book.write(sheet, (row, 6), Some(&Varde::Text("fastställd".into())));
    }
}

/// Whether a cell is about something that was carried over, which is confirmed once for the sheet.
fn is_carried(page: &SheetSchema, (row, column): Place) -> bool {
    if page.keys().any(|place| place.1 == 1 && text(page, *place) == Some("Uppgift")) {
        let heading_row = row_with(page, "Uppgift");
        let about = text(page, (heading_row, column)).is_some_and(|word| ABOUT.contains(&word));
        return row > heading_row && about && text(page, (row, 2)).is_some();
    }
    let label = text(page, (row, 1)).is_some_and(|word| ABOUT.contains(&word));
    // The row of headings is the one after the unit.
    let heading_row = row_with(page, "Enhet") + 1;
    // A sum is there before what it sums.
    let filled = |place: &&Place| {
        let below = place.0 > heading_row && place.1 == column.max(2) && !page[place].formula;
        below && text(page, **place).is_some()
    };
    let alone = text(page, (heading_row, 2)).is_none() && column == 2;
    label && (alone || page.keys().any(|place| filled(&place)))
}

/// Last year, as if its agreement year before had been like its own, net and with profit and loss settled
/// together: what the new year is held to, adjustment by adjustment.
pub(crate) fn year_before() -> Folder {
    let mut files = files(&document_set::inputs());
    let mut grant = Spreadsheet::new(&files[LAKEMEDEL]);
    let first = row_with(&grant.sheet(COMPONENTS), "Komponent") + 1;
    for row in [first, first + 1] {
        for (column, word) in [(5, "ja"), (6, "tillsammans")] {
            grant.write(COMPONENTS, (row, column), Some(&Varde::Text(word.into())));
        }
    }
    let first = row_with(&grant.sheet(GROUPS), "Grupp") + 1;
    grant.write(GROUPS, (first, 1), Some(&Varde::Text("tillsammans".into())));
    for column in 1..=4 {
        grant.write(GROUPS, (first + 1, column), None);
    }
    files.insert(LAKEMEDEL.to_owned(), grant.bytes());
    let mut letter = Spreadsheet::new(&files[REGLERINGSBREV]);
    let last_year = Spreadsheet::new(&letter.bytes());
    adjust(&mut letter, &last_year, &str::to_owned);
    let amounts = letter.sheet(AMOUNTS);
    let below = row_with(&amounts, "Region");
    let filled = amounts.iter().filter(|(place, cell)| place.1 > 1 && cell.value.is_some());
    let filled = filled.filter(|(place, cell)| place.0 > below && !cell.formula);
    for (place, _) in filled {
        letter.write(AMOUNTS, *place, None);
    }
    rebates(&mut letter, Some("1100"));
    files.insert(REGLERINGSBREV.to_owned(), letter.bytes());
    let folder = Folder::new("2024", &[]);
    files.into_iter().fold(folder, |folder, (name, bytes)| folder.with(&name, &bytes))
}

const COMPONENTS: &str = "Komponenter föregående år";
const GROUPS: &str = "Avräkningsgrupper föregående år";
const ADJUSTMENTS: &str = "Justeringar";
const AMOUNTS: &str = "Justeringsbelopp";

/// The agreement of 2023 was gross and settled profit and loss part by part, that of 2024 is net and settles
/// them together: the year after has two adjustments, in the months of last year's, for last year's reasons.
fn adjust(book: &mut Spreadsheet, last_year: &Spreadsheet, words: &dyn Fn(&str) -> String) {
    let before = last_year.sheet(ADJUSTMENTS);
    let heading_row = row_with(&before, "Justering");
    let rows = [("avdrag, reglering", None), ("vinst/förlust", Some("tillsammans"))];
    let last = before.keys().map(|place| place.0).max().expect("rows");
    let filled =
        before.iter().filter(|(place, cell)| place.0 > heading_row && cell.value.is_some());
    let filled: BTreeSet<_> = filled.map(|(place, _)| *place).collect();
    assert!(last > heading_row + 5, "there is room");
    for place in filled {
        book.write(ADJUSTMENTS, place, None);
    }
    for (row, (kind, group)) in (heading_row + 1..).zip(rows) {
        let own = row_with(&before, kind);
        book.write(ADJUSTMENTS, (row, 1), Some(&Varde::Text(kind.into())));
        let group = group.map(|group: &str| Varde::Text(group.into()));
        book.write(ADJUSTMENTS, (row, 2), group.as_ref());
        for column in 3..=5 {
            let value = before[&(own, column)].value.as_ref().map(|value| match value {
                Varde::Text(text) => Varde::Text(words(text)),
                number @ Varde::Number(_) => number.clone(),
            });
            book.write(ADJUSTMENTS, (row, column), value.as_ref());
        }
    }
}

/// What the state's share of återbäring came to, where it was subtracted from what is settled; mnkr.
fn rebates(book: &mut Spreadsheet, outcome: Option<&str>) {
    const ABOUT_ADJUSTMENTS: &str = "Justeringsvillkor";
    let cells = book.sheet(ABOUT_ADJUSTMENTS);
    let row = row_with(&cells, "Avstämning, statens andel av återbäringen, utfall");
    let outcome = outcome.map(|mnkr| Varde::Number(mnkr.to_owned()));
    book.write(ABOUT_ADJUSTMENTS, (row, 2), outcome.as_ref());
    if outcome.is_some() {
        for (word, column) in [("Utfallet", 4), ("fastställd", 6)] {
            if text(&cells, (row, column)).is_none() {
                book.write(ABOUT_ADJUSTMENTS, (row, column), Some(&Varde::Text(word.to_owned())));
            }
        }
    }
}

/// Adjustments that were turned want a reason of their own.
fn reasons(book: &mut Spreadsheet) {
    let cells = book.sheet(ADJUSTMENTS);
    let heading_row = row_with(&cells, "Justering");
    let rows = cells.keys().filter(|place| place.0 > heading_row && place.1 == 1);
    let rows = rows.filter(|place| text(&cells, **place).is_some());
    for row in rows.map(|place| place.0) {
        if text(&cells, (row, 5)).is_none() {
            let reason = Varde::Text("Utfallet avräknas mot överenskommelsen.".into());
            book.write(ADJUSTMENTS, (row, 5), Some(&reason));
        }
    }
}

/// The regions were asked no more about what they used than last year: the columns for it are taken away.
fn not_asked(book: &mut Spreadsheet, asked: i32) {
    const SHEETS: &str = "Använda medel";
    let cells = book.sheet(SHEETS);
    // The agreements of 2022, 2023 and 2024 may be used to the ends of 2024, 2025 and 2025.
    let could_use = match asked {
        2024 => 3,
        2025 => 2,
        _ => 0,
    };
    let used = format!("använt {asked}");
    let new =
        |slot: &SheetCell| matches!(&slot.value, Some(Varde::Text(text)) if text.ends_with(&used));
    let new: BTreeSet<_> =
        cells.iter().filter(|(_, slot)| new(slot)).map(|((_, column), _)| *column).collect();
    assert_eq!(new.len(), could_use, "one for each agreement that could be used in {asked}");
    let whole = row_with(&cells, "Källa för hela bladet");
    for place in cells.keys().filter(|(row, column)| *row > whole && new.contains(column)) {
        book.write(SHEETS, *place, None);
    }
}

fn filled_one(file: &str, fresh: &[u8], last_year: &[u8]) -> Spreadsheet {
    filled_where(file, fresh, last_year, |_, _| true)
}

/// What is empty filled in, in the places that `asked` names.
fn filled_where(
    file: &str,
    fresh: &[u8],
    last_year: &[u8],
    asked: impl Fn(&SheetSchema, Place) -> bool,
) -> Spreadsheet {
    let (mut fresh, last_year) = (Spreadsheet::new(fresh), Spreadsheet::new(last_year));
    let names: Vec<_> = last_year.name().map(str::to_owned).collect();
    for name in names.iter().filter(|name| !["Läs mig", AMOUNTS].contains(&name.as_str())) {
        let new = fresh.sheet(name);
        let cells = last_year.sheet(name);
        // The rows of adjustments, of settlement groups and of components are others than last year's.
        let below = match (file, name.as_str()) {
            (REGLERINGSBREV, ADJUSTMENTS) => row_with(&cells, "Justering"),
            (LAKEMEDEL, GROUPS) => row_with(&cells, "Grupp"),
            // A component that nothing is settled of has no group.
            (LAKEMEDEL, COMPONENTS) => row_with(&cells, "Komponent"),
            _ => u32::MAX,
        };
        // What is settled follows the agreement: a cost is filled in for what stands there.
        let settlement = (file, name.as_str()) == (REGLERINGSBREV, "Avstämning");
        let first = if settlement { row_with(&cells, "Komponent") } else { u32::MAX };
        let stands = |place: &Place| place.0 <= first || text(&new, (place.0, 1)).is_some();
        let places = cells.into_iter().filter(|(place, _)| place.0 <= below && stands(place));
        for (place, slot) in places {
            let Some(value) = &slot.value else { continue };
            let has = new.get(&place);
            if place.1 == 1 {
                same_row(name, has, value);
            }
            if left_to_fill_in(has, &slot) && asked(&new, place) {
                // The day of a key, which a heading names, is the same in every year.
                let key = (file, name.as_str()) == (BEREDSKAP, "Befolkning") && slot.date;
                let value = if key { value.clone() } else { one_year_later(value, slot.date) };
                fresh.write(name, place, Some(&value));
            }
        }
    }
    fresh
}

/// The labels of rows stand where they stood, but for years.
fn same_row(sheet: &str, has: Option<&SheetCell>, last_year: &Varde) {
    let (Some(Varde::Text(has)), Varde::Text(last_year)) =
        (has.and_then(|slot| slot.value.as_ref()), last_year)
    else {
        return;
    };
    let year = last_year.contains(|character: char| character.is_ascii_digit());
    assert!(has == last_year || year, "{sheet}: {has} stands where {last_year} stood");
}

fn left_to_fill_in(has: Option<&SheetCell>, last_year: &SheetCell) -> bool {
    match has.and_then(|slot| slot.value.as_ref()) {
        None => true,
        // A spreadsheet program computes sums again when something is typed.
        Some(Varde::Number(number)) => last_year.formula && number == "0",
        Some(Varde::Text(text)) => text == "ej bekräftad",
    }
}

fn one_year_later(value: &Varde, date: bool) -> Varde {
    match value {
        Varde::Text(text) => Varde::Text(text_one_year_later(text)),
        Varde::Number(day) if date => {
            let zero = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a date");
            let day = zero + chrono::Days::new(day.parse().expect("a whole day"));
            let later = day.checked_add_months(Months::new(12)).expect("a date");
            Varde::Number((later - zero).num_days().to_string())
        }
        Varde::Number(number) => Varde::Number(number.clone()),
    }
}

/// A text with every year moved by one: `2023/24` becomes `2024/25`, and a number in a series of its year, `24:00`,
/// `25:00`.
pub(crate) fn text_one_year_later(text: &str) -> String {
    let mut out = String::new();
    let mut left = text;
    let mut after_year = false;
    while let Some(beginning) = left.find(|character: char| character.is_ascii_digit()) {
        let (before, numbers) = left.split_at(beginning);
        let end =
            numbers.find(|character: char| !character.is_ascii_digit()).unwrap_or(numbers.len());
        let (numbers, rest) = numbers.split_at(end);
        let shared = after_year && before == "/" && numbers.len() == 2;
        let in_series = out.is_empty() && before.is_empty() && rest.starts_with(':');
        after_year = numbers.len() == 4 && matches!(numbers.parse(), Ok(2015..=2039_u32));
        out.push_str(before);
        match numbers.parse::<u32>() {
            Ok(year) if after_year || shared || in_series => out.push_str(&(year + 1).to_string()),
            _ => out.push_str(numbers),
        }
        left = rest;
    }
    out + left
}

#[test]
fn years_move_and_other_numbers_stay() {
    for (text, expected) in [
        ("S2023/03332", "S2024/03332"),
        ("prop. 2023/24:1", "prop. 2024/25:1"),
        ("24:00", "25:00"),
        ("år 2024–2025, 20 241 kr", "år 2025–2026, 20 241 kr"),
        ("118 82 Stockholm", "118 82 Stockholm"),
    ] {
        assert_eq!(text_one_year_later(text), expected);
    }
}
