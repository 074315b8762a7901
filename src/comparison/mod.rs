//! Two sets held against each other: which cells, rules and amounts are others, and what each difference comes of, to the
//! krona. Reads nothing but the two sets themselves: each figure's way from its cells stands in their `trace.json`. What a
//! change is shared by is said in [`shares`]; `docs/jamforelse.md` says it for readers.

mod calculation;
mod causes;
pub mod data;
mod differences;
pub(crate) mod effects;
pub mod messages;
mod names;
mod pairs;
pub mod paper;
pub mod rattelse;
mod said;
mod shares;
mod shown;
pub(crate) mod tables;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use self::calculation::{Calculation, Node, Origin};
use self::data::{
    Andring, Betalningsdag, Cellvarde, Filandring, Jamforelse, Regelandring, Uppgift, Uppsattning,
};
use self::differences::Differences;
use self::messages as say;
use self::names::Names;
use self::pairs::{PairId, Pairs};
use crate::calendar::Month;
use crate::contract::{DAY_OF_PAYMENT, regleringsbrev};
use crate::figure::Function;
use crate::manifest::{Fil, Manifest};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::Value;
use crate::report::number::Varde;
use crate::report::trace_file::Cell;
use crate::swedish;

/// A set to be held against another.
#[derive(Clone, Copy, Debug)]
pub struct Set<'s> {
    /// Where it lies, as it was named.
    pub place: &'s str,
    /// What it says of itself.
    pub manifest: &'s Manifest,
    /// Its files, by name.
    pub files: &'s BTreeMap<String, Vec<u8>>,
}

/// The file with every figure.
const TRACE: &str = "trace.json";

/// Holds a set against an older one. `functions` are those that their expressions may call.
///
/// # Errors
/// If a set has no figures that can be read and computed again.
pub fn compare(
    old: &Set<'_>,
    new: &Set<'_>,
    functions: &[&'static Function],
) -> Result<Jamforelse, Problems> {
    let mut problems = Problems::new();
    let mut read = |set: &Set<'_>| {
        let bytes = set.files.get(TRACE).map_or(&[][..], Vec::as_slice);
        let read = Calculation::read(bytes, functions);
        read.map_err(|text| {
            let place = Location::file(format!("{}/{TRACE}", set.place.trim_end_matches('/')));
            problems.add(Problem::new(Code::F01, place, text).help(say::verify_it()));
        })
    };
    let (Ok(was), Ok(is)) = (read(old), read(new)) else { return Err(problems) };
    let pairs = Pairs::of((&was, old.manifest.ar), (&is, new.manifest.ar));
    let [of_old, of_new] = [old, new].map(said::documents);
    let printed = [&of_old, &of_new].into_iter().flat_map(|all| said::figures(all)).collect();
    let names = Names::of(&pairs, [&of_old, &of_new]);
    let uppgifter: Vec<_> = pairs.ids().filter_map(|id| cell(&pairs, &names, id)).collect();
    let indata = files(&old.manifest.korning.indata, &new.manifest.korning.indata);
    let (parametrar, of_places): (Vec<_>, Vec<_>) =
        uppgifter.into_iter().partition(|one| one.vems == shown::COUNTRY);
    Ok(Jamforelse {
        version: data::VERSION,
        gammal: about(old),
        ny: about(new),
        samma_program: old.manifest.korning.program == new.manifest.korning.program,
        mallar: templates(old, new),
        utan_andrade_tal: without_numbers(&indata, parametrar.iter().chain(&of_places)),
        indata,
        regler: rules(&was, &is),
        parametrar,
        celler: of_places.into_iter().filter(|one| one.andrad).collect(),
        siffror: Differences::of(&pairs, &names).all(&printed),
        betalningsdagar: days_of_payment(&is),
        dokument: said::pairs(&of_old, &of_new),
    })
}

/// The days on which the regleringsbrev pays.
fn days_of_payment(calculation: &Calculation) -> Vec<Betalningsdag> {
    let of = |node: &Node| {
        let [regleringsbrev::GRANT, _, shown::COUNTRY_ID, figure] = parts(&node.id) else {
            return None;
        };
        let Value::Datum(day) = node.value else { return None };
        let (year, month) = month_of(figure.strip_prefix(DAY_OF_PAYMENT).map(|_| figure)?)?;
        Some(Betalningsdag { manad: format!("{year}-{month:02}"), dag: day.to_string() })
    };
    calculation.nodes.iter().filter_map(of).collect()
}

fn about(set: &Set<'_>) -> Uppsattning {
    let Manifest { ar, korning, .. } = set.manifest;
    Uppsattning {
        mapp: set.place.to_owned(),
        ar: *ar,
        korning: korning.id.clone(),
        program: korning.program.version.clone(),
        netto: said(set, "cirkular.json").and_then(|json| json.pointer(NET)?.as_bool()),
        utan_bilaga: said(set, "betalningsplan.json")
            .map(|json| undecided(&json))
            .unwrap_or_default(),
    }
}

/// Where a circular says whether the grant is net.
const NET: &str = "/overenskommelse/netto";

/// What a document of a set says.
fn said(set: &Set<'_>, file: &str) -> Option<Json> {
    serde_json::from_slice(set.files.get(file)?).ok()
}

/// The months of a payment plan that no annex pays.
fn undecided(plan: &Json) -> Vec<String> {
    let all = plan.pointer("/plan/betalningar").and_then(Json::as_array);
    let without =
        all.into_iter().flatten().filter(|one| one.get("bilaga").is_some_and(Json::is_null));
    let month = |one: &Json| Some(one.pointer("/dag/iso")?.as_str()?.get(..7)?.to_owned());
    without.filter_map(month).collect()
}

/// The workbooks that are others though no number of theirs is that an amount comes of.
fn without_numbers<'u>(
    files: &[Filandring],
    cells: impl Iterator<Item = &'u Uppgift>,
) -> Vec<String> {
    let with: BTreeSet<_> =
        cells.filter(|cell| cell.andrad).map(|cell| cell.fil.as_str()).collect();
    let changed = files.iter().filter(|file| file.andring == Andring::Andrad);
    changed.map(|file| file.namn.clone()).filter(|name| !with.contains(name.as_str())).collect()
}

/// How two lists of files differ.
fn files(old: &[Fil], new: &[Fil]) -> Vec<Filandring> {
    let sums = |all: &[Fil]| -> BTreeMap<String, String> {
        all.iter().map(|file| (file.namn.clone(), file.sha256.clone())).collect()
    };
    changes(&sums(old), &sums(new))
        .map(|(namn, andring)| Filandring { namn: namn.clone(), andring })
        .collect()
}

fn templates(old: &Set<'_>, new: &Set<'_>) -> Vec<Filandring> {
    let all = |set: &Set<'_>| {
        let run = &set.manifest.korning;
        run.mallar.iter().chain(&run.typsnitt).cloned().collect::<Vec<_>>()
    };
    files(&all(old), &all(new))
}

fn rules(old: &Calculation, new: &Calculation) -> Vec<Regelandring> {
    changes(&old.rules, &new.rules)
        .map(|(id, andring)| Regelandring {
            id: id.clone(),
            andring,
            gammal: old.rules.get(id).cloned(),
            ny: new.rules.get(id).cloned(),
        })
        .collect()
}

/// What is another, by name.
fn changes<'m>(
    old: &'m BTreeMap<String, String>,
    new: &'m BTreeMap<String, String>,
) -> impl Iterator<Item = (&'m String, Andring)> {
    let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    names.into_iter().filter_map(|name| match (old.get(name), new.get(name)) {
        (Some(old), Some(new)) => (old != new).then_some((name, Andring::Andrad)),
        (None, _) => Some((name, Andring::Tillkommer)),
        (_, None) => Some((name, Andring::FallerBort)),
    })
}

fn cell_of(node: &Node) -> Option<&Cell> {
    match &node.origin {
        Origin::Cell(cell) => Some(cell),
        Origin::Rule { .. } => None,
    }
}

/// What stands in a cell, if a pair is of one.
fn cell(pairs: &Pairs<'_>, names: &Names, id: PairId) -> Option<Uppgift> {
    let (old, new) = (pairs.old_node(id), pairs.new_node(id));
    let value = |node: Option<&Node>| {
        let node = node?;
        Some(Cellvarde {
            cell: cell_of(node)?.adress.clone(),
            varde: Varde::of(&node.value),
            text: shown::text(node),
            status: node.status.clone(),
        })
    };
    let (gammal, ny) = (value(old), value(new));
    let node = new.filter(|_| ny.is_some()).or(old)?;
    let cell = cell_of(node)?;
    Some(Uppgift {
        id: pairs.get(id)?.key.clone(),
        uppgift: cell.uppgift.clone(),
        rad: names.row(id).cloned(),
        vems: names.whose(&node.id),
        enhet: node.unit.clone(),
        fil: cell.fil.clone(),
        blad: cell.blad.clone(),
        andrad: pairs.differs(id),
        gammal,
        ny,
    })
}

/// Whether a figure is of one month, by its name: `utbetalning_2024_05`.
#[must_use]
pub fn is_of_a_month(figure: &str) -> bool {
    month_of(figure).is_some()
}

/// The month that a figure is of, in words: `maj 2024`; none if it is of no month.
#[must_use]
pub fn month_in_words(figure: &str) -> Option<String> {
    let (year, month) = month_of(figure)?;
    Month::new(year, month).map(swedish::month_and_year)
}

/// The month that a figure is of, by its name: `(2024, 5)`.
fn month_of(figure: &str) -> Option<(i32, u32)> {
    let mut parts = figure.rsplit('_');
    let (month, year) = (parts.next()?, parts.next()?);
    let (month, year) = (month.parse().ok().filter(|_| month.len() == 2)?, year.parse().ok()?);
    Some((year, month))
}

/// Of a figure's name the grant, the year, whose it is, and which it is.
fn parts(id: &str) -> [&str; 4] {
    let mut parts = id.splitn(4, '.');
    [(); 4].map(|()| parts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests;
