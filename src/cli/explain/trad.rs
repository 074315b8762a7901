//! A figure and everything below it as a tree of lines. Each figure is shown in full once.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::figure::{FigureId, Node, Origin, Trace, formula};
use crate::quantity::{Exakt, Unit, Value};
use crate::report::spar;
use crate::svenska;

/// How many decimals an unrounded value is shown with.
const DECIMALER: u32 = 6;

/// The explanation of a figure, so many steps down.
pub(super) fn text(trace: &Trace, id: FigureId, djup: usize) -> String {
    let mut trad = Trad { trace, visade: Vec::new(), sedda: BTreeSet::new(), ut: String::new() };
    trad.rad(id, ("", ""), djup);
    let mut ut = trad.ut;
    if !trad.visade.is_empty() {
        ut.push_str("\nRegler\n");
    }
    for regel in spar::regler(trace, trad.visade) {
        // Writing to a String cannot fail.
        let _ = writeln!(ut, "  {}\n    {}", regel.id, regel.text);
        for formel in regel.formler {
            let _ = writeln!(ut, "    Formel: {formel}");
        }
        let _ = writeln!(ut, "    Källa: {}", regel.kalla);
    }
    let celler = trace.leaves([id]).len();
    let antal = svenska::tal(&Exakt::from(i64::try_from(celler).unwrap_or(i64::MAX)), 0);
    let ord = if celler == 1 { "cell" } else { "celler" };
    let _ = writeln!(ut, "\nOmräknad från {antal} {ord}: samma värde.");
    ut
}

struct Trad<'a> {
    trace: &'a Trace,
    /// The derived figures shown, in that order.
    visade: Vec<FigureId>,
    sedda: BTreeSet<FigureId>,
    ut: String,
}

impl Trad<'_> {
    /// A figure's line and, below it, what it was derived from. `gren` stands before its own line,
    /// `under` before those below.
    fn rad(&mut self, id: FigureId, (gren, under): (&str, &str), djup: usize) {
        let node = self.trace.node(id);
        let _ = write!(self.ut, "{gren}{} = {}", node.name, varde(node));
        match &node.origin {
            Origin::Cell(cell) => {
                let underlag = &cell.underlag;
                let per = underlag.per_datum.map(|dag| format!(", per {dag}")).unwrap_or_default();
                let _ = writeln!(
                    self.ut,
                    "  ← {} ({}{per}; {})",
                    cell.location,
                    underlag.kalla,
                    node.status.namn()
                );
            }
            Origin::Rule { rule, expr } => {
                let _ = write!(self.ut, "  [{}; {}]", rule.id, node.status.namn());
                if !self.sedda.insert(id) {
                    self.ut.push_str(" (visas ovan)\n");
                    return;
                }
                self.visade.push(id);
                let djupare = djup.checked_sub(1);
                self.ut.push_str(if djupare.is_some() { "\n" } else { " …\n" });
                if gren.is_empty() {
                    let formel = formula::formula(self.trace, expr);
                    let _ = writeln!(self.ut, "= {formel}");
                }
                if let Some(djup) = djupare {
                    self.barn(&self.trace.operands(id), under, djup);
                }
            }
        }
    }

    fn barn(&mut self, inputs: &[FigureId], under: &str, djup: usize) {
        let sista = inputs.len().saturating_sub(1);
        for (plats, id) in inputs.iter().enumerate() {
            let (gren, streck) =
                if plats == sista { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let (gren, under) = (format!("{under}{gren}"), format!("{under}{streck}"));
            self.rad(*id, (&gren, &under), djup);
        }
    }
}

/// The value with its unit; `≈` where the decimals shown are not all there are.
fn varde(node: &Node) -> String {
    let exakt = match &node.value {
        Value::Datum(dag) => return dag.to_string(),
        Value::Heltal(heltal) => Exakt::from(*heltal),
        Value::Exakt(exakt) => exakt.clone(),
    };
    let visad = svenska::kort_tal(&exakt, DECIMALER);
    let skala = Exakt::from(10_i64.pow(DECIMALER));
    let hel = (&exakt * &skala).heltal().is_some();
    let ungefar = if hel { "" } else { "≈ " };
    match node.unit {
        // A year is a count too, but is not written with a space in it.
        Unit::Antal => format!("{ungefar}{}", visad.replace(svenska::HART_MELLANRUM, "")),
        Unit::Andel => format!("{ungefar}{visad}"),
        unit => format!("{ungefar}{visad} {}", unit.name()),
    }
}
