//! What earlier years came to: the figures of JSON files this program has published, put back among
//! the inputs in `foregaende-ar/`. A figure is found by its public name, and stands in the trace as a
//! leaf with the file and the place in it. Knows no grant and no document.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::figure::{CellRef, Cellvarde, Status, Underlag};
use crate::problem::{Code, Location, Problem, Problems};

/// The folder, within the year's, that archived files lie in.
pub const MAPP: &str = "foregaende-ar";

/// The figures of earlier years. Empty where nothing was archived.
#[derive(Debug, Default)]
pub struct Arkiv(BTreeMap<String, Siffra>);

/// A figure as it was published.
#[derive(Clone, Debug)]
struct Siffra {
    varde: Value,
    cell: CellRef,
}

/// The file a figure is found in, for its provenance.
struct Fil<'a> {
    namn: &'a str,
    kalla: String,
}

impl Arkiv {
    /// Reads archived files, given by name with the folder; says which are not such, and which figures
    /// two files tell differently of.
    pub fn las(filer: &[(String, Vec<u8>)], problems: &mut Problems) -> Self {
        let mut arkiv = Self::default();
        for (namn, bytes) in filer {
            let json: Value = match serde_json::from_slice(bytes) {
                Ok(json) => json,
                Err(error) => {
                    let text = format!(
                        "filen är inte JSON: rad {}, tecken {}",
                        error.line(),
                        error.column()
                    );
                    problems.add(inte_var(namn, &text));
                    continue;
                }
            };
            if !arkiv.samla(&Fil { namn, kalla: kalla(&json) }, "", &json, problems) {
                problems.add(inte_var(namn, "filen innehåller inga siffror"));
            }
        }
        arkiv
    }

    /// A whole number (kronor, inhabitants, a count) by its public name:
    /// `lakemedel.2023.skane.statsbidrag`.
    #[must_use]
    pub fn heltal(&self, namn: &str) -> Option<Cellvarde<i64>> {
        let siffra = self.0.get(namn)?;
        Some(Cellvarde { value: siffra.varde.as_i64()?, cell: siffra.cell.clone() })
    }

    /// Takes every figure of a part of a file; false if it has none.
    fn samla(&mut self, fil: &Fil<'_>, plats: &str, json: &Value, problems: &mut Problems) -> bool {
        let mut fanns = false;
        match json {
            Value::Object(falt) => {
                fanns |= self.siffra(fil, plats, falt, problems);
                for (namn, varde) in falt {
                    fanns |= self.samla(fil, &format!("{plats}/{namn}"), varde, problems);
                }
            }
            Value::Array(delar) => {
                for (nummer, varde) in delar.iter().enumerate() {
                    fanns |= self.samla(fil, &format!("{plats}/{nummer}"), varde, problems);
                }
            }
            _ => {}
        }
        fanns
    }

    fn siffra(
        &mut self,
        fil: &Fil<'_>,
        plats: &str,
        falt: &serde_json::Map<String, Value>,
        problems: &mut Problems,
    ) -> bool {
        let text = |namn: &str| falt.get(namn).and_then(Value::as_str);
        let (Some(id), Some(varde), Some(status)) = (text("id"), falt.get("varde"), text("status"))
        else {
            return false;
        };
        let location = Location::sheet(fil.namn, if plats.is_empty() { "/" } else { plats });
        let Some(status) = Status::hitta(status) else {
            problems.add(
                Problem::new(Code::F08, location, format!("”{status}” är inte någon status"))
                    .help("använd filen som programmet skrev den, utan ändringar"),
            );
            return true;
        };
        let tidigare = self.0.get(id).filter(|annan| annan.varde != *varde);
        if let Some(annan) = tidigare {
            problems.add(
                Problem::new(
                    Code::F08,
                    location,
                    format!("{id} är {varde}, men {} i {}", annan.varde, annan.cell.location),
                )
                .help("låt bara ett års slutliga filer ligga i mappen"),
            );
            return true;
        }
        let underlag = Underlag {
            uppgift: id.to_owned(),
            kalla: fil.kalla.clone(),
            per_datum: None,
            status,
            bekraftad_av: None,
        };
        let cell = CellRef { location, underlag: Arc::new(underlag) };
        self.0.entry(id.to_owned()).or_insert(Siffra { varde: varde.clone(), cell });
        true
    }
}

fn inte_var(namn: &str, text: &str) -> Problem {
    Problem::new(Code::F08, Location::file(namn), text)
        .expected("en JSON-fil som programmet skrev ett tidigare år, till exempel cirkular.json")
        .help("kopiera filen på nytt ur det årets resultatmapp, eller ta bort den")
}

/// The title, date and run of the document the figures come from.
fn kalla(json: &Value) -> String {
    let text = |plats: &str| json.pointer(plats).and_then(Value::as_str);
    let titel = text("/huvud/titel").unwrap_or("Arkiverad körning");
    let datum = text("/huvud/datum/iso").map(|datum| format!(", {datum}")).unwrap_or_default();
    let korning = text("/huvud/korning").or_else(|| text("/korning"));
    let korning = korning.map(|id| format!(", körning {id}")).unwrap_or_default();
    format!("{titel}{datum}{korning}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn las(filer: &[(&str, &str)]) -> (Arkiv, Vec<String>) {
        let filer: Vec<_> = filer
            .iter()
            .map(|(namn, text)| (format!("{MAPP}/{namn}"), text.as_bytes().to_vec()))
            .collect();
        let mut problems = Problems::new();
        let arkiv = Arkiv::las(&filer, &mut problems);
        (arkiv, problems.iter().map(ToString::to_string).collect())
    }

    const CIRKULAR: &str = r#"{
        "huvud": { "titel": "Statsbidrag", "datum": { "iso": "2022-12-20" }, "korning": "0123" },
        "tabell": [{ "id": "lakemedel.2023.skane.statsbidrag", "varde": 4706388077, "status": "fastställd" }]
    }"#;

    #[test]
    fn a_figure_is_found_with_its_place_and_source() {
        let (arkiv, problems) = las(&[("cirkular.json", CIRKULAR)]);
        assert_eq!(problems, Vec::<String>::new());
        let bidrag = arkiv.heltal("lakemedel.2023.skane.statsbidrag").expect("it is there");
        assert_eq!(bidrag.value, 4_706_388_077);
        assert_eq!(bidrag.cell.location.to_string(), "foregaende-ar/cirkular.json › /tabell/0");
        assert_eq!(bidrag.cell.underlag.kalla, "Statsbidrag, 2022-12-20, körning 0123");
        assert_eq!(bidrag.cell.underlag.status, Status::Faststalld);
        assert!(arkiv.heltal("lakemedel.2023.gotland.statsbidrag").is_none());
    }

    #[test]
    fn what_is_not_an_archived_file_is_named() {
        let (_, problems) = las(&[
            ("a.json", "{"),
            ("b.json", "[]"),
            ("c.json", r#"{ "id": "x", "varde": 1, "status": "säker" }"#),
        ]);
        let borjan: Vec<_> = problems.iter().filter_map(|text| text.lines().next()).collect();
        assert_eq!(
            borjan,
            [
                "fel[F08] foregaende-ar/a.json: filen är inte JSON: rad 1, tecken 1",
                "fel[F08] foregaende-ar/b.json: filen innehåller inga siffror",
                "fel[F08] foregaende-ar/c.json › /: ”säker” är inte någon status",
            ]
        );
    }

    #[test]
    fn two_files_may_not_differ() {
        let andrad = CIRKULAR.replace("4706388077", "4706388078");
        let (_, problems) = las(&[("a.json", CIRKULAR), ("b.json", &andrad)]);
        let vantat = "fel[F08] foregaende-ar/b.json › /tabell/0: lakemedel.2023.skane.statsbidrag är \
                      4706388078, men 4706388077 i foregaende-ar/a.json › /tabell/0\n  \
                      hjälp:   låt bara ett års slutliga filer ligga i mappen";
        assert!(problems.contains(&vantat.to_owned()), "{problems:?}");
        let (_, problems) = las(&[("a.json", CIRKULAR), ("b.json", CIRKULAR)]);
        assert_eq!(problems, Vec::<String>::new(), "they say the same");
    }
}
