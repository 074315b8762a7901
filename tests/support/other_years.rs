//! Years of other shapes than 2024: the workbooks of 2024 with agreements and decisions that differ, and the
//! papers made of them, which are kept under review as those of 2024 are.

use statsbidrag::figure::Status;
use statsbidrag::grants::beredskap::schema::{NYCKEL, population_heading, sheet as lagret};
use statsbidrag::grants::besked::schema::sheet as beskedet;
use statsbidrag::grants::lakemedel::schema::sheets;
use statsbidrag::grants::regleringsbrev::schema::sheet as brev;
use statsbidrag::grants::{beredskap, besked, lakemedel, regleringsbrev};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::WorkbookSchema;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use crate::changed::{Changed, run, with};
use crate::data_2024::{self, content};
use crate::document_set::{self, DocumentSet};

/// A year.
pub(crate) struct Shape {
    /// What it is called.
    pub(crate) name: &'static str,
    /// What differs from 2024.
    changed: fn() -> Changed,
    /// The papers that say so.
    papers: &'static [&'static str],
}

/// The years.
pub(crate) const SHAPES: &[Shape] = &[
    Shape {
        name: "ett-steg",
        changed: one_step,
        papers: &[
            "cirkular",
            "regleringsbrev",
            "bilaga-2",
            "bilaga-4",
            "betalningsplan",
            "regionbesked-09-gotland",
            "regionbesked-17-varmland",
        ],
    },
    Shape {
        name: "tre-steg",
        changed: three_steps,
        papers: &[
            "cirkular",
            "bilaga-2",
            "bilaga-4",
            "betalningsplan",
            "beredskap",
            "besked",
            "regionbesked-01-stockholm",
        ],
    },
];

impl Shape {
    /// Its papers.
    pub(crate) fn set(&self) -> DocumentSet {
        let chosen = |paper: &str| self.papers.contains(&paper);
        let set = document_set::some_of(run((self.changed)()), chosen);
        assert_eq!(set.pdf().count(), self.papers.len(), "{}: a paper is missing", self.name);
        set
    }

    /// Where a paper's pages are kept.
    pub(crate) fn path(&self, paper: &str) -> String {
        format!("{FOLDER}/{}-{paper}.txt", self.name)
    }
}

/// Where the pages are kept.
pub(crate) const FOLDER: &str = "tests/documents/other_years";

fn filled_from() -> FilledFrom {
    FilledFrom::new("en påhittad överenskommelse", Status::Faststalld)
}

/// Adds rows of a list, each cell as it would be written; an empty one is left out.
fn rows(fill: &mut Fill, book: &'static WorkbookSchema, page: &'static str, rows: &[&[&str]]) {
    let fields = book.sheet(page).field();
    for row in rows {
        let cells = fields.iter().zip(*row).filter(|(_, text)| !text.is_empty());
        fill.row(page, cells.map(|(field, text)| (field.id, content(field, text))));
    }
    let first = usize::from(fields.len() > 1);
    for field in &fields[first..] {
        fill.filled_from(page, field.id, filled_from());
    }
}

/// A ladder of one step, a least cost for compensation, one criterion, one month in arrears, a plan by shares, and
/// the first decision of the budget year.
fn one_step() -> Changed {
    let book = &lakemedel::schema::WORKBOOK;
    let without = [sheets::TRAPPA, sheets::SJUKDOMAR, sheets::KRITERIER];
    let mut grant = data_2024::lakemedel::fill_without(&without);
    rows(&mut grant, book, sheets::TRAPPA, &[&["1", "medelkostnaden", "", "80"]]);
    rows(&mut grant, book, sheets::KRITERIER, &[&["Sjukdomen är sällsynt."]]);
    let shares = ["10", "7.5", "7.5", "8", "8", "8", "8", "8", "8", "9", "9", "9"];
    let months: Vec<_> = (1..=12).map(|number: i32| number.to_string()).collect();
    let plan: Vec<[&str; 2]> =
        months.iter().zip(shares).map(|(month, share)| [month.as_str(), share]).collect();
    let plan: Vec<&[&str]> = plan.iter().map(|row| &row[..]).collect();
    rows(&mut grant, book, sheets::MANADSPLAN, &plan);
    let mut grant = with(
        book,
        grant,
        &[
            ("residual", "largest_remainder"),
            ("solidarisk_troskel", "150"),
            ("efterslap", "1"),
            ("foregaende_efterslap", "1"),
            ("vinst_forlust_avraknas", "2"),
            ("vinst_forlust_regleras", "5"),
        ],
    );
    let mut letter = data_2024::regleringsbrev::fill_without(&[brev::JUSTERINGAR]);
    adjusted(&mut letter, [("1", "1"), ("1", "1"), ("2", "2"), ("2", "2"), ("4", "6")]);
    let first = [("beslut_slag", "regleringsbrev")];
    grant.extend(with(&regleringsbrev::schema::WORKBOOK, letter, &first));
    grant
}

/// The adjustments of 2024, each in an annex and a month.
fn adjusted(fill: &mut Fill, places: [(&str, &str); 5]) {
    let kinds = [
        ("återbäring, prognos", ""),
        ("avdrag, reglering", ""),
        ("vinst/förlust", "förmånen"),
        ("vinst/förlust", "hepatit C"),
        ("återbäring, slutlig", ""),
    ];
    for ((kind, group), (annex, month)) in kinds.into_iter().zip(places) {
        let row = [kind, group, annex, month, "Regleringen avser 2023."];
        rows(fill, &regleringsbrev::schema::WORKBOOK, brev::JUSTERINGAR, &[&row]);
    }
}

/// A ladder of three steps where last year had a least cost for compensation, three months in arrears, last year
/// paid by a plan of amounts; preparedness by two keys, with a day of repayment and reports that are past; an
/// overview without agreements and other money.
fn three_steps() -> Changed {
    let book = &lakemedel::schema::WORKBOOK;
    let mut grant = data_2024::lakemedel::fill_without(&[sheets::TRAPPA]);
    let ladder: [&[&str]; 3] = [
        &["1", "medelkostnaden", "", "50"],
        &["2", "beloppet", "160", "85"],
        &["3", "beloppet", "220.5", "95"],
    ];
    rows(&mut grant, book, sheets::TRAPPA, &ladder);
    let months: Vec<_> = (1..=12).map(|number: i32| number.to_string()).collect();
    // Together last year's grants, 35 474 962 540 kr.
    let plan: Vec<[&str; 3]> = months
        .iter()
        .map(|month| [month.as_str(), "", if month == "12" { "2474962540" } else { "3000000000" }])
        .collect();
    let plan: Vec<&[&str]> = plan.iter().map(|row| &row[..]).collect();
    rows(&mut grant, book, sheets::FOREGAENDE_MANADSPLAN, &plan);
    let items = [
        ("residual", "largest_remainder"),
        ("foregaende_solidarisk_troskel", "145"),
        ("efterslap", "3"),
        ("foregaende_efterslap", "3"),
        ("regionbesked_datum", "2025-06-14"),
    ];
    let mut all = with(book, grant, &items);
    let mut letter = data_2024::regleringsbrev::fill_without(&[brev::JUSTERINGAR, brev::BILAGOR]);
    let annexes: [&[&str]; 4] =
        [&["1", "1", "1"], &["2", "2", "3"], &["3", "4", "4"], &["4", "5", "11"]];
    rows(&mut letter, &regleringsbrev::schema::WORKBOOK, brev::BILAGOR, &annexes);
    adjusted(&mut letter, [("2", "3"), ("2", "3"), ("3", "4"), ("3", "4"), ("4", "6")]);
    all.extend(with(&regleringsbrev::schema::WORKBOOK, letter, &[]));
    let without = [lagret::OVERENSKOMMELSER, lagret::BEFOLKNING];
    let mut stores = data_2024::beredskap::fill_without(&without);
    let [by_agreement, assumed] = NYCKEL;
    let agreements: [&[&str]; 3] = [
        &["2022", "500", "0", "2022", "2023", "2024-03-31", "", "2021-12-31", by_agreement],
        &["2023", "400", "2", "2023", "2025", "2026-03-31", "", "2022-12-31", by_agreement],
        &["2024", "100", "0", "2024", "2025", "", "", "2022-12-31", assumed],
    ];
    let preparedness = &beredskap::schema::WORKBOOK;
    rows(&mut stores, preparedness, lagret::OVERENSKOMMELSER, &agreements);
    let fixture = data_2024::csv("forsorjningsberedskap-2023.csv");
    for (day, more) in [("2021-12-31", 0), ("2022-12-31", 500)] {
        let people = PerRegion::from_fn(|region: Region| {
            let row = fixture.iter().find(|row| row["lanskod"] == region.county_code());
            let people: i64 = row.expect("a row")["folkmangd_2021_12_31"].parse().expect("people");
            CellValue::Integer(people + more)
        });
        let heading = population_heading(day.parse().expect("a date"));
        stores.free(lagret::BEFOLKNING, &heading, people, filled_from());
    }
    all.extend(with(preparedness, stores, &[("uppfoljning_datum", "2024-11-15")]));
    let without = [beskedet::OVERENSKOMMELSER, beskedet::OVRIGA];
    let overview = data_2024::besked::fill_without(&without);
    all.extend(with(&besked::schema::WORKBOOK, overview, &[("prestation", "nej")]));
    all
}
