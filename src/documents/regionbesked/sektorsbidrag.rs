//! The letter's parts on sektorsbidraget and on all money that has been announced, which holds it.

use super::data::{Avrundningsregel, Meddelat, Sektorsbidrag};
use super::korthet::MNKR;
use super::{Besked, KR};
use crate::report::Visning;
use crate::report::rakning::{Rakning, Steg};

/// Kronor with öre, as they are before the rounding.
const ORE: Visning = Visning::Decimaler(2);
/// An amount in prose: million kronor as they are.
const MNKR_PROSA: Visning = Visning::MnkrHogst(6);

impl Besked<'_> {
    pub(super) fn sektorsbidrag(&self) -> Sektorsbidrag {
        let las = self.las.hos("sektorsbidrag");
        let figur = |namn: &str| las.region(self.region, namn);
        let rakning = Rakning::ny("Sektorsbidraget")
            .med(Steg::Fran, "Befolkning", &figur("befolkning"), KR)
            .med(
                Steg::Ganger,
                "Standardkostnad",
                &figur("standardkostnad_per_inv"),
                Visning::Hogst(12),
            )
            .med(Steg::Blir, "Regionen totalt", &figur("standardkostnad"), ORE)
            .med(Steg::Delat, "Landet totalt", &las.riket("standardkostnad"), ORE)
            .med(Steg::Blir, "Regionens andel", &figur("andel"), Visning::Procent(10))
            .med(Steg::Ganger, "Det som fördelas", &las.riket("pott"), KR)
            .med(Steg::Blir, "Oavrundat bidrag", &figur("belopp_exakt"), ORE)
            .med(Steg::Blir, "Sektorsbidrag", &figur("belopp"), KR);
        Sektorsbidrag {
            belopp: figur("belopp").som(KR),
            beslut: las.text("beslut_nummer"),
            datum: las.datum("beslut_datum"),
            diarienummer: las.text("beslut_diarienummer"),
            befolkning_datum: las.datum("befolkningsdag"),
            utbetalning: las.text("utbetalning"),
            avrundning: Avrundningsregel::med_namn(&las.text("residual")),
            rakning,
        }
    }

    pub(super) fn meddelat(&self) -> Meddelat {
        let las = self.las.hos("besked");
        let belopp = las.region(self.region, "meddelat");
        let sektorsbidrag = self.las.hos("sektorsbidrag").region(self.region, "belopp");
        let ovrigt = las.region(self.region, "utover_sektorsbidrag");
        Meddelat {
            belopp: belopp.som(MNKR_PROSA),
            ovrigt: ovrigt.som(MNKR),
            datum: las.datum("datum"),
            prestation: las.text("prestation") == "ja",
            rakning: Rakning::ny("Meddelade medel")
                .med(Steg::Fran, "Meddelade medel", &belopp, MNKR)
                .i("mnkr")
                .med(Steg::Minus, "Sektorsbidrag", &sektorsbidrag, MNKR)
                .i("mnkr")
                .med(Steg::Blir, "Övriga medel", &ovrigt, MNKR)
                .i("mnkr"),
        }
    }
}
