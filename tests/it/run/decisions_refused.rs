//! What is refused of a decision's workbook: pots that cannot be shared out, recipients that are not those they should
//! be, texts that name what is not there, days and file names.

use statsbidrag::grants::beslut::schema::{WORKBOOK, sheet};
use statsbidrag::workbook::Fill;

use crate::data_2024::{self, content};
use crate::decisions::{USUAL, document, recipients, regions, words};
use crate::program::Folder;
use crate::run::{check, filled_from, problems, text};

/// A decision without pots that gives each region one of something, but for what is not `kept` of recipients and
/// paragraphs: for the tests to fill in.
pub(crate) fn empty(kept: &[&str]) -> Fill {
    let mut fill = Fill::new();
    document(&mut fill, ("provmedel", "provmedlen"), &[]);
    if kept.contains(&sheet::MOTTAGARE) {
        recipients(&mut fill, &regions(), &[("Antal", "antal", vec!["1".to_owned(); 21])]);
    }
    words(&mut fill, if kept.contains(&sheet::TEXTER) { USUAL } else { &[] });
    fill
}

/// A decision that is right but for one thing.
fn refused(change: impl Fn(&mut Fill), kept: &[&str]) -> String {
    let mut fill = empty(kept);
    change(&mut fill);
    let folder = Folder::new("2024", data_2024::all())
        .with("beslut-prov.xlsx", &data_2024::bytes(&WORKBOOK, &fill));
    let all = problems(&check(&folder));
    let first_lines = all.split("\n\n").map(|problem| problem.lines().next().unwrap_or_default());
    first_lines.collect::<Vec<_>>().join("\n")
}

/// A row of the sheet Potter: name, amount, how, key, residual.
pub(crate) fn pot(fill: &mut Fill, cells: &[(&str, &str)]) {
    let usual = [
        ("pott", "Prov"),
        ("belopp", "2100"),
        ("fordelas", "efter nyckel"),
        ("nyckel", "Antal"),
        ("residual", "half_up"),
    ];
    let fields = WORKBOOK.sheet(sheet::POTTER).field();
    let kept = usual.iter().filter(|(id, _)| cells.iter().all(|(other, _)| other != id));
    let filled = kept.chain(cells).filter(|(_, value)| !value.is_empty());
    let row = filled.map(|(id, value)| {
        let field = fields.iter().find(|field| field.id == *id).expect("a column");
        (*id, content(field, value))
    });
    fill.row(sheet::POTTER, row);
    for field in fields.iter().skip(1) {
        fill.filled_from(sheet::POTTER, field.id, filled_from());
    }
}

/// What is wrong with a pot makes no text wrong that names another; and who writes a word between two columns is told
/// which sign to write.
#[test]
fn a_problem_of_a_pot_is_told_once() {
    let mut fill = empty(&[]);
    recipients(
        &mut fill,
        &regions(),
        &[("Antal", "antal", vec!["1".to_owned(); 21]), ("Vikt", "", vec!["1.5".to_owned(); 21])],
    );
    words(
        &mut fill,
        &[(
            "Text",
            "före fördelningen",
            "Av detta är {pott 1} kronor för ett och {pott 2} för två.",
        )],
    );
    pot(&mut fill, &[("nyckel", "Antal x Vikt")]);
    pot(&mut fill, &[("pott", "Två")]);
    let folder = Folder::new("2024", data_2024::all())
        .with("beslut-prov.xlsx", &data_2024::bytes(&WORKBOOK, &fill));
    let said = problems(&check(&folder));
    assert_eq!(said.matches("fel[").count(), 1, "{said}");
    for part in ["fel[I17] beslut-prov.xlsx › Potter › D11", "skriv × eller * mellan kolumner"]
    {
        assert!(said.contains(part), "{part} not in {said}");
    }
}

#[test]
fn a_pot_that_cannot_be_shared_out_is_refused() {
    for (cells, says) in [
        (
            &[("nyckel", "Antl")][..],
            "fel[I17] beslut-prov.xlsx › Potter › D11: ingen kolumn på bladet Mottagare heter ”Antl”",
        ),
        (
            &[("nyckel", "Antal × Antal")],
            "fel[R04] beslut-prov.xlsx › Potter › D11: ”Antal” står två gånger",
        ),
        (
            &[("fordelas", "fasta belopp")],
            "fel[I14] beslut-prov.xlsx › Potter › B11: de fasta beloppen är tillsammans 21 kr, men potten är 2 100 kr: 2 079 kr återstår",
        ),
        (
            &[("fordelas", "fasta belopp"), ("golv", "1")],
            "fel[R04] beslut-prov.xlsx › Potter › H11: beloppen är fasta, men ”Minst” är ifyllt",
        ),
        (
            &[("belopp", "2101")],
            "fel[R01] beslut-prov.xlsx › Potter › E11: ”Prov”: de avrundade beloppen blir 2 100 kr, 2 101 kr ska fördelas: 1 kr återstår",
        ),
        (
            &[("residual", "")],
            "fel[I06] beslut-prov.xlsx › Potter › E11: det står inte vem som får det som blir över vid avrundningen",
        ),
        (
            &[("residual", "explicit")],
            "fel[R04] beslut-prov.xlsx › Potter › E11: regeln är explicit, men ingen mottagare av återstoden är angiven",
        ),
        (
            &[("residual", "explicit"), ("restmottagare", "Lund")],
            "fel[I17] beslut-prov.xlsx › Potter › F11: ”Lund” står inte på bladet Mottagare",
        ),
        (
            &[("restmottagare", "Skåne")],
            "fel[R04] beslut-prov.xlsx › Potter › F11: ”Skåne” ska ta återstoden, men regeln är ”half_up”",
        ),
        (
            &[("residual", "justeringar")],
            "fel[I06] beslut-prov.xlsx › Potter › E11: återstoden av potten ”Prov” ska fördelas med justeringar, men bladet Justeringar har ingen rad för den",
        ),
        (
            &[("grundbelopp", "101")],
            "fel[R04] beslut-prov.xlsx › Potter › G11: grundbeloppen är tillsammans 2 121 kr, mer än potten på 2 100 kr",
        ),
        (
            &[("golv", "101")],
            "fel[R04] beslut-prov.xlsx › Potter › H11: de minsta beloppen är tillsammans 2 121 kr, mer än potten på 2 100 kr",
        ),
        (
            &[("tak", "99")],
            "fel[R04] beslut-prov.xlsx › Potter › I11: de största beloppen är tillsammans 2 079 kr, mindre än potten på 2 100 kr",
        ),
        (
            &[("golv", "90"), ("tak", "80")],
            "fel[R04] beslut-prov.xlsx › Potter › I11: det minsta beloppet, 90 kr, är större än det största, 80 kr",
        ),
        (
            &[("belopp", "3"), ("residual", "largest_remainder")],
            "fel[R05] beslut-prov.xlsx › Mottagare › D16: Östergötland: beloppet blir 0 kr",
        ),
    ] {
        let said = refused(|fill| pot(fill, cells), &[sheet::MOTTAGARE, sheet::TEXTER]);
        assert!(said.lines().any(|line| line == says), "{says}\nnot in\n{said}");
    }
}

/// Fills in these items of the sheet Dokument, and a pot.
pub(crate) fn items_of(fill: &mut Fill, items: &[(&str, &str)]) {
    pot(fill, &[]);
    for (id, value) in items {
        let (page, field) = data_2024::field(&WORKBOOK, id);
        fill.item(page, field.id, content(field, value), filled_from());
    }
}

/// A decision with these items of the sheet Dokument.
fn with_items(items: &[(&str, &str)]) -> String {
    refused(|fill| items_of(fill, items), &[sheet::MOTTAGARE, sheet::TEXTER])
}

#[test]
fn the_day_of_payment_is_one_and_can_be() {
    for (items, says) in [
        (
            &[("utbetalningsdag", "2024-01-31"), ("utbetalning", "så snart som möjligt")][..],
            "B21: beloppen betalas ut 2024-01-31, men beslutet är fattat först 2024-02-01",
        ),
        (
            &[("utbetalningsdag", "2024-04-02"), ("utbetalning", "den 2 maj 2024")],
            "B20: utbetalningen är ”den 2 maj 2024”, men utbetalningsdagen 2024-04-02",
        ),
        (
            &[("utbetalningsdag", "2024-04-02"), ("utbetalning", "i maj 2024")],
            "B20: utbetalningen är ”i maj 2024”, men utbetalningsdagen 2024-04-02",
        ),
        (
            &[("utbetalning", "i juni 2019")],
            "B20: utbetalningen är ”i juni 2019”, men medlen är för 2024",
        ),
        (
            &[("beslut_datum", "2014-02-08")],
            "B13: beslutet är fattat 2014-02-08, men medlen är för 2024",
        ),
        (
            &[("utbetalningsdag", "2042-04-02"), ("utbetalning", "så snart som möjligt")],
            "B21: beloppen betalas ut 2042-04-02, men medlen är för 2024",
        ),
    ] {
        assert_eq!(with_items(items), format!("fel[R04] beslut-prov.xlsx › Dokument › {says}"));
    }
    // Words without a day agree with any, and with the day itself.
    for words in ["så snart som möjligt", "den 2 april 2024", "i april 2024", "senast 2024-04-02"]
    {
        let mut fill = empty(&[sheet::MOTTAGARE, sheet::TEXTER]);
        pot(&mut fill, &[]);
        for (id, value) in [("utbetalningsdag", "2024-04-02"), ("utbetalning", words)] {
            let (page, field) = data_2024::field(&WORKBOOK, id);
            fill.item(page, field.id, content(field, value), filled_from());
        }
        let folder = Folder::new("2024", data_2024::all())
            .with("beslut-prov.xlsx", &data_2024::bytes(&WORKBOOK, &fill));
        assert_eq!(check(&folder).code, Some(0), "{words}");
    }
}

#[test]
fn a_population_without_its_unit_is_told_in_its_column() {
    let said = refused(
        |fill| {
            recipients(fill, &regions(), &[("Befolkning", "", vec!["1".to_owned(); 21])]);
            pot(fill, &[("nyckel", "Befolkning")]);
            let (page, field) = data_2024::field(&WORKBOOK, "befolkningsdag");
            fill.item(page, field.id, content(field, "2023-11-01"), filled_from());
        },
        &[sheet::TEXTER],
    );
    let says = "fel[R04] beslut-prov.xlsx › Mottagare › D11: ”Befolkning” har inte enheten invånare, \
                fast beslutet anger vilken dag befolkningen ska avse";
    assert_eq!(said, says);
}

#[test]
fn recipients_are_all_the_regions_each_once_with_their_codes() {
    let change = |change: fn(&mut Vec<(String, String)>)| {
        move |fill: &mut Fill| {
            let mut all = regions();
            change(&mut all);
            let ones = vec!["1".to_owned(); all.len()];
            recipients(fill, &all, &[("Antal", "antal", ones)]);
            pot(fill, &[("belopp", "2100"), ("residual", "largest_remainder")]);
        }
    };
    let kept = &[sheet::TEXTER];
    for (said, says) in [
        (
            refused(change(|all| drop(all.pop())), kept),
            "fel[I03] beslut-prov.xlsx › Mottagare › A12: regionen Norrbotten saknas",
        ),
        (
            refused(change(|all| all[20].0 = "Skåne".to_owned()), kept),
            "fel[I04] beslut-prov.xlsx › Mottagare › A33: Skåne står redan på rad 22",
        ),
        (
            refused(change(|all| all[20].0 = "Lund".to_owned()), kept),
            "fel[I05] beslut-prov.xlsx › Mottagare › A33: ”Lund” är ingen region",
        ),
        (
            refused(change(|all| all[9].1 = "13".to_owned()), kept),
            "fel[R04] beslut-prov.xlsx › Mottagare › B22: Skåne har koden ”13”",
        ),
    ] {
        assert!(said.lines().any(|line| line == says), "{says}\nnot in\n{said}");
    }
}

#[test]
fn an_item_in_braces_that_does_not_exist_is_refused_with_the_nearest() {
    for (paragraph, says) in [
        ("Av {pot} kronor", "text ”{pot}” finns inte"),
        ("Av {mottagar} kronor", "”{mottagar}” finns inte"),
        (
            "Skriv varför  beslutet fattas.",
            "stycket är inte skrivet: här står vad det ska handla om",
        ),
        ("Den {Utbetalningsdag}", "”{Utbetalningsdag}” har inget värde i den här arbetsboken"),
        ("Av {pott kronor", "en klammer öppnas men stängs inte"),
        ("Av pott} kronor", "en klammer stängs utan att ha öppnats"),
        ("Anslagspost {Anslagspost}", "”{Anslagspost}” har inget värde i den här arbetsboken"),
    ] {
        let said = refused(
            |fill| {
                pot(fill, &[]);
                let row = [
                    ("rubrik", text("Beslut")),
                    ("plats", text("före fördelningen")),
                    ("stycke", text(paragraph)),
                ];
                fill.row(sheet::TEXTER, row);
                for id in ["plats", "stycke"] {
                    fill.filled_from(sheet::TEXTER, id, filled_from());
                }
            },
            &[sheet::MOTTAGARE],
        );
        let says = says.trim_start_matches("text ");
        let place = "fel[I20] beslut-prov.xlsx › Texter › C17: ";
        assert_eq!(said, format!("{place}{says}"), "{paragraph}");
    }
}

#[test]
fn a_file_of_a_decision_is_named_so_that_figures_can_be() {
    let bytes = &data_2024::all().iter().find(|(file, _)| *file == data_2024::beslut::FILE);
    let bytes = &bytes.expect("the decision").1;
    for name in ["beslut-Ny pott.xlsx", "beslut-.xlsx", "beslut-å.xlsx", "beslut-a_b.xlsx"] {
        let folder = Folder::new("2024", data_2024::all()).with(name, bytes);
        let says = format!("fel[F03] {name}: filens namn går inte att använda");
        let said = problems(&check(&folder));
        assert!(said.starts_with(&says), "{said}");
    }
}
