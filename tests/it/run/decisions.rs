//! Decisions of every kind in one folder: what each pays, to whom, and what its papers say; and what is refused of a
//! decision's workbook.

use std::sync::OnceLock;

use statsbidrag::contract::beslut as contract;
use statsbidrag::grants::beslut::schema::{WORKBOOK, sheet};
use statsbidrag::region::Region;
use statsbidrag::report::Report;
use statsbidrag::workbook::Fill;

use crate::changed::{Changed, run};
use crate::data_2024::{self, AR, content};
use crate::decisions::{DECISIONS, USUAL, document, recipients, regions, words};
#[cfg(feature = "typeset")]
use crate::document_set::{self, DocumentSet};
use crate::program::Folder;
use crate::run::{check, filled_from, problems, text};

/// All decisions beside the workbooks of 2024.
fn all() -> Changed {
    let named = DECISIONS.iter();
    named.map(|(name, fill)| (&WORKBOOK, WORKBOOK.file_named(name), fill())).collect()
}

fn report() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| run(all()).report)
}

/// What each recipient of a decision gets, in the order of its table.
fn amounts(name: &str) -> Vec<i64> {
    let view = report().view(AR);
    let recipients = view.fact(&contract::MOTTAGARE.at(name));
    let amount = |one: &contract::Mottagare| {
        view.in_place(&one.plats, &contract::BELOPP.at(name)).exact().integer().expect("kronor")
    };
    recipients.iter().map(amount).collect()
}

#[test]
fn every_decision_shares_out_its_pots_to_the_krona() {
    for (name, pot, count) in [
        ("sektorsbidrag", 3_000_000_000, 21),
        ("kvalitetsregister", 68_000_000, 21),
        ("fasta", 2_310_000, 21),
        ("tva-potter", 221_000_000, 21),
        ("justerat", 1_000_000, 21),
        ("kommuner", 400_000_000, 290),
        ("samverkan", 133_500_001, 6),
        ("grundbelopp", 50_000_000, 21),
        ("inom-granser", 60_000_000, 21),
        ("utkast", 3_000_000, 21),
    ] {
        let amounts = amounts(name);
        assert_eq!((amounts.iter().sum::<i64>(), amounts.len()), (pot, count), "{name}");
    }
}

/// Worked out here by hand, from the numbers of the fixtures.
#[test]
fn amounts_are_what_the_words_of_the_decision_come_to() {
    assert_eq!(amounts("fasta")[..3], [10_000, 20_000, 30_000]);
    // A third of the regions has one place each, a third two, a third three: 42 in all.
    let places = amounts("justerat");
    assert_eq!((places[0], places[1], places[2]), (23_810 + 2, 47_619, 71_429));
    assert_eq!(places[Region::find("Gotland").expect("a region").index()], 47_619 - 8);
    let base = amounts("grundbelopp");
    // 29 million by population: 2 455 914 of 10 557 682 inhabitants.
    assert_eq!(base[0], 1_000_000 + 6_745_941);
    let limited = amounts("inom-granser");
    assert!(limited.iter().all(|amount| (1_500_000..=6_000_000).contains(amount)), "{limited:?}");
    let at = |limit: i64| limited.iter().filter(|amount| **amount == limit).count();
    assert!(at(1_500_000) == 3 && at(6_000_000) == 3, "{limited:?}");
    let floor = amounts("kommuner");
    assert!(floor.iter().all(|amount| *amount >= 500_000) && floor.contains(&500_000));
    // 133 500 001 kronor by 8,5 and 18,3 percent; the first takes the krona that rounding leaves.
    let shares = amounts("samverkan");
    assert_eq!((shares[0], shares[5]), (11_347_500 + 1, 24_430_500));
    let two = amounts("tva-potter");
    let part = |number: usize| {
        let promise = contract::DELBELOPP.at(("tva-potter", number));
        let view = report().view(AR);
        view.in_place("stockholm", &promise).exact().integer().expect("kronor")
    };
    assert_eq!(two[0], part(1) + 1_000_000);
    let draft = amounts("utkast");
    // None, one, two, three projects in turn: thirty in all.
    assert_eq!(draft[..5], [0, 100_000, 200_000, 300_000, 0]);
}

#[cfg(feature = "typeset")]
fn set() -> &'static DocumentSet {
    static SET: OnceLock<DocumentSet> = OnceLock::new();
    SET.get_or_init(|| document_set::of(run(all())))
}

#[cfg(feature = "typeset")]
fn json(name: &str) -> serde_json::Value {
    serde_json::from_slice(&set().files[name]).expect("JSON")
}

#[cfg(feature = "typeset")]
fn paper(name: &str) -> String {
    let pdf = &set().files[&format!("{name}.pdf")];
    let text = pdf_extract::extract_text_from_mem(pdf).expect("text");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[cfg(feature = "typeset")]
#[test]
fn every_decision_says_what_its_workbook_says() {
    for (name, phrases) in [
        (
            "kvalitetsregister",
            &[
                "Regeringen beslutar att 68 000 000 kronor ska betalas ut till 21 mottagare.",
                "Mest får Stockholm, ",
                "av 10 557 682, räknade den 31 december 2023.",
                "68 000 000 kronor fördelas efter befolkning.",
                "Alla belopp avrundas först nedåt till hela kronor.",
                "Medlen redovisas till Kammarkollegiet senast den 1 mars.",
            ][..],
        ),
        ("fasta", &["är bestämda i beslutet för var och en."]),
        (
            "tva-potter",
            &[
                "Det som fördelas, 221 000 000 kronor, är flera potter.",
                "200 000 000 kronor fördelas efter befolkning och behov.",
            ],
        ),
        (
            "justerat",
            &[
                "Stockholm får 2 kronor mer: beslutets tabell har två kronor mer.",
                "Gotland får 8 kronor mindre: beslutets tabell har åtta kronor mindre.",
            ],
        ),
        ("kommuner", &["till 290 mottagare.", "Ingen får mindre än 500 000 kronor.", "Kommun 290"]),
        ("samverkan", &["läggs till beloppet till Norra.", "Samverkansmedel per samverkansregion"]),
        ("grundbelopp", &["Först får varje mottagare ett grundbelopp på 1 000 000 kronor"]),
        ("inom-granser", &["Ingen får mindre än 1 500 000 kronor eller mer än 6 000 000 kronor."]),
        (
            "utkast",
            &[
                "Det här är ett utkast.",
                "Beslut 7.1",
                "Socialstyrelsen beslutar att 3 000 000 kronor",
            ],
        ),
    ] {
        let paper = paper(&format!("beslut-{name}"));
        for phrase in phrases {
            assert!(paper.contains(phrase), "{name}: {phrase} not in {paper}");
        }
    }
}

/// A letter has a part for each decision that pays the region, and none for one that does not.
#[cfg(feature = "typeset")]
#[test]
fn a_letter_tells_of_every_decision_that_pays_the_region() {
    let named = |letter: &str| -> Vec<String> {
        let json = json(letter);
        let list = json["beslut"].as_array().expect("decisions").clone();
        list.iter().map(|one| one["medel"].as_str().expect("a text").to_owned()).collect()
    };
    let others = [
        "ersättning",
        "startmedel",
        "mätmedel",
        "stöd",
        "medel till kvalitetsregister",
        "sektorsbidrag",
        "cancermedel",
    ];
    assert_eq!(named("regionbesked-01-stockholm.json"), others, "Stockholm has no project");
    let mut with_projects = others.to_vec();
    with_projects.push("projektmedel");
    assert_eq!(named("regionbesked-03-uppsala.json"), with_projects);
}

/// The payment file of each decision sums to what it shares out, and nobody who gets nothing is in it.
#[cfg(feature = "typeset")]
#[test]
fn every_decision_has_its_payment_file() {
    for (name, _) in DECISIONS {
        let file = String::from_utf8(set().files[&format!("beslut-{name}.csv")].clone());
        let file = file.expect("UTF-8");
        let rows: Vec<Vec<&str>> = file.lines().map(|row| row.split(';').collect()).collect();
        let [_, payments @ .., last] = rows.as_slice() else { panic!("{file}") };
        let paid: Vec<i64> = payments.iter().map(|row| row[6].parse().expect("kronor")).collect();
        let expected: Vec<_> = amounts(name).into_iter().filter(|amount| *amount != 0).collect();
        assert_eq!(paid, expected, "{name}");
        assert_eq!(last[11], paid.len().to_string(), "{name}");
        assert_eq!(last[12], paid.iter().sum::<i64>().to_string(), "{name}");
        let decided = if *name == "utkast" { "utkast" } else { "beslutad" };
        assert!(rows[1..].iter().all(|row| row[10] == decided), "{name}");
    }
}

/// A decision without pots that gives each region one of something, but for what is not `kept` of recipients and
/// paragraphs: for the tests to fill in.
fn empty(kept: &[&str]) -> Fill {
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
fn pot(fill: &mut Fill, cells: &[(&str, &str)]) {
    let usual = [
        ("pott", "Prov"),
        ("belopp", "2100"),
        ("fordelas", "efter nyckel"),
        ("nyckel", "Antal"),
        ("residual", "half_up"),
    ];
    let fields = WORKBOOK.sheet(sheet::POTTER).field();
    let kept = usual.iter().filter(|(id, _)| cells.iter().all(|(other, _)| other != id));
    let row = kept.chain(cells).map(|(id, value)| {
        let field = fields.iter().find(|field| field.id == *id).expect("a column");
        (*id, content(field, value))
    });
    fill.row(sheet::POTTER, row);
    for field in fields.iter().skip(1) {
        fill.filled_from(sheet::POTTER, field.id, filled_from());
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
            "fel[R04] beslut-prov.xlsx › Potter › B11: grundbeloppen är tillsammans 2 121 kr, mer än potten på 2 100 kr",
        ),
        (
            &[("golv", "101")],
            "fel[R04] beslut-prov.xlsx › Potter › B11: de minsta beloppen är tillsammans 2 121 kr, mer än potten på 2 100 kr",
        ),
        (
            &[("tak", "99")],
            "fel[R04] beslut-prov.xlsx › Potter › B11: de största beloppen är tillsammans 2 079 kr, mindre än potten på 2 100 kr",
        ),
        (
            &[("golv", "90"), ("tak", "80")],
            "fel[R04] beslut-prov.xlsx › Potter › B11: det minsta beloppet, 90 kr, är större än det största, 80 kr",
        ),
        (
            &[("belopp", "3"), ("residual", "largest_remainder")],
            "fel[R05] beslut-prov.xlsx › Potter › B11: Östergötland: beloppet blir 0 kr",
        ),
    ] {
        let said = refused(|fill| pot(fill, cells), &[sheet::MOTTAGARE, sheet::TEXTER]);
        assert!(said.lines().any(|line| line == says), "{says}\nnot in\n{said}");
    }
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
        let place = "fel[I20] beslut-prov.xlsx › Texter › C14: ";
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
