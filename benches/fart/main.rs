//! Speed, shown and not asserted: `cargo bench`. Prints tables of medians over repeated runs.
//!
//! * The whole set, from process start to finished files, with its peak memory (Linux); on one thread;
//!   and the circular alone (`--only cirkular`).
//! * Beside them `typst` from PyPI on the very same Typst sources, if a Python with that package is named
//!   in `TYPST_PYTHON` (`python3 -m venv v && v/bin/pip install typst==0.15.2`).
//! * Letters by the thousand, each with other figures: time, both cores' work and peak memory.
//! * Läkemedelsförmånerna computed again after a changed cell, and from all cells: so many times a second.
//! * The circular in one process: cold, again, and after Stockholm's population has changed by one.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and says what it found"
)]

mod brev;
#[path = "../../tests/support/indata_2024/mod.rs"]
mod indata_2024;
mod kallor;
mod matning;
mod omrakning;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{ARBETSBOK, blad};
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::pipeline::{Berakning, compute};
use statsbidrag::region::PerRegion;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};
use statsbidrag::report::Published;
use statsbidrag::workbook::{Belagg, Innehall, scaffold};

use matning::{Tavlande, matt, visa};

/// How many times each thing is measured.
const VARV: usize = 15;

fn main() {
    if let Some(antal) = brev::ombedd() {
        return brev::satt(antal);
    }
    let indata = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024");
    let tmp = tempfile::tempdir().expect("a temporary folder");
    let raknat = berakning(&indata);
    omrakning::tabell(&raknat.report.trace, raknat.ar);
    println!("\n{:<62} {:>9} {:>9} {:>9}", "", "median", "minst", "minne");
    processer(&indata, tmp.path());
    en_process(&indata, tmp.path());
    brev::tabell();
}

/// A document as it goes to the renderer: its id, its template and its JSON, and whether it is a region's.
struct Dokument {
    id: String,
    mall: &'static str,
    json: Published,
    regions: bool,
}

/// Every document of a computation.
fn dokument(berakning: &Berakning) -> Vec<Dokument> {
    let alla = Urval::default().exemplar(&berakning.report, berakning.ar).expect("all");
    let ett = |(dokument, exemplar): statsbidrag::pipeline::urval::Valt| Dokument {
        json: (dokument.paper)(&berakning.report, berakning.ar, &exemplar).json,
        mall: dokument.mall,
        regions: exemplar.region.is_some(),
        id: exemplar.id,
    };
    alla.into_iter().map(ett).collect()
}

fn cirkularet(berakning: &Berakning) -> Dokument {
    let mut alla = dokument(berakning).into_iter();
    alla.find(|dokument| dokument.id == "cirkular").expect("the circular")
}

/// Whole processes, in turns, so that whatever else the machine does falls on all alike.
fn processer(indata: &Path, tmp: &Path) {
    let program = |argument: &'static [&'static str], varv: usize| {
        let mut kommando = Command::new(env!("CARGO_BIN_EXE_statsbidrag"));
        kommando.arg("generate").arg(indata).args(argument);
        kommando.arg("--out").arg(tmp.join(format!("ut{}-{varv}", argument.len())));
        kommando
    };
    let mut tavlande: Vec<Tavlande<'_>> = vec![
        ("hela programmet, alla dokument".to_owned(), Box::new(move |varv| program(&[], varv))),
        (
            "  på en tråd".to_owned(),
            Box::new(move |varv| {
                let mut kommando = program(&[], varv);
                kommando.env("RAYON_NUM_THREADS", "1");
                kommando
            }),
        ),
        (
            "hela programmet, --only cirkular".to_owned(),
            Box::new(move |varv| program(&["--only", "cirkular"], varv)),
        ),
    ];
    match std::env::var_os("TYPST_PYTHON") {
        Some(python) => {
            let alla = dokument(&berakning(indata));
            let antal = alla.len();
            let cirkular: Vec<_> = alla.iter().filter(|ett| ett.id == "cirkular").collect();
            for (vad, mapp, dokument) in [
                (format!("typst (PyPI), samma {antal} källor"), "alla", alla.iter().collect()),
                ("typst (PyPI), cirkulärets källa".to_owned(), "cirkular", cirkular),
            ] {
                let mapp = tmp.join(mapp);
                kallor::skriv(&mapp, &dokument);
                let python = python.clone();
                let typst = move |_| {
                    let mut kommando = Command::new(&python);
                    kommando.args(["-c", kallor::TYPST]).current_dir(&mapp);
                    kommando
                };
                tavlande.push((vad, Box::new(typst)));
            }
        }
        None => println!("typst (PyPI): TYPST_PYTHON pekar inte ut någon"),
    }
    for (vad, tider, minne) in matt(tavlande, VARV) {
        visa(&vad, tider, Some(minne));
    }
}

/// The circular over and over in one process.
fn en_process(indata: &Path, tmp: &Path) {
    let forsta = cirkularet(&berakning(indata));
    let andrad = cirkularet(&berakning(&med_en_till(tmp)));
    let (mut kall, mut samma, mut en_andrad) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..VARV {
        // Forgets everything, so that the first is cold every time.
        typst::comemo::evict(0);
        let renderer = Renderer::new(&Mallar::inbyggda()).expect("the templates");
        for (dokument, tider) in
            [(&forsta, &mut kall), (&forsta, &mut samma), (&andrad, &mut en_andrad)]
        {
            let start = Instant::now();
            let pdf = renderer.pdf(dokument.mall, &dokument.json, PdfStandard::A3a);
            tider.push(start.elapsed());
            pdf.expect("a PDF");
        }
    }
    visa("cirkuläret i samma process: kallt", kall, None);
    visa("cirkuläret i samma process: samma en gång till", samma, None);
    visa("cirkuläret i samma process: en invånare till i Stockholm", en_andrad, None);
}

fn berakning(indata: &Path) -> Berakning {
    compute(indata, &Urval::default(), &|_| ()).expect("the workbooks")
}

/// The workbooks with one more inhabitant in Stockholm, and a rule for the krona that may be left over.
fn med_en_till(tmp: &Path) -> PathBuf {
    let mapp = tmp.join("andrad/2024");
    fs::create_dir_all(&mapp).expect("a folder");
    let publicerat = indata_2024::csv("lakemedel-2024-publicerat.csv");
    let folk = PerRegion::fran(|region| {
        let rad = publicerat.iter().find(|rad| rad["lanskod"] == region.lanskod());
        let folk: i64 = rad.expect("a row")["befolkning_2023_08_31"].parse().expect("people");
        Innehall::Heltal(folk + i64::from(region.id() == "stockholm"))
    });
    let belagg = || Belagg::ny("mätningen", Status::Exempel);
    let regel = Innehall::Text("largest_remainder".to_owned());
    let mut fyllning = indata_2024::lakemedel::fyllning();
    fyllning.kolumn(blad::BEFOLKNING, "befolkning", folk, belagg());
    fyllning.uppgift(blad::OVERENSKOMMELSE, "residual", regel, belagg());
    let bytes = scaffold(&ARBETSBOK, indata_2024::AR, &fyllning).expect("a workbook");
    for (fil, bytes) in indata_2024::alla() {
        fs::write(mapp.join(fil), bytes).expect("a file");
    }
    fs::write(mapp.join(ARBETSBOK.fil), bytes).expect("a file");
    mapp
}
