//! What a recipient gets of a pot of a decision, step by step: its numbers, its weight, its share, and what they come
//! to. Shown in the decision itself, and in the letter to a region.

use chrono::NaiveDate;

use crate::contract::beslut::{self as contract, Kolumn, Pott, Satt};
use crate::contract::{Fact, Indexed, Maybe};
use crate::quantity::Exact;
use crate::report::residual::Avrundningsregel;
use crate::report::worked_sum::{Rakning, Steg, rounded_down};
use crate::report::{Number, NumberFormat, View};
use crate::swedish;

const KR: NumberFormat = NumberFormat::Decimals(0);
/// Kronor with öre, as they are before the rounding.
const ORE: NumberFormat = NumberFormat::Decimals(2);
/// An amount that the decision states, with the decimals it has.
const STATED: NumberFormat = NumberFormat::AtMost(2);
/// Every decimal that a cell can hold.
const ALL: NumberFormat = NumberFormat::AtMost(12);
const SHARE: NumberFormat = NumberFormat::Percent(10);

/// Whether the recipients of a decision are the regions.
pub(super) fn of_regions(view: &View<'_>, namn: &str) -> bool {
    let [regionerna, _] = contract::MOTTAGARSLAG;
    view.fact(&contract::MOTTAGARNA.at(namn)) == regionerna
}

/// What one recipient of a decision is called, and what several are: `kommun`, `kommuner`.
pub(super) fn called(view: &View<'_>, namn: &str) -> [String; 2] {
    let word = |promise: &Indexed<Maybe<Fact<String>>>, region: &str| {
        let own = view.maybe_fact(&promise.at(namn)).filter(|_| !of_regions(view, namn));
        own.unwrap_or_else(|| region.to_owned())
    };
    [word(&contract::MOTTAGARE_EN, "region"), word(&contract::MOTTAGARE_FLERA, "regioner")]
}

/// How amounts per inhabitant are written where this is their mean: whole kronor, or with öre where they are few.
pub(super) fn per_inhabitant(mean: &Number) -> NumberFormat {
    if mean.exact().amount() < Exact::from(100) { ORE } else { KR }
}

/// Whether all recipients get the same per inhabitant, as it is written; none if that is not known.
pub(super) fn is_alike(view: &View<'_>, namn: &str) -> Option<bool> {
    let promise = contract::BELOPP_PER_INV.at(namn);
    let format = per_inhabitant(&view.maybe_figure(&promise)?);
    let written = |extreme: &Indexed<Maybe<Fact<contract::Mottagare>>>| {
        let one = view.maybe_fact(&extreme.at(namn))?;
        Some(view.in_place(&one.plats, promise.kept()).shown_as(format).text)
    };
    Some(written(&contract::PER_INV_HOGST)? == written(&contract::PER_INV_LAGST)?)
}

/// What one of all who live somewhere is called.
const INHABITANT: &str = "invånare";

/// How the heading of a population begins in a sentence, and what one of them is called.
const PEOPLE: [(&str, &str); 6] = [
    ("antal invånare", INHABITANT),
    ("invånare", INHABITANT),
    ("befolkning", INHABITANT),
    ("folkmängd", INHABITANT),
    ("antal personer", "person"),
    ("personer", "person"),
];

/// What one is called of those whom amounts are told per: `invånare`, or `invånare 15–24 år` where the column that is
/// the population is headed `Befolkning 15–24 år`.
pub(super) fn person(view: &View<'_>, namn: &str) -> String {
    let columns = view.fact(&contract::KOLUMNER.at(namn));
    let population = columns.iter().find(|kolumn| kolumn.befolkning);
    population.map_or_else(|| INHABITANT.to_owned(), called_one)
}

/// Whether those whom amounts are told per are all who live there: only then are they like other amounts per inhabitant.
pub(super) fn is_per_inhabitant(view: &View<'_>, namn: &str) -> bool {
    person(view, namn) == INHABITANT
}

/// The unit of an amount per inhabitant; of one per some of them, it says which.
pub(super) fn per_person(view: &View<'_>, namn: &str) -> String {
    if is_per_inhabitant(view, namn) {
        "kr/inv".to_owned()
    } else {
        format!("kr per {}", person(view, namn))
    }
}

fn called_one(population: &Kolumn) -> String {
    let heading = population.i_mening.as_str();
    let called = PEOPLE.into_iter().find_map(|(word, one)| Some((one, after(heading, word)?)));
    match called {
        Some((one, which)) if is_the_day(which, population.dag) => one.to_owned(),
        Some((one, which)) => format!("{one} {which}"),
        None => format!("person ({heading})"),
    }
}

/// What follows on a word that a heading begins with.
fn after<'a>(heading: &'a str, word: &str) -> Option<&'a str> {
    let rest = heading.strip_prefix(word)?;
    let ends = !rest.starts_with(char::is_alphanumeric);
    ends.then(|| rest.trim_start_matches(|c: char| c.is_whitespace() || c == ','))
}

/// Whether words say nothing but the day or the year that a column holds for.
fn is_the_day(words: &str, day: Option<NaiveDate>) -> bool {
    let day = day.map(|day| format!("den per {} {day}", swedish::date_in_prose(day)));
    let day = day.unwrap_or_default();
    let own: Vec<_> = day.split(|c: char| !c.is_alphanumeric()).collect();
    let is_year = |word: &str| word.len() == 4 && word.chars().all(|c| c.is_ascii_digit());
    let mut all = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    all.all(|word| own.contains(&word) || is_year(word))
}

/// What a column counts, in a sentence: `befolkning`, `antal projekt`.
pub(super) fn in_sentence(kolumn: &Kolumn) -> String {
    let heading = &kolumn.i_mening;
    let counted = kolumn.enhet == "antal" && !heading.starts_with("antal");
    if counted { format!("antal {heading}") } else { heading.clone() }
}

/// The same in the definite form, where that can be told: `befolkningen 15–24 år`, `antalet projekt`.
pub(super) fn definite(kolumn: &Kolumn) -> Option<String> {
    let heading = in_sentence(kolumn);
    [("befolkning", "befolkningen"), ("folkmängd", "folkmängden"), ("antal", "antalet")]
        .into_iter()
        .find_map(|(word, form)| Some(format!("{form} {}", after(&heading, word)?)))
        .map(|text| text.trim_end().to_owned())
}

/// The columns that a pot is shared out by, in a sentence: `befolkningen den 1 november 2023`, or, of several,
/// `befolkning (den 1 november 2023) och behov`.
pub(super) fn with_their_days(columns: &[&Kolumn]) -> String {
    let one = |kolumn: &&Kolumn| {
        let name = definite(kolumn).filter(|_| columns.len() == 1);
        match (name, kolumn.dag.map(swedish::date_in_prose)) {
            (Some(name), Some(dag)) => format!("{name} den {dag}"),
            (Some(name), None) => name,
            (None, Some(dag)) => format!("{} (den {dag})", in_sentence(kolumn)),
            (None, None) => in_sentence(kolumn),
        }
    };
    swedish::enumeration(&columns.iter().map(one).collect::<Vec<_>>())
}

/// What a column is called in a calculation.
fn heading(kolumn: &Kolumn) -> String {
    let name = in_sentence(kolumn);
    if name == kolumn.i_mening { kolumn.rubrik.clone() } else { swedish::capitalized(&name) }
}

/// The unit of a column as a calculation writes it: a number of something needs none.
fn unit(kolumn: &Kolumn) -> &str {
    if kolumn.enhet == "antal" { "" } else { &kolumn.enhet }
}

/// Whether a pot is shared out by one column of shares in percent that are all of it together.
pub(super) fn states_shares(view: &View<'_>, namn: &str, pott: &Pott) -> bool {
    let columns = view.fact(&contract::KOLUMNER.at(namn));
    let only = |kolumn: &&Kolumn| pott.satt == Satt::Nyckel(vec![kolumn.nummer]);
    let in_percent =
        columns.iter().find(only).is_some_and(|one| ["%", "procent"].contains(&one.enhet.as_str()));
    let all = view.maybe_figure(&contract::VIKT.at((namn, pott.nummer)));
    in_percent && all.is_some_and(|all| all.exact() == Exact::from(100))
}

/// The calculations of a recipient's amount in a decision, one for each pot. Each is headed by its pot; where the
/// decision is one of several in a letter, by what its money is called.
pub(super) fn worked(view: &View<'_>, namn: &str, plats: &str, in_letter: bool) -> Vec<Rakning> {
    let kolumner = view.fact(&contract::KOLUMNER.at(namn));
    let [_, several] = called(view, namn);
    let everybodys = format!("Alla {}", swedish::genitive(&several));
    let decision = Decision { view, namn, plats, kolumner: &kolumner, everybodys: &everybodys };
    let potter = view.fact(&contract::POTTER.at(namn));
    let medel = swedish::capitalized(&view.fact(&contract::MEDEL.at(namn)));
    let several = potter.len() > 1;
    let one = |pott: &Pott| {
        let rakning = decision.of_the_pot(pott);
        let rubrik = match (in_letter, several) {
            (false, _) => return rakning,
            (true, false) => medel.clone(),
            (true, true) => format!("{medel}: {}", pott.namn),
        };
        Rakning { rubrik, ..rakning }
    };
    // An amount that the decision states is nothing to work out, alone as it is.
    let is_worked = |pott: &&Pott| several || !in_letter || !decision.is_stated(pott);
    potter.iter().filter(is_worked).map(one).collect()
}

/// A recipient in a decision.
#[derive(Clone, Copy)]
struct Decision<'a> {
    view: &'a View<'a>,
    namn: &'a str,
    plats: &'a str,
    kolumner: &'a [Kolumn],
    /// `Alla regioners`.
    everybodys: &'a str,
}

impl Decision<'_> {
    /// Whether the recipient's amount stands in the decision as it is.
    fn is_stated(self, pott: &Pott) -> bool {
        let justering = contract::JUSTERING.at((self.namn, pott.nummer));
        matches!(pott.satt, Satt::FastaBelopp(_))
            && self.view.maybe_in_place(self.plats, &justering).is_none()
    }

    fn of_the_pot(self, pott: &Pott) -> Rakning {
        let Self { view, namn, plats, .. } = self;
        let key = (namn, pott.nummer);
        let exakt = view.in_place(plats, &contract::DELBELOPP_EXAKT.at(key));
        let mut rakning = match &pott.satt {
            Satt::Nyckel(columns) => match self.limit(pott, &exakt) {
                Some((text, limit)) => Rakning::new(&pott.namn).with(Steg::Fran, text, &limit, KR),
                None => {
                    self.by_key(pott, columns).with(Steg::Becomes, "Oavrundat belopp", &exakt, ORE)
                }
            },
            Satt::FastaBelopp(_) => {
                Rakning::new(&pott.namn).with(Steg::Fran, "Belopp i beslutet", &exakt, STATED)
            }
        };
        let belopp = view.in_place(plats, &contract::DELBELOPP.at(key));
        let justering = view.maybe_in_place(plats, &contract::JUSTERING.at(key));
        let rest = view.figure(&contract::RESIDUAL.at(key));
        let rest = (self.takes_the_rest(pott) && !rest.exact().is_zero()).then_some(rest);
        // What is added is added to whole kronor.
        if exakt.exact().integer().is_none() && (justering.is_some() || rest.is_some()) {
            rakning = rakning.with(Steg::Becomes, "Avrundat till hela kronor", &exakt, KR);
        }
        if let Some(justering) = justering {
            rakning = rakning.with(Steg::Plus, "Justering", &justering, KR);
        }
        if let Some(rest) = rest {
            rakning = rakning.with(Steg::Plus, "Återstod vid avrundningen", &rest, KR);
        }
        let text = match Avrundningsregel::with_name(&pott.residual) {
            Avrundningsregel::LargestRemainder => rounded_down("Belopp", &exakt, &belopp),
            _ => "Belopp".to_owned(),
        };
        rakning.with(Steg::Becomes, text, &belopp, KR)
    }

    /// Whether the recipient is the one that takes what rounding leaves over.
    fn takes_the_rest(self, pott: &Pott) -> bool {
        let all = self.view.fact(&contract::MOTTAGARE.at(self.namn));
        let name = all.into_iter().find(|one| one.plats == self.plats).map(|one| one.namn);
        let taker = match Avrundningsregel::with_name(&pott.residual) {
            Avrundningsregel::HalfUpResidualToLargest => Some(&pott.storst),
            Avrundningsregel::Explicit => pott.restmottagare.as_ref(),
            _ => None,
        };
        taker.is_some() && taker == name.as_ref()
    }

    /// The limit that the recipient's unrounded amount is, with what it is called.
    fn limit(self, pott: &Pott, exakt: &Number) -> Option<(&'static str, Number)> {
        let key = (self.namn, pott.nummer);
        let limits = [("Minsta belopp", &contract::GOLV), ("Största belopp", &contract::TAK)];
        let all = limits
            .into_iter()
            .filter_map(|(text, promise)| Some((text, self.view.maybe_figure(&promise.at(key))?)));
        all.into_iter().find(|(_, limit)| limit.exact() == exakt.exact())
    }

    /// From the numbers of the columns to the share, and what it is of: where others are at a limit, of what is left
    /// for those who are not.
    fn by_key(self, pott: &Pott, columns: &[usize]) -> Rakning {
        let Self { view, plats, .. } = self;
        let key = (self.namn, pott.nummer);
        let mut rakning = Rakning::new(&pott.namn);
        let andel = view.in_place(plats, contract::ANDEL.at(key).kept());
        let stated = states_shares(view, self.namn, pott);
        for (place, number) in columns.iter().enumerate().filter(|_| !stated) {
            let kolumn = self.kolumner.iter().find(|one| one.nummer == *number);
            let kolumn = kolumn.unwrap_or_else(|| panic!("a key names a column"));
            let step = if place == 0 { Steg::Fran } else { Steg::Times };
            rakning = rakning
                .with(step, heading(kolumn), &self.in_column(kolumn), ALL)
                .in_unit(unit(kolumn));
        }
        if columns.len() > 1 {
            let vikt = view.in_place(plats, contract::VIKT.at(key).kept());
            rakning = rakning.with(Steg::Becomes, "Fördelningstal", &vikt, ORE).in_unit("");
        }
        let all = view.figure(contract::VIKT.at(key).kept());
        // What all have of a single column is in its unit, and as exact as each has it.
        let only = self.kolumner.iter().find(|one| columns == [one.nummer]);
        let (what, unit, format) = match only {
            Some(one) => (in_sentence(one), unit(one), ALL),
            None => ("fördelningstal".to_owned(), "", ORE),
        };
        let rakning = if stated {
            rakning.with(Steg::Fran, "Andel", &andel, SHARE)
        } else {
            rakning
                .with(Steg::Divided, format!("{} {what}", self.everybodys), &all, format)
                .in_unit(unit)
                .with(Steg::Becomes, "Andel", &andel, SHARE)
        };
        let (shared, pot) = match view.maybe_figure(&contract::KVAR.at(key)) {
            Some(left) => ("Kvar efter grundbeloppen", left),
            None => ("Det som fördelas", view.figure(&contract::DELPOTT.at(key))),
        };
        let others = view.maybe_figure(&contract::ANDEL_OVRIGA.at(key));
        let left = view.maybe_figure(&contract::KVAR_OVRIGA.at(key));
        let rakning = match others.zip(left) {
            Some((others, left)) => rakning
                .with(Steg::Divided, "De övrigas sammanlagda andel", &others, SHARE)
                .with(Steg::Times, "Det som de övriga delar på", &left, KR),
            None => rakning.with(Steg::Times, shared, &pot, KR),
        };
        match view.maybe_figure(&contract::GRUNDBELOPP.at(key)) {
            Some(base) => rakning.with(Steg::Plus, "Grundbelopp", &base, KR),
            None => rakning,
        }
    }

    fn in_column(self, kolumn: &Kolumn) -> Number {
        if kolumn.befolkning {
            self.view.in_place(self.plats, contract::BEFOLKNING.at(self.namn).kept())
        } else {
            let promise = contract::NYCKEL.at((self.namn, kolumn.nummer));
            self.view.in_place(self.plats, promise.kept())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(heading: &str, unit: &str) -> Kolumn {
        Kolumn {
            nummer: 1,
            rubrik: swedish::capitalized(heading),
            i_mening: heading.to_owned(),
            enhet: unit.to_owned(),
            dag: NaiveDate::from_ymd_opt(2023, 11, 1),
            harledd: false,
            befolkning: unit == INHABITANT,
        }
    }

    #[test]
    fn those_whom_amounts_are_told_per_are_named_unless_they_are_everybody() {
        for (heading, person) in [
            ("befolkning", "invånare"),
            ("folkmängd 2023", "invånare"),
            ("befolkning den 1 november 2023", "invånare"),
            ("antal invånare, 2023-11-01", "invånare"),
            ("befolkning 15–24 år", "invånare 15–24 år"),
            ("antal personer 15–24 år", "person 15–24 år"),
            ("elever", "person (elever)"),
        ] {
            assert_eq!(called_one(&column(heading, INHABITANT)), person, "{heading}");
        }
    }

    #[test]
    fn a_column_is_definite_alone_and_as_it_is_headed_among_others() {
        let people = column("befolkning", INHABITANT);
        let young = column("befolkning 15–24 år", INHABITANT);
        let projects = Kolumn { dag: None, ..column("projekt", "antal") };
        let need = column("behov", "index");
        for (columns, words) in [
            (vec![&people], "befolkningen den 1 november 2023"),
            (vec![&young], "befolkningen 15–24 år den 1 november 2023"),
            (vec![&projects], "antalet projekt"),
            (vec![&need], "behov (den 1 november 2023)"),
            (vec![&people, &projects], "befolkning (den 1 november 2023) och antal projekt"),
        ] {
            let written = with_their_days(&columns);
            assert_eq!(written.replace(swedish::NO_BREAK_SPACE, " "), words);
        }
    }
}
