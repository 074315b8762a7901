//! The kronor that rounding leaves over: refused where nobody is to have them, placed by each policy
//! where someone is.

use statsbidrag::grants::lakemedel::schema::blad;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::Fyllning;

use crate::indata_2024;
use crate::run::{belagg, bidrag, fel, heltal, mapp, text};

/// A change of the workbook.
type Andring = fn(&mut Fyllning);

/// One krona less to share out, which the rounded grants do not follow.
fn en_krona_mindre(fyll: &mut Fyllning) {
    let sida = blad::OVERENSKOMMELSE;
    fyll.uppgift(sida, "sol", heltal(11_000_001), belagg());
    fyll.uppgift(sida, "utbetalas_kontroll", heltal(38_411_749_679), belagg());
}

/// One krona more.
fn en_krona_mer(fyll: &mut Fyllning) {
    let sida = blad::OVERENSKOMMELSE;
    fyll.uppgift(sida, "sol", heltal(10_999_999), belagg());
    fyll.uppgift(sida, "utbetalas_kontroll", heltal(38_411_749_681), belagg());
}

fn regel(fyll: &mut Fyllning, regel: &str) {
    fyll.uppgift(blad::OVERENSKOMMELSE, "residual", text(regel), belagg());
}

#[test]
fn half_up_with_a_residual_is_refused() {
    let slut = "\n  väntade: en uttalad regel för återstoden\n  hjälp:   välj largest_remainder, \
                half_up_residual_to_largest eller explicit på raden ”Återstod vid avrundning av \
                statsbidraget”";
    let borjan = "fel[R01] lakemedel.xlsx › Överenskommelse: regionernas avrundade bidrag blir";
    assert_eq!(
        fel(en_krona_mindre),
        format!(
            "{borjan} 38 411 749 680 kr, 38 411 749 679 kr ska fördelas: 1 kr för mycket{slut}"
        )
    );
    assert_eq!(
        fel(en_krona_mer),
        format!("{borjan} 38 411 749 680 kr, 38 411 749 681 kr ska fördelas: 1 kr återstår{slut}")
    );
}

/// Whose published grant the krona was added to or taken from.
fn vem(andra: impl FnOnce(&mut Fyllning)) -> Vec<(String, i64)> {
    let publicerat = indata_2024::csv("lakemedel-2024-publicerat.csv");
    bidrag(&mapp(andra))
        .into_iter()
        .zip(&publicerat)
        .map(|((lanskod, belopp), rad)| {
            assert_eq!(lanskod, rad["lanskod"]);
            let fore: i64 = rad["statsbidrag_2024_kr"].parse().expect("kronor");
            (rad["region"].clone(), belopp - fore)
        })
        .filter(|(_, skillnad)| *skillnad != 0)
        .collect()
}

#[test]
fn each_policy_places_the_residual() {
    let storst = |tecken: i64| vec![("Stockholm".to_owned(), tecken)];
    let fall: [(Andring, i64); 2] = [(en_krona_mindre, -1), (en_krona_mer, 1)];
    for (andra, tecken) in fall {
        let till_storsta = vem(|fyll| {
            andra(fyll);
            regel(fyll, "half_up_residual_to_largest");
        });
        assert_eq!(till_storsta, storst(tecken));
        let rest = vem(|fyll| {
            andra(fyll);
            regel(fyll, "largest_remainder");
        });
        assert_eq!(rest.iter().map(|(_, skillnad)| skillnad).sum::<i64>(), tecken, "{rest:?}");
        let utpekad = vem(|fyll| {
            andra(fyll);
            regel(fyll, "explicit");
            let sida = blad::OVERENSKOMMELSE;
            fyll.uppgift(sida, "residual_region", text("Region Gotland"), belagg());
        });
        assert_eq!(utpekad, [("Gotland".to_owned(), tecken)]);
    }
}

#[test]
fn a_region_is_named_when_and_only_when_the_policy_is_explicit() {
    let sida = blad::OVERENSKOMMELSE;
    assert_eq!(
        fel(|fyll| regel(fyll, "explicit")),
        "fel[R04] lakemedel.xlsx › Överenskommelse › B23: ”explicit” kräver en region
  väntade: en region på raden ”Region som får återstoden”"
    );
    let okand = fel(|fyll| {
        regel(fyll, "explicit");
        fyll.uppgift(sida, "residual_region", text("Lappland"), belagg());
    });
    let vantat = "fel[I05] lakemedel.xlsx › Överenskommelse › B24: ”Lappland” är inte någon av de 21 regionerna";
    assert!(okand.contains(vantat), "{okand}");
    let onodig = fel(|fyll| {
        fyll.uppgift(sida, "residual_region", text("Gotland"), belagg());
    });
    assert_eq!(
        onodig,
        "fel[R04] lakemedel.xlsx › Överenskommelse › B24: ”Gotland” ska få återstoden, men ”half_up” ger den inte till någon viss region
  hjälp:   välj explicit på raden ”Återstod vid avrundning av statsbidraget”, eller töm cellen"
    );
}

/// Ten kronor more to a region last year than its kronor per inhabitant come to.
fn tio_kronor_mer(fyll: &mut Fyllning, region: &str) {
    let rader = indata_2024::csv("lakemedel-2023-foregaende-ar.csv");
    let bidrag = PerRegion::fran(|egen: Region| {
        let rad = rader.iter().find(|rad| rad["lanskod"] == egen.lanskod()).expect("a row");
        let kr: i64 = rad["statsbidrag_kr_publicerat"].parse().expect("kronor");
        heltal(if egen.kortnamn() == region { kr + 10 } else { kr })
    });
    fyll.kolumn(blad::FOREGAENDE, "foregaende_statsbidrag", bidrag, belagg());
}

fn fjolarets_regel(fyll: &mut Fyllning, regel: &str, region: Option<&str>) {
    let sida = blad::FOREGAENDE_RIKET;
    fyll.uppgift(sida, "foregaende_residual", text(regel), belagg());
    if let Some(region) = region {
        fyll.uppgift(sida, "foregaende_residual_region", text(region), belagg());
    }
}

#[test]
fn whoever_took_last_years_residual_may_have_got_more_than_a_krona() {
    for (region, regel, namngiven) in [
        ("Gotland", "explicit", Some("Region Gotland")),
        ("Stockholm", "half_up_residual_to_largest", None),
    ] {
        let andra = |fyll: &mut Fyllning| {
            tio_kronor_mer(fyll, region);
            fjolarets_regel(fyll, regel, namngiven);
        };
        assert_eq!(bidrag(&mapp(andra)).len(), 21, "{region}");
    }
    for (region, regel, namngiven, hogst) in [
        ("Gotland", "half_up", None, "en krona"),
        ("Gotland", "half_up_residual_to_largest", None, "en krona"),
        ("Skåne", "explicit", Some("Gotland"), "en krona"),
        ("Skåne", "largest_remainder", None, "2 kr, med återstoden"),
    ] {
        let fel = fel(|fyll| {
            tio_kronor_mer(fyll, region);
            fjolarets_regel(fyll, regel, namngiven);
        });
        let borjan = "fel[R04] lakemedel.xlsx › Föregående år › F";
        assert!(
            fel.starts_with(borjan) && fel.contains(&format!(": {region}: bidraget är")),
            "{fel}"
        );
        assert!(fel.contains(&format!("väntade: skillnad på högst {hogst}\n")), "{fel}");
    }
}

#[test]
fn last_years_taker_is_named_when_and_only_when_the_policy_was_explicit() {
    let sida = blad::FOREGAENDE_RIKET;
    let ensam = fel(|fyll| {
        fyll.uppgift(sida, "foregaende_residual_region", text("Gotland"), belagg());
    });
    assert_eq!(
        ensam,
        "fel[R04] lakemedel.xlsx › Föregående år riket › B10: ”Gotland” ska ha fått återstoden, men inte enligt vad
  väntade: explicit på raden ”Återstod vid avrundning av bidraget”
  hjälp:   fyll i den raden, eller töm cellen"
    );
    assert_eq!(
        fel(|fyll| fjolarets_regel(fyll, "explicit", None)),
        "fel[R04] lakemedel.xlsx › Föregående år riket › B9: ”explicit” kräver en region
  väntade: en region på raden ”Region som får återstoden”"
    );
}

#[test]
fn the_published_total_needs_no_residual() {
    let bidrag = bidrag(&mapp(|_| {}));
    assert_eq!(bidrag.iter().map(|(_, belopp)| belopp).sum::<i64>(), 38_411_749_680);
    assert_eq!(vem(|_| {}), []);
}

#[test]
fn a_gross_grant_has_no_aterbaring_to_subtract() {
    let brutto = |fyll: &mut Fyllning| {
        fyll.uppgift(blad::OVERENSKOMMELSE, "slag", text("brutto"), belagg());
    };
    assert_eq!(
        fel(brutto),
        "fel[R04] lakemedel.xlsx › Överenskommelse › B22: bidraget är brutto, men statens andel av återbäringen dras av
  väntade: netto; eller brutto, och 0 mnkr i återbäring"
    );
}
