//! The reader of one workbook: cells become leaves and facts under the grant's names.

use std::collections::BTreeMap;

use crate::figure::{CellRef, Cellvarde, Figure, Namn};
use crate::problem::Problems;
use crate::quantity::{Antal, Decimal, HelaKronor, Quantity};
use crate::region::PerRegion;
use crate::report::{Fakta, Report};
use crate::workbook::Bok;
use crate::workbook::bok::Regionvarden;

/// The reader.
pub(super) struct Lasare<'a> {
    pub(super) bok: &'a Bok,
    pub(super) namn: Namn,
    pub(super) report: &'a mut Report,
    pub(super) problems: &'a mut Problems,
}

impl Lasare<'_> {
    pub(super) fn leaf<T: Quantity>(&mut self, id: &str, read: Cellvarde<T>) -> Figure<T> {
        self.report.trace.leaf(self.namn.riket(id), read)
    }

    pub(super) fn decimal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(Decimal) -> T,
    ) -> Option<Figure<T>> {
        let read = self.bok.decimal(blad, id)?.map(make);
        Some(self.leaf(id, read))
    }

    pub(super) fn hela(
        &mut self,
        blad: &'static str,
        id: &'static str,
    ) -> Option<Figure<HelaKronor>> {
        let read = self.bok.heltal(blad, id)?.map(HelaKronor::fran_heltal);
        Some(self.leaf(id, read))
    }

    pub(super) fn antal(&mut self, blad: &'static str, id: &'static str) -> Option<Figure<Antal>> {
        let read = self.bok.heltal(blad, id)?.map(Antal::fran_heltal);
        Some(self.leaf(id, read))
    }

    /// A column, one leaf for each region.
    pub(super) fn regioner<C: Copy, T: Quantity>(
        &mut self,
        id: &str,
        read: Option<Regionvarden<C>>,
        make: fn(C) -> T,
    ) -> Option<PerRegion<Figure<T>>> {
        Some(read?.map(|region, cell| {
            let read = Cellvarde { value: make(cell.value), cell: cell.cell.clone() };
            self.report.trace.leaf(self.namn.region(region, id), read)
        }))
    }

    /// A choice as what it stands for.
    pub(super) fn val<T: Copy>(
        &self,
        blad: &'static str,
        id: &'static str,
        val: &[(&str, T)],
    ) -> Option<T> {
        let text = self.bok.text(blad, id)?.value;
        val.iter().find(|(ord, _)| *ord == text).map(|(_, value)| *value)
    }

    pub(super) fn fakta(&mut self, id: &str, innehall: Fakta, celler: Vec<CellRef>) {
        self.report.fakta(self.namn.riket(id), innehall, celler);
    }

    /// Rows of texts, with the cells they were read from.
    pub(super) fn rader(
        &mut self,
        id: &str,
        rader: Vec<BTreeMap<&'static str, String>>,
        celler: Vec<CellRef>,
    ) {
        self.fakta(id, Fakta::Rader(rader), celler);
    }
}
