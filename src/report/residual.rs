//! Who gets what rounding the regions' amounts leaves over, as documents tell of it.

use schemars::JsonSchema;
use serde::Serialize;

/// Who gets the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Avrundningsregel {
    /// Nobody: each region is rounded by itself.
    HalfUp,
    /// One each to the largest remainders.
    LargestRemainder,
    /// The region that gets most.
    HalfUpResidualToLargest,
    /// A region that is named.
    Explicit,
    /// Some, by what a decision states.
    Justeringar,
}

impl Avrundningsregel {
    /// The rule with a name, as the workbooks have it.
    ///
    /// # Panics
    /// If no workbook has such a choice: a bug.
    #[must_use]
    pub fn with_name(namn: &str) -> Self {
        match namn {
            "half_up" => Self::HalfUp,
            "largest_remainder" => Self::LargestRemainder,
            "half_up_residual_to_largest" => Self::HalfUpResidualToLargest,
            "explicit" => Self::Explicit,
            "justeringar" => Self::Justeringar,
            annan => panic!("{annan} is no choice of the workbook"),
        }
    }
}
