//! A rule as a Swede writes it: names, × ÷ Σ. Made of the expression itself, so that it cannot say anything
//! else than what is computed. Of which region a figure is does not show: `Σ` and the functions go
//! over the regions, or over the rows that a document lists. Where a formula has both a region's figure
//! and the country's by the same name, the country's says so.

use std::collections::{BTreeMap, BTreeSet};

use super::op::{Choice, Comparison, FigureId, Op, Relation};
use super::trace::{Origin, Trace};
use crate::quantity::rounding::Avrundning;

/// How tightly an expression holds together, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Choice,
    Sum,
    Product,
    Whole,
}

/// An expression as it is written, and how tightly it holds together.
type Written = (String, Bond);

/// The formula of an expression over figures of a trace: `Σ(ersättning × befolkning) ÷ Σ befolkning`.
#[must_use]
pub fn formula(trace: &Trace, expr: &Op) -> String {
    Writer { trace, shared: shared(trace, expr), general: false }.write(expr).0
}

/// The same as a rule has it, whatever figure it is for: a number that the rule gives a function, the month of
/// a day of payment, is `n`.
#[must_use]
pub fn layout(trace: &Trace, expr: &Op) -> String {
    Writer { trace, shared: shared(trace, expr), general: true }.write(expr).0
}

/// What a formula calls a figure: its own words, or what it is called in its cell.
#[must_use]
pub fn label(trace: &Trace, id: FigureId) -> String {
    let node = trace.node(id);
    match (&node.origin, node.label) {
        (Origin::Cell(cell), "") => in_a_sentence(&cell.evidence.item),
        (Origin::Rule { .. }, "") => node.name.clone(),
        (_, label) => label.to_owned(),
    }
}

/// A heading within a sentence: `Avtalat belopp` is `avtalat belopp`, and `SOL-tjänster` stays.
#[must_use]
pub fn in_a_sentence(heading: &str) -> String {
    let mut letters = heading.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(heading.chars().skip(1)).collect()
        }
        _ => heading.to_owned(),
    }
}

/// Whether a figure is the country's, by its name.
fn of_the_country(trace: &Trace, id: FigureId) -> bool {
    trace.node(id).name.split('.').nth(2) == Some("riket")
}

/// The labels that an expression uses both for a region's figure and for the country's.
fn shared(trace: &Trace, expr: &Op) -> BTreeSet<String> {
    let mut places: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
    for id in trace.operands_of(expr) {
        places.entry(label(trace, id)).or_default().insert(of_the_country(trace, id));
    }
    places.into_iter().filter(|(_, places)| places.len() > 1).map(|(label, _)| label).collect()
}

struct Writer<'a> {
    trace: &'a Trace,
    shared: BTreeSet<String>,
    general: bool,
}

impl Writer<'_> {
    fn write(&self, op: &Op) -> Written {
        match op {
            Op::Figure(id) => (self.figure(*id), Bond::Whole),
            Op::Number(number) => (number.to_string().replace('-', "−"), Bond::Whole),
            Op::Plus(left, right) => joined([self.write(left), self.write(right)]),
            Op::Minus(left, right) => {
                let (less, right) = (self.write(left), self.after(right, Bond::Product));
                if right == "0" {
                    return less;
                }
                (format!("{} − {right}", within(less, Bond::Sum)), Bond::Sum)
            }
            Op::Times(left, right) => self.product(left, "×", right, Bond::Product),
            Op::Divided(left, right) => self.product(left, "÷", right, Bond::Whole),
            Op::Negated(of) => (format!("−{}", self.after(of, Bond::Product)), Bond::Sum),
            Op::Sum(parts) => joined(self.terms(parts)),
            Op::Least(parts) => (named("minst", &[self.items(parts)]), Bond::Whole),
            Op::Greatest(parts) => (named("störst", &[self.items(parts)]), Bond::Whole),
            Op::Rounded(policy, of) => {
                let name = match policy {
                    Avrundning::HalfUp => "avrundat",
                    Avrundning::Down => "nedåt",
                };
                (named(name, &[self.write(of).0]), Bond::Whole)
            }
            Op::Choice(choice) => self.choice(choice),
            Op::Result(id, _) => {
                let call = self.trace.applied(*id);
                let list = |list: &Vec<Op>| match list.as_slice() {
                    [Op::Number(_)] if self.general => "n".to_owned(),
                    list => self.items(list),
                };
                let lists: Vec<_> = call.arguments.iter().map(list).collect();
                (named(call.function.name, &lists), Bond::Whole)
            }
        }
    }

    fn figure(&self, id: FigureId) -> String {
        let label = label(self.trace, id);
        if self.shared.contains(&label) && of_the_country(self.trace, id) {
            format!("{label} (riket)")
        } else {
            label
        }
    }

    /// In parentheses where it holds together more loosely than so.
    fn at(&self, op: &Op, least: Bond) -> String {
        within(self.write(op), least)
    }

    /// The same after another sign: a minus sign then needs parentheses.
    fn after(&self, op: &Op, least: Bond) -> String {
        let text = self.at(op, least);
        if text.starts_with('−') { format!("({text})") } else { text }
    }

    fn product(&self, left: &Op, sign: &str, right: &Op, least: Bond) -> Written {
        let left = self.at(left, Bond::Product);
        (format!("{left} {sign} {}", self.after(right, least)), Bond::Product)
    }

    /// The items of a list, each once where they are written alike.
    fn items(&self, parts: &[Op]) -> String {
        let items = self.distinct(parts).into_iter().map(|((text, _), _)| text);
        items.collect::<Vec<_>>().join("; ")
    }

    /// How the parts are written, in order, with how many are written alike.
    fn distinct(&self, parts: &[Op]) -> Vec<(Written, usize)> {
        let mut found: Vec<(Written, usize)> = Vec::new();
        for part in parts {
            let written = self.write(part);
            match found.iter_mut().find(|(known, _)| *known == written) {
                Some((_, count)) => *count += 1,
                None => found.push((written, 1)),
            }
        }
        found
    }

    /// The terms of a sum, those that are written alike as one: `Σ befolkning`.
    fn terms(&self, parts: &[Op]) -> Vec<Written> {
        let counts = parts.iter().all(is_count);
        let term = |(written, count): (Written, usize)| match written.1 {
            _ if count == 1 || counts => written,
            Bond::Whole => (format!("Σ {}", written.0), Bond::Whole),
            _ => (format!("Σ({})", written.0), Bond::Whole),
        };
        self.distinct(parts).into_iter().map(term).collect()
    }

    fn choice(&self, Choice { when, then, otherwise }: &Choice) -> Written {
        let Comparison { relation, left, right } = when;
        let sign = match relation {
            Relation::Equal => "=",
            Relation::Below => "<",
            Relation::Above => ">",
            Relation::AtLeast => "≥",
        };
        let when = format!("{} {sign} {}", self.at(left, Bond::Sum), self.at(right, Bond::Sum));
        if is_one_or_zero(then, otherwise) {
            return (named("antal", &[when]), Bond::Whole);
        }
        let (then, otherwise) = (self.at(then, Bond::Sum), self.write(otherwise).0);
        (format!("{then} om {when}, annars {otherwise}"), Bond::Choice)
    }
}

/// Whether it is one where a comparison holds, else zero: a sum of such is a count.
fn is_count(op: &Op) -> bool {
    matches!(op, Op::Choice(choice) if is_one_or_zero(&choice.then, &choice.otherwise))
}

fn is_one_or_zero(then: &Op, otherwise: &Op) -> bool {
    (then, otherwise) == (&Op::Number(1), &Op::Number(0))
}

fn within((text, bond): Written, least: Bond) -> String {
    if bond < least { format!("({text})") } else { text }
}

/// Terms with plus signs between; zero if there are none, and no zero among others.
fn joined(terms: impl IntoIterator<Item = Written>) -> Written {
    let mut terms = terms.into_iter().filter(|(text, _)| text != "0");
    let Some(first) = terms.next() else { return ("0".to_owned(), Bond::Whole) };
    let rest: Vec<_> = terms
        .map(|term| within(term, Bond::Sum))
        .map(|text| if text.starts_with('−') { format!("({text})") } else { text })
        .collect();
    if rest.is_empty() {
        return first;
    }
    (format!("{} + {}", within(first, Bond::Sum), rest.join(" + ")), Bond::Sum)
}

fn named(function: &str, arguments: &[String]) -> String {
    let given: Vec<_> =
        arguments.iter().filter(|argument| !argument.is_empty()).map(String::as_str).collect();
    format!("{function}({})", given.join("; "))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{
        CellRef, Evidence, Figure, Function, Name, Operand, RANK, Sourced, Status, choose, count,
        count_where, list, one, round, sum,
    };
    use super::*;
    use crate::problem::Location;
    use crate::quantity::{Antal, HelaKronor, Value};

    static OF_TWO: Function =
        Function { name: "av_två", compute: |_| Some(vec![Value::Integer(1)]) };

    /// A leaf of the country or a region, and what it is called.
    fn leaf(trace: &mut Trace, place: &str, label: &'static str) -> Figure<HelaKronor> {
        let evidence = Evidence {
            item: "Avtalat belopp".into(),
            source: "provet".into(),
            as_of: None,
            status: Status::Faststalld,
            confirmed_by: None,
        };
        let cell = CellRef { location: Location::file("prov.xlsx"), evidence: Arc::new(evidence) };
        let id = format!("prov.2024.{place}.{}", trace.iter().len());
        trace.leaf(Name { id, label }, Sourced { value: HelaKronor::from_integer(7), cell })
    }

    fn some<const N: usize>(labels: [&'static str; N]) -> (Trace, [Figure<HelaKronor>; N]) {
        let mut trace = Trace::new();
        let figures = labels.map(|label| leaf(&mut trace, "riket", label));
        (trace, figures)
    }

    /// The same of each of three regions.
    fn regions(trace: &mut Trace, label: &'static str) -> [Figure<HelaKronor>; 3] {
        ["skane", "gotland", "halland"].map(|region| leaf(trace, region, label))
    }

    fn two(make: fn(Box<Op>, Box<Op>) -> Op, left: &Op, right: &Op) -> Op {
        make(Box::new(left.clone()), Box::new(right.clone()))
    }

    #[test]
    fn parentheses_stand_where_they_are_needed_and_nowhere_else() {
        let (trace, figures) = some(["a", "b", "c"]);
        let [a, b, c] = figures.map(|figure| Op::Figure(figure.id));
        let plus = |left: &Op, right: &Op| two(Op::Plus, left, right);
        let minus = |left: &Op, right: &Op| two(Op::Minus, left, right);
        let times = |left: &Op, right: &Op| two(Op::Times, left, right);
        let divided = |left: &Op, right: &Op| two(Op::Divided, left, right);
        let negated = |of: &Op| Op::Negated(Box::new(of.clone()));
        let down = |of: &Op| Op::Rounded(Avrundning::Down, Box::new(of.clone()));
        for (expr, want) in [
            (plus(&plus(&a, &b), &c), "a + b + c"),
            (plus(&a, &minus(&b, &c)), "a + b − c"),
            (minus(&minus(&a, &b), &c), "a − b − c"),
            (minus(&a, &minus(&b, &c)), "a − (b − c)"),
            (minus(&a, &plus(&b, &c)), "a − (b + c)"),
            (minus(&a, &times(&b, &c)), "a − b × c"),
            (times(&plus(&a, &b), &c), "(a + b) × c"),
            (divided(&a, &times(&b, &c)), "a ÷ (b × c)"),
            (divided(&times(&a, &b), &c), "a × b ÷ c"),
            (divided(&a, &Op::Sum(vec![b.clone(), b.clone()])), "a ÷ Σ b"),
            (negated(&a), "−a"),
            (negated(&plus(&a, &b)), "−(a + b)"),
            (minus(&a, &negated(&b)), "a − (−b)"),
            (plus(&a, &negated(&b)), "a + (−b)"),
            (times(&a, &negated(&b)), "a × (−b)"),
            (times(&negated(&a), &b), "(−a) × b"),
            (plus(&a, &Op::Sum(vec![])), "a"),
            (minus(&a, &Op::Sum(vec![])), "a"),
            (minus(&a, &Op::Sum(vec![b.clone()])), "a − b"),
            (down(&plus(&a, &b)), "nedåt(a + b)"),
            (Op::Greatest(vec![minus(&a, &b), Op::Number(0)]), "störst(a − b; 0)"),
            (Op::Least(vec![a.clone(), Op::Number(-12)]), "minst(a; −12)"),
        ] {
            assert_eq!(formula(&trace, &expr), want);
        }
    }

    #[test]
    fn what_is_alike_in_every_region_is_written_once() {
        let mut trace = Trace::new();
        let (a, b) = (regions(&mut trace, "a"), regions(&mut trace, "b"));
        let both = || a.iter().zip(&b);
        let products = both().map(|(a, b)| two(Op::Times, &Op::Figure(a.id), &Op::Figure(b.id)));
        let products = Op::Sum(products.collect());
        let mixed = Op::Sum(list(a.iter().chain(b.first())));
        let fewer = count_where(both().map(|(a, b)| Comparison::below(a, b)));
        let ranks = trace.call::<Antal>(&RANK, vec![list(&a)]);
        for (expr, want) in [
            (sum(&a).op(), "Σ a"),
            (two(Op::Divided, &products, &sum(&b).op()), "Σ(a × b) ÷ Σ b"),
            (mixed, "Σ a + b"),
            ((&fewer).op(), "antal(a < b)"),
            (two(Op::Divided, &fewer.op(), &count(3).op()), "antal(a < b) ÷ 3"),
            (ranks.at(1).op(), "plats(a)"),
        ] {
            assert_eq!(formula(&trace, &expr), want);
            assert_eq!(layout(&trace, &expr), want);
        }
    }

    #[test]
    fn a_rule_gives_a_function_a_number_and_a_figure_that_number() {
        let (mut trace, [a]) = some(["a"]);
        let pair = trace.call::<Antal>(&OF_TWO, vec![one(&a), one(count(5))]);
        assert_eq!(formula(&trace, &pair.at(0).op()), "av_två(a; 5)");
        assert_eq!(layout(&trace, &pair.at(0).op()), "av_två(a; n)");
    }

    #[test]
    fn the_country_says_so_where_a_region_is_called_the_same() {
        let mut trace = Trace::new();
        let [own, ..] = regions(&mut trace, "beloppet");
        let mean = leaf(&mut trace, "riket", "beloppet");
        let rate = leaf(&mut trace, "riket", "satsen");
        assert_eq!(formula(&trace, &(&own - &mean).op()), "beloppet − beloppet (riket)");
        assert_eq!(formula(&trace, &(&own - &rate).op()), "beloppet − satsen");
        assert_eq!(formula(&trace, &(&mean - &rate).op()), "beloppet − satsen");
    }

    #[test]
    fn a_choice_reads_as_a_sentence() {
        let (trace, [a, b, c]) = some(["a", "b", "c"]);
        let inner = choose(Comparison::at_least(&b, &c), &b, &c);
        let outer = choose(Comparison::above(&a, &b), &a, &inner);
        let rounded = round(choose(Comparison::equal(&a, &b), a.exact() - b.exact(), c.exact()));
        for (expr, want) in [
            (outer.op(), "a om a > b, annars b om b ≥ c, annars c"),
            (two(Op::Plus, &a.op(), &inner.op()), "a + (b om b ≥ c, annars c)"),
            (rounded.op(), "avrundat(a − b om a = b, annars c)"),
        ] {
            assert_eq!(formula(&trace, &expr), want);
        }
    }

    #[test]
    fn a_cell_without_a_word_of_its_own_is_called_by_its_heading() {
        let (trace, [a]) = some([""]);
        assert_eq!(label(&trace, a.id), "avtalat belopp");
        assert_eq!(in_a_sentence("SOL-tjänster"), "SOL-tjänster");
        assert_eq!(in_a_sentence("IHSI"), "IHSI");
    }
}
