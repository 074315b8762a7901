//! Every branch of every template is taken by a sample or a variation, and whatever is taken is whole
//! sentences and a PDF.

use std::collections::{BTreeMap, BTreeSet};

use statsbidrag::render::{Renderer, Templates};

use super::language::{Piece, pieces};
use super::templates::templates;
use super::variations::everything;
use super::{pdf, renderer};

/// Every place a template may go one way or another, as a mark that shows in the text if it does: each
/// branch, and for a condition or loop without `else`, also that it was passed by.
fn with_marks(name: &str, template: &str) -> (String, BTreeSet<String>) {
    let (mut out, mut marks) = (String::new(), BTreeSet::new());
    let mut mark = |line: usize, what: &str| {
        let mark = format!("⟦{name}:{line} {what} {}⟧", marks.len());
        marks.insert(mark.clone());
        mark
    };
    // The open blocks: what opened each, and whether it has had its `else`.
    let mut open: Vec<(&str, bool)> = Vec::new();
    for (line, piece) in pieces(template) {
        let Piece::Tag(tag) = piece else {
            out.push_str(piece.source());
            continue;
        };
        let word = tag.inside().split(' ').next().unwrap_or_default();
        let closed = match word {
            "endif" | "endfor" => open.pop().expect("it was opened").1,
            _ => true,
        };
        if !closed {
            out.extend(["{% else %}", &mark(line, "else")]);
        }
        out.push_str(tag.source());
        match word {
            // A list that was asked for first is not empty.
            "for" => {
                let asked = open.iter().any(|(outer, _)| asks_for(outer, tag.inside()));
                open.push((tag.inside(), asked));
            }
            "if" => open.push((tag.inside(), false)),
            "else" => open.last_mut().expect("it was opened").1 = true,
            _ => {}
        }
        if ["if", "elif", "else", "for"].contains(&word) {
            out.push_str(&mark(line, tag.inside()));
        }
    }
    (out, marks)
}

/// Whether one tag asks for the very list the other loops over.
fn asks_for(condition: &str, in_loop: &str) -> bool {
    let list = in_loop.split_once(" in ").map(|(_, list)| list);
    list.is_some() && condition.strip_prefix("if ") == list
}

#[test]
fn every_branch_of_every_template_is_taken() {
    let marked: BTreeMap<_, _> = templates()
        .into_iter()
        .map(|(name, template)| (name.clone(), with_marks(&name, template)))
        .collect();
    let own = marked.iter().map(|(name, (text, _))| (name.clone(), text.clone().into_bytes()));
    let renderer =
        Renderer::new(&Templates::builtin().with(own.collect())).expect("they are whole");
    let mut sources = String::new();
    for (name, sample, json) in everything() {
        let source = renderer.typst_source(sample.template(), &json);
        sources.push_str(&source.unwrap_or_else(|problems| panic!("{name}: {problems}")));
    }
    let marks: Vec<_> = marked.values().flat_map(|(_, marks)| marks).collect();
    let never: Vec<_> = marks.iter().filter(|mark| !sources.contains(mark.as_str())).collect();
    assert!(never.is_empty(), "no variation goes there: {never:#?}");
    assert!(marks.len() > 100, "{} branches", marks.len());
}

#[test]
fn every_variation_is_whole_sentences_and_a_pdf() {
    let mut names = BTreeSet::new();
    for (name, sample, json) in everything() {
        let source = renderer().typst_source(sample.template(), &json);
        whole(&source.unwrap_or_else(|problems| panic!("{name}: {problems}")));
        assert!(pdf(sample, &json).starts_with(b"%PDF"), "{name}");
        assert!(names.insert(name), "there are two {name}");
    }
}

/// Characters of a text from a workbook are written as their numbers where they could be markup.
fn plain(source: &str) -> String {
    let mut parts = source.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("it is closed");
        let number = u32::from_str_radix(number, 16).expect("a number");
        out.push(char::from_u32(number).expect("a character"));
        out.push_str(rest);
    }
    out
}

/// No sentence is left open or doubled where a branch ended. A paragraph goes on over lines.
fn whole(source: &str) {
    let source = plain(source);
    let joined = |paragraph: &str| paragraph.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let prose = source.split("\n\n").map(|text| joined(text.trim()));
    for text in prose.filter(|text| text.starts_with(|c: char| c.is_alphabetic() || c == '-')) {
        for wrong in [" .", " ,", "..", ",,", ".,", ":.", ": .", "( ", " )", "  ", "~."] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
        assert!(text.starts_with('-') || text.ends_with(['.', ':']), "{text}");
    }
}
