//! The pots: how each is shared out, and who gets what rounding leaves over. What a row names on another sheet is
//! looked up here.

use super::mottagare::Read;
use super::{Kolumner, Potten, Rest};
use crate::allocation::Residual;
use crate::contract::beslut::{
    self as contract, FORDELAS, Justerad, Mottagare, RESIDUALREGLER, Satt,
};
use crate::contract::{Country, Indexed, Maybe};
use crate::figure::Sourced;
use crate::grants::Reader;
use crate::grants::beslut::messages as say;
use crate::grants::beslut::schema::sheet;
use crate::grants::messages as texts;
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem, Problems};
use crate::quantity::{Antal, HelaKronor};
use crate::workbook::book::Row;
use crate::workbook::text::{nearest, normalized};

/// What a row of the sheet Potter names, found on the other sheets.
struct Named {
    name: Sourced<String>,
    satt: Satt,
    word: Sourced<String>,
    taker: Option<Sourced<Antal>>,
}

/// Reads the pots and the changes of rounded amounts; none where something was wrong.
pub(super) fn read(
    reader: &mut Reader<'_>,
    namn: &str,
    headings: &[String],
    recipients: Option<&Read>,
    columns: Option<&Kolumner>,
) -> (Option<Vec<Potten>>, Option<Vec<Justerad>>) {
    let rows = reader.book.rows(sheet::POTTER).to_vec();
    let names: Vec<_> = rows.iter().filter_map(|row| row.text("pott")).collect();
    let mut whole = once_each(&names, reader.problems);
    let mut read = Vec::new();
    for row in &rows {
        let found = named(row, headings, recipients, reader.problems);
        whole &= found.is_some();
        read.push(found);
    }
    let justeringar = adjusted(reader, &read, recipients);
    let (Some(recipients), Some(_), true) = (recipients, columns, whole) else {
        return (None, None);
    };
    let mut potter = Vec::new();
    for (nummer, (row, found)) in (1..).zip(rows.iter().zip(read)) {
        let Some(found) = found else { continue };
        potter.extend(pot(reader, (namn, nummer), row, found, recipients.all.len()));
    }
    let justeringar = justeringar.filter(|_| potter.len() == rows.len());
    if let Some(justeringar) = &justeringar {
        adjust(reader, (namn, &recipients.all), justeringar, &mut potter);
    }
    let justeringar = justeringar.map(|all| all.into_iter().map(|(one, _)| one).collect());
    (Some(potter).filter(|potter| potter.len() == rows.len()), justeringar)
}

/// That no pot stands twice.
fn once_each(names: &[Sourced<String>], problems: &mut Problems) -> bool {
    let mut whole = true;
    for (place, name) in names.iter().enumerate() {
        let first =
            names.iter().position(|other| normalized(&other.value) == normalized(&name.value));
        let first = first.filter(|first| *first < place).and_then(|first| names.get(first));
        if let Some(first) = first {
            let row = first.cell.location.cell.map_or(0, |cell| cell.row);
            let text = say::pot_twice(&words::quoted(&name.value), &row);
            problems.add(Problem::new(Code::I04, name.cell.location.clone(), text));
            whole = false;
        }
    }
    whole
}

/// What a row names, if it names nothing that is not there.
fn named(
    row: &Row,
    headings: &[String],
    recipients: Option<&Read>,
    problems: &mut Problems,
) -> Option<Named> {
    let (name, kind) = (row.text("pott")?, row.text("fordelas")?);
    let [_, fasta] = FORDELAS;
    let fixed = kind.value == fasta;
    let satt = if let Some(key) = row.text("nyckel") {
        satt(&key, headings, fixed, problems)
    } else {
        name_the_columns(row, headings, problems);
        None
    };
    let word = residual(row, &kind, fixed, problems)?;
    let mut whole = !fixed || only_amounts(row, problems);
    let named = row.text("restmottagare");
    let taker = match (&named, word.value.as_str()) {
        (None, "explicit") => {
            problems.add(Problem::new(Code::R04, word.cell.location.clone(), say::no_taker()));
            whole = false;
            None
        }
        (Some(named), "explicit") => {
            let found = recipients.map(|recipients| recipients.find(&named.value));
            if found == Some(None) {
                problems.add(no_recipient(named));
                whole = false;
            }
            let place = found.flatten().and_then(|place| i64::try_from(place).ok());
            place.map(|place| named.clone().map(|_| Antal::from_integer(place)))
        }
        (Some(named), _) => {
            let (taker, rule) = (words::quoted(&named.value), words::quoted(&word.value));
            let text = say::taker_not_asked_for(&taker, &rule);
            problems.add(Problem::new(Code::R04, named.cell.location.clone(), text));
            whole = false;
            None
        }
        (None, _) => None,
    };
    satt.filter(|_| whole).map(|satt| Named { name, satt, word, taker })
}

/// Who gets what rounding leaves over; amounts that are fixed are whole and leave nothing, so there it need not be said.
fn residual(
    row: &Row,
    kind: &Sourced<String>,
    fixed: bool,
    problems: &mut Problems,
) -> Option<Sourced<String>> {
    if let Some(word) = row.text("residual") {
        return Some(word);
    }
    if fixed {
        let [evenly, ..] = RESIDUALREGLER;
        return Some(kind.clone().map(|_| evenly.to_owned()));
    }
    // Of a word that there is not it has been said already.
    let place = row.place("residual")?;
    if problems.iter().all(|problem| problem.location != *place) {
        let problem = Problem::new(Code::I06, place.clone(), say::no_residual());
        problems.add(problem.expected(say::rule_for_residual()).help(say::choose_largest()));
    }
    None
}

/// That the key is empty has been said; here it is said which columns there are.
fn name_the_columns(row: &Row, headings: &[String], problems: &mut Problems) {
    let Some(place) = row.place("nyckel") else { return };
    let is_it = |problem: &Problem| problem.code == Code::I06 && problem.location == *place;
    let found = problems.iter().find(|problem| is_it(problem)).cloned();
    if let Some(problem) = found.filter(|_| !headings.is_empty()) {
        problems.remove(is_it);
        let all: Vec<_> = headings.iter().map(words::quoted).collect();
        problems.add(problem.help(say::columns_are(&Message::all_of(&all))));
    }
}

fn no_recipient(named: &Sourced<String>) -> Problem {
    let text = say::no_such_recipient(&words::quoted(&named.value));
    Problem::new(Code::I17, named.cell.location.clone(), text)
}

/// Fixed amounts have no base, floor or ceiling.
fn only_amounts(row: &Row, problems: &mut Problems) -> bool {
    let mut whole = true;
    for id in ["grundbelopp", "golv", "tak"] {
        if let Some(read) = row.integer(id) {
            let text = say::fixed_has(&words::quoted(&read.cell.evidence.item));
            let problem = Problem::new(Code::R04, read.cell.location, text);
            problems.add(problem.help(say::empty_it()));
            whole = false;
        }
    }
    whole
}

/// The columns that a key names, multiplied: `Befolkning × Standardkostnad`.
fn satt(
    key: &Sourced<String>,
    headings: &[String],
    fixed: bool,
    problems: &mut Problems,
) -> Option<Satt> {
    let location = &key.cell.location;
    let mut numbers = Vec::new();
    // A heading may hold any of the signs: it is tried whole first.
    let whole = headings.iter().any(|heading| normalized(heading) == normalized(&key.value));
    let parts: Vec<_> =
        if whole { vec![key.value.as_str()] } else { key.value.split(['×', '*', ';']).collect() };
    for part in parts {
        let found = headings.iter().position(|heading| normalized(heading) == normalized(part));
        let Some(place) = found else {
            let text = say::no_column(&words::quoted(part.trim()));
            let all: Vec<_> = headings.iter().map(words::quoted).collect();
            let problem = Problem::new(Code::I17, location.clone(), text)
                .expected(say::columns_are(&Message::all_of(&all)));
            let near = nearest(part.trim(), headings.iter().map(String::as_str));
            // More than one of them is named, with something else between.
            let named = |text: &&String| normalized(part).contains(&normalized(text));
            let several = headings.iter().filter(named).count() > 1;
            problems.add(match near {
                _ if several => problem.help(say::put_the_sign()),
                Some(near) => problem.help(texts::did_you_mean(&words::quoted(near))),
                None => problem,
            });
            return None;
        };
        if numbers.contains(&(place + 1)) {
            let text = say::column_twice(&words::quoted(part.trim()));
            problems.add(Problem::new(Code::R04, location.clone(), text));
            return None;
        }
        numbers.push(place + 1);
    }
    match (fixed, numbers.as_slice()) {
        (false, _) => Some(Satt::Nyckel(numbers)),
        (true, [one]) => Some(Satt::FastaBelopp(*one)),
        (true, _) => {
            let text = say::column_twice(&words::quoted(&key.value));
            let problem = Problem::new(Code::R04, location.clone(), text);
            problems.add(problem.expected(say::one_column()));
            None
        }
    }
}

fn pot(
    reader: &mut Reader<'_>,
    (namn, nummer): (&str, usize),
    row: &Row,
    found: Named,
    count: usize,
) -> Option<Potten> {
    let page = sheet::POTTER;
    let belopp = reader.row_figure(page, row, "belopp", &contract::DELPOTT.at((namn, nummer)))?;
    let belopp_plats = row.integer("belopp")?.cell.location;
    let mut maybe = |id: &str, promise: &Indexed<Maybe<Country<HelaKronor>>>| {
        reader.row_figure(page, row, id, &promise.at((namn, nummer)))
    };
    let grundbelopp = maybe("grundbelopp", &contract::GRUNDBELOPP);
    let golv = maybe("golv", &contract::GOLV);
    let tak = maybe("tak", &contract::TAK);
    let rest = match (found.taker, found.word.value.as_str()) {
        (Some(taker), _) => {
            let place = taker.value.integer();
            let figure =
                reader.calculation().leaf(contract::RESTPLATS.at((namn, nummer)).kept(), taker);
            Rest::Till(usize::try_from(place).ok()?, figure)
        }
        (None, "justeringar") => Rest::Justeringar(vec![None; count]),
        (None, word) => Rest::Regel(Residual::find(word, None)?),
    };
    Some(Potten {
        nummer,
        namn: found.name.value,
        satt: found.satt,
        belopp,
        grundbelopp,
        golv,
        tak,
        rest,
        residual: found.word.value,
        residual_plats: found.word.cell.location,
        belopp_plats,
        nyckel_plats: row.text("nyckel")?.cell.location,
    })
}

/// A change of a rounded amount, with its amount.
type Adjusted = (Justerad, Sourced<HelaKronor>);

/// The rows of the sheet Justeringar, each of a pot and a recipient that there are.
fn adjusted(
    reader: &mut Reader<'_>,
    potter: &[Option<Named>],
    recipients: Option<&Read>,
) -> Option<Vec<Adjusted>> {
    let (mut all, mut whole): (Vec<Adjusted>, bool) = (Vec::new(), true);
    let no = |problems: &mut Problems, problem: Problem| {
        problems.add(problem);
        false
    };
    for row in reader.book.rows(sheet::JUSTERINGAR) {
        let read = (row.text("mottagare"), row.text("pott"), row.integer("justering"));
        let (Some(who), Some(which), Some(amount)) = read else { continue };
        let of = potter.iter().position(|pot| {
            pot.as_ref().is_some_and(|pot| normalized(&pot.name.value) == normalized(&which.value))
        });
        let pot = of.and_then(|place| potter.get(place)?.as_ref());
        match pot {
            None if potter.iter().all(Option::is_some) => {
                let text = say::no_such_pot(&words::quoted(&which.value));
                let problem = Problem::new(Code::I17, which.cell.location.clone(), text);
                whole = no(reader.problems, problem);
            }
            Some(pot) if pot.word.value != "justeringar" => {
                let text = say::adjustments_unused(&words::quoted(&which.value));
                let problem = Problem::new(Code::R04, which.cell.location.clone(), text);
                whole = no(reader.problems, problem.help(say::choose_adjustments()));
            }
            _ => {}
        }
        let Some(recipients) = recipients else { continue };
        let Some(one) = recipients.find(&who.value).and_then(|place| recipients.all.get(place))
        else {
            whole = no(reader.problems, no_recipient(&who));
            continue;
        };
        let Some(pott) = of.map(|place| place + 1) else { continue };
        let same = |(other, _): &&Adjusted| other.pott == pott && other.plats == one.plats;
        if let Some((_, first)) = all.iter().find(same) {
            let row = first.cell.location.cell.map_or(0, |cell| cell.row);
            let text = say::adjusted_twice(&words::quoted(&who.value), &row);
            let problem = Problem::new(Code::I04, who.cell.location.clone(), text);
            whole = no(reader.problems, problem);
            continue;
        }
        let skal = row.text("skal").map(|read| read.value).unwrap_or_default();
        let (plats, namn) = (one.plats.clone(), one.namn.clone());
        let amount = amount.map(HelaKronor::from_integer);
        all.push((Justerad { pott, plats, namn, skal }, amount));
    }
    whole.then_some(all)
}

/// Gives each pot its changes, by the recipients' places, and states them.
fn adjust(
    reader: &mut Reader<'_>,
    (namn, recipients): (&str, &[Mottagare]),
    all: &[Adjusted],
    potter: &mut [Potten],
) {
    let cells = all.iter().map(|(_, amount)| amount.cell.clone()).collect();
    let stated = all.iter().map(|(one, _)| one.clone()).collect();
    reader.state(&contract::JUSTERINGAR.at(namn), stated, cells);
    for pot in potter {
        let Rest::Justeringar(changes) = &mut pot.rest else { continue };
        let promise = contract::JUSTERING.at((namn, pot.nummer));
        let own: Vec<_> = all.iter().filter(|(one, _)| one.pott == pot.nummer).collect();
        if own.is_empty() {
            let text = say::no_adjustments(&words::quoted(&pot.namn));
            let problem = Problem::new(Code::I06, pot.residual_plats.clone(), text);
            reader.problems.add(problem);
        }
        for (one, amount) in own {
            let figure = reader.calculation().leaf_at(&promise, &one.plats, amount.clone());
            let place = recipients.iter().position(|other| other.plats == one.plats);
            if let Some(change) = place.and_then(|place| changes.get_mut(place)) {
                *change = Some(figure);
            }
        }
    }
}
