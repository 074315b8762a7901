//! What every grant's reading of its workbook has in common: cells become named leaves of the trace, and
//! texts, dates and lists become facts of the report. Knows no grant and no sheet by name.

use std::collections::BTreeMap;

use crate::figure::{CellRef, Cellvarde, Figure, Namn};
use crate::quantity::{Decimal, HelaKronor, Quantity};
use crate::region::PerRegion;
use crate::report::{Fakta, Report};
use crate::workbook::Bok;
use crate::workbook::bok::Rad;
use crate::workbook::schema::{Arbetsbok, Falt, Form, Slag};

/// Reads one grant's workbook into the report. What is missing although it is required has been reported
/// when the workbook was read: it is then simply not there.
#[derive(Debug)]
pub struct Lasare<'a> {
    /// How the figures and facts are named.
    pub namn: Namn,
    /// What was read.
    pub bok: &'a Bok,
    /// Where it goes.
    pub report: &'a mut Report,
    mall: &'static Arbetsbok,
}

impl<'a> Lasare<'a> {
    /// A reader of a grant's workbook.
    pub fn ny(
        (id, mall): (&str, &'static Arbetsbok),
        bok: &'a Bok,
        report: &'a mut Report,
    ) -> Self {
        Self { namn: Namn::ny(id, bok.ar), bok, report, mall }
    }

    /// A figure of the country, read from a cell.
    pub fn leaf<T: Quantity>(&mut self, id: &str, read: Cellvarde<T>) -> Figure<T> {
        self.report.trace.leaf(self.namn.riket(id), read)
    }

    /// A whole number of a sheet of items.
    pub fn heltal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(i64) -> T,
    ) -> Option<Figure<T>> {
        let read = self.bok.heltal(blad, id)?.map(make);
        Some(self.leaf(id, read))
    }

    /// Whole kronor of a sheet of items.
    pub fn hela(&mut self, blad: &'static str, id: &'static str) -> Option<Figure<HelaKronor>> {
        self.heltal(blad, id, HelaKronor::fran_heltal)
    }

    /// A decimal number of a sheet of items.
    pub fn decimal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(Decimal) -> T,
    ) -> Option<Figure<T>> {
        let read = self.bok.decimal(blad, id)?.map(make);
        Some(self.leaf(id, read))
    }

    /// A column of whole numbers; none unless every region has one.
    pub fn region_heltal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(i64) -> T,
    ) -> Option<PerRegion<Figure<T>>> {
        let read = self.bok.region_heltal(blad, id)?;
        Some(self.regioner(id, &read, make))
    }

    /// A column of decimal numbers; none unless every region has one.
    pub fn region_decimal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(Decimal) -> T,
    ) -> Option<PerRegion<Figure<T>>> {
        let read = self.bok.region_decimal(blad, id)?;
        Some(self.regioner(id, &read, make))
    }

    /// A value of every region, read from cells.
    pub fn regioner<C: Copy, T: Quantity>(
        &mut self,
        id: &str,
        read: &PerRegion<Cellvarde<C>>,
        make: fn(C) -> T,
    ) -> PerRegion<Figure<T>> {
        read.map(|region, cell| {
            let read = Cellvarde { value: make(cell.value), cell: cell.cell.clone() };
            self.report.trace.leaf(self.namn.region(region, id), read)
        })
    }

    /// States a fact.
    pub fn fakta(&mut self, id: &str, innehall: Fakta, celler: Vec<CellRef>) {
        self.report.fakta(self.namn.riket(id), innehall, celler);
    }

    /// Makes a fact of every text, choice and date that stands on a sheet of items.
    pub fn texter(&mut self) {
        for sida in self.mall.blad {
            if let Form::Uppgifter(falt) = &sida.form {
                for falt in *falt {
                    self.faktum(sida.namn, falt);
                }
            }
        }
    }

    fn faktum(&mut self, blad: &'static str, falt: &Falt) {
        let read = match falt.slag {
            Slag::Text { .. } | Slag::Val(_) => {
                self.bok.text(blad, falt.id).map(|read| (Fakta::Text(read.value), read.cell))
            }
            Slag::Datum => {
                self.bok.datum(blad, falt.id).map(|read| (Fakta::Datum(read.value), read.cell))
            }
            Slag::Heltal { .. } | Slag::Decimal { .. } | Slag::Intervall { .. } => None,
        };
        if let Some((innehall, cell)) = read {
            self.fakta(falt.id, innehall, vec![cell]);
        }
    }

    /// Makes a fact of the texts of a list, row by row.
    pub fn lista(&mut self, id: &str, blad: &'static str) {
        self.lista_med(id, blad, |_, _, _| None);
    }

    /// The same, with what a row has beside its texts: given the row and its number from 1, a field and
    /// the name of a figure.
    pub fn lista_med(
        &mut self,
        id: &str,
        blad: &'static str,
        beside: fn(&mut Self, i64, &Rad) -> Option<(&'static str, String)>,
    ) {
        let ar_text = |falt: &&Falt| matches!(falt.slag, Slag::Text { .. } | Slag::Val(_));
        let texter: Vec<_> = self.mall.blad(blad).falt().iter().filter(ar_text).collect();
        let (mut rader, mut celler) = (Vec::new(), Vec::new());
        for (nummer, rad) in (1..).zip(self.bok.rader(blad)) {
            let mut texterna: BTreeMap<&'static str, String> = BTreeMap::new();
            for falt in &texter {
                if let Some(read) = rad.text(falt.id) {
                    celler.push(read.cell);
                    texterna.insert(falt.id, read.value);
                }
            }
            texterna.extend(beside(self, nummer, rad));
            rader.push(texterna);
        }
        self.fakta(id, Fakta::Rader(rader), celler);
    }
}
