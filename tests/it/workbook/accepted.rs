//! What spreadsheet programs save and people type, and what it is read as.

use chrono::NaiveDate;
use statsbidrag::figure::Status;
use statsbidrag::problem::{Code, Severity};
use statsbidrag::quantity::Decimal;
use statsbidrag::region::Region;

use crate::workbook::bok::{C, Prov, andra, del, delar, folk, las_bytes, packa, ratt, t};

fn heltal(prov: &Prov) -> Vec<i64> {
    let (bok, problems) = prov.las();
    assert_eq!(problems.to_string(), "");
    let varden = bok.expect("a workbook").region_heltal("Befolkning", "folk").expect("all regions");
    varden.varden().iter().map(|varde| varde.value).collect()
}

fn vantat() -> Vec<i64> {
    Region::alla().map(folk).collect()
}

#[test]
fn a_right_workbook_is_read_with_its_provenance() {
    let (bok, problems) = ratt().las();
    assert_eq!(problems.to_string(), "");
    let bok = bok.expect("a workbook");
    assert_eq!(bok.ar, 2024);
    let skane = Region::med_id("skane").expect("a region");
    let varden = bok.region_heltal("Befolkning", "folk").expect("all regions");
    let cell = &varden.i(skane).cell;
    assert_eq!(cell.location.to_string(), "prov.xlsx › Befolkning › B16");
    assert_eq!(cell.underlag.uppgift, "Befolkning");
    assert_eq!(cell.underlag.kalla, "SCB");
    assert_eq!(cell.underlag.status, Status::Preliminar);
    assert_eq!(cell.underlag.per_datum, NaiveDate::from_ymd_opt(2023, 8, 31));
    assert_eq!(cell.underlag.bekraftad_av.as_deref(), Some("ekonomichefen"));
    let belopp = bok.decimal("Dokument", "belopp").expect("an amount");
    assert_eq!(belopp.value, Decimal::new(379_185, 1));
    assert_eq!(belopp.cell.underlag.kalla, "Regeringsbeslut II:2");
    assert_eq!(
        bok.datum("Dokument", "datum").map(|varde| varde.value),
        NaiveDate::from_ymd_opt(2024, 4, 18)
    );
    assert_eq!(bok.text("Dokument", "rest").map(|varde| varde.value).as_deref(), Some("half_up"));
    assert_eq!(bok.heltal("Dokument", "kontroll"), None);
    let fria = bok.fria_heltal("Kostnader");
    assert_eq!(fria.iter().map(|(namn, _)| namn.as_str()).collect::<Vec<_>>(), ["Hiv", "Gauchers"]);
    assert_eq!(
        fria.first().map(|(_, varden)| varden.i(skane).cell.underlag.uppgift.clone()),
        Some("Hiv".into())
    );
    let trappa = bok.rader("Trappa");
    assert_eq!(
        trappa
            .iter()
            .filter_map(|rad| rad.heltal("niva"))
            .map(|niva| niva.value)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(trappa.iter().filter_map(|rad| rad.decimal("fran")).count(), 1);
    assert!(!bok.har("Prislappar") && bok.rader("Prislappar").is_empty());
}

#[test]
fn numbers_typed_as_text_with_spaces_and_decimal_comma() {
    let mut prov = ratt();
    prov.satt("Befolkning", "B7", t("10 000")).satt("Befolkning", "B8", t("10\u{A0}007"));
    prov.satt("Befolkning", "B9", t(" 10\u{202F}014,0 ")).satt(
        "Befolkning",
        "C7",
        t("\u{2212}1,5"),
    );
    assert_eq!(heltal(&prov), vantat());
}

#[test]
fn spellings_of_regions_in_any_order() {
    let mut prov = ratt();
    // Stockholm and Norrbotten change places; Sörmland and Västra Götaland by other names.
    prov.satt("Befolkning", "A7", t("Norrbottnen")).satt("Befolkning", "A27", t("Stockholms län"));
    prov.satt("Befolkning", "A9", t("Södermanland")).satt("Befolkning", "A18", t("v:a  götaland"));
    prov.satt("Befolkning", "A8", C::N(3.0));
    let mut vantat = vantat();
    vantat.swap(0, 20);
    assert_eq!(heltal(&prov), vantat);
}

#[test]
fn columns_and_rows_about_them_in_any_order_and_headings_with_or_without_unit() {
    let mut prov = ratt();
    let ark = prov.ark("Befolkning");
    let celler = std::mem::take(&mut ark.celler);
    for ((rad, kolumn), cell) in celler {
        let kolumn = match kolumn {
            1 => 2,
            2 => 1,
            annan => annan,
        };
        let rad = match rad {
            1 => 3,
            3 => 1,
            annan => annan,
        };
        ark.celler.insert((rad, kolumn), cell);
    }
    prov.satt("Befolkning", "C6", t("befolkning"))
        .tom("Befolkning", "C28")
        .tom("Befolkning", "A28");
    assert_eq!(heltal(&prov), vantat());
}

#[test]
fn a_missing_optional_column_and_a_blank_row_between_regions() {
    let mut prov = ratt();
    let ark = prov.ark("Befolkning");
    ark.celler.retain(|(_, kolumn), _| *kolumn != 2);
    let celler = std::mem::take(&mut ark.celler);
    ark.celler = celler
        .into_iter()
        .map(|((rad, kolumn), cell)| ((if rad > 15 { rad + 1 } else { rad }, kolumn), cell))
        .collect();
    let (bok, problems) = prov.las();
    assert_eq!(problems.to_string(), "");
    assert_eq!(bok.expect("a workbook").region_decimal("Befolkning", "utfall"), None);
}

#[test]
fn percent_cells_are_what_they_show() {
    let mut prov = ratt();
    prov.satt("Trappa", "C7", C::Procent(0.85)).satt("Trappa", "C8", t("90 %"));
    let (bok, problems) = prov.las();
    assert_eq!(problems.to_string(), "");
    let bok = bok.expect("a workbook");
    let andelar: Vec<_> = bok
        .rader("Trappa")
        .iter()
        .filter_map(|rad| rad.decimal("andel"))
        .map(|andel| andel.value)
        .collect();
    assert_eq!(andelar, [Decimal::from(85), Decimal::from(90)]);
}

#[test]
fn own_sheets_are_named_and_not_read() {
    let mut prov = ratt();
    let kopia = prov.ark("Dokument").clone();
    prov.blad.push(("Mina anteckningar".into(), kopia));
    let (bok, problems) = prov.las();
    assert_eq!(problems.count(Severity::Fel), 0);
    assert_eq!(
        problems.to_string(),
        "varning[I19] prov.xlsx › Mina anteckningar: bladet hör inte till mallen och läses inte\n\n"
    );
    assert_eq!(bok.expect("a workbook").egna_blad, ["Mina anteckningar"]);
    assert!(problems.iter().all(|problem| problem.code == Code::I19));
}

#[test]
fn an_optional_sheet_that_is_not_filled_in_is_not_there() {
    let mut prov = ratt();
    let mut ark = prov.ark("Trappa").clone();
    ark.celler.retain(|(rad, _), _| *rad < 6);
    for (rad, text) in (5..).zip(["Grupp", "0 år", "1–5 år", "6–18 år"]) {
        ark.celler.insert((rad, 0), t(text));
    }
    ark.celler.insert((5, 1), t("Prislapp (kr/inv)"));
    ark.celler.remove(&(5, 2));
    ark.celler.retain(|(_, kolumn), _| *kolumn < 2);
    prov.blad.push(("Prislappar".into(), ark));
    let (bok, problems) = prov.las();
    assert_eq!(problems.to_string(), "");
    assert!(!bok.expect("a workbook").har("Prislappar"));
}

/// Inline strings, dates as ISO text, formulas with text values, styled empty cells to the last row and
/// column, and parts in another order than the sheets.
#[test]
fn what_other_programs_save() {
    let bytes = ratt().bytes();
    let strangar = shared(&bytes);
    let mut delar = delar(&bytes);
    for (namn, innehall) in &mut delar {
        if !namn.starts_with("xl/worksheets/sheet") {
            continue;
        }
        let mut text = String::from_utf8(innehall.clone()).expect("text");
        for (nummer, strang) in strangar.iter().enumerate() {
            let fran = format!("t=\"s\"><v>{nummer}</v>");
            text = text.replace(
                &fran,
                &format!("t=\"inlineStr\"><is><t xml:space=\"preserve\"> {strang} </t></is>"),
            );
        }
        assert!(!text.contains("t=\"s\""));
        let sist = "<row r=\"1048575\"><c r=\"A1048575\" s=\"1\"/><c r=\"XFD1048575\" s=\"1\"><v></v></c></row>\
                    <row r=\"1048576\" hidden=\"true\" ht=\"12.8\"/></sheetData>";
        *innehall = text.replace("</sheetData>", sist).into_bytes();
    }
    // Reversed: the sheets before the workbook, the last sheet first.
    let bytes = packa(delar.iter().rev().map(|(namn, del)| (namn.as_str(), del.as_slice())));
    let bytes = andra(&bytes, "xl/worksheets/sheet2.xml", |text| {
        let (fore, efter) = text.split_once("<v>45400</v></c>").expect("a date");
        let (fore, _) = fore.rsplit_once("<c ").expect("a cell");
        format!("{fore}<c r=\"B6\" t=\"d\"><v>2024-04-18T00:00:00</v></c>{efter}")
    });
    let (bok, problems) = las_bytes(&bytes);
    assert_eq!(problems.to_string(), "");
    let bok = bok.expect("a workbook");
    assert_eq!(
        bok.datum("Dokument", "datum").map(|varde| varde.value),
        NaiveDate::from_ymd_opt(2024, 4, 18)
    );
    assert!(bok.region_heltal("Kostnader", "summa").is_some());
}

fn shared(bytes: &[u8]) -> Vec<String> {
    let text = del(bytes, "xl/sharedStrings.xml");
    text.split("<si><t>")
        .skip(1)
        .filter_map(|rest| rest.split("</t>").next())
        .map(str::to_owned)
        .collect()
}
