//! The workbook of försörjningsberedskap 2024. Knows the fixtures, not how a sheet is laid out.

use statsbidrag::figure::Status;
use statsbidrag::grants::beredskap::schema::{ARBETSBOK, anvandningsrubrik, blad};
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::{Belagg, Fyllning, Innehall};

use super::{csv, heltal, kolumn, lista, regionens, uppgifter};

/// The care types that were asked about, and their columns in the fixture.
pub(crate) const VARDTYPER: [(&str, &str); 3] = [
    ("Intensivvård", "veckor_intensivvard_exempel"),
    ("Prehospital vård", "veckor_prehospital_exempel"),
    ("Akut tandvård", "veckor_akut_tandvard_exempel"),
];

/// Everything that is filled in.
pub(crate) fn fyllning() -> Fyllning {
    fyllning_utan(&[])
}

/// Everything but some sheets, items and columns, for whoever fills those in himself.
pub(crate) fn fyllning_utan(utan: &[&str]) -> Fyllning {
    let mut fyll = Fyllning::ny();
    uppgifter(&mut fyll, &ARBETSBOK, "beredskap-2024-uppgifter.csv", utan);
    for (sida, fil) in [
        (blad::MOTTAGARE, "beredskap-2024-mottagare.csv"),
        (blad::PERSONER, "beredskap-2024-personer.csv"),
        (blad::OVERENSKOMMELSER, "beredskap-2024-overenskommelser.csv"),
        (blad::MAL, "beredskap-2024-mal.csv"),
        (blad::LISTOR, "beredskap-2024-listor.csv"),
        (blad::LAGER, "beredskap-2024-lager.csv"),
        (blad::RAPPORTER, "beredskap-2024-rapporter.csv"),
    ] {
        lista(&mut fyll, &ARBETSBOK, sida, fil, utan);
    }
    belagg(&mut fyll);
    let rader = csv("forsorjningsberedskap-2023.csv");
    let scb = Belagg::ny("SCB, folkmängd 31 december 2021", Status::Faststalld);
    let sida = (&ARBETSBOK, blad::BEFOLKNING);
    kolumn(&mut fyll, sida, "befolkning", &rader, "folkmangd_2021_12_31", scb);
    if !utan.contains(&blad::ANVANDNING) {
        for ar in [2022, 2023] {
            anvant(&mut fyll, ar);
        }
    }
    if !utan.contains(&blad::VECKOR) {
        for (vardtyp, kolumnen) in VARDTYPER {
            veckor(&mut fyll, vardtyp, kolumnen);
        }
    }
    fyll
}

/// What the columns of the lists rest on.
fn belagg(fyll: &mut Fyllning) {
    let avtal = || Belagg::ny("Överenskommelserna 2022–2024", Status::Faststalld);
    let andrade = || Belagg::ny("Överenskommelserna, ändrade 2024", Status::Faststalld);
    let platshallare = || Belagg::ny("Platshållare", Status::Exempel);
    let egen = || Belagg::ny("Egen beskrivning av nivån", Status::Harledd);
    for (sida, id, belagg) in [
        (blad::MOTTAGARE, "mottagare", avtal()),
        (blad::PERSONER, "namn", platshallare()),
        (blad::PERSONER, "roll", platshallare()),
        (blad::PERSONER, "telefon", platshallare()),
        (blad::PERSONER, "e_post", platshallare()),
        (blad::OVERENSKOMMELSER, "till_regionerna", avtal()),
        (blad::OVERENSKOMMELSER, "till_skr", avtal()),
        (blad::OVERENSKOMMELSER, "fran", avtal()),
        (blad::OVERENSKOMMELSER, "till", andrade()),
        (blad::OVERENSKOMMELSER, "aterbetalas", andrade()),
        (blad::OVERENSKOMMELSER, "diarienummer", avtal()),
        (blad::MAL, "avtalsar", avtal()),
        (blad::MAL, "veckor", avtal()),
        (blad::MAL, "ursprungligen", avtal()),
        (blad::MAL, "senast", avtal()),
        (blad::MAL, "utvarderat", avtal()),
        (blad::LISTOR, "avtalsar", avtal()),
        (blad::LISTOR, "antal", avtal()),
        (blad::LISTOR, "tidigare_antal", Belagg::ny("SOU 2021:19", Status::Faststalld)),
        (blad::LISTOR, "tidigare_version", Belagg::ny("SOU 2021:19", Status::Faststalld)),
        (blad::LISTOR, "datum", Belagg::ny("S2022/04550", Status::Faststalld)),
        (blad::LISTOR, "diarienummer", Belagg::ny("S2022/04550", Status::Faststalld)),
        (blad::LISTOR, "ingar_i", avtal()),
        (blad::LAGER, "namn", Belagg::ny("SOU 2021:19", Status::Faststalld)),
        (blad::LAGER, "innehall", egen()),
        (blad::RAPPORTER, "senast", avtal()),
    ] {
        fyll.belagg(sida, id, belagg);
    }
}

/// What the regions used of the money of 2022 in a year.
fn anvant(fyll: &mut Fyllning, ar: i32) {
    let rader = csv("forsorjningsberedskap-2023.csv");
    let kolumnen = format!("forbrukat_{ar}_kr_exempel");
    let varden = PerRegion::fran(|region| heltal(&regionens(&rader, region)[&kolumnen]));
    fyll.fri(blad::ANVANDNING, &anvandningsrubrik(2022, ar), varden, exempel());
}

/// The answers for a care type: whole numbers, and for some regions what they wrote.
pub(crate) fn veckor(fyll: &mut Fyllning, vardtyp: &str, kolumnen: &str) {
    let rader = csv("forsorjningsberedskap-2023.csv");
    let skrivna = csv("beredskap-2023-svar.csv");
    let varden = PerRegion::fran(|region| {
        let skrivet = skrivna
            .iter()
            .find(|rad| rad["lanskod"] == region.lanskod() && rad["kolumn"] == kolumnen);
        match skrivet {
            Some(rad) => Innehall::Text(rad["svar"].clone()),
            None => heltal(&regionens(&rader, region)[kolumnen]),
        }
    });
    fyll.fri(blad::VECKOR, vardtyp, varden, exempel());
}

fn exempel() -> Belagg {
    Belagg::ny("Konstruerade svar som ger de publicerade summorna", Status::Exempel)
}
