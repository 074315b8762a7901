//! The letter's parts on sektorsbidraget and on all money that has been announced, which holds it.

use super::data::{Meddelat, Sektorsbidrag};
use super::summary::MNKR;
use super::{Besked, KR};
use crate::contract::{besked, sektorsbidrag as contract};
use crate::report::NumberFormat;
use crate::report::residual::Avrundningsregel;
use crate::report::worked_sum::{Rakning, Steg};

/// Kronor with öre, as they are before the rounding.
const ORE: NumberFormat = NumberFormat::Decimals(2);
/// An amount in prose: million kronor as they are.
const MNKR_PROSA: NumberFormat = NumberFormat::MnkrAtMost(6);

impl Besked<'_> {
    pub(super) fn sektorsbidrag(&self) -> Sektorsbidrag {
        let view = self.view;
        let belopp = self.own(&contract::BELOPP);
        let kostnad_per_inv = self.own(&contract::STANDARDKOSTNAD_PER_INV);
        let kostnad = self.own(&contract::STANDARDKOSTNAD);
        let andel = self.own(&contract::ANDEL);
        let exakt = self.own(&contract::BELOPP_EXAKT);
        let rakning = Rakning::new("Sektorsbidraget")
            .with(Steg::Fran, "Befolkning", &self.own(&contract::BEFOLKNING), KR)
            .with(Steg::Times, "Standardkostnad", &kostnad_per_inv, NumberFormat::AtMost(12))
            .with(Steg::Becomes, "Regionen totalt", &kostnad, ORE)
            .with(Steg::Divided, "Landet totalt", &view.figure(&contract::STANDARDKOSTNAD), ORE)
            .with(Steg::Becomes, "Regionens andel", &andel, NumberFormat::Percent(10))
            .with(Steg::Times, "Det som fördelas", &view.figure(&contract::POTT), KR)
            .with(Steg::Becomes, "Oavrundat bidrag", &exakt, ORE)
            .with(Steg::Becomes, "Sektorsbidrag", &belopp, KR);
        Sektorsbidrag {
            belopp: belopp.shown_as(KR),
            beslut: view.fact(&contract::BESLUT_NUMMER),
            datum: view.fact(&contract::BESLUT_DATUM).into(),
            diarienummer: view.fact(&contract::BESLUT_DIARIENUMMER),
            befolkning_datum: view.fact(&contract::BEFOLKNINGSDAG).into(),
            utbetalning: view.fact(&contract::UTBETALNING),
            avrundning: Avrundningsregel::with_name(&view.fact(&contract::RESIDUALREGEL)),
            rakning,
        }
    }

    pub(super) fn meddelat(&self) -> Meddelat {
        let view = self.view;
        let belopp = self.own(&besked::MEDDELAT);
        let sektorsbidrag = self.own(&contract::BELOPP);
        let ovrigt = self.own(&besked::UTOVER_SEKTORSBIDRAG);
        Meddelat {
            belopp: belopp.shown_as(MNKR_PROSA),
            ovrigt: ovrigt.shown_as(MNKR),
            datum: view.fact(&besked::DATUM).into(),
            prestation: view.fact(&besked::PRESTATION) == "ja",
            rakning: Rakning::new("Meddelade medel")
                .with(Steg::Fran, "Meddelade medel", &belopp, MNKR)
                .in_unit("mnkr")
                .with(Steg::Minus, "Sektorsbidrag", &sektorsbidrag, MNKR)
                .in_unit("mnkr")
                .with(Steg::Becomes, "Övriga medel", &ovrigt, MNKR)
                .in_unit("mnkr"),
        }
    }
}
