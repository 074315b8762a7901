//! From the workbook's cells to the figures the rules start from: every leaf gets its name here, and
//! texts become facts of the report. Reads cells; what they say together is `kontroll`'s to judge.

mod avstamning;
mod evidence;
mod lakemedel;
mod lists;
mod sources;

use std::collections::BTreeMap;

use super::justering::{Grupp, Justering};
use super::schema::{WORKBOOK, sheet};
use crate::allocation::Residual;
use crate::calendar::{Month, PaymentDay};
use crate::contract::regleringsbrev as contract;
use crate::figure::{CellRef, Figure, Sourced};
use crate::grants::Reader;
use crate::problem::Problems;
use crate::quantity::{Andel, Antal, HelaKronor, Kronor};
use crate::region::{PerRegion, Region};
use crate::report::Report;
use crate::workbook::Book;

pub use avstamning::{Avstamning, Utfall};
pub use lakemedel::{AvtaladKomponent, AvtalatGrupp, Avtalet, Key, Lakemedel};

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The budget year.
    pub ar: i32,
    /// The budget year, as a figure: the calendar depends on it.
    pub budgetar: Figure<Antal>,
    /// How the decision’s "första vardag" is read.
    pub betalningsdag: PaymentDay,
    /// The items of the appropriation, kr.
    pub anslagsposter: Vec<Figure<HelaKronor>>,
    /// The agreement years that are stated, as they stand.
    pub avtal: Vec<Avtalsar>,
    /// The annexes, as they stand.
    pub bilagor: Vec<Bilaga>,
    /// The adjustments that are to be made, as they stand.
    pub justeringar: Vec<Justeringsrad>,
    /// What the adjustments are, or are computed from.
    pub evidence: Evidence,
    /// The settlement of last year's profit or loss, if there is one.
    pub avstamning: Option<Avstamning>,
    /// Payments that are meant to be zero or negative.
    pub medgivna: Vec<Medgivet>,
}

impl Inputs {
    /// Whether an agreement year's last payment takes the residual of its rounded months.
    #[must_use]
    pub fn placerar(&self, avtalsar: i32) -> bool {
        let mut avtal = self.avtal.iter();
        avtal.any(|avtal| avtal.ar.value == avtalsar && avtal.residual_placeras.value)
    }

    /// A month of the budget year, by its number.
    pub(super) fn month(&self, nummer: u32) -> Month {
        Month::new(self.ar, nummer)
            .unwrap_or_else(|| panic!("the reader lets only months 1–12 through, not {nummer}"))
    }
}

/// An agreement year that is paid.
#[derive(Clone, Debug)]
pub struct Avtalsar {
    /// The year.
    pub ar: Sourced<i32>,
    /// The government's decision: `II:2`.
    pub regeringsbeslut: Sourced<String>,
    /// The decision's date.
    pub datum: Sourced<chrono::NaiveDate>,
    /// Its diarienummer.
    pub diarienummer: Sourced<String>,
    /// Whether its last payment takes the residual of the rounded months.
    pub residual_placeras: Sourced<bool>,
}

/// An annex: the months of the budget year it pays.
#[derive(Clone, Debug)]
pub struct Bilaga {
    /// Its number.
    pub nummer: Sourced<u32>,
    /// The first month, 1–12.
    pub first: Sourced<u32>,
    /// The last month, 1–12.
    pub last: Sourced<u32>,
}

impl Bilaga {
    /// Whether it pays a month, by its number.
    pub(super) fn betalar(&self, nummer: u32) -> bool {
        (self.first.value..=self.last.value).contains(&nummer)
    }
}

/// An adjustment that is to be made.
#[derive(Clone, Debug)]
pub struct Justeringsrad {
    /// Which kind.
    pub kind: Sourced<Justering>,
    /// Where its group is said, if it has one.
    pub grupp: Option<CellRef>,
    /// The number of the annex it is made in.
    pub bilaga: Sourced<u32>,
    /// The month that is adjusted, 1–12.
    pub manad: Sourced<u32>,
    /// Why.
    pub skal: Sourced<String>,
}

/// A column of whole kronor.
pub type HelaKolumn = PerRegion<Figure<HelaKronor>>;
/// A column of exact kronor.
pub type Column = PerRegion<Figure<Kronor>>;

/// What the adjustments are, or are computed from.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The state's share of the forecast återbäring, kr without sign.
    pub aterbaring_prognos_statens_andel: Option<HelaKolumn>,
    /// The settlement of deductions, kr.
    pub avdrag: Option<HelaKolumn>,
    /// Profit or loss of each group that has a column, kr.
    pub vinst_forlust: BTreeMap<Grupp, HelaKolumn>,
    /// Återbäring, final less forecast, all of it, kr.
    pub aterbaring_differens: Option<Column>,
    /// Återbäring, final, all of it, kr.
    pub aterbaring_slutlig: Option<Column>,
    /// Återbäring, forecast, all of it, kr.
    pub aterbaring_prognos: Option<Column>,
    /// Any other adjustment, kr.
    pub annan: Option<HelaKolumn>,
    /// The state's share of last year's återbäring.
    pub aterbaring_andel: Option<Figure<Andel>>,
    /// The deductions that are settled, if any are.
    pub reglering: Option<Reglering>,
}

/// The deductions that are settled, and who takes what rounding leaves over.
#[derive(Clone, Debug)]
pub struct Reglering {
    /// The deductions.
    pub avdrag: Vec<RegleratAvdrag>,
    /// Who takes the kronor that rounding the parts leaves over.
    pub residual: Residual,
    /// Where that is said.
    pub residual_cell: CellRef,
}

/// A deduction, preliminary and final.
#[derive(Clone, Debug)]
pub struct RegleratAvdrag {
    /// Its words.
    pub rad: contract::RegleratAvdrag,
    /// The cells of its words.
    pub cells: Vec<CellRef>,
    /// What was deducted, kr.
    pub preliminart: Figure<HelaKronor>,
    /// What it cost, kr.
    pub slutligt: Figure<HelaKronor>,
    /// Only a difference greater than this is settled, kr.
    pub grans: Figure<HelaKronor>,
}

/// A payment that is meant to be zero or negative.
#[derive(Clone, Debug)]
pub struct Medgivet {
    /// To whom.
    pub region: Sourced<Region>,
    /// In which month, 1–12.
    pub manad: Sourced<u32>,
    /// Why.
    pub skal: Sourced<String>,
}

/// Reads everything; `None` if something was missing or wrong, which then stands in `problems` (or
/// was put there when the workbook was read).
pub fn read(book: &Book, report: &mut Report, problems: &mut Problems) -> Option<Inputs> {
    let reader = &mut Reader::new((super::ID, &WORKBOOK), book, report, problems);
    reader.state_items();
    lists::people(reader);
    // Everything is read before anything is given up, so that every sheet is checked.
    let budgetar = reader.figure(sheet::DOKUMENT, &contract::BUDGETAR);
    let utgiftsomrade = reader.figure(sheet::DOKUMENT, &contract::UTGIFTSOMRADE_NUMMER);
    let betalningsdag = reader.choice(sheet::DOKUMENT, "betalningsdag", &PaymentDay::OPTIONS);
    let anslagsposter = lists::anslagsposter(reader);
    let avtal = lists::avtal(reader);
    sources::name(reader, avtal.as_deref().unwrap_or_default());
    let bilagor = lists::bilagor(book);
    let justeringar = lists::justeringar(reader);
    let evidence = evidence::read(reader);
    let avstamning = avstamning::read(reader);
    let medgivna = lists::medgivna(reader);
    let mottagare = lists::betalningsmottagare(reader);
    let medel = lists::medel(reader);
    // Printed, but no rule computes with it.
    utgiftsomrade?;
    mottagare.and(medel)?;
    Some(Inputs {
        ar: book.year,
        budgetar: budgetar?,
        betalningsdag: betalningsdag?,
        anslagsposter: anslagsposter?,
        avtal: avtal?,
        bilagor: bilagor?,
        justeringar: justeringar?,
        evidence: evidence?,
        avstamning: avstamning?,
        medgivna: medgivna?,
    })
}
