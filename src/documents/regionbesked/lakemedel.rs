//! The letter's part on läkemedelsförmånerna: the grant, solidarity financing, and the change since last
//! year by cause, each as it was computed.

use super::data::{Avrundningsregel, Orsaker, Solidariskt, Statsbidrag, Utveckling};
use super::{ATTA, Besked, KR, kolumn, rad, tabell};
use crate::report::delar::{Radslag, Tabell, Tabellrad};
use crate::report::rakning::{Rakning, Steg};
use crate::report::{Figur, Visning, svenska};

/// Kronor with öre, as they are before the rounding.
const ORE: Visning = Visning::Decimaler(2);
/// Kronor per inhabitant where the parts are small.
const EN_DECIMAL: Visning = Visning::Hogst(1);
const PROCENT: Visning = Visning::Procent(4);

impl Besked<'_> {
    pub(super) fn statsbidrag(&self) -> Statsbidrag {
        let las = &self.las;
        let avrundning = Avrundningsregel::med_namn(&las.text("residual"));
        Statsbidrag {
            belopp: self.figur("statsbidrag").som(KR),
            forandring: self.figur("forandring").forandring(KR),
            befolkning_datum: las.datum("befolkningsdag"),
            ur_grupper: las.ja("behovsmodell_ur_grupper"),
            grupp_datum: las.datum("gruppdag"),
            behovsmodell: self.figur("behovsmodell").som(KR),
            avstand: self.avstand("behovsmodell"),
            avrundning,
            restregion: las
                .kanske_text("residual_region")
                .filter(|_| avrundning == Avrundningsregel::Explicit),
            rakning: self.bidragets_rakning(),
        }
    }

    fn bidragets_rakning(&self) -> Rakning {
        let mut rakning = Rakning::ny("Statsbidraget");
        if self.las.ja("behovsmodell_ur_grupper") {
            let faktor = self.las.riket("skalfaktor");
            rakning = rakning
                .med(Steg::Fran, "Modellkostnad", &self.figur("modellkostnad"), ATTA)
                .med(Steg::Ganger, "Faktor, lika för alla", &faktor, Visning::Procent(10))
                .med(Steg::Blir, "Behovsmodellen", &self.figur("behovsmodell"), ATTA);
        } else {
            let behov = self.figur("behovsmodell");
            rakning = rakning.med(Steg::Fran, "Behovsmodellen", &behov, ATTA);
        }
        rakning
            .med(Steg::Plus, "Solidariskt netto", &self.figur("solidariskt_netto"), ATTA)
            .med(Steg::Blir, "Bidrag per invånare", &self.figur("statsbidrag_per_inv"), ATTA)
            .med(Steg::Ganger, "Befolkning", &self.figur("befolkning"), KR)
            .med(Steg::Blir, "Oavrundat bidrag", &self.figur("statsbidrag_exakt"), ORE)
            .med(Steg::Blir, "Statsbidrag", &self.figur("statsbidrag"), KR)
    }

    pub(super) fn solidariskt(&self) -> Solidariskt {
        let las = &self.las;
        let sjukdomar: Vec<_> =
            las.rader("sjukdomar").into_iter().filter_map(|mut rad| rad.remove("namn")).collect();
        Solidariskt {
            sjukdomar: svenska::upprakning(&sjukdomar),
            period_fran: las.text("solidarisk_period_fran"),
            period_till: las.text("solidarisk_period_till"),
            kostnad: self.figur("solidariskt_utfall").som(KR),
            medelkostnad: las.riket("solidariskt_utfall").som(KR),
            over_medel: las.regionmangd("over_medel").contains(&self.region),
            netto: self.figur("solidariskt_netto").forandring(KR),
            rakning: self.nettots_rakning(),
        }
    }

    /// From the cost to the net: of the ladder, the steps that the cost reaches.
    fn nettots_rakning(&self) -> Rakning {
        let las = &self.las;
        let mut rakning = Rakning::ny("Det solidariska nettot")
            .med(Steg::Fran, "Regionens kostnad", &self.figur("solidarisk_kostnad"), KR)
            .med(Steg::Delat, "Befolkning", &self.figur("befolkning"), KR)
            .med(Steg::Blir, "Kostnad per invånare", &self.figur("solidariskt_utfall"), ATTA)
            .med(Steg::Fran, "Rikets medelkostnad", &las.riket("solidariskt_utfall"), ATTA);
        let mut nadda = 0;
        for niva in las.rader("trappsteg").into_iter().filter_map(|mut steg| steg.remove("niva")) {
            let overskott = self.figur(&format!("solidariskt_overskott_niva{niva}"));
            if overskott.exakt().ar_noll() {
                continue;
            }
            nadda += 1;
            let fran = las.riket(&format!("trappa_niva{niva}_fran")).som(KR).text;
            let andel = las.riket(&format!("trappa_niva{niva}_andel"));
            let ersattning = self.figur(&format!("solidariskt_ersattning_niva{niva}"));
            rakning = rakning
                .med(Steg::Fran, format!("Nivå {niva}, över {fran} kr/inv"), &overskott, ATTA)
                .med(Steg::Ganger, "Ersättning", &andel, PROCENT)
                .med(Steg::Blir, format!("Ersättning, nivå {niva}"), &ersattning, ATTA);
        }
        let hela = self.figur("solidariskt_ersattning");
        rakning = match nadda {
            0 => rakning.med(Steg::Blir, "Ersättning", &hela, KR),
            1 => rakning,
            _ => rakning.med(Steg::Blir, "Ersättning, alla nivåer", &hela, ATTA),
        };
        rakning
            .med(
                Steg::Minus,
                "Finansiering, lika för alla",
                &las.riket("solidarisk_finansiering"),
                ATTA,
            )
            .med(Steg::Blir, "Solidariskt netto", &self.figur("solidariskt_netto"), ATTA)
    }

    pub(super) fn orsaker(&self) -> Orsaker {
        let las = &self.las;
        let har = |mangd: &str| las.regionmangd(mangd).contains(&self.region);
        let utveckling = match (har("behovsmodell_starkare"), har("behovsmodell_svagare")) {
            (true, _) => Utveckling::Starkare,
            (_, true) => Utveckling::Svagare,
            _ => Utveckling::Lika,
        };
        Orsaker {
            netto: las.text("slag") == "netto",
            brott_brutto_netto: las.text("slag") != las.text("foregaende_slag"),
            tabell: self.orsakstabell(),
            utveckling,
            solidariskt: self.figur("solidariskt_netto_forandring").som(EN_DECIMAL),
            egna_kostnader: self.figur("solidariskt_egna_kostnader").som(EN_DECIMAL),
            landets_kostnader: self.figur("solidariskt_landets_kostnader").som(EN_DECIMAL),
            finansiering: las.riket("solidariskt_finansiering_forandring").som(EN_DECIMAL),
        }
    }

    /// What each cause is measured by last year and this, and the kronor it changed; the last column adds
    /// up to the krona.
    fn orsakstabell(&self) -> Tabell {
        let kr = |figur: Figur| Some(figur.som(KR));
        let egen = |namn: &str| kr(self.figur(namn));
        let riket = |namn: &str| kr(self.las.riket(namn));
        let rader = vec![
            rad(
                "Befolkning, invånare",
                vec![
                    egen("foregaende_befolkning"),
                    egen("befolkning"),
                    egen("forandring_befolkning"),
                ],
            ),
            rad(
                "Nivå: rikets behovsmodell, kr/inv",
                vec![
                    riket("foregaende_behovsmodell"),
                    riket("behovsmodell"),
                    egen("forandring_niva"),
                ],
            ),
            rad(
                "Struktur: regionens avstånd till riket, kr/inv",
                vec![
                    egen("foregaende_behovsmodell_avstand"),
                    egen("behovsmodell_avstand"),
                    egen("forandring_struktur"),
                ],
            ),
            rad(
                "Solidariskt netto, kr/inv",
                vec![
                    egen("foregaende_solidariskt_netto"),
                    egen("solidariskt_netto"),
                    egen("forandring_solidariskt"),
                ],
            ),
            rad("Avrundning", vec![None, None, egen("forandring_avrundning")]),
            Tabellrad {
                slag: Radslag::Summa,
                ..rad(
                    "Statsbidrag, kr",
                    vec![egen("foregaende_statsbidrag"), egen("statsbidrag"), egen("forandring")],
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
