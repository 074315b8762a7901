//! Many faults on many sheets: all in one run, in order, and nothing that was written before is touched.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use chrono::NaiveDate;
use statsbidrag::grants::lakemedel::schema::blad;

use crate::indata_2024;
use crate::programmet::filer;
use crate::run::{FIL, Mapp, alla, belagg, bok, check, decimal, heltal, problemen, steg, text};

/// A folder with a fault on nearly every sheet, and a file that does not belong.
fn trasig() -> Mapp {
    let utan = [blad::TRAPPA, blad::PRISLAPPAR, blad::MOTTAGARE];
    let mut fyll = indata_2024::lakemedel::fyllning_utan(&utan);
    let dag = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date");
    let lang = text(&"x".repeat(201));
    fyll.uppgift(blad::DOKUMENT, "cirkular_rubrik", lang, belagg());
    fyll.uppgift(blad::DOKUMENT, "avtal_diarienummer", text("S2023\u{202e}/03332"), belagg());
    fyll.uppgift(blad::OVERENSKOMMELSE, "hepatit_c_andel", decimal("170"), belagg());
    fyll.uppgift(blad::OVERENSKOMMELSE, "slag", text("bruto"), belagg());
    fyll.uppgift(blad::OVERENSKOMMELSE, "efterslap", heltal(13), belagg());
    fyll.kolumn(blad::BEFOLKNING, "befolkning", alla(&heltal(-5)), belagg().per(dag));
    let utfall = alla(&decimal("0.0000000000001"));
    fyll.kolumn(blad::FOREGAENDE, "foregaende_behovsmodell", utfall, belagg());
    steg(&mut fyll, blad::TRAPPA, &[(1, Some("10"), "85")]);
    Mapp::ny("2024", indata_2024::alla()).med(FIL, &bok(&fyll)).med("gammal.xlsx", b"x")
}

#[test]
fn all_faults_of_all_sheets_come_in_one_run_sorted() {
    let fel = problemen(&check(&trasig()));
    let problem: Vec<_> = fel.split("\n\n").collect();
    let rubriker: Vec<_> = problem.iter().filter_map(|problem| problem.lines().next()).collect();
    for vantat in [
        "fel[F03] gammal.xlsx: programmet känner inte till filen",
        "fel[I15] lakemedel.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-01-01",
        "fel[I08] lakemedel.xlsx › Befolkning › B11: −5 är negativt",
        "fel[I08] lakemedel.xlsx › Befolkning › B31: −5 är negativt",
        "fel[I13] lakemedel.xlsx › Dokument › B23: ”S2023⟨U+202E⟩/03332” innehåller U+202E (ändrar skrivriktningen)",
        "fel[I06] lakemedel.xlsx › Mottagare › A9: tabellen har inga ifyllda rader",
        "fel[I06] lakemedel.xlsx › Prislappar: bladet är inte helt ifyllt fast bladet Grupper är det",
        "fel[R04] lakemedel.xlsx › Solidarisk trappa › B11: det första steget, och bara det, räknas från medelkostnaden",
        "fel[I08] lakemedel.xlsx › Överenskommelse › B25: 13 är för stort",
        "fel[I08] lakemedel.xlsx › Föregående år › C11: 0,0000000000001 har 13 decimaler",
        "fel[I08] lakemedel.xlsx › Överenskommelse › B8: 170 är för stort",
        "fel[I07] lakemedel.xlsx › Överenskommelse › B22: ”bruto” är inte något av valen",
    ] {
        assert!(rubriker.contains(&vantat), "{vantat} is not in\n{fel}");
    }
    let langt = rubriker.iter().filter(|rad| rad.contains("” är 201 tecken lång")).count();
    assert_eq!(langt, 1, "{fel}");
    let plats = |rubrik: &&str| {
        let plats = rubrik.split("] ").nth(1).and_then(|rest| rest.split(": ").next());
        let mut delar = plats.unwrap_or_default().split(" › ").map(str::to_owned);
        let (fil, sida) = (delar.next(), delar.next());
        let cell = delar.next().unwrap_or_default();
        let (kolumn, rad) =
            cell.split_at(cell.find(|tecken: char| tecken.is_ascii_digit()).unwrap_or(0));
        (fil, sida, rad.parse::<u32>().unwrap_or(0), kolumn.to_owned())
    };
    let platser: Vec<_> = rubriker.iter().map(plats).collect();
    assert!(platser.is_sorted(), "{fel}");
    assert!(problem.len() > 50, "{fel}");
}

/// The files of a folder with their bytes and when they were changed.
fn tillstand(mapp: &Mapp) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let rot = mapp.bredvid("");
    let innehall = filer(&rot).into_iter();
    innehall
        .map(|(namn, bytes)| {
            let om = fs::metadata(rot.join(&namn)).expect("a file");
            (namn, (bytes, om.modified().expect("a time")))
        })
        .collect()
}

#[test]
fn a_failed_run_leaves_the_results_as_they_were() {
    let mapp = trasig();
    fs::create_dir_all(mapp.resultat()).expect("a folder");
    for (namn, innehall) in [("cirkular.pdf", "förra årets"), ("egna anteckningar.txt", "mina")] {
        fs::write(mapp.resultat().join(namn), innehall).expect("a file");
    }
    let fore = tillstand(&mapp);
    let svar = mapp.generate();
    let check = check(&mapp);
    assert_eq!(problemen(&svar), problemen(&check), "check and generate say the same");
    assert_eq!(tillstand(&mapp), fore);
}

#[test]
fn a_failed_run_makes_no_folder() {
    let mapp = trasig();
    assert_eq!(mapp.generate().kod, Some(1));
    assert!(!mapp.bredvid("ut data").exists());
}
