//! The folder of workbooks: what may lie in it, which year it is for, and what is read there.

use std::collections::BTreeSet;
use std::fs;

use statsbidrag::grants::{GRANTS, Grant};
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::problem::Problems;
use statsbidrag::workbook::scaffold;

use crate::data_2024;
use crate::program::{Folder, answer_of, files, program};
use crate::run::{FILE, book, check, folder, problems, report};

#[test]
fn a_good_folder_is_checked_and_nothing_is_written() {
    let folder = folder(|_| {});
    let before = files(&folder.beside(""));
    let answer = check(&folder);
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    let rows: Vec<_> =
        answer.out.lines().map(|row| row.split(" (").next().unwrap_or_default()).collect();
    let end = "Underlaget är rätt ifyllt och går ihop.";
    let ended = rows.iter().position(|row| *row == end).expect("it says that all is well");
    let (events, usable) = rows.split_at(ended);
    assert!(usable.contains(&"Beslutsklart: bilaga-1."), "{}", answer.out);
    let (read, computed) = events.split_at(GRANTS.len());
    for (grant, last) in GRANTS.iter().zip(read) {
        let expected = format!("Läst    {}: ", data_2024::file_of(grant.workbook_file));
        assert!(last.starts_with(&expected) && last.ends_with(" kB"), "{last}");
    }
    for grant in GRANTS {
        let expected = format!("Räknat  {}", grant.name);
        let count =
            computed.iter().filter(|computed_text| computed_text.starts_with(&expected)).count();
        assert_eq!(count, 1, "{expected}");
    }
    assert_eq!(computed.len(), GRANTS.len());
    assert!(files(&folder.beside("")) == before, "something was written");
}

#[test]
fn a_run_says_what_it_read_computed_and_set_and_where_the_result_lies() {
    let folder = folder(|_| {});
    let answer = folder.generate();
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    for expected in
        ["Läst    lakemedel.xlsx: ", "Räknat  ", "Satt    ", "bilaga-4.pdf ", "cirkular.json "]
    {
        assert!(answer.out.contains(expected), "{expected:?} not in {}", answer.out);
    }
    let name: BTreeSet<_> = files(&folder.result()).into_keys().collect();
    let end = format!("Klart: {} filer ligger i {} (", name.len(), folder.result().display());
    assert!(answer.out.lines().last().is_some_and(|row| row.starts_with(&end)), "{}", answer.out);
    let mut expected =
        BTreeSet::from(["manifest.json", "samstammighet.json", "trace.json"].map(str::to_owned));
    let report = report(&folder).0;
    for (document, edition) in Selection::default().edition(&report, 2024).expect("all") {
        let paper = (document.paper)(&report, 2024, &edition);
        let (xlsx, csv) = (paper.sheets.map(|_| "xlsx"), paper.csv.map(|_| "csv"));
        let end = ["json", "pdf"].into_iter().chain(xlsx).chain(csv);
        expected.extend(end.map(|end| format!("{}.{end}", edition.id)));
    }
    let open = ["datapackage.json", "dcat.jsonld", "regioner.csv", "siffror.csv"];
    expected.extend(open.map(|name| format!("oppna-data/{name}")));
    let computed = ["beredskap", "besked", "beslut-sektorsbidrag", "lakemedel", "regleringsbrev"];
    expected.extend(computed.map(|name| format!("berakning-{name}.xlsx")));
    assert_eq!(name, expected);
}

#[test]
fn without_out_the_result_lies_in_output_by_its_year() {
    let folder = folder(|_| {});
    let at_home = folder.beside("hemma här");
    fs::create_dir_all(&at_home).expect("a folder");
    let answer = answer_of(program().current_dir(&at_home).arg("generate").arg(folder.inputs()));
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(at_home.join("output").join("2024").join("cirkular.pdf").is_file());
}

#[test]
fn the_year_of_the_folder_and_of_the_workbook_are_the_same() {
    let folder = Folder::new("2025", data_2024::all());
    let error = problems(&check(&folder));
    assert_eq!(error.matches("fel[").count(), GRANTS.len(), "{error}");
    for grant in GRANTS {
        let (file, (sheet, id)) =
            (data_2024::file_of(grant.workbook_file), grant.workbook_file.year);
        let (_, bytes) = data_2024::all().iter().find(|(name, _)| *name == file).expect("a book");
        let book =
            statsbidrag::workbook::read(grant.workbook_file, file, bytes, &mut Problems::new());
        let cell = book.expect("a book").integer(sheet, id).expect("a year").cell.location;
        let expected = format!(
            "fel[R04] {cell}: arbetsboken är för 2024 men mappen för 2025\n  \
             hjälp:   rätta bidragsåret, eller lägg arbetsboken i rätt mapp"
        );
        assert!(error.contains(&expected), "{expected} not in {error}");
    }
}

#[test]
fn a_folder_that_is_not_named_by_a_year_takes_the_workbooks() {
    let answer = check(&Folder::new("årets böcker", data_2024::all()));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
}

#[test]
fn a_copy_beside_the_original_is_refused_and_lock_files_are_not() {
    let bytes = book(&data_2024::lakemedel::fill());
    let folder = folder(|_| {})
        .with("~$lakemedel.xlsx", b"x")
        .with(".~lock.lakemedel.xlsx#", b"x")
        .with(".DS_Store", b"x")
        .with("Thumbs.db", b"x")
        .with("desktop.ini", b"x");
    assert_eq!(check(&folder).code, Some(0));
    let folder = folder.with("lakemedel (1).xlsx", &bytes).with("läs detta.txt", b"x");
    let known: Vec<_> = GRANTS.iter().map(|grant| grant.workbook_file.file).collect();
    let expected = ["lakemedel (1).xlsx", "läs detta.txt"].map(|name| {
        format!(
            "fel[F03] {name}: programmet känner inte till filen\n  \
             väntade: {}\n  \
             hjälp:   flytta filen till en annan mapp, eller ge den sitt rätta namn",
            known.join(", ")
        )
    });
    assert_eq!(problems(&check(&folder)), expected.join("\n\n"));
}

#[test]
fn the_folder_of_the_years_is_no_years_folder() {
    let folder = Folder::new("2024", &[]);
    let all = folder.inputs().parent().expect("a folder").to_owned();
    let answer = answer_of(program().arg("check").arg(&all));
    let year = folder.inputs().display().to_string();
    let expected = format!(
        "fel[F02] {}: i mappen ligger en mapp för varje år, inte ett års arbetsböcker\n  \
         väntade: en mapp med årets arbetsböcker, till exempel inputs/2024\n  \
         hjälp:   ange ett av åren, till exempel {year}",
        all.display()
    );
    assert_eq!(problems(&answer), expected);
}

#[test]
fn a_missing_workbook_is_named_and_so_is_what_may_be_it() {
    let folder = Folder::new("2024", &[]);
    let place = folder.inputs().display().to_string();
    let expected = format!(
        "fel[F02] {place}: ingen av årets arbetsböcker ligger i mappen\n  \
         väntade: en eller flera av lakemedel.xlsx, regleringsbrev.xlsx, beslut-*.xlsx, besked.xlsx \
         och beredskap.xlsx\n  \
         hjälp:   statsbidrag new gör dem av föregående års, statsbidrag scaffold gör tomma"
    );
    assert_eq!(problems(&check(&folder)), expected);
    for misnamed in ["Läkemedel (2).xlsx", "lakemedel 2024.xlsx", "lakemedl.xlsx", "LAKEMEDEL.xls"]
    {
        let folder = Folder::new("2024", &[]).with(misnamed, b"x");
        let error = problems(&check(&folder));
        let help = "\n  hjälp:   menade du lakemedel.xlsx? Ge i så fall filen det namnet; flytta den annars";
        assert!(error.contains(help), "{error}");
        let asked =
            answer_of(program().arg("check").arg(folder.inputs()).args(["--only", "cirkular"]));
        let help = format!("\n  hjälp:   heter ”{misnamed}” fel?");
        assert!(asked.error.contains(&help), "{}", asked.error);
    }
}

#[test]
fn what_is_no_folder_is_named() {
    let folder = folder(|_| {});
    for (path, cause) in [
        (folder.beside("finns inte"), "den finns inte"),
        (folder.inputs().join(FILE), "det är inte en mapp"),
    ] {
        let answer = answer_of(program().arg("check").arg(&path));
        assert_eq!(
            problems(&answer),
            format!(
                "fel[F01] {}: mappen går inte att läsa: {cause}\n  \
                 väntade: en mapp med årets arbetsböcker, till exempel inputs/2024",
                path.display()
            )
        );
    }
}

#[test]
fn a_folder_by_the_workbooks_name_is_no_workbook() {
    let folder = Folder::new("2024", &[]);
    let ovriga = data_2024::all().iter().filter(|(name, _)| *name != FILE);
    let folder = ovriga.fold(folder, |folder, (name, bytes)| folder.with(name, bytes));
    fs::create_dir(folder.inputs().join(FILE)).expect("a folder");
    let error = problems(&check(&folder));
    assert!(error.starts_with("fel[F01] lakemedel.xlsx: filen går inte att läsa: "), "{error}");
}

/// A folder whose workbook has the optional sheet that is not used, under a name of the user's own.
pub(super) fn with_an_own_sheet() -> Folder {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(book(&data_2024::lakemedel::fill())))
        .expect("a package");
    let mut fresh = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for number in 0..book.len() {
        let mut part = book.by_index(number).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut part, &mut content).expect("text");
        if name == "xl/workbook.xml" {
            assert!(content.contains("name=\"Behovsmodell\""), "{content}");
            content = content.replace("name=\"Behovsmodell\"", "name=\"Mina anteckningar\"");
        }
        fresh.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        std::io::Write::write_all(&mut fresh, content.as_bytes()).expect("a part");
    }
    let bytes = fresh.finish().expect("a package").into_inner();
    Folder::new("2024", data_2024::all()).with(FILE, &bytes)
}

#[test]
fn own_sheets_are_named_and_the_run_succeeds() {
    let answer = check(&with_an_own_sheet());
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""));
    let warning = "varning[I19] lakemedel.xlsx › Mina anteckningar: bladet hör inte till mallen och läses inte\n";
    assert!(answer.out.contains(warning), "{}", answer.out);
}

#[test]
fn scaffold_makes_a_folder_once_and_never_writes_over_it() {
    let folder = Folder::new("2024", &[]);
    let fresh = folder.beside("mallar för året").join("2026");
    let mut scaffold_into = program();
    scaffold_into.args(["scaffold", "2026", "--out"]).arg(&fresh);
    let first_of_all = answer_of(&mut scaffold_into);
    assert_eq!((first_of_all.code, first_of_all.error.as_str()), (Some(0), ""));
    let empty = |grant: &&Grant| {
        let book = grant.workbook_file;
        let bytes = scaffold(book, 2026, &statsbidrag::workbook::Fill::new());
        (book.file.to_owned(), bytes.expect("a workbook"))
    };
    let single = |grant: &&&Grant| !grant.workbook_file.is_several();
    let expected = GRANTS.iter().filter(single).copied().map(|grant| empty(&grant)).collect();
    assert!(files(&fresh) == expected, "the empty workbooks, and nothing else");
    assert_eq!(
        problems(&answer_of(&mut scaffold_into)),
        format!(
            "fel[U01] {}: mappen finns redan\n  \
             hjälp:   flytta den, eller ange en annan mapp",
            fresh.display()
        )
    );
}
