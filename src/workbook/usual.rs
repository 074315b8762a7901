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
    /// A column of some workbook, by sheet and id, whose number for the same row is of the same size, and by how many
    /// thousandths of the lesser they may differ.
    pub near: Option<(&'static str, &'static str, i64)>,
}

impl Usual {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { between: None, moves: None, pairs: None, near: None };
}
