//! The new year filled in as a user would who had nothing but last year's papers: whatever is empty gets
//! what stood there last year, a year later, and what was unconfirmed is confirmed.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use statsbidrag::grants::GRANTS;

use crate::new_year::NYTT;
use crate::new_year::kalkyl::{Kalkyl, Ruta, Varde, rad_med};
use crate::programmet::{Mapp, filer};
use crate::uppsattning;

const REGLERINGSBREV: &str = "regleringsbrev.xlsx";
const BEREDSKAP: &str = "beredskap.xlsx";

/// Every workbook of 2025, by its file's name.
pub(crate) fn bocker() -> Vec<(&'static str, Vec<u8>)> {
    let fil = |grant: &&statsbidrag::grants::Grant| {
        let fil = grant.arbetsbok.fil;
        let fjol = std::fs::read(uppsattning::indata().join(fil)).expect("the file");
        let mut bok = ifylld(&NYTT.arbetsbocker[fil], &fjol);
        if fil == REGLERINGSBREV {
            avrakna_tillsammans(&mut bok);
        }
        if fil == BEREDSKAP {
            inte_tillfragade(&mut bok);
        }
        (fil, bok.bytes())
    };
    GRANTS.iter().map(fil).collect()
}

/// Last year, as if its agreement year before had settled profit and loss together: what the new year is
/// held to, adjustment by adjustment.
pub(crate) fn fjolaret() -> Mapp {
    let mut filer = filer(&uppsattning::indata());
    for (fil, blad, rubrik) in [
        ("lakemedel.xlsx", "Föregående år riket", "Förmånen och hepatit C avräknades"),
        (REGLERINGSBREV, "Avstämning", "Förmånen och hepatit C avräknas"),
    ] {
        let mut bok = Kalkyl::ny(&filer[fil]);
        let rad = rad_med(&bok.blad(blad), rubrik);
        bok.skriv(blad, (rad, 2), Some(&Varde::Text("tillsammans".into())));
        if fil == REGLERINGSBREV {
            avrakna_tillsammans(&mut bok);
        }
        filer.insert(fil.to_owned(), bok.bytes());
    }
    let mapp = Mapp::ny("2024", &[]);
    filer.into_iter().fold(mapp, |mapp, (namn, bytes)| mapp.med(&namn, &bytes))
}

/// The agreement of 2023 settled profit and loss part by part, that of 2024 together: the adjustments of
/// 2025 are one fewer, and `check` says so until they are.
fn avrakna_tillsammans(bok: &mut Kalkyl) {
    const BLAD: &str = "Justeringar";
    let celler = bok.blad(BLAD);
    let rad = |text: &str| rad_med(&celler, text);
    let tillsammans = Varde::Text("vinst/förlust, tillsammans".into());
    bok.skriv(BLAD, (rad("vinst/förlust, förmånen"), 1), Some(&tillsammans));
    let (bort, sista) = (rad("vinst/förlust, hepatit C"), rad("återbäring, slutlig"));
    assert_eq!(bort + 1, sista, "the row after takes its place");
    for kolumn in 1..=4 {
        bok.skriv(BLAD, (bort, kolumn), celler[&(sista, kolumn)].varde.as_ref());
        bok.skriv(BLAD, (sista, kolumn), None);
    }
}

/// The regions were asked no more about what they used than last year: the columns for it are taken away.
fn inte_tillfragade(bok: &mut Kalkyl) {
    const BLAD: &str = "Använda medel";
    let celler = bok.blad(BLAD);
    let nya = |ruta: &Ruta| matches!(&ruta.varde, Some(Varde::Text(text)) if text.ends_with("använt 2024"));
    let nya: BTreeSet<_> =
        celler.iter().filter(|(_, ruta)| nya(ruta)).map(|((_, kolumn), _)| *kolumn).collect();
    assert_eq!(nya.len(), 3, "one for each agreement whose money could be used in 2024");
    for plats in celler.keys().filter(|(_, kolumn)| nya.contains(kolumn)) {
        bok.skriv(BLAD, *plats, None);
    }
}

fn ifylld(nytt: &[u8], fjol: &[u8]) -> Kalkyl {
    let (mut nytt, fjol) = (Kalkyl::ny(nytt), Kalkyl::ny(fjol));
    let namnen: Vec<_> = fjol.namn().map(str::to_owned).collect();
    for namn in namnen.iter().filter(|namn| *namn != "Läs mig") {
        let nya = nytt.blad(namn);
        for (plats, ruta) in fjol.blad(namn) {
            let Some(varde) = &ruta.varde else { continue };
            let har = nya.get(&plats);
            if plats.1 == 1 {
                samma_rad(namn, har, varde);
            }
            if kvar_att_fylla_i(har, &ruta) {
                nytt.skriv(namn, plats, Some(&ett_ar_senare(varde, ruta.datum)));
            }
        }
    }
    nytt
}

/// The labels of rows stand where they stood, but for years.
fn samma_rad(blad: &str, har: Option<&Ruta>, fjol: &Varde) {
    let (Some(Varde::Text(har)), Varde::Text(fjol)) =
        (har.and_then(|ruta| ruta.varde.as_ref()), fjol)
    else {
        return;
    };
    let ar = fjol.contains(|tecken: char| tecken.is_ascii_digit());
    assert!(har == fjol || ar, "{blad}: {har} stands where {fjol} stood");
}

fn kvar_att_fylla_i(har: Option<&Ruta>, fjol: &Ruta) -> bool {
    match har.and_then(|ruta| ruta.varde.as_ref()) {
        None => true,
        // A spreadsheet program computes sums again when something is typed.
        Some(Varde::Tal(tal)) => fjol.formel && tal == "0",
        Some(Varde::Text(text)) => text == "ej bekräftad",
    }
}

fn ett_ar_senare(varde: &Varde, datum: bool) -> Varde {
    match varde {
        Varde::Text(text) => Varde::Text(text_ett_ar_senare(text)),
        Varde::Tal(dag) if datum => {
            let noll = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a date");
            let dag = noll + chrono::Days::new(dag.parse().expect("a whole day"));
            let senare = dag.checked_add_months(Months::new(12)).expect("a date");
            Varde::Tal((senare - noll).num_days().to_string())
        }
        Varde::Tal(tal) => Varde::Tal(tal.clone()),
    }
}

/// A text with every year moved by one: `2023/24` becomes `2024/25`.
pub(crate) fn text_ett_ar_senare(text: &str) -> String {
    let mut ut = String::new();
    let mut kvar = text;
    let mut efter_ar = false;
    while let Some(borjan) = kvar.find(|tecken: char| tecken.is_ascii_digit()) {
        let (fore, siffror) = kvar.split_at(borjan);
        let slut = siffror.find(|tecken: char| !tecken.is_ascii_digit()).unwrap_or(siffror.len());
        let (siffror, rest) = siffror.split_at(slut);
        let delat = efter_ar && fore == "/" && siffror.len() == 2;
        efter_ar = siffror.len() == 4 && matches!(siffror.parse(), Ok(2015..=2039_u32));
        ut.push_str(fore);
        match siffror.parse::<u32>() {
            Ok(ar) if efter_ar || delat => ut.push_str(&(ar + 1).to_string()),
            _ => ut.push_str(siffror),
        }
        kvar = rest;
    }
    ut + kvar
}

#[test]
fn years_move_and_other_numbers_stay() {
    for (text, vantat) in [
        ("S2023/03332", "S2024/03332"),
        ("prop. 2023/24:1", "prop. 2024/25:1"),
        ("24:00", "24:00"),
        ("år 2024–2025, 20 241 kr", "år 2025–2026, 20 241 kr"),
        ("118 82 Stockholm", "118 82 Stockholm"),
    ] {
        assert_eq!(text_ett_ar_senare(text), vantat);
    }
}
