//! `diff`: two sets held against each other, folders or packages: what differs, what each difference comes of, to the
//! krona, and the papers of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::quantity::Exact;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::CellValue;

use crate::data_2024;
use crate::program::{Folder, Svar, answer_of, files, program};
use crate::published_schemas;
use crate::run::{book, decimal, filled_from, text};

/// The documents of the grants that differ, and one that does not.
const DOCUMENTS: &str = "cirkular,regleringsbrev,bilaga,besked";

/// So many more people in the corrected workbook, in Uppsala.
const PEOPLE: i64 = 1_000;

/// 2024 as it was decided, and as it is when a population was wrong and a price too.
pub(crate) struct Sets {
    pub(crate) old: Folder,
    new: Folder,
}

/// The two sets, made once.
pub(crate) fn sets() -> &'static Sets {
    static SETS: OnceLock<Sets> = OnceLock::new();
    SETS.get_or_init(|| sets_of(DOCUMENTS))
}

/// The same of some documents.
pub(crate) fn sets_of(documents: &str) -> Sets {
    let old = Folder::new("2024", data_2024::all());
    let mut fill = data_2024::lakemedel::fill();
    let rows = data_2024::csv("lakemedel-2024-publicerat.csv");
    let people = PerRegion::from_fn(|region| {
        let own = rows[region.index()]["befolkning_2023_08_31"].parse::<i64>();
        let more = if region.short_name() == "Uppsala" { PEOPLE } else { 0 };
        CellValue::Integer(own.expect("people") + more)
    });
    fill.column(sheets::BEFOLKNING, "befolkning", people, filled_from());
    let residual = text("largest_remainder");
    fill.item(sheets::OVERENSKOMMELSE, "residual", residual, filled_from());
    let new = Folder::new("2024", data_2024::all()).with("lakemedel.xlsx", &book(&fill));
    for folder in [&old, &new] {
        let answer = folder.generate_only(documents);
        assert_eq!(answer.code, Some(0), "{answer:?}");
    }
    Sets { old, new }
}

impl Sets {
    pub(crate) fn older(&self) -> PathBuf {
        self.old.result()
    }

    pub(crate) fn newer(&self) -> PathBuf {
        self.new.result()
    }

    /// A place for what a test writes.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.new.beside(name)
    }
}

/// `diff` of two sets.
pub(crate) fn diff(old: &Path, new: &Path, flags: &[&str]) -> Svar {
    answer_of(program().arg("diff").arg(old).arg(new).args(flags))
}

/// The same as data.
pub(crate) fn compared(old: &Path, new: &Path, flags: &[&str]) -> Value {
    let answer = diff(old, new, &[&["--format", "json"], flags].concat());
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    serde_json::from_str(&answer.out).expect("JSON")
}

pub(crate) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("{name} of {value}"))
}

pub(crate) fn kronor(value: &Value, name: &str) -> i64 {
    value[name].as_i64().unwrap_or_else(|| panic!("{name} of {value}"))
}

/// Every difference is shared to the krona, and exactly; returns how many were.
fn assert_whole(found: &Value) -> usize {
    let mut shared = 0;
    for one in list(found, "siffror") {
        let (old, new) = (one["gammal"].as_i64(), one["ny"].as_i64());
        let difference = kronor(one, "skillnad");
        assert_eq!(difference, new.unwrap_or_default() - old.unwrap_or_default(), "{one}");
        let causes = list(one, "orsaker");
        let sum: i64 = causes.iter().map(|cause| kronor(cause, "bidrag")).sum();
        assert_eq!(sum, difference, "{one}");
        let exact = |cause: &Value| Exact::read(cause["exakt"].as_str()?);
        let exact: Exact = causes.iter().map(|cause| exact(cause).expect("a fraction")).sum();
        assert_eq!(exact, Exact::from(difference), "{one}");
        shared += usize::from(difference != 0);
    }
    shared
}

#[test]
fn each_difference_is_shared_to_the_krona() {
    let sets = sets();
    let found = compared(&sets.older(), &sets.newer(), &[]);
    let schema = &published_schemas::schemas()["diff.schema.json"];
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &found), "it follows its schema");
    let shared = assert_whole(&found);
    assert!(shared > 200, "{shared} differences");
    // The country's amount is the same, and what the regions get moves between them.
    let grants: Vec<_> =
        list(&found, "siffror").iter().filter(|one| one["siffra"] == "statsbidrag").collect();
    assert_eq!(grants.len(), Region::all().count());
    let moved: i64 = grants.iter().map(|one| kronor(one, "skillnad")).sum();
    assert_eq!(moved, 0);
    let uppsala = grants.iter().find(|one| one["plats"] == "uppsala").expect("Uppsala");
    assert!(kronor(uppsala, "skillnad") > 1_000_000, "{uppsala}");
    let [cause, ..] = list(uppsala, "orsaker") else { panic!("{uppsala}") };
    assert_eq!(
        (cause["slag"].as_str(), cause["fil"].as_str(), cause["blad"].as_str()),
        (Some("uppgifter"), Some("lakemedel.xlsx"), Some("Befolkning"))
    );
    // All of it is its own: nobody else's number is another.
    assert_eq!(cause["varav_egen"], cause["bidrag"]);
    let others = grants.iter().filter(|one| one["plats"] != "uppsala");
    for other in others {
        for cause in list(other, "orsaker").iter().filter(|one| one["slag"] == "uppgifter") {
            assert_eq!(cause["varav_egen"], 0, "{other}");
        }
    }
    // Each of the two changes alone is known where there are two.
    let alone = list(uppsala, "orsaker").iter().filter(|one| one["slag"] == "uppgifter");
    assert!(alone.clone().all(|one| one["ensam"].is_i64()), "{uppsala}");
}

/// The one cell that is another, with what stood in it and what stands there.
#[test]
fn the_cells_that_differ_are_named() {
    let sets = sets();
    let found = compared(&sets.older(), &sets.newer(), &[]);
    let [cell] = list(&found, "celler") else { panic!("{}", found["celler"]) };
    assert_eq!(cell["vems"], "Uppsala");
    assert_eq!(kronor(&cell["ny"], "varde") - kronor(&cell["gammal"], "varde"), PEOPLE);
    let [file] = list(&found, "indata") else { panic!("{}", found["indata"]) };
    assert_eq!(
        (file["namn"].as_str(), file["andring"].as_str()),
        (Some("lakemedel.xlsx"), Some("andrad"))
    );
    assert!(list(&found, "mallar").is_empty() && found["samma_program"] == true);
    let decision = list(&found, "dokument").iter().find(|one| one["dokument"] == "regleringsbrev");
    let decision = decision.expect("the decision");
    assert_eq!(decision["gammal"]["diarienummer"], "S2024/00851");
    assert_eq!(decision["gammal"], decision["ny"]);
    // The rule that was chosen instead is a rule of the newer set alone.
    let rules: BTreeSet<_> =
        list(&found, "regler").iter().map(|one| one["andring"].to_string()).collect();
    assert!(!rules.is_empty(), "{rules:?}");
    let said = diff(&sets.older(), &sets.newer(), &[]);
    assert_eq!((said.code, said.error.as_str()), (Some(0), ""));
    let place = cell["ny"]["cell"].as_str().expect("an address");
    let line = format!("lakemedel.xlsx › Befolkning › {place}: ");
    assert!(said.out.contains(&line), "{}", said.out);
    assert!(said.out.contains("skiljer (tal i arbetsböckerna: 1, belopp: "), "{}", said.out);
}

#[test]
fn a_figure_and_a_region_are_asked_for() {
    let sets = sets();
    let flags = ["--figure", "statsbidrag", "--region", "03"];
    let found = compared(&sets.older(), &sets.newer(), &flags);
    let [one] = list(&found, "siffror") else { panic!("{}", found["siffror"]) };
    assert_eq!(one["plats"], "uppsala");
    let said = diff(&sets.older(), &sets.newer(), &flags);
    let amount = |name: &str| statsbidrag::swedish::number(&Exact::from(kronor(one, name)), 0);
    let line =
        format!("Uppsala: {} → {} kr, +{} kr", amount("gammal"), amount("ny"), amount("skillnad"));
    assert!(said.out.contains(&line), "{line}\n{}", said.out);
    // In English the same, by its own words.
    let english = diff(&sets.older(), &sets.newer(), &[&["--lang", "en"][..], &flags].concat());
    assert!(english.out.contains("What the differences come of"), "{}", english.out);
    for misspelt in ["Upsala-Näs kommun", "upsala"] {
        let nobody = diff(&sets.older(), &sets.newer(), &["--region", misspelt]);
        assert_eq!((nobody.code, nobody.out.as_str()), (Some(2), ""), "{nobody:?}");
    }
    let none = diff(&sets.older(), &sets.newer(), &["--figure", "finnsinte"]);
    assert!(none.out.contains("inget av det som efterfrågas skiljer"), "{}", none.out);
}

#[test]
fn a_set_against_itself_is_the_same() {
    let old = sets().older();
    let found = compared(&old, &old, &[]);
    for name in ["celler", "indata", "mallar", "regler", "siffror"] {
        assert!(list(&found, name).is_empty(), "{name}: {}", found[name]);
    }
    let said = diff(&old, &old, &[]);
    assert!(
        said.out.contains("alla tal som beloppen räknas av, och alla belopp, är lika"),
        "{}",
        said.out
    );
    // Asked for, equal amounts are shown, and not said to differ.
    let asked = diff(&old, &old, &["--region", "uppsala"]);
    assert!(asked.out.contains("inget av det som efterfrågas skiljer"), "{}", asked.out);
}

/// A package says what the folder that it was made of says.
#[test]
fn a_package_is_compared_as_a_folder_is() {
    let sets = sets();
    let out = sets.beside("paket för jämförelse");
    let mut command = program();
    command.arg("archive").arg(sets.older()).arg("--inputs").arg(sets.old.inputs());
    let answer = answer_of(command.arg("--out").arg(&out));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let entries = fs::read_dir(&out).expect("a folder").map(|entry| entry.expect("one").path());
    let mut packages = entries.filter(|path| path.extension().is_none_or(|end| end != "lock"));
    let package = packages.next().expect("a package");
    let mut one = compared(&package, &sets.newer(), &[]);
    let mut other = compared(&sets.older(), &sets.newer(), &[]);
    for found in [&mut one, &mut other] {
        found["gammal"]["mapp"] = Value::Null;
    }
    assert_eq!(one, other);
}

/// Amounts that somebody changed afterwards are not explained.
#[test]
fn a_changed_set_is_refused() {
    let sets = sets();
    let copy = sets.beside("ändrad");
    copied(&sets.older(), &copy);
    let trace = fs::read_to_string(copy.join("trace.json")).expect("a trace");
    fs::write(copy.join("trace.json"), trace.replacen("fastställd", "faststalld", 1))
        .expect("a file");
    let answer = diff(&copy, &sets.newer(), &[]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(1), ""));
    assert!(
        answer.error.contains("fel[F01]") && answer.error.contains("trace.json"),
        "{}",
        answer.error
    );
    assert!(answer.error.contains("verify"), "{}", answer.error);
    // A manifest made to agree does not help a figure that does not follow.
    let grant = "\"lakemedel.2024.skane.statsbidrag\", \"benamning\": \"";
    let at = trace.find(grant).expect("Skåne's grant");
    let row = trace.get(at..).expect("a row");
    let digit = at + row.find("\"varde\": ").expect("a value") + 9;
    let mut bytes = trace.clone().into_bytes();
    bytes[digit] = if bytes[digit] == b'9' { b'8' } else { bytes[digit] + 1 };
    fs::write(copy.join("trace.json"), &bytes).expect("a file");
    let manifest = fs::read_to_string(copy.join("manifest.json")).expect("a manifest");
    let sum = |bytes: &[u8]| statsbidrag::manifest::Fil::new("trace.json", bytes);
    let (was, is) = (sum(trace.as_bytes()), sum(&bytes));
    let manifest = manifest.replace(&was.sha256, &is.sha256);
    fs::write(copy.join("manifest.json"), manifest).expect("a file");
    let answer = diff(&copy, &sets.newer(), &[]);
    let expected =
        "siffran lakemedel.2024.skane.statsbidrag följer inte av dem den sägs vara räknad ur";
    assert_eq!(answer.code, Some(1));
    assert!(answer.error.contains(expected), "{}", answer.error);
    let none = diff(&sets.beside("finns inte"), &sets.newer(), &[]);
    assert_eq!(none.code, Some(1));
    assert!(none.error.contains("fel[F01]"), "{}", none.error);
}

fn copied(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// Two changes of the same product: what each does alone, what they do together, and that neither hides the other.
#[test]
fn what_two_changes_do_together_is_said() {
    let sets = sets();
    let mut fill = data_2024::lakemedel::fill();
    let rows = data_2024::csv("lakemedel-2024-publicerat.csv");
    let people = PerRegion::from_fn(|region| {
        let own = rows[region.index()]["befolkning_2023_08_31"].parse::<i64>().expect("people");
        CellValue::Integer(if region.short_name() == "Uppsala" { own * 2 } else { own })
    });
    fill.column(sheets::BEFOLKNING, "befolkning", people, filled_from());
    crate::parts::benefit(&mut fill, "47918");
    fill.item(sheets::OVERENSKOMMELSE, "totalt_kontroll", decimal("48430"), filled_from());
    let paid = CellValue::Integer(48_411_749_680);
    fill.item(sheets::OVERENSKOMMELSE, "utbetalas_kontroll", paid, filled_from());
    fill.item(sheets::OVERENSKOMMELSE, "residual", text("largest_remainder"), filled_from());
    let both = Folder::new("2024", data_2024::all()).with("lakemedel.xlsx", &book(&fill));
    let answer = both.generate_only("cirkular");
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let flags = ["--figure", "statsbidrag"];
    let found = compared(&sets.older(), &both.result(), &flags);
    assert_whole(&found);
    let of = |place: &str| -> BTreeMap<String, i64> {
        let one = list(&found, "siffror").iter().find(|one| one["plats"] == place).expect("one");
        let causes = list(one, "orsaker").iter().filter(|cause| cause["slag"] == "uppgifter");
        let sum = |name: &str| -> i64 { causes.clone().map(|cause| kronor(cause, name)).sum() };
        let together = kronor(one, "samverkan");
        assert_eq!(sum("ensam") + together, sum("bidrag"), "{one}");
        let named = causes.map(|cause| {
            (cause["blad"].as_str().expect("a sheet").to_owned(), kronor(cause, "bidrag"))
        });
        named.chain([("samverkan".to_owned(), together)]).collect()
    };
    // Twice the people and a quarter more money: each does something, and together more than one by one.
    let uppsala = of("uppsala");
    assert!(uppsala["Befolkning"] > 1_000_000_000, "{uppsala:?}");
    assert!(uppsala["samverkan"] > 100_000_000, "{uppsala:?}");
    // Each is a cell of its own, by its address.
    let causes = list(&found, "siffror").iter().flat_map(|one| list(one, "orsaker"));
    let cells: BTreeSet<_> = causes
        .filter(|cause| cause["slag"] == "uppgifter")
        .map(|cause| (cause["blad"].as_str(), cause["cell"].as_str()))
        .collect();
    assert!(cells.len() > 1 && cells.iter().all(|(_, cell)| cell.is_some()), "{cells:?}");
    let skane = of("skane");
    assert!(skane["Befolkning"] < 0 && skane["samverkan"] < 0, "{skane:?}");
    let said =
        diff(&sets.older(), &both.result(), &[&flags[..], &["--region", "uppsala"]].concat());
    assert!(said.out.contains("ändras tillsammans"), "{}", said.out);
}
