//! The decision's own paragraphs, with what their items in braces stand for.

use super::data::Avsnitt;
use super::{Besluten, KR};
use crate::contract::beslut::{self as contract, Bit, Falt, Mottagare, Ytterst};
use crate::contract::{Fact, FactPromise, Indexed};
use crate::documents::worked_decision;
use crate::report::prose::Del;
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
                _ => {
                    let (rubrik, stycken) = (stycke.rubrik, vec![paragraph]);
                    sections.push(Avsnitt { rubrik, stycken, sist: false });
                }
            }
        }
        if let Some(last) = efter.last_mut() {
            last.sist = true;
        }
        (fore, efter)
    }

    fn paragraph(self, bitar: &[Bit]) -> Vec<Del> {
        Del::paragraph(bitar.iter().map(|bit| match bit {
            Bit::Text(text) => (Del::words(text.clone()), false),
            Bit::Falt(field) => (self.field(field), true),
        }))
    }

    fn field(self, field: &Falt) -> Del {
        let Self { view, namn, ar } = self;
        match field {
            Falt::Ar => Del::words(ar.to_string()),
            Falt::Pott => Del::figure(view.figure(&contract::POTT.at(namn)).shown_as(KR)),
            Falt::Delpott(number) => {
                Del::figure(view.figure(&contract::DELPOTT.at((namn, *number))).shown_as(KR))
            }
            Falt::AntalMottagare => {
                Del::figure(view.figure(&contract::ANTAL.at(namn)).shown_as(KR))
            }
            Falt::Dag(number) => {
                let columns = view.fact(&contract::KOLUMNER.at(namn));
                let column = columns.into_iter().find(|column| column.nummer == *number);
                let day = column.and_then(|column| column.dag);
                Del::words(day.map(swedish::date_in_prose).unwrap_or_default())
            }
            Falt::Befolkning => {
                Del::figure(view.figure(contract::BEFOLKNING.at(namn).kept()).shown_as(KR))
            }
            Falt::PerInvanare => {
                let mean = view.figure(contract::BELOPP_PER_INV.at(namn).kept());
                Del::figure(mean.shown_as(worked_decision::per_inhabitant(&mean)))
            }
            Falt::Mottagare(extreme) => {
                let belopp = contract::BELOPP.at(namn);
                let amount = view.in_place(&self.extreme(*extreme).plats, &belopp).shown_as(KR);
                Del::words(self.alike(&belopp, KR, &amount.text).0)
            }
            Falt::Belopp(extreme) => {
                let place = self.extreme(*extreme).plats;
                Del::figure(view.in_place(&place, &contract::BELOPP.at(namn)).shown_as(KR))
            }
            Falt::Uppgift(id) => {
                let named = contract::UPPGIFTER.iter().find(|(own, _)| own == id);
                let (_, promise) = named.unwrap_or_else(|| panic!("{id} is no text"));
                Del::words(self.item(promise).unwrap_or_default())
            }
            Falt::Datum(id) => {
                let named = contract::DAGAR.iter().find(|(own, _)| own == id);
                let (_, promise) = named.unwrap_or_else(|| panic!("{id} is no day"));
                Del::words(self.item(promise).map(swedish::date_in_prose).unwrap_or_default())
            }
            Falt::En => {
                let [en, _] = worked_decision::called(view, namn);
                Del::words(en)
            }
            Falt::Flera => {
                let [_, flera] = worked_decision::called(view, namn);
                Del::words(flera)
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
                Del::words(anslaget + &post.unwrap_or_default())
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
