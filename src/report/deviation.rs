//! A diagram of deviations: how far outcomes lie from what they are held against, on both sides of
//! zero, and the limits they may lie within. Positions are thousandths of the axis, from its left end.

use schemars::JsonSchema;
use serde::Serialize;

use super::diagram::{Axel, Skalstreck};
use super::number::{Number, NumberFormat, Siffra};
use crate::quantity::Exact;
use crate::swedish;

/// Deviations as horizontal bars from a line of zero, with a band between two limits.
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
pub type Avvikelse = (String, Number, bool);

impl Avvikelsediagram {
    /// The diagram of some deviations, which are shares, and the limit on either side of zero.
    #[must_use]
    pub fn new(
        (id, nummer): (&str, u32),
        (rubrik, enhet): (String, &str),
        grans: &Number,
        deviations: &[Avvikelse],
        number_format: NumberFormat,
    ) -> Self {
        let hundred = Exact::from(100);
        let percent = |figure: &Number| &figure.exact() * &hundred;
        let all = deviations.iter().map(|(_, figure, _)| figure).chain([grans]);
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
        Self {
            id: id.to_owned(),
            nummer,
            rubrik,
            enhet: enhet.to_owned(),
            skala: negative.chain(positive).collect(),
            noll_promille: hoger(0),
            nedre_promille: vanster(axis.permille(&percent(grans))),
            ovre_promille: hoger(axis.permille(&percent(grans))),
            grans: grans.shown_as(number_format),
            rader: deviations
                .iter()
                .map(|(rubrik, figure, utanfor)| Avvikelserad {
                    rubrik: rubrik.clone(),
                    siffra: figure.shown_as(number_format),
                    promille: plats(figure),
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
        let row = |thousandths| ("Del".to_owned(), share(thousandths), false);
        let diagram = Avvikelsediagram::new(
            ("diagram1", 1),
            ("Avvikelse".to_owned(), "procent"),
            &share(30),
            &[row(-40), row(0), row(25)],
            NumberFormat::Percent(2),
        );
        // The axis goes from −5 to 5 percent.
        let outermost = [&diagram.skala[0], &diagram.skala[5], &diagram.skala[10]];
        let outermost = outermost.map(|dash| (dash.text.as_str(), dash.promille));
        assert_eq!(outermost, [("−5", 0), ("0", 500), ("5", 1000)]);
        let promille: Vec<_> = diagram.rader.iter().map(|row| row.promille).collect();
        assert_eq!(promille, [100, 500, 750]);
        assert_eq!((diagram.nedre_promille, diagram.noll_promille), (200, 500));
        assert_eq!(diagram.ovre_promille, 800);
        assert_eq!(diagram.rader[0].siffra.text, "−4");
    }
}
