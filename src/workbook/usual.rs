//! How the values of a field usually are. What is otherwise may be right, and is asked about. Holds bounds and judges
//! nothing.

/// How values usually are; nothing is known where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usual {
    /// The least and the greatest, in the unit of the cell. Zero is always usual where it is allowed.
    pub between: Option<(i64, i64)>,
    /// By how many thousandths of the lesser the year's value and last year's may differ: of a field that holds
    /// last year's.
    pub moves: Option<i64>,
    /// By how many thousandths of the lesser two rows may differ, of the first and second row, the third and fourth and
    /// so on: of a column of a list with fixed keys.
    pub pairs: Option<i64>,
    /// A column of some workbook whose number for the same row is of the same size.
    pub near: Option<Near>,
}

/// What a number is of the size of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// The sheet of the other column.
    pub sheet: &'static str,
    /// Its id there.
    pub id: &'static str,
    /// By how many thousandths of the lesser the two may differ.
    pub thousandths: i64,
    /// The column of that sheet that says how many percent of the whole the other number is, where it is a part and
    /// this is the whole.
    pub part: Option<&'static str>,
}

impl Usual {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { between: None, moves: None, pairs: None, near: None };
}
