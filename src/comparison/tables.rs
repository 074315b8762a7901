//! Tables of differences: for each recipient, for each cause, cell by cell, and the parameters side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::data::{Jamforelse, Orsak, Orsaksslag, Skillnad, Uppgift};
use super::shown::COUNTRY_ID;
use crate::figure::Status;
use crate::quantity::{Unit, Value};
use crate::region::Region;
use crate::report::number::Siffra;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::text_table::{Textcell, Texttabell};
use crate::report::{Number, NumberFormat};
use crate::swedish;

/// So many causes have a column of their own; the rest are together.
const COLUMNS: usize = 5;

/// So many cells are listed one by one; of more, how many they are in each sheet.
const CELLS: usize = 40;

/// An amount of whole kronor in a table of differences.
pub(crate) fn kr(id: String, kronor: i64, status: &str) -> Siffra {
    let status = Status::find(status).unwrap_or(Status::EjBekraftad);
    let number = Number { id, value: Value::Integer(kronor), unit: Unit::HelaKronor, status };
    number.shown_as(NumberFormat::Decimals(0))
}

/// The older amount, the newer one and the difference.
pub(super) fn amounts(one: &Skillnad) -> [Option<Siffra>; 3] {
    let figure = |which: &str, amount: i64| kr(format!("{which}.{}", one.id), amount, &one.status);
    [
        one.gammal.map(|amount| figure("gammal", amount)),
        one.ny.map(|amount| figure("ny", amount)),
        Some(figure("skillnad", one.skillnad)),
    ]
}

/// A figure of every recipient, in the regions' order and then the others', the country last.
pub(super) fn of_figure<'f>(all: &'f [Skillnad], bidrag: &str, siffra: &str) -> Vec<&'f Skillnad> {
    let mut own: Vec<_> =
        all.iter().filter(|one| one.bidrag == bidrag && one.siffra == siffra).collect();
    let region = |one: &Skillnad| Region::all().position(|region| region.id() == one.plats);
    own.sort_by_key(|one| {
        let last = one.plats == COUNTRY_ID;
        (last, region(one).is_none(), region(one), one.plats.clone())
    });
    own
}

/// Whose a row is: a region's id, another recipient's code or the country's, and the same by name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whose<'f> {
    pub(crate) plats: &'f str,
    pub(crate) vems: &'f str,
}

impl<'f> From<&'f Skillnad> for Whose<'f> {
    fn from(one: &'f Skillnad) -> Self {
        Self { plats: &one.plats, vems: &one.vems }
    }
}

/// A table with a row for each recipient.
pub(crate) fn table<'f>(
    id: &str,
    nummer: u32,
    rubrik: String,
    kolumner: &[String],
    rows: impl IntoIterator<Item = (Whose<'f>, Vec<Option<Siffra>>)>,
) -> Tabell {
    let kolumn = |rubrik: &String| Tabellkolumn {
        rubrik: rubrik.clone(),
        grupp: None,
        enhet: String::new(),
    };
    let rad = |(one, celler): (Whose<'_>, Vec<Option<Siffra>>)| {
        let region = Region::all().find(|region| region.id() == one.plats);
        let of_the_country = one.plats == COUNTRY_ID;
        let other = (region.is_none() && !of_the_country).then(|| one.plats.to_owned());
        Tabellrad {
            rubrik: if of_the_country { "Totalt".to_owned() } else { one.vems.to_owned() },
            lanskod: region.map(|region| region.county_code().to_owned()),
            kod: other,
            slag: if of_the_country { Radslag::Summa } else { Radslag::Rad },
            celler,
            gar_inte_ihop: false,
            okanda: Vec::new(),
        }
    };
    Tabell {
        id: id.to_owned(),
        nummer: Some(nummer),
        rubrik,
        enhet: "kr".to_owned(),
        radrubrik: "Mottagare".to_owned(),
        kolumner: kolumner.iter().map(kolumn).collect(),
        rader: rows.into_iter().map(rad).collect(),
        avrundade: Avrundade::default(),
    }
}

/// What a figure's differences come of, a column for each of the largest causes. None where there are none.
pub(super) fn causes(nummer: u32, rubrik: String, rows: &[&Skillnad]) -> Option<Tabell> {
    let mut workbooks: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for cause in rows.iter().flat_map(|row| &row.orsaker) {
        if let (Some(sheet), Some(file)) = (&cause.blad, &cause.fil) {
            workbooks.entry(sheet).or_default().insert(file);
        }
    }
    let heading = |cause: &Orsak| {
        let several = |sheet: &String| workbooks.get(sheet.as_str()).map_or(0, BTreeSet::len) > 1;
        heading(cause, cause.blad.as_ref().is_some_and(several))
    };
    let mut sizes: BTreeMap<String, u64> = BTreeMap::new();
    for cause in rows.iter().flat_map(|row| &row.orsaker) {
        let size = sizes.entry(heading(cause)).or_default();
        *size = size.saturating_add(cause.bidrag.unsigned_abs());
    }
    let mut columns: Vec<_> = sizes.into_iter().filter(|(_, size)| *size > 0).collect();
    columns.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), name.clone()));
    let mut columns: Vec<_> = columns.into_iter().map(|(name, _)| name).collect();
    let rest = columns.split_off(columns.len().min(COLUMNS));
    if columns.is_empty() {
        return None;
    }
    let others = "Övrigt".to_owned();
    let cells = |row: &Skillnad| {
        let part = |names: &[String]| -> i64 {
            let own = row.orsaker.iter().filter(|one| names.contains(&heading(one)));
            own.map(|one| one.bidrag).sum()
        };
        let figure =
            |name: &str, amount| kr(format!("orsak.{name}.{}", row.id), amount, &row.status);
        let mut cells: Vec<_> = columns
            .iter()
            .map(|name| Some(figure(name, part(std::slice::from_ref(name)))))
            .collect();
        if !rest.is_empty() {
            cells.push(Some(figure("ovrigt", part(&rest))));
        }
        let [.., difference] = amounts(row);
        cells.push(difference);
        cells
    };
    let mut headings = columns.clone();
    headings.extend((!rest.is_empty()).then_some(others));
    headings.push("Skillnad".to_owned());
    let rows = rows.iter().map(|row| ((*row).into(), cells(row)));
    Some(table(&format!("orsaker{nummer}"), nummer, rubrik, &headings, rows))
}

/// What a cause is called over a column; whether sheets of several workbooks are called what its sheet is.
fn heading(cause: &Orsak, of_several: bool) -> String {
    let file = cause.fil.as_deref().filter(|_| of_several);
    let file = file.map(|file| format!(", {}", file.trim_end_matches(".xlsx"))).unwrap_or_default();
    match (cause.slag, &cause.blad) {
        (Orsaksslag::Uppgifter, Some(sheet)) => format!("Bladet {sheet}{file}"),
        (Orsaksslag::Uppgifter, None) => "Uppgifter".to_owned(),
        (Orsaksslag::Tillkommer, Some(sheet)) => format!("Tillkommer på bladet {sheet}{file}"),
        (Orsaksslag::FallerBort, Some(sheet)) => format!("Faller bort på bladet {sheet}{file}"),
        (Orsaksslag::Tillkommer | Orsaksslag::FallerBort, None) => {
            swedish::capitalized(&cause.text)
        }
        (Orsaksslag::Regel, _) => "Regler".to_owned(),
        (Orsaksslag::Avrundning, _) => "Avrundning".to_owned(),
    }
}

/// What stands in a cell, or that it is not there.
fn value(one: &Uppgift, old: bool) -> Textcell {
    let value = if old { &one.gammal } else { &one.ny };
    value.as_ref().map_or("–", |value| value.text.as_str()).into()
}

/// The cells that are others; of many, how many they are in each sheet. None where there are none.
pub(super) fn cells(found: &Jamforelse) -> Option<Texttabell> {
    of_cells(found, |_| true)
}

/// The same of the sheets that some causes are of.
pub(super) fn cells_behind(found: &Jamforelse, causes: &[&Orsak]) -> Option<Texttabell> {
    of_cells(found, |cell| {
        causes.iter().any(|cause| {
            cause.fil.as_ref() == Some(&cell.fil) && cause.blad.as_ref() == Some(&cell.blad)
        })
    })
}

fn of_cells(found: &Jamforelse, is_told: impl Fn(&Uppgift) -> bool) -> Option<Texttabell> {
    let all: Vec<_> = changed(found).filter(|one| is_told(one)).collect();
    if all.len() <= CELLS {
        let table = one_by_one("Uppgifter som skiljer", &all);
        return (!all.is_empty()).then_some(table);
    }
    let mut sheets: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for one in &all {
        *sheets.entry((&one.fil, &one.blad)).or_default() += 1;
    }
    let rows = sheets
        .into_iter()
        .map(|((fil, blad), count)| (fil.to_owned(), [blad.into(), count.to_string().into()]));
    let columns = [("Blad", false), ("Antal", true)];
    Some(Texttabell::of("Uppgifter som skiljer", "Arbetsbok", columns).rows(rows))
}

/// What is another in cells, the whole country's first.
fn changed(found: &Jamforelse) -> impl Iterator<Item = &Uppgift> {
    found.parametrar.iter().filter(|one| one.andrad).chain(&found.celler)
}

/// Cells one by one, with what stood in them and what stands there.
fn one_by_one(caption: &str, all: &[&Uppgift]) -> Texttabell {
    let columns = [("Blad och cell", false), ("Vems", false), ("Tidigare", true), ("Nu", true)];
    let rows = all.iter().map(|one| {
        let place = format!("{}, {} {}", one.fil, one.blad, one.address());
        let cells = [place.into(), one.vems.clone().into(), value(one, true), value(one, false)];
        (one.with_unit(), cells)
    });
    Texttabell::of(caption, "Uppgift", columns).rows(rows)
}

/// What stands in cells for the whole country, sheet by sheet: what is another, old and new; and what is the same.
pub(super) fn parameters(found: &Jamforelse) -> [Option<Texttabell>; 2] {
    let (changed, same): (Vec<_>, Vec<_>) = found.parametrar.iter().partition(|one| one.andrad);
    let rows =
        by_sheet(&changed, |one| [one.address().into(), value(one, true), value(one, false)]);
    let columns = [("Cell", false), ("Tidigare", true), ("Nu", true)];
    let others = Texttabell::of("Parametrar som skiljer", "Blad och uppgift", columns).rows(rows);
    let rows = by_sheet(&same, |one| [one.address().into(), value(one, false)]);
    let columns = [("Cell", false), ("Värde", true)];
    let the_same = Texttabell::of("Parametrar som är lika", "Blad och uppgift", columns).rows(rows);
    [others, the_same].map(|table| (!table.rader.is_empty()).then_some(table))
}

/// A row for each, under a row with empty cells for the sheet that they stand on.
fn by_sheet<const N: usize>(
    all: &[&Uppgift],
    cells: impl Fn(&Uppgift) -> [Textcell; N],
) -> Vec<(String, [Textcell; N])> {
    let sheet = |one: &Uppgift| format!("{}, {}", one.fil.trim_end_matches(".xlsx"), one.blad);
    let mut sheets: Vec<String> = Vec::new();
    for own in all.iter().map(|one| sheet(one)) {
        if !sheets.contains(&own) {
            sheets.push(own);
        }
    }
    let mut rows = Vec::new();
    for own in sheets {
        let of_it = all.iter().filter(|one| sheet(one) == own);
        let of_it: Vec<_> = of_it.map(|one| (one.with_unit(), cells(one))).collect();
        rows.push((own, std::array::from_fn(|_| "".into())));
        rows.extend(of_it);
    }
    rows
}

/// The dates and numbers of documents that are others; none if none are, or the sets are of two years.
pub(super) fn references(found: &Jamforelse) -> Option<Texttabell> {
    let rows: Vec<_> = found
        .references()
        .into_iter()
        .map(|one| {
            let documents = one.documents();
            (documents, [one.what.into(), one.old.into(), one.new.into()])
        })
        .collect();
    let columns = [("Uppgift", false), ("Tidigare", false), ("Nu", false)];
    let caption = "Dokumentens datum och nummer som skiljer";
    (!rows.is_empty()).then(|| Texttabell::of(caption, "Dokument", columns).rows(rows))
}

/// The parameters as one list, for a workbook.
fn all_parameters(found: &Jamforelse) -> Texttabell {
    let rows = found.parametrar.iter().map(|one| {
        let place =
            [one.fil.as_str(), one.blad.as_str(), one.address(), one.unit().unwrap_or_default()];
        let [file, sheet, cell, unit] = place.map(Textcell::from);
        let differs = if one.andrad { "ja" } else { "nej" };
        (one.name(), [file, sheet, cell, unit, value(one, true), value(one, false), differs.into()])
    });
    let columns = [
        ("Arbetsbok", false),
        ("Blad", false),
        ("Cell", false),
        ("Enhet", false),
        ("Tidigare", true),
        ("Nu", true),
        ("Skiljer", false),
    ];
    Texttabell::of("Alla parametrar", "Uppgift", columns).rows(rows)
}

/// Every amount, and every cause of each, as lists for a workbook.
pub(super) fn lists(found: &Jamforelse) -> Vec<Texttabell> {
    let amount = |one: &Skillnad| {
        let [old, new, difference] = amounts(one).map(Textcell::from);
        let cells = [one.siffra.clone().into(), one.vems.clone().into(), old, new, difference];
        (one.bidrag.clone(), cells)
    };
    let columns =
        [("Siffra", false), ("Vems", false), ("Tidigare", true), ("Nu", true), ("Skillnad", true)];
    let all = Texttabell::of("Belopp", "Bidrag", columns).rows(found.siffror.iter().map(amount));
    let causes = found.siffror.iter().flat_map(|one| {
        one.orsaker.iter().enumerate().map(move |(at, cause)| {
            let figure = |which: &str, amount: i64| -> Textcell {
                kr(format!("{which}.{at}.{}", one.id), amount, &one.status).into()
            };
            let maybe = |which, amount: Option<i64>| {
                amount.map_or("".into(), |amount| figure(which, amount))
            };
            let cells = [
                one.siffra.clone().into(),
                one.vems.clone().into(),
                cause.text.clone().into(),
                figure("orsak", cause.bidrag),
                maybe("egen", cause.varav_egen),
                maybe("ensam", cause.ensam),
            ];
            (one.bidrag.clone(), cells)
        })
    });
    let columns = [
        ("Siffra", false),
        ("Vems", false),
        ("Orsak", false),
        ("Del av skillnaden", true),
        ("Varav det egna", true),
        ("Om bara detta ändras", true),
    ];
    let causes = Texttabell::of("Orsaker", "Bidrag", columns).rows(causes);
    let cells: Vec<_> = changed(found).collect();
    let cells = one_by_one("Alla uppgifter som skiljer", &cells);
    let lists = [all, causes, cells, all_parameters(found)].into_iter().chain(references(found));
    lists.filter(|table| !table.rader.is_empty()).collect()
}
