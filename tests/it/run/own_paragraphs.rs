//! The sheet *Egna stycken*: paragraphs of the user's own before, after and instead of what the program writes, and
//! what is refused.

#[cfg(feature = "typeset")]
use std::fs;

use statsbidrag::grants::own_words::SHEET;
use statsbidrag::workbook::Fill;

#[cfg(feature = "typeset")]
use crate::program::{answer_of, program};
#[cfg(feature = "typeset")]
use crate::run::folder;
use crate::run::{FILE, errors, filled_from, text};

/// Document, section, place, heading, paragraph.
type Row = [&'static str; 5];

fn fill_in(fill: &mut Fill, rows: &[Row]) {
    for row in rows {
        let ids = ["dokument", "avsnitt", "plats", "rubrik", "stycke"];
        let cells = ids.into_iter().zip(*row).filter(|(_, value)| !value.is_empty());
        fill.row(SHEET, cells.map(|(id, value)| (id, text(value))));
    }
    for id in ["avsnitt", "plats", "rubrik", "stycke"] {
        fill.filled_from(SHEET, id, filled_from());
    }
}

/// What is said of one row.
fn said(row: Row) -> String {
    errors(|fill| fill_in(fill, &[row]))
}

#[cfg(feature = "typeset")]
#[test]
fn own_paragraphs_stand_where_they_are_to_and_what_they_replace_is_told() {
    let folder = folder(|fill| {
        fill_in(
            fill,
            &[
                [
                    "cirkuläret",
                    "Sammanfattning",
                    "efter",
                    "Nytt i år",
                    "{Avdelning} vill framhålla att {utbetalas} kronor, {Utbetalas i MNKR} miljoner, betalas ut för {år}.",
                ],
                [
                    "cirkuläret",
                    "Sammanfattning",
                    "efter",
                    "Nytt i år",
                    "Medeltalet är {statsbidrag per inv} kronor.",
                ],
                [
                    "cirkuläret",
                    "avdrag före utbetalning",
                    "i stället för",
                    "",
                    "Av bidraget dras {avdrag} kronor av.",
                ],
                ["cirkuläret", "Utbetalning", "före", "", "Ett stycke utan rubrik."],
                [
                    "breven",
                    "Statsbidraget för läkemedelsförmånerna",
                    "före",
                    "Till er",
                    "{region} får {statsbidrag} av {rikets statsbidrag} kronor.",
                ],
            ],
        );
    });
    let out = folder.result();
    let mut command = program();
    command.arg("generate").arg(folder.inputs()).arg("--out").arg(&out);
    let answer = answer_of(command.args(["--only", "cirkular,regionbesked-12-skane"]));
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let warned = "varning[I21] lakemedel.xlsx › Egna stycken › C17: i cirkuläret ersätts avsnittet \
                  ”Avdrag före utbetalning” av egna stycken";
    assert!(answer.out.contains(warned), "{answer:?}");
    let paper = |name: &str| {
        let pdf = fs::read(out.join(name)).expect("a PDF");
        let text = pdf_extract::extract_text_from_mem(&pdf).expect("text");
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
    };
    let circular = paper("cirkular.pdf");
    for phrase in [
        "Nytt i år Avdelningen för ekonomi vill framhålla att 38 411 749 680 kronor, 38 411,7 miljoner, betalas ut för 2024.",
        "Medeltalet är 3 639 kronor.",
        "Avdrag före utbetalning Av bidraget dras 18 250 320 kronor av.",
        "Ett stycke utan rubrik.",
    ] {
        assert!(circular.contains(phrase), "{phrase} not in {circular}");
    }
    // It comes last of its section.
    let place = |text: &str| circular.find(text).unwrap_or_else(|| panic!("{text} not there"));
    assert!(place("Ett stycke utan rubrik.") < place("Utbetalning Varje månad betalas"));
    assert!(!circular.contains("dras medel av för gemensamma ändamål"), "{circular}");
    let letter = paper("regionbesked-12-skane.pdf");
    let phrase = "Till er Region Skåne får 5 100 738 882 av 38 411 749 680 kronor. Statsbidraget för läkemedelsförmånerna";
    assert!(letter.contains(phrase), "{letter}");
}

#[test]
fn what_an_own_paragraph_may_not_be_is_said_in_its_cell() {
    let place = |cell: &str| format!("{FILE} › {SHEET} › {cell}: ");
    for (row, cell, message) in [
        (
            ["cirkuläret", "Sammanfatning", "före", "", "A."],
            "B15",
            "cirkuläret har inget avsnitt ”Sammanfatning”\n  väntade: något av ”Sammanfattning”, ",
        ),
        (["breven", "Avräkning", "före", "", "A."], "B15", "breven har inget avsnitt ”Avräkning”"),
        (
            ["cirkuläret", "Statsbidrag per region", "i stället för", "", "A."],
            "C15",
            "avsnittet ”Statsbidrag per region” får inte ersättas: dokumentet är inte helt utan det\n  \
             hjälp:   välj ”före” eller ”efter”; det som får ersättas är ”Sammanfattning”, ",
        ),
        (
            ["cirkuläret", "Utbetalning", "före", "", "{statsbidraag}"],
            "E15",
            "”{statsbidraag}” finns inte\n  hjälp:   menade du {statsbidrag}?",
        ),
        (
            ["cirkuläret", "Utbetalning", "före", "", "{region}"],
            "E15",
            "”{region}” finns bara för varje region",
        ),
        (
            ["cirkuläret", "Utbetalning", "före", "", "{statsbidrag exakt}"],
            "E15",
            "”{statsbidrag exakt}” finns bara för varje region, och texten är om hela landet",
        ),
        (
            ["breven", "Utbetalning", "före", "", "{befolkning i mnkr}"],
            "E15",
            "”{befolkning i mnkr}” är inte kronor och kan inte skrivas i miljoner",
        ),
        (
            ["cirkuläret", "Utbetalning", "före", "", "{år"],
            "E15",
            "en klammer öppnas men stängs inte",
        ),
    ] {
        let text = said(row);
        let expected = format!("{}{message}", place(cell));
        assert!(text.contains(&expected), "{expected} not in {text}");
    }
}

/// Every section of the contract is one of the templates, in the same order.
#[test]
fn the_sections_are_those_of_the_templates() {
    use statsbidrag::contract::{beredskap, lakemedel};
    for (template, document) in [
        (include_str!("../../../templates/cirkular/main.typ.tera"), lakemedel::CIRKULARET),
        (include_str!("../../../templates/regionbesked/main.typ.tera"), lakemedel::BREVEN),
        (include_str!("../../../templates/beredskap/main.typ.tera"), beredskap::UPPFOLJNINGEN),
    ] {
        let there = template.split("<avsnitt eget={egna.").skip(1);
        let there: Vec<_> = there.map(|rest| rest.split('}').next().unwrap_or_default()).collect();
        let said: Vec<_> = document.sections.iter().map(|section| section.id).collect();
        assert_eq!(there, said, "{}", document.word);
    }
}
