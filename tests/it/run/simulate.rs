//! `simulate`: what each region would get if cells held something else. Never a decision.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::pipeline::uncertainty_workbook;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::simulation::uncertain::WORKBOOK;
use statsbidrag::workbook::{CellValue, Fill, scaffold};

use crate::data_2024::{self, AR};
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::published_schemas;
use crate::run::{decimal, filled_from, grant, text};

fn folder() -> Folder {
    Folder::new("2024", data_2024::all())
}

fn simulate(folder: &Folder, more: &[&str]) -> Svar {
    answer_of(program().arg("simulate").arg(folder.inputs()).args(more))
}

/// What is answered as JSON, which follows its schema.
fn answered(folder: &Folder, more: &[&str]) -> Value {
    let mut all = vec!["--format", "json"];
    all.extend(more);
    let answer = simulate(folder, &all);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let json: Value = serde_json::from_str(&answer.out).expect("JSON");
    let schema = published_schemas::schemas().remove("tankeprov.schema.json").expect("a schema");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    if let Err(error) = jsonschema::validate(&schema, &json) {
        panic!("{error}");
    }
    assert!(json["inget_beslut"].as_str().is_some_and(|text| text.contains("Inget beslut")));
    json
}

/// Of a figure the new amounts, by place.
fn new_amounts(json: &Value, figure: &str) -> BTreeMap<String, i64> {
    let all = json["siffror"].as_array().expect("a list").iter();
    let own = all.filter(|one| one["siffra"] == figure);
    own.map(|one| {
        let [old, new, difference] =
            ["gammal", "ny", "skillnad"].map(|key| one[key].as_i64().expect("kronor"));
        assert_eq!(new - old, difference, "{one}");
        let causes = one["orsaker"].as_array().expect("a list").iter();
        let causes: i64 = causes.map(|cause| cause["bidrag"].as_i64().expect("kronor")).sum();
        assert_eq!(causes, difference, "{one}");
        (one["plats"].as_str().expect("a place").to_owned(), new)
    })
    .collect()
}

/// What a number of people of Skåne gives, in the workbook itself.
fn with_people(skane: i64) -> Folder {
    let rows = data_2024::csv("lakemedel-2024-publicerat.csv");
    let people = PerRegion::from_fn(|region| {
        let own = rows[region.index()]["befolkning_2023_08_31"].parse::<i64>().expect("people");
        CellValue::Integer(if region.short_name() == "Skåne" { skane } else { own })
    });
    crate::run::folder(|fill| {
        fill.column(sheets::BEFOLKNING, "befolkning", people, filled_from());
        fill.item(sheets::OVERENSKOMMELSE, "residual", text("largest_remainder"), filled_from());
    })
}

#[test]
fn a_changed_cell_gives_what_a_changed_workbook_gives() {
    let (before, after) = (with_people(1_420_772), with_people(1_430_000));
    let json = answered(&before, &["--set", "Befolkning!Skåne=1 430 000"]);
    let found = new_amounts(&json, "statsbidrag");
    let was: BTreeMap<_, _> = grant(&before).into_iter().collect();
    for (code, amount) in grant(&after) {
        let region = Region::all().find(|region| region.county_code() == code).expect("a region");
        let told = found.get(region.id()).copied().unwrap_or(was[code]);
        assert_eq!(told, amount, "{}", region.short_name());
    }
    // By the figure's name, by the cell and by what is more of it, the same.
    for same in [
        "lakemedel.2024.skane.befolkning=1430000",
        "lakemedel.xlsx!Befolkning!$B$20=1 430 000",
        "lakemedel.xlsx › Befolkning › B20=1 430 000",
        "lakemedel.xlsx ! Befolkning ! Befolkning ! region skåne = 1 430 000",
    ] {
        assert_eq!(answered(&before, &["--set", same])["siffror"], json["siffror"], "{same}");
    }
    let change = &json["andringar"][0];
    assert_eq!(
        (change["cell"].as_str(), change["blad"].as_str()),
        (Some("B20"), Some("Befolkning"))
    );
    // Each month is told of, and the months are together the year.
    let year = new_amounts(&json, "aret");
    let months = json["siffror"].as_array().expect("a list").iter().filter(|one| {
        one["plats"] == "skane"
            && one["siffra"].as_str().is_some_and(|name| name.starts_with("utbetalning_"))
    });
    let months: i64 = months.map(|one| one["skillnad"].as_i64().expect("kronor")).sum();
    let of_the_year = json["siffror"].as_array().expect("a list").iter();
    let mut of_the_year =
        of_the_year.filter(|one| one["plats"] == "skane" && one["siffra"] == "aret");
    assert_eq!(of_the_year.next().expect("the year")["skillnad"].as_i64(), Some(months));
    assert!(year.contains_key("skane"));
}

/// What is stated in millions is told of too, though it stands in no table of whole kronor.
#[test]
fn what_is_stated_in_larger_units_is_told_of() {
    let folder = folder();
    let json = answered(&folder, &["--set", "Medel per region!Stockholm=2200"]);
    let found = json["siffror"].as_array().expect("a list").iter();
    let of_stockholm = found.filter(|one| one["bidrag"] == "besked" && one["plats"] == "stockholm");
    let difference: Vec<_> = of_stockholm.map(|one| one["skillnad"].as_i64()).collect();
    assert_eq!(difference, [Some(89_000_000)]);
}

#[test]
fn no_output_says_that_it_is_a_decision_and_no_document_is_made() {
    let folder = folder();
    let (before, out) = (files(&folder.inputs()), folder.beside("tänkt"));
    let target = out.to_string_lossy().into_owned();
    let answer = simulate(
        &folder,
        &["--set", "lakemedel.2024.riket.avdrag_ihsi_kurs=+2 %", "--out", &target],
    );
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    assert!(answer.out.contains("Inget beslut") && answer.out.contains("Statsbidraget, kr"));
    let made = files(&out);
    assert_eq!(made.keys().collect::<Vec<_>>(), ["tankeprov.json", "tankeprov.xlsx"]);
    assert_eq!(files(&folder.inputs()), before);
    let mut book = calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(std::io::Cursor::new(
        made["tankeprov.xlsx"].clone(),
    ))
    .expect("a workbook");
    for (name, sheet) in calamine::Reader::worksheets(&mut book) {
        let mut cells = sheet.used_cells();
        let said = cells.any(|(_, _, cell)| cell.to_string().contains("Inget beslut"));
        assert!(said, "the sheet {name} does not say that it is no decision");
    }
    // There it stands already.
    let again = simulate(&folder, &["--each", "--out", &target]);
    assert_eq!(again.code, Some(1), "{again:?}");
    assert_eq!(files(&out), made);
}

#[test]
fn one_change_at_a_time_is_ranked_by_what_it_moves() {
    let folder = folder();
    let json = answered(&folder, &["--each"]);
    let all = json["var_for_sig"].as_array().expect("a list");
    assert!(all.len() > 500, "{}", all.len());
    let moved: Vec<_> = all.iter().map(|one| one["flyttas"].as_i64()).collect();
    assert!(moved.is_sorted_by(|one, other| one >= other), "{moved:?}");
    // The agreed cost of the benefit moves most: a percent of 37 918 million.
    assert_eq!(moved[0], Some(379_180_000));
    assert_eq!(all[0]["mest"]["vems"], "Stockholm");
    assert!(json["siffror"].as_array().is_some_and(Vec::is_empty));
    let two = ["--each", "--set", "Befolkning!Gotland=+1 %", "--set", "Befolkning!Skåne=+1 %"];
    let json = answered(&folder, &two);
    let names = json["var_for_sig"].as_array().expect("a list").iter();
    let names: Vec<_> = names.map(|one| one["mest"]["vems"].as_str().expect("a name")).collect();
    assert_eq!(names, ["Skåne", "Gotland"]);
}

#[test]
fn what_names_no_cell_or_fits_none_is_refused_with_what_to_do() {
    let folder = folder();
    for (set, code, says) in [
        ("Befolkning!Skåna=1", 2, "menas ”Skåne”?"),
        ("Befolkningen!Skåne=1", 2, "menas ”Befolkning”?"),
        ("Grupper!Skåne=1", 2, "kan vara flera celler"),
        ("lakemedel.2024.riket.ihsi_kurs=11,9", 2, "lakemedel.2024.riket.avdrag_ihsi_kurs"),
        ("lakemedel.2024.skane.statsbidrag=1", 2, "räknas fram"),
        ("Befolkning!Skåne", 2, "saknar likhetstecken"),
        ("Befolkning!*=+1 %", 2, "lakemedel.xlsx!Befolkning!*"),
        ("Överenskommelse!Efterslap=1", 2, "går inte att pröva här"),
        ("Befolkning!Skåne=+5", 2, "+2 %"),
        ("Befolkning!Skåne=1,5", 1, "lakemedel.xlsx › Befolkning › B20"),
        ("Befolkning!Skåne=-100 %", 1, "lakemedel.xlsx › Befolkning › B20"),
    ] {
        let answer = simulate(&folder, &["--set", set]);
        assert_eq!(answer.code, Some(code), "{set}: {answer:?}");
        assert!(answer.error.contains(says), "{set}: {}", answer.error);
    }
    let twice = ["--set", "Befolkning!Skåne=2", "--set", "lakemedel.2024.skane.befolkning=3"];
    assert!(simulate(&folder, &twice).error.contains("ändras två gånger"));
    assert_eq!(simulate(&folder, &[]).code, Some(2));
    let seed = simulate(&folder, &["--each", "--seed", "2"]);
    assert!(seed.code == Some(2) && seed.error.contains("hör till --sample"), "{seed:?}");
}

/// A workbook of what is uncertain: rows of input, spread, measure, least, likeliest and greatest.
fn uncertain(path: &Path, rows: &[[&str; 6]]) {
    let mut fill = Fill::new();
    for row in rows {
        let [uppgift, spridning, matt, least, likeliest, greatest] = row;
        let words = [("uppgift", uppgift), ("spridning", spridning), ("matt", matt)];
        let words = words.map(|(id, word)| (id, text(word)));
        let numbers = [("lagst", least), ("troligast", likeliest), ("hogst", greatest)];
        let numbers = numbers.into_iter().filter(|(_, number)| !number.is_empty());
        let numbers = numbers.map(|(id, number)| (id, decimal(number)));
        fill.row("Osäkert", words.into_iter().chain(numbers));
    }
    for id in ["spridning", "matt", "lagst", "troligast", "hogst"] {
        fill.filled_from("Osäkert", id, filled_from());
    }
    fill.item("Om", "ar", CellValue::Integer(AR.into()), filled_from());
    std::fs::write(path, scaffold(&WORKBOOK, AR, &fill).expect("a workbook")).expect("a file");
}

fn sampled(folder: &Folder, rows: &[[&str; 6]], more: &[&str]) -> (PathBuf, Svar) {
    let path = folder.beside("osakerhet.xlsx");
    uncertain(&path, rows);
    let mut all = vec!["--sample".to_owned(), path.to_string_lossy().into_owned()];
    all.extend(more.iter().map(|text| (*text).to_owned()));
    let all: Vec<_> = all.iter().map(String::as_str).collect();
    (path.clone(), simulate(folder, &all))
}

#[test]
fn draws_are_the_same_each_time_and_lie_about_what_was_computed() {
    let folder = folder();
    let rows = [
        ["lakemedel.xlsx!Befolkning!*", "normal", "procent", "-1", "", "1"],
        ["lakemedel.2024.riket.avdrag_ihsi_kurs", "triangel", "värde", "11", "11.5", "13"],
    ];
    let few = ["--draws", "60", "--format", "json"];
    let (path, first) = sampled(&folder, &rows, &few);
    assert_eq!((first.code, first.error.as_str()), (Some(0), ""), "{first:?}");
    let (_, again) = sampled(&folder, &rows, &few);
    assert_eq!(first.out, again.out);
    let (_, other) = sampled(&folder, &rows, &["--draws", "60", "--format", "json", "--seed", "2"]);
    assert_ne!(first.out, other.out);
    let json = answered(&folder, &["--sample", &path.to_string_lossy(), "--draws", "60"]);
    let sample = &json["stickprov"];
    assert_eq!(
        (sample["misslyckade"].as_u64(), sample["osakert"][0]["celler"].as_u64()),
        (Some(0), Some(21))
    );
    let spreads = sample["siffror"].as_array().expect("a list");
    // The 21 regions and the country.
    assert_eq!(spreads.iter().filter(|one| one["siffra"] == "statsbidrag").count(), 22);
    for one in spreads {
        let all = ["minst", "p5", "p25", "median", "p75", "p95", "storst"];
        let all = all.map(|key| one[key].as_i64().expect("kronor"));
        assert!(all.is_sorted() && all[0] < all[6], "{one}");
        let now = one["nu"].as_i64().expect("kronor");
        assert!(all[0] <= now && now <= all[6], "{one}");
    }
}

#[test]
fn what_cannot_be_uncertain_so_is_refused_at_its_cell() {
    let folder = folder();
    for (row, cell, says) in [
        (["Befolkning!Skåne", "jämn", "värde", "5", "", "4"], "F10", "mindre än Högst"),
        (["Befolkning!Skåne", "triangel", "värde", "4", "", "5"], "F10", "troligaste"),
        (["Befolkning!Skåne", "jämn", "värde", "4", "4", "5"], "E10", "bara en triangel"),
        (["Befolkning!Skåna", "jämn", "värde", "4", "", "5"], "A10", "menas ”Skåne”?"),
        (["Befolkning!Skåne", "jämn", "procent", "-200", "", "5"], "D10", "kan inte innehålla"),
        (
            ["lakemedel.2024.riket.efterslap", "jämn", "värde", "1", "", "2"],
            "A10",
            "ordningsnummer",
        ),
    ] {
        let (_, answer) = sampled(&folder, &[row], &[]);
        assert_eq!(answer.code, Some(1), "{row:?}: {answer:?}");
        let place = format!("Osäkert › {cell}");
        assert!(
            answer.error.contains(&place) && answer.error.contains(says),
            "{row:?}: {}",
            answer.error
        );
    }
    // The empty workbook is one that lacks only what is to be filled in.
    let (name, bytes) = uncertainty_workbook(AR).expect("a workbook");
    let path = folder.beside(&name);
    std::fs::write(&path, bytes).expect("a file");
    let answer = simulate(&folder, &["--sample", &path.to_string_lossy()]);
    assert!(answer.code == Some(1) && !answer.error.contains("I04"), "{answer:?}");
}
