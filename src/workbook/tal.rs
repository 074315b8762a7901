//! Numbers as people type them, and as messages print them. Exact: nothing here is a float.
//!
//! Spaces may separate thousands, a comma the decimals. A point is refused, since it means
//! thousands to some and decimals to others.

use rust_decimal::Decimal;

use crate::quantity::Exakt;
use crate::svenska;

/// Why a text is not a number: what to do about it, where that can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talfel {
    /// What the user should do.
    pub hjalp: Option<String>,
}

impl Talfel {
    fn med(hjalp: impl Into<String>) -> Self {
        Self { hjalp: Some(hjalp.into()) }
    }
}

/// Reads a number as it is written in Swedish: `12 345,6`, `−3`, `0`.
///
/// # Errors
/// If it is not one, with what seems to have gone wrong.
pub fn las(text: &str) -> Result<Decimal, Talfel> {
    let text = text.trim();
    let (negativt, siffror) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut delar = siffror.split(',');
    let heltal = delar.next().unwrap_or_default();
    let decimaler = delar.next();
    if delar.next().is_some() {
        return Err(diagnos(text));
    }
    let heltal = utan_mellanrum(heltal).ok_or_else(|| diagnos(text))?;
    let ren = |del: &str| !del.is_empty() && del.bytes().all(|byte| byte.is_ascii_digit());
    if !ren(&heltal) || !decimaler.is_none_or(ren) {
        return Err(diagnos(text));
    }
    let tecken = if negativt { "-" } else { "" };
    let skrivet = format!("{tecken}{heltal}.{}", decimaler.unwrap_or("0"));
    Decimal::from_str_exact(&skrivet)
        .map(|tal| utan_minusnoll(tal.normalize()))
        .map_err(|_| Talfel::med("talet har fler siffror än programmet kan hålla exakt"))
}

/// Zero without a sign.
#[must_use]
pub fn utan_minusnoll(tal: Decimal) -> Decimal {
    if tal.is_zero() { Decimal::ZERO } else { tal }
}

/// True for the spaces that separate thousands.
fn ar_mellanrum(tecken: char) -> bool {
    matches!(
        tecken,
        ' ' | '\u{A0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{200A}' | '\u{202F}'
    )
}

/// The digits of a whole number; `None` if its spaces do not make groups of three.
fn utan_mellanrum(heltal: &str) -> Option<String> {
    let mut grupper = heltal.split(ar_mellanrum);
    let forsta = grupper.next()?;
    let mut ut = forsta.to_owned();
    for grupp in grupper {
        if grupp.chars().count() != 3 || forsta.is_empty() || forsta.chars().count() > 3 {
            return None;
        }
        ut.push_str(grupp);
    }
    Some(ut)
}

/// What seems to be wrong with a text that is not a number.
fn diagnos(text: &str) -> Talfel {
    let bytt = |fran: &[char], till: &str| {
        let nytt = text.replace(fran, till);
        (nytt != text && las_om(&nytt)).then_some(nytt)
    };
    if text.chars().all(|tecken| matches!(tecken, '-' | '–' | '—' | '\u{2212}' | '.' | '*')) {
        return Talfel::med("skriv 0 om det är noll som menas, lämna annars cellen tom");
    }
    if bytt(&['O', 'o'], "0").is_some() {
        return Talfel::med("bokstaven O står där en nolla väntas");
    }
    if bytt(&['l', 'I'], "1").is_some() {
        return Talfel::med("bokstaven l eller I står där en etta väntas");
    }
    if let Some(nytt) = bytt(&['–', '—', '\u{2010}', '\u{2011}'], "-") {
        return Talfel::med(format!("skriv minustecken i stället för tankstreck: {nytt}"));
    }
    if text.contains('.') || text.contains('\'') || text.contains('’') {
        return Talfel::med(punkthjalp(text));
    }
    if text.matches(',').count() > 1 {
        return Talfel::med(
            "kommat är decimaltecken och får stå en gång; skilj tusental med mellanrum",
        );
    }
    if text.contains('%') {
        return Talfel::med("skriv talet utan procenttecken");
    }
    let siffror = |tecken: char| {
        tecken.is_ascii_digit() || ar_mellanrum(tecken) || ",-+\u{2212}".contains(tecken)
    };
    if text.chars().all(siffror) && text.contains(ar_mellanrum) {
        return Talfel::med(
            "mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678",
        );
    }
    if text.starts_with(|tecken: char| tecken.is_ascii_digit()) {
        return Talfel::med("skriv bara talet i cellen; enheten står i rubriken");
    }
    Talfel { hjalp: None }
}

/// Whether the text is a number; asked of texts with something already replaced.
fn las_om(text: &str) -> bool {
    !text.contains('.') && text.matches(',').count() <= 1 && {
        let rent: String = text
            .chars()
            .filter(|tecken| !ar_mellanrum(*tecken) && !"-+,\u{2212}".contains(*tecken))
            .collect();
        !rent.is_empty() && rent.bytes().all(|byte| byte.is_ascii_digit())
    }
}

fn punkthjalp(text: &str) -> String {
    let punkter = text.matches('.').count();
    let forslag = text.replace('.', ",");
    if punkter == 1 && !text.contains(',') && las_om(&forslag) {
        let tusental = text.rsplit('.').next().is_some_and(|rest| rest.len() == 3);
        return if tusental {
            format!(
                "skriv decimalkomma ({forslag}) eller mellanrum mellan tusental ({})",
                text.replace('.', " ")
            )
        } else {
            format!("skriv decimalkomma: {forslag}")
        };
    }
    "skriv decimalkomma, och skilj tusental med mellanrum: 12 345,67".into()
}

/// The number as messages print it, with all its decimals.
#[must_use]
pub fn skriv(tal: Decimal) -> String {
    svenska::kort_tal(&Exakt::from(tal), Decimal::MAX_SCALE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for (text, vantat) in [
            ("12345", "12345"),
            ("12 345,60", "12345.6"),
            ("12\u{A0}345\u{202F}678", "12345678"),
            ("1\u{2009}234,5", "1234.5"),
            ("\u{2212}3", "-3"),
            ("-0", "0"),
            ("+7", "7"),
            (" 0,001 ", "0.001"),
            ("38\u{A0}411\u{A0}749\u{A0}680", "38411749680"),
        ] {
            assert_eq!(las(text).map(|tal| tal.to_string()), Ok(vantat.into()), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_number_says_what_to_do() {
        for (text, hjalp) in [
            ("12 3O4", "bokstaven O står där en nolla väntas"),
            ("1l", "bokstaven l eller I står där en etta väntas"),
            ("1234.5", "skriv decimalkomma: 1234,5"),
            ("1.234", "skriv decimalkomma (1,234) eller mellanrum mellan tusental (1 234)"),
            ("1.234,50", "skriv decimalkomma, och skilj tusental med mellanrum: 12 345,67"),
            (
                "1,234,567",
                "kommat är decimaltecken och får stå en gång; skilj tusental med mellanrum",
            ),
            ("12 34", "mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678"),
            (
                "1234 567",
                "mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678",
            ),
            ("–5", "skriv minustecken i stället för tankstreck: -5"),
            ("-", "skriv 0 om det är noll som menas, lämna annars cellen tom"),
            ("12 kr", "skriv bara talet i cellen; enheten står i rubriken"),
        ] {
            assert_eq!(las(text), Err(Talfel::med(hjalp)), "{text}");
        }
        assert_eq!(las("saknas"), Err(Talfel { hjalp: None }));
        assert!(las("").is_err() && las(",5").is_err() && las("5,").is_err() && las("٣").is_err());
        assert!(las(&"9".repeat(40)).is_err());
    }

    #[test]
    fn numbers_are_printed_as_swedes_read_them() {
        for (tal, text) in [("-1234567.50", "−1\u{A0}234\u{A0}567,5"), ("0", "0"), ("999", "999")]
        {
            assert_eq!(Decimal::from_str_exact(tal).map(skriv), Ok(text.into()));
        }
    }
}
