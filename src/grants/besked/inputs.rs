//! From the workbook's cells, and from sektorsbidraget's public figures, to the figures the rules start
//! from. Reads cells; the rules never see one.

use super::ID;
use super::schema::{ARBETSBOK, blad};
use crate::figure::{Figure, Namn};
use crate::grants::Lasare;
use crate::quantity::{Decimal, HelaKronor, Invanare, Kronor};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Bok;

/// The grant whose amounts and population the overview takes over.
pub const SEKTORSBIDRAG: &str = "sektorsbidrag";

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Indata {
    /// How the year's figures are named.
    pub namn: Namn,
    /// The published amounts, sektorsbidraget included, kr.
    pub meddelat: PerRegion<Figure<Kronor>>,
    /// Sektorsbidraget's amounts.
    pub sektorsbidrag: PerRegion<Figure<HelaKronor>>,
    /// Their sum.
    pub sektorsbidrag_totalt: Figure<HelaKronor>,
    /// Sektorsbidraget's population.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The country's population.
    pub folk: Figure<Invanare>,
    /// The amount spoken of, kr.
    pub omtalat: Figure<Kronor>,
    /// What it is rounded to the nearest of, kr.
    pub omtalat_steg: Figure<Kronor>,
}

/// Reads everything; `None` if something was missing or wrong, or if sektorsbidraget did not come out:
/// that was said when the workbooks were read and sektorsbidraget computed.
pub fn las(bok: &Bok, report: &mut Report) -> Option<Indata> {
    let mut las = Lasare::ny((ID, &ARBETSBOK), bok, report);
    las.texter();
    las.lista("kontakter", blad::KONTAKTER);
    las.lista("overenskommelser", blad::OVERENSKOMMELSER);
    ovriga(&mut las);
    let meddelat = las.region_decimal(blad::MEDEL, "meddelat", Kronor::fran_miljoner);
    let omtalat = las.decimal(blad::DOKUMENT, "omtalat", Kronor::fran_miljarder);
    let omtalat_steg = las
        .heltal(blad::DOKUMENT, "omtalat_steg", |mnkr| Kronor::fran_miljoner(Decimal::from(mnkr)));
    let namn = las.namn.clone();
    let hos = Namn::ny(SEKTORSBIDRAG, bok.ar);
    Some(Indata {
        namn,
        meddelat: meddelat?,
        sektorsbidrag: report.publik_per_region(&hos, "belopp")?,
        sektorsbidrag_totalt: report.publik(&hos.riket("belopp"))?,
        befolkning: report.publik_per_region(&hos, "befolkning")?,
        folk: report.publik(&hos.riket("befolkning"))?,
        omtalat: omtalat?,
        omtalat_steg: omtalat_steg?,
    })
}

/// Other money to the sector: each row's amount is a figure, named in the row.
fn ovriga(las: &mut Lasare<'_>) {
    las.lista_med("ovriga", blad::OVRIGA, |las, nummer, rad| {
        let namn = format!("ovriga_medel_{nummer}");
        las.leaf(&namn, rad.decimal("belopp")?.map(Kronor::fran_miljoner));
        Some(("belopp", namn))
    });
}
