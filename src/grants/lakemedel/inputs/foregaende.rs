//! The year before: from its sheets, and its grants from its archived documents if they were put among
//! the inputs. Where both say what a region got, they must say the same.

use super::{Foregaende, residual, trappa};
use crate::arkiv::Arkiv;
use crate::contract::{RegionalPromise, lakemedel as contract};
use crate::figure::{Cellvarde, Figure};
use crate::grants::Reader;
use crate::grants::lakemedel::schema::{ARBETSBOK, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::HelaKronor;
use crate::region::{ANTAL, PerRegion, Region};
use crate::svenska;

/// A region's grant as it was published, and where that stands.
type Publicerat = PerRegion<Cellvarde<i64>>;

/// Reads last year.
pub(super) fn read(reader: &mut Reader<'_>, arkiv: &Arkiv) -> Option<Foregaende> {
    let (sida, riket) = (blad::FOREGAENDE, blad::FOREGAENDE_RIKET);
    let befolkning = reader.column(sida, &contract::FOREGAENDE_BEFOLKNING);
    let behovsmodell = reader.column(sida, &contract::FOREGAENDE_BEHOVSMODELL);
    let solidariskt_netto = reader.column(sida, &contract::FOREGAENDE_SOLIDARISKT_NETTO);
    let utfall = reader.column(sida, &contract::FOREGAENDE_SOLIDARISKT_UTFALL);
    let statsbidrag = statsbidrag(reader, arkiv);
    let kostnad = reader.figure(riket, &contract::FOREGAENDE_SOLIDARISK_KOSTNAD);
    let finansiering = reader.figure(riket, &contract::FOREGAENDE_FINANSIERING);
    let trappa = trappa::read(reader, &trappa::FOREGAENDE);
    let residual = residual::foregaende(reader);
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
fn statsbidrag(reader: &mut Reader<'_>, arkiv: &Arkiv) -> Option<PerRegion<Figure<HelaKronor>>> {
    let ifyllt = reader.book.region_heltal(blad::FOREGAENDE, "foregaende_statsbidrag");
    let arkiverat = arkiverat(reader, arkiv)?;
    if let (Some(ifyllt), Some(arkiverat)) = (&ifyllt, &arkiverat) {
        samma(reader, ifyllt, arkiverat);
    }
    let Some(valt) = arkiverat.or(ifyllt) else {
        // What is wrong on the sheet may be the very column.
        if fel_pa(reader, blad::FOREGAENDE) {
            return None;
        }
        reader.problems.add(
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
    let valt = valt.map(|_, cell| cell.clone().map(HelaKronor::fran_heltal));
    Some(reader.leaves(&contract::FOREGAENDE_STATSBIDRAG, &valt))
}

/// Whether a problem of a sheet has been reported.
fn fel_pa(reader: &Reader<'_>, sida: &str) -> bool {
    let platser = reader.problems.iter().map(|problem| &problem.location);
    platser
        .into_iter()
        .any(|plats| plats.file == ARBETSBOK.fil && plats.sheet.as_deref() == Some(sida))
}

#[expect(clippy::option_option, reason = "not archived and not usable are two answers")]
/// Last year's grants out of its archived documents: of all regions or of none.
fn arkiverat(reader: &mut Reader<'_>, arkiv: &Arkiv) -> Option<Option<Publicerat>> {
    let forra = reader.year() - 1;
    let hitta = |region: Region| arkiv.heltal(&contract::STATSBIDRAG.in_region(forra, region).id);
    let saknas: Vec<_> = Region::alla().filter(|region| hitta(*region).is_none()).collect();
    if saknas.len() == ANTAL {
        return Some(None);
    }
    let finns = Region::alla().find_map(hitta);
    let fil = finns.map(|cell| Location::file(cell.cell.location.file)).unwrap_or_default();
    let Some(arkiverat) = PerRegion::kanske(hitta) else {
        let namn: Vec<_> = saknas.into_iter().map(Region::kortnamn).collect();
        let text =
            format!("filen har inte statsbidraget {} för {}", forra, svenska::upprakning(&namn));
        let problem = Problem::new(Code::F08, fil, text);
        reader.problems.add(
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
        reader.problems.add(Problem::new(Code::F08, plats, text).expected("minst 1 kr"));
    }
    noll.is_empty().then_some(Some(arkiverat))
}

fn samma(reader: &mut Reader<'_>, ifyllt: &Publicerat, arkiverat: &Publicerat) {
    let kr = |belopp: i64| svenska::tal(&belopp.into(), 0);
    for (region, har) in ifyllt.iter() {
        let dar = &arkiverat[region];
        if har.value != dar.value {
            let text = format!(
                "{region} fick {} kr, men {} kr enligt {}",
                kr(har.value),
                kr(dar.value),
                dar.cell.location
            );
            reader.problems.add(
                Problem::new(Code::R04, har.cell.location.clone(), text)
                    .expected("samma belopp på kronan")
                    .help("rätta kolumnen, töm den, eller ta bort den arkiverade filen"),
            );
        }
    }
}
