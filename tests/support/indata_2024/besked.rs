//! The workbook of the overview of money per region 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::besked::schema::{ARBETSBOK, blad};
use statsbidrag::workbook::{Belagg, Fyllning};

use super::{csv, kolumn, lista, uppgifter};

/// Everything that is filled in.
pub(crate) fn fyllning() -> Fyllning {
    fyllning_utan(&[])
}

/// Everything but some sheets, items and columns.
pub(crate) fn fyllning_utan(utan: &[&str]) -> Fyllning {
    let mut fyll = Fyllning::ny();
    uppgifter(&mut fyll, &ARBETSBOK, "besked-2024-uppgifter.csv", utan);
    for (sida, fil) in [
        (blad::OVERENSKOMMELSER, "besked-2024-overenskommelser.csv"),
        (blad::OVRIGA, "besked-2024-ovriga.csv"),
        (blad::KONTAKTER, "besked-2024-kontakter.csv"),
    ] {
        lista(&mut fyll, &ARBETSBOK, sida, fil, utan);
    }
    let kalla = "Socialdepartementets besked om medel 2024";
    let besked = Belagg::ny(kalla, Status::Faststalld);
    let preliminart = Belagg::ny(kalla, Status::Preliminar);
    let platshallare = Belagg::ny("Platshållare", Status::Exempel);
    fyll.belagg(blad::OVERENSKOMMELSER, "overenskommelse", besked.clone());
    for id in ["grund", "noggrannhet", "preliminart"] {
        fyll.belagg(blad::OVRIGA, id, besked.clone());
    }
    fyll.belagg(blad::OVRIGA, "belopp", preliminart.clone());
    for id in ["namn", "roll", "telefon", "e_post"] {
        fyll.belagg(blad::KONTAKTER, id, platshallare.clone());
    }
    kolumn(
        &mut fyll,
        (&ARBETSBOK, blad::MEDEL),
        "meddelat",
        &csv("besked-2024.csv"),
        "besked_mnkr_preliminar_publicerat",
        preliminart,
    );
    fyll
}
