//! The year before: from its sheets, and its grants from its archived documents if they were put among
//! the inputs. Where both say what a region got, they must say the same.

use super::{Foregaende, Lasare};
use crate::figure::{Cellvarde, Figure, Namn};
use crate::grants::lakemedel::ID;
use crate::grants::lakemedel::schema::{ARBETSBOK, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::{HelaKronor, Invanare, KronorPerInvanare};
use crate::region::{ANTAL, PerRegion, Region};
use crate::report::svenska;

/// A region's grant as it was published, and where that stands.
type Publicerat = PerRegion<Cellvarde<i64>>;

impl Lasare<'_> {
    pub(super) fn foregaende(&mut self) -> Option<Foregaende> {
        let (sida, riket) = (blad::FOREGAENDE, blad::FOREGAENDE_RIKET);
        let befolkning = self.region_heltal(sida, "foregaende_befolkning", Invanare::fran_heltal);
        let behovsmodell =
            self.region_decimal(sida, "foregaende_behovsmodell", KronorPerInvanare::from);
        let solidariskt_netto =
            self.region_decimal(sida, "foregaende_solidariskt_netto", KronorPerInvanare::from);
        let utfall =
            self.region_decimal(sida, "foregaende_solidariskt_utfall", KronorPerInvanare::from);
        let statsbidrag = self.foregaende_statsbidrag();
        let kostnad = self.hela(riket, "foregaende_solidarisk_kostnad");
        let finansiering = self.decimal(riket, "foregaende_finansiering", KronorPerInvanare::from);
        let trappa = self.trappa(blad::FOREGAENDE_TRAPPA, "foregaende_trappa");
        let residual = self.foregaende_residual();
        // Printed as published; no rule computes with it.
        utfall?;
        Some(Foregaende {
            befolkning: befolkning?,
            behovsmodell: behovsmodell?,
            solidariskt_netto: solidariskt_netto?,
            statsbidrag: statsbidrag?,
            kostnad: kostnad?,
            finansiering: finansiering?,
            trappa: trappa?,
            residual: residual?,
        })
    }

    /// The archived grants before those of the sheet.
    fn foregaende_statsbidrag(&mut self) -> Option<PerRegion<Figure<HelaKronor>>> {
        let id = "foregaende_statsbidrag";
        let ifyllt = self.bok.region_heltal(blad::FOREGAENDE, id);
        let arkiverat = self.arkiverat_statsbidrag()?;
        if let (Some(ifyllt), Some(arkiverat)) = (&ifyllt, &arkiverat) {
            self.samma_statsbidrag(ifyllt, arkiverat);
        }
        let Some(valt) = arkiverat.or(ifyllt) else {
            // What is wrong on the sheet may be the very column.
            if self.fel_pa(blad::FOREGAENDE) {
                return None;
            }
            self.problems.add(
                Problem::new(
                    Code::I06,
                    Location::sheet(ARBETSBOK.fil, blad::FOREGAENDE),
                    "föregående års statsbidrag saknas",
                )
                .expected("kolumnen Statsbidrag ifylld för alla regioner")
                .help("eller lägg föregående års cirkular.json i mappen foregaende-ar"),
            );
            return None;
        };
        Some(self.regioner(id, &valt, HelaKronor::fran_heltal))
    }

    /// Whether a problem of a sheet has been reported.
    fn fel_pa(&self, sida: &str) -> bool {
        let platser = self.problems.iter().map(|problem| &problem.location);
        platser
            .into_iter()
            .any(|plats| plats.file == ARBETSBOK.fil && plats.sheet.as_deref() == Some(sida))
    }

    #[expect(clippy::option_option, reason = "not archived and not usable are two answers")]
    /// Last year's grants out of its archived documents: of all regions or of none.
    fn arkiverat_statsbidrag(&mut self) -> Option<Option<Publicerat>> {
        let forra = Namn::ny(ID, self.bok.ar - 1);
        let hitta = |region: Region| self.arkiv.heltal(&forra.region(region, "statsbidrag"));
        let saknas: Vec<_> = Region::alla().filter(|region| hitta(*region).is_none()).collect();
        if saknas.len() == ANTAL {
            return Some(None);
        }
        let finns = Region::alla().find_map(hitta);
        let fil = finns.map(|cell| Location::file(cell.cell.location.file)).unwrap_or_default();
        let Some(arkiverat) = PerRegion::kanske(hitta) else {
            let namn: Vec<_> = saknas.into_iter().map(Region::kortnamn).collect();
            let text = format!(
                "filen har inte statsbidraget {} för {}",
                self.bok.ar - 1,
                svenska::upprakning(&namn)
            );
            let problem = Problem::new(Code::F08, fil, text);
            self.problems.add(
                problem
                    .expected(format!("{ANTAL} regioners statsbidrag, eller ingens"))
                    .help("lägg hela föregående års cirkular.json i mappen"),
            );
            return None;
        };
        let noll: Vec<_> = arkiverat.iter().filter(|(_, cell)| cell.value <= 0).collect();
        for (region, cell) in &noll {
            let text = format!("{region} fick {} kr i statsbidrag", cell.value);
            let plats = cell.cell.location.clone();
            self.problems.add(Problem::new(Code::F08, plats, text).expected("minst 1 kr"));
        }
        noll.is_empty().then_some(Some(arkiverat))
    }

    fn samma_statsbidrag(&mut self, ifyllt: &Publicerat, arkiverat: &Publicerat) {
        let kr = |belopp: i64| svenska::tal(&belopp.into(), 0);
        for (region, har) in ifyllt.iter() {
            let dar = arkiverat.i(region);
            if har.value != dar.value {
                let text = format!(
                    "{region} fick {} kr, men {} kr enligt {}",
                    kr(har.value),
                    kr(dar.value),
                    dar.cell.location
                );
                self.problems.add(
                    Problem::new(Code::R04, har.cell.location.clone(), text)
                        .expected("samma belopp på kronan")
                        .help("rätta kolumnen, töm den, eller ta bort den arkiverade filen"),
                );
            }
        }
    }
}
