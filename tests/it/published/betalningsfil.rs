//! The published annex once more, as a payment system gets it: every row of the file that bilaga 4
//! orders.

use crate::published::facit;
use crate::published::filer;

#[test]
fn every_published_payment_stands_in_the_payment_file() {
    let bytes = &filer()["betalningsplan.csv"];
    let mut las = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
    let rader: Vec<std::collections::BTreeMap<String, String>> =
        las.deserialize().map(|rad| rad.expect("a row")).collect();
    let [facit] = facit::bilaga4().try_into().unwrap_or_else(|_| panic!("one table"));
    let regioner = &facit.rader[..21];
    let mut funna = 0;
    for (manad, kolumn) in (5..=11).zip(std::iter::once(2).chain(std::iter::repeat(3))) {
        let referens = format!("S2024/00851 bilaga 4 2024-{manad:02}");
        let egna: Vec<_> = rader.iter().filter(|rad| rad["referens"] == referens).collect();
        assert_eq!(egna.len(), regioner.len(), "{referens}");
        for (rad, vantad) in egna.iter().zip(regioner) {
            let belopp: i64 = rad["belopp_kr"].parse().expect("whole kronor");
            assert_eq!(Some(belopp), vantad.celler[kolumn], "{referens}, {}", vantad.rubrik);
            funna += 1;
        }
    }
    assert_eq!(funna, 7 * 21);
}
