//! The workbook of 2024 from the CSV fixtures in `tests/data`: used by the example that writes it and
//! by the tests that change it. Knows the fixtures, not how a sheet is laid out.

use std::collections::BTreeMap;
use std::path::Path;

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::grupper::GRUPPER;
use statsbidrag::grants::lakemedel::schema::{ARBETSBOK, blad};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::{Falt, Form, Slag};
use statsbidrag::workbook::{Belagg, Fyllning, Innehall, scaffold};

/// The diseases, as the headings have them.
pub(crate) const SJUKDOMAR: [&str; 3] = ["Gauchers sjukdom", "blödarsjuka", "HIV"];

/// The year of the fixtures.
pub(crate) const AR: i32 = 2024;

type Rader = Vec<BTreeMap<String, String>>;

/// The workbook's bytes.
pub(crate) fn bytes() -> Vec<u8> {
    scaffold(&ARBETSBOK, AR, &fyllning()).expect("the fixtures fit the schema")
}

/// Everything that is filled in.
pub(crate) fn fyllning() -> Fyllning {
    fyllning_utan(&[])
}

/// Everything but some sheets, for whoever fills those in himself.
pub(crate) fn fyllning_utan(blad: &[&str]) -> Fyllning {
    let mut fyll = Fyllning::ny();
    uppgifter(&mut fyll);
    listor(&mut fyll, blad);
    befolkning(&mut fyll);
    behov(&mut fyll, blad);
    if !blad.contains(&blad::SOLIDARISKA) {
        solidariska(&mut fyll, SJUKDOMAR);
    }
    foregaende(&mut fyll);
    aterbaring(&mut fyll);
    fyll
}

fn uppgifter(fyll: &mut Fyllning) {
    let rader = csv("lakemedel-2024-uppgifter.csv");
    for rad in &rader {
        let (sida, falt) = falt(&rad["id"]);
        let mut belagg = Belagg::ny(&rad["kalla"], status(&rad["status"]));
        if !rad["bekraftad_av"].is_empty() {
            belagg = belagg.bekraftad_av(&rad["bekraftad_av"]);
        }
        fyll.uppgift(sida, falt.id, innehall(falt, &rad["varde"]), belagg);
    }
}

fn falt(id: &str) -> (&'static str, &'static Falt) {
    let uppgifter = ARBETSBOK.blad.iter().filter(|sida| matches!(sida.form, Form::Uppgifter(_)));
    uppgifter
        .flat_map(|sida| sida.falt().iter().map(|falt| (sida.namn, falt)))
        .find(|(_, falt)| falt.id == id)
        .unwrap_or_else(|| panic!("the schema has no item {id}"))
}

fn listor(fyll: &mut Fyllning, utan: &[&str]) {
    for (sida, fil) in [
        (blad::MOTTAGARE, "lakemedel-2024-mottagare.csv"),
        (blad::PERSONER, "lakemedel-2024-personer.csv"),
        (blad::TRAPPA, "lakemedel-2024-trappa.csv"),
        (blad::FOREGAENDE_TRAPPA, "lakemedel-2023-trappa.csv"),
    ] {
        if !utan.contains(&sida) {
            lista(fyll, sida, fil);
        }
    }
    let avtal = Belagg::ny("Överenskommelsen 2024, S2023/03332", Status::Faststalld);
    let fore = Belagg::ny("Överenskommelsen 2023, S2023/00375", Status::Harledd);
    let utgivare = Belagg::ny("Platshållare", Status::Exempel);
    fyll.belagg(blad::MOTTAGARE, "mottagare", utgivare.clone());
    for id in ["namn", "roll", "telefon", "e_post"] {
        fyll.belagg(blad::PERSONER, id, utgivare.clone());
    }
    for id in ["raknas_fran", "fran", "ersattning"] {
        fyll.belagg(blad::TRAPPA, id, avtal.clone());
        fyll.belagg(blad::FOREGAENDE_TRAPPA, id, fore.clone());
    }
    // The published upper step of 2023 is not known.
    let antaget = Belagg::ny("Antaget belopp", Status::Exempel);
    fyll.belagg(blad::FOREGAENDE_TRAPPA, "fran", antaget);
}

fn lista(fyll: &mut Fyllning, sida: &str, fil: &str) {
    let falten = ARBETSBOK.blad(sida).falt();
    for rad in csv(fil) {
        let ifyllda = falten.iter().filter_map(|falt| {
            let text = rad.get(falt.id).expect("a column of the fixture");
            (!text.is_empty()).then(|| (falt.id, innehall(falt, text)))
        });
        fyll.rad(sida, ifyllda);
    }
}

fn befolkning(fyll: &mut Fyllning) {
    let publicerat = csv("lakemedel-2024-publicerat.csv");
    let scb = Belagg::ny("SCB, folkmängd; cirkuläret 2024, tabell 5", Status::Faststalld);
    kolumn(fyll, blad::BEFOLKNING, "befolkning", &publicerat, "befolkning_2023_08_31", scb);
}

fn behov(fyll: &mut Fyllning, utan: &[&str]) {
    let exempel = Belagg::ny("Konstruerade grupper med verkliga totaler", Status::Exempel);
    let grupper = csv("lakemedel-2024-behovsmodell-grupper.csv");
    for (grupp, rad) in GRUPPER.iter().zip(&grupper) {
        assert_eq!(grupp.namn, format!("{}, {}", rad["alder"], rad["uppdelning"]));
        let varden = PerRegion::fran(|region| heltal(&rad[region.kortnamn()]));
        if !utan.contains(&blad::GRUPPER) {
            fyll.kolumn(blad::GRUPPER, grupp.id, varden, exempel.clone());
        }
        if !utan.contains(&blad::PRISLAPPAR) {
            let prislapp = Innehall::Decimal(rad["prislapp_kr"].parse().expect("a decimal"));
            let namn = Innehall::Text(grupp.namn.to_owned());
            fyll.rad(blad::PRISLAPPAR, [("grupp", namn), ("prislapp", prislapp)]);
        }
    }
    if !utan.contains(&blad::PRISLAPPAR) {
        let kalla = "Konstruerade prislappar som ger det publicerade utfallet";
        fyll.belagg(blad::PRISLAPPAR, "prislapp", Belagg::ny(kalla, Status::Exempel));
    }
}

/// The costs, with the diseases' names given.
pub(crate) fn solidariska(fyll: &mut Fyllning, sjukdomar: [&str; 3]) {
    let rader = csv("lakemedel-2024-solidariska-kostnader.csv");
    let exempel = Belagg::ny("Konstruerad fördelning av summan", Status::Exempel);
    for (rubrik, id) in sjukdomar.into_iter().zip(["gauchers_kr", "blodarsjuka_kr", "hiv_kr"]) {
        let varden = PerRegion::fran(|region| heltal(&regionens(&rader, region)[id]));
        fyll.fri(blad::SOLIDARISKA, rubrik, varden, exempel.clone());
    }
    let summa = Belagg::ny("Räknad ur cirkuläret 2024, tabell 4", Status::Harledd);
    kolumn(fyll, blad::SOLIDARISKA, "solidarisk_kostnad", &rader, "summa_kr", summa);
}

fn foregaende(fyll: &mut Fyllning) {
    let rader = csv("lakemedel-2023-foregaende-ar.csv");
    let raknad = || Belagg::ny("Räknad ur cirkulären 2023 och 2024", Status::Harledd);
    let tabell =
        |nummer: u32| Belagg::ny(format!("Cirkuläret 2024, tabell {nummer}"), Status::Faststalld);
    for (id, kolumnen, belagg) in [
        ("foregaende_befolkning", "befolkning_2022_08_31_harledd", raknad()),
        ("foregaende_behovsmodell", "behovsmodell_kr_per_inv_harledd", raknad()),
        ("foregaende_solidariskt_netto", "solidariskt_netto_kr_per_inv_harledd", raknad()),
        ("foregaende_solidariskt_utfall", "solidariskt_utfall_kr_per_inv_publicerat", tabell(4)),
        ("foregaende_statsbidrag", "statsbidrag_kr_publicerat", tabell(2)),
    ] {
        kolumn(fyll, blad::FOREGAENDE, id, &rader, kolumnen, belagg);
    }
}

fn aterbaring(fyll: &mut Fyllning) {
    let rader = csv("regleringsbrev-2024-justeringar.csv");
    let raknad = Belagg::ny("Räknad ur bilaga 4 till regleringsbrevet", Status::Harledd);
    let kolumnen = "aterbaring_slutlig_minus_prognos_2023_kr_harledd";
    kolumn(fyll, blad::ATERBARING, "aterbaring_differens", &rader, kolumnen, raknad);
}

fn kolumn(
    fyll: &mut Fyllning,
    sida: &str,
    id: &str,
    rader: &Rader,
    kolumnen: &str,
    belagg: Belagg,
) {
    let falt = ARBETSBOK.blad(sida).falt().iter().find(|falt| falt.id == id).expect("a column");
    let varden = PerRegion::fran(|region| innehall(falt, &regionens(rader, region)[kolumnen]));
    fyll.kolumn(sida, id, varden, belagg);
}

fn regionens(rader: &Rader, region: Region) -> &BTreeMap<String, String> {
    rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("every region has its row")
}

fn innehall(falt: &Falt, text: &str) -> Innehall {
    match falt.slag {
        Slag::Heltal { .. } => heltal(text),
        Slag::Decimal { .. } => Innehall::Decimal(text.parse().expect("a decimal")),
        Slag::Text { .. } | Slag::Val(_) => Innehall::Text(text.to_owned()),
        Slag::Datum => Innehall::Datum(text.parse().expect("a date")),
    }
}

fn heltal(text: &str) -> Innehall {
    Innehall::Heltal(text.parse().expect("a whole number"))
}

fn status(text: &str) -> Status {
    Status::hitta(text).expect("a status")
}

/// The rows of a fixture, by heading.
pub(crate) fn csv(fil: &str) -> Rader {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(fil);
    let mut csv = csv::Reader::from_path(path).expect("a fixture");
    csv.deserialize().collect::<Result<_, _>>().expect("rows of texts")
}
