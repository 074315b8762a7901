//! What no single cell can be blamed for: the rules' problems, word for word as the program prints them.

use chrono::NaiveDate;
use statsbidrag::grants::lakemedel::grupper::GRUPPER;
use statsbidrag::grants::lakemedel::schema::blad;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::Innehall;

use crate::run::{alla, belagg, decimal, fel, fel_utan, heltal, steg, text};

/// One value for Gotland, another for all others.
fn gotland(har: &Innehall, ovriga: &Innehall) -> PerRegion<Innehall> {
    PerRegion::fran(
        |region: Region| {
            if region.lanskod() == "09" { har.clone() } else { ovriga.clone() }
        },
    )
}

#[test]
fn control_amounts_are_held_against_the_rows() {
    let sida = blad::OVERENSKOMMELSE;
    let fel = fel(|fyll| {
        fyll.uppgift(sida, "totalt_kontroll", decimal("38431.5"), belagg());
        fyll.uppgift(sida, "utbetalas_kontroll", heltal(38_411_749_681), belagg());
    });
    assert_eq!(
        fel,
        "fel[I14] lakemedel.xlsx › Överenskommelse › B12: kontrollbeloppet är 38 431,5 mnkr men raderna ger 38 430 mnkr
  väntade: förmånen + hepatit C − återbäring + övrigt

fel[I14] lakemedel.xlsx › Överenskommelse › B18: kontrollbeloppet är 38 411 749 681 kr men raderna ger 38 411 749 680 kr
  väntade: det totala nettobidraget minus SOL, IHSI och SKR"
    );
}

#[test]
fn an_agreement_that_leaves_nothing_is_refused() {
    let fel = fel(|fyll| {
        fyll.uppgift(blad::OVERENSKOMMELSE, "aterbaring", decimal("50000"), belagg());
    });
    assert_eq!(
        fel,
        "fel[R04] lakemedel.xlsx › Överenskommelse: −10 078 250 320 kr återstår att betala ut till regionerna

fel[I14] lakemedel.xlsx › Överenskommelse › B12: kontrollbeloppet är 38 430 mnkr men raderna ger −10 060 mnkr
  väntade: förmånen + hepatit C − återbäring + övrigt

fel[I14] lakemedel.xlsx › Överenskommelse › B18: kontrollbeloppet är 38 411 749 680 kr men raderna ger −10 078 250 320 kr
  väntade: det totala nettobidraget minus SOL, IHSI och SKR"
    );
}

#[test]
fn a_population_of_another_day_is_refused() {
    let dag = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a date");
    let fel = fel(|fyll| {
        let folk = alla(&heltal(500_000));
        fyll.kolumn(blad::BEFOLKNING, "befolkning", folk, belagg().per(dag));
    });
    assert_eq!(
        fel.split("\n\n").next(),
        Some(
            "fel[I15] lakemedel.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-12-31
  väntade: 2023-08-31
  hjälp:   hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
        )
    );
}

#[test]
fn diseases_sum_to_their_sum() {
    let rader = crate::indata_2024::csv("lakemedel-2024-solidariska-kostnader.csv");
    let summor = PerRegion::fran(|region: Region| {
        let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("a row");
        let summa: i64 = rad["summa_kr"].parse().expect("a number");
        heltal(if region.lanskod() == "09" { summa + 1 } else { summa })
    });
    let fel = fel(|fyll| {
        fyll.kolumn(blad::SOLIDARISKA, "solidarisk_kostnad", summor, belagg());
    });
    assert_eq!(
        fel.split("\n\n").next(),
        Some(
            "fel[I14] lakemedel.xlsx › Solidariska läkemedel › E19: ”Summa” för Gotland är 4 275 854 men delarna ger 4 275 853
  väntade: 4 275 853
  hjälp:   skillnaden är 1 kr; rätta den rad eller den summa som är fel"
        )
    );
}

#[test]
fn there_is_a_disease_with_a_name() {
    let fel = fel_utan(&[blad::SOLIDARISKA], |fyll| {
        let noll = alla(&heltal(0));
        fyll.kolumn(blad::SOLIDARISKA, "solidarisk_kostnad", noll, belagg());
    });
    assert_eq!(
        fel.split("\n\n").next(),
        Some(
            "fel[I02] lakemedel.xlsx › Solidariska läkemedel: det finns ingen kolumn för någon sjukdom
  väntade: minst en kolumn med en sjukdoms namn som rubrik
  hjälp:   skriv sjukdomens namn som rubrik mellan Region och Summa"
        )
    );
}

#[test]
fn a_ladders_steps_rise_from_the_mean() {
    let stiger = "\n  väntade: steg som stiger, det första från medelkostnaden\n  \
                  hjälp:   kontrollera stegens belopp mot årets medelkostnad";
    let (forsta, andra) = ((1, None, "85"), (2, Some("271"), "90"));
    for (trappa, vantat) in [
        (
            vec![forsta, (2, Some("100"), "90")],
            format!(
                ": nivå 2 börjar vid 100 kr/inv, inte högre än nivå 1 som börjar vid 140,9705 kr/inv{stiger}"
            ),
        ),
        (
            vec![forsta, andra, (3, Some("270.5"), "95")],
            format!(
                ": nivå 3 börjar vid 270,5 kr/inv, inte högre än nivå 2 som börjar vid 271 kr/inv{stiger}"
            ),
        ),
        (
            vec![forsta, andra, (3, Some("271"), "95")],
            format!(
                ": nivå 3 börjar vid 271 kr/inv, inte högre än nivå 2 som börjar vid 271 kr/inv{stiger}"
            ),
        ),
        (
            vec![forsta, (3, Some("271"), "90")],
            " › A12: nivåerna ska numreras från 1 i stigande ordning".to_owned(),
        ),
        (
            vec![(1, Some("10"), "85"), andra],
            " › B11: det första steget, och bara det, räknas från medelkostnaden".to_owned(),
        ),
        (
            vec![forsta, (2, None, "90")],
            " › B12: det första steget, och bara det, räknas från medelkostnaden".to_owned(),
        ),
        (
            vec![],
            " › A10: tabellen har inga ifyllda rader\n  hjälp:   fyll i minst en rad".to_owned(),
        ),
    ] {
        let fel = fel_utan(&[blad::TRAPPA], |fyll| steg(fyll, blad::TRAPPA, &trappa));
        let kod = if trappa.is_empty() { "I06" } else { "R04" };
        assert_eq!(fel, format!("fel[{kod}] lakemedel.xlsx › Solidarisk trappa{vantat}"));
    }
}

#[test]
fn last_years_ladder_rises_too() {
    let fel = fel_utan(&[blad::FOREGAENDE_TRAPPA], |fyll| {
        let trappa = [(1, None, "85"), (2, Some("100"), "90")];
        steg(fyll, blad::FOREGAENDE_TRAPPA, &trappa);
    });
    let vantat = "fel[R04] lakemedel.xlsx › Trappa föregående år: nivå 2 börjar vid 100 kr/inv, \
                  inte högre än nivå 1 som börjar vid 136,4242 kr/inv\n";
    assert!(fel.starts_with(vantat), "{fel}");
}

#[test]
fn last_years_parts_give_last_years_grants() {
    let fel = fel(|fyll| {
        let netto = alla(&decimal("-17.4648"));
        fyll.kolumn(blad::FOREGAENDE, "foregaende_solidariskt_netto", netto, belagg());
    });
    let problem: Vec<_> = fel.split("\n\n").collect();
    assert_eq!(problem.len(), 4, "the four regions that were compensated: {fel}");
    assert_eq!(
        problem[0],
        "fel[R04] lakemedel.xlsx › Föregående år › F11: Stockholm: bidraget är 7 664 418 733 kr men behovsmodell och solidariskt netto gånger befolkningen ger 7 497 807 378 kr
  väntade: skillnad på högst en krona
  hjälp:   fyll i oavrundade kronor per invånare från föregående års beräkning"
    );
}

#[test]
fn last_year_was_not_nothing() {
    let fel = fel(|fyll| {
        let id = "foregaende_solidarisk_kostnad";
        fyll.uppgift(blad::FOREGAENDE_RIKET, id, heltal(0), belagg());
    });
    let plats = "fel[I08] lakemedel.xlsx › Föregående år riket › B";
    assert!(fel.starts_with(plats), "{fel}");
}

#[test]
fn a_need_model_of_nothing_is_refused() {
    let fel = fel(|fyll| {
        for grupp in &GRUPPER {
            fyll.kolumn(blad::GRUPPER, grupp.id, gotland(&heltal(0), &heltal(9)), belagg());
        }
    });
    assert_eq!(fel, "fel[R04] lakemedel.xlsx › Grupper: alla grupper i Gotland är noll");
    let fel = fel_utan(&[blad::PRISLAPPAR], |fyll| {
        for grupp in &GRUPPER {
            let noll = [("grupp", text(grupp.namn)), ("prislapp", decimal("0"))];
            fyll.rad(blad::PRISLAPPAR, noll);
        }
        fyll.belagg(blad::PRISLAPPAR, "prislapp", belagg());
    });
    assert_eq!(
        fel,
        "fel[R04] lakemedel.xlsx › Prislappar: modellen kostar noll kronor: alla prislappar är noll"
    );
}
