//! The user's own paragraphs in a document: section by section, for its template.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::worked_decision;
use crate::contract::own_words::{Bit, EgetStycke, OwnDocument, Plats};
use crate::quantity::Unit;
use crate::region::Region;
use crate::report::prose::Del;
use crate::report::{Number, NumberFormat, View};

/// The user's own paragraphs, by the sections of the document: every section is there.
pub type Egna = BTreeMap<String, EgetAvsnitt>;

/// What the user has written beside a section.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct EgetAvsnitt {
    /// Before it.
    pub fore: Vec<EgenText>,
    /// Instead of it: then it is not printed.
    pub i_stallet: Vec<EgenText>,
    /// After it.
    pub efter: Vec<EgenText>,
}

/// Paragraphs under a heading.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EgenText {
    /// The heading, if they have one.
    pub rubrik: Option<String>,
    /// The paragraphs, each in pieces.
    pub stycken: Vec<Vec<Del>>,
}

/// The paragraphs of a document, of a region where it is a region's.
pub(super) fn egna(
    view: &View<'_>,
    all: &[EgetStycke],
    document: &OwnDocument,
    region: Option<Region>,
) -> Egna {
    let mut sections: Egna = document
        .sections
        .iter()
        .map(|section| (section.id.to_owned(), EgetAvsnitt::default()))
        .collect();
    for stycke in all.iter().filter(|stycke| stycke.dokument == document.word) {
        let Some(section) = sections.get_mut(stycke.avsnitt) else { continue };
        let texts = match stycke.plats {
            Plats::Fore => &mut section.fore,
            Plats::IStallet => &mut section.i_stallet,
            Plats::Efter => &mut section.efter,
        };
        let paragraph = paragraph(view, &stycke.bitar, region);
        // What stands instead of a section keeps its heading, unless it has one of its own.
        let named = document.sections.iter().find(|one| one.id == stycke.avsnitt);
        let kept = named.filter(|_| stycke.plats == Plats::IStallet && texts.is_empty());
        let rubrik = stycke.rubrik.clone().or_else(|| kept.map(|one| one.name.to_owned()));
        match texts.last_mut() {
            Some(last) if stycke.rubrik.is_none() || last.rubrik == rubrik => {
                last.stycken.push(paragraph);
            }
            _ => {
                texts.push(EgenText { rubrik, stycken: vec![paragraph] });
            }
        }
    }
    sections
}

fn paragraph(view: &View<'_>, bitar: &[Bit], region: Option<Region>) -> Vec<Del> {
    Del::paragraph(bitar.iter().map(|bit| match bit {
        Bit::Text(text) => (Del::words(text.clone()), false),
        Bit::Region => {
            let name = region.map(|region| region.official_name().to_owned());
            (Del::words(name.unwrap_or_default()), true)
        }
        Bit::Siffra { promise, key, rikets, mnkr } => {
            let region = region.filter(|_| !rikets);
            let number = view.promised(promise, key.as_deref(), region);
            let format = if *mnkr { NumberFormat::MnkrAtMost(1) } else { written(&number) };
            (Del::figure(number.shown_as(format)), true)
        }
    }))
}

/// How a figure is written in prose, as the documents' own words write it.
fn written(number: &Number) -> NumberFormat {
    match number.unit {
        Unit::KronorPerInvanare => worked_decision::per_inhabitant(number),
        Unit::KronorPerValuta | Unit::Valuta => NumberFormat::Decimals(2),
        Unit::Andel => NumberFormat::Percent(4),
        Unit::Vikt => NumberFormat::AtMost(4),
        _ => NumberFormat::Decimals(0),
    }
}
