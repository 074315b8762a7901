//! What may be wrong with the workbook of försörjningsberedskap, word for word as the program prints it;
//! and what may be missing from it without being wrong.

use chrono::NaiveDate;
use statsbidrag::grants::beredskap::schema::{ARBETSBOK, blad};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Fyllning, Innehall};

use crate::indata_2024::{self, beredskap};
use crate::programmet::Mapp;
use crate::run::{alla, belagg, check, decimal, heltal, problemen, text};

/// A folder whose workbook of försörjningsberedskap lacks some sheets, changed.
pub(crate) fn mapp(utan: &[&str], andra: impl FnOnce(&mut Fyllning)) -> Mapp {
    let mut fyll = beredskap::fyllning_utan(utan);
    andra(&mut fyll);
    let bok = indata_2024::bytes(&ARBETSBOK, &fyll);
    Mapp::ny("2024", indata_2024::alla()).med(ARBETSBOK.fil, &bok)
}

fn fel(utan: &[&str], andra: impl FnOnce(&mut Fyllning)) -> String {
    problemen(&check(&mapp(utan, andra)))
}

pub(crate) fn dag(text: &str) -> Innehall {
    Innehall::Datum(text.parse().expect("a date"))
}

/// One value for Gotland, another for all others.
fn gotland(har: &Innehall, ovriga: &Innehall) -> PerRegion<Innehall> {
    PerRegion::fran(
        |region: Region| {
            if region.id() == "gotland" { har.clone() } else { ovriga.clone() }
        },
    )
}

/// The problems' first lines.
fn rubriker(fel: &str) -> Vec<&str> {
    fel.split("\n\n").filter_map(|problem| problem.lines().next()).collect()
}

#[test]
fn another_population_day_is_refused() {
    let fel = fel(&[], |fyll| {
        let ar_2022 = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a date");
        let rader = indata_2024::csv("forsorjningsberedskap-2023.csv");
        let folk = PerRegion::fran(|region: Region| {
            let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod());
            heltal(rad.expect("a row")["folkmangd_2021_12_31"].parse().expect("people"))
        });
        fyll.kolumn(blad::BEFOLKNING, "befolkning", folk, belagg().per(ar_2022));
    });
    let funna = rubriker(&fel);
    assert_eq!(
        funna,
        ["fel[I15] beredskap.xlsx › Befolkning › B5: ”Befolkning” gäller 2022-12-31"]
    );
    assert!(fel.contains("väntade: 2021-12-31"), "{fel}");
}

#[test]
fn more_used_than_allocated_is_refused() {
    let anvant = |fyll: &mut Fyllning| {
        let forst = gotland(&heltal(2_918_059), &heltal(0));
        fyll.fri(blad::ANVANDNING, "2022 års medel, använt 2022", forst, belagg());
        let sedan = gotland(&heltal(1_000), &heltal(0));
        fyll.fri(blad::ANVANDNING, "2022 års medel, använt 2023", sedan, belagg());
    };
    assert_eq!(
        fel(&[blad::ANVANDNING], anvant),
        "fel[R04] beredskap.xlsx › Använda medel › C19: Gotland har använt 1 000 kr mer av 2022 års medel än de 2 918 059 kr som regionen har tilldelats
  väntade: användning som tillsammans ryms i det tilldelade
  hjälp:   kontrollera svaret på bladet Använda medel, alla år"
    );
}

#[test]
fn a_column_of_use_says_whose_money_and_which_year() {
    let kolumn = |rubrik: &str| {
        fel(&[blad::ANVANDNING], |fyll| {
            fyll.fri(blad::ANVANDNING, rubrik, alla(&heltal(1)), belagg());
        })
    };
    assert_eq!(
        kolumn("använt 2023"),
        "fel[I02] beredskap.xlsx › Använda medel › B12: rubriken ”använt 2023” säger inte vilka medel och vilket år den gäller
  väntade: någon av ”2022 års medel, använt 2022”, ”2022 års medel, använt 2023”, ”2023 års medel, använt 2023”
  hjälp:   rätta kolumnens rubrik"
    );
    assert_eq!(
        kolumn("2022 års medel, använt 2025"),
        "fel[R04] beredskap.xlsx › Använda medel › B12: 2022 års medel får inte användas 2025
  väntade: ett år i perioden 2022–2024"
    );
    assert_eq!(
        kolumn("2023 års medel, använt 2024"),
        "fel[R04] beredskap.xlsx › Använda medel › B12: 2024 är inte slut när uppföljningen för 2024 görs
  väntade: användning till och med 2023"
    );
}

#[test]
fn an_unanswered_region_is_not_taken_for_nought() {
    let fel = fel(&[blad::ANVANDNING], |fyll| {
        let tomt = gotland(&text("vet ej"), &heltal(1));
        fyll.fri(blad::ANVANDNING, "2022 års medel, använt 2022", tomt, belagg());
    });
    assert_eq!(
        rubriker(&fel),
        ["fel[I07] beredskap.xlsx › Använda medel › B19: ”vet ej” är inte ett heltal"]
    );
}

/// Rows of agreements: year, mnkr, first and last year, repayment.
fn avtal(rader: &[(i64, &str, i64, i64, Option<&str>)]) -> String {
    fel(&[blad::OVERENSKOMMELSER, blad::ANVANDNING], |fyll| {
        for (ar, mnkr, fran, till, aterbetalas) in rader {
            let rad = [
                ("avtalsar", heltal(*ar)),
                ("till_regionerna", decimal(mnkr)),
                ("till_skr", decimal("0")),
                ("fran", heltal(*fran)),
                ("till", heltal(*till)),
            ];
            let aterbetalas = aterbetalas.map(|iso| ("aterbetalas", dag(iso)));
            fyll.rad(blad::OVERENSKOMMELSER, rad.into_iter().chain(aterbetalas));
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
        "fel[R04] beredskap.xlsx › Överenskommelser › A11: medlen får användas från 2024 men bara till 2023
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
    let svar = |svar: Innehall| {
        fel(&[blad::VECKOR], |fyll| {
            let varden = gotland(&svar, &text("4–6 veckor"));
            fyll.fri(blad::VECKOR, "Intensivvård", varden, belagg());
            fyll.fri(blad::VECKOR, "Prehospital vård", alla(&heltal(4)), belagg());
            fyll.fri(blad::VECKOR, "Akut tandvård", alla(&text("8")), belagg());
        })
    };
    let vantat = "veckor, 0–520, eller ett intervall som 4–6, av vilket det lägsta räknas";
    let inte = "är varken ett heltal eller ett intervall";
    for (skrivet, visat, hjalp) in [
        (text("6–4"), "”6–4”", "skriv det lägsta först: 4–6"),
        (text("minst 4"), "”minst 4”", "skriv ett tal, som 4, eller ett intervall, som 4–6"),
        (text("4,5"), "”4,5”", "skriv hela tal, avrundade nedåt"),
    ] {
        assert_eq!(
            svar(skrivet),
            format!(
                "fel[I07] beredskap.xlsx › Veckor › B19: {visat} {inte}\n  väntade: {vantat}\n  hjälp:   {hjalp}"
            )
        );
    }
    assert_eq!(
        svar(text("4–600")),
        format!("fel[I08] beredskap.xlsx › Veckor › B19: 600 är för stort\n  väntade: {vantat}")
    );
    // A date in a cell that is formatted as text is the number of its day.
    assert_eq!(
        svar(dag("2024-06-04")),
        format!(
            "fel[I08] beredskap.xlsx › Veckor › B19: 45 447 är för stort\n  väntade: {vantat}\n  \
             hjälp:   kalkylprogrammet har tagit intervallet för ett datum; ändra cellens talformat \
             till text och skriv det på nytt"
        )
    );
}

/// Goals: care type, weeks, day, evaluated.
fn mal(rader: &[(&str, Option<i64>, Option<&str>, &str)]) -> String {
    fel(&[blad::MAL], |fyll| {
        for (vardtyp, veckor, senast, utvarderat) in rader {
            let rad = [
                ("vardtyp", text(vardtyp)),
                ("avtalsar", heltal(2022)),
                ("utvarderat", text(utvarderat)),
            ];
            let veckor = veckor.map(|veckor| ("veckor", heltal(veckor)));
            let senast = senast.map(|iso| ("senast", dag(iso)));
            fyll.rad(blad::MAL, rad.into_iter().chain(veckor).chain(senast));
        }
    })
}

const NATT: (Option<i64>, Option<&str>, &str) = (Some(4), Some("2023-12-31"), "ja");

#[test]
fn goals_and_answers_belong_together() {
    let (veckor, senast, ja) = NATT;
    let tre = |sist: &'static str| {
        [
            ("Intensivvård", veckor, senast, ja),
            ("Prehospital vård", veckor, senast, ja),
            (sist, veckor, senast, ja),
        ]
    };
    assert_eq!(
        mal(&tre("Ambulans")),
        "fel[I02] beredskap.xlsx › Veckor: ingen kolumn har svaren för ”Ambulans”
  väntade: en kolumn för varje vårdtyp vars mål har utvärderats
  hjälp:   lägg till kolumnen, eller skriv nej i målets kolumn Utvärderat

fel[R04] beredskap.xlsx › Veckor › D12: ”Akut tandvård” har svar men inget utvärderat mål
  väntade: ett mål med ja i kolumnen Utvärderat på bladet Mål"
    );
    let dubbelt =
        mal(&[&tre("Akut tandvård")[..], &[("akut tandvård", veckor, senast, ja)]].concat());
    assert_eq!(
        dubbelt,
        "fel[I04] beredskap.xlsx › Mål › A13: ”akut tandvård” har redan ett utvärderat mål
  hjälp:   behåll ett utvärderat mål för varje vårdtyp"
    );
}

#[test]
fn an_evaluated_goal_says_how_long_and_by_when() {
    let (veckor, senast, ja) = NATT;
    let fel = mal(&[
        ("Intensivvård", None, None, ja),
        ("Prehospital vård", veckor, senast, ja),
        ("Akut tandvård", veckor, senast, ja),
    ]);
    let hjalp = "\n  hjälp:   fyll i den, eller skriv nej i kolumnen Utvärderat";
    assert_eq!(
        fel,
        ["Målet", "Senast"]
            .map(|saknas| format!(
                "fel[I06] beredskap.xlsx › Mål › F10: målet är utvärderat men kolumnen ”{saknas}” är tom{hjalp}"
            ))
            .join("\n\n")
    );
}

#[test]
fn lists_say_what_can_be_true_of_each_other() {
    let lista = |ingar_i: &str, antal: i64, tidigare: Option<i64>| {
        fel(&[blad::LISTOR], |fyll| {
            let rad = [
                ("lista", text("Ettan")),
                ("avtalsar", heltal(2022)),
                ("antal", heltal(antal)),
                ("ingar_i", text(ingar_i)),
            ];
            fyll.rad(blad::LISTOR, rad);
            let rad = [("lista", text("Tvåan")), ("avtalsar", heltal(2023)), ("antal", heltal(10))];
            let tidigare = tidigare.map(|antal| ("tidigare_antal", heltal(antal)));
            fyll.rad(blad::LISTOR, rad.into_iter().chain(tidigare));
        })
    };
    let annan = "\n  väntade: namnet på en annan lista på bladet";
    for okand in ["Trean", "ettan"] {
        assert_eq!(
            lista(okand, 5, None),
            format!(
                "fel[R04] beredskap.xlsx › Läkemedelslistor › H10: listan ”{okand}” finns inte bland de andra listorna{annan}"
            )
        );
    }
    assert_eq!(
        lista("tvåan", 11, None),
        "fel[R04] beredskap.xlsx › Läkemedelslistor › C10: listan har 11 substanser men den lista den ingår i bara 10
  väntade: högst lika många substanser som i hela listan"
    );
    assert_eq!(
        lista("Tvåan", 5, Some(9)),
        "fel[I06] beredskap.xlsx › Läkemedelslistor › D11: kolumnen ”Tidigare version” är tom fast den andra om tidigare version är ifylld
  hjälp:   fyll i båda, eller töm båda"
    );
}

#[test]
fn levels_are_numbered_from_one() {
    let fel = fel(&[blad::LAGER], |fyll| {
        for niva in [1, 3] {
            let rad = [("niva", heltal(niva)), ("namn", text("N")), ("innehall", text("I"))];
            fyll.rad(blad::LAGER, rad);
        }
    });
    assert_eq!(
        fel,
        "fel[R04] beredskap.xlsx › Lagernivåer › A11: nivå 3 står där nivå 2 väntas
  väntade: nivåer numrerade från 1 i stigande ordning"
    );
}

/// Nothing asked about, nothing evaluated: nothing is nought, and the report is made all the same.
#[cfg(feature = "typeset")]
#[test]
fn a_follow_up_without_answers_says_that_they_are_missing() {
    use crate::run::report;
    use statsbidrag::contract::beredskap as contract;

    let mapp = mapp(&[blad::ANVANDNING, blad::VECKOR, blad::MAL], |fyll| {
        let rad = [
            ("vardtyp", text("Intensivvård")),
            ("avtalsar", heltal(2022)),
            ("utvarderat", text("nej")),
        ];
        fyll.rad(blad::MAL, rad);
    });
    let svar = mapp.generate();
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    let (report, _) = report(&mapp);
    let las = report.lasning(2024);
    let kvar = las.maybe_figure(&contract::KVAR_ALLA).expect("what is left");
    assert_eq!(kvar.exakt().som_decimal(0), "1000000000");
    assert!(las.maybe_figure(&contract::ANVANT.at(2022)).is_none());
    assert!(las.maybe_figure(&contract::ANDEL_ANVAND.at(2022)).is_none());
    let pdf = std::fs::read(mapp.resultat().join("beredskap.pdf")).expect("a file");
    let papper = pdf_extract::extract_text_from_mem(&pdf).expect("text").replace('\u{a0}', " ");
    let papper = papper.split_whitespace().collect::<Vec<_>>().join(" ");
    for vantat in [
        "hur mycket de använde under 2022 och 2023. Uppgiften saknas alltså och är inte noll.",
        "Hur mycket de hade använt av 2022 och 2023 års medel är inte känt.",
        "Inget mål har utvärderats.",
    ] {
        assert!(papper.contains(vantat), "{vantat:?} not in {papper}");
    }
}
