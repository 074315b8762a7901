//! The workbooks of 2024 from the CSV fixtures in `tests/data`, a module for each grant: used by the
//! tool that writes `inputs/2024` and by the tests that change it. Knows the fixtures, not how a
//! sheet is laid out.

pub(crate) mod beredskap;
pub(crate) mod besked;
pub(crate) mod lakemedel;
pub(crate) mod regleringsbrev;
pub(crate) mod sektorsbidrag;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use statsbidrag::figure::Status;
use statsbidrag::grants;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::{Arbetsbok, Falt, Form, Slag};
use statsbidrag::workbook::{Belagg, Fyllning, Innehall, scaffold};

/// The year of the fixtures.
pub(crate) const AR: i32 = 2024;

/// A workbook, and what it is filled with.
pub(crate) type Ifylld = (&'static Arbetsbok, fn() -> Fyllning);

/// Every workbook of the year.
pub(crate) const ARBETSBOCKER: &[Ifylld] = &[
    (&grants::lakemedel::schema::ARBETSBOK, lakemedel::fyllning),
    (&grants::regleringsbrev::schema::ARBETSBOK, regleringsbrev::fyllning),
    (&grants::sektorsbidrag::schema::ARBETSBOK, sektorsbidrag::fyllning),
    (&grants::besked::schema::ARBETSBOK, besked::fyllning),
    (&grants::beredskap::schema::ARBETSBOK, beredskap::fyllning),
];

/// Every workbook of the year: its file's name and bytes.
pub(crate) fn alla() -> &'static [(&'static str, Vec<u8>)] {
    static ALLA: OnceLock<Vec<(&'static str, Vec<u8>)>> = OnceLock::new();
    ALLA.get_or_init(|| {
        ARBETSBOCKER.iter().map(|(bok, fyllning)| (bok.fil, bytes(bok, &fyllning()))).collect()
    })
}

/// A workbook's bytes.
pub(crate) fn bytes(bok: &'static Arbetsbok, fyllning: &Fyllning) -> Vec<u8> {
    scaffold(bok, AR, fyllning).expect("the fixtures fit the schema")
}

type Rader = Vec<BTreeMap<String, String>>;

/// Fills in the items of every sheet of items, by id, from a fixture of values, sources and statuses: all
/// but some.
fn uppgifter(fyll: &mut Fyllning, bok: &'static Arbetsbok, fil: &str, utan: &[&str]) {
    for rad in csv(fil).iter().filter(|rad| !utan.contains(&rad["id"].as_str())) {
        let (sida, falt) = falt(bok, &rad["id"]);
        let mut belagg = Belagg::ny(&rad["kalla"], status(&rad["status"]));
        if !rad["bekraftad_av"].is_empty() {
            belagg = belagg.bekraftad_av(&rad["bekraftad_av"]);
        }
        fyll.uppgift(sida, falt.id, innehall(falt, &rad["varde"]), belagg);
    }
}

pub(crate) fn falt(bok: &'static Arbetsbok, id: &str) -> (&'static str, &'static Falt) {
    let uppgifter = bok.blad.iter().filter(|sida| matches!(sida.form, Form::Uppgifter(_)));
    uppgifter
        .flat_map(|sida| sida.falt().iter().map(|falt| (sida.namn, falt)))
        .find(|(_, falt)| falt.id == id)
        .unwrap_or_else(|| panic!("the schema has no item {id}"))
}

/// Adds the rows of a list: a column for each of the sheet's, by id, but some; none if the sheet is one of
/// those that are left out.
fn lista(fyll: &mut Fyllning, bok: &'static Arbetsbok, sida: &str, fil: &str, utan: &[&str]) {
    if utan.contains(&sida) {
        return;
    }
    let falten = bok.blad(sida).falt();
    for rad in csv(fil) {
        let ifyllda = falten.iter().filter(|falt| !utan.contains(&falt.id)).filter_map(|falt| {
            let text = rad.get(falt.id).expect("a column of the fixture");
            (!text.is_empty()).then(|| (falt.id, innehall(falt, text)))
        });
        fyll.rad(sida, ifyllda);
    }
}

/// Fills in a column per region of a sheet, from a column of a fixture.
fn kolumn(
    fyll: &mut Fyllning,
    (bok, sida): (&'static Arbetsbok, &str),
    id: &str,
    rader: &Rader,
    kolumnen: &str,
    belagg: Belagg,
) {
    let falt = bok.blad(sida).falt().iter().find(|falt| falt.id == id).expect("a column");
    let varden = PerRegion::fran(|region| innehall(falt, &regionens(rader, region)[kolumnen]));
    fyll.kolumn(sida, id, varden, belagg);
}

fn regionens(rader: &Rader, region: Region) -> &BTreeMap<String, String> {
    rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("every region has its row")
}

/// A fixture's text as what stands in the cell.
pub(crate) fn innehall(falt: &Falt, text: &str) -> Innehall {
    match falt.slag {
        Slag::Heltal { .. } => heltal(text),
        Slag::Decimal { .. } => Innehall::Decimal(text.parse().expect("a decimal")),
        Slag::Text { .. } | Slag::Val(_) | Slag::Intervall { .. } => {
            Innehall::Text(text.to_owned())
        }
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
