//! When: the agreement years, the annexes' months, and where the adjustments are placed.

use std::collections::BTreeSet;

use super::{Kontroll, field, location, lovets_plats};
use crate::figure::{Figure, Trace};
use crate::grants::regleringsbrev::inputs::{Avtalsar, Bilaga, Inputs, Justeringsrad};
use crate::grants::regleringsbrev::justering::Slag;
use crate::grants::regleringsbrev::messages::schedule as say;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem};
use crate::quantity::Antal;

impl Kontroll<'_> {
    /// The two agreement years that are paid, the earlier first.
    pub(in super::super) fn avtalsaren<'i>(
        &mut self,
        indata: &'i Inputs,
    ) -> Option<[&'i Avtalsar; 2]> {
        let betalas = [indata.ar - 1, indata.ar];
        let mut sedda = BTreeSet::new();
        for avtal in &indata.avtal {
            let ar = avtal.ar.value;
            let expected = say::a_row_for_each(&betalas[0], &betalas[1]);
            if !betalas.contains(&ar) {
                let text = say::year_not_paid(&ar, &indata.ar);
                self.motsagt(location(&avtal.ar.cell), text, expected);
            } else if !sedda.insert(ar) {
                let text = say::year_twice(&ar);
                self.motsagt(location(&avtal.ar.cell), text, expected);
            }
        }
        let raden = |ar: i32| indata.avtal.iter().find(|avtal| avtal.ar.value == ar);
        for ar in betalas.into_iter().filter(|ar| raden(*ar).is_none()) {
            self.motsagt(
                field(sheet::AVTAL, "avtalsar"),
                say::year_missing(&ar),
                say::a_row_for(&ar),
            );
        }
        let [forra, arets] = betalas.map(raden);
        Some([forra?, arets?])
    }

    /// That both years are paid as many months after the cost: otherwise a month of cost would be paid by no payment
    /// of the year, or two by one.
    pub(in super::super) fn efterslapet(
        &mut self,
        trace: &Trace,
        ar: i32,
        fore: Option<&Figure<Antal>>,
        nu: &Figure<Antal>,
    ) {
        let Some(fore) = fore.filter(|fore| fore.value != nu.value) else { return };
        let [before, now]: [u32; 2] = [fore, nu].map(|figure| figure.value.shown_as());
        let text = if now < before {
            say::months_unpaid(&now, &ar, &before, &(ar - 1))
        } else {
            say::months_without_cost(&now, &ar, &before, &(ar - 1))
        };
        let problem = Problem::new(Code::R04, lovets_plats(trace, nu.id), text);
        self.problems.add(problem.expected(Message::alike(before)).help(say::pay_apart()));
    }

    /// That the annexes are numbered in order, that their months follow on each other without overlap,
    /// and that each pays one agreement year.
    pub(in super::super) fn bilagorna(
        &mut self,
        bilagor: &[Bilaga],
        efterslap: Antal,
    ) -> Option<()> {
        let fore = self.problems.clone();
        let efterslap: u32 = efterslap.shown_as();
        let mut betalt: Option<&Bilaga> = None;
        for (expected, bilaga) in (1..).zip(bilagor) {
            let (nummer, first, last) =
                (bilaga.nummer.value, bilaga.first.value, bilaga.last.value);
            if nummer != expected {
                let text = say::annex_out_of_order(&nummer, &expected);
                self.motsagt(location(&bilaga.nummer.cell), text, Message::alike(expected));
            }
            if first > last {
                let text = say::ends_before_it_begins(&nummer, &first, &last);
                self.motsagt(location(&bilaga.last.cell), text, say::not_before_the_first());
                continue;
            }
            if let Some(fore) = betalt.filter(|fore| first <= fore.last.value) {
                let (other, paid) = (fore.nummer.value, fore.last.value);
                let text = say::already_paid(&nummer, &first, &other, &paid);
                self.motsagt(location(&bilaga.first.cell), text, say::months_of_its_own());
            }
            if first <= efterslap && last > efterslap {
                let text = say::two_years(&nummer, &efterslap);
                let expected = say::in_different_annexes(&efterslap, &(efterslap + 1));
                self.motsagt(location(&bilaga.last.cell), text, expected);
            }
            betalt = Some(bilaga);
        }
        (fore == *self.problems).then_some(())
    }

    /// That each adjustment stands once, in a month of the annex it names.
    pub(in super::super) fn placeringen(
        &mut self,
        rows: &[Justeringsrad],
        bilagor: Option<&[Bilaga]>,
    ) -> Option<()> {
        let fore = self.problems.clone();
        let mut sedda = BTreeSet::new();
        for row in rows {
            let (kind, nummer, manad) = (&row.kind.value, row.bilaga.value, row.manad.value);
            if !sedda.insert(kind) {
                let text = say::adjustment_twice(&words::quoted(kind));
                let problem = Problem::new(Code::R04, location(&row.kind.cell), text);
                let problem = problem.expected(say::one_row_each());
                self.problems.add(match kind.slag {
                    Slag::Avdrag => problem.help(say::deduction_of_another_month()),
                    _ => problem,
                });
            }
            // Months are only looked for in annexes that are in order.
            let Some(bilagor) = bilagor else { continue };
            let Some(bilaga) = bilagor.iter().find(|bilaga| bilaga.nummer.value == nummer) else {
                let text = say::no_annex(&nummer);
                let expected = match bilagor.len() {
                    1 => say::the_only_annex(),
                    count => say::one_of_the_annexes(&count),
                };
                self.motsagt(location(&row.bilaga.cell), text, expected);
                continue;
            };
            let (first, last) = (bilaga.first.value, bilaga.last.value);
            if !(first..=last).contains(&manad) {
                let text = say::month_outside(&manad, &nummer);
                let expected = if first == last {
                    say::the_only_month(&first, &nummer)
                } else {
                    say::one_of_the_months(&first, &last, &nummer)
                };
                self.motsagt(location(&row.manad.cell), text, expected);
            }
        }
        (fore == *self.problems).then_some(())
    }
}
