//! From what stands in a cell to the value its field is for, or to what is wrong with it. Knows
//! one cell and one field at a time.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::CellValue;
use super::bounds;
use super::cells::RawCell;
use super::number;
use super::schema::{Field, Kind, Measure};
use super::text::{code_point, enumeration, forbidden, nearest, normalized, quote};
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
pub(super) fn expected(field: &Field) -> String {
    let number = |word, measure, min, max| {
        let unit = if field.unit().is_empty() { word } else { field.unit() };
        format!("{unit}, {}", limits(measure, min, max))
    };
    match field.kind {
        Kind::Integer { measure, min, max } => number("heltal", measure, min, max),
        Kind::Decimal { measure, min, max, decimals } => {
            format!("{}, högst {decimals} decimaler", number("tal", measure, min, max))
        }
        Kind::Interval { measure, min, max, .. } => format!(
            "{}, eller ett intervall som 4–6, av vilket det lägsta räknas",
            number("heltal", measure, min, max)
        ),
        Kind::Text { character } => format!("text, högst {character} tecken"),
        Kind::Datum => "ett datum, som 2024-04-18".into(),
        Kind::Options(word) => format!("något av {}", enumeration(word.iter().copied())),
    }
}

fn limits(measure: Measure, min: i64, max: i64) -> String {
    if measure == Measure::YearNumber {
        return format!("{min}–{max}");
    }
    let (from, to) = (number::write(min.into()), number::write(max.into()));
    if min < 0 { format!("{from} till {to}") } else { format!("{from}–{to}") }
}

/// The value of a cell.
pub(super) fn parse(cell: &RawCell, field: &Field) -> Result<CellValue, Finding> {
    never_valid(cell)?;
    match field.kind {
        Kind::Integer { min, max, .. } => {
            let number = number_from(cell, field)?;
            within(number, min, max, field)?;
            i64::try_from(number).map(CellValue::Integer).map_err(|_| {
                Finding::new(Code::I08, format!("{} är för stort", show(cell)))
                    .expected(expected(field))
            })
        }
        Kind::Decimal { min, max, decimals, .. } => {
            let number = number_from(cell, field)?;
            within(number, min, max, field)?;
            if number.scale() > decimals {
                let text = format!("{} har {} decimaler", show(cell), number.scale());
                return Err(Finding::new(Code::I08, text)
                    .expected(expected(field))
                    .help("avrunda värdet i cellen; att visa färre decimaler räcker inte"));
            }
            Ok(CellValue::Decimal(number))
        }
        Kind::Interval { min, max, word, .. } => {
            let (lowest, highest) = range_from(cell, word, field)?;
            for ande in [lowest, highest] {
                within(ande.into(), min, max, field).map_err(|finding| match cell {
                    RawCell::Number { .. } if DAY_NUMBER.contains(&ande) => {
                        finding.help(TAKEN_AS_DATE)
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
        RawCell::ErrorValue(text) => Err(Finding::new(
            Code::I09,
            format!("cellen innehåller felvärdet {}", error_value(text)),
        )
        .help("rätta formeln, eller skriv värdet i stället")),
        RawCell::WithoutValue => Err(Finding::new(Code::I10, "formeln har inget beräknat värde")
            .help("öppna arbetsboken i Excel eller LibreOffice, räkna om och spara")),
        RawCell::Text(text) => match forbidden(text) {
            None => Ok(()),
            Some(character) => Err(Finding::new(
                Code::I13,
                format!("{} innehåller {}", quote(text), code_point(character)),
            )
            .help("skriv om texten för hand i stället för att klistra in den")),
        },
        _ => Ok(()),
    }
}

/// An error value in both languages a Swedish user may meet it in.
fn error_value(text: &str) -> String {
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
    format!("{swedish_text} ({text})")
}

/// What stands in the cell, for a message.
pub(super) fn show(cell: &RawCell) -> String {
    match cell {
        RawCell::Number { number, percent: false } => number::write(*number),
        RawCell::Number { number, percent: true } => {
            format!("{} %", number::write(hundred(*number)))
        }
        RawCell::Unsound => "talet".into(),
        RawCell::Text(text) | RawCell::ErrorValue(text) => quote(text),
        RawCell::Datum(date) => format!("datumet {date}"),
        RawCell::Time => "klockslaget".into(),
        RawCell::Bool(true) => "SANT".into(),
        RawCell::Bool(false) => "FALSKT".into(),
        RawCell::WithoutValue => "formeln".into(),
    }
}

fn number_from(cell: &RawCell, field: &Field) -> Result<Decimal, Finding> {
    let what = if matches!(field.kind, Kind::Integer { .. }) { "ett heltal" } else { "ett tal" };
    let error = |text: String| Finding::new(Code::I07, text).expected(expected(field));
    let not_input = || format!("{} är inte {what}", show(cell));
    let percent_field = field.kind.measure() == Some(Measure::Percent);
    let number = match cell {
        RawCell::Number { number, percent: false } => *number,
        RawCell::Number { number, percent: true } if percent_field => hundred(*number),
        RawCell::Number { percent: true, .. } => {
            return Err(error(format!("{} är ett procenttal", show(cell)))
                .help("ändra cellens talformat från procent till tal och skriv värdet på nytt"));
        }
        RawCell::Text(text) => {
            let written = if percent_field { text.trim_end_matches('%') } else { text };
            number::read(written).map_err(|cause| Finding {
                help: cause.help.map(Message::from),
                ..error(not_input())
            })?
        }
        RawCell::Unsound => {
            return Err(Finding::new(Code::I08, "talet är för stort eller för litet")
                .expected(expected(field)));
        }
        RawCell::Datum(_) | RawCell::Time => {
            return Err(error(not_input())
                .help("ändra cellens talformat från datum till tal och skriv värdet på nytt"));
        }
        _ => return Err(error(not_input())),
    };
    if matches!(field.kind, Kind::Integer { .. }) && !number.is_integer() {
        return Err(error(not_input()));
    }
    Ok(number.normalize())
}

/// What a spreadsheet does to 4-6, unless the cell is for text.
const TAKEN_AS_DATE: &str = "kalkylprogrammet har tagit intervallet för ett datum; ändra cellens \
                               talformat till text och skriv det på nytt";
/// A spreadsheet's numbers of the days of this century.
const DAY_NUMBER: std::ops::RangeInclusive<i64> = 36_526..=73_050;

/// The lowest and highest of a cell's interval; the same twice if it is one number.
fn range_from(cell: &RawCell, word: &[&str], field: &Field) -> Result<(i64, i64), Finding> {
    let error = || {
        let text = format!("{} är varken ett heltal eller ett intervall", show(cell));
        Finding::new(Code::I07, text).expected(expected(field))
    };
    match cell {
        RawCell::Text(text) => bounds::read(text, word)
            .map_err(|cause| Finding { help: cause.help.map(Message::from), ..error() }),
        RawCell::Datum(_) => Err(error().help(TAKEN_AS_DATE)),
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
    let text = if number < Decimal::ZERO && min >= 0 {
        format!("{} är negativt", number::write(number))
    } else if number < Decimal::from(min) {
        format!("{} är för litet", number::write(number))
    } else if number > Decimal::from(max) {
        format!("{} är för stort", number::write(number))
    } else {
        return Ok(());
    };
    Err(Finding::new(Code::I08, text).expected(expected(field)))
}

/// The text of a cell. A number is refused: what it looked like when it was typed is lost.
pub(super) fn text_from(cell: &RawCell, highest: usize) -> Result<String, Finding> {
    never_valid(cell)?;
    let RawCell::Text(text) = cell else {
        return Err(Finding::new(Code::I07, format!("{} är inte text", show(cell)))
            .expected(format!("text, högst {highest} tecken"))
            .help("ändra cellens talformat till text och skriv värdet på nytt"));
    };
    let count = text.chars().count();
    if count > highest {
        return Err(Finding::new(Code::I08, format!("{} är {count} tecken lång", quote(text)))
            .expected(format!("text, högst {highest} tecken"))
            .help("korta texten"));
    }
    Ok(text.clone())
}

/// The date of a cell: a date, or text that is one.
pub(super) fn date_from(cell: &RawCell) -> Result<NaiveDate, Finding> {
    never_valid(cell)?;
    let error = |text: String| Finding::new(Code::I07, text).expected("ett datum, som 2024-04-18");
    match cell {
        RawCell::Datum(date) => Ok(*date),
        RawCell::Text(text) => {
            let ten =
                text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| ten).ok_or_else(|| {
                error(format!("{} är inte ett datum", show(cell)))
                    .help("skriv år, månad och dag: 2024-04-18")
            })
        }
        RawCell::Number { .. } => Err(error(format!("{} är inte ett datum", show(cell)))
            .help("ändra cellens talformat till datum och skriv datumet på nytt")),
        RawCell::Time => {
            Err(error("cellen innehåller ett klockslag".into()).help("skriv bara datumet"))
        }
        _ => Err(error(format!("{} är inte ett datum", show(cell)))),
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
        let finding = Finding::new(Code::I07, format!("{} är inte något av valen", show(cell)))
            .expected(format!("något av {}", enumeration(word.iter().copied())));
        match nearest(&text, word.iter().copied()) {
            Some(near) => finding.help(format!("menas {near}?")),
            None => finding.help("välj i listan i cellen"),
        }
    })
}

#[cfg(test)]
mod tests;
