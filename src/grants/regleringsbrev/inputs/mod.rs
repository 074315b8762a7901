//! From the workbook's cells to the figures the rules start from: every leaf gets its name here, and
//! texts become facts of the report. Reads cells; what they say together is `kontroll`'s to judge.

mod avstamning;
mod lakemedel;
mod listor;
mod underlag;

use super::justering::Justering;
use super::schema::{ARBETSBOK, blad};
use crate::allocation::Residual;
use crate::calendar::{Betalningsdag, Manad};
use crate::contract::regleringsbrev as contract;
use crate::figure::{CellRef, Cellvarde, Figure};
use crate::grants::Reader;
use crate::problem::Problems;
use crate::quantity::{Andel, Antal, HelaKronor, Kronor};
use crate::region::{PerRegion, Region};
use crate::report::Report;
use crate::workbook::Bok;

pub use avstamning::{Avrakning, Avstamning, Nyckel};
pub use lakemedel::Lakemedel;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Indata {
    /// The budget year.
    pub ar: i32,
    /// The budget year, as a figure: the calendar hangs on it.
    pub budgetar: Figure<Antal>,
    /// How the decision’s "första vardag" is read.
    pub betalningsdag: Betalningsdag,
    /// The items of the appropriation, kr.
    pub anslagsposter: Vec<Figure<HelaKronor>>,
    /// The agreement years that are stated, as they stand.
    pub avtal: Vec<Avtalsar>,
    /// The annexes, as they stand.
    pub bilagor: Vec<Bilaga>,
    /// The adjustments that are to be made, as they stand.
    pub justeringar: Vec<Justeringsrad>,
    /// What the adjustments are, or are computed from.
    pub underlag: Underlag,
    /// The settlement of last year's profit or loss, if there is one.
    pub avstamning: Option<Avstamning>,
    /// Payments that are meant to be nought or negative.
    pub medgivna: Vec<Medgivet>,
}

impl Indata {
    /// Whether an agreement year's last payment takes the residual of its rounded months.
    #[must_use]
    pub fn placerar(&self, avtalsar: i32) -> bool {
        let mut avtal = self.avtal.iter();
        avtal.any(|avtal| avtal.ar.value == avtalsar && avtal.residual_placeras.value)
    }

    /// A month of the budget year, by its number.
    pub(super) fn manad(&self, nummer: u32) -> Manad {
        Manad::ny(self.ar, nummer)
            .unwrap_or_else(|| panic!("the reader lets only months 1–12 through, not {nummer}"))
    }
}

/// An agreement year that is paid.
#[derive(Clone, Debug)]
pub struct Avtalsar {
    /// The year.
    pub ar: Cellvarde<i32>,
    /// The government's decision: `II:2`.
    pub regeringsbeslut: Cellvarde<String>,
    /// The decision's date.
    pub datum: Cellvarde<chrono::NaiveDate>,
    /// Its diarienummer.
    pub diarienummer: Cellvarde<String>,
    /// Whether its last payment takes the residual of the rounded months.
    pub residual_placeras: Cellvarde<bool>,
}

/// An annex: the months of the budget year it pays.
#[derive(Clone, Debug)]
pub struct Bilaga {
    /// Its number.
    pub nummer: Cellvarde<u32>,
    /// The first month, 1–12.
    pub forsta: Cellvarde<u32>,
    /// The last month, 1–12.
    pub sista: Cellvarde<u32>,
}

impl Bilaga {
    /// Whether it pays a month, by its number.
    pub(super) fn betalar(&self, nummer: u32) -> bool {
        (self.forsta.value..=self.sista.value).contains(&nummer)
    }
}

/// An adjustment that is to be made.
#[derive(Clone, Debug)]
pub struct Justeringsrad {
    /// Which kind.
    pub slag: Cellvarde<Justering>,
    /// The number of the annex it is made in.
    pub bilaga: Cellvarde<u32>,
    /// The month that is adjusted, 1–12.
    pub manad: Cellvarde<u32>,
    /// Why.
    pub skal: Cellvarde<String>,
}

/// A column of whole kronor.
pub type HelaKolumn = PerRegion<Figure<HelaKronor>>;
/// A column of exact kronor.
pub type Kolumn = PerRegion<Figure<Kronor>>;

/// What the adjustments are, or are computed from.
#[derive(Clone, Debug, Default)]
pub struct Underlag {
    /// The state's share of the forecast återbäring, kr without sign.
    pub aterbaring_prognos_statens_andel: Option<HelaKolumn>,
    /// IHSI's correction, kr.
    pub ihsi: Option<HelaKolumn>,
    /// Profit or loss on läkemedelsförmånen, kr.
    pub vinst_forlust_formanen: Option<HelaKolumn>,
    /// Profit or loss on hepatit C, kr.
    pub vinst_forlust_hepatit_c: Option<HelaKolumn>,
    /// Profit or loss on both together, kr.
    pub vinst_forlust_tillsammans: Option<HelaKolumn>,
    /// Återbäring, final less forecast, all of it, kr.
    pub aterbaring_differens: Option<Kolumn>,
    /// Återbäring, final, all of it, kr.
    pub aterbaring_slutlig: Option<Kolumn>,
    /// Återbäring, forecast, all of it, kr.
    pub aterbaring_prognos: Option<Kolumn>,
    /// Any other adjustment, kr.
    pub annan: Option<HelaKolumn>,
    /// The state's share of last year's återbäring.
    pub aterbaring_andel: Option<Figure<Andel>>,
    /// IHSI's fee, preliminary and final, and what decides whether the difference is settled.
    pub ihsi_avgift: Option<Ihsi>,
}

/// IHSI's fee, preliminary and final.
#[derive(Clone, Debug)]
pub struct Ihsi {
    /// What was deducted, kr.
    pub preliminart: Figure<HelaKronor>,
    /// What it cost, kr.
    pub slutligt: Figure<HelaKronor>,
    /// Only a difference greater than this is settled, kr.
    pub grans: Figure<HelaKronor>,
    /// Who takes the kronor that rounding the shares leaves over.
    pub residual: Residual,
    /// Where that is said.
    pub residual_cell: CellRef,
}

/// A payment that is meant to be nought or negative.
#[derive(Clone, Debug)]
pub struct Medgivet {
    /// To whom.
    pub region: Cellvarde<Region>,
    /// In which month, 1–12.
    pub manad: Cellvarde<u32>,
    /// Why.
    pub skal: Cellvarde<String>,
}

/// Reads everything; `None` if something was missing or wrong, which then stands in `problems` (or
/// was put there when the workbook was read).
pub fn read(bok: &Bok, report: &mut Report, problems: &mut Problems) -> Option<Indata> {
    let reader = &mut Reader::new((super::ID, &ARBETSBOK), bok, report, problems);
    reader.state_items();
    listor::people(reader);
    // Everything is read before anything is given up, so that every sheet is checked.
    let budgetar = reader.figure(blad::DOKUMENT, &contract::BUDGETAR);
    let utgiftsomrade = reader.figure(blad::DOKUMENT, &contract::UTGIFTSOMRADE_NUMMER);
    let betalningsdag = reader.choice(blad::DOKUMENT, "betalningsdag", &Betalningsdag::VAL);
    let anslagsposter = listor::anslagsposter(reader);
    let avtal = listor::avtal(bok);
    let bilagor = listor::bilagor(bok);
    let justeringar = listor::justeringar(bok);
    let underlag = underlag::read(reader);
    let avstamning = avstamning::read(reader);
    let medgivna = listor::medgivna(reader);
    let mottagare = listor::betalningsmottagare(reader);
    let medel = listor::medel(reader);
    // Printed, but no rule computes with it.
    utgiftsomrade?;
    mottagare.and(medel)?;
    Some(Indata {
        ar: bok.ar,
        budgetar: budgetar?,
        betalningsdag: betalningsdag?,
        anslagsposter: anslagsposter?,
        avtal: avtal?,
        bilagor: bilagor?,
        justeringar: justeringar?,
        underlag: underlag?,
        avstamning: avstamning?,
        medgivna: medgivna?,
    })
}
