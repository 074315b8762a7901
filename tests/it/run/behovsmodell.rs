//! The need model's two sources: groups with price tags, the outcome in kr/inv, or both.

use statsbidrag::contract::lakemedel;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill};

use crate::data_2024;
use crate::program::Folder;
use crate::run::{
    AR, FILE, all, book, check, decimal, errors, errors_without, filled_from, folder, grant,
    problems, report,
};

const WITHOUT_GROUPS: [&str; 2] = [sheets::GRUPPER, sheets::PRISLAPPAR];

/// The outcome that the groups give, with so many decimals.
fn utfall(decimals: u32) -> PerRegion<CellValue> {
    let (report, _) = report(&folder(|_| {}));
    let view = report.view(AR);
    PerRegion::from_fn(|region: Region| {
        let text = view.in_region(region, &lakemedel::BEHOVSMODELL).exact().as_decimal(decimals);
        CellValue::Decimal(text.parse::<Decimal>().expect("a decimal"))
    })
}

fn with(fill: &mut Fill, utfall: PerRegion<CellValue>) {
    fill.column(sheets::BEHOVSMODELL, "behovsmodell_utfall", utfall, filled_from());
}

fn only(utfall: PerRegion<CellValue>) -> Folder {
    let mut fill = data_2024::lakemedel::fill_without(&WITHOUT_GROUPS);
    with(&mut fill, utfall);
    Folder::new("2024", data_2024::all()).with(FILE, &book(&fill))
}

#[test]
fn the_outcome_alone_gives_the_published_grants() {
    let published_amount = grant(&folder(|_| {}));
    for decimals in [8, 10] {
        let folder = only(utfall(decimals));
        let answer = check(&folder);
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{decimals} decimals");
        assert_eq!(grant(&folder), published_amount, "{decimals} decimals");
    }
}

#[test]
fn both_sources_that_agree_are_accepted() {
    let folder = folder(|fill| with(fill, utfall(8)));
    let answer = check(&folder);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
}

#[test]
fn both_sources_that_disagree_are_refused_region_by_region() {
    let error = errors(|fill| with(fill, all(&decimal("3639.3056"))));
    let problem: Vec<_> = error.split("\n\n").collect();
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
        problems(&check(&only(utfall(2)))).split(" skiljer ").next(),
        Some("fel[R03] lakemedel.xlsx › Behovsmodell › B10: utfallet gånger befolkningen"),
        "two decimals are too few"
    );
    assert_eq!(
        problems(&check(&only(all(&decimal("3639.3"))))),
        "fel[R03] lakemedel.xlsx › Behovsmodell › B10: utfallet gånger befolkningen skiljer −59 084 kr från de 38 411 749 680 kr som ska betalas ut
  väntade: en skillnad på högst 21 kr, en krona per region
  hjälp:   kontrollera att utfallet har minst åtta decimaler och hör till årets belopp och befolkning"
    );
}

#[test]
fn half_a_source_or_none_is_refused() {
    let half_done = |missing: &str, exists: &str| {
        format!(
            "fel[I06] lakemedel.xlsx › {missing} › B10: bladet är inte helt ifyllt fast bladet {exists} är det
  väntade: alla 22 grupper för alla 21 regioner, och en prislapp för varje grupp
  hjälp:   fyll i båda bladen, eller töm båda och använd bladet Behovsmodell"
        )
    };
    assert_eq!(errors_without(&[sheets::PRISLAPPAR], |_| {}), half_done("Prislappar", "Grupper"));
    assert_eq!(errors_without(&[sheets::GRUPPER], |_| {}), half_done("Grupper", "Prislappar"));
    assert_eq!(
        errors_without(&WITHOUT_GROUPS, |_| {}),
        "fel[I06] lakemedel.xlsx › Behovsmodell › B10: behovsmodellen saknar underlag
  väntade: grupper med prislappar, eller modellens utfall i kr/inv för alla regioner
  hjälp:   fyll i bladen Grupper och Prislappar, eller bladet Behovsmodell"
    );
}
