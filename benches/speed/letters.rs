//! Letters by the thousand: the 21 of the year over and over, every time with other figures, so that
//! nothing of one can be taken for another. Each number is measured in a process of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;
use statsbidrag::render::{PdfStandard, Renderer, Templates};
use statsbidrag::report::Published;

use crate::measuring::wait;
use crate::{computed, document};

/// How many letters are set.
const COUNT: [usize; 4] = [21, 210, 1_050, 2_100];

/// What tells this program that it is to set letters.
const FLAG: &str = "STATSBIDRAG_ANTAL_BREV";

/// So many letters, if that is what the process is for.
pub(crate) fn asked_for() -> Option<usize> {
    std::env::var(FLAG).ok()?.parse().ok()
}

/// A row for each number of letters.
pub(crate) fn table() {
    println!(
        "\n{:<32} {:>9} {:>9} {:>9} {:>9}",
        "brev, alla med olika siffror", "tid", "per brev", "kärnor", "minne"
    );
    for count in COUNT {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        let child = command.env(FLAG, count.to_string()).stdout(Stdio::piped()).spawn();
        let mut child = child.expect("a process");
        let out = child.stdout.take().expect("its output");
        let (memory, went) = wait(child);
        assert!(went, "{count} letters failed");
        let text = std::io::read_to_string(out).expect("text");
        println!("{:<32} {} {:>6} MB", count, text.trim_end(), memory / 1_000);
    }
}

/// Sets the letters, and prints how long it took, in all and each, and how many cores worked.
pub(crate) fn insert(count: usize) {
    let inputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/2024");
    let brev: Vec<_> =
        document(&computed(&inputs)).into_iter().filter(|a_single| a_single.regions).collect();
    let renderer = Renderer::new(&Templates::builtin()).expect("the templates");
    let (start, before) = (Instant::now(), cpu_time());
    let bytes: usize = (0..count)
        .into_par_iter()
        .map(|number| {
            let (place, lap) = (number % brev.len(), number / brev.len());
            let brev = brev.get(place).expect("a letter");
            let mut json = brev.json.value.clone();
            other_figures(&mut json, lap);
            let pdf = renderer.pdf(brev.template, &Published::from(json), PdfStandard::A3a);
            Renderer::clean_up();
            pdf.expect("a PDF").len()
        })
        .sum();
    assert!(bytes > count * 10_000, "{bytes} bytes");
    let (time, work) = (start.elapsed(), cpu_time() - before);
    let per_letter = time.as_millis() / u128::try_from(count).expect("a number");
    let tenths = u128::from(work) * 100 / time.as_millis().max(1);
    println!("{:>6} ms {:>6} ms {:>7},{}", time.as_millis(), per_letter, tenths / 10, tenths % 10);
}

/// Turns the digits of every printed figure, in a way of its own for each of a thousand rounds.
fn other_figures(json: &mut Value, lap: usize) {
    match json {
        Value::Object(field) => {
            let is_digit = field.contains_key("varde") && field.contains_key("enhet");
            for (name, value) in field {
                match value {
                    Value::String(text) if is_digit && name == "text" => {
                        *text = text
                            .chars()
                            .zip([1, 10, 100].into_iter().cycle())
                            .map(|(character, part)| turned(character, lap / part))
                            .collect();
                    }
                    something_else => other_figures(something_else, lap),
                }
            }
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| other_figures(part, lap)),
        _ => {}
    }
}

fn turned(character: char, lap: usize) -> char {
    let number = character.to_digit(10).and_then(|number| usize::try_from(number).ok());
    let turned = number.and_then(|number| u32::try_from((number + lap) % 10).ok());
    turned.and_then(|number| char::from_digit(number, 10)).unwrap_or(character)
}

/// The processor's work for this process so far, in hundredths of a second (Linux; else zero).
fn cpu_time() -> u64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_the_name = text.rsplit(") ").next().unwrap_or_default();
    let field: Vec<u64> =
        after_the_name.split(' ').map(|field| field.parse().unwrap_or(0)).collect();
    field.iter().skip(11).take(2).sum()
}
