//! The one file where a float may be: spreadsheets hold numbers as floats, and here they become
//! decimals, and decimals become floats again. Does no arithmetic.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::number::without_minus_zero;

/// The decimal a spreadsheet shows for a float: the one with at most fifteen significant digits.
/// `None` where a decimal cannot hold it.
#[must_use]
pub(super) fn from_the_cell(number: f64) -> Option<Decimal> {
    let decimal = without_minus_zero(Decimal::from_f64(number)?.normalize());
    let zero = number.to_bits() << 1 == 0;
    (decimal.is_zero() == zero).then_some(decimal)
}

/// The float to write for a decimal; `None` if it would not read back as the same decimal.
#[must_use]
pub(super) fn into_cell(number: Decimal) -> Option<f64> {
    number.to_f64().filter(|floats| from_the_cell(*floats) == Some(number.normalize()))
}

/// The float nearest a decimal, for what is computed with in a spreadsheet and never read back.
#[must_use]
pub(crate) fn nearest_in_cell(number: Decimal) -> f64 {
    number.to_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn a_cell_is_the_decimal_it_shows() {
        assert_eq!(from_the_cell(0.1), Some(decimal("0.1")));
        let noise: f64 = "0.30000000000000004".parse().expect("a float");
        assert_eq!(from_the_cell(noise), Some(decimal("0.3")));
        assert_eq!(from_the_cell(3_099.609_637_27), Some(decimal("3099.60963727")));
        assert_eq!(from_the_cell(-0.0), Some(Decimal::ZERO));
        assert_eq!(from_the_cell(38_411_749_680.0), Some(decimal("38411749680")));
        assert_eq!(from_the_cell(999_999_999_999_999.0), Some(decimal("999999999999999")));
        for out in [f64::NAN, f64::INFINITY, 1e300, 1e-300] {
            assert_eq!(from_the_cell(out), None);
        }
    }

    #[test]
    fn a_decimal_is_written_only_if_it_reads_back() {
        assert_eq!(
            into_cell(decimal("3639.30563727")).and_then(from_the_cell),
            Some(decimal("3639.30563727"))
        );
        assert_eq!(into_cell(decimal("0.12345678901234567")), None);
    }
}
