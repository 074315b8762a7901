//! Every figure of every document: in the trace, the same when computed again, printed as its value is
//! rounded, and led back to cells that really hold what the leaves say.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use statsbidrag::figure::{CellRef, FigureId};
use statsbidrag::grants::GRANTS;
use statsbidrag::quantity::{Exakt, Unit, Value as Storhet};
use statsbidrag::report::number::Varde;
use statsbidrag::workbook::schema::{Arbetsbok, Falt, Form, Measure, Slag};

use crate::proof::{falt, json as las, med_falt, uppsattning};
use crate::uppsattning::{berakna, indata};

/// The documents' figures, by their names.
fn tryckta() -> BTreeMap<String, Vec<Value>> {
    let mut tryckta: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (namn, _) in uppsattning().pdf() {
        let json = las(&format!("{namn}.json"));
        let mut siffror = Vec::new();
        med_falt(&json, &["id", "varde", "text"], &mut siffror);
        for siffra in siffror {
            tryckta.entry(falt(siffra, "id").to_owned()).or_default().push(siffra.clone());
        }
    }
    assert!(tryckta.len() > 500, "{} figures", tryckta.len());
    tryckta
}

/// The printed number, and half a unit of its last decimal.
fn tryckt(text: &str) -> (Exakt, Exakt) {
    let ren = text.replace('\u{a0}', "").replace('\u{2212}', "-").replace(',', ".");
    let tal: Decimal = ren.parse().unwrap_or_else(|fel| panic!("{text}: {fel}"));
    (tal.into(), Decimal::new(5, tal.scale() + 1).into())
}

/// Whether a number is what a value comes to, rounded half away from zero to as many decimals.
fn avrundat(value: &Exakt, (tal, halv): &(Exakt, Exakt)) -> bool {
    let (avstand, storre) = ((value - tal).belopp(), tal.belopp() > value.belopp());
    avstand < *halv || (avstand == *halv && storre)
}

#[test]
fn every_printed_figure_is_its_value_rounded() {
    let report = berakna().report;
    let mut skalor = BTreeSet::new();
    for (namn, siffror) in tryckta() {
        let id = report.trace.find(&namn).unwrap_or_else(|| panic!("{namn} is not in the trace"));
        let node = report.trace.node(id);
        let Some(exakt) = node.value.exakt() else {
            let Storhet::Datum(dag) = node.value else { panic!("{namn} is no number") };
            assert!(siffror.iter().all(|siffra| siffra["text"] == dag.to_string()), "{namn}");
            continue;
        };
        for siffra in siffror {
            let varde = serde_json::to_value(Varde::av(&node.value)).expect("JSON");
            assert_eq!(siffra["varde"], varde, "{namn}");
            assert_eq!(siffra["enhet"], json!(node.unit.name()), "{namn}");
            assert_eq!(siffra["status"], json!(node.status.namn()), "{namn}");
            let tal = tryckt(falt(&siffra, "text"));
            let skala = falt(&siffra, "skala");
            let visad = &exakt / &Exakt::from(skala.parse::<Decimal>().expect("a number"));
            assert!(avrundat(&visad, &tal), "{namn} is {exakt:?}, printed {}", siffra["text"]);
            assert_eq!(skala == "0.01", node.unit == Unit::Andel, "{namn}: {skala}");
            let kronor = node.unit.name() == "kr";
            let delad = !["0.01", "1"].contains(&skala);
            assert!(!delad || kronor, "{namn}: {skala} of {}", node.unit.name());
            let decimaler = falt(&siffra, "text").split_once(',').map_or(0, |(_, slut)| slut.len());
            assert_eq!(siffra["decimaler"], decimaler, "{namn}");
            let utan_grupper =
                tal.0 >= Exakt::from(1_000) && !falt(&siffra, "text").contains('\u{a0}');
            assert_eq!(siffra["skrivs"] == "artal", utan_grupper, "{namn}: {siffra}");
            assert_eq!(siffra["markt"], siffra["status"] == "preliminär", "{namn}");
            skalor.insert(skala.to_owned());
        }
    }
    assert_eq!(skalor.len(), 5, "{skalor:?}");
}

/// The columns of a table are each printed in one way: as many decimals in every row.
#[test]
fn the_figures_of_a_column_have_the_same_decimals() {
    let decimaler =
        |cell: &Value| falt(cell, "text").split_once(',').map_or(0, |(_, slut)| slut.len());
    let mut kolumner = 0;
    for (namn, _) in uppsattning().pdf() {
        let json = las(&format!("{namn}.json"));
        let mut tabeller = Vec::new();
        med_falt(&json, &["rader", "kolumner"], &mut tabeller);
        for tabell in tabeller {
            let rader = tabell["rader"].as_array().expect("rows");
            for plats in 0..tabell["kolumner"].as_array().expect("columns").len() {
                let celler = rader.iter().map(|rad| &rad["celler"][plats]);
                let antal: BTreeSet<_> =
                    celler.filter(|cell| !cell.is_null()).map(decimaler).collect();
                // A column of which nothing is known says so in every row.
                let okand = |rad: &Value| {
                    let okanda = rad["okanda"].as_array();
                    okanda.is_some_and(|alla| alla.iter().any(|okand| okand["kolumn"] == plats))
                };
                let vantat = usize::from(!rader.iter().all(okand));
                assert_eq!(antal.len(), vantat, "{namn}, {}, column {plats}", tabell["id"]);
                kolumner += 1;
            }
        }
    }
    assert!(kolumner > 30, "{kolumner} columns");
}

/// What is told of table 6: the parts add to the krona, as printed, in every row.
#[test]
fn the_causes_of_each_change_add_as_printed() {
    let json = las("cirkular.json");
    let rader = json["forandring"]["rader"].as_array().expect("rows");
    assert_eq!(rader.len(), 22);
    for rad in rader {
        let tal: Vec<Exakt> = rad["celler"]
            .as_array()
            .expect("cells")
            .iter()
            .map(|cell| tryckt(falt(cell, "text")).0)
            .collect();
        let (hela, delar) = tal.split_last().expect("a total");
        let summa: Exakt = delar.iter().cloned().sum();
        assert_eq!(summa, *hela, "{}", rad["rubrik"]);
    }
}

/// Where the rows of a table do not add as printed, a note names them; 2024's are known.
#[test]
fn rows_that_do_not_add_are_named() {
    let json = las("cirkular.json");
    let antal = |pekare: &str| {
        json.pointer(pekare).and_then(Value::as_u64).unwrap_or_else(|| panic!("no {pekare}"))
    };
    assert_eq!(antal("/behovsmodell/tabell3/avrundade/antal"), 9, "eight regions and the country");
    assert_eq!(antal("/solidariskt/tabell4/avrundade/antal"), 3);
    assert_eq!(antal("/statsbidrag/tabell5/avrundade/antal"), 7);
    let sjunde = &json["forandring_solidariskt"]["avrundade"]["rader"];
    assert_eq!(*sjunde, json!(["Gävleborg", "Västerbotten", "Norrbotten"]), "decimals too");
    assert_eq!(
        json["behovsmodell"]["nivaeffekt"]["gar_inte_ihop"],
        json!(true),
        "3 639 − 3 378 ≠ 262"
    );
    assert_eq!(json["solidariskt"]["ovre_steg_forandring"]["gar_inte_ihop"], json!(false));
}

/// The cells of the workbooks, read by another way than the program's.
struct Bocker(BTreeMap<String, (&'static Arbetsbok, BTreeMap<String, Range<Data>>)>);

impl Bocker {
    fn las() -> Self {
        let bocker = GRANTS.iter().map(|grant| {
            let mall = grant.arbetsbok;
            let bytes = std::fs::read(indata().join(mall.fil)).expect("a workbook");
            let mut bok = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
            (mall.fil.to_owned(), (mall, bok.worksheets().into_iter().collect()))
        });
        Self(bocker.collect())
    }

    /// The field a cell is of: by its item's or column's name, or the columns the user names.
    fn falt(&self, cell: &CellRef) -> &'static Falt {
        let (mall, _) = self.0.get(&cell.location.file).expect("a workbook of a grant");
        let blad = mall.blad(cell.location.sheet.as_deref().expect("a sheet"));
        let fritt = match &blad.form {
            Form::Regioner { fria: Some(fria), .. } => Some(&fria.falt),
            _ => None,
        };
        let eget = blad.falt().iter().find(|falt| falt.rubrik == cell.underlag.uppgift);
        eget.or(fritt).unwrap_or_else(|| panic!("{} is of no field", cell.location))
    }

    /// What a cell holds: a number in the unit the sheet says, or a date.
    fn varde(&self, cell: &CellRef) -> Storhet {
        let plats = &cell.location;
        let (blad, adress) =
            (plats.sheet.as_deref().expect("a sheet"), plats.cell.expect("an address"));
        let (_, sidor) = self.0.get(&plats.file).expect("a workbook of a grant");
        let range = sidor.get(blad);
        let range = range.unwrap_or_else(|| panic!("there is no sheet {blad}"));
        let (rad, kolumn) = adressen(&adress.to_string());
        let falt = self.falt(cell);
        let tal = match range.get_value((rad, kolumn)) {
            Some(Data::Float(tal)) => tal.to_string(),
            Some(Data::Int(tal)) => tal.to_string(),
            // Of an interval the lowest counts: the digits it begins with.
            Some(Data::String(text)) if matches!(falt.slag, Slag::Intervall { .. }) => {
                text.chars().take_while(char::is_ascii_digit).collect()
            }
            Some(Data::String(text)) => text.replace(',', ".").replace(['\u{a0}', ' '], ""),
            Some(Data::DateTime(dag)) => {
                return Storhet::Datum(dag.as_datetime().expect("a date").date());
            }
            annat => panic!("{plats}: {annat:?}"),
        };
        let tal: Decimal = tal.parse().unwrap_or_else(|fel| panic!("{plats}: {tal}: {fel}"));
        Storhet::Exakt(match falt.slag.measure().expect("a number") {
            Measure::Tkr => Exakt::from(tal) * Exakt::from(1_000),
            Measure::Mnkr => Exakt::from(tal) * Exakt::from(1_000_000),
            Measure::Mdkr => Exakt::from(tal) * Exakt::from(1_000_000_000),
            Measure::Procent => Exakt::from(tal) / Exakt::from(100),
            _ => tal.into(),
        })
    }
}

/// Row and column, from nought, of `C14`.
fn adressen(adress: &str) -> (u32, u32) {
    let (bokstaver, siffror) =
        adress.split_at(adress.find(|tecken: char| tecken.is_ascii_digit()).expect("a row"));
    let kolumn =
        bokstaver.bytes().fold(0, |summa, tecken| summa * 26 + u32::from(tecken - b'A') + 1);
    (siffror.parse::<u32>().expect("a row") - 1, kolumn - 1)
}

#[test]
fn every_figure_computes_again_and_ends_in_cells_that_hold_it() {
    let report = berakna().report;
    let trace = &report.trace;
    let mut lov: BTreeSet<FigureId> = BTreeSet::new();
    for namn in tryckta().keys() {
        let id = trace.find(namn).expect("it is in the trace");
        assert_eq!(trace.evaluate(id), trace.node(id).value, "{namn}");
        for under in trace.under(id) {
            let node = trace.node(under);
            if node.rule().is_none() {
                lov.insert(under);
            } else {
                assert!(!trace.operands(under).is_empty(), "{} ends in no cell", node.name);
            }
        }
    }
    let bocker = Bocker::las();
    let mut blad = BTreeSet::new();
    for id in &lov {
        let node = trace.node(*id);
        let Some(cell) = node.cell() else { panic!("{} is no leaf", node.name) };
        let varde = match &node.value {
            Storhet::Datum(dag) => Storhet::Datum(*dag),
            annat => Storhet::Exakt(annat.exakt().expect("a number")),
        };
        assert_eq!(bocker.varde(cell), varde, "{}: {}", cell.location, node.name);
        blad.insert(cell.location.sheet.clone());
    }
    assert!(lov.len() > 600, "{} cells", lov.len());
    assert!(blad.len() > 8, "{blad:?}");
}
