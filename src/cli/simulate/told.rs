//! What people are told of what would be.

use crate::cli::messages::simulate as say;
use crate::comparison::data::Skillnad;
use crate::comparison::effects::named;
use crate::comparison::{is_of_a_month, month_in_words};
use crate::contract::PAYMENT;
use crate::problem::{Language, Message};
use crate::simulation::data::{Andrad, Enskild, Spridning, Stickprov, Tankeprov};
use crate::swedish;

/// How many changes by themselves are shown.
const SHOWN: usize = 20;
/// How many changes that are made together are.
const CHANGES: usize = 12;
/// How many causes of a difference are.
const CAUSES: usize = 5;

/// What people are told.
pub(super) struct Told<'a> {
    pub(super) found: &'a Tankeprov,
    pub(super) language: Language,
}

impl Told<'_> {
    fn say(&self, text: &Message) -> String {
        text.in_language(self.language).to_owned()
    }

    pub(super) fn text(&self) -> String {
        let Tankeprov { mapp, ar, korning, andringar, .. } = self.found;
        let mut lines = vec![self.say(&say::no_decision(mapp, ar, korning))];
        for Andrad { fil, blad, cell, uppgift, nu, andrat } in andringar.iter().take(CHANGES) {
            lines.push(format!("  {fil} › {blad} › {cell}: {uppgift}: {nu} → {andrat}"));
        }
        if andringar.len() > CHANGES {
            lines.push(format!("  {}", self.say(&say::more(&(andringar.len() - CHANGES)))));
        }
        match (&self.found.var_for_sig, &self.found.stickprov) {
            (Some(all), _) => self.one_by_one(all, &mut lines),
            (_, Some(sample)) => self.sample(sample, &mut lines),
            _ => self.effects(&mut lines),
        }
        lines.push(String::new());
        lines.push(self.say(&say::unchecked()));
        lines.join("\n")
    }

    /// What each would get for the year, what is paid each month, and what it comes of.
    fn effects(&self, lines: &mut Vec<String>) {
        let found = &self.found.siffror;
        if found.is_empty() {
            lines.push(self.say(&say::nothing_differs()));
            return;
        }
        let years: Vec<_> =
            found.iter().filter(|one| one.leder && !is_of_a_month(&one.siffra)).collect();
        if years.is_empty() {
            lines.push(self.say(&say::nobody_differs()));
        }
        let headings = [say::now(), say::then(), say::difference()].map(|text| self.say(&text));
        for (bidrag, siffra) in kinds(years.iter().copied()) {
            let own: Vec<_> = years
                .iter()
                .copied()
                .filter(|one| one.bidrag == bidrag && one.siffra == siffra)
                .collect();
            let rows = own.iter().map(|one| (one.vems.clone(), amounts(one).to_vec()));
            let name = own.first().map_or(siffra, |one| one.benamning.as_str());
            table(lines, &format!("{}, kr", named(name, siffra)), &headings, rows);
            if let Some(most) = own.iter().max_by_key(|one| one.skillnad.unsigned_abs()) {
                self.causes(most, lines);
            }
        }
        let country = found.iter().filter(|one| one.plats == "riket");
        let rows: Vec<_> = country
            .filter(|one| one.siffra.starts_with(PAYMENT))
            .filter_map(|one| Some((month_in_words(&one.siffra)?, amounts(one).to_vec())))
            .collect();
        if !rows.is_empty() {
            table(lines, &self.say(&say::months()), &headings, rows);
        }
    }

    fn causes(&self, one: &Skillnad, lines: &mut Vec<String>) {
        let told: Vec<_> = one.orsaker.iter().filter(|cause| cause.bidrag != 0).collect();
        if told.is_empty() {
            return;
        }
        lines.push(format!("  {}", self.say(&say::causes(&one.vems))));
        for cause in told.iter().take(CAUSES) {
            let alone = cause.ensam.filter(|alone| told.len() > 1 && *alone != cause.bidrag);
            let alone = alone.map(|alone| format!(" {}", self.say(&say::alone(&signed(alone)))));
            let (amount, alone) = (signed(cause.bidrag), alone.unwrap_or_default());
            lines.push(format!("    {amount}  {}{alone}", cause.text));
        }
        if told.len() > CAUSES {
            lines.push(format!("    {}", self.say(&say::more_causes(&(told.len() - CAUSES)))));
        }
    }

    fn one_by_one(&self, all: &[Enskild], lines: &mut Vec<String>) {
        lines.push(String::new());
        lines.push(self.say(&say::one_by_one(&all.len())));
        for one in all.iter().take(SHOWN) {
            let Andrad { fil, blad, cell, uppgift, nu, andrat } = &one.andring;
            let moved = one.flyttas.map_or_else(|| self.say(&say::cannot()), grouped);
            lines.push(format!(
                "  {moved} kr  {uppgift}: {nu} → {andrat} ({fil} › {blad} › {cell})"
            ));
            if let Some(most) = &one.mest {
                let (vems, skillnad) = (&most.vems, signed(most.skillnad));
                lines.push(format!(
                    "    {}",
                    self.say(&say::most_for(vems, &most.benamning, &skillnad))
                ));
            }
        }
        let more = all.len().saturating_sub(SHOWN);
        if more > 0 {
            lines.push(format!("  {}", self.say(&say::more(&more))));
        }
    }

    fn sample(&self, sample: &Stickprov, lines: &mut Vec<String>) {
        let draws = i64::try_from(sample.dragningar).map_or_else(|_| String::new(), grouped);
        lines.push(self.say(&say::drawn(&draws, &sample.fro)));
        for one in &sample.osakert {
            let cells = self.say(&say::cells(&one.celler));
            lines.push(format!("  {}: {} ({cells})", one.uppgift, one.spridning));
        }
        if sample.misslyckade > 0 {
            lines.push(self.say(&say::failed(&sample.misslyckade)));
        }
        let headings =
            [self.say(&say::now()), "5 %".into(), self.say(&say::median()), "95 %".into()];
        let mut kinds: Vec<(&str, &str)> = Vec::new();
        for one in &sample.siffror {
            let own = (one.bidrag.as_str(), one.siffra.as_str());
            if !kinds.contains(&own) {
                kinds.push(own);
            }
        }
        if kinds.is_empty() {
            lines.push(self.say(&say::nobody_differs()));
        }
        for (bidrag, siffra) in kinds {
            let own: Vec<&Spridning> = sample
                .siffror
                .iter()
                .filter(|one| one.bidrag == bidrag && one.siffra == siffra)
                .collect();
            let name = own.first().map_or(siffra, |one| one.benamning.as_str());
            let rows = own.iter().map(|one| {
                (one.vems.clone(), [one.nu, one.p5, one.median, one.p95].map(grouped).to_vec())
            });
            table(lines, &format!("{}, kr", named(name, siffra)), &headings, rows);
        }
    }
}

/// The grants and figures of some differences, each once, in the order they come.
fn kinds<'s>(all: impl Iterator<Item = &'s Skillnad>) -> Vec<(&'s str, &'s str)> {
    let mut named = Vec::new();
    for one in all {
        let own = (one.bidrag.as_str(), one.siffra.as_str());
        if !named.contains(&own) {
            named.push(own);
        }
    }
    named
}

/// What it is, what it would be, and the difference.
fn amounts(one: &Skillnad) -> [String; 3] {
    let number = |amount: Option<i64>| amount.map_or_else(|| "–".to_owned(), grouped);
    [number(one.gammal), number(one.ny), signed(one.skillnad)]
}

/// A heading, and rows under column headings, numbers to the right.
fn table<const N: usize>(
    lines: &mut Vec<String>,
    heading: &str,
    headings: &[String; N],
    rows: impl IntoIterator<Item = (String, Vec<String>)>,
) {
    let rows: Vec<_> = rows.into_iter().collect();
    let first = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(column));
        let own = headings.get(column).into_iter();
        cells.chain(own).map(|text| text.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..N).map(width).collect();
    let line = |name: &str, cells: &[String]| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| format!("  {cell:>width$}"));
        std::iter::once(format!("  {name:<first$}")).chain(cells).collect::<String>()
    };
    lines.push(String::new());
    lines.push(heading.to_owned());
    lines.push(line("", headings));
    lines.extend(rows.iter().map(|(name, cells)| line(name, cells)));
}

fn grouped(amount: i64) -> String {
    swedish::number(&amount.into(), 0)
}

fn signed(amount: i64) -> String {
    if amount > 0 { format!("+{}", grouped(amount)) } else { grouped(amount) }
}
