//! What would be if cells held something else, as the tables of a workbook.

use super::data::{Enskild, NO_DECISION, Spridning, Tankeprov};
use crate::comparison::data::Skillnad;
use crate::comparison::{effects as compared, tables};
use crate::report::head::Huvud;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Sheets;
use crate::report::table::Tabell;
use crate::report::text_table::{Textcell, Texttabell};

/// The id, which also names its files.
pub const ID: &str = "tankeprov";

/// The workbook's sheets, of a day; `example` says which examples the workbooks rest on.
#[must_use]
pub fn sheets(found: &Tankeprov, date: Datum, example: Option<&str>) -> Sheets {
    let title = format!("Tankeprov för {}: tänkta ändringar, inget beslut", found.ar);
    let mut head = Huvud::of(title, date);
    head.of_comparison((ID, super::data::VERSION), &found.korning, found.ar, example);
    head.caution = NO_DECISION;
    let mut amounts = effects(&found.siffror);
    amounts.extend(found.stickprov.iter().flat_map(|sample| spreads(&sample.siffror)));
    for (number, table) in (1..).zip(&mut amounts) {
        table.nummer = Some(number);
    }
    let mut sheets = Sheets::of(head, amounts);
    sheets.lists.extend(changes(found));
    sheets.lists.extend(found.var_for_sig.iter().map(|all| one_by_one(all)));
    sheets.lists.push(made_so(found));
    if let Some(sample) = &found.stickprov {
        let rows = sample.osakert.iter().map(|one| {
            let cells = [one.celler.to_string().into(), one.spridning.clone().into()];
            (one.uppgift.clone(), cells)
        });
        let columns = [("Celler", true), ("Spridning", false)];
        sheets.lists.push(Texttabell::of("Osäkra uppgifter", "Uppgift", columns).rows(rows));
    }
    sheets
}

/// What each would get for the year and in each month, of every grant that differs for somebody, and what it comes of.
fn effects(found: &[Skillnad]) -> Vec<Tabell> {
    let headings = ["Nu", "Med ändringen", "Skillnad"].map(str::to_owned);
    let (amounts, causes) = compared::amounts_and_causes(found, &headings);
    amounts.into_iter().chain(compared::months(found)).chain(causes).collect()
}

/// How far the amounts may come to lie, a table for each that is shared out.
fn spreads(found: &[Spridning]) -> Vec<Tabell> {
    let mut named: Vec<(&str, &str)> = Vec::new();
    for one in found {
        let own = (one.bidrag.as_str(), one.siffra.as_str());
        if !named.contains(&own) {
            named.push(own);
        }
    }
    let headings =
        ["Nu", "Minst", "5 %", "25 %", "Median", "75 %", "95 %", "Störst"].map(str::to_owned);
    let table = |(bidrag, siffra): (&str, &str)| {
        let own = found.iter().filter(|one| one.bidrag == bidrag && one.siffra == siffra);
        let name = own.clone().next().map_or(siffra, |one| one.benamning.as_str());
        let name = compared::named(name, siffra);
        let rubrik = format!("{name} per mottagare: så spridda är dragningarna");
        let rows = own.map(|one| {
            let all = [
                ("nu", one.nu),
                ("minst", one.minst),
                ("p5", one.p5),
                ("p25", one.p25),
                ("median", one.median),
                ("p75", one.p75),
                ("p95", one.p95),
                ("storst", one.storst),
            ];
            let cell = |(which, amount): (&str, i64)| -> Option<Siffra> {
                Some(tables::kr(format!("{which}.{}", one.id), amount, &one.status))
            };
            (tables::Whose { plats: &one.plats, vems: &one.vems }, all.map(cell).to_vec())
        });
        tables::table(&format!("spridning.{bidrag}.{siffra}"), 0, rubrik, &headings, rows)
    };
    named.into_iter().map(table).collect()
}

/// What it was made of and how.
fn made_so(found: &Tankeprov) -> Texttabell {
    let text = |name: &str, value: String| (name.to_owned(), [Textcell::from(value)]);
    let mut rows = vec![
        text("Arbetsböcker", found.mapp.clone()),
        text("Körning av dem som de är", found.korning.clone()),
        text(
            "Kontroller",
            "av arbetsböckerna som de är; inte av de ändrade uppgifterna".to_owned(),
        ),
    ];
    if let Some(sample) = &found.stickprov {
        rows.push(text("Dragningar", sample.dragningar.to_string()));
        rows.push(text("Frö", sample.fro.to_string()));
        rows.push(text("Dragningar som inte gick att beräkna", sample.misslyckade.to_string()));
    }
    if found.var_for_sig.is_some() {
        let measure =
            "vad några förlorar eller andra vinner, det som är mest, i det bidrag där det är mest";
        rows.push(text("Kronor som ändras", measure.to_owned()));
    }
    Texttabell::of("Så är det gjort", "Vad", [("Hur", false)]).rows(rows)
}

/// The cells that are changed.
fn changes(found: &Tankeprov) -> Option<Texttabell> {
    let rows = found.andringar.iter().map(|one| {
        let place = format!("{}, {} {}", one.fil, one.blad, one.cell);
        (one.uppgift.clone(), [place.into(), one.nu.clone().into(), one.andrat.clone().into()])
    });
    let columns = [("Blad och cell", false), ("Nu", true), ("Med ändringen", true)];
    let table = Texttabell::of("Ändrade uppgifter", "Uppgift", columns).rows(rows);
    (!table.rader.is_empty()).then_some(table)
}

/// Each change by itself.
fn one_by_one(all: &[Enskild]) -> Texttabell {
    let kr = |name: String, amount: i64| -> Textcell {
        tables::kr(name, amount, crate::figure::Status::Faststalld.name()).into()
    };
    let rows = (1..).zip(all).map(|(rank, one)| {
        let change = &one.andring;
        let place = format!("{}, {} {}", change.fil, change.blad, change.cell);
        let moved = one.flyttas.map_or_else(
            || "kan inte beräknas".into(),
            |moved| kr(format!("flyttas.{rank}"), moved),
        );
        let (most, difference) = match &one.mest {
            Some(most) => (
                format!("{} ({})", most.vems, most.benamning).into(),
                kr(format!("mest.{rank}"), most.skillnad),
            ),
            None => ("".into(), "".into()),
        };
        let cells = [
            place.into(),
            change.nu.clone().into(),
            change.andrat.clone().into(),
            moved,
            most,
            difference,
        ];
        (change.uppgift.clone(), cells)
    });
    let columns = [
        ("Blad och cell", false),
        ("Nu", true),
        ("Med ändringen", true),
        ("Kronor som ändras", true),
        ("Mest för", false),
        ("Skillnad", true),
    ];
    Texttabell::of("En ändring i taget", "Uppgift", columns).rows(rows)
}
