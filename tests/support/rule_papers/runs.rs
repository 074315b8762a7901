//! Runs that together use every rule: the workbooks of 2024, and those changed in three ways.

use statsbidrag::calendar::PaymentDay;
use statsbidrag::figure::Trace;
use statsbidrag::grants::regleringsbrev::schema::sheet as brev;
use statsbidrag::grants::{lakemedel, regleringsbrev, sektorsbidrag};

use crate::changed::{Changed, given, justeringsbelopp, run, to_one_that_is_named, with};
use crate::data_2024;

/// What each run came to, the one of 2024 as it is first.
pub(super) fn traces() -> Vec<Trace> {
    let first = run(Vec::new()).report.trace;
    let given = given(&first);
    let changed = [remainders(), to_the_largest(), to_one_that_is_named(given)];
    [first].into_iter().chain(changed.map(|changed| run(changed).report.trace)).collect()
}

/// The kronor that are left over go to the largest remainders; profit and loss by population; payment
/// on Saturdays too.
fn remainders() -> Changed {
    let rest = "largest_remainder";
    let [_, (working_day, _)] = PaymentDay::OPTIONS;
    let of_the_letter = [
        ("avdrag_residual", rest),
        ("avstamning_residual", rest),
        ("avstamning_fordelas_efter", "befolkning"),
        ("betalningsdag", working_day),
    ];
    [
        with(&lakemedel::schema::WORKBOOK, data_2024::lakemedel::fill(), &[("residual", rest)]),
        with(
            &sektorsbidrag::schema::WORKBOOK,
            data_2024::sektorsbidrag::fill(),
            &[("residual", rest)],
        ),
        with(&regleringsbrev::schema::WORKBOOK, data_2024::regleringsbrev::fill(), &of_the_letter),
    ]
    .concat()
}

/// They go to the largest; återbäring is told by its forecast and its outcome.
fn to_the_largest() -> Changed {
    let rest = "half_up_residual_to_largest";
    let mut brevet = data_2024::regleringsbrev::fill_without(&[brev::JUSTERINGSBELOPP]);
    for (id, kronor) in [("aterbaring_prognos", "100000.5"), ("aterbaring_slutlig", "90000")] {
        justeringsbelopp(&mut brevet, id, kronor);
    }
    [
        with(&lakemedel::schema::WORKBOOK, data_2024::lakemedel::fill(), &[("residual", rest)]),
        with(
            &sektorsbidrag::schema::WORKBOOK,
            data_2024::sektorsbidrag::fill(),
            &[("residual", rest)],
        ),
        with(&regleringsbrev::schema::WORKBOOK, brevet, &[("avstamning_residual", rest)]),
    ]
    .concat()
}
