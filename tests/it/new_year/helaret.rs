//! The whole set of 2025, of last year's data under new dates: every document is there, every date is the
//! new year's, and what does not rest on last year has come out the same.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value as Json;
use statsbidrag::figure::{CellRef, FigureId, Node, Trace};
use statsbidrag::grants::GRANTS;
use statsbidrag::pipeline::Berakning;
use statsbidrag::quantity::Value;
use statsbidrag::workbook::schema::{Arv, Falt, Form};

use crate::new_year::ifyllt::{self, text_ett_ar_senare};
use crate::programmet::{Mapp, filer};
use crate::uppsattning::{self, Uppsattning};

/// The grant whose figures are about years that have been, whatever year they are told in.
const HISTORIA: &str = "beredskap.";

/// What the filled-in year comes to.
pub(crate) fn berakna() -> Berakning {
    uppsattning::berakna_i(&Mapp::ny("2025", &ifyllt::bocker()).indata())
}

static FJOL: LazyLock<Uppsattning> = LazyLock::new(|| uppsattning::av(fjolaret()));
/// What the year before comes to, settled as the new one is.
fn fjolaret() -> Berakning {
    uppsattning::berakna_i(&ifyllt::fjolaret().indata())
}

static ARET: LazyLock<Uppsattning> = LazyLock::new(|| uppsattning::av(berakna()));

#[test]
fn filled_with_last_years_data_it_gives_a_whole_set() {
    let mapp = Mapp::ny("2025", &ifyllt::bocker());
    let svar = mapp.generate();
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    for (namn, bytes) in filer(&mapp.resultat()) {
        assert!(ARET.filer[&namn] == bytes, "{namn} is another");
    }
    let namn = |uppsattning: &Uppsattning| uppsattning.filer.keys().cloned().collect::<Vec<_>>();
    assert_eq!(namn(&ARET), namn(&FJOL));
    assert_eq!(berakna().varningar.to_string(), fjolaret().varningar.to_string());
    for (namn, pdf) in ARET.pdf() {
        let text = pdf_extract::extract_text_from_mem(pdf).expect("text");
        assert!(text.contains("2025") && text.contains(&ARET.korning), "{namn}: {text}");
    }
}

/// The field a cell was read by.
fn falt(cell: &CellRef) -> Option<&'static Falt> {
    let mall = GRANTS.iter().map(|grant| grant.arbetsbok);
    let mall = mall.into_iter().find(|mall| mall.fil == cell.location.file)?;
    let blad = mall.blad.iter().find(|blad| Some(blad.namn) == cell.location.sheet.as_deref())?;
    let uppgift = &cell.underlag.uppgift;
    let egen = match &blad.form {
        Form::Regioner { fria: Some(fria), .. } => Some(&fria.falt),
        _ => None,
    };
    let given = |falt: &&Falt| [falt.rubrik, &falt.rubrik_med_enhet()].contains(&uppgift.as_str());
    blad.falt().iter().find(given).or(egen)
}

/// Whether a figure rests on something that last year came to, or had.
fn vilar_pa_fjolaret(trace: &Trace, id: FigureId) -> bool {
    trace.leaves([id]).into_iter().any(|lov| {
        let Some(cell) = trace.node(lov).cell() else { return false };
        let falt = falt(cell).unwrap_or_else(|| panic!("{cell:?} has no field"));
        matches!(falt.arv, Arv::Forra { .. } | Arv::Resultat { .. } | Arv::Aret)
    })
}

#[test]
fn figures_that_do_not_rest_on_last_year_are_the_same() {
    let (fjol, aret) = (fjolaret(), berakna());
    let (fore, efter) = (&fjol.report.trace, &aret.report.trace);
    let (mut lika, mut andra) = (0, 0);
    for (id, node) in fore.iter() {
        // What is left of an agreement's money hangs on the year it is asked in.
        let raknad_historia = node.name.starts_with(HISTORIA) && node.rule().is_some();
        if vilar_pa_fjolaret(fore, id) || raknad_historia {
            andra += 1;
            continue;
        }
        // The money of an agreement is that of its year, whenever it is followed up.
        let namn = match node.name.strip_prefix(HISTORIA) {
            Some(rest) => format!("{HISTORIA}{}", rest.replacen("2024", "2025", 1)),
            None => text_ett_ar_senare(&node.name),
        };
        let ny = efter.find(&namn).unwrap_or_else(|| panic!("there is no {namn}"));
        samma(node, efter.node(ny));
        lika += 1;
    }
    assert!(lika > 800 && andra > 100, "{lika} and {andra}");
}

/// Last year's kronor per inhabitant stand in cells, which cannot hold all of them: what that leaves over
/// is no change, in no sentence and no table.
#[test]
fn a_year_like_the_last_is_told_to_be_that() {
    let cirkular: Json = serde_json::from_slice(&ARET.filer["cirkular.json"]).expect("JSON");
    let antal = |mangd: &str| cirkular["behovsmodell"][mangd]["antal"].clone();
    for mangd in ["starkare", "svagare", "minskar"] {
        assert_eq!(antal(mangd), 0, "{mangd}");
    }
    for tabell in ["forandring", "forandring_solidariskt"] {
        let tabell = serde_json::to_string(&cirkular[tabell]).expect("JSON");
        let tryckta = tabell.matches("\"text\":").count();
        assert!(tryckta > 100 && !tabell.contains("\"text\":\"\u{2212}0"), "{tryckta}");
    }
    let pdf = pdf_extract::extract_text_from_mem(&ARET.filer["cirkular.pdf"]).expect("text");
    assert!(pdf.contains("Genomsnittet är oförändrat"), "{pdf}");
}

/// The first Monday to Friday of each month of 2025 that is no public holiday, as a calendar on a wall
/// has them.
const BANKDAGAR: [&str; 12] = [
    "2025-01-02",
    "2025-02-03",
    "2025-03-03",
    "2025-04-01",
    "2025-05-02",
    "2025-06-02",
    "2025-07-01",
    "2025-08-01",
    "2025-09-01",
    "2025-10-01",
    "2025-11-03",
    "2025-12-01",
];

#[test]
fn money_is_paid_on_the_first_banking_days_of_the_new_year() {
    let aret = berakna();
    let dagar = aret.report.trace.iter().filter(|(_, node)| node.name.contains(".betalningsdag_"));
    let dagar = dagar.map(|(_, node)| match &node.value {
        Value::Datum(dag) => dag.to_string(),
        other => panic!("{other:?} is no date"),
    });
    // An agreement year goes on into the year after.
    let dagar: BTreeSet<_> = dagar.filter(|dag| dag.starts_with("2025-")).collect();
    assert_eq!(dagar, BANKDAGAR.map(str::to_owned).into());
}

fn samma(fore: &Node, efter: &Node) {
    match (&fore.value, &efter.value) {
        (Value::Datum(fore_dag), Value::Datum(dag)) if !efter.name.starts_with(HISTORIA) => {
            assert_eq!(text_ett_ar_senare(&fore_dag.to_string()), dag.to_string());
        }
        (fore, vantat) => assert_eq!(fore, vantat, "{}", efter.name),
    }
    assert_eq!(fore.status, efter.status, "{}", efter.name);
}

/// The years a text names, one by one; a number in a series, as 2019:7, is no year.
fn aren(text: &str) -> Vec<u32> {
    let delar = text.split_inclusive(|tecken: char| !tecken.is_ascii_digit());
    let delar = delar.filter(|del| !del.ends_with(':'));
    let siffror = delar.map(|del| del.trim_end_matches(|tecken: char| !tecken.is_ascii_digit()));
    let siffror = siffror.filter(|siffror| siffror.len() == 4);
    siffror
        .filter_map(|siffror| siffror.parse().ok())
        .filter(|ar| (2015..2040).contains(ar))
        .collect()
}

/// Fields that are not looked at: where a figure is taken from is last year's to say, or the rule's; a
/// fraction is told only where decimals do not say all of it; checksums name no years.
/// Last year's agreement is the real one, with its own date.
const UNDANTAG: [&str; 5] = ["kalla", "exakt", "sha256", "korning", "avtal"];

/// Goes through two documents at once and collects where a text of the later one does not name the
/// years of the earlier one moved by one.
fn jamfor(plats: &str, fore: &Json, efter: &Json, funna: &mut BTreeSet<String>) {
    match (fore, efter) {
        (Json::Object(fore), Json::Object(efter)) => {
            let jamforda = fore.iter().filter(|(namn, _)| !UNDANTAG.contains(&namn.as_str()));
            for (namn, varde) in jamforda {
                match efter.get(namn) {
                    Some(ny) => jamfor(&format!("{plats}/{namn}"), varde, ny, funna),
                    None => {
                        funna.insert(format!("{plats}/{namn} is gone"));
                    }
                }
            }
        }
        (Json::Array(fore), Json::Array(efter)) => {
            for (nummer, (varde, ny)) in fore.iter().zip(efter).enumerate() {
                jamfor(&format!("{plats}/{nummer}"), varde, ny, funna);
            }
        }
        (Json::String(fore), Json::String(efter)) => {
            let vantade: Vec<_> = aren(fore).into_iter().map(|ar| ar + 1).collect();
            if aren(efter) != vantade {
                funna.insert(format!("{plats}: {fore} became {efter}"));
            }
        }
        _ => {}
    }
}

fn andelse(namn: &str) -> &str {
    namn.rsplit_once('.').map_or("", |(_, andelse)| andelse)
}

/// A document without what it says of years that have been; all of the trace is held by figures.
fn utan_historia(namn: &str, mut dokument: Json) -> Json {
    if namn.starts_with(HISTORIA) {
        let huvud = &dokument["huvud"];
        return serde_json::json!({ "huvud": [&huvud["titel"], &huvud["datum"]] });
    }
    // What a letter says of the preparedness is the same history, cut out of the letter.
    if let Some(brev) = dokument.as_object_mut().filter(|_| namn.starts_with("regionbesked-")) {
        brev.remove("beredskap");
        if let Some(underlag) = brev["huvud"]["underlag"].as_array_mut() {
            underlag.retain(|rad| rad["fil"] != "beredskap.xlsx");
        }
    }
    if let Some(likheter) = dokument.get_mut("likheter").and_then(Json::as_array_mut) {
        likheter.retain(|en| !en["vanster"].as_str().is_some_and(|id| id.starts_with(HISTORIA)));
    }
    dokument
}

#[test]
fn no_year_is_left_behind() {
    let mut funna = BTreeSet::new();
    let las = |uppsattning: &Uppsattning, namn: &str| {
        serde_json::from_slice::<Json>(&uppsattning.filer[namn]).expect("JSON")
    };
    let json = |namn: &&String| andelse(namn) == "json" && *namn != "trace.json";
    for namn in FJOL.filer.keys().filter(json) {
        let [fore, efter] = [&FJOL, &ARET].map(|ar| utan_historia(namn, las(ar, namn)));
        jamfor(namn, &fore, &efter, &mut funna);
    }
    assert_eq!(funna, BTreeSet::new());
}
