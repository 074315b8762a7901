//! Writes a sheet with a table: one row per region, or a list. Knows the layout that the reader
//! recognises by its headings.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Formula, utility};

use super::Skrivfel;
use super::fyllning::{Belagg, Bladfyllning};
use super::sida::Sida;
use super::stil;
use crate::region::{PerRegion, Region};
use crate::workbook::bok::Innehall;
use crate::workbook::lasa::Om;
use crate::workbook::schema::{Falt, Fria, RAD};

/// How many columns to name there are room for in an empty workbook.
const TOMMA_KOLUMNER: usize = 3;
/// How many rows of an empty list are made ready.
const TOMMA_RADER: u32 = 10;

/// A column to write.
struct Kolumn<'f> {
    falt: &'f Falt,
    /// The heading; none where the user names the column.
    rubrik: Option<String>,
    varden: Option<PerRegion<Innehall>>,
    belagg: Option<Belagg>,
    kravs: bool,
}

pub(super) fn regioner(
    mut sida: Sida<'_>,
    kolumner: &[Falt],
    fria: Option<&Fria>,
    summarad: Option<&str>,
    fyllt: &Bladfyllning,
) -> Result<(), Skrivfel> {
    let mut alla = fria.map(|fria| fria_kolumner(fria, fyllt)).unwrap_or_default();
    alla.extend(kolumner.iter().map(|falt| Kolumn {
        falt,
        rubrik: Some(falt.rubrik_med_enhet()),
        varden: fyllt.kolumner.get(falt.id).cloned(),
        belagg: fyllt.belagg.get(falt.id).cloned(),
        kravs: falt.kravs,
    }));
    sida.ark.set_print_fit_to_pages(u16::try_from(alla.len().div_ceil(8)).unwrap_or(1), 1);
    sida.ark.set_repeat_columns(0, 0)?;
    let rubrikrad = huvud(&mut sida, "Region", "Regionernas ordning är fri.", &alla, 22)?;
    let (forsta, sista) = (rubrikrad + 1, rubrikrad + antal_regioner());
    for (rad, region) in (forsta..).zip(Region::alla()) {
        sida.hojd(rad, [])?;
        sida.ark.write_string_with_format(rad, 0, region.kortnamn(), &stil::etikett())?;
        for (plats, kolumn) in (1_u16..).zip(&alla) {
            let varde = kolumn.varden.as_ref().map(|varden| varden.i(region));
            sida.varde(rad, plats, kolumn.falt, kolumn.kravs, varde)?;
        }
    }
    for (plats, kolumn) in (1_u16..).zip(&alla) {
        sida.validera((forsta, sista), plats, kolumn.falt)?;
    }
    if let Some(etikett) = summarad {
        summa(&mut sida, etikett, (forsta, sista), &alla)?;
    }
    sida.frys(rubrikrad)
}

fn antal_regioner() -> u32 {
    u32::try_from(crate::region::ANTAL).unwrap_or(0)
}

/// The user's own columns: those given, or room for a few.
fn fria_kolumner<'f>(fria: &'f Fria, fyllt: &Bladfyllning) -> Vec<Kolumn<'f>> {
    let falt = &fria.falt;
    let tom = || Kolumn { falt, rubrik: None, varden: None, belagg: None, kravs: false };
    if fyllt.fria.is_empty() {
        return (0..TOMMA_KOLUMNER).map(|_| tom()).collect();
    }
    fyllt
        .fria
        .iter()
        .map(|(rubrik, fyllda)| Kolumn {
            falt,
            rubrik: Some(rubrik.clone()),
            varden: fyllda.as_ref().map(|(varden, _)| varden.clone()),
            belagg: fyllda.as_ref().map(|(_, belagg)| belagg.clone()),
            kravs: true,
        })
        .collect()
}

/// How wide a column is.
fn bredd_av(kolumn: &Kolumn<'_>) -> u32 {
    if kolumn.falt.ar_tal() { 22 } else { 30 }
}

/// The rows about the columns, and the headings. Gives the row of headings.
fn huvud(
    sida: &mut Sida<'_>,
    nyckel: &str,
    om_nyckeln: &str,
    kolumner: &[Kolumn<'_>],
    bredd: u32,
) -> Result<u32, Skrivfel> {
    sida.ark.set_column_width(0, bredd)?;
    let rubrikrad = (sida.rad..).zip(Om::ALLA).map(|(rad, _)| rad + 1).last().unwrap_or(sida.rad);
    for (rad, om) in (sida.rad..).zip(Om::ALLA) {
        sida.rubrik(rad, 0, om.etikett(), om.forklaring(), &stil::etikett())?;
        let kallor = kolumner.iter().filter(|_| om == Om::Kalla);
        let kallor = kallor
            .filter_map(|kolumn| Some((kolumn.belagg.as_ref()?.kalla.as_str(), bredd_av(kolumn))));
        let kallor: Vec<_> = kallor.map(|(text, bredd)| (text.to_owned(), bredd)).collect();
        sida.hojd(rad, kallor.iter().map(|(text, bredd)| (text.as_str(), *bredd)))?;
        for (plats, kolumn) in (1_u16..).zip(kolumner) {
            let falt = match kolumn.rubrik {
                Some(_) => *kolumn.falt,
                // What is said of a column without a heading would be text outside the table.
                None => Falt::ny(kolumn.falt.id, "", RAD, ""),
            };
            let falt = Falt { kravs: kolumn.kravs, ..falt };
            sida.om(rad, plats, om, &falt, kolumn.belagg.as_ref())?;
        }
    }
    sida.rubrik(rubrikrad, 0, nyckel, om_nyckeln, &stil::rubrik())?;
    let rubriker = kolumner
        .iter()
        .map(|kolumn| (kolumn.rubrik.as_deref().unwrap_or_default(), bredd_av(kolumn)));
    sida.hojd(rubrikrad, rubriker)?;
    for (plats, kolumn) in (1_u16..).zip(kolumner) {
        let format = match &kolumn.rubrik {
            None => stil::tom_rubrik(),
            Some(_) if kolumn.falt.ar_tal() => stil::talrubrik(),
            Some(_) => stil::rubrik(),
        };
        sida.ark.set_column_width(plats, bredd_av(kolumn))?;
        let forklaring = match kolumn.rubrik {
            Some(_) => kolumn.falt.om.to_owned(),
            None => {
                format!(
                    "Skriv rubriken här: {}. Lämna kolumnen tom om den inte behövs.",
                    kolumn.falt.rubrik
                )
            }
        };
        sida.rubrik(
            rubrikrad,
            plats,
            kolumn.rubrik.as_deref().unwrap_or_default(),
            &forklaring,
            &format,
        )?;
    }
    Ok(rubrikrad)
}

/// The last row: formulas, with their values beside them.
fn summa(
    sida: &mut Sida<'_>,
    etikett: &str,
    (forsta, sista): (u32, u32),
    kolumner: &[Kolumn<'_>],
) -> Result<(), Skrivfel> {
    sida.hojd(sista + 1, [])?;
    sida.ark.write_string_with_format(sista + 1, 0, etikett, &stil::summarubrik())?;
    for (plats, kolumn) in (1_u16..).zip(kolumner) {
        let format = stil::summa(kolumn.falt);
        if !kolumn.falt.summeras() || kolumn.rubrik.is_none() {
            sida.ark.write_blank(sista + 1, plats, &format)?;
            continue;
        }
        let (fran, till) =
            (utility::row_col_to_cell(forsta, plats), utility::row_col_to_cell(sista, plats));
        let varden = kolumn.varden.iter().flat_map(PerRegion::varden);
        let summa: Decimal = varden
            .map(|varde| match varde {
                Innehall::Heltal(tal) => Decimal::from(*tal),
                Innehall::Decimal(tal) => *tal,
                Innehall::Text(_) | Innehall::Datum(_) => Decimal::ZERO,
            })
            .sum();
        let formel =
            Formula::new(format!("=SUM({fran}:{till})")).set_result(summa.normalize().to_string());
        sida.ark.write_formula_with_format(sista + 1, plats, formel, &format)?;
    }
    Ok(())
}

pub(super) fn lista(
    mut sida: Sida<'_>,
    kolumner: &[Falt],
    nycklar: &[&str],
    fyllt: &Bladfyllning,
) -> Result<(), Skrivfel> {
    let Some((nyckel, ovriga)) = kolumner.split_first() else { return Ok(()) };
    let alla: Vec<_> = ovriga
        .iter()
        .map(|falt| Kolumn {
            falt,
            rubrik: Some(falt.rubrik_med_enhet()),
            varden: None,
            belagg: fyllt.belagg.get(falt.id).cloned(),
            kravs: falt.kravs,
        })
        .collect();
    let rubrikrad = huvud(&mut sida, &nyckel.rubrik_med_enhet(), nyckel.om, &alla, 36)?;
    if ovriga.is_empty() {
        ensam(&mut sida, nyckel, fyllt)?;
    }
    let antal = u32::try_from(fyllt.rader.len()).unwrap_or(0);
    let rader = if nycklar.is_empty() {
        antal.max(TOMMA_RADER)
    } else {
        u32::try_from(nycklar.len()).unwrap_or(0)
    };
    for (nummer, rad) in (0..rader).zip(rubrikrad + 1..) {
        let namngiven = usize::try_from(nummer).ok().and_then(|nummer| nycklar.get(nummer));
        let varden = match namngiven {
            Some(namn) => fyllt.rader.iter().find(
                |rad| matches!(rad.get(nyckel.id), Some(Innehall::Text(text)) if text == namn),
            ),
            None => usize::try_from(nummer).ok().and_then(|nummer| fyllt.rader.get(nummer)),
        };
        let texter = varden.into_iter().flatten().filter_map(|(_, varde)| match varde {
            Innehall::Text(text) => Some((text.as_str(), 30)),
            _ => None,
        });
        sida.hojd(rad, texter)?;
        match namngiven {
            Some(namn) => {
                sida.ark.write_string_with_format(rad, 0, *namn, &stil::etikett())?;
            }
            None => {
                sida.varde(
                    rad,
                    0,
                    nyckel,
                    nyckel.kravs,
                    varden.and_then(|rad| rad.get(nyckel.id)),
                )?;
            }
        }
        for (plats, kolumn) in (1_u16..).zip(&alla) {
            let varde = varden.and_then(|rad| rad.get(kolumn.falt.id));
            sida.varde(rad, plats, kolumn.falt, kolumn.kravs, varde)?;
        }
    }
    let omrade = (rubrikrad + 1, rubrikrad + rader);
    if nycklar.is_empty() {
        sida.validera(omrade, 0, nyckel)?;
    }
    for (plats, kolumn) in (1_u16..).zip(&alla) {
        sida.validera(omrade, plats, kolumn.falt)?;
    }
    sida.frys(rubrikrad)
}

/// A list of one column says what it rests on beside the labels.
fn ensam(sida: &mut Sida<'_>, nyckel: &Falt, fyllt: &Bladfyllning) -> Result<(), Skrivfel> {
    sida.ark.set_column_width(1, 44)?;
    for (rad, om) in (sida.rad..).zip(Om::ALLA) {
        sida.om(rad, 1, om, nyckel, fyllt.belagg.get(nyckel.id))?;
    }
    Ok(())
}
