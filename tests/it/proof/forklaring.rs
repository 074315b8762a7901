//! `explain` on the command line: what is printed, where, and with which exit code.

use serde_json::Value;

use crate::programmet::{Svar, programmet, svar};
use crate::proof::committad;
use crate::uppsattning::indata;

fn explain(argument: &[&str]) -> Svar {
    svar(programmet().arg("explain").arg(indata()).args(argument))
}

fn forklarat(argument: &[&str]) -> String {
    let Svar { kod, ut, fel } = explain(argument);
    assert_eq!((kod, fel.as_str()), (Some(0), ""), "{argument:?}");
    ut
}

/// What was wrong with the question: nothing on the first stream, one line on the other, code 2.
fn nekat(argument: &[&str]) -> String {
    let Svar { kod, ut, fel } = explain(argument);
    assert_eq!((kod, ut.as_str()), (Some(2), ""), "{argument:?}");
    fel
}

/// With no-break spaces as plain ones.
fn vanligt(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_cell_is_explained_verbatim() {
    assert_eq!(
        vanligt(&forklarat(&["lakemedel.2024.skane.befolkning"])),
        "lakemedel.2024.skane.befolkning = 1 420 772 inv  ← lakemedel.xlsx › Befolkning › B20 \
         (SCB, folkmängd; cirkuläret 2024, tabell 5, per 2023-08-31; fastställd)\n\n\
         Omräknad från 1 cell: samma värde.\n"
    );
}

#[test]
fn a_derived_figure_is_explained_verbatim() {
    assert_eq!(
        vanligt(&forklarat(&["lakemedel.2024.riket.ihsi"])),
        "lakemedel.2024.riket.ihsi = 4 250 320 kr  [lakemedel.ihsi; fastställd]\n\
         = avrundat(IHSI:s medlemsavgift i euro × preliminär eurokurs)\n\
         ├─ lakemedel.2024.riket.ihsi_eur = 361 305 EUR  ← lakemedel.xlsx › Överenskommelse › B14 \
         (Överenskommelsen 2024, S2023/03332; fastställd)\n\
         └─ lakemedel.2024.riket.ihsi_kurs = 11,7638 kr/EUR  ← lakemedel.xlsx › Överenskommelse › B15 \
         (Överenskommelsen 2024, S2023/03332; fastställd)\n\n\
         Regler\n  lakemedel.ihsi\n    Medlemsavgiften i euro gånger den preliminära kursen, avrundad till \
         hela kronor (half_up).\n    Formel: avrundat(IHSI:s medlemsavgift i euro × preliminär eurokurs)\n    Källa: överenskommelsen om statens bidrag för läkemedelsförmånerna \
         2024, regeringsbeslut II:2 2023-12-20 (S2023/03332)\n\n\
         Omräknad från 2 celler: samma värde.\n"
    );
}

#[test]
fn a_place_on_paper_is_the_figure_that_stands_there() {
    for (plats, namn) in [
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
            forklarat(&[plats, "--depth", "0"]),
            forklarat(&[namn, "--depth", "0"]),
            "{plats}"
        );
    }
}

/// The names a row's explanation opens with.
fn namnen(argument: &[&str]) -> Vec<String> {
    let text = forklarat(&[argument, &["--depth", "0"]].concat());
    let bidrag = ["lakemedel.", "regleringsbrev."];
    let rader = text.lines().filter(|rad| bidrag.iter().any(|bidrag| rad.starts_with(bidrag)));
    rader.map(|rad| rad.split(' ').next().unwrap_or_default().to_owned()).collect()
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
    for namn in ["skåne", "Skåne", "SKANE", "Region Skåne"] {
        assert_eq!(namnen(&["--table", "5", "--region", namn]), skane, "{namn}");
    }
    assert_eq!(
        namnen(&["--document", "bilaga-4", "--table", "utbetalning", "--region", "stockholm"]),
        [
            "regleringsbrev.2024.stockholm.manadsbelopp_2024",
            "regleringsbrev.2024.stockholm.justering_aterbaring_slutlig",
            "regleringsbrev.2024.stockholm.utbetalning_2024_05",
        ]
    );
    let riket = namnen(&["--table", "2", "--region", "riket"]);
    assert_eq!(
        riket,
        ["lakemedel.2024.riket.statsbidrag", "lakemedel.2024.riket.foregaende_statsbidrag"]
    );
    assert_eq!(riket, namnen(&["--table", "2", "--region", "Totalt"]));
}

#[test]
fn what_does_not_exist_gets_the_nearest() {
    for (argument, fel) in [
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
            "fel: det finns inget dokument ”cirkulär”; menade du cirkular? (de är cirkular, ",
        ),
        (
            &["cirkular.tabell9.skane.statsbidrag"],
            "fel: ingen tabell ”tabell9” finns i cirkular; menade du tabell1? (de är tabell3, \
             forandring, forandring_solidariskt, tabell1, tabell4, tabell2, tabell5)\n",
        ),
        (
            &["--table", "5", "--region", "skone"],
            "fel: det finns ingen region ”skone”; menade du Skåne?\n",
        ),
        (&["--table", "7", "--region", "riket"], "fel: tabell 7 har ingen rad för riket\n"),
        (
            &["--table", "5"],
            "fel: --region <REGION> saknas\n\nSkriv statsbidrag --help för hjälp.\n",
        ),
        (&[], "fel: säg vilken siffra: med dess namn, eller med --table och --region\n"),
    ] {
        let funnet = nekat(argument);
        assert!(funnet.starts_with(fel), "{argument:?} gave\n{funnet}");
    }
}

#[test]
fn problem_codes_are_explained_without_a_folder() {
    let fraga = |kod: &str| svar(programmet().arg("explain").arg(kod));
    let vantat = Svar {
        kod: Some(0),
        ut: "I07: värdet är inte av rätt slag\n\nCellen innehåller något annat än vad kolumnen är till för, \
             till exempel text där ett tal ska stå. Tal skrivs med decimalkomma; mellanrum får skilja \
             tusental.\n"
            .to_owned(),
        fel: String::new(),
    };
    assert_eq!(fraga("I07"), vantat);
    assert_eq!(fraga("i07"), vantat);
    let Svar { kod, ut, fel } = fraga("I99");
    assert_eq!((kod, ut.as_str()), (Some(2), ""));
    assert!(fel.starts_with("fel: det finns ingen problemkod I99; menade du I"), "{fel}");
}

#[test]
fn json_follows_its_schema_and_depth() {
    let schema: Value =
        serde_json::from_str(&committad("docs/schema/explain.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let siffror = |argument: &[&str]| -> Vec<usize> {
        let text = forklarat(&[argument, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let fel: Vec<_> = validator.iter_errors(&json).take(5).map(|fel| fel.to_string()).collect();
        assert!(fel.is_empty(), "{fel:?}");
        assert_eq!(json["omraknade"], Value::Bool(true));
        let spar = json["spar"].as_array().expect("traces");
        spar.iter().map(|spar| spar["siffror"].as_array().expect("figures").len()).collect()
    };
    assert_eq!(siffror(&["lakemedel.2024.riket.ihsi"]), [3]);
    assert_eq!(siffror(&["lakemedel.2024.riket.ihsi", "--depth", "0"]), [1]);
    assert_eq!(siffror(&["lakemedel.2024.skane.statsbidrag", "--depth", "1"]), [2]);
    assert!(siffror(&["lakemedel.2024.skane.statsbidrag"])[0] > 500);
    assert_eq!(siffror(&["--table", "2", "--region", "riket", "--depth", "0"]), [1, 1]);
}

#[test]
fn depth_cuts_the_tree_and_says_so() {
    let hela = forklarat(&["lakemedel.2024.skane.statsbidrag"]);
    let kort = forklarat(&["lakemedel.2024.skane.statsbidrag", "--depth", "1"]);
    assert!(!hela.contains('…') && hela.lines().count() > 500, "{hela}");
    assert!(kort.contains('…') && kort.lines().count() < 18, "{kort}");
    let slut = "Omräknad från 537 celler: samma värde.\n";
    assert!(hela.ends_with(slut) && kort.ends_with(slut), "{kort}");
}
