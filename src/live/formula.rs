//! An expression as an Excel formula over the cells of its figures. Sums over what stands side by side are written
//! as sums of ranges, since a decision may have hundreds of recipients.

use std::cell::Cell as Shared;

use rust_xlsxwriter::utility::row_col_to_cell;

use super::functions;
use super::plan::{CellAt, Content, Plan};
use crate::figure::{Choice, Comparison, FigureId, Op, Origin, Relation};
use crate::quantity::Unit;
use crate::quantity::rounding::Avrundning;

/// The decimals a spreadsheet's number is trusted to before it is rounded to whole kronor.
pub(super) const TRUSTED: &str = "4";
/// The decimals that two unrounded numbers are compared by.
const COMPARED: &str = "9";
/// How many arguments a function takes.
const ARGUMENTS: usize = 255;

/// How tightly a formula holds together, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    Sum,
    Product,
    Whole,
}

type Written = (String, Bond);

/// Writes formulas of cells on one sheet.
#[derive(Clone, Copy)]
pub(super) struct Writer<'p> {
    pub(super) plan: &'p Plan<'p>,
    pub(super) sheet: usize,
}

/// What a figure's expression rounds on the way: the one rounding of something that has no cell of its own.
pub(super) fn rounded_on_the_way(expr: &Op) -> Option<&Op> {
    fn gather<'o>(op: &'o Op, found: &mut Vec<&'o Op>) {
        if let Op::Rounded(_, of) = op
            && !matches!(**of, Op::Figure(_))
        {
            found.push(of);
        }
        op.parts(&mut |part| gather(part, found));
    }
    let mut found = Vec::new();
    gather(expr, &mut found);
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// A formula of a cell that is rounded to a whole number, halves away from zero.
pub(super) fn rounded(policy: Avrundning, of: &str) -> String {
    match policy {
        Avrundning::HalfUp => format!("ROUND(ROUND({of},{TRUSTED}),0)"),
        Avrundning::Down => format!("INT(ROUND({of},{TRUSTED}))"),
    }
}

impl<'p> Writer<'p> {
    /// The formula of a figure that a rule finds.
    pub(super) fn figure(&self, id: FigureId) -> Option<String> {
        let Origin::Rule { expr, .. } = &self.plan.trace.node(id).origin else { return None };
        if let Some(inner) = rounded_on_the_way(expr) {
            let before = self.reference(self.plan.at(Content::Unrounded(id)));
            return Some(self.write_with(expr, Some((inner, &before))).0);
        }
        Some(self.write(expr).0)
    }

    /// The formula of what a figure is before it is rounded, and the expression.
    pub(super) fn unrounded(&self, id: FigureId) -> (String, &'p Op) {
        let trace: &'p crate::figure::Trace = self.plan.trace;
        let inner = match &trace.node(id).origin {
            Origin::Rule { expr, .. } => rounded_on_the_way(expr),
            Origin::Cell(_) => None,
        };
        let inner = inner.unwrap_or_else(|| panic!("{id:?} is not rounded on the way"));
        (self.write(inner).0, inner)
    }

    /// The formula of an expression.
    pub(super) fn write(&self, op: &Op) -> Written {
        self.write_with(op, None)
    }

    /// The same where a part of it has a cell of its own.
    fn write_with(&self, op: &Op, own: Option<(&Op, &str)>) -> Written {
        if let Some((part, cell)) = own
            && std::ptr::eq(part, op)
        {
            return (cell.to_owned(), Bond::Whole);
        }
        let at = |op: &Op, least: Bond| within(self.write_with(op, own), least);
        let all = |parts: &[Op]| parts.iter().map(|part| at(part, Bond::Sum)).collect::<Vec<_>>();
        match op {
            Op::Figure(id) => (self.of(*id), Bond::Whole),
            Op::Number(number) if *number < 0 => (number.to_string(), Bond::Sum),
            Op::Number(number) => (number.to_string(), Bond::Whole),
            Op::Plus(left, right) => {
                (format!("{}+{}", at(left, Bond::Sum), positive(at(right, Bond::Sum))), Bond::Sum)
            }
            Op::Minus(left, right) if **right == Op::Sum(Vec::new()) => self.write_with(left, own),
            Op::Minus(left, right) => {
                let right = positive(at(right, Bond::Product));
                (format!("{}-{right}", at(left, Bond::Sum)), Bond::Sum)
            }
            Op::Times(left, right) => {
                let right = positive(at(right, Bond::Product));
                (format!("{}*{right}", at(left, Bond::Product)), Bond::Product)
            }
            Op::Divided(left, right) => {
                let right = positive(at(right, Bond::Whole));
                (format!("{}/{right}", at(left, Bond::Product)), Bond::Product)
            }
            Op::Negated(of) => (format!("-{}", positive(at(of, Bond::Product))), Bond::Sum),
            Op::Sum(parts) => match self.series(parts) {
                Some(series) => (series, Bond::Whole),
                None => joined(&all(parts)),
            },
            Op::Least(parts) => (format!("MIN({})", self.list(parts)), Bond::Whole),
            Op::Greatest(parts) => (format!("MAX({})", self.list(parts)), Bond::Whole),
            Op::Rounded(policy, of) => (rounded(*policy, &at(of, Bond::Sum)), Bond::Whole),
            Op::Choice(choice) => {
                let Choice { when, then, otherwise } = &**choice;
                let when = self.condition(when);
                let text =
                    format!("IF({when},{},{})", at(then, Bond::Sum), at(otherwise, Bond::Sum));
                (text, Bond::Whole)
            }
            Op::Result(call, place) => (functions::formula(self, *call, *place), Bond::Whole),
        }
    }

    /// A comparison. What is not whole is compared by so many decimals as a spreadsheet has.
    fn condition(&self, comparison: &Comparison) -> String {
        let Comparison { relation, left, right } = comparison;
        let sign = sign(*relation);
        let is_whole = self.is_whole(left) && self.is_whole(right);
        let left = within(self.write(left), Bond::Sum);
        if is_whole {
            return format!("{left}{sign}{}", within(self.write(right), Bond::Sum));
        }
        let right = within(self.write(right), Bond::Product);
        format!("ROUND({left}-{},{COMPARED}){sign}0", positive(right))
    }

    /// Whether something is a whole number that a spreadsheet holds exactly.
    fn is_whole(&self, op: &Op) -> bool {
        match op {
            Op::Figure(id) => {
                let whole = [Unit::HelaKronor, Unit::Invanare, Unit::Antal, Unit::Veckor];
                whole.contains(&self.plan.trace.node(*id).unit)
            }
            Op::Number(_) | Op::Rounded(..) => true,
            Op::Divided(..) | Op::Result(..) | Op::Times(..) | Op::Choice(_) => false,
            other => {
                let mut all = true;
                other.parts(&mut |part| all = all && self.is_whole(part));
                all
            }
        }
    }

    /// Arguments of a function that takes many: a range where they stand side by side.
    pub(super) fn list(&self, parts: &[Op]) -> String {
        if let Some(range) = self.range(parts) {
            return range;
        }
        assert!(parts.len() <= ARGUMENTS, "{} arguments of a function", parts.len());
        let each = parts.iter().map(|part| within(self.write(part), Bond::Sum));
        each.collect::<Vec<_>>().join(",")
    }

    /// The cells of figures as a range, where they stand side by side.
    pub(super) fn range(&self, parts: &[Op]) -> Option<String> {
        let way = Shared::new(None);
        let all: Vec<_> = parts.iter().collect();
        match self.element(&all, &way) {
            Some(Element { text, ranges: 1, is_bare: true }) => Some(text),
            _ => None,
        }
    }

    /// A sum of parts that are alike but for the cells, which stand side by side.
    fn series(&self, parts: &[Op]) -> Option<String> {
        let way = Shared::new(None);
        let all: Vec<_> = parts.iter().collect();
        if let [Op::Times(..), _, ..] = parts {
            let sides: Option<(Vec<_>, Vec<_>)> = parts
                .iter()
                .map(|part| match part {
                    Op::Times(left, right) => Some((&**left, &**right)),
                    _ => None,
                })
                .collect();
            let (left, right) = sides?;
            let both = [self.element(&left, &way)?, self.element(&right, &way)?];
            if let [left, right] = &both
                && both.iter().all(|side| side.is_bare && side.ranges == 1)
            {
                return Some(format!("SUMPRODUCT({},{})", left.text, right.text));
            }
        }
        let element = self.element(&all, &Shared::new(None))?;
        match element {
            Element { ranges: 0, .. } => None,
            Element { is_bare: true, text, .. } => Some(format!("SUM({text})")),
            Element { text, .. } => Some(format!("SUMPRODUCT({text})")),
        }
    }

    /// Expressions that are alike but for their cells, as one over ranges; none if they are not.
    fn element(&self, parts: &[&Op], way: &Shared<Option<Way>>) -> Option<Element> {
        let (first, rest) = parts.split_first()?;
        if rest.is_empty() {
            return None;
        }
        let both = |sign: &str, pick: fn(&Op) -> Option<(&Op, &Op)>| {
            let sides: Option<(Vec<_>, Vec<_>)> = parts.iter().map(|part| pick(part)).collect();
            let (left, right) = sides?;
            let (left, right) = (self.element(&left, way)?, self.element(&right, way)?);
            Some(Element {
                text: format!("({}{sign}{})", left.text, right.text),
                ranges: left.ranges + right.ranges,
                is_bare: false,
            })
        };
        match first {
            Op::Figure(_) => self.cells(parts, way),
            Op::Number(number) => parts.iter().all(|part| *part == *first).then(|| Element {
                text: format!("({number})"),
                ranges: 0,
                is_bare: false,
            }),
            Op::Plus(..) => both("+", |op| match op {
                Op::Plus(left, right) => Some((left, right)),
                _ => None,
            }),
            Op::Minus(..) => both("-", |op| match op {
                Op::Minus(left, right) => Some((left, right)),
                _ => None,
            }),
            Op::Times(..) => both("*", |op| match op {
                Op::Times(left, right) => Some((left, right)),
                _ => None,
            }),
            Op::Divided(..) => both("/", |op| match op {
                Op::Divided(left, right) => Some((left, right)),
                _ => None,
            }),
            Op::Rounded(policy, _) => {
                let inner: Option<Vec<_>> = parts
                    .iter()
                    .map(|part| match part {
                        Op::Rounded(own, of) if own == policy => Some(&**of),
                        _ => None,
                    })
                    .collect();
                let Element { text, ranges, .. } = self.element(&inner?, way)?;
                Some(Element { text: rounded(*policy, &text), ranges, is_bare: false })
            }
            Op::Choice(choice) => self.choices(choice, parts, way),
            _ => None,
        }
    }

    fn choices(&self, first: &Choice, parts: &[&Op], way: &Shared<Option<Way>>) -> Option<Element> {
        let relation = first.when.relation;
        let each: Option<Vec<_>> = parts
            .iter()
            .map(|part| match part {
                Op::Choice(own) if own.when.relation == relation => Some(&**own),
                _ => None,
            })
            .collect();
        let each = each?;
        let side = |pick: fn(&Choice) -> &Op| {
            self.element(&each.iter().map(|one| pick(one)).collect::<Vec<_>>(), way)
        };
        let (left, right) = (side(|one| &one.when.left)?, side(|one| &one.when.right)?);
        let (then, otherwise) = (side(|one| &one.then)?, side(|one| &one.otherwise)?);
        let whole =
            each.iter().all(|one| self.is_whole(&one.when.left) && self.is_whole(&one.when.right));
        let sign = sign(relation);
        let when = if whole {
            format!("({}{sign}{})", left.text, right.text)
        } else {
            format!("(ROUND({}-{},{COMPARED}){sign}0)", left.text, right.text)
        };
        let counts = (then.text.as_str(), otherwise.text.as_str()) == ("(1)", "(0)");
        let text = if counts {
            format!("{when}*1")
        } else {
            format!("({when}*{}+(1-{when})*{})", then.text, otherwise.text)
        };
        Some(Element {
            text,
            ranges: left.ranges + right.ranges + then.ranges + otherwise.ranges,
            is_bare: false,
        })
    }

    /// The cells of figures that stand side by side or below each other as a range, or the one cell that all are.
    fn cells(&self, parts: &[&Op], way: &Shared<Option<Way>>) -> Option<Element> {
        let at: Option<Vec<_>> = parts
            .iter()
            .map(|part| match part {
                Op::Figure(id) => Some(self.plan.at(Content::Figure(*id))),
                _ => None,
            })
            .collect();
        let at = at?;
        let (first, second, last) = (*at.first()?, *at.get(1)?, *at.last()?);
        if at.iter().all(|cell| *cell == first) {
            return Some(Element { text: self.reference(first), ranges: 0, is_bare: false });
        }
        let own = if second.row == first.row { Way::Aside } else { Way::Below };
        if way.get().is_some_and(|known| known != own) {
            return None;
        }
        for (step, cell) in (0_u16..).zip(&at) {
            let want = match own {
                Way::Aside => CellAt { column: first.column.checked_add(step)?, ..first },
                Way::Below => CellAt { row: first.row.checked_add(step.into())?, ..first },
            };
            if *cell != want {
                return None;
            }
        }
        way.set(Some(own));
        Some(Element { text: self.between(first, last), ranges: 1, is_bare: true })
    }

    /// The cell of a figure.
    fn of(&self, id: FigureId) -> String {
        self.reference(self.plan.at(Content::Figure(id)))
    }

    /// A cell as a formula names it, with its sheet where that is another.
    pub(super) fn reference(&self, at: CellAt) -> String {
        format!("{}{}", self.sheet_of(at), row_col_to_cell(at.row, at.column))
    }

    /// The cells from one to another of the same sheet.
    pub(super) fn between(&self, from: CellAt, to: CellAt) -> String {
        let [first, last] = [from, to].map(|at| row_col_to_cell(at.row, at.column));
        format!("{}{first}:{last}", self.sheet_of(from))
    }

    fn sheet_of(&self, at: CellAt) -> String {
        let name = self.plan.sheets.get(at.sheet).map_or("", |sheet| sheet.name.as_str());
        if at.sheet == self.sheet { String::new() } else { format!("'{name}'!") }
    }
}

/// Whether cells stand side by side or below each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Aside,
    Below,
}

/// An expression over ranges.
struct Element {
    text: String,
    /// How many of its parts are ranges.
    ranges: usize,
    /// Whether it is a range and nothing else.
    is_bare: bool,
}

fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "=",
        Relation::Below => "<",
        Relation::Above => ">",
        Relation::AtLeast => ">=",
    }
}

fn within((text, bond): Written, least: Bond) -> String {
    if bond < least { format!("({text})") } else { text }
}

/// In parentheses if it begins with a sign, to stand after another.
fn positive(text: String) -> String {
    if text.starts_with('-') { format!("({text})") } else { text }
}

fn joined(terms: &[String]) -> Written {
    match terms {
        [] => ("0".to_owned(), Bond::Whole),
        [one] => (one.clone(), Bond::Sum),
        [first, rest @ ..] => {
            let rest = rest.iter().map(|term| format!("+{}", positive(term.clone())));
            (format!("{first}{}", rest.collect::<String>()), Bond::Sum)
        }
    }
}
