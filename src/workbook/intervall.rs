//! Answers given as one number or as an interval, and what counts as which: `8`, `4–6`, `4-6 veckor`,
//! `4 till 6 veckor`. What counts of an interval is its lowest, since no more than that is certain.
//! Exact; knows no cell.

use super::tal::{self, Talfel};

/// What may stand between the two numbers: hyphens, dashes and minus signs, or the word.
const STRECK: [char; 7] = ['-', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2212}'];
const TILL: &str = " till ";

/// Reads a number or an interval: its lowest and its highest, the same twice if it is one number. Each
/// number is whole and without sign, and may be followed by one of `ord`, the words for the unit.
///
/// # Errors
/// If it is neither, with what seems to have gone wrong.
pub fn las(text: &str, ord: &[&str]) -> Result<(i64, i64), Talfel> {
    let gemener = text.trim().to_lowercase().replace('\u{a0}', " ");
    let delar: Vec<&str> = match gemener.split_once(TILL) {
        Some((fran, till)) => vec![fran, till],
        None => gemener.split(STRECK).collect(),
    };
    match delar.as_slice() {
        [enda] => heltal(enda, ord).map(|tal| (tal, tal)),
        [fran, till] => {
            let (lagst, hogst) = (heltal(fran, ord)?, heltal(till, ord)?);
            if lagst <= hogst { Ok((lagst, hogst)) } else { Err(bakvant(lagst, hogst)) }
        }
        _ => Err(oklart()),
    }
}

fn heltal(text: &str, ord: &[&str]) -> Result<i64, Talfel> {
    let text = text.trim();
    let efter = ord.iter().filter_map(|ett| text.strip_suffix(ett)).map(str::trim_end).next();
    let siffror = efter.unwrap_or(text);
    if siffror.starts_with(['+', '-']) || siffror.is_empty() {
        return Err(oklart());
    }
    let tal = tal::las(siffror).map_err(|_| oklart())?;
    if !tal.is_integer() {
        return Err(Talfel { hjalp: Some("skriv hela tal, avrundade nedåt".to_owned()) });
    }
    i64::try_from(tal).map_err(|_| oklart())
}

fn bakvant(forst: i64, sist: i64) -> Talfel {
    Talfel { hjalp: Some(format!("skriv det lägsta först: {sist}–{forst}")) }
}

fn oklart() -> Talfel {
    Talfel { hjalp: Some("skriv ett tal, som 4, eller ett intervall, som 4–6".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VECKOR: [&str; 2] = ["veckor", "vecka"];

    #[test]
    fn the_lowest_of_an_interval_and_the_number_itself() {
        for (text, vantat) in [
            ("8", (8, 8)),
            (" 8 veckor ", (8, 8)),
            ("1 vecka", (1, 1)),
            ("0", (0, 0)),
            ("4-6", (4, 6)),
            ("4–6", (4, 6)),
            ("4–6 veckor", (4, 6)),
            ("4 – 6 Veckor", (4, 6)),
            ("4\u{a0}—\u{a0}6\u{a0}veckor", (4, 6)),
            ("4\u{2212}6", (4, 6)),
            ("4 veckor - 6 veckor", (4, 6)),
            ("4 till 6 veckor", (4, 6)),
            ("4–4", (4, 4)),
            ("0–1 vecka", (0, 1)),
        ] {
            assert_eq!(las(text, &VECKOR), Ok(vantat), "{text}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_says_what_to_do() {
        let oklart = "skriv ett tal, som 4, eller ett intervall, som 4–6";
        for (text, hjalp) in [
            ("6–4", "skriv det lägsta först: 4–6"),
            ("4,5", "skriv hela tal, avrundade nedåt"),
            ("4–6,5 veckor", "skriv hela tal, avrundade nedåt"),
            ("-4", oklart),
            ("4-", oklart),
            ("4–6–8", oklart),
            (">4", oklart),
            ("minst 4", oklart),
            ("ca 4 veckor", oklart),
            ("4+", oklart),
            ("+4", oklart),
            ("4 månader", oklart),
            ("veckor", oklart),
            ("4.5", oklart),
            ("", oklart),
            ("99999999999999999999", oklart),
        ] {
            let fel = las(text, &VECKOR).expect_err(text);
            assert_eq!(fel.hjalp.as_deref(), Some(hjalp), "{text}");
        }
    }
}
