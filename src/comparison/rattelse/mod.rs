//! The correction of a decided document: old amounts, corrected ones and the difference, for each recipient and month;
//! which payment settles it, and why. The amounts come of two sets; the words of a workbook of its own ([`WORKBOOK`]).

mod months;
mod payments;
mod references;
mod schema;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use self::months::{by_month, settlement};
pub use self::payments::{Rattelsebetalningar, payments};
pub use self::schema::WORKBOOK;
use self::schema::sheet;
use super::data::{Jamforelse, Skillnad};
use super::messages as say;
use super::shown::COUNTRY_ID;
use super::{month_of, tables};
use crate::calendar::Month;
use crate::contract::{CountryPromise, PAYMENT, beslut, regleringsbrev};
use crate::figure::Status;
use crate::problem::{Code, Location, Problem, Problems};
use crate::report::head::Huvud;
use crate::report::number::{Datum, Siffra};
use crate::report::table::Tabell;
use crate::report::text_table::Texttabell;
use crate::swedish;
use crate::workbook::{Book, Row};

/// The document's id, which also names its files.
pub const ID: &str = "rattelse";

/// Its template.
pub const TEMPLATE: &str = "rattelse/main.typ.tera";

/// The version of its JSON.
const VERSION: u32 = 1;

/// A correction, as it is printed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rattelse {
    /// Title, date and status.
    pub huvud: Huvud,
    /// The correction itself.
    pub beslut: Rattelsebeslut,
    /// What it corrects.
    pub rattar: Rattat,
    /// Why, paragraph by paragraph.
    pub skal: Vec<String>,
    /// How many recipients get another amount, in words.
    pub antal_i_ord: String,
    /// Whether they are several.
    pub flera: bool,
    /// What those who get more get together, kr; none if nobody does.
    pub okar: Option<Siffra>,
    /// What those who get less get less together, kr; none if nobody does.
    pub minskar: Option<Siffra>,
    /// What all get together after the correction, kr.
    pub totalt: Siffra,
    /// Whether that is what they got before.
    pub samma_summa: bool,
    /// The month that settles it: `juni 2024`.
    pub regleras: String,
    /// Old, corrected and difference for each recipient.
    pub belopp: Tabell,
    /// The difference month by month, for what is paid by the month.
    pub manader: Vec<Tabell>,
    /// What that month pays, for what is paid by the month, where the month is one of the plan's.
    pub reglering: Option<Reglering>,
    /// Whether the difference is settled after the last of the year's payments, which are made as they were decided.
    pub efter_planen: bool,
    /// The months whose payment no annex orders, and which are not corrected here; none if there are none.
    pub utanfor: Option<String>,
    /// The payments of its file for payment systems, which is not printed; none where it has no such file.
    pub betalningsfil: Option<Rattelsebetalningar>,
    /// The data that are corrected.
    pub uppgifter: Option<Texttabell>,
    /// Who signs.
    pub undertecknare: Vec<Undertecknare>,
    /// The ids of the older run and the newer one.
    pub korningar: [String; 2],
}

/// A payment that settles what was paid wrongly before it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reglering {
    /// What is paid too much or too little before that month, what the month pays, and what is paid in it.
    pub tabell: Tabell,
    /// Whether anything of the payments before that month differs.
    pub skiljer: bool,
    /// Whether somebody is to pay in that month, instead of being paid.
    pub betalas_tillbaka: bool,
}

/// The correction itself.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rattelsebeslut {
    /// Who corrects: `Regeringen`.
    pub myndighet: String,
    /// The department, if the government does.
    pub departement: Option<String>,
    /// To whom: `Kammarkollegiet`.
    pub mottagare: String,
    /// Its number, if it has one.
    pub nummer: Option<String>,
    /// Its date.
    pub datum: Datum,
    /// Its own diarienummer.
    pub diarienummer: String,
}

/// A decision that is corrected.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rattat {
    /// What it is called: `beslutet om sektorsbidrag`.
    pub namn: String,
    /// Its number, if it has one.
    pub nummer: Option<String>,
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
}

/// Who signs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Undertecknare {
    /// Name.
    pub namn: String,
    /// Role.
    pub roll: String,
}

/// The correction that a workbook words; `run` is its own id, and `example` which examples it rests on.
///
/// # Errors
/// If no amount of what it is to correct differs, there is no such decision, or it is settled before it is decided.
pub fn paper(
    found: &Jamforelse,
    book: &Book,
    run: &str,
    example: Option<&str>,
) -> Result<Rattelse, Problems> {
    let row = book.items(sheet::BESLUT);
    let words = Words { book, row: &row };
    let Amounts { all, months, outside } = words.checked(found)?;
    let all: Vec<_> = all.iter().collect();
    let regleras = words.date("regleras");
    let (beslut, rattar) = words.decisions();
    let mut huvud = Huvud::of(format!("Rättelse av {}", rattar.namn), beslut.datum.clone());
    huvud.of_comparison((ID, VERSION), run, found.ny.ar, example);
    let places: Vec<_> = all.iter().filter(|one| one.plats != COUNTRY_ID).collect();
    let of_months = || months.iter().flat_map(|(_, all)| all);
    let differs = |place: &str| {
        let own = all.iter().chain(of_months()).filter(|one| one.plats == place);
        own.into_iter().any(|one| one.skillnad != 0)
    };
    let changed = places.iter().filter(|one| differs(&one.plats)).count();
    let sum = |of: &dyn Fn(i64) -> bool| -> i64 {
        places.iter().map(|one| one.skillnad).filter(|amount| of(*amount)).sum()
    };
    let status = all.iter().filter_map(|one| Status::find(&one.status)).max();
    let status = status.unwrap_or(Status::EjBekraftad).name();
    let kr = |name: &str, amount: i64| tables::kr(format!("rattelse.{name}"), amount, status);
    let some = |name: &str, amount: i64| (amount != 0).then(|| kr(name, amount.abs()));
    let (more, less) = (sum(&|amount| amount > 0), sum(&|amount| amount < 0));
    let totalt: i64 = places.iter().filter_map(|one| one.ny).sum();
    let headings = ["Tidigare beslutat", "Rättat belopp", "Skillnad"].map(str::to_owned);
    let rows = all.iter().map(|one| ((*one).into(), tables::amounts(one).to_vec()));
    let belopp =
        tables::table("belopp", 1, "Belopp före och efter rättelsen".to_owned(), &headings, rows);
    let month = Month::of(regleras);
    let reglering = settlement(month, &all, &months);
    let is_settled_after = reglering.is_none();
    let manader = by_month(if reglering.is_some() { 3 } else { 2 }, &all, &months);
    let causes: Vec<_> = all.iter().chain(of_months()).flat_map(|one| &one.orsaker).collect();
    let texts = |sheet: &str, id: &str| -> Vec<String> {
        book.rows(sheet).iter().filter_map(|row| Some(row.text(id)?.value)).collect()
    };
    let signers = texts(sheet::UNDERTECKNARE, "namn").into_iter();
    let signers = signers.zip(texts(sheet::UNDERTECKNARE, "roll"));
    Ok(Rattelse {
        huvud,
        beslut,
        rattar,
        skal: texts(sheet::SKAL, "stycke"),
        antal_i_ord: swedish::count_in_words(changed),
        flera: changed != 1,
        okar: some("okar", more),
        minskar: some("minskar", less),
        totalt: kr("totalt", totalt),
        samma_summa: more + less == 0,
        regleras: swedish::month_and_year(month),
        reglering,
        belopp,
        manader,
        betalningsfil: None,
        uppgifter: tables::cells_behind(found, &causes),
        efter_planen: is_settled_after && !months.is_empty(),
        utanfor: Some(swedish::enumeration(&outside)).filter(|months| !months.is_empty()),
        undertecknare: signers.map(|(namn, roll)| Undertecknare { namn, roll }).collect(),
        korningar: [&found.gammal, &found.ny].map(|set| set.korning.clone()),
    })
}

/// Whether a document, by its id, belongs to the decision that a workbook corrects.
#[must_use]
pub fn concerns(book: &Book, document: &str) -> bool {
    let named = named(book);
    if named != regleringsbrev::GRANT {
        return document.strip_prefix("beslut-") == Some(of_a_decision(&named));
    }
    let own = [regleringsbrev::GRANT, "regleringsbrev-samlat", "betalningsplan", "avstamning"];
    own.contains(&document) || document.starts_with("bilaga-")
}

/// How sure the weakest of what a workbook says of a correction is.
#[must_use]
pub fn weakest(book: &Book) -> Status {
    let items = book.items(sheet::BESLUT);
    let all = items.iter().map(|(_, read)| read.cell.evidence.status);
    all.max().unwrap_or(Status::EjBekraftad)
}

/// The workbook of the decision that is corrected, as the workbook names it: without its ending.
fn named(book: &Book) -> String {
    let named = book.text(sheet::BESLUT, "avser").map(|read| read.value).unwrap_or_default();
    named.trim().to_lowercase().trim_end_matches(".xlsx").to_owned()
}

/// What comes after the words that all workbooks of decisions begin with.
fn of_a_decision(named: &str) -> &str {
    named.strip_prefix("beslut-").unwrap_or(named)
}

/// What is corrected.
struct Amounts<'f> {
    /// Each recipient's amount, the country's last.
    all: Vec<Skillnad>,
    /// The same month by month, for what is paid so.
    months: Vec<(Month, Vec<&'f Skillnad>)>,
    /// The months that are not decided, and so neither corrected nor among the others.
    outside: Vec<String>,
}

/// What the workbook says.
struct Words<'b> {
    book: &'b Book,
    row: &'b Row,
}

impl Words<'_> {
    fn text(&self, id: &str) -> String {
        self.maybe(id).unwrap_or_default()
    }

    fn maybe(&self, id: &str) -> Option<String> {
        self.row.text(id).map(|read| read.value)
    }

    fn date(&self, id: &str) -> NaiveDate {
        let read = self.row.date(id).map(|read| read.value);
        read.unwrap_or_else(|| panic!("the workbook was read with its {id}"))
    }

    /// What corrects, and what is corrected.
    fn decisions(&self) -> (Rattelsebeslut, Rattat) {
        let corrects = Rattelsebeslut {
            myndighet: self.text("myndighet"),
            departement: self.maybe("departement"),
            mottagare: self.text("mottagare"),
            nummer: self.maybe("nummer"),
            datum: self.date("datum").into(),
            diarienummer: self.text("diarienummer"),
        };
        let corrected = Rattat {
            namn: self.text("rattar_namn"),
            nummer: self.maybe("rattar_nummer"),
            datum: self.date("rattar_datum").into(),
            diarienummer: self.text("rattar_diarienummer"),
        };
        (corrects, corrected)
    }

    /// The amounts, if everything that the workbook says can be.
    fn checked<'f>(&self, found: &'f Jamforelse) -> Result<Amounts<'f>, Problems> {
        let mut problems = Problems::new();
        let (own, old, new) = (self.book.year, found.gammal.ar, found.ny.ar);
        if own != old || own != new {
            let text = say::not_of_the_year(&own, &old, &new);
            problems.add(self.problem(Code::R04, "ar", text));
        }
        let corrected = self.date("datum");
        if corrected < self.date("rattar_datum") {
            problems.add(self.problem(Code::R04, "datum", say::corrected_before()));
        }
        if self.date("regleras") < corrected {
            problems.add(self.problem(Code::R04, "regleras", say::settled_before()));
        }
        for problem in self.references(found) {
            problems.add(problem);
        }
        match self.figures(found) {
            Ok(amounts) => {
                if let Some(problem) = self.of_the_plan(found, &amounts) {
                    problems.add(problem);
                }
                if !problems.stop() {
                    return Ok(amounts);
                }
            }
            Err(problem) => problems.add(problem),
        }
        Err(problems)
    }

    /// That the difference is settled in a payment of the plan that is still to be made, or after them all.
    fn of_the_plan(&self, found: &Jamforelse, amounts: &Amounts<'_>) -> Option<Problem> {
        let (first, last) = (amounts.months.first()?.0, amounts.months.last()?.0);
        let month = Month::of(self.date("regleras"));
        let name = swedish::month_and_year;
        let text = if amounts.months.iter().any(|(own, _)| *own == month) {
            let own = format!("{}-{:02}", month.year(), month.number());
            let day = found.betalningsdagar.iter().find(|day| day.manad == own)?;
            let paid: NaiveDate = day.dag.parse().ok()?;
            (paid < self.date("datum")).then(|| say::paid_by_then(&name(month), &day.dag))?
        } else if month > last {
            return None;
        } else {
            say::not_paid_in(&name(month), &name(first), &name(last))
        };
        Some(self.problem(Code::R04, "regleras", text).expected(say::a_later_payment()))
    }

    fn problem(&self, code: Code, id: &str, text: crate::problem::Message) -> Problem {
        let place = self.row.place(id).cloned();
        let place = place.unwrap_or_else(|| Location::sheet(&self.book.file, sheet::BESLUT));
        Problem::new(code, place, text)
    }

    /// The amounts of the decision that is corrected.
    fn figures<'f>(&self, found: &'f Jamforelse) -> Result<Amounts<'f>, Problem> {
        let named = named(self.book);
        let name = of_a_decision(&named);
        let (bidrag, siffra) = if named == regleringsbrev::GRANT {
            (regleringsbrev::GRANT, regleringsbrev::ARET.id().to_owned())
        } else {
            (beslut::GRANT, format!("{name}.belopp"))
        };
        let all = tables::of_figure(&found.siffror, bidrag, &siffra);
        let in_both = |all: &[&Skillnad]| {
            all.iter().any(|one| one.gammal.is_some()) && all.iter().any(|one| one.ny.is_some())
        };
        if !in_both(&all) {
            let mut names: Vec<_> = found.siffror.iter().filter_map(decision_of).collect();
            names.sort_unstable();
            names.dedup();
            let expected = if names.is_empty() {
                say::nobody_decided()
            } else {
                say::they_have(&names.join(", "))
            };
            let problem = self.problem(Code::R06, "avser", say::no_such_decision(&named));
            return Err(problem.expected(expected));
        }
        let mut months: Vec<(Month, Vec<&Skillnad>)> = Vec::new();
        if bidrag == regleringsbrev::GRANT {
            let own = found.siffror.iter().filter(|one| one.bidrag == bidrag);
            let own = own.filter(|one| one.siffra.starts_with(PAYMENT));
            let mut names: Vec<&str> = own.map(|one| one.siffra.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                let month = month_of(name).and_then(|(year, month)| Month::new(year, month));
                let all = tables::of_figure(&found.siffror, bidrag, name);
                months.extend(month.map(|month| (month, all)));
            }
        }
        let is_decided = |(month, _): &(Month, Vec<&Skillnad>)| {
            let name = format!("{}-{:02}", month.year(), month.number());
            ![&found.gammal, &found.ny].iter().any(|set| set.utan_bilaga.contains(&name))
        };
        let (months, outside): (Vec<_>, Vec<_>) = months.into_iter().partition(is_decided);
        let all: Vec<_> = all.into_iter().map(|one| decided(one, &outside)).collect();
        let outside = outside.iter().map(|(month, _)| swedish::month_and_year(*month)).collect();
        let of_months = months.iter().flat_map(|(_, all)| all.iter().copied());
        if all.iter().chain(of_months).any(|one| one.skillnad != 0) {
            Ok(Amounts { all, months, outside })
        } else {
            Err(self.problem(Code::R04, "avser", say::nothing_to_correct(&named)))
        }
    }
}

/// An amount without what is paid in months that are not decided.
fn decided(one: &Skillnad, outside: &[(Month, Vec<&Skillnad>)]) -> Skillnad {
    let own = || outside.iter().flat_map(|(_, all)| all).filter(|own| own.plats == one.plats);
    let old: i64 = own().filter_map(|own| own.gammal).sum();
    let new: i64 = own().filter_map(|own| own.ny).sum();
    let less = |amount: Option<i64>, by: i64| amount.map(|amount| amount - by);
    Skillnad {
        gammal: less(one.gammal, old),
        ny: less(one.ny, new),
        skillnad: one.skillnad - (new - old),
        ..one.clone()
    }
}

/// What the workbook may call the decision that an amount is of, if both sets have it.
fn decision_of(one: &Skillnad) -> Option<&str> {
    (one.gammal.is_some() && one.ny.is_some()).then_some(())?;
    match one.bidrag.as_str() {
        regleringsbrev::GRANT => (one.siffra == CountryPromise::id(&regleringsbrev::ARET))
            .then_some(regleringsbrev::GRANT),
        beslut::GRANT => one.siffra.strip_suffix(".belopp"),
        _ => None,
    }
}
