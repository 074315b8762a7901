//! A diagram of deviations: how far outcomes lie from what they are held against, on both sides of
//! nought, and the limits they may lie within. Positions are thousandths of the axis, from its left end.

use schemars::JsonSchema;
use serde::Serialize;

use super::diagram::{Axel, Skalstreck};
use super::number::{Figur, Siffra, Visning};
use crate::quantity::Exakt;
use crate::svenska;

/// Deviations as horizontal bars from a line of nought, with a band between two limits.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Avvikelsediagram {
    /// Its name in the document: `diagram1`.
    pub id: String,
    /// Its number in the document.
    pub nummer: u32,
    /// The caption, without number and unit.
    pub rubrik: String,
    /// The unit: percent of what.
    pub enhet: String,
    /// The axis marks, from the left, as printed.
    pub skala: Vec<Skalstreck>,
    /// Where nought is.
    pub noll_promille: i64,
    /// Where the lower limit is.
    pub nedre_promille: i64,
    /// Where the upper limit is.
    pub ovre_promille: i64,
    /// The limit on either side.
    pub grans: Siffra,
    /// The bars.
    pub rader: Vec<Avvikelserad>,
}

/// A bar.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Avvikelserad {
    /// What deviates.
    pub rubrik: String,
    /// By how much.
    pub siffra: Siffra,
    /// Where it ends.
    pub promille: i64,
    /// Whether it goes beyond a limit, to be told from the others without colour.
    pub utanfor: bool,
}

/// What a bar is drawn from: its heading, the deviation as a share, whether it goes beyond a limit.
pub type Avvikelse = (String, Figur, bool);

impl Avvikelsediagram {
    /// The diagram of some deviations, which are shares, and the limit on either side of nought.
    #[must_use]
    pub fn ny(
        (id, nummer): (&str, u32),
        (rubrik, enhet): (String, &str),
        grans: &Figur,
        avvikelser: &[Avvikelse],
        visning: Visning,
    ) -> Self {
        let hundra = Exakt::from(100);
        let procent = |figur: &Figur| &figur.exakt() * &hundra;
        let alla = avvikelser.iter().map(|(_, figur, _)| figur).chain([grans]);
        let hogst = alla.map(|figur| procent(figur).belopp()).max().unwrap_or_else(Exakt::noll);
        let axel = Axel::for_hogst(&hogst);
        let hoger = |promille: i64| i64::midpoint(1000, promille);
        let vanster = |promille: i64| 1000 - hoger(promille);
        let plats = |figur: &Figur| {
            let (procent, avstand) = (procent(figur), axel.promille(&procent(figur).belopp()));
            if procent.ar_negativ() { vanster(avstand) } else { hoger(avstand) }
        };
        let negativa = axel.skala().into_iter().skip(1).rev().map(|streck| Skalstreck {
            text: format!("{}{}", svenska::MINUS, streck.text),
            promille: vanster(streck.promille),
        });
        let positiva = axel
            .skala()
            .into_iter()
            .map(|streck| Skalstreck { promille: hoger(streck.promille), ..streck });
        Self {
            id: id.to_owned(),
            nummer,
            rubrik,
            enhet: enhet.to_owned(),
            skala: negativa.chain(positiva).collect(),
            noll_promille: hoger(0),
            nedre_promille: vanster(axel.promille(&procent(grans))),
            ovre_promille: hoger(axel.promille(&procent(grans))),
            grans: grans.som(visning),
            rader: avvikelser
                .iter()
                .map(|(rubrik, figur, utanfor)| Avvikelserad {
                    rubrik: rubrik.clone(),
                    siffra: figur.som(visning),
                    promille: plats(figur),
                    utanfor: *utanfor,
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Status;
    use crate::quantity::{Unit, Value};

    fn andel(tusendelar: i64) -> Figur {
        Figur {
            id: "prov.2024.riket.andel".to_owned(),
            value: Value::Exakt(Exakt::brak(tusendelar, 1000)),
            unit: Unit::Andel,
            status: Status::Faststalld,
        }
    }

    #[test]
    fn deviations_stand_on_their_side_of_nought() {
        let rad = |tusendelar| ("Del".to_owned(), andel(tusendelar), false);
        let diagram = Avvikelsediagram::ny(
            ("diagram1", 1),
            ("Avvikelse".to_owned(), "procent"),
            &andel(30),
            &[rad(-40), rad(0), rad(25)],
            Visning::Procent(2),
        );
        // The axis goes from −5 to 5 percent.
        let ytterst = [&diagram.skala[0], &diagram.skala[5], &diagram.skala[10]];
        let ytterst = ytterst.map(|streck| (streck.text.as_str(), streck.promille));
        assert_eq!(ytterst, [("−5", 0), ("0", 500), ("5", 1000)]);
        let promille: Vec<_> = diagram.rader.iter().map(|rad| rad.promille).collect();
        assert_eq!(promille, [100, 500, 750]);
        assert_eq!((diagram.nedre_promille, diagram.noll_promille), (200, 500));
        assert_eq!(diagram.ovre_promille, 800);
        assert_eq!(diagram.rader[0].siffra.text, "−4");
    }
}
