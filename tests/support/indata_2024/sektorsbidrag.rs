//! The workbook of sektorsbidraget 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::sektorsbidrag::schema::{ARBETSBOK, blad};
use statsbidrag::workbook::{Belagg, Fyllning};

use super::{csv, kolumn, lista, uppgifter};

/// Everything that is filled in.
pub(crate) fn fyllning() -> Fyllning {
    fyllning_utan(&[])
}

/// Everything but some sheets, items and columns.
pub(crate) fn fyllning_utan(utan: &[&str]) -> Fyllning {
    let mut fyll = Fyllning::ny();
    uppgifter(&mut fyll, &ARBETSBOK, "sektorsbidrag-2024-uppgifter.csv", utan);
    lista(&mut fyll, &ARBETSBOK, blad::UNDERTECKNARE, "sektorsbidrag-2024-undertecknare.csv", utan);
    lista(&mut fyll, &ARBETSBOK, blad::KOPIOR, "sektorsbidrag-2024-kopior.csv", utan);
    let platshallare = Belagg::ny("Platshållare", Status::Exempel);
    fyll.belagg(blad::UNDERTECKNARE, "namn", platshallare.clone());
    fyll.belagg(blad::UNDERTECKNARE, "roll", platshallare.clone());
    fyll.belagg(blad::KOPIOR, "kopia", platshallare);
    let rader = csv("sektorsbidrag-2024.csv");
    kolumn(
        &mut fyll,
        (&ARBETSBOK, blad::BEFOLKNING),
        "befolkning",
        &rader,
        "folkmangd_2023_11_01",
        Belagg::ny("SCB, folkmängd den 1 november 2023; beslutets tabell", Status::Faststalld),
    );
    kolumn(
        &mut fyll,
        (&ARBETSBOK, blad::STANDARDKOSTNAD),
        "standardkostnad_per_inv",
        &rader,
        "standardkostnad_2024_kr_per_inv_harledd",
        Belagg::ny("Räknad ur de publicerade beloppen och befolkningen", Status::Harledd),
    );
    fyll
}
