//! The calculations of a run as workbooks that compute them: which there are, and what each is of.

use crate::documents;
use crate::figure::FigureId;
use crate::grants::{GRANTS, Grant};
use crate::live::{self, Calculation, Plan};
use crate::output::Files;
use crate::pipeline::Computed;
use crate::problem::Problems;

/// A workbook for each calculation, by its file's name.
///
/// # Errors
/// What does not go into a workbook.
pub fn calculations(computed: &Computed, run: &str) -> Result<Files, Problems> {
    let mut files = Files::new();
    of_each(computed, run, |file, calculation| {
        files.insert(file.to_owned(), live::workbook(file, calculation)?);
        Ok(())
    })?;
    Ok(files)
}

/// Where a figure stands: the figure, the sheet, and the cell's row and column from 0.
pub type CellOf = (String, String, u32, u16);

/// Where each figure stands in each of those workbooks, by the names of their files.
#[must_use]
pub fn calculation_cells(computed: &Computed) -> Vec<(String, Vec<CellOf>)> {
    let mut all = Vec::new();
    let told = of_each(computed, "", |file, calculation| {
        let plan = Plan::of(calculation);
        let figures = plan
            .figures()
            .map(|(figure, sheet, at)| (figure.to_owned(), sheet.to_owned(), at.row, at.column));
        all.push((file.to_owned(), figures.collect()));
        Ok(())
    });
    debug_assert!(told.is_ok(), "nothing was written");
    all
}

/// Calls `make` with each calculation and the name of its file.
fn of_each(
    computed: &Computed,
    run: &str,
    mut make: impl FnMut(&str, &Calculation<'_>) -> Result<(), Problems>,
) -> Result<(), Problems> {
    let names = documents::other_recipients(&computed.report, computed.year);
    let steps: Vec<_> = GRANTS.iter().flat_map(|grant| grant.steps).copied().collect();
    for (grant, name) in &computed.calculated {
        let roots = roots(computed, grant, name);
        if roots.is_empty() {
            continue;
        }
        let of = if name.is_empty() { String::new() } else { format!("-{name}") };
        let called = if name.is_empty() { String::new() } else { format!(" ({name})") };
        let calculation = Calculation {
            trace: &computed.report.trace,
            title: format!("{}{called} {}", grant.name, computed.year),
            year: computed.year,
            run,
            roots,
            steps: steps.clone(),
            changeable: &computed.changeable,
            names: &names,
        };
        make(&format!("berakning-{}{of}.xlsx", grant.id), &calculation)?;
    }
    Ok(())
}

/// The figures of a grant, or of the one of its workbooks that is called so.
fn roots(computed: &Computed, grant: &Grant, name: &str) -> Vec<FigureId> {
    let own = |figure: &str| {
        let mut parts = figure.splitn(4, '.');
        let is_of_it = parts.next() == Some(grant.id);
        let figure = parts.nth(2).unwrap_or_default();
        is_of_it && (name.is_empty() || figure.split('.').next() == Some(name))
    };
    let trace = &computed.report.trace;
    trace.iter().filter(|(_, node)| own(&node.name)).map(|(id, _)| id).collect()
}
