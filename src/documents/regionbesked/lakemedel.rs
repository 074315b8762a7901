//! The letter's part on läkemedelsförmånerna: the grant, solidarity financing, and the change since last
//! year by cause, each as it was computed.

use super::data::{Avrundningsregel, Orsaker, Solidariskt, Statsbidrag, Utveckling};
use super::{ATTA, Besked, KR};
use crate::report::delar::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::rakning::{Rakning, Steg};
use crate::report::{Figur, Visning, svenska};

/// Kronor with öre, as they are before the rounding.
const ORE: Visning = Visning::Decimaler(2);
/// Kronor per inhabitant where the parts are small.
const EN_DECIMAL: Visning = Visning::Decimaler(1);
const PROCENT: Visning = Visning::Procent(4);

impl Besked<'_> {
    fn figur(&self, namn: &str) -> Figur {
        self.las.region(self.region, namn)
    }

    pub(super) fn statsbidrag(&self) -> Statsbidrag {
        let las = &self.las;
        let avrundning = match las.text("residual").as_str() {
            "half_up" => Avrundningsregel::HalfUp,
            "largest_remainder" => Avrundningsregel::LargestRemainder,
            "half_up_residual_to_largest" => Avrundningsregel::HalfUpResidualToLargest,
            "explicit" => Avrundningsregel::Explicit,
            annan => panic!("{annan} is no choice of the workbook"),
        };
        Statsbidrag {
            belopp: self.figur("statsbidrag").som(KR),
            forandring: self.figur("forandring").forandring(KR),
            befolkning_datum: las.datum("befolkningsdag"),
            ur_grupper: las.ja("behovsmodell_ur_grupper"),
            grupp_datum: las.datum("gruppdag"),
            behovsmodell: self.lage(las, "behovsmodell"),
            avrundning,
            restregion: las
                .kanske_text("residual_region")
                .filter(|_| avrundning == Avrundningsregel::Explicit),
            rakning: self.bidragets_rakning(),
        }
    }

    fn bidragets_rakning(&self) -> Rakning {
        let mut rakning = Rakning::ny("Så räknas statsbidraget fram");
        if self.las.ja("behovsmodell_ur_grupper") {
            let faktor = self.las.riket("skalfaktor");
            rakning = rakning
                .med(Steg::Fran, "Modellkostnad", &self.figur("modellkostnad"), ATTA)
                .med(Steg::Ganger, "Faktor, lika för alla regioner", &faktor, Visning::Procent(10))
                .med(Steg::Blir, "Behovsmodellen", &self.figur("behovsmodell"), ATTA);
        } else {
            let behov = self.figur("behovsmodell");
            rakning = rakning.med(Steg::Fran, "Behovsmodellen", &behov, ATTA);
        }
        let dag = self.las.datum("befolkningsdag").text;
        rakning
            .med(Steg::Plus, "Solidariskt netto", &self.figur("solidariskt_netto"), ATTA)
            .med(Steg::Blir, "Bidrag per invånare", &self.figur("statsbidrag_per_inv"), ATTA)
            .med(Steg::Ganger, format!("Befolkning den {dag}"), &self.figur("befolkning"), KR)
            .med(Steg::Blir, "Oavrundat bidrag", &self.figur("statsbidrag_exakt"), ORE)
            .med(Steg::Blir, "Statsbidrag i hela kronor", &self.figur("statsbidrag"), KR)
    }

    pub(super) fn solidariskt(&self) -> Solidariskt {
        let las = &self.las;
        let sjukdomar: Vec<_> =
            las.rader("sjukdomar").into_iter().filter_map(|mut rad| rad.remove("namn")).collect();
        Solidariskt {
            sjukdomar: svenska::upprakning(&sjukdomar),
            period_fran: las.text("solidarisk_period_fran"),
            period_till: las.text("solidarisk_period_till"),
            kostnad: self.lage(las, "solidariskt_utfall"),
            over_medel: las.regionmangd("over_medel").contains(&self.region),
            finansiering: las.riket("solidarisk_finansiering").som(KR),
            netto: self.figur("solidariskt_netto").forandring(KR),
            rakning: self.nettots_rakning(),
        }
    }

    /// From the cost to the net: of the ladder, the steps that the cost reaches.
    fn nettots_rakning(&self) -> Rakning {
        let las = &self.las;
        let mut rakning = Rakning::ny("Så räknas det solidariska nettot fram")
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
                .med(Steg::Fran, format!("Kostnad på nivå {niva}, över {fran}"), &overskott, ATTA)
                .med(Steg::Ganger, format!("Ersättning på nivå {niva}"), &andel, PROCENT)
                .med(Steg::Blir, format!("Ersatt på nivå {niva}"), &ersattning, ATTA);
        }
        let hela = self.figur("solidariskt_ersattning");
        rakning = match nadda {
            0 => rakning.med(Steg::Blir, "Ersättning", &hela, KR),
            1 => rakning,
            _ => rakning.med(Steg::Blir, "Ersättning på alla nivåer", &hela, ATTA),
        };
        rakning
            .med(
                Steg::Minus,
                "Finansiering, lika för alla regioner",
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
        let foregaende_solidariskt = self.figur("foregaende_solidariskt_netto").som(KR);
        let solidariskt = self.figur("solidariskt_netto").som(KR);
        let netto = self.figur("solidariskt_netto_forandring").forandring(KR);
        Orsaker {
            netto: las.text("slag") == "netto",
            brott_brutto_netto: las.text("slag") != las.text("foregaende_slag"),
            tabell: self.orsakstabell(),
            befolkning: self.figur("befolkning").som(KR),
            foregaende_befolkning: self.figur("foregaende_befolkning").som(KR),
            riket: las.riket("behovsmodell_differens").forandring(KR),
            regionen: self.figur("behovsmodell_differens").forandring(KR),
            utveckling,
            solidariskt_forandring: netto.mellan(&foregaende_solidariskt, &solidariskt),
            foregaende_solidariskt,
            solidariskt,
            solidariskt_rakning: self.nettots_forandring(),
        }
    }

    fn orsakstabell(&self) -> Tabell {
        let rad = |rubrik: String, slag, namn: &str| Tabellrad {
            rubrik,
            lanskod: None,
            slag,
            celler: vec![Some(self.figur(namn).som(KR))],
            gar_inte_ihop: false,
            okanda: Vec::new(),
        };
        let bidrag = |ar: i32| format!("Statsbidrag {ar}");
        let orsak = |rubrik: &str, namn: &str| rad(rubrik.to_owned(), Radslag::Rad, namn);
        Tabell {
            id: "forandring".to_owned(),
            nummer: Some(2),
            rubrik: format!("Från {} till {}, efter orsak", self.ar - 1, self.ar),
            enhet: "kr".to_owned(),
            radrubrik: "Orsak".to_owned(),
            kolumner: vec![Tabellkolumn {
                rubrik: "Belopp".to_owned(),
                grupp: None,
                enhet: String::new(),
            }],
            rader: vec![
                rad(bidrag(self.ar - 1), Radslag::Rad, "foregaende_statsbidrag"),
                orsak("Befolkning", "forandring_befolkning"),
                orsak("Nivå", "forandring_niva"),
                orsak("Struktur", "forandring_struktur"),
                orsak("Solidarisk finansiering", "forandring_solidariskt"),
                orsak("Avrundning", "forandring_avrundning"),
                rad(bidrag(self.ar), Radslag::Summa, "statsbidrag"),
            ],
            avrundade: Avrundade::default(),
        }
    }

    fn nettots_forandring(&self) -> Rakning {
        let netto = |ar: i32| format!("Solidariskt netto {ar}");
        let finansiering = self.las.riket("solidariskt_finansiering_forandring");
        Rakning::ny("Så har det solidariska nettot förändrats")
            .med(
                Steg::Fran,
                netto(self.ar - 1),
                &self.figur("foregaende_solidariskt_netto"),
                EN_DECIMAL,
            )
            .med(
                Steg::Plus,
                "Regionens egna kostnader",
                &self.figur("solidariskt_egna_kostnader"),
                EN_DECIMAL,
            )
            .med(
                Steg::Plus,
                "Landets kostnader och trappan",
                &self.figur("solidariskt_landets_kostnader"),
                EN_DECIMAL,
            )
            .med(Steg::Plus, "Finansieringen, lika för alla regioner", &finansiering, EN_DECIMAL)
            .med(Steg::Blir, netto(self.ar), &self.figur("solidariskt_netto"), EN_DECIMAL)
    }
}
