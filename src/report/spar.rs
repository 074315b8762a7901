//! The trace as it leaves the program: every named figure with its exact value, the rule and the
//! figures it came from, or the cell it was read in. `trace.json` is all of it; `explain` shows the
//! part below one figure.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::figure::{CellRef, FigureId, Node, Origin, Rule, Trace};
use crate::quantity::Value;
use crate::report::delar::Varde;

/// `trace.json`: all figures of a run, each after those it was derived from.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Spar {
    /// The version of this form.
    pub version: u32,
    /// The id of the run; empty in an explanation, which makes no documents.
    pub korning: String,
    /// The rules that were used, by id.
    pub regler: Vec<Regel>,
    /// The figures.
    pub siffror: Vec<Sparad>,
}

/// What `explain --format json` prints.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Forklaring {
    /// The version of this form.
    pub version: u32,
    /// The figures asked for.
    pub siffror: Vec<String>,
    /// That each was computed again from its cells, and came out the same.
    pub omraknade: bool,
    /// For each figure: itself and what it was derived from, as far down as was asked.
    pub spar: Vec<Spar>,
}

impl Forklaring {
    /// The explanation of figures that were computed again, so many steps down.
    #[must_use]
    pub fn av(trace: &Trace, siffror: &[FigureId], djup: usize) -> Self {
        Self {
            version: 1,
            siffror: siffror.iter().map(|id| trace.node(*id).name.clone()).collect(),
            omraknade: true,
            spar: siffror.iter().map(|id| Spar::under(trace, "", *id, djup)).collect(),
        }
    }
}

/// A rule.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
pub struct Regel {
    /// Its id.
    pub id: String,
    /// What it does.
    pub text: String,
    /// Where it is taken from.
    pub kalla: String,
}

/// A figure.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Sparad {
    /// Its public name.
    pub id: String,
    /// Its value: an integer, a decimal string with at most twelve decimals, or a date.
    pub varde: Varde,
    /// The value exactly, as a fraction `täljare/nämnare`, where the decimals do not say all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exakt: Option<String>,
    /// The unit.
    pub enhet: String,
    /// The weakest status of the cells it rests on.
    pub status: String,
    /// The rule's id, unless it is a cell's value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regel: Option<String>,
    /// The figures the rule was given, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub av: Vec<String>,
    /// The cell, unless it is derived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<Cell>,
}

/// A cell, and what its value rests on.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Cell {
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// The address: `C14`.
    pub adress: String,
    /// What the input is called there.
    pub uppgift: String,
    /// Its source.
    pub kalla: String,
    /// The date it holds for, if it has one.
    pub per_datum: Option<String>,
    /// Who confirmed it, if anyone.
    pub bekraftad_av: Option<String>,
}

impl Spar {
    /// The whole trace.
    #[must_use]
    pub fn av(trace: &Trace, korning: &str) -> Self {
        Self::urval(trace, korning, trace.iter().map(|(id, _)| id).collect())
    }

    /// A figure with what it was derived from, so many steps down; the cells at most.
    #[must_use]
    pub fn under(trace: &Trace, korning: &str, figur: FigureId, djup: usize) -> Self {
        let (mut urval, mut led) = (BTreeSet::from([figur]), vec![figur]);
        for _ in 0..djup {
            let under = led.iter().flat_map(|id| trace.operands(*id));
            led = under.filter(|id| urval.insert(*id)).collect();
            if led.is_empty() {
                break;
            }
        }
        Self::urval(trace, korning, urval)
    }

    fn urval(trace: &Trace, korning: &str, urval: BTreeSet<FigureId>) -> Self {
        let noder = || urval.iter().map(|id| trace.node(*id));
        let regler: BTreeSet<_> = noder().filter_map(Node::rule).map(regel).collect();
        Self {
            version: 1,
            korning: korning.to_owned(),
            regler: regler.into_iter().collect(),
            siffror: urval.iter().map(|id| sparad(trace, *id)).collect(),
        }
    }
}

fn regel(rule: &Rule) -> Regel {
    Regel { id: rule.id.to_owned(), text: rule.text.to_owned(), kalla: rule.kalla.to_owned() }
}

fn sparad(trace: &Trace, id: FigureId) -> Sparad {
    let node = trace.node(id);
    let (regel, av, cell) = match &node.origin {
        Origin::Cell(read) => (None, Vec::new(), Some(cell(read))),
        Origin::Rule { rule, .. } | Origin::Legacy { rule, .. } => {
            let av = trace.operands(id).iter().map(|id| trace.node(*id).name.clone()).collect();
            (Some(rule.id.to_owned()), av, None)
        }
    };
    Sparad {
        id: node.name.clone(),
        varde: Varde::av(&node.value),
        exakt: exakt(&node.value),
        enhet: node.unit.name().to_owned(),
        status: node.status.namn().to_owned(),
        regel,
        av,
        cell,
    }
}

/// The fraction, where the decimal string is rounded.
fn exakt(value: &Value) -> Option<String> {
    let Value::Exakt(exakt) = value else { return None };
    let Varde::Text(text) = Varde::av(value) else { return None };
    let decimal: rust_decimal::Decimal = text.parse().ok()?;
    let lika = crate::quantity::Exakt::from(decimal) == *exakt;
    (!lika).then(|| exakt.som_brak())
}

fn cell(read: &CellRef) -> Cell {
    let (plats, underlag) = (&read.location, &read.underlag);
    Cell {
        fil: plats.file.clone(),
        blad: plats.sheet.clone().unwrap_or_default(),
        adress: plats.cell.map(|cell| cell.to_string()).unwrap_or_default(),
        uppgift: underlag.uppgift.clone(),
        kalla: underlag.kalla.clone(),
        per_datum: underlag.per_datum.map(|date| date.to_string()),
        bekraftad_av: underlag.bekraftad_av.clone(),
    }
}
