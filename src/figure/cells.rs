//! Cells of a sheet, told as a spreadsheet tells them: what lies together as a range. Knows no values.

use std::collections::{BTreeMap, BTreeSet};

use super::CellRef;
use crate::problem::Cell;

/// Cells of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cells(BTreeSet<Cell>);

impl Cells {
    /// Adds the cell that something was read from, if it is one: what an archived file says has none.
    pub fn add(&mut self, cell: &CellRef) {
        self.0.extend(cell.location.cell);
    }

    /// Adds all of others.
    pub fn extend(&mut self, others: &Self) {
        self.0.extend(&others.0);
    }

    /// Those that are among others too.
    #[must_use]
    pub fn common(&self, others: &Self) -> Self {
        Self(self.0.intersection(&others.0).copied().collect())
    }

    /// Those that are not among others.
    #[must_use]
    pub fn without(&self, others: &Self) -> Self {
        Self(self.0.difference(&others.0).copied().collect())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cells as ranges, `B5` or `B9:C29`, each cell in one of them, from the top left.
    #[must_use]
    pub fn ranges(&self) -> Vec<String> {
        // Runs down each column, then runs side by side that are as long.
        let mut runs: Vec<(u32, u32, u32)> = Vec::new();
        let by_column: BTreeSet<_> = self.0.iter().map(|cell| (cell.column, cell.row)).collect();
        for (column, row) in by_column {
            match runs.last_mut() {
                Some((own, _, last)) if *own == column && *last + 1 == row => *last = row,
                _ => runs.push((column, row, row)),
            }
        }
        let mut blocks: BTreeMap<(u32, u32), Vec<(u32, u32)>> = BTreeMap::new();
        for (column, first, last) in runs {
            let beside = blocks.entry((first, last)).or_default();
            match beside.last_mut() {
                Some((_, end)) if *end + 1 == column => *end = column,
                _ => beside.push((column, column)),
            }
        }
        let mut corners: Vec<(Cell, Cell)> = Vec::new();
        for ((top, bottom), columns) in blocks {
            let block = |(left, right)| {
                (Cell { row: top, column: left }, Cell { row: bottom, column: right })
            };
            corners.extend(columns.into_iter().map(block));
        }
        corners.sort_unstable();
        let named = |(from, to): (Cell, Cell)| {
            if from == to { from.to_string() } else { format!("{from}:{to}") }
        };
        corners.into_iter().map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_together_is_a_range() {
        for (cells, expected) in [
            (&[][..], ""),
            (&[(5, 2)], "B5"),
            (&[(5, 2), (6, 2), (7, 2), (9, 2)], "B5:B7, B9"),
            (&[(5, 2), (6, 2), (5, 3), (6, 3)], "B5:C6"),
            (&[(5, 2), (5, 3), (6, 3)], "B5, C5:C6"),
            (&[(5, 2), (5, 4)], "B5, D5"),
        ] {
            assert_eq!(cells_of(cells).ranges().join(", "), expected);
        }
    }

    #[test]
    fn cells_are_shared_with_others_or_not() {
        let (own, others) = (cells_of(&[(5, 2), (6, 2), (7, 2)]), cells_of(&[(7, 2), (8, 2)]));
        assert_eq!(own.common(&others), cells_of(&[(7, 2)]));
        assert_eq!(own.without(&others), cells_of(&[(5, 2), (6, 2)]));
        assert!(own.without(&own).is_empty() && !own.is_empty());
    }

    fn cells_of(cells: &[(u32, u32)]) -> Cells {
        let cells = cells.iter().map(|(row, column)| Cell { row: *row, column: *column });
        Cells(cells.collect())
    }
}
