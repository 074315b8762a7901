//! The decision's own paragraphs, with what their items in braces stand for.

use super::data::{Avsnitt, Del};
use super::{Besluten, KR};
use crate::contract::beslut::{self as contract, Bit, Falt, Mottagare, Ytterst};
use crate::contract::{Fact, FactPromise, Indexed};
use crate::documents::worked_decision;
use crate::report::number::Siffra;
use crate::swedish;

impl Besluten<'_> {
    /// The sections before what is said of how the money is shared out, and those after.
    pub(super) fn sections(self) -> (Vec<Avsnitt>, Vec<Avsnitt>) {
        let (mut fore, mut efter): (Vec<Avsnitt>, Vec<Avsnitt>) = (Vec::new(), Vec::new());
        for stycke in self.view.fact(&contract::TEXTER.at(self.namn)) {
            let sections = if stycke.efter { &mut efter } else { &mut fore };
            let paragraph = self.paragraph(&stycke.bitar);
            match sections.last_mut() {
                Some(last) if last.rubrik == stycke.rubrik => last.stycken.push(paragraph),
                _ => sections.push(Avsnitt { rubrik: stycke.rubrik, stycken: vec![paragraph] }),
            }
        }
        (fore, efter)
    }

    /// A paragraph. The space after a figure is kept on its line, and what begins it has a capital.
    fn paragraph(self, bitar: &[Bit]) -> Vec<Del> {
        let mut parts: Vec<Del> = Vec::new();
        for bit in bitar {
            let part = match bit {
                Bit::Text(text) => {
                    let after = parts.last().is_some_and(|part| part.siffra.is_some());
                    let kept = text.strip_prefix(' ').filter(|_| after);
                    words(kept.map_or_else(
                        || text.clone(),
                        |rest| format!("{}{rest}", swedish::NO_BREAK_SPACE),
                    ))
                }
                Bit::Falt(field) => self.field(field),
            };
            let part = match part {
                Del { text: Some(text), .. } if parts.is_empty() && matches!(bit, Bit::Falt(_)) => {
                    words(swedish::capitalized(&text))
                }
                part => part,
            };
            parts.push(part);
        }
        parts
    }

    fn field(self, field: &Falt) -> Del {
        let Self { view, namn, ar } = self;
        match field {
            Falt::Ar => words(ar.to_string()),
            Falt::Pott => figure(view.figure(&contract::POTT.at(namn)).shown_as(KR)),
            Falt::Delpott(number) => {
                figure(view.figure(&contract::DELPOTT.at((namn, *number))).shown_as(KR))
            }
            Falt::AntalMottagare => figure(view.figure(&contract::ANTAL.at(namn)).shown_as(KR)),
            Falt::Dag(number) => {
                let columns = view.fact(&contract::KOLUMNER.at(namn));
                let column = columns.into_iter().find(|column| column.nummer == *number);
                let day = column.and_then(|column| column.dag);
                words(day.map(swedish::date_in_prose).unwrap_or_default())
            }
            Falt::Befolkning => {
                figure(view.figure(contract::BEFOLKNING.at(namn).kept()).shown_as(KR))
            }
            Falt::PerInvanare => {
                let mean = view.figure(contract::BELOPP_PER_INV.at(namn).kept());
                figure(mean.shown_as(worked_decision::per_inhabitant(&mean)))
            }
            Falt::Mottagare(extreme) => words(self.extreme(*extreme).namn),
            Falt::Belopp(extreme) => {
                let place = self.extreme(*extreme).plats;
                figure(view.in_place(&place, &contract::BELOPP.at(namn)).shown_as(KR))
            }
            Falt::Uppgift(id) => {
                let named = contract::UPPGIFTER.iter().find(|(own, _)| own == id);
                let (_, promise) = named.unwrap_or_else(|| panic!("{id} is no text"));
                words(self.item(promise).unwrap_or_default())
            }
            Falt::Datum(id) => {
                let named = contract::DAGAR.iter().find(|(own, _)| own == id);
                let (_, promise) = named.unwrap_or_else(|| panic!("{id} is no day"));
                words(self.item(promise).map(swedish::date_in_prose).unwrap_or_default())
            }
            Falt::En => {
                let [en, _] = worked_decision::called(view, namn);
                words(en)
            }
            Falt::Flera => {
                let [_, flera] = worked_decision::called(view, namn);
                words(flera)
            }
            Falt::Anslaget => {
                let anslaget = format!(
                    "anslaget {}{}{}",
                    view.fact(&contract::BESLUT_ANSLAG.at(namn)),
                    swedish::NO_BREAK_SPACE,
                    view.fact(&contract::BESLUT_ANSLAGSNAMN.at(namn)),
                );
                let post = view.maybe_fact(&contract::BESLUT_ANSLAGSPOST.at(namn));
                let post =
                    post.map(|post| format!(", anslagspost{}{post}", swedish::NO_BREAK_SPACE));
                words(anslaget + &post.unwrap_or_default())
            }
        }
    }

    fn extreme(self, extreme: Ytterst) -> Mottagare {
        let promise: &Indexed<Fact<Mottagare>> = match extreme {
            Ytterst::Storst => &contract::STORST,
            Ytterst::Minst => &contract::MINST,
        };
        self.view.fact(&promise.at(self.namn))
    }

    fn item<T>(self, promise: &contract::Uppgift<T>) -> Option<T>
    where
        Fact<T>: FactPromise<Of = T>,
    {
        match promise {
            contract::Uppgift::Alltid(promise) => Some(self.view.fact(&promise.at(self.namn))),
            contract::Uppgift::Kanske(promise) => self.view.maybe_fact(&promise.at(self.namn)),
        }
    }
}

fn words(text: String) -> Del {
    Del { text: Some(text), siffra: None }
}

fn figure(siffra: Siffra) -> Del {
    Del { text: None, siffra: Some(siffra) }
}
