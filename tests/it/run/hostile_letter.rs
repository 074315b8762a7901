//! The decision's workbook with hostile text in every cell that takes text, but the payees' numbers and
//! the regions' names.

use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK, sheet};
use statsbidrag::workbook::schema::{Field, Kind, Layout};
use statsbidrag::workbook::{CellValue, Fill, scaffold};

use crate::data_2024::{AR, content, csv, regleringsbrev};
use crate::run::hostile::{Avtalen, Hostile};
use crate::run::text;

/// The workbook's name.
pub(crate) const FILE: &str = WORKBOOK.file;

/// The sheets of rows, and the fixtures they stand in.
const LISTS: [(&str, &str); 6] = [
    (sheet::KOPIOR, "kopior"),
    (sheet::UNDERTECKNARE, "undertecknare"),
    (sheet::AVTAL, "avtal"),
    (sheet::ANSLAGSPOSTER, "anslagsposter"),
    (sheet::JUSTERINGAR, "justeringsrader"),
    (sheet::MEDEL, "medel"),
];

/// What names a decision in the sheet Avtal.
const CALLED: [&str; 2] = ["regeringsbeslut", "diarienummer"];

/// The workbook; `avtalen` is what läkemedelsförmånerna's calls the agreements.
pub(crate) fn book(fresh: &mut Hostile, printed: &mut Vec<String>, avtalen: &Avtalen) -> Vec<u8> {
    let mut fill = regleringsbrev::fill_without(&LISTS.map(|(page, _)| page));
    for page in WORKBOOK.sheets {
        let Layout::Items(field) = page.layout else { continue };
        for field in field.iter().filter(|field| matches!(field.kind, Kind::Text { .. })) {
            let value = fresh.next();
            fill.item(page.name, field.id, text(&value), fresh.filled_from());
            printed.push(value);
        }
    }
    let day = CellValue::Datum("2023-12-21".parse().expect("a date"));
    fill.item(sheet::DOKUMENT, "andrar_datum", day, fresh.filled_from());
    for (page, file) in LISTS {
        list(&mut fill, fresh, printed, (page, file, avtalen));
    }
    scaffold(&WORKBOOK, AR, &fill).expect("a workbook")
}

fn list(
    fill: &mut Fill,
    fresh: &mut Hostile,
    printed: &mut Vec<String>,
    (page, file, [avtalet, _]): (&str, &str, &Avtalen),
) {
    let fields = WORKBOOK.sheet(page).field();
    for row in csv(&format!("regleringsbrev-{AR}-{file}.csv")) {
        let last_year = row.get("avtalsar").is_some_and(|year| *year != AR.to_string());
        let mut hostil = |field: &Field| match field.id {
            "regeringsbeslut" => text(&avtalet[0]),
            "diarienummer" => text(&avtalet[1]),
            // Which deduction it is, and which settlement group, is a key.
            id if !["avdrag", "grupp"].contains(&id) && matches!(field.kind, Kind::Text { .. }) => {
                printed.push(fresh.next());
                text(&printed[printed.len() - 1])
            }
            id => content(field, &row[id]),
        };
        // Which decision last year's was, läkemedelsförmånerna's workbook says.
        let said = |field: &&Field| !(last_year && CALLED.contains(&field.id));
        let there = |field: &&Field| field.id != "grupp" || !row["grupp"].is_empty();
        let values: Vec<_> = fields
            .iter()
            .filter(said)
            .filter(there)
            .map(|field| (field.id, hostil(field)))
            .collect();
        fill.row(page, values);
    }
    // What a key rests on is what the next column does, if there is one.
    let own = if fields.len() > 1 { &fields[1..] } else { fields };
    for field in own {
        fill.filled_from(page, field.id, fresh.filled_from());
    }
}
