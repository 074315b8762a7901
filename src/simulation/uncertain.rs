//! The workbook `osakerhet.xlsx`: which cells are uncertain, and how. What each sheet holds, and how it is read.

use std::collections::BTreeSet;

use super::data::Osaker;
use super::inputs::{Input, Inputs};
use super::messages as say;
use super::sample::{Spread, Uncertain};
use crate::figure::Sourced;
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem, Problems};
use crate::quantity::{Decimal, Exact};
use crate::workbook::schema::{
    Field, Kind, Layout, Measure, ROW, SheetSchema, THIS_YEAR, WorkbookSchema,
};
use crate::workbook::{Book, Row, number};

/// The sheets.
const YEAR: &str = "Om";
const UNCERTAIN: &str = "Osäkert";

/// The ways a number may be spread, as the workbook says them.
const EVEN: &str = "jämn";
const TRIANGLE: &str = "triangel";
const NORMAL: &str = "normal";

/// What bounds are of.
const VALUE: &str = "värde";
const PERCENT: &str = "procent";

/// A bound, in the unit of the cell or in percent.
const BOUND: Kind = Kind::decimal(Measure::Weight, (-1_000_000_000_000, 1_000_000_000_000), 6);

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "osakerhet.xlsx",
    title: "Osäkra uppgifter",
    about: "Vilka uppgifter i årets arbetsböcker som är osäkra, och hur mycket. statsbidrag simulate --sample drar dem många gånger och visar hur långt ifrån beräkningen beloppen kan hamna. Inget beslut bygger på det.",
    year: (YEAR, "ar"),
    sheets: &[
        SheetSchema {
            name: YEAR,
            about: "Det år som de osäkra uppgifterna hör till.",
            required: true,
            layout: Layout::Items(&[
                Field::new("ar", "År", THIS_YEAR, "Arbetsböckernas år.").this_year()
            ]),
        },
        SheetSchema {
            name: UNCERTAIN,
            about: "En rad per osäker uppgift. Varje cell dras för sig, oberoende av de andra.",
            required: true,
            layout: Layout::Lista { columns: COLUMNS, keys: &[] },
        },
    ],
};

static COLUMNS: &[Field] = &[
    Field::new(
        "uppgift",
        "Uppgift",
        ROW,
        "Siffrans namn, till exempel lakemedel.2024.riket.avdrag_ihsi_kurs, eller cellens plats: Befolkning!Skåne. Stjärna står för alla: Befolkning!*.",
    ),
    Field::new(
        "spridning",
        "Spridning",
        Kind::Options(&[EVEN, TRIANGLE, NORMAL]),
        "jämn: allt mellan lägst och högst är lika troligt. triangel: det troligaste är mest troligt. normal: en dragning av tjugo hamnar utanför lägst och högst.",
    ),
    Field::new(
        "matt",
        "Mått",
        Kind::Options(&[VALUE, PERCENT]),
        "värde: lägst och högst står i cellens enhet. procent: de är förändringar av det som står i cellen, till exempel -2 och 2.",
    ),
    Field::new(
        "lagst",
        "Lägst",
        BOUND,
        "Det lägsta värdet, eller den största minskningen i procent.",
    ),
    Field::new("troligast", "Troligast", BOUND, "Det troligaste värdet; bara för triangel.")
        .optional(),
    Field::new("hogst", "Högst", BOUND, "Det högsta värdet, eller den största ökningen i procent."),
];

/// What a workbook says is uncertain, with how it is told.
///
/// # Errors
/// Rows that name no number, or whose bounds the cell could not hold.
pub fn uncertain<'i>(
    book: &Book,
    inputs: &'i Inputs<'_>,
    year: i32,
) -> Result<Vec<(Uncertain<'i>, Osaker)>, Problems> {
    let mut problems = Problems::new();
    if book.year != year {
        let place = Location::field(&book.file, YEAR, "ar");
        let place = book.cell_of(&place).unwrap_or(place);
        problems.add(Problem::new(Code::I05, place, say::another_year(&book.year, &year)));
    }
    let mut all = Vec::new();
    let mut taken: BTreeSet<&Location> = BTreeSet::new();
    for row in book.rows(UNCERTAIN) {
        let read = row_of(row, inputs, &mut problems);
        let Some((one, told)) = read else { continue };
        let again = one.inputs.iter().any(|input| !taken.insert(&input.place));
        if again && let Some(name) = row.text("uppgift") {
            let text = say::twice(&words::quoted(name.value.as_str()));
            problems.add(Problem::new(Code::I06, name.cell.location, text));
        }
        all.push((one, told));
    }
    if problems.stop() { Err(problems) } else { Ok(all) }
}

fn row_of<'i>(
    row: &Row,
    inputs: &'i Inputs<'_>,
    problems: &mut Problems,
) -> Option<(Uncertain<'i>, Osaker)> {
    let name = row.text("uppgift")?;
    let mut wrong = |place: Location, text: Message| {
        problems.add(Problem::new(Code::I08, place, text));
    };
    let found = match inputs.find(&name.value) {
        Ok(found) => found,
        Err(text) => {
            wrong(name.cell.location, text);
            return None;
        }
    };
    if !found.iter().all(|input| input.is_a_size()) {
        wrong(name.cell.location, say::not_uncertain(&words::quoted(name.value.as_str())));
        return None;
    }
    let (least, greatest) = (row.decimal("lagst")?, row.decimal("hogst")?);
    let (spread, measure) = (row.text("spridning")?.value, row.text("matt")?.value);
    let percent = measure == PERCENT;
    if least.value >= greatest.value {
        wrong(greatest.cell.location, say::bounds_in_order());
        return None;
    }
    let likeliest = row.decimal("troligast");
    let spread = match (spread.as_str(), &likeliest) {
        (TRIANGLE, Some(top)) if top.value >= least.value && top.value <= greatest.value => {
            Spread::Triangle(Exact::from(top.value))
        }
        (TRIANGLE, _) => {
            let place = likeliest.map_or(greatest.cell.location, |top| top.cell.location);
            wrong(place, say::likeliest_between());
            return None;
        }
        (_, Some(top)) => {
            wrong(top.cell.location.clone(), say::likeliest_only_of_triangles());
            return None;
        }
        (EVEN, None) => Spread::Even,
        _ => Spread::Normal,
    };
    let bounds = [&least, &greatest].map(|bound| Exact::from(bound.value));
    for (bound, at) in bounds.iter().zip([&least, &greatest]) {
        if let Some(text) = found.iter().find_map(|input| beyond(input, bound, percent)) {
            wrong(at.cell.location.clone(), text);
        }
    }
    let told = told(&name.value, found.len(), &spread, [&least, &greatest], percent);
    Some((Uncertain { inputs: found, spread, bounds, percent }, told))
}

/// Why a cell could not hold a bound; none if it could.
fn beyond(input: &Input, bound: &Exact, percent: bool) -> Option<Message> {
    let number = if percent {
        Exact::from(input.value) * (bound.clone() + Exact::from(100)) / Exact::from(100)
    } else {
        bound.clone()
    };
    let nearest = Exact::from(input.within(number.clone()));
    // What is beyond its limits is moved by more than its decimals could be.
    let moved = (nearest - number.clone()).amount() >= Exact::from(1);
    moved.then(|| {
        let text = crate::swedish::short_number(&number, 6);
        say::beyond_the_cell(&format!("{text} ({})", input.name()))
    })
}

/// How something is spread, in words.
fn told(
    uppgift: &str,
    celler: usize,
    spread: &Spread,
    [least, greatest]: [&Sourced<Decimal>; 2],
    percent: bool,
) -> Osaker {
    let unit = if percent { "\u{a0}%" } else { "" };
    let (least, greatest) = (number::write(least.value), number::write(greatest.value));
    let spridning = match spread {
        Spread::Even => format!("jämn, {least}{unit} till {greatest}{unit}"),
        Spread::Triangle(top) => {
            let top = crate::swedish::short_number(top, 6);
            format!("triangel, {least}{unit} till {greatest}{unit}, troligast {top}{unit}")
        }
        Spread::Normal => format!("normal, 95\u{a0}% mellan {least}{unit} och {greatest}{unit}"),
    };
    Osaker { uppgift: uppgift.to_owned(), celler, spridning }
}
