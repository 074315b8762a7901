//! How values and names of a comparison are written.

use super::calculation::Node;
use super::data::Uppgift;
use crate::contract::{beredskap, besked, beslut, lakemedel, regleringsbrev};
use crate::region::Region;
use crate::report::NumberFormat;

/// The whole country, by name and as figures are named.
pub(super) const COUNTRY: &str = "Riket";
pub(super) const COUNTRY_ID: &str = "riket";

/// Whose a figure is: a region's name, another recipient's code, the country's.
pub(super) fn whose(id: &str) -> String {
    let place = id.split('.').nth(2).unwrap_or_default();
    if place == COUNTRY_ID {
        return COUNTRY.to_owned();
    }
    let region = Region::all().find(|region| region.id() == place);
    region.map_or_else(|| place.to_owned(), |region| region.short_name().to_owned())
}

/// A value as it is written: a share in percent, everything with no more decimals than it needs.
pub(super) fn text(node: &Node) -> String {
    let format = match node.unit.as_str() {
        "andel" => NumberFormat::Percent(8),
        // A count may be a year.
        "antal" => NumberFormat::YearNumber,
        _ => NumberFormat::AtMost(8),
    };
    let text = format.text(&node.value);
    if node.unit == "andel" { format!("{text}\u{a0}%") } else { text }
}

/// What the rules of a grant are about, by the grant's name in figures.
pub(super) fn grant(id: &str) -> &str {
    match id {
        lakemedel::GRANT => "Läkemedelsförmånerna",
        regleringsbrev::GRANT => "Regleringsbrevet",
        beslut::GRANT => "Besluten om medel",
        besked::GRANT => "Beskedet om medel",
        beredskap::GRANT => "Försörjningsberedskapen",
        other => other,
    }
}

/// What a rule says, its policy for rounding in words.
pub(super) fn rule(text: &str) -> String {
    const WORDS: &str = "halva kronor bort från noll";
    let said = text.replace(&format!("half_up: {WORDS}"), WORDS);
    said.replace("(half_up)", &format!("({WORDS})"))
}

/// What stood in a cell and what stands there.
pub(super) fn change(one: &Uppgift) -> String {
    let Uppgift { vems, gammal, ny, .. } = one;
    let unit = one.unit().map(|unit| format!("\u{a0}{unit}")).unwrap_or_default();
    let uppgift = one.name();
    let whose = if vems == COUNTRY { String::new() } else { format!(", {vems}") };
    match (gammal, ny) {
        (Some(old), Some(new)) => {
            format!("{uppgift}{whose}: {}{unit} i stället för {}{unit}", new.text, old.text)
        }
        _ => format!("{uppgift}{whose}"),
    }
}
