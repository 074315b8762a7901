//! The letter's part on läkemedelsförmånerna: the grant, solidarity financing, and the change since last
//! year by cause, each as it was computed.

use super::data::{Orsaker, Solidariskt, SolidarisktAndrat, Statsbidrag, Utveckling};
use super::{ATTA, Besked, KR, column, row, table};
use crate::contract::{Everywhere, Fact, lakemedel as contract};
use crate::quantity::{Exact, KronorPerInvanare};
use crate::region::Region;
use crate::report::residual::Avrundningsregel;
use crate::report::table::{Radslag, Tabell, Tabellrad};
use crate::report::worked_sum::{Rakning, Steg, rounded_down};
use crate::report::{Number, NumberFormat};
use crate::swedish;

/// Kronor with öre, as they are before the rounding.
const ORE: NumberFormat = NumberFormat::Decimals(2);
/// Kronor per inhabitant where the parts are small.
const EN_DECIMAL: NumberFormat = NumberFormat::Decimals(1);
const PROCENT: NumberFormat = NumberFormat::Percent(4);
/// An amount that the agreement states, with the decimals it has.
const STATED: NumberFormat = NumberFormat::AtMost(2);

impl Besked<'_> {
    pub(super) fn statsbidrag(&self) -> Statsbidrag {
        let view = self.view;
        let avrundning = Avrundningsregel::with_name(&view.fact(&contract::RESIDUAL));
        let behovsmodell = self.own(&contract::BEHOVSMODELL).shown_as(KR);
        let medel = view.figure(&contract::BEHOVSMODELL).shown_as(KR);
        let avstand = self.own(&contract::BEHOVSMODELL_AVSTAND).forandring(KR);
        Statsbidrag {
            belopp: self.own(&contract::STATSBIDRAG).shown_as(KR),
            forandring: self.own(&contract::FORANDRING).forandring(KR),
            befolkning_datum: view.fact(&contract::BEFOLKNINGSDAG).into(),
            ur_grupper: view.fact(&contract::BEHOVSMODELL_UR_GRUPPER),
            grupp_datum: view.fact(&contract::GRUPPDAG).into(),
            avstand: avstand.between(&medel, &behovsmodell),
            behovsmodell,
            avrundning,
            restregion: view
                .maybe_fact(&contract::RESIDUAL_REGION)
                .filter(|_| avrundning == Avrundningsregel::Explicit),
            rakning: self.bidragets_rakning(),
        }
    }

    fn bidragets_rakning(&self) -> Rakning {
        let mut rakning = Rakning::new("Statsbidraget");
        let kostnad = self.view.maybe_in_region(self.region, &contract::MODELLKOSTNAD);
        if let Some((kostnad, faktor)) = kostnad.zip(self.view.maybe_figure(&contract::SKALFAKTOR))
        {
            rakning = rakning
                .with(Steg::Fran, "Modellkostnad", &kostnad, ATTA)
                .with(Steg::Times, "Faktor, lika för alla", &faktor, NumberFormat::Percent(10))
                .with(Steg::Becomes, "Behovsmodellen", &self.own(&contract::BEHOVSMODELL), ATTA);
        } else {
            let behov = self.own(&contract::BEHOVSMODELL);
            rakning = rakning.with(Steg::Fran, "Behovsmodellen", &behov, ATTA);
        }
        rakning
            .with(Steg::Plus, "Solidariskt netto", &self.own(&contract::SOLIDARISKT_NETTO), ATTA)
            .with(
                Steg::Becomes,
                "Bidrag per invånare",
                &self.own(&contract::STATSBIDRAG_PER_INV),
                ATTA,
            )
            .with(Steg::Times, "Befolkning", &self.own(&contract::BEFOLKNING), KR)
            .with(Steg::Becomes, "Oavrundat bidrag", &self.own(&contract::STATSBIDRAG_EXAKT), ORE)
            .with(Steg::Becomes, self.rounded(), &self.own(&contract::STATSBIDRAG), KR)
    }

    /// What the grant is called in the calculation, with what rounding did to it.
    fn rounded(&self) -> String {
        let (exakt, hela) =
            (self.own(&contract::STATSBIDRAG_EXAKT), self.own(&contract::STATSBIDRAG));
        let what = "Statsbidrag";
        match Avrundningsregel::with_name(&self.view.fact(&contract::RESIDUAL)) {
            Avrundningsregel::LargestRemainder => rounded_down(what, &exakt, &hela),
            // Whoever takes what is left over is not rounded to the nearest krona.
            _ if (&exakt.exact() - &hela.exact()).amount() > Exact::fraction(1, 2) => {
                format!("{what}, som tar skillnaden mot hela beloppet")
            }
            _ => what.to_owned(),
        }
    }

    pub(super) fn solidariskt(&self) -> Solidariskt {
        let view = self.view;
        Solidariskt {
            sjukdomar: swedish::enumeration(&view.fact(&contract::SJUKDOMAR)),
            period_fran: swedish::month_and_year(view.fact(&contract::SOLIDARISK_PERIOD_FRAN)),
            period_till: swedish::month_and_year(view.fact(&contract::SOLIDARISK_PERIOD_TILL)),
            kostnad: self.own(&contract::SOLIDARISKT_UTFALL).shown_as(KR),
            medelkostnad: view.figure(&contract::SOLIDARISKT_UTFALL).shown_as(KR),
            over_medel: view.fact(&contract::OVER_MEDEL).contains(&self.region),
            under_troskel: self.under_troskel().map(|troskel| troskel.shown_as(STATED)),
            over_troskel: self.over_troskel().map(|troskel| troskel.shown_as(STATED)),
            ersattning: (view.fact(&contract::TRAPPSTEG) == 1)
                .then(|| view.figure(&contract::TRAPPA_ANDEL.at(1)).shown_as(PROCENT)),
            netto: self.own(&contract::SOLIDARISKT_NETTO).forandring(KR),
            rakning: self.nettots_rakning(),
        }
    }

    /// The cost from which a region is compensated at all, and whether this one's reaches it; none if there is no such
    /// cost, or the region's is not above the mean.
    fn troskel(&self) -> Option<(Number, bool)> {
        let kostnad = self.own(&contract::SOLIDARISKT_UTFALL);
        let troskel = self.view.maybe_figure(&contract::SOLIDARISK_TROSKEL)?;
        let over_medel = self.view.fact(&contract::OVER_MEDEL).contains(&self.region);
        let reaches = kostnad.exact() >= troskel.exact();
        over_medel.then_some((troskel, reaches))
    }

    fn under_troskel(&self) -> Option<Number> {
        self.troskel().filter(|(_, reaches)| !reaches).map(|(troskel, _)| troskel)
    }

    fn over_troskel(&self) -> Option<Number> {
        self.troskel().filter(|(_, reaches)| *reaches).map(|(troskel, _)| troskel)
    }

    /// From the cost to the net: of the ladder, the steps that the cost reaches.
    fn nettots_rakning(&self) -> Rakning {
        let view = self.view;
        let under_troskel = self.under_troskel();
        let steps = view.fact(&contract::TRAPPSTEG);
        let over = |niva: &usize| self.own(&contract::SOLIDARISKT_OVERSKOTT.at(*niva));
        let reaches = |niva: &usize| under_troskel.is_none() && !over(niva).exact().is_zero();
        let reached: Vec<_> = (1..=steps).filter(reaches).collect();
        let medel = view.figure(&contract::SOLIDARISKT_UTFALL);
        // On the first step alone is all that is above the mean, where that is what it begins at.
        let alone = matches!(reached.as_slice(), [1])
            && view.figure(&contract::TRAPPA_FRAN.at(1)).exact() == medel.exact();
        let mut rakning = Rakning::new("Det solidariska nettot")
            .with(Steg::Fran, "Regionens kostnad", &self.own(&contract::SOLIDARISK_KOSTNAD), KR)
            .with(Steg::Divided, "Befolkning", &self.own(&contract::BEFOLKNING), KR)
            .with(
                Steg::Becomes,
                "Kostnad per invånare",
                &self.own(&contract::SOLIDARISKT_UTFALL),
                ATTA,
            )
            .with(
                if alone { Steg::Minus } else { Steg::Fran },
                "Rikets medelkostnad",
                &medel,
                ATTA,
            );
        for niva in &reached {
            rakning = self.with_step(rakning, *niva, alone, alone && steps == 1);
        }
        let nadda = reached.len();
        let hela = self.own(&contract::SOLIDARISKT_ERSATTNING);
        if let Some(troskel) = under_troskel {
            rakning = rakning.with(Steg::Fran, "Lägsta kostnad för ersättning", &troskel, STATED);
        }
        rakning = match nadda {
            0 => rakning.with(Steg::Becomes, "Ersättning", &hela, KR),
            1 => rakning,
            _ => rakning.with(Steg::Becomes, "Ersättning, alla nivåer", &hela, ATTA),
        };
        rakning
            .with(
                Steg::Minus,
                "Finansiering, lika för alla",
                &view.figure(&contract::SOLIDARISK_FINANSIERING),
                ATTA,
            )
            .with(Steg::Becomes, "Solidariskt netto", &self.own(&contract::SOLIDARISKT_NETTO), ATTA)
    }

    /// A step of the ladder that the cost reaches: what is on it, the share that is compensated, and the compensation.
    /// Where it is reached `alone`, that is what the cost is above the mean.
    fn with_step(&self, rakning: Rakning, niva: usize, alone: bool, only: bool) -> Rakning {
        let view = self.view;
        let format = if niva == 1 { KR } else { STATED };
        let fran = view.figure(&contract::TRAPPA_FRAN.at(niva)).shown_as(format).text;
        let overskott = self.own(&contract::SOLIDARISKT_OVERSKOTT.at(niva));
        let andel = view.figure(&contract::TRAPPA_ANDEL.at(niva));
        let ersattning = self.own(&contract::SOLIDARISKT_ERSATTNING_NIVA.at(niva));
        let (over, text) = if only {
            (format!("Över medel, {fran} kr/inv"), "Ersättning".to_owned())
        } else {
            (format!("Nivå {niva}, över {fran} kr/inv"), format!("Ersättning, nivå {niva}"))
        };
        let first = if alone { Steg::Becomes } else { Steg::Fran };
        rakning
            .with(first, over, &overskott, ATTA)
            .with(Steg::Times, "Ersättning", &andel, PROCENT)
            .with(Steg::Becomes, text, &ersattning, ATTA)
    }

    pub(super) fn causes(&self) -> Orsaker {
        let view = self.view;
        let har = |promise: &Fact<Vec<Region>>| view.fact(promise).contains(&self.region);
        let (starkare, svagare) =
            (har(&contract::BEHOVSMODELL_STARKARE), har(&contract::BEHOVSMODELL_SVAGARE));
        let utveckling = match (starkare, svagare) {
            (true, _) => Utveckling::Starkare,
            (_, true) => Utveckling::Svagare,
            _ => Utveckling::Lika,
        };
        let ([_, netto], slag) = (contract::SLAG, view.fact(&contract::BIDRAGETS_SLAG));
        Orsaker {
            netto: slag == netto,
            brott_brutto_netto: slag != view.fact(&contract::FOREGAENDE_SLAG),
            tabell: self.orsakstabell(),
            utveckling,
            solidariskt: self.solidarity_causes(),
        }
    }

    /// How the solidarity net has changed; none where nothing of it has, as it is printed.
    fn solidarity_causes(&self) -> Option<SolidarisktAndrat> {
        let of = |promise| self.own(promise);
        let all = [
            of(&contract::SOLIDARISKT_NETTO_FORANDRING),
            of(&contract::SOLIDARISKT_EGNA_KOSTNADER),
            of(&contract::SOLIDARISKT_LANDETS_KOSTNADER),
            self.view.figure(&contract::SOLIDARISKT_FINANSIERING_FORANDRING),
        ];
        let all = all.map(|figure| figure.shown_as(EN_DECIMAL));
        let changed = all.iter().any(|one| one.text.contains(|c| matches!(c, '1'..='9')));
        let [netto, egna_kostnader, landets_kostnader, finansiering] = all;
        let least = [contract::SOLIDARISK_TROSKEL, contract::FOREGAENDE_SOLIDARISK_TROSKEL];
        let lagsta_kostnad = least.iter().any(|one| self.view.maybe_figure(one).is_some());
        changed.then_some(SolidarisktAndrat {
            netto,
            egna_kostnader,
            landets_kostnader,
            lagsta_kostnad,
            finansiering,
        })
    }

    /// What each cause is measured by last year and this, and the kronor it changed; the last column adds
    /// up to the krona.
    fn orsakstabell(&self) -> Tabell {
        let kr = |figure: Number| Some(figure.shown_as(KR));
        let small = |figure: Number| Some(figure.shown_as(EN_DECIMAL));
        let riket = |promise| small(self.view.figure::<Everywhere<KronorPerInvanare>>(promise));
        let rader = vec![
            row(
                "Befolkning, invånare",
                vec![
                    kr(self.own(&contract::FOREGAENDE_BEFOLKNING)),
                    kr(self.own(&contract::BEFOLKNING)),
                    kr(self.own(&contract::FORANDRING_BEFOLKNING)),
                ],
            ),
            row(
                "Nivå: rikets behovsmodell, kr/inv",
                vec![
                    riket(&contract::FOREGAENDE_BEHOVSMODELL),
                    riket(&contract::BEHOVSMODELL),
                    kr(self.own(&contract::FORANDRING_NIVA)),
                ],
            ),
            row(
                "Struktur: regionens avstånd till riket, kr/inv",
                vec![
                    small(self.own(&contract::FOREGAENDE_BEHOVSMODELL_AVSTAND)),
                    small(self.own(&contract::BEHOVSMODELL_AVSTAND)),
                    kr(self.own(&contract::FORANDRING_STRUKTUR)),
                ],
            ),
            row(
                "Solidariskt netto, kr/inv",
                vec![
                    small(self.own(&contract::FOREGAENDE_SOLIDARISKT_NETTO)),
                    small(self.own(&contract::SOLIDARISKT_NETTO)),
                    kr(self.own(&contract::FORANDRING_SOLIDARISKT)),
                ],
            ),
            row("Avrundning", vec![None, None, kr(self.own(&contract::FORANDRING_AVRUNDNING))]),
            Tabellrad {
                slag: Radslag::Summa,
                ..row(
                    "Statsbidrag, kr",
                    vec![
                        kr(self.own(&contract::FOREGAENDE_STATSBIDRAG)),
                        kr(self.own(&contract::STATSBIDRAG)),
                        kr(self.own(&contract::FORANDRING)),
                    ],
                )
            },
        ];
        let kolumner = [
            column(&(self.ar - 1).to_string(), ""),
            column(&self.ar.to_string(), ""),
            column("Ändring", "kr"),
        ];
        let rubrik = format!("Förändring {}–{}, efter orsak", self.ar - 1, self.ar);
        table(("forandring", 2), (&rubrik, ""), "Orsak", kolumner.to_vec(), rader)
    }
}
