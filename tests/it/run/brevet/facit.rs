//! Every published and every example figure of 2024 against the engine: bilaga 4 to the krona, and the
//! adjustments of bilaga 2 and 3.

use statsbidrag::region::Region;

use super::{folder, numbers};
use crate::data_2024::csv;

/// Compares columns of a fixture with figures; gives how many.
fn compare(file: &str, columns: &[(&str, &str, i64)]) -> usize {
    let numbers = numbers(&folder(&[], |_| {}));
    let rows = csv(file);
    let mut sums = vec![0; columns.len()];
    let mut compared = 0;
    for (region, row) in Region::all().zip(&rows) {
        assert_eq!(row["lanskod"], region.county_code());
        for ((column, number, character), sum) in columns.iter().zip(&mut sums) {
            let expected: i64 = row[*column].parse().expect("kronor");
            let computed_text = numbers(&format!("{}.{number}", region.id()));
            assert_eq!(computed_text, character * expected, "{region}, {column}");
            *sum += computed_text;
            compared += 1;
        }
    }
    for ((_, number, _), sum) in columns.iter().zip(sums) {
        assert_eq!(numbers(&format!("riket.{number}")), sum, "{number}");
    }
    compared
}

#[test]
fn bilaga_4_is_reproduced_to_the_krona() {
    let months = (6..=11).map(|number| format!("utbetalning_2024_{number:02}"));
    let months: Vec<_> = months.collect();
    let mut columns = vec![
        ("statsbidrag_per_manad_kr", "manadsbelopp_2024", 1),
        ("justering_aterbaring_kr", "justering_aterbaring_slutlig", 1),
        ("utbetalning_maj_kr", "utbetalning_2024_05", 1),
    ];
    columns.extend(
        months.iter().map(|month| ("utbetalning_juni_till_november_kr", month.as_str(), 1)),
    );
    assert_eq!(compare("bilaga4-2024.csv", &columns), 21 * 9);
}

#[test]
fn the_adjustments_of_bilaga_2_and_3_are_those_of_the_fixture() {
    let columns = [
        ("statens_andel_aterbaring_prognos_2023_kr", "justering_aterbaring_prognos", -1),
        ("ihsi_valutakorrigering_kr", "justering_avdrag", 1),
        ("vinst_forlust_formanen_2023_kr", "justering_vinst_forlust_formanen", 1),
        ("vinst_forlust_hepc_2023_kr", "justering_vinst_forlust_hepatit_c", 1),
    ];
    assert_eq!(compare("regleringsbrev-2024-justeringar.csv", &columns), 21 * 4);
}
