//! The amounts that are others, and what each difference comes of: causes by sheet, rule and rounding, in whole kronor that
//! sum to the difference.

use std::collections::{BTreeMap, BTreeSet};

use super::calculation::{Changed, LIMIT, Node, Origin};
use super::causes::Causes;
use super::data::{Orsak, Orsaksslag, Skillnad};
use super::names::Names;
use super::pairs::{PairId, Pairs};
use super::shares::Cause;
use super::{cell, cell_of, parts, shown};
use crate::allocation::{Residual, whole_kronor};
use crate::contract::leads;
use crate::figure::{FigureId, Known, Status};
use crate::quantity::{Exact, HelaKronor, Kronor, Value};

/// A workbook and one of its sheets.
type Sheet = (String, String);

/// So many cells for the whole country are told of one by one; where more of a sheet are others, they are told of together.
const APART: usize = 12;

/// So many cells of a sheet are named where they are told of together.
const NAMED: usize = 3;

/// A group of causes that are told of together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// A cell for the whole country, by workbook and sheet.
    Cell(Sheet, PairId),
    /// The other cells of a sheet.
    Sheet(Sheet),
    /// Figures of the newer set alone, by what they are and the sheet that they stand on, if they are cells.
    Added(String, Option<Sheet>),
    Removed(String, Option<Sheet>),
    Rule(String),
    Rounding,
}

/// The differences of amounts between two sets.
pub(super) struct Differences<'a, 'p> {
    pairs: &'p Pairs<'a>,
    names: &'p Names,
    causes: Causes<'a, 'p>,
    /// The sheets whose cells for the whole country are told of one by one.
    apart: BTreeSet<Sheet>,
    /// The older calculation with the cells of each group as they are in the newer one.
    alone: BTreeMap<Group, Changed<'a>>,
}

impl<'a, 'p> Differences<'a, 'p> {
    pub(super) fn of(pairs: &'p Pairs<'a>, names: &'p Names) -> Self {
        let apart = apart(pairs);
        let mut changed: BTreeMap<Group, BTreeMap<FigureId, Value>> = BTreeMap::new();
        for id in pairs.ids().filter(|id| pairs.differs(*id) && !pairs.by_rules(*id)) {
            let both = pairs.get(id).and_then(|pair| pair.old).zip(pairs.new_node(id));
            if let Some((old, new)) = both
                && pairs.old_node(id).is_some_and(|node| cell_of(node).is_some())
                && let group @ (Group::Cell(..) | Group::Sheet(_)) =
                    group(pairs, names, &apart, &Cause::Figure(id))
            {
                changed.entry(group).or_default().insert(old, new.value.clone());
            }
        }
        let alone = changed.into_iter().map(|(group, leaves)| (group, pairs.old.with(&leaves)));
        Self { pairs, names, causes: Causes::new(pairs), apart, alone: alone.collect() }
    }

    /// The differences of the figures that documents state, those of whole kronor.
    pub(super) fn all(&self, printed: &BTreeSet<String>) -> Vec<Skillnad> {
        let nodes =
            |id: PairId| [self.pairs.old_node(id), self.pairs.new_node(id)].into_iter().flatten();
        let is_told = |id: &PairId| {
            let is_leading = |node: &Node| {
                let [grant, _, _, figure] = parts(&node.id);
                leads(grant, figure)
            };
            let is_printed = |node: &Node| printed.contains(&node.id);
            nodes(*id).any(is_leading) || self.pairs.differs(*id) && nodes(*id).any(is_printed)
        };
        self.pairs.ids().filter(is_told).filter_map(|id| self.difference(id)).collect()
    }

    fn difference(&self, id: PairId) -> Option<Skillnad> {
        let kronor = |node: Option<&Node>| match node {
            Some(node) if node.unit == "kr" => match node.value {
                Value::Integer(kronor) => Some(Some(kronor)),
                _ => None,
            },
            Some(_) => None,
            None => Some(None),
        };
        let (old, new) = (self.pairs.old_node(id), self.pairs.new_node(id));
        let (gammal, ny) = (kronor(old)?, kronor(new)?);
        let skillnad = ny.unwrap_or_default().checked_sub(gammal.unwrap_or_default())?;
        let node = new.or(old)?;
        let [bidrag, _, plats, siffra] = parts(&node.id).map(str::to_owned);
        let orsaker = match (gammal, ny) {
            (Some(_), Some(_)) => self.reasons(id, skillnad, &plats),
            _ => self.only_one_has(id, node, skillnad),
        };
        let causes = orsaker.iter().filter(|one| one.slag != Orsaksslag::Avrundning);
        let several = causes.clone().count() > 1;
        let together = causes.filter_map(|one| one.bidrag.checked_sub(one.ensam?));
        let together = together.reduce(i64::saturating_add);
        let statuses = [old, new].into_iter().flatten();
        let statuses = statuses.filter_map(|node| Status::find(&node.status));
        let status = statuses.max().unwrap_or(Status::EjBekraftad);
        Some(Skillnad {
            id: self.pairs.get(id)?.key.clone(),
            benamning: node.label.clone(),
            vems: self.names.whose(&node.id),
            plats,
            gammal,
            ny,
            skillnad,
            samverkan: together.filter(|_| several),
            status: status.name().to_owned(),
            leder: leads(&bidrag, &siffra),
            orsaker,
            bidrag,
            siffra,
        })
    }

    /// What the difference of a figure comes of that only one of the sets has.
    fn only_one_has(&self, id: PairId, node: &Node, difference: i64) -> Vec<Orsak> {
        let what = node.label.clone();
        let is_old = self.pairs.new_node(id).is_none();
        let group = if is_old { Group::Removed(what, None) } else { Group::Added(what, None) };
        let exakt = Exact::from(difference).as_fraction();
        vec![Orsak { bidrag: difference, exakt, ..self.told(&group, &[id]) }]
    }

    /// What a difference comes of, in whole kronor that sum to it.
    fn reasons(&self, id: PairId, difference: i64, place: &str) -> Vec<Orsak> {
        let mut groups: BTreeMap<Group, (Exact, Exact, Vec<PairId>)> = BTreeMap::new();
        for (cause, amount) in self.causes.of(id) {
            let own = match cause {
                Cause::Figure(figure) => {
                    let node = self.pairs.new_node(figure).or(self.pairs.old_node(figure));
                    node.is_some_and(|node| node.id.split('.').nth(2) == Some(place))
                }
                _ => false,
            };
            let entry = groups.entry(group(self.pairs, self.names, &self.apart, &cause));
            let (sum, of_own, figures) =
                entry.or_insert_with(|| (Exact::zero(), Exact::zero(), Vec::new()));
            *sum = &*sum + &amount;
            if own {
                *of_own = &*of_own + &amount;
            }
            if let Cause::Figure(figure) = cause {
                figures.push(figure);
            }
        }
        let parts: Vec<_> = groups.values().map(|(sum, ..)| sum.clone()).collect();
        // No budget has such parts: only a trace that somebody made up.
        let limit = Exact::from(LIMIT);
        if parts.iter().any(|part| *part > limit || -part.clone() > limit) {
            return Vec::new();
        }
        let whole = kronor(&parts, difference);
        let all = groups.into_iter().zip(whole).map(|((group, (sum, own, figures)), bidrag)| {
            let of_a_place = figures.iter().any(|id| {
                let node = self.pairs.new_node(*id).or(self.pairs.old_node(*id));
                node.is_some_and(|node| shown::whose(&node.id) != shown::COUNTRY)
            });
            let has_own = of_a_place && place != shown::COUNTRY_ID;
            let split = || kronor(&[own.clone(), &sum - &own], bidrag).first().copied();
            Orsak {
                varav_egen: has_own.then(split).flatten(),
                ensam: self.alone(&group, id),
                exakt: sum.as_fraction(),
                bidrag,
                ..self.told(&group, &figures)
            }
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|one| (std::cmp::Reverse(one.bidrag.unsigned_abs()), one.text.clone()));
        all
    }

    /// What the difference would be if the cells of a group alone were changed.
    fn alone(&self, group: &Group, id: PairId) -> Option<i64> {
        let old = self.pairs.get(id)?.old?;
        let before = self.pairs.old.figure(old)?.exact()?;
        let after = self.alone.get(group)?.figure(old)?.exact()?;
        (&after - &before).integer()
    }

    /// What a group is, in words; its amounts are not known here.
    fn told(&self, group: &Group, figures: &[PairId]) -> Orsak {
        let sheet = match group {
            Group::Cell(sheet, _) | Group::Sheet(sheet) => Some(sheet),
            Group::Added(_, sheet) | Group::Removed(_, sheet) => sheet.as_ref(),
            Group::Rule(_) | Group::Rounding => None,
        };
        let mut alone = None;
        let (slag, text) = match group {
            Group::Cell((file, sheet), _) | Group::Sheet((file, sheet)) => {
                let cells = figures.iter().filter_map(|id| cell(self.pairs, self.names, *id));
                let cells: Vec<_> = cells.take(NAMED + 1).collect();
                if let [one] = cells.as_slice() {
                    alone = Some(one.address().to_owned());
                }
                let named =
                    cells.iter().map(|one| format!("{} {}", one.address(), shown::change(one)));
                let text = if (1..=NAMED).contains(&cells.len()) {
                    format!("{sheet} {}", named.collect::<Vec<_>>().join("; "))
                } else {
                    format!("{file}, bladet {sheet}")
                };
                (Orsaksslag::Uppgifter, text)
            }
            Group::Added(what, _) => (Orsaksslag::Tillkommer, format!("tillkommer: {what}")),
            Group::Removed(what, _) => (Orsaksslag::FallerBort, format!("faller bort: {what}")),
            Group::Rule(id) => {
                let text = [&self.pairs.new.rules, &self.pairs.old.rules]
                    .into_iter()
                    .find_map(|all| all.get(id));
                let text = shown::rule(text.unwrap_or(id));
                (Orsaksslag::Regel, format!("en annan regel: {text}"))
            }
            Group::Rounding => (Orsaksslag::Avrundning, "avrundning".to_owned()),
        };
        Orsak {
            slag,
            text,
            fil: sheet.map(|(file, _)| file.clone()),
            blad: sheet.map(|(_, sheet)| sheet.clone()),
            cell: alone,
            antal: figures.len(),
            bidrag: 0,
            exakt: String::new(),
            varav_egen: None,
            ensam: None,
        }
    }
}

/// The sheet that a figure stands on, if it is a cell.
fn sheet_of(node: &Node) -> Option<Sheet> {
    cell_of(node).map(|cell| (cell.fil.clone(), cell.blad.clone()))
}

/// Whether a figure is the whole country's.
fn is_of_the_country(node: &Node) -> bool {
    parts(&node.id)[2] == shown::COUNTRY_ID
}

/// The sheets of which no more cells for the whole country are others than can be told of one by one.
fn apart(pairs: &Pairs<'_>) -> BTreeSet<Sheet> {
    let mut counts: BTreeMap<Sheet, usize> = BTreeMap::new();
    for id in pairs.ids().filter(|id| pairs.differs(*id)) {
        let both = pairs.both(id).filter(|(_, new)| is_of_the_country(new));
        if let Some(sheet) = both.and_then(|(old, new)| sheet_of(new).or_else(|| sheet_of(old))) {
            *counts.entry(sheet).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count <= APART).map(|(sheet, _)| sheet).collect()
}

/// Which group a cause is told of in.
fn group(pairs: &Pairs<'_>, names: &Names, apart: &BTreeSet<Sheet>, cause: &Cause) -> Group {
    let id = match cause {
        Cause::Rounding => return Group::Rounding,
        Cause::Rule(id) => {
            let node = pairs.new_node(*id).or(pairs.old_node(*id));
            let rule = node.and_then(|node| match &node.origin {
                Origin::Rule { rule, .. } => Some(rule.clone()),
                Origin::Cell(_) => None,
            });
            return Group::Rule(rule.unwrap_or_default());
        }
        Cause::Figure(id) => *id,
    };
    let (old, new) = (pairs.old_node(id), pairs.new_node(id));
    let Some(node) = new.or(old) else { return Group::Rounding };
    let what = || match cell_of(node) {
        Some(cell) => format!("{} ({}, bladet {})", cell.uppgift, cell.fil, cell.blad),
        None => names.column(&node.id).unwrap_or(&node.label).clone(),
    };
    match (old, new) {
        (Some(_), None) => Group::Removed(what(), sheet_of(node)),
        (None, Some(_)) => Group::Added(what(), sheet_of(node)),
        _ => match [new, old].into_iter().flatten().find_map(sheet_of) {
            Some(sheet) if is_of_the_country(node) && apart.contains(&sheet) => {
                Group::Cell(sheet, id)
            }
            Some(sheet) => Group::Sheet(sheet),
            None => Group::Added(what(), None),
        },
    }
}

/// Parts of a difference as whole kronor that sum to it.
fn kronor(parts: &[Exact], difference: i64) -> Vec<i64> {
    let exact: Vec<_> = parts.iter().cloned().map(Kronor::new).collect();
    let pot = HelaKronor::from_integer(difference);
    match whole_kronor(&exact, pot, Residual::LargestRemainder) {
        Ok(whole) => whole.amount.iter().map(|amount| amount.integer()).collect(),
        Err(imbalance) => panic!("the causes do not sum to the difference: {imbalance:?}"),
    }
}
