//! What a workbook looks like, said once: this definition reads it, scaffolds an empty one and
//! documents it. Holds no values and reads nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use super::kind::{INHABITANTS, KR_PER_INV, Kind, MNKR, PERCENT, ROW, THIS_YEAR, WHOLE_KRONOR};
pub use super::measure::Measure;
pub use super::usual::{Near, Usual};

/// A workbook: one per grant.
#[derive(Debug)]
pub struct WorkbookSchema {
    /// The file's name in the year's folder. With a `*` in it, there may be any number, each with a name of its own
    /// there: `beslut-*.xlsx`.
    pub file: &'static str,
    /// Its title, on the cover sheet.
    pub title: &'static str,
    /// What it is for, on the cover sheet.
    pub about: &'static str,
    /// Sheet, and id of the row, of the year the workbook is for: the other dates depend on it.
    pub year: (&'static str, &'static str),
    /// The sheets, in the order they lie.
    pub sheets: &'static [SheetSchema],
}

/// A sheet.
#[derive(Debug)]
pub struct SheetSchema {
    /// The name on the tab; at most 31 characters.
    pub name: &'static str,
    /// What it holds and how it is filled in.
    pub about: &'static str,
    /// Whether it may be left out.
    pub required: bool,
    /// How it is laid out.
    pub layout: Layout,
}

/// The ways a sheet is laid out.
#[derive(Debug)]
pub enum Layout {
    /// One row per item: Uppgift, Värde, Enhet, Källa, Per datum, Status, Bekräftad av, Förklaring.
    Items(&'static [Field]),
    /// One row per region under a row of headings; above it, per column: Källa, Per datum, Status,
    /// Bekräftad av, Enhet.
    Regions {
        /// The columns after the region.
        columns: &'static [Field],
        /// Columns the user names himself.
        free_columns: Option<FreeColumns>,
        /// The label of an optional last row that must equal the sum of the others.
        sum_row: Option<&'static str>,
    },
    /// Any number of rows under a row of headings, laid out as [`Layout::Regions`] otherwise. The first
    /// column is the row's key; it rests on what the next column rests on. In a list of one column,
    /// what it rests on stands in column B.
    Lista {
        /// The columns; the first is the key.
        columns: &'static [Field],
        /// The keys there must be, each once; empty where rows are free. Free rows may repeat a key.
        keys: &'static [&'static str],
    },
    /// One row for each of the recipients that the user names, laid out as [`Layout::Lista`], and after the columns
    /// of the schema columns of numbers that the user names, each in a unit that stands in its row Enhet.
    Recipients {
        /// The columns; the first is the recipient's name.
        columns: &'static [Field],
        /// What a column of the user's own holds; its heading says what the user's headings name.
        free_column: FreeColumns,
        /// The label of an optional last row that must equal the sum of the others.
        sum_row: &'static str,
    },
}

/// Columns the user names himself, one per item (a disease, say), and the column they must sum to, if
/// they sum to anything.
#[derive(Debug)]
pub struct FreeColumns {
    /// What each column holds; its `rubrik` says what the heading names. A column with a heading must
    /// be filled for every region.
    pub field: Field,
    /// The id of the column that must equal their sum in every row.
    pub sum: Option<&'static str>,
    /// The columns that the year after has besides.
    pub new: Option<NewColumns>,
}

/// Columns of the user's own that the year after has besides: one for a row of a list that calls for it.
#[derive(Debug, Clone, Copy)]
pub struct NewColumns {
    /// The sheet of the list.
    pub sheet: &'static str,
    /// The heading of the column that a row calls for in the year after `ar`, by the whole numbers of the
    /// row; none if it calls for none.
    pub heading: fn(year: i32, number: &BTreeMap<&'static str, i64>) -> Option<String>,
}

/// One item, or one column.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The id the grant asks for it by, and figures are named by.
    pub id: &'static str,
    /// The heading, without the unit. Recognised with or without the unit in parentheses after it.
    pub heading: &'static str,
    /// What may stand in the cell, and of a number in what unit.
    pub kind: Kind,
    /// Whether it must be filled. A column per region that need not be is filled for all or for none.
    pub required: bool,
    /// Which date the value must hold for.
    pub as_of: AsOf,
    /// What becomes of it in the year after.
    pub inherit: Inherit,
    /// In a row of a list, the figure that it is, or was last year: its name, without grant, year and place, with `{}`
    /// for the row's key; none if it is no figure or has no such name.
    pub figure: Option<&'static str>,
    /// Which document of the year before says the same, and where in its JSON; none if none does.
    pub archived: Option<(&'static str, &'static str)>,
    /// How its values usually are.
    pub usual: Usual,
    /// The rows of another list that a text in a row speaks of; it is not carried over where those are others the year
    /// after.
    pub of_rows: Option<&'static OfRows>,
    /// What it is and where it is found.
    pub about: &'static str,
}

/// Which as-of date an input must have.
#[derive(Debug, Clone, Copy)]
pub enum AsOf {
    /// It has none, or it is free.
    Free,
    /// Exactly this one, by the year of the workbook.
    Required(fn(year: i32) -> NaiveDate),
    /// The one that an item states, or this one where the item is empty.
    Stated {
        /// The usual one, by the year of the workbook.
        usual: fn(year: i32) -> NaiveDate,
        /// The sheet of the item.
        sheet: &'static str,
        /// Its id.
        id: &'static str,
    },
}

impl AsOf {
    /// The date, by the year of the workbook and what its items state; none if it is free.
    #[must_use]
    pub fn day(self, year: i32, stated: &StatedDays) -> Option<NaiveDate> {
        match self {
            Self::Free => None,
            Self::Required(day) => Some(day(year)),
            Self::Stated { usual, sheet, id } => {
                Some(stated.get(&(sheet, id)).copied().unwrap_or_else(|| usual(year)))
            }
        }
    }

    /// The same where the items state nothing.
    #[must_use]
    pub fn usual(self, year: i32) -> Option<NaiveDate> {
        self.day(year, &StatedDays::new())
    }
}

/// The days that items state which columns must hold for, by sheet and id.
pub type StatedDays = BTreeMap<(&'static str, &'static str), NaiveDate>;

/// What becomes of a field when the year after is begun from this one. The rows of a list are inherited
/// as its first column is; a column the user named keeps its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inherit {
    /// It is new every year: left empty.
    New,
    /// It is of its year alone: a column the user named is not there the year after.
    Gone,
    /// It holds until something else is decided: carried over, to be confirmed once for the sheet.
    Kept,
    /// It is the key of a row that does so, but only while last year's other rows let it: else the row is gone. A row
    /// that they let, and that is not there, is begun.
    KeptIf(&'static [Term]),
    /// It is a date that moves by a year, or a text that holds until something else is decided. The year that it names, or the one before or after, moves along; but if it names a date,
    /// a registration number or the like of those years, it is left empty.
    KeptUnlessDated,
    /// It is the year: moved by one. In a list the years move, and the rows of those that were there
    /// already remain.
    Year,
    /// It is what another field of the same workbook was last year: carried over with its source.
    LastYear {
        /// The sheet that had it.
        sheet: &'static str,
        /// Its id there.
        id: &'static str,
    },
    /// It is a row of a list of another grant's workbook, by the row's key: carried over with its source. In a list
    /// whose rows are kept, a row that has something here becomes a row for each of those.
    RowsOf {
        /// The list, and which of its rows.
        rows: &'static RowsOf,
        /// The field there.
        id: &'static str,
    },
    /// In such a row, it is what last year came to for the row: a figure of that grant, whose name has `{}` for the
    /// row's key as figures are named by it.
    RowOutcome {
        /// The grant whose figure it is.
        grant: &'static str,
        /// The figure's name, without grant, year and place.
        number: &'static str,
    },
    /// It is what last year came to, or said: the figure, or the text, of this name, of the region or of
    /// the country.
    Outcome {
        /// The grant whose figure it is; the workbook's own where none is named.
        grant: Option<&'static str>,
        /// The figure's name, without grant, year and region.
        number: &'static str,
    },
}

/// What a row asks for by the word in its key, to hold the year after too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word of the key.
    pub word: &'static str,
    /// The row is gone if last year had any such row, and there if it had none.
    pub unless: &'static RowsOf,
}

/// Rows of another list that a text in a row speaks of, by the word in the row's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfRows {
    /// The word of the key; in a row with another, the text speaks of none of them.
    pub word: &'static str,
    /// The list of the same workbook.
    pub sheet: &'static str,
    /// What the rows of that list are the year after.
    pub rows: &'static RowsOf,
    /// The field of both that says which each is.
    pub id: &'static str,
}

/// Rows of a list of another grant's workbook, and a field of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowsOf {
    /// The grant.
    pub grant: &'static str,
    /// The sheet.
    pub sheet: &'static str,
    /// Which of its rows.
    pub only: Only,
}

/// Which rows of a list are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// All.
    All,
    /// Those whose field of this id says this.
    Said(&'static str, &'static str),
    /// Those whose field of this id is filled in.
    Filled(&'static str),
}

impl WorkbookSchema {
    /// Whether there may be any number of such workbooks.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.file.contains('*')
    }

    /// The name that a file has among several such workbooks, empty where there is one; none if the file is no such
    /// workbook.
    #[must_use]
    pub fn name_in<'f>(&self, file: &'f str) -> Option<&'f str> {
        match self.file.split_once('*') {
            Some((before, after)) => file.strip_prefix(before)?.strip_suffix(after),
            None => (file == self.file).then_some(""),
        }
    }

    /// The file of the workbook with a name.
    #[must_use]
    pub fn file_named(&self, name: &str) -> String {
        self.file.replace('*', name)
    }

    /// The sheet with this name.
    ///
    /// # Panics
    /// If there is none: a bug.
    #[must_use]
    pub fn sheet(&self, name: &str) -> &'static SheetSchema {
        self.sheets
            .iter()
            .find(|sheet| sheet.name == name)
            .unwrap_or_else(|| panic!("{} has no sheet {name}", self.file))
    }
}

impl WorkbookSchema {
    /// The items that state which days columns must hold for, by sheet and id.
    pub fn day_items(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let fields = self.sheets.iter().flat_map(SheetSchema::field);
        fields.filter_map(|field| match field.as_of {
            AsOf::Stated { sheet, id, .. } => Some((sheet, id)),
            AsOf::Free | AsOf::Required(_) => None,
        })
    }
}

impl SheetSchema {
    /// Its items or columns, the free ones not among them.
    #[must_use]
    pub fn field(&self) -> &'static [Field] {
        match &self.layout {
            Layout::Items(field) => field,
            Layout::Regions { columns, .. }
            | Layout::Lista { columns, .. }
            | Layout::Recipients { columns, .. } => columns,
        }
    }

    /// The heading of its first column, by which the row of headings is found.
    #[must_use]
    pub fn key_heading(&self) -> &'static str {
        match &self.layout {
            Layout::Items(_) => "Uppgift",
            Layout::Regions { .. } => "Region",
            Layout::Lista { columns, .. } | Layout::Recipients { columns, .. } => {
                columns.first().map_or("", |field| field.heading)
            }
        }
    }
}

impl Field {
    /// A required field whose values may hold for any date.
    #[must_use]
    pub const fn new(
        id: &'static str,
        heading: &'static str,
        kind: Kind,
        about: &'static str,
    ) -> Self {
        let (as_of, inherit, figure) = (AsOf::Free, Inherit::New, None);
        let (required, usual, archived, of_rows) = (true, Usual::UNKNOWN, None, None);
        Self {
            id,
            heading,
            kind,
            required,
            as_of,
            inherit,
            figure,
            archived,
            usual,
            of_rows,
            about,
        }
    }

    /// The same, whose values are usually between these, in the unit of the cell; zero is usual too where it is allowed.
    #[must_use]
    pub const fn usually(self, least: i64, greatest: i64) -> Self {
        Self { usual: Usual { between: Some((least, greatest)), ..self.usual }, ..self }
    }

    /// The same, which holds what something was last year, and differs from what it is this year by so many thousandths
    /// of the lesser at most.
    #[must_use]
    pub const fn moves(self, thousandths: i64) -> Self {
        Self { usual: Usual { moves: Some(thousandths), ..self.usual }, ..self }
    }

    /// The same, of whose rows the first and the second, the third and the fourth and so on differ by so many thousandths
    /// of the lesser at most.
    #[must_use]
    pub const fn in_pairs(self, thousandths: i64) -> Self {
        Self { usual: Usual { pairs: Some(thousandths), ..self.usual }, ..self }
    }

    /// The same, which may be left empty.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    /// The same, whose values must hold for a date that depends on the workbook's year.
    #[must_use]
    pub const fn per(self, day: fn(i32) -> NaiveDate) -> Self {
        Self { as_of: AsOf::Required(day), ..self }
    }

    /// The same, unless an item states another date.
    #[must_use]
    pub const fn per_unless(
        self,
        usual: fn(i32) -> NaiveDate,
        sheet: &'static str,
        id: &'static str,
    ) -> Self {
        Self { as_of: AsOf::Stated { usual, sheet, id }, ..self }
    }

    /// The same, which holds the year after too.
    #[must_use]
    pub const fn kept(self) -> Self {
        Self { inherit: Inherit::Kept, ..self }
    }

    /// The same, the key of rows that hold the year after too while last year's other rows let them.
    #[must_use]
    pub const fn kept_if(self, terms: &'static [Term]) -> Self {
        Self { inherit: Inherit::KeptIf(terms), ..self }
    }

    /// The same, a date which moves by a year, or a text which holds the year after too, with its years moved, unless it
    /// says more of its time.
    #[must_use]
    pub const fn kept_unless_dated(self) -> Self {
        Self { inherit: Inherit::KeptUnlessDated, ..self }
    }

    /// The same, a text which speaks of rows of another list.
    #[must_use]
    pub const fn of_rows(self, rows: &'static OfRows) -> Self {
        Self { of_rows: Some(rows), ..self }
    }

    /// The same, which is the year.
    #[must_use]
    pub const fn this_year(self) -> Self {
        Self { inherit: Inherit::Year, ..self }
    }

    /// The same, which is what the field with this id was on that sheet last year.
    #[must_use]
    pub const fn last_years(self, sheet: &'static str, id: &'static str) -> Self {
        Self { inherit: Inherit::LastYear { sheet, id }, ..self }
    }

    /// The same, which is of its year alone.
    #[must_use]
    pub const fn gone(self) -> Self {
        Self { inherit: Inherit::Gone, ..self }
    }

    /// The same, which in a row is a figure of this name, with `{}` for the row's key. Of the key of last year's rows: the
    /// rows whose figure came to nothing are not inherited.
    #[must_use]
    pub const fn published(self, figure: &'static str) -> Self {
        Self { figure: Some(figure), ..self }
    }

    /// The same, which a document of the year before says too, there in its JSON.
    #[must_use]
    pub const fn archived(self, document: &'static str, pointer: &'static str) -> Self {
        Self { archived: Some((document, pointer)), ..self }
    }

    /// The same, which is a field of last year's rows of another grant's list.
    #[must_use]
    pub const fn rows_of(self, rows: &'static RowsOf, id: &'static str) -> Self {
        Self { inherit: Inherit::RowsOf { rows, id }, ..self }
    }

    /// The same, which is what a figure of another grant came to last year for such a row.
    #[must_use]
    pub const fn row_outcome_of(self, grant: &'static str, number: &'static str) -> Self {
        Self { inherit: Inherit::RowOutcome { grant, number }, ..self }
    }

    /// The same, which is what this figure of the grant came to last year.
    #[must_use]
    pub const fn result(self, number: &'static str) -> Self {
        Self { inherit: Inherit::Outcome { grant: None, number }, ..self }
    }

    /// The same, which is what this figure of another grant came to last year.
    #[must_use]
    pub const fn outcome_of(self, grant: &'static str, number: &'static str) -> Self {
        Self { inherit: Inherit::Outcome { grant: Some(grant), number }, ..self }
    }

    /// The same, whose rows are of the size of those of another column, give or take so many thousandths of the lesser.
    #[must_use]
    pub const fn near(self, sheet: &'static str, id: &'static str, thousandths: i64) -> Self {
        let near = Near { sheet, id, thousandths, part: None };
        Self { usual: Usual { near: Some(near), ..self.usual }, ..self }
    }

    /// The same, where the other column holds so many percent of the whole as a third of its sheet says, and this one
    /// the whole.
    #[must_use]
    pub const fn of_which(self, part: &'static str) -> Self {
        let near = match self.usual.near {
            Some(near) => Some(Near { part: Some(part), ..near }),
            None => None,
        };
        Self { usual: Usual { near, ..self.usual }, ..self }
    }

    /// The unit as it is written in the workbook; empty if it has none.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        self.kind.measure().map_or("", Measure::text)
    }

    /// The heading as it is written in the workbook, with its unit.
    #[must_use]
    pub fn heading_with_unit(&self) -> String {
        match self.unit() {
            "" => self.heading.to_owned(),
            unit => format!("{} ({unit})", self.heading),
        }
    }

    /// Whether it holds numbers and nothing else.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Integer { .. } | Kind::Decimal { .. })
    }

    /// Whether zero is one of its values.
    #[must_use]
    pub fn may_be_zero(&self) -> bool {
        match self.kind {
            Kind::Integer { min, max, .. }
            | Kind::Decimal { min, max, .. }
            | Kind::Interval { min, max, .. } => min <= 0 && max >= 0,
            Kind::Text { .. } | Kind::Datum | Kind::Options(_) => false,
        }
    }

    /// Whether the regions' values have a sum that means something.
    #[must_use]
    pub fn is_summed(&self) -> bool {
        self.is_number() && self.kind.measure().is_some_and(Measure::sums)
    }
}
