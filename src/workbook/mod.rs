//! The only door to spreadsheets: from the bytes of an XLSX to checked, typed cells, and back to an
//! empty workbook for the user to fill in. Knows sheets and cells, no rule and no grant.
//!
//! ```text
//! bytes ─► vakt, delar ─► dolt + celler ─► lasa (tolka each cell) ─► Bok
//!          limits         a grid            headings, rows, sums
//! ```

mod arv;
mod beskrivning;
pub mod bok;
mod celler;
mod delar;
mod dolt;
mod flyttal;
pub mod intervall;
mod kind;
mod lasa;
mod measure;
mod package;
pub mod schema;
mod skriva;
pub mod tal;
pub mod tecken;
mod tolka;
mod vakt;
mod xml;

pub use arv::Forlaga;
pub use beskrivning::beskrivning;
pub use bok::{Bok, Innehall, Rad};
pub use lasa::las;
pub use skriva::{Belagg, Fyllning, Skrivfel, scaffold};
