//! The payment plan: the budget year's twelve months over two agreement years, region by region, with
//! each adjustment and its reason, what rounding leaves over, and the equations that hold.

use schemars::JsonSchema;
use serde::Serialize;

use super::brev::{Utanfor, utanfor};
use super::data::{Avtal, Beslut, Justering, betalning, kr, utan_punkt};
use super::{KR, kolumner};
use crate::contract::{Equality, regleringsbrev as contract};
use crate::region::Region;
use crate::report::Lasning;
use crate::report::head::Huvud;
use crate::report::number::{Forandring, Siffra};
use crate::report::paper::{Form, Sheets};
use crate::report::payment::Betalning;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::Tabell;
use crate::svenska;

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
    const VERSION: u32 = 2;

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
    /// The adjustments, region by region, under the months they are paid in.
    pub justeringstabell: Option<Tabell>,
    /// Each agreement year's grant, month and residual, region by region.
    pub avtalstabell: Tabell,
    /// Payments of nothing or less that the workbook says are meant.
    pub medgivna: Vec<Medgiven>,
    /// What has been shown to hold.
    pub provningar: Vec<Provning>,
    /// Who is paid.
    pub mottagare: Vec<Mottagare>,
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
    /// What the budget year pays by it, adjustments included, kr.
    pub betalas: Siffra,
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
            region: medgivet.region.kortnamn().to_owned(),
            manad: svenska::manad_och_ar(medgivet.manad),
            skal: utan_punkt(&medgivet.skal),
        }
    }
}

/// An equation that holds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Provning {
    /// What is equal.
    pub text: String,
    /// One side, kr.
    pub vanster: Siffra,
    /// The other, kr.
    pub hoger: Siffra,
}

/// Who is paid.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mottagare {
    /// Länskod.
    pub lanskod: String,
    /// The region's official name.
    pub namn: String,
    /// Its organisation number.
    pub organisationsnummer: String,
    /// How sure that number is.
    pub status: String,
}

impl Mottagare {
    fn till(region: Region, till: &contract::Betalningsmottagare) -> Self {
        Self {
            lanskod: region.lanskod().to_owned(),
            namn: region.officiellt_namn().to_owned(),
            organisationsnummer: till.organisationsnummer.clone(),
            status: till.status.namn().to_owned(),
        }
    }
}

/// Reads the plan.
pub(super) fn plan(las: &Lasning<'_>, ar: i32) -> Plan {
    let manader = las.fact(&contract::BETALNINGAR);
    let halvar = halvar(las, ar, &manader);
    let justeringar = las.fact(&contract::JUSTERINGSRADER);
    let justeringstabell = justeringstabell(las, &manader, halvar.len());
    let avtalen = las.fact(&contract::AVTAL);
    let tabeller_fore = halvar.len() + usize::from(justeringstabell.is_some());
    let mottagare = las.fact(&contract::BETALNINGSMOTTAGARE);
    Plan {
        budgetar: las.count(&contract::BUDGETAR),
        rubrik: format!("Betalningsplan för budgetåret {ar}"),
        beslut: Beslut::read(las),
        betalningsdag: las.fact(&contract::BETALNINGSDAG),
        avtalstabell: avtalstabell(las, ar, &avtalen, tabeller_fore),
        avtalsar: avtalen.iter().map(|avtal| planar(las, ar, avtal)).collect(),
        betalningar: manader.iter().map(|manad| betalning(las, manad)).collect(),
        justeringar_totalt: (!justeringar.is_empty())
            .then(|| las.figure(&contract::JUSTERINGAR).forandring(KR)),
        totalt: kr(las, &contract::ARET),
        utanfor: utanfor(las),
        manader: halvar,
        justeringar: justeringar.iter().map(|rad| Justering::read(las, rad)).collect(),
        justeringstabell,
        medgivna: las.fact(&contract::MEDGIVNA).iter().map(Medgiven::from).collect(),
        provningar: provningar(las),
        mottagare: mottagare.iter().map(|(region, till)| Mottagare::till(region, till)).collect(),
        poster: manader.len() * Region::alla().len(),
    }
}

fn planar(las: &Lasning<'_>, ar: i32, avtal: &contract::Avtal) -> Planar {
    let avtalsar = avtal.avtalsar;
    Planar {
        avtal: avtal.into(),
        arsbelopp: kr(las, &avtal.bidrag(ar)),
        forsta_manad: svenska::manad_och_ar(*avtal.betalas.start()),
        sista_manad: svenska::manad_och_ar(*avtal.betalas.end()),
        betalas: kr(las, &contract::ARET_AVTAL.at(avtalsar)),
        residual: las.figure(&contract::MANADER_RESIDUAL.at(avtalsar)).forandring(KR),
        residual_placeras: avtal.residual_placeras,
    }
}

/// The number of a table after so many others.
fn nummer(fore: usize) -> Option<u32> {
    u32::try_from(fore + 1).ok()
}

fn halvar(las: &Lasning<'_>, ar: i32, manader: &[contract::Betalning]) -> Vec<Tabell> {
    let delar = manader.chunks(I_BREDD);
    let sista = delar.len();
    delar
        .zip(1..)
        .map(|(del, plats)| {
            let mut kolumner: Vec<_> = del
                .iter()
                .map(|manad| {
                    // Two lines: the month paid, the month of cost.
                    let [betalas, kostnad] =
                        [manad.manad, manad.kostnad].map(svenska::manad_och_ar);
                    let rubrik = format!("{betalas}\nför {kostnad}");
                    Kolumn::of(las, rubrik, &contract::UTBETALNING.at(manad.manad), KR)
                })
                .collect();
            if plats == sista {
                kolumner.push(Kolumn::of(las, format!("Hela {ar}"), &contract::ARET, KR));
            }
            let spann = svenska::manader_i_spann(del.iter().map(|manad| manad.manad));
            let rubrik = format!("Utbetalning per region {spann}");
            let id = format!("manader_{plats}");
            regiontabell(&id, nummer(plats - 1), (rubrik, "kr"), TOTALT, &kolumner)
        })
        .collect()
}

fn justeringstabell(
    las: &Lasning<'_>,
    manader: &[contract::Betalning],
    fore: usize,
) -> Option<Tabell> {
    let mut kolumner = kolumner::justeringar(las, manader);
    if kolumner.is_empty() {
        return None;
    }
    kolumner.push(Kolumn::of(las, "Tillsammans", &contract::JUSTERINGAR, KR));
    let rubrik = "Justeringar per region".to_owned();
    Some(regiontabell("justeringar", nummer(fore), (rubrik, "kr"), TOTALT, &kolumner))
}

fn avtalstabell(las: &Lasning<'_>, ar: i32, avtalen: &[contract::Avtal], fore: usize) -> Tabell {
    let mut kolumner = Vec::new();
    for avtal in avtalen {
        let avtalsar = avtal.avtalsar;
        let grupp = format!("Avtalsåret {avtalsar}");
        let bidrag = Kolumn::of(las, "Bidrag", &avtal.bidrag(ar), KR);
        let manad = Kolumn::of(las, "Per månad", &contract::MANADSBELOPP.at(avtalsar), KR);
        let rest = Kolumn::of(las, "Återstod", &contract::MANADER_RESIDUAL.at(avtalsar), KR);
        kolumner.extend([bidrag, manad, rest].map(|kolumn| kolumn.under(&grupp)));
    }
    let rubrik = "Bidrag och månadsbelopp per avtalsår".to_owned();
    regiontabell("avtalsar", nummer(fore), (rubrik, "kr"), TOTALT, &kolumner)
}

fn provningar(las: &Lasning<'_>) -> Vec<Provning> {
    let provning = |lika: &Equality| {
        let [vanster, hoger] = las.sides(lika).map(|led| led.som(KR));
        Provning { text: utan_punkt(&lika.text), vanster, hoger }
    };
    las.fact(&contract::PROVNINGAR).iter().map(provning).collect()
}
