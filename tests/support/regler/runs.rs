//! Runs that together use every rule: the workbooks of 2024, and those changed in three ways.

use statsbidrag::calendar::Betalningsdag;
use statsbidrag::figure::Trace;
use statsbidrag::grants::regleringsbrev::schema::blad as brev;
use statsbidrag::grants::{lakemedel, regleringsbrev, sektorsbidrag};

use crate::changed::{Changed, given, justeringsbelopp, med, run, to_one_that_is_named};
use crate::indata_2024;

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
    let [_, (vardag, _)] = Betalningsdag::VAL;
    let brevets = [
        ("ihsi_residual", rest),
        ("avstamning_residual", rest),
        ("avstamning_fordelas_efter", "befolkning"),
        ("betalningsdag", vardag),
    ];
    [
        med(
            &lakemedel::schema::ARBETSBOK,
            indata_2024::lakemedel::fyllning(),
            &[("residual", rest)],
        ),
        med(
            &sektorsbidrag::schema::ARBETSBOK,
            indata_2024::sektorsbidrag::fyllning(),
            &[("residual", rest)],
        ),
        med(&regleringsbrev::schema::ARBETSBOK, indata_2024::regleringsbrev::fyllning(), &brevets),
    ]
    .concat()
}

/// They go to the largest; återbäring is told by its forecast and its outcome.
fn to_the_largest() -> Changed {
    let rest = "half_up_residual_to_largest";
    let mut brevet = indata_2024::regleringsbrev::fyllning_utan(&[brev::JUSTERINGSBELOPP]);
    for (id, kronor) in [("aterbaring_prognos", "100000.5"), ("aterbaring_slutlig", "90000")] {
        justeringsbelopp(&mut brevet, id, kronor);
    }
    [
        med(
            &lakemedel::schema::ARBETSBOK,
            indata_2024::lakemedel::fyllning(),
            &[("residual", rest)],
        ),
        med(
            &sektorsbidrag::schema::ARBETSBOK,
            indata_2024::sektorsbidrag::fyllning(),
            &[("residual", rest)],
        ),
        med(&regleringsbrev::schema::ARBETSBOK, brevet, &[("avstamning_residual", rest)]),
    ]
    .concat()
}
