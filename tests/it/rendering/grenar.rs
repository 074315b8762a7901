//! Every branch of the prose: the same template with other results must still be Swedish, and say
//! what the results are.

use std::collections::{BTreeMap, BTreeSet};

use statsbidrag::render::{Mallar, Renderer};

use super::mallar::mallar;
use super::mallsprak::{Del, delar};
use super::varianter::{variant, varianter};
use super::{CIRKULAR, pdf, renderer, text};

/// A variation as its reader sees it.
pub(crate) fn last(namn: &str) -> String {
    let variant = variant(namn);
    text(&pdf(variant.prov, &variant.varde()))
}

/// Every place a template may go one way or another, as a mark that shows in the text if it does: each
/// branch, and for a condition or loop without `else`, also that it was passed by.
fn markerad(namn: &str, mall: &str) -> (String, BTreeSet<String>) {
    let (mut ut, mut marken) = (String::new(), BTreeSet::new());
    let mut mark = |rad: usize, vad: &str| {
        let antal = marken.len();
        let mark = format!("⟦{namn}:{rad} {vad} {antal}⟧");
        marken.insert(mark.clone());
        mark
    };
    // The open blocks: what opened each, and whether it has had its `else`.
    let mut oppna: Vec<(&str, bool)> = Vec::new();
    for (rad, del) in delar(mall) {
        match del {
            Del::Text(text) => ut.push_str(text),
            Del::Uttryck(uttryck) => ut.extend(["{{ ", uttryck, " }}"]),
            Del::Kommentar => {}
            Del::Tagg(tagg) => {
                let ord = tagg.split(' ').next().unwrap_or_default();
                let annars = match ord {
                    "endif" | "endfor" => oppna.pop().expect("it was opened").1,
                    _ => true,
                };
                if !annars {
                    ut.extend(["{% else %}", &mark(rad, "annars")]);
                }
                ut.extend(["{% ", tagg, " %}"]);
                match ord {
                    // A list that was asked for first is not empty.
                    "for" => oppna.push((tagg, oppna.iter().any(|(yttre, _)| galler(yttre, tagg)))),
                    "if" => oppna.push((tagg, false)),
                    "else" => oppna.last_mut().expect("it was opened").1 = true,
                    _ => {}
                }
                if ["if", "elif", "else", "for"].contains(&ord) {
                    ut.push_str(&mark(rad, tagg));
                }
            }
        }
    }
    (ut, marken)
}

/// Whether one tag asks for the very list the other loops over.
fn galler(villkor: &str, slinga: &str) -> bool {
    let lista = slinga.split_once(" in ").map(|(_, lista)| lista);
    lista.is_some() && villkor.strip_prefix("if ") == lista
}

#[test]
fn every_branch_of_every_template_is_taken() {
    let markerade: BTreeMap<_, _> =
        mallar().into_iter().map(|(namn, mall)| (namn.clone(), markerad(&namn, mall))).collect();
    let egna = markerade.iter().map(|(namn, (text, _))| (namn.clone(), text.clone().into_bytes()));
    let renderer = Renderer::new(&Mallar::inbyggda().med(egna.collect())).expect("they are whole");
    let kallor: String = varianter()
        .map(|variant| {
            let kalla = renderer.typst_kalla(variant.prov.mall, &variant.varde());
            kalla.unwrap_or_else(|problems| panic!("{}: {problems}", variant.namn))
        })
        .collect();
    let marken: Vec<_> = markerade.values().flat_map(|(_, marken)| marken).collect();
    let aldrig: Vec<_> = marken.iter().filter(|mark| !kallor.contains(mark.as_str())).collect();
    assert!(aldrig.is_empty(), "no variation goes there: {aldrig:#?}");
    assert!(marken.len() > 100, "{} branches", marken.len());
}

#[test]
fn every_variation_is_whole_sentences_and_a_pdf() {
    let mut namn = BTreeSet::new();
    for variant in varianter() {
        let json = variant.varde();
        let kalla = renderer().typst_kalla(variant.prov.mall, &json);
        hel(&kalla.unwrap_or_else(|problems| panic!("{}: {problems}", variant.namn)));
        assert!(pdf(variant.prov, &json).starts_with(b"%PDF"), "{}", variant.namn);
        assert!(namn.insert(variant.namn), "there are two {}", variant.namn);
    }
}

/// No sentence is left open or doubled where a branch ended. A paragraph goes on over lines.
fn hel(kalla: &str) {
    let joined = |paragraph: &str| paragraph.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let prosa = kalla.split("\n\n").map(|text| joined(text.trim()));
    for text in prosa.filter(|text| text.starts_with(|c: char| c.is_alphabetic() || c == '-')) {
        for fel in [" .", " ,", "..", ",,", ".,", ":.", ": .", "( ", " )", "  ", "~."] {
            assert!(!text.contains(fel), "{fel:?} in {text}");
        }
        assert!(text.starts_with('-') || text.ends_with(['.', ':']), "{text}");
    }
}

/// That a text says all of this.
pub(crate) fn sager(text: &str, satser: &[&str]) {
    // Hyphens at line ends are the setting's own.
    let text = text.replace("- ", "").replace('\u{a0}', " ");
    for sats in satser {
        assert!(text.contains(sats), "{sats:?} not in {text}");
    }
}

#[test]
fn up_and_several() {
    let text = last("upp och flera");
    sager(
        &text,
        &[
            "Summan ökar med",
            "en ökning med",
            "Genomsnittet ökar med",
            "i tre regioner: Skåne, Halland och Dalarna.",
            "I tre regioner utvecklas",
            "till skillnad från 2023 då de stämdes av var för sig",
            "Gränsen för den översta nivån höjs",
        ],
    );
}

#[test]
fn down_and_one() {
    let text = last("ner och en");
    sager(
        &text,
        &[
            "Summan minskar med",
            "en minskning med",
            "Genomsnittet minskar med",
            "i en region: Skåne.",
            "stäms av var för sig, till skillnad från 2023 då de stämdes av tillsammans",
            "Gränsen för den översta nivån sänks",
            "grupper och prislappar redovisas inte",
        ],
    );
    assert!(!text.contains("bruttobelopp och"), "the years are comparable: {text}");
}

#[test]
fn unchanged_and_none() {
    let text = last("oförändrat och ingen");
    sager(
        &text,
        &[
            "Summan är oförändrad",
            "Genomsnittet är oförändrat",
            "Ingen region har kostnader över rikets medel.",
            "Ingen region når den översta nivån.",
            "Ingen region får mer i ersättning än den betalar.",
            "är densamma som 2023",
        ],
    );
}

#[test]
fn notes_name_the_rows_that_do_not_add_one_several_or_none() {
    let text = text(&pdf(CIRKULAR, &CIRKULAR.varde()));
    sager(
        &text,
        &[
            "På raden för Uppsala går talen inte ihop",
            "På raderna för Stockholm, Gävleborg och Norrbotten",
        ],
    );
    assert!(!text.contains("På raden för går") && !text.contains("På raderna för går"));
}

#[test]
fn a_disease_that_left_is_not_explained() {
    let text = last("utan Gauchers sjukdom");
    assert!(!text.contains("Gaucher") && text.contains("läkemedel mot blödarsjuka"), "{text}");
}

#[test]
fn a_change_that_does_not_add_as_printed_says_so() {
    let text = last("höjningar som inte går ihop");
    sager(
        &text,
        &["kronor, räknat på oavrundade belopp. Det är", "invånare, räknat på oavrundade belopp."],
    );
    assert!(!last("cirkuläret som det är").contains(", räknat på"), "as printed");
}

#[test]
fn limits_of_the_whole_are_not_stated_for_its_parts() {
    let text = last("var för sig båda åren");
    sager(
        &text,
        &[
            "stäms av var för sig. Jämförelsen görs med vad",
            "Blir utfallet högre än gränsen ersätter",
        ],
    );
    assert!(!text.contains("nettobeloppet utan övrigt"), "{text}");
}

#[test]
fn the_key_of_profit_and_loss_is_what_was_declared() {
    let sats = "Överenskommelsen anger inte regionernas andelar; de antas följa";
    for (namn, nyckel) in [
        ("cirkuläret som det är", "hur årets bidrag är fördelat."),
        ("vinst och förlust efter befolkning", "befolkningen den 31 augusti 2024."),
    ] {
        sager(&last(namn), &[&format!("{sats} {nyckel}")]);
    }
}

#[test]
fn the_break_between_gross_and_net_goes_both_ways() {
    sager(
        &last("från netto till brutto"),
        &[
            "var ett nettobelopp, där statens andel",
            "är ett nettobelopp och bidraget för 2024 ett bruttobelopp.",
            "där övergången från netto till brutto ingår",
        ],
    );
}

#[test]
fn months_in_arrears_are_counted_in_swedish() {
    sager(&last("betalas en månad senare"), &["bidrag ut, en månad i efterskott."]);
    sager(&last("cirkuläret som det är"), &["bidrag ut, två månader i efterskott."]);
}

#[test]
fn nobody_to_ask_is_no_section() {
    let text = last("inga personer");
    assert!(!text.contains("Frågor"), "{text}");
    sager(&last("personer med bara namn"), &["besvaras av: – Registrator Avdelningen"]);
}
