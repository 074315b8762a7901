//! The sheets of rows: appropriation, agreements, annexes, adjustments, people and what is beside them.

use std::collections::BTreeMap;

use super::{Avtalsar, Bilaga, Justeringsrad, Medgivet};
use crate::contract::lakemedel;
use crate::contract::regleringsbrev::{
    self as contract, Anslagspost, Betalningsmottagare, Medel, Undertecknare,
};
use crate::contract::{Fact, FactPromise};
use crate::figure::{CellRef, Figure, Sourced};
use crate::grants::Reader;
use crate::grants::regleringsbrev::justering::{Grupp, Justering, Slag};
use crate::grants::regleringsbrev::messages::items as say;
use crate::grants::regleringsbrev::schema::{RESIDUAL_MANADER, ROLLER, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::region::Region;
use crate::swedish;
use crate::workbook::Book;
use crate::workbook::book::Row;

/// A whole number that the schema's limits make a count.
fn number(read: Sourced<i64>) -> Sourced<u32> {
    read.map(|number| {
        u32::try_from(number).unwrap_or_else(|_| panic!("the limits let {number} through"))
    })
}

/// Who gets a copy and who signs, which are printed as they stand.
pub(super) fn people(reader: &mut Reader<'_>) {
    let (kopior, cells) = reader.rows(sheet::KOPIOR, |row| row.text("mottagare"));
    reader.state(&contract::KOPIOR, kopior, cells);
    let [beslutar, _] = ROLLER;
    let (undertecknare, cells) = reader.rows(sheet::UNDERTECKNARE, |row| Undertecknare {
        beslutar: row.text("uppgift") == beslutar,
        namn: row.text("namn"),
        roll: row.text("roll"),
    });
    reader.state(&contract::UNDERTECKNARE, undertecknare, cells);
}

/// The items, and their facts; one that stands twice is reported.
pub(super) fn anslagsposter(reader: &mut Reader<'_>) -> Option<Vec<Figure<HelaKronor>>> {
    let sida = sheet::ANSLAGSPOSTER;
    let (mut rows, mut cells, mut poster) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut hela = true;
    for row in reader.book.rows(sida) {
        let (post, name, belopp) = (row.integer("post"), row.text("namn"), row.integer("belopp"));
        let Some(((post, name), _)) = post.map(number).zip(name).zip(belopp) else {
            hela = false;
            continue;
        };
        if poster.contains_key(&post.value) {
            let text = say::item_twice(&post.value);
            let problem = Problem::new(Code::I04, post.cell.location, text);
            reader.problems.add(problem.help(say::keep_one()));
            hela = false;
            continue;
        }
        let promise = contract::ANSLAGSPOST.at(post.value);
        poster.insert(post.value, reader.row_figure(sida, row, "belopp", &promise));
        cells.extend([post.cell, name.cell]);
        rows.push(Anslagspost { nummer: post.value, namn: name.value });
    }
    reader.state(&contract::ANSLAGSPOSTER, rows, cells);
    hela.then(|| poster.into_values().flatten().collect())
}

/// Every row of a sheet; none if something is missing in one, which has been reported.
fn all<T>(book: &Book, sida: &str, row: impl Fn(&Row) -> Option<T>) -> Option<Vec<T>> {
    book.rows(sida).iter().map(row).collect()
}

/// A value that läkemedelsförmånernas workbook states.
fn theirs<P: FactPromise>(reader: &Reader<'_>, promise: &P) -> Option<Sourced<P::Of>> {
    let (value, cells) = reader.report.stated(reader.year(), promise)?;
    Some(Sourced { value: value.clone(), cell: cells.first()?.clone() })
}

/// The agreement years. The decision on the agreement is as läkemedelsförmånerna state it where it does not stand
/// here; where it does, that the two say the same is a check's to say.
pub(super) fn avtal(reader: &Reader<'_>) -> Option<Vec<Avtalsar>> {
    let [_, placeras] = RESIDUAL_MANADER;
    let year = |ar| i32::try_from(ar).unwrap_or_else(|_| panic!("the limits let {ar} through"));
    all(reader.book, sheet::AVTAL, |row| {
        let ar = row.integer("avtalsar")?.map(year);
        let forra = ar.value < reader.year();
        let text = |field: &str, [arets, foregaende]: [&Fact<String>; 2]| {
            let promise = if forra { foregaende } else { arets };
            row.text(field).or_else(|| theirs(reader, promise))
        };
        let datum =
            [&lakemedel::AVTAL_GODKANT_REGERINGEN, &lakemedel::FOREGAENDE_GODKANT_REGERINGEN];
        let [arets, foregaende] = datum;
        let datum = if forra { foregaende } else { arets };
        Some(Avtalsar {
            ar,
            regeringsbeslut: text("regeringsbeslut", DECISION)?,
            datum: row.date("datum").or_else(|| theirs(reader, datum))?,
            diarienummer: text("diarienummer", REGISTERED)?,
            residual_placeras: row.text("residual")?.map(|word| word == placeras),
        })
    })
}

/// The decision on this year's agreement, and on last year's.
const DECISION: [&Fact<String>; 2] =
    [&lakemedel::AVTAL_REGERINGSBESLUT, &lakemedel::FOREGAENDE_REGERINGSBESLUT];
/// The diarienummer of this year's agreement, and of last year's.
const REGISTERED: [&Fact<String>; 2] =
    [&lakemedel::AVTAL_DIARIENUMMER, &lakemedel::FOREGAENDE_DIARIENUMMER];

pub(super) fn bilagor(book: &Book) -> Option<Vec<Bilaga>> {
    all(book, sheet::BILAGOR, |row| {
        Some(Bilaga {
            nummer: number(row.integer("nummer")?),
            first: number(row.integer("forsta_manad")?),
            last: number(row.integer("sista_manad")?),
        })
    })
}

pub(super) fn justeringar(reader: &mut Reader<'_>) -> Option<Vec<Justeringsrad>> {
    let (mut rader, mut whole) = (Vec::new(), true);
    for row in reader.book.rows(sheet::JUSTERINGAR) {
        let rad = justeringen(row, reader.problems);
        whole &= rad.is_some();
        rader.extend(rad);
    }
    whole.then_some(rader)
}

/// An adjustment, with its group where it is for profit and loss and without where it is for anything else.
fn justeringen(row: &Row, problems: &mut Problems) -> Option<Justeringsrad> {
    let word = row.text("justering")?;
    let slag = Slag::find(&word.value);
    let slag = slag.unwrap_or_else(|| panic!("{} is not among the choices", word.value));
    let grupp = row.text("grupp");
    let (text, expected, place) = match (slag, &grupp) {
        (Slag::VinstForlust, None) => {
            (say::without_group(), say::group_of_last_year(), Some(&word.cell))
        }
        (Slag::VinstForlust, Some(named)) if swedish::slug(&named.value).is_empty() => {
            (say::without_group(), say::group_of_last_year(), Some(&named.cell))
        }
        (Slag::VinstForlust, Some(_)) | (_, None) => {
            (say::without_group(), say::group_of_last_year(), None)
        }
        (_, Some(named)) => (
            say::group_of_another(&words::quoted(&slag.word())),
            say::no_group(),
            Some(&named.cell),
        ),
    };
    if let Some(place) = place {
        let problem = Problem::new(Code::R04, place.location.clone(), text);
        problems.add(problem.expected(expected));
        return None;
    }
    let named = grupp.as_ref().map(|named| Grupp::named(&named.value));
    Some(Justeringsrad {
        kind: Sourced { value: Justering { slag, grupp: named }, cell: word.cell },
        grupp: grupp.map(|named| named.cell),
        bilaga: number(row.integer("bilaga")?),
        manad: number(row.integer("manad")?),
        skal: row.text("skal")?,
    })
}

pub(super) fn medgivna(reader: &mut Reader<'_>) -> Option<Vec<Medgivet>> {
    let mut medgivna = Vec::new();
    for row in reader.book.rows(sheet::MEDGIVNA) {
        let (region, manad) = (row.text("region")?, number(row.integer("manad")?));
        let skal = row.text("skal")?;
        medgivna.push(regionen(reader, region).map(|region| Medgivet { region, manad, skal }));
    }
    medgivna.into_iter().collect()
}

fn regionen(reader: &mut Reader<'_>, read: Sourced<String>) -> Option<Sourced<Region>> {
    match Region::find(&read.value) {
        Ok(region) => Some(read.map(|_| region)),
        Err(nara) => {
            let text = say::no_region(&words::quoted(&read.value));
            let problem = Problem::new(Code::I05, read.cell.location, text);
            reader.problems.add(match nara {
                Some(nara) => problem.help(say::meant(&nara)),
                None => problem.expected(say::name_of_a_region()),
            });
            None
        }
    }
}

/// To whom each region's money is paid, and how sure that is; `None` if a number is missing or is none.
pub(super) fn betalningsmottagare(reader: &mut Reader<'_>) -> Option<()> {
    let nummer = reader.book.region_text(sheet::MOTTAGARE, "organisationsnummer")?;
    let cells = nummer.values().iter().map(|last| last.cell.clone()).collect();
    let mottagare = nummer.map(|_, last| Betalningsmottagare {
        organisationsnummer: last.value.clone(),
        status: last.cell.evidence.status,
    });
    reader.state(&contract::BETALNINGSMOTTAGARE, mottagare, cells);
    Some(())
}

/// The money on requisition; `None` if something of it is missing.
pub(super) fn medel(reader: &mut Reader<'_>) -> Option<()> {
    let medel = all(reader.book, sheet::MEDEL, |row| {
        let text = |id: &str| row.text(id).map(|last| last.value);
        Some(Medel {
            avdrag: swedish::slug(&text("avdrag")?),
            andamal: text("andamal"),
            rekvireras_senast: row.date("rekvireras_senast")?.value,
            redovisas_senast: row.date("redovisas_senast")?.value,
            villkor: text("villkor"),
        })
    })?;
    let cells = |row: &Row| row.iter().map(|(_, last)| last.cell.clone()).collect::<Vec<CellRef>>();
    let cells = reader.book.rows(sheet::MEDEL).iter().flat_map(cells).collect();
    reader.state(&contract::MEDEL, medel, cells);
    Some(())
}
