//! Sektorsbidraget and the overview of money: what is refused of their workbooks, word for word as the
//! program prints it, and what a change of the one does in the other.

use chrono::NaiveDate;
use statsbidrag::contract::{self, Kept, RegionalPromise};
use statsbidrag::grants::{besked, sektorsbidrag};
use statsbidrag::quantity::Exakt;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Fyllning, Innehall};

use crate::indata_2024::{self, AR, csv};
use crate::programmet::Mapp;
use crate::run::{belagg, check, decimal, heltal, problemen, report, text};

/// A change of a workbook.
type Andring<'a> = &'a dyn Fn(&mut Fyllning);

/// The folder of 2024 with both workbooks changed.
fn mapp(i_sektorsbidrag: Andring<'_>, i_besked: Andring<'_>) -> Mapp {
    let (sektorsbidraget, oversikten) =
        (&sektorsbidrag::schema::ARBETSBOK, &besked::schema::ARBETSBOK);
    let mut ett = indata_2024::sektorsbidrag::fyllning();
    i_sektorsbidrag(&mut ett);
    let mut annat = indata_2024::besked::fyllning();
    i_besked(&mut annat);
    Mapp::ny("2024", indata_2024::alla())
        .med(sektorsbidraget.fil, &indata_2024::bytes(sektorsbidraget, &ett))
        .med(oversikten.fil, &indata_2024::bytes(oversikten, &annat))
}

fn orord(_: &mut Fyllning) {}

/// What `check` says of sektorsbidraget's workbook, changed, where it must find fault.
fn fel(andra: Andring<'_>) -> String {
    problemen(&check(&mapp(andra, &orord)))
}

/// Another amount to share out, by a rule for the residual.
fn pott(kronor: i64, regel: &'static str) -> impl Fn(&mut Fyllning) {
    move |fyll| {
        let sida = sektorsbidrag::schema::blad::FORDELNING;
        fyll.uppgift(sida, "pott", heltal(kronor), belagg());
        fyll.uppgift(sida, "residual", text(regel), belagg());
    }
}

/// A figure of every region, exactly.
fn regionernas<P: RegionalPromise + Kept>(mapp: &Mapp, promise: &P) -> PerRegion<Exakt> {
    let (report, _) = report(mapp);
    let las = report.lasning(AR);
    las.in_regions(promise).map(|_, figur| figur.exakt())
}

/// What each region gets, in whole kronor.
fn belopp(andra: Andring<'_>) -> Vec<i64> {
    let belopp = regionernas(&mapp(andra, &orord), &contract::sektorsbidrag::BELOPP);
    let hela = |tal: &Exakt| tal.heltal().expect("kronor");
    belopp.varden().iter().map(hela).collect()
}

fn publicerade() -> Vec<i64> {
    let rader = csv("sektorsbidrag-2024.csv");
    rader.iter().map(|rad| rad["fordelade_medel_kr_publicerat"].parse().expect("kr")).collect()
}

/// The population of 1 November 2023.
fn folkmangd() -> PerRegion<Innehall> {
    let rader = csv("sektorsbidrag-2024.csv");
    PerRegion::fran(|region: Region| {
        heltal(rader[region.plats()]["folkmangd_2023_11_01"].parse().expect("people"))
    })
}

#[test]
fn sektorsbidragets_population_of_another_day_is_refused() {
    let dag = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a date");
    let fel = fel(&|fyll| {
        let sida = sektorsbidrag::schema::blad::BEFOLKNING;
        fyll.kolumn(sida, "befolkning", folkmangd(), belagg().per(dag));
    });
    assert_eq!(
        fel,
        "fel[I15] sektorsbidrag.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-12-31
  väntade: 2023-11-01
  hjälp:   hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
    );
}

#[test]
fn a_pool_that_half_up_misses_is_refused() {
    let slut = "\n  väntade: en uttalad regel för återstoden\n  hjälp:   välj largest_remainder \
                eller half_up_residual_to_largest";
    let borjan = "fel[R01] sektorsbidrag.xlsx › Fördelning › B6: regionernas avrundade belopp blir";
    for (kronor, sager) in [
        (3_000_000_001, "3 000 000 000 kr, 3 000 000 001 kr ska fördelas: 1 kr återstår"),
        (2_999_999_999, "3 000 000 000 kr, 2 999 999 999 kr ska fördelas: 1 kr för mycket"),
        (3_000_000_010, "3 000 000 005 kr, 3 000 000 010 kr ska fördelas: 5 kr återstår"),
    ] {
        assert_eq!(fel(&pott(kronor, "half_up")), format!("{borjan} {sager}{slut}"));
    }
}

#[test]
fn every_rule_for_the_residual_gives_the_published_amounts() {
    for regel in sektorsbidrag::schema::RESIDUAL {
        assert_eq!(belopp(&pott(3_000_000_000, regel)), publicerade(), "{regel}");
    }
}

#[test]
fn each_rule_places_the_residual_of_sektorsbidraget() {
    let storst = "half_up_residual_to_largest";
    // Rounded one by one, four thousand million are two kronor too many.
    for (kronor, regel) in
        [(3_000_000_001, storst), (4_000_000_000, storst), (4_000_000_000, "largest_remainder")]
    {
        assert_eq!(belopp(&pott(kronor, regel)).iter().sum::<i64>(), kronor, "{regel}");
    }
    let skillnad: Vec<_> = belopp(&pott(3_000_000_001, storst))
        .into_iter()
        .zip(publicerade())
        .map(|(nu, da)| nu - da)
        .collect();
    assert_eq!((skillnad.iter().sum::<i64>(), skillnad[0]), (1, 1), "Stockholm gets the krona");
    let (report, _) = report(&mapp(&pott(4_000_000_000, storst), &orord));
    let residual = report.published(AR, &contract::sektorsbidrag::RESIDUAL).expect("a residual");
    assert_eq!(residual.value.heltal(), -2);
}

#[test]
fn a_sektorsbidrag_of_nothing_is_refused() {
    let fel = fel(&pott(20, "largest_remainder"));
    let sager = "fel[R05] sektorsbidrag.xlsx › Fördelning: Gotland: sektorsbidraget blir 0 kr
  väntade: ett belopp som kan betalas ut, minst 1 kr
  hjälp:   kontrollera beloppet som fördelas";
    assert!(fel.split("\n\n").any(|problem| problem == sager), "{fel}");
    assert!(!fel.contains("Stockholm"), "{fel}");
}

/// What the decision comes to stands nowhere in the overview's workbook: it follows the decision.
#[test]
fn the_overview_takes_sektorsbidraget_as_it_was_decided() {
    let vanlig = mapp(&orord, &orord);
    let storre = mapp(&pott(4_000_000_000, "largest_remainder"), &orord);
    let utover = &contract::besked::UTOVER_SEKTORSBIDRAG;
    for mapp in [&vanlig, &storre] {
        let meddelat = regionernas(mapp, &contract::besked::MEDDELAT);
        let belopp = regionernas(mapp, &contract::sektorsbidrag::BELOPP);
        for (region, kvar) in regionernas(mapp, utover).iter() {
            assert_eq!(*kvar, meddelat.i(region) - belopp.i(region), "{region}");
        }
    }
    let summa = |mapp: &Mapp| -> Exakt { regionernas(mapp, utover).varden().iter().cloned().sum() };
    assert_eq!(summa(&vanlig), Exakt::from(6_842_000_000));
    assert_eq!(summa(&storre), Exakt::from(5_842_000_000));
}

#[test]
fn money_that_does_not_hold_sektorsbidraget_is_refused() {
    let en_region = |fyll: &mut Fyllning| {
        let rader = csv("besked-2024.csv");
        let medel = PerRegion::fran(|region: Region| match region.id() {
            // A figure too few.
            "gotland" => decimal("8.1"),
            _ => decimal(&rader[region.plats()]["besked_mnkr_preliminar_publicerat"]),
        });
        fyll.kolumn(besked::schema::blad::MEDEL, "meddelat", medel, belagg());
    };
    assert_eq!(
        problemen(&check(&mapp(&orord, &en_region))),
        "fel[R04] besked.xlsx › Medel per region › B18: Gotland: medlen är 8,1 mnkr men bara sektorsbidraget är 19,956824 mnkr
  väntade: medel där sektorsbidraget ingår
  hjälp:   kontrollera att beloppet är i miljoner kronor och att sektorsbidraget är inräknat"
    );
}

/// The overview cannot be computed without sektorsbidraget, and has nothing to say of that.
#[test]
fn the_overview_is_silent_where_sektorsbidraget_is_missing() {
    let utan_pott = |fyll: &mut Fyllning| {
        *fyll = Fyllning::ny();
        let sida = sektorsbidrag::schema::blad::BEFOLKNING;
        fyll.kolumn(sida, "befolkning", folkmangd(), belagg());
    };
    let fel = problemen(&check(&mapp(&utan_pott, &orord)));
    assert!(fel.contains("sektorsbidrag.xlsx › Fördelning"), "{fel}");
    assert!(!fel.contains("besked.xlsx"), "{fel}");
}

#[test]
fn an_amount_that_is_less_even_than_it_is_said_to_be_is_refused() {
    let sida = besked::schema::blad::DOKUMENT;
    let fel = problemen(&check(&mapp(&orord, &|fyll| {
        fyll.uppgift(sida, "omtalat", decimal("9.842"), belagg());
    })));
    assert_eq!(
        fel,
        "fel[R04] besked.xlsx › Dokument › B11: det nämnda beloppet, 9 842 mnkr, är inte avrundat till närmaste 100 mnkr
  väntade: ett belopp så jämnt som avrundningen säger
  hjälp:   rätta beloppet, eller raden som säger vad det är avrundat till"
    );
}
