//! The payment plan: the budget year's twelve months over two agreement years, region by region, with
//! each adjustment and its reason, what rounding leaves over, and the equations that hold.

use schemars::JsonSchema;
use serde::Serialize;

use super::brev::{Utanfor, outside};
use super::data::{Avtal, Beslut, Justering, kr, payment};
use super::{KR, bilaga, columns};
use crate::contract::{Equality, regleringsbrev as contract};
use crate::region::Region;
use crate::report::View;
use crate::report::head::Huvud;
use crate::report::number::{Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::payment::{Betalning, annex};
use crate::report::region_table::{Column, region_table};
use crate::report::table::Tabell;
use crate::report::text_table::Texttabell;
use crate::swedish;

/// The heading of the last row of every table.
const TOTALT: Option<&str> = Some("Totalt regioner");
/// How many months stand beside each other.
const I_BREDD: usize = 6;

/// The plan on its own.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Betalningsplan {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The plan.
    pub plan: Plan,
}

impl Form for Betalningsplan {
    const VERSION: u32 = 6;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }

    fn sheets(self) -> Option<Sheets> {
        let plan = self.plan;
        let tables = plan.manader.into_iter().chain(plan.justeringstabell);
        let sheets = Sheets::of(self.huvud, tables.chain([plan.avtalstabell]));
        Some(sheets.with_payments(plan.betalningar))
    }
}

/// What is paid in a budget year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Plan {
    /// The budget year.
    pub budgetar: i32,
    /// The title.
    pub rubrik: String,
    /// The decision it follows.
    pub beslut: Beslut,
    /// The rule for the day of payment, in the workbook's words.
    pub betalningsdag: String,
    /// The agreement years that are paid, in order.
    pub avtalsar: Vec<Planar>,
    /// The months, in order.
    pub betalningar: Vec<Betalning>,
    /// The same as they are printed, with the year.
    pub betalningstabell: Texttabell,
    /// All adjustments, all regions, kr; none in a year without.
    pub justeringar_totalt: Option<Forandring>,
    /// Paid in the budget year to all regions, kr.
    pub totalt: Siffra,
    /// The months no annex pays, if there are any.
    pub utanfor: Option<Utanfor>,
    /// Region by region, six months beside each other; the last with the year.
    pub manader: Vec<Tabell>,
    /// The adjustments, in order.
    pub justeringar: Vec<Justering>,
    /// Whether they are one alone.
    pub en_justering: bool,
    /// The same as they are printed; none if there are none.
    pub justeringslista: Option<Texttabell>,
    /// The adjustments, region by region, under the months they are paid in.
    pub justeringstabell: Option<Tabell>,
    /// Each agreement year's grant, month and residual, region by region.
    pub avtalstabell: Tabell,
    /// Payments of nothing or less that the workbook says are meant.
    pub medgivna: Vec<Medgiven>,
    /// What has been shown to hold: equations, with both sides in kronor.
    pub provningar: Texttabell,
    /// Who is paid: länskod, name, organisation number and how sure that number is.
    pub mottagare: Texttabell,
    /// How many payments there are: one for each region and month.
    pub poster: usize,
}

/// An agreement year in the plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Planar {
    /// The agreement.
    pub avtal: Avtal,
    /// The year's grant, kr.
    pub arsbelopp: Siffra,
    /// Its first payment: `mars 2024`.
    pub forsta_manad: String,
    /// Its last: `februari 2025`.
    pub sista_manad: String,
    /// Whether it is paid by a plan of its own, and not by twelfths.
    pub egen_plan: bool,
    /// What the budget year pays by it, adjustments included, kr.
    pub betalas: Siffra,
    /// Whether any of those payments is adjusted.
    pub justeras: bool,
    /// Twelve rounded months less the grant, kr.
    pub residual: Forandring,
    /// Whether the residual is placed in the last payment.
    pub residual_placeras: bool,
}

/// A payment of nothing or less that is meant.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Medgiven {
    /// The region's short name.
    pub region: String,
    /// `februari 2024`.
    pub manad: String,
    /// Why, without a full stop.
    pub skal: String,
}

impl From<&contract::Medgivet> for Medgiven {
    fn from(medgivet: &contract::Medgivet) -> Self {
        Self {
            region: medgivet.region.short_name().to_owned(),
            manad: swedish::month_and_year(medgivet.manad),
            skal: swedish::without_full_stop(&medgivet.skal),
        }
    }
}

/// Reads the plan.
pub(super) fn plan(view: &View<'_>, ar: i32) -> Plan {
    let manader = view.fact(&contract::BETALNINGAR);
    let halvar = halvar(view, ar, &manader);
    let justeringar = view.fact(&contract::JUSTERINGSRADER);
    let justeringstabell = justeringstabell(view, &manader, halvar.len());
    let avtalen = view.fact(&contract::AVTAL);
    bilaga::rests_on_rounding(view, ar, ar);
    let tabeller_fore = halvar.len() + usize::from(justeringstabell.is_some());
    let betalningar: Vec<_> = manader.iter().map(|manad| payment(view, manad)).collect();
    let justeringar_totalt =
        (!justeringar.is_empty()).then(|| view.figure(&contract::JUSTERINGAR).forandring(KR));
    let justerat = justeringar_totalt.as_ref().map(|totalt| &totalt.siffra);
    let justeringslistans_summa = justerat.cloned();
    let totalt = kr(view, &contract::ARET);
    let justeringar: Vec<_> = justeringar.iter().map(|row| Justering::read(view, row)).collect();
    Plan {
        budgetar: view.count(&contract::BUDGETAR),
        rubrik: format!("Betalningsplan för budgetåret {ar}"),
        beslut: Beslut::read(view),
        betalningsdag: view.fact(&contract::BETALNINGSDAG),
        avtalstabell: avtalstabell(view, ar, &avtalen, tabeller_fore),
        avtalsar: avtalen.iter().map(|avtal| planar(view, ar, avtal)).collect(),
        betalningstabell: Betalning::table_of_a_year(&betalningar, justerat, &totalt),
        betalningar,
        justeringar_totalt,
        totalt,
        utanfor: outside(view),
        manader: halvar,
        en_justering: justeringar.len() == 1,
        justeringslista: justeringslista(&justeringar, justeringslistans_summa),
        justeringar,
        justeringstabell,
        medgivna: view.fact(&contract::MEDGIVNA).iter().map(Medgiven::from).collect(),
        provningar: provningar(view),
        mottagare: mottagare(view),
        poster: manader.len() * Region::all().len(),
    }
}

fn planar(view: &View<'_>, ar: i32, avtal: &contract::Avtal) -> Planar {
    let avtalsar = avtal.avtalsar;
    Planar {
        avtal: avtal.into(),
        egen_plan: avtal.egen_plan,
        arsbelopp: kr(view, &avtal.grant(ar)),
        forsta_manad: swedish::month_and_year(*avtal.betalas.start()),
        sista_manad: swedish::month_and_year(*avtal.betalas.end()),
        betalas: kr(view, &contract::ARET_AVTAL.at(avtalsar)),
        // What is settled is of the agreement year before.
        justeras: avtalsar < ar && !view.fact(&contract::JUSTERINGSRADER).is_empty(),
        residual: view.figure(&contract::MANADER_RESIDUAL.at(avtalsar)).forandring(KR),
        residual_placeras: avtal.residual_placeras,
    }
}

/// The number of a table after so many others.
fn number(fore: usize) -> Option<u32> {
    u32::try_from(fore + 1).ok()
}

fn halvar(view: &View<'_>, ar: i32, manader: &[contract::Betalning]) -> Vec<Tabell> {
    let delar = manader.chunks(I_BREDD);
    let last = delar.len();
    delar
        .zip(1..)
        .map(|(del, plats)| {
            let mut kolumner: Vec<_> = del
                .iter()
                .map(|manad| {
                    // Two lines: the month paid, the month of cost.
                    let [betalas, kostnad] =
                        [manad.manad, manad.kostnad].map(swedish::month_and_year);
                    let rubrik = format!("{betalas}\nför {kostnad}");
                    Column::of(view, rubrik, &contract::UTBETALNING.at(manad.manad), KR)
                })
                .collect();
            if plats == last {
                kolumner.push(Column::of(view, format!("Hela {ar}"), &contract::ARET, KR));
            }
            let spann = swedish::months_in_span(del.iter().map(|manad| manad.manad));
            let rubrik = format!("Utbetalning per region {spann}");
            let id = format!("manader_{plats}");
            region_table(&id, number(plats - 1), (rubrik, "kr"), TOTALT, &kolumner)
        })
        .collect()
}

fn justeringstabell(
    view: &View<'_>,
    manader: &[contract::Betalning],
    fore: usize,
) -> Option<Tabell> {
    let mut kolumner = columns::justeringar(view, manader);
    if kolumner.is_empty() {
        return None;
    }
    // One alone is what all come to.
    if kolumner.len() > 1 {
        kolumner.push(Column::of(view, "Tillsammans", &contract::JUSTERINGAR, KR));
    }
    let rubrik = "Justeringar per region".to_owned();
    Some(region_table("justeringar", number(fore), (rubrik, "kr"), TOTALT, &kolumner))
}

fn avtalstabell(view: &View<'_>, ar: i32, avtalen: &[contract::Avtal], fore: usize) -> Tabell {
    let mut kolumner = Vec::new();
    for avtal in avtalen {
        let avtalsar = avtal.avtalsar;
        let grupp = format!("Avtalsåret {avtalsar}");
        let bidrag = Column::of(view, "Bidrag", &avtal.grant(ar), KR);
        let per_manad = contract::MANADSBELOPP.at(avtalsar);
        let per_manad = (!avtal.egen_plan)
            .then(|| Column::of(view, "Månadsbelopp, en tolftedel", per_manad.kept(), KR));
        let rest = Column::of(view, "Återstod", &contract::MANADER_RESIDUAL.at(avtalsar), KR);
        let egna = std::iter::once(bidrag).chain(per_manad).chain([rest]);
        kolumner.extend(egna.map(|kolumn| kolumn.under(&grupp)));
    }
    let rubrik = "Bidrag och månadsbelopp per avtalsår".to_owned();
    region_table("avtalsar", number(fore), (rubrik, "kr"), TOTALT, &kolumner)
}

fn provningar(view: &View<'_>) -> Texttabell {
    let provning = |lika: &Equality| {
        let sides = view.sides(lika).map(|led| led.shown_as(KR).into());
        (swedish::without_full_stop(&lika.text), sides)
    };
    let columns = [("Första ledet", true), ("Andra ledet", true)];
    Texttabell::of("Kontrollerade samband, kr", "Samband", columns)
        .rows(view.fact(&contract::PROVNINGAR).iter().map(provning))
}

/// Who is paid.
fn mottagare(view: &View<'_>) -> Texttabell {
    let all = view.fact(&contract::BETALNINGSMOTTAGARE);
    let rows = all.iter().map(|(region, till)| {
        let cells = [
            region.official_name().into(),
            till.organisationsnummer.clone().into(),
            till.status.name().into(),
        ];
        (region.county_code().to_owned(), cells)
    });
    let columns =
        [("Mottagare", false), ("Organisationsnummer", false), ("Uppgiftens status", false)];
    Texttabell::of("Betalningsmottagare", "Länskod", columns).rows(rows)
}

/// The adjustments as they are listed, with what several come to.
fn justeringslista(all: &[Justering], sum: Option<Siffra>) -> Option<Texttabell> {
    let rows = all.iter().map(|one| {
        let cells = [
            one.manad.clone().into(),
            annex(one.bilaga).into(),
            one.avtalsar.to_string().into(),
            one.skal.clone().into(),
            one.totalt.siffra.clone().into(),
        ];
        (one.rubrik.clone(), cells)
    });
    let columns = [
        ("Utbetalning", false),
        ("Bilaga", true),
        ("Avtalsår", true),
        ("Skäl", false),
        ("Belopp", true),
    ];
    let table = Texttabell::of("Justeringar till alla regioner, kr", "Justering", columns);
    let nothing = || "".into();
    let table = table.rows(rows);
    match all {
        [] => None,
        [_] => Some(table),
        _ => {
            let cells = [nothing(), nothing(), nothing(), nothing(), sum.into()];
            Some(table.total(("Tillsammans".to_owned(), cells)))
        }
    }
}
