//! What proves a set of documents: its pages as text, its manifest and trace, and `explain`,
//! which leads every printed figure back to its cells. Made of `inputs/2024`; computes nothing itself.

mod arbetsbocker;
mod betalningsfilen;
#[cfg(feature = "typeset")]
mod breven;
mod forklaring;
mod handbook;
#[cfg(feature = "typeset")]
mod manifestet;
#[cfg(feature = "typeset")]
mod papperet;
mod promises;
#[cfg(feature = "typeset")]
mod samstammigt;
#[cfg(feature = "typeset")]
mod siffrorna;
mod sparet;

use crate::uppsattning::{Uppsattning, av_2024};
use serde_json::Value;

/// The set of 2024.
pub(crate) fn uppsattning() -> &'static Uppsattning {
    av_2024()
}

/// A JSON file of the set.
pub(crate) fn json(namn: &str) -> Value {
    let bytes = uppsattning().filer.get(namn).unwrap_or_else(|| panic!("there is no {namn}"));
    serde_json::from_slice(bytes).unwrap_or_else(|fel| panic!("{namn}: {fel}"))
}

/// A committed file.
pub(crate) fn committad(path: &str) -> String {
    let hel = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(hel)
        .unwrap_or_else(|fel| panic!("{path}: {fel}; `cargo dev` writes it"))
}

/// Every object in a JSON that has these fields, in order.
pub(crate) fn med_falt<'a>(json: &'a Value, falten: &[&str], funna: &mut Vec<&'a Value>) {
    match json {
        Value::Object(falt) => {
            if falten.iter().all(|namn| falt.contains_key(*namn)) {
                funna.push(json);
            }
            falt.values().for_each(|varde| med_falt(varde, falten, funna));
        }
        Value::Array(delar) => delar.iter().for_each(|varde| med_falt(varde, falten, funna)),
        _ => {}
    }
}

/// A text field.
pub(crate) fn falt<'a>(json: &'a Value, namn: &str) -> &'a str {
    json.get(namn).and_then(Value::as_str).unwrap_or_else(|| panic!("{namn} is no text in {json}"))
}
