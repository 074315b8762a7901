//! The letter's parts on sektorsbidraget and on all money that has been announced, which holds it.

use super::data::{Avrundningsregel, Meddelat, Sektorsbidrag};
use super::korthet::MNKR;
use super::{Besked, KR};
use crate::contract::{besked, sektorsbidrag as contract};
use crate::report::Visning;
use crate::report::rakning::{Rakning, Steg};

/// Kronor with öre, as they are before the rounding.
const ORE: Visning = Visning::Decimaler(2);
/// An amount in prose: million kronor as they are.
const MNKR_PROSA: Visning = Visning::MnkrHogst(6);

impl Besked<'_> {
    pub(super) fn sektorsbidrag(&self) -> Sektorsbidrag {
        let las = self.las;
        let belopp = self.egen(&contract::BELOPP);
        let kostnad_per_inv = self.egen(&contract::STANDARDKOSTNAD_PER_INV);
        let kostnad = self.egen(&contract::STANDARDKOSTNAD);
        let andel = self.egen(&contract::ANDEL);
        let exakt = self.egen(&contract::BELOPP_EXAKT);
        let rakning = Rakning::ny("Sektorsbidraget")
            .med(Steg::Fran, "Befolkning", &self.egen(&contract::BEFOLKNING), KR)
            .med(Steg::Ganger, "Standardkostnad", &kostnad_per_inv, Visning::Hogst(12))
            .med(Steg::Blir, "Regionen totalt", &kostnad, ORE)
            .med(Steg::Delat, "Landet totalt", &las.figure(&contract::STANDARDKOSTNAD), ORE)
            .med(Steg::Blir, "Regionens andel", &andel, Visning::Procent(10))
            .med(Steg::Ganger, "Det som fördelas", &las.figure(&contract::POTT), KR)
            .med(Steg::Blir, "Oavrundat bidrag", &exakt, ORE)
            .med(Steg::Blir, "Sektorsbidrag", &belopp, KR);
        Sektorsbidrag {
            belopp: belopp.som(KR),
            beslut: las.fact(&contract::BESLUT_NUMMER),
            datum: las.fact(&contract::BESLUT_DATUM).into(),
            diarienummer: las.fact(&contract::BESLUT_DIARIENUMMER),
            befolkning_datum: las.fact(&contract::BEFOLKNINGSDAG).into(),
            utbetalning: las.fact(&contract::UTBETALNING),
            avrundning: Avrundningsregel::med_namn(&las.fact(&contract::RESIDUALREGEL)),
            rakning,
        }
    }

    pub(super) fn meddelat(&self) -> Meddelat {
        let las = self.las;
        let belopp = self.egen(&besked::MEDDELAT);
        let sektorsbidrag = self.egen(&contract::BELOPP);
        let ovrigt = self.egen(&besked::UTOVER_SEKTORSBIDRAG);
        Meddelat {
            belopp: belopp.som(MNKR_PROSA),
            ovrigt: ovrigt.som(MNKR),
            datum: las.fact(&besked::DATUM).into(),
            prestation: las.fact(&besked::PRESTATION) == "ja",
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
