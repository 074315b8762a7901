//! The folder of workbooks: what may lie in it, which year it is for, and what is read there.

use std::collections::BTreeSet;
use std::fs;

use statsbidrag::grants::{GRANTS, Grant};
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::workbook::scaffold;

use crate::indata_2024;
use crate::programmet::{Mapp, filer, programmet, svar};
use crate::run::{FIL, bok, check, mapp, problemen, report};

#[test]
fn a_good_folder_is_checked_and_nothing_is_written() {
    let mapp = mapp(|_| {});
    let fore = filer(&mapp.bredvid(""));
    let svar = check(&mapp);
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    let rader: Vec<_> =
        svar.ut.lines().map(|rad| rad.split(" (").next().unwrap_or_default()).collect();
    let [handelser @ .., slut] = rader.as_slice() else { panic!("{}", svar.ut) };
    let (lasta, raknade) = handelser.split_at(GRANTS.len());
    for (grant, last) in GRANTS.iter().zip(lasta) {
        let vantat = format!("Läst    {}: ", grant.arbetsbok.fil);
        assert!(last.starts_with(&vantat) && last.ends_with(" kB"), "{last}");
    }
    for grant in GRANTS {
        let vantat = format!("Räknat  {}: ", grant.namn);
        let antal = raknade.iter().filter(|raknat| raknat.starts_with(&vantat)).count();
        assert_eq!(antal, 1, "{vantat}");
    }
    assert_eq!(raknade.len(), GRANTS.len());
    assert_eq!(*slut, "Underlaget är rätt ifyllt och går ihop.");
    assert!(filer(&mapp.bredvid("")) == fore, "something was written");
}

#[test]
fn a_run_says_what_it_read_computed_and_set_and_where_the_result_lies() {
    let mapp = mapp(|_| {});
    let svar = mapp.generate();
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    for vantat in
        ["Läst    lakemedel.xlsx: ", "Räknat  ", "Satt    ", "bilaga-4.pdf ", "cirkular.json "]
    {
        assert!(svar.ut.contains(vantat), "{vantat:?} not in {}", svar.ut);
    }
    let namn: BTreeSet<_> = filer(&mapp.resultat()).into_keys().collect();
    let slut = format!("Klart: {} filer ligger i {} (", namn.len(), mapp.resultat().display());
    assert!(svar.ut.lines().last().is_some_and(|rad| rad.starts_with(&slut)), "{}", svar.ut);
    let mut vantat =
        BTreeSet::from(["manifest.json", "samstammighet.json", "trace.json"].map(str::to_owned));
    let report = report(&mapp).0;
    for (dokument, exemplar) in Urval::default().exemplar(&report, 2024).expect("all") {
        let paper = (dokument.paper)(&report, 2024, &exemplar);
        let (xlsx, csv) = (paper.sheets.map(|_| "xlsx"), paper.csv.map(|_| "csv"));
        let slut = ["json", "pdf"].into_iter().chain(xlsx).chain(csv);
        vantat.extend(slut.map(|slut| format!("{}.{slut}", exemplar.id)));
    }
    assert_eq!(namn, vantat);
}

#[test]
fn without_out_the_result_lies_in_output_by_its_year() {
    let mapp = mapp(|_| {});
    let hemma = mapp.bredvid("hemma här");
    fs::create_dir_all(&hemma).expect("a folder");
    let svar = svar(programmet().current_dir(&hemma).arg("generate").arg(mapp.indata()));
    assert_eq!(svar.kod, Some(0), "{svar:?}");
    assert!(hemma.join("output").join("2024").join("cirkular.pdf").is_file());
}

#[test]
fn the_year_of_the_folder_and_of_the_workbook_are_the_same() {
    let mapp = Mapp::ny("2025", indata_2024::alla());
    let fel = problemen(&check(&mapp));
    let mut vantat: Vec<_> = GRANTS
        .iter()
        .map(|grant| {
            let (fil, (blad, _)) = (grant.arbetsbok.fil, grant.arbetsbok.ar);
            format!(
                "fel[R04] {fil} › {blad}: arbetsboken är för 2024 men mappen för 2025\n  \
                 hjälp:   rätta bidragsåret, eller lägg arbetsboken i rätt mapp"
            )
        })
        .collect();
    vantat.sort();
    assert_eq!(fel, vantat.join("\n\n"));
}

#[test]
fn a_folder_that_is_not_named_by_a_year_takes_the_workbooks() {
    let svar = check(&Mapp::ny("årets böcker", indata_2024::alla()));
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
}

#[test]
fn a_copy_beside_the_original_is_refused_and_lock_files_are_not() {
    let bytes = bok(&indata_2024::lakemedel::fyllning());
    let mapp = mapp(|_| {})
        .med("~$lakemedel.xlsx", b"x")
        .med(".~lock.lakemedel.xlsx#", b"x")
        .med(".DS_Store", b"x")
        .med("Thumbs.db", b"x")
        .med("desktop.ini", b"x");
    assert_eq!(check(&mapp).kod, Some(0));
    let mapp = mapp.med("lakemedel (1).xlsx", &bytes).med("läs detta.txt", b"x");
    let kanda: Vec<_> = GRANTS.iter().map(|grant| grant.arbetsbok.fil).collect();
    let vantat = ["lakemedel (1).xlsx", "läs detta.txt"].map(|namn| {
        format!(
            "fel[F03] {namn}: programmet känner inte till filen\n  \
             väntade: {}\n  \
             hjälp:   flytta filen till en annan mapp, eller ge den sitt rätta namn",
            kanda.join(", ")
        )
    });
    assert_eq!(problemen(&check(&mapp)), vantat.join("\n\n"));
}

#[test]
fn a_missing_workbook_is_named_and_so_is_what_may_be_it() {
    let mapp = Mapp::ny("2024", &[]);
    let plats = mapp.indata().display().to_string();
    let mut vantat: Vec<_> = GRANTS
        .iter()
        .map(|grant| {
            let (fil, namn) = (grant.arbetsbok.fil, grant.namn);
            format!("fel[F02] {plats}: {fil} saknas\n  väntade: arbetsboken för {namn}")
        })
        .collect();
    vantat.sort();
    assert_eq!(problemen(&check(&mapp)), vantat.join("\n\n"));
    let mapp = mapp.med("Läkemedel (2).xlsx", b"x");
    let fel = problemen(&check(&mapp));
    assert!(fel.contains("\n  hjälp:   heter ”Läkemedel (2).xlsx” fel?"), "{fel}");
}

#[test]
fn what_is_no_folder_is_named() {
    let mapp = mapp(|_| {});
    for (path, orsak) in [
        (mapp.bredvid("finns inte"), "den finns inte"),
        (mapp.indata().join(FIL), "det är inte en mapp"),
    ] {
        let svar = svar(programmet().arg("check").arg(&path));
        assert_eq!(
            problemen(&svar),
            format!(
                "fel[F01] {}: mappen går inte att läsa: {orsak}\n  \
                 väntade: en mapp med årets arbetsböcker, till exempel inputs/2024",
                path.display()
            )
        );
    }
}

#[test]
fn a_folder_by_the_workbooks_name_is_no_workbook() {
    let mapp = Mapp::ny("2024", &[]);
    let ovriga = indata_2024::alla().iter().filter(|(namn, _)| *namn != FIL);
    let mapp = ovriga.fold(mapp, |mapp, (namn, bytes)| mapp.med(namn, bytes));
    fs::create_dir(mapp.indata().join(FIL)).expect("a folder");
    let fel = problemen(&check(&mapp));
    assert!(fel.starts_with("fel[F01] lakemedel.xlsx: filen går inte att läsa: "), "{fel}");
}

/// A folder whose workbook has the optional sheet that is not used, under a name of the user's own.
pub(super) fn with_an_own_sheet() -> Mapp {
    let mut bok =
        zip::ZipArchive::new(std::io::Cursor::new(bok(&indata_2024::lakemedel::fyllning())))
            .expect("a package");
    let mut ny = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for nummer in 0..bok.len() {
        let mut del = bok.by_index(nummer).expect("a part");
        let namn = del.name().expect("a name").into_owned();
        let mut innehall = String::new();
        std::io::Read::read_to_string(&mut del, &mut innehall).expect("text");
        if namn == "xl/workbook.xml" {
            assert!(innehall.contains("name=\"Behovsmodell\""), "{innehall}");
            innehall = innehall.replace("name=\"Behovsmodell\"", "name=\"Mina anteckningar\"");
        }
        ny.start_file(namn, zip::write::SimpleFileOptions::default()).expect("a part");
        std::io::Write::write_all(&mut ny, innehall.as_bytes()).expect("a part");
    }
    let bytes = ny.finish().expect("a package").into_inner();
    Mapp::ny("2024", indata_2024::alla()).med(FIL, &bytes)
}

#[test]
fn own_sheets_are_named_and_the_run_succeeds() {
    let svar = check(&with_an_own_sheet());
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
    let varning = "varning[I19] lakemedel.xlsx › Mina anteckningar: bladet hör inte till mallen och läses inte\n";
    assert!(svar.ut.contains(varning), "{}", svar.ut);
}

#[test]
fn scaffold_makes_a_folder_once_and_never_writes_over_it() {
    let mapp = Mapp::ny("2024", &[]);
    let ny = mapp.bredvid("mallar för året").join("2026");
    let mut scaffolda = programmet();
    scaffolda.args(["scaffold", "2026", "--out"]).arg(&ny);
    let forst = svar(&mut scaffolda);
    assert_eq!((forst.kod, forst.fel.as_str()), (Some(0), ""));
    let tom = |grant: &&Grant| {
        let bok = grant.arbetsbok;
        let bytes = scaffold(bok, 2026, &statsbidrag::workbook::Fyllning::ny());
        (bok.fil.to_owned(), bytes.expect("a workbook"))
    };
    let vantat = GRANTS.iter().map(tom).collect();
    assert!(filer(&ny) == vantat, "the empty workbooks, and nothing else");
    assert_eq!(
        problemen(&svar(&mut scaffolda)),
        format!(
            "fel[U01] {}: mappen finns redan\n  \
             hjälp:   flytta den, eller ange en annan mapp med --out",
            ny.display()
        )
    );
}
