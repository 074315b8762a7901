//! Adjustments that the agreement of the year before does not have: what has been got by a net grant is not
//! deducted once more, and what was settled together is not settled part by part.

use statsbidrag::workbook::Fill;

use super::{FORGOTTEN, JUSTERINGAR, column, folder, justeringar, says};
use crate::data_2024::lakemedel;
use crate::parts;
use crate::program::Folder;
use crate::run::{FILE, book, check, decimal, integer, problems, report};

/// The groups of förmånen and hepatit C, settled together and each by itself.
const TOGETHER: [&str; 2] = ["tillsammans"; 2];
const APART: [&str; 2] = ["förmånen", "hepatit C"];

/// The decision changed after the sheets of its adjustments were left out, and the agreement of the year before
/// of another kind.
fn after(kind: &str, settled: [&str; 2], change: impl FnOnce(&mut Fill)) -> Folder {
    let mut theirs = lakemedel::fill();
    parts::before(&mut theirs, if kind == "netto" { "ja" } else { "nej" }, settled);
    folder(&JUSTERINGAR, change).with(FILE, &book(&theirs))
}

/// What is expected and what to do where a rebate has been deducted.
const NETTO: &str = "
  väntade: ingen justering av återbäring för ett nettobidrag; det som avviker från prognosen ingår i avstämningen av vinst och förlust
  hjälp:   ta bort raden och beloppen; gäller de ett tidigare bruttoår, använd ”annan” och skriv det i skälet; var bidraget brutto, rätta kolumnen Återbäring dras av på bladet Komponenter föregående år i lakemedel.xlsx";

#[test]
fn what_a_net_grant_has_deducted_is_not_deducted_again() {
    let folder = after("netto", APART, |fill| {
        let rows = [("återbäring, prognos", 2, 2), ("återbäring, slutlig", 4, 5)];
        justeringar(fill, &rows);
        justeringar(fill, &[("avdrag, reglering", 2, 2)]);
        column(fill, "aterbaring_prognos_statens_andel", |_| integer(1_000_000));
    });
    let refused = |place: &str, kind: &str| {
        format!(
            "fel[R04] {place}: ”{kind}” kan inte göras: bidraget för 2023 var netto, så statens andel av återbäringen är redan avdragen{NETTO}"
        )
    };
    says(
        &problems(&check(&folder)),
        &[
            &refused("Justeringar › A11", "återbäring, prognos"),
            &refused("Justeringar › A12", "återbäring, slutlig"),
            &refused("Justeringsbelopp › B12", "återbäring, prognos"),
        ],
    );
}

/// Amounts alone, which `check` would otherwise ask a row for.
#[test]
fn amounts_of_what_cannot_be_adjusted_are_refused_with_the_reason() {
    let folder = after("netto", APART, |fill| {
        justeringar(fill, &[("avdrag, reglering", 2, 2)]);
        column(fill, "aterbaring_differens", |_| decimal("1.5"));
    });
    says(
        &problems(&check(&folder)),
        &[&format!(
            "fel[R04] Justeringsbelopp › D12: ”återbäring, slutlig” kan inte göras: bidraget för 2023 var netto, så statens andel av återbäringen är redan avdragen{NETTO}"
        )],
    );
}

/// What is still due of an earlier gross year is paid by its own words.
#[test]
fn what_remains_of_an_earlier_year_is_another_adjustment() {
    let folder = after("netto", APART, |fill| {
        justeringar(fill, &[("avdrag, reglering", 2, 2), ("annan", 4, 5)]);
        column(fill, "annan", |_| integer(-7));
    });
    let answer = check(&folder);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
}

#[test]
fn profit_and_loss_is_settled_as_the_agreement_settles_it() {
    let help = "
  hjälp:   följ överenskommelsen för det året; är uppgiften om den fel, rätta den på bladet Avräkningsgrupper föregående år i lakemedel.xlsx";
    let apart = [("vinst/förlust, förmånen", 3, 3), ("vinst/förlust, hepatit C", 3, 3)];
    let folder = after("brutto", TOGETHER, |fill| {
        justeringar(fill, &apart);
        justeringar(fill, &[("avdrag, reglering", 2, 2), ("återbäring, slutlig", 4, 5)]);
        column(fill, "aterbaring_differens", |_| decimal("1.5"));
    });
    let refused = |row: u32, kind: &str| {
        format!(
            "fel[R04] Justeringar › B{row}: ”{kind}” kan inte göras: överenskommelsen för 2023 har ingen sådan avräkningsgrupp\n  väntade: ”vinst/förlust, tillsammans”{help}"
        )
    };
    says(
        &problems(&check(&folder)),
        &[&refused(11, "vinst/förlust, förmånen"), &refused(12, "vinst/förlust, hepatit C")],
    );
    let folder = after("brutto", APART, |fill| {
        justeringar(fill, &[("vinst/förlust, tillsammans", 3, 3)]);
        justeringar(fill, &[("avdrag, reglering", 2, 2)]);
        column(fill, "Vinst/förlust, tillsammans", |_| integer(1));
    });
    let refused = |place: &str| {
        format!(
            "fel[R04] {place}: ”vinst/förlust, tillsammans” kan inte göras: överenskommelsen för 2023 har ingen sådan avräkningsgrupp\n  väntade: ”vinst/förlust, förmånen” eller ”vinst/förlust, hepatit C”{help}"
        )
    };
    says(
        &problems(&check(&folder)),
        &[&refused("Justeringar › B11"), &refused("Justeringsbelopp › H12")],
    );
}

/// A gross year whose rebates nobody settles is in order, and said to be odd; a net year is not odd.
#[test]
fn rebates_of_a_gross_year_are_not_forgotten() {
    for (kind, forgotten) in [("brutto", true), ("netto", false)] {
        let folder = after(kind, APART, |fill| {
            justeringar(fill, &[("avdrag, reglering", 2, 2)]);
        });
        let (_, warnings) = report(&folder);
        assert_eq!(warnings.trim_end(), if forgotten { FORGOTTEN } else { "" }, "{kind}");
    }
}
