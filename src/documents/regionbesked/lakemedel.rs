//! The letter's part on läkemedelsförmånerna: the grant, solidarity financing, and the change since last
//! year by cause, each as it was computed.

use super::data::{Avrundningsregel, Orsaker, Solidariskt, Statsbidrag, Utveckling};
use super::{ATTA, Besked, KR, kolumn, rad, tabell};
use crate::contract::{Everywhere, Fact, lakemedel as contract};
use crate::quantity::KronorPerInvanare;
use crate::region::Region;
use crate::report::rakning::{Rakning, Steg};
use crate::report::table::{Radslag, Tabell, Tabellrad};
use crate::report::{Figur, Visning};
use crate::svenska;

/// Kronor with öre, as they are before the rounding.
const ORE: Visning = Visning::Decimaler(2);
/// Kronor per inhabitant where the parts are small.
const EN_DECIMAL: Visning = Visning::Hogst(1);
const PROCENT: Visning = Visning::Procent(4);

impl Besked<'_> {
    pub(super) fn statsbidrag(&self) -> Statsbidrag {
        let las = self.las;
        let avrundning = Avrundningsregel::med_namn(&las.fact(&contract::RESIDUAL));
        Statsbidrag {
            belopp: self.egen(&contract::STATSBIDRAG).som(KR),
            forandring: self.egen(&contract::FORANDRING).forandring(KR),
            befolkning_datum: las.fact(&contract::BEFOLKNINGSDAG).into(),
            ur_grupper: las.fact(&contract::BEHOVSMODELL_UR_GRUPPER),
            grupp_datum: las.fact(&contract::GRUPPDAG).into(),
            behovsmodell: self.egen(&contract::BEHOVSMODELL).som(KR),
            avstand: self.egen(&contract::BEHOVSMODELL_AVSTAND).forandring(KR),
            avrundning,
            restregion: las
                .maybe_fact(&contract::RESIDUAL_REGION)
                .filter(|_| avrundning == Avrundningsregel::Explicit),
            rakning: self.bidragets_rakning(),
        }
    }

    fn bidragets_rakning(&self) -> Rakning {
        let mut rakning = Rakning::ny("Statsbidraget");
        let kostnad = self.las.maybe_in_region(self.region, &contract::MODELLKOSTNAD);
        if let Some((kostnad, faktor)) = kostnad.zip(self.las.maybe_figure(&contract::SKALFAKTOR)) {
            rakning = rakning
                .med(Steg::Fran, "Modellkostnad", &kostnad, ATTA)
                .med(Steg::Ganger, "Faktor, lika för alla", &faktor, Visning::Procent(10))
                .med(Steg::Blir, "Behovsmodellen", &self.egen(&contract::BEHOVSMODELL), ATTA);
        } else {
            let behov = self.egen(&contract::BEHOVSMODELL);
            rakning = rakning.med(Steg::Fran, "Behovsmodellen", &behov, ATTA);
        }
        rakning
            .med(Steg::Plus, "Solidariskt netto", &self.egen(&contract::SOLIDARISKT_NETTO), ATTA)
            .med(
                Steg::Blir,
                "Bidrag per invånare",
                &self.egen(&contract::STATSBIDRAG_PER_INV),
                ATTA,
            )
            .med(Steg::Ganger, "Befolkning", &self.egen(&contract::BEFOLKNING), KR)
            .med(Steg::Blir, "Oavrundat bidrag", &self.egen(&contract::STATSBIDRAG_EXAKT), ORE)
            .med(Steg::Blir, "Statsbidrag", &self.egen(&contract::STATSBIDRAG), KR)
    }

    pub(super) fn solidariskt(&self) -> Solidariskt {
        let las = self.las;
        Solidariskt {
            sjukdomar: svenska::upprakning(&las.fact(&contract::SJUKDOMAR)),
            period_fran: svenska::manad_och_ar(las.fact(&contract::SOLIDARISK_PERIOD_FRAN)),
            period_till: svenska::manad_och_ar(las.fact(&contract::SOLIDARISK_PERIOD_TILL)),
            kostnad: self.egen(&contract::SOLIDARISKT_UTFALL).som(KR),
            medelkostnad: las.figure(&contract::SOLIDARISKT_UTFALL).som(KR),
            over_medel: las.fact(&contract::OVER_MEDEL).contains(&self.region),
            netto: self.egen(&contract::SOLIDARISKT_NETTO).forandring(KR),
            rakning: self.nettots_rakning(),
        }
    }

    /// From the cost to the net: of the ladder, the steps that the cost reaches.
    fn nettots_rakning(&self) -> Rakning {
        let las = self.las;
        let mut rakning = Rakning::ny("Det solidariska nettot")
            .med(Steg::Fran, "Regionens kostnad", &self.egen(&contract::SOLIDARISK_KOSTNAD), KR)
            .med(Steg::Delat, "Befolkning", &self.egen(&contract::BEFOLKNING), KR)
            .med(
                Steg::Blir,
                "Kostnad per invånare",
                &self.egen(&contract::SOLIDARISKT_UTFALL),
                ATTA,
            )
            .med(
                Steg::Fran,
                "Rikets medelkostnad",
                &las.figure(&contract::SOLIDARISKT_UTFALL),
                ATTA,
            );
        let mut nadda = 0;
        for niva in 1..=las.fact(&contract::TRAPPSTEG) {
            let overskott = self.egen(&contract::SOLIDARISKT_OVERSKOTT.at(niva));
            if overskott.exakt().ar_noll() {
                continue;
            }
            nadda += 1;
            let fran = las.figure(&contract::TRAPPA_FRAN.at(niva)).som(KR).text;
            let andel = las.figure(&contract::TRAPPA_ANDEL.at(niva));
            let ersattning = self.egen(&contract::SOLIDARISKT_ERSATTNING_NIVA.at(niva));
            rakning = rakning
                .med(Steg::Fran, format!("Nivå {niva}, över {fran} kr/inv"), &overskott, ATTA)
                .med(Steg::Ganger, "Ersättning", &andel, PROCENT)
                .med(Steg::Blir, format!("Ersättning, nivå {niva}"), &ersattning, ATTA);
        }
        let hela = self.egen(&contract::SOLIDARISKT_ERSATTNING);
        rakning = match nadda {
            0 => rakning.med(Steg::Blir, "Ersättning", &hela, KR),
            1 => rakning,
            _ => rakning.med(Steg::Blir, "Ersättning, alla nivåer", &hela, ATTA),
        };
        rakning
            .med(
                Steg::Minus,
                "Finansiering, lika för alla",
                &las.figure(&contract::SOLIDARISK_FINANSIERING),
                ATTA,
            )
            .med(Steg::Blir, "Solidariskt netto", &self.egen(&contract::SOLIDARISKT_NETTO), ATTA)
    }

    pub(super) fn orsaker(&self) -> Orsaker {
        let las = self.las;
        let har = |promise: &Fact<Vec<Region>>| las.fact(promise).contains(&self.region);
        let (starkare, svagare) =
            (har(&contract::BEHOVSMODELL_STARKARE), har(&contract::BEHOVSMODELL_SVAGARE));
        let utveckling = match (starkare, svagare) {
            (true, _) => Utveckling::Starkare,
            (_, true) => Utveckling::Svagare,
            _ => Utveckling::Lika,
        };
        let ([_, netto], slag) = (contract::SLAG, las.fact(&contract::BIDRAGETS_SLAG));
        Orsaker {
            netto: slag == netto,
            brott_brutto_netto: slag != las.fact(&contract::FOREGAENDE_SLAG),
            tabell: self.orsakstabell(),
            utveckling,
            solidariskt: self.egen(&contract::SOLIDARISKT_NETTO_FORANDRING).som(EN_DECIMAL),
            egna_kostnader: self.egen(&contract::SOLIDARISKT_EGNA_KOSTNADER).som(EN_DECIMAL),
            landets_kostnader: self.egen(&contract::SOLIDARISKT_LANDETS_KOSTNADER).som(EN_DECIMAL),
            finansiering: las
                .figure(&contract::SOLIDARISKT_FINANSIERING_FORANDRING)
                .som(EN_DECIMAL),
        }
    }

    /// What each cause is measured by last year and this, and the kronor it changed; the last column adds
    /// up to the krona.
    fn orsakstabell(&self) -> Tabell {
        let kr = |figur: Figur| Some(figur.som(KR));
        let riket = |promise| kr(self.las.figure::<Everywhere<KronorPerInvanare>>(promise));
        let rader = vec![
            rad(
                "Befolkning, invånare",
                vec![
                    kr(self.egen(&contract::FOREGAENDE_BEFOLKNING)),
                    kr(self.egen(&contract::BEFOLKNING)),
                    kr(self.egen(&contract::FORANDRING_BEFOLKNING)),
                ],
            ),
            rad(
                "Nivå: rikets behovsmodell, kr/inv",
                vec![
                    riket(&contract::FOREGAENDE_BEHOVSMODELL),
                    riket(&contract::BEHOVSMODELL),
                    kr(self.egen(&contract::FORANDRING_NIVA)),
                ],
            ),
            rad(
                "Struktur: regionens avstånd till riket, kr/inv",
                vec![
                    kr(self.egen(&contract::FOREGAENDE_BEHOVSMODELL_AVSTAND)),
                    kr(self.egen(&contract::BEHOVSMODELL_AVSTAND)),
                    kr(self.egen(&contract::FORANDRING_STRUKTUR)),
                ],
            ),
            rad(
                "Solidariskt netto, kr/inv",
                vec![
                    kr(self.egen(&contract::FOREGAENDE_SOLIDARISKT_NETTO)),
                    kr(self.egen(&contract::SOLIDARISKT_NETTO)),
                    kr(self.egen(&contract::FORANDRING_SOLIDARISKT)),
                ],
            ),
            rad("Avrundning", vec![None, None, kr(self.egen(&contract::FORANDRING_AVRUNDNING))]),
            Tabellrad {
                slag: Radslag::Summa,
                ..rad(
                    "Statsbidrag, kr",
                    vec![
                        kr(self.egen(&contract::FOREGAENDE_STATSBIDRAG)),
                        kr(self.egen(&contract::STATSBIDRAG)),
                        kr(self.egen(&contract::FORANDRING)),
                    ],
                )
            },
        ];
        let kolumner = [
            kolumn(&(self.ar - 1).to_string(), ""),
            kolumn(&self.ar.to_string(), ""),
            kolumn("Ändring", "kr"),
        ];
        let rubrik = format!("Förändring {}–{}, efter orsak", self.ar - 1, self.ar);
        tabell(("forandring", 2), (&rubrik, ""), "Orsak", kolumner.to_vec(), rader)
    }
}
