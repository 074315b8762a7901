//! The committed workbooks of 2024 and the empty ones of the year after: what is in the repository is
//! what the fixtures give, everything required is filled, and an empty workbook says all it lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::indata_2024::{self, AR, ARBETSBOCKER, bytes, lakemedel};
use statsbidrag::contract::{Promised, lakemedel as promised, promises};
use statsbidrag::grants::lakemedel::schema::{self, blad};
use statsbidrag::grants::{GRANTS, Reader};
use statsbidrag::problem::{Code, Problems};
use statsbidrag::quantity::Exakt;
use statsbidrag::report::Report;
use statsbidrag::workbook::bok::Rad;
use statsbidrag::workbook::schema::{Arbetsbok, Arv, Blad, Falt, Form, Slag};
use statsbidrag::workbook::{Bok, Fyllning, beskrivning, las, scaffold};

fn last(mall: &'static Arbetsbok, bytes: &[u8]) -> (Bok, Problems) {
    let mut problems = Problems::new();
    let bok = las(mall, mall.fil, bytes, &mut problems);
    (bok.expect("a workbook"), problems)
}

#[test]
fn every_grant_has_its_workbook_of_2024() {
    let grants: Vec<_> = GRANTS.iter().map(|grant| grant.arbetsbok.fil).collect();
    let fixtures: Vec<_> = ARBETSBOCKER.iter().map(|(bok, _)| bok.fil).collect();
    assert_eq!(fixtures, grants);
}

/// The items and columns of a workbook, the user's own among them.
fn alla_falt(mall: &'static Arbetsbok) -> impl Iterator<Item = &'static Falt> {
    mall.blad.iter().flat_map(|sida| match &sida.form {
        Form::Regioner { kolumner, fria, .. } => {
            kolumner.iter().chain(fria.as_ref().map(|fria| &fria.falt)).collect::<Vec<_>>()
        }
        _ => sida.falt().iter().collect(),
    })
}

/// The promise of a grant by this id.
fn promise(grant: &str, id: &str) -> Option<&'static Promised> {
    promises().find(|promised| promised.grant == grant && promised.id == id)
}

#[test]
fn a_field_is_of_the_quantity_that_its_grant_promises() {
    for grant in GRANTS {
        let mut compared = 0;
        for falt in alla_falt(grant.arbetsbok) {
            let (unit, promised) = (falt.slag.unit(), promise(grant.id, falt.id));
            let (Some(unit), Some(promised)) = (unit, promised) else { continue };
            assert!(promised.unit.is_none_or(|of| of == unit), "{} is {promised:?}", falt.id);
            compared += 1;
        }
        assert!(compared > 0, "{} promises no figure by the id of a field", grant.id);
    }
}

#[test]
fn what_a_field_inherits_is_promised_in_a_unit_that_it_can_hold() {
    let mut compared = 0;
    for grant in GRANTS {
        for falt in alla_falt(grant.arbetsbok) {
            let Arv::Resultat { bidrag, siffra } = falt.arv else { continue };
            let bidrag = bidrag.unwrap_or(grant.id);
            let promised = promise(bidrag, siffra)
                .unwrap_or_else(|| panic!("{}: {bidrag} does not promise {siffra}", falt.id));
            let held = match (falt.slag.measure(), promised.unit) {
                (Some(measure), Some(unit)) => measure.to_cell(unit, &Exakt::from(1)).is_some(),
                (Some(_), None) => false,
                (None, unit) => unit == falt.slag.unit(),
            };
            assert!(held, "{} cannot hold {promised:?}", falt.id);
            compared += 1;
        }
    }
    assert!(compared > 10, "only {compared} fields are inherited");
}

#[test]
#[should_panic(expected = "sol is in Some(HelaKronor), and not in Kronor")]
fn a_cell_is_not_read_as_another_quantity() {
    let mall = &schema::ARBETSBOK;
    let (bok, mut problems) = last(mall, &bytes(mall, &Fyllning::ny()));
    let mut report = Report::new();
    let mut reader = Reader::new((promised::GRANT, mall), &bok, &mut report, &mut problems);
    let _ = reader.figure_from(blad::OVERENSKOMMELSE, "sol", &promised::FORMANEN);
}

/// Holds a committed file to what the fixtures and schemas give.
fn skrivet(path: &str, vantat: &[u8]) {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let lika = bytes.is_ok_and(|bytes| bytes == vantat);
    assert!(
        lika,
        "{path} is not what tests/data and the schemas give; write it with: \
         `cargo dev inputs`"
    );
}

#[test]
fn the_committed_workbooks_are_what_the_fixtures_give() {
    for (fil, bytes) in indata_2024::alla() {
        skrivet(&format!("inputs/{AR}/{fil}"), bytes);
    }
}

#[test]
fn the_committed_descriptions_are_the_schemas() {
    for (bok, _) in ARBETSBOCKER {
        let stam = bok.fil.trim_end_matches(".xlsx");
        skrivet(&format!("docs/arbetsbok-{stam}.md"), beskrivning(bok, AR).as_bytes());
    }
}

/// Whether a row has a value for a field.
fn i_raden(rad: &Rad, falt: &Falt) -> bool {
    match falt.slag {
        Slag::Heltal { .. } | Slag::Intervall { .. } => rad.heltal(falt.id).is_some(),
        Slag::Decimal { .. } => rad.decimal(falt.id).is_some(),
        Slag::Text { .. } | Slag::Val(_) => rad.text(falt.id).is_some(),
        Slag::Datum => rad.datum(falt.id).is_some(),
    }
}

/// Whether an item, or a column for every region or row, is filled.
fn ifyllt(bok: &Bok, sida: &Blad, falt: &Falt) -> bool {
    match (&sida.form, falt.slag) {
        (Form::Uppgifter(_), Slag::Heltal { .. }) => bok.heltal(sida.namn, falt.id).is_some(),
        (Form::Uppgifter(_), Slag::Decimal { .. }) => bok.decimal(sida.namn, falt.id).is_some(),
        (Form::Uppgifter(_), Slag::Datum) => bok.datum(sida.namn, falt.id).is_some(),
        (Form::Uppgifter(_), _) => bok.text(sida.namn, falt.id).is_some(),
        (Form::Regioner { .. }, Slag::Heltal { .. }) => {
            bok.region_heltal(sida.namn, falt.id).is_some()
        }
        (Form::Regioner { .. }, Slag::Decimal { .. }) => {
            bok.region_decimal(sida.namn, falt.id).is_some()
        }
        (Form::Regioner { .. }, _) => bok.region_text(sida.namn, falt.id).is_some(),
        (Form::Lista { .. }, _) => {
            let rader = bok.rader(sida.namn);
            !rader.is_empty() && rader.iter().all(|rad| i_raden(rad, falt))
        }
    }
}

#[test]
fn everything_the_schemas_require_is_filled_for_2024() {
    for (mall, fyllning) in ARBETSBOCKER {
        let (bok, problems) = last(mall, &bytes(mall, &fyllning()));
        assert_eq!(problems.to_string(), "");
        assert_eq!(bok.ar, AR);
        let mut antal = 0;
        for sida in mall.blad.iter().filter(|sida| sida.kravs) {
            for falt in sida.falt().iter().filter(|falt| falt.kravs) {
                assert!(ifyllt(&bok, sida, falt), "{} lacks {}", sida.namn, falt.rubrik);
                antal += 1;
            }
        }
        assert!(antal > 10, "{}: {antal} required fields", mall.fil);
    }
}

#[test]
fn the_need_model_has_all_its_groups() {
    let (bok, _) = last(&schema::ARBETSBOK, &bytes(&schema::ARBETSBOK, &lakemedel::fyllning()));
    assert_eq!(bok.rader(blad::PRISLAPPAR).len(), 22);
    assert_eq!(bok.fria_heltal(blad::SOLIDARISKA).len(), lakemedel::SJUKDOMAR.len());
}

/// Sheet by sheet, how many problems of each kind an empty workbook has.
fn antal(problems: &Problems) -> BTreeMap<(String, &'static str), usize> {
    let mut antal = BTreeMap::new();
    for problem in problems.iter() {
        let sida = problem.location.sheet.clone().unwrap_or_default();
        *antal.entry((sida, problem.code.name())).or_default() += 1;
    }
    antal
}

/// An item is missed at its cell, a column or a list that is empty once at its heading; what it rests on
/// is asked for when it has a value, but for the year, which is filled in.
#[test]
fn an_empty_workbook_of_2025_says_by_sheet_and_cell_all_that_it_lacks() {
    for (mall, _) in ARBETSBOCKER {
        let tom = scaffold(mall, 2025, &Fyllning::ny()).expect("an empty workbook");
        let (bok, problems) = last(mall, &tom);
        assert_eq!(bok.ar, 2025);
        let koder: BTreeSet<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(koder, BTreeSet::from([Code::I06, Code::I16]), "{}", mall.fil);
        for problem in problems.iter() {
            let plats = &problem.location;
            assert_eq!(plats.file, mall.fil);
            assert!(plats.sheet.is_some() && plats.cell.is_some(), "{problem}");
        }
        let funna = antal(&problems);
        for sida in mall.blad {
            let kravda = sida.falt().iter().filter(|falt| falt.kravs).count();
            let saknas = match sida.form {
                _ if !sida.kravs => 0,
                Form::Uppgifter(_) if sida.namn == mall.ar.0 => kravda - 1,
                Form::Uppgifter(_) | Form::Regioner { .. } => kravda,
                Form::Lista { .. } => 1,
            };
            let i06 = funna.get(&(sida.namn.to_owned(), "I06")).copied().unwrap_or_default();
            assert_eq!(i06, saknas, "{} › {}:\n{problems}", mall.fil, sida.namn);
        }
        let (sida, _) = mall.ar;
        let i16: Vec<_> = problems.iter().filter(|problem| problem.code == Code::I16).collect();
        assert_eq!(i16.len(), 2, "source and status of the year: {i16:?}");
        assert!(i16.iter().all(|problem| problem.location.sheet.as_deref() == Some(sida)));
    }
}
