//! When: the agreement years, the annexes' months, and where the adjustments are placed.

use std::collections::BTreeSet;

use super::{Kontroll, plats, sida};
use crate::grants::regleringsbrev::inputs::{Avtalsar, Bilaga, Indata, Justeringsrad};
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::schema::blad;
use crate::quantity::Antal;

impl Kontroll<'_> {
    /// The two agreement years that are paid, the earlier first.
    pub(in super::super) fn avtalsaren<'i>(
        &mut self,
        indata: &'i Indata,
    ) -> Option<[&'i Avtalsar; 2]> {
        let betalas = [indata.ar - 1, indata.ar];
        let mut sedda = BTreeSet::new();
        for avtal in &indata.avtal {
            let ar = avtal.ar.value;
            let vantat = format!("en rad för {} och en för {}", betalas[0], betalas[1]);
            if !betalas.contains(&ar) {
                let text = format!("avtalsår {ar} betalas inte under budgetåret {}", indata.ar);
                self.motsagt(plats(&avtal.ar.cell), text, vantat);
            } else if !sedda.insert(ar) {
                let text = format!("avtalsår {ar} står redan på en rad ovanför");
                self.motsagt(plats(&avtal.ar.cell), text, vantat);
            }
        }
        let raden = |ar: i32| indata.avtal.iter().find(|avtal| avtal.ar.value == ar);
        for ar in betalas.into_iter().filter(|ar| raden(*ar).is_none()) {
            let text = format!("avtalsår {ar} saknas");
            self.motsagt(sida(blad::AVTAL), text, format!("en rad för avtalsår {ar}"));
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
        let efterslap: u32 = efterslap.som();
        let mut betalt: Option<&Bilaga> = None;
        for (vantat, bilaga) in (1..).zip(bilagor) {
            let (nummer, forsta, sista) =
                (bilaga.nummer.value, bilaga.forsta.value, bilaga.sista.value);
            if nummer != vantat {
                let text = format!("bilagan har nummer {nummer}, men {vantat} står på tur");
                self.motsagt(plats(&bilaga.nummer.cell), text, format!("{vantat}"));
            }
            if forsta > sista {
                let text =
                    format!("bilaga {nummer} börjar i månad {forsta} men slutar i månad {sista}");
                let vantat = "en sista månad som inte ligger före den första";
                self.motsagt(plats(&bilaga.sista.cell), text, vantat);
                continue;
            }
            if let Some(fore) = betalt.filter(|fore| forsta <= fore.sista.value) {
                let text = format!(
                    "bilaga {nummer} börjar i månad {forsta}, men bilaga {} betalar redan till och med månad {}",
                    fore.nummer.value, fore.sista.value
                );
                let vantat =
                    "månader som ingen annan bilaga betalar, i samma ordning som bilagorna";
                self.motsagt(plats(&bilaga.forsta.cell), text, vantat);
            }
            if forsta <= efterslap && sista > efterslap {
                let text = format!(
                    "bilaga {nummer} betalar två avtalsår: till och med månad {efterslap} betalas föregående års kostnader, därefter årets"
                );
                let vantat =
                    format!("månad {efterslap} och månad {} i olika bilagor", efterslap + 1);
                self.motsagt(plats(&bilaga.sista.cell), text, vantat);
            }
            betalt = Some(bilaga);
        }
        (fore == *self.problems).then_some(())
    }

    /// That each adjustment stands once, in a month of the annex it names, and that profit and loss is
    /// settled in one way.
    pub(in super::super) fn placeringen(
        &mut self,
        rader: &[Justeringsrad],
        bilagor: Option<&[Bilaga]>,
    ) -> Option<()> {
        let fore = self.problems.clone();
        let mut sedda = BTreeSet::new();
        for rad in rader {
            let (slag, nummer, manad) = (rad.slag.value, rad.bilaga.value, rad.manad.value);
            if !sedda.insert(slag) {
                let text = format!("”{slag}” står redan på en rad ovanför");
                self.motsagt(plats(&rad.slag.cell), text, "varje justering på en enda rad");
            }
            // Months are only looked for in annexes that are in order.
            let Some(bilagor) = bilagor else { continue };
            let Some(bilaga) = bilagor.iter().find(|bilaga| bilaga.nummer.value == nummer) else {
                let text = format!("bilaga {nummer} finns inte");
                let vantat = match bilagor.len() {
                    1 => "bilaga 1, den enda på bladet Bilagor".to_owned(),
                    antal => format!("någon av bilagorna 1–{antal} på bladet Bilagor"),
                };
                self.motsagt(plats(&rad.bilaga.cell), text, vantat);
                continue;
            };
            let (forsta, sista) = (bilaga.forsta.value, bilaga.sista.value);
            if !(forsta..=sista).contains(&manad) {
                let text = format!("månad {manad} ligger inte i bilaga {nummer}");
                let vantat = if forsta == sista {
                    format!("månad {forsta}, den som bilaga {nummer} betalar")
                } else {
                    format!("någon av månaderna {forsta}–{sista}, som bilaga {nummer} betalar")
                };
                self.motsagt(plats(&rad.manad.cell), text, vantat);
            }
        }
        let tillsammans =
            rader.iter().find(|rad| rad.slag.value == Justering::VinstForlustTillsammans);
        let var_for_sig = |rad: &Justeringsrad| {
            matches!(
                rad.slag.value,
                Justering::VinstForlustFormanen | Justering::VinstForlustHepatitC
            )
        };
        if let Some(rad) = tillsammans
            && rader.iter().any(var_for_sig)
        {
            self.motsagt(
                plats(&rad.slag.cell),
                "vinst och förlust avräknas både tillsammans och var för sig".to_owned(),
                "antingen en rad för båda, eller en för förmånen och en för hepatit C",
            );
        }
        (fore == *self.problems).then_some(())
    }
}
