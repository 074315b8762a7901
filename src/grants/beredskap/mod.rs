//! Försörjningsberedskap för läkemedel: the agreements' money as a ledger (allocated, used, left, to
//! repay), and the goals for how long the regions' stocks last.
//!
//! The steps: [`inputs::read`] names the leaves; the rules follow in the order of [`rules`]; between
//! them stand the checks that only the whole can answer (has anyone used more than he has).

mod checks;
mod facts;
pub mod inputs;
pub(crate) mod messages;
pub mod rules;
pub mod schema;

use crate::contract::{Calculation, beredskap as contract};
use crate::grants::Grant;
use crate::problem::Problems;
use crate::report::Report;
use inputs::Inputs;
use rules::{andelar, liggare, listor, mal, tilldelning};

/// The grant's id.
pub const ID: &str = contract::GRANT;

/// The grant.
pub const GRANT: Grant = Grant {
    id: ID,
    name: "Försörjningsberedskap för läkemedel",
    workbook_file: &schema::WORKBOOK,
    steps: rules::STEG,
    needs: &[],
    after: &[],
    names: None,
    compute: |book, _arkiv, report, problems| {
        let indata = inputs::read(book, report, problems);
        // A failed step has said why.
        let computed = indata.and_then(|indata| compute_inputs(&indata, report, problems));
        inputs::own_paragraphs(book, report, problems, computed.is_some());
    },
};

/// Every step, until one cannot be taken; what that was stands in `problems`. Writes the figures and
/// facts to the report.
pub fn compute_inputs(indata: &Inputs, report: &mut Report, problems: &mut Problems) -> Option<()> {
    let avtal = &indata.avtal;
    let calc = &mut Calculation::new(&mut report.trace, indata.ar);
    let tilldelat = tilldelning::compute(calc, &indata.befolkning, avtal);
    checks::tilldelningen(problems, calc.trace, avtal, &tilldelat)?;
    let konton = liggare::compute(calc, avtal, &tilldelat);
    checks::anvandningen(problems, calc.trace, avtal, &tilldelat, &konton);
    let mut andelarna = Vec::new();
    for ((avtal, tilldelat), konto) in avtal.iter().zip(&tilldelat).zip(&konton) {
        if let Some(anvant) = &konto.anvant {
            let andelar = andelar::compute(calc, avtal.ar, tilldelat, anvant, &konto.kvar);
            andelarna.push((avtal.ar, andelar));
        }
    }
    mal::compute(calc, &indata.mal);
    listor::compute(calc, &indata.listor);
    facts::state(indata, &konton, &andelarna, report);
    Some(())
}
