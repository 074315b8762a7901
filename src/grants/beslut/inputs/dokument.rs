//! What the sheet Dokument says of the anslag and of the payment: in words that can stand where they are printed, and that
//! agree with the day of payment.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Month, is_banking_day};
use crate::contract::beslut as contract;
use crate::contract::{Fact, Indexed};
use crate::figure::Sourced;
use crate::grants::Reader;
use crate::grants::beslut::messages as say;
use crate::grants::beslut::schema::{WORKBOOK, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::swedish;
use crate::workbook::text::normalized;

/// Whether a text is as it should be.
type Test<'t> = &'t dyn Fn(&str) -> bool;

/// What stands before the words about the payment already.
const VERBS: [&str; 6] = ["ska", "skall", "betala", "betalas", "utbetala", "utbetalas"];

/// Checks all of it.
pub(super) fn check(reader: &mut Reader<'_>, namn: &str) {
    forms(reader);
    decided_in_time(reader);
    told_apart(reader, namn);
    let year = reader.year();
    let when = reader.book.text(sheet::DOKUMENT, "utbetalning");
    let when = when.map(|when| {
        let named = Named::by(&when.value, year);
        (when, named)
    });
    let paid = reader.book.date(sheet::DOKUMENT, "utbetalningsdag");
    if let Some((when, named)) = &when {
        if named.month && !named.year {
            let text = say::month_of_no_year(&words::quoted(&when.value));
            let problem = Problem::new(Code::R08, when.cell.location.clone(), text);
            reader.problems.add(problem.help(say::name_the_year(&year)));
        }
        let other = years(&when.value).find(|other| (other - year).abs() > 1);
        if other.is_some() {
            let text = say::paid_another_year(&words::quoted(&when.value), &year);
            reader.problems.add(Problem::new(Code::R04, when.cell.location.clone(), text));
        }
        match &paid {
            Some(paid) => same_day(reader, (when, *named), paid.value),
            None if named.day => {
                let text = say::day_in_words_only(&words::quoted(&when.value));
                let place = Location::field(&reader.book.file, sheet::DOKUMENT, "utbetalningsdag");
                let problem = Problem::new(Code::R08, place, text);
                reader.problems.add(problem.help(say::fill_in_the_day()));
            }
            None => {}
        }
    }
    if let Some(paid) = paid {
        payment_day(reader, &paid);
    }
}

/// That the decision is of the year, or of the one before or after.
fn decided_in_time(reader: &mut Reader<'_>) {
    let Some(decided) = reader.book.date(sheet::DOKUMENT, "beslut_datum") else { return };
    let year = reader.year();
    if (decided.value.year() - year).abs() > 1 {
        let text = say::decided_another_year(&decided.value, &year);
        reader.problems.add(Problem::new(Code::R04, decided.cell.location, text));
    }
}

/// That no decision before this one has its number of the same day, or its diarienummer.
fn told_apart(reader: &mut Reader<'_>, namn: &str) {
    let (year, report) = (reader.book.year, &*reader.report);
    let said = |promise: &Indexed<Fact<String>>, name: &str| {
        report.stated(year, &promise.at(name)).map(|(text, _)| normalized(text))
    };
    let decided = |name: &str| {
        let (day, _) = report.stated(year, &contract::BESLUT_DATUM.at(name))?;
        let by = said(&contract::BESLUT_MYNDIGHET, name)?;
        Some((by, said(&contract::BESLUT_NUMMER, name)?, *day))
    };
    let others = report.keys(year, &contract::BESLUT_NUMMER);
    let others: Vec<_> = others.into_iter().filter(|other| other != namn).collect();
    let (own, case) = (decided(namn), said(&contract::BESLUT_DIARIENUMMER, namn));
    let same_number = others.iter().find(|one| own.is_some() && decided(one) == own);
    let is_of_the_case = |one: &str| said(&contract::BESLUT_DIARIENUMMER, one) == case;
    let same_case = others.iter().find(|one| case.is_some() && is_of_the_case(one));
    let item = |id: &str| reader.book.text(sheet::DOKUMENT, id);
    if let Some((other, read)) = same_number.zip(item("beslut_nummer")) {
        let text = say::same_number(&words::quoted(&read.value), &WORKBOOK.file_named(other));
        let problem = Problem::new(Code::R08, read.cell.location, text);
        reader.problems.add(problem.help(say::number_of_its_own()));
    } else if let Some((other, read)) = same_case.zip(item("beslut_diarienummer")) {
        let text = say::same_case(&words::quoted(&read.value), &WORKBOOK.file_named(other));
        let problem = Problem::new(Code::R08, read.cell.location, text);
        reader.problems.add(problem.help(say::case_of_its_own()));
    }
}

/// That words that name a day name that of the payment, and words that name a month alone its month.
fn same_day(reader: &mut Reader<'_>, (when, named): (&Sourced<String>, Named), day: NaiveDate) {
    let said = normalized(&when.value);
    let in_prose = normalized(&swedish::date_in_prose(day));
    let agrees = if named.day {
        said.contains(&in_prose) || said.contains(&day.to_string())
    } else {
        !named.month || said.contains(swedish::month(Month::of(day)))
    };
    if !agrees {
        let text = say::another_payment_day(&words::quoted(&when.value), &day);
        let problem = Problem::new(Code::R04, when.cell.location.clone(), text);
        reader.problems.add(problem.expected(say::the_day_in_words(&in_prose)));
    }
}

/// That the number of the anslag and of its post are numbers and nothing else, and that what is printed within a sentence
/// goes on with it.
fn forms(reader: &mut Reader<'_>) {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_anslag = |text: &str| {
        text.trim().split_once(':').is_some_and(|(area, number)| digits(area) && digits(number))
    };
    let is_post = |text: &str| text.trim().starts_with(|sign: char| sign.is_ascii_digit());
    let goes_on = |text: &str| {
        let first = normalized(text);
        first.split(' ').next().is_none_or(|first| !VERBS.contains(&first))
    };
    let checks: [(&str, Test<'_>, Message); 3] = [
        ("beslut_anslag", &is_anslag, say::only_the_anslag()),
        ("beslut_anslagspost", &is_post, say::only_the_post()),
        ("utbetalning", &goes_on, say::only_when()),
    ];
    for (id, is_right, expected) in checks {
        let read = reader.book.text(sheet::DOKUMENT, id).filter(|read| !is_right(&read.value));
        if let Some(read) = read {
            let text = say::cannot_stand_there(&words::quoted(&read.value));
            let problem = Problem::new(Code::I07, read.cell.location, text);
            reader.problems.add(problem.expected(expected));
        }
    }
    for id in ["medel", "medel_bestamd"] {
        let read = reader.book.text(sheet::DOKUMENT, id);
        if let Some(read) = read.filter(|read| begins_as_a_sentence(&read.value)) {
            let text = say::begins_as_a_sentence(&words::quoted(&read.value));
            let problem = Problem::new(Code::R08, read.cell.location, text);
            reader.problems.add(problem.help(say::small_letter()));
        }
    }
}

/// Whether a text begins with a word in small letters but for the first: `Statsbidrag`, and not `IT-stöd`.
fn begins_as_a_sentence(text: &str) -> bool {
    let mut signs = text.trim().chars();
    let first = signs.next().is_some_and(char::is_uppercase);
    first && signs.next().is_some_and(char::is_lowercase)
}

/// What words about a payment name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    day: bool,
    month: bool,
    year: bool,
}

impl Named {
    fn by(text: &str, year: i32) -> Self {
        let text = normalized(text);
        let is_number = |word: &str, digits: &[usize]| {
            digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let months = (1..=12).filter_map(|number| Month::new(year, number)).map(swedish::month);
        let months: Vec<_> = months.collect();
        let words: Vec<_> = text.split(|sign: char| !sign.is_alphanumeric()).collect();
        let in_prose = words.windows(2).any(
            |pair| matches!(pair, [day, month] if is_number(day, &[1, 2]) && months.contains(month)),
        );
        let in_digits = text.split(' ').any(|word| word.parse::<NaiveDate>().is_ok());
        Self {
            day: in_prose || in_digits,
            month: words.iter().any(|word| months.contains(word)),
            year: words.iter().any(|word| is_number(word, &[4])),
        }
    }
}

/// The years that a text names.
fn years(text: &str) -> impl Iterator<Item = i32> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok())
}

/// That nothing is paid before it is decided, nor years after, nor on a day when no bank pays.
fn payment_day(reader: &mut Reader<'_>, paid: &Sourced<NaiveDate>) {
    let (day, place) = (paid.value, &paid.cell.location);
    if day.year() > reader.year() + 1 {
        let text = say::paid_years_later(&day, &reader.year());
        reader.problems.add(Problem::new(Code::R04, place.clone(), text));
    }
    if !is_banking_day(day) {
        let problem = Problem::new(Code::R08, place.clone(), say::no_banking_day(&day));
        let before = day.iter_days().rev().take(DAYS).find(|day| is_banking_day(*day));
        let after = day.iter_days().take(DAYS).find(|day| is_banking_day(*day));
        reader.problems.add(match before.zip(after) {
            Some((before, after)) => problem.help(say::nearest_banking_days(&before, &after)),
            None => problem,
        });
    }
    let Some(decided) = reader.book.date(sheet::DOKUMENT, "beslut_datum") else { return };
    if day < decided.value {
        let text = say::paid_before_decided(&day, &decided.value);
        let problem = Problem::new(Code::R04, place.clone(), text);
        reader.problems.add(problem.expected(say::that_day_or_later(&decided.value)));
    }
}

/// The banks are never closed for so many days together.
const DAYS: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_a_payment_name_a_day_a_month_and_a_year() {
        let named = |text| {
            let Named { day, month, year } = Named::by(text, 2024);
            [day, month, year]
        };
        assert_eq!(named("så snart som möjligt"), [false; 3]);
        assert_eq!(named("i mars"), [false, true, false]);
        assert_eq!(named("i juni 2024"), [false, true, true]);
        assert_eq!(named("vid ett tillfälle den 28\u{a0}juni 2024"), [true; 3]);
        assert_eq!(named("senast 2024-04-02"), [true, false, true]);
    }

    #[test]
    fn a_name_begins_as_a_sentence_or_does_not() {
        for (text, is_so) in
            [("Statsbidrag", true), ("statsbidrag", false), ("IT-stöd", false), ("", false)]
        {
            assert_eq!(begins_as_a_sentence(text), is_so, "{text}");
        }
    }
}
