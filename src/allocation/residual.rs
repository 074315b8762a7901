//! From exact parts to whole kronor: who gets the last krona is a named policy.

use crate::figure::{Expr, Figure, Function, Operand, Trace, list, one, round};
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Antal, Exakt, HelaKronor, Kronor, Quantity, Value};

/// Who gets, or gives up, the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residual {
    /// Nobody: each part is rounded by itself (`half_up`) and the residual is stated.
    HalfUp,
    /// Each part is rounded down; the kronor left go one each to the largest fractions. Equal
    /// fractions are served in the parts' order (that of länskod). Also called Hamilton's method.
    LargestRemainder,
    /// Each part is rounded by itself; the largest part takes the residual. Of equal parts the first.
    HalfUpResidualToLargest,
    /// Each part is rounded by itself; the part in this place (from 0) takes the residual, because
    /// the decision says so.
    Explicit(usize),
}

impl Residual {
    /// The words for the policies in workbooks.
    pub const VAL: [&'static str; 4] =
        ["half_up", "largest_remainder", "half_up_residual_to_largest", "explicit"];

    /// The policy a word stands for; `explicit` needs the place that takes the residual.
    #[must_use]
    pub fn hitta(ord: &str, plats: Option<usize>) -> Option<Self> {
        match ord {
            "half_up" => Some(Self::HalfUp),
            "largest_remainder" => Some(Self::LargestRemainder),
            "half_up_residual_to_largest" => Some(Self::HalfUpResidualToLargest),
            "explicit" => plats.map(Self::Explicit),
            _ => None,
        }
    }
}

impl Residual {
    /// The most kronor by which [`hela_kronor`] can part a whole amount from its exact one, for each of
    /// the exact parts: one where it is only rounded, two where a second round is possible, and all that
    /// the parts together may miss the pot by where one takes the residual.
    #[must_use]
    pub fn hogst_ifran(self, delar: &[Kronor]) -> Vec<i64> {
        let (vanligt, taker) = match self {
            Self::HalfUp => (1, None),
            Self::LargestRemainder => (2, None),
            Self::HalfUpResidualToLargest => (1, Some(storst(delar))),
            Self::Explicit(plats) => (1, Some(plats)),
        };
        let antal = i64::try_from(delar.len()).unwrap_or(i64::MAX);
        let hogst = |plats| if Some(plats) == taker { antal.saturating_mul(2) } else { vanligt };
        (0..delar.len()).map(hogst).collect()
    }
}

/// Whole kronor, and what they miss the pot by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hela {
    /// One amount for each part.
    pub belopp: Vec<HelaKronor>,
    /// The pot less the sum of the amounts: zero for every policy but [`Residual::HalfUp`].
    pub residual: HelaKronor,
}

/// The exact parts are too far from the pot for rounding to explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obalans {
    /// The sum of the exact parts.
    pub delar: Kronor,
    /// What they should sum to.
    pub pott: HelaKronor,
}

/// Whole kronor from exact parts, by a policy.
///
/// # Errors
/// [`Obalans`] if the parts miss the pot by more than a krona each: that is no residual.
///
/// # Panics
/// If an explicit place is beyond the parts.
pub fn hela_kronor(
    delar: &[Kronor],
    pott: HelaKronor,
    residual: Residual,
) -> Result<Hela, Obalans> {
    let summa: Kronor = delar.iter().cloned().sum();
    let avstand = (summa.clone() - pott.exakt()).exakt().belopp();
    let antal = i64::try_from(delar.len()).unwrap_or(i64::MAX);
    if avstand > Exakt::from(antal) {
        return Err(Obalans { delar: summa, pott });
    }
    let mut belopp: Vec<_> = delar.iter().map(|del| del.avrunda(Avrundning::HalfUp)).collect();
    match residual {
        Residual::HalfUp => {}
        Residual::LargestRemainder => belopp = storsta_rest(delar, pott),
        Residual::HalfUpResidualToLargest => ta_resten(&mut belopp, pott, storst(delar)),
        Residual::Explicit(plats) => ta_resten(&mut belopp, pott, plats),
    }
    let residual = pott - belopp.iter().copied().sum();
    Ok(Hela { belopp, residual })
}

/// The place of the largest part, the first of equals.
fn storst(delar: &[Kronor]) -> usize {
    let platser = delar.iter().enumerate().rev();
    platser.max_by_key(|(_, del)| *del).map_or(0, |(plats, _)| plats)
}

fn ta_resten(belopp: &mut [HelaKronor], pott: HelaKronor, plats: usize) {
    let rest = pott - belopp.iter().copied().sum();
    let antal = belopp.len();
    let mottagare = belopp
        .get_mut(plats)
        .unwrap_or_else(|| panic!("part {plats} of {antal} cannot take the residual"));
    *mottagare = *mottagare + rest;
}

/// Rounds down, then up again by one krona for the largest fractions until the pot is used.
fn storsta_rest(delar: &[Kronor], pott: HelaKronor) -> Vec<HelaKronor> {
    let ned = |del: &Kronor| Kronor::ny(del.exakt().golv());
    let mut belopp: Vec<_> = delar.iter().map(|del| ned(del).avrunda(Avrundning::HalfUp)).collect();
    let kvar = (pott - belopp.iter().copied().sum()).heltal();
    let mut tur: Vec<_> = delar.iter().map(|del| del.clone() - ned(del)).enumerate().collect();
    // Stable: equal fractions stay in the parts' order.
    tur.sort_by(|(_, a), (_, b)| b.cmp(a));
    // The parts may miss the pot by up to a krona each, so a second round, or one krona back from
    // the smallest fractions, is possible; normally `kvar` is below the number of parts.
    let en = HelaKronor::fran_heltal(kvar.signum());
    let ordning: Vec<_> = if kvar < 0 { tur.iter().rev().collect() } else { tur.iter().collect() };
    let antal = usize::try_from(kvar.unsigned_abs()).unwrap_or(usize::MAX);
    for (plats, _) in ordning.into_iter().cycle().take(antal) {
        if let Some(mottagare) = belopp.get_mut(*plats) {
            *mottagare = *mottagare + en;
        }
    }
    belopp
}

/// `största_rest(delar; pott)`: [`Residual::LargestRemainder`] as a named function. A pot below zero is shared
/// out as its opposite would be, and the signs are turned back: who takes the residual does not hang on
/// which way the money goes.
pub static LARGEST_REMAINDER: Function = Function {
    name: "största_rest",
    compute: |arguments| match arguments {
        [parts, pot] => shared(parts, pot, Residual::LargestRemainder),
        other => panic!("största_rest takes parts and a pot, not {} arguments", other.len()),
    },
};

/// `rest_till_störst(delar; pott)`: [`Residual::HalfUpResidualToLargest`] as a named function; signs as in
/// [`LARGEST_REMAINDER`].
pub static RESIDUAL_TO_LARGEST: Function = Function {
    name: "rest_till_störst",
    compute: |arguments| match arguments {
        [parts, pot] => shared(parts, pot, Residual::HalfUpResidualToLargest),
        other => panic!("rest_till_störst takes parts and a pot, not {} arguments", other.len()),
    },
};

/// `rest_till(delar; pott; plats)`: [`Residual::Explicit`] as a named function, the place from 0; signs as in
/// [`LARGEST_REMAINDER`].
pub static RESIDUAL_TO: Function = Function {
    name: "rest_till",
    compute: |arguments| match arguments {
        [parts, pot, place] => {
            let place = only(place).heltal().and_then(|place| usize::try_from(place).ok());
            let place = place.unwrap_or_else(|| panic!("the reader requires a part to name"));
            shared(parts, pot, Residual::Explicit(place))
        }
        other => panic!("rest_till takes parts, a pot and a place, not {} arguments", other.len()),
    },
};

fn only(argument: &[Value]) -> Exakt {
    let [value] = argument else { panic!("{} values where one is taken", argument.len()) };
    value.exakt().unwrap_or_else(|| panic!("{value:?} is no number"))
}

fn shared(parts: &[Value], pot: &[Value], policy: Residual) -> Vec<Value> {
    let pot = only(pot);
    let turned = pot.ar_negativ();
    let turn = |number: Exakt| if turned { -number } else { number };
    let parts: Vec<_> = parts
        .iter()
        .map(|part| Kronor::ny(turn(part.exakt().unwrap_or_else(|| panic!("{part:?} is a part")))))
        .collect();
    let pot = Kronor::ny(turn(pot)).avrunda(Avrundning::HalfUp);
    let whole = hela_kronor(&parts, pot, policy)
        .unwrap_or_else(|imbalance| panic!("the parts are not of the pot: {imbalance:?}"));
    let amounts = whole.belopp.into_iter();
    amounts.map(|amount| if turned { -amount } else { amount }.to_value()).collect()
}

/// Whole kronor from exact parts of a pot, by a policy, as expressions; `taker` is the place, from 0, of the
/// part that takes the residual where the policy is [`Residual::Explicit`].
///
/// # Panics
/// If the parts miss the pot by more than a krona each, or the policy names a part and `taker` does not:
/// bugs, since the checks refuse both.
pub fn share<O: Operand<Of = Kronor>>(
    trace: &mut Trace,
    parts: impl IntoIterator<Item = O>,
    pot: impl Operand<Of = HelaKronor>,
    policy: Residual,
    taker: Option<&Figure<Antal>>,
) -> Vec<Expr<HelaKronor>> {
    let (function, arguments) = match policy {
        Residual::HalfUp => return parts.into_iter().map(round).collect(),
        Residual::LargestRemainder => (&LARGEST_REMAINDER, vec![list(parts), one(pot)]),
        Residual::HalfUpResidualToLargest => (&RESIDUAL_TO_LARGEST, vec![list(parts), one(pot)]),
        Residual::Explicit(_) => {
            let taker = taker.unwrap_or_else(|| panic!("the reader requires a part to name"));
            (&RESIDUAL_TO, vec![list(parts), one(pot), one(taker)])
        }
    };
    let places = arguments.first().map_or(0, Vec::len);
    let amounts = trace.call(function, arguments);
    (0..places).map(|place| amounts.at(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delar(delar: &[(i64, i64)]) -> Vec<Kronor> {
        delar.iter().map(|(a, b)| Kronor::ny(Exakt::brak(*a, *b))).collect()
    }

    fn tal(hela: &Hela) -> Vec<i64> {
        hela.belopp.iter().map(|belopp| belopp.heltal()).collect()
    }

    #[test]
    fn three_equal_parts_of_a_hundred_by_each_policy() {
        let tredjedelar = delar(&[(100, 3), (100, 3), (100, 3)]);
        let pott = HelaKronor::fran_heltal(100);
        for (policy, want, rest) in [
            (Residual::HalfUp, [33, 33, 33], 1),
            (Residual::LargestRemainder, [34, 33, 33], 0),
            (Residual::HalfUpResidualToLargest, [34, 33, 33], 0),
            (Residual::Explicit(2), [33, 33, 34], 0),
        ] {
            let hela = hela_kronor(&tredjedelar, pott, policy).expect("in balance");
            assert_eq!(tal(&hela), want, "{policy:?}");
            assert_eq!(hela.residual.heltal(), rest, "{policy:?}");
        }
    }

    #[test]
    fn the_largest_remainders_come_first_and_ties_go_by_order() {
        let parts = delar(&[(5, 2), (13, 4), (5, 2), (7, 4)]);
        let hela = hela_kronor(&parts, HelaKronor::fran_heltal(10), Residual::LargestRemainder)
            .expect("in balance");
        assert_eq!(tal(&hela), [3, 3, 2, 2]);
    }

    #[test]
    fn money_to_take_back_is_shared_the_same_way() {
        let parts = delar(&[(-100, 3), (-100, 3), (-100, 3)]);
        let hela = hela_kronor(&parts, HelaKronor::fran_heltal(-100), Residual::LargestRemainder)
            .expect("in balance");
        assert_eq!(tal(&hela), [-33, -33, -34]);
    }

    #[test]
    fn what_is_no_residual_is_refused() {
        let parts = delar(&[(10, 1), (10, 1)]);
        let pott = HelaKronor::fran_heltal(23);
        let obalans = hela_kronor(&parts, pott, Residual::LargestRemainder);
        assert_eq!(obalans, Err(Obalans { delar: Kronor::ny(Exakt::from(20)), pott }));
    }
}
