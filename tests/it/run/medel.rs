//! Decisions and the overview of money: what is refused of their workbooks, word for word as the program prints it, and
//! what a change of the one does in the other.

use statsbidrag::contract::{self, Kept, RegionalPromise};
use statsbidrag::grants::beslut::schema::sheet;
use statsbidrag::grants::{besked, beslut};
use statsbidrag::quantity::Exact;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::Fill;

use crate::data_2024::{self, AR, csv};
use crate::program::{Folder, answer_of, program};
use crate::run::{check, decimal, filled_from, integer, problems, report, text};

/// The name of the decision.
const NAME: &str = "sektorsbidrag";

/// A change of a workbook.
type Change<'a> = &'a dyn Fn(&mut Fill);

/// The folder of 2024 with another decision, and the overview's workbook changed.
fn folder(decision: &Fill, in_besked: Change<'_>) -> Folder {
    let overview = &besked::schema::WORKBOOK;
    let mut something_else = data_2024::besked::fill();
    in_besked(&mut something_else);
    Folder::new("2024", data_2024::all())
        .with(data_2024::beslut::FILE, &data_2024::bytes(&beslut::schema::WORKBOOK, decision))
        .with(overview.file, &data_2024::bytes(overview, &something_else))
}

fn untouched(_: &mut Fill) {}

fn as_it_was() -> Fill {
    data_2024::beslut::fill()
}

/// What `check` says of the decision's workbook, where it must find fault.
fn errors(decision: &Fill) -> String {
    problems(&check(&folder(decision, &untouched)))
}

/// Another amount to share out, by a rule for the residual.
fn pot(kronor: i64, rule: &'static str) -> Fill {
    let mut fill = data_2024::beslut::fill_without(&[sheet::POTTER]);
    let row = [
        ("pott", text("Sektorsbidrag")),
        ("belopp", integer(kronor)),
        ("fordelas", text("efter nyckel")),
        ("nyckel", text("Befolkning × Standardkostnad")),
        ("residual", text(rule)),
    ];
    fill.row(sheet::POTTER, row);
    for id in ["belopp", "fordelas", "nyckel", "residual"] {
        fill.filled_from(sheet::POTTER, id, filled_from());
    }
    fill
}

/// A figure of every region, exactly.
fn of_the_regions<P: RegionalPromise + Kept>(folder: &Folder, promise: &P) -> PerRegion<Exact> {
    let (report, _) = report(folder);
    let view = report.view(AR);
    view.in_regions(promise).map(|_, figure| figure.exact())
}

/// What each region gets, in whole kronor.
fn amount(decision: &Fill) -> Vec<i64> {
    let promise = contract::beslut::BELOPP.at(NAME);
    let amount = of_the_regions(&folder(decision, &untouched), &promise);
    let whole_parts = |number: &Exact| number.integer().expect("kronor");
    amount.values().iter().map(whole_parts).collect()
}

fn published() -> Vec<i64> {
    let rows = csv("sektorsbidrag-2024.csv");
    rows.iter().map(|row| row["fordelade_medel_kr_publicerat"].parse().expect("kr")).collect()
}

#[test]
fn a_population_of_another_day_than_the_decision_states_is_refused() {
    let mut fill = as_it_was();
    let (page, field) = data_2024::field(&beslut::schema::WORKBOOK, "befolkningsdag");
    fill.item(page, field.id, data_2024::content(field, "2023-12-31"), filled_from());
    assert_eq!(
        errors(&fill),
        "fel[I15] beslut-sektorsbidrag.xlsx › Mottagare › D8: befolkningen gäller 2023-11-01
  väntade: 2023-12-31, som står på bladet Dokument"
    );
}

#[test]
fn a_pool_that_half_up_misses_is_refused() {
    let end = "\n  väntade: en uttalad regel för återstoden\n  hjälp:   jämför först potten och kolumnerna \
                med källan: gick det jämnt ut i beslutet är något av dem fel. Säger beslutet vem som får \
                återstoden, välj largest_remainder, \
                half_up_residual_to_largest, explicit eller justeringar";
    let beginning = "fel[R01] beslut-sektorsbidrag.xlsx › Potter › E11: ”Sektorsbidrag”: de \
                     avrundade beloppen blir";
    for (kronor, says) in [
        (3_000_000_001, "3 000 000 000 kr, 3 000 000 001 kr ska fördelas: 1 kr återstår"),
        (2_999_999_999, "3 000 000 000 kr, 2 999 999 999 kr ska fördelas: 1 kr för mycket"),
        (3_000_000_010, "3 000 000 005 kr, 3 000 000 010 kr ska fördelas: 5 kr återstår"),
    ] {
        assert_eq!(errors(&pot(kronor, "half_up")), format!("{beginning} {says}{end}"));
    }
}

#[test]
fn every_rule_for_the_residual_gives_the_published_amounts() {
    for rule in ["half_up", "largest_remainder", "half_up_residual_to_largest"] {
        assert_eq!(amount(&pot(3_000_000_000, rule)), published(), "{rule}");
    }
}

#[test]
fn each_rule_places_the_residual_of_a_decision() {
    let largest = "half_up_residual_to_largest";
    // Rounded one by one, four thousand million are two kronor too many.
    for (kronor, rule) in
        [(3_000_000_001, largest), (4_000_000_000, largest), (4_000_000_000, "largest_remainder")]
    {
        assert_eq!(amount(&pot(kronor, rule)).iter().sum::<i64>(), kronor, "{rule}");
    }
    let difference: Vec<_> = amount(&pot(3_000_000_001, largest))
        .into_iter()
        .zip(published())
        .map(|(now, da)| now - da)
        .collect();
    assert_eq!((difference.iter().sum::<i64>(), difference[0]), (1, 1), "Stockholm gets the krona");
    let (report, _) = report(&folder(&pot(4_000_000_000, largest), &untouched));
    let promise = contract::beslut::RESIDUAL.at((NAME, 1_usize));
    let residual = report.published(AR, &promise).expect("a residual");
    assert_eq!(residual.value.integer(), -2);
}

#[test]
fn an_amount_of_nothing_is_refused() {
    let error = errors(&pot(20, "largest_remainder"));
    let says = "fel[R05] beslut-sektorsbidrag.xlsx › Mottagare › D20: Gotland: beloppet blir 0 kr
  väntade: ett belopp som kan betalas ut, minst 1 kr; den som inte ska få något har talet 0";
    assert!(error.split("\n\n").any(|problem| problem == says), "{error}");
    assert!(!error.contains("Stockholm"), "{error}");
}

/// What the decision comes to stands nowhere in the overview's workbook: it follows the decision.
#[test]
fn the_overview_takes_a_decision_as_it_was_decided() {
    let usual = folder(&as_it_was(), &untouched);
    let larger = folder(&pot(4_000_000_000, "largest_remainder"), &untouched);
    let beyond = &contract::besked::UTOVER_BESLUT;
    for folder in [&usual, &larger] {
        let meddelat = of_the_regions(folder, &contract::besked::MEDDELAT);
        let amount = of_the_regions(folder, &contract::beslut::BELOPP.at(NAME));
        for (region, left) in of_the_regions(folder, beyond).iter() {
            assert_eq!(*left, meddelat.of(region) - amount.of(region), "{region}");
        }
    }
    let sum = |folder: &Folder| -> Exact {
        of_the_regions(folder, beyond).values().iter().cloned().sum()
    };
    assert_eq!(sum(&usual), Exact::from(6_842_000_000));
    assert_eq!(sum(&larger), Exact::from(5_842_000_000));
}

#[test]
fn money_that_does_not_hold_its_decisions_is_refused() {
    let one_region = |fill: &mut Fill| {
        let rows = csv("besked-2024.csv");
        let medel = PerRegion::from_fn(|region: Region| match region.id() {
            // A figure too few.
            "gotland" => decimal("8.1"),
            _ => decimal(&rows[region.index()]["besked_mnkr_preliminar_publicerat"]),
        });
        fill.column(besked::schema::sheet::MEDEL, "meddelat", medel, filled_from());
    };
    assert_eq!(
        problems(&check(&folder(&as_it_was(), &one_region))),
        "fel[R04] besked.xlsx › Medel per region › B19: Gotland: medlen är 8,1 mnkr men bara de beslut som ingår är 19,956824 mnkr
  väntade: medel där de beslut som står på bladet ”Beslut som ingår” är inräknade
  hjälp:   kontrollera att beloppet är i miljoner kronor och att besluten är inräknade"
    );
}

/// The overview cannot be computed without the decision that it names, and has nothing to say of that.
#[test]
fn the_overview_is_silent_where_a_decision_did_not_come_out() {
    let error = errors(&data_2024::beslut::fill_without(&[sheet::POTTER]));
    assert!(error.contains("beslut-sektorsbidrag.xlsx › Potter"), "{error}");
    assert!(!error.contains("besked.xlsx"), "{error}");
}

/// What was asked for by name, or is all that could be made, is an error.
#[test]
fn an_overview_that_was_asked_for_needs_the_decisions_that_it_names() {
    let refused = "fel[R06] besked.xlsx › Beslut som ingår › A11: beslut-sektorsbidrag.xlsx ligger inte i mappen\n  \
                   hjälp:   lägg beslut-sektorsbidrag.xlsx i mappen, eller ta bort raden om medlen inte ingår";
    let without = |file: &str| file != "beslut-sektorsbidrag.xlsx";
    let all = data_2024::all();
    let books: Vec<_> = all.iter().filter(|(file, _)| without(file)).cloned().collect();
    let folder = Folder::new("2024", &books);
    let asked = answer_of(program().arg("check").arg(folder.inputs()).args(["--only", "besked"]));
    assert!(asked.error.contains(refused), "{}", asked.error);
    let alone: Vec<_> = all.iter().filter(|(file, _)| *file == "besked.xlsx").cloned().collect();
    let alone = problems(&check(&Folder::new("2024", &alone)));
    assert!(alone.contains(refused), "{alone}");
}

#[test]
fn an_amount_that_is_less_even_than_it_is_said_to_be_is_refused() {
    let page = besked::schema::sheet::DOKUMENT;
    let error = problems(&check(&folder(&as_it_was(), &|fill| {
        fill.item(page, "omtalat", decimal("9.842"), filled_from());
    })));
    assert_eq!(
        error,
        "fel[R04] besked.xlsx › Dokument › B11: det nämnda beloppet, 9 842 mnkr, är inte avrundat till närmaste 100 mnkr
  väntade: ett belopp så jämnt som avrundningen säger
  hjälp:   rätta beloppet, eller raden som säger vad det är avrundat till"
    );
}
