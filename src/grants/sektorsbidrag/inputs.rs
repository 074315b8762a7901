//! From the workbook's cells to the figures the rules start from. Reads cells; the rules never see one.

use super::ID;
use super::schema::{ARBETSBOK, blad};
use crate::allocation::Residual;
use crate::figure::{Figure, Namn};
use crate::grants::Lasare;
use crate::problem::Location;
use crate::quantity::{HelaKronor, Invanare, KronorPerInvanare};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Bok;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Indata {
    /// The grant year.
    pub ar: i32,
    /// How the year's figures are named.
    pub namn: Namn,
    /// What is shared out, kr.
    pub pott: Figure<HelaKronor>,
    /// Population 1 November the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// Standard cost in the health care model, unrounded.
    pub standardkostnad: PerRegion<Figure<KronorPerInvanare>>,
    /// Who gets the kronor that rounding leaves over.
    pub residual: Residual,
    /// Where that is said.
    pub residual_plats: Location,
}

/// Reads everything; `None` if something was missing or wrong, which was said when it was read.
pub fn las(bok: &Bok, report: &mut Report) -> Option<Indata> {
    let mut las = Lasare::ny((ID, &ARBETSBOK), bok, report);
    las.texter();
    las.lista("undertecknare", blad::UNDERTECKNARE);
    las.lista("kopior", blad::KOPIOR);
    let pott = las.hela(blad::FORDELNING, "pott");
    let befolkning = las.region_heltal(blad::BEFOLKNING, "befolkning", Invanare::fran_heltal);
    let standardkostnad = las.region_decimal(
        blad::STANDARDKOSTNAD,
        "standardkostnad_per_inv",
        KronorPerInvanare::from,
    );
    let residual = bok.text(blad::FORDELNING, "residual")?;
    Some(Indata {
        ar: bok.ar,
        namn: las.namn.clone(),
        pott: pott?,
        befolkning: befolkning?,
        standardkostnad: standardkostnad?,
        residual: Residual::hitta(&residual.value, None)?,
        residual_plats: residual.cell.location,
    })
}
