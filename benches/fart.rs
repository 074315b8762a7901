//! Speed, shown and not asserted: `cargo bench`. Prints a table of medians over repeated runs.
//!
//! * the whole program, from process start to finished files, with its peak memory (Linux);
//! * beside it `typst` from PyPI on the very same Typst source of the circular alone, if a Python with
//!   that package is named in `TYPST_PYTHON` (`python3 -m venv v && v/bin/pip install typst==0.15.2`);
//! * the circular in one process: cold, again, and after Stockholm's population has changed by one.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and says what it found"
)]

#[path = "../tests/stod/indata_2024/mod.rs"]
mod indata_2024;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{ARBETSBOK, blad};
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::pipeline::{Berakning, berakna};
use statsbidrag::region::PerRegion;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};
use statsbidrag::workbook::{Belagg, Innehall, scaffold};

const VARV: usize = 15;

fn main() {
    let rot = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tmp = tempfile::tempdir().expect("a temporary folder");
    let indata = rot.join("inputs/2024");
    println!("{:<58} {:>9} {:>9} {:>9}", "", "median", "minst", "minne");
    processer(&indata, tmp.path());
    en_process(&indata, tmp.path());
}

/// The circular: its template and its JSON.
fn cirkularet(berakning: &Berakning) -> (&'static str, Vec<u8>) {
    let alla = Urval::default().exemplar(&berakning.report, berakning.ar).expect("all");
    let (dokument, exemplar) =
        alla.into_iter().find(|(_, exemplar)| exemplar.id == "cirkular").expect("the circular");
    (dokument.mall(), dokument.json(&berakning.report, berakning.ar, &exemplar))
}

/// A process to measure: what it is, and how it is started in a given round.
type Tavlande<'a> = (&'static str, Box<dyn Fn(usize) -> Command + 'a>);

/// Whole processes, in turns, so that whatever else the machine does falls on all alike.
fn processer(indata: &Path, tmp: &Path) {
    let program = |varv: usize| {
        let mut kommando = Command::new(env!("CARGO_BIN_EXE_statsbidrag"));
        kommando.arg("generate").arg(indata).arg("--out").arg(tmp.join(format!("ut{varv}")));
        kommando
    };
    let mut tavlande: Vec<Tavlande<'_>> = vec![
        ("hela programmet, alla dokument", Box::new(program)),
        (
            "  på en tråd",
            Box::new(move |varv| {
                let mut kommando = program(varv);
                kommando.env("RAYON_NUM_THREADS", "1");
                kommando
            }),
        ),
    ];
    match std::env::var_os("TYPST_PYTHON") {
        Some(python) => {
            let mapp = tmp.join("kalla");
            kallan(&mapp, &berakning(indata));
            let typst = move |_| {
                let mut kommando = Command::new(&python);
                kommando.args(["-c", TYPST]).current_dir(&mapp);
                kommando
            };
            tavlande.push(("typst (PyPI), cirkuläret ensamt, process till PDF", Box::new(typst)));
        }
        None => println!("typst (PyPI): TYPST_PYTHON pekar inte ut någon"),
    }
    let mut matt = vec![(Vec::new(), 0); tavlande.len()];
    for varv in 0..VARV {
        for ((vad, starta), (tider, minne)) in tavlande.iter().zip(&mut matt) {
            let start = Instant::now();
            let (hogst, gick) =
                vanta(starta(varv).stdout(Stdio::null()).spawn().expect("a process"));
            tider.push(start.elapsed());
            assert!(gick, "{vad} failed");
            *minne = hogst.max(*minne);
        }
    }
    for ((vad, _), (tider, minne)) in tavlande.iter().zip(matt) {
        visa(vad, tider, Some(minne));
    }
}

/// The circular's Typst source in the hands of `typst` from PyPI. It has no switch for the experimental
/// `pdf.header-cell`, so there row headers are plain cells: less work, not more.
const TYPST: &str = "import typst; typst.compile('main.typ', output='ut.pdf', root='.', \
    font_paths=['fonts'], ignore_system_fonts=True, pdf_standards=['a-3a', 'ua-1'])";

/// Everything `typst` needs, in a folder.
fn kallan(mapp: &Path, berakning: &Berakning) {
    let mallar = Mallar::inbyggda();
    let renderer = Renderer::new(&mallar).expect("the templates");
    for (namn, bytes) in mallar.filer() {
        let fil = mapp.join(namn);
        fs::create_dir_all(fil.parent().expect("a folder")).expect("a folder");
        let text = String::from_utf8(bytes.to_vec());
        let bytes =
            text.map_or_else(|_| bytes.to_vec(), |text| utan_radrubriker(&text).into_bytes());
        fs::write(fil, bytes).expect("a template");
    }
    let (mall, json) = cirkularet(berakning);
    let kalla = renderer.typst_kalla(mall, &json).expect("a source");
    let bilaga = "\n#pdf.attach(\"/cirkular.json\", read(\"/data.json\", encoding: none), \
                  relationship: \"data\", mime-type: \"application/json\", description: \"data\")\n";
    fs::write(mapp.join("main.typ"), utan_radrubriker(&kalla) + bilaga).expect("the source");
    fs::write(mapp.join("data.json"), json).expect("the data");
}

fn utan_radrubriker(text: &str) -> String {
    text.replace("pdf.header-cell(", "((cell, scope: none) => cell)(")
}

/// The circular over and over in one process.
fn en_process(indata: &Path, tmp: &Path) {
    let forsta = berakning(indata);
    let andrad = berakning(&med_en_till(tmp));
    let ((mall, forsta), (_, andrad)) = (cirkularet(&forsta), cirkularet(&andrad));
    let (mut kall, mut samma, mut en_andrad) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..VARV {
        // Forgets everything, so that the first is cold every time.
        comemo::evict(0);
        let renderer = Renderer::new(&Mallar::inbyggda()).expect("the templates");
        for (json, tider) in
            [(&forsta, &mut kall), (&forsta, &mut samma), (&andrad, &mut en_andrad)]
        {
            let start = Instant::now();
            let pdf = renderer.pdf(mall, json, PdfStandard::A3a);
            tider.push(start.elapsed());
            pdf.expect("a PDF");
        }
    }
    visa("cirkuläret i samma process: kallt", kall, None);
    visa("cirkuläret i samma process: samma en gång till", samma, None);
    visa("cirkuläret i samma process: en invånare till i Stockholm", en_andrad, None);
}

fn berakning(indata: &Path) -> Berakning {
    berakna(indata, &|_| ()).expect("the workbooks")
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

/// Waits for a process; its peak resident memory in kB (0 where the system does not tell), and whether
/// it succeeded.
fn vanta(mut barn: Child) -> (u64, bool) {
    let status = format!("/proc/{}/status", barn.id());
    let mut hogst = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let rad = text.lines().find_map(|rad| rad.strip_prefix("VmHWM:"));
            let kb = rad.and_then(|rad| rad.trim().trim_end_matches(" kB").parse().ok());
            hogst = hogst.max(kb.unwrap_or(0));
        }
        if let Some(status) = barn.try_wait().expect("a process") {
            return (hogst, status.success());
        }
        sleep(Duration::from_millis(2));
    }
}

fn visa(vad: &str, mut tider: Vec<Duration>, minne: Option<u64>) {
    tider.sort();
    let ms = |tid: Option<&Duration>| format!("{} ms", tid.map_or(0, Duration::as_millis));
    let minne = minne.map_or_else(String::new, |kb| format!("{} MB", kb / 1_000));
    println!("{vad:<58} {:>9} {:>9} {minne:>9}", ms(tider.get(tider.len() / 2)), ms(tider.first()));
}
