//! The figures of two calculations, matched by what they are called: a figure of one year with the same figure of
//! another.

use std::collections::BTreeMap;

use super::calculation::{Calculation, Node, Origin, same};
use crate::figure::FigureId;
use crate::quantity::Exact;

/// The grants whose figures are named by the months and agreement years that they are of, which move with the year; of
/// others a year in the name is one of its own, as that of an agreement on preparedness.
const MOVING: [&str; 1] = ["regleringsbrev"];

/// A pair's place among all: those of the newer calculation in its order, each after those it is derived from; then those
/// that only the older one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PairId(pub(super) usize);

/// A figure of one calculation, of the other, or of both.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// What it is called, whatever the year.
    pub(super) key: String,
    pub(super) old: Option<FigureId>,
    pub(super) new: Option<FigureId>,
}

/// Two calculations.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub(super) old: &'a Calculation,
    pub(super) new: &'a Calculation,
    pub(super) all: Vec<Pair>,
    of_old: Vec<PairId>,
    of_new: Vec<PairId>,
}

impl<'a> Pairs<'a> {
    /// Two calculations, each of a year.
    pub(super) fn of(old: (&'a Calculation, i32), new: (&'a Calculation, i32)) -> Self {
        let keys = |(calculation, year): (&Calculation, i32)| -> Vec<String> {
            calculation.nodes.iter().map(|node| key(&node.id, year)).collect()
        };
        let (mut all, mut places) = (Vec::new(), BTreeMap::new());
        let of_new = keys(new).into_iter().enumerate().map(|(at, key)| {
            let id = PairId(all.len());
            places.insert(key.clone(), id);
            all.push(Pair { key, old: None, new: Some(FigureId(at)) });
            id
        });
        let of_new = of_new.collect();
        let of_old = keys(old).into_iter().enumerate().map(|(at, key)| {
            let id = *places.entry(key.clone()).or_insert_with(|| {
                all.push(Pair { key, old: None, new: None });
                PairId(all.len() - 1)
            });
            if let Some(pair) = all.get_mut(id.0) {
                pair.old = Some(FigureId(at));
            }
            id
        });
        let of_old = of_old.collect();
        Self { old: old.0, new: new.0, all, of_old, of_new }
    }

    pub(super) fn pair_of_old(&self, id: FigureId) -> Option<PairId> {
        self.of_old.get(id.0).copied()
    }

    pub(super) fn pair_of_new(&self, id: FigureId) -> Option<PairId> {
        self.of_new.get(id.0).copied()
    }

    pub(super) fn get(&self, id: PairId) -> Option<&Pair> {
        self.all.get(id.0)
    }

    pub(super) fn old_node(&self, id: PairId) -> Option<&'a Node> {
        self.old.get(self.get(id)?.old?)
    }

    pub(super) fn new_node(&self, id: PairId) -> Option<&'a Node> {
        self.new.get(self.get(id)?.new?)
    }

    /// Both figures of a pair; none if there is only one.
    pub(super) fn both(&self, id: PairId) -> Option<(&'a Node, &'a Node)> {
        Some((self.old_node(id)?, self.new_node(id)?))
    }

    /// How much a figure has changed; none if only one calculation has it, or it is a date.
    pub(super) fn change(&self, id: PairId) -> Option<Exact> {
        let (old, new) = self.both(id)?;
        Some(&new.value.exact()? - &old.value.exact()?)
    }

    /// Whether both find a figure by a rule.
    pub(super) fn by_rules(&self, id: PairId) -> bool {
        self.both(id).is_some_and(|(old, new)| {
            [old, new].into_iter().all(|node| matches!(node.origin, Origin::Rule { .. }))
        })
    }

    /// Whether a figure of one calculation alone, or one whose value is another.
    pub(super) fn differs(&self, id: PairId) -> bool {
        self.both(id).is_none_or(|(old, new)| !same(&old.value, &new.value))
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = PairId> + use<> {
        (0..self.all.len()).map(PairId)
    }
}

/// A figure's name with its year, and in some grants every year, as so many years from the one that is computed.
fn key(id: &str, year: i32) -> String {
    let mut parts = id.splitn(3, '.');
    let [grant, own, rest] = [(); 3].map(|()| parts.next().unwrap_or_default());
    let from =
        |text: &str| text.parse::<i32>().ok()?.checked_sub(year).map(|own| format!("{{{own}}}"));
    let rest = if MOVING.contains(&grant) {
        let is_year = |part: &&str| part.len() == 4 && part.starts_with("20");
        let part = |part: &str| {
            let moved = Some(part).filter(is_year).and_then(from);
            moved.unwrap_or_else(|| part.to_owned())
        };
        rest.split('_').map(part).collect::<Vec<_>>().join("_")
    } else {
        rest.to_owned()
    };
    format!("{grant}.{}.{rest}", from(own).unwrap_or_else(|| own.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_of_another_year_is_called_the_same() {
        for (id, year, expected) in [
            ("lakemedel.2024.skane.statsbidrag", 2024, "lakemedel.{0}.skane.statsbidrag"),
            ("lakemedel.2023.skane.statsbidrag", 2024, "lakemedel.{-1}.skane.statsbidrag"),
            (
                "regleringsbrev.2025.01.utbetalning_2026_02",
                2025,
                "regleringsbrev.{0}.01.utbetalning_{1}_02",
            ),
            ("beredskap.2025.riket.tilldelat_2022", 2025, "beredskap.{0}.riket.tilldelat_2022"),
        ] {
            assert_eq!(key(id, year), expected);
        }
    }
}
