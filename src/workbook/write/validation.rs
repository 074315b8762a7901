//! What a spreadsheet lets the user type in a cell, from what its field may hold. A number may be typed
//! all the same after a warning: the reader says more about it than a spreadsheet can.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

use crate::figure::Status;
use crate::problem::Language;
use crate::workbook::parse::expected;
use crate::workbook::schema::{Field, Kind};

/// The most characters a spreadsheet takes in a list of choices, and in a message.
const SIGNS: usize = 255;

/// The rule for a field's cells; none where a spreadsheet cannot hold it.
pub(super) fn of(field: &Field) -> Result<Option<DataValidation>, XlsxError> {
    let fresh = DataValidation::new;
    let between = |min: i64, max: i64| {
        DataValidationRule::Between(Formula::new(min.to_string()), Formula::new(max.to_string()))
    };
    let (rule, style) = match field.kind {
        Kind::Integer { min, max, .. } => (
            fresh().allow_whole_number_formula(between(min, max)),
            DataValidationErrorStyle::Warning,
        ),
        Kind::Decimal { min, max, .. } => (
            fresh().allow_decimal_number_formula(between(min, max)),
            DataValidationErrorStyle::Warning,
        ),
        // No rule of a spreadsheet tells an interval from a mistake.
        Kind::Interval { .. } => return Ok(None),
        Kind::Text { character } => {
            let character = u32::try_from(character).unwrap_or(u32::MAX);
            let rule = fresh().allow_text_length(DataValidationRule::LessThanOrEqualTo(character));
            (rule, DataValidationErrorStyle::Warning)
        }
        // 1990-01-01 to 2099-12-31.
        Kind::Datum => {
            (fresh().allow_date_formula(between(32_874, 73_050)), DataValidationErrorStyle::Warning)
        }
        Kind::Options(word) => {
            let length: usize = word.iter().map(|a_single| a_single.chars().count() + 1).sum();
            if length > SIGNS || word.iter().any(|a_single| a_single.contains(',')) {
                return Ok(None);
            }
            (fresh().allow_list_strings(word)?, DataValidationErrorStyle::Stop)
        }
    };
    let expected = expected(field);
    let text = format!("Här väntas {}.", expected.in_language(Language::Swedish));
    let text: String = text.chars().take(SIGNS).collect();
    Ok(Some(
        rule.set_error_style(style)
            .set_error_title("Kontrollera värdet")?
            .set_error_message(text)?,
    ))
}

/// The rule for a status.
pub(super) fn status() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&Status::ALL.map(Status::name))?
        .set_error_title("Okänd status")?
        .set_error_message("Välj en status i listan. De förklaras på bladet Läs mig.")
}
