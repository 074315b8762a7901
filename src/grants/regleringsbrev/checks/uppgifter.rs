//! What the sheets say of themselves and of the agreement: dates in order, numbers that are such, the
//! same decision named the same way in both workbooks.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use chrono::Datelike;

use super::{Kontroll, field, location};
use crate::contract::regleringsbrev::BESLUT_ORD;
use crate::contract::{FactPromise, lakemedel};
use crate::figure::{CellRef, Sourced};
use crate::grants::regleringsbrev::messages::items as say;
use crate::grants::regleringsbrev::schema::{ROLLER, sheet};
use crate::problem::messages::words;
use crate::problem::{Code, Message, Problem, Problems};
use crate::region::Region;
use crate::report::Report;
use crate::swedish;
use crate::workbook::Book;

/// Everything that can be told from the workbook and the agreement it pays.
pub(in super::super) fn items(book: &Book, report: &Report, problems: &mut Problems) {
    let mut kontroll = Kontroll { problems };
    kontroll.andrat_beslut(book);
    kontroll.datumens_ordning(book, report);
    kontroll.undertecknarna(book);
    kontroll.organisationsnumren(book);
    kontroll.overenskommelsen(book, report);
    kontroll.medlen(book, report);
    kontroll.hanvisningarna(book, report);
}

impl Kontroll<'_> {
    /// The decision that is changed has both a date and a diarienummer, and is the earlier of the two.
    fn andrat_beslut(&mut self, book: &Book) {
        let datum = book.date(sheet::DOKUMENT, "andrar_datum");
        let diarienummer = book.text(sheet::DOKUMENT, "andrar_diarienummer");
        match (&datum, &diarienummer) {
            (Some(datum), None) => self.motsagt(
                location(&datum.cell),
                say::changed_without_number(),
                say::both_or_neither(),
            ),
            (None, Some(diarienummer)) => self.motsagt(
                location(&diarienummer.cell),
                say::changed_without_date(),
                say::both_or_neither(),
            ),
            _ => {}
        }
        let [first, _] = BESLUT_ORD;
        let slag = book.text(sheet::DOKUMENT, "beslut_slag");
        if slag.is_some_and(|slag| slag.value == first) {
            let cells =
                [datum.as_ref().map(|it| &it.cell), diarienummer.as_ref().map(|it| &it.cell)];
            for cell in cells.into_iter().flatten() {
                self.motsagt(
                    location(cell),
                    say::first_changes_nothing(),
                    say::empty_or_a_change(),
                );
            }
        }
        let beslut = book.date(sheet::DOKUMENT, "beslut_datum");
        if let (Some(datum), Some(beslut)) = (datum, beslut)
            && datum.value >= beslut.value
        {
            let text = say::changes_a_later(&beslut.value, &datum.value);
            self.motsagt(location(&datum.cell), text, say::earlier_date());
        }
    }

    /// What comes after what.
    fn datumens_ordning(&mut self, book: &Book, report: &Report) {
        let Some(beslut) = book.date(sheet::DOKUMENT, "beslut_datum") else { return };
        if !(book.year - 1..=book.year).contains(&beslut.value.year()) {
            let text = say::decided_another_year(&beslut.value, &book.year);
            let expected = say::date_in(&(book.year - 1), &book.year);
            self.motsagt(location(&beslut.cell), text, expected);
        }
        for row in book.rows(sheet::AVTAL) {
            if let Some(avtal) = row.date("datum").filter(|avtal| avtal.value > beslut.value) {
                let text = say::agreed_after(&avtal.value, &beslut.value);
                self.motsagt(location(&avtal.cell), text, say::date_before());
            }
        }
        // What does not stand here is as läkemedelsförmånerna have it.
        let theirs = report.stated(book.year, &lakemedel::AVTAL_GODKANT_REGERINGEN);
        if let Some((avtal, [cell, ..])) = theirs.filter(|(avtal, _)| **avtal > beslut.value)
            && book.rows(sheet::AVTAL).iter().any(|row| row.date("datum").is_none())
        {
            let text = say::agreed_after(avtal, &beslut.value);
            self.motsagt(location(cell), text, say::date_before());
        }
        for row in book.rows(sheet::MEDEL) {
            let (rekvireras, redovisas) =
                (row.date("rekvireras_senast"), row.date("redovisas_senast"));
            if let Some(rekvireras) = rekvireras.as_ref().filter(|r| r.value < beslut.value) {
                let text = say::requisition_too_early(&rekvireras.value, &beslut.value);
                self.motsagt(location(&rekvireras.cell), text, say::day_after_decision());
            }
            if let (Some(rekvireras), Some(redovisas)) = (rekvireras, redovisas)
                && redovisas.value < rekvireras.value
            {
                let text = say::account_too_early(&redovisas.value, &rekvireras.value);
                self.motsagt(location(&redovisas.cell), text, say::day_after_requisition());
            }
        }
    }

    /// Somebody decides, and somebody presents.
    fn undertecknarna(&mut self, book: &Book) {
        let rows = book.rows(sheet::UNDERTECKNARE);
        let har = |roll: &str| {
            rows.iter().any(|row| row.text("uppgift").is_some_and(|last| last.value == roll))
        };
        for roll in ROLLER.into_iter().filter(|roll| !rows.is_empty() && !har(roll)) {
            let text = say::nobody_who(&words::quoted(roll));
            let problem = Problem::new(Code::I06, field(sheet::UNDERTECKNARE, "uppgift"), text);
            self.problems.add(problem.expected(say::one_of_each_role()));
        }
    }

    /// Ten digits, the last of which follows from the others, and a region's own.
    fn organisationsnumren(&mut self, book: &Book) {
        let Some(nummer) = book.region_text(sheet::MOTTAGARE, "organisationsnummer") else {
            return;
        };
        let mut sedda: BTreeMap<&str, Region> = BTreeMap::new();
        for (region, last) in nummer.iter() {
            let error = match kontrollsiffra(&last.value) {
                None => Some(say::no_organisation_number(&words::quoted(&last.value))),
                Some((given, expected)) if given != expected => {
                    Some(say::wrong_check_digit(&last.value, &given, &expected))
                }
                Some(_) => None,
            };
            if let Some(text) = error {
                let text = Message::joined(&[Message::alike(region), text], ": ");
                let problem = Problem::new(Code::I07, location(&last.cell), text);
                self.problems.add(problem.expected(say::ten_digits()));
            } else if let Some(annan) = sedda.insert(&last.value, region) {
                let text = say::same_number(&annan, &region);
                self.motsagt(location(&last.cell), text, say::number_of_its_own());
            }
        }
    }

    /// Each deduction of the agreement, and nothing else, is paid on requisition.
    fn medlen(&mut self, book: &Book, report: &Report) {
        let Some((avdrag, _)) = report.stated(book.year, &lakemedel::AVDRAGSRADER) else { return };
        let mut sedda = BTreeSet::new();
        for named in book.rows(sheet::MEDEL).iter().filter_map(|row| row.text("avdrag")) {
            let id = swedish::slug(&named.value);
            let quoted = words::quoted(&named.value);
            if !avdrag.iter().any(|rad| rad.id == id) {
                let names: Vec<_> = avdrag.iter().map(|rad| words::quoted(&rad.namn)).collect();
                let problem =
                    Problem::new(Code::R04, location(&named.cell), say::no_deduction(&quoted));
                self.problems.add(match names.as_slice() {
                    [] => problem.expected(say::no_funds()),
                    _ => problem.expected(Message::any_of(&names)),
                });
            } else if !sedda.insert(id) {
                let problem =
                    Problem::new(Code::I04, location(&named.cell), say::funds_twice(&quoted));
                self.problems.add(problem.help(say::keep_one()));
            }
        }
        let paid = |rad: &&crate::contract::Avdrag| {
            let belopp = report.published(book.year, &lakemedel::AVDRAGET.at(&rad.id));
            belopp.is_some_and(|belopp| belopp.value.integer() != 0)
        };
        for rad in avdrag.iter().filter(paid).filter(|rad| !sedda.contains(&rad.id)) {
            let text = say::funds_missing(&words::quoted(&rad.namn));
            let problem = Problem::new(Code::R04, field(sheet::MEDEL, "avdrag"), text);
            self.problems.add(problem.expected(say::funds_for_each()));
        }
    }

    /// The agreement is named as läkemedelsförmånerna's own workbook names it.
    fn overenskommelsen(&mut self, book: &Book, report: &Report) {
        for row in book.rows(sheet::AVTAL) {
            let Some(ar) = row.integer("avtalsar") else { continue };
            let avtalsar = match ar.value - i64::from(book.year) {
                0 => book.year,
                -1 => book.year - 1,
                _ => continue,
            };
            let (budgetar, forra) = (book.year, avtalsar < book.year);
            let mut jamfor = Jamforelse { kontroll: self, report, budgetar, avtalsar };
            let [beslut, diarienummer] = ["regeringsbeslut", "diarienummer"].map(|id| row.text(id));
            let datum = row.date("datum");
            let (the_decision, the_number) = (say::the_decision(), say::the_registration_number());
            if forra {
                jamfor.same(&the_decision, beslut, &lakemedel::FOREGAENDE_REGERINGSBESLUT);
                jamfor.same(&say::the_date(), datum, &lakemedel::FOREGAENDE_GODKANT_REGERINGEN);
                jamfor.same(&the_number, diarienummer, &lakemedel::FOREGAENDE_DIARIENUMMER);
            } else {
                jamfor.same(&the_decision, beslut, &lakemedel::AVTAL_REGERINGSBESLUT);
                jamfor.same(&say::the_date(), datum, &lakemedel::AVTAL_GODKANT_REGERINGEN);
                jamfor.same(&the_number, diarienummer, &lakemedel::AVTAL_DIARIENUMMER);
            }
        }
    }
}

/// The agreement's year in both workbooks.
struct Jamforelse<'a, 'k> {
    kontroll: &'a mut Kontroll<'k>,
    report: &'a Report,
    budgetar: i32,
    avtalsar: i32,
}

impl Jamforelse<'_, '_> {
    fn same<T: PartialEq + Display>(
        &mut self,
        vad: &Message,
        har: Option<Sourced<T>>,
        deras: &impl FactPromise<Of = T>,
    ) {
        let deras = self.report.stated(self.budgetar, deras);
        let Some((har, (deras, cells))) = har.zip(deras) else { return };
        if har.value != *deras {
            let text = match cells.first() {
                Some(CellRef { location, .. }) => {
                    say::named_otherwise_in(vad, &self.avtalsar, &har.value, deras, location)
                }
                None => say::named_otherwise(vad, &self.avtalsar, &har.value, deras),
            };
            self.kontroll.motsagt(location(&har.cell), text, say::same_in_both());
        }
    }
}

/// The last digit of an organisation number `NNNNNN-NNNN`, and what it should be (Luhn's rule over the
/// other nine); none if it is not written as one.
fn kontrollsiffra(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-')?;
    let numbers: Vec<u32> = first
        .chars()
        .chain(last.chars())
        .map(|character| character.to_digit(10))
        .collect::<Option<_>>()?;
    if (first.len(), last.len(), numbers.len()) != (6, 4, 10) {
        return None;
    }
    let (given, nio) = numbers.split_last()?;
    let summa: u32 = nio
        .iter()
        .zip([2, 1].into_iter().cycle())
        .map(|(printed, vikt)| printed * vikt)
        .map(|number| number / 10 + number % 10)
        .sum();
    Some((*given, (10 - summa % 10) % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_an_organisation_number() {
        for (nummer, expected) in [
            ("232100-0016", Some((6, 6))),
            ("212000-0803", Some((3, 3))),
            ("232100-0061", Some((1, 5))),
            ("2321000016", None),
            ("232100-001", None),
            ("23210A-0016", None),
            ("232100-00٣6", None),
        ] {
            assert_eq!(kontrollsiffra(nummer), expected, "{nummer}");
        }
    }
}
