//! What an agreement pays for, part by part, and what is settled by itself: the sheets of components and of
//! settlement groups, this year's and last year's, as figures and words.

use std::collections::BTreeSet;

use super::named::{Names, named};
use crate::contract::lakemedel::{self as contract, DRAS_AV};
use crate::contract::{Country, Indexed, Maybe};
use crate::figure::{CellRef, Figure, Sourced};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::quantity::{Andel, Kronor};
use crate::swedish;
use crate::workbook::book::Row;

/// What an agreement pays for, and how it is settled.
#[derive(Clone, Debug)]
pub struct Delar {
    /// The components, one at least.
    pub komponenter: Vec<Komponent>,
    /// The state's share of the forecast återbäring, kr, without sign; zero where no component's is subtracted.
    pub aterbaring: Figure<Kronor>,
    /// What is settled by itself; the components of each are among those above.
    pub grupper: Vec<Grupp>,
}

/// A component.
#[derive(Clone, Debug)]
pub struct Komponent {
    /// Its words.
    pub rad: contract::Komponent,
    /// The cells of its words.
    pub cells: Vec<CellRef>,
    /// What was agreed, gross, kr.
    pub belopp: Figure<Kronor>,
}

/// A settlement group.
#[derive(Clone, Debug)]
pub struct Grupp {
    /// Its words.
    pub rad: contract::Avrakningsgrupp,
    /// The cells of its words.
    pub cells: Vec<CellRef>,
    /// How far above its base nothing is shared.
    pub uppat: Figure<Andel>,
    /// How far below.
    pub nedat: Figure<Andel>,
}

/// An agreement's sheets, and what their figures are promised as.
pub(super) struct Blad {
    komponenter: &'static str,
    grupper: &'static str,
    belopp: Indexed<Country<Kronor>>,
    andel: Indexed<Country<Andel>>,
    uppat: Indexed<Maybe<Country<Andel>>>,
    nedat: Indexed<Maybe<Country<Andel>>>,
    statens_andel: Indexed<Maybe<Country<Andel>>>,
}

/// This year's.
pub(super) const ARETS: Blad = Blad {
    komponenter: sheets::KOMPONENTER,
    grupper: sheets::AVRAKNINGSGRUPPER,
    belopp: contract::KOMPONENT,
    andel: contract::ERSATT_ANDEL,
    uppat: contract::GRANSEN_UPPAT,
    nedat: contract::GRANSEN_NEDAT,
    statens_andel: contract::STATENS_ANDEL,
};
/// Last year's.
pub(super) const FOREGAENDE: Blad = Blad {
    komponenter: sheets::FOREGAENDE_KOMPONENTER,
    grupper: sheets::FOREGAENDE_AVRAKNINGSGRUPPER,
    belopp: contract::FOREGAENDE_KOMPONENT,
    andel: contract::FOREGAENDE_ERSATT_ANDEL,
    uppat: contract::FOREGAENDE_GRANSEN_UPPAT,
    nedat: contract::FOREGAENDE_GRANSEN_NEDAT,
    statens_andel: contract::FOREGAENDE_STATENS_ANDEL,
};

/// A component's row before its group is looked up.
struct Rad {
    komponent: Komponent,
    namn: Sourced<String>,
    aterbaring: Sourced<String>,
    grupp: Option<Sourced<String>>,
}

/// A group's row before its components are known.
struct Gruppens {
    id: String,
    namn: Sourced<String>,
    uppat: Figure<Andel>,
    nedat: Figure<Andel>,
}

/// Reads an agreement's sheets; none if something of them is missing or wrong, which has been reported.
pub(super) fn read(
    reader: &mut Reader<'_>,
    blad: &Blad,
    aterbaring: Option<Figure<Kronor>>,
) -> Option<Delar> {
    let rader = komponenter(reader, blad);
    let grupper = grupper(reader, blad);
    let (rader, grupper) = (rader?, grupper?);
    let known = in_groups(reader, blad, &rader, &grupper);
    let aterbaring = aterbaring?;
    let divided = aterbaringen(reader, &aterbaring, &rader);
    known.and(divided)?;
    let grupper = grupper.into_iter().map(|grupp| hela(grupp, &rader)).collect();
    let komponenter = rader.into_iter().map(|rad| rad.komponent).collect();
    Some(Delar { komponenter, aterbaring, grupper })
}

fn komponenter(reader: &mut Reader<'_>, blad: &Blad) -> Option<Vec<Rad>> {
    let page = blad.komponenter;
    let names = Names { field: "komponent", example: say::a_component(), twice: say::own_names() };
    let (mut rader, mut seen, mut whole) = (Vec::new(), BTreeSet::new(), true);
    for row in reader.book.rows(page) {
        let rad = named(reader, row, &names, &mut seen).and_then(|id| en(reader, blad, row, id));
        whole &= rad.is_some();
        rader.extend(rad);
    }
    if rader.is_empty() && whole && reader.book.has(page) {
        let place = Location::field(WORKBOOK.file, page, "komponent");
        let problem = Problem::new(Code::I06, place, say::no_component());
        reader.problems.add(problem.expected(say::one_component()));
        return None;
    }
    (whole && !rader.is_empty()).then_some(rader)
}

fn en(reader: &mut Reader<'_>, blad: &Blad, row: &Row, id: String) -> Option<Rad> {
    let page = blad.komponenter;
    let belopp = reader.row_figure(page, row, "avtalat_belopp", &blad.belopp.at(&id));
    // Printed, and settled by; no rule of this grant computes with it.
    let andel = reader.row_figure(page, row, "ersatt_andel", &blad.andel.at(&id));
    let [namn, avser, aterbaring, grupp] =
        ["komponent", "avser", "aterbaring", "grupp"].map(|field| row.text(field));
    let (namn, avser, aterbaring) = (namn?, avser?, aterbaring?);
    andel?;
    let [ja, _] = DRAS_AV;
    let cells = [Some(&namn), Some(&avser), Some(&aterbaring), grupp.as_ref()];
    let cells = cells.into_iter().flatten().map(|read| read.cell.clone()).collect();
    let rad = contract::Komponent {
        id,
        namn: namn.value.clone(),
        avser: avser.value,
        aterbaring: aterbaring.value == ja,
        grupp: grupp.as_ref().map(|grupp| swedish::slug(&grupp.value)),
    };
    Some(Rad { komponent: Komponent { rad, cells, belopp: belopp? }, namn, aterbaring, grupp })
}

fn grupper(reader: &mut Reader<'_>, blad: &Blad) -> Option<Vec<Gruppens>> {
    let page = blad.grupper;
    let names = Names { field: "grupp", example: say::a_group(), twice: say::own_names() };
    let (mut grupper, mut seen, mut whole) = (Vec::new(), BTreeSet::new(), true);
    for row in reader.book.rows(page) {
        let grupp = named(reader, row, &names, &mut seen).and_then(|id| {
            let uppat = reader.row_figure(page, row, "uppat", &blad.uppat.at(&id));
            let nedat = reader.row_figure(page, row, "nedat", &blad.nedat.at(&id));
            // Printed, and settled by; no rule of this grant computes with it.
            reader.row_figure(page, row, "statens_andel", &blad.statens_andel.at(&id))?;
            Some(Gruppens { id, namn: row.text("grupp")?, uppat: uppat?, nedat: nedat? })
        });
        whole &= grupp.is_some();
        grupper.extend(grupp);
    }
    whole.then_some(grupper)
}

/// That every component's group is known, and that every group has a component.
fn in_groups(
    reader: &mut Reader<'_>,
    blad: &Blad,
    rader: &[Rad],
    grupper: &[Gruppens],
) -> Option<()> {
    let mut all = Some(());
    let known = |id: &str| grupper.iter().any(|grupp| grupp.id == id);
    for grupp in rader.iter().filter_map(|rad| rad.grupp.as_ref()) {
        if known(&swedish::slug(&grupp.value)) {
            continue;
        }
        let text = say::no_group(&words::quoted(&grupp.value), &words::quoted(&blad.grupper));
        let problem = Problem::new(Code::R04, grupp.cell.location.clone(), text);
        let names: Vec<_> = grupper.iter().map(|grupp| words::quoted(&grupp.namn.value)).collect();
        reader.problems.add(match names.as_slice() {
            [] => problem.expected(say::group_on_its_sheet()),
            _ => problem.expected(Message::any_of(&names)).help(say::or_add_the_group()),
        });
        all = None;
    }
    for grupp in grupper {
        let has = |rad: &Rad| rad.komponent.rad.grupp.as_deref() == Some(&grupp.id);
        if !rader.iter().any(has) {
            let text = say::empty_group(&words::quoted(&grupp.namn.value));
            let problem = Problem::new(Code::R04, grupp.namn.cell.location.clone(), text);
            reader
                .problems
                .add(problem.expected(say::component_in_group(&words::quoted(&blad.komponenter))));
            all = None;
        }
    }
    all
}

/// That återbäring is subtracted from something, and from what is settled together: the agreements do not divide it.
fn aterbaringen(reader: &mut Reader<'_>, aterbaring: &Figure<Kronor>, rader: &[Rad]) -> Option<()> {
    if aterbaring.value == Kronor::zero() {
        return Some(());
    }
    let netto: Vec<_> = rader.iter().filter(|rad| rad.komponent.rad.aterbaring).collect();
    let Some(first) = netto.first() else {
        let place = reader.report.trace.node(aterbaring.id).cell();
        let place = place.map(|cell| cell.location.clone()).unwrap_or_default();
        let problem = Problem::new(Code::R04, place, say::gross_with_rebates());
        reader.problems.add(problem.expected(say::net_or_no_rebates()));
        return None;
    };
    let group = |rad: &Rad| rad.komponent.rad.grupp.clone();
    let Some(other) = netto.iter().find(|rad| group(rad) != group(first)) else { return Some(()) };
    let place = other.grupp.as_ref().map_or(&other.aterbaring.cell, |grupp| &grupp.cell);
    let [one, another] = [first, other].map(|rad| words::quoted(&rad.namn.value));
    let text = say::rebates_not_divided(&one, &another);
    let problem = Problem::new(Code::R04, place.location.clone(), text);
    reader.problems.add(problem.expected(say::together_or_gross()));
    None
}

/// A group with its components.
fn hela(grupp: Gruppens, rader: &[Rad]) -> Grupp {
    let Gruppens { id, namn, uppat, nedat } = grupp;
    let egna = rader.iter().map(|rad| &rad.komponent.rad);
    let egna: Vec<_> = egna.filter(|rad| rad.grupp.as_ref() == Some(&id)).collect();
    let avser: Vec<_> = egna.iter().map(|rad| rad.avser.clone()).collect();
    let kort: Vec<_> = egna.iter().map(|rad| rad.namn.clone()).collect();
    let rad = contract::Avrakningsgrupp {
        id,
        namn: namn.value,
        avser: swedish::enumeration(&avser),
        kort: swedish::enumeration(&kort),
        komponenter: egna.iter().map(|rad| rad.id.clone()).collect(),
        netto: egna.iter().any(|rad| rad.aterbaring),
    };
    Grupp { rad, cells: vec![namn.cell], uppat, nedat }
}
