//! From what stands in a cell to the value its field is for, or to what is wrong with it. Knows
//! one cell and one field at a time.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Innehall;
use super::celler::Cellinnehall;
use super::intervall;
use super::schema::{Falt, Measure, Slag};
use super::tal;
use super::tecken::{citat, forbjudet, jamforbar, kodpunkt, narmast, upprakning};
use crate::problem::{Code, Location, Problem};

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fynd {
    kod: Code,
    text: String,
    vantat: Option<String>,
    hjalp: Option<String>,
}

impl Fynd {
    pub(super) fn ny(kod: Code, text: impl Into<String>) -> Self {
        Self { kod, text: text.into(), vantat: None, hjalp: None }
    }

    pub(super) fn vantat(mut self, text: impl Into<String>) -> Self {
        self.vantat = Some(text.into());
        self
    }

    pub(super) fn hjalp(mut self, text: impl Into<String>) -> Self {
        self.hjalp = Some(text.into());
        self
    }

    /// The finding as a problem at its place.
    pub(super) fn pa(self, plats: Location) -> Problem {
        let mut problem = Problem::new(self.kod, plats, self.text);
        problem.expected = self.vantat;
        problem.help = self.hjalp;
        problem
    }
}

/// What a field expects, as a message says it.
pub(super) fn vantat(falt: &Falt) -> String {
    let tal = |ord, measure, min, max| {
        let enhet = if falt.enhet().is_empty() { ord } else { falt.enhet() };
        format!("{enhet}, {}", granser(measure, min, max))
    };
    match falt.slag {
        Slag::Heltal { measure, min, max } => tal("heltal", measure, min, max),
        Slag::Decimal { measure, min, max, decimaler } => {
            format!("{}, högst {decimaler} decimaler", tal("tal", measure, min, max))
        }
        Slag::Intervall { measure, min, max, .. } => format!(
            "{}, eller ett intervall som 4–6, av vilket det lägsta räknas",
            tal("heltal", measure, min, max)
        ),
        Slag::Text { tecken } => format!("text, högst {tecken} tecken"),
        Slag::Datum => "ett datum, som 2024-04-18".into(),
        Slag::Val(ord) => format!("något av {}", upprakning(ord.iter().copied())),
    }
}

fn granser(measure: Measure, min: i64, max: i64) -> String {
    if measure == Measure::Artal {
        return format!("{min}–{max}");
    }
    let (fran, till) = (tal::skriv(min.into()), tal::skriv(max.into()));
    if min < 0 { format!("{fran} till {till}") } else { format!("{fran}–{till}") }
}

/// The value of a cell.
pub(super) fn tolka(cell: &Cellinnehall, falt: &Falt) -> Result<Innehall, Fynd> {
    alltid_fel(cell)?;
    match falt.slag {
        Slag::Heltal { min, max, .. } => {
            let tal = tal_ur(cell, falt)?;
            inom(tal, min, max, falt)?;
            i64::try_from(tal).map(Innehall::Heltal).map_err(|_| {
                Fynd::ny(Code::I08, format!("{} är för stort", visa(cell))).vantat(vantat(falt))
            })
        }
        Slag::Decimal { min, max, decimaler, .. } => {
            let tal = tal_ur(cell, falt)?;
            inom(tal, min, max, falt)?;
            if tal.scale() > decimaler {
                let text = format!("{} har {} decimaler", visa(cell), tal.scale());
                return Err(Fynd::ny(Code::I08, text)
                    .vantat(vantat(falt))
                    .hjalp("avrunda värdet i cellen; att visa färre decimaler räcker inte"));
            }
            Ok(Innehall::Decimal(tal))
        }
        Slag::Intervall { min, max, ord, .. } => {
            let (lagst, hogst) = intervall_ur(cell, ord, falt)?;
            for ande in [lagst, hogst] {
                inom(ande.into(), min, max, falt).map_err(|fynd| match cell {
                    Cellinnehall::Tal { .. } if DAGNUMMER.contains(&ande) => {
                        fynd.hjalp(TAGET_FOR_DATUM)
                    }
                    _ => fynd,
                })?;
            }
            Ok(Innehall::Heltal(lagst))
        }
        Slag::Text { tecken } => text_ur(cell, tecken).map(Innehall::Text),
        Slag::Datum => datum_ur(cell).map(Innehall::Datum),
        Slag::Val(ord) => val_ur(cell, ord).map(|ord| Innehall::Text(ord.into())),
    }
}

/// What is wrong in any cell: error values, formulas without a value, forbidden characters.
pub(super) fn alltid_fel(cell: &Cellinnehall) -> Result<(), Fynd> {
    match cell {
        Cellinnehall::Felvarde(text) => {
            Err(Fynd::ny(Code::I09, format!("cellen innehåller felvärdet {}", felvarde(text)))
                .hjalp("rätta formeln, eller skriv värdet i stället"))
        }
        Cellinnehall::UtanVarde => Err(Fynd::ny(Code::I10, "formeln har inget beräknat värde")
            .hjalp("öppna arbetsboken i Excel eller LibreOffice, räkna om och spara")),
        Cellinnehall::Text(text) => match forbjudet(text) {
            None => Ok(()),
            Some(tecken) => {
                Err(Fynd::ny(Code::I13, format!("{} innehåller {}", citat(text), kodpunkt(tecken)))
                    .hjalp("skriv om texten för hand i stället för att klistra in den"))
            }
        },
        _ => Ok(()),
    }
}

/// An error value in both languages a Swedish user may meet it in.
fn felvarde(text: &str) -> String {
    let svenskt = match text {
        "#DIV/0!" => "#DIVISION/0!",
        "#N/A" => "#SAKNAS!",
        "#NAME?" => "#NAMN?",
        "#NULL!" => "#SKÄRNING!",
        "#NUM!" => "#OGILTIGT!",
        "#REF!" => "#REFERENS!",
        "#VALUE!" => "#VÄRDEFEL!",
        _ => return citat(text),
    };
    format!("{svenskt} ({text})")
}

/// What stands in the cell, for a message.
pub(super) fn visa(cell: &Cellinnehall) -> String {
    match cell {
        Cellinnehall::Tal { tal, procent: false } => tal::skriv(*tal),
        Cellinnehall::Tal { tal, procent: true } => format!("{} %", tal::skriv(hundra(*tal))),
        Cellinnehall::Ohallbart => "talet".into(),
        Cellinnehall::Text(text) | Cellinnehall::Felvarde(text) => citat(text),
        Cellinnehall::Datum(datum) => format!("datumet {datum}"),
        Cellinnehall::Tid => "klockslaget".into(),
        Cellinnehall::Sant(true) => "SANT".into(),
        Cellinnehall::Sant(false) => "FALSKT".into(),
        Cellinnehall::UtanVarde => "formeln".into(),
    }
}

fn tal_ur(cell: &Cellinnehall, falt: &Falt) -> Result<Decimal, Fynd> {
    let vad = if matches!(falt.slag, Slag::Heltal { .. }) { "ett heltal" } else { "ett tal" };
    let fel = |text: String| Fynd::ny(Code::I07, text).vantat(vantat(falt));
    let inte = || format!("{} är inte {vad}", visa(cell));
    let procentfalt = falt.slag.measure() == Some(Measure::Procent);
    let tal = match cell {
        Cellinnehall::Tal { tal, procent: false } => *tal,
        Cellinnehall::Tal { tal, procent: true } if procentfalt => hundra(*tal),
        Cellinnehall::Tal { procent: true, .. } => {
            return Err(fel(format!("{} är ett procenttal", visa(cell)))
                .hjalp("ändra cellens talformat från procent till tal och skriv värdet på nytt"));
        }
        Cellinnehall::Text(text) => {
            let skrivet = if procentfalt { text.trim_end_matches('%') } else { text };
            tal::las(skrivet).map_err(|orsak| Fynd { hjalp: orsak.hjalp, ..fel(inte()) })?
        }
        Cellinnehall::Ohallbart => {
            return Err(
                Fynd::ny(Code::I08, "talet är för stort eller för litet").vantat(vantat(falt))
            );
        }
        Cellinnehall::Datum(_) | Cellinnehall::Tid => {
            return Err(fel(inte())
                .hjalp("ändra cellens talformat från datum till tal och skriv värdet på nytt"));
        }
        _ => return Err(fel(inte())),
    };
    if matches!(falt.slag, Slag::Heltal { .. }) && !tal.is_integer() {
        return Err(fel(inte()));
    }
    Ok(tal.normalize())
}

/// What a spreadsheet does to 4-6, unless the cell is for text.
const TAGET_FOR_DATUM: &str = "kalkylprogrammet har tagit intervallet för ett datum; ändra cellens \
                               talformat till text och skriv det på nytt";
/// A spreadsheet's numbers of the days of this century.
const DAGNUMMER: std::ops::RangeInclusive<i64> = 36_526..=73_050;

/// The lowest and highest of a cell's interval; the same twice if it is one number.
fn intervall_ur(cell: &Cellinnehall, ord: &[&str], falt: &Falt) -> Result<(i64, i64), Fynd> {
    let fel = || {
        let text = format!("{} är varken ett heltal eller ett intervall", visa(cell));
        Fynd::ny(Code::I07, text).vantat(vantat(falt))
    };
    match cell {
        Cellinnehall::Text(text) => {
            intervall::las(text, ord).map_err(|orsak| Fynd { hjalp: orsak.hjalp, ..fel() })
        }
        Cellinnehall::Datum(_) => Err(fel().hjalp(TAGET_FOR_DATUM)),
        _ => {
            let tal = tal_ur(cell, falt)?;
            let heltal = i64::try_from(tal).ok().filter(|_| tal.is_integer());
            heltal.map(|tal| (tal, tal)).ok_or_else(fel)
        }
    }
}

/// A percentage from the share it is stored as.
fn hundra(tal: Decimal) -> Decimal {
    tal.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(tal).normalize()
}

fn inom(tal: Decimal, min: i64, max: i64, falt: &Falt) -> Result<(), Fynd> {
    let text = if tal < Decimal::ZERO && min >= 0 {
        format!("{} är negativt", tal::skriv(tal))
    } else if tal < Decimal::from(min) {
        format!("{} är för litet", tal::skriv(tal))
    } else if tal > Decimal::from(max) {
        format!("{} är för stort", tal::skriv(tal))
    } else {
        return Ok(());
    };
    Err(Fynd::ny(Code::I08, text).vantat(vantat(falt)))
}

/// The text of a cell. A number is refused: what it looked like when it was typed is lost.
pub(super) fn text_ur(cell: &Cellinnehall, hogst: usize) -> Result<String, Fynd> {
    alltid_fel(cell)?;
    let Cellinnehall::Text(text) = cell else {
        return Err(Fynd::ny(Code::I07, format!("{} är inte text", visa(cell)))
            .vantat(format!("text, högst {hogst} tecken"))
            .hjalp("ändra cellens talformat till text och skriv värdet på nytt"));
    };
    let antal = text.chars().count();
    if antal > hogst {
        return Err(Fynd::ny(Code::I08, format!("{} är {antal} tecken lång", citat(text)))
            .vantat(format!("text, högst {hogst} tecken"))
            .hjalp("korta texten"));
    }
    Ok(text.clone())
}

/// The date of a cell: a date, or text that is one.
pub(super) fn datum_ur(cell: &Cellinnehall) -> Result<NaiveDate, Fynd> {
    alltid_fel(cell)?;
    let fel = |text: String| Fynd::ny(Code::I07, text).vantat("ett datum, som 2024-04-18");
    match cell {
        Cellinnehall::Datum(datum) => Ok(*datum),
        Cellinnehall::Text(text) => {
            let tio =
                text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| tio).ok_or_else(|| {
                fel(format!("{} är inte ett datum", visa(cell)))
                    .hjalp("skriv år, månad och dag: 2024-04-18")
            })
        }
        Cellinnehall::Tal { .. } => Err(fel(format!("{} är inte ett datum", visa(cell)))
            .hjalp("ändra cellens talformat till datum och skriv datumet på nytt")),
        Cellinnehall::Tid => {
            Err(fel("cellen innehåller ett klockslag".into()).hjalp("skriv bara datumet"))
        }
        _ => Err(fel(format!("{} är inte ett datum", visa(cell)))),
    }
}

fn val_ur(cell: &Cellinnehall, ord: &'static [&'static str]) -> Result<&'static str, Fynd> {
    let text = match cell {
        Cellinnehall::Text(text) => text.clone(),
        Cellinnehall::Tal { tal, procent: false } => tal.to_string(),
        Cellinnehall::Sant(value) => (if *value { "ja" } else { "nej" }).to_owned(),
        _ => String::new(),
    };
    let sokt = jamforbar(&text);
    ord.iter().copied().find(|ett| jamforbar(ett) == sokt).ok_or_else(|| {
        let fynd = Fynd::ny(Code::I07, format!("{} är inte något av valen", visa(cell)))
            .vantat(format!("något av {}", upprakning(ord.iter().copied())));
        match narmast(&text, ord.iter().copied()) {
            Some(nara) => fynd.hjalp(format!("menas {nara}?")),
            None => fynd.hjalp("välj i listan i cellen"),
        }
    })
}

#[cfg(test)]
mod tests;
