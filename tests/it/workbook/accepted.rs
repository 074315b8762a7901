//! What spreadsheet programs save and people type, and what it is read as.

use chrono::NaiveDate;
use statsbidrag::figure::Status;
use statsbidrag::problem::{Code, Severity};
use statsbidrag::quantity::Decimal;
use statsbidrag::region::Region;

use crate::workbook::book::{
    C, Sample, change, pack, part, parts, population, read_bytes, right_value, t,
};

fn integer(sample: &Sample) -> Vec<i64> {
    let (book, problems) = sample.read();
    assert_eq!(problems.to_string(), "");
    let values =
        book.expect("a workbook").region_integer("Befolkning", "folk").expect("all regions");
    values.values().iter().map(|value| value.value).collect()
}

fn expected() -> Vec<i64> {
    Region::all().map(population).collect()
}

#[test]
fn a_right_workbook_is_read_with_its_provenance() {
    let (book, problems) = right_value().read();
    assert_eq!(problems.to_string(), "");
    let book = book.expect("a workbook");
    assert_eq!(book.year, 2024);
    let skane = Region::by_code("skane").expect("a region");
    let values = book.region_integer("Befolkning", "folk").expect("all regions");
    let cell = &values.of(skane).cell;
    assert_eq!(cell.location.to_string(), "prov.xlsx › Befolkning › B16");
    assert_eq!(cell.evidence.item, "Befolkning");
    assert_eq!(cell.evidence.source, "SCB");
    assert_eq!(cell.evidence.status, Status::Preliminar);
    assert_eq!(cell.evidence.as_of, NaiveDate::from_ymd_opt(2023, 8, 31));
    assert_eq!(cell.evidence.confirmed_by.as_deref(), Some("ekonomichefen"));
    let amount = book.decimal("Dokument", "belopp").expect("an amount");
    assert_eq!(amount.value, Decimal::new(379_185, 1));
    assert_eq!(amount.cell.evidence.source, "Regeringsbeslut II:2");
    assert_eq!(
        book.date("Dokument", "datum").map(|value| value.value),
        NaiveDate::from_ymd_opt(2024, 4, 18)
    );
    assert_eq!(book.text("Dokument", "rest").map(|value| value.value).as_deref(), Some("half_up"));
    assert_eq!(book.integer("Dokument", "kontroll"), None);
    let free_columns = book.free_integers("Kostnader");
    assert_eq!(
        free_columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["Hiv", "Gauchers"]
    );
    assert_eq!(
        free_columns.first().map(|(_, values)| values.of(skane).cell.evidence.item.clone()),
        Some("Hiv".into())
    );
    let ladder = book.rows("Trappa");
    assert_eq!(
        ladder
            .iter()
            .filter_map(|row| row.integer("niva"))
            .map(|level| level.value)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(ladder.iter().filter_map(|row| row.decimal("fran")).count(), 1);
    assert!(!book.has("Prislappar") && book.rows("Prislappar").is_empty());
}

#[test]
fn numbers_typed_as_text_with_spaces_and_decimal_comma() {
    let mut sample = right_value();
    sample.insert("Befolkning", "B7", t("10 000")).insert("Befolkning", "B8", t("10\u{A0}007"));
    sample.insert("Befolkning", "B9", t(" 10\u{202F}014,0 ")).insert(
        "Befolkning",
        "C7",
        t("\u{2212}1,5"),
    );
    assert_eq!(integer(&sample), expected());
}

#[test]
fn spellings_of_regions_in_any_order() {
    let mut sample = right_value();
    // Stockholm and Norrbotten change places; Sörmland and Västra Götaland by other names.
    sample.insert("Befolkning", "A7", t("Norrbottnen")).insert(
        "Befolkning",
        "A27",
        t("Stockholms län"),
    );
    sample.insert("Befolkning", "A9", t("Södermanland")).insert(
        "Befolkning",
        "A18",
        t("v:a  götaland"),
    );
    sample.insert("Befolkning", "A8", C::N(3.0));
    let mut expected = expected();
    expected.swap(0, 20);
    assert_eq!(integer(&sample), expected);
}

#[test]
fn columns_and_rows_about_them_in_any_order_and_headings_with_or_without_unit() {
    let mut sample = right_value();
    let worksheet = sample.worksheet("Befolkning");
    let cells = std::mem::take(&mut worksheet.cells);
    for ((row, column), cell) in cells {
        let column = match column {
            1 => 2,
            2 => 1,
            other => other,
        };
        let row = match row {
            1 => 3,
            3 => 1,
            other => other,
        };
        worksheet.cells.insert((row, column), cell);
    }
    sample
        .insert("Befolkning", "C6", t("befolkning"))
        .empty("Befolkning", "C28")
        .empty("Befolkning", "A28");
    assert_eq!(integer(&sample), expected());
}

#[test]
fn a_missing_optional_column_and_a_blank_row_between_regions() {
    let mut sample = right_value();
    let worksheet = sample.worksheet("Befolkning");
    worksheet.cells.retain(|(_, column), _| *column != 2);
    let cells = std::mem::take(&mut worksheet.cells);
    worksheet.cells = cells
        .into_iter()
        .map(|((row, column), cell)| ((if row > 15 { row + 1 } else { row }, column), cell))
        .collect();
    let (book, problems) = sample.read();
    assert_eq!(problems.to_string(), "");
    assert_eq!(book.expect("a workbook").region_decimal("Befolkning", "utfall"), None);
}

#[test]
fn percent_cells_are_what_they_show() {
    let mut sample = right_value();
    sample.insert("Trappa", "C7", C::Percent(0.85)).insert("Trappa", "C8", t("90 %"));
    let (book, problems) = sample.read();
    assert_eq!(problems.to_string(), "");
    let book = book.expect("a workbook");
    let shares: Vec<_> = book
        .rows("Trappa")
        .iter()
        .filter_map(|row| row.decimal("andel"))
        .map(|share| share.value)
        .collect();
    assert_eq!(shares, [Decimal::from(85), Decimal::from(90)]);
}

#[test]
fn own_sheets_are_named_and_not_read() {
    let mut sample = right_value();
    let copy = sample.worksheet("Dokument").clone();
    sample.sheet.push(("Mina anteckningar".into(), copy));
    let (book, problems) = sample.read();
    assert_eq!(problems.count(Severity::Error), 0);
    assert_eq!(
        problems.to_string(),
        "varning[I19] prov.xlsx › Mina anteckningar: bladet hör inte till mallen och läses inte\n\n"
    );
    assert_eq!(book.expect("a workbook").own_sheets, ["Mina anteckningar"]);
    assert!(problems.iter().all(|problem| problem.code == Code::I19));
}

#[test]
fn an_optional_sheet_that_is_not_filled_in_is_not_there() {
    let mut sample = right_value();
    let mut worksheet = sample.worksheet("Trappa").clone();
    worksheet.cells.retain(|(row, _), _| *row < 6);
    for (row, text) in (5..).zip(["Grupp", "0 år", "1–5 år", "6–18 år"]) {
        worksheet.cells.insert((row, 0), t(text));
    }
    worksheet.cells.insert((5, 1), t("Prislapp (kr/inv)"));
    worksheet.cells.remove(&(5, 2));
    worksheet.cells.retain(|(_, column), _| *column < 2);
    sample.sheet.push(("Prislappar".into(), worksheet));
    let (book, problems) = sample.read();
    assert_eq!(problems.to_string(), "");
    assert!(!book.expect("a workbook").has("Prislappar"));
}

/// Inline strings, dates as ISO text, formulas with text values, styled empty cells to the last row and
/// column, and parts in another order than the sheets.
#[test]
fn what_other_programs_save() {
    let bytes = right_value().bytes();
    let strings = shared(&bytes);
    let mut parts = parts(&bytes);
    for (name, content) in &mut parts {
        if !name.starts_with("xl/worksheets/sheet") {
            continue;
        }
        let mut text = String::from_utf8(content.clone()).expect("text");
        for (number, string) in strings.iter().enumerate() {
            let from = format!("t=\"s\"><v>{number}</v>");
            text = text.replace(
                &from,
                &format!("t=\"inlineStr\"><is><t xml:space=\"preserve\"> {string} </t></is>"),
            );
        }
        assert!(!text.contains("t=\"s\""));
        let at_last = "<row r=\"1048575\"><c r=\"A1048575\" s=\"1\"/><c r=\"XFD1048575\" s=\"1\"><v></v></c></row>\
                    <row r=\"1048576\" hidden=\"true\" ht=\"12.8\"/></sheetData>";
        *content = text.replace("</sheetData>", at_last).into_bytes();
    }
    // Reversed: the sheets before the workbook, the last sheet first.
    let bytes = pack(parts.iter().rev().map(|(name, part)| (name.as_str(), part.as_slice())));
    let bytes = change(&bytes, "xl/worksheets/sheet2.xml", |text| {
        let (before, after) = text.split_once("<v>45400</v></c>").expect("a date");
        let (before, _) = before.rsplit_once("<c ").expect("a cell");
        format!("{before}<c r=\"B6\" t=\"d\"><v>2024-04-18T00:00:00</v></c>{after}")
    });
    let (book, problems) = read_bytes(&bytes);
    assert_eq!(problems.to_string(), "");
    let book = book.expect("a workbook");
    assert_eq!(
        book.date("Dokument", "datum").map(|value| value.value),
        NaiveDate::from_ymd_opt(2024, 4, 18)
    );
    assert!(book.region_integer("Kostnader", "summa").is_some());
}

fn shared(bytes: &[u8]) -> Vec<String> {
    let text = part(bytes, "xl/sharedStrings.xml");
    text.split("<si><t>")
        .skip(1)
        .filter_map(|rest| rest.split("</t>").next())
        .map(str::to_owned)
        .collect()
}
