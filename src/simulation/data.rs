//! What would be if cells held something else, as data: what `simulate` answers, and what its workbook is made of.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::Change;
use super::inputs::Input;
use crate::comparison::data::Skillnad;
use crate::figure::{Node, Status};
use crate::region::Region;

/// The version of the form.
pub const VERSION: u32 = 1;

/// What is said of everything that comes of it.
pub const NO_DECISION: &str =
    "Tänkta ändringar av uppgifter. Inget beslut, och inget underlag för utbetalning.";

/// What would be if cells held something else.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Tankeprov {
    /// The version of this form.
    pub version: u32,
    /// That nothing is decided by it.
    pub inget_beslut: String,
    /// The folder of workbooks, as it was named.
    pub mapp: String,
    /// The year.
    pub ar: i32,
    /// The id that a run of these workbooks has: what the changes are held against.
    pub korning: String,
    /// The cells that are changed together; empty where they are changed one by one, or drawn.
    pub andringar: Vec<Andrad>,
    /// Printed amounts in whole kronor that would be others, those of each month among them, and what each difference comes
    /// of. Empty where cells are changed one by one, or drawn.
    pub siffror: Vec<Skillnad>,
    /// Each change by itself, the one that moves most first; none unless asked for.
    pub var_for_sig: Option<Vec<Enskild>>,
    /// How far amounts may come to lie; none unless asked for.
    pub stickprov: Option<Stickprov>,
}

/// A cell, with what it holds and what it would.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Andrad {
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// The address: `C14`.
    pub cell: String,
    /// What it is, and whose: `Folkmängd, Skåne`.
    pub uppgift: String,
    /// What it holds, as it is written with its unit.
    pub nu: String,
    /// What it would hold.
    pub andrat: String,
}

/// What a change comes to by itself.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Enskild {
    /// The change.
    pub andring: Andrad,
    /// So many kronor would go to others, or not at all: of the grant where most would, what some lose or what others gain,
    /// whichever is more. None if it cannot be computed.
    pub flyttas: Option<i64>,
    /// For whom most; none if nothing differs for anyone.
    pub mest: Option<Mest>,
}

/// The one for whom most differs.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Mest {
    /// The amount's name.
    pub id: String,
    /// What formulas call it.
    pub benamning: String,
    /// Whose it is, by name.
    pub vems: String,
    /// How many kronor more it would be.
    pub skillnad: i64,
}

/// Many draws of what is uncertain.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Stickprov {
    /// How many draws.
    pub dragningar: u64,
    /// What they are drawn by: another number gives others.
    pub fro: u64,
    /// How many of them could not be computed, and are not counted.
    pub misslyckade: usize,
    /// What is uncertain.
    pub osakert: Vec<Osaker>,
    /// What is granted or paid for the year that depends on it.
    pub siffror: Vec<Spridning>,
}

/// Something uncertain.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Osaker {
    /// How it was named in the workbook.
    pub uppgift: String,
    /// How many cells are drawn, each by itself.
    pub celler: usize,
    /// How it is spread, in words.
    pub spridning: String,
}

/// How far an amount may come to lie, in whole kronor. Of the draws so many percent are the amount or less.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Spridning {
    /// The amount's name.
    pub id: String,
    /// The grant.
    pub bidrag: String,
    /// Which of its figures.
    pub siffra: String,
    /// What formulas call it.
    pub benamning: String,
    /// Whose it is: a region's id, another recipient's code.
    pub plats: String,
    /// The same by name.
    pub vems: String,
    /// The weakest status of what it rests on.
    pub status: String,
    /// What it is computed as.
    pub nu: i64,
    /// The least that was drawn.
    pub minst: i64,
    /// 5 %.
    pub p5: i64,
    /// 25 %.
    pub p25: i64,
    /// 50 %.
    pub median: i64,
    /// 75 %.
    pub p75: i64,
    /// 95 %.
    pub p95: i64,
    /// The most that was drawn.
    pub storst: i64,
}

impl Andrad {
    /// A change, as it is told.
    #[must_use]
    pub fn of(change: &Change<'_>) -> Self {
        let input: &Input = change.input;
        Self {
            fil: input.place.file.clone(),
            blad: input.sheet().to_owned(),
            cell: input.address(),
            uppgift: input.name(),
            nu: input.written(input.value),
            andrat: input.written(change.number),
        }
    }
}

impl Mest {
    /// So many kronor of a figure.
    pub(super) fn of(node: &Node, skillnad: i64) -> Option<Self> {
        let [_, _, place, _] = parts(&node.name)?;
        let (id, benamning) = (node.name.clone(), node.label.to_owned());
        Some(Self { id, benamning, vems: named(place), skillnad })
    }
}

impl Spridning {
    /// How a figure's draws lie, which are sorted; none if there are none.
    pub(super) fn of(node: &Node, sorted: &[i64]) -> Option<Self> {
        let nu = node.value.exact()?.nearest().integer()?;
        Self::named(&node.name, node.label, (nu, node.status), sorted)
    }

    /// The same of an amount by its name; the country's is a sum.
    pub(super) fn named(
        name: &str,
        label: &str,
        (nu, status): (i64, Status),
        sorted: &[i64],
    ) -> Option<Self> {
        let [bidrag, _, plats, siffra] = parts(name)?;
        let at = |percent| percentile(sorted, percent);
        Some(Self {
            id: name.to_owned(),
            bidrag: bidrag.to_owned(),
            siffra: siffra.to_owned(),
            benamning: label.to_owned(),
            plats: plats.to_owned(),
            vems: named(plats),
            status: status.name().to_owned(),
            nu,
            minst: at(0)?,
            p5: at(5)?,
            p25: at(25)?,
            median: at(50)?,
            p75: at(75)?,
            p95: at(95)?,
            storst: at(100)?,
        })
    }
}

/// What a figure of the country has in place of a region.
pub(super) const COUNTRY: &str = "riket";

/// The grant, the year, the place and the figure of a name.
pub(super) fn parts(name: &str) -> Option<[&str; 4]> {
    let mut parts = name.splitn(4, '.');
    Some([parts.next()?, parts.next()?, parts.next()?, parts.next()?])
}

/// A region by its name, another recipient by its code.
pub(super) fn named(place: &str) -> String {
    if place == COUNTRY {
        return "Riket".to_owned();
    }
    let region = Region::all().find(|region| region.id() == place);
    region.map_or_else(|| place.to_owned(), |region| region.short_name().to_owned())
}

/// The amount that so many percent of sorted draws do not exceed: one of those drawn.
pub(super) fn percentile(sorted: &[i64], percent: usize) -> Option<i64> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}
