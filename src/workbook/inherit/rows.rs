//! Which rows a list inherits: those that persist, those of another list, those that are turned into others. Knows rows
//! and what their fields inherit, not what stands in them.

use std::collections::BTreeSet;

use super::{Predecessor, RowModel, integer};
use crate::figure::FigureNames;
use crate::swedish;
use crate::workbook::book::Row;
use crate::workbook::schema::{Field, Inherit, Only, RowsOf, Term};

impl Predecessor<'_> {
    /// The rows that a list inherits.
    pub(super) fn row_models(
        &self,
        sheet: &str,
        (key, columns): (&Field, &'static [Field]),
        named: bool,
    ) -> Vec<RowModel<'_>> {
        match key.inherit {
            _ if named => self.book.rows(sheet).iter().map(RowModel::Same).collect(),
            Inherit::New | Inherit::Gone => Vec::new(),
            Inherit::Kept => self.book.rows(sheet).iter().map(RowModel::Same).collect(),
            Inherit::KeptIf(terms) => {
                let rows = self.book.rows(sheet).iter();
                let kept: Vec<_> = rows.filter(|row| self.holds(terms, key, row)).collect();
                let mut models = self.turned(columns, kept);
                let begun = terms.iter().filter(|term| self.is_begun(term, sheet, key));
                models.extend(begun.map(|term| RowModel::Begun(term.word)));
                models
            }
            Inherit::RowsOf { rows, .. } => {
                self.rows_of(rows).into_iter().map(RowModel::Foreign).collect()
            }
            Inherit::LastYear { sheet, id } => {
                let rows = self.book.rows(sheet).iter();
                let rows = rows.filter(|row| !self.came_to_nothing(key, row, id));
                rows.map(RowModel::Foreign).collect()
            }
            Inherit::Year => {
                let this_year =
                    |row: &Row| row.value(key.id).and_then(|value| integer(&value.value));
                let rows = self.book.rows(sheet);
                let new = rows.iter().filter_map(this_year).map(|year| year + 1);
                let exists = |year: i64| rows.iter().find(|row| this_year(row) == Some(year));
                new.map(|year| exists(year).map_or(RowModel::New(year), RowModel::Same)).collect()
            }
            inherit => panic!("{}: rows are not {inherit:?}", key.id),
        }
    }

    /// Kept rows: those that have something in a column of another list become, in the place of the first of them, a
    /// row for each row of that list; after the one that was for the same, or else after the first.
    fn turned<'r>(&'r self, columns: &'static [Field], kept: Vec<&'r Row>) -> Vec<RowModel<'r>> {
        let of_others = columns.iter().find_map(|field| match field.inherit {
            Inherit::RowsOf { rows, id } => Some((field, rows, id)),
            _ => None,
        });
        let Some((field, rows, id)) = of_others else {
            return kept.into_iter().map(RowModel::Same).collect();
        };
        let (mut models, mut done) = (Vec::new(), false);
        for row in &kept {
            if row.value(field.id).is_none() {
                models.push(RowModel::Same(row));
            } else if !done {
                done = true;
                let same = |other: &Row| {
                    let for_it = |row: &&&Row| is_for(row, field.id, other, id);
                    kept.iter().find(for_it).map_or(*row, |row| *row)
                };
                let others = self.rows_of(rows).into_iter();
                models.extend(others.map(|other| {
                    let row = same(other);
                    let alike = is_for(row, field.id, other, id);
                    RowModel::Turned { row, other, alike }
                }));
            }
        }
        models
    }

    /// The rows of another grant's list that are meant.
    fn rows_of(&self, RowsOf { grant, sheet, only }: &RowsOf) -> Vec<&Row> {
        let book = self.books.get(grant);
        let rows = book.unwrap_or_else(|| panic!("there is no workbook of {grant}")).rows(sheet);
        let chosen = |row: &&Row| match only {
            Only::All => true,
            Only::Said(id, said) => row.text(id).is_some_and(|text| text.value == *said),
            Only::Filled(id) => row.value(id).is_some(),
        };
        rows.iter().filter(chosen).collect()
    }

    /// Whether the figure that a row's key says is the row's came to nothing last year.
    fn came_to_nothing(&self, key: &Field, row: &Row, id: &str) -> bool {
        let figure = key.figure.and_then(|figure| {
            let figure = figure.replace("{}", &swedish::slug(&row.text(id)?.value));
            self.trace.find(&FigureNames::new(self.grant, self.book.year).country(&figure))
        });
        figure.is_some_and(|figure| {
            self.trace.node(figure).value.exact().is_some_and(|value| value.is_zero())
        })
    }

    /// Whether last year's rows let a row be; they do where no term is for its word.
    fn holds(&self, terms: &[Term], key: &Field, row: &Row) -> bool {
        let Some(word) = row.text(key.id) else { return true };
        let mut terms = terms.iter().filter(|term| term.word == word.value);
        terms.all(|term| self.rows_of(term.unless).is_empty())
    }

    /// Whether last year's rows ask for a row with a word that no row had.
    fn is_begun(&self, term: &Term, sheet: &str, key: &Field) -> bool {
        let has = |row: &Row| row.text(key.id).is_some_and(|text| text.value == term.word);
        self.rows_of(term.unless).is_empty() && !self.book.rows(sheet).iter().any(has)
    }

    /// Whether what stands in a row speaks of rows of another list, which are not those of the year after.
    pub(super) fn speaks_of_others(
        &self,
        field: &Field,
        key: &Field,
        row_model: RowModel<'_>,
    ) -> bool {
        let (Some(of), RowModel::Same(row) | RowModel::Turned { row, .. }) =
            (field.of_rows, row_model)
        else {
            return false;
        };
        let says = row.text(key.id).is_some_and(|text| text.value == of.word);
        says && slugs(self.book.rows(of.sheet), of.id) != slugs(self.rows_of(of.rows), of.id)
    }
}

/// What the rows are, by a field.
fn slugs<'r>(rows: impl IntoIterator<Item = &'r Row>, id: &str) -> BTreeSet<String> {
    let texts = rows.into_iter().filter_map(|row| row.text(id));
    texts.map(|text| swedish::slug(&text.value)).collect()
}

/// Whether a row is for a row of another list: their fields say the same.
fn is_for(row: &Row, id: &str, other: &Row, others_id: &str) -> bool {
    let slug = |row: &Row, id: &str| row.text(id).map(|text| swedish::slug(&text.value));
    slug(row, id).is_some_and(|own| Some(own) == slug(other, others_id))
}
