//! Runs that together use every rule: the workbooks of 2024, those changed in three ways, and decisions of every kind.

use statsbidrag::calendar::PaymentDay;
use statsbidrag::figure::Trace;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::grants::regleringsbrev::schema::sheet as brev;
use statsbidrag::grants::{besked, beslut, lakemedel, regleringsbrev};

use statsbidrag::workbook::Fill;

use crate::changed::{
    Changed, given, justeringsbelopp, own_population, run, to_one_that_is_named, with,
};
use crate::data_2024;
use crate::decisions::DECISIONS;

/// What each run came to, the one of 2024 as it is first.
pub(super) fn traces() -> Vec<Trace> {
    let first = run(Vec::new()).report.trace;
    let given = given(&first);
    let changed = [remainders(), to_the_largest(), to_one_that_is_named(given), decisions()];
    [first].into_iter().chain(changed.map(|changed| run(changed).report.trace)).collect()
}

/// The kronor that are left over go to the largest remainders; profit and loss by population; payment
/// on Saturdays too.
fn remainders() -> Changed {
    let rest = "largest_remainder";
    let [_, (working_day, _)] = PaymentDay::OPTIONS;
    let of_the_grant = [("residual", rest), ("foregaende_vinst_forlust_nyckel", "befolkning")];
    let of_the_letter =
        [("avdrag_residual", rest), ("avstamning_residual", rest), ("betalningsdag", working_day)];
    [
        with(&lakemedel::schema::WORKBOOK, data_2024::lakemedel::fill(), &of_the_grant),
        with(&regleringsbrev::schema::WORKBOOK, data_2024::regleringsbrev::fill(), &of_the_letter),
    ]
    .concat()
}

/// The grant paid by a plan of amounts, which are together 38 411 749 680 kr.
fn with_a_plan_of_amounts() -> Fill {
    let mut fill = data_2024::lakemedel::fill();
    crate::changed::monthly(&mut fill, sheets::MANADSPLAN, 38_411_749_680);
    fill
}

/// They go to the largest; there is a least cost for solidarity compensation; återbäring is told by its forecast and its outcome.
fn to_the_largest() -> Changed {
    let rest = "half_up_residual_to_largest";
    let mut brevet = data_2024::regleringsbrev::fill_without(&[brev::JUSTERINGSBELOPP]);
    for (id, kronor) in [("aterbaring_prognos", "100000.5"), ("aterbaring_slutlig", "90000")] {
        justeringsbelopp(&mut brevet, id, kronor);
    }
    let mut overview = data_2024::besked::fill();
    own_population(&mut overview);
    [
        with(
            &lakemedel::schema::WORKBOOK,
            with_a_plan_of_amounts(),
            &[("residual", rest), ("solidarisk_troskel", "150")],
        ),
        with(&regleringsbrev::schema::WORKBOOK, brevet, &[("avstamning_residual", rest)]),
        with(&besked::schema::WORKBOOK, overview, &[]),
    ]
    .concat()
}

/// Decisions of every kind beside the one of 2024.
fn decisions() -> Changed {
    let book = &beslut::schema::WORKBOOK;
    DECISIONS.iter().map(|(name, fill)| (book, book.file_named(name), fill())).collect()
}
