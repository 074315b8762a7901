//! From what stands in a cell to the value its field is for, or to what is wrong with it. Knows
//! one cell and one field at a time.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::CellValue;
use super::bounds;
use super::cells::RawCell;
use super::number;
use super::schema::{Field, Kind, Measure};
use super::text::{code_point, forbidden, nearest, normalized, quote};
use crate::problem::messages::{cell as say, words};
use crate::problem::{Code, Location, Message, Problem};

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    code: Code,
    text: Message,
    expected: Option<Message>,
    help: Option<Message>,
}

impl Finding {
    pub(super) fn new(code: Code, text: impl Into<Message>) -> Self {
        Self { code, text: text.into(), expected: None, help: None }
    }

    pub(super) fn expected(mut self, text: impl Into<Message>) -> Self {
        self.expected = Some(text.into());
        self
    }

    pub(super) fn help(mut self, text: impl Into<Message>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The finding as a problem at its place.
    pub(super) fn pa(self, place: Location) -> Problem {
        let mut problem = Problem::new(self.code, place, self.text);
        problem.expected = self.expected;
        problem.help = self.help;
        problem
    }
}

/// What a field expects, as a message says it.
pub(super) fn expected(field: &Field) -> Message {
    let number = |word: Message, measure: Measure, min, max| {
        let unit = Some(measure.said()).filter(|unit| !unit.is_empty());
        Message::joined(&[unit.unwrap_or(word), limits(measure, min, max)], ", ")
    };
    match field.kind {
        Kind::Integer { measure, min, max } => number(say::whole_number_unit(), measure, min, max),
        Kind::Decimal { measure, min, max, decimals } => {
            say::decimals_at_most(&number(say::number_unit(), measure, min, max), &decimals)
        }
        Kind::Interval { measure, min, max, .. } => {
            say::or_an_interval(&number(say::whole_number_unit(), measure, min, max))
        }
        Kind::Text { character } => say::text_at_most(&character),
        Kind::Datum => say::a_date(),
        Kind::Options(words) => one_of(words),
    }
}

fn one_of(words: &[&str]) -> Message {
    let words: Vec<_> = words.iter().map(|word| words::word(*word)).collect();
    say::one_of(&Message::all_of(&words))
}

fn limits(measure: Measure, min: i64, max: i64) -> Message {
    if measure == Measure::YearNumber {
        return Message::alike(format!("{min}–{max}"));
    }
    let (from, to) = (number::write(min.into()), number::write(max.into()));
    if min < 0 { say::from_to(&from, &to) } else { Message::alike(format!("{from}–{to}")) }
}

/// The value of a cell.
pub(super) fn parse(cell: &RawCell, field: &Field) -> Result<CellValue, Finding> {
    never_valid(cell)?;
    match field.kind {
        Kind::Integer { min, max, .. } => {
            let number = number_from(cell, field)?;
            within(number, min, max, field)?;
            i64::try_from(number).map(CellValue::Integer).map_err(|_| {
                Finding::new(Code::I08, say::too_large(&show(cell))).expected(expected(field))
            })
        }
        Kind::Decimal { min, max, decimals, .. } => {
            let number = number_from(cell, field)?;
            within(number, min, max, field)?;
            if number.scale() > decimals {
                let text = say::has_decimals(&show(cell), &number.scale());
                return Err(Finding::new(Code::I08, text)
                    .expected(expected(field))
                    .help(say::round()));
            }
            Ok(CellValue::Decimal(number))
        }
        Kind::Interval { min, max, word, .. } => {
            let (lowest, highest) = range_from(cell, word, field)?;
            for ande in [lowest, highest] {
                within(ande.into(), min, max, field).map_err(|finding| match cell {
                    RawCell::Number { .. } if DAY_NUMBER.contains(&ande) => {
                        finding.help(say::taken_as_date())
                    }
                    _ => finding,
                })?;
            }
            Ok(CellValue::Integer(lowest))
        }
        Kind::Text { character } => text_from(cell, character).map(CellValue::Text),
        Kind::Datum => date_from(cell).map(CellValue::Datum),
        Kind::Options(word) => choice_from(cell, word).map(|word| CellValue::Text(word.into())),
    }
}

/// What is wrong in any cell: error values, formulas without a value, forbidden characters.
pub(super) fn never_valid(cell: &RawCell) -> Result<(), Finding> {
    match cell {
        RawCell::ErrorValue(text) => {
            let text = say::holds_error(&error_value(text));
            Err(Finding::new(Code::I09, text).help(say::mend_formula()))
        }
        RawCell::WithoutValue => {
            Err(Finding::new(Code::I10, say::without_value()).help(say::compute_again()))
        }
        RawCell::Text(text) => match forbidden(text) {
            None => Ok(()),
            Some(character) => {
                let text = say::contains(&quote(text), &code_point(character));
                Err(Finding::new(Code::I13, text).help(say::write_by_hand()))
            }
        },
        _ => Ok(()),
    }
}

/// An error value in both languages a Swedish user may meet it in.
fn error_value(text: &str) -> Message {
    let swedish_text = match text {
        "#DIV/0!" => "#DIVISION/0!",
        "#N/A" => "#SAKNAS!",
        "#NAME?" => "#NAMN?",
        "#NULL!" => "#SKÄRNING!",
        "#NUM!" => "#OGILTIGT!",
        "#REF!" => "#REFERENS!",
        "#VALUE!" => "#VÄRDEFEL!",
        _ => return quote(text),
    };
    say::error_value(swedish_text, text)
}

/// What stands in the cell, for a message.
pub(super) fn show(cell: &RawCell) -> Message {
    match cell {
        RawCell::Number { number, percent: false } => Message::alike(number::write(*number)),
        RawCell::Number { number, percent: true } => {
            Message::alike(format!("{} %", number::write(hundred(*number))))
        }
        RawCell::Unsound => say::the_number(),
        RawCell::Text(text) | RawCell::ErrorValue(text) => quote(text),
        RawCell::Datum(date) => say::the_date(date),
        RawCell::Time => say::the_time(),
        RawCell::Bool(true) => say::yes(),
        RawCell::Bool(false) => say::no(),
        RawCell::WithoutValue => say::the_formula(),
    }
}

fn number_from(cell: &RawCell, field: &Field) -> Result<Decimal, Finding> {
    let whole = matches!(field.kind, Kind::Integer { .. });
    let what = if whole { say::whole_number() } else { say::number() };
    let error = |text: Message| Finding::new(Code::I07, text).expected(expected(field));
    let not_input = || say::is_not(&show(cell), &what);
    let percent_field = field.kind.measure() == Some(Measure::Percent);
    let number = match cell {
        RawCell::Number { number, percent: false } => *number,
        RawCell::Number { number, percent: true } if percent_field => hundred(*number),
        RawCell::Number { percent: true, .. } => {
            return Err(error(say::is_percentage(&show(cell))).help(say::percentage_to_number()));
        }
        RawCell::Text(text) => {
            let written = if percent_field { text.trim_end_matches('%') } else { text };
            number::read(written)
                .map_err(|cause| Finding { help: cause.help, ..error(not_input()) })?
        }
        RawCell::Unsound => {
            return Err(Finding::new(Code::I08, say::unsound()).expected(expected(field)));
        }
        RawCell::Datum(_) | RawCell::Time => {
            return Err(error(not_input()).help(say::date_to_number()));
        }
        _ => return Err(error(not_input())),
    };
    if whole && !number.is_integer() {
        return Err(error(not_input()));
    }
    Ok(number.normalize())
}

/// A spreadsheet's numbers of the days of this century.
const DAY_NUMBER: std::ops::RangeInclusive<i64> = 36_526..=73_050;

/// The lowest and highest of a cell's interval; the same twice if it is one number.
fn range_from(cell: &RawCell, word: &[&str], field: &Field) -> Result<(i64, i64), Finding> {
    let error =
        || Finding::new(Code::I07, say::not_an_interval(&show(cell))).expected(expected(field));
    match cell {
        RawCell::Text(text) => {
            bounds::read(text, word).map_err(|cause| Finding { help: cause.help, ..error() })
        }
        // What a spreadsheet does to 4-6, unless the cell is for text.
        RawCell::Datum(_) => Err(error().help(say::taken_as_date())),
        _ => {
            let number = number_from(cell, field)?;
            let integer = i64::try_from(number).ok().filter(|_| number.is_integer());
            integer.map(|number| (number, number)).ok_or_else(error)
        }
    }
}

/// A percentage from the share it is stored as.
fn hundred(number: Decimal) -> Decimal {
    number.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(number).normalize()
}

fn within(number: Decimal, min: i64, max: i64, field: &Field) -> Result<(), Finding> {
    let written = || number::write(number);
    let text = if number < Decimal::ZERO && min >= 0 {
        say::negative(&written())
    } else if number < Decimal::from(min) {
        say::too_small(&written())
    } else if number > Decimal::from(max) {
        say::too_large(&written())
    } else {
        return Ok(());
    };
    Err(Finding::new(Code::I08, text).expected(expected(field)))
}

/// The text of a cell. A number is refused: what it looked like when it was typed is lost.
pub(super) fn text_from(cell: &RawCell, highest: usize) -> Result<String, Finding> {
    never_valid(cell)?;
    let RawCell::Text(text) = cell else {
        return Err(Finding::new(Code::I07, say::not_text(&show(cell)))
            .expected(say::text_at_most(&highest))
            .help(say::number_to_text()));
    };
    let count = text.chars().count();
    if count > highest {
        return Err(Finding::new(Code::I08, say::is_long(&quote(text), &count))
            .expected(say::text_at_most(&highest))
            .help(say::shorten()));
    }
    Ok(text.clone())
}

/// The date of a cell: a date, or text that is one.
pub(super) fn date_from(cell: &RawCell) -> Result<NaiveDate, Finding> {
    never_valid(cell)?;
    let error = |text: Message| Finding::new(Code::I07, text).expected(say::a_date());
    let not_a_date = || error(say::not_a_date(&show(cell)));
    match cell {
        RawCell::Datum(date) => Ok(*date),
        RawCell::Text(text) => {
            let ten =
                text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| ten);
            date.ok_or_else(|| {
                let help = if ten { say::no_such_day() } else { say::write_date() };
                not_a_date().help(help)
            })
        }
        RawCell::Number { .. } => Err(not_a_date().help(say::number_to_date())),
        RawCell::Time => Err(error(say::holds_time()).help(say::only_date())),
        _ => Err(not_a_date()),
    }
}

fn choice_from(cell: &RawCell, word: &'static [&'static str]) -> Result<&'static str, Finding> {
    let text = match cell {
        RawCell::Text(text) => text.clone(),
        RawCell::Number { number, percent: false } => number.to_string(),
        RawCell::Bool(value) => (if *value { "ja" } else { "nej" }).to_owned(),
        _ => String::new(),
    };
    let wanted = normalized(&text);
    word.iter().copied().find(|a_single| normalized(a_single) == wanted).ok_or_else(|| {
        let finding =
            Finding::new(Code::I07, say::not_a_choice(&show(cell))).expected(one_of(word));
        match nearest(&text, word.iter().copied()) {
            Some(near) => finding.help(say::is_meant(&words::word(near))),
            None => finding.help(say::choose()),
        }
    })
}

#[cfg(test)]
mod tests;
