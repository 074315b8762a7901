//! Ladders: compensation that rises by steps, any number of them.

use crate::figure::{Expr, Figure, Function, Trace, list, one};
use crate::quantity::{Andel, KronorPerInvanare, Quantity, Value};

/// A step: from which cost, and the share of what lies above it (up to the next step) compensated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steg {
    /// Where it begins.
    pub fran: KronorPerInvanare,
    /// The share compensated.
    pub andel: Andel,
}

/// A ladder: steps in rising order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trappa(Vec<Steg>);

impl Trappa {
    /// A ladder of steps; `None` unless each begins above the one before.
    #[must_use]
    pub fn ny(steg: Vec<Steg>) -> Option<Self> {
        let stiger = steg.is_sorted_by(|a, b| a.fran < b.fran);
        stiger.then_some(Self(steg))
    }

    /// The part of `kostnad` that lies on each step.
    #[must_use]
    pub fn overskott(&self, kostnad: &KronorPerInvanare) -> Vec<KronorPerInvanare> {
        let slut = self.0.iter().skip(1).map(|steg| Some(&steg.fran)).chain([None]);
        self.0
            .iter()
            .zip(slut)
            .map(|(steg, slut)| {
                let hogst = slut.map_or(kostnad, |slut| slut.min(kostnad));
                (hogst.clone() - steg.fran.clone()).max(KronorPerInvanare::noll())
            })
            .collect()
    }

    /// What each step compensates of `kostnad`.
    #[must_use]
    pub fn ersattning_per_steg(&self, kostnad: &KronorPerInvanare) -> Vec<KronorPerInvanare> {
        let delar = self.overskott(kostnad);
        delar.into_iter().zip(&self.0).map(|(del, steg)| del * steg.andel.clone()).collect()
    }

    /// What the whole ladder compensates of `kostnad`.
    #[must_use]
    pub fn ersattning(&self, kostnad: &KronorPerInvanare) -> KronorPerInvanare {
        self.ersattning_per_steg(kostnad).into_iter().sum()
    }
}

/// `trappsteg(kostnad; starter)`: the part of a cost that lies on each step of a ladder, given where the steps
/// begin in rising order; what lies below the first is on none.
pub static LADDER: Function = Function {
    name: "trappsteg",
    compute: |arguments| {
        let [cost, starts] = arguments else { panic!("trappsteg takes a cost and steps") };
        let amounts = |values: &[Value]| -> Vec<_> {
            values
                .iter()
                .map(|value| {
                    KronorPerInvanare::from_value(&KronorPerInvanare::UNIT.shape(value.clone()))
                })
                .collect()
        };
        let steps = amounts(starts).into_iter().map(|fran| Steg { fran, andel: Andel::noll() });
        let ladder = Trappa::ny(steps.collect());
        let ladder = ladder.unwrap_or_else(|| panic!("the steps were checked to rise"));
        let cost = amounts(cost);
        let cost = cost.first().unwrap_or_else(|| panic!("trappsteg takes a cost"));
        ladder.overskott(cost).iter().map(Quantity::to_value).collect()
    },
};

/// The part of a cost that lies on each step of a ladder, as expressions, one for each start.
pub fn on_each_step<'a>(
    trace: &mut Trace,
    cost: &Figure<KronorPerInvanare>,
    starts: impl IntoIterator<Item = &'a Figure<KronorPerInvanare>>,
) -> Vec<Expr<KronorPerInvanare>> {
    let starts = list(starts);
    let steps = starts.len();
    let parts = trace.call(&LADDER, vec![one(cost), starts]);
    (0..steps).map(|step| parts.at(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Exakt;

    fn kr(value: i64) -> KronorPerInvanare {
        KronorPerInvanare::ny(Exakt::from(value))
    }

    fn trappa(steg: &[(i64, i64)]) -> Option<Trappa> {
        let steg = steg.iter().map(|(fran, procent)| Steg {
            fran: kr(*fran),
            andel: Andel::ny(Exakt::brak(*procent, 100)),
        });
        Trappa::ny(steg.collect())
    }

    #[test]
    fn a_cost_climbs_step_by_step() {
        let trappa = trappa(&[(100, 85), (200, 90), (300, 50)]).expect("rising");
        for (kostnad, want) in [
            (50, [0, 0, 0]),
            (100, [0, 0, 0]),
            (150, [50, 0, 0]),
            (200, [100, 0, 0]),
            (240, [100, 40, 0]),
            (1_000, [100, 100, 700]),
        ] {
            assert_eq!(trappa.overskott(&kr(kostnad)), want.map(kr), "{kostnad}");
        }
        assert_eq!(trappa.ersattning(&kr(240)), kr(85 + 36));
    }

    #[test]
    fn a_ladder_without_steps_compensates_nothing() {
        assert_eq!(trappa(&[]).expect("empty").ersattning(&kr(500)), kr(0));
    }

    #[test]
    fn steps_must_rise() {
        assert_eq!(trappa(&[(100, 85), (100, 90)]), None);
        assert_eq!(trappa(&[(200, 85), (100, 90)]), None);
    }
}
