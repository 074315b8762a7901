//! What is called what, for people: rows of workbooks, recipients, and what is added, whose figures are named by ids alone.
//! The words are those that the sets' own documents print, or that stand in their workbooks.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::pairs::{PairId, Pairs};
use super::said::{Document, figure, text, visit};
use super::{cell_of, parts, shown};
use crate::swedish;

/// Names by what they are of.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Which of several cells of the country that are called the same on a sheet.
    rows: BTreeMap<PairId, String>,
    /// What the figures of the country are of: the heading of the row they are printed in, or the name beside them.
    things: BTreeMap<String, String>,
    /// The headings of the columns that recipients' figures are printed in.
    columns: BTreeMap<String, String>,
    /// Whatever has a name, by what figures are named by it.
    words: BTreeMap<String, String>,
    /// What cells of regions are called in the workbooks, by their figures' names.
    fields: BTreeMap<String, String>,
    /// Recipients, by decision and code.
    recipients: BTreeMap<(String, String), String>,
}

impl Names {
    /// The names in the documents of two sets, and in the workbooks that their figures were read in.
    pub(super) fn of(pairs: &Pairs<'_>, documents: [&[Document]; 2]) -> Self {
        let mut names = Self::default();
        for (id, json) in documents.into_iter().flatten() {
            visit(json, &mut |fields| names.learn(id, fields));
        }
        for id in pairs.ids() {
            for node in [pairs.new_node(id), pairs.old_node(id)].into_iter().flatten() {
                let [_, _, place, name] = parts(&node.id);
                if let Some(cell) = cell_of(node).filter(|_| place != shown::COUNTRY_ID) {
                    names.fields.insert(name.to_owned(), cell.uppgift.clone());
                }
            }
        }
        names.rows = names.rows(pairs);
        names
    }

    /// What an object of a document names.
    fn learn(&mut self, document: &str, fields: &Map<String, Json>) {
        for name in ["namn", "avser", "kort", "rubrik"].iter().filter_map(|key| text(fields, key)) {
            let known = self.words.entry(swedish::slug(name)).or_insert_with(|| name.to_owned());
            // As it stands within a sentence, if it does.
            if name.starts_with(char::is_lowercase) {
                name.clone_into(known);
            }
        }
        let name = ["namn", "avser"].iter().find_map(|key| text(fields, key));
        let cells = fields.get("celler").and_then(Json::as_array);
        if let (Some(heading), Some(cells)) = (text(fields, "rubrik"), cells) {
            for id in cells.iter().filter_map(Json::as_object).filter_map(figure) {
                self.learn_thing(id, heading);
            }
        } else if let Some(name) = name {
            for id in fields.values().filter_map(Json::as_object).filter_map(figure) {
                self.learn_thing(id, name);
            }
        }
        if let (Some(decision), Some(code), Some(name)) =
            (document.strip_prefix("beslut-"), text(fields, "kod"), text(fields, "rubrik"))
        {
            self.recipients.insert((decision.to_owned(), code.to_owned()), plain(name));
        }
        self.learn_columns(fields);
    }

    fn learn_thing(&mut self, id: &str, name: &str) {
        if id.split('.').nth(2) == Some(shown::COUNTRY_ID) {
            self.things.entry(id.to_owned()).or_insert_with(|| plain(name));
        }
    }

    /// The columns of a table with a row for each region.
    fn learn_columns(&mut self, table: &Map<String, Json>) {
        let list = |key: &str| table.get(key).and_then(Json::as_array);
        let (Some(columns), Some(rows)) = (list("kolumner"), list("rader")) else { return };
        let of_a_region = |row: &&Json| row.get("lanskod").is_some_and(Json::is_string);
        for row in rows.iter().filter(of_a_region) {
            let cells = row.get("celler").and_then(Json::as_array);
            for (column, cell) in columns.iter().zip(cells.into_iter().flatten()) {
                let heading = column.get("rubrik").and_then(Json::as_str);
                if let (Some(id), Some(heading)) = (cell.as_object().and_then(figure), heading) {
                    self.columns.entry(id.to_owned()).or_insert_with(|| plain(heading));
                }
            }
        }
    }

    /// Which of several cells that are called the same something is; none where there is one.
    pub(super) fn row(&self, id: PairId) -> Option<&String> {
        self.rows.get(&id)
    }

    /// What a figure of a recipient is called over its column; none if no document has it in one.
    pub(super) fn column(&self, id: &str) -> Option<&String> {
        self.columns.get(id)
    }

    /// Whose a figure is: a region's name, another recipient's, the country's; a code where no document has a name.
    pub(super) fn whose(&self, id: &str) -> String {
        let [_, _, place, figure] = parts(id);
        let decision = figure.split('.').next().unwrap_or_default();
        let name = self.recipients.get(&(decision.to_owned(), place.to_owned()));
        name.cloned().unwrap_or_else(|| shown::whose(id))
    }

    fn rows(&self, pairs: &Pairs<'_>) -> BTreeMap<PairId, String> {
        let mut alike: BTreeMap<[&str; 3], Vec<(PairId, &str)>> = BTreeMap::new();
        for id in pairs.ids() {
            if let Some(node) = pairs.new_node(id).or(pairs.old_node(id))
                && let Some(cell) = cell_of(node)
                && let [_, _, shown::COUNTRY_ID, name] = parts(&node.id)
            {
                alike.entry([&cell.fil, &cell.blad, &cell.uppgift]).or_default().push((id, name));
            }
        }
        let several = alike.into_values().filter(|all| all.len() > 1);
        let named = |(id, own): (PairId, String)| {
            let nodes = [pairs.new_node(id), pairs.old_node(id)];
            let ids: Vec<_> = nodes.into_iter().flatten().map(|node| node.id.as_str()).collect();
            (id, self.of_row(&own, &ids))
        };
        several.flat_map(|all| own_words(&all)).map(named).collect()
    }

    /// What a row is called whose figures have such words of their own in their names.
    fn of_row(&self, own: &str, ids: &[&str]) -> String {
        let thing = || ids.iter().find_map(|id| self.things.get(*id));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number(own) {
            // Four digits are a year.
            let name = thing().filter(|_| own.len() != 4).cloned();
            let number = if own.len() == 4 { own.to_owned() } else { format!("rad {own}") };
            return name.unwrap_or(number);
        }
        if let Some(number) = own.strip_prefix("niva").filter(|number| is_number(number)) {
            return format!("nivå {number}");
        }
        let field = ids.iter().find_map(|id| self.field(own, parts(id)[3]));
        let name = field.or_else(|| self.words.get(own)).or_else(thing);
        name.map_or_else(|| own.replace('_', " "), |name| plain(name))
    }

    /// What cells of regions are called whose figures' names are the end of another's, with its own words.
    fn field(&self, own: &str, name: &str) -> Option<&String> {
        let ends = name.match_indices('_').filter_map(|(at, _)| name.get(at + 1..));
        ends.filter(|end| end.ends_with(own)).find_map(|end| self.fields.get(end))
    }
}

/// A text without soft hyphens.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "")
}

/// What names have between the words that they all begin with and those that they all end with.
fn own_words(all: &[(PairId, &str)]) -> Vec<(PairId, String)> {
    let words = |name: &str| name.split(['_', '.']).map(str::to_owned).collect::<Vec<_>>();
    let mut own: Vec<_> = all.iter().map(|(id, name)| (*id, words(name))).collect();
    for at_end in [false, true] {
        let word = |words: &[String]| {
            if at_end { words.last().cloned() } else { words.first().cloned() }
        };
        loop {
            let first = own.first().and_then(|(_, words)| word(words));
            let differs = |words: &[String]| words.len() < 2 || word(words) != first;
            if first.is_none() || own.iter().any(|(_, words)| differs(words)) {
                break;
            }
            for (_, words) in &mut own {
                if at_end {
                    words.pop();
                } else {
                    words.remove(0);
                }
            }
        }
    }
    own.into_iter().map(|(id, words)| (id, words.join("_"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_apart_by_what_is_their_own() {
        for (names, expected) in [
            (&["trappa_niva1_andel", "trappa_niva2_andel"][..], &["niva1", "niva2"][..]),
            (&["mal_1_veckor", "mal_12_veckor"], &["1", "12"]),
            (&["prislapp_grupp_80_ensam", "prislapp_grupp_80_ej_ensam"], &["ensam", "ej_ensam"]),
            (&["pott_1", "pott_1_1"], &["1", "1_1"]),
        ] {
            let all: Vec<_> = (0..).map(PairId).zip(names.iter().copied()).collect();
            let found: Vec<_> = own_words(&all).into_iter().map(|(_, own)| own).collect();
            assert_eq!(found, expected, "{names:?}");
        }
    }

    #[test]
    fn rows_are_called_what_documents_call_them() {
        let json = serde_json::json!({
            "delar": [{ "namn": "Hepatit C" }, { "namn": "hepatit C" }],
            "rader": [{
                "rubrik": "Strama", "celler": [{ "id": "besked.2024.riket.medel_4", "varde": 3 }],
            }],
        });
        let mut names = Names::default();
        visit(&json, &mut |fields| names.learn("besked", fields));
        names.fields.insert("grupp_0_under".to_owned(), "0 år, under median".to_owned());
        for (own, id, expected) in [
            ("hepatit_c", "lakemedel.2024.riket.komponent_hepatit_c", "hepatit C"),
            ("4", "besked.2024.riket.medel_4", "Strama"),
            ("5", "besked.2024.riket.medel_5", "rad 5"),
            ("2022", "beredskap.2024.riket.till_2022", "2022"),
            ("niva2", "lakemedel.2024.riket.trappa_niva2_andel", "nivå 2"),
            ("0_under", "lakemedel.2024.riket.prislapp_grupp_0_under", "0 år, under median"),
            ("annat_namn", "lakemedel.2024.riket.del_annat_namn", "annat namn"),
        ] {
            assert_eq!(names.of_row(own, &[id]), expected);
        }
    }
}
