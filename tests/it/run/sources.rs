//! What a rule comes from is the agreement or decision of the year that is computed.

use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::report::trace_file;

use crate::run::{filled_from, folder, report, text};

#[test]
fn a_rule_comes_from_the_agreement_that_the_workbook_names() {
    let folder = folder(|fill| {
        let page = sheets::DOKUMENT;
        fill.item(page, "avtal_diarienummer", text("S2023/03332"), filled_from());
    });
    let (report, _) = report(&folder);
    let rules = trace_file::rules(&report.trace, report.trace.iter().map(|(id, _)| id));
    let source = |id: &str| {
        let rule = rules.iter().find(|rule| rule.id == id);
        rule.unwrap_or_else(|| panic!("{id} is not used")).kalla.clone()
    };
    let agreement = "överenskommelsen om statens bidrag för läkemedelsförmånerna";
    assert_eq!(
        source("lakemedel.netto"),
        format!("{agreement} 2024, regeringsbeslut II:2 2023-12-20 (S2023/03332)")
    );
    assert_eq!(
        source("regleringsbrev.avdrag_skillnad"),
        format!("{agreement} 2023, regeringsbeslut II:6 2023-01-26 (S2023/00375)")
    );
    assert_eq!(
        source("regleringsbrev.utbetalning"),
        "regleringsbrev för budgetåret 2024, anslag 1:5, regeringsbeslut II:1 2024-04-18 (S2024/00851)"
    );
}
