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
use crate::workbook::text::{nearest, normalized};

/// What a text may name.
struct Known {
    /// Each item as it is written, and what it stands for.
    fields: Vec<(String, Falt)>,
    /// The columns that do not say which day they hold for.
    undated: Vec<usize>,
}

/// States the paragraphs.
pub(super) fn state(reader: &mut Reader<'_>, namn: &str, recipients: &Recipients) {
    // What is wrong with a pot or a column is said there; that it is named is not wrong.
    let pots = reader.book.rows(sheet::POTTER).len();
    let known = known(&described(recipients), pots.max(1));
    let [_, efter] = contract::PLATS;
    let (mut all, mut cells) = (Vec::new(), Vec::new());
    for row in reader.book.rows(sheet::TEXTER) {
        let read = (row.text("rubrik"), row.text("plats"), row.text("stycke"));
        let (Some(rubrik), Some(plats), Some(stycke)) = read else { continue };
        if beginning::TO_WRITE.iter().any(|text| normalized(text) == normalized(&stycke.value)) {
            let problem = Problem::new(Code::I20, stycke.cell.location, say::not_written());
            reader.problems.add(problem.help(say::write_it_or_remove()));
            continue;
        }
        let pieces = match pieces(&stycke.value) {
            Ok(pieces) => pieces,
            Err(text) => {
                let problem = Problem::new(Code::I20, stycke.cell.location.clone(), text);
                reader.problems.add(problem.expected(braces::item_in_braces()));
                continue;
            }
        };
        let bitar = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(Bit::Text(text)),
            Piece::Field(name) => field(reader, &name, &known, &stycke.cell.location),
        });
        let bitar = bitar.collect();
        all.push(Stycke { rubrik: rubrik.value, efter: plats.value == efter, bitar });
        cells.extend([rubrik.cell, plats.cell, stycke.cell]);
    }
    reader.state(&contract::TEXTER.at(namn), all, cells);
}

/// What an item in braces stands for; none if it is not there, which is reported.
fn field(reader: &mut Reader<'_>, name: &str, known: &Known, location: &Location) -> Option<Bit> {
    let wanted = alias(name);
    let found =
        known.fields.iter().find(|(own, _)| alias(own) == wanted).map(|(_, field)| field.clone());
    let problem = match &found {
        None => {
            let text = braces::no_field(&words::quoted(&format!("{{{name}}}")));
            let fields = known.fields.iter();
            let all: Vec<_> = fields.map(|(own, _)| Message::alike(format!("{{{own}}}"))).collect();
            let problem = Problem::new(Code::I20, location.clone(), text)
                .expected(braces::fields_are(&Message::any_of(&all)));
            Some(match nearest(name, known.fields.iter().map(|(own, _)| own.as_str())) {
                Some(near) => problem.help(braces::did_you_mean(&format!("{{{near}}}"))),
                None => problem,
            })
        }
        Some(field) if !has_value(reader, known, field) => {
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
        fields.push((format!("dag {}", column.rubrik), Falt::Dag(column.nummer)));
        if column.befolkning {
            fields.push(("befolkning".to_owned(), Falt::Befolkning));
            fields.push(("per invånare".to_owned(), Falt::PerInvanare));
        }
    }
    for field in DOKUMENT {
        let text = contract::UPPGIFTER.iter().find(|(id, _)| *id == field.id);
        let day = contract::DAGAR.iter().find(|(id, _)| *id == field.id);
        let falt =
            text.map(|(id, _)| Falt::Uppgift(id)).or_else(|| day.map(|(id, _)| Falt::Datum(id)));
        fields.extend(falt.map(|falt| (field.heading.to_lowercase(), falt)));
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
