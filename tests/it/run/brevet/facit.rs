//! Every published and every example figure of 2024 against the engine: bilaga 4 to the krona, and the
//! adjustments of bilaga 2 and 3.

use statsbidrag::region::Region;

use super::{mapp, siffror};
use crate::indata_2024::csv;

/// Compares columns of a fixture with figures; gives how many.
fn jamfor(fil: &str, kolumner: &[(&str, &str, i64)]) -> usize {
    let siffror = siffror(&mapp(&[], |_| {}));
    let rader = csv(fil);
    let mut summor = vec![0; kolumner.len()];
    let mut jamforda = 0;
    for (region, rad) in Region::alla().zip(&rader) {
        assert_eq!(rad["lanskod"], region.lanskod());
        for ((kolumnen, siffra, tecken), summa) in kolumner.iter().zip(&mut summor) {
            let vantat: i64 = rad[*kolumnen].parse().expect("kronor");
            let raknat = siffror(&format!("{}.{siffra}", region.id()));
            assert_eq!(raknat, tecken * vantat, "{region}, {kolumnen}");
            *summa += raknat;
            jamforda += 1;
        }
    }
    for ((_, siffra, _), summa) in kolumner.iter().zip(summor) {
        assert_eq!(siffror(&format!("riket.{siffra}")), summa, "{siffra}");
    }
    jamforda
}

#[test]
fn bilaga_4_is_reproduced_to_the_krona() {
    let manader = (6..=11).map(|nummer| format!("utbetalning_2024_{nummer:02}"));
    let manader: Vec<_> = manader.collect();
    let mut kolumner = vec![
        ("statsbidrag_per_manad_kr", "manadsbelopp_2024", 1),
        ("justering_aterbaring_kr", "justering_aterbaring_slutlig", 1),
        ("utbetalning_maj_kr", "utbetalning_2024_05", 1),
    ];
    kolumner.extend(
        manader.iter().map(|manad| ("utbetalning_juni_till_november_kr", manad.as_str(), 1)),
    );
    assert_eq!(jamfor("bilaga4-2024.csv", &kolumner), 21 * 9);
}

#[test]
fn the_adjustments_of_bilaga_2_and_3_are_those_of_the_fixture() {
    let kolumner = [
        ("statens_andel_aterbaring_prognos_2023_kr", "justering_aterbaring_prognos", -1),
        ("ihsi_valutakorrigering_kr", "justering_ihsi", 1),
        ("vinst_forlust_formanen_2023_kr", "justering_vinst_forlust_formanen", 1),
        ("vinst_forlust_hepc_2023_kr", "justering_vinst_forlust_hepatit_c", 1),
    ];
    assert_eq!(jamfor("regleringsbrev-2024-justeringar.csv", &kolumner), 21 * 4);
}
