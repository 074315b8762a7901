//! Warnings that somebody answers for in the workbook: they are told no more and stand in the manifest with the reason, as
//! long as the cell holds what was confirmed.

use serde_json::Value;
use statsbidrag::figure::Status;
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use statsbidrag::plausibility::confirmed::SHEET;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use crate::data_2024;
#[cfg(feature = "typeset")]
use crate::program::files;
use crate::program::{Folder, answer_of, program};
use crate::run::text;

/// A number that is no region's.
const OTHER: &str = "232100-0990";

/// The payees of 2024, Skåne's number being another.
fn other_payee() -> Fill {
    let mut fill = data_2024::regleringsbrev::fill();
    let number = |region: Region| {
        let skane = region.short_name() == "Sk\u{e5}ne";
        text(if skane { OTHER } else { region.organisation_number() })
    };
    let from = FilledFrom::new("Registret", Status::Faststalld);
    fill.column(sheet::MOTTAGARE, "organisationsnummer", PerRegion::from_fn(number), from);
    fill
}

fn confirm(fill: &mut Fill, value: &str) {
    let row = [
        ("kod", "P07"),
        ("blad", sheet::MOTTAGARE),
        ("cell", "B19"),
        ("varde", value),
        ("bekraftad_av", "Kammarkollegiet"),
        ("skal", "Regionen betalar genom en annan."),
    ];
    fill.row(SHEET, row.map(|(id, value)| (id, CellValue::Text(value.to_owned()))));
    for id in ["blad", "cell", "varde", "bekraftad_av", "skal"] {
        fill.filled_from(SHEET, id, FilledFrom::new("Kammarkollegiet", Status::Faststalld));
    }
}

fn folder(change: impl FnOnce(&mut Fill)) -> Folder {
    let mut fill = other_payee();
    change(&mut fill);
    let book = data_2024::bytes(&WORKBOOK, &fill);
    Folder::new("2024", data_2024::all()).with("regleringsbrev.xlsx", &book)
}

fn checked(folder: &Folder) -> Value {
    let answer = answer_of(program().arg("check").arg(folder.inputs()).args(["--format", "json"]));
    assert_eq!(answer.code, Some(0), "{answer:?}");
    serde_json::from_str(&answer.out).expect("JSON")
}

fn warnings(folder: &Folder) -> Vec<String> {
    let answer = checked(folder);
    let all = answer["problem"].as_array().expect("problems").clone();
    let said =
        |one: Value| format!("{} {} {}", one["kod"], one["blad"], one["cell"]).replace('"', "");
    all.into_iter().map(said).collect()
}

#[test]
fn what_somebody_answers_for_is_told_no_more() {
    let asked = warnings(&folder(|_| ()));
    assert_eq!(asked, ["P07 Betalningsmottagare B19"]);
    let confirmed = folder(|fill| confirm(fill, OTHER));
    assert_eq!(warnings(&confirmed), Vec::<String>::new());
    // Another value than was confirmed is asked about again, and the confirmation with it.
    let other = warnings(&folder(|fill| confirm(fill, "232100-0115")));
    assert_eq!(other, ["P08 Bekr\u{e4}ftade varningar A11", "P07 Betalningsmottagare B19"]);
    #[cfg(feature = "typeset")]
    {
        let answer = confirmed.generate_only("betalningsplan");
        assert_eq!(answer.code, Some(0), "{answer:?}");
        let manifest = &files(&confirmed.result())["manifest.json"];
        let manifest: Value = serde_json::from_slice(manifest).expect("JSON");
        let all = manifest["bekraftade_varningar"].as_array().expect("a list");
        assert_eq!(all.len(), 1, "{all:?}");
        assert_eq!(all[0]["kod"], "P07");
        assert_eq!(all[0]["cell"], "B19");
        assert_eq!(all[0]["skal"], "Regionen betalar genom en annan.");
    }
}
