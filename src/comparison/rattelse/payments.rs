//! The payments of a correction, for a payment system: from the month that settles it, those of the plan as they are after
//! it; or, where it is settled by itself, what each recipient is to get or to pay back.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::data::{Jamforelse, Skillnad};
use super::super::shown::COUNTRY_ID;
use super::super::{Set, tables};
use super::{Amounts, Words, named, of_a_decision, sheet};
use crate::calendar::Month;
use crate::contract::regleringsbrev;
use crate::problem::Problems;
use crate::region::Region;
use crate::report::number::{Siffra, Varde};
use crate::report::payment_file::{self, Payment};
use crate::workbook::Book;

/// What stands where payments of a plan have the number of an annex: the correction orders them.
const ORDERED_BY: &str = "rättelse";

/// The payments of a correction, as its file for payment systems has them.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rattelsebetalningar {
    /// Whether the corrected decision is decided, by the newer set's own file: `beslutad` or `utkast`.
    pub beslut_status: String,
    /// When payments are made, in order.
    pub utbetalningar: Vec<Rattelseutbetalning>,
    /// Whom, and what each gets.
    pub mottagare: Vec<Rattelsemottagare>,
}

/// When payments of a correction are made.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rattelseutbetalning {
    /// The day, as `2024-08-01`; none where the correction sets the month alone.
    pub dag: Option<String>,
    /// What the payments are to be known by.
    pub referens: String,
}

/// Who gets payments of a correction.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rattelsemottagare {
    /// The code: a region's is the länskod.
    pub kod: String,
    /// The full name.
    pub namn: String,
    /// The organisation number; empty if it is not known.
    pub organisationsnummer: String,
    /// How sure that is; empty if it is not known.
    pub organisationsnummer_status: String,
    /// What is paid, payment by payment, kr; less than nothing is paid back.
    pub celler: Vec<Siffra>,
}

/// A row of a set's payment file.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    #[serde(rename = "posttyp")]
    kind: String,
    #[serde(rename = "lanskod")]
    code: String,
    #[serde(rename = "mottagare")]
    recipient: String,
    #[serde(rename = "organisationsnummer")]
    number: String,
    #[serde(rename = "organisationsnummer_status")]
    number_status: String,
    #[serde(rename = "beslut_status")]
    decided: String,
}

/// The payments of the correction that a workbook words; none where the newer set has no payment file of what is
/// corrected. `sets` are the older and the newer one.
///
/// # Errors
/// As [`super::paper`].
pub fn payments(
    found: &Jamforelse,
    book: &Book,
    sets: [&Set<'_>; 2],
) -> Result<Option<Rattelsebetalningar>, Problems> {
    let row = book.items(sheet::BESLUT);
    let words = Words { book, row: &row };
    let Amounts { all, months, .. } = words.checked(found)?;
    let named = named(book);
    let file = if named == regleringsbrev::GRANT {
        "betalningsplan.csv".to_owned()
    } else {
        format!("beslut-{}.csv", of_a_decision(&named))
    };
    let [older, newer] = sets.map(|set| rows(set, &file));
    let Some(newer) = newer else { return Ok(None) };
    let beslut_status = newer.last().map(|last| last.decided.clone()).unwrap_or_default();
    // Who is paid nothing any more stands in the older file alone.
    let known = older.into_iter().flatten().chain(newer);
    let known = known.filter(|row| row.kind == "BETALNING");
    let known: BTreeMap<_, _> = known.map(|row| (row.code.to_lowercase(), row)).collect();
    let due = Due {
        ar: found.ny.ar,
        settled: Month::of(words.date("regleras")),
        months: &months,
        days: found
            .betalningsdagar
            .iter()
            .map(|day| (day.manad.as_str(), day.dag.as_str()))
            .collect(),
    };
    let Some(when) = due.when() else { return Ok(None) };
    let utbetalningar = when.iter().map(|(month, day)| Rattelseutbetalning {
        dag: day.map(str::to_owned),
        referens: format!("{} rättelse {}", words.text("diarienummer"), iso(*month)),
    });
    let recipients = all.iter().filter(|one| one.plats != COUNTRY_ID);
    let mottagare = recipients.map(|one| {
        let amounts = when.iter().map(|(month, day)| due.amount(one, *month, day.is_some()));
        recipient(one, &known, amounts.collect())
    });
    let (utbetalningar, mottagare) = (utbetalningar.collect(), mottagare.collect());
    Ok(Some(Rattelsebetalningar { beslut_status, utbetalningar, mottagare }))
}

/// The rows of a set's payment file; none if it has no such file.
fn rows(set: &Set<'_>, file: &str) -> Option<Vec<Row>> {
    let bytes = set.files.get(file)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
    let rows = reader.deserialize().collect::<Result<Vec<Row>, _>>();
    rows.ok()
}

/// A month as `2024-08`.
fn iso(month: Month) -> String {
    format!("{}-{:02}", month.year(), month.number())
}

/// Who a recipient is, by the files of the sets where they pay it.
fn recipient(
    one: &Skillnad,
    known: &BTreeMap<String, Row>,
    celler: Vec<Siffra>,
) -> Rattelsemottagare {
    let region = Region::all().find(|region| region.id() == one.plats);
    let code = region.map_or_else(|| one.plats.clone(), |region| region.county_code().to_owned());
    match known.get(&code.to_lowercase()).cloned() {
        Some(row) => Rattelsemottagare {
            kod: row.code,
            namn: row.recipient,
            organisationsnummer: row.number,
            organisationsnummer_status: row.number_status,
            celler,
        },
        None => Rattelsemottagare {
            kod: code,
            namn: region.map_or_else(|| one.vems.clone(), |own| own.official_name().to_owned()),
            organisationsnummer: String::new(),
            organisationsnummer_status: String::new(),
            celler,
        },
    }
}

/// What is due, and when.
struct Due<'f> {
    ar: i32,
    /// The month that settles the difference.
    settled: Month,
    /// The plan's months, with what each pays.
    months: &'f [(Month, Vec<&'f Skillnad>)],
    /// The plan's days, by month.
    days: BTreeMap<&'f str, &'f str>,
}

impl<'f> Due<'f> {
    /// Whether the difference is settled in a payment of the plan.
    fn is_in_the_plan(&self) -> bool {
        self.months.iter().any(|(own, _)| *own == self.settled)
    }

    /// The months that are paid, with their days; none where a month of the plan has no day.
    fn when(&self) -> Option<Vec<(Month, Option<&'f str>)>> {
        if !self.is_in_the_plan() {
            return Some(vec![(self.settled, None)]);
        }
        let from = self.months.iter().map(|(month, _)| *month).filter(|own| *own >= self.settled);
        from.map(|month| Some((month, Some(*self.days.get(iso(month).as_str())?)))).collect()
    }

    /// What a recipient gets in a month: what the plan pays it, with the difference of the months before where it is
    /// settled; or the difference alone.
    fn amount(&self, one: &Skillnad, month: Month, has_a_day: bool) -> Siffra {
        let own = |all: &[&'f Skillnad]| all.iter().find(|own| own.plats == one.plats).copied();
        let amount = if self.is_in_the_plan() {
            let paid = self.months.iter().find(|(own, _)| *own == month);
            let paid = paid.and_then(|(_, all)| own(all)?.ny).unwrap_or_default();
            let before = self.months.iter().filter(|(own, _)| *own < month);
            let before: i64 = before.filter_map(|(_, all)| Some(own(all)?.skillnad)).sum();
            if month == self.settled { paid + before } else { paid }
        } else {
            one.skillnad
        };
        let figure = if has_a_day {
            format!("utbetalning_{}", iso(month).replace('-', "_"))
        } else {
            "skillnad".to_owned()
        };
        tables::kr(format!("rattelse.{}.{}.{figure}", self.ar, one.plats), amount, &one.status)
    }
}

impl Rattelsebetalningar {
    /// The file: its form is that of every payment file, and what is nothing is not paid.
    #[must_use]
    pub fn file(&self) -> Vec<u8> {
        let mut payments = Vec::new();
        for (at, when) in self.utbetalningar.iter().enumerate() {
            let due = self.mottagare.iter().filter_map(|to| Some((to, to.celler.get(at)?)));
            let due = due.filter(|(_, amount)| amount.varde != Varde::Integer(0));
            payments.extend(due.map(|(to, amount)| Payment {
                code: to.kod.clone(),
                recipient: to.namn.clone(),
                number: (to.organisationsnummer.clone(), to.organisationsnummer_status.clone()),
                day: when.dag.clone().unwrap_or_default(),
                amount: amount.clone(),
                annex: ORDERED_BY.to_owned(),
                reference: when.referens.clone(),
                is_ordered: true,
            }));
        }
        let whole = |payment: &Payment| match payment.amount.varde {
            Varde::Integer(amount) => amount,
            Varde::Text(_) => 0,
        };
        let sum: i64 = payments.iter().map(whole).sum();
        let total = tables::kr("rattelse.betalas".to_owned(), sum, "");
        payment_file::payment_file(&payments, &self.beslut_status, &total)
    }
}
