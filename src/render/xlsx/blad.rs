//! A sheet for a table: caption, unit and status above, one row of headings, numbers as numbers, the
//! total as a formula where the rows do add up to it. Knows no document.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError,
};

use super::status;
use super::tabell::{Innehall, innehall, rubrik, termer};
use crate::report::head::Huvud;
use crate::report::number::Siffra;
use crate::report::table::{Radslag, Tabell, Tabellrad};

/// The paper, by Excel's number.
pub(super) const A4: u8 = 9;
/// The row of the headings: caption, unit, status, an empty row above.
pub(super) const RUBRIKRAD: u32 = 4;
/// How long the name of a sheet may be.
const LANGSTA_NAMN: usize = 31;

/// The formats of all sheets.
pub(super) struct Utseende {
    pub(super) rubrik: Format,
    pub(super) kolumnrubrik_text: Format,
    pub(super) kolumnrubrik: Format,
    summarubrik: Format,
    not: Format,
}

impl Utseende {
    pub(super) fn nytt() -> Self {
        let fet = Format::new().set_bold();
        let huvud = fet.clone().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        Self {
            rubrik: fet.clone().set_font_size(13),
            kolumnrubrik_text: huvud.clone().set_align(FormatAlign::Bottom),
            kolumnrubrik: huvud.set_align(FormatAlign::Right).set_align(FormatAlign::Bottom),
            summarubrik: fet.set_border_top(FormatBorder::Thin),
            not: Format::new().set_italic(),
        }
    }

    pub(super) fn cell(&self, slag: Radslag, format: &str) -> Format {
        let bas = if slag == Radslag::Rad { Format::new() } else { self.summarubrik.clone() };
        bas.set_num_format(format)
    }

    fn radrubrik(&self, slag: Radslag) -> Format {
        if slag == Radslag::Rad { Format::new() } else { self.summarubrik.clone() }
    }
}

/// Writes a table. `plats` numbers the sheet of a table without number.
pub(super) fn tabell(
    blad: &mut Worksheet,
    utseende: &Utseende,
    huvud: &Huvud,
    tabell: &Tabell,
    plats: usize,
) -> Result<(), XlsxError> {
    let namn = match tabell.nummer {
        Some(nummer) => format!("Tabell {nummer}"),
        None => bladnamn(&tabell.rubrik, plats),
    };
    blad.set_name(&namn)?;
    let bildtext = match tabell.nummer {
        Some(nummer) => format!("Tabell {nummer}. {}", tabell.rubrik),
        None => tabell.rubrik.clone(),
    };
    overst(blad, utseende, huvud, &bildtext, &tabell.enhet)?;
    let med_kod = tabell.rader.iter().any(|rad| rad.lanskod.is_some());
    let forsta = u16::from(med_kod);
    if med_kod {
        blad.write_string_with_format(RUBRIKRAD, 0, "Länskod", &utseende.kolumnrubrik_text)?;
        blad.set_column_width(0, 9)?;
    }
    blad.write_string_with_format(
        RUBRIKRAD,
        forsta,
        &tabell.radrubrik,
        &utseende.kolumnrubrik_text,
    )?;
    let langst = tabell.rader.iter().map(|rad| rad.rubrik.chars().count()).max().unwrap_or(0);
    blad.set_column_width(forsta, u32::try_from(langst.clamp(18, 60)).unwrap_or(60))?;
    for (plats, kolumn) in (forsta + 1..).zip(&tabell.kolumner) {
        blad.write_string_with_format(RUBRIKRAD, plats, rubrik(kolumn), &utseende.kolumnrubrik)?;
        blad.set_column_width(plats, 17)?;
    }
    for (plats, rad) in tabell.rader.iter().enumerate() {
        skriv_rad(blad, utseende, tabell, rad, plats, forsta)?;
    }
    under(blad, utseende, tabell.rader.len(), noter(tabell))?;
    blad.set_freeze_panes(RUBRIKRAD + 1, forsta + 1)?;
    Ok(())
}

/// What stands under a table.
fn noter(tabell: &Tabell) -> Vec<String> {
    let mut noter = Vec::new();
    noter.extend(preliminarnot(tabell.rader.iter().flat_map(|rad| rad.celler.iter().flatten())));
    if tabell.avrundade.antal > 0 {
        let rader = &tabell.avrundade.uppraknade;
        noter.push(format!("Går inte ihop som tryckt, på grund av avrundning: {rader}."));
    }
    noter
}

/// The note that explains the mark, if any of some figures bears it.
pub(super) fn preliminarnot<'a>(siffror: impl IntoIterator<Item = &'a Siffra>) -> Option<String> {
    let markt = siffror.into_iter().any(|siffra| siffra.markt);
    markt.then(|| "* Preliminär uppgift.".to_owned())
}

/// Writes notes below so many rows.
pub(super) fn under(
    blad: &mut Worksheet,
    utseende: &Utseende,
    rader: usize,
    noter: impl IntoIterator<Item = String>,
) -> Result<(), XlsxError> {
    for (rad, not) in (rad_i_bladet(rader) + 1..).zip(noter) {
        blad.write_string_with_format(rad, 0, not, &utseende.not)?;
    }
    Ok(())
}

pub(super) fn overst(
    blad: &mut Worksheet,
    utseende: &Utseende,
    huvud: &Huvud,
    rubrik: &str,
    enhet: &str,
) -> Result<(), XlsxError> {
    blad.write_string_with_format(0, 0, rubrik, &utseende.rubrik)?;
    if !enhet.is_empty() {
        blad.write_string(1, 0, format!("Enhet: {enhet}"))?;
    }
    blad.write_string(2, 0, status(huvud))?;
    blad.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    blad.set_repeat_rows(RUBRIKRAD, RUBRIKRAD)?;
    blad.set_header(format!("&L{}&R{}", huvud.titel.replace('&', "&&"), huvud.datum.iso));
    blad.set_footer("&L&A&R&P (&N)");
    Ok(())
}

fn skriv_rad(
    blad: &mut Worksheet,
    utseende: &Utseende,
    tabell: &Tabell,
    rad: &Tabellrad,
    plats: usize,
    forsta: u16,
) -> Result<(), XlsxError> {
    let i_bladet = rad_i_bladet(plats);
    let format = utseende.radrubrik(rad.slag);
    if forsta > 0 {
        let kod = rad.lanskod.as_deref().unwrap_or_default();
        blad.write_string_with_format(i_bladet, 0, kod, &format)?;
    }
    blad.write_string_with_format(i_bladet, forsta, &rad.rubrik, &format)?;
    for (plats_i_raden, cell) in rad.celler.iter().enumerate() {
        let kolumn = forsta + 1 + u16::try_from(plats_i_raden).unwrap_or(u16::MAX - 2);
        let Some(siffra) = cell else {
            match rad.okanda.iter().find(|okand| okand.kolumn == plats_i_raden) {
                Some(okand) => {
                    let hoger = format.clone().set_align(FormatAlign::Right);
                    blad.write_string_with_format(i_bladet, kolumn, &okand.text, &hoger)?
                }
                None => blad.write_blank(i_bladet, kolumn, &format)?,
            };
            continue;
        };
        let formel = termer(tabell, plats, plats_i_raden).map(|termer| summa(&termer, kolumn));
        skriv_cell(blad, utseende, rad.slag, (i_bladet, kolumn), siffra, formel)?;
    }
    Ok(())
}

pub(super) fn skriv_cell(
    blad: &mut Worksheet,
    utseende: &Utseende,
    slag: Radslag,
    (rad, kolumn): (u32, u16),
    siffra: &Siffra,
    formel: Option<String>,
) -> Result<(), XlsxError> {
    match innehall(siffra) {
        Innehall::Tal(tal, decimaler) => {
            let mut format = match decimaler {
                0 => "#,##0".to_owned(),
                fler => format!("#,##0.{}", "0".repeat(fler)),
            };
            if siffra.markt {
                format.push_str("\"*\"");
            }
            let format = utseende.cell(slag, &format);
            if let Some(formel) = formel {
                let formel = Formula::new(formel).set_result(tal.to_string());
                blad.write_formula_with_format(rad, kolumn, formel, &format)?;
            } else {
                blad.write_number_with_format(rad, kolumn, i_cell(tal), &format)?;
            }
        }
        Innehall::Artal(tal) => {
            let format = utseende.cell(slag, "0");
            blad.write_number_with_format(rad, kolumn, i_cell(tal), &format)?;
        }
        Innehall::Dag(dag) => {
            let format = utseende.cell(slag, "yyyy-mm-dd");
            let dag = ExcelDateTime::parse_from_str(dag)?;
            blad.write_datetime_with_format(rad, kolumn, dag, &format)?;
        }
    }
    Ok(())
}

/// The nearest number a cell can hold; the parser rounds correctly, and whole numbers are exact.
pub(super) fn i_cell(tal: Decimal) -> f64 {
    tal.to_string().parse().unwrap_or_default()
}

/// The formula over some rows of a column: unbroken stretches as ranges.
fn summa(termer: &[usize], kolumn: u16) -> String {
    let mut omraden: Vec<(u32, u32)> = Vec::new();
    for rad in termer.iter().map(|plats| rad_i_bladet(*plats)) {
        match omraden.last_mut() {
            Some((_, sista)) if *sista + 1 == rad => *sista = rad,
            _ => omraden.push((rad, rad)),
        }
    }
    let omraden: Vec<_> = omraden
        .into_iter()
        .map(|(fran, till)| rust_xlsxwriter::utility::cell_range(fran, kolumn, till, kolumn))
        .collect();
    format!("=SUM({})", omraden.join(","))
}

pub(super) fn rad_i_bladet(plats: usize) -> u32 {
    RUBRIKRAD + 1 + u32::try_from(plats).unwrap_or(u32::MAX - RUBRIKRAD - 2)
}

/// A caption as the name of a sheet: short, without the signs Excel forbids, and its own.
fn bladnamn(rubrik: &str, plats: usize) -> String {
    let namn: String = rubrik
        .chars()
        .filter(|tecken| !matches!(tecken, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''))
        .collect();
    let slut = format!(" ({})", plats + 1);
    let kort: String = namn.chars().take(LANGSTA_NAMN - slut.chars().count()).collect();
    let kort = kort.trim();
    if kort.is_empty() { format!("Tabell{slut}") } else { format!("{kort}{slut}") }
}
