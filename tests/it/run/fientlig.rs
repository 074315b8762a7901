//! Text in cells is text: whatever it says, documents are set, and it comes out as it went in.

use std::collections::BTreeSet;

use serde_json::Value;
use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{ARBETSBOK, UPPGIFTER, blad};
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::workbook::schema::{Form, Slag};
use statsbidrag::workbook::{Belagg, Fyllning};

use crate::indata_2024;
use crate::run::{FIL, Mapp, bok, fientligt_brev, report, text};
use crate::sidor::granskas;

/// What begins lists, headings, comments, tags, code and links, in the two languages a cell's text meets.
pub(crate) const BORJAN: [&str; 12] = [
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
const RESTEN: &str = "*_`$<>@~\\//[]{}()|^&%#!?+-=:;,.'\" _x0041_ &amp; {#a#} {%endraw%} $x$ `x` @x <x> a--b a...b åäö";

/// The hostile text with a number of its own; `forskjutning` turns which beginning it gets.
pub(crate) struct Fientlig {
    pub(crate) nummer: usize,
    pub(crate) forskjutning: usize,
    pub(crate) alla: Vec<String>,
}

impl Fientlig {
    pub(crate) fn nasta(&mut self) -> String {
        self.hogst(usize::MAX)
    }

    /// The next, cut to the length a cell may have.
    pub(crate) fn hogst(&mut self, tecken: usize) -> String {
        let borjan = BORJAN[(self.nummer + self.forskjutning) % BORJAN.len()];
        let en: String =
            format!("{borjan} N{}N {RESTEN}", self.nummer).chars().take(tecken).collect();
        let en = en.trim_end().to_owned();
        self.nummer += 1;
        self.alla.push(en.clone());
        en
    }

    pub(crate) fn belagg(&mut self) -> Belagg {
        Belagg::ny(self.nasta(), Status::Exempel)
            .bekraftad_av("#panic(\"x\") {{ 1/0 }} *_`$<>@~\\//[]")
    }
}

/// The workbooks with hostile text in every cell that takes text; what is printed, and all of it.
fn fientliga(forskjutning: usize) -> ([Vec<u8>; 2], Vec<String>, Vec<String>) {
    let mut ny = Fientlig { nummer: 0, forskjutning, alla: Vec::new() };
    let mut tryckta = Vec::new();
    let avtalet = [ny.nasta(), ny.nasta()];
    tryckta.extend(avtalet.clone());
    let lakemedel = lakemedlen(&mut ny, &mut tryckta, &avtalet);
    let brevet = fientligt_brev::bok(&mut ny, &mut tryckta, &avtalet);
    ([lakemedel, brevet], tryckta, ny.alla)
}

/// What the agreement is called, both workbooks say.
fn lakemedlen(ny: &mut Fientlig, tryckta: &mut Vec<String>, avtalet: &[String; 2]) -> Vec<u8> {
    let utan = [blad::MOTTAGARE, blad::PERSONER, blad::SOLIDARISKA];
    let mut fyll = indata_2024::lakemedel::fyllning_utan(&utan);
    let sjukdomar = [ny.hogst(80), ny.hogst(80), ny.hogst(80)];
    indata_2024::lakemedel::solidariska(&mut fyll, [&sjukdomar[0], &sjukdomar[1], &sjukdomar[2]]);
    tryckta.extend(sjukdomar);
    for sida in ARBETSBOK.blad {
        let Form::Uppgifter(falt) = sida.form else { continue };
        // Who takes a residual is a region's name, and only there where there is a residual.
        let bundna = [
            "residual_region",
            "foregaende_residual_region",
            "avtal_regeringsbeslut",
            "avtal_diarienummer",
        ];
        let fria = falt.iter().filter(|falt| matches!(falt.slag, Slag::Text { .. }));
        for falt in fria.filter(|falt| !bundna.contains(&falt.id)) {
            let varde = ny.nasta();
            fyll.uppgift(sida.namn, falt.id, text(&varde), ny.belagg());
            tryckta.push(varde);
        }
    }
    for (id, varde) in ["avtal_regeringsbeslut", "avtal_diarienummer"].into_iter().zip(avtalet) {
        fyll.uppgift(blad::DOKUMENT, id, text(varde), ny.belagg());
    }
    listor(&mut fyll, ny, tryckta);
    bok(&fyll)
}

fn listor(fyll: &mut Fyllning, ny: &mut Fientlig, tryckta: &mut Vec<String>) {
    for _ in 0..2 {
        let mottagare = ny.nasta();
        fyll.rad(blad::MOTTAGARE, [("mottagare", text(&mottagare))]);
        tryckta.push(mottagare);
    }
    fyll.belagg(blad::MOTTAGARE, "mottagare", ny.belagg());
    for uppgift in UPPGIFTER {
        let falt = ["namn", "roll", "telefon", "e_post"].map(|id| (id, ny.nasta()));
        let varden = falt.iter().map(|(id, varde)| (*id, text(varde)));
        fyll.rad(blad::PERSONER, varden.chain([("uppgift", text(uppgift))]));
        // Of those who handle it and those who sign, only name and role are printed.
        let antal = if uppgift == "kontakt" { 4 } else { 2 };
        tryckta.extend(falt.into_iter().take(antal).map(|(_, varde)| varde));
    }
    for id in ["namn", "roll", "telefon", "e_post"] {
        fyll.belagg(blad::PERSONER, id, ny.belagg());
    }
}

/// Text without the spaces, hyphens and order of lines that setting it puts in.
pub(crate) fn tatt(text: &str) -> String {
    text.chars()
        .filter(|tecken| !tecken.is_whitespace() && !matches!(tecken, '-' | '\u{ad}'))
        .collect()
}

pub(crate) fn texter(json: &Value, funna: &mut BTreeSet<String>) {
    match json {
        Value::String(text) => {
            funna.insert(text.clone());
        }
        Value::Array(delar) => delar.iter().for_each(|del| texter(del, funna)),
        Value::Object(delar) => delar.values().for_each(|del| texter(del, funna)),
        _ => {}
    }
}

/// Whether a text stands among others, alone or in one of them.
pub(crate) fn said(texts: &BTreeSet<String>, one: &str) -> bool {
    texts.contains(one) || texts.iter().any(|text| text.contains(one))
}

fn provas(forskjutning: usize) {
    let ([lakemedel, brevet], tryckta, alla) = fientliga(forskjutning);
    assert!(
        alla.len() > 100 && alla.iter().all(|text| text.chars().count() <= 200),
        "{}",
        alla.len()
    );
    let mapp = Mapp::ny("2024", indata_2024::alla());
    let mapp = mapp.med(FIL, &lakemedel).med(fientligt_brev::FIL, &brevet);
    let (mut pdf, mut json) = (String::new(), BTreeSet::new());
    let all = Urval::default().exemplar(&report(&mapp).0, 2024).expect("all");
    // Of the letters, which are alike, two.
    let ids: Vec<_> = all.into_iter().map(|(_, copy)| copy.id).filter(|id| granskas(id)).collect();
    let svar = mapp.generate_only(&ids.join(","));
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    for id in ids {
        let fil = |slut: &str| {
            std::fs::read(mapp.resultat().join(format!("{id}.{slut}"))).expect("a file")
        };
        pdf.push_str(&tatt(&pdf_extract::extract_text_from_mem(&fil("pdf")).expect("text")));
        texter(&serde_json::from_slice(&fil("json")).expect("JSON"), &mut json);
    }
    for en in &tryckta {
        assert!(pdf.contains(&tatt(en)), "{en} is not in a PDF: {pdf}");
        assert!(said(&json, en), "{en} is not in the JSON");
    }
    let trace = std::fs::read(mapp.resultat().join("trace.json")).expect("a file");
    texter(&serde_json::from_slice(&trace).expect("JSON"), &mut json);
    let saknas: Vec<_> = alla.iter().filter(|en| !said(&json, en)).collect();
    assert!(saknas.is_empty(), "not unchanged in any JSON: {saknas:#?}");
}

#[test]
fn hostile_text_in_every_cell_comes_out_as_it_went_in() {
    for forskjutning in (0..BORJAN.len()).step_by(2) {
        provas(forskjutning);
    }
}
