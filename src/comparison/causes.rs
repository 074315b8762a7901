//! What the change of a figure comes of, all the way down: cells, figures that only one calculation has, rules and
//! rounding. Whatever the figure, its causes sum to its change, exactly.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::calculation::Origin;
use super::pairs::{PairId, Pairs};
use super::shares::{Cause, Share, Sharer};
use crate::quantity::Exact;

/// Finds causes.
pub(super) struct Causes<'a, 'p> {
    pairs: &'p Pairs<'a>,
    sharer: Sharer<'a, 'p>,
    /// Whether anything of a figure is another: its value, what it rests on, or how it is found.
    touched: Vec<bool>,
    shares: RefCell<BTreeMap<PairId, Option<Rc<Share>>>>,
}

impl<'a, 'p> Causes<'a, 'p> {
    pub(super) fn new(pairs: &'p Pairs<'a>) -> Self {
        let sharer = Sharer::new(pairs);
        let mut touched: Vec<bool> = Vec::new();
        for id in pairs.ids() {
            let is_touched = pairs.differs(id)
                || pairs.by_rules(id) && {
                    let ops = pairs.both(id).map(|(old, new)| (&old.origin, &new.origin));
                    let named = match ops {
                        Some((Origin::Rule { .. }, Origin::Rule { op, .. })) => pairs.new.named(op),
                        _ => Vec::new(),
                    };
                    let mut below = named.into_iter().filter_map(|id| pairs.pair_of_new(id));
                    below.any(|below| touched.get(below.0) == Some(&true))
                        || !sharer.does_the_same(id)
                };
            touched.push(is_touched);
        }
        Self { pairs, sharer, touched, shares: RefCell::default() }
    }

    /// What a figure's change comes of, each with its part, in the figure's unit; nothing if it is no number in both.
    pub(super) fn of(&self, figure: PairId) -> BTreeMap<Cause, Exact> {
        let Some(change) = self.pairs.change(figure) else { return BTreeMap::new() };
        let (mut found, mut weights) =
            (BTreeMap::new(), BTreeMap::from([(figure, Exact::from(1))]));
        let mut add = |cause: Cause, amount: Exact| {
            if !amount.is_zero() {
                let own = found.entry(cause).or_insert_with(Exact::zero);
                *own = &*own + &amount;
            }
        };
        // A figure comes after those it is derived from, so each is met when all of its weight is known.
        while let Some((id, weight)) = weights.pop_last() {
            if self.touched.get(id.0) != Some(&true) || weight.is_zero() {
                continue;
            }
            match self.share(id) {
                Some(share) => {
                    // Two calculations may find two figures from each other the other way round: what would lead back is left
                    // to the rule.
                    for (below, each) in share.of.iter().filter(|(below, _)| **below < id) {
                        let own = weights.entry(*below).or_insert_with(Exact::zero);
                        *own = &*own + &(each * &weight);
                    }
                    for (cause, amount) in &share.causes {
                        add(*cause, amount * &weight);
                    }
                }
                None => {
                    if let Some(change) = self.pairs.change(id) {
                        add(Cause::Figure(id), &change * &weight);
                    }
                }
            }
        }
        let sum: Exact = found.values().cloned().sum();
        let rest = &change - &sum;
        if !rest.is_zero() {
            let own = found.entry(Cause::Rule(figure)).or_insert_with(Exact::zero);
            *own = &*own + &rest;
        }
        found.retain(|_, amount| !amount.is_zero());
        found
    }

    fn share(&self, id: PairId) -> Option<Rc<Share>> {
        if let Some(known) = self.shares.borrow().get(&id) {
            return known.clone();
        }
        let share = self.sharer.of(id).map(Rc::new);
        self.shares.borrow_mut().insert(id, share.clone());
        share
    }
}
