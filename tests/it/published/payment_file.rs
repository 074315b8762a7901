//! The published annex once more, as a payment system gets it: every row of the file that bilaga 4
//! orders.

use crate::published::files;
use crate::published::tables;

#[test]
fn every_published_payment_stands_in_the_payment_file() {
    let bytes = &files()["betalningsplan.csv"];
    let mut view = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
    let rows: Vec<std::collections::BTreeMap<String, String>> =
        view.deserialize().map(|row| row.expect("a row")).collect();
    let [published] = tables::bilaga4().try_into().unwrap_or_else(|_| panic!("one table"));
    let regions = &published.rows[..21];
    let mut found = 0;
    for (month, column) in (5..=11).zip(std::iter::once(2).chain(std::iter::repeat(3))) {
        let reference = format!("S2024/00851 bilaga 4 2024-{month:02}");
        let own: Vec<_> = rows.iter().filter(|row| row["referens"] == reference).collect();
        assert_eq!(own.len(), regions.len(), "{reference}");
        for (row, expected) in own.iter().zip(regions) {
            let amount: i64 = row["belopp_kr"].parse().expect("whole kronor");
            assert_eq!(Some(amount), expected.cells[column], "{reference}, {}", expected.heading);
            found += 1;
        }
    }
    assert_eq!(found, 7 * 21);
}
