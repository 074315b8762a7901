//! Builds workbooks cell by cell: a right one, to be spoiled by each test, and its parts, to be changed
//! into what other programs write.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use statsbidrag::problem::Problems;
use statsbidrag::region::Region;
use statsbidrag::workbook::{Bok, las};
use zip::write::SimpleFileOptions;

use crate::workbook::mall::MALL;

/// What to put in a cell.
#[derive(Clone, Debug)]
pub enum C {
    T(String),
    N(f64),
    Procent(f64),
    Datum(&'static str),
    Sant,
    /// A formula with its saved value.
    F(&'static str, &'static str),
}

pub fn t(text: &str) -> C {
    C::T(text.into())
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Ark {
    pub celler: BTreeMap<(u32, u16), C>,
    pub sammanslagna: Vec<(&'static str, &'static str)>,
    pub dolda_rader: Vec<u32>,
    pub dolda_kolumner: Vec<u16>,
    pub dolt: bool,
}

/// A workbook.
#[derive(Clone, Debug)]
pub struct Prov {
    pub blad: Vec<(String, Ark)>,
}

/// `B7` as row and column from 0.
pub fn plats(adress: &str) -> (u32, u16) {
    let (bokstaver, siffror): (String, String) =
        adress.chars().partition(char::is_ascii_alphabetic);
    let kolumn = bokstaver.bytes().fold(0, |kolumn, byte| kolumn * 26 + u16::from(byte - b'A') + 1);
    (siffror.parse::<u32>().expect("a row") - 1, kolumn - 1)
}

impl Prov {
    pub fn ark(&mut self, blad: &str) -> &mut Ark {
        &mut self.blad.iter_mut().find(|(namn, _)| namn == blad).expect("a sheet").1
    }

    pub fn satt(&mut self, blad: &str, adress: &str, cell: C) -> &mut Self {
        self.ark(blad).celler.insert(plats(adress), cell);
        self
    }

    pub fn tom(&mut self, blad: &str, adress: &str) -> &mut Self {
        self.ark(blad).celler.remove(&plats(adress));
        self
    }

    /// As Excel would save it.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bok = Workbook::new();
        for (namn, ark) in &self.blad {
            let sida = bok.add_worksheet().set_name(namn).expect("a name");
            sida.set_hidden(ark.dolt);
            for (fran, till) in &ark.sammanslagna {
                let ((r1, k1), (r2, k2)) = (plats(fran), plats(till));
                sida.merge_range(r1, k1, r2, k2, "", &Format::new()).expect("a range");
            }
            for ((rad, kolumn), cell) in &ark.celler {
                let (rad, kolumn) = (*rad, *kolumn);
                let datum = Format::new().set_num_format("yyyy-mm-dd");
                match cell {
                    C::T(text) => sida.write_string(rad, kolumn, text),
                    C::N(tal) => sida.write_number(rad, kolumn, *tal),
                    C::Procent(tal) => sida.write_number_with_format(
                        rad,
                        kolumn,
                        *tal,
                        &Format::new().set_num_format("0.0%"),
                    ),
                    C::Datum(dag) => {
                        let dag = ExcelDateTime::parse_from_str(dag).expect("a date");
                        sida.write_datetime_with_format(rad, kolumn, dag, &datum)
                    }
                    C::Sant => sida.write_boolean(rad, kolumn, true),
                    C::F(formel, varde) => {
                        sida.write_formula(rad, kolumn, Formula::new(formel).set_result(*varde))
                    }
                }
                .expect("a cell");
            }
            for rad in &ark.dolda_rader {
                sida.set_row_hidden(rad - 1).expect("a row");
            }
            for kolumn in &ark.dolda_kolumner {
                sida.set_column_hidden(*kolumn).expect("a column");
            }
        }
        bok.save_to_buffer().expect("a workbook")
    }

    pub fn las(&self) -> (Option<Bok>, Problems) {
        las_bytes(&self.bytes())
    }

    /// The problems, as the user sees them; without the blank lines between.
    pub fn fel(&self) -> String {
        fel(&self.bytes())
    }
}

pub fn las_bytes(bytes: &[u8]) -> (Option<Bok>, Problems) {
    let mut problems = Problems::new();
    let bok = las(&MALL, "prov.xlsx", bytes, &mut problems);
    (bok, problems)
}

pub fn fel(bytes: &[u8]) -> String {
    las_bytes(bytes).1.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The population of a region in the right workbook.
pub fn folk(region: Region) -> i64 {
    10_000 + 7 * i64::try_from(plats_i_ordningen(region)).expect("a place")
}

fn plats_i_ordningen(region: Region) -> usize {
    Region::alla().position(|annan| annan == region).expect("a region")
}

/// A workbook with nothing wrong.
pub fn ratt() -> Prov {
    let blad = [
        ("Läs mig", Ark::default()),
        ("Dokument", dokument()),
        (
            "Befolkning",
            regioner(&["Befolkning (invånare)", "Utfall (kr/inv)"], |rad| {
                vec![C::N(f64::from(10_000 + 7 * rad)), C::N(1.5)]
            }),
        ),
        (
            "Kostnader",
            regioner(&["Hiv", "Gauchers", "Summa (kr)"], |rad| {
                vec![rad, 100, rad + 100].into_iter().map(|tal| C::N(f64::from(tal))).collect()
            }),
        ),
        (
            "Trappa",
            lista(
                &[&["Nivå", "Från (kr/inv)", "Andel (%)"]],
                &[&[C::N(1.0)], &[C::N(2.0), C::N(271.0)]],
            ),
        ),
    ];
    let mut prov =
        Prov { blad: blad.into_iter().map(|(namn, ark)| (namn.to_owned(), ark)).collect() };
    prov.satt("Befolkning", "B3", C::Datum("2023-08-31"));
    prov.satt("Trappa", "C7", C::N(85.0)).satt("Trappa", "C8", C::N(90.0));
    prov.satt("Befolkning", "A28", t("Riket")).satt(
        "Befolkning",
        "B28",
        C::F("=SUM(B7:B27)", "211470"),
    );
    prov
}

fn dokument() -> Ark {
    let mut ark = Ark::default();
    let rubriker = ["Uppgift", "Värde", "Enhet", "Källa", "Per datum", "Status", "Bekräftad av"];
    let rader = [
        ("Bidragsår", C::N(2024.0), ""),
        ("Rubrik", t("Cirkulär om bidraget"), ""),
        ("Beslutsdatum", C::Datum("2024-04-18"), ""),
        ("Belopp", C::N(37_918.5), "mnkr"),
        ("Återstod", t("half_up"), ""),
    ];
    ark.celler.insert((0, 0), t("Dokument"));
    for (kolumn, rubrik) in (0..).zip(rubriker) {
        ark.celler.insert((2, kolumn), t(rubrik));
    }
    for (rad, (namn, varde, enhet)) in (3..).zip(rader) {
        ark.celler.insert((rad, 0), t(namn));
        ark.celler.insert((rad, 1), varde);
        ark.celler.insert((rad, 3), t("Regeringsbeslut II:2"));
        ark.celler.insert((rad, 5), t("fastställd"));
        if !enhet.is_empty() {
            ark.celler.insert((rad, 2), t(enhet));
        }
    }
    ark
}

/// Title, rows about the columns, headings on row 6, regions from row 7.
fn regioner(rubriker: &[&str], varden: impl Fn(u32) -> Vec<C>) -> Ark {
    let mut ark = lista(&[&["Region"], rubriker], &[]);
    for (rad, region) in (6_u32..).zip(Region::alla()) {
        ark.celler.insert((rad, 0), t(region.kortnamn()));
        for (kolumn, varde) in (1..).zip(varden(rad - 6)) {
            ark.celler.insert((rad, kolumn), varde);
        }
    }
    ark
}

fn lista(rubriker: &[&[&str]], rader: &[&[C]]) -> Ark {
    let mut ark = Ark::default();
    ark.celler.insert((0, 0), t("Rubrik på bladet"));
    for (rad, etikett) in (1..).zip(["Källa", "Per datum", "Status", "Bekräftad av"]) {
        ark.celler.insert((rad, 0), t(etikett));
    }
    for (kolumn, rubrik) in (0..).zip(rubriker.concat()) {
        ark.celler.insert((5, kolumn), t(rubrik));
        if kolumn > 0 {
            ark.celler.insert((1, kolumn), t("SCB"));
            ark.celler.insert((3, kolumn), t("preliminär"));
            ark.celler.insert((4, kolumn), t("ekonomichefen"));
        }
    }
    for (rad, celler) in (6..).zip(rader) {
        for (kolumn, cell) in (0..).zip(celler.iter()) {
            ark.celler.insert((rad, kolumn), cell.clone());
        }
    }
    ark
}

/// The package's parts, by path.
pub fn delar(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut delar = BTreeMap::new();
    for index in 0..zip.len() {
        let mut del = zip.by_index(index).expect("a part");
        let mut innehall = Vec::new();
        del.read_to_end(&mut innehall).expect("a whole part");
        delar.insert(del.name().expect("a name").into_owned(), innehall);
    }
    delar
}

/// A package of parts.
pub fn packa<'d>(delar: impl IntoIterator<Item = (&'d str, &'d [u8])>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (namn, innehall) in delar {
        zip.start_file(namn, SimpleFileOptions::default()).expect("a part");
        zip.write_all(innehall).expect("room");
    }
    zip.finish().expect("a package").into_inner()
}

/// A part as text.
pub fn del(bytes: &[u8], path: &str) -> String {
    String::from_utf8(delar(bytes).remove(path).expect("the part")).expect("text")
}

/// The package with a part changed as text.
pub fn andra(bytes: &[u8], path: &str, andring: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut delar = delar(bytes);
    let ny = andring(del(bytes, path));
    delar.insert(path.into(), ny.into_bytes());
    packa(delar.iter().map(|(namn, innehall)| (namn.as_str(), innehall.as_slice())))
}

/// The package with some text in a part replaced; the text must be there.
pub fn byt(bytes: &[u8], path: &str, fran: &str, till: &str) -> Vec<u8> {
    andra(bytes, path, |text| {
        assert!(text.contains(fran), "{path} has no {fran}: {text}");
        text.replacen(fran, till, 1)
    })
}
