//! How the change of a function's results is shared among its arguments.

use std::rc::Rc;

use super::share::Share;
use super::{Sharer, Side};
use crate::comparison::calculation::{Call, same};
use crate::comparison::pairs::PairId;
use crate::figure::{self, CallId, Known, Op};
use crate::quantity::{Exact, Value};

/// What lies on each step of a ladder.
const LADDER: &str = "trappsteg";

impl Sharer<'_, '_> {
    /// The change of one result of a function.
    pub(super) fn result(
        &self,
        (old, one): (CallId, usize),
        (new, other): (CallId, usize),
        rule: PairId,
    ) -> Option<Share> {
        let (before, after) = (self.call(old, Side::Old)?, self.call(new, Side::New)?);
        (before.name == after.name).then_some(())?;
        if before.name == LADDER {
            return self.linear(&step(before, one)?, &step(after, other)?, rule);
        }
        let key = (old, new);
        let known = self.calls.borrow().get(&key).cloned();
        let of_call = known.unwrap_or_else(|| {
            let found = self.of_call(key).map(Rc::new);
            self.calls.borrow_mut().insert(key, found.clone());
            found
        })?;
        let was = self.pairs.old.results(old)?.get(one)?.exact()?;
        let is = self.pairs.new.results(new)?.get(other)?.exact()?;
        (one == other).then_some(())?;
        let mut share = Share::new(was, is);
        let arguments = before.arguments.iter().flatten().zip(after.arguments.iter().flatten());
        for ((before, after), gives) in arguments.zip(of_call.iter()) {
            let argument = self.linear(before, after, rule)?;
            let change = argument.change();
            if !change.is_zero() {
                share.add(&argument, &(gives.get(one)? / &change));
            }
        }
        Some(share)
    }

    /// What each argument's change gives each result, when they change one after the other: the mean of their order and
    /// the opposite one.
    fn of_call(&self, (old, new): (CallId, CallId)) -> Option<Vec<Vec<Exact>>> {
        let (before, after) = (self.call(old, Side::Old)?, self.call(new, Side::New)?);
        let lengths = |call: &Call| call.arguments.iter().map(Vec::len).collect::<Vec<_>>();
        (lengths(before) == lengths(after)).then_some(())?;
        let values = |call: &Call, known: &dyn Known| -> Option<Vec<Vec<Value>>> {
            let list = |ops: &Vec<Op>| ops.iter().map(|op| figure::value(op, known)).collect();
            call.arguments.iter().map(list).collect()
        };
        let (was, is) = (values(before, self.pairs.old)?, values(after, self.pairs.new)?);
        let places: Vec<(usize, usize)> = (0..)
            .zip(&was)
            .flat_map(|(list, all)| (0..all.len()).map(move |place| (list, place)))
            .collect();
        let compute = after.function?.compute;
        let numbers = |values: &[Vec<Value>]| -> Option<Vec<Exact>> {
            compute(values)?.iter().map(Value::exact).collect()
        };
        let count = numbers(&was)?.len();
        (numbers(&is)?.len() == count).then_some(())?;
        let mut gives = vec![vec![Exact::zero(); count]; places.len()];
        let half = Exact::fraction(1, 2);
        let orders = [(0..places.len()).collect::<Vec<_>>(), (0..places.len()).rev().collect()];
        for order in orders {
            let (mut now, mut results) = (was.clone(), numbers(&was)?);
            for at in order {
                let (list, place) = *places.get(at)?;
                let new = is.get(list)?.get(place)?;
                let slot = now.get_mut(list)?.get_mut(place)?;
                if same(slot, new) {
                    continue;
                }
                *slot = new.clone();
                let next = numbers(&now)?;
                for ((own, after), before) in gives.get_mut(at)?.iter_mut().zip(&next).zip(&results)
                {
                    *own = &*own + &(&(after - before) * &half);
                }
                results = next;
            }
        }
        Some(gives)
    }
}

/// The part of a cost that lies on a step of a ladder, as operations.
fn step(call: &Call, place: usize) -> Option<Op> {
    let [cost, starts] = call.arguments.as_slice() else { return None };
    let [cost] = cost.as_slice() else { return None };
    let top = match starts.get(place + 1) {
        Some(next) => Op::Least(vec![cost.clone(), next.clone()]),
        None => cost.clone(),
    };
    let above = Op::Minus(Box::new(top), Box::new(starts.get(place)?.clone()));
    Some(Op::Greatest(vec![Op::Number(0), above]))
}
