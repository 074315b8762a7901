//! How numbers, dates, words and lists are written in Swedish. The only place that does; it rounds
//! for print ([`Exakt::som_decimal`], `half_up`) and computes nothing else.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::calendar::Manad;
use crate::quantity::Exakt;

/// U+00A0, between groups of three digits and between a number and its unit.
pub const HART_MELLANRUM: char = '\u{a0}';
/// U+2212.
pub const MINUS: char = '\u{2212}';

const MANADER: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

const SMA_TAL: [&str; 13] = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
];

/// A number with a fixed number of decimals: `3 200 979 143`, `−19,04`.
#[must_use]
pub fn tal(value: &Exakt, decimaler: u32) -> String {
    let text = value.som_decimal(decimaler);
    let (tecken, utan) =
        text.strip_prefix('-').map_or((None, text.as_str()), |rest| (Some(MINUS), rest));
    let noll = utan.chars().all(|tecken| matches!(tecken, '0' | '.'));
    let (heltal, brakdel) = utan.split_once('.').unwrap_or((utan, ""));
    let mut ut: String = tecken.filter(|_| !noll).into_iter().collect();
    for (place, siffra) in heltal.chars().enumerate() {
        if place > 0 && (heltal.len() - place) % 3 == 0 {
            ut.push(HART_MELLANRUM);
        }
        ut.push(siffra);
    }
    if !brakdel.is_empty() {
        ut.push(',');
        ut.push_str(brakdel);
    }
    ut
}

/// A number with no more decimals than it needs, `hogst` at most: `70`, `0,5`, `11,7638`.
#[must_use]
pub fn kort_tal(value: &Exakt, hogst: u32) -> String {
    let text = tal(value, hogst);
    if text.contains(',') {
        text.trim_end_matches('0').trim_end_matches(',').to_owned()
    } else {
        text
    }
}

/// A count in running prose: words up to twelve, digits above (`fem`, `21`).
#[must_use]
pub fn antal_i_ord(antal: usize) -> String {
    SMA_TAL.get(antal).map_or_else(|| antal.to_string(), |ord| (*ord).to_owned())
}

/// The same before a word of common gender: `en vecka`.
#[must_use]
pub fn antal_i_ord_utrum(antal: usize) -> String {
    if antal == 1 { "en".to_owned() } else { antal_i_ord(antal) }
}

/// The name of a month: `april`.
#[must_use]
pub fn manad(manad: Manad) -> &'static str {
    let place = usize::try_from(manad.nummer()).map_or(0, |nummer| nummer - 1);
    MANADER.get(place).copied().unwrap_or("okänd månad")
}

/// A date in prose: `18 april 2024`, with no-break spaces.
#[must_use]
pub fn datum_i_prosa(date: NaiveDate) -> String {
    let manad = manad(Manad::av(date));
    format!("{}{HART_MELLANRUM}{manad}{HART_MELLANRUM}{}", date.day(), date.year())
}

/// A month in prose: `mars 2024`.
#[must_use]
pub fn manad_och_ar(date: Manad) -> String {
    format!("{}{HART_MELLANRUM}{}", manad(date), date.ar())
}

/// A span of months: `maj 2024`, `maj–november 2024`, `december 2024–mars 2025`.
#[must_use]
pub fn manader(spann: &RangeInclusive<Manad>) -> String {
    let (forsta, sista) = (*spann.start(), *spann.end());
    if forsta == sista {
        manad_och_ar(forsta)
    } else if forsta.ar() == sista.ar() {
        format!("{}–{}", manad(forsta), manad_och_ar(sista))
    } else {
        format!("{}–{}", manad_och_ar(forsta), manad_och_ar(sista))
    }
}

/// Months in order, neighbours as spans: `juni–november 2024`, `mars 2024 och maj–juni 2024`.
#[must_use]
pub fn manader_i_spann(alla: impl IntoIterator<Item = Manad>) -> String {
    let mut spann: Vec<RangeInclusive<Manad>> = Vec::new();
    for manad in alla {
        match spann.last_mut() {
            Some(sista) if sista.end().senare(1) == manad => *sista = *sista.start()..=manad,
            _ => spann.push(manad..=manad),
        }
    }
    upprakning(&spann.iter().map(manader).collect::<Vec<_>>())
}

/// A list in prose: `a, b och c`.
#[must_use]
pub fn upprakning<S: AsRef<str>>(delar: &[S]) -> String {
    match delar {
        [] => String::new(),
        [enda] => enda.as_ref().to_owned(),
        [forsta @ .., sista] => {
            let forsta: Vec<_> = forsta.iter().map(AsRef::as_ref).collect();
            format!("{} och {}", forsta.join(", "), sista.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (value, decimaler, want) in [
            (Exakt::from(3_200_979_143), 0, "3 200 979 143"),
            (Exakt::from(-754_188), 0, "−754 188"),
            (Exakt::brak(-1, 3), 0, "0"),
            (Exakt::brak(-1, 300), 2, "0,00"),
            (Exakt::from(999), 0, "999"),
            (Exakt::brak(379_143, 10), 1, "37 914,3"),
        ] {
            let got = tal(&value, decimaler).replace(HART_MELLANRUM, " ");
            assert_eq!(got, want);
        }
    }

    #[test]
    fn short_numbers_drop_only_decimals() {
        assert_eq!(kort_tal(&Exakt::from(70), 2), "70");
        assert_eq!(kort_tal(&Exakt::brak(1, 2), 2), "0,5");
        assert_eq!(kort_tal(&Exakt::from(100), 0), "100");
    }

    #[test]
    fn months() {
        let manad = |ar, nummer| Manad::ny(ar, nummer).expect("a month");
        for (forsta, sista, want) in [
            ((2024, 5), (2024, 5), "maj 2024"),
            ((2024, 5), (2024, 11), "maj–november 2024"),
            ((2024, 12), (2025, 3), "december 2024–mars 2025"),
        ] {
            let got = manader(&(manad(forsta.0, forsta.1)..=manad(sista.0, sista.1)));
            assert_eq!(got.replace(HART_MELLANRUM, " "), want);
        }
    }

    #[test]
    fn neighbouring_months_are_a_span() {
        for (alla, want) in [
            (vec![(2024, 6)], "juni 2024"),
            (vec![(2024, 6), (2024, 7), (2024, 8)], "juni–augusti 2024"),
            (vec![(2023, 12), (2024, 1), (2024, 3)], "december 2023–januari 2024 och mars 2024"),
            (vec![], ""),
        ] {
            let alla = alla.into_iter().map(|(ar, nummer)| Manad::ny(ar, nummer).expect("a month"));
            assert_eq!(manader_i_spann(alla).replace(HART_MELLANRUM, " "), want);
        }
    }

    #[test]
    fn words() {
        assert_eq!(antal_i_ord(5), "fem");
        assert_eq!(antal_i_ord(13), "13");
        assert_eq!(upprakning(&["Skåne", "Halland", "Dalarna"]), "Skåne, Halland och Dalarna");
        assert_eq!(upprakning(&["Skåne"]), "Skåne");
        assert_eq!(upprakning::<&str>(&[]), "");
        let date = NaiveDate::from_ymd_opt(2024, 4, 18).expect("a date");
        assert_eq!(datum_i_prosa(date).replace(HART_MELLANRUM, " "), "18 april 2024");
    }
}
