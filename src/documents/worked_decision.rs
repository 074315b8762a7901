//! What a recipient gets of a pot of a decision, step by step: its numbers, its weight, its share, and what they come
//! to. Shown in the decision itself, and in the letter to a region.

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

/// Whether a column is the population and is called so.
pub(super) fn is_called_population(kolumn: &Kolumn) -> bool {
    kolumn.befolkning && kolumn.i_mening == "befolkning"
}

/// A column of numbers in a sentence: `befolkningen den 1 november 2023`, `behov (den 1 november 2023)`.
pub(super) fn with_its_day(kolumn: &Kolumn) -> String {
    match kolumn.dag {
        Some(dag) if is_called_population(kolumn) => {
            format!("befolkningen den {}", swedish::date_in_prose(dag))
        }
        Some(dag) => format!("{} (den {})", kolumn.i_mening, swedish::date_in_prose(dag)),
        None => kolumn.i_mening.clone(),
    }
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
    potter.iter().map(one).collect()
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
    fn of_the_pot(self, pott: &Pott) -> Rakning {
        let Self { view, namn, plats, .. } = self;
        let key = (namn, pott.nummer);
        let exakt = view.in_place(plats, &contract::DELBELOPP_EXAKT.at(key));
        let rakning = match &pott.satt {
            Satt::Nyckel(columns) => match self.limit(pott, &exakt) {
                Some((text, limit)) => Rakning::new(&pott.namn).with(Steg::Fran, text, &limit, KR),
                None => self.by_key(pott, columns),
            }
            .with(Steg::Becomes, "Oavrundat belopp", &exakt, ORE),
            Satt::FastaBelopp(_) => {
                Rakning::new(&pott.namn).with(Steg::Fran, "Belopp i beslutet", &exakt, ORE)
            }
        };
        let justering = view.maybe_in_place(plats, &contract::JUSTERING.at(key));
        let rakning = match justering {
            Some(justering) => rakning.with(Steg::Plus, "Justering", &justering, KR),
            None => rakning,
        };
        let belopp = view.in_place(plats, &contract::DELBELOPP.at(key));
        let rest = view.figure(&contract::RESIDUAL.at(key));
        let rakning = if self.takes_the_rest(pott) && !rest.exact().is_zero() {
            rakning.with(Steg::Plus, "Återstod vid avrundningen", &rest, KR)
        } else {
            rakning
        };
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
        for (place, number) in columns.iter().enumerate() {
            let kolumn = self.kolumner.iter().find(|one| one.nummer == *number);
            let kolumn = kolumn.unwrap_or_else(|| panic!("a key names a column"));
            let step = if place == 0 { Steg::Fran } else { Steg::Times };
            rakning = rakning
                .with(step, &kolumn.rubrik, &self.in_column(kolumn), ALL)
                .in_unit(&kolumn.enhet);
        }
        if columns.len() > 1 {
            let vikt = view.in_place(plats, contract::VIKT.at(key).kept());
            rakning = rakning.with(Steg::Becomes, "Fördelningstal", &vikt, ORE).in_unit("");
        }
        let all = view.figure(contract::VIKT.at(key).kept());
        let andel = view.in_place(plats, contract::ANDEL.at(key).kept());
        // What all have of a single column is in its unit, and as exact as each has it.
        let only = self.kolumner.iter().find(|one| columns == [one.nummer]);
        let (what, unit, format) =
            only.map_or(("fördelningstal", "", ORE), |one| (&one.i_mening, &one.enhet, ALL));
        let rakning = rakning
            .with(Steg::Divided, format!("{} {what}", self.everybodys), &all, format)
            .in_unit(unit)
            .with(Steg::Becomes, "Andel", &andel, SHARE);
        let (shared, pot) = match view.maybe_figure(&contract::KVAR.at(key)) {
            Some(left) => ("Kvar efter grundbeloppen", left),
            None => ("Det som fördelas", view.figure(&contract::DELPOTT.at(key))),
        };
        let others = view.maybe_figure(&contract::ANDEL_OVRIGA.at(key));
        let left = view.maybe_figure(&contract::KVAR_OVRIGA.at(key));
        let rakning = match others.zip(left) {
            Some((others, left)) => rakning
                .with(Steg::Divided, "Andelar för dem som inte når någon gräns", &others, SHARE)
                .with(Steg::Times, "Det som de delar på", &left, KR),
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
