//! `manifest.json` and `trace.json`: every checksum again, one id for the run everywhere, which changes
//! with whatever determines the result; and one's own templates, which change what they replace.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use statsbidrag::manifest::Fil;
use statsbidrag::pipeline::Val;
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::render::{Mallar, PdfStandard};

use crate::programmet::{Mapp, Svar, filer, programmet, svar};
use crate::proof::{falt, json as las, uppsattning};
use crate::sidor::sidor;
use crate::uppsattning::{berakna, indata};

fn rot() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sha256(bytes: &[u8]) -> String {
    let nibblar = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibblar.filter_map(|nibble| char::from_digit(nibble.into(), 16)).collect()
}

/// A list of files in the manifest, as name → (size, checksum).
fn lista(json: &Value, pekare: &str) -> BTreeMap<String, (u64, String)> {
    let lista = json.pointer(pekare).and_then(Value::as_array);
    let lista = lista.unwrap_or_else(|| panic!("there is no {pekare}"));
    let filer = lista.iter().map(|fil| {
        let storlek = fil.get("storlek").and_then(Value::as_u64).expect("a size");
        (falt(fil, "namn").to_owned(), (storlek, falt(fil, "sha256").to_owned()))
    });
    let filer: BTreeMap<_, _> = filer.collect();
    assert_eq!(filer.len(), lista.len(), "a file is listed twice");
    filer
}

fn raknade<'a>(
    filer: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>,
) -> BTreeMap<String, (u64, String)> {
    let rad = |bytes: &[u8]| (u64::try_from(bytes.len()).expect("a size"), sha256(bytes));
    filer.into_iter().map(|(namn, bytes)| (namn.clone(), rad(bytes))).collect()
}

#[test]
fn every_file_is_listed_with_its_size_and_checksum() {
    let manifest = las("manifest.json");
    let satta = uppsattning().filer.iter().filter(|(namn, _)| *namn != "manifest.json");
    let utdata = lista(&manifest, "/utdata");
    assert_eq!(utdata, raknade(satta));
    let pdf = uppsattning().pdf().count();
    assert!(utdata.len() >= 2 * pdf + 2, "PDF and JSON each, the trace and the comparison");
    assert_eq!(lista(&manifest, "/korning/indata"), raknade(&filer(&indata())));
    let (mut mallar, typsnitt) =
        (lista(&manifest, "/korning/mallar"), lista(&manifest, "/korning/typsnitt"));
    assert!(typsnitt.keys().all(|namn| namn.strip_suffix(".otf").is_some()), "{typsnitt:?}");
    mallar.extend(typsnitt);
    let mut pa_disk = filer(&rot().join("templates"));
    // What describes the templates decides nothing.
    assert!(pa_disk.remove(Mallar::README).is_some());
    let pa_disk = pa_disk.into_iter().map(|(namn, bytes)| (namn.replace('\\', "/"), bytes));
    assert_eq!(mallar, raknade(&pa_disk.collect::<BTreeMap<_, _>>()));
}

#[test]
fn the_program_is_the_one_whose_sources_these_are() {
    let manifest = las("manifest.json");
    let program = &manifest["korning"]["program"];
    assert_eq!(falt(program, "namn"), "statsbidrag");
    let mut kallor = BTreeMap::new();
    for (namn, bytes) in filer(&rot().join("src")) {
        kallor.insert(format!("src/{}", namn.replace('\\', "/")), bytes);
    }
    for namn in ["build.rs", "Cargo.toml"] {
        kallor.insert(namn.to_owned(), fs::read(rot().join(namn)).expect("a source"));
    }
    // In the order of paths, part by part, as the build script sorts them.
    let mut i_ordning: Vec<_> = kallor.into_iter().collect();
    i_ordning.sort_by(|(en, _), (annan, _)| Path::new(en).cmp(Path::new(annan)));
    let mut allt = Vec::new();
    for (namn, bytes) in i_ordning {
        allt.extend(format!("{namn}\0{}\0", bytes.len()).into_bytes());
        allt.extend(bytes);
    }
    assert_eq!(falt(program, "kallkod_sha256"), sha256(&allt));
    let las = fs::read(rot().join("Cargo.lock")).expect("Cargo.lock");
    assert_eq!(falt(program, "cargo_lock_sha256"), sha256(&las));
}

#[test]
fn the_id_of_the_run_is_the_same_in_every_json() {
    let korning = json!(uppsattning().korning);
    let mut funna = BTreeSet::new();
    for namn in uppsattning().filer.keys().filter(|namn| namn.strip_suffix(".json").is_some()) {
        let pekare = match namn.as_str() {
            "manifest.json" => "/korning/id",
            "trace.json" | "samstammighet.json" => "/korning",
            _ => "/huvud/korning",
        };
        assert_eq!(las(namn).pointer(pekare), Some(&korning), "{namn}");
        funna.insert(pekare);
    }
    assert_eq!(funna.len(), 3);
}

#[test]
fn the_id_changes_with_whatever_determines_the_result() {
    let bok = filer(&indata());
    let indata = |byt: bool| -> Vec<Fil> {
        let bytt = |bytes: &Vec<u8>| {
            let mut bytes = bytes.clone();
            if byt && let Some(sista) = bytes.last_mut() {
                *sista ^= 1;
            }
            bytes
        };
        bok.iter().map(|(namn, bytes)| Fil::ny(namn, &bytt(bytes))).collect()
    };
    let val = |standard, egen: Option<&str>| {
        let egna = egen.map(|text| ("shared/hus.typ".to_owned(), text.as_bytes().to_vec()));
        Val {
            urval: Urval::default(),
            mallar: Mallar::inbyggda().med(egna.into_iter().collect()),
            standard,
        }
    };
    let samma = val(PdfStandard::A3a, None).korning(&indata(false)).id;
    assert_eq!(samma, uppsattning().korning);
    let andra = BTreeSet::from([
        val(PdfStandard::A3a, None).korning(&indata(true)).id,
        val(PdfStandard::A2a, None).korning(&indata(false)).id,
        val(PdfStandard::A3a, Some("// eget")).korning(&indata(false)).id,
    ]);
    assert!(andra.len() == 3 && !andra.contains(&samma), "{andra:?}");
}

#[test]
fn the_trace_is_every_figure_after_what_it_came_from() {
    let spar = las("trace.json");
    let siffror = spar["siffror"].as_array().expect("figures");
    assert_eq!(siffror.len(), berakna().report.trace.iter().count());
    let regler: BTreeSet<_> =
        spar["regler"].as_array().expect("rules").iter().map(|regel| falt(regel, "id")).collect();
    let (mut sedda, mut anvanda) = (BTreeSet::new(), BTreeSet::new());
    for siffra in siffror {
        let id = falt(siffra, "id");
        let av = siffra.get("av").and_then(Value::as_array);
        if let Some(cell) = siffra.get("cell") {
            assert!(av.is_none() && siffra.get("regel").is_none(), "{id}");
            assert!(!falt(cell, "adress").is_empty() && !falt(cell, "kalla").is_empty(), "{id}");
        } else {
            anvanda.insert(falt(siffra, "regel"));
            for ett in av.expect("what it is derived from") {
                assert!(sedda.contains(ett.as_str().expect("a name")), "{id} before {ett}");
            }
        }
        assert!(sedda.insert(id), "there are two {id}");
    }
    assert_eq!(anvanda, regler, "rules used, and rules told");
}

/// The year's workbooks in a folder of their own, and one's own templates beside.
fn mapp(egen: &str, text: &str) -> Mapp {
    let bok = filer(&indata());
    let mapp = bok.iter().fold(Mapp::ny("2024", &[]), |mapp, (namn, bytes)| mapp.med(namn, bytes));
    let path = mapp.bredvid("mina mallar").join(egen);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a template");
    mapp
}

fn med_egna(mapp: &Mapp) -> Svar {
    let mut kommando = programmet();
    kommando.arg("generate").arg(mapp.indata()).arg("--out").arg(mapp.resultat());
    svar(kommando.arg("--templates").arg(mapp.bredvid("mina mallar")))
}

#[test]
fn an_own_template_changes_its_document_alone() {
    let mapp = mapp("cirkular/avrakning.typ.tera", "== Avräkning\n\nEn egen text för {{ ar }}.\n");
    let Svar { kod, fel, .. } = med_egna(&mapp);
    assert_eq!((kod, fel.as_str()), (Some(0), ""));
    let skrivna = filer(&mapp.resultat());
    let manifest: Value = serde_json::from_slice(&skrivna["manifest.json"]).expect("JSON");
    let korning = falt(&manifest["korning"], "id");
    assert_ne!(korning, uppsattning().korning);
    let (nya, gamla) =
        (lista(&manifest, "/korning/mallar"), lista(&las("manifest.json"), "/korning/mallar"));
    let bytta: Vec<_> = nya.iter().filter(|(namn, fil)| gamla.get(*namn) != Some(fil)).collect();
    assert_eq!(bytta.len(), 1);
    assert_eq!(bytta[0].0, "cirkular/avrakning.typ.tera");
    // But for the id of the run, all else is as it was.
    for (namn, bytes) in &uppsattning().filer {
        let (slut, ny) = (namn.rsplit('.').next(), &skrivna[namn]);
        let utan_id = |bytes: &[u8], id: &str| String::from_utf8_lossy(bytes).replace(id, "…");
        match slut {
            Some("pdf") => {
                let utan_id = |pdf: &[u8], id: &str| sidor(pdf).concat().replace(id, "…");
                let (fore, efter) = (utan_id(bytes, &uppsattning().korning), utan_id(ny, korning));
                assert_eq!(fore == efter, namn != "cirkular.pdf", "{namn}");
                assert_eq!(
                    efter.contains("En egen text för 2024."),
                    namn == "cirkular.pdf",
                    "{namn}"
                );
            }
            Some("json") if namn != "manifest.json" => {
                let lika = utan_id(bytes, &uppsattning().korning) == utan_id(ny, korning);
                assert!(lika, "{namn}");
            }
            _ => {}
        }
    }
}

#[test]
fn a_broken_template_is_named_with_its_line_and_nothing_is_touched() {
    let mapp = mapp("cirkular/avrakning.typ.tera", "== Avräkning\n\nFör {{ aret }}.\n");
    assert_eq!(mapp.generate().kod, Some(0));
    let fore = filer(&mapp.resultat());
    let Svar { kod, fel, .. } = med_egna(&mapp);
    assert_eq!(kod, Some(1));
    let vantat =
        "fel[U02] cirkular/avrakning.typ.tera:3:8: mallen frågar efter ”aret”, som inte finns\n";
    assert!(fel.trim_start().starts_with(vantat), "{fel}");
    assert!(fel.ends_with("1 fel. Inget har skrivits. Rätta och kör igen.\n"), "{fel}");
    assert!(filer(&mapp.resultat()) == fore, "the set is as it was");
    let trasig = mapp.bredvid("mina mallar").join("cirkular/avrakning.typ.tera");
    fs::write(trasig, "== Avräkning\n\n#finns-inte()\n").expect("a template");
    let Svar { kod, fel, .. } = med_egna(&mapp);
    assert_eq!(kod, Some(1));
    assert!(fel.contains("fel[U02] cirkular/avrakning.typ.tera:3:2: Typst: "), "{fel}");
    assert!(fel.contains("unknown variable: finns-inte") && fel.contains("#finns-inte()"), "{fel}");
    assert!(filer(&mapp.resultat()) == fore, "the set is as it was");
}
