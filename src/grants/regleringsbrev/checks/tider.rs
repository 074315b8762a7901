//! When: the agreement years, the annexes' months, and where the adjustments are placed.

use std::collections::BTreeSet;

use super::{Kontroll, location, page};
use crate::grants::regleringsbrev::inputs::{Avtalsar, Bilaga, Inputs, Justeringsrad};
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::schema::sheet;
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
            let expected = format!("en rad för {} och en för {}", betalas[0], betalas[1]);
            if !betalas.contains(&ar) {
                let text = format!("avtalsår {ar} betalas inte under budgetåret {}", indata.ar);
                self.motsagt(location(&avtal.ar.cell), text, expected);
            } else if !sedda.insert(ar) {
                let text = format!("avtalsår {ar} står redan på en rad ovanför");
                self.motsagt(location(&avtal.ar.cell), text, expected);
            }
        }
        let raden = |ar: i32| indata.avtal.iter().find(|avtal| avtal.ar.value == ar);
        for ar in betalas.into_iter().filter(|ar| raden(*ar).is_none()) {
            let text = format!("avtalsår {ar} saknas");
            self.motsagt(page(sheet::AVTAL), text, format!("en rad för avtalsår {ar}"));
        }
        let [forra, arets] = betalas.map(raden);
        Some([forra?, arets?])
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
                let text = format!("bilagan har nummer {nummer}, men {expected} står på tur");
                self.motsagt(location(&bilaga.nummer.cell), text, format!("{expected}"));
            }
            if first > last {
                let text =
                    format!("bilaga {nummer} börjar i månad {first} men slutar i månad {last}");
                let expected = "en sista månad som inte ligger före den första";
                self.motsagt(location(&bilaga.last.cell), text, expected);
                continue;
            }
            if let Some(fore) = betalt.filter(|fore| first <= fore.last.value) {
                let text = format!(
                    "bilaga {nummer} börjar i månad {first}, men bilaga {} betalar redan till och med månad {}",
                    fore.nummer.value, fore.last.value
                );
                let expected =
                    "månader som ingen annan bilaga betalar, i samma ordning som bilagorna";
                self.motsagt(location(&bilaga.first.cell), text, expected);
            }
            if first <= efterslap && last > efterslap {
                let text = format!(
                    "bilaga {nummer} betalar två avtalsår: till och med månad {efterslap} betalas föregående års kostnader, därefter årets"
                );
                let expected =
                    format!("månad {efterslap} och månad {} i olika bilagor", efterslap + 1);
                self.motsagt(location(&bilaga.last.cell), text, expected);
            }
            betalt = Some(bilaga);
        }
        (fore == *self.problems).then_some(())
    }

    /// That each adjustment stands once, in a month of the annex it names, and that profit and loss is
    /// settled in one way.
    pub(in super::super) fn placeringen(
        &mut self,
        rows: &[Justeringsrad],
        bilagor: Option<&[Bilaga]>,
    ) -> Option<()> {
        let fore = self.problems.clone();
        let mut sedda = BTreeSet::new();
        for row in rows {
            let (kind, nummer, manad) = (row.kind.value, row.bilaga.value, row.manad.value);
            if !sedda.insert(kind) {
                let text = format!("”{kind}” står redan på en rad ovanför");
                self.motsagt(location(&row.kind.cell), text, "varje justering på en enda rad");
            }
            // Months are only looked for in annexes that are in order.
            let Some(bilagor) = bilagor else { continue };
            let Some(bilaga) = bilagor.iter().find(|bilaga| bilaga.nummer.value == nummer) else {
                let text = format!("bilaga {nummer} finns inte");
                let expected = match bilagor.len() {
                    1 => "bilaga 1, den enda på bladet Bilagor".to_owned(),
                    count => format!("någon av bilagorna 1–{count} på bladet Bilagor"),
                };
                self.motsagt(location(&row.bilaga.cell), text, expected);
                continue;
            };
            let (first, last) = (bilaga.first.value, bilaga.last.value);
            if !(first..=last).contains(&manad) {
                let text = format!("månad {manad} ligger inte i bilaga {nummer}");
                let expected = if first == last {
                    format!("månad {first}, den som bilaga {nummer} betalar")
                } else {
                    format!("någon av månaderna {first}–{last}, som bilaga {nummer} betalar")
                };
                self.motsagt(location(&row.manad.cell), text, expected);
            }
        }
        let tillsammans =
            rows.iter().find(|row| row.kind.value == Justering::VinstForlustTillsammans);
        let var_for_sig = |row: &Justeringsrad| {
            matches!(
                row.kind.value,
                Justering::VinstForlustFormanen | Justering::VinstForlustHepatitC
            )
        };
        if let Some(row) = tillsammans
            && rows.iter().any(var_for_sig)
        {
            self.motsagt(
                location(&row.kind.cell),
                "vinst och förlust avräknas både tillsammans och var för sig".to_owned(),
                "antingen en rad för båda, eller en för förmånen och en för hepatit C",
            );
        }
        (fore == *self.problems).then_some(())
    }
}
