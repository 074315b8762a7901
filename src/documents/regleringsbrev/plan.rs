//! The payment plan: the budget year's twelve months over two agreement years, region by region, with
//! each adjustment and its reason, what rounding leaves over, and the equations that hold.

use schemars::JsonSchema;
use serde::Serialize;

use super::brev::{Utanfor, utanfor};
use super::data::{Avtal, Beslut, Justering};
use super::lasning::{self, Avtalsar, Manad, falt, utan_punkt};
use super::{KR, kolumner};
use crate::region::Region;
use crate::report::delar::{Forandring, Huvud, Siffra, Tabell};
use crate::report::paper::{Form, Sheets};
use crate::report::payment::Betalning;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Lasning, svenska};

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

/// Reads the plan.
pub(super) fn plan(las: &Lasning<'_>, ar: i32) -> Plan {
    let manader = lasning::manader(las);
    let halvar = halvar(las, ar, &manader);
    let justeringar = lasning::justeringar(las, |_| true);
    let justeringstabell = justeringstabell(las, &manader, halvar.len());
    let avtalsar = lasning::avtalsaren(las);
    let tabeller_fore = halvar.len() + usize::from(justeringstabell.is_some());
    Plan {
        budgetar: ar,
        rubrik: format!("Betalningsplan för budgetåret {ar}"),
        beslut: lasning::beslut(las),
        betalningsdag: las.text("betalningsdag"),
        avtalstabell: avtalstabell(las, ar, &avtalsar, tabeller_fore),
        avtalsar: avtalsar.iter().map(|avtalsar| planar(las, ar, avtalsar)).collect(),
        betalningar: manader.iter().map(|manad| manad.betalning(las)).collect(),
        justeringar_totalt: (!justeringar.is_empty())
            .then(|| las.riket("justeringar").forandring(KR)),
        totalt: las.riket("aret").som(KR),
        utanfor: utanfor(las),
        manader: halvar,
        justeringar,
        justeringstabell,
        medgivna: medgivna(las),
        provningar: provningar(las),
        mottagare: mottagare(las),
        poster: manader.len() * Region::alla().len(),
    }
}

fn planar(las: &Lasning<'_>, ar: i32, avtalsar: &Avtalsar) -> Planar {
    let namn = |vad: &str| format!("{vad}_{}", avtalsar.avtalsar);
    Planar {
        avtal: avtalsar.avtal(),
        arsbelopp: avtalsar.arsbelopp(las, ar),
        forsta_manad: avtalsar.forsta_manad(),
        sista_manad: avtalsar.sista_manad(),
        betalas: las.riket(&namn("aret_avtal")).som(KR),
        residual: las.riket(&namn("manader_residual")).forandring(KR),
        residual_placeras: avtalsar.residual_placeras(),
    }
}

/// The number of a table after so many others.
fn nummer(fore: usize) -> Option<u32> {
    u32::try_from(fore + 1).ok()
}

fn halvar(las: &Lasning<'_>, ar: i32, manader: &[Manad]) -> Vec<Tabell> {
    let delar = manader.chunks(I_BREDD);
    let sista = delar.len();
    delar
        .zip(1..)
        .map(|(del, plats)| {
            let mut kolumner: Vec<_> = del
                .iter()
                .map(|manad| {
                    // Two lines: the month paid, the month of cost.
                    let rubrik = format!("{}\nför {}", manad.namn, manad.kostnadsmanad);
                    Kolumn::ny(las, rubrik, &manad.utbetalning(), KR)
                })
                .collect();
            if plats == sista {
                kolumner.push(Kolumn::ny(las, format!("Hela {ar}"), "aret", KR));
            }
            let spann = svenska::manader_med_nyckel(del.iter().map(|manad| manad.nyckel.as_str()));
            let rubrik = format!("Utbetalning per region {spann}");
            let id = format!("manader_{plats}");
            regiontabell(&id, nummer(plats - 1), (rubrik, "kr"), TOTALT, &kolumner)
        })
        .collect()
}

fn justeringstabell(las: &Lasning<'_>, manader: &[Manad], fore: usize) -> Option<Tabell> {
    let mut kolumner = kolumner::justeringar(las, manader);
    if kolumner.is_empty() {
        return None;
    }
    kolumner.push(Kolumn::ny(las, "Tillsammans", "justeringar", KR));
    let rubrik = "Justeringar per region".to_owned();
    Some(regiontabell("justeringar", nummer(fore), (rubrik, "kr"), TOTALT, &kolumner))
}

fn avtalstabell(las: &Lasning<'_>, ar: i32, avtalsar: &[Avtalsar], fore: usize) -> Tabell {
    let mut kolumner = Vec::new();
    for ett in avtalsar {
        let grupp = format!("Avtalsåret {}", ett.avtalsar);
        let lakemedel = las.hos(lasning::LAKEMEDEL);
        let bidrag = Kolumn::ny(&lakemedel, "Bidrag", ett.arsbelopp_namn(ar), KR);
        let namn = |vad: &str| format!("{vad}_{}", ett.avtalsar);
        let manad = Kolumn::ny(las, "Per månad", &namn("manadsbelopp"), KR);
        let rest = Kolumn::ny(las, "Återstod", &namn("manader_residual"), KR);
        kolumner.extend([bidrag, manad, rest].map(|kolumn| kolumn.under(&grupp)));
    }
    let rubrik = "Bidrag och månadsbelopp per avtalsår".to_owned();
    regiontabell("avtalsar", nummer(fore), (rubrik, "kr"), TOTALT, &kolumner)
}

fn medgivna(las: &Lasning<'_>) -> Vec<Medgiven> {
    let rader = las.rader("medgivna");
    let rader = rader.iter().map(|rad| Medgiven {
        region: falt(rad, "region").to_owned(),
        manad: falt(rad, "manad_text").to_owned(),
        skal: utan_punkt(falt(rad, "skal")),
    });
    rader.collect()
}

fn provningar(las: &Lasning<'_>) -> Vec<Provning> {
    let rader = las.rader("provningar");
    // The fact names figures in full.
    let sida = |namn: &str| las.riket(namn.rsplit('.').next().unwrap_or(namn)).som(KR);
    let rader = rader.iter().map(|rad| Provning {
        text: utan_punkt(falt(rad, "text")),
        vanster: sida(falt(rad, "vanster")),
        hoger: sida(falt(rad, "hoger")),
    });
    rader.collect()
}

/// Who is paid, by länskod.
pub(super) fn mottagare(las: &Lasning<'_>) -> Vec<Mottagare> {
    let rader = las.rader("mottagare_konto");
    let rader = rader.iter().map(|rad| Mottagare {
        lanskod: falt(rad, "lanskod").to_owned(),
        namn: falt(rad, "namn").to_owned(),
        organisationsnummer: falt(rad, "organisationsnummer").to_owned(),
        status: falt(rad, "status").to_owned(),
    });
    rader.collect()
}
