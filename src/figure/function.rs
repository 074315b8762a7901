//! Named functions: what the operations of [`super::Op`] cannot say. Each takes lists of values and gives one or
//! more results, at once, since a residual is shared out among all; each is defined in `docs/spar.md`, with
//! test vectors. The functions that any rule may use are here; others stand beside what they are about.

use std::fmt;

use crate::quantity::{Exact, Value};

/// A function by a name that the trace file and `docs/spar.md` know it by.
pub struct Function {
    /// The name: `plats`.
    pub name: &'static str,
    /// The results of some arguments, each a list of values; none for what it has no meaning for, as too few of them
    /// or a date for a number. Exact; looks at nothing else.
    pub compute: fn(&[Vec<Value>]) -> Option<Vec<Value>>,
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The numbers of an argument; none if it holds a date.
pub(crate) fn numbers(argument: &[Value]) -> Option<Vec<Exact>> {
    argument.iter().map(Value::exact).collect()
}

/// The one number of an argument; none if it holds another count of them.
pub(crate) fn only(argument: &[Value]) -> Option<Exact> {
    match argument {
        [value] => value.exact(),
        _ => None,
    }
}

/// `plats(tal)`: for each number one more than how many are greater. The greatest is in place 1, and equal
/// numbers share a place.
pub static RANK: Function = Function {
    name: "plats",
    compute: |arguments| {
        let [values] = arguments else { return None };
        let numbers = numbers(values)?;
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        let number = |place: usize| numbers.get(place).expect("a place among the numbers");
        order.sort_by(|a, b| number(*b).cmp(number(*a)));
        let mut ranks = vec![Value::Integer(0); numbers.len()];
        let (mut rank, mut before) = (0, None);
        for (above, place) in (1..).zip(order) {
            if before != Some(number(place)) {
                rank = above;
            }
            before = Some(number(place));
            if let Some(slot) = ranks.get_mut(place) {
                *slot = Value::Integer(rank);
            }
        }
        Some(ranks)
    },
};

/// `median(tal)`: the middle number in order of size; of an even number the mean of the two in the middle.
pub static MEDIAN: Function = Function {
    name: "median",
    compute: |arguments| {
        let [values] = arguments else { return None };
        let mut numbers = numbers(values)?;
        numbers.sort();
        let (low, high) = (numbers.len().saturating_sub(1) / 2, numbers.len() / 2);
        let middle = numbers.get(low)? + numbers.get(high)?;
        Some(vec![Value::Exact(&middle / &Exact::from(2))])
    },
};

/// `antal(tal)`: how many numbers there are.
pub static COUNT: Function = Function {
    name: "antal",
    compute: |arguments| {
        let [values] = arguments else { return None };
        Some(vec![Value::Exact(values.iter().map(|_| Exact::from(1)).sum())])
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    fn values(numbers: &[i64]) -> Vec<Value> {
        numbers.iter().map(|number| Value::Integer(*number)).collect()
    }

    #[test]
    fn equal_numbers_share_a_place() {
        let ranks = (RANK.compute)(&[values(&[5, 9, 5, 1, 9])]);
        assert_eq!(ranks, Some(values(&[3, 1, 3, 5, 1])));
    }

    #[test]
    fn numbers_are_counted_whatever_they_are() {
        let count = |numbers: &[i64]| (COUNT.compute)(&[values(numbers)]);
        assert_eq!(count(&[5, 0, -5]), Some(vec![Value::Exact(Exact::from(3))]));
        assert_eq!(count(&[]), Some(vec![Value::Exact(Exact::zero())]));
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        for (numbers, want) in
            [(vec![3, 1, 2], (2, 1)), (vec![4, 1, 2, 3], (5, 2)), (vec![7], (7, 1))]
        {
            let median = (MEDIAN.compute)(&[values(&numbers)]);
            assert_eq!(median, Some(vec![Value::Exact(Exact::fraction(want.0, want.1))]));
        }
    }

    #[test]
    fn what_has_no_meaning_has_no_results() {
        assert_eq!((MEDIAN.compute)(&[values(&[])]), None);
        assert_eq!((RANK.compute)(&[]), None);
        let day = Value::Datum("2024-01-02".parse().expect("a date"));
        assert_eq!((RANK.compute)(&[vec![day]]), None);
    }
}
