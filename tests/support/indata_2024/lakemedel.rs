//! The workbook of läkemedelsförmånerna 2024, from the CSV fixtures.

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::grupper::GRUPPER;
use statsbidrag::grants::lakemedel::schema::{ARBETSBOK, blad};
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::{Belagg, Fyllning, Innehall};

use super::{csv, heltal, kolumn, lista, regionens, uppgifter};

/// The diseases, as the headings have them.
pub(crate) const SJUKDOMAR: [&str; 3] = ["Gauchers sjukdom", "blödarsjuka", "HIV"];

/// Everything that is filled in.
pub(crate) fn fyllning() -> Fyllning {
    fyllning_utan(&[])
}

/// Everything but some sheets, items and columns, for whoever fills those in himself.
pub(crate) fn fyllning_utan(utan: &[&str]) -> Fyllning {
    let mut fyll = Fyllning::ny();
    uppgifter(&mut fyll, &ARBETSBOK, "lakemedel-2024-uppgifter.csv", utan);
    listor(&mut fyll, utan);
    befolkning(&mut fyll);
    behov(&mut fyll, utan);
    if !utan.contains(&blad::SOLIDARISKA) {
        solidariska(&mut fyll, SJUKDOMAR);
    }
    foregaende(&mut fyll, utan);
    fyll
}

fn listor(fyll: &mut Fyllning, utan: &[&str]) {
    for (sida, fil) in [
        (blad::MOTTAGARE, "lakemedel-2024-mottagare.csv"),
        (blad::PERSONER, "lakemedel-2024-personer.csv"),
        (blad::TRAPPA, "lakemedel-2024-trappa.csv"),
        (blad::FOREGAENDE_TRAPPA, "lakemedel-2023-trappa.csv"),
    ] {
        lista(fyll, &ARBETSBOK, sida, fil, utan);
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

fn befolkning(fyll: &mut Fyllning) {
    let publicerat = csv("lakemedel-2024-publicerat.csv");
    let scb = Belagg::ny("SCB, folkmängd; cirkuläret 2024, tabell 5", Status::Faststalld);
    kolumn(
        fyll,
        (&ARBETSBOK, blad::BEFOLKNING),
        "befolkning",
        &publicerat,
        "befolkning_2023_08_31",
        scb,
    );
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
    kolumn(fyll, (&ARBETSBOK, blad::SOLIDARISKA), "solidarisk_kostnad", &rader, "summa_kr", summa);
}

fn foregaende(fyll: &mut Fyllning, utan: &[&str]) {
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
        if !utan.contains(&id) {
            kolumn(fyll, (&ARBETSBOK, blad::FOREGAENDE), id, &rader, kolumnen, belagg);
        }
    }
}
