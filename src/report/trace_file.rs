//! The trace as it leaves the program: every named figure with its exact value, the rule and the
//! expression it came from, or the cell it was read in: enough for anyone to compute each again.
//! `trace.json` is all of it; `explain` shows the part below one figure. `docs/spar.md` explains the form.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::by_line;
use super::expression::{Anrop, Uttryck, Writer};
use super::number::Varde;
use crate::figure::{CellRef, FigureId, Origin, Rule, Trace, formula};
use crate::quantity::Value;

/// The version of the form.
pub const VERSION: u32 = 2;

/// `trace.json`: all figures of a run, each after those it was derived from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Spar {
    /// The version of this form.
    pub version: u32,
    /// The id of the run; empty in an explanation, which makes no documents.
    pub korning: String,
    /// The rules that were used, by id.
    pub regler: Vec<Regel>,
    /// The functions as they were applied, in the order that `["anrop", …]` numbers them by, from 0.
    pub anrop: Vec<Anrop>,
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
    pub fn of(trace: &Trace, siffror: &[FigureId], depth: usize) -> Self {
        Self {
            version: VERSION,
            siffror: siffror.iter().map(|id| trace.node(*id).name.clone()).collect(),
            omraknade: true,
            spar: siffror.iter().map(|id| Spar::under(trace, "", *id, depth)).collect(),
        }
    }

    /// The bytes that are printed: a line for each rule, call and figure.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        by_line::bytes(self, 4)
    }
}

/// A rule.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Regel {
    /// Its id.
    pub id: String,
    /// What it does.
    pub text: String,
    /// Where it is taken from.
    pub kalla: String,
    /// What it does, as formulas of the figures it found: one for each form they take.
    pub formler: Vec<String>,
}

/// A figure.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Sparad {
    /// Its public name.
    pub id: String,
    /// What formulas call it.
    pub benamning: String,
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
    /// How the rule finds it, unless it is a cell's value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uttryck: Option<Uttryck>,
    /// The figures it is found from, each once, in the order the expression names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub av: Vec<String>,
    /// The cell, unless it is derived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<Cell>,
}

/// A cell, and what its value rests on.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
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
    pub fn of(trace: &Trace, korning: &str) -> Self {
        Self::selection(trace, korning, trace.iter().map(|(id, _)| id).collect())
    }

    /// The bytes of `trace.json`: a line for each rule, call and figure.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        by_line::bytes(self, 2)
    }

    /// The same with other values of some figures, by name.
    #[must_use]
    pub fn with(mut self, values: &BTreeMap<String, Value>) -> Self {
        for one in &mut self.siffror {
            if let Some(value) = values.get(&one.id) {
                (one.varde, one.exakt) = (Varde::of(value), exact(value));
            }
        }
        self
    }

    /// A figure with what it was derived from, so many steps down; the cells at most.
    #[must_use]
    pub fn under(trace: &Trace, korning: &str, figure: FigureId, depth: usize) -> Self {
        let (mut selection, mut led) = (BTreeSet::from([figure]), vec![figure]);
        for _ in 0..depth {
            let under = led.iter().flat_map(|id| trace.operands(*id));
            led = under.filter(|id| selection.insert(*id)).collect();
            if led.is_empty() {
                break;
            }
        }
        Self::selection(trace, korning, selection)
    }

    fn selection(trace: &Trace, korning: &str, selection: BTreeSet<FigureId>) -> Self {
        let mut writer = Writer::new(trace);
        let siffror = selection.iter().map(|id| saved(trace, *id, &mut writer)).collect();
        let mut regler = rules(trace, selection);
        regler.sort_by(|one, other| one.id.cmp(&other.id));
        let (korning, anrop) = (korning.to_owned(), writer.calls());
        Self { version: VERSION, korning, regler, anrop, siffror }
    }
}

/// The rules that some figures were found by, in the order they were, with the formulas of those figures.
#[must_use]
pub fn rules(trace: &Trace, selection: impl IntoIterator<Item = FigureId>) -> Vec<Regel> {
    let mut regler: Vec<Regel> = Vec::new();
    let mut places = BTreeMap::new();
    for node in selection.into_iter().map(|id| trace.node(id)) {
        let Some(rule) = node.rule() else { continue };
        let plats = *places.entry(rule.id).or_insert(regler.len());
        if plats == regler.len() {
            regler.push(rule_shown(trace, rule));
        }
        if let (Origin::Rule { expr, .. }, Some(regel)) = (&node.origin, regler.get_mut(plats)) {
            let formula = formula::layout(trace, expr);
            if !regel.formler.contains(&formula) {
                regel.formler.push(formula);
            }
        }
    }
    regler
}

fn rule_shown(trace: &Trace, rule: &Rule) -> Regel {
    Regel {
        id: rule.id.to_owned(),
        text: rule.text.to_owned(),
        kalla: trace.source_of(rule).to_owned(),
        formler: Vec::new(),
    }
}

fn saved(trace: &Trace, id: FigureId, writer: &mut Writer<'_>) -> Sparad {
    let node = trace.node(id);
    let (uttryck, cell) = match &node.origin {
        Origin::Cell(read) => (None, Some(cell(read))),
        Origin::Rule { expr, .. } => (Some(writer.expression(expr)), None),
    };
    Sparad {
        id: node.name.clone(),
        benamning: formula::label(trace, id),
        varde: Varde::of(&node.value),
        exakt: exact(&node.value),
        enhet: node.unit.name().to_owned(),
        status: node.status.name().to_owned(),
        regel: node.rule().map(|rule| rule.id.to_owned()),
        uttryck,
        av: trace.operands(id).iter().map(|id| trace.node(*id).name.clone()).collect(),
        cell,
    }
}

/// The fraction, where the decimal string is rounded.
fn exact(value: &Value) -> Option<String> {
    let Value::Exact(exakt) = value else { return None };
    let Varde::Text(text) = Varde::of(value) else { return None };
    let decimal: rust_decimal::Decimal = text.parse().ok()?;
    let equal = crate::quantity::Exact::from(decimal) == *exakt;
    (!equal).then(|| exakt.as_fraction())
}

fn cell(read: &CellRef) -> Cell {
    let (plats, underlag) = (&read.location, &read.evidence);
    Cell {
        fil: plats.file.clone(),
        blad: plats.sheet.clone().unwrap_or_default(),
        adress: plats.cell.map(|cell| cell.to_string()).unwrap_or_default(),
        uppgift: underlag.item.clone(),
        kalla: underlag.source.clone(),
        per_datum: underlag.as_of.map(|date| date.to_string()),
        bekraftad_av: underlag.confirmed_by.clone(),
    }
}
