//! The kronor that rounding leaves over: refused where nobody is to have them, placed by each policy
//! where someone is.

use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::Fill;

use crate::data_2024;
use crate::parts::{PARTS, benefit, other_components};
use crate::run::{decimal, errors, filled_from, folder, grant, integer, text};

/// A change of the workbook.
type Change = fn(&mut Fill);

/// One krona less to share out, which the rounded grants do not follow.
fn one_krona_less(fill: &mut Fill) {
    let page = sheets::OVERENSKOMMELSE;
    benefit(fill, "37917.999999");
    fill.item(page, "totalt_kontroll", decimal("38429.999999"), filled_from());
    fill.item(page, "utbetalas_kontroll", integer(38_411_749_679), filled_from());
}

/// One krona more.
fn one_krona_more(fill: &mut Fill) {
    let page = sheets::OVERENSKOMMELSE;
    benefit(fill, "37918.000001");
    fill.item(page, "totalt_kontroll", decimal("38430.000001"), filled_from());
    fill.item(page, "utbetalas_kontroll", integer(38_411_749_681), filled_from());
}

fn rule(fill: &mut Fill, rule: &str) {
    fill.item(sheets::OVERENSKOMMELSE, "residual", text(rule), filled_from());
}

#[test]
fn half_up_with_a_residual_is_refused() {
    let end = "\n  väntade: en uttalad regel för återstoden\n  hjälp:   jämför först befolkningen och \
                kostnaderna med källan: gick det jämnt ut i överenskommelsen är något av dem fel. Säger \
                överenskommelsen vem som får återstoden anges det på raden ”Återstod vid avrundning av \
                statsbidraget”: largest_remainder, half_up_residual_to_largest eller explicit";
    let beginning =
        "fel[R01] lakemedel.xlsx › Överenskommelse › B12: regionernas avrundade bidrag blir";
    assert_eq!(
        errors(one_krona_less),
        format!(
            "{beginning} 38 411 749 680 kr, 38 411 749 679 kr ska fördelas: 1 kr för mycket{end}"
        )
    );
    assert_eq!(
        errors(one_krona_more),
        format!(
            "{beginning} 38 411 749 680 kr, 38 411 749 681 kr ska fördelas: 1 kr återstår{end}"
        )
    );
}

/// Whose published grant the krona was added to or taken from.
fn whom(change: impl FnOnce(&mut Fill)) -> Vec<(String, i64)> {
    let published_amount = data_2024::csv("lakemedel-2024-publicerat.csv");
    grant(&folder(change))
        .into_iter()
        .zip(&published_amount)
        .map(|((county_code, amount), row)| {
            assert_eq!(county_code, row["lanskod"]);
            let before: i64 = row["statsbidrag_2024_kr"].parse().expect("kronor");
            (row["region"].clone(), amount - before)
        })
        .filter(|(_, difference)| *difference != 0)
        .collect()
}

#[test]
fn each_policy_places_the_residual() {
    let largest = |character: i64| vec![("Stockholm".to_owned(), character)];
    let case: [(Change, i64); 2] = [(one_krona_less, -1), (one_krona_more, 1)];
    for (change, character) in case {
        let to_the_largest = whom(|fill| {
            change(fill);
            rule(fill, "half_up_residual_to_largest");
        });
        assert_eq!(to_the_largest, largest(character));
        let rest = whom(|fill| {
            change(fill);
            rule(fill, "largest_remainder");
        });
        assert_eq!(
            rest.iter().map(|(_, difference)| difference).sum::<i64>(),
            character,
            "{rest:?}"
        );
        let pointed_out = whom(|fill| {
            change(fill);
            rule(fill, "explicit");
            let page = sheets::OVERENSKOMMELSE;
            fill.item(page, "residual_region", text("Region Gotland"), filled_from());
        });
        assert_eq!(pointed_out, [("Gotland".to_owned(), character)]);
    }
}

#[test]
fn a_region_is_named_when_and_only_when_the_policy_is_explicit() {
    let page = sheets::OVERENSKOMMELSE;
    assert_eq!(
        errors(|fill| rule(fill, "explicit")),
        "fel[R04] lakemedel.xlsx › Överenskommelse › B12: ”explicit” kräver en region
  väntade: en region på raden ”Region som får återstoden”"
    );
    let unknown = errors(|fill| {
        rule(fill, "explicit");
        fill.item(page, "residual_region", text("Lappland"), filled_from());
    });
    let expected = "fel[I05] lakemedel.xlsx › Överenskommelse › B13: ”Lappland” är inte någon av de 21 regionerna";
    assert!(unknown.contains(expected), "{unknown}");
    let needless = errors(|fill| {
        fill.item(page, "residual_region", text("Gotland"), filled_from());
    });
    assert_eq!(
        needless,
        "fel[R04] lakemedel.xlsx › Överenskommelse › B13: ”Gotland” ska få återstoden, men ”half_up” ger den inte till någon viss region
  hjälp:   välj explicit på raden ”Återstod vid avrundning av statsbidraget”, eller töm cellen"
    );
}

/// Ten kronor more to a region last year than its kronor per inhabitant come to.
fn ten_kronor_more(fill: &mut Fill, region: &str) {
    let rows = data_2024::csv("lakemedel-2023-foregaende-ar.csv");
    let grant = PerRegion::from_fn(|own: Region| {
        let row = rows.iter().find(|row| row["lanskod"] == own.county_code()).expect("a row");
        let kr: i64 = row["statsbidrag_kr_publicerat"].parse().expect("kronor");
        integer(if own.short_name() == region { kr + 10 } else { kr })
    });
    fill.column(sheets::FOREGAENDE, "foregaende_statsbidrag", grant, filled_from());
}

fn last_years_rule(fill: &mut Fill, rule: &str, region: Option<&str>) {
    let page = sheets::FOREGAENDE_RIKET;
    fill.item(page, "foregaende_residual", text(rule), filled_from());
    if let Some(region) = region {
        fill.item(page, "foregaende_residual_region", text(region), filled_from());
    }
}

#[test]
fn whoever_took_last_years_residual_may_have_got_more_than_a_krona() {
    for (region, rule, named) in [
        ("Gotland", "explicit", Some("Region Gotland")),
        ("Stockholm", "half_up_residual_to_largest", None),
    ] {
        let change = |fill: &mut Fill| {
            ten_kronor_more(fill, region);
            last_years_rule(fill, rule, named);
        };
        assert_eq!(grant(&folder(change)).len(), 21, "{region}");
    }
    for (region, rule, named, highest) in [
        ("Gotland", "half_up", None, "en krona"),
        ("Gotland", "half_up_residual_to_largest", None, "en krona"),
        ("Skåne", "explicit", Some("Gotland"), "en krona"),
        ("Skåne", "largest_remainder", None, "2 kr, med återstoden"),
    ] {
        let error = errors(|fill| {
            ten_kronor_more(fill, region);
            last_years_rule(fill, rule, named);
        });
        let beginning = "fel[R04] lakemedel.xlsx › Föregående år › F";
        assert!(
            error.starts_with(beginning) && error.contains(&format!(": {region}: bidraget är")),
            "{error}"
        );
        assert!(error.contains(&format!("väntade: skillnad på högst {highest}\n")), "{error}");
    }
}

#[test]
fn last_years_taker_is_named_when_and_only_when_the_policy_was_explicit() {
    let page = sheets::FOREGAENDE_RIKET;
    let alone = errors(|fill| {
        fill.item(page, "foregaende_residual_region", text("Gotland"), filled_from());
    });
    assert_eq!(
        alone,
        "fel[R04] lakemedel.xlsx › Föregående år riket › B14: ”Gotland” ska ha fått återstoden, men inte enligt vad
  väntade: explicit på raden ”Återstod vid avrundning av bidraget”
  hjälp:   fyll i den raden, eller töm cellen"
    );
    assert_eq!(
        errors(|fill| last_years_rule(fill, "explicit", None)),
        "fel[R04] lakemedel.xlsx › Föregående år riket › B13: ”explicit” kräver en region
  väntade: en region på raden ”Region som får återstoden”"
    );
}

#[test]
fn the_published_total_needs_no_residual() {
    let grant = grant(&folder(|_| {}));
    assert_eq!(grant.iter().map(|(_, amount)| amount).sum::<i64>(), 38_411_749_680);
    assert_eq!(whom(|_| {}), []);
}

#[test]
fn a_gross_grant_has_no_aterbaring_to_subtract() {
    let brutto = |fill: &mut Fill| {
        let gross = PARTS
            .map(|[name, what, amount, share, _, group]| [name, what, amount, share, "nej", group]);
        other_components(fill, &gross, false);
    };
    assert_eq!(
        errors(brutto),
        "fel[R04] lakemedel.xlsx › Överenskommelse › B7: återbäring är ifylld, men den dras inte av från någon komponent
  väntade: ja i kolumnen Återbäring dras av för de komponenter som den gäller; eller 0 mnkr om bidraget är brutto"
    );
}
