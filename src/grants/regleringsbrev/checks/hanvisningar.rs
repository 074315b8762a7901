//! References in free texts: what they name must be there. The annexes a text cites are among the
//! annexes, its decisions and diarienummer among those of the workbook, its dates among the workbook's
//! dates and in the calendar.

mod parse;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Kontroll, location};
use crate::contract::{Fact, lakemedel};
use crate::figure::Sourced;
use crate::grants::regleringsbrev::messages::references as say;
use crate::grants::regleringsbrev::schema::sheet;
use crate::problem::{Code, Message, Problem};
use crate::report::Report;
use crate::workbook::Book;
use parse::{Hanvisning, hanvisningar};

/// The free texts: sheet and field.
const FRIA: [(&str, &str); 4] = [
    (sheet::JUSTERINGAR, "skal"),
    (sheet::MEDEL, "andamal"),
    (sheet::MEDEL, "villkor"),
    (sheet::MEDGIVNA, "skal"),
];

/// What a text may refer to.
struct Kant {
    bilagor: BTreeSet<u32>,
    diarienummer: BTreeSet<String>,
    beslut: BTreeSet<String>,
    datum: BTreeSet<NaiveDate>,
}

impl Kontroll<'_> {
    /// That every reference in a free text leads somewhere.
    pub(super) fn hanvisningarna(&mut self, book: &Book, report: &Report) {
        let kant = Kant::of(book, report);
        for (sida, field) in FRIA {
            for text in book.rows(sida).iter().filter_map(|row| row.text(field)) {
                let brutna: BTreeMap<_, _> = hanvisningar(&text.value)
                    .iter()
                    .filter_map(|hanvisning| kant.lack(hanvisning))
                    .collect();
                for (brist, expected) in brutna {
                    self.bruten(&text, brist, expected);
                }
            }
        }
    }

    fn bruten(&mut self, text: &Sourced<String>, brist: Message, expected: Message) {
        self.problems.add(
            Problem::new(Code::R06, location(&text.cell), brist)
                .expected(expected)
                .help(say::correct_reference()),
        );
    }
}

impl Kant {
    fn of(book: &Book, report: &Report) -> Self {
        let rows = |sida| book.rows(sida).iter();
        let i_dokumentet = |id: &str| book.text(sheet::DOKUMENT, id).map(|last| last.value);
        let i_avtalen =
            |id| rows(sheet::AVTAL).filter_map(move |row| row.text(id)).map(|last| last.value);
        let nummer = rows(sheet::BILAGOR).filter_map(|row| row.integer("nummer"));
        let diarienummer = ["beslut_diarienummer", "andrar_diarienummer"].map(i_dokumentet);
        let datum = ["beslut_datum", "andrar_datum"].map(|id| book.date(sheet::DOKUMENT, id));
        let avtalens = rows(sheet::AVTAL).map(|row| row.date("datum"));
        let medlens = rows(sheet::MEDEL)
            .flat_map(|row| [row.date("rekvireras_senast"), row.date("redovisas_senast")]);
        let text = |promise: &Fact<String>| {
            report.stated(book.year, promise).map(|(text, _)| text.clone())
        };
        let numbers =
            [&lakemedel::AVTAL_DIARIENUMMER, &lakemedel::FOREGAENDE_DIARIENUMMER].map(text);
        let decisions =
            [&lakemedel::AVTAL_REGERINGSBESLUT, &lakemedel::FOREGAENDE_REGERINGSBESLUT].map(text);
        let days =
            [&lakemedel::AVTAL_GODKANT_REGERINGEN, &lakemedel::FOREGAENDE_GODKANT_REGERINGEN];
        let days = days.map(|promise| report.stated(book.year, promise).map(|(day, _)| *day));
        Self {
            bilagor: nummer.filter_map(|last| u32::try_from(last.value).ok()).collect(),
            diarienummer: diarienummer
                .into_iter()
                .flatten()
                .chain(i_avtalen("diarienummer"))
                .chain(numbers.into_iter().flatten())
                .collect(),
            beslut: i_dokumentet("beslut_nummer")
                .into_iter()
                .chain(i_avtalen("regeringsbeslut"))
                .chain(decisions.into_iter().flatten())
                .collect(),
            datum: datum
                .into_iter()
                .chain(avtalens)
                .chain(medlens)
                .flatten()
                .map(|last| last.value)
                .chain(days.into_iter().flatten())
                .collect(),
        }
    }

    /// What a reference lacks, and what it could have been; none if it leads somewhere.
    fn lack(&self, hanvisning: &Hanvisning) -> Option<(Message, Message)> {
        let uppraknade = |de: &BTreeSet<String>| {
            Message::all_of(&de.iter().map(Message::alike).collect::<Vec<_>>())
        };
        match hanvisning {
            Hanvisning::Bilaga(nummer) if !self.bilagor.contains(nummer) => {
                let exists: BTreeSet<_> = self.bilagor.iter().map(u32::to_string).collect();
                Some((say::annex(nummer), say::annexes(&uppraknade(&exists))))
            }
            Hanvisning::Diarienummer(text) if !self.diarienummer.contains(text) => {
                Some((say::registration_number(text), uppraknade(&self.diarienummer)))
            }
            Hanvisning::Beslut(text) if !self.beslut.contains(text) => {
                Some((say::decision(text), uppraknade(&self.beslut)))
            }
            Hanvisning::Datum(text, None) => Some((say::no_day(text), say::a_real_date())),
            Hanvisning::Datum(text, Some(dag)) if !self.datum.contains(dag) => {
                let exists = self.datum.iter().map(NaiveDate::to_string).collect();
                Some((say::date(text), uppraknade(&exists)))
            }
            _ => None,
        }
    }
}
