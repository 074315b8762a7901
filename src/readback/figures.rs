//! A figure of the data held against the text it is printed as, and against what stands in a cell: whether both say the
//! same number.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::swedish::{MINUS, NO_BREAK_SPACE};

/// Whether a figure's text is its value, rounded to the decimals that the text has. What is written as nothing that is
/// known here is not judged.
#[must_use]
pub fn is_written(figure: &Map<String, Value>) -> bool {
    let text = |key: &str| figure.get(key).and_then(Value::as_str);
    let (Some(value), Some(written)) = (figure.get("varde"), text("text")) else { return true };
    match text("skrivs") {
        Some("datum") => value.as_str() == Some(written),
        Some("tal" | "artal") => {
            let scale = text("skala").and_then(|scale| scale.parse().ok());
            is_rounded(value, scale, written).unwrap_or(false)
        }
        _ => true,
    }
}

/// Whether a value, in the unit it is printed in, is as near a text as half of the text's last decimal; none if either is
/// no number.
fn is_rounded(value: &Value, scale: Option<Decimal>, written: &str) -> Option<bool> {
    let printed = number(value)?.checked_div(scale?)?;
    let written = of_text(written)?;
    // A value has twelve decimals at most: it may be off by the last of them, in percent by a hundred times that.
    let near = Decimal::new(5, (written.scale() + 1).min(28)) + Decimal::new(1, 10);
    Some(printed.checked_sub(written)?.abs() <= near)
}

/// Whether a cell holds a value, as nearly as a spreadsheet's number can.
pub(super) fn is_in_cell(cell: &str, value: &Value) -> bool {
    value.as_str() == Some(cell) || is_as_near(cell, value).unwrap_or(false)
}

fn is_as_near(cell: &str, value: &Value) -> Option<bool> {
    let (held, value) = (cell.parse::<Decimal>().ok()?, number(value)?);
    let near = value.abs().checked_mul(Decimal::new(1, 14))? + Decimal::new(1, 12);
    Some(held.checked_sub(value)?.abs() <= near)
}

/// A value of the data as a number.
fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::String(number) => number.parse().ok(),
        number => number.as_i64().map(Decimal::from),
    }
}

/// A printed text as a number.
fn of_text(text: &str) -> Option<Decimal> {
    let plain = |sign| match sign {
        MINUS => '-',
        ',' => '.',
        other => other,
    };
    let text: String = text.chars().filter(|sign| *sign != NO_BREAK_SPACE).map(plain).collect();
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(value: &Value, scale: &str, text: &str) -> bool {
        let figure = json!({ "varde": value, "skala": scale, "skrivs": "tal", "text": text });
        is_written(figure.as_object().expect("an object"))
    }

    #[test]
    fn a_text_is_its_value_as_it_is_rounded() {
        assert!(written(&json!(5_100_738_882_i64), "1", "5\u{a0}100\u{a0}738\u{a0}882"));
        assert!(!written(&json!(5_100_738_883_i64), "1", "5\u{a0}100\u{a0}738\u{a0}882"));
        assert!(written(&json!(4_250_320), "1000000", "4,25"));
        assert!(!written(&json!(5_250_320), "1000000", "4,25"));
        assert!(written(&json!("-0.042812345678"), "0.01", "\u{2212}4,28"));
        assert!(written(&json!("0.125"), "0.01", "13"));
        assert!(!written(&json!("0.125"), "0.01", "14"));
        assert!(!written(&json!(5), "1", "fem"));
        let day = json!({ "varde": "2024-04-18", "skrivs": "datum", "text": "2024-04-19" });
        assert!(!is_written(day.as_object().expect("an object")));
    }

    #[test]
    fn a_cell_holds_a_value_as_nearly_as_it_can() {
        assert!(is_in_cell("38411749680.123456", &json!("38411749680.123456789012")));
        assert!(is_in_cell("18250320", &json!(18_250_320)));
        assert!(!is_in_cell("18250321", &json!(18_250_320)));
        assert!(is_in_cell("2024-04-18", &json!("2024-04-18")));
        assert!(!is_in_cell("", &json!(0)));
    }
}
