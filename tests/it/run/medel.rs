//! Sektorsbidraget and the overview of money: what is refused of their workbooks, word for word as the
//! program prints it, and what a change of the one does in the other.

use chrono::NaiveDate;
use statsbidrag::contract::{self, Kept, RegionalPromise};
use statsbidrag::grants::{besked, sektorsbidrag};
use statsbidrag::quantity::Exact;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill};

use crate::data_2024::{self, AR, csv};
use crate::program::Folder;
use crate::run::{check, decimal, filled_from, integer, problems, report, text};

/// A change of a workbook.
type Change<'a> = &'a dyn Fn(&mut Fill);

/// The folder of 2024 with both workbooks changed.
fn folder(in_sektorsbidrag: Change<'_>, in_besked: Change<'_>) -> Folder {
    let (sektorsbidraget, overview) = (&sektorsbidrag::schema::WORKBOOK, &besked::schema::WORKBOOK);
    let mut a_single = data_2024::sektorsbidrag::fill();
    in_sektorsbidrag(&mut a_single);
    let mut something_else = data_2024::besked::fill();
    in_besked(&mut something_else);
    Folder::new("2024", data_2024::all())
        .with(sektorsbidraget.file, &data_2024::bytes(sektorsbidraget, &a_single))
        .with(overview.file, &data_2024::bytes(overview, &something_else))
}

fn untouched(_: &mut Fill) {}

/// What `check` says of sektorsbidraget's workbook, changed, where it must find fault.
fn errors(change: Change<'_>) -> String {
    problems(&check(&folder(change, &untouched)))
}

/// Another amount to share out, by a rule for the residual.
fn pot(kronor: i64, rule: &'static str) -> impl Fn(&mut Fill) {
    move |fill| {
        let page = sektorsbidrag::schema::sheet::FORDELNING;
        fill.item(page, "pott", integer(kronor), filled_from());
        fill.item(page, "residual", text(rule), filled_from());
    }
}

/// A figure of every region, exactly.
fn of_the_regions<P: RegionalPromise + Kept>(folder: &Folder, promise: &P) -> PerRegion<Exact> {
    let (report, _) = report(folder);
    let view = report.view(AR);
    view.in_regions(promise).map(|_, figure| figure.exact())
}

/// What each region gets, in whole kronor.
fn amount(change: Change<'_>) -> Vec<i64> {
    let amount = of_the_regions(&folder(change, &untouched), &contract::sektorsbidrag::BELOPP);
    let whole_parts = |number: &Exact| number.integer().expect("kronor");
    amount.values().iter().map(whole_parts).collect()
}

fn published() -> Vec<i64> {
    let rows = csv("sektorsbidrag-2024.csv");
    rows.iter().map(|row| row["fordelade_medel_kr_publicerat"].parse().expect("kr")).collect()
}

/// The population of 1 November 2023.
fn inhabitants() -> PerRegion<CellValue> {
    let rows = csv("sektorsbidrag-2024.csv");
    PerRegion::from_fn(|region: Region| {
        integer(rows[region.index()]["folkmangd_2023_11_01"].parse().expect("people"))
    })
}

#[test]
fn a_population_of_another_day_is_refused_for_sektorsbidrag() {
    let day = NaiveDate::from_ymd_opt(2023, 12, 31).expect("a date");
    let error = errors(&|fill| {
        let page = sektorsbidrag::schema::sheet::BEFOLKNING;
        fill.column(page, "befolkning", inhabitants(), filled_from().per(day));
    });
    assert_eq!(
        error,
        "fel[I15] sektorsbidrag.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-12-31
  väntade: 2023-11-01
  hjälp:   hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
    );
}

#[test]
fn a_pool_that_half_up_misses_is_refused() {
    let end = "\n  väntade: en uttalad regel för återstoden\n  hjälp:   välj largest_remainder \
                eller half_up_residual_to_largest";
    let beginning =
        "fel[R01] sektorsbidrag.xlsx › Fördelning › B6: regionernas avrundade belopp blir";
    for (kronor, says) in [
        (3_000_000_001, "3 000 000 000 kr, 3 000 000 001 kr ska fördelas: 1 kr återstår"),
        (2_999_999_999, "3 000 000 000 kr, 2 999 999 999 kr ska fördelas: 1 kr för mycket"),
        (3_000_000_010, "3 000 000 005 kr, 3 000 000 010 kr ska fördelas: 5 kr återstår"),
    ] {
        assert_eq!(errors(&pot(kronor, "half_up")), format!("{beginning} {says}{end}"));
    }
}

#[test]
fn every_rule_for_the_residual_gives_the_published_amounts() {
    for rule in sektorsbidrag::schema::RESIDUAL {
        assert_eq!(amount(&pot(3_000_000_000, rule)), published(), "{rule}");
    }
}

#[test]
fn each_rule_places_the_residual_of_sektorsbidraget() {
    let largest = "half_up_residual_to_largest";
    // Rounded one by one, four thousand million are two kronor too many.
    for (kronor, rule) in
        [(3_000_000_001, largest), (4_000_000_000, largest), (4_000_000_000, "largest_remainder")]
    {
        assert_eq!(amount(&pot(kronor, rule)).iter().sum::<i64>(), kronor, "{rule}");
    }
    let difference: Vec<_> = amount(&pot(3_000_000_001, largest))
        .into_iter()
        .zip(published())
        .map(|(now, da)| now - da)
        .collect();
    assert_eq!((difference.iter().sum::<i64>(), difference[0]), (1, 1), "Stockholm gets the krona");
    let (report, _) = report(&folder(&pot(4_000_000_000, largest), &untouched));
    let residual = report.published(AR, &contract::sektorsbidrag::RESIDUAL).expect("a residual");
    assert_eq!(residual.value.integer(), -2);
}

#[test]
fn a_sektorsbidrag_of_nothing_is_refused() {
    let error = errors(&pot(20, "largest_remainder"));
    let says = "fel[R05] sektorsbidrag.xlsx › Fördelning: Gotland: sektorsbidraget blir 0 kr
  väntade: ett belopp som kan betalas ut, minst 1 kr
  hjälp:   kontrollera beloppet som fördelas";
    assert!(error.split("\n\n").any(|problem| problem == says), "{error}");
    assert!(!error.contains("Stockholm"), "{error}");
}

/// What the decision comes to stands nowhere in the overview's workbook: it follows the decision.
#[test]
fn the_overview_takes_sektorsbidraget_as_it_was_decided() {
    let usual = folder(&untouched, &untouched);
    let larger = folder(&pot(4_000_000_000, "largest_remainder"), &untouched);
    let beyond = &contract::besked::UTOVER_SEKTORSBIDRAG;
    for folder in [&usual, &larger] {
        let meddelat = of_the_regions(folder, &contract::besked::MEDDELAT);
        let amount = of_the_regions(folder, &contract::sektorsbidrag::BELOPP);
        for (region, left) in of_the_regions(folder, beyond).iter() {
            assert_eq!(*left, meddelat.of(region) - amount.of(region), "{region}");
        }
    }
    let sum = |folder: &Folder| -> Exact {
        of_the_regions(folder, beyond).values().iter().cloned().sum()
    };
    assert_eq!(sum(&usual), Exact::from(6_842_000_000));
    assert_eq!(sum(&larger), Exact::from(5_842_000_000));
}

#[test]
fn money_that_does_not_hold_sektorsbidraget_is_refused() {
    let one_region = |fill: &mut Fill| {
        let rows = csv("besked-2024.csv");
        let medel = PerRegion::from_fn(|region: Region| match region.id() {
            // A figure too few.
            "gotland" => decimal("8.1"),
            _ => decimal(&rows[region.index()]["besked_mnkr_preliminar_publicerat"]),
        });
        fill.column(besked::schema::sheet::MEDEL, "meddelat", medel, filled_from());
    };
    assert_eq!(
        problems(&check(&folder(&untouched, &one_region))),
        "fel[R04] besked.xlsx › Medel per region › B18: Gotland: medlen är 8,1 mnkr men bara sektorsbidraget är 19,956824 mnkr
  väntade: medel där sektorsbidraget ingår
  hjälp:   kontrollera att beloppet är i miljoner kronor och att sektorsbidraget är inräknat"
    );
}

/// The overview cannot be computed without sektorsbidraget, and has nothing to say of that.
#[test]
fn the_overview_is_silent_where_sektorsbidraget_is_missing() {
    let without_pot = |fill: &mut Fill| {
        *fill = Fill::new();
        let page = sektorsbidrag::schema::sheet::BEFOLKNING;
        fill.column(page, "befolkning", inhabitants(), filled_from());
    };
    let error = problems(&check(&folder(&without_pot, &untouched)));
    assert!(error.contains("sektorsbidrag.xlsx › Fördelning"), "{error}");
    assert!(!error.contains("besked.xlsx"), "{error}");
}

#[test]
fn an_amount_that_is_less_even_than_it_is_said_to_be_is_refused() {
    let page = besked::schema::sheet::DOKUMENT;
    let error = problems(&check(&folder(&untouched, &|fill| {
        fill.item(page, "omtalat", decimal("9.842"), filled_from());
    })));
    assert_eq!(
        error,
        "fel[R04] besked.xlsx › Dokument › B11: det nämnda beloppet, 9 842 mnkr, är inte avrundat till närmaste 100 mnkr
  väntade: ett belopp så jämnt som avrundningen säger
  hjälp:   rätta beloppet, eller raden som säger vad det är avrundat till"
    );
}
