//! The workbook's lists, which go to the documents as they stand: who gets the circular and answers for it,
//! the diseases, what is remarked on them, and what they have to meet.

use crate::contract::{Person, lakemedel as contract};
use crate::grants::Reader;
use crate::grants::lakemedel::messages as say;
use crate::grants::lakemedel::schema::{WORKBOOK, sheets};
use crate::grants::own_words::{self, Known};
use crate::problem::messages::words;
use crate::problem::{Code, Location, Message, Problem};
use crate::workbook::text::normalized;

/// States to whom the circular goes, who answers for it, and the diseases.
pub(super) fn state(reader: &mut Reader<'_>) {
    let (mottagare, cells) = reader.rows(sheets::MOTTAGARE, |row| row.text("mottagare"));
    reader.state(&contract::MOTTAGARE, mottagare, cells);
    let (personer, cells) = reader.rows(sheets::PERSONER, |row| Person {
        uppgift: row.text("uppgift"),
        namn: row.text("namn"),
        roll: row.text("roll"),
        telefon: row.maybe("telefon"),
        e_post: row.maybe("e_post"),
    });
    reader.state(&contract::PERSONER, personer, cells);
    own_words::state(
        reader,
        &Known {
            documents: &[contract::CIRKULARET, contract::BREVEN],
            promises: contract::PROMISES,
            computed: true,
            items: sheets::DOKUMENT,
        },
        &contract::EGNA_STYCKEN,
    );
    sjukdomar(reader);
    anmarkningar(reader);
    let (kriterier, cells) = reader.rows(sheets::KRITERIER, |row| row.text("kriterium"));
    reader.state(&contract::KRITERIER, kriterier, cells);
}

/// The diseases are the headings of their columns.
fn sjukdomar(reader: &mut Reader<'_>) {
    let book = reader.book;
    if book.free_headings(sheets::SOLIDARISKA).is_empty() && book.has(sheets::SOLIDARISKA) {
        reader.problems.add(
            Problem::new(
                Code::I02,
                Location::field(WORKBOOK.file, sheets::SOLIDARISKA, "sjukdom"),
                say::no_disease(),
            )
            .expected(say::disease_column())
            .help(say::name_disease()),
        );
    }
    let sjukdomar = book.free_integers(sheets::SOLIDARISKA).into_iter().map(|(name, _)| name);
    reader.state(&contract::SJUKDOMAR, sjukdomar.collect(), Vec::new());
}

/// What is remarked on diseases: each is one that costs are given for.
fn anmarkningar(reader: &mut Reader<'_>) {
    let headings = reader.book.free_headings(sheets::SOLIDARISKA);
    for row in reader.book.rows(sheets::SJUKDOMAR) {
        let Some(name) = row.text("sjukdom") else { continue };
        // Where there is no disease at all, that is reported.
        let is_there = |heading: &&str| normalized(heading) == normalized(&name.value);
        if headings.is_empty() || headings.iter().any(is_there) {
            continue;
        }
        let names: Vec<_> = headings.iter().map(words::quoted).collect();
        let text = say::disease_without_column(&words::quoted(&name.value));
        reader.problems.add(
            Problem::new(Code::R04, name.cell.location, text)
                .expected(say::one_of_the_diseases(&Message::all_of(&names)))
                .help(say::correct_or_remove_remark()),
        );
    }
    let (anmarkningar, cells) = reader.rows(sheets::SJUKDOMAR, |row| row.text("anmarkning"));
    reader.state(&contract::SJUKDOMARNAS_ANMARKNINGAR, anmarkningar, cells);
}
