//! The decision's paragraphs, in which items in braces stand for what the program knows.

use super::kolumner::described;
use crate::contract::beslut::{self as contract, Bit, Falt, Kolumn, Stycke, Ytterst};
use crate::grants::Reader;
use crate::grants::beslut::beginning;
use crate::grants::beslut::messages as say;
use crate::grants::beslut::schema::{DOKUMENT, sheet};
use crate::grants::braces::{Piece, folded, pieces};
use crate::grants::messages as braces;
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::workbook::book::Recipients;
use crate::workbook::schema::Kind;
use crate::workbook::text::{nearest, normalized};

/// What the sum of the population is called in braces, and the mean per inhabitant; only where there is a population.
const BEFOLKNING: &str = "befolkning";
const PER_INVANARE: &str = "per invånare";
/// What the day of a column begins with; the rest is the column's heading.
const DAG: &str = "dag ";

/// How a decision says what bears the expenditure, and when the amounts are paid.
const OF_THE_ANSLAG: &str = "Utgiften ska belasta {anslaget}.";
const OF_THE_PAYMENT: &str = "{Betalande myndighet} ska betala ut beloppen {Utbetalning}.";

/// What a text may name.
struct Known {
    /// Each item as it is written, and what it stands for.
    fields: Vec<(String, Falt)>,
    /// The columns that do not say which day they hold for.
    undated: Vec<usize>,
}

/// States the paragraphs.
pub(super) fn state(reader: &mut Reader<'_>, namn: &str, recipients: &Recipients) {
    no_braces_elsewhere(reader);
    // What is wrong with a pot or a column is said there; that it is named is not wrong.
    let pots = reader.book.rows(sheet::POTTER).len();
    let known = known(&described(recipients), pots.max(1));
    let [_, efter] = contract::PLATS;
    let (mut all, mut cells) = (Vec::new(), Vec::new());
    let mut whole = true;
    for row in reader.book.rows(sheet::TEXTER) {
        let read = (row.text("rubrik"), row.text("plats"), row.text("stycke"));
        let (Some(rubrik), Some(plats), Some(stycke)) = read else { continue };
        if beginning::TO_WRITE.iter().any(|text| normalized(text) == normalized(&stycke.value)) {
            let problem = Problem::new(Code::I20, stycke.cell.location, say::not_written());
            reader.problems.add(problem.help(say::write_it_or_remove()));
            whole = false;
            continue;
        }
        let pieces = match pieces(&stycke.value) {
            Ok(pieces) => pieces,
            Err(text) => {
                let problem = Problem::new(Code::I20, stycke.cell.location.clone(), text);
                reader.problems.add(problem.expected(braces::item_in_braces()));
                whole = false;
                continue;
            }
        };
        let count = pieces.len();
        let bitar = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(Bit::Text(text)),
            Piece::Field(name) => field(reader, &name, &known, &stycke.cell.location),
        });
        let bitar: Vec<_> = bitar.collect();
        whole &= bitar.len() == count;
        all.push(Stycke { rubrik: rubrik.value, efter: plats.value == efter, bitar });
        cells.extend([rubrik.cell, plats.cell, stycke.cell]);
    }
    if let Some(last) = cells.last().filter(|_| whole) {
        unsaid(reader, &all, &last.location);
    }
    reader.state(&contract::TEXTER.at(namn), all, cells);
}

/// Texts of other sheets, and other columns, that are printed as they stand.
const PRINTED: [(&str, &str); 6] = [
    (sheet::TEXTER, "rubrik"),
    (sheet::POTTER, "pott"),
    (sheet::JUSTERINGAR, "skal"),
    (sheet::UNDERTECKNARE, "namn"),
    (sheet::UNDERTECKNARE, "roll"),
    (sheet::KOPIOR, "kopia"),
];

/// That nothing else that is printed has braces: they are filled in in paragraphs only.
fn no_braces_elsewhere(reader: &mut Reader<'_>) {
    let book = reader.book;
    let texts = DOKUMENT.iter().filter(|field| matches!(field.kind, Kind::Text { .. }));
    let items = texts.filter_map(|field| book.text(sheet::DOKUMENT, field.id));
    let rows = PRINTED
        .into_iter()
        .flat_map(|(page, id)| book.rows(page).iter().filter_map(move |row| row.text(id)));
    for read in items.chain(rows).filter(|read| read.value.contains(['{', '}'])) {
        let text = say::braces_only_in_paragraphs(&words::quoted(&read.value));
        let problem = Problem::new(Code::I20, read.cell.location, text);
        reader.problems.add(problem.help(say::write_without_braces()));
    }
}

/// Says so where no paragraph names the anslag, or when the amounts are paid: neither is printed anywhere else.
fn unsaid(reader: &mut Reader<'_>, paragraphs: &[Stycke], place: &Location) {
    let bits = || paragraphs.iter().flat_map(|one| &one.bitar);
    let item = |id: &str| reader.book.text(sheet::DOKUMENT, id).map(|read| normalized(&read.value));
    let is_said = |named: &[Falt], id: &str| {
        let words = item(id).unwrap_or_default();
        bits().any(|bit| match bit {
            Bit::Falt(field) => named.contains(field),
            Bit::Text(text) => !words.is_empty() && normalized(text).contains(&words),
        })
    };
    let anslag = [Falt::Anslaget, Falt::Uppgift("beslut_anslag")];
    let payment = [Falt::Uppgift("utbetalning"), Falt::Datum("utbetalningsdag")];
    let all = [
        (is_said(&anslag, "beslut_anslag"), say::anslag_unsaid(), OF_THE_ANSLAG),
        (is_said(&payment, "utbetalning"), say::payment_unsaid(), OF_THE_PAYMENT),
    ];
    for (_, text, example) in all.into_iter().filter(|(is_said, ..)| !is_said) {
        let problem = Problem::new(Code::R08, place.clone(), text);
        reader.problems.add(problem.help(say::write_for_example(&example)));
    }
}

/// What an item in braces stands for; none if it is not there, which is reported.
fn field(reader: &mut Reader<'_>, name: &str, known: &Known, location: &Location) -> Option<Bit> {
    let wanted = alias(name);
    let found =
        known.fields.iter().find(|(own, _)| alias(own) == wanted).map(|(_, field)| field.clone());
    let problem = match &found {
        None => Some(not_there(name, known, location)),
        Some(field) if !has_value(reader, known, field) => {
            // That a required item is empty has been said in its own cell.
            if is_required(field) {
                return None;
            }
            let text = braces::no_value(&words::quoted(&format!("{{{name}}}")));
            let problem = Problem::new(Code::I20, location.clone(), text);
            Some(problem.help(braces::give_it_a_value()))
        }
        Some(_) => None,
    };
    match problem {
        Some(problem) => {
            reader.problems.add(problem);
            None
        }
        None => found.map(Bit::Falt),
    }
}

/// That an item in braces is not there, with the nearest of those that are.
fn not_there(name: &str, known: &Known, location: &Location) -> Problem {
    let wanted = alias(name);
    let all: Vec<_> =
        known.fields.iter().map(|(own, _)| Message::alike(format!("{{{own}}}"))).collect();
    let text = braces::no_field(&words::quoted(&format!("{{{name}}}")));
    let problem = Problem::new(Code::I20, location.clone(), text)
        .expected(braces::fields_are(&Message::any_of(&all)));
    if [BEFOLKNING, PER_INVANARE].iter().any(|own| alias(own) == wanted) {
        return problem.help(say::only_of_population());
    }
    // A day is that of a column: what it is called is what comes after.
    let is_day = |own: &str| own.starts_with(DAG);
    let names = || known.fields.iter().map(|(own, _)| own.as_str());
    let near = if wanted.starts_with(DAG) {
        nearest(name, names().filter(|own| is_day(own))).or_else(|| names().find(|own| is_day(own)))
    } else {
        nearest(name, names())
    };
    match near {
        Some(near) => problem.help(braces::did_you_mean(&format!("{{{near}}}"))),
        None => problem,
    }
}

/// Whether it is an item of the sheet Dokument that must be filled in.
fn is_required(field: &Falt) -> bool {
    let (Falt::Uppgift(id) | Falt::Datum(id)) = field else { return false };
    DOKUMENT.iter().any(|field| field.id == *id && field.required)
}

/// Whether the workbook has what an optional field stands for.
fn has_value(reader: &Reader<'_>, known: &Known, field: &Falt) -> bool {
    match field {
        Falt::Uppgift(id) => reader.book.text(sheet::DOKUMENT, id).is_some(),
        Falt::Datum(id) => reader.book.date(sheet::DOKUMENT, id).is_some(),
        Falt::Dag(number) => !known.undated.contains(number),
        _ => true,
    }
}

/// Every item that a text may name, as it is written.
fn known(columns: &[Kolumn], pots: usize) -> Known {
    let mut fields = vec![
        ("pott".to_owned(), Falt::Pott),
        ("år".to_owned(), Falt::Ar),
        ("antal mottagare".to_owned(), Falt::AntalMottagare),
        ("störst mottagare".to_owned(), Falt::Mottagare(Ytterst::Storst)),
        ("störst belopp".to_owned(), Falt::Belopp(Ytterst::Storst)),
        ("minst mottagare".to_owned(), Falt::Mottagare(Ytterst::Minst)),
        ("minst belopp".to_owned(), Falt::Belopp(Ytterst::Minst)),
        ("mottagare".to_owned(), Falt::En),
        ("mottagare i plural".to_owned(), Falt::Flera),
        ("anslaget".to_owned(), Falt::Anslaget),
    ];
    fields.extend((1..=pots).map(|number| (format!("pott {number}"), Falt::Delpott(number))));
    for column in columns {
        fields.push((format!("{DAG}{}", column.rubrik), Falt::Dag(column.nummer)));
        if column.befolkning {
            fields.push((BEFOLKNING.to_owned(), Falt::Befolkning));
            fields.push((PER_INVANARE.to_owned(), Falt::PerInvanare));
        }
    }
    for field in DOKUMENT {
        let text = contract::UPPGIFTER.iter().find(|(id, _)| *id == field.id);
        let day = contract::DAGAR.iter().find(|(id, _)| *id == field.id);
        let falt =
            text.map(|(id, _)| Falt::Uppgift(id)).or_else(|| day.map(|(id, _)| Falt::Datum(id)));
        fields.extend(falt.map(|falt| (field.heading.to_owned(), falt)));
    }
    let undated = columns.iter().filter(|column| column.dag.is_none());
    Known { fields, undated: undated.map(|column| column.nummer).collect() }
}

/// As names are compared, those that have another by that.
fn alias(name: &str) -> String {
    let plain = folded(name);
    match plain.as_str() {
        "storst region" => "storst mottagare".to_owned(),
        "minst region" => "minst mottagare".to_owned(),
        "befolkningsdag" => "dag befolkning".to_owned(),
        "per inv" => "per invanare".to_owned(),
        "en mottagare kallas" => "mottagare".to_owned(),
        "flera mottagare kallas" => "mottagare i plural".to_owned(),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_names_have_another() {
        assert_eq!(alias("Störst region"), alias("störst mottagare"));
        assert_eq!(alias("befolkningsdag"), alias("dag Befolkning"));
    }
}
