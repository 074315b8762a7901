//! Many faults on many sheets: all in one run, in order, and nothing that was written before is touched.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use chrono::NaiveDate;
use statsbidrag::grants::lakemedel::schema::sheets;

use crate::data_2024;
use crate::parts::{PARTS, other_components};
use crate::program::{answer_of, files, program};
use crate::run::{
    FILE, Folder, all, book, check, decimal, filled_from, integer, problems, step, text,
};

/// A folder with a fault on nearly every sheet, and a file that does not belong.
fn broken() -> Folder {
    let without = [sheets::TRAPPA, sheets::PRISLAPPAR, sheets::MOTTAGARE];
    let mut fill = data_2024::lakemedel::fill_without(&without);
    let day = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date");
    let lang = text(&"x".repeat(201));
    fill.item(sheets::DOKUMENT, "cirkular_rubrik", lang, filled_from());
    fill.item(sheets::DOKUMENT, "avtal_diarienummer", text("S2023\u{202e}/03332"), filled_from());
    let [[name, what, amount, ..], other] = PARTS;
    let wrong = [name, what, amount, "170", "kanske", "tillsammans"];
    other_components(&mut fill, &[wrong, other], false);
    fill.item(sheets::OVERENSKOMMELSE, "efterslap", integer(13), filled_from());
    fill.column(sheets::BEFOLKNING, "befolkning", all(&integer(-5)), filled_from().per(day));
    let utfall = all(&decimal("0.0000000000001"));
    fill.column(sheets::FOREGAENDE, "foregaende_behovsmodell", utfall, filled_from());
    step(&mut fill, sheets::TRAPPA, &[(1, Some("10"), "85")]);
    Folder::new("2024", data_2024::all()).with(FILE, &book(&fill)).with("gammal.xlsx", b"x")
}

#[test]
fn all_faults_of_all_sheets_come_in_one_run_sorted() {
    let error = problems(&check(&broken()));
    let problem: Vec<_> = error.split("\n\n").collect();
    let headings: Vec<_> = problem.iter().filter_map(|problem| problem.lines().next()).collect();
    for expected in [
        "fel[F03] gammal.xlsx: programmet känner inte till filen",
        "fel[I15] lakemedel.xlsx › Befolkning › B6: ”Befolkning” gäller 2023-01-01",
        "fel[I08] lakemedel.xlsx › Befolkning › B11: −5 är negativt",
        "fel[I08] lakemedel.xlsx › Befolkning › B31: −5 är negativt",
        "fel[I13] lakemedel.xlsx › Dokument › B23: ”S2023⟨U+202E⟩/03332” innehåller U+202E (ändrar skrivriktningen)",
        "fel[I06] lakemedel.xlsx › Mottagare › A9: tabellen har inga ifyllda rader",
        "fel[I06] lakemedel.xlsx › Prislappar › B10: bladet är inte helt ifyllt fast bladet Grupper är det",
        "fel[R04] lakemedel.xlsx › Solidarisk trappa › B11: det första steget, och bara det, räknas från medelkostnaden",
        "fel[I08] lakemedel.xlsx › Överenskommelse › B14: 13 är för stort",
        "fel[I08] lakemedel.xlsx › Föregående år › C11: 0,0000000000001 har 13 decimaler",
        "fel[I08] lakemedel.xlsx › Komponenter › D11: 170 är för stort",
        "fel[I07] lakemedel.xlsx › Komponenter › E11: ”kanske” är inte något av valen",
    ] {
        assert!(headings.contains(&expected), "{expected} is not in\n{error}");
    }
    let long = headings.iter().filter(|row| row.contains("” är 201 tecken lång")).count();
    assert_eq!(long, 1, "{error}");
    let place = |heading: &&str| {
        let place = heading.split("] ").nth(1).and_then(|rest| rest.split(": ").next());
        let mut parts = place.unwrap_or_default().split(" › ").map(str::to_owned);
        let (file, page) = (parts.next(), parts.next());
        let cell = parts.next().unwrap_or_default();
        let (column, row) =
            cell.split_at(cell.find(|character: char| character.is_ascii_digit()).unwrap_or(0));
        (file, page, row.parse::<u32>().unwrap_or(0), column.to_owned())
    };
    let places: Vec<_> = headings.iter().map(place).collect();
    assert!(places.is_sorted(), "{error}");
    assert!(problem.len() > 50, "{error}");
}

/// The files of a folder with their bytes and when they were changed.
fn permissions(folder: &Folder) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let root = folder.beside("");
    let content = files(&root).into_iter();
    content
        .map(|(name, bytes)| {
            let about = fs::metadata(root.join(&name)).expect("a file");
            (name, (bytes, about.modified().expect("a time")))
        })
        .collect()
}

#[test]
fn a_failed_run_leaves_the_results_as_they_were() {
    let folder = broken();
    fs::create_dir_all(folder.result()).expect("a folder");
    for (name, content) in [("cirkular.pdf", "förra årets"), ("egna anteckningar.txt", "mina")] {
        fs::write(folder.result().join(name), content).expect("a file");
    }
    let before = permissions(&folder);
    let answer = folder.generate();
    let check = answer_of(program().arg("check").arg(folder.inputs()));
    assert_eq!((answer.code, answer.error), (Some(1), check.error), "they say the same");
    assert_eq!(permissions(&folder), before);
}

#[test]
fn a_failed_run_makes_no_folder() {
    let folder = broken();
    assert_eq!(folder.generate().code, Some(1));
    assert!(!folder.beside("ut data").exists());
}
