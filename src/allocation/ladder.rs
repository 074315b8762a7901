//! Ladders: compensation that rises by steps, any number of them.

use crate::figure::{Expr, Figure, Function, Trace, list, numbers, one, only};
use crate::quantity::{KronorPerInvanare, Quantity};

/// The part of a cost that lies on each step of a ladder, given where the steps begin in rising order; what lies
/// below the first is on none. All amounts in kronor per inhabitant.
#[must_use]
pub fn on_steps(cost: &KronorPerInvanare, starts: &[KronorPerInvanare]) -> Vec<KronorPerInvanare> {
    let ends = starts.iter().skip(1).map(Some).chain([None]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let top = end.map_or(cost, |end| end.min(cost));
            (top.clone() - start.clone()).max(KronorPerInvanare::zero())
        })
        .collect()
}

/// `trappsteg(kostnad; starter)`: what [`on_steps`] gives; nothing for starts that do not rise.
pub static LADDER: Function = Function {
    name: "trappsteg",
    compute: |arguments| {
        let [cost, starts] = arguments else { return None };
        let starts = numbers(starts)?.into_iter().map(KronorPerInvanare::new);
        let starts: Vec<_> = starts.collect();
        let rises = starts.is_sorted_by(|a, b| a < b);
        let steps = on_steps(&KronorPerInvanare::new(only(cost)?), &starts);
        rises.then(|| steps.iter().map(Quantity::to_value).collect())
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
    use crate::quantity::Exact;

    fn kr(value: i64) -> KronorPerInvanare {
        KronorPerInvanare::new(Exact::from(value))
    }

    #[test]
    fn a_cost_climbs_step_by_step() {
        for (cost, want) in [
            (50, [0, 0, 0]),
            (100, [0, 0, 0]),
            (150, [50, 0, 0]),
            (200, [100, 0, 0]),
            (240, [100, 40, 0]),
            (1_000, [100, 100, 700]),
        ] {
            assert_eq!(on_steps(&kr(cost), &[100, 200, 300].map(kr)), want.map(kr), "{cost}");
        }
    }

    #[test]
    fn a_ladder_without_steps_holds_nothing() {
        assert!(on_steps(&kr(500), &[]).is_empty());
    }
}
