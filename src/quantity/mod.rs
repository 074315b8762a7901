//! Quantities: the typed amounts that the rules calculate with, and the only algebra they allow.
//!
//! What enters from a cell is a [`Decimal`]; what leaves when rounded is a whole number. In between
//! every quantity is an exact rational ([`Exact`]), so that no rounding decision ever depends on how
//! many digits a division was carried to. There is no float here.
//!
//! # The allowed algebra
//!
//! | left | op | right | gives |
//! |---|---|---|---|
//! | `Kronor` | ± | `Kronor` | `Kronor` |
//! | `Kronor` | × | `Andel` | `Kronor` |
//! | `Kronor` | ÷ | `Kronor` | `Andel` |
//! | `Kronor` | ÷ | `Invanare` | `KronorPerInvanare` |
//! | `Kronor` | ×, ÷ | `Antal` | `Kronor` |
//! | `KronorPerInvanare` | ± | `KronorPerInvanare` | `KronorPerInvanare` |
//! | `KronorPerInvanare` | × | `Andel` | `KronorPerInvanare` |
//! | `KronorPerInvanare` | × | `Invanare` | `Kronor` |
//! | `KronorPerInvanare` | ÷ | `KronorPerInvanare` | `Andel` |
//! | `Andel` | ± | `Andel` | `Andel` |
//! | `Andel` | × | `Andel` | `Andel` |
//! | `Andel` | ÷ | `Andel` | `Andel` |
//! | `Andel` | ÷ | `Antal` | `Andel` |
//! | `Invanare` | + | `Invanare` | `Invanare` |
//! | `Invanare` | ÷ | `Invanare` | `Andel` |
//! | `Valuta` | × | `KronorPerValuta` | `Kronor` |
//! | `Vikt` | ± | `Vikt` | `Vikt` |
//! | `Vikt` | × | `Vikt` | `Vikt` |
//! | `Vikt` | ×, ÷ | `Invanare` | `Vikt` |
//! | `Vikt` | ÷ | `Vikt` | `Andel` |
//! | `HelaKronor` | ± | `HelaKronor` | `HelaKronor` |
//! | `HelaKronor` | × | `Antal` | `HelaKronor` |
//! | `Antal` | ± | `Antal` | `Antal` |
//!
//! Whole kronor become exact ones with [`HelaKronor::exact`]; exact ones become payable only through
//! a named policy, [`Kronor::round_by`]. Everything else does not compile:
//!
//! ```compile_fail
//! use statsbidrag::quantity::{Invanare, Kronor};
//! fn nonsense(kronor: Kronor, folk: Invanare) -> Kronor { kronor * folk }
//! ```
//! ```compile_fail
//! use statsbidrag::quantity::{HelaKronor, Kronor};
//! fn unrounded_is_not_payable(kronor: Kronor) -> HelaKronor { kronor.into() }
//! ```
//! ```compile_fail
//! use statsbidrag::quantity::Kronor;
//! fn money_is_never_a_float(kronor: Kronor) -> f64 { kronor.into() }
//! ```
//!
//! Dividing by zero, and a whole amount beyond ±9.2 · 10¹⁸ kronor, are bugs and panic: the readers
//! refuse the cells that could lead there.

mod exact;
pub mod rounding;
mod units;
mod value;

pub use exact::Exact;
pub use rust_decimal::Decimal;
pub use units::{
    Andel, Antal, HelaKronor, Invanare, Kronor, KronorPerInvanare, KronorPerValuta, Valuta, Veckor,
    Vikt,
};
pub use value::{Quantity, Unit, Value};
