//! Cells that hold something else than their field is for: one test per refusal, in full.

use statsbidrag::problem::Problems;

use crate::workbook::bok::{C, byt, fel, ratt, t};

fn folk(cell: C) -> String {
    let mut prov = ratt();
    prov.satt("Befolkning", "B14", cell).tom("Befolkning", "B28");
    prov.fel()
}

const FOLK: &str = "väntade: invånare, 1–20\u{A0}000\u{A0}000";

#[test]
fn text_for_a_number() {
    assert_eq!(
        folk(t("12 3O4")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”12 3O4” är inte ett heltal\n  {FOLK}\n  \
             hjälp:   bokstaven O står där en nolla väntas"
        )
    );
    assert_eq!(
        folk(t("uppgift saknas")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”uppgift saknas” är inte ett heltal\n  {FOLK}"
        )
    );
    assert_eq!(
        folk(C::Sant),
        format!("fel[I07] prov.xlsx › Befolkning › B14: SANT är inte ett heltal\n  {FOLK}")
    );
    assert_eq!(
        folk(C::Datum("2024-04-18")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: datumet 2024-04-18 är inte ett heltal\n  {FOLK}\n  \
             hjälp:   ändra cellens talformat från datum till tal och skriv värdet på nytt"
        )
    );
}

#[test]
fn a_decimal_point_or_mixed_separators() {
    assert_eq!(
        folk(t("10.500")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”10.500” är inte ett heltal\n  {FOLK}\n  \
             hjälp:   skriv decimalkomma (10,500) eller mellanrum mellan tusental (10 500)"
        )
    );
    assert_eq!(
        folk(t("1.234,50")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”1.234,50” är inte ett heltal\n  {FOLK}\n  \
             hjälp:   skriv decimalkomma, och skilj tusental med mellanrum: 12 345,67"
        )
    );
    assert_eq!(
        folk(t("1 0500")),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: ”1 0500” är inte ett heltal\n  {FOLK}\n  \
             hjälp:   mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678"
        )
    );
}

#[test]
fn negative_or_fractional_people() {
    assert_eq!(
        folk(C::N(-5.0)),
        format!("fel[I08] prov.xlsx › Befolkning › B14: \u{2212}5 är negativt\n  {FOLK}")
    );
    assert_eq!(
        folk(C::N(12.5)),
        format!("fel[I07] prov.xlsx › Befolkning › B14: 12,5 är inte ett heltal\n  {FOLK}")
    );
    assert_eq!(
        folk(C::Procent(0.125)),
        format!(
            "fel[I07] prov.xlsx › Befolkning › B14: 12,5 % är ett procenttal\n  {FOLK}\n  \
             hjälp:   ändra cellens talformat från procent till tal och skriv värdet på nytt"
        )
    );
}

#[test]
fn too_many_decimals() {
    let mut prov = ratt();
    prov.satt("Befolkning", "C14", C::N(1.123_456_789));
    assert_eq!(
        prov.fel(),
        "fel[I08] prov.xlsx › Befolkning › C14: 1,123456789 har 9 decimaler\n  \
         väntade: kr/inv, \u{2212}10\u{A0}000 till 1\u{A0}000\u{A0}000, högst 8 decimaler\n  \
         hjälp:   avrunda värdet i cellen; att visa färre decimaler räcker inte"
    );
}

#[test]
fn error_cells_and_formulas_without_value() {
    let mut prov = ratt();
    prov.satt("Befolkning", "B14", C::F("=1/0", "#DIV/0!")).tom("Befolkning", "B28");
    assert_eq!(
        prov.fel(),
        "fel[I09] prov.xlsx › Befolkning › B14: cellen innehåller felvärdet #DIVISION/0! (#DIV/0!)\n  \
         hjälp:   rätta formeln, eller skriv värdet i stället"
    );
    prov.satt("Befolkning", "B14", C::F("=1+1", "17"));
    let bytes = prov.bytes();
    let path = "xl/worksheets/sheet3.xml";
    let utan = "fel[I10] prov.xlsx › Befolkning › B14: formeln har inget beräknat värde\n  \
                hjälp:   öppna arbetsboken i Excel eller LibreOffice, räkna om och spara";
    for tomt in ["", "<v></v>", "<v/>"] {
        assert_eq!(fel(&byt(&bytes, path, "<v>17</v>", tomt)), utan, "{tomt}");
    }
    // An error newer than the reader: calamine has no name for it.
    let ny = byt(
        &bytes,
        path,
        "<c r=\"B14\"><f>1+1</f><v>17</v>",
        "<c r=\"B14\" t=\"e\"><f>1+1</f><v>#SPILL!</v>",
    );
    assert_eq!(
        fel(&ny),
        "fel[I09] prov.xlsx › Befolkning › B14: cellen innehåller felvärdet ”#SPILL!”\n  \
         hjälp:   rätta formeln, eller skriv värdet i stället"
    );
    // A formula whose value is an empty text: the cell shows nothing, and is empty.
    let tom = byt(
        &bytes,
        path,
        "<c r=\"B14\"><f>1+1</f><v>17</v>",
        "<c r=\"B14\" t=\"str\"><f>\"\"</f><v></v>",
    );
    assert!(
        fel(&tom).starts_with(
            "fel[I06] prov.xlsx › Befolkning › B14: ”Befolkning” saknas för Gotland\n"
        )
    );
}

#[test]
fn empty_where_required_is_not_zero() {
    let mut prov = ratt();
    prov.tom("Befolkning", "B14").tom("Befolkning", "B28");
    prov.tom("Befolkning", "C9").tom("Dokument", "B5").tom("Trappa", "C8");
    assert_eq!(
        prov.fel(),
        format!(
            "fel[I06] prov.xlsx › Befolkning › C9: ”Utfall” saknas för Sörmland\n  \
             väntade: kr/inv, \u{2212}10\u{A0}000 till 1\u{A0}000\u{A0}000, högst 8 decimaler\n  \
             hjälp:   kolumnen får lämnas tom, men då för alla regioner; skriv 0 om det är noll som menas\n\
             fel[I06] prov.xlsx › Befolkning › B14: ”Befolkning” saknas för Gotland\n  {FOLK}\n\
             fel[I06] prov.xlsx › Dokument › B5: ”Rubrik” saknas\n  väntade: text, högst 40 tecken\n\
             fel[I06] prov.xlsx › Trappa › C8: ”Andel” saknas\n  väntade: %, 0–100, högst 2 decimaler\n  \
             hjälp:   skriv 0 om det är noll som menas"
        )
    );
}

#[test]
fn a_whole_column_that_is_empty_is_said_once() {
    let mut prov = ratt();
    prov.ark("Befolkning").celler.retain(|(rad, kolumn), _| *rad < 6 || *kolumn != 1);
    assert_eq!(
        prov.fel(),
        format!(
            "fel[I06] prov.xlsx › Befolkning › B6: kolumnen ”Befolkning” är tom\n  {FOLK}\n  \
             hjälp:   fyll i ett värde för varje region"
        )
    );
}

#[test]
fn control_and_bidirectional_characters() {
    let mut prov = ratt();
    prov.satt("Dokument", "B5", t("Cirkulär\u{202E}ralukriC"));
    prov.satt("Dokument", "D5", t("Käl\u{7}la")).satt("Befolkning", "B2", t("S\u{200B}CB"));
    prov.satt("Kostnader", "B6", t("H\u{2067}iv")).satt("Befolkning", "B14", t("10\u{2060}056"));
    prov.tom("Befolkning", "B28");
    let hjalp = "\n  hjälp:   skriv om texten för hand i stället för att klistra in den\n";
    assert_eq!(
        prov.fel(),
        format!(
            "fel[I13] prov.xlsx › Befolkning › B2: ”S⟨U+200B⟩CB” innehåller U+200B (osynligt tecken){hjalp}\
             fel[I13] prov.xlsx › Befolkning › B14: ”10⟨U+2060⟩056” innehåller U+2060 (osynligt tecken){hjalp}\
             fel[I13] prov.xlsx › Dokument › B5: ”Cirkulär⟨U+202E⟩ralukriC” innehåller U+202E (ändrar skrivriktningen){hjalp}\
             fel[I13] prov.xlsx › Dokument › D5: ”Käl⟨U+0007⟩la” innehåller U+0007 (styrtecken){hjalp}\
             fel[I13] prov.xlsx › Kostnader › B6: rubriken ”H⟨U+2067⟩iv” innehåller U+2067 (ändrar skrivriktningen)\n  \
             hjälp:   skriv om rubriken för hand"
        )
    );
}

#[test]
fn dates_choices_and_long_text() {
    let mut prov = ratt();
    prov.satt("Dokument", "B6", t("18/4 2024")).satt("Dokument", "B8", t("half up"));
    prov.satt("Dokument", "B5", t(&"Rubrik ".repeat(6)));
    assert_eq!(
        prov.fel(),
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
    let mut prov = ratt();
    prov.satt("Dokument", "B4", t("i år"))
        .satt("Befolkning", "B14", C::N(-1.0))
        .tom("Befolkning", "B28");
    let (bok, problems) = prov.las();
    assert!(bok.is_none());
    assert_eq!(
        rader(&problems),
        [
            "fel[I08] prov.xlsx › Befolkning › B14: \u{2212}1 är negativt",
            "fel[I07] prov.xlsx › Dokument › B4: ”i år” är inte ett heltal"
        ]
    );
}

fn rader(problems: &Problems) -> Vec<String> {
    problems
        .iter()
        .filter_map(|problem| problem.to_string().lines().next().map(str::to_owned))
        .collect()
}
