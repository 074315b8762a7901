//! The need model's two sources: groups with price tags, the outcome in kr/inv, or both.

use statsbidrag::contract::lakemedel;
use statsbidrag::grants::lakemedel::schema::blad;
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Fyllning, Innehall};

use crate::indata_2024;
use crate::programmet::Mapp;
use crate::run::{
    AR, FIL, alla, belagg, bidrag, bok, check, decimal, fel, fel_utan, mapp, problemen, report,
};

const UTAN_GRUPPER: [&str; 2] = [blad::GRUPPER, blad::PRISLAPPAR];

/// The outcome that the groups give, with so many decimals.
fn utfall(decimaler: u32) -> PerRegion<Innehall> {
    let (report, _) = report(&mapp(|_| {}));
    let las = report.lasning(AR);
    PerRegion::fran(|region: Region| {
        let text = las.in_region(region, &lakemedel::BEHOVSMODELL).exakt().som_decimal(decimaler);
        Innehall::Decimal(text.parse::<Decimal>().expect("a decimal"))
    })
}

fn med(fyll: &mut Fyllning, utfall: PerRegion<Innehall>) {
    fyll.kolumn(blad::BEHOVSMODELL, "behovsmodell_utfall", utfall, belagg());
}

fn bara(utfall: PerRegion<Innehall>) -> Mapp {
    let mut fyll = indata_2024::lakemedel::fyllning_utan(&UTAN_GRUPPER);
    med(&mut fyll, utfall);
    Mapp::ny("2024", indata_2024::alla()).med(FIL, &bok(&fyll))
}

#[test]
fn the_outcome_alone_gives_the_published_grants() {
    let publicerat = bidrag(&mapp(|_| {}));
    for decimaler in [8, 10] {
        let mapp = bara(utfall(decimaler));
        let svar = check(&mapp);
        assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{decimaler} decimals");
        assert_eq!(bidrag(&mapp), publicerat, "{decimaler} decimals");
    }
}

#[test]
fn both_sources_that_agree_are_accepted() {
    let mapp = mapp(|fyll| med(fyll, utfall(8)));
    let svar = check(&mapp);
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
}

#[test]
fn both_sources_that_disagree_are_refused_region_by_region() {
    let fel = fel(|fyll| med(fyll, alla(&decimal("3639.3056"))));
    let problem: Vec<_> = fel.split("\n\n").collect();
    assert_eq!(problem.len(), 21);
    assert_eq!(
        problem[0],
        "fel[R02] lakemedel.xlsx › Behovsmodell › B11: Stockholm: utfallet är 3 639,30560000 kr/inv men grupperna ger 3 345,21053768 kr/inv
  väntade: skillnad på högst en krona för hela regionen
  hjälp:   rätta det ena underlaget, eller töm det"
    );
}

#[test]
fn an_outcome_that_misses_the_pot_is_refused() {
    assert_eq!(
        problemen(&check(&bara(utfall(2)))).split(" skiljer ").next(),
        Some("fel[R03] lakemedel.xlsx › Behovsmodell: utfallet gånger befolkningen"),
        "two decimals are too few"
    );
    assert_eq!(
        problemen(&check(&bara(alla(&decimal("3639.3"))))),
        "fel[R03] lakemedel.xlsx › Behovsmodell: utfallet gånger befolkningen skiljer −59 084 kr från de 38 411 749 680 kr som ska betalas ut
  väntade: en skillnad på högst 21 kr, en krona per region
  hjälp:   kontrollera att utfallet har minst åtta decimaler och hör till årets belopp och befolkning"
    );
}

#[test]
fn half_a_source_or_none_is_refused() {
    let halvt = |saknas: &str, finns: &str| {
        format!(
            "fel[I06] lakemedel.xlsx › {saknas}: bladet är inte helt ifyllt fast bladet {finns} är det
  väntade: alla 22 grupper för alla 21 regioner, och en prislapp för varje grupp
  hjälp:   fyll i båda bladen, eller töm båda och använd bladet Behovsmodell"
        )
    };
    assert_eq!(fel_utan(&[blad::PRISLAPPAR], |_| {}), halvt("Prislappar", "Grupper"));
    assert_eq!(fel_utan(&[blad::GRUPPER], |_| {}), halvt("Grupper", "Prislappar"));
    assert_eq!(
        fel_utan(&UTAN_GRUPPER, |_| {}),
        "fel[I06] lakemedel.xlsx: behovsmodellen saknar underlag
  väntade: grupper med prislappar, eller modellens utfall i kr/inv för alla regioner
  hjälp:   fyll i bladen Grupper och Prislappar, eller bladet Behovsmodell"
    );
}
