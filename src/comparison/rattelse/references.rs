//! What a correction says of the decision that it corrects, held against what that decision says of itself.

use super::{Words, concerns, say};
use crate::comparison::data::Jamforelse;
use crate::problem::{Code, Message, Problem};

impl Words<'_> {
    /// The cells that say something else of the decision than it does in the older set: its date, number or diarienummer.
    pub(super) fn references(&self, found: &Jamforelse) -> Vec<Problem> {
        let own = found.dokument.iter().filter(|one| concerns(self.book, &one.dokument));
        let mut own = own.filter_map(|one| one.gammal.as_ref());
        let Some(decision) = own.find(|one| one.diarienummer.is_some()) else { return Vec::new() };
        let said = [
            ("rattar_datum", Some(self.date("rattar_datum").to_string()), &decision.datum),
            ("rattar_nummer", self.maybe("rattar_nummer"), &decision.nummer),
            ("rattar_diarienummer", self.maybe("rattar_diarienummer"), &decision.diarienummer),
        ];
        let problem = |(id, said, own): (&str, Option<String>, &Option<String>)| {
            let (said, own) = (said?, own.as_deref()?);
            if said.trim() == own {
                return None;
            }
            let problem = self.problem(Code::R06, id, say::not_of_the_decision(&said));
            Some(problem.expected(Message::alike(own)).help(say::as_in_the_decision()))
        };
        said.into_iter().filter_map(problem).collect()
    }
}
