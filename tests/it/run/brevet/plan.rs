//! The twelve months over two agreement years, the residual, and the equations between them.

use statsbidrag::calendar::Manad;
use statsbidrag::contract::regleringsbrev::{self as contract, Bilaga, Justering};
use statsbidrag::grants::regleringsbrev::schema::blad;
use statsbidrag::region::Region;
use statsbidrag::svenska;
use statsbidrag::workbook::{Fyllning, Innehall};

use super::{finns, mapp, siffror};
use crate::run::{belagg, text};

pub(super) fn avtal(residual: [&'static str; 2]) -> impl FnOnce(&mut Fyllning) {
    move |fyll| {
        let rader = [
            (2023, "II:6", "2023-01-26", "S2023/00375"),
            (2024, "II:2", "2023-12-20", "S2023/03332"),
        ];
        for ((ar, beslut, datum, diarienummer), residual) in rader.into_iter().zip(residual) {
            let rad = [
                ("avtalsar", crate::run::heltal(ar)),
                ("regeringsbeslut", text(beslut)),
                ("datum", Innehall::Datum(datum.parse().expect("a date"))),
                ("diarienummer", text(diarienummer)),
                ("residual", text(residual)),
            ];
            fyll.rad(blad::AVTAL, rad);
        }
        for id in ["regeringsbeslut", "datum", "diarienummer", "residual"] {
            fyll.belagg(blad::AVTAL, id, belagg());
        }
    }
}

#[test]
fn the_year_is_twelve_months_over_two_agreement_years() {
    let siffror = siffror(&mapp(&[], |_| {}));
    for (nummer, vantat) in [
        (1, 2_956_246_876),
        (2, 2_956_246_876 - 991_350_000 + 163_214),
        (3, 3_200_979_143 - 214_600_000 - 17_900_000),
        (4, 3_200_979_143),
        (5, 3_200_224_955),
        (6, 3_200_979_143),
        (11, 3_200_979_143),
        (12, 3_200_979_143),
    ] {
        assert_eq!(siffror(&format!("riket.utbetalning_2024_{nummer:02}")), vantat, "{nummer}");
    }
    assert_eq!(siffror("riket.aret"), 36_697_844_208);
    assert_eq!(siffror("riket.justeringar"), -1_224_440_974);
    assert_eq!(siffror("riket.aret_avtal_2024"), 10 * 3_200_979_143);
    assert_eq!(siffror("riket.aret_avtal_2023"), 2 * 2_956_246_876 - 1_224_440_974);
    assert_eq!(siffror("riket.bilaga_1_summa"), 2_956_246_876);
    assert_eq!(siffror("riket.bilaga_3_summa"), 2 * 3_200_979_143 - 232_500_000);
    assert_eq!(siffror("riket.bilaga_4_summa"), 7 * 3_200_979_143 - 754_188);
    assert_eq!(siffror("riket.bilagor_antal"), 4);
}

#[test]
fn the_residual_is_stated_and_by_default_not_placed() {
    let mapp = mapp(&[], |_| {});
    let siffror = siffror(&mapp);
    assert_eq!(siffror("riket.manader_residual_2024"), 36);
    assert_eq!(siffror("riket.manader_residual_2023"), -28);
    for ar in [2023, 2024] {
        assert!(!finns(&mapp, &format!("riket.residual_placerad_{ar}")));
    }
}

/// That of the year before is settled in its last payment, in February; that of the year itself in
/// February the year after, which another budget year pays.
#[test]
fn the_residual_of_the_year_before_is_placed_in_its_last_payment() {
    let placeras = "sista betalningen";
    let utan = siffror(&mapp(&[], |_| {}));
    let mapp_med = mapp(&[blad::AVTAL], avtal([placeras, placeras]));
    let med = siffror(&mapp_med);
    assert!(!finns(&mapp_med, "riket.residual_placerad_2024"));
    assert_eq!(med("riket.residual_placerad_2023"), 28);
    for region in Region::alla() {
        let namn = |vad: &str| format!("{}.{vad}", region.id());
        let februari = namn("utbetalning_2024_02");
        assert_eq!(med(&februari) - utan(&februari), -utan(&namn("manader_residual_2023")));
        for nummer in [1, 3, 12] {
            let manad = namn(&format!("utbetalning_2024_{nummer:02}"));
            assert_eq!(med(&manad), utan(&manad));
        }
    }
    assert_eq!(med("riket.aret") - utan("riket.aret"), 28);
    assert_eq!(med("riket.aret_avtal_2023") - utan("riket.aret_avtal_2023"), 28);
    let (report, _) = crate::run::report(&mapp_med);
    let (betalningar, _) = report.stated(2024, &contract::BETALNINGAR).expect("payments");
    let med_residual = betalningar.iter().filter(|betalning| betalning.residual);
    let med_residual: Vec<_> = med_residual.map(|betalning| Some(betalning.manad)).collect();
    assert_eq!(med_residual, [Manad::ny(2024, 2)]);
}

#[test]
fn both_sides_of_every_equation_are_figures_of_the_run() {
    let mapp = mapp(&[], |_| {});
    let siffror = siffror(&mapp);
    let (report, _) = crate::run::report(&mapp);
    let (provningar, _) = report.stated(2024, &contract::PROVNINGAR).expect("equations");
    let iden = ["plan", "aret", "avtal", "manader_2023", "manader_2024"];
    assert_eq!(provningar.len(), iden.len());
    for (id, lika) in iden.into_iter().zip(provningar) {
        for (namn, led) in [(&lika.left, "vanster"), (&lika.right, "hoger")] {
            assert_eq!(*namn, format!("regleringsbrev.2024.riket.prov_{id}_{led}"));
        }
        for plats in Region::alla().map(Region::id).chain(["riket"]) {
            let [vanster, hoger] =
                ["vanster", "hoger"].map(|led| siffror(&format!("{plats}.prov_{id}_{led}")));
            assert_eq!(vanster, hoger, "{plats}: {}", lika.text);
        }
    }
    assert_eq!(siffror("riket.prov_manader_2024_vanster"), 38_411_749_680 + 36);
    assert_eq!(siffror("riket.prov_plan_hoger"), 36_697_844_208);
}

#[test]
fn the_arrears_decide_which_months_pay_which_year() {
    // With one month in arrears February pays January's cost of the year itself.
    let mapp = crate::run::mapp(|fyll| {
        let sida = statsbidrag::grants::lakemedel::schema::blad::OVERENSKOMMELSE;
        fyll.uppgift(sida, "efterslap", crate::run::heltal(1), belagg());
    });
    let siffror = siffror(&mapp);
    assert_eq!(siffror("riket.utbetalning_2024_01"), 2_956_246_876);
    assert_eq!(siffror("riket.aret_avtal_2024"), 11 * 3_200_979_143);
    assert!(finns(&mapp, "riket.betalningsdag_2025_01"));
    assert!(!finns(&mapp, "riket.betalningsdag_2025_02"));
    let (report, _) = crate::run::report(&mapp);
    let (bilagor, _) = report.stated(2024, &contract::BILAGOR).expect("annexes");
    let avtalsar: Vec<_> = bilagor.iter().map(Bilaga::avtalsar).collect();
    assert_eq!(avtalsar, [2023, 2024, 2024, 2024]);
}

#[test]
fn what_an_annex_pays_and_for_when_is_said_in_words() {
    let (report, _) = crate::run::report(&mapp(&[], |_| {}));
    let las = report.lasning(2024);
    let spann = |spann| svenska::manader(spann).replace('\u{a0}', " ");
    let manader = las.fact(&contract::BILAGOR);
    let manader: Vec<_> = manader
        .iter()
        .map(|bilaga| format!("{}: {}", spann(&bilaga.betalas), spann(&bilaga.kostnad)))
        .collect();
    assert_eq!(
        manader,
        [
            "januari 2024: november 2023",
            "februari 2024: december 2023",
            "mars–april 2024: januari–februari 2024",
            "maj–november 2024: mars–september 2024",
        ]
    );
    let avtal = las.fact(&contract::AVTAL);
    assert_eq!(spann(&avtal[0].betalas), "mars 2023–februari 2024");
    assert_eq!(spann(&avtal[1].betalas), "mars 2024–februari 2025");
    let betalningar = las.fact(&contract::BETALNINGAR);
    assert_eq!(betalningar.len(), 12);
    let december = betalningar.last().expect("December");
    assert_eq!(december.bilaga, None);
    assert_eq!(Some(december.kostnad), Manad::ny(2024, 10));
    assert_eq!(betalningar[1].justeringar, [Justering::AterbaringPrognos, Justering::Ihsi]);
    let raknade = las.fact(&contract::JUSTERINGSRADER).into_iter().map(|rad| rad.raknad);
    assert_eq!(raknade.collect::<Vec<_>>(), [false, true, true, true, true]);
}
