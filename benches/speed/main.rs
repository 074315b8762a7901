//! Speed, shown and not asserted: `cargo bench`. Prints tables of medians over repeated runs.
//!
//! * The whole set, from process start to finished files, with its peak memory (Linux); on one thread;
//!   and the circular alone (`--only cirkular`).
//! * Beside them `typst` from PyPI on the very same Typst sources, if a Python with that package is named
//!   in `TYPST_PYTHON` (`python3 -m venv v && v/bin/pip install typst==0.15.2`).
//! * Letters by the thousand, each with other figures: time, both cores' work and peak memory.
//! * Läkemedelsförmånerna computed again after a changed cell, and from all cells: so many times a second; and drawn ten thousand times.
//! * The circular in one process: cold, again, and after Stockholm's population has changed by one.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and says what it found"
)]

#[path = "../../tests/support/data_2024/mod.rs"]
mod data_2024;
mod letters;
mod measuring;
mod recomputation;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{WORKBOOK, sheets};
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::pipeline::{Computed, basis, compute};
use statsbidrag::region::PerRegion;
use statsbidrag::render::{PdfStandard, Renderer, Templates};
use statsbidrag::report::Published;
use statsbidrag::workbook::{CellValue, FilledFrom, scaffold};

use measuring::{Contender, measured, show};

/// How many times each thing is measured.
const LAPS: usize = 15;

fn main() {
    if let Some(count) = letters::asked_for() {
        return letters::insert(count);
    }
    let inputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024");
    let tmp = tempfile::tempdir().expect("a temporary folder");
    let computed_text = computed(&inputs);
    recomputation::table(&computed_text.report.trace, computed_text.year);
    recomputation::draws(&basis(&inputs).expect("the workbooks of 2024"));
    println!("\n{:<62} {:>9} {:>9} {:>9}", "", "median", "minst", "minne");
    processes(&inputs, tmp.path());
    one_process(&inputs, tmp.path());
    letters::table();
}

/// A document as it goes to the renderer: its id, its template and its JSON, and whether it is a region's.
struct Dokument {
    id: String,
    template: &'static str,
    json: Published,
    regions: bool,
}

/// Every document of a computation.
fn document(computed: &Computed) -> Vec<Dokument> {
    let all = Selection::default().edition(&computed.report, computed.year).expect("all");
    let a_single = |(document, edition): statsbidrag::pipeline::selection::Selected| Dokument {
        json: (document.paper)(&computed.report, computed.year, &edition).json,
        template: document.template,
        regions: edition.region.is_some(),
        id: edition.id,
    };
    all.into_iter().map(a_single).collect()
}

fn circular(computed: &Computed) -> Dokument {
    let mut all = document(computed).into_iter();
    all.find(|document| document.id == "cirkular").expect("the circular")
}

/// Whole processes, in turns, so that whatever else the machine does falls on all alike.
fn processes(inputs: &Path, tmp: &Path) {
    let program = |argument: &'static [&'static str], lap: usize| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_statsbidrag"));
        command.arg("generate").arg(inputs).args(argument);
        command.arg("--out").arg(tmp.join(format!("ut{}-{lap}", argument.len())));
        command
    };
    let mut contender: Vec<Contender<'_>> = vec![
        ("hela programmet, alla dokument".to_owned(), Box::new(move |lap| program(&[], lap))),
        (
            "  på en tråd".to_owned(),
            Box::new(move |lap| {
                let mut command = program(&[], lap);
                command.env("RAYON_NUM_THREADS", "1");
                command
            }),
        ),
        (
            "hela programmet, --only cirkular".to_owned(),
            Box::new(move |lap| program(&["--only", "cirkular"], lap)),
        ),
    ];
    match std::env::var_os("TYPST_PYTHON") {
        Some(python) => {
            let all = document(&computed(inputs));
            let count = all.len();
            let cirkular: Vec<_> =
                all.iter().filter(|a_single| a_single.id == "cirkular").collect();
            for (what, folder, document) in [
                (format!("typst (PyPI), samma {count} källor"), "alla", all.iter().collect()),
                ("typst (PyPI), cirkulärets källa".to_owned(), "cirkular", cirkular),
            ] {
                let folder = tmp.join(folder);
                sources::write(&folder, &document);
                let python = python.clone();
                let typst = move |_| {
                    let mut command = Command::new(&python);
                    command.args(["-c", sources::TYPST]).current_dir(&folder);
                    command
                };
                contender.push((what, Box::new(typst)));
            }
        }
        None => println!("typst (PyPI): TYPST_PYTHON pekar inte ut någon"),
    }
    for (what, times, memory) in measured(contender, LAPS) {
        show(&what, times, Some(memory));
    }
}

/// The circular over and over in one process.
fn one_process(inputs: &Path, tmp: &Path) {
    let first = circular(&computed(inputs));
    let changed = circular(&computed(&with_one_more(tmp)));
    let (mut cold, mut same, mut one_changed) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..LAPS {
        // Forgets everything, so that the first is cold every time.
        typst::comemo::evict(0);
        let renderer = Renderer::new(&Templates::builtin()).expect("the templates");
        for (document, times) in
            [(&first, &mut cold), (&first, &mut same), (&changed, &mut one_changed)]
        {
            let start = Instant::now();
            let pdf = renderer.pdf(document.template, &document.json, PdfStandard::A3a);
            times.push(start.elapsed());
            pdf.expect("a PDF");
        }
    }
    show("cirkuläret i samma process: kallt", cold, None);
    show("cirkuläret i samma process: samma en gång till", same, None);
    show("cirkuläret i samma process: en invånare till i Stockholm", one_changed, None);
}

fn computed(inputs: &Path) -> Computed {
    compute(inputs, &Selection::default(), &|_| ()).expect("the workbooks")
}

/// The workbooks with one more inhabitant in Stockholm, and a rule for the krona that may be left over.
fn with_one_more(tmp: &Path) -> PathBuf {
    let folder = tmp.join("andrad/2024");
    fs::create_dir_all(&folder).expect("a folder");
    let published_amount = data_2024::csv("lakemedel-2024-publicerat.csv");
    let population = PerRegion::from_fn(|region| {
        let row = published_amount.iter().find(|row| row["lanskod"] == region.county_code());
        let population: i64 = row.expect("a row")["befolkning_2023_08_31"].parse().expect("people");
        CellValue::Integer(population + i64::from(region.id() == "stockholm"))
    });
    let filled_from = || FilledFrom::new("mätningen", Status::Exempel);
    let rule = CellValue::Text("largest_remainder".to_owned());
    let mut fill = data_2024::lakemedel::fill();
    fill.column(sheets::BEFOLKNING, "befolkning", population, filled_from());
    fill.item(sheets::OVERENSKOMMELSE, "residual", rule, filled_from());
    let bytes = scaffold(&WORKBOOK, data_2024::AR, &fill).expect("a workbook");
    for (file, bytes) in data_2024::all() {
        fs::write(folder.join(file), bytes).expect("a file");
    }
    fs::write(folder.join(data_2024::file_of(&WORKBOOK)), bytes).expect("a file");
    folder
}
