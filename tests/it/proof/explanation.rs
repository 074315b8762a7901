//! `explain` on the command line: what is printed, where, and with which exit code.

use serde_json::Value;

use crate::document_set::inputs;
use crate::program::{Svar, answer_of, program};
use crate::proof::committed;

fn explain(argument: &[&str]) -> Svar {
    answer_of(program().arg("explain").arg(inputs()).args(argument))
}

fn explained(argument: &[&str]) -> String {
    let Svar { code, out, error } = explain(argument);
    assert_eq!((code, error.as_str()), (Some(0), ""), "{argument:?}");
    out
}

/// What was wrong with the question: nothing on the first stream, one line on the other, code 2.
fn refused(argument: &[&str]) -> String {
    let Svar { code, out, error } = explain(argument);
    assert_eq!((code, out.as_str()), (Some(2), ""), "{argument:?}");
    error
}

/// With no-break spaces as plain ones.
fn usually(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_cell_is_explained_verbatim() {
    assert_eq!(
        usually(&explained(&["lakemedel.2024.skane.befolkning"])),
        "befolkningen, Skåne 2024: 1 420 772 inv (fastställd)\n\
         lakemedel.2024.skane.befolkning\n\n\
         Celler\n  lakemedel.xlsx › Befolkning › B20: SCB, folkmängd; cirkuläret 2024, tabell 5, per 2023-08-31; \
         fastställd\n\n\
         Omräknad från 1 cell: samma värde.\n"
    );
}

#[test]
fn a_derived_figure_is_explained_verbatim() {
    assert_eq!(
        usually(&explained(&["lakemedel.2024.riket.avdrag_ihsi"])),
        "avdraget, riket 2024: 4 250 320 kr (fastställd)\n\
         lakemedel.2024.riket.avdrag_ihsi\n\n\
         1. avdraget = avrundat(avdraget i utländsk valuta × preliminär kurs)\n   \
         Beloppet i utländsk valuta gånger den preliminära kursen, avrundat till hela kronor (half_up). \
         [lakemedel.avdrag_till_kurs]\n   \
         = avdraget, riket 2024                              4 250 320 kr\n     \
         avdraget i utländsk valuta, riket 2024   361 305 valutaenheter  ← lakemedel.xlsx › Avdrag › F12\n     \
         preliminär kurs, riket 2024             11,7638 kr/valutaenhet  ← lakemedel.xlsx › Avdrag › G12\n\n\
         Celler\n  lakemedel.xlsx › Avdrag › F12:G12: Överenskommelsen 2024, S2023/03332; fastställd\n\n\
         Källor\n  överenskommelsen om statens bidrag för läkemedelsförmånerna 2024, regeringsbeslut II:2 2023-12-20 \
         (S2023/03332)\n\n\
         Omräknad från 2 celler: samma värde.\n"
    );
}

/// The answer comes first, in a few lines, and sums over the regions are one line each.
#[test]
fn a_grant_is_explained_on_one_screen() {
    let text = usually(&explained(&["lakemedel.2024.skane.statsbidrag"]));
    assert!(text.lines().count() < 50, "{text}");
    assert!(text.starts_with("statsbidraget, Skåne 2024: 5 100 738 882 kr ("), "{text}");
    let sum = usually(&explained(&["lakemedel.2024.riket.statsbidrag"]));
    assert!(sum.contains("statsbidraget, 21 regioner  8 346 809 475 kr … 982 339 637 kr"), "{sum}");
    assert_eq!(sum.matches("8 346 809 475").count(), 1, "{sum}");
}

/// Every step of a whole explanation is told once, and where it stands can be followed from what it is a part of.
#[test]
fn the_whole_explanation_folds_nothing() {
    let text = explained(&["lakemedel.2024.skane.statsbidrag", "--all"]);
    assert!(!text.contains("… och") && text.lines().count() > 300, "{text}");
    let numbered = |line: &&str| {
        line.split_once(". ").is_some_and(|(number, _)| number.parse::<usize>().is_ok())
    };
    let steps: Vec<_> = text.lines().filter(numbered).collect();
    for (place, step) in (1_usize..).zip(&steps) {
        assert!(step.starts_with(&format!("{place}. ")), "{step}");
    }
    // All but the first are parts of some other.
    assert!(text.contains("(2)") && text.contains(&format!("{})", steps.len())), "{text}");
}

#[test]
fn a_place_on_paper_is_the_figure_that_stands_there() {
    for (place, name) in [
        ("cirkular.tabell5.skane.statsbidrag", "lakemedel.2024.skane.statsbidrag"),
        ("Cirkular.Tabell5.Skåne.Statsbidrag", "lakemedel.2024.skane.statsbidrag"),
        ("cirkular.5.skane.statsbidrag_per_inv", "lakemedel.2024.skane.statsbidrag_per_inv"),
        (
            "cirkular.tabell3.riket.behovsmodell_differens",
            "lakemedel.2024.riket.behovsmodell_differens",
        ),
        ("cirkular.tabell1.totalt.totalt", "lakemedel.2024.riket.totalt"),
        (
            "cirkular.tabell4.gotland.solidarisk_finansiering_avdrag",
            "lakemedel.2024.riket.solidarisk_finansiering_avdrag",
        ),
        (
            "bilaga-4.utbetalning.stockholm.manadsbelopp_2024",
            "regleringsbrev.2024.stockholm.manadsbelopp_2024",
        ),
    ] {
        assert_eq!(
            explained(&[place, "--depth", "0"]),
            explained(&[name, "--depth", "0"]),
            "{place}"
        );
    }
}

/// The names a row's explanation opens with.
fn names(argument: &[&str]) -> Vec<String> {
    let text = explained(&[argument, &["--depth", "0"]].concat());
    let grant = ["lakemedel.", "regleringsbrev."];
    let rows = text.lines().filter(|row| grant.iter().any(|grant| row.starts_with(grant)));
    rows.map(|row| row.split(' ').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_row_is_explained_cell_by_cell() {
    let skane = [
        "lakemedel.2024.skane.befolkning",
        "lakemedel.2024.skane.behovsmodell",
        "lakemedel.2024.skane.solidariskt_netto",
        "lakemedel.2024.skane.statsbidrag_per_inv",
        "lakemedel.2024.skane.statsbidrag",
    ];
    for name in ["skåne", "Skåne", "SKANE", "Region Skåne"] {
        assert_eq!(names(&["--table", "5", "--region", name]), skane, "{name}");
    }
    assert_eq!(
        names(&["--document", "bilaga-4", "--table", "utbetalning", "--region", "stockholm"]),
        [
            "regleringsbrev.2024.stockholm.manadsbelopp_2024",
            "regleringsbrev.2024.stockholm.justering_aterbaring_slutlig",
            "regleringsbrev.2024.stockholm.utbetalning_2024_05",
        ]
    );
    let country = names(&["--table", "2", "--region", "riket"]);
    assert_eq!(
        country,
        ["lakemedel.2024.riket.statsbidrag", "lakemedel.2024.riket.foregaende_statsbidrag"]
    );
    assert_eq!(country, names(&["--table", "2", "--region", "Totalt"]));
}

#[test]
fn what_does_not_exist_gets_the_nearest() {
    for (argument, error) in [
        (
            &["lakemedel.2024.skane.statsbidra"][..],
            "fel: det finns ingen siffra ”lakemedel.2024.skane.statsbidra”; närmast är\n  \
             lakemedel.2024.skane.statsbidrag\n",
        ),
        (
            &["cirkular.tabell5.skane.statsbidra"],
            "fel: raden har ingen siffra ”statsbidra”; menade du statsbidrag? (den har befolkning, \
             behovsmodell, solidariskt_netto, statsbidrag_per_inv, statsbidrag)\n",
        ),
        (
            &["cirkulär.tabell5.skane.statsbidrag"],
            "fel: det finns inget dokument ”cirkulär”; menade du cirkular? (de som finns är cirkular, ",
        ),
        (
            &["cirkular.tabell9.skane.statsbidrag"],
            "fel: ingen tabell ”tabell9” finns i cirkular; menade du tabell1? (de som finns är tabell3, \
             forandring, forandring_solidariskt, tabell1, tabell4, tabell2, tabell5)\n",
        ),
        (
            &["--table", "5", "--region", "skone"],
            "fel: det finns ingen region ”skone”; menade du Skåne?\n",
        ),
        (
            &["--table", "7", "--region", "riket"],
            "fel: tabell 7 i cirkular har ingen rad för riket; ange ett annat dokument med --document, eller siffrans namn (id) ur dokumentets JSON-fil\n",
        ),
        (
            &["--table", "5"],
            "fel: --region <REGION> saknas\n\nSkriv statsbidrag --help för hjälp.\n",
        ),
        (&[], "fel: säg vilken siffra: med dess namn, eller med --table och --region\n"),
    ] {
        let found = refused(argument);
        assert!(found.starts_with(error), "{argument:?} gave\n{found}");
    }
}

#[test]
fn problem_codes_are_explained_without_a_folder() {
    let query = |code: &str| answer_of(program().arg("explain").arg(code));
    let expected = Svar {
        code: Some(0),
        out: "I07: värdet är inte av rätt slag\n\nCellen innehåller något annat än vad kolumnen är till för, \
             till exempel text där ett tal ska stå. Tal skrivs med decimalkomma; mellanrum får skilja \
             tusental.\n"
            .to_owned(),
        error: String::new(),
    };
    assert_eq!(query("I07"), expected);
    assert_eq!(query("i07"), expected);
    let Svar { code, out, error } = query("I99");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(error.starts_with("fel: det finns ingen problemkod I99; menade du I"), "{error}");
    assert_eq!(query("i7").error, "fel: det finns ingen problemkod I7; menade du I07?\n");
}

#[test]
fn json_follows_its_schema_and_depth() {
    let schema: Value =
        serde_json::from_str(&committed("docs/schema/explain.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let numbers = |argument: &[&str]| -> Vec<usize> {
        let text = explained(&[argument, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let error: Vec<_> =
            validator.iter_errors(&json).take(5).map(|error| error.to_string()).collect();
        assert!(error.is_empty(), "{error:?}");
        assert_eq!(json["omraknade"], Value::Bool(true));
        let trace_file = json["spar"].as_array().expect("traces");
        trace_file
            .iter()
            .map(|trace_file| trace_file["siffror"].as_array().expect("figures").len())
            .collect()
    };
    assert_eq!(numbers(&["lakemedel.2024.riket.avdrag_ihsi"]), [3]);
    assert_eq!(numbers(&["lakemedel.2024.riket.avdrag_ihsi", "--depth", "0"]), [1]);
    assert_eq!(numbers(&["lakemedel.2024.skane.statsbidrag", "--depth", "1"]), [2]);
    assert!(numbers(&["lakemedel.2024.skane.statsbidrag"])[0] > 500);
    assert_eq!(numbers(&["--table", "2", "--region", "riket", "--depth", "0"]), [1, 1]);
}

#[test]
fn depth_cuts_the_explanation_and_says_so() {
    let [none, one, usual] = [Some("0"), Some("1"), None].map(|depth| {
        let flag = depth.map(|depth| ["--depth", depth]);
        let flag = flag.as_ref().map_or(&[][..], |flag| flag);
        explained(&[&["lakemedel.2024.skane.statsbidrag"], flag].concat())
    });
    assert!(!none.contains("\n1. ") && one.contains("\n1. ") && !one.contains("\n2. "), "{one}");
    assert!(usual.contains("\n3. "), "{usual}");
    for text in [&none, &one, &usual] {
        assert!(text.contains("siffror till: --all visar alla"), "{text}");
        assert!(text.ends_with("Omräknad från 537 celler: samma värde.\n"), "{text}");
    }
}
