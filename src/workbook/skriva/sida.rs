//! One sheet while it is written: its head, and cells by what they hold. Knows no form.

use rust_xlsxwriter::{Format, Note, Worksheet};

use super::fyllning::Belagg;
use super::{Skrivfel, exceldatum, stil, validering};
use crate::workbook::bok::Innehall;
use crate::workbook::flyttal;
use crate::workbook::lasa::Om;
use crate::workbook::schema::{Blad, Falt, PerDatum};

/// The most characters on a line of instructions.
const RAD: usize = 100;

/// A sheet being written. Rows and columns count from 0 here, as the writer counts them.
pub(super) struct Sida<'a> {
    pub(super) ark: &'a mut Worksheet,
    pub(super) ar: i32,
    /// The first row under the head.
    pub(super) rad: u32,
}

impl<'a> Sida<'a> {
    /// A sheet with its head: title and instructions.
    pub(super) fn ny(ark: &'a mut Worksheet, blad: &Blad, ar: i32) -> Result<Self, Skrivfel> {
        ark.set_name(blad.namn)?;
        ark.set_screen_gridlines(false);
        ark.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        ark.set_footer("&L&F › &A&RSida &P (&N)");
        ark.write_with_format(0, 0, blad.namn, &stil::titel())?;
        let mut rad = 1;
        for text in radbruten(blad.om, RAD) {
            ark.write_with_format(rad, 0, text, &stil::stilla())?;
            rad += 1;
        }
        Ok(Self { ark, ar, rad: rad + 1 })
    }

    /// Makes a row as high as its texts need, each with the width it has to break in.
    pub(super) fn hojd<'t>(
        &mut self,
        rad: u32,
        texter: impl IntoIterator<Item = (&'t str, u32)>,
    ) -> Result<(), Skrivfel> {
        let rader = texter.into_iter().map(|(text, bredd)| {
            // Room for the indent, and for letters that are wider than a figure.
            let tecken = usize::try_from(bredd.saturating_sub(4)).unwrap_or(1).max(8);
            radbruten(text, tecken).len()
        });
        let rader = u32::try_from(rader.max().unwrap_or(1).max(1)).unwrap_or(1);
        self.ark.set_row_height(rad, 15 * rader + 5)?;
        Ok(())
    }

    /// Keeps the headings in sight and on every printed page.
    pub(super) fn frys(&mut self, rubrikrad: u32) -> Result<(), Skrivfel> {
        self.ark.set_freeze_panes(rubrikrad + 1, 1)?;
        self.ark.set_repeat_rows(rubrikrad, rubrikrad)?;
        Ok(())
    }

    /// A value in its field's format.
    pub(super) fn varde(
        &mut self,
        rad: u32,
        kolumn: u16,
        falt: &Falt,
        kravs: bool,
        varde: Option<&Innehall>,
    ) -> Result<(), Skrivfel> {
        let format = stil::varde(falt, kravs);
        let tal = |tal: rust_decimal::Decimal| {
            flyttal::till_cell(tal).ok_or_else(|| {
                Skrivfel(format!("{}: {tal} har fler siffror än ett kalkylblad kan hålla", falt.id))
            })
        };
        match varde {
            None => self.ark.write_blank(rad, kolumn, &format)?,
            Some(Innehall::Heltal(varde)) => {
                self.ark.write_number_with_format(rad, kolumn, tal((*varde).into())?, &format)?
            }
            Some(Innehall::Decimal(varde)) => {
                self.ark.write_number_with_format(rad, kolumn, tal(*varde)?, &format)?
            }
            Some(Innehall::Text(varde)) => {
                self.ark.write_string_with_format(rad, kolumn, varde, &format)?
            }
            Some(Innehall::Datum(varde)) => {
                self.ark.write_datetime_with_format(rad, kolumn, exceldatum(*varde)?, &format)?
            }
        };
        Ok(())
    }

    /// A cell about a value: its source, date, status, who confirmed it, or its unit.
    pub(super) fn om(
        &mut self,
        rad: u32,
        kolumn: u16,
        om: Om,
        falt: &Falt,
        belagg: Option<&Belagg>,
    ) -> Result<(), Skrivfel> {
        let krav_pa_datum = match falt.per_datum {
            PerDatum::Kravs(datum) => Some(datum(self.ar)),
            PerDatum::Fritt => None,
        };
        let text = match om {
            Om::Kalla => belagg.map(|belagg| belagg.kalla.as_str()),
            Om::Status => belagg.map(|belagg| belagg.status.namn()),
            Om::BekraftadAv => belagg.and_then(|belagg| belagg.bekraftad_av.as_deref()),
            Om::Enhet => Some(falt.enhet()),
            Om::PerDatum => None,
        };
        let datum = belagg
            .and_then(|belagg| belagg.per_datum)
            .or(krav_pa_datum)
            .filter(|_| om == Om::PerDatum);
        let kravs = falt.kravs && matches!(om, Om::Kalla | Om::Status);
        let format = match om {
            Om::Enhet => stil::fast(),
            Om::PerDatum => stil::om_datum(krav_pa_datum.is_some()),
            _ => stil::om(kravs),
        };
        match (datum, text.filter(|text| !text.is_empty())) {
            (Some(datum), _) => {
                self.ark.write_datetime_with_format(rad, kolumn, exceldatum(datum)?, &format)?
            }
            (None, Some(text)) => self.ark.write_string_with_format(rad, kolumn, text, &format)?,
            (None, None) => self.ark.write_blank(rad, kolumn, &format)?,
        };
        if om == Om::Status {
            self.ark.add_data_validation(rad, kolumn, rad, kolumn, &validering::status()?)?;
        }
        Ok(())
    }

    /// Lets only a field's values into a range of a column.
    pub(super) fn validera(
        &mut self,
        rader: (u32, u32),
        kolumn: u16,
        falt: &Falt,
    ) -> Result<(), Skrivfel> {
        if let Some(regel) = validering::av(falt)? {
            self.ark.add_data_validation(rader.0, kolumn, rader.1, kolumn, &regel)?;
        }
        Ok(())
    }

    /// A heading with a note that explains it.
    pub(super) fn rubrik(
        &mut self,
        rad: u32,
        kolumn: u16,
        text: &str,
        forklaring: &str,
        format: &Format,
    ) -> Result<(), Skrivfel> {
        self.ark.write_string_with_format(rad, kolumn, text, format)?;
        if !forklaring.is_empty() {
            let rader = u32::try_from(radbruten(forklaring, 36).len()).unwrap_or(1);
            let note = Note::new(forklaring)
                .add_author_prefix(false)
                .set_author("Statsbidrag")
                .set_width(240)
                .set_height(24 + 18 * rader);
            self.ark.insert_note(rad, kolumn, &note)?;
        }
        Ok(())
    }
}

/// A text in lines of at most so many characters.
pub(super) fn radbruten(text: &str, tecken: usize) -> Vec<String> {
    let mut rader: Vec<String> = Vec::new();
    for ord in text.split_whitespace() {
        match rader.last_mut() {
            Some(rad) if rad.chars().count() + 1 + ord.chars().count() <= tecken => {
                rad.push(' ');
                rad.push_str(ord);
            }
            _ => rader.push(ord.to_owned()),
        }
    }
    rader
}
