//! What differs for each recipient, of the year and of each month, and what it comes of: a table for each amount.

use super::data::Skillnad;
use super::shown::COUNTRY_ID;
use super::{is_of_a_month, month_in_words, tables};
use crate::contract::{PAYMENT, regleringsbrev};
use crate::report::table::Tabell;
use crate::report::text_table::Texttabell;
use crate::swedish;

/// Old, new and difference of what is granted and paid for the year, recipient by recipient, where any of it differs, under
/// such headings; and what those differences come of.
pub(crate) fn amounts_and_causes(
    all: &[Skillnad],
    headings: &[String; 3],
) -> (Vec<Tabell>, Vec<Tabell>) {
    let mut figures = shared_out(all);
    figures.retain(|(bidrag, siffra, _)| !only_one_has(all, bidrag, siffra));
    let (mut belopp, mut orsaker) = (Vec::new(), Vec::new());
    for (number, (bidrag, siffra, benamning)) in (1..).zip(&figures) {
        let rows = tables::of_figure(all, bidrag, siffra);
        let rows = rows.into_iter().map(|one| (one.into(), tables::amounts(one).to_vec()));
        let rubrik = format!("{} per mottagare", named(benamning, siffra));
        belopp.push(tables::table(&format!("belopp{number}"), number, rubrik, headings, rows));
    }
    let mut number = u32::try_from(belopp.len()).unwrap_or(u32::MAX);
    for (bidrag, siffra, benamning) in &figures {
        let rows = tables::of_figure(all, bidrag, siffra);
        let rubrik = format!("{}: skillnaden efter orsak", named(benamning, siffra));
        if let Some(table) = tables::causes(number + 1, rubrik, &rows) {
            number += 1;
            orsaker.push(table);
        }
    }
    (belopp, orsaker)
}

/// The amounts of the year that have a row for each recipient and are others for somebody: grant, figure and label.
fn shared_out(all: &[Skillnad]) -> Vec<(&str, &str, &str)> {
    let mut figures: Vec<(&str, &str, &str)> = Vec::new();
    for one in all.iter().filter(|one| !is_of_a_month(&one.siffra) && one.leder) {
        let own = (one.bidrag.as_str(), one.siffra.as_str(), one.benamning.as_str());
        let same = |(bidrag, siffra, _): &(&str, &str, &str)| (*bidrag, *siffra) == (own.0, own.1);
        if figures.iter().any(same) {
            continue;
        }
        let rows = tables::of_figure(all, own.0, own.1);
        if rows.len() > 2 && rows.iter().any(|one| one.skillnad != 0) {
            figures.push(own);
        }
    }
    figures
}

/// Whether an amount is in one of the sets alone, whoever's it is.
fn only_one_has(all: &[Skillnad], bidrag: &str, siffra: &str) -> bool {
    let rows = tables::of_figure(all, bidrag, siffra);
    rows.iter().all(|one| one.gammal.is_none()) || rows.iter().all(|one| one.ny.is_none())
}

/// The amounts that one of the sets alone has, a row for each: how many get it, and what they get together. None if there
/// are none.
pub(super) fn one_sided(all: &[Skillnad]) -> Option<Texttabell> {
    let mut figures = shared_out(all);
    figures.retain(|(bidrag, siffra, _)| only_one_has(all, bidrag, siffra));
    let rows = figures.iter().map(|(bidrag, siffra, benamning)| {
        let rows = tables::of_figure(all, bidrag, siffra);
        let recipients = rows.iter().filter(|one| one.plats != COUNTRY_ID).count();
        let total = rows.iter().find(|one| one.plats == COUNTRY_ID);
        let [old, new, _] = total.map_or([None, None, None], |total| tables::amounts(total));
        (named(benamning, siffra), [recipients.to_string().into(), old.into(), new.into()])
    });
    let columns = [("Antal mottagare", true), ("Tidigare", true), ("Nu", true)];
    let table = Texttabell::of("Belopp som bara den ena har, kr", "Belopp", columns).rows(rows);
    (!table.rader.is_empty()).then_some(table)
}

/// What an amount is called over a table.
pub(crate) fn named(benamning: &str, siffra: &str) -> String {
    let name = if benamning.is_empty() { siffra } else { benamning };
    let name = swedish::capitalized(name);
    // What a decision shares out is told apart by the decision.
    match siffra.split_once('.') {
        Some((decision, _)) => format!("{name} ({decision})"),
        None => name,
    }
}

/// How much more or less is paid to each in each month, where any of it differs; none where nothing does.
pub(crate) fn months(all: &[Skillnad]) -> Option<Tabell> {
    let paid: Vec<_> = all
        .iter()
        .filter(|one| one.bidrag == regleringsbrev::GRANT && one.siffra.starts_with(PAYMENT))
        .filter(|one| one.skillnad != 0)
        .collect();
    let mut figures: Vec<_> = paid.iter().map(|one| one.siffra.as_str()).collect();
    figures.sort_unstable();
    figures.dedup();
    let heading = |figure: &&str| month_in_words(figure).unwrap_or_else(|| (*figure).to_owned());
    let headings: Vec<_> = figures.iter().map(heading).collect();
    let mut places: Vec<&Skillnad> = Vec::new();
    for figure in &figures {
        for one in tables::of_figure(all, regleringsbrev::GRANT, figure) {
            if !places.iter().any(|other| other.plats == one.plats) {
                places.push(one);
            }
        }
    }
    let rows = places.into_iter().map(|row| {
        let cells = figures.iter().map(|figure| {
            let own = paid.iter().find(|one| one.siffra == *figure && one.plats == row.plats);
            own.and_then(|own| tables::amounts(own)[2].clone())
        });
        (row.into(), cells.collect())
    });
    let rubrik = "Skillnad i månadernas utbetalningar per mottagare".to_owned();
    (!headings.is_empty()).then(|| tables::table("manader", 0, rubrik, &headings, rows))
}
