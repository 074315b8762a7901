//! How the change of a figure is shared among what it is found from, one step down: operation by operation, exactly.
//!
//! What changes together is shared by the mean of both orders: of a product the one factor's change times the mean of the
//! other's values before and after. That is the Shapley value of each operation. A choice that went the other way is
//! owed by what was compared, but for half the change of each branch. What rounding adds is its own cause, and so is a rule
//! that has become another. `docs/jamforelse.md` says it in full.

mod calls;
mod share;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub(super) use self::share::Share;
use self::share::{difference, extreme_of_two, quotient, total};
use super::calculation::{Call, Origin};
use super::pairs::{PairId, Pairs};
use crate::figure::{self, CallId, Choice, FigureId, Op};
use crate::quantity::Exact;

/// What a change comes of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause {
    /// A figure that stands in a cell, that only one calculation has, or that is found by a rule in one alone.
    Figure(PairId),
    /// The rule that finds a figure.
    Rule(PairId),
    /// Rounding to whole kronor, or whatever else is rounded.
    Rounding,
}

/// Which of two calculations.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

/// What each argument's change gives each result of a call, both as numbers in order.
type OfCall = Rc<Vec<Vec<Exact>>>;

/// Shares the changes between two calculations.
pub(super) struct Sharer<'a, 'p> {
    pairs: &'p Pairs<'a>,
    calls: RefCell<BTreeMap<(CallId, CallId), Option<OfCall>>>,
}

/// The functions that round parts of a pot: what they round is their first argument.
const ROUNDING: [&str; 3] = ["största_rest", "rest_till_störst", "rest_till"];

impl<'a, 'p> Sharer<'a, 'p> {
    pub(super) fn new(pairs: &'p Pairs<'a>) -> Self {
        Self { pairs, calls: RefCell::default() }
    }

    /// The change of a figure that both calculations find by a rule; none if it is no number.
    pub(super) fn of(&self, pair: PairId) -> Option<Share> {
        let (old, new) = self.pairs.both(pair)?;
        let (was, is) = (old.value.exact()?, new.value.exact()?);
        let (Origin::Rule { op: before, .. }, Origin::Rule { op: after, .. }) =
            (&old.origin, &new.origin)
        else {
            return None;
        };
        let share =
            self.linear(before, after, pair).filter(|share| share.old == was && share.new == is);
        Some(share.unwrap_or_else(|| Share::whole(was, is, Cause::Rule(pair))))
    }

    /// Whether both calculations find a figure by doing the same.
    pub(super) fn does_the_same(&self, pair: PairId) -> bool {
        self.pairs.both(pair).is_some_and(|(old, new)| match (&old.origin, &new.origin) {
            (Origin::Rule { op: before, .. }, Origin::Rule { op: after, .. }) => {
                self.signature(before, Side::Old) == self.signature(after, Side::New)
            }
            (Origin::Cell(_), Origin::Cell(_)) => true,
            _ => false,
        })
    }

    /// The change from one expression to another.
    fn linear(&self, old: &Op, new: &Op, rule: PairId) -> Option<Share> {
        self.alike(old, new, rule).or_else(|| self.otherwise(old, new, rule))
    }

    /// The same of expressions that do the same; none where they do not.
    fn alike(&self, old: &Op, new: &Op, rule: PairId) -> Option<Share> {
        let of = |old: &Op, new: &Op| self.linear(old, new, rule);
        if let (Some((before, policy)), Some((after, other))) =
            (self.rounded(old, Side::Old), self.rounded(new, Side::New))
        {
            let inner = of(before, after)?;
            let mut share = Share::new(self.old_value(old)?, self.new_value(new)?);
            share.add(&inner, &Exact::from(1));
            let rest = &share.change() - &inner.change();
            let same = policy == other;
            share.add_cause(if same { Cause::Rounding } else { Cause::Rule(rule) }, &rest);
            return Some(share);
        }
        let share = match (old, new) {
            (Op::Figure(before), Op::Figure(after)) => {
                let pair = self.pairs.pair_of_old(*before)?;
                (self.pairs.pair_of_new(*after)? == pair).then_some(())?;
                let mut share = Share::new(self.old_value(old)?, self.new_value(new)?);
                share.of.insert(pair, Exact::from(1));
                share
            }
            (Op::Number(before), Op::Number(after)) => {
                Share::whole((*before).into(), (*after).into(), Cause::Rule(rule))
            }
            (Op::Plus(a, b), Op::Plus(c, d)) => {
                let (left, right) = (of(a, c)?, of(b, d)?);
                let (one, other) = (Exact::from(1), Exact::from(1));
                let (old, new) = (&left.old + &right.old, &left.new + &right.new);
                Share::of_parts(old, new, &[(&left, one), (&right, other)])
            }
            (Op::Minus(a, b), Op::Minus(c, d)) => difference(&of(a, c)?, &of(b, d)?),
            (Op::Negated(a), Op::Negated(c)) => {
                let inner = of(a, c)?;
                let (old, new) = (-inner.old.clone(), -inner.new.clone());
                Share::of_parts(old, new, &[(&inner, Exact::from(-1))])
            }
            (Op::Times(a, b), Op::Times(c, d)) => {
                let (left, right) = (of(a, c)?, of(b, d)?);
                let (old, new) = (&left.old * &right.old, &left.new * &right.new);
                Share::of_parts(old, new, &[(&left, right.mean()), (&right, left.mean())])
            }
            (Op::Divided(a, b), Op::Divided(c, d)) => quotient(&of(a, c)?, &of(b, d)?)?,
            (Op::Sum(before), Op::Sum(after)) => self.sum(before, after, rule)?,
            (Op::Least(before), Op::Least(after)) => self.extreme(before, after, rule, true)?,
            (Op::Greatest(before), Op::Greatest(after)) => {
                self.extreme(before, after, rule, false)?
            }
            (Op::Choice(before), Op::Choice(after)) => self.choice(before, after, rule)?,
            (Op::Result(before, one), Op::Result(after, other)) => {
                self.result((*before, *one), (*after, *other), rule)?
            }
            _ => return None,
        };
        Some(share)
    }

    /// The change between expressions that do not do the same: what comes of their figures, by the one that both
    /// calculations can compute, or the mean of both; the rest comes of the rule.
    fn otherwise(&self, old: &Op, new: &Op, rule: PairId) -> Option<Share> {
        let (was, is) = (self.old_value(old)?, self.new_value(new)?);
        let before = self.in_new(old);
        let before = before.and_then(|renamed| self.alike(old, &renamed, rule));
        let after = self.in_old(new);
        let after = after.and_then(|renamed| self.alike(&renamed, new, rule));
        let half = || Exact::fraction(1, 2);
        let parts: Vec<_> = match (&before, &after) {
            (Some(before), Some(after)) => vec![(before, half()), (after, half())],
            (Some(one), None) | (None, Some(one)) => vec![(one, Exact::from(1))],
            (None, None) => return Some(Share::whole(was, is, Cause::Rule(rule))),
        };
        let shared =
            parts.iter().fold(Exact::zero(), |sum, (part, times)| &sum + &(&part.change() * times));
        let mut share = Share::of_parts(was, is, &parts);
        let rest = &share.change() - &shared;
        share.add_cause(Cause::Rule(rule), &rest);
        Some(share)
    }

    fn old_value(&self, op: &Op) -> Option<Exact> {
        figure::value(op, self.pairs.old)?.exact()
    }

    fn new_value(&self, op: &Op) -> Option<Exact> {
        figure::value(op, self.pairs.new)?.exact()
    }

    /// An expression of the older calculation in the newer one's figures; none if that lacks any, or a function is called.
    fn in_new(&self, op: &Op) -> Option<Op> {
        renamed(op, &|id| self.pairs.get(self.pairs.pair_of_old(id)?)?.new)
    }

    fn in_old(&self, op: &Op) -> Option<Op> {
        renamed(op, &|id| self.pairs.get(self.pairs.pair_of_new(id)?)?.old)
    }

    fn call(&self, id: CallId, side: Side) -> Option<&'a Call> {
        match side {
            Side::Old => self.pairs.old.applied(id),
            Side::New => self.pairs.new.applied(id),
        }
    }

    /// What an expression rounds, and by which policy, if it does nothing else.
    fn rounded<'o>(&'o self, op: &'o Op, side: Side) -> Option<(&'o Op, String)> {
        match op {
            Op::Rounded(policy, inner) => Some((inner, format!("{policy:?}"))),
            Op::Result(id, place) => {
                let call = self.call(*id, side)?;
                ROUNDING.contains(&call.name.as_str()).then_some(())?;
                Some((call.arguments.first()?.get(*place)?, call.name.clone()))
            }
            _ => None,
        }
    }

    /// Sums: term by term, each with the one that does the same; what only one of them has is a cause.
    fn sum(&self, old: &[Op], new: &[Op], rule: PairId) -> Option<Share> {
        let mut rest: BTreeMap<String, Vec<&Op>> = BTreeMap::new();
        for term in old.iter().rev() {
            rest.entry(self.signature(term, Side::Old)).or_default().push(term);
        }
        let (mut shares, mut more) = (Vec::new(), Vec::new());
        for term in new {
            match rest.get_mut(&self.signature(term, Side::New)).and_then(Vec::pop) {
                Some(before) => shares.push(self.linear(before, term, rule)?),
                None => more.push(term),
            }
        }
        let gone: Vec<_> = rest.into_values().flatten().collect();
        if gone.len() == more.len() && !gone.is_empty() {
            let one_by_one =
                gone.iter().zip(&more).map(|(before, after)| self.alike(before, after, rule));
            if let Some(all) = one_by_one.collect::<Option<Vec<_>>>() {
                shares.extend(all);
                return Some(total(&shares));
            }
        }
        for term in gone {
            let cause = self.alone(term, Side::Old, rule);
            shares.push(Share::whole(self.old_value(term)?, Exact::zero(), cause));
        }
        for term in more {
            let cause = self.alone(term, Side::New, rule);
            shares.push(Share::whole(Exact::zero(), self.new_value(term)?, cause));
        }
        Some(total(&shares))
    }

    /// What a term that only one calculation has comes of: its figure that the other lacks, or else the rule.
    fn alone(&self, op: &Op, side: Side, rule: PairId) -> Cause {
        let (named, pair): (Vec<FigureId>, &dyn Fn(FigureId) -> Option<PairId>) = match side {
            Side::Old => (self.pairs.old.named(op), &|id| self.pairs.pair_of_old(id)),
            Side::New => (self.pairs.new.named(op), &|id| self.pairs.pair_of_new(id)),
        };
        let mut pairs = named.into_iter().filter_map(pair);
        let found = pairs.find(|pair| self.pairs.both(*pair).is_none());
        found.map_or(Cause::Rule(rule), Cause::Figure)
    }

    /// The least or greatest of some, one after the other: of two by the mean of both orders.
    fn extreme(&self, old: &[Op], new: &[Op], rule: PairId, least: bool) -> Option<Share> {
        (old.len() == new.len()).then_some(())?;
        let mut all = old.iter().zip(new).map(|(old, new)| self.linear(old, new, rule));
        let first = all.next()??;
        all.try_fold(first, |one, other| Some(extreme_of_two(&one, &other?, least)))
    }

    fn choice(&self, old: &Choice, new: &Choice, rule: PairId) -> Option<Share> {
        (old.when.relation == new.when.relation).then_some(())?;
        let before = figure::holds(&old.when, self.pairs.old)?;
        let after = figure::holds(&new.when, self.pairs.new)?;
        let then = || self.linear(&old.then, &new.then, rule);
        let otherwise = || self.linear(&old.otherwise, &new.otherwise, rule);
        if before == after {
            return if before { then() } else { otherwise() };
        }
        let branch = |choice: &'_ Choice, holds: bool| -> Op {
            if holds { choice.then.clone() } else { choice.otherwise.clone() }
        };
        let (was, is) =
            (self.old_value(&branch(old, before))?, self.new_value(&branch(new, after))?);
        let compared = difference(
            &self.linear(&old.when.left, &new.when.left, rule)?,
            &self.linear(&old.when.right, &new.when.right, rule)?,
        );
        let half = Exact::fraction(1, 2);
        let branches: Vec<_> = [then(), otherwise()].into_iter().flatten().collect();
        // A branch that cannot be computed on both sides has no change of its own.
        let branches = if branches.len() == 2 { branches } else { Vec::new() };
        let mut left = &is - &was;
        for branch in &branches {
            left = &left - &(&branch.change() * &half);
        }
        (!compared.change().is_zero()).then_some(())?;
        let mut parts = vec![(&compared, &left / &compared.change())];
        parts.extend(branches.iter().map(|branch| (branch, half.clone())));
        Some(Share::of_parts(was, is, &parts))
    }

    /// What an expression does, with its figures by what they are called whatever the year.
    fn signature(&self, op: &Op, side: Side) -> String {
        let of = |op: &Op| self.signature(op, side);
        let all = |name: &str, ops: &[&Op]| {
            format!("({name} {})", ops.iter().map(|op| of(op)).collect::<Vec<_>>().join(" "))
        };
        match op {
            Op::Figure(id) => {
                let pair = match side {
                    Side::Old => self.pairs.pair_of_old(*id),
                    Side::New => self.pairs.pair_of_new(*id),
                };
                pair.and_then(|pair| self.pairs.get(pair))
                    .map_or_else(String::new, |pair| pair.key.clone())
            }
            Op::Number(number) => number.to_string(),
            Op::Plus(a, b) => all("plus", &[a, b]),
            Op::Minus(a, b) => all("-", &[a, b]),
            Op::Times(a, b) => all("*", &[a, b]),
            Op::Divided(a, b) => all("/", &[a, b]),
            Op::Negated(a) => all("neg", &[a]),
            Op::Sum(parts) => all("+", &parts.iter().collect::<Vec<_>>()),
            Op::Least(parts) => all("min", &parts.iter().collect::<Vec<_>>()),
            Op::Greatest(parts) => all("max", &parts.iter().collect::<Vec<_>>()),
            Op::Rounded(policy, a) => all(&format!("{policy:?}"), &[a]),
            Op::Choice(choice) => {
                let Choice { when, then, otherwise } = choice.as_ref();
                all(&format!("{:?}", when.relation), &[&when.left, &when.right, then, otherwise])
            }
            Op::Result(id, place) => {
                let Some(call) = self.call(*id, side) else { return String::new() };
                let arguments: Vec<_> = call.arguments.iter().flatten().collect();
                format!("{}{place}", all(&call.name, &arguments))
            }
        }
    }
}

/// An expression with other figures; none if one has no other, or a function is called.
fn renamed(op: &Op, other: &dyn Fn(FigureId) -> Option<FigureId>) -> Option<Op> {
    let boxed = |op: &Op| Some(Box::new(renamed(op, other)?));
    let all = |ops: &[Op]| ops.iter().map(|op| renamed(op, other)).collect::<Option<Vec<_>>>();
    Some(match op {
        Op::Figure(id) => Op::Figure(other(*id)?),
        Op::Number(number) => Op::Number(*number),
        Op::Plus(a, b) => Op::Plus(boxed(a)?, boxed(b)?),
        Op::Minus(a, b) => Op::Minus(boxed(a)?, boxed(b)?),
        Op::Times(a, b) => Op::Times(boxed(a)?, boxed(b)?),
        Op::Divided(a, b) => Op::Divided(boxed(a)?, boxed(b)?),
        Op::Negated(a) => Op::Negated(boxed(a)?),
        Op::Sum(parts) => Op::Sum(all(parts)?),
        Op::Least(parts) => Op::Least(all(parts)?),
        Op::Greatest(parts) => Op::Greatest(all(parts)?),
        Op::Rounded(policy, a) => Op::Rounded(*policy, boxed(a)?),
        Op::Choice(choice) => {
            let mut choice = choice.clone();
            for op in [
                &mut choice.when.left,
                &mut choice.when.right,
                &mut choice.then,
                &mut choice.otherwise,
            ] {
                *op = renamed(op, other)?;
            }
            Op::Choice(choice)
        }
        Op::Result(..) => return None,
    })
}
