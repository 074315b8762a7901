//! The workbook of the year after, filled in as its schema says that each field is inherited: from this
//! year's workbook, and from the figures this year came to. Knows no grant and no file.

mod siffra;

use std::collections::BTreeMap;

use super::bok::{Bladvarden, Bok, Innehall, Rad};
use super::schema::{Arv, Falt, Form, Fria};
use super::skriva::{Belagg, Fyllning};
use crate::figure::{Cellvarde, Status, Trace, Underlag};
use crate::region::PerRegion;

/// A year that has been computed, for the year after to be begun from.
#[derive(Clone, Copy, Debug)]
pub struct Forlaga<'a> {
    /// The workbook.
    pub bok: &'a Bok,
    /// The id of its grant.
    pub bidrag: &'a str,
    /// Every figure of the run, of every grant.
    pub trace: &'a Trace,
    /// Its texts and choices, by the same names.
    pub texter: &'a BTreeMap<String, Cellvarde<String>>,
    /// What to name as the source of a grant's figures, by the grant's id.
    pub kallor: &'a BTreeMap<&'static str, String>,
}

/// A row of a list that is inherited.
#[derive(Clone, Copy)]
enum Forebild<'r> {
    /// It stood on the same sheet.
    Samma(&'r Rad),
    /// It stood on the sheet that the key is inherited from.
    Annans(&'r Rad),
    /// It is the row of a new year.
    Nytt(i64),
}

impl Forlaga<'_> {
    /// What the year after inherits.
    ///
    /// # Panics
    /// If the schema lets a field inherit what it cannot hold: a bug.
    #[must_use]
    pub fn fyllning(&self) -> Fyllning {
        let mut fyll = Fyllning::ny();
        for blad in self.bok.mall.blad {
            match &blad.form {
                Form::Uppgifter(falt) => self.uppgifter(&mut fyll, blad.namn, falt),
                Form::Regioner { kolumner, fria, .. } => {
                    self.regioner(&mut fyll, blad.namn, kolumner);
                    if let Some(fria) = fria {
                        self.fria(&mut fyll, blad.namn, fria);
                    }
                }
                Form::Lista { kolumner, nycklar } => {
                    self.lista(&mut fyll, blad.namn, kolumner, nycklar);
                }
            }
        }
        fyll
    }

    fn uppgifter(&self, fyll: &mut Fyllning, blad: &str, falt: &'static [Falt]) {
        let rad = self.bok.uppgifter(blad);
        for falt in falt {
            let arvt = match falt.arv {
                Arv::Nytt => None,
                Arv::Bestar => rad.varde(falt.id).map(bestar),
                Arv::BestarUtanAr => rad.varde(falt.id).and_then(|varde| self.utan_ar(varde)),
                Arv::Aret => rad.varde(falt.id).map(|varde| nasta(falt, varde)),
                Arv::Forra { blad, id } => self.bok.uppgifter(blad).varde(id).map(med_kalla),
                Arv::Resultat { bidrag, siffra } => self.siffra(falt, bidrag, siffra, None),
            };
            if let Some((varde, belagg)) = arvt {
                fyll.uppgift(blad, falt.id, varde, belagg);
            }
        }
    }

    fn regioner(&self, fyll: &mut Fyllning, blad: &str, kolumner: &'static [Falt]) {
        for falt in kolumner {
            let arvt = match falt.arv {
                Arv::Nytt => None,
                Arv::Bestar => self.kolumn(blad, falt.id).map(|(varden, _)| (varden, obekraftad())),
                Arv::Aret | Arv::BestarUtanAr => panic!("{}: not for a column", falt.id),
                Arv::Forra { blad, id } => self.kolumn(blad, id),
                Arv::Resultat { bidrag, siffra } => self.regionsiffror(falt, bidrag, siffra),
            };
            if let Some((varden, belagg)) = arvt {
                fyll.kolumn(blad, falt.id, varden, belagg);
            }
        }
    }

    /// The values of a column of this workbook, if every region has one, with what they rest on.
    fn kolumn(&self, blad: &str, id: &str) -> Option<(PerRegion<Innehall>, Belagg)> {
        let rader = self.bok.regioner(blad);
        let varden = PerRegion::kanske(|region| rader.i(region).varde(id).cloned())?;
        let belagg = varden.varden().first().map(|varde| belagg(&varde.cell.underlag))?;
        Some((varden.map(|_, varde| varde.value.clone()), belagg))
    }

    /// Columns that the user named keep their headings, and their values where those remain.
    fn fria(&self, fyll: &mut Fyllning, blad: &str, schema: &Fria) {
        let Some(Bladvarden::Regioner { fria, .. }) = self.bok.blad.get(blad) else { return };
        for (rubrik, varden) in fria {
            let alla = PerRegion::kanske(|region| varden.i(region).clone());
            match (schema.falt.arv, alla) {
                (Arv::Bestar, Some(alla)) => {
                    let varden = alla.map(|_, varde| varde.value.clone());
                    fyll.fri(blad, rubrik, varden, obekraftad())
                }
                (Arv::Bestar | Arv::Nytt, _) => fyll.fri_tom(blad, rubrik),
                (arv, _) => panic!("{}: a column of the user's own is not {arv:?}", schema.falt.id),
            };
        }
        let Some(nya) = schema.nya else { return };
        for rad in self.bok.rader(nya.blad) {
            let tal = rad.iter().filter_map(|(id, varde)| match varde.value {
                Innehall::Heltal(tal) => Some((id, tal)),
                _ => None,
            });
            if let Some(rubrik) = (nya.rubrik)(self.bok.ar, &tal.collect()) {
                fyll.fri_tom(blad, &rubrik);
            }
        }
    }

    fn lista(&self, fyll: &mut Fyllning, blad: &str, kolumner: &'static [Falt], nycklar: &[&str]) {
        let Some(nyckel) = kolumner.first() else { return };
        let mut belaggen: BTreeMap<&str, Belagg> = BTreeMap::new();
        for forebild in self.forebilder(blad, nyckel, !nycklar.is_empty()) {
            let mut rad = Vec::new();
            for falt in kolumner {
                let Some((varde, belagg)) = self.i_raden(falt, nyckel, forebild) else { continue };
                rad.push((falt.id, varde));
                belaggen.insert(falt.id, belagg);
            }
            // A row the schema names stands there already.
            if nycklar.is_empty() || rad.len() > 1 {
                fyll.rad(blad, rad);
            }
        }
        // A list says of its key what it rests on only where there is no column beside it.
        for (id, belagg) in belaggen {
            if id != nyckel.id || kolumner.len() == 1 {
                fyll.belagg(blad, id, belagg);
            }
        }
    }

    /// The rows that a list inherits.
    fn forebilder(&self, blad: &str, nyckel: &Falt, namngivna: bool) -> Vec<Forebild<'_>> {
        match nyckel.arv {
            _ if namngivna => self.bok.rader(blad).iter().map(Forebild::Samma).collect(),
            Arv::Nytt => Vec::new(),
            Arv::Bestar => self.bok.rader(blad).iter().map(Forebild::Samma).collect(),
            Arv::Forra { blad, .. } => self.bok.rader(blad).iter().map(Forebild::Annans).collect(),
            Arv::Aret => {
                let aret = |rad: &Rad| rad.varde(nyckel.id).and_then(|varde| heltal(&varde.value));
                let rader = self.bok.rader(blad);
                let nya = rader.iter().filter_map(aret).map(|ar| ar + 1);
                let finns = |ar: i64| rader.iter().find(|rad| aret(rad) == Some(ar));
                nya.map(|ar| finns(ar).map_or(Forebild::Nytt(ar), Forebild::Samma)).collect()
            }
            arv => panic!("{}: rows are not {arv:?}", nyckel.id),
        }
    }

    /// What stands in a row's cell, and what its column rests on.
    fn i_raden(
        &self,
        falt: &Falt,
        nyckel: &Falt,
        forebild: Forebild<'_>,
    ) -> Option<(Innehall, Belagg)> {
        match (falt.arv, forebild) {
            (_, Forebild::Samma(rad)) if falt.id == nyckel.id => {
                Some((rad.varde(falt.id)?.value.clone(), obekraftad()))
            }
            (Arv::Aret, Forebild::Nytt(ar)) if falt.id == nyckel.id => {
                Some((Innehall::Heltal(ar), obekraftad()))
            }
            (Arv::Bestar, Forebild::Samma(rad)) => Some(bestar(rad.varde(falt.id)?)),
            (Arv::BestarUtanAr, Forebild::Samma(rad)) => self.utan_ar(rad.varde(falt.id)?),
            (Arv::Aret, Forebild::Samma(rad)) => Some(nasta(falt, rad.varde(falt.id)?)),
            (Arv::Forra { id, .. }, Forebild::Annans(rad)) => Some(med_kalla(rad.varde(id)?)),
            (Arv::Nytt, _) | (_, Forebild::Nytt(_)) => None,
            (arv, _) => panic!("{}: {arv:?} is not in these rows", falt.id),
        }
    }

    /// A text that holds the year after too, unless it names a year thereabouts.
    fn utan_ar(&self, varde: &Cellvarde<Innehall>) -> Option<(Innehall, Belagg)> {
        let namner = matches!(&varde.value, Innehall::Text(text) if namner(text, self.bok.ar));
        (!namner).then(|| bestar(varde))
    }
}

/// A value that holds the year after too.
fn bestar(varde: &Cellvarde<Innehall>) -> (Innehall, Belagg) {
    (varde.value.clone(), obekraftad())
}

/// Without a source, and said to be unconfirmed: the user is asked for one.
fn obekraftad() -> Belagg {
    Belagg::ny("", Status::EjBekraftad)
}

/// A year moved by one.
fn nasta(falt: &Falt, varde: &Cellvarde<Innehall>) -> (Innehall, Belagg) {
    let ar = heltal(&varde.value).unwrap_or_else(|| panic!("{} is no year", falt.id));
    (Innehall::Heltal(ar + 1), obekraftad())
}

fn heltal(varde: &Innehall) -> Option<i64> {
    match varde {
        Innehall::Heltal(tal) => Some(*tal),
        _ => None,
    }
}

/// A value with what it rests on.
fn med_kalla(varde: &Cellvarde<Innehall>) -> (Innehall, Belagg) {
    (varde.value.clone(), belagg(&varde.cell.underlag))
}

fn belagg(underlag: &Underlag) -> Belagg {
    Belagg {
        kalla: underlag.kalla.clone(),
        status: underlag.status,
        per_datum: underlag.per_datum,
        bekraftad_av: underlag.bekraftad_av.clone(),
    }
}

/// Whether a text names a year, or the one before or after: not as part of a longer number, nor of a
/// number in a series, as 2019:7 is.
fn namner(text: &str, ar: i32) -> bool {
    let mut kvar = text;
    while let Some(borjan) = kvar.find(|tecken: char| tecken.is_ascii_digit()) {
        let (_, siffror) = kvar.split_at(borjan);
        let slut = siffror.find(|tecken: char| !tecken.is_ascii_digit()).unwrap_or(siffror.len());
        let (siffror, rest) = siffror.split_at(slut);
        let namnt = siffror.parse().is_ok_and(|namnt: i32| (ar - 1..=ar + 1).contains(&namnt));
        let i_serie = rest
            .strip_prefix(':')
            .is_some_and(|efter| efter.starts_with(|tecken: char| tecken.is_ascii_digit()));
        if namnt && !i_serie {
            return true;
        }
        kvar = rest;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_named_by_itself_with_its_neighbours() {
        for (text, vantat) in [
            ("Statsbidraget 2024", true),
            ("2024–2025", true),
            ("S2024/00851", true),
            ("för 2023 dras av", true),
            ("senast i mars 2025", true),
            ("gäller från 2021", false),
            ("förordning (2024:7)", false),
            ("Sektorsbidrag 2024: belopp per region", true),
            ("120242", false),
            ("Hornsgatan 20", false),
        ] {
            assert_eq!(namner(text, 2024), vantat, "{text}");
        }
    }
}
