//! A diagram of deviations: how far outcomes lie from what they are held against, on both sides of
//! zero, and the limits they may lie within. Positions are thousandths of the axis, from its left end.

use schemars::JsonSchema;
use serde::Serialize;

use super::diagram::{Axel, Skalstreck};
use super::number::{Number, NumberFormat, Siffra};
use crate::quantity::Exact;
use crate::swedish;

/// Deviations as horizontal bars from a line of zero, each with a band between its two limits.
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
    /// Where zero is.
    pub noll_promille: i64,
    /// Whether all bars have the same limits.
    pub lika_granser: bool,
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
    /// Where the lower limit is.
    pub nedre_promille: i64,
    /// Where the upper limit is.
    pub ovre_promille: i64,
    /// Whether it goes beyond a limit, to be told from the others without colour.
    pub utanfor: bool,
}

/// What a bar is drawn from.
#[derive(Clone, Debug)]
pub struct Avvikelse {
    /// What deviates.
    pub rubrik: String,
    /// By how much, as a share.
    pub andel: Number,
    /// The limit below zero, as a share without sign.
    pub nedat: Number,
    /// The limit above.
    pub uppat: Number,
    /// Whether it goes beyond a limit.
    pub utanfor: bool,
}

impl Avvikelsediagram {
    /// The diagram of some deviations.
    #[must_use]
    pub fn new(
        (id, nummer): (&str, u32),
        (rubrik, enhet): (String, &str),
        deviations: &[Avvikelse],
        number_format: NumberFormat,
    ) -> Self {
        let hundred = Exact::from(100);
        let percent = |figure: &Number| &figure.exact() * &hundred;
        let all = deviations.iter().flat_map(|one| [&one.andel, &one.nedat, &one.uppat]);
        let hogst = all.map(|figure| percent(figure).amount()).max().unwrap_or_else(Exact::zero);
        let axis = Axel::for_at_most(&hogst);
        let hoger = |promille: i64| i64::midpoint(1000, promille);
        let vanster = |promille: i64| 1000 - hoger(promille);
        let plats = |figure: &Number| {
            let (percent, avstand) = (percent(figure), axis.permille(&percent(figure).amount()));
            if percent.is_negative() { vanster(avstand) } else { hoger(avstand) }
        };
        let negative = axis.scale().into_iter().skip(1).rev().map(|dash| Skalstreck {
            text: format!("{}{}", swedish::MINUS, dash.text),
            promille: vanster(dash.promille),
        });
        let positive = axis
            .scale()
            .into_iter()
            .map(|dash| Skalstreck { promille: hoger(dash.promille), ..dash });
        let rader: Vec<_> = deviations
            .iter()
            .map(|one| Avvikelserad {
                rubrik: one.rubrik.clone(),
                siffra: one.andel.shown_as(number_format),
                promille: plats(&one.andel),
                nedre_promille: vanster(axis.permille(&percent(&one.nedat))),
                ovre_promille: hoger(axis.permille(&percent(&one.uppat))),
                utanfor: one.utanfor,
            })
            .collect();
        let granser = |rad: &Avvikelserad| (rad.nedre_promille, rad.ovre_promille);
        Self {
            id: id.to_owned(),
            nummer,
            rubrik,
            enhet: enhet.to_owned(),
            skala: negative.chain(positive).collect(),
            noll_promille: hoger(0),
            lika_granser: rader
                .iter()
                .zip(rader.iter().skip(1))
                .all(|(a, b)| granser(a) == granser(b)),
            rader,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Status;
    use crate::quantity::{Unit, Value};

    fn share(thousandths: i64) -> Number {
        Number {
            id: "prov.2024.riket.andel".to_owned(),
            value: Value::Exact(Exact::fraction(thousandths, 1000)),
            unit: Unit::Andel,
            status: Status::Faststalld,
        }
    }

    #[test]
    fn deviations_stand_on_their_side_of_zero() {
        let row = |thousandths| Avvikelse {
            rubrik: "Del".to_owned(),
            andel: share(thousandths),
            nedat: share(30),
            uppat: share(if thousandths == 0 { 20 } else { 30 }),
            utanfor: false,
        };
        let diagram = Avvikelsediagram::new(
            ("diagram1", 1),
            ("Avvikelse".to_owned(), "procent"),
            &[row(-40), row(0), row(25)],
            NumberFormat::Percent(2),
        );
        // The axis goes from −5 to 5 percent.
        let outermost = [&diagram.skala[0], &diagram.skala[5], &diagram.skala[10]];
        let outermost = outermost.map(|dash| (dash.text.as_str(), dash.promille));
        assert_eq!(outermost, [("−5", 0), ("0", 500), ("5", 1000)]);
        let promille: Vec<_> = diagram.rader.iter().map(|row| row.promille).collect();
        assert_eq!(promille, [100, 500, 750]);
        let granser: Vec<_> =
            diagram.rader.iter().map(|row| (row.nedre_promille, row.ovre_promille)).collect();
        assert_eq!(granser, [(200, 800), (200, 700), (200, 800)]);
        assert_eq!((diagram.lika_granser, diagram.noll_promille), (false, 500));
        assert_eq!(diagram.rader[0].siffra.text, "−4");
    }
}
