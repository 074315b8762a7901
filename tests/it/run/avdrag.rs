//! The sheet of deductions: what the program says of a row that cannot be read in one way, and what other rows than
//! those of 2024 come to.

use statsbidrag::contract::lakemedel::{AVDRAGSRADER, BORTTAGNA_AVDRAG};
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::grants::regleringsbrev::schema::sheet as brev;
use statsbidrag::workbook::{CellValue, Fill};

use crate::data_2024;
use crate::parts::benefit;
use crate::program::Folder;
use crate::run::{AR, FILE, book, check, decimal, filled_from, integer, problems, report, text};

/// A row of the sheet: name, currency with amount and rate, kronor, and the limit and month of what is settled.
struct Row {
    namn: &'static str,
    valuta: Option<(&'static str, &'static str, &'static str)>,
    kronor: Option<i64>,
    regleras: Option<(i64, i64)>,
}

const fn kronor(namn: &'static str, kronor: i64) -> Row {
    Row { namn, valuta: None, kronor: Some(kronor), regleras: None }
}

/// The deductions of a year that are together those of 2024.
const TOGETHER: i64 = 18_250_320;

fn fill_in(fill: &mut Fill, rows: &[Row]) {
    for Row { namn, valuta, kronor, regleras } in rows {
        let mut row = vec![
            ("avdrag", text(namn)),
            ("mottagare", text("E-hälsomyndigheten")),
            ("andamal", text("ett register")),
            ("regleras", text(if regleras.is_some() { "ja" } else { "nej" })),
        ];
        if let Some((code, amount, rate)) = valuta {
            row.push(("valuta", text(code)));
            row.push(("valutabelopp", decimal(amount)));
            row.push(("kurs", decimal(rate)));
        }
        row.extend(kronor.map(|kronor| ("kronor", integer(kronor))));
        if let Some((limit, month)) = regleras {
            row.push(("grans", integer(*limit)));
            row.push(("senast", integer(*month)));
        }
        fill.row(sheets::AVDRAG, row);
    }
    sources(fill);
}

fn sources(fill: &mut Fill) {
    for id in [
        "mottagare",
        "andamal",
        "valuta",
        "valutabelopp",
        "kurs",
        "kronor",
        "regleras",
        "grans",
        "senast",
    ] {
        fill.filled_from(sheets::AVDRAG, id, filled_from());
    }
}

/// The year with other deductions, and with conditions for those that are named.
fn folder(paid: &[&str], change: impl FnOnce(&mut Fill)) -> Folder {
    let mut fill = data_2024::lakemedel::fill_without(&[sheets::AVDRAG]);
    change(&mut fill);
    let mut decision = data_2024::regleringsbrev::fill_without(&[brev::MEDEL]);
    let date = |day: &str| CellValue::Datum(day.parse().expect("a date"));
    for namn in paid {
        let days =
            [("rekvireras_senast", date("2024-12-01")), ("redovisas_senast", date("2025-03-31"))];
        decision.row(brev::MEDEL, std::iter::once(("avdrag", text(namn))).chain(days));
    }
    for id in ["rekvireras_senast", "redovisas_senast"] {
        decision.filled_from(brev::MEDEL, id, filled_from());
    }
    let schema = &statsbidrag::grants::regleringsbrev::schema::WORKBOOK;
    Folder::new("2024", data_2024::all())
        .with(FILE, &book(&fill))
        .with(schema.file, &data_2024::bytes(schema, &decision))
}

fn errors(paid: &[&str], rows: &[Row]) -> String {
    problems(&check(&folder(paid, |fill| fill_in(fill, rows))))
}

fn whole(folder: &Folder, name: &str) -> i64 {
    let (report, _) = report(folder);
    let id = report.trace.find(&format!("lakemedel.{AR}.riket.{name}"));
    let node = report.trace.node(id.unwrap_or_else(|| panic!("there is no {name}")));
    node.value.exact().and_then(|number| number.integer()).expect("kronor")
}

#[test]
fn a_new_deduction_in_another_currency_and_one_that_is_zero() {
    let rows = [
        kronor("SOL", 0),
        Row {
            namn: "Nordiskt register",
            valuta: Some(("NOK", "1000000.00", "0.98")),
            kronor: None,
            regleras: Some((0, 3)),
        },
        kronor("SKR", TOGETHER - 980_000),
    ];
    let folder = folder(&["Nordiskt register", "SKR"], |fill| fill_in(fill, &rows));
    assert_eq!(whole(&folder, "avdrag"), TOGETHER);
    assert_eq!(whole(&folder, "avdrag_sol"), 0);
    assert_eq!(whole(&folder, "avdrag_nordiskt_register"), 980_000);
    let (report, _) = report(&folder);
    let (rows, _) = report.stated(AR, &AVDRAGSRADER).expect("rows");
    assert!(rows.iter().all(|row| !row.nytt), "what 2023 had is not known");
    assert_eq!(rows[1].regleras.map(|month| (month.year(), month.number())), Some((2025, 3)));
}

#[test]
fn no_deduction_at_all_leaves_everything_to_the_regions() {
    let folder = folder(&[], |fill| {
        let page = sheets::OVERENSKOMMELSE;
        benefit(fill, "37899.74968");
        fill.item(page, "totalt_kontroll", decimal("38411.74968"), filled_from());
    });
    assert_eq!(whole(&folder, "avdrag"), 0);
    assert_eq!(whole(&folder, "utbetalas"), 38_411_749_680);
}

/// What the parties agreed on in kronor holds, beside the rate, within what may differ.
#[test]
fn kronor_that_were_agreed_beside_a_rate_hold() {
    let rows = |agreed: i64| {
        let in_euro = Row {
            namn: "IHSI",
            valuta: Some(("EUR", "361305", "11.7638")),
            kronor: Some(agreed),
            regleras: Some((100_000, 2)),
        };
        [in_euro, kronor("SKR", TOGETHER - agreed)]
    };
    let with = |agreed: i64, tolerance: i64| {
        folder(&["IHSI", "SKR"], |fill| {
            fill_in(fill, &rows(agreed));
            let page = sheets::OVERENSKOMMELSE;
            fill.item(page, "avdrag_tolerans", integer(tolerance), filled_from());
        })
    };
    let within = with(4_200_000, 50_320);
    assert_eq!(whole(&within, "avdrag_ihsi"), 4_200_000);
    assert_eq!(whole(&within, "avdrag_ihsi_raknat"), 4_250_320);
    assert_eq!(
        problems(&check(&with(4_200_000, 50_319))),
        "fel[R04] lakemedel.xlsx › Avdrag › H11: ”IHSI” är 4 200 000 kr enligt överenskommelsen, men beloppet i valutan gånger kursen är 4 250 320 kr: 50 320 kr isär
  väntade: en skillnad på högst 50 319 kr, enligt raden ”Avdrag i valuta, tillåten skillnad”
  hjälp:   kontrollera belopp och kurs; ska det avtalade beloppet gälla ändå, höj den tillåtna skillnaden på bladet Överenskommelse"
    );
}

#[test]
fn a_row_is_an_amount_in_kronor_or_in_a_currency_with_its_rate() {
    let whole = |namn| Row { namn, valuta: None, kronor: None, regleras: None };
    assert_eq!(
        errors(&[], &[whole("SOL")]),
        "fel[R04] lakemedel.xlsx › Avdrag › A11: ”SOL” saknar belopp
  väntade: ett belopp i kronor, eller valuta med belopp och kurs; 0 om inget dras av"
    );
    let half = |fill: &mut Fill| {
        for (name, field, value) in [
            ("A", "valuta", text("EUR")),
            ("B", "kurs", decimal("11.5")),
            ("C", "grans", integer(1)),
        ] {
            let row = [
                ("avdrag", text(name)),
                ("mottagare", text("SKR")),
                ("andamal", text("ett register")),
                ("regleras", text("nej")),
                ("kronor", integer(1)),
                (field, value),
            ];
            fill.row(sheets::AVDRAG, row);
        }
        sources(fill);
    };
    assert_eq!(
        problems(&check(&folder(&[], half))),
        "fel[R04] lakemedel.xlsx › Avdrag › E11: ”EUR” är vald, men beloppet i valutan eller kursen saknas
  väntade: valuta, belopp i valutan och kurs på samma rad

fel[R04] lakemedel.xlsx › Avdrag › G12: ett belopp i valuta eller en kurs är ifylld, men ingen valuta är vald
  väntade: en valuta; eller bara ett belopp i kronor

fel[R04] lakemedel.xlsx › Avdrag › I13: avdraget regleras inte i efterhand, men en gräns eller månad är ifylld
  väntade: ja med både gräns och senaste månad; eller nej, och båda tomma"
    );
}

#[test]
fn figures_can_be_named_after_every_deduction() {
    assert_eq!(
        errors(&[], &[kronor("Å-B", 1), kronor("a b", 2), kronor("–", 3)]),
        "fel[I04] lakemedel.xlsx › Avdrag › A12: ”a b” står redan på en rad ovanför
  hjälp:   behåll den rad som gäller, eller ge avdragen olika namn

fel[I07] lakemedel.xlsx › Avdrag › A13: ”–” har ingen bokstav eller siffra, så radens siffror kan inte heta efter det
  väntade: ett kort namn, till exempel IHSI"
    );
}

#[test]
fn what_is_requisitioned_is_what_is_deducted() {
    let rows = [kronor("SOL", 1), kronor("SKR", TOGETHER - 1)];
    assert_eq!(
        errors(&["SOL", "SLO", "sol"], &rows),
        "fel[R04] regleringsbrev.xlsx › Medel på rekvisition › A10: det finns ingen rad för avdraget ”SKR”
  väntade: en rad för varje avdrag som inte är noll

fel[R04] regleringsbrev.xlsx › Medel på rekvisition › A12: ”SLO” är inte något avdrag på bladet Avdrag i lakemedel.xlsx
  väntade: ”SOL” eller ”SKR”

fel[I04] regleringsbrev.xlsx › Medel på rekvisition › A13: ”sol” står redan på en rad ovanför
  hjälp:   behåll den rad som gäller"
    );
}

/// Where all of last year's deductions are stated, what is new, renamed and gone is told apart.
#[test]
fn new_renamed_and_gone() {
    let mut fill = data_2024::lakemedel::fill_without(&[sheets::AVDRAG, "foregaende_avdrag_kanda"]);
    for (namn, andamal) in
        [("IHSI", "medlemskapet"), ("Tjänster", "tjänsterna"), ("Register", "ett register")]
    {
        fill.row(sheets::FOREGAENDE_AVDRAG, [("avdrag", text(namn)), ("andamal", text(andamal))]);
    }
    fill.filled_from(sheets::FOREGAENDE_AVDRAG, "andamal", filled_from());
    for (namn, hette, kronor) in
        [("SOL", Some("Tjänster"), 1), ("IHSI", None, 1), ("SKR", None, TOGETHER - 2)]
    {
        let row = [
            ("avdrag", text(namn)),
            ("mottagare", text("SKR")),
            ("andamal", text("något")),
            ("regleras", text("nej")),
            ("kronor", integer(kronor)),
        ];
        fill.row(sheets::AVDRAG, row.into_iter().chain(hette.map(|hette| ("hette", text(hette)))));
    }
    sources(&mut fill);
    fill.filled_from(sheets::AVDRAG, "hette", filled_from());
    let (report, _) = report(&Folder::new("2024", data_2024::all()).with(FILE, &book(&fill)));
    let (rows, _) = report.stated(AR, &AVDRAGSRADER).expect("rows");
    let new: Vec<_> = rows.iter().map(|row| (row.namn.as_str(), row.nytt)).collect();
    assert_eq!(new, [("SOL", false), ("IHSI", false), ("SKR", true)]);
    let (gone, _) = report.stated(AR, &BORTTAGNA_AVDRAG).expect("rows");
    assert_eq!(gone.iter().map(|gone| gone.andamal.as_str()).collect::<Vec<_>>(), ["ett register"]);
}

/// A total in rounded millions: the rows may differ by less than its unit, and what was agreed is printed.
#[test]
fn a_total_is_held_against_the_rows_in_the_precision_it_is_stated_in() {
    let with = |formanen: &str, unit: &str| {
        crate::run::folder(|fill| {
            let page = sheets::OVERENSKOMMELSE;
            benefit(fill, formanen);
            fill.item(page, "totalt_noggrannhet", decimal(unit), filled_from());
        })
    };
    let error = problems(&check(&with("37919", "1")));
    assert!(
        error.contains(
            "fel[I14] lakemedel.xlsx › Överenskommelse › B8: kontrollbeloppet är 38 430 mnkr men raderna ger 38 431 mnkr
  väntade: komponenterna − återbäring + övrigt, så när som på mindre än 1 mnkr, den noggrannhet som kontrollbeloppet är angivet med"
        ),
        "{error}"
    );
    let error = problems(&check(&with("37918.9", "1")));
    assert!(!error.contains("I14] lakemedel.xlsx › Överenskommelse › B8"), "{error}");
}
