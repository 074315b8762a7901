//! From the workbook's cells to the figures the rules start from: every leaf gets its name here, and
//! texts become facts of the report. Reads cells and checks what one sheet says against itself; the
//! rules never see a cell.

mod avdrag;
mod avrakning;
mod behov;
mod dagar;
mod delar;
mod foregaende;
mod lists;
mod manadsplan;
mod named;
mod residual;
mod trappa;

use super::rules::AVTAL;
use super::schema::{self, sheets};
use super::{ID, messages as say};
use crate::allocation::Residual;
use crate::archive::Archive;
use crate::contract::{ForegaendeAvdrag, lakemedel as contract};
use crate::figure::{Figure, Sourced};
use crate::grants::Reader;
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::{Andel, Antal, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Book;

pub use avdrag::Avdrag;
pub use delar::{Delar, Grupp, Komponent};
pub use manadsplan::Manadsplan;

/// The field that dates the forecast of återbäring.
const FORECAST: &str = "prognos_tlv";

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The grant year.
    pub ar: i32,
    /// The agreement.
    pub avtal: Avtal,
    /// Population 31 August the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The need model: groups with price tags, its outcome, or both.
    pub behov: Behov,
    /// Costs of the solidarity drugs.
    pub kostnad: PerRegion<Figure<HelaKronor>>,
    /// The ladder.
    pub trappa: Trappa,
    /// The year before.
    pub foregaende: Foregaende,
    /// How many months after the cost the grant is paid.
    pub efterslap: Figure<Antal>,
    /// What is paid for each month, if that is no twelfth.
    pub plan: Option<Manadsplan>,
    /// When the year is settled.
    pub avrakning: Avrakning,
}

/// When the year is settled: months of the year after, 1–12.
#[derive(Clone, Debug)]
pub struct Avrakning {
    /// Profit and loss are found.
    pub avraknas: Sourced<u32>,
    /// The payment that profit and loss adjust.
    pub regleras: Sourced<u32>,
}

/// The agreement's amounts and terms.
#[derive(Clone, Debug)]
pub struct Avtal {
    /// What it pays for, part by part, and how that is settled.
    pub delar: Delar,
    /// The other purposes' amounts, kr.
    pub ovrigt: Vec<Figure<Kronor>>,
    /// What they are for, with the cells that say so.
    pub ovriga_andamal: Vec<Sourced<String>>,
    /// The total net grant as the agreement states it, kr; only to check the rows by.
    pub totalt_kontroll: Option<Figure<Kronor>>,
    /// How exactly that is stated, kr; to the krona where nothing is said.
    pub totalt_noggrannhet: Option<Figure<Kronor>>,
    /// What is deducted before payment.
    pub avdrag: Vec<Avdrag>,
    /// How much a deduction agreed in kronor may differ from its amount at the rate, kr.
    pub avdrag_tolerans: Option<Figure<HelaKronor>>,
    /// What is paid out to the regions as the agreement states it, kr; only to check the rows by.
    pub utbetalas_kontroll: Option<Figure<HelaKronor>>,
    /// Who gets the kronor that rounding the grants leaves over.
    pub residual: Residual,
    /// The place, from 0, of the region that takes the residual, where the agreement names one.
    pub residual_region: Option<Figure<Antal>>,
}

/// Population per group of every region, and the price tags (kr/inv) in the groups' order.
pub type Groups = (PerRegion<Vec<Figure<Invanare>>>, Vec<Figure<KronorPerInvanare>>);

/// What the need model is computed from.
#[derive(Clone, Debug)]
pub struct Behov {
    /// Population per group, and the price tags in the groups' order.
    pub grupper: Option<Groups>,
    /// The outcome, computed elsewhere.
    pub utfall: Option<PerRegion<Figure<KronorPerInvanare>>>,
}

/// A step of the ladder; it begins at the mean if it has no `fran`.
#[derive(Clone, Debug)]
pub struct Steg {
    /// The cost where it begins, kr/inv.
    pub fran: Option<Figure<KronorPerInvanare>>,
    /// The share of the cost on the step that is compensated.
    pub andel: Figure<Andel>,
}

/// The ladder that compensates the solidarity drugs.
#[derive(Clone, Debug)]
pub struct Trappa {
    /// Its steps, one at least, the first from the mean.
    pub steg: Vec<Steg>,
    /// The cost from which a region is compensated at all, kr/inv, where there is such a condition.
    pub troskel: Option<Figure<KronorPerInvanare>>,
}

/// The year before.
#[derive(Clone, Debug)]
pub struct Foregaende {
    /// The population last year's grant was computed on: 31 August two years before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The need model's outcome, unrounded, kr/inv.
    pub behovsmodell: PerRegion<Figure<KronorPerInvanare>>,
    /// Compensation less financing, unrounded, kr/inv.
    pub solidariskt_netto: PerRegion<Figure<KronorPerInvanare>>,
    /// The published grant, kr.
    pub statsbidrag: PerRegion<Figure<HelaKronor>>,
    /// What the agreement paid for, part by part, and how that is settled.
    pub delar: Delar,
    /// The country's cost of the solidarity drugs, kr.
    pub kostnad: Figure<HelaKronor>,
    /// The equal deduction, unrounded, kr/inv, without sign.
    pub finansiering: Figure<KronorPerInvanare>,
    /// The ladder.
    pub trappa: Trappa,
    /// Who got the kronor that rounding the grants left over.
    pub residual: Residual,
    /// What was paid for each month, if that was no twelfth.
    pub plan: Option<Manadsplan>,
    /// The deductions, where all of them are known.
    pub avdrag: Option<Vec<ForegaendeAvdrag>>,
}

/// Reads everything; `None` if something was missing or wrong, which then stands in `problems` (or
/// was put there when the workbook was read).
pub fn read(
    book: &Book,
    archive: &Archive,
    report: &mut Report,
    problems: &mut Problems,
) -> Option<Inputs> {
    let reader = &mut Reader::new((ID, &schema::WORKBOOK), book, report, problems);
    reader.state_items();
    lists::state(reader);
    name_the_agreement(reader);
    dagar::state(reader);
    // Everything is read before anything is given up, so that every sheet is checked.
    let avtal = avtal(reader);
    let befolkning = reader.column(sheets::BEFOLKNING, &contract::BEFOLKNING);
    let behov = behov::read(reader);
    let kostnad = reader.column(sheets::SOLIDARISKA, &contract::SOLIDARISK_KOSTNAD);
    let trappa = trappa::read(reader, &trappa::ARETS);
    let foregaende = foregaende::read(reader, archive);
    let efterslap = reader.figure(sheets::OVERENSKOMMELSE, &contract::EFTERSLAP);
    // Only regleringsbrevet, which pays of both years, asks for last year's.
    reader.figure(sheets::FOREGAENDE_RIKET, &contract::FOREGAENDE_EFTERSLAP);
    let plan = manadsplan::read(reader, &manadsplan::ARETS);
    let avrakning = avrakning::read(reader);
    Some(Inputs {
        ar: book.year,
        avtal: avtal?,
        befolkning: befolkning?,
        behov: behov?,
        kostnad: kostnad?,
        trappa: trappa?,
        foregaende: foregaende?,
        efterslap: efterslap?,
        plan: plan?,
        avrakning: avrakning?,
    })
}

/// The rules come from the agreement of the year, as the workbook names it.
fn name_the_agreement(reader: &mut Reader<'_>) {
    let text = |id| reader.book.text(sheets::DOKUMENT, id).map(|read| read.value);
    let datum = reader.book.date(sheets::DOKUMENT, "avtal_godkant_regeringen");
    let beslut = text("avtal_regeringsbeslut").zip(text("avtal_diarienummer"));
    if let Some(((beslut, diarienummer), datum)) = beslut.zip(datum) {
        let (ar, datum) = (reader.year(), datum.value);
        let text = format!("{AVTAL} {ar}, regeringsbeslut {beslut} {datum} ({diarienummer})");
        reader.report.trace.name_source(AVTAL, text);
    }
}

fn avtal(reader: &mut Reader<'_>) -> Option<Avtal> {
    let sida = sheets::OVERENSKOMMELSE;
    let aterbaring_andel = reader.figure(sida, &contract::ATERBARING_ANDEL);
    let aterbaring = reader.figure(sida, &contract::ATERBARING);
    let delar = delar::read(reader, &delar::ARETS, aterbaring);
    let ovrigt = ovrigt(reader);
    let totalt_kontroll = reader.figure(sida, &contract::TOTALT_KONTROLL);
    let totalt_noggrannhet = reader.figure(sida, &contract::TOTALT_NOGGRANNHET);
    let avdrag = avdrag::read(reader);
    let avdrag_tolerans = reader.figure(sida, &contract::AVDRAG_TOLERANS);
    let utbetalas_kontroll = reader.figure(sida, &contract::UTBETALAS_KONTROLL);
    let (residual, taker) = residual::read(reader, sida, "residual", "residual_region")?;
    let residual_region =
        taker.map(|taker| reader.calculation().leaf(&contract::RESIDUAL_PLATS, taker));
    let (ovrigt, ovriga_andamal) = ovrigt?.into_iter().unzip();
    // Printed, but no rule computes with it.
    aterbaring_andel?;
    let delar = delar?;
    forecast_is_dated(reader, &delar);
    Some(Avtal {
        delar,
        ovrigt,
        ovriga_andamal,
        totalt_kontroll,
        totalt_noggrannhet,
        avdrag: avdrag?,
        avdrag_tolerans,
        utbetalas_kontroll,
        residual,
        residual_region,
    })
}

/// That the forecast of återbäring has a date, where any is subtracted: the circular names it.
fn forecast_is_dated(reader: &mut Reader<'_>, delar: &Delar) {
    let subtracted = delar.komponenter.iter().any(|del| del.rad.aterbaring);
    let is_dated = reader.book.date(sheets::DOKUMENT, FORECAST).is_some();
    let place = Location::field(schema::WORKBOOK.file, sheets::DOKUMENT, FORECAST);
    // A date that cannot be read has been said to be none.
    let cell = reader.book.cell_of(&place);
    let is_unread = reader.problems.iter().any(|problem| Some(&problem.location) == cell.as_ref());
    if subtracted && delar.aterbaring.value != Kronor::zero() && !is_dated && !is_unread {
        let problem = Problem::new(Code::I06, place, say::forecast_without_date());
        reader.problems.add(problem.expected(say::day_of_forecast()));
    }
}

/// The other purposes: what each comes to, and what it is for.
fn ovrigt(reader: &mut Reader<'_>) -> Option<Vec<(Figure<Kronor>, Sourced<String>)>> {
    let page = sheets::OVRIGT;
    let rows = (1_u32..).zip(reader.book.rows(page)).map(|(number, row)| {
        let belopp = reader.row_figure(page, row, "belopp", &contract::OVRIGT_RAD.at(number));
        belopp.zip(row.text("andamal"))
    });
    rows.collect::<Vec<_>>().into_iter().collect()
}
