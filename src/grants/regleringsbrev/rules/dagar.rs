//! The days of payment: one for each month of the budget year, and on to the agreement year's last.

use super::BESLUT;
use crate::calendar::{Month, PaymentDay};
use crate::contract::{Calculation, regleringsbrev as contract};
use crate::figure::{Figure, Function, Rule, count, one, only};
use crate::quantity::{Antal, Value};

static BANKDAG: Rule = Rule {
    id: "regleringsbrev.betalningsdag_bankdag",
    text: "Månadens första bankdag: måndag–fredag som inte är helgdag, midsommar-, jul- eller nyårsafton.",
    source: BESLUT,
};
static VARDAG: Rule = Rule {
    id: "regleringsbrev.betalningsdag_vardag",
    text: "Månadens första dag som inte är söndag, helgdag, midsommar-, jul- eller nyårsafton.",
    source: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&BANKDAG, &VARDAG];

/// `första_bankdag(år; månad)`: the first banking day of a month, counted from January of the year: 13 is
/// January the year after.
pub static FORSTA_BANKDAG: Function = Function {
    name: "första_bankdag",
    compute: |arguments| first(PaymentDay::FirstBankingDay, arguments),
};

/// `första_vardag(år; månad)`: the first weekday of a month, Saturdays included, that is no holiday; the
/// month is counted as in [`FORSTA_BANKDAG`].
pub static FORSTA_VARDAG: Function = Function {
    name: "första_vardag",
    compute: |arguments| first(PaymentDay::FirstWeekday, arguments),
};

fn first(dag: PaymentDay, arguments: &[Vec<Value>]) -> Option<Vec<Value>> {
    let [year, month] = arguments else { return None };
    let january = Month::new(i32::try_from(only(year)?.integer()?).ok()?, 1)?;
    let month = january.later(u32::try_from(only(month)?.integer()?).ok()?.checked_sub(1)?);
    Some(vec![Value::Datum(dag.of(month))])
}

/// Computes the days of payment: of the budget year's twelve months, and of the first of the next year up
/// to the agreement year's last payment.
pub fn compute(
    calc: &mut Calculation<'_>,
    budgetar: &Figure<Antal>,
    efterslap: &Figure<Antal>,
    dag: PaymentDay,
) {
    let (rule, function) = match dag {
        PaymentDay::FirstBankingDay => (&BANKDAG, &FORSTA_BANKDAG),
        PaymentDay::FirstWeekday => (&VARDAG, &FORSTA_VARDAG),
    };
    let january = Month::new(calc.year, 1).unwrap_or_else(|| panic!("{} is a year", calc.year));
    let manader = (0..12 + efterslap.value.shown_as::<u32>()).map(|count| january.later(count));
    for (nummer, manad) in (1..).zip(manader) {
        let dagen = calc.call(function, vec![one(budgetar), one(count(nummer))]).at(0);
        calc.define(rule, &contract::UTBETALNINGSDAG.at(manad), dagen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_from_january_into_the_year_after() {
        for (function, month, want) in [
            (&FORSTA_BANKDAG, 1, "2024-01-02"),
            (&FORSTA_BANKDAG, 6, "2024-06-03"),
            (&FORSTA_VARDAG, 6, "2024-06-01"),
            (&FORSTA_BANKDAG, 13, "2025-01-02"),
            (&FORSTA_VARDAG, 14, "2025-02-01"),
        ] {
            let day =
                (function.compute)(&[vec![Value::Integer(2024)], vec![Value::Integer(month)]]);
            let want = want.parse().expect("a date");
            assert_eq!(day, Some(vec![Value::Datum(want)]), "{function:?}, month {month}");
        }
    }
}
