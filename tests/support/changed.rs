//! The workbooks of 2024, some of them changed, and what they come to; and a change that more than one
//! test makes.

use std::collections::BTreeMap;
use std::fs;

use chrono::NaiveDate;
use statsbidrag::figure::{Status, Trace};
use statsbidrag::grants::regleringsbrev::schema::{RESIDUAL_MANADER, sheet as brev};
use statsbidrag::grants::{besked, lakemedel, regleringsbrev};
use statsbidrag::pipeline::{self, Computed, selection::Selection};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::WorkbookSchema;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use crate::data_2024::{self, AR, content, csv, field};

/// Workbooks in place of those of 2024, or beside them, by the names of their files.
pub(crate) type Changed = Vec<(&'static WorkbookSchema, String, Fill)>;

/// What the workbooks of 2024 come to, some of them changed.
pub(crate) fn run(changed: Changed) -> Computed {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join(AR.to_string());
    fs::create_dir_all(&folder).expect("a folder");
    for (file, bytes) in data_2024::all() {
        fs::write(folder.join(file), bytes).expect("a file");
    }
    for (book, file, fill) in changed {
        fs::write(folder.join(file), data_2024::bytes(book, &fill)).expect("a file");
    }
    let computed = pipeline::compute(&folder, &Selection::default(), &|_| ());
    computed.unwrap_or_else(|problems| panic!("{problems}"))
}

fn filled_from() -> FilledFrom {
    FilledFrom::new("en annan körning", Status::Exempel)
}

/// Sets items of a workbook, by id, in place of what they were.
pub(crate) fn with(
    book: &'static WorkbookSchema,
    mut fill: Fill,
    items: &[(&str, &str)],
) -> Changed {
    for (id, text) in items {
        let (page, field) = field(book, id);
        fill.item(page, id, content(field, text), filled_from());
    }
    vec![(book, data_2024::file_of(book).to_owned(), fill)]
}

/// An adjustment's amount, the same for every region, or what it is computed from: by the id of its column, or the
/// heading of that of a settlement group.
pub(crate) fn justeringsbelopp(fill: &mut Fill, id: &str, kronor: &str) {
    let field = regleringsbrev::schema::WORKBOOK.sheet(brev::JUSTERINGSBELOPP).field();
    let Some(field) = field.iter().find(|field| field.id == id) else {
        let kronor = CellValue::Integer(kronor.parse().expect("kronor"));
        let column = PerRegion::from_fn(|_| kronor.clone());
        fill.free(brev::JUSTERINGSBELOPP, id, column, filled_from());
        return;
    };
    let column = PerRegion::from_fn(|_| content(field, kronor));
    fill.column(brev::JUSTERINGSBELOPP, id, column, filled_from());
}

/// Last year's components, which were left out, settled in one group.
fn settled_together(grant: &mut Fill) {
    let parts = crate::parts::PARTS_BEFORE;
    let parts = parts.map(|[name, what, amount, share, netted, _]| {
        [name, what, amount, share, netted, "tillsammans"]
    });
    crate::parts::components(grant, &parts, true);
}

/// The population of its own that the overview may have, for want of a decision that has one.
pub(crate) fn own_population(fill: &mut Fill) {
    let (page, id) = (besked::schema::sheet::BEFOLKNING, "befolkning");
    let rows = csv("sektorsbidrag-2024.csv");
    let people = Region::all().zip(&rows).map(|(_, row)| row["folkmangd_2023_11_01"].parse());
    let people: Vec<i64> = people.map(|people| people.expect("people")).collect();
    let column = PerRegion::from_fn(|region| CellValue::Integer(people[region.index()]));
    let day = NaiveDate::from_ymd_opt(AR - 1, 11, 1).expect("a date");
    fill.column(page, id, column, filled_from().per(day));
}

/// A plan by amounts on a sheet, which are together a grant: the last month gets what the others leave.
pub(crate) fn monthly(fill: &mut Fill, page: &'static str, grant: i64) {
    let others = grant / 13;
    for month in 1..=12 {
        let amount = if month == 12 { grant - 11 * others } else { others };
        let amount = CellValue::Integer(amount);
        fill.row(page, [("manad", CellValue::Integer(month)), ("belopp", amount)]);
    }
    fill.filled_from(page, "belopp", filled_from());
}

/// What rounding leaves over goes to a region that is named, or to nobody; the need model's outcome is given,
/// the months' residual is placed, profit and loss are settled together, and there is another adjustment.
pub(crate) fn to_one_that_is_named(utfall: PerRegion<CellValue>) -> Changed {
    use lakemedel::schema::sheets;
    let [components, groups] = crate::parts::PARTS_SHEETS_BEFORE;
    let without = [sheets::GRUPPER, sheets::PRISLAPPAR, components, groups];
    let mut grant = data_2024::lakemedel::fill_without(&without);
    settled_together(&mut grant);
    grant.column(sheets::BEHOVSMODELL, "behovsmodell_utfall", utfall, filled_from());
    let without = [brev::JUSTERINGAR, brev::JUSTERINGSBELOPP, brev::AVTAL, brev::REGLERADE];
    let mut brevet = data_2024::regleringsbrev::fill_without(&without);
    rows(&mut brevet, brev::AVTAL, csv("regleringsbrev-2024-avtal.csv"), |row| {
        row.insert("residual".to_owned(), RESIDUAL_MANADER[1].to_owned());
    });
    rows(&mut brevet, brev::REGLERADE, csv("regleringsbrev-2024-avdrag.csv"), |row| {
        row.insert("slutligt".to_owned(), "3786788".to_owned());
    });
    let kind = [("vinst/förlust", "tillsammans"), ("avdrag, reglering", ""), ("annan", "")];
    let justeringar = csv("regleringsbrev-2024-justeringsrader.csv").into_iter().zip(kind);
    let justeringar = justeringar.map(|(mut row, (kind, group))| {
        row.insert("justering".to_owned(), kind.to_owned());
        row.insert("grupp".to_owned(), group.to_owned());
        row
    });
    rows(&mut brevet, brev::JUSTERINGAR, justeringar.collect(), |_| ());
    justeringsbelopp(&mut brevet, "annan", "1");
    [
        with(
            &lakemedel::schema::WORKBOOK,
            grant,
            &[("residual", "explicit"), ("residual_region", "Gotland")],
        ),
        // A gross agreement has subtracted no återbäring, which may be said.
        with(
            &regleringsbrev::schema::WORKBOOK,
            brevet,
            &[("avdrag_residual", "half_up"), ("avstamning_aterbaring", "0")],
        ),
    ]
    .concat()
}

/// Adds rows of a fixture to a sheet, each changed.
fn rows(
    fill: &mut Fill,
    page: &'static str,
    rows: Vec<BTreeMap<String, String>>,
    swap: fn(&mut BTreeMap<String, String>),
) {
    let fields = regleringsbrev::schema::WORKBOOK.sheet(page).field();
    for mut row in rows {
        swap(&mut row);
        let filled = fields.iter().filter(|field| !row[field.id].is_empty());
        fill.row(page, filled.map(|field| (field.id, content(field, &row[field.id]))));
    }
    for field in fields {
        fill.filled_from(page, field.id, filled_from());
    }
}

/// The need model's outcome, as a workbook states it.
pub(crate) fn given(trace: &Trace) -> PerRegion<CellValue> {
    PerRegion::from_fn(|region| {
        let name = format!("lakemedel.{AR}.{}.behovsmodell", region.id());
        let value = &trace.node(trace.find(&name).expect("a figure")).value;
        let decimals = value.exact().expect("a number").as_decimal(8);
        CellValue::Decimal(decimals.parse().expect("a decimal"))
    })
}
