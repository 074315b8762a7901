//! The answers for programs: JSON by its schema, SARIF by OASIS's, alone on stdout, with the exit code they
//! tell of. The words for people are the same, on stderr.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use statsbidrag::problem::{Code, Severity};

use super::mappen::with_an_own_sheet;
use super::{FIL, mapp, problemen};
use crate::programmet::{Mapp, Svar, filer, programmet, svar};
use crate::{indata_2024, scheman};

/// The program's answer in a form, of a command about a folder.
fn asked(command: &str, mapp: &Mapp, flags: &[&str]) -> Svar {
    let mut program = programmet();
    program.arg(command).arg(mapp.indata()).args(flags);
    if command == "generate" {
        program.arg("--out").arg(mapp.resultat());
    }
    svar(&mut program)
}

/// Stdout, which is JSON and nothing else.
fn answer(svar: &Svar) -> Value {
    assert!(svar.ut.ends_with("}\n"), "{svar:?}");
    serde_json::from_str(&svar.ut).expect("JSON alone")
}

/// A workbook with a letter for a nought, and a file that nobody knows.
fn spoiled() -> Mapp {
    let sida = statsbidrag::grants::lakemedel::schema::blad::OVERENSKOMMELSE;
    let letter = super::text("11 0O0 000");
    mapp(|fyll| {
        fyll.uppgift(sida, "sol", letter, super::belagg());
    })
    .med("läs [detta](1) {0}.txt", b"x")
}

fn follows(json: &Value, schema: &str) {
    let schema = serde_json::from_str(schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let wrong: Vec<_> = validator
        .iter_errors(json)
        .map(|wrong| format!("{}: {wrong}", wrong.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_an_answer(json: &Value) {
    follows(json, &scheman::scheman()["svar.schema.json"]);
}

fn is_sarif(json: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sarif-2.1.0.schema.json");
    follows(json, &fs::read_to_string(path).expect("the schema"));
}

#[test]
fn problems_in_json_are_those_that_people_read() {
    let mapp = spoiled();
    let text = asked("check", &mapp, &[]);
    let svar = asked("check", &mapp, &["--format", "json"]);
    assert_eq!(svar.kod, Some(1));
    assert_eq!(problemen(&svar_of_problems(&svar)), problemen(&text));
    let json = answer(&svar);
    is_an_answer(&json);
    assert_eq!(json["kommando"], "check");
    assert_eq!(json["mapp"], mapp.indata().display().to_string());
    assert_eq!(
        (&json["slutkod"], &json["fel"], &json["varningar"]),
        (&json!(1), &json!(2), &json!(0))
    );
    assert_eq!(
        (&json["ar"], &json["indata"], &json["skrivet"]),
        (&Value::Null, &json!([]), &Value::Null)
    );
    let [cell, file] = json["problem"].as_array().expect("problems").as_slice() else {
        panic!("{json}")
    };
    let place = cell["cell"].as_str().expect("a cell");
    assert_eq!(
        cell,
        &json!({
            "kod": "I07",
            "allvar": "fel",
            "rubrik": Code::I07.title(),
            "fil": FIL,
            "blad": "Överenskommelse",
            "cell": place,
            "meddelande": "”11 0O0 000” är inte ett heltal",
            "vantat": cell["vantat"],
            "hjalp": "bokstaven O står där en nolla väntas",
        })
    );
    let line = format!("fel[I07] {FIL} › Överenskommelse › {place}: ”11 0O0 000” är inte ");
    assert!(text.fel.contains(&line), "{line} is not in {}", text.fel);
    assert_eq!(
        (&file["kod"], &file["blad"], &file["cell"]),
        (&json!("F03"), &Value::Null, &Value::Null)
    );
    assert_eq!(file["hjalp"], "flytta filen till en annan mapp, eller ge den sitt rätta namn");
}

/// What stderr says of problems, without what it says of the work.
fn svar_of_problems(svar: &Svar) -> Svar {
    let (_, problems) = svar.fel.split_once("\nfel[").expect("a problem");
    Svar { kod: svar.kod, ut: String::new(), fel: format!("fel[{problems}") }
}

#[test]
fn a_good_folder_is_answered_with_what_was_read_and_the_same_each_time() {
    let mapp = with_an_own_sheet();
    let svar = asked("check", &mapp, &["--format", "json"]);
    assert_eq!(svar.kod, Some(0));
    assert!(
        svar.fel.contains("Läst    lakemedel.xlsx") && svar.fel.contains("varning[I19] "),
        "{svar:?}"
    );
    let json = answer(&svar);
    is_an_answer(&json);
    assert_eq!((&json["slutkod"], &json["ar"]), (&json!(0), &json!(2024)));
    assert_eq!(
        (&json["fel"], &json["varningar"], &json["skrivet"]),
        (&json!(0), &json!(1), &Value::Null)
    );
    assert_eq!(
        (&json["problem"][0]["kod"], &json["problem"][0]["allvar"]),
        (&json!("I19"), &json!("varning"))
    );
    let read: BTreeSet<_> = json["indata"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["namn"].as_str())
        .collect();
    assert_eq!(read, indata_2024::alla().iter().map(|(name, _)| *name).collect());
    let quiet = asked("check", &mapp, &["--format", "json", "--quiet"]);
    assert_eq!((quiet.ut, quiet.fel.as_str()), (svar.ut, ""));
}

#[test]
fn what_was_written_is_what_lies_there() {
    let mapp = mapp(|_| {});
    let svar = asked("generate", &mapp, &["--only", "sektorsbidrag", "--format", "json"]);
    assert_eq!(svar.kod, Some(0), "{svar:?}");
    assert!(svar.fel.contains("Satt    ") && svar.fel.contains("\nKlart: "), "{svar:?}");
    let json = answer(&svar);
    is_an_answer(&json);
    let written = &json["skrivet"];
    assert_eq!(written["mapp"], mapp.resultat().display().to_string());
    let names: Vec<_> = written["filer"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["namn"].as_str())
        .collect();
    let files = filer(&mapp.resultat());
    assert!(files.keys().eq(names.iter()), "{names:?}");
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
    assert_eq!(written["korning"], manifest["korning"]["id"]);
    assert_eq!(json["indata"], manifest["korning"]["indata"]);
    assert_eq!(json["program"], manifest["korning"]["program"]);
}

#[test]
fn what_could_not_be_written_is_answered_too() {
    let mapp = mapp(|_| {});
    fs::create_dir_all(mapp.resultat()).expect("a folder");
    fs::write(mapp.resultat().join("mitt.txt"), b"x").expect("a file");
    let flags = ["--only", "sektorsbidrag", "--quiet", "--format"];
    let svar = asked("generate", &mapp, &[&flags[..], &["json"]].concat());
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(1), ""));
    let json = answer(&svar);
    is_an_answer(&json);
    assert_eq!((&json["ar"], &json["skrivet"]), (&json!(2024), &Value::Null));
    assert_eq!(json["problem"][0]["kod"], "U01");
    let svar = asked("generate", &mapp, &[&flags[..], &["sarif"]].concat());
    let log = answer(&svar);
    is_sarif(&log);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    let uri = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        ["uri"];
    let uri = uri.as_str().expect("a URI");
    assert!(uri.starts_with("file://") && uri.ends_with("/ut%20data/2024"), "{uri}");
}

#[test]
fn sarif_has_every_rule_and_a_place_for_every_result() {
    let mapp = spoiled();
    let svar = asked("check", &mapp, &["--format", "sarif", "--quiet"]);
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(1), ""));
    let log = answer(&svar);
    is_sarif(&log);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(rules.iter().map(|rule| &rule["id"]).eq(Code::ALLA.iter().map(|code| code.name())));
    for (rule, code) in rules.iter().zip(Code::ALLA) {
        let level = if code.severity() == Severity::Fel { "error" } else { "warning" };
        assert_eq!(rule["defaultConfiguration"]["level"], level);
    }
    assert_eq!(run["invocations"], json!([{ "executionSuccessful": true, "exitCode": 1 }]));
    let [cell, file] = run["results"].as_array().expect("results").as_slice() else {
        panic!("{run}")
    };
    for result in [cell, file] {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("an index");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let place = &cell["locations"][0];
    let uri = place["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a URI");
    assert!(uri.ends_with("/%C3%A5%20%C3%A4%20%C3%B6/in%20data/2024/lakemedel.xlsx"), "{uri}");
    let name = place["logicalLocations"][0]["name"].as_str().expect("a cell");
    assert_eq!(
        place["logicalLocations"],
        json!([{
            "name": name,
            "fullyQualifiedName": format!("'Överenskommelse'!{name}"),
            "kind": "cell",
        }])
    );
    let text = cell["message"]["text"].as_str().expect("text");
    assert!(text.ends_with("\nhjälp: bokstaven O står där en nolla väntas"), "{text}");
    let uri = file["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
    let ending = "/l%C3%A4s%20%5Bdetta%5D%281%29%20%7B0%7D.txt";
    assert!(uri.is_some_and(|uri| uri.ends_with(ending)), "{uri:?}");
}

/// A template's place is its own name: it may be the program's, which lies in no folder.
#[test]
fn a_template_that_is_wrong_is_named_and_its_braces_are_no_placeholders() {
    let mapp = mapp(|_| {});
    let templates = mapp.bredvid("mallar");
    fs::create_dir_all(templates.join("sektorsbidrag")).expect("a folder");
    fs::write(templates.join("sektorsbidrag/main.typ.tera"), b"{{ saknas }}").expect("a file");
    let folder = templates.display().to_string();
    let flags = ["--only", "sektorsbidrag", "--templates", &folder, "--format", "sarif"];
    let svar = asked("generate", &mapp, &flags);
    assert_eq!(svar.kod, Some(1), "{svar:?}");
    let log = answer(&svar);
    is_sarif(&log);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "U02");
    let place = &result["locations"][0];
    assert_eq!(place.get("physicalLocation"), None);
    assert_eq!(place["logicalLocations"][0]["kind"], "template");
    let name = place["logicalLocations"][0]["name"].as_str().expect("a name");
    assert!(name.starts_with("sektorsbidrag/main.typ.tera"), "{name}");
}

#[test]
fn wrong_usage_has_an_exit_code_and_no_answer() {
    let mapp = mapp(|_| {});
    for form in ["json", "sarif"] {
        let svar = asked("generate", &mapp, &["--only", "cirkulärt", "--format", form]);
        assert_eq!((svar.kod, svar.ut.as_str()), (Some(2), ""));
        assert!(svar.fel.starts_with("fel: det finns inget dokument ”cirkulärt”"), "{svar:?}");
    }
}

#[test]
fn quiet_says_nothing_of_what_goes_well_and_everything_of_what_does_not() {
    let good = mapp(|_| {});
    let svar = asked("check", &good, &["--quiet"]);
    assert_eq!((svar.kod, svar.ut.as_str(), svar.fel.as_str()), (Some(0), "", ""));
    let svar = asked("generate", &good, &["-q", "--only", "sektorsbidrag"]);
    assert_eq!((svar.kod, svar.ut.as_str(), svar.fel.as_str()), (Some(0), "", ""));
    assert!(good.resultat().join("sektorsbidrag.pdf").is_file());
    let svar = asked("check", &with_an_own_sheet(), &["-q"]);
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    let warning = "varning[I19] lakemedel.xlsx › Mina anteckningar: bladet hör inte till mallen och läses inte\n";
    assert_eq!(svar.ut, warning);
    let spoiled = spoiled();
    let svar = asked("check", &spoiled, &["-q"]);
    assert_eq!((svar.ut.as_str(), svar.fel), ("", asked("check", &spoiled, &[]).fel));
}
