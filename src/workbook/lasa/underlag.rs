//! What a column or a row rests on: its source, as-of date, status and who confirmed it. Knows the
//! cells about a value, not the value.

use std::sync::Arc;

use chrono::NaiveDate;

use super::about::{Om, enhetsfel};
use super::blad::Bladlasning;
use crate::figure::{Status, Underlag};
use crate::problem::{Cell, Code};
use crate::workbook::schema::{Falt, PerDatum};
use crate::workbook::tecken::{citat, jamforbar, narmast};
use crate::workbook::tolka::{Fynd, alltid_fel, datum_ur, text_ur, visa};

/// The longest source.
const KALLA: usize = 400;
/// The longest role that confirmed something.
const ROLL: usize = 100;

/// The cells about a column or a row. One that has no place on the sheet is reported as such once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Underlagsceller {
    kalla: Option<Cell>,
    per_datum: Option<Cell>,
    status: Option<Cell>,
    bekraftad_av: Option<Cell>,
    enhet: Option<Cell>,
}

impl Underlagsceller {
    pub(super) fn ny(cell: impl Fn(Om) -> Option<Cell>) -> Self {
        Self {
            kalla: cell(Om::Kalla),
            per_datum: cell(Om::PerDatum),
            status: cell(Om::Status),
            bekraftad_av: cell(Om::BekraftadAv),
            enhet: cell(Om::Enhet),
        }
    }
}

/// What a value rests on. Where there is a value, source, status and a required date must be there.
pub(super) fn las(
    blad: &mut Bladlasning<'_>,
    celler: Underlagsceller,
    falt: &Falt,
    uppgift: &str,
    har_varde: bool,
) -> Arc<Underlag> {
    if let Some(cell) = celler.enhet {
        enhet(blad, cell, falt);
    }
    let kalla = celler.kalla.and_then(|cell| kalla(blad, cell, uppgift, har_varde));
    let status = celler.status.and_then(|cell| status(blad, cell, uppgift, har_varde));
    let per_datum =
        celler.per_datum.and_then(|cell| per_datum(blad, cell, falt, uppgift, har_varde));
    let bekraftad_av = celler.bekraftad_av.and_then(|cell| text(blad, cell, ROLL));
    Arc::new(Underlag {
        uppgift: uppgift.to_owned(),
        kalla: kalla.unwrap_or_default(),
        per_datum,
        status: status.unwrap_or(Status::EjBekraftad),
        bekraftad_av,
    })
}

fn enhet(blad: &mut Bladlasning<'_>, cell: Cell, falt: &Falt) {
    let Some(innehall) = blad.cell(cell) else { return };
    let text = blad.rut.text(cell).unwrap_or_default();
    if jamforbar(&text) != jamforbar(falt.enhet()) {
        let text = format!("enheten för {} är {}", citat(falt.rubrik), visa(innehall));
        blad.anmal(cell, enhetsfel(text, falt));
    }
}

fn text(blad: &mut Bladlasning<'_>, cell: Cell, hogst: usize) -> Option<String> {
    match text_ur(blad.cell(cell)?, hogst) {
        Ok(text) => Some(text),
        Err(fynd) => {
            blad.anmal(cell, fynd);
            None
        }
    }
}

fn kalla(blad: &mut Bladlasning<'_>, cell: Cell, uppgift: &str, har_varde: bool) -> Option<String> {
    if blad.cell(cell).is_none() && har_varde {
        blad.anmal(
            cell,
            Fynd::ny(Code::I16, format!("källa saknas för {}", citat(uppgift))).hjalp(
                "skriv det dokument, diarienummer eller den tabell som uppgiften är hämtad ur",
            ),
        );
    }
    text(blad, cell, KALLA)
}

fn status(
    blad: &mut Bladlasning<'_>,
    cell: Cell,
    uppgift: &str,
    har_varde: bool,
) -> Option<Status> {
    let namn = Status::ALLA.map(Status::namn);
    let vantat = "fastställd, härledd, preliminär, exempel eller ej bekräftad";
    let Some(innehall) = blad.cell(cell) else {
        if har_varde {
            let fynd =
                Fynd::ny(Code::I16, format!("status saknas för {}", citat(uppgift))).vantat(vantat);
            blad.anmal(cell, fynd.hjalp("välj i listan i cellen"));
        }
        return None;
    };
    if let Err(fynd) = alltid_fel(innehall) {
        blad.anmal(cell, fynd);
        return None;
    }
    let text = blad.rut.text(cell).unwrap_or_default();
    let status = Status::hitta(&text);
    if status.is_none() {
        let fynd =
            Fynd::ny(Code::I16, format!("{} är inte någon status", visa(innehall))).vantat(vantat);
        blad.anmal(
            cell,
            match narmast(&text, namn) {
                Some(nara) => fynd.hjalp(format!("menas {nara}?")),
                None => fynd.hjalp("välj i listan i cellen"),
            },
        );
    }
    status
}

fn per_datum(
    blad: &mut Bladlasning<'_>,
    cell: Cell,
    falt: &Falt,
    uppgift: &str,
    har_varde: bool,
) -> Option<NaiveDate> {
    let kravt = match (falt.per_datum, blad.ar) {
        (PerDatum::Kravs(datum), Some(ar)) => Some(datum(ar)),
        _ => None,
    };
    let Some(innehall) = blad.cell(cell) else {
        if let Some(kravt) = kravt.filter(|_| har_varde) {
            let fynd = Fynd::ny(Code::I06, format!("datum saknas för {}", citat(uppgift)));
            blad.anmal(
                cell,
                fynd.vantat(kravt.to_string()).hjalp("skriv det datum som uppgiften gäller"),
            );
        }
        return None;
    };
    match datum_ur(innehall) {
        Ok(datum) => {
            if let Some(kravt) = kravt.filter(|kravt| *kravt != datum) {
                blad.anmal(
                    cell,
                    Fynd::ny(Code::I15, format!("{} gäller {datum}", citat(uppgift)))
                        .vantat(kravt.to_string())
                        .hjalp("hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"),
                );
            }
            Some(datum)
        }
        Err(fynd) => {
            blad.anmal(cell, fynd);
            None
        }
    }
}

/// Reports rows or columns about the values that are not on the sheet at all.
pub(super) fn anmal_saknade(
    blad: &mut Bladlasning<'_>,
    rubrikrad: u32,
    falt: &[&Falt],
    har: impl Fn(Om) -> bool,
    vad: &str,
) {
    let datum = falt.iter().any(|falt| matches!(falt.per_datum, PerDatum::Kravs(_)));
    for (om, kravs) in [(Om::Kalla, true), (Om::Status, true), (Om::PerDatum, datum)] {
        if kravs && !har(om) {
            let fynd = Fynd::ny(Code::I02, format!("{vad} {} saknas", citat(om.etikett())));
            blad.anmal(
                Cell { row: rubrikrad, column: 1 },
                fynd.hjalp("lägg tillbaka den; så ser mallen ut"),
            );
        }
    }
}
