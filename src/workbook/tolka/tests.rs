//! One row per kind of cell and field: what it becomes, or what is said about it.

use super::*;

fn falt(slag: Slag) -> Falt {
    Falt::ny("x", "X", slag, "")
}

fn text(text: &str) -> Cellinnehall {
    Cellinnehall::Text(text.into())
}

fn tal(text: &str) -> Cellinnehall {
    Cellinnehall::Tal { tal: text.parse().expect("a decimal"), procent: false }
}

fn procent(text: &str) -> Cellinnehall {
    Cellinnehall::Tal { tal: text.parse().expect("a decimal"), procent: true }
}

fn problem(cell: &Cellinnehall, falt: &Falt) -> String {
    let plats = Location::sheet("a.xlsx", "B").at(crate::problem::Cell { row: 1, column: 1 });
    tolka(cell, falt).expect_err("a problem").pa(plats).to_string()
}

const INVANARE: Slag = Slag::heltal(Measure::Invanare, (1, 20_000_000));
const KR_INV: Slag = Slag::decimal(Measure::KrPerInv, (-1_000, 10_000), 8);

#[test]
fn what_is_right_becomes_its_value() {
    let folk = falt(INVANARE);
    for cell in
        [text("12 345"), text("12\u{A0}345"), text("12345,0"), tal("12345"), tal("12345.00")]
    {
        assert_eq!(tolka(&cell, &folk), Ok(Innehall::Heltal(12_345)), "{cell:?}");
    }
    let kr = falt(KR_INV);
    for cell in [text("\u{2212}1,5"), tal("-1.5"), text("-1,50")] {
        assert_eq!(tolka(&cell, &kr), Ok(Innehall::Decimal(Decimal::new(-15, 1))), "{cell:?}");
    }
    let andel = falt(Slag::decimal(Measure::Procent, (0, 100), 2));
    for cell in [procent("0.85"), tal("85"), text("85 %"), text("85")] {
        assert_eq!(tolka(&cell, &andel), Ok(Innehall::Decimal(Decimal::from(85))), "{cell:?}");
    }
    let dag = NaiveDate::from_ymd_opt(2024, 4, 18).expect("a date");
    for cell in [Cellinnehall::Datum(dag), text("2024-04-18")] {
        assert_eq!(tolka(&cell, &falt(Slag::Datum)), Ok(Innehall::Datum(dag)));
    }
    let val = falt(Slag::Val(&["half_up", "största resten"]));
    assert_eq!(tolka(&text("Största  Resten"), &val), Ok(Innehall::Text("största resten".into())));
}

#[test]
fn what_is_wrong_with_a_number_is_said() {
    let folk = falt(INVANARE);
    let vantat = "\n  väntade: invånare, 1–20\u{A0}000\u{A0}000";
    for (cell, text) in [
        (
            text("12 3O4"),
            format!(
                "I07] a.xlsx › B › A1: ”12 3O4” är inte ett heltal{vantat}\n  hjälp:   bokstaven O står där en nolla väntas"
            ),
        ),
        (tal("12.5"), format!("I07] a.xlsx › B › A1: 12,5 är inte ett heltal{vantat}")),
        (text("12,5"), format!("I07] a.xlsx › B › A1: ”12,5” är inte ett heltal{vantat}")),
        (tal("-4"), format!("I08] a.xlsx › B › A1: \u{2212}4 är negativt{vantat}")),
        (tal("0"), format!("I08] a.xlsx › B › A1: 0 är för litet{vantat}")),
        (
            tal("20000001"),
            format!("I08] a.xlsx › B › A1: 20\u{A0}000\u{A0}001 är för stort{vantat}"),
        ),
        (
            procent("0.5"),
            format!(
                "I07] a.xlsx › B › A1: 50 % är ett procenttal{vantat}\n  hjälp:   ändra cellens talformat från procent till tal och skriv värdet på nytt"
            ),
        ),
        (
            Cellinnehall::Sant(true),
            format!("I07] a.xlsx › B › A1: SANT är inte ett heltal{vantat}"),
        ),
        (
            Cellinnehall::Ohallbart,
            format!("I08] a.xlsx › B › A1: talet är för stort eller för litet{vantat}"),
        ),
        (
            Cellinnehall::Tid,
            format!(
                "I07] a.xlsx › B › A1: klockslaget är inte ett heltal{vantat}\n  hjälp:   ändra cellens talformat från datum till tal och skriv värdet på nytt"
            ),
        ),
    ] {
        assert_eq!(problem(&cell, &folk), format!("fel[{text}"));
    }
    assert_eq!(
        problem(&tal("1.123456789"), &falt(KR_INV)),
        "fel[I08] a.xlsx › B › A1: 1,123456789 har 9 decimaler\n  \
         väntade: kr/inv, \u{2212}1\u{A0}000 till 10\u{A0}000, högst 8 decimaler\n  \
         hjälp:   avrunda värdet i cellen; att visa färre decimaler räcker inte"
    );
}

#[test]
fn what_is_wrong_with_text_dates_and_choices_is_said() {
    let rad = falt(Slag::Text { tecken: 5 });
    for (cell, falt, text) in [
        (
            text("a\u{202E}b"),
            rad,
            "I13] a.xlsx › B › A1: ”a⟨U+202E⟩b” innehåller U+202E (ändrar skrivriktningen)\n  hjälp:   skriv om texten för hand i stället för att klistra in den",
        ),
        (
            text("abcdef"),
            rad,
            "I08] a.xlsx › B › A1: ”abcdef” är 6 tecken lång\n  väntade: text, högst 5 tecken\n  hjälp:   korta texten",
        ),
        (
            tal("8123"),
            rad,
            "I07] a.xlsx › B › A1: 8\u{A0}123 är inte text\n  väntade: text, högst 5 tecken\n  hjälp:   ändra cellens talformat till text och skriv värdet på nytt",
        ),
        (
            Cellinnehall::Felvarde("#N/A".into()),
            rad,
            "I09] a.xlsx › B › A1: cellen innehåller felvärdet #SAKNAS! (#N/A)\n  hjälp:   rätta formeln, eller skriv värdet i stället",
        ),
        (
            Cellinnehall::UtanVarde,
            rad,
            "I10] a.xlsx › B › A1: formeln har inget beräknat värde\n  hjälp:   öppna arbetsboken i Excel eller LibreOffice, räkna om och spara",
        ),
        (
            text("18 april"),
            falt(Slag::Datum),
            "I07] a.xlsx › B › A1: ”18 april” är inte ett datum\n  väntade: ett datum, som 2024-04-18\n  hjälp:   skriv år, månad och dag: 2024-04-18",
        ),
        (
            tal("45400"),
            falt(Slag::Datum),
            "I07] a.xlsx › B › A1: 45\u{A0}400 är inte ett datum\n  väntade: ett datum, som 2024-04-18\n  hjälp:   ändra cellens talformat till datum och skriv datumet på nytt",
        ),
        (
            text("halfup"),
            falt(Slag::Val(&["half_up", "störst"])),
            "I07] a.xlsx › B › A1: ”halfup” är inte något av valen\n  väntade: något av half_up och störst\n  hjälp:   menas half_up?",
        ),
    ] {
        assert_eq!(problem(&cell, &falt), format!("fel[{text}"));
    }
}

#[test]
fn an_interval_is_its_lowest_and_both_ends_are_within_the_limits() {
    let slag = Slag::Intervall { measure: Measure::Veckor, min: 0, max: 52, ord: &["veckor"] };
    let veckor = falt(slag);
    for cell in [tal("4"), text("4"), text("4–6 veckor"), text("4-6"), text("4 till 52")] {
        assert_eq!(tolka(&cell, &veckor), Ok(Innehall::Heltal(4)), "{cell:?}");
    }
    let vantat =
        "\n  väntade: veckor, 0–52, eller ett intervall som 4–6, av vilket det lägsta räknas";
    let datum = "\n  hjälp:   kalkylprogrammet har tagit intervallet för ett datum; ändra cellens talformat till text och skriv det på nytt";
    let dag = Cellinnehall::Datum(NaiveDate::from_ymd_opt(2024, 6, 4).expect("a date"));
    for (cell, sagt) in [
        (
            dag,
            format!(
                "I07] a.xlsx › B › A1: datumet 2024-06-04 är varken ett heltal eller ett intervall{vantat}{datum}"
            ),
        ),
        (tal("45447"), format!("I08] a.xlsx › B › A1: 45\u{a0}447 är för stort{vantat}{datum}")),
        (text("4–53"), format!("I08] a.xlsx › B › A1: 53 är för stort{vantat}")),
        (tal("-4"), format!("I08] a.xlsx › B › A1: \u{2212}4 är negativt{vantat}")),
        (
            tal("4.5"),
            format!("I07] a.xlsx › B › A1: 4,5 är varken ett heltal eller ett intervall{vantat}"),
        ),
    ] {
        assert_eq!(problem(&cell, &veckor), format!("fel[{sagt}"));
    }
}
