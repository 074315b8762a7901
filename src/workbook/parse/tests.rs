//! One row per kind of cell and field: what it becomes, or what is said about it.

use super::*;

fn field(kind: Kind) -> Field {
    Field::new("x", "X", kind, "")
}

fn text(text: &str) -> RawCell {
    RawCell::Text(text.into())
}

fn number(text: &str) -> RawCell {
    RawCell::Number { number: text.parse().expect("a decimal"), percent: false }
}

fn percent(text: &str) -> RawCell {
    RawCell::Number { number: text.parse().expect("a decimal"), percent: true }
}

fn problem(cell: &RawCell, field: &Field) -> String {
    let place = Location::sheet("a.xlsx", "B").at(crate::problem::Cell { row: 1, column: 1 });
    parse(cell, field).expect_err("a problem").pa(place).to_string()
}

const INHABITANTS: Kind = Kind::integer(Measure::Invanare, (1, 20_000_000));
const KR_INV: Kind = Kind::decimal(Measure::KrPerInv, (-1_000, 10_000), 8);

#[test]
fn what_is_right_becomes_its_value() {
    let population = field(INHABITANTS);
    for cell in
        [text("12 345"), text("12\u{A0}345"), text("12345,0"), number("12345"), number("12345.00")]
    {
        assert_eq!(parse(&cell, &population), Ok(CellValue::Integer(12_345)), "{cell:?}");
    }
    let kr = field(KR_INV);
    for cell in [text("\u{2212}1,5"), number("-1.5"), text("-1,50")] {
        assert_eq!(parse(&cell, &kr), Ok(CellValue::Decimal(Decimal::new(-15, 1))), "{cell:?}");
    }
    let share = field(Kind::decimal(Measure::Percent, (0, 100), 2));
    for cell in [percent("0.85"), number("85"), text("85 %"), text("85")] {
        assert_eq!(parse(&cell, &share), Ok(CellValue::Decimal(Decimal::from(85))), "{cell:?}");
    }
    let day = NaiveDate::from_ymd_opt(2024, 4, 18).expect("a date");
    for cell in [RawCell::Datum(day), text("2024-04-18")] {
        assert_eq!(parse(&cell, &field(Kind::Datum)), Ok(CellValue::Datum(day)));
    }
    let options = field(Kind::Options(&["half_up", "största resten"]));
    assert_eq!(
        parse(&text("Största  Resten"), &options),
        Ok(CellValue::Text("största resten".into()))
    );
}

#[test]
fn what_is_wrong_with_a_number_is_said() {
    let population = field(INHABITANTS);
    let expected = "\n  väntade: invånare, 1–20\u{A0}000\u{A0}000";
    for (cell, text) in [
        (
            text("12 3O4"),
            format!(
                "I07] a.xlsx › B › A1: ”12 3O4” är inte ett heltal{expected}\n  hjälp:   bokstaven O står där en nolla väntas"
            ),
        ),
        (number("12.5"), format!("I07] a.xlsx › B › A1: 12,5 är inte ett heltal{expected}")),
        (text("12,5"), format!("I07] a.xlsx › B › A1: ”12,5” är inte ett heltal{expected}")),
        (number("-4"), format!("I08] a.xlsx › B › A1: \u{2212}4 är negativt{expected}")),
        (number("0"), format!("I08] a.xlsx › B › A1: 0 är för litet{expected}")),
        (
            number("20000001"),
            format!("I08] a.xlsx › B › A1: 20\u{A0}000\u{A0}001 är för stort{expected}"),
        ),
        (
            percent("0.5"),
            format!(
                "I07] a.xlsx › B › A1: 50 % är ett procenttal{expected}\n  hjälp:   ändra cellens talformat från procent till tal och skriv värdet på nytt"
            ),
        ),
        (RawCell::Bool(true), format!("I07] a.xlsx › B › A1: SANT är inte ett heltal{expected}")),
        (
            RawCell::Unsound,
            format!("I08] a.xlsx › B › A1: talet är för stort eller för litet{expected}"),
        ),
        (
            RawCell::Time,
            format!(
                "I07] a.xlsx › B › A1: klockslaget är inte ett heltal{expected}\n  hjälp:   ändra cellens talformat från datum till tal och skriv värdet på nytt"
            ),
        ),
    ] {
        assert_eq!(problem(&cell, &population), format!("fel[{text}"));
    }
    assert_eq!(
        problem(&number("1.123456789"), &field(KR_INV)),
        "fel[I08] a.xlsx › B › A1: 1,123456789 har 9 decimaler\n  \
         väntade: kr/inv, \u{2212}1\u{A0}000 till 10\u{A0}000, högst 8 decimaler\n  \
         hjälp:   avrunda värdet i cellen; att visa färre decimaler räcker inte"
    );
}

#[test]
fn what_is_wrong_with_text_dates_and_choices_is_said() {
    let row = field(Kind::Text { character: 5 });
    for (cell, field, text) in [
        (
            text("a\u{202E}b"),
            row,
            "I13] a.xlsx › B › A1: ”a⟨U+202E⟩b” innehåller U+202E (ändrar skrivriktningen)\n  hjälp:   skriv om texten för hand i stället för att klistra in den",
        ),
        (
            text("abcdef"),
            row,
            "I08] a.xlsx › B › A1: ”abcdef” är 6 tecken lång\n  väntade: text, högst 5 tecken\n  hjälp:   korta texten",
        ),
        (
            number("8123"),
            row,
            "I07] a.xlsx › B › A1: 8\u{A0}123 är inte text\n  väntade: text, högst 5 tecken\n  hjälp:   ändra cellens talformat till text och skriv värdet på nytt",
        ),
        (
            RawCell::ErrorValue("#N/A".into()),
            row,
            "I09] a.xlsx › B › A1: cellen innehåller felvärdet #SAKNAS! (#N/A)\n  hjälp:   rätta formeln, eller skriv värdet i stället",
        ),
        (
            RawCell::WithoutValue,
            row,
            "I10] a.xlsx › B › A1: formeln har inget beräknat värde\n  hjälp:   öppna arbetsboken i Excel eller LibreOffice, räkna om och spara",
        ),
        (
            text("18 april"),
            field(Kind::Datum),
            "I07] a.xlsx › B › A1: ”18 april” är inte ett datum\n  väntade: ett datum, som 2024-04-18\n  hjälp:   skriv år, månad och dag: 2024-04-18",
        ),
        (
            text("2024-02-30"),
            field(Kind::Datum),
            "I07] a.xlsx › B › A1: ”2024-02-30” är inte ett datum\n  väntade: ett datum, som 2024-04-18\n  hjälp:   den dagen finns inte i kalendern",
        ),
        (
            number("45400"),
            field(Kind::Datum),
            "I07] a.xlsx › B › A1: 45\u{A0}400 är inte ett datum\n  väntade: ett datum, som 2024-04-18\n  hjälp:   ändra cellens talformat till datum och skriv datumet på nytt",
        ),
        (
            text("halfup"),
            field(Kind::Options(&["half_up", "störst"])),
            "I07] a.xlsx › B › A1: ”halfup” är inte något av valen\n  väntade: något av half_up och störst\n  hjälp:   menas half_up?",
        ),
    ] {
        assert_eq!(problem(&cell, &field), format!("fel[{text}"));
    }
}

#[test]
fn an_interval_is_its_lowest_and_both_ends_are_within_the_limits() {
    let kind = Kind::Interval { measure: Measure::Veckor, min: 0, max: 52, word: &["veckor"] };
    let veckor = field(kind);
    for cell in [number("4"), text("4"), text("4–6 veckor"), text("4-6"), text("4 till 52")] {
        assert_eq!(parse(&cell, &veckor), Ok(CellValue::Integer(4)), "{cell:?}");
    }
    let expected =
        "\n  väntade: veckor, 0–52, eller ett intervall som 4–6, av vilket det lägsta räknas";
    let date = "\n  hjälp:   kalkylprogrammet har tagit intervallet för ett datum; ändra cellens talformat till text och skriv det på nytt";
    let day = RawCell::Datum(NaiveDate::from_ymd_opt(2024, 6, 4).expect("a date"));
    for (cell, said) in [
        (
            day,
            format!(
                "I07] a.xlsx › B › A1: datumet 2024-06-04 är varken ett heltal eller ett intervall{expected}{date}"
            ),
        ),
        (
            number("45447"),
            format!("I08] a.xlsx › B › A1: 45\u{a0}447 är för stort{expected}{date}"),
        ),
        (text("4–53"), format!("I08] a.xlsx › B › A1: 53 är för stort{expected}")),
        (number("-4"), format!("I08] a.xlsx › B › A1: \u{2212}4 är negativt{expected}")),
        (
            number("4.5"),
            format!("I07] a.xlsx › B › A1: 4,5 är varken ett heltal eller ett intervall{expected}"),
        ),
    ] {
        assert_eq!(problem(&cell, &veckor), format!("fel[{said}"));
    }
}
