//! The workbook's texts, dates and lists, which go to the documents as they stand.

use std::collections::BTreeMap;

use super::lasare::Lasare;
use crate::grants::regleringsbrev::schema::{ARBETSBOK, blad};
use crate::region::Region;
use crate::report::Fakta;
use crate::workbook::bok::{Innehall, Rad};
use crate::workbook::schema::{Falt, Form, Slag};

impl Lasare<'_> {
    /// Makes facts of every text and date, and of the lists that are printed as they stand.
    pub(super) fn texter(&mut self) {
        for sida in ARBETSBOK.blad {
            if let Form::Uppgifter(falt) = &sida.form {
                for falt in *falt {
                    self.faktum(sida.namn, falt);
                }
            }
        }
        for (id, sida) in [
            ("kopior", blad::KOPIOR),
            ("undertecknare", blad::UNDERTECKNARE),
            ("medel", blad::MEDEL),
        ] {
            self.lista(id, sida);
        }
        self.mottagare_konto();
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

    /// A list as rows of texts: dates as `2024-12-01`, whole numbers in digits.
    fn lista(&mut self, id: &str, sida: &'static str) {
        let mut celler = Vec::new();
        let mut textrad = |rad: &Rad| -> BTreeMap<&'static str, String> {
            let varden = rad.iter().map(|(id, varde)| {
                celler.push(varde.cell.clone());
                (id, text(&varde.value))
            });
            varden.collect()
        };
        let rader = self.bok.rader(sida).iter().map(&mut textrad).collect();
        self.rader(id, rader, celler);
    }

    /// To whom each region's money is paid, and how sure that is.
    fn mottagare_konto(&mut self) {
        let Some(nummer) = self.bok.region_text(blad::MOTTAGARE, "organisationsnummer") else {
            return;
        };
        let rad = |region: Region| {
            let last = nummer.i(region);
            BTreeMap::from([
                ("lanskod", region.lanskod().to_owned()),
                ("namn", region.officiellt_namn().to_owned()),
                ("organisationsnummer", last.value.clone()),
                ("status", last.cell.underlag.status.namn().to_owned()),
            ])
        };
        let celler = nummer.varden().iter().map(|last| last.cell.clone()).collect();
        self.rader("mottagare_konto", Region::alla().map(rad).collect(), celler);
    }
}

fn text(innehall: &Innehall) -> String {
    match innehall {
        Innehall::Heltal(tal) => tal.to_string(),
        Innehall::Decimal(tal) => tal.to_string(),
        Innehall::Text(text) => text.clone(),
        Innehall::Datum(datum) => datum.to_string(),
    }
}
