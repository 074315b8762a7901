//! The decision's workbook with hostile text in every cell that takes text, but the payees' numbers and
//! the regions' names.

use statsbidrag::grants::regleringsbrev::schema::{ARBETSBOK, blad};
use statsbidrag::workbook::schema::{Falt, Form, Slag};
use statsbidrag::workbook::{Fyllning, Innehall, scaffold};

use crate::indata_2024::{AR, csv, innehall, regleringsbrev};
use crate::run::fientlig::Fientlig;
use crate::run::text;

/// The workbook's name.
pub(crate) const FIL: &str = ARBETSBOK.fil;

/// The sheets of rows, and the fixtures they stand in.
const LISTOR: [(&str, &str); 6] = [
    (blad::KOPIOR, "kopior"),
    (blad::UNDERTECKNARE, "undertecknare"),
    (blad::AVTAL, "avtal"),
    (blad::ANSLAGSPOSTER, "anslagsposter"),
    (blad::JUSTERINGAR, "justeringsrader"),
    (blad::MEDEL, "medel"),
];

/// The workbook; `avtalet` is what läkemedelsförmånerna's calls the agreement.
pub(crate) fn bok(ny: &mut Fientlig, tryckta: &mut Vec<String>, avtalet: &[String; 2]) -> Vec<u8> {
    let mut fyll = regleringsbrev::fyllning_utan(&LISTOR.map(|(sida, _)| sida));
    for sida in ARBETSBOK.blad {
        let Form::Uppgifter(falt) = sida.form else { continue };
        for falt in falt.iter().filter(|falt| matches!(falt.slag, Slag::Text { .. })) {
            let varde = ny.nasta();
            fyll.uppgift(sida.namn, falt.id, text(&varde), ny.belagg());
            tryckta.push(varde);
        }
    }
    let dag = Innehall::Datum("2023-12-21".parse().expect("a date"));
    fyll.uppgift(blad::DOKUMENT, "andrar_datum", dag, ny.belagg());
    for (sida, fil) in LISTOR {
        lista(&mut fyll, ny, tryckta, (sida, fil, avtalet));
    }
    scaffold(&ARBETSBOK, AR, &fyll).expect("a workbook")
}

fn lista(
    fyll: &mut Fyllning,
    ny: &mut Fientlig,
    tryckta: &mut Vec<String>,
    (sida, fil, avtalet): (&str, &str, &[String; 2]),
) {
    let falten = ARBETSBOK.blad(sida).falt();
    for rad in csv(&format!("regleringsbrev-{AR}-{fil}.csv")) {
        let arets = rad.get("avtalsar").is_some_and(|ar| *ar == AR.to_string());
        let mut hostil = |falt: &Falt| match falt.id {
            "regeringsbeslut" if arets => text(&avtalet[0]),
            "diarienummer" if arets => text(&avtalet[1]),
            // Which deduction it is, is a key.
            id if id != "avdrag" && matches!(falt.slag, Slag::Text { .. }) => {
                tryckta.push(ny.nasta());
                text(&tryckta[tryckta.len() - 1])
            }
            id => innehall(falt, &rad[id]),
        };
        let varden: Vec<_> = falten.iter().map(|falt| (falt.id, hostil(falt))).collect();
        fyll.rad(sida, varden);
    }
    // What a key rests on is what the next column does, if there is one.
    let egna = if falten.len() > 1 { &falten[1..] } else { falten };
    for falt in egna {
        fyll.belagg(sida, falt.id, ny.belagg());
    }
}
