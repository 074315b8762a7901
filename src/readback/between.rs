//! Where two finished documents say something else: the one there is, and the one it was to be. Tables and diagrams are
//! known by what stands over them; of running text what is alike in both is found first, so that a paragraph that came or
//! went moves no other.

use std::collections::BTreeMap;

use super::compared::{bare, is_same};
use super::{Part, Printed, Table};
use crate::swedish::NO_BREAK_SPACE;

/// A place in a document, and what the one and the other say there; nothing where one of them has no such place.
pub type Difference = (String, [String; 2]);

/// How many pairs of texts are looked at to find what is alike; of more the texts are held against each other in order.
const MOST_PAIRS: usize = 4_000_000;

/// How much of the text before stands in the place of a text, in characters.
const OF_THE_TEXT: usize = 40;

/// Every place where two documents say something else: running text, and then tables and diagrams in the order of the
/// second.
#[must_use]
pub fn between(there: &Printed, made: &Printed) -> Vec<Difference> {
    let running = running(&texts(there), &texts(made));
    let (there, made) = (places(there), places(made));
    let [own, fresh] = [&there, &made].map(|all| all.iter().cloned().collect::<BTreeMap<_, _>>());
    let changed = made.iter().filter_map(|(place, text)| {
        let own = own.get(place).map_or("", String::as_str);
        (!is_same(own, text)).then(|| (place.clone(), [own, text].map(plain)))
    });
    let more = there.iter().filter(|(place, _)| !fresh.contains_key(place));
    let more = more.map(|(place, text)| (place.clone(), [plain(text), String::new()]));
    running.into_iter().chain(changed).chain(more).collect()
}

/// The running text of a document, piece by piece.
fn texts(printed: &Printed) -> Vec<&str> {
    let texts = printed.parts.iter().filter_map(|part| match part {
        Part::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// Where running texts differ. What stands between two that are alike is held against what stands there in the other.
fn running(there: &[&str], made: &[&str]) -> Vec<Difference> {
    let (mut found, mut own_at, mut fresh_at) = (Vec::new(), 0, 0);
    let mut before = "";
    let end = (there.len(), made.len());
    for (own_end, fresh_end) in alike(there, made).into_iter().chain([end]) {
        let own = there.get(own_at..own_end).unwrap_or_default();
        let fresh = made.get(fresh_at..fresh_end).unwrap_or_default();
        for at in 0..own.len().max(fresh.len()) {
            let text = |all: &[&str]| all.get(at).map_or_else(String::new, |text| plain(text));
            found.push((after(before), [text(own), text(fresh)]));
        }
        before = there.get(own_end).copied().unwrap_or_default();
        (own_at, fresh_at) = (own_end + 1, fresh_end + 1);
    }
    found
}

/// The place after a text.
fn after(text: &str) -> String {
    let text = plain(text);
    if text.is_empty() {
        return "text".to_owned();
    }
    let start: String = text.chars().take(OF_THE_TEXT).collect();
    let more = if start.len() < text.len() { " …" } else { "" };
    format!("text efter ”{}{more}”", start.trim_end())
}

/// The texts that are alike in both, as many as can be in order, by their places.
fn alike(there: &[&str], made: &[&str]) -> Vec<(usize, usize)> {
    let [own, fresh] =
        [there, made].map(|all| all.iter().map(|text| bare(text)).collect::<Vec<_>>());
    let before = own.iter().zip(&fresh).take_while(|(own, fresh)| own == fresh).count();
    let rest = |all: &[String]| all.iter().skip(before).cloned().collect::<Vec<_>>();
    let (own, fresh) = (rest(&own), rest(&fresh));
    let after = own.iter().rev().zip(fresh.iter().rev());
    let after = after.take_while(|(own, fresh)| own == fresh).count();
    let (rows, columns) = (own.len() - after, fresh.len() - after);
    let first = (0..before).map(|at| (at, at));
    let last = (0..after).map(|at| (before + rows + at, before + columns + at));
    let within = if rows.saturating_mul(columns) > MOST_PAIRS {
        let pairs = own.iter().zip(&fresh).take(rows.min(columns)).enumerate();
        pairs.filter(|(_, (own, fresh))| own == fresh).map(|(at, _)| (at, at)).collect()
    } else {
        longest(own.get(..rows).unwrap_or_default(), fresh.get(..columns).unwrap_or_default())
    };
    let within = within.into_iter().map(|(row, column)| (before + row, before + column));
    first.chain(within).chain(last).collect()
}

/// The longest run of texts that both have in order, by their places.
fn longest(own: &[String], fresh: &[String]) -> Vec<(usize, usize)> {
    // How many are alike from each place on: a row for each text of the one, the last first.
    let mut table = vec![vec![0_usize; fresh.len() + 1]];
    for text in own.iter().rev() {
        let mut row = vec![0];
        let below = table.last().map_or(&[][..], Vec::as_slice);
        for (column, other) in fresh.iter().enumerate().rev() {
            let count = |at: usize| below.get(at).copied().unwrap_or_default();
            let right = row.last().copied().unwrap_or_default();
            row.push(if text == other { count(column + 1) + 1 } else { right.max(count(column)) });
        }
        row.reverse();
        table.push(row);
    }
    table.reverse();
    let count = |row: usize, column: usize| {
        table.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
    };
    let (mut found, mut row, mut column) = (Vec::new(), 0, 0);
    while let (Some(text), Some(other)) = (own.get(row), fresh.get(column)) {
        if text == other {
            found.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if count(row + 1, column) >= count(row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    found
}

/// A text on one line. The spaces within a number stay: they tell it from numbers that follow on each other.
fn plain(text: &str) -> String {
    let between = |c: char| c.is_whitespace() && c != NO_BREAK_SPACE;
    text.split(between).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a document says beside its running text, by where it stands: the table, row and column; or the diagram.
fn places(printed: &Printed) -> Vec<(String, String)> {
    let (mut all, mut times) = (Vec::new(), BTreeMap::new());
    let mut add = |place: String, text: &str| {
        // What stands in several places of the same name is told apart by order.
        let count = times.entry(place.clone()).and_modify(|count| *count += 1).or_insert(1_usize);
        let place = if *count > 1 { format!("{place} ({count})") } else { place };
        all.push((place, text.to_owned()));
    };
    for part in &printed.parts {
        match part {
            Part::Text(_) => {}
            Part::Figure(texts) => texts.iter().for_each(|text| add("diagram".to_owned(), text)),
            Part::Table(table) => cells(table, &mut add),
        }
    }
    all
}

fn cells(table: &Table, add: &mut impl FnMut(String, &str)) {
    let caption = plain(&table.caption);
    let caption = if caption.is_empty() { "tabell".to_owned() } else { caption };
    add(caption.clone(), &table.caption);
    for row in &table.rows {
        let heading = plain(row.heading.as_deref().unwrap_or_default());
        add(format!("{caption} › {heading}"), &heading);
        for cell in &row.cells {
            let under = cell.under.split_last().map_or(&[][..], |(_, above)| above);
            let under: Vec<_> = under.iter().map(|text| plain(text)).collect();
            add(format!("{caption} › {heading} › {}", under.join(" ")), &cell.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readback::{Cell, Row};

    fn document(amount: &str, text: &str) -> Printed {
        let under = ["2024", "Skåne"].map(str::to_owned).to_vec();
        let cell = Cell { text: amount.to_owned(), under };
        let row = Row { heading: Some("Skåne".to_owned()), cells: vec![cell] };
        let table =
            Table { caption: "Tabell 2 Bidrag".to_owned(), rows: vec![row], heads: Vec::new() };
        Printed { parts: vec![Part::Text(text.to_owned()), Part::Table(table)] }
    }

    #[test]
    fn a_changed_amount_is_told_by_table_row_and_column() {
        let (there, made) = (document("5 1", "Summan är 1."), document("5 0", "Summan är 1."));
        let place = "Tabell 2 Bidrag › Skåne › 2024".to_owned();
        assert_eq!(between(&there, &made), [(place, ["5 1", "5 0"].map(str::to_owned))]);
        assert!(between(&made, &made).is_empty());
        let texts = between(&document("5 0", "Summan är 2."), &made);
        assert_eq!(
            texts,
            [("text".to_owned(), ["Summan är 2.", "Summan är 1."].map(str::to_owned))]
        );
    }

    /// A paragraph that came is the one difference, and one that was changed after it another.
    #[test]
    fn a_paragraph_that_came_moves_no_other() {
        let of = |texts: &[&str]| {
            let part = |text: &&str| Part::Text((*text).to_owned());
            Printed { parts: texts.iter().map(part).collect() }
        };
        let made = of(&["Ett.", "Två.", "Tre.", "Fyra."]);
        let there = of(&["Ett.", "Nytt.", "Två.", "3.", "Fyra."]);
        let difference = |place: &str, values: [&str; 2]| -> Difference {
            (place.to_owned(), values.map(str::to_owned))
        };
        assert_eq!(
            between(&there, &made),
            [
                difference("text efter ”Ett.”", ["Nytt.", ""]),
                difference("text efter ”Två.”", ["3.", "Tre."]),
            ]
        );
        let last = difference("text efter ”Fyra.”", ["", "Fem."]);
        assert_eq!(between(&made, &of(&["Ett.", "Två.", "Tre.", "Fyra.", "Fem."])), [last]);
        assert!(between(&made, &made).is_empty());
    }
}
