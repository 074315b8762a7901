//! Where two finished documents say something else: the one there is, and the one it was to be.

use std::collections::BTreeMap;

use super::compared::is_same;
use super::{Part, Printed, Table};
use crate::swedish::NO_BREAK_SPACE;

/// A place in a document, and what the one and the other say there; nothing where one of them has no such place.
pub type Difference = (String, [String; 2]);

/// Every place where two documents say something else, in the order of the second.
#[must_use]
pub fn between(there: &Printed, made: &Printed) -> Vec<Difference> {
    let (there, made) = (places(there), places(made));
    let [own, fresh] = [&there, &made].map(|all| all.iter().cloned().collect::<BTreeMap<_, _>>());
    let changed = made.iter().filter_map(|(place, text)| {
        let own = own.get(place).map_or("", String::as_str);
        (!is_same(own, text)).then(|| (place.clone(), [own, text].map(plain)))
    });
    let more = there.iter().filter(|(place, _)| !fresh.contains_key(place));
    let more = more.map(|(place, text)| (place.clone(), [plain(text), String::new()]));
    changed.chain(more).collect()
}

/// A text on one line. The spaces within a number stay: they tell it from numbers that follow on each other.
fn plain(text: &str) -> String {
    let between = |c: char| c.is_whitespace() && c != NO_BREAK_SPACE;
    text.split(between).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Everything a document says, by where it stands: the table, row and column; the diagram; or the piece of text under its
/// number.
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
            Part::Text(text) => add("text".to_owned(), text),
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
}
