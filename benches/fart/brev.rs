//! Letters by the thousand: the 21 of the year over and over, every time with other figures, so that
//! nothing of one can be taken for another. Each number is measured in a process of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;
use statsbidrag::render::{Mallar, PdfStandard, Renderer};
use statsbidrag::report::Published;

use crate::matning::vanta;
use crate::{berakning, dokument};

/// How many letters are set.
const ANTAL: [usize; 4] = [21, 210, 1_050, 2_100];

/// What tells this program that it is to set letters.
const FLAGGA: &str = "STATSBIDRAG_ANTAL_BREV";

/// So many letters, if that is what the process is for.
pub(crate) fn ombedd() -> Option<usize> {
    std::env::var(FLAGGA).ok()?.parse().ok()
}

/// A row for each number of letters.
pub(crate) fn tabell() {
    println!(
        "\n{:<32} {:>9} {:>9} {:>9} {:>9}",
        "brev, alla med olika siffror", "tid", "per brev", "kärnor", "minne"
    );
    for antal in ANTAL {
        let mut kommando = Command::new(std::env::current_exe().expect("this program"));
        let barn = kommando.env(FLAGGA, antal.to_string()).stdout(Stdio::piped()).spawn();
        let mut barn = barn.expect("a process");
        let ut = barn.stdout.take().expect("its output");
        let (minne, gick) = vanta(barn);
        assert!(gick, "{antal} letters failed");
        let text = std::io::read_to_string(ut).expect("text");
        println!("{:<32} {} {:>6} MB", antal, text.trim_end(), minne / 1_000);
    }
}

/// Sets the letters, and prints how long it took, in all and each, and how many cores worked.
pub(crate) fn satt(antal: usize) {
    let indata = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024");
    let brev: Vec<_> =
        dokument(&berakning(&indata)).into_iter().filter(|ett| ett.regions).collect();
    let renderer = Renderer::new(&Mallar::inbyggda()).expect("the templates");
    let (start, fore) = (Instant::now(), processortid());
    let bytes: usize = (0..antal)
        .into_par_iter()
        .map(|nummer| {
            let (plats, varv) = (nummer % brev.len(), nummer / brev.len());
            let brev = brev.get(plats).expect("a letter");
            let mut json = brev.json.value.clone();
            andra_siffror(&mut json, varv);
            let pdf = renderer.pdf(brev.mall, &Published::from(json), PdfStandard::A3a);
            Renderer::stada();
            pdf.expect("a PDF").len()
        })
        .sum();
    assert!(bytes > antal * 10_000, "{bytes} bytes");
    let (tid, arbete) = (start.elapsed(), processortid() - fore);
    let per_brev = tid.as_millis() / u128::try_from(antal).expect("a number");
    let tiondelar = u128::from(arbete) * 100 / tid.as_millis().max(1);
    println!(
        "{:>6} ms {:>6} ms {:>7},{}",
        tid.as_millis(),
        per_brev,
        tiondelar / 10,
        tiondelar % 10
    );
}

/// Turns the digits of every printed figure, in a way of its own for each of a thousand rounds.
fn andra_siffror(json: &mut Value, varv: usize) {
    match json {
        Value::Object(falt) => {
            let ar_siffra = falt.contains_key("varde") && falt.contains_key("enhet");
            for (namn, varde) in falt {
                match varde {
                    Value::String(text) if ar_siffra && namn == "text" => {
                        *text = text
                            .chars()
                            .zip([1, 10, 100].into_iter().cycle())
                            .map(|(tecken, del)| vriden(tecken, varv / del))
                            .collect();
                    }
                    annat => andra_siffror(annat, varv),
                }
            }
        }
        Value::Array(delar) => delar.iter_mut().for_each(|del| andra_siffror(del, varv)),
        _ => {}
    }
}

fn vriden(tecken: char, varv: usize) -> char {
    let siffra = tecken.to_digit(10).and_then(|siffra| usize::try_from(siffra).ok());
    let vriden = siffra.and_then(|siffra| u32::try_from((siffra + varv) % 10).ok());
    vriden.and_then(|siffra| char::from_digit(siffra, 10)).unwrap_or(tecken)
}

/// The processor's work for this process so far, in hundredths of a second (Linux; else nought).
fn processortid() -> u64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let efter_namnet = text.rsplit(") ").next().unwrap_or_default();
    let falt: Vec<u64> = efter_namnet.split(' ').map(|falt| falt.parse().unwrap_or(0)).collect();
    falt.iter().skip(11).take(2).sum()
}
