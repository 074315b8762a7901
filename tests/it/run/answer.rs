//! The answers for programs: JSON by its schema, SARIF by OASIS's, alone on stdout, with the exit code they
//! tell of. The words for people are the same, on stderr.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use statsbidrag::problem::{Code, Language, Severity};

use super::folder::with_an_own_sheet;
use super::{FILE, folder, problems};
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::{data_2024, published_schemas};

/// The program's answer in a form, of a command about a folder.
fn asked(command: &str, folder: &Folder, flags: &[&str]) -> Svar {
    let mut program = program();
    program.arg(command).arg(folder.inputs()).args(flags);
    if command == "generate" {
        program.arg("--out").arg(folder.result());
    }
    answer_of(&mut program)
}

/// Stdout, which is JSON and nothing else.
fn parsed(answer: &Svar) -> Value {
    assert!(answer.out.ends_with("}\n"), "{answer:?}");
    serde_json::from_str(&answer.out).expect("JSON alone")
}

/// A workbook with a letter for a zero, and a file that nobody knows.
fn spoiled() -> Folder {
    let page = statsbidrag::grants::lakemedel::schema::sheets::OVERENSKOMMELSE;
    let letter = super::text("11 0O0 000");
    folder(|fill| {
        fill.item(page, "utbetalas_kontroll", letter, super::filled_from());
    })
    .with("läs [detta](1) {0}.txt", b"x")
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
    follows(json, &published_schemas::schemas()["svar.schema.json"]);
}

fn is_sarif(json: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sarif-2.1.0.schema.json");
    follows(json, &fs::read_to_string(path).expect("the schema"));
}

#[test]
fn problems_in_json_are_those_that_people_read() {
    let folder = spoiled();
    let text = asked("check", &folder, &[]);
    let answer = asked("check", &folder, &["--format", "json"]);
    assert_eq!(answer.code, Some(1));
    assert_eq!(problems(&answer_of_problems(&answer)), problems(&text));
    let json = parsed(&answer);
    is_an_answer(&json);
    assert_eq!(json["kommando"], "check");
    assert_eq!(json["mapp"], folder.inputs().display().to_string());
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
            "rubrik": Code::I07.title(Language::Swedish),
            "fil": FILE,
            "blad": "Överenskommelse",
            "cell": place,
            "meddelande": "”11 0O0 000” är inte ett heltal",
            "vantat": cell["vantat"],
            "hjalp": "bokstaven O står där en nolla väntas",
            "kronor": null,
        })
    );
    let line = format!("fel[I07] {FILE} › Överenskommelse › {place}: ”11 0O0 000” är inte ");
    assert!(text.error.contains(&line), "{line} is not in {}", text.error);
    assert_eq!(
        (&file["kod"], &file["blad"], &file["cell"]),
        (&json!("F03"), &Value::Null, &Value::Null)
    );
    assert_eq!(file["hjalp"], "flytta filen till en annan mapp, eller ge den sitt rätta namn");
}

/// What stderr says of problems, without what it says of the work.
fn answer_of_problems(answer: &Svar) -> Svar {
    let (_, problems) = answer.error.split_once("\nfel[").expect("a problem");
    Svar { code: answer.code, out: String::new(), error: format!("fel[{problems}") }
}

#[test]
fn a_good_folder_is_answered_with_what_was_read_and_the_same_each_time() {
    let folder = with_an_own_sheet();
    let answer = asked("check", &folder, &["--format", "json"]);
    assert_eq!(answer.code, Some(0));
    assert!(
        answer.error.contains("Läst    lakemedel.xlsx") && answer.error.contains("varning[I19] "),
        "{answer:?}"
    );
    let json = parsed(&answer);
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
    assert_eq!(read, data_2024::all().iter().map(|(name, _)| *name).collect());
    let quiet = asked("check", &folder, &["--format", "json", "--quiet"]);
    assert_eq!((quiet.out, quiet.error.as_str()), (answer.out, ""));
}

#[test]
fn what_was_written_is_what_lies_there() {
    let folder = folder(|_| {});
    let answer = asked("generate", &folder, &["--only", "beslut", "--format", "json"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.error.contains("Satt    ") && answer.error.contains("\nKlart: "), "{answer:?}");
    let json = parsed(&answer);
    is_an_answer(&json);
    let written = &json["skrivet"];
    assert_eq!(written["mapp"], folder.result().display().to_string());
    let names: Vec<_> = written["filer"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["namn"].as_str())
        .collect();
    let files = files(&folder.result());
    assert!(files.keys().eq(names.iter()), "{names:?}");
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
    assert_eq!(written["korning"], manifest["korning"]["id"]);
    assert_eq!(json["indata"], manifest["korning"]["indata"]);
    assert_eq!(json["program"], manifest["korning"]["program"]);
}

#[test]
fn what_could_not_be_written_is_answered_too() {
    let folder = folder(|_| {});
    fs::create_dir_all(folder.result()).expect("a folder");
    fs::write(folder.result().join("mitt.txt"), b"x").expect("a file");
    let flags = ["--only", "beslut", "--quiet", "--format"];
    let answer = asked("generate", &folder, &[&flags[..], &["json"]].concat());
    assert_eq!((answer.code, answer.error.as_str()), (Some(1), ""));
    let json = parsed(&answer);
    is_an_answer(&json);
    assert_eq!((&json["ar"], &json["skrivet"]), (&json!(2024), &Value::Null));
    assert_eq!(json["problem"][0]["kod"], "U01");
    let answer = asked("generate", &folder, &[&flags[..], &["sarif"]].concat());
    let log = parsed(&answer);
    is_sarif(&log);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    let uri = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        ["uri"];
    let uri = uri.as_str().expect("a URI");
    assert!(uri.starts_with("file://") && uri.ends_with("/ut%20data/2024"), "{uri}");
}

#[test]
fn sarif_has_every_rule_and_a_place_for_every_result() {
    let folder = spoiled();
    let answer = asked("check", &folder, &["--format", "sarif", "--quiet"]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(1), ""));
    let log = parsed(&answer);
    is_sarif(&log);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(rules.iter().map(|rule| &rule["id"]).eq(Code::ALL.iter().map(|code| code.name())));
    for (rule, code) in rules.iter().zip(Code::ALL) {
        let level = if code.severity() == Severity::Error { "error" } else { "warning" };
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
    let given_folder = folder(|_| {});
    let templates = given_folder.beside("mallar");
    fs::create_dir_all(templates.join("beslut")).expect("a folder");
    fs::write(templates.join("beslut/main.typ.tera"), b"{{ saknas }}").expect("a file");
    let folder = templates.display().to_string();
    let flags = ["--only", "beslut", "--templates", &folder, "--format", "sarif"];
    let answer = asked("generate", &given_folder, &flags);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    let log = parsed(&answer);
    is_sarif(&log);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "U02");
    let place = &result["locations"][0];
    assert_eq!(place.get("physicalLocation"), None);
    assert_eq!(place["logicalLocations"][0]["kind"], "template");
    let name = place["logicalLocations"][0]["name"].as_str().expect("a name");
    assert!(name.starts_with("beslut/main.typ.tera"), "{name}");
}

#[test]
fn wrong_usage_has_an_exit_code_and_no_answer() {
    let folder = folder(|_| {});
    for layout in ["json", "sarif"] {
        let answer = asked("generate", &folder, &["--only", "cirkulärt", "--format", layout]);
        assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""));
        assert!(
            answer.error.starts_with("fel: det finns inget dokument ”cirkulärt”"),
            "{answer:?}"
        );
    }
}

#[test]
fn quiet_says_nothing_of_what_goes_well_and_everything_of_what_does_not() {
    let good = folder(|_| {});
    let answer = asked("check", &good, &["--quiet"]);
    assert_eq!((answer.code, answer.out.as_str(), answer.error.as_str()), (Some(0), "", ""));
    let answer = asked("generate", &good, &["-q", "--only", "beslut"]);
    assert_eq!((answer.code, answer.out.as_str(), answer.error.as_str()), (Some(0), "", ""));
    assert!(good.result().join("beslut-sektorsbidrag.pdf").is_file());
    let answer = asked("check", &with_an_own_sheet(), &["-q"]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    let warning = "varning[I19] lakemedel.xlsx › Mina anteckningar: bladet hör inte till mallen och läses inte\n";
    assert_eq!(answer.out, warning);
    let spoiled = spoiled();
    let answer = asked("check", &spoiled, &["-q"]);
    assert_eq!((answer.out.as_str(), answer.error), ("", asked("check", &spoiled, &[]).error));
}
