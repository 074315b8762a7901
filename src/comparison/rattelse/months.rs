//! The amounts of a correction month by month, and what the month that settles them pays.

use super::super::data::Skillnad;
use super::super::tables;
use super::Reglering;
use crate::calendar::Month;
use crate::report::number::Varde;
use crate::report::table::Tabell;
use crate::swedish;

/// What stands over an amount before, one after, and the difference.
const HEADINGS: [&str; 3] = ["Tidigare", "Rättat", "Skillnad"];

/// How many months stand beside each other.
const BESIDE: usize = 3;

/// Old, corrected and difference of each recipient month by month, some months beside each other; those without any
/// difference are left out.
pub(super) fn by_month(
    first: u32,
    all: &[&Skillnad],
    months: &[(Month, Vec<&Skillnad>)],
) -> Vec<Tabell> {
    let differs = |all: &[&Skillnad]| all.iter().any(|one| one.skillnad != 0);
    let months: Vec<_> = months.iter().filter(|(_, all)| differs(all)).collect();
    let one = |(number, some): (u32, &[&(Month, Vec<&Skillnad>)])| {
        let each =
            |month: &Month| HEADINGS.map(|heading| (heading, swedish::month_and_year(*month)));
        let headings: Vec<_> = some.iter().flat_map(|(month, _)| each(month)).collect();
        let rows = all.iter().map(|row| {
            let cells = some.iter().flat_map(|(_, all)| {
                let own = all.iter().find(|one| one.plats == row.plats);
                own.map_or([None, None, None], |own| tables::amounts(own))
            });
            ((*row).into(), cells.collect())
        });
        let all: Vec<_> = some.iter().map(|(month, _)| *month).collect();
        let rubrik = format!("Före och efter rättelsen, {}", swedish::months_in_span(all));
        let names: Vec<_> = headings.iter().map(|(heading, _)| (*heading).to_owned()).collect();
        let mut table = tables::table(&format!("manader{number}"), number, rubrik, &names, rows);
        for (column, (_, month)) in table.kolumner.iter_mut().zip(headings) {
            column.grupp = Some(month);
        }
        table
    };
    (first..).zip(months.chunks(BESIDE)).map(one).collect()
}

/// The amounts of a column of a table.
fn of_column(table: &Tabell, column: usize) -> impl Iterator<Item = i64> {
    table.rader.iter().filter_map(move |row| match row.celler.get(column)?.as_ref()?.varde {
        Varde::Integer(amount) => Some(amount),
        Varde::Text(_) => None,
    })
}

/// What is settled in a month: what the months before it paid wrongly, with what it pays itself.
pub(super) fn settlement(
    month: Month,
    all: &[&Skillnad],
    months: &[(Month, Vec<&Skillnad>)],
) -> Option<Reglering> {
    let (_, own) = months.iter().find(|(own, _)| *own == month)?;
    let before: Vec<_> =
        months.iter().filter(|(own, _)| *own < month).flat_map(|(_, all)| all).collect();
    let rows = all.iter().map(|row| {
        let earlier = before.iter().filter(|one| one.plats == row.plats);
        let earlier: i64 = earlier.map(|one| one.skillnad).sum();
        let corrected = own.iter().find(|one| one.plats == row.plats).and_then(|one| one.ny);
        let corrected = corrected.unwrap_or_default();
        let figure = |name: &str, amount| {
            Some(tables::kr(format!("reglering.{name}.{}", row.id), amount, &row.status))
        };
        let cells = vec![
            figure("tidigare", earlier),
            figure("manaden", corrected),
            figure("betalas", earlier + corrected),
        ];
        ((*row).into(), cells)
    });
    let skiljer = before.iter().any(|one| one.skillnad != 0);
    let month = swedish::month_and_year(month);
    let headings = [
        "Skillnad i tidigare utbetalningar".to_owned(),
        format!("Rättat belopp för {month}"),
        format!("Betalas i {month}"),
    ];
    let rubrik = format!("Utbetalning i {month}, med skillnaden reglerad");
    let tabell = tables::table("reglering", 2, rubrik, &headings, rows);
    let betalas_tillbaka = of_column(&tabell, 2).any(|amount| amount < 0);
    Some(Reglering { tabell, skiljer, betalas_tillbaka })
}
