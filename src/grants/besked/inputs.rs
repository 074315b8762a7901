//! From the workbook's cells, and from the public figures of the decisions that it names, to the figures the rules
//! start from. Reads cells; the rules never see one.

use super::messages as say;
use super::rules::BESKED;
use super::schema::{WORKBOOK, sheet};
use crate::contract::besked::{self as contract, Ingaende, OvrigtMedel};
use crate::contract::{Person, beslut};
use crate::figure::Figure;
use crate::grants::{Names, Reader};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::{HelaKronor, Invanare, Kronor};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Book;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The year.
    pub ar: i32,
    /// The published amounts, the money of the decisions included, kr.
    pub meddelat: PerRegion<Figure<Kronor>>,
    /// The decisions whose money is in them.
    pub beslut: Vec<Beslutade>,
    /// Population.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The country's population; none where it is to be summed.
    pub folk: Option<Figure<Invanare>>,
    /// The amount spoken of, kr.
    pub omtalat: Figure<Kronor>,
    /// What it is rounded to the nearest of, kr.
    pub omtalat_steg: Figure<Kronor>,
}

/// The amounts of a decision.
#[derive(Clone, Debug)]
pub struct Beslutade {
    /// What is said of it.
    pub ingar: Ingaende,
    /// The regions' amounts.
    pub belopp: PerRegion<Figure<HelaKronor>>,
    /// Their sum.
    pub totalt: Figure<HelaKronor>,
}

/// Reads everything; `None` if something was missing or wrong, or if a decision did not come out: that was said when
/// the workbooks were read and the decision computed.
pub fn read(book: &Book, report: &mut Report, problems: &mut Problems) -> Option<Inputs> {
    let mut reader = Reader::new((contract::GRANT, &WORKBOOK), book, report, problems);
    reader.state_items();
    name_the_source(&mut reader);
    lists(&mut reader);
    let meddelat = reader.column(sheet::MEDEL, &contract::MEDDELAT);
    let omtalat = reader.figure(sheet::DOKUMENT, &contract::OMTALAT);
    let omtalat_steg = reader.figure(sheet::DOKUMENT, &contract::OMTALAT_STEG);
    let beslut = decisions(&mut reader);
    let befolkning = population(&mut reader, beslut.as_deref());
    let (befolkning, folk) = befolkning?;
    Some(Inputs {
        ar: book.year,
        meddelat: meddelat?,
        beslut: beslut?,
        befolkning,
        folk,
        omtalat: omtalat?,
        omtalat_steg: omtalat_steg?,
    })
}

/// The rules come from the notice of the year, as the workbook names its sender.
fn name_the_source(reader: &mut Reader<'_>) {
    let text = |id| reader.book.text(sheet::DOKUMENT, id).map(|read| read.value);
    if let Some(sender) = text("avsandare_departement") {
        let text = format!("beskedet om medel per region {} från {sender}", reader.year());
        reader.report.trace.name_source(BESKED, text);
    }
}

/// The decisions that the workbook names; none if one of them did not come out.
fn decisions(reader: &mut Reader<'_>) -> Option<Vec<Beslutade>> {
    let year = reader.year();
    let (mut all, mut cells, mut whole) = (Vec::new(), Vec::new(), true);
    for row in reader.book.rows(sheet::BESLUT) {
        let Some(name) = row.text("beslut") else {
            whole = false;
            continue;
        };
        let namn = Names::in_cell(&name.value);
        if all.iter().any(|one: &Beslutade| one.ingar.namn == namn) {
            let text = say::decision_twice(&words::quoted(&name.value));
            let problem = Problem::new(Code::I04, name.cell.location, text);
            reader.problems.add(problem.help(say::keep_one()));
            whole = false;
            continue;
        }
        let stated = |report: &Report, promise: &beslut::Text| {
            report.stated(year, &promise.at(&namn)).map(|(text, _)| text.clone())
        };
        let medel = stated(reader.report, &beslut::MEDEL);
        // It is there, or this would not be computed; what it lacks it has said itself.
        let Some((medel, medel_bestamd)) = medel.zip(stated(reader.report, &beslut::MEDEL_BESTAMD))
        else {
            whole = false;
            continue;
        };
        let promise = beslut::BELOPP.at(&namn);
        let belopp = reader.report.published_in_regions(year, &promise);
        let Some((belopp, totalt)) = belopp.zip(reader.report.published(year, &promise)) else {
            // It was computed, and not for the regions; else the decision has said why it was not.
            if reader.report.published(year, &promise).is_some() {
                let text = say::not_to_regions(&words::quoted(&name.value));
                reader.problems.add(Problem::new(Code::R04, name.cell.location, text));
            }
            whole = false;
            continue;
        };
        let [_, draft] = beslut::STATUS;
        let utkast = stated(reader.report, &beslut::BESLUT_STATUS).as_deref() == Some(draft);
        let ingar = Ingaende { namn, medel, medel_bestamd, utkast };
        all.push(Beslutade { ingar, belopp, totalt });
        cells.push(name.cell);
    }
    let stated = all.iter().map(|one| one.ingar.clone()).collect();
    reader.state(&contract::INGAR, stated, cells);
    whole.then_some(all)
}

/// The regions' population, and the country's, where that has been computed.
type Population = (PerRegion<Figure<Invanare>>, Option<Figure<Invanare>>);

/// The population of the workbook, else that of the first decision that has one; states the day.
fn population(reader: &mut Reader<'_>, decisions: Option<&[Beslutade]>) -> Option<Population> {
    let (year, book) = (reader.year(), reader.book);
    if let Some(read) = book.region_integer(sheet::BEFOLKNING, "befolkning") {
        let first = &read.values().first()?.cell;
        let Some(day) = first.evidence.as_of else {
            let problem = Problem::new(Code::I06, first.location.clone(), say::population_day());
            reader.problems.add(problem.help(say::write_the_day()));
            return None;
        };
        reader.state(&contract::BEFOLKNINGSDAG, day, vec![first.clone()]);
        let own = reader.column(sheet::BEFOLKNING, contract::BEFOLKNING.kept())?;
        return Some((own, None));
    }
    for decision in decisions? {
        let namn = &decision.ingar.namn;
        let promise = beslut::BEFOLKNING.at(namn);
        let found = reader.report.published_in_regions(year, &promise);
        let found = found.zip(reader.report.published(year, &promise));
        let columns = reader.report.stated(year, &beslut::KOLUMNER.at(namn));
        let day = columns.and_then(|(columns, cells)| {
            let column = columns.iter().zip(cells).find(|(column, _)| column.befolkning)?;
            Some((column.0.dag?, column.1.clone()))
        });
        if let Some(((befolkning, folk), (day, cell))) = found.zip(day) {
            reader.state(&contract::BEFOLKNINGSDAG, day, vec![cell]);
            return Some((befolkning, Some(folk)));
        }
    }
    let place = Location::field(WORKBOOK.file, sheet::BEFOLKNING, "befolkning");
    let problem = Problem::new(Code::I06, place, say::no_population());
    reader.problems.add(problem.help(say::fill_in_population()));
    None
}

fn lists(reader: &mut Reader<'_>) {
    let (persons, cells) = reader.rows(sheet::KONTAKTER, |row| Person {
        uppgift: String::new(),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: row.maybe("telefon"),
        e_post: row.maybe("e_post"),
    });
    reader.state(&contract::KONTAKTER, persons, cells);
    let (agreements, cells) =
        reader.rows(sheet::OVERENSKOMMELSER, |row| row.text("overenskommelse"));
    reader.state(&contract::OVERENSKOMMELSER, agreements, cells);
    let (others, cells) = reader.rows(sheet::OVRIGA, |row| OvrigtMedel {
        andamal: row.text("andamal"),
        grund: row.maybe("grund"),
        cirka: row.text("noggrannhet") == "cirka",
        delvis_preliminart: row.text("preliminart") == "delvis",
    });
    reader.state(&contract::OVRIGA, others, cells);
    for (number, row) in (1_usize..).zip(reader.book.rows(sheet::OVRIGA)) {
        reader.row_figure(sheet::OVRIGA, row, "belopp", &contract::OVRIGA_MEDEL.at(number));
    }
}
