//! What may be wrong with the workbook of försörjningsberedskap, word for word as the program prints it;
//! and what may be missing from it without being wrong.

use statsbidrag::grants::beredskap::schema::{WORKBOOK, sheet};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill};

use crate::data_2024::{self, beredskap};
use crate::program::Folder;
use crate::run::{all, check, decimal, filled_from, integer, problems, text};

/// A folder whose workbook of försörjningsberedskap lacks some sheets, changed.
pub(crate) fn folder(without: &[&str], change: impl FnOnce(&mut Fill)) -> Folder {
    let mut fill = beredskap::fill_without(without);
    change(&mut fill);
    let book = data_2024::bytes(&WORKBOOK, &fill);
    Folder::new("2024", data_2024::all()).with(WORKBOOK.file, &book)
}

pub(super) fn errors(without: &[&str], change: impl FnOnce(&mut Fill)) -> String {
    problems(&check(&folder(without, change)))
}

pub(crate) fn day(text: &str) -> CellValue {
    CellValue::Datum(text.parse().expect("a date"))
}

/// One value for Gotland, another for all others.
pub(super) fn gotland(has: &CellValue, ovriga: &CellValue) -> PerRegion<CellValue> {
    PerRegion::from_fn(
        |region: Region| {
            if region.id() == "gotland" { has.clone() } else { ovriga.clone() }
        },
    )
}

/// The problems' first lines.
pub(super) fn headings(error: &str) -> Vec<&str> {
    error.split("\n\n").filter_map(|problem| problem.lines().next()).collect()
}

#[test]
fn more_used_than_allocated_is_refused() {
    let anvant = |fill: &mut Fill| {
        let first_of_all = gotland(&integer(2_918_059), &integer(0));
        fill.free(sheet::ANVANDNING, "2022 års medel, använt 2022", first_of_all, filled_from());
        let since = gotland(&integer(1_000), &integer(0));
        fill.free(sheet::ANVANDNING, "2022 års medel, använt 2023", since, filled_from());
    };
    assert_eq!(
        errors(&[sheet::ANVANDNING], anvant),
        "fel[R04] beredskap.xlsx › Använda medel › C19: Gotland har använt 1 000 kr mer av 2022 års medel än de 2 918 059 kr som regionen har tilldelats
  väntade: användning som tillsammans ryms i det tilldelade
  hjälp:   kontrollera svaret på bladet Använda medel, alla år"
    );
}

#[test]
fn a_column_of_use_says_whose_money_and_which_year() {
    let column = |heading: &str| {
        errors(&[sheet::ANVANDNING], |fill| {
            fill.free(sheet::ANVANDNING, heading, all(&integer(1)), filled_from());
        })
    };
    assert_eq!(
        column("använt 2023"),
        "fel[I02] beredskap.xlsx › Använda medel › B11: rubriken ”använt 2023” säger inte vilka medel och vilket år den gäller
  väntade: någon av ”2022 års medel, använt 2022”, ”2022 års medel, använt 2023”, ”2023 års medel, använt 2023”
  hjälp:   rätta kolumnens rubrik"
    );
    assert_eq!(
        column("2022 års medel, använt 2025"),
        "fel[R04] beredskap.xlsx › Använda medel › B11: 2022 års medel får inte användas 2025
  väntade: ett år i perioden 2022–2024"
    );
    assert_eq!(
        column("2023 års medel, använt 2024"),
        "fel[R04] beredskap.xlsx › Använda medel › B11: 2024 är inte slut när uppföljningen för 2024 görs
  väntade: användning till och med 2023"
    );
}

#[test]
fn an_unanswered_region_is_not_taken_for_zero() {
    let error = errors(&[sheet::ANVANDNING], |fill| {
        let empty_text = gotland(&text("vet ej"), &integer(1));
        fill.free(sheet::ANVANDNING, "2022 års medel, använt 2022", empty_text, filled_from());
    });
    assert_eq!(
        headings(&error),
        ["fel[I07] beredskap.xlsx › Använda medel › B19: ”vet ej” är inte ett heltal"]
    );
}

/// Rows of agreements: year, mnkr, first and last year, repayment.
fn avtal(rows: &[(i64, &str, i64, i64, Option<&str>)]) -> String {
    errors(&[sheet::OVERENSKOMMELSER, sheet::ANVANDNING], |fill| {
        for (year, mnkr, from, to, aterbetalas) in rows {
            let row = [
                ("avtalsar", integer(*year)),
                ("till_regionerna", decimal(mnkr)),
                ("till_skr", decimal("0")),
                ("fran", integer(*from)),
                ("till", integer(*to)),
                ("nyckeldag", day("2021-12-31")),
                ("nyckel", text("överenskommelsen")),
            ];
            let aterbetalas = aterbetalas.map(|iso| ("aterbetalas", day(iso)));
            fill.row(sheet::OVERENSKOMMELSER, row.into_iter().chain(aterbetalas));
        }
    })
}

#[test]
fn agreements_are_told_once_and_in_order() {
    assert_eq!(
        avtal(&[(2022, "1", 2022, 2023, None), (2022, "1", 2022, 2023, None)]),
        "fel[I04] beredskap.xlsx › Överenskommelser › A12: överenskommelsen 2022 står två gånger
  hjälp:   behåll den rad som gäller"
    );
    assert_eq!(
        avtal(&[(2023, "1", 2023, 2024, None), (2022, "1", 2022, 2023, None)]),
        "fel[R04] beredskap.xlsx › Överenskommelser › A12: överenskommelsen 2022 står efter den för 2023
  väntade: överenskommelserna i tidsordning, den äldsta först"
    );
}

#[test]
fn a_period_begins_before_it_ends_and_ends_before_repayment() {
    assert_eq!(
        avtal(&[(2022, "1", 2024, 2023, None)]),
        "fel[R04] beredskap.xlsx › Överenskommelser › E11: medlen får användas från 2024 men bara till 2023
  väntade: ett första år som inte ligger efter det sista"
    );
    assert_eq!(
        avtal(&[(2022, "1", 2022, 2024, Some("2024-03-31"))]),
        "fel[R04] beredskap.xlsx › Överenskommelser › F11: oanvända medel ska återbetalas 2024-03-31 fast de får användas till och med 2024
  väntade: en dag efter det sista året som medlen får användas"
    );
}

#[test]
fn too_little_to_share_is_refused() {
    assert_eq!(
        avtal(&[(2022, "0.00001", 2022, 2024, None)]),
        "fel[R04] beredskap.xlsx › Överenskommelser › B11: Uppsala tilldelas 0 kr av 2022 års medel
  väntade: ett belopp som ger varje region minst en krona"
    );
}

#[test]
fn answers_that_can_be_read_in_two_ways_say_what_to_do() {
    let answer = |answer: CellValue| {
        errors(&[sheet::VECKOR], |fill| {
            let values = gotland(&answer, &text("4–6 veckor"));
            fill.free(sheet::VECKOR, "Intensivvård", values, filled_from());
            fill.free(sheet::VECKOR, "Prehospital vård", all(&integer(4)), filled_from());
            fill.free(sheet::VECKOR, "Akut tandvård", all(&text("8")), filled_from());
        })
    };
    let expected = "veckor, 0–520, eller ett intervall som 4–6, av vilket det lägsta räknas";
    let not_input = "är varken ett heltal eller ett intervall";
    for (written, shown_text, help) in [
        (text("6–4"), "”6–4”", "skriv det lägsta först: 4–6"),
        (text("minst 4"), "”minst 4”", "skriv ett tal, som 4, eller ett intervall, som 4–6"),
        (text("4,5"), "”4,5”", "skriv hela tal, avrundade nedåt"),
    ] {
        assert_eq!(
            answer(written),
            format!(
                "fel[I07] beredskap.xlsx › Veckor › B19: {shown_text} {not_input}\n  väntade: {expected}\n  hjälp:   {help}"
            )
        );
    }
    assert_eq!(
        answer(text("4–600")),
        format!("fel[I08] beredskap.xlsx › Veckor › B19: 600 är för stort\n  väntade: {expected}")
    );
    // A date in a cell that is formatted as text is the number of its day.
    assert_eq!(
        answer(day("2024-06-04")),
        format!(
            "fel[I08] beredskap.xlsx › Veckor › B19: 45 447 är för stort\n  väntade: {expected}\n  \
             hjälp:   kalkylprogrammet har tagit intervallet för ett datum; ändra cellens talformat \
             till text och skriv det på nytt"
        )
    );
}

/// Goals: care type, weeks, day, evaluated.
fn target(rows: &[(&str, Option<i64>, Option<&str>, &str)]) -> String {
    errors(&[sheet::MAL], |fill| {
        for (vardtyp, veckor, latest, evaluated) in rows {
            let row = [
                ("vardtyp", text(vardtyp)),
                ("avtalsar", integer(2022)),
                ("utvarderat", text(evaluated)),
            ];
            let veckor = veckor.map(|veckor| ("veckor", integer(veckor)));
            let latest = latest.map(|iso| ("senast", day(iso)));
            fill.row(sheet::MAL, row.into_iter().chain(veckor).chain(latest));
        }
    })
}

const NATT: (Option<i64>, Option<&str>, &str) = (Some(4), Some("2023-12-31"), "ja");

#[test]
fn goals_and_answers_belong_together() {
    let (veckor, latest, yes) = NATT;
    let three = |at_last: &'static str| {
        [
            ("Intensivvård", veckor, latest, yes),
            ("Prehospital vård", veckor, latest, yes),
            (at_last, veckor, latest, yes),
        ]
    };
    assert_eq!(
        target(&three("Ambulans")),
        "fel[I02] beredskap.xlsx › Veckor › B11: ingen kolumn har svaren för ”Ambulans”
  väntade: en kolumn för varje vårdtyp vars mål har utvärderats
  hjälp:   lägg till kolumnen, eller skriv nej i målets kolumn Utvärderat

fel[R04] beredskap.xlsx › Veckor › D11: ”Akut tandvård” har svar men inget utvärderat mål
  väntade: ett mål med ja i kolumnen Utvärderat på bladet Mål"
    );
    let doubled =
        target(&[&three("Akut tandvård")[..], &[("akut tandvård", veckor, latest, yes)]].concat());
    assert_eq!(
        doubled,
        "fel[I04] beredskap.xlsx › Mål › A13: ”akut tandvård” har redan ett utvärderat mål
  hjälp:   behåll ett utvärderat mål för varje vårdtyp"
    );
}

#[test]
fn an_evaluated_goal_says_how_long_and_by_when() {
    let (veckor, latest, yes) = NATT;
    let error = target(&[
        ("Intensivvård", None, None, yes),
        ("Prehospital vård", veckor, latest, yes),
        ("Akut tandvård", veckor, latest, yes),
    ]);
    let help = "\n  hjälp:   fyll i den, eller skriv nej i kolumnen Utvärderat";
    assert_eq!(
        error,
        [("C10", "Målet"), ("E10", "Senast")]
            .map(|(cell, missing)| format!(
                "fel[I06] beredskap.xlsx › Mål › {cell}: målet är utvärderat men kolumnen ”{missing}” är tom{help}"
            ))
            .join("\n\n")
    );
}

#[test]
fn lists_say_what_can_be_true_of_each_other() {
    let list = |ingar_i: &str, count: i64, previous: Option<i64>| {
        errors(&[sheet::LISTOR], |fill| {
            let row = [
                ("lista", text("Ettan")),
                ("avtalsar", integer(2022)),
                ("antal", integer(count)),
                ("ingar_i", text(ingar_i)),
            ];
            fill.row(sheet::LISTOR, row);
            let row =
                [("lista", text("Tvåan")), ("avtalsar", integer(2023)), ("antal", integer(10))];
            let previous = previous.map(|count| ("tidigare_antal", integer(count)));
            fill.row(sheet::LISTOR, row.into_iter().chain(previous));
        })
    };
    let other = "\n  väntade: namnet på en annan lista på bladet";
    for unknown in ["Trean", "ettan"] {
        assert_eq!(
            list(unknown, 5, None),
            format!(
                "fel[R04] beredskap.xlsx › Läkemedelslistor › H10: listan ”{unknown}” finns inte bland de andra listorna{other}"
            )
        );
    }
    assert_eq!(
        list("tvåan", 11, None),
        "fel[R04] beredskap.xlsx › Läkemedelslistor › C10: listan har 11 substanser men den lista den ingår i bara 10
  väntade: högst lika många substanser som i hela listan"
    );
    assert_eq!(
        list("Tvåan", 5, Some(9)),
        "fel[I06] beredskap.xlsx › Läkemedelslistor › D11: kolumnen ”Tidigare version” är tom fast den andra om tidigare version är ifylld
  hjälp:   fyll i båda, eller töm båda"
    );
}

#[test]
fn levels_are_numbered_from_one() {
    let error = errors(&[sheet::LAGER], |fill| {
        for level in [1, 3] {
            let row = [("niva", integer(level)), ("namn", text("N")), ("innehall", text("I"))];
            fill.row(sheet::LAGER, row);
        }
    });
    assert_eq!(
        error,
        "fel[R04] beredskap.xlsx › Lagernivåer › A11: nivå 3 står där nivå 2 väntas
  väntade: nivåer numrerade från 1 i stigande ordning"
    );
}

/// Nothing asked about, nothing evaluated: nothing is zero, and the report is made all the same.
#[cfg(feature = "typeset")]
#[test]
fn a_follow_up_without_answers_says_that_they_are_missing() {
    use crate::run::report;
    use statsbidrag::contract::beredskap as contract;

    let folder = folder(&[sheet::ANVANDNING, sheet::VECKOR, sheet::MAL], |fill| {
        let row = [
            ("vardtyp", text("Intensivvård")),
            ("avtalsar", integer(2022)),
            ("utvarderat", text("nej")),
        ];
        fill.row(sheet::MAL, row);
    });
    let answer = folder.generate();
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let (report, _) = report(&folder);
    let view = report.view(2024);
    let left = view.maybe_figure(&contract::KVAR_ALLA).expect("what is left");
    assert_eq!(left.exact().as_decimal(0), "1000000000");
    assert!(view.maybe_figure(&contract::ANVANT.at(2022)).is_none());
    assert!(view.maybe_figure(&contract::ANDEL_ANVAND.at(2022)).is_none());
    let pdf = std::fs::read(folder.result().join("beredskap.pdf")).expect("a file");
    let paper = pdf_extract::extract_text_from_mem(&pdf).expect("text").replace('\u{a0}', " ");
    let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "de använde under 2022 och 2023. Uppgiften saknas alltså, och det är inte detsamma som noll.",
        "Hur mycket av 2022 års medel som har använts har inte efterfrågats, och hela beloppet räknas därför som kvar. \
         Hur mycket av 2023 års medel som har använts har inte efterfrågats, och hela beloppet räknas därför som kvar.",
        "Inget mål har utvärderats.",
    ] {
        assert!(paper.contains(expected), "{expected:?} not in {paper}");
    }
}
