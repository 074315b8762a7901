//! Text in cells is text: whatever it says, documents are set, and it comes out as it went in.

use std::collections::BTreeSet;

use serde_json::Value;
use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{UPPGIFTER, WORKBOOK, sheets};
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::workbook::schema::{Kind, Layout};
use statsbidrag::workbook::{Fill, FilledFrom};

use crate::data_2024;
use crate::pages::is_reviewed;
use crate::run::{FILE, Folder, book, hostile_letter, report, text};

/// What begins lists, headings, comments, tags, code and links, in the two languages a cell's text meets.
pub(crate) const BEGINNING: [&str; 12] = [
    "#panic(\"x\")",
    "{{ 1/0 }}",
    "{% raw %}",
    "-5",
    "= x",
    "1. x",
    "https://x.se",
    "\\u{23}",
    "// x",
    "/* x */",
    "\"); #panic(\"",
    "{* x *}",
];

/// Everything else that means something somewhere, and every ASCII special.
const THE_REST: &str = "*_`$<>@~\\//[]{}()|^&%#!?+-=:;,.'\" _x0041_ &amp; {#a#} {%endraw%} $x$ `x` @x <x> a--b a...b åäö";

/// The hostile text with a number of its own; `offset` turns which beginning it gets.
pub(crate) struct Hostile {
    pub(crate) number: usize,
    pub(crate) offset: usize,
    pub(crate) all: Vec<String>,
}

impl Hostile {
    pub(crate) fn next(&mut self) -> String {
        self.highest(usize::MAX)
    }

    /// The next, cut to the length a cell may have.
    pub(crate) fn highest(&mut self, character: usize) -> String {
        let beginning = BEGINNING[(self.number + self.offset) % BEGINNING.len()];
        let one: String =
            format!("{beginning} N{}N {THE_REST}", self.number).chars().take(character).collect();
        let one = one.trim_end().to_owned();
        self.number += 1;
        self.all.push(one.clone());
        one
    }

    pub(crate) fn filled_from(&mut self) -> FilledFrom {
        FilledFrom::new(self.next(), Status::Exempel)
            .confirmed_by("#panic(\"x\") {{ 1/0 }} *_`$<>@~\\//[]")
    }
}

/// The workbooks with hostile text in every cell that takes text; what is printed, and all of it.
fn hostile_texts(offset: usize) -> ([Vec<u8>; 2], Vec<String>, Vec<String>) {
    let mut fresh = Hostile { number: 0, offset, all: Vec::new() };
    let mut printed = Vec::new();
    let avtalen = [[fresh.next(), fresh.next()], [fresh.next(), fresh.next()]];
    printed.extend(avtalen.as_flattened().iter().cloned());
    let lakemedel = drugs(&mut fresh, &mut printed, &avtalen);
    let brevet = hostile_letter::book(&mut fresh, &mut printed, &avtalen);
    ([lakemedel, brevet], printed, fresh.all)
}

/// The decisions on this year's agreement and last year's: which, and its registration number.
pub(crate) type Avtalen = [[String; 2]; 2];

/// What the agreements are called, both workbooks say.
fn drugs(fresh: &mut Hostile, printed: &mut Vec<String>, avtalen: &Avtalen) -> Vec<u8> {
    let without = [
        sheets::MOTTAGARE,
        sheets::PERSONER,
        sheets::SOLIDARISKA,
        sheets::SJUKDOMAR,
        sheets::KRITERIER,
        sheets::AVDRAG,
        sheets::OVRIGT,
        sheets::KOMPONENTER,
        sheets::FOREGAENDE_KOMPONENTER,
    ];
    let mut fill = data_2024::lakemedel::fill_without(&without);
    let sjukdomar = [fresh.highest(80), fresh.highest(80), fresh.highest(80)];
    data_2024::lakemedel::solidary(&mut fill, [&sjukdomar[0], &sjukdomar[1], &sjukdomar[2]]);
    let anmarkning = fresh.next();
    let row = [("sjukdom", text(&sjukdomar[0])), ("anmarkning", text(&anmarkning))];
    fill.row(sheets::SJUKDOMAR, row);
    fill.filled_from(sheets::SJUKDOMAR, "anmarkning", fresh.filled_from());
    let kriterium = fresh.next();
    fill.row(sheets::KRITERIER, [("kriterium", text(&kriterium))]);
    fill.filled_from(sheets::KRITERIER, "kriterium", fresh.filled_from());
    printed.extend(sjukdomar);
    printed.extend([anmarkning, kriterium]);
    for page in WORKBOOK.sheets {
        let Layout::Items(field) = page.layout else { continue };
        // Who takes a residual is a region's name, and only there where there is a residual.
        let bound = ["residual_region", "foregaende_residual_region"];
        let bound = [&bound[..], CALLED.as_flattened()].concat();
        let free_columns = field.iter().filter(|field| matches!(field.kind, Kind::Text { .. }));
        for field in free_columns.filter(|field| !bound.contains(&field.id)) {
            let value = fresh.next();
            fill.item(page.name, field.id, text(&value), fresh.filled_from());
            printed.push(value);
        }
    }
    for ((page, ids), values) in PAGES.into_iter().zip(CALLED).zip(avtalen) {
        for (id, value) in ids.into_iter().zip(values) {
            fill.item(page, id, text(value), fresh.filled_from());
        }
    }
    for (page, file) in [
        (sheets::AVDRAG, "lakemedel-2024-avdrag.csv"),
        (sheets::OVRIGT, "lakemedel-2024-ovrigt.csv"),
        (sheets::KOMPONENTER, "lakemedel-2024-komponenter.csv"),
        (sheets::FOREGAENDE_KOMPONENTER, "lakemedel-2023-komponenter.csv"),
    ] {
        of_2024(&mut fill, fresh, printed, page, file);
    }
    lists(&mut fill, fresh, printed);
    book(&fill)
}

/// Where the agreements are named, and by which fields.
const PAGES: [&str; 2] = [sheets::DOKUMENT, sheets::FOREGAENDE_RIKET];
const CALLED: [[&str; 2]; 2] = [
    ["avtal_regeringsbeslut", "avtal_diarienummer"],
    ["foregaende_regeringsbeslut", "foregaende_diarienummer"],
];

/// The rows of 2024 with hostile words; a short name is a key, and what it was called is one of last year's.
fn of_2024(
    fill: &mut Fill,
    fresh: &mut Hostile,
    printed: &mut Vec<String>,
    page: &'static str,
    file: &str,
) {
    let fields = WORKBOOK.sheet(page).field();
    let rows = data_2024::csv(file);
    for row in &rows {
        let words = ["mottagare", "andamal", "avser"];
        let filled = fields.iter().filter(|field| !row[field.id].is_empty());
        let values = filled.map(|field| {
            if words.contains(&field.id) {
                // What a component is stands in many sentences, and should not fill them.
                printed.push(fresh.highest(if field.id == "avser" { 80 } else { usize::MAX }));
                (field.id, text(&printed[printed.len() - 1]))
            } else {
                (field.id, data_2024::content(field, &row[field.id]))
            }
        });
        let values: Vec<_> = values.collect();
        fill.row(page, values);
    }
    let own = fields[1..].iter();
    for field in own.filter(|field| rows.iter().any(|row| !row[field.id].is_empty())) {
        fill.filled_from(page, field.id, fresh.filled_from());
    }
}

fn lists(fill: &mut Fill, fresh: &mut Hostile, printed: &mut Vec<String>) {
    for _ in 0..2 {
        let mottagare = fresh.next();
        fill.row(sheets::MOTTAGARE, [("mottagare", text(&mottagare))]);
        printed.push(mottagare);
    }
    fill.filled_from(sheets::MOTTAGARE, "mottagare", fresh.filled_from());
    for item in UPPGIFTER {
        let field = ["namn", "roll", "telefon", "e_post"].map(|id| (id, fresh.next()));
        let values = field.iter().map(|(id, value)| (*id, text(value)));
        fill.row(sheets::PERSONER, values.chain([("uppgift", text(item))]));
        // Of those who handle it and those who sign, only name and role are printed.
        let count = if item == "kontakt" { 4 } else { 2 };
        printed.extend(field.into_iter().take(count).map(|(_, value)| value));
    }
    for id in ["namn", "roll", "telefon", "e_post"] {
        fill.filled_from(sheets::PERSONER, id, fresh.filled_from());
    }
}

/// Text without the spaces, hyphens and order of lines that setting it puts in.
pub(crate) fn taken(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '-' | '\u{ad}'))
        .collect()
}

pub(crate) fn texts(json: &Value, found: &mut BTreeSet<String>) {
    match json {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(parts) => parts.iter().for_each(|part| texts(part, found)),
        Value::Object(parts) => parts.values().for_each(|part| texts(part, found)),
        _ => {}
    }
}

/// Whether a text stands among others, alone or in one of them.
pub(crate) fn said(texts: &BTreeSet<String>, one: &str) -> bool {
    texts.contains(one) || texts.iter().any(|text| text.contains(one))
}

/// What the pages of a document say, each from where its own text begins.
fn bodies(pages: &[String]) -> Vec<String> {
    let count = pages.len();
    let bodies = pages.iter().zip(1..).map(|(page, number)| {
        let page = taken(page);
        let running = format!("{number}({count})");
        let (_, body) = page.split_once(&running).expect("a page has its number");
        body.strip_prefix(RUNNING).unwrap_or(body).to_owned()
    });
    bodies.collect()
}

/// Whether a text stands on a page, or begins on one and goes on where the next begins.
fn is_printed(pages: &[String], one: &str) -> bool {
    pages.iter().any(|page| page.contains(one))
        || pages.windows(2).any(|pair| {
            let mut breaks = one.char_indices().skip(1).map(|(at, _)| one.split_at(at));
            breaks.any(|(begins, ends)| pair[0].contains(begins) && pair[1].starts_with(ends))
        })
}

/// The mark that runs above the pages of an example.
const RUNNING: &str = "EXEMPEL–inteförbeslutellerutbetalning";

fn is_tried(offset: usize) {
    let ([lakemedel, brevet], printed, all) = hostile_texts(offset);
    assert!(all.len() > 100 && all.iter().all(|text| text.chars().count() <= 200), "{}", all.len());
    let folder = Folder::new("2024", data_2024::all());
    let folder = folder.with(FILE, &lakemedel).with(hostile_letter::FILE, &brevet);
    let (mut documents, mut json) = (Vec::new(), BTreeSet::new());
    let editions = Selection::default().edition(&report(&folder).0, 2024).expect("all");
    // Of the letters, which are alike, two.
    let ids: Vec<_> =
        editions.into_iter().map(|(_, copy)| copy.id).filter(|id| is_reviewed(id)).collect();
    let answer = folder.generate_only(&ids.join(","));
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    for id in ids {
        let file =
            |end: &str| std::fs::read(folder.result().join(format!("{id}.{end}"))).expect("a file");
        let text = pdf_extract::extract_text_from_mem_by_pages(&file("pdf")).expect("text");
        documents.push(bodies(&text));
        texts(&serde_json::from_slice(&file("json")).expect("JSON"), &mut json);
    }
    for one in &printed {
        let is_printed = documents.iter().any(|pages| is_printed(pages, &taken(one)));
        assert!(is_printed, "{one} is not in a PDF: {documents:#?}");
        assert!(said(&json, one), "{one} is not in the JSON");
    }
    let trace = std::fs::read(folder.result().join("trace.json")).expect("a file");
    texts(&serde_json::from_slice(&trace).expect("JSON"), &mut json);
    let missing: Vec<_> = all.iter().filter(|text| !said(&json, text)).collect();
    assert!(missing.is_empty(), "not unchanged in any JSON: {missing:#?}");
}

#[test]
fn hostile_text_in_every_cell_comes_out_as_it_went_in() {
    for offset in (0..BEGINNING.len()).step_by(2) {
        is_tried(offset);
    }
}
