//! A correction as something to pay by, to verify and to archive: its payment file, its manifest and its package.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use statsbidrag::figure::Status;
use statsbidrag::manifest::Fil;
use statsbidrag::workbook::FilledFrom;

use crate::program::{Svar, answer_of, files, program};
use crate::published_schemas;
use crate::run::diff::{Sets, sets_of};
use crate::run::diff_papers::{column, day, papers, words};
use crate::run::package::differs;

/// A correction of two sets with payment plans, and the folder of its workbook.
struct Corrected {
    sets: Sets,
    out: PathBuf,
    inputs: PathBuf,
}

fn corrected(book: &[u8]) -> Corrected {
    let sets = sets_of("regleringsbrev,bilaga,betalningsplan");
    let (out, inputs) = (sets.beside("rättelse").join("ut"), sets.beside("rättelsens underlag"));
    fs::create_dir_all(&inputs).expect("a folder");
    let path = inputs.join("rattelse.xlsx");
    fs::write(&path, book).expect("a file");
    let answer = papers(&sets, &out, &["--rattelse", &path.display().to_string()]);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    Corrected { sets, out, inputs }
}

impl Corrected {
    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.out.join(name)).expect("a file")).expect("JSON")
    }

    fn tell(&self, command: &str, flags: &[&str]) -> Svar {
        let mut program = program();
        program.arg(command).arg(&self.out).arg("--inputs").arg(&self.inputs).args(flags);
        answer_of(&mut program)
    }

    /// Whether each layer holds, none where it is not judged; with the exit code.
    fn layers(&self) -> (Option<i32>, BTreeMap<String, Option<bool>>) {
        let answer = self.tell("verify", &["--format", "json"]);
        let json: Value = serde_json::from_str(&answer.out).expect("JSON");
        let layers = json["lager"].as_array().expect("layers").iter();
        let name = |layer: &Value| layer["namn"].as_str().expect("a name").to_owned();
        (answer.code, layers.map(|layer| (name(layer), layer["stammer"].as_bool())).collect())
    }

    /// Makes the manifest agree with the files as they are.
    fn edit_the_manifest(&self) {
        let mut manifest = self.json("manifest.json");
        for file in manifest["utdata"].as_array_mut().expect("files") {
            let name = file["namn"].as_str().expect("a name").to_owned();
            let bytes = fs::read(self.out.join(&name)).expect("a file");
            *file = serde_json::to_value(Fil::new(&name, &bytes)).expect("JSON");
        }
        fs::write(self.out.join("manifest.json"), manifest.to_string()).expect("a file");
    }

    /// The one package in a folder, made of the correction.
    fn package(&self, place: &str) -> PathBuf {
        let out = self.sets.beside(place);
        let answer = self.tell("archive", &["--out", &out.display().to_string()]);
        assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
        let all = fs::read_dir(out).expect("a folder").map(|entry| entry.expect("one").path());
        let mut packages = all.filter(|path| path.extension().is_some_and(|end| end == "tar"));
        packages.next().expect("a package")
    }
}

/// The rows of a payment file, but for the last: recipient's code, day, amount and annex; and what the last says it is.
fn payments(path: &Path) -> (Vec<(String, String, i64, String)>, i64) {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(path).expect("a file");
    let rows = reader.records().map(|row| row.expect("a row")).collect::<Vec<_>>();
    let (last, rows) = rows.split_last().expect("a sum");
    let rows = rows.iter().map(|row| {
        let amount = row[6].parse().expect("an amount");
        (row[1].to_owned(), row[5].to_owned(), amount, row[8].to_owned())
    });
    (rows.collect(), last[12].parse().expect("a sum"))
}

/// What was paid by the older file before the month that settles, and what the correction pays, is what was to be paid.
#[test]
fn the_payments_before_and_those_of_the_correction_are_what_was_to_be_paid() {
    let corrected = corrected(&words(|_| ()));
    let (paid, sum) = payments(&corrected.out.join("rattelse.csv"));
    assert_eq!(paid.iter().map(|(_, _, amount, _)| amount).sum::<i64>(), sum);
    assert!(paid.iter().all(|(_, day, _, annex)| &**day >= "2024-08" && annex == "rättelse"));
    let settled = "2024-08-01";
    let own = corrected.json("rattelse.json");
    let in_august: Vec<_> = paid.iter().filter(|(_, day, ..)| day == settled).collect();
    let printed = column(&own["reglering"]["tabell"], 2);
    assert_eq!(in_august.len(), printed.len());
    for ((code, _, amount, _), printed) in in_august.into_iter().zip(&printed) {
        assert_eq!((code, amount), (&printed.0, &printed.1));
    }
    let (older, _) = payments(&corrected.sets.older().join("betalningsplan.csv"));
    // What no annex orders is neither decided nor corrected.
    let before =
        older.into_iter().filter(|(_, day, _, annex)| &**day < settled && !annex.is_empty());
    let mut all: BTreeMap<String, i64> = BTreeMap::new();
    for (code, _, amount, _) in before.chain(paid) {
        *all.entry(code).or_default() += amount;
    }
    assert_eq!(all, column(&own["belopp"], 1).into_iter().collect::<BTreeMap<_, _>>());
}

/// Settled after the plan, the difference alone is paid, on no day of the plan's.
#[test]
fn a_difference_that_is_settled_by_itself_is_paid_by_itself() {
    let corrected = corrected(&words(|fill| {
        let from = FilledFrom::new("Socialdepartementet", Status::Faststalld);
        fill.item("Rättelse", "regleras", day(2025, 9, 1), from);
    }));
    let (paid, _) = payments(&corrected.out.join("rattelse.csv"));
    let own = corrected.json("rattelse.json");
    let differences = column(&own["belopp"], 2).into_iter().filter(|(_, amount)| *amount != 0);
    let differences: Vec<_> = differences.collect();
    assert!(paid.iter().all(|(_, day, ..)| day.is_empty()));
    let paid: Vec<_> = paid.into_iter().map(|(code, _, amount, _)| (code, amount)).collect();
    assert_eq!(paid, differences);
}

#[test]
fn a_correction_is_verified_by_its_manifest() {
    let corrected = corrected(&words(|_| ()));
    let manifest = corrected.json("manifest.json");
    let schema = &published_schemas::schemas()["manifest.schema.json"];
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &manifest), "it follows its schema");
    let sets = [corrected.sets.older(), corrected.sets.newer()].map(|set| {
        let bytes = fs::read(set.join("manifest.json")).expect("a file");
        let json: Value = serde_json::from_slice(&bytes).expect("JSON");
        let sum = Fil::new("", &bytes).sha256;
        json!({ "ar": 2024, "korning": json["korning"]["id"], "manifest_sha256": sum })
    });
    assert_eq!(manifest["korning"]["jamfor"], json!(sets));
    let book = fs::read(corrected.inputs.join("rattelse.xlsx")).expect("a file");
    assert_eq!(manifest["korning"]["indata"], json!([Fil::new("rattelse.xlsx", &book)]));
    let mut made = files(&corrected.out);
    assert!(made.remove("manifest.json").is_some());
    let made: Vec<_> = made.iter().map(|(name, bytes)| Fil::new(name, bytes)).collect();
    assert_eq!(manifest["utdata"], json!(made));

    let judged = |of: [(&str, Option<bool>); 6]| -> BTreeMap<String, Option<bool>> {
        of.map(|(name, holds)| (name.to_owned(), holds)).into()
    };
    let rest = [("siffror", None), ("text", None), ("byte", None)];
    let with = |[files, inputs, printed]: [Option<bool>; 3]| {
        let [figures, text, bytes] = rest;
        judged([("filer", files), ("indata", inputs), ("tryck", printed), figures, text, bytes])
    };
    // What cannot be judged without the two sets is said, and is no failure.
    let yes = Some(true);
    assert_eq!(corrected.layers(), (Some(0), with([yes, yes, yes])));
    let said = corrected.tell("verify", &[]);
    assert!(said.out.contains("statsbidrag diff gör om jämförelsen"), "{}", said.out);
    assert_eq!(corrected.tell("verify", &["--strict"]).code, Some(1));
    let explained =
        answer_of(program().args(["explain"]).arg(corrected.out.join("rattelse.pdf")).arg("1"));
    assert!(explained.error.contains("en jämförelse av två uppsättningar"), "{explained:?}");

    // A payment that was changed, with its manifest.
    let file = corrected.out.join("rattelse.csv");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, text.replacen(";2024-08-01;", ";2024-08-01;1", 1)).expect("a file");
    assert_eq!(corrected.layers(), (Some(1), with([Some(false), yes, Some(false)])));
    corrected.edit_the_manifest();
    assert_eq!(corrected.layers(), (Some(1), with([yes, yes, Some(false)])));
    fs::write(&file, text).expect("a file");
    corrected.edit_the_manifest();
    // An amount that differs between the two sets, in their own data.
    let data = corrected.out.join("diff.json");
    let text = fs::read_to_string(&data).expect("text");
    let amount = corrected.json("diff.json")["siffror"][0]["ny"].to_string();
    let other = text.replacen(&format!("\"ny\": {amount},"), "\"ny\": 1,", 1);
    assert_ne!(text, other);
    fs::write(&data, other).expect("a file");
    corrected.edit_the_manifest();
    assert_eq!(corrected.layers(), (Some(1), with([yes, yes, Some(false)])));
    fs::write(&data, text).expect("a file");
    corrected.edit_the_manifest();
    // Another workbook than the one that it was made of.
    fs::write(
        corrected.inputs.join("rattelse.xlsx"),
        words(|fill| {
            let from = FilledFrom::new("Socialdepartementet", Status::Faststalld);
            fill.item("Rättelse", "datum", day(2024, 7, 5), from);
        }),
    )
    .expect("a file");
    assert_eq!(corrected.layers(), (Some(1), with([yes, Some(false), yes])));
}

#[test]
fn a_correction_is_archived_and_names_the_sets_it_is_of() {
    let corrected = corrected(&words(|_| ()));
    let package = corrected.package("rättelsens paket");
    let run = corrected.json("manifest.json")["korning"]["id"].as_str().expect("an id").to_owned();
    let name = package.file_stem().expect("a name").to_string_lossy().into_owned();
    assert_eq!(name, format!("statsbidrag-rattelse-2024-{run}"));
    let again = corrected.package("rättelsens paket igen");
    assert!(fs::read(&package).expect("a file") == fs::read(&again).expect("a file"));
    let mut all = BTreeMap::new();
    let bytes = fs::read(&package).expect("a file");
    for entry in tar::Archive::new(bytes.as_slice()).entries().expect("a tar") {
        let mut entry = entry.expect("an entry");
        let path = entry.path().expect("a path").to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut entry, &mut bytes).expect("bytes");
        all.insert(path.trim_start_matches(&format!("{name}/")).to_owned(), bytes);
    }
    for path in [
        "representations/dokument/data/rattelse.pdf",
        "representations/data/data/rattelse.csv",
        "representations/data/data/manifest.json",
        "representations/indata/data/rattelse.xlsx",
        "representations/mallar/data/rattelse/main.typ.tera",
    ] {
        assert!(all.contains_key(path), "{path} is not there");
    }
    let text = |path: &str| String::from_utf8(all[path].clone()).expect("text");
    let about = text("metadata/descriptive/dc.xml");
    for set in corrected.json("manifest.json")["korning"]["jamfor"].as_array().expect("sets") {
        let package = format!("statsbidrag-2024-{}", set["korning"].as_str().expect("an id"));
        let named = format!("<dcterms:references>{package}</dcterms:references>");
        assert!(about.contains(&named), "{about}");
        assert!(about.contains(set["manifest_sha256"].as_str().expect("a sum")), "{about}");
        assert!(text("metadata/preservation/premis.xml").contains(&package));
    }
    assert!(about.contains("<dc:creator>Regeringen</dc:creator>"), "{about}");
    assert_eq!(differs(&package), BTreeMap::new());
    // What it was made of must be there.
    fs::remove_file(corrected.inputs.join("rattelse.xlsx")).expect("a file");
    let refused = corrected.tell("archive", &[]);
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.error.contains("fel[F11]"), "{}", refused.error);
    // A comparison decides nothing.
    let comparison = corrected.sets.beside("jämförelse");
    assert_eq!(papers(&corrected.sets, &comparison, &[]).code, Some(0));
    let verified = answer_of(program().arg("verify").arg(&comparison));
    assert_eq!(verified.code, Some(0), "{verified:?}");
    let refused = answer_of(program().arg("archive").arg(&comparison));
    assert!(refused.error.contains("en jämförelse är inget beslut"), "{refused:?}");
}
