//! A workbook as a user has it in a spreadsheet program: cells by sheet and place, to look at and to
//! type in. Knows the file format, no schema; shares nothing with the program's reader.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Varde {
    Text(String),
    /// As the file has it: with a point.
    Tal(String),
}

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Ruta {
    pub(crate) varde: Option<Varde>,
    /// Whether its format is that of a date.
    pub(crate) datum: bool,
    pub(crate) formel: bool,
}

/// Row and column, from 1.
pub(crate) type Plats = (u32, u32);

/// A sheet's cells.
pub(crate) type Blad = BTreeMap<Plats, Ruta>;

/// A workbook.
pub(crate) struct Kalkyl {
    delar: BTreeMap<String, Vec<u8>>,
    /// Sheets and the parts they are in, in order.
    blad: Vec<(String, String)>,
    strangar: Vec<String>,
    datumstilar: BTreeSet<String>,
}

impl Kalkyl {
    pub(crate) fn ny(bytes: &[u8]) -> Self {
        let mut paket = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut delar = BTreeMap::new();
        for plats in 0..paket.len() {
            let mut del = paket.by_index(plats).expect("a part");
            let mut innehall = Vec::new();
            del.read_to_end(&mut innehall).expect("its bytes");
            delar.insert(del.name().expect("a name").into_owned(), innehall);
        }
        let text = |namn: &str| String::from_utf8(delar[namn].clone()).expect("UTF-8");
        let blad = element(&text("xl/workbook.xml"), "sheet")
            .iter()
            .zip(1..)
            .map(|((attribut, _), nummer)| {
                (vanlig(&varde(attribut, "name")), format!("xl/worksheets/sheet{nummer}.xml"))
            })
            .collect();
        let strangar = element(&text("xl/sharedStrings.xml"), "si")
            .iter()
            .map(|(_, innehall)| vanlig(element(innehall, "t").first().map_or("", |(_, t)| t)))
            .collect();
        let datumstilar = datumstilar(&text("xl/styles.xml"));
        Self { delar, blad, strangar, datumstilar }
    }

    /// The sheets' names, in order.
    pub(crate) fn namn(&self) -> impl Iterator<Item = &str> {
        self.blad.iter().map(|(namn, _)| namn.as_str())
    }

    /// The cells of a sheet, the empty ones that have a format too.
    pub(crate) fn blad(&self, namn: &str) -> Blad {
        element(&self.xml(namn), "c").iter().map(|(a, innehall)| self.ruta(a, innehall)).collect()
    }

    fn ruta(&self, attribut: &str, innehall: &str) -> (Plats, Ruta) {
        let stil = varde(attribut, "s");
        let v = element(innehall, "v").first().map(|(_, v)| vanlig(v));
        let last = match (varde(attribut, "t").as_str(), v) {
            ("s", Some(nummer)) => {
                Some(Varde::Text(self.strangar[nummer.parse::<usize>().expect("a number")].clone()))
            }
            ("inlineStr", _) => {
                let t = element(innehall, "t");
                t.first().map(|(_, t)| Varde::Text(vanlig(t)))
            }
            ("str", Some(text)) => Some(Varde::Text(text)),
            (_, v) => v.map(Varde::Tal),
        };
        let ruta = Ruta {
            varde: last,
            datum: self.datumstilar.contains(&stil),
            formel: innehall.contains("<f>"),
        };
        (plats(&varde(attribut, "r")), ruta)
    }

    /// Types in a cell that has a format, or empties it; a formula keeps standing and gets the value.
    pub(crate) fn skriv(&mut self, blad: &str, plats: Plats, nytt: Option<&Varde>) {
        let xml = self.xml(blad);
        let r = adress(plats);
        let (fore, hela) = xml.split_once(&format!("<c r=\"{r}\"")).expect("the cell is there");
        let (attribut, rest) = hela.split_once('>').expect("the tag ends");
        let (innehall, efter) = if attribut.ends_with('/') {
            ("", rest)
        } else {
            rest.split_once("</c>").expect("it ends")
        };
        let stil = varde(attribut, "s");
        let formel = element(innehall, "f");
        let formel = formel.first().map(|(_, f)| format!("<f>{f}</f>")).unwrap_or_default();
        let cell = match nytt {
            None => format!("<c r=\"{r}\" s=\"{stil}\"/>"),
            Some(Varde::Text(text)) => format!(
                "<c r=\"{r}\" s=\"{stil}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
            ),
            Some(Varde::Tal(tal)) => {
                format!("<c r=\"{r}\" s=\"{stil}\">{formel}<v>{tal}</v></c>")
            }
        };
        let ny = format!("{fore}{cell}{efter}");
        let del = self.del(blad).to_owned();
        self.delar.insert(del, ny.into_bytes());
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut paket = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (namn, del) in &self.delar {
            // The same bytes whenever it is written.
            let val = zip::write::SimpleFileOptions::default()
                .last_modified_time(zip::DateTime::default());
            paket.start_file(namn, val).expect("a part");
            paket.write_all(del).expect("its bytes");
        }
        paket.finish().expect("a package").into_inner()
    }

    fn del(&self, blad: &str) -> &str {
        let del = self.blad.iter().find(|(namn, _)| namn == blad);
        del.map_or_else(|| panic!("there is no sheet {blad}"), |(_, del)| del.as_str())
    }

    fn xml(&self, blad: &str) -> String {
        String::from_utf8(self.delar[self.del(blad)].clone()).expect("UTF-8")
    }
}

/// The elements of a name, outermost first come: their attributes and what is in them. No element is
/// within another of its own name in what is read here.
fn element<'x>(xml: &'x str, namn: &str) -> Vec<(&'x str, &'x str)> {
    let mut funna = Vec::new();
    let (oppning, slut) = (format!("<{namn}"), format!("</{namn}>"));
    let mut kvar = xml;
    while let Some((_, efter)) = kvar.split_once(&oppning) {
        kvar = efter;
        if !kvar.starts_with([' ', '>', '/']) {
            continue;
        }
        let (attribut, rest) = kvar.split_once('>').expect("the tag ends");
        if let Some(attribut) = attribut.strip_suffix('/') {
            funna.push((attribut, ""));
            kvar = rest;
        } else {
            let (innehall, rest) = rest.split_once(&slut).expect("the element ends");
            funna.push((attribut, innehall));
            kvar = rest;
        }
    }
    funna
}

/// The value of an attribute; empty if it is not there.
fn varde(attribut: &str, namn: &str) -> String {
    let efter = attribut.split_once(&format!(" {namn}=\""));
    efter.and_then(|(_, efter)| efter.split_once('"')).map_or("", |(varde, _)| varde).to_owned()
}

fn vanlig(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&apos;", "'").replace("&amp;", "&")
}

/// The formats of cells that show dates, by number.
fn datumstilar(stilar: &str) -> BTreeSet<String> {
    let format = element(stilar, "numFmt");
    let datum: BTreeSet<_> = format
        .iter()
        .filter(|(attribut, _)| varde(attribut, "formatCode").contains("yy"))
        .map(|(attribut, _)| varde(attribut, "numFmtId"))
        .collect();
    let celler = element(stilar, "cellXfs");
    let (_, celler) = celler.first().expect("formats");
    (0..)
        .zip(element(celler, "xf"))
        .filter(|(_, (attribut, _))| datum.contains(&varde(attribut, "numFmtId")))
        .map(|(nummer, _): (usize, _)| nummer.to_string())
        .collect()
}

fn plats(adress: &str) -> Plats {
    let (bokstaver, siffror) =
        adress.split_at(adress.find(|tecken: char| tecken.is_ascii_digit()).expect("a row"));
    let kolumn =
        bokstaver.bytes().fold(0, |kolumn, tecken| kolumn * 26 + u32::from(tecken - b'A') + 1);
    (siffror.parse().expect("a number"), kolumn)
}

/// A place as a user names it: `C14`.
pub(crate) fn adress((rad, mut kolumn): Plats) -> String {
    let mut bokstaver = Vec::new();
    while kolumn > 0 {
        bokstaver.push(char::from(b'A' + u8::try_from((kolumn - 1) % 26).expect("a letter")));
        kolumn = (kolumn - 1) / 26;
    }
    format!("{}{rad}", bokstaver.into_iter().rev().collect::<String>())
}

/// What stands in a cell, as the file has it.
pub(crate) fn text(celler: &Blad, plats: Plats) -> Option<&str> {
    match celler.get(&plats)?.varde.as_ref()? {
        Varde::Text(text) | Varde::Tal(text) => Some(text),
    }
}

/// The row with a text in column A.
pub(crate) fn rad_med(celler: &Blad, text_i_a: &str) -> u32 {
    let rad = celler.keys().find(|plats| plats.1 == 1 && text(celler, **plats) == Some(text_i_a));
    rad.unwrap_or_else(|| panic!("no row is headed {text_i_a}")).0
}
