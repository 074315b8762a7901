//! The year before: from its sheets, and its grants from its archived documents if they were put among
//! the inputs. Where both are there they agree, which is asked of every field that the year before came to.

use super::{Foregaende, avdrag, delar, manadsplan, residual, trappa};
use crate::archive::Archive;
use crate::contract::{RegionalPromise, lakemedel as contract};
use crate::figure::{Figure, Sourced};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::problem::{Code, Location, Message, Problem};
use crate::quantity::HelaKronor;
use crate::region::{COUNT, PerRegion, Region};

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
    let plan = manadsplan::read(reader, &manadsplan::FOREGAENDE);
    let avdrag = avdrag::foregaende(reader);
    if let Some(Some(all)) = &avdrag {
        avdrag::renamed(reader, all);
    }
    let aterbaring = reader.figure(riket, &contract::FOREGAENDE_ATERBARING);
    let delar = delar::read(reader, &delar::FOREGAENDE, aterbaring);
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
        plan: plan?,
        avdrag: avdrag?,
        delar: delar?,
    })
}

/// The archived grants before those of the sheet.
fn statsbidrag(
    reader: &mut Reader<'_>,
    archive: &Archive,
) -> Option<PerRegion<Figure<HelaKronor>>> {
    let ifyllt = reader.book.region_integer(sheets::FOREGAENDE, "foregaende_statsbidrag");
    let arkiverat = arkiverat(reader, archive)?;
    let Some(valt) = arkiverat.or(ifyllt) else {
        // What is wrong on the sheet may be the very column.
        if fel_pa(reader, sheets::FOREGAENDE) {
            return None;
        }
        reader.problems.add(
            Problem::new(
                Code::I06,
                Location::field(WORKBOOK.file, sheets::FOREGAENDE, "foregaende_statsbidrag"),
                say::last_year_missing(),
            )
            .expected(say::column_for_all_regions())
            .help(say::or_archive_it()),
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
    let missing: Vec<_> = Region::all().filter(|region| hitta(*region).is_none()).collect();
    if missing.len() == COUNT {
        return Some(None);
    }
    let exists = Region::all().find_map(hitta);
    let file = exists.map(|cell| Location::file(cell.cell.location.file)).unwrap_or_default();
    let Some(arkiverat) = PerRegion::perhaps(hitta) else {
        let names = missing.into_iter().map(Region::short_name).map(Message::alike);
        let text = say::archive_lacks(&forra, &Message::all_of(&names.collect::<Vec<_>>()));
        let problem = Problem::new(Code::F08, file, text);
        reader
            .problems
            .add(problem.expected(say::all_or_none(&COUNT)).help(say::archive_it_whole()));
        return None;
    };
    let noll: Vec<_> = arkiverat.iter().filter(|(_, cell)| cell.value <= 0).collect();
    for (region, cell) in &noll {
        let text = say::archived_amount(region, &cell.value);
        let place = cell.cell.location.clone();
        reader
            .problems
            .add(Problem::new(Code::F08, place, text).expected(say::one_krona_at_least()));
    }
    noll.is_empty().then_some(Some(arkiverat))
}
