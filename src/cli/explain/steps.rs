//! A figure explained to people: what it is, how it comes of its parts, step by step, and last the cells. Each step is
//! told once; parts that are alike, as the same of every region, are one line.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::cli::messages::explain as say;
use crate::figure::{Cells, FigureId, Node, Origin, Trace, formula};
use crate::problem::{Language, Message};
use crate::quantity::{Exact, Unit, Value};
use crate::region::Region;
use crate::swedish;

/// How many decimals an unrounded value is shown with.
const DECIMALS: u32 = 6;

/// How many steps down are told unless another number is asked for.
pub(super) const DEPTH: usize = 3;

/// How many parts of one name are told each by itself.
const ALIKE: usize = 3;

/// The explanation of a figure, so many steps down.
pub(super) fn text(trace: &Trace, id: FigureId, depth: usize, language: Language) -> String {
    let steps = Steps::of(trace, id, depth);
    let said = |message: Message| message.in_language(language).to_string();
    let node = trace.node(id);
    let status = node.status.name();
    let mut lines =
        vec![format!("{}: {} ({status})", called(trace, id), value(node)), node.name.clone()];
    for (number, id) in (1_usize..).zip(&steps.order) {
        lines.push(String::new());
        lines.extend(step(trace, &steps, number, *id, language));
    }
    if steps.folded > 0 {
        lines.extend([String::new(), said(say::folded(&steps.folded))]);
    }
    let cells = cells(trace, &steps.leaves, language);
    if !cells.is_empty() {
        lines.extend([String::new(), said(say::cells())]);
        lines.extend(cells);
    }
    let sources: BTreeSet<_> = steps.order.iter().filter_map(|id| trace.source_at(*id)).collect();
    if !sources.is_empty() {
        lines.extend([String::new(), said(say::sources())]);
        lines.extend(sources.into_iter().map(|source| format!("  {source}")));
    }
    let count = trace.leaves([id]).len();
    let number = swedish::number(&Exact::from(i64::try_from(count).unwrap_or(i64::MAX)), 0);
    let from = if count == 1 { say::from_one_cell() } else { say::from_cells(&number) };
    lines.extend([String::new(), said(from), String::new()]);
    lines.join("\n")
}

/// Which figures are told, in order, each after one that it is a part of.
struct Steps {
    order: Vec<FigureId>,
    /// The cells that stand in what is told.
    leaves: BTreeSet<FigureId>,
    /// How many figures under it are derived and not told.
    folded: usize,
}

impl Steps {
    fn of(trace: &Trace, id: FigureId, depth: usize) -> Self {
        let is_derived = |id: &FigureId| trace.node(*id).rule().is_some();
        let (mut order, mut leaves) = (Vec::new(), BTreeSet::new());
        let (mut todo, mut seen) = (VecDeque::from([(id, 0)]), BTreeSet::from([id]));
        while let Some((id, level)) = todo.pop_front() {
            if !is_derived(&id) {
                leaves.insert(id);
                continue;
            }
            if level == depth {
                continue;
            }
            order.push(id);
            for part in parts(trace, id) {
                // Parts that are alike are told by their own steps only where everything is.
                let (own, alike) =
                    part.ids.split_at(if part.is_one() { part.ids.len() } else { 0 });
                let alike = alike.iter().filter(|id| depth == usize::MAX || !is_derived(id));
                for id in own.iter().chain(alike) {
                    if seen.insert(*id) {
                        todo.push_back((*id, level + 1));
                    }
                }
            }
        }
        let all = trace.under(id).into_iter().filter(is_derived).count();
        Self { folded: all - order.len(), order, leaves }
    }

    /// The number that a figure is told by, if it is.
    fn number(&self, id: FigureId) -> Option<usize> {
        (1..).zip(&self.order).find(|(_, own)| **own == id).map(|(number, _)| number)
    }
}

/// A part of a step, or parts that are alike: by one name, of several regions or rows.
struct Part {
    label: String,
    ids: Vec<FigureId>,
}

impl Part {
    fn is_one(&self) -> bool {
        self.ids.len() <= ALIKE
    }
}

/// The parts that a figure is derived from, those of one name together where they are many.
fn parts(trace: &Trace, id: FigureId) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for id in trace.operands(id) {
        let label = formula::label(trace, id);
        match parts.iter_mut().find(|part| part.label == label) {
            Some(part) => part.ids.push(id),
            None => parts.push(Part { label, ids: vec![id] }),
        }
    }
    parts
}

/// A figure's step: what it is, by which rule, and its parts with their values.
fn step(
    trace: &Trace,
    steps: &Steps,
    number: usize,
    id: FigureId,
    language: Language,
) -> Vec<String> {
    let node = trace.node(id);
    let Origin::Rule { rule, expr } = &node.origin else { return Vec::new() };
    let mut lines = vec![
        format!("{number}. {} = {}", formula::label(trace, id), formula::formula(trace, expr)),
        format!("   {} [{}]", rule.text, rule.id),
    ];
    let mut rows = vec![(called(trace, id), value(node), String::new())];
    for part in parts(trace, id) {
        if part.is_one() {
            rows.extend(part.ids.iter().map(|id| {
                let own = trace.node(*id);
                let at = match (steps.number(*id), own.cell()) {
                    (Some(number), _) => format!("({number})"),
                    (None, Some(cell)) => format!("← {}", cell.location),
                    (None, None) => "…".to_owned(),
                };
                (told_apart(trace, &part, *id), value(own), at)
            }));
        } else {
            rows.push(alike(trace, steps, &part, language));
        }
    }
    let widest = |of: fn(&(String, String, String)) -> &String| {
        rows.iter().map(|row| of(row).chars().count()).max().unwrap_or(0)
    };
    let (label, number) = (widest(|row| &row.0), widest(|row| &row.1));
    lines.extend(rows.iter().enumerate().map(|(place, (own, value, at))| {
        let sign = if place == 0 { "=" } else { " " };
        let row = format!("   {sign} {own:<label$}  {value:>number$}  {at}");
        row.trim_end().to_owned()
    }));
    lines
}

/// Parts that are alike as one line: how many, the first and the last.
fn alike(
    trace: &Trace,
    steps: &Steps,
    part: &Part,
    language: Language,
) -> (String, String, String) {
    let count = part.ids.len();
    let regions: BTreeSet<_> = part.ids.iter().filter_map(|id| region(trace.node(*id))).collect();
    let of_regions = regions.len() == count;
    let count = if of_regions { say::regions(&count) } else { say::values(&count) };
    let ends = [part.ids.first(), part.ids.last()].into_iter().flatten();
    let ends: Vec<_> = ends.map(|id| value(trace.node(*id))).collect();
    let label = format!("{}, {}", part.label, count.in_language(language));
    let numbers: Vec<_> = part.ids.iter().filter_map(|id| steps.number(*id)).collect();
    let told = numbers.iter().min().zip(numbers.iter().max());
    let told = told.filter(|_| numbers.len() == part.ids.len());
    let at = told.map(|(first, last)| format!("({first}–{last})")).unwrap_or_default();
    (label, ends.join(" … "), at)
}

/// What a figure is called, with its region and year: `statsbidraget, Skåne 2024`.
fn called(trace: &Trace, id: FigureId) -> String {
    let node = trace.node(id);
    let mut parts = node.name.split('.').skip(1);
    let year = parts.next().unwrap_or_default();
    let of = match region(node) {
        Some(region) => region.short_name().to_owned(),
        None => parts.next().unwrap_or_default().to_owned(),
    };
    format!("{}, {of} {year}", formula::label(trace, id))
}

/// The same of one of some parts, with its name where another of them is called the same.
fn told_apart(trace: &Trace, part: &Part, id: FigureId) -> String {
    let own = called(trace, id);
    let same = part.ids.iter().filter(|other| called(trace, **other) == own).count();
    match trace.node(id).name.splitn(4, '.').nth(3) {
        Some(name) if same > 1 => format!("{own} ({name})"),
        _ => own,
    }
}

/// The region that a figure is of, by its name.
fn region(node: &Node) -> Option<Region> {
    let id = node.name.split('.').nth(2)?;
    Region::all().find(|region| region.id() == id)
}

/// The cells that stand in what was told, those of one source together.
fn cells(trace: &Trace, leaves: &BTreeSet<FigureId>, language: Language) -> Vec<String> {
    let mut sources: BTreeMap<(String, String), Cells> = BTreeMap::new();
    for node in leaves.iter().map(|id| trace.node(*id)) {
        let Some(cell) = node.cell() else { continue };
        let evidence = &cell.evidence;
        let as_of = evidence.as_of.map(|day| say::as_of(&day)).unwrap_or_default();
        let source =
            format!("{}{}; {}", evidence.source, as_of.in_language(language), node.status.name());
        let place = match &cell.location.sheet {
            Some(sheet) => format!("{} › {sheet}", cell.location.file),
            None => cell.location.file.clone(),
        };
        sources.entry((place, source)).or_default().add(cell);
    }
    let line = |((place, source), cells): ((String, String), Cells)| {
        let ranges = cells.ranges().join(", ");
        let at = if ranges.is_empty() { String::new() } else { format!(" › {ranges}") };
        format!("  {place}{at}: {source}")
    };
    sources.into_iter().map(line).collect()
}

/// The value with its unit; `≈` where the decimals shown are not all there are.
fn value(node: &Node) -> String {
    let exact = match &node.value {
        Value::Datum(day) => return day.to_string(),
        Value::Integer(integer) => Exact::from(*integer),
        Value::Exact(exact) => exact.clone(),
    };
    let exact = if node.unit == Unit::Andel { &exact * &Exact::from(100) } else { exact };
    let number = swedish::short_number(&exact, DECIMALS);
    let scale = Exact::from(10_i64.pow(DECIMALS));
    let whole = (&exact * &scale).integer().is_some();
    let approximately = if whole { "" } else { "≈ " };
    match node.unit {
        // A year is a count too, but is not written with a space in it.
        Unit::Antal => format!("{approximately}{}", number.replace(swedish::NO_BREAK_SPACE, "")),
        Unit::Andel => format!("{approximately}{number}{}%", swedish::NO_BREAK_SPACE),
        unit => format!("{approximately}{number} {}", unit.name()),
    }
}
