//! Cells that hold something else than their field is for: one test per refusal, in full.

use statsbidrag::problem::Problems;

use crate::workbook::book::{C, errors, right_value, swap, t};

fn population(cell: C) -> String {
    let mut sample = right_value();
    sample.insert("Befolkning", "B14", cell).empty("Befolkning", "B28");
    sample.error()
}

const POPULATION: &str = "väntade: invånare, 1–20\u{A0}000\u{A0}000";

#[test]
fn text_for_a_number() {
    assert_eq!(
        population(t("12 3O4")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”12 3O4” är inte ett heltal\n  {POPULATION}\n  \
             hjälp:   bokstaven O står där en nolla väntas"
        )
    );
    assert_eq!(
        population(t("uppgift saknas")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”uppgift saknas” är inte ett heltal\n  {POPULATION}"
        )
    );
    assert_eq!(
        population(C::Bool),
        format!("fel[I07] prov.xlsx › Befolkning › B14: SANT är inte ett heltal\n  {POPULATION}")
    );
    assert_eq!(
        population(C::Datum("2024-04-18")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: datumet 2024-04-18 är inte ett heltal\n  {POPULATION}\n  \
             hjälp:   ändra cellens talformat från datum till tal och skriv värdet på nytt"
        )
    );
}

#[test]
fn a_decimal_point_or_mixed_separators() {
    assert_eq!(
        population(t("10.500")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”10.500” är inte ett heltal\n  {POPULATION}\n  \
             hjälp:   skriv decimalkomma (10,500) eller mellanrum mellan tusental (10 500)"
        )
    );
    assert_eq!(
        population(t("1.234,50")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”1.234,50” är inte ett heltal\n  {POPULATION}\n  \
             hjälp:   skriv decimalkomma, och skilj tusental med mellanrum: 12 345,67"
        )
    );
    assert_eq!(
        population(t("1 0500")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”1 0500” är inte ett heltal\n  {POPULATION}\n  \
             hjälp:   mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678"
        )
    );
}

#[test]
fn negative_or_fractional_people() {
    assert_eq!(
        population(C::N(-5.0)),
        format!("fel[I08] prov.xlsx › Befolkning › B14: \u{2212}5 är negativt\n  {POPULATION}")
    );
    assert_eq!(
        population(C::N(12.5)),
        format!("fel[I07] prov.xlsx › Befolkning › B14: 12,5 är inte ett heltal\n  {POPULATION}")
    );
    assert_eq!(
        population(C::Percent(0.125)),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: 12,5 % är ett procenttal\n  {POPULATION}\n  \
             hjälp:   ändra cellens talformat från procent till tal och skriv värdet på nytt"
        )
    );
}

#[test]
fn too_many_decimals() {
    let mut sample = right_value();
    sample.insert("Befolkning", "C14", C::N(1.123_456_789));
    assert_eq!(
        sample.error(),
        "fel[I08] prov.xlsx › Befolkning › C14: 1,123456789 har 9 decimaler\n  \
         väntade: kr/inv, \u{2212}10\u{A0}000 till 1\u{A0}000\u{A0}000, högst 8 decimaler\n  \
         hjälp:   avrunda värdet i cellen; att visa färre decimaler räcker inte"
    );
}

/// A number typed among formulas does not follow when what they rest on is changed.
#[test]
fn a_number_typed_among_formulas_is_asked_about() {
    let mut sample = right_value();
    let rows: Vec<_> = (7..=27).map(|row| format!("B{row}")).collect();
    for address in &rows {
        sample.insert("Befolkning", address, C::F("=1000+1", "1001"));
    }
    sample.insert("Befolkning", "B15", C::N(1_001.0)).empty("Befolkning", "B28");
    let said = sample.error();
    assert!(
        said.contains("varning[P09] prov.xlsx › Befolkning › B15: ett inskrivet tal"),
        "{said}"
    );
}

#[test]
fn error_cells_and_formulas_without_value() {
    let mut sample = right_value();
    sample.insert("Befolkning", "B14", C::F("=1/0", "#DIV/0!")).empty("Befolkning", "B28");
    assert_eq!(
        sample.error(),
        "fel[I09] prov.xlsx › Befolkning › B14: cellen innehåller felvärdet #DIVISION/0! (#DIV/0!)\n  \
         hjälp:   rätta formeln, eller skriv värdet i stället"
    );
    sample.insert("Befolkning", "B14", C::F("=1+1", "17"));
    let bytes = sample.bytes();
    let path = "xl/worksheets/sheet3.xml";
    let without = "fel[I10] prov.xlsx › Befolkning › B14: formeln har inget beräknat värde\n  \
                hjälp:   öppna arbetsboken i Excel eller LibreOffice, räkna om och spara";
    for empty_text in ["", "<v></v>", "<v/>"] {
        assert_eq!(errors(&swap(&bytes, path, "<v>17</v>", empty_text)), without, "{empty_text}");
    }
    // An error newer than the reader: calamine has no name for it.
    let fresh = swap(
        &bytes,
        path,
        "<c r=\"B14\"><f>1+1</f><v>17</v>",
        "<c r=\"B14\" t=\"e\"><f>1+1</f><v>#SPILL!</v>",
    );
    assert_eq!(
        errors(&fresh),
        "fel[I09] prov.xlsx › Befolkning › B14: cellen innehåller felvärdet ”#SPILL!”\n  \
         hjälp:   rätta formeln, eller skriv värdet i stället"
    );
    // A formula whose value is an empty text: the cell shows nothing, and is empty.
    let empty = swap(
        &bytes,
        path,
        "<c r=\"B14\"><f>1+1</f><v>17</v>",
        "<c r=\"B14\" t=\"str\"><f>\"\"</f><v></v>",
    );
    assert!(
        errors(&empty).starts_with(
            "fel[I06] prov.xlsx › Befolkning › B14: ”Befolkning” saknas för Gotland\n"
        )
    );
}

#[test]
fn empty_where_required_is_not_zero() {
    let mut sample = right_value();
    sample.empty("Befolkning", "B14").empty("Befolkning", "B28");
    sample.empty("Befolkning", "C9").empty("Dokument", "B5").empty("Trappa", "C8");
    assert_eq!(
        sample.error(),
        format!(
            "fel[I06] prov.xlsx › Befolkning › C9: ”Utfall” saknas för Sörmland\n  \
             väntade: kr/inv, \u{2212}10\u{A0}000 till 1\u{A0}000\u{A0}000, högst 8 decimaler\n  \
             hjälp:   kolumnen får lämnas tom, men då för alla regioner; skriv 0 om det är noll som menas\n\
             fel[I06] prov.xlsx › Befolkning › B14: ”Befolkning” saknas för Gotland\n  {POPULATION}\n\
             fel[I06] prov.xlsx › Dokument › B5: ”Rubrik” saknas\n  väntade: text, högst 40 tecken\n\
             fel[I06] prov.xlsx › Trappa › C8: ”Andel” saknas\n  väntade: %, 0–100, högst 2 decimaler\n  \
             hjälp:   skriv 0 om det är noll som menas"
        )
    );
}

#[test]
fn a_whole_column_that_is_empty_is_said_once() {
    let mut sample = right_value();
    sample.worksheet("Befolkning").cells.retain(|(row, column), _| *row < 6 || *column != 1);
    assert_eq!(
        sample.error(),
        format!(
            "fel[I06] prov.xlsx › Befolkning › B6: kolumnen ”Befolkning” är tom\n  {POPULATION}\n  \
             hjälp:   fyll i ett värde för varje region"
        )
    );
}

#[test]
fn control_and_bidirectional_characters() {
    let mut sample = right_value();
    sample.insert("Dokument", "B5", t("Cirkulär\u{202E}ralukriC"));
    sample.insert("Dokument", "D5", t("Käl\u{7}la")).insert("Befolkning", "B2", t("S\u{200B}CB"));
    sample.insert("Kostnader", "B6", t("H\u{2067}iv")).insert(
        "Befolkning",
        "B14",
        t("10\u{2060}056"),
    );
    sample.empty("Befolkning", "B28");
    let help = "\n  hjälp:   skriv om texten för hand i stället för att klistra in den\n";
    assert_eq!(
        sample.error(),
        format!(
            "fel[I13] prov.xlsx › Befolkning › B2: ”S⟨U+200B⟩CB” innehåller U+200B (osynligt tecken){help}\
             fel[I13] prov.xlsx › Befolkning › B14: ”10⟨U+2060⟩056” innehåller U+2060 (osynligt tecken){help}\
             fel[I13] prov.xlsx › Dokument › B5: ”Cirkulär⟨U+202E⟩ralukriC” innehåller U+202E (ändrar skrivriktningen){help}\
             fel[I13] prov.xlsx › Dokument › D5: ”Käl⟨U+0007⟩la” innehåller U+0007 (styrtecken){help}\
             fel[I13] prov.xlsx › Kostnader › B6: rubriken ”H⟨U+2067⟩iv” innehåller U+2067 (ändrar skrivriktningen)\n  \
             hjälp:   skriv om rubriken för hand"
        )
    );
}

#[test]
fn dates_choices_and_long_text() {
    let mut sample = right_value();
    sample.insert("Dokument", "B6", t("18/4 2024")).insert("Dokument", "B8", t("half up"));
    sample.insert("Dokument", "B5", t(&"Rubrik ".repeat(6)));
    assert_eq!(
        sample.error(),
        "fel[I08] prov.xlsx › Dokument › B5: ”Rubrik Rubrik Rubrik Rubrik Rubrik Rubrik” är 41 tecken lång\n  \
         väntade: text, högst 40 tecken\n  hjälp:   korta texten\n\
         fel[I07] prov.xlsx › Dokument › B6: ”18/4 2024” är inte ett datum\n  \
         väntade: ett datum, som 2024-04-18\n  hjälp:   skriv år, månad och dag: 2024-04-18\n\
         fel[I07] prov.xlsx › Dokument › B8: ”half up” är inte något av valen\n  \
         väntade: något av half_up och största resten\n  hjälp:   menas half_up?"
    );
}

#[test]
fn a_year_that_cannot_be_read_stops_nothing_else() {
    let mut sample = right_value();
    sample
        .insert("Dokument", "B4", t("i år"))
        .insert("Befolkning", "B14", C::N(-1.0))
        .empty("Befolkning", "B28");
    let (book, problems) = sample.read();
    assert!(book.is_none());
    assert_eq!(
        rows(&problems),
        [
            "fel[I08] prov.xlsx › Befolkning › B14: \u{2212}1 är negativt",
            "fel[I07] prov.xlsx › Dokument › B4: ”i år” är inte ett heltal"
        ]
    );
}

fn rows(problems: &Problems) -> Vec<String> {
    problems
        .iter()
        .filter_map(|problem| problem.to_string().lines().next().map(str::to_owned))
        .collect()
}
