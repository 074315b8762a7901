//! Which figure is meant: by its name, or by where it stands on the paper. The paper is the documents'
//! own JSON, so that what is explained is what is printed.

use serde_json::Value;

use super::Avslut;
use crate::figure::FigureId;
use crate::pipeline::urval::{Urval, Valt, narmast};
use crate::region::Region;
use crate::report::Report;

/// The figure with a name, or in a place written `dokument.tabell.region.siffra`.
pub(super) fn med_namn(report: &Report, ar: i32, namn: &str) -> Result<FigureId, Avslut> {
    let sokt = namn.trim().to_lowercase();
    if let Some(id) = report.trace.find(&sokt) {
        return Ok(id);
    }
    let delar: Vec<_> = sokt.split('.').collect();
    // A grant's figure has a year where a document's place has a table.
    if let [dokument, tabell, region, siffra] = delar.as_slice()
        && (tabell.parse::<i32>().is_err()
            || exemplaren(report, ar).iter().any(|(_, kant)| kant.id == *dokument))
    {
        let rad = pa_plats(report, ar, Some(dokument), tabell, region)?;
        let traff =
            rad.iter().find(|id| report.trace.node(**id).name.ends_with(&format!(".{siffra}")));
        return traff.copied().ok_or_else(|| {
            let finns: Vec<_> = rad
                .iter()
                .filter_map(|id| report.trace.node(*id).name.rsplit('.').next())
                .collect();
            let nara = narmast(siffra, finns.iter().copied());
            fel(&format!("raden har ingen siffra ”{siffra}”{nara} (den har {})", finns.join(", ")))
        });
    }
    Err(okand(report, &sokt))
}

/// Every figure of a table's row.
pub(super) fn pa_plats(
    report: &Report,
    ar: i32,
    dokument: Option<&str>,
    tabell: &str,
    region: &str,
) -> Result<Vec<FigureId>, Avslut> {
    let sista = ["riket", "totalt", "summa"].contains(&region.to_lowercase().as_str());
    let lanskod = match Region::hitta(region) {
        Ok(region) => Some(region.lanskod()),
        Err(_) if sista => None,
        Err(nara) => {
            let nara = nara.map(|nara| format!("; menade du {nara}?")).unwrap_or_default();
            return Err(fel(&format!("det finns ingen region ”{region}”{nara}")));
        }
    };
    let exemplaren = exemplaren(report, ar);
    let kanda = || exemplaren.iter().map(|(_, kant)| kant.id.as_str());
    if let Some(okant) = dokument.filter(|id| kanda().all(|kant| kant != *id)) {
        let nara = narmast(okant, kanda());
        let alla: Vec<_> = kanda().collect();
        let alla = alla.join(", ");
        return Err(fel(&format!("det finns inget dokument ”{okant}”{nara} (de är {alla})")));
    }
    let mut tabeller = Vec::new();
    let valda = exemplaren.iter().filter(|(_, kant)| dokument.is_none_or(|id| kant.id == id));
    for (slag, kant) in valda {
        let json = (slag.paper)(report, ar, kant).json.value;
        let Some(traff) = hitta_tabell(&json, tabell) else {
            tabellnamn(&json, &mut tabeller);
            continue;
        };
        let rader = traff.get("rader").and_then(Value::as_array).into_iter().flatten();
        let rad = rader.into_iter().find(|rad| match lanskod {
            Some(lanskod) => rad.get("lanskod").and_then(Value::as_str) == Some(lanskod),
            None => rad.get("slag").and_then(Value::as_str) == Some("summa"),
        });
        let rad = rad.ok_or_else(|| fel(&format!("tabell {tabell} har ingen rad för {region}")))?;
        return Ok(siffror(report, rad));
    }
    let nara = narmast(tabell, tabeller.iter().map(String::as_str));
    let (var, finns) = (dokument.unwrap_or("något dokument"), tabeller.join(", "));
    Err(fel(&format!("ingen tabell ”{tabell}” finns i {var}{nara} (de är {finns})")))
}

/// The names of all tables of a document.
fn tabellnamn(json: &Value, namn: &mut Vec<String>) {
    match json {
        Value::Object(falt) if falt.contains_key("rader") => {
            namn.extend(falt.get("id").and_then(Value::as_str).map(str::to_owned));
        }
        Value::Object(falt) => falt.values().for_each(|varde| tabellnamn(varde, namn)),
        Value::Array(delar) => delar.iter().for_each(|varde| tabellnamn(varde, namn)),
        _ => {}
    }
}

/// Every copy of every document.
fn exemplaren(report: &Report, ar: i32) -> Vec<Valt> {
    let alla = Urval::default().exemplar(report, ar);
    alla.unwrap_or_else(|okant| panic!("all documents are always there: {okant}"))
}

/// A table by its number or id, wherever it stands in a document.
fn hitta_tabell<'a>(json: &'a Value, sokt: &str) -> Option<&'a Value> {
    let heter = |varde: &Value| {
        let nummer = varde.get("nummer").and_then(Value::as_u64).map(|nummer| nummer.to_string());
        let id = varde.get("id").and_then(Value::as_str);
        varde.get("rader").is_some() && (nummer.as_deref() == Some(sokt) || id == Some(sokt))
    };
    if heter(json) {
        return Some(json);
    }
    match json {
        Value::Object(falt) => falt.values().find_map(|varde| hitta_tabell(varde, sokt)),
        Value::Array(delar) => delar.iter().find_map(|varde| hitta_tabell(varde, sokt)),
        _ => None,
    }
}

fn siffror(report: &Report, rad: &Value) -> Vec<FigureId> {
    let mut siffror: Vec<FigureId> = Vec::new();
    let celler = rad.get("celler").and_then(Value::as_array).into_iter().flatten();
    for namn in celler.filter_map(|cell| cell.get("id")).filter_map(Value::as_str) {
        let id =
            report.trace.find(namn).unwrap_or_else(|| panic!("{namn} is printed but not traced"));
        if !siffror.contains(&id) {
            siffror.push(id);
        }
    }
    siffror
}

/// A name no figure has, with the nearest ones.
fn okand(report: &Report, sokt: &str) -> Avslut {
    let mut nara: Vec<_> = report
        .trace
        .iter()
        .map(|(_, node)| (strsim::osa_distance(&node.name, sokt), node.name.as_str()))
        .collect();
    nara.sort_unstable();
    let nara: Vec<_> = nara.into_iter().take(3).map(|(_, namn)| format!("\n  {namn}")).collect();
    fel(&format!("det finns ingen siffra ”{sokt}”; närmast är{}", nara.concat()))
}

fn fel(text: &str) -> Avslut {
    Avslut::Anvandning(text.to_owned())
}
