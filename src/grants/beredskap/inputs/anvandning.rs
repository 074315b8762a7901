//! What the regions have used: a column for each agreement and year that they were asked about. A
//! column's heading says which; a year without a column is not known, which is not nought.

use super::{Anvant, Avtal, Lasare};
use crate::grants::beredskap::schema::{anvandningsrubrik, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::HelaKronor;
use crate::region::Region;
use crate::workbook::bok::Regionvarden;
use crate::workbook::tecken::jamforbar;

impl Lasare<'_, '_> {
    /// Gives each agreement what is known of its use; `None` if a column could not be told.
    pub(super) fn anvandning(&mut self, avtal: &mut [Avtal]) -> Option<()> {
        let mut alla_kanda = Some(());
        for (rubrik, varden) in self.las.bok.fria_heltal(blad::ANVANDNING) {
            let Some((plats, ar)) = self.kolumnens(&rubrik, &varden, avtal) else {
                alla_kanda = None;
                continue;
            };
            let Some(avtalet) = avtal.get_mut(plats) else { continue };
            let id = format!("anvant_{}_{ar}", avtalet.ar);
            let per_region = self.las.regioner(&id, &varden, HelaKronor::fran_heltal);
            avtalet.anvant.push(Anvant { ar, per_region });
        }
        for avtalet in avtal {
            avtalet.anvant.sort_by_key(|anvant| anvant.ar);
        }
        alla_kanda
    }

    /// The agreement's place and the year that a heading names, or a problem.
    fn kolumnens(
        &mut self,
        rubrik: &str,
        varden: &Regionvarden<i64>,
        avtal: &[Avtal],
    ) -> Option<(usize, i32)> {
        let ar_rubrik = |avtal: &Avtal, ar: i32| {
            jamforbar(rubrik) == jamforbar(&anvandningsrubrik(avtal.ar, ar))
        };
        let nu = self.las.bok.ar;
        let hittad = avtal.iter().enumerate().find_map(|(plats, avtal)| {
            let ar = (avtal.ar..=avtal.till.max(nu) + 20).chain(avtal.fran..avtal.ar);
            ar.into_iter().find(|ar| ar_rubrik(avtal, *ar)).map(|ar| (plats, avtal, ar))
        });
        let Some((plats, avtalet, ar)) = hittad else {
            let mojliga: Vec<_> = avtal
                .iter()
                .flat_map(|avtal| {
                    avtal.forflutna(nu).map(|ar| format!("”{}”", anvandningsrubrik(avtal.ar, ar)))
                })
                .collect();
            self.problems.add(
                Problem::new(
                    Code::I02,
                    kolumnen(varden),
                    format!("rubriken ”{rubrik}” säger inte vilka medel och vilket år den gäller"),
                )
                .expected(format!("någon av {}", mojliga.join(", ")))
                .help("rätta kolumnens rubrik"),
            );
            return None;
        };
        let (fran, till) = (avtalet.fran, avtalet.till);
        if !(fran..=till).contains(&ar) {
            self.problems.add(
                Problem::new(
                    Code::R04,
                    kolumnen(varden),
                    format!("{} års medel får inte användas {ar}", avtalet.ar),
                )
                .expected(format!("ett år i perioden {fran}–{till}")),
            );
            return None;
        }
        if ar >= nu {
            self.problems.add(
                Problem::new(
                    Code::R04,
                    kolumnen(varden),
                    format!("{ar} är inte slut när uppföljningen för {nu} görs"),
                )
                .expected(format!("användning till och med {}", nu - 1)),
            );
            return None;
        }
        Some((plats, ar))
    }
}

/// The column, by its first region's cell.
fn kolumnen<T>(varden: &Regionvarden<T>) -> Location {
    let forst = Region::alla().map(|region| &varden.i(region).cell.location).min();
    forst.cloned().unwrap_or_default()
}
