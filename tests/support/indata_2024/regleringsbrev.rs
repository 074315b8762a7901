//! The workbook of the regleringsbrev for 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::regleringsbrev::schema::{ARBETSBOK, blad};
use statsbidrag::workbook::{Belagg, Fyllning};

use super::{csv, kolumn, lista, uppgifter};

/// Everything that is filled in.
pub(crate) fn fyllning() -> Fyllning {
    fyllning_utan(&[])
}

/// Everything but some sheets, items and columns, for whoever fills those in himself.
pub(crate) fn fyllning_utan(utan: &[&str]) -> Fyllning {
    let mut fyll = Fyllning::ny();
    uppgifter(&mut fyll, &ARBETSBOK, "regleringsbrev-2024-uppgifter.csv", utan);
    for (sida, fil) in [(blad::JUSTERINGSVILLKOR, "villkor"), (blad::AVSTAMNING, "avstamning")] {
        if !utan.contains(&sida) {
            uppgifter(&mut fyll, &ARBETSBOK, &format!("regleringsbrev-2024-{fil}.csv"), utan);
        }
    }
    listor(&mut fyll, utan);
    if !utan.contains(&blad::JUSTERINGSBELOPP) {
        justeringsbelopp(&mut fyll);
    }
    mottagare(&mut fyll);
    fyll
}

/// What the decision says.
fn beslutet() -> Belagg {
    Belagg::ny("Regeringsbeslut II:1, S2024/00851", Status::Faststalld)
}

/// A sheet of rows, the fixture they stand in, and what each column rests on.
type Lista<'a> = (&'a str, &'a str, &'a [(&'a str, Belagg)]);

fn listor(fyll: &mut Fyllning, utan: &[&str]) {
    let exempel = Belagg::ny("Platshållare", Status::Exempel);
    let budget = Belagg::ny("Platshållare tills tilldelningen är inlagd", Status::Exempel);
    let avtal = Belagg::ny("Överenskommelserna 2023 och 2024", Status::Faststalld);
    let ordalag = Belagg::ny("Egna ordalag efter beslutet", Status::Harledd);
    let blad: [Lista<'_>; 7] = [
        (blad::ANSLAGSPOSTER, "anslagsposter", &[("namn", budget.clone()), ("belopp", budget)]),
        (blad::KOPIOR, "kopior", &[("mottagare", exempel.clone())]),
        (blad::UNDERTECKNARE, "undertecknare", &[("namn", exempel.clone()), ("roll", exempel)]),
        (
            blad::AVTAL,
            "avtal",
            &[
                ("regeringsbeslut", avtal.clone()),
                ("datum", avtal.clone()),
                ("diarienummer", avtal),
                ("residual", beslutet()),
            ],
        ),
        (blad::BILAGOR, "bilagor", &[("forsta_manad", beslutet()), ("sista_manad", beslutet())]),
        (
            blad::JUSTERINGAR,
            "justeringsrader",
            &[("bilaga", beslutet()), ("manad", beslutet()), ("skal", ordalag.clone())],
        ),
        (
            blad::MEDEL,
            "medel",
            &[
                ("mottagare", beslutet()),
                ("andamal", ordalag.clone()),
                ("rekvireras_senast", beslutet()),
                ("redovisas_senast", beslutet()),
                ("villkor", ordalag),
            ],
        ),
    ];
    for (sida, fil, belagg) in blad.into_iter().filter(|(sida, ..)| !utan.contains(sida)) {
        lista(fyll, &ARBETSBOK, sida, &format!("regleringsbrev-2024-{fil}.csv"), utan);
        for (id, belagg) in belagg {
            fyll.belagg(sida, id, belagg.clone());
        }
    }
}

fn justeringsbelopp(fyll: &mut Fyllning) {
    let rader = csv("regleringsbrev-2024-justeringar.csv");
    let exempel = Belagg::ny("Konstruerat belopp", Status::Exempel);
    let raknad = Belagg::ny("Räknad ur bilaga 4 till regleringsbrevet", Status::Harledd);
    for (id, kolumnen, belagg) in [
        ("aterbaring_prognos_statens_andel", "statens_andel_aterbaring_prognos_2023_kr", exempel),
        ("aterbaring_differens", "aterbaring_slutlig_minus_prognos_2023_kr_harledd", raknad),
    ] {
        kolumn(fyll, (&ARBETSBOK, blad::JUSTERINGSBELOPP), id, &rader, kolumnen, belagg);
    }
}

fn mottagare(fyll: &mut Fyllning) {
    let rader = csv("regioner.csv");
    let obekraftat = Belagg::ny("Allmänt register, inte kontrollerat", Status::EjBekraftad);
    let id = "organisationsnummer";
    kolumn(fyll, (&ARBETSBOK, blad::MOTTAGARE), id, &rader, "orgnr_ej_kontrollerat", obekraftat);
}
