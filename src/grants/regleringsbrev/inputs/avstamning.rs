//! The settlement's cells.

use super::lasare::Lasare;

/// The settlement of last year's profit or loss.
#[derive(Clone, Debug)]
pub struct Avstamning {}

/// Reads the settlement: `Some(None)` where there is none, `None` where something in it is missing or
/// wrong.
#[expect(clippy::option_option, reason = "not there and not usable are two answers")]
#[expect(clippy::unnecessary_wraps, reason = "it is not read yet")]
pub(super) fn las(_las: &mut Lasare<'_>) -> Option<Option<Avstamning>> {
    Some(None)
}
