//! A rule as a Swede writes it: names, × ÷ Σ. Made of the expression itself, so that it cannot say anything
//! else than what is computed. Of which region a figure is does not show: `Σ` and the functions go
//! over the regions, or over the rows that a document lists.

use super::{Choice, Comparison, Op, Origin, Relation, Trace};
use crate::quantity::avrundning::Avrundning;

/// How tightly an expression holds together, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Sum,
    Product,
    Whole,
}

/// The formula of an expression over figures of a trace: `Σ(ersättning × befolkning) ÷ Σ befolkning`.
#[must_use]
pub fn formula(trace: &Trace, expr: &Op) -> String {
    write(trace, expr).0
}

/// What a formula calls a figure: its own words, or what it is called in its cell.
#[must_use]
pub fn label(trace: &Trace, id: super::FigureId) -> String {
    let node = trace.node(id);
    match (&node.origin, node.label) {
        (Origin::Cell(cell), "") => in_a_sentence(&cell.underlag.uppgift),
        (Origin::Rule { .. } | Origin::Legacy { .. }, "") => node.name.clone(),
        (_, label) => label.to_owned(),
    }
}

/// A heading within a sentence: `Avtalat belopp` is `avtalat belopp`, and `SOL-tjänster` stays.
fn in_a_sentence(heading: &str) -> String {
    let mut letters = heading.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(heading.chars().skip(1)).collect()
        }
        _ => heading.to_owned(),
    }
}

fn write(trace: &Trace, op: &Op) -> (String, Bond) {
    let at = |op: &Op, least: Bond| {
        let (text, bond) = write(trace, op);
        if bond < least { format!("({text})") } else { text }
    };
    let two = |left: &Op, sign: &str, right: &Op, (mine, theirs): (Bond, Bond), bond: Bond| {
        (format!("{} {sign} {}", at(left, mine), at(right, theirs)), bond)
    };
    match op {
        Op::Figure(id) => (label(trace, *id), Bond::Whole),
        Op::Number(number) => (number.to_string().replace('-', "−"), Bond::Whole),
        Op::Plus(left, right) => two(left, "+", right, (Bond::Sum, Bond::Sum), Bond::Sum),
        Op::Minus(left, right) => two(left, "−", right, (Bond::Sum, Bond::Product), Bond::Sum),
        Op::Times(left, right) => {
            two(left, "×", right, (Bond::Product, Bond::Product), Bond::Product)
        }
        Op::Divided(left, right) => {
            two(left, "÷", right, (Bond::Product, Bond::Whole), Bond::Product)
        }
        Op::Negated(of) => (format!("−{}", at(of, Bond::Whole)), Bond::Product),
        Op::Sum(parts) => sum(trace, parts),
        Op::Least(parts) => (named("minst", &[items(trace, parts)]), Bond::Whole),
        Op::Greatest(parts) => (named("störst", &[items(trace, parts)]), Bond::Whole),
        Op::Rounded(Avrundning::HalfUp, of) => {
            (named("avrundat", &[write(trace, of).0]), Bond::Whole)
        }
        Op::Rounded(Avrundning::Down, of) => (named("nedåt", &[write(trace, of).0]), Bond::Whole),
        Op::Choice(choice) => self::choice(trace, choice),
        Op::Result(id, _) => {
            let call = trace.applied(*id);
            let arguments: Vec<_> =
                call.arguments.iter().map(|argument| items(trace, argument)).collect();
            (named(&call.function.name.replace('_', " "), &arguments), Bond::Whole)
        }
    }
}

fn named(function: &str, arguments: &[String]) -> String {
    let given: Vec<_> =
        arguments.iter().filter(|argument| !argument.is_empty()).map(String::as_str).collect();
    format!("{function}({})", given.join("; "))
}

/// The items of a list, each once where they are written alike.
fn items(trace: &Trace, parts: &[Op]) -> String {
    distinct(trace, parts).iter().map(|(text, _, _)| text.as_str()).collect::<Vec<_>>().join("; ")
}

/// How the parts are written, in order, with how many are written alike.
fn distinct(trace: &Trace, parts: &[Op]) -> Vec<(String, Bond, usize)> {
    let mut found: Vec<(String, Bond, usize)> = Vec::new();
    for part in parts {
        let (text, bond) = write(trace, part);
        match found.iter_mut().find(|(known, _, _)| *known == text) {
            Some((_, _, count)) => *count += 1,
            None => found.push((text, bond, 1)),
        }
    }
    found
}

fn sum(trace: &Trace, parts: &[Op]) -> (String, Bond) {
    let mut terms = distinct(trace, parts).into_iter().map(|(text, bond, count)| {
        if count == 1 {
            return (text, bond);
        }
        let text = if bond == Bond::Whole { format!("Σ {text}") } else { format!("Σ({text})") };
        (text, Bond::Whole)
    });
    let Some(first) = terms.next() else { return ("0".to_owned(), Bond::Whole) };
    let rest: Vec<_> = terms.map(|(text, _)| text).collect();
    if rest.is_empty() {
        return first;
    }
    (format!("{} + {}", first.0, rest.join(" + ")), Bond::Sum)
}

fn choice(trace: &Trace, Choice { when, then, otherwise }: &Choice) -> (String, Bond) {
    let of = |op: &Op| write(trace, op).0;
    let text = match (then, otherwise) {
        (Op::Number(1), Op::Number(0)) => format!("antal({})", comparison(trace, when)),
        _ => format!("({} om {}, annars {})", of(then), comparison(trace, when), of(otherwise)),
    };
    (text, Bond::Whole)
}

fn comparison(trace: &Trace, Comparison { relation, left, right }: &Comparison) -> String {
    let sign = match relation {
        Relation::Equal => "=",
        Relation::Below => "<",
        Relation::Above => ">",
        Relation::AtLeast => "≥",
    };
    format!("{} {sign} {}", write(trace, left).0, write(trace, right).0)
}
