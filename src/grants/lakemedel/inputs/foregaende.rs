//! The year before: from its sheets, and its grants from its archived documents if they were put among
//! the inputs. Where both say what a region got, they must say the same.

use super::{Foregaende, residual, trappa};
use crate::archive::Archive;
use crate::contract::{RegionalPromise, lakemedel as contract};
use crate::figure::{Figure, Sourced};
use crate::grants::Reader;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::problem::{Code, Location, Problem};
use crate::quantity::HelaKronor;
use crate::region::{COUNT, PerRegion, Region};
use crate::swedish;

/// A region's grant as it was published, and where that stands.
type PublishedTable = PerRegion<Sourced<i64>>;

/// Reads last year.
pub(super) fn read(reader: &mut Reader<'_>, archive: &Archive) -> Option<Foregaende> {
    let (sida, riket) = (sheets::FOREGAENDE, sheets::FOREGAENDE_RIKET);
    let befolkning = reader.column(sida, &contract::FOREGAENDE_BEFOLKNING);
    let behovsmodell = reader.column(sida, &contract::FOREGAENDE_BEHOVSMODELL);
    let solidariskt_netto = reader.column(sida, &contract::FOREGAENDE_SOLIDARISKT_NETTO);
    let utfall = reader.column(sida, &contract::FOREGAENDE_SOLIDARISKT_UTFALL);
    let statsbidrag = statsbidrag(reader, archive);
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
fn statsbidrag(
    reader: &mut Reader<'_>,
    archive: &Archive,
) -> Option<PerRegion<Figure<HelaKronor>>> {
    let ifyllt = reader.book.region_integer(sheets::FOREGAENDE, "foregaende_statsbidrag");
    let arkiverat = arkiverat(reader, archive)?;
    if let (Some(ifyllt), Some(arkiverat)) = (&ifyllt, &arkiverat) {
        same(reader, ifyllt, arkiverat);
    }
    let Some(valt) = arkiverat.or(ifyllt) else {
        // What is wrong on the sheet may be the very column.
        if fel_pa(reader, sheets::FOREGAENDE) {
            return None;
        }
        reader.problems.add(
            Problem::new(
                Code::I06,
                Location::sheet(WORKBOOK.file, sheets::FOREGAENDE),
                "föregående års statsbidrag saknas",
            )
            .expected("kolumnen Statsbidrag ifylld för alla regioner")
            .help("eller lägg föregående års cirkular.json i mappen foregaende-ar"),
        );
        return None;
    };
    let valt = valt.map(|_, cell| cell.clone().map(HelaKronor::from_integer));
    Some(reader.leaves(&contract::FOREGAENDE_STATSBIDRAG, &valt))
}

/// Whether a problem of a sheet has been reported.
fn fel_pa(reader: &Reader<'_>, sida: &str) -> bool {
    let places = reader.problems.iter().map(|problem| &problem.location);
    places
        .into_iter()
        .any(|place| place.file == WORKBOOK.file && place.sheet.as_deref() == Some(sida))
}

#[expect(clippy::option_option, reason = "not archived and not usable are two answers")]
/// Last year's grants out of its archived documents: of all regions or of none.
fn arkiverat(reader: &mut Reader<'_>, archive: &Archive) -> Option<Option<PublishedTable>> {
    let forra = reader.year() - 1;
    let hitta =
        |region: Region| archive.integer(&contract::STATSBIDRAG.in_region(forra, region).id);
    let is_missing: Vec<_> = Region::all().filter(|region| hitta(*region).is_none()).collect();
    if is_missing.len() == COUNT {
        return Some(None);
    }
    let exists = Region::all().find_map(hitta);
    let file = exists.map(|cell| Location::file(cell.cell.location.file)).unwrap_or_default();
    let Some(arkiverat) = PerRegion::perhaps(hitta) else {
        let name: Vec<_> = is_missing.into_iter().map(Region::short_name).collect();
        let text =
            format!("filen har inte statsbidraget {} för {}", forra, swedish::enumeration(&name));
        let problem = Problem::new(Code::F08, file, text);
        reader.problems.add(
            problem
                .expected(format!("{COUNT} regioners statsbidrag, eller ingens"))
                .help("lägg hela föregående års cirkular.json i mappen"),
        );
        return None;
    };
    let noll: Vec<_> = arkiverat.iter().filter(|(_, cell)| cell.value <= 0).collect();
    for (region, cell) in &noll {
        let text = format!("{region} fick {} kr i statsbidrag", cell.value);
        let place = cell.cell.location.clone();
        reader.problems.add(Problem::new(Code::F08, place, text).expected("minst 1 kr"));
    }
    noll.is_empty().then_some(Some(arkiverat))
}

fn same(reader: &mut Reader<'_>, ifyllt: &PublishedTable, arkiverat: &PublishedTable) {
    let kr = |belopp: i64| swedish::number(&belopp.into(), 0);
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
