//! What a spreadsheet lets the user type in a cell, from what its field may hold. A number may be typed
//! all the same after a warning: the reader says more about it than a spreadsheet can.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

use crate::figure::Status;
use crate::workbook::schema::{Falt, Slag};
use crate::workbook::tolka::vantat;

/// The most characters a spreadsheet takes in a list of choices, and in a message.
const TECKEN: usize = 255;

/// The rule for a field's cells; none where a spreadsheet cannot hold it.
pub(super) fn av(falt: &Falt) -> Result<Option<DataValidation>, XlsxError> {
    let ny = DataValidation::new;
    let mellan = |min: i64, max: i64| {
        DataValidationRule::Between(Formula::new(min.to_string()), Formula::new(max.to_string()))
    };
    let (regel, stil) = match falt.slag {
        Slag::Heltal { min, max, .. } => {
            (ny().allow_whole_number_formula(mellan(min, max)), DataValidationErrorStyle::Warning)
        }
        Slag::Decimal { min, max, .. } => {
            (ny().allow_decimal_number_formula(mellan(min, max)), DataValidationErrorStyle::Warning)
        }
        // No rule of a spreadsheet tells an interval from a mistake.
        Slag::Intervall { .. } => return Ok(None),
        Slag::Text { tecken } => {
            let tecken = u32::try_from(tecken).unwrap_or(u32::MAX);
            let regel = ny().allow_text_length(DataValidationRule::LessThanOrEqualTo(tecken));
            (regel, DataValidationErrorStyle::Warning)
        }
        // 1990-01-01 to 2099-12-31.
        Slag::Datum => {
            (ny().allow_date_formula(mellan(32_874, 73_050)), DataValidationErrorStyle::Warning)
        }
        Slag::Val(ord) => {
            let langd: usize = ord.iter().map(|ett| ett.chars().count() + 1).sum();
            if langd > TECKEN || ord.iter().any(|ett| ett.contains(',')) {
                return Ok(None);
            }
            (ny().allow_list_strings(ord)?, DataValidationErrorStyle::Stop)
        }
    };
    let text: String = format!("Här väntas {}.", vantat(falt)).chars().take(TECKEN).collect();
    Ok(Some(
        regel
            .set_error_style(stil)
            .set_error_title("Kontrollera värdet")?
            .set_error_message(text)?,
    ))
}

/// The rule for a status.
pub(super) fn status() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&Status::ALLA.map(Status::namn))?
        .set_error_title("Okänd status")?
        .set_error_message("Välj en status i listan. De förklaras på bladet Läs mig.")
}
