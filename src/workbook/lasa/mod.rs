//! Reads a whole workbook by its schema. Never stops at the first problem: every sheet is read, and
//! everything that is wrong is reported with its cell. Knows sheets and forms; the forms' own files
//! know rows and columns.

mod about;
mod blad;
mod lista;
mod regioner;
mod summor;
mod tabell;
mod underlag;
mod uppgifter;
mod utanfor;

use std::collections::BTreeMap;

use super::bok::{Bladvarden, Bok};
use super::celler::{Cellasare, Rutnat};
use super::package::Bladdel;
use super::schema::{Arbetsbok, Blad, Form};
use super::tecken::{citat, forbjudet, jamforbar, kodpunkt, narmast};
use super::vakt;
use crate::problem::{Code, Location, Problem, Problems};
pub(super) use about::Om;
use blad::Bladlasning;
pub(super) use uppgifter::{FORKLARING, VARDE};

/// The cover sheet, which the program writes and never reads.
pub(super) const FORSATTSBLAD: &str = "Läs mig";

/// Reads a workbook. `None` if the file is not one, or the year it is for cannot be read; otherwise
/// what could be read, and all that was wrong is among the problems.
pub fn las(
    mall: &'static Arbetsbok,
    fil: &str,
    bytes: &[u8],
    problems: &mut Problems,
) -> Option<Bok> {
    let laser = vakt::granska(fil, bytes).and_then(|paket| Cellasare::ny(fil, bytes, paket));
    let mut laser = match laser {
        Ok(laser) => laser,
        Err(problem) => {
            problems.add(*problem);
            return None;
        }
    };
    let delar = laser.blad().to_vec();
    let egna_blad = egna(mall, fil, &delar, problems);
    let mut rutnat = BTreeMap::new();
    for blad in mall.blad {
        let Some(del) = para_ihop(blad, &delar, mall, fil, problems) else { continue };
        match laser.las(&del.namn, &del.path) {
            Ok(rut) => {
                rutnat.insert(blad.namn, rut);
            }
            Err(problem) => problems.add(*problem),
        }
    }
    let ar = las_ar(mall, fil, &rutnat);
    let mut varden = BTreeMap::new();
    for blad in mall.blad {
        let Some(rut) = rutnat.get(blad.namn) else { continue };
        let plats = Location::sheet(fil, blad.namn);
        let mut bladlasning = Bladlasning { blad, plats, rut, ar, problems };
        if let Some(last) = las_blad(&mut bladlasning) {
            varden.insert(blad.namn, last);
        }
    }
    Some(Bok { ar: ar?, egna_blad, mall, blad: varden })
}

fn las_blad(bladlasning: &mut Bladlasning<'_>) -> Option<Bladvarden> {
    match &bladlasning.blad.form {
        Form::Uppgifter(falt) => uppgifter::las(bladlasning, falt).map(Bladvarden::Uppgifter),
        Form::Regioner { kolumner, fria, summarad } => {
            regioner::las(bladlasning, kolumner, fria.as_ref(), *summarad)
        }
        Form::Lista { kolumner, nycklar } => {
            lista::las(bladlasning, kolumner, nycklar).map(Bladvarden::Lista)
        }
    }
}

/// The year, read ahead of the rest: which dates are required hangs on it. What is wrong with it is
/// reported when its sheet is read in turn.
fn las_ar(
    mall: &'static Arbetsbok,
    fil: &str,
    rutnat: &BTreeMap<&'static str, Rutnat>,
) -> Option<i32> {
    let (namn, id) = mall.ar;
    let blad = mall.blad(namn);
    let Form::Uppgifter(falt) = &blad.form else { panic!("the year stands on a sheet of items") };
    let mut tyst = Problems::new();
    let mut bladlasning = Bladlasning {
        blad,
        plats: Location::sheet(fil, namn),
        rut: rutnat.get(namn)?,
        ar: None,
        problems: &mut tyst,
    };
    let ar = uppgifter::las(&mut bladlasning, falt)?.heltal(id)?;
    i32::try_from(ar.value).ok()
}

/// The part that holds a sheet, by the sheet's name.
fn para_ihop<'d>(
    blad: &'static Blad,
    delar: &'d [Bladdel],
    mall: &Arbetsbok,
    fil: &str,
    problems: &mut Problems,
) -> Option<&'d Bladdel> {
    let sokt = jamforbar(blad.namn);
    let Some(del) = delar.iter().find(|del| del.kalkyl && jamforbar(&del.namn) == sokt) else {
        if blad.kravs {
            let problem = Problem::new(
                Code::I01,
                Location::file(fil),
                format!("bladet {} saknas", citat(blad.namn)),
            );
            let okanda = delar.iter().map(|del| del.namn.as_str()).filter(|namn| !kant(mall, namn));
            problems.add(match narmast(blad.namn, okanda) {
                Some(nara) => {
                    problem.help(format!("menas bladet {}? Döp i så fall om det", citat(nara)))
                }
                None => problem
                    .help("lägg tillbaka bladet; en tom mall med alla blad kan skapas på nytt"),
            });
        }
        return None;
    };
    if del.dolt {
        let plats = Location::sheet(fil, blad.namn);
        problems.add(
            Problem::new(Code::I12, plats, "hela bladet är dolt")
                .help("högerklicka på bladflikarna, välj Ta fram och granska bladet"),
        );
    }
    Some(del)
}

fn kant(mall: &Arbetsbok, namn: &str) -> bool {
    let namn = jamforbar(namn);
    namn == jamforbar(FORSATTSBLAD) || mall.blad.iter().any(|blad| jamforbar(blad.namn) == namn)
}

/// The user's own sheets, each with a word that nothing on it counts.
fn egna(mall: &Arbetsbok, fil: &str, delar: &[Bladdel], problems: &mut Problems) -> Vec<String> {
    let mut egna = Vec::new();
    for del in delar.iter().filter(|del| !kant(mall, &del.namn)) {
        if let Some(tecken) = forbjudet(&del.namn) {
            let text = format!("bladnamnet {} innehåller {}", citat(&del.namn), kodpunkt(tecken));
            problems.add(Problem::new(Code::I13, Location::file(fil), text).help("döp om bladet"));
            continue;
        }
        let plats = Location::sheet(fil, &del.namn);
        problems.add(Problem::new(Code::I19, plats, "bladet hör inte till mallen och läses inte"));
        egna.push(del.namn.clone());
    }
    egna
}
