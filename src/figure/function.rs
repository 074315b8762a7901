//! Named functions: what the operations of [`super::Op`] cannot say. Each takes lists of values and gives one or
//! more results, at once, since a residual is shared out among all; each is defined in `docs/spar.md`, with
//! test vectors. The functions that any rule may use are here; others stand beside what they are about.

use std::fmt;

use crate::quantity::{Exakt, Value};

/// A function by a name that the trace file and `docs/spar.md` know it by.
pub struct Function {
    /// The name: `plats`.
    pub name: &'static str,
    /// The results of some arguments, each a list of values. Exact; looks at nothing else.
    pub compute: fn(&[Vec<Value>]) -> Vec<Value>,
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The numbers of an argument.
///
/// # Panics
/// If it holds a date: a bug.
pub(crate) fn numbers(argument: &[Value]) -> Vec<Exakt> {
    argument.iter().map(|value| value.exakt().expect("a number, not a date")).collect()
}

/// `plats(tal)`: for each number one more than how many are greater. The greatest is in place 1, and equal
/// numbers share a place.
pub static RANK: Function = Function {
    name: "plats",
    compute: |arguments| {
        let [values] = arguments else { panic!("plats takes one list") };
        let numbers = numbers(values);
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        let number = |place: usize| numbers.get(place).expect("a place among the numbers");
        order.sort_by(|a, b| number(*b).cmp(number(*a)));
        let mut ranks = vec![Value::Heltal(0); numbers.len()];
        let (mut rank, mut before) = (0, None);
        for (above, place) in (1..).zip(order) {
            if before != Some(number(place)) {
                rank = above;
            }
            before = Some(number(place));
            if let Some(slot) = ranks.get_mut(place) {
                *slot = Value::Heltal(rank);
            }
        }
        ranks
    },
};

/// `median(tal)`: the middle number in order of size; of an even number the mean of the two in the middle.
pub static MEDIAN: Function = Function {
    name: "median",
    compute: |arguments| {
        let [values] = arguments else { panic!("median takes one list") };
        let mut numbers = numbers(values);
        numbers.sort();
        let middle = |place: usize| numbers.get(place).expect("at least one number");
        let (low, high) = (numbers.len().saturating_sub(1) / 2, numbers.len() / 2);
        vec![Value::Exakt(&(middle(low) + middle(high)) / &Exakt::from(2))]
    },
};

/// `antal(tal)`: how many numbers there are.
pub static COUNT: Function = Function {
    name: "antal",
    compute: |arguments| {
        let [values] = arguments else { panic!("antal takes one list") };
        vec![Value::Exakt(values.iter().map(|_| Exakt::from(1)).sum())]
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    fn values(numbers: &[i64]) -> Vec<Value> {
        numbers.iter().map(|number| Value::Heltal(*number)).collect()
    }

    #[test]
    fn equal_numbers_share_a_place() {
        let ranks = (RANK.compute)(&[values(&[5, 9, 5, 1, 9])]);
        assert_eq!(ranks, values(&[3, 1, 3, 5, 1]));
    }

    #[test]
    fn numbers_are_counted_whatever_they_are() {
        assert_eq!((COUNT.compute)(&[values(&[5, 0, -5])]), [Value::Exakt(Exakt::from(3))]);
        assert_eq!((COUNT.compute)(&[values(&[])]), [Value::Exakt(Exakt::noll())]);
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        for (numbers, want) in
            [(vec![3, 1, 2], (2, 1)), (vec![4, 1, 2, 3], (5, 2)), (vec![7], (7, 1))]
        {
            let median = (MEDIAN.compute)(&[values(&numbers)]);
            assert_eq!(median, [Value::Exakt(Exakt::brak(want.0, want.1))]);
        }
    }
}
