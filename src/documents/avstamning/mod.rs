//! The settlement of profit and loss between state and regions for the agreement year before the budget
//! year: the paper behind an adjustment of a payment. There is one only if something was settled.

pub mod data;
mod tabeller;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::Schema;

use self::data::{
    Aterbaring, Avrundning, Avstamning, Avtal, Beslut, Del, Exempel, Exempeldel, Fordelning,
    HepatitC, Lage, Reglering,
};
use super::{Document, Exemplar};
use crate::region::Region;
use crate::report::delar::Riktning;
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Report, Visning, svenska};

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);
const MNKR: Visning = Visning::MnkrHogst(6);
const PROCENT: Visning = Visning::Procent(4);

/// The grant whose figures are read.
const BIDRAG: &str = "regleringsbrev";

/// The settlement.
#[derive(Debug)]
pub struct Avstamningen;

impl Document for Avstamningen {
    fn id(&self) -> &'static str {
        "avstamning"
    }

    fn namn(&self) -> &'static str {
        "Avstämning av vinst och förlust för läkemedelsförmånerna"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &["lakemedel", BIDRAG]
    }

    fn mall(&self) -> &'static str {
        "avstamning/main.typ.tera"
    }

    fn exemplar(&self, report: &Report, ar: i32) -> Vec<Exemplar> {
        let (id, namn) = (self.id().to_owned(), self.namn().to_owned());
        let finns = report.lasning(BIDRAG, ar).ja("avstamning_finns");
        finns.then_some(Exemplar { id, namn, region: None }).into_iter().collect()
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        Paper::of(avstamning(&exemplar.id, &report.lasning(BIDRAG, ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Avstamning>()
    }
}

/// A row of texts, by field.
type Rad = BTreeMap<&'static str, String>;

fn falt(rad: &Rad, id: &str) -> String {
    rad.get(id).cloned().unwrap_or_else(|| panic!("the row has no {id}: {rad:?}"))
}

fn avstamning(id: &str, las: &Lasning<'_>, ar: i32) -> Avstamning {
    let rader = las.rader("avstamning_delar");
    let delar: Vec<_> = rader.iter().map(|rad| del(las, rad)).collect();
    let exempelregion = exempelregion(las);
    let beslut = beslut(las);
    let tillsammans = las.text("avstamning_avrakning") == "tillsammans";
    let titel = format!("Avstämning av läkemedelsförmånerna {}", ar - 1);
    let datum = beslut.datum.clone();
    Avstamning {
        budgetar: ar,
        avtalsar: ar - 1,
        beslut,
        avtal: avtal(las, ar - 1),
        tillsammans,
        aterbaring: aterbaring(las).filter(|_| tillsammans),
        grans: las.riket("avstamning_grans").som(PROCENT),
        statens_andel: las.riket("avstamning_statens_andel").som(PROCENT),
        hepatit_c: HepatitC {
            andel: las.riket("avstamning_hepatit_c_andel").som(PROCENT),
            kostnad: las.riket("avstamning_hepatit_c_kostnad").som(MNKR),
            utfall: las.riket("avstamning_utfall_hepatit_c").som(MNKR),
        },
        summa: las.riket("avstamning_belopp").forandring(KR),
        fordelning: fordelning(las),
        regleringar: regleringar(las, &rader, &delar, exempelregion),
        exempel: exempel(las, &rader, &delar, exempelregion),
        tabell1: tabeller::tabell1(las, &rader, &delar, ar - 1),
        tabell2: tabeller::tabell2(las, &rader, &delar, ar - 1),
        diagram1: tabeller::diagram(las, &rader, &delar, ar - 1),
        diagram1_text: tabeller::diagrammets_text(las, &delar, ar - 1),
        delar,
        // Last: what the document rests on is what was read for it.
        huvud: las.huvud((id, VERSION), ar, titel, datum),
    }
}

/// The region of the example: the grant's choice.
fn exempelregion(las: &Lasning<'_>) -> Region {
    let region = las.regionmangd("avstamning_exempel").into_iter().next();
    region.unwrap_or_else(|| panic!("a settlement has an example"))
}

fn beslut(las: &Lasning<'_>) -> Beslut {
    Beslut {
        utkast: las.text("beslut_status") == "utkast",
        myndighet: las.text("beslut_myndighet"),
        departement: las.text("beslut_departement"),
        nummer: las.text("beslut_nummer"),
        datum: las.datum("beslut_datum"),
        diarienummer: las.text("beslut_diarienummer"),
        mottagare: las.text("beslut_mottagare"),
    }
}

fn avtal(las: &Lasning<'_>, avtalsar: i32) -> Avtal {
    let rader = las.rader("avtal");
    let rad = rader.iter().find(|rad| falt(rad, "avtalsar") == avtalsar.to_string());
    let rad = rad.unwrap_or_else(|| panic!("there is no agreement of {avtalsar}"));
    let datum: NaiveDate = falt(rad, "datum").parse().unwrap_or_else(|_| panic!("{rad:?}"));
    Avtal {
        regeringsbeslut: falt(rad, "regeringsbeslut"),
        datum: datum.into(),
        diarienummer: falt(rad, "diarienummer"),
    }
}

fn aterbaring(las: &Lasning<'_>) -> Option<Aterbaring> {
    let [prognos, utfall] =
        ["avstamning_bas_aterbaring", "avstamning_utfall_aterbaring"].map(|namn| las.riket(namn));
    let finns = !prognos.exakt().ar_noll() || !utfall.exakt().ar_noll();
    finns.then(|| Aterbaring { prognos: prognos.som(MNKR), utfall: utfall.som(MNKR) })
}

fn del(las: &Lasning<'_>, rad: &Rad) -> Del {
    let namn = falt(rad, "namn");
    let riket = |vad: &str| las.riket(&format!("avstamning_{vad}_{}", falt(rad, "del")));
    Del {
        rubrik: inled(&namn),
        namn,
        lage: match falt(rad, "lage").as_str() {
            "under" => Lage::Under,
            "over" => Lage::Over,
            _ => Lage::Inom,
        },
        bas: riket("bas").som(MNKR),
        utfall: riket("utfall").som(MNKR),
        nedre: riket("nedre").som(MNKR),
        ovre: riket("ovre").som(MNKR),
        avvikelse: riket("avvikelse").forandring(MNKR),
        avvikelse_procent: riket("avvikelse_andel").forandring(PROCENT),
        utanfor: riket("utanfor").forandring(MNKR),
        belopp: riket("belopp").forandring(KR),
        residual: riket("residual").forandring(KR),
    }
}

/// The text with its first letter as it begins a line.
fn inled(text: &str) -> String {
    let mut tecken = text.chars();
    let forsta = tecken.next().into_iter().flat_map(char::to_uppercase);
    forsta.chain(tecken).collect()
}

fn fordelning(las: &Lasning<'_>) -> Fordelning {
    Fordelning {
        efter_statsbidrag: efter_statsbidrag(las),
        befolkningsdag: las.datum("avstamning_befolkningsdag"),
        summa: las.hos("lakemedel").riket(vikten(las)).som(KR),
        avrundning: match las.text("avstamning_residual").as_str() {
            "largest_remainder" => Avrundning::StorstaRest,
            "half_up_residual_to_largest" => Avrundning::StorstaDel,
            _ => Avrundning::VarForSig,
        },
    }
}

fn efter_statsbidrag(las: &Lasning<'_>) -> bool {
    las.text("avstamning_fordelas_efter") != "befolkning"
}

/// The name of what the amounts are shared out by, among läkemedelsförmånerna's figures.
fn vikten(las: &Lasning<'_>) -> &'static str {
    if efter_statsbidrag(las) { "foregaende_statsbidrag" } else { "befolkning" }
}

/// Whether there is anything to pay for a part.
fn betalas(del: &Del) -> bool {
    del.belopp.riktning != Riktning::Oforandrad
}

/// The payments that are adjusted, in order, and what is settled in each.
fn regleringar(las: &Lasning<'_>, rader: &[Rad], delar: &[Del], exempel: Region) -> Vec<Reglering> {
    let mut manader: BTreeMap<(String, String, String), Vec<String>> = BTreeMap::new();
    for justering in las.rader("justeringar") {
        let slag = falt(&justering, "justering");
        let betald = rader.iter().zip(delar).find(|(rad, del)| {
            betalas(del) && slag == format!("vinst_forlust_{}", falt(rad, "del"))
        });
        if let Some((_, del)) = betald {
            let [manad, text, bilaga] =
                ["manad", "manad_text", "bilaga"].map(|id| falt(&justering, id));
            manader.entry((manad, text, bilaga)).or_default().push(del.namn.clone());
        }
    }
    let reglering = |((manad, text, bilaga), delar): (_, Vec<_>)| {
        let utbetalning = format!("utbetalning_{manad}");
        Reglering {
            manad: text,
            bilaga,
            delar: svenska::upprakning(&delar),
            utbetalning: las.riket(&utbetalning).som(KR),
            exempel_utbetalning: las.region(exempel, &utbetalning).som(KR),
        }
    };
    manader.into_iter().map(reglering).collect()
}

fn exempel(las: &Lasning<'_>, rader: &[Rad], delar: &[Del], region: Region) -> Option<Exempel> {
    let utanfor = rader
        .iter()
        .zip(delar)
        .filter(|(_, del)| del.lage != Lage::Inom && del.belopp.riktning != Riktning::Oforandrad);
    let delar: Vec<_> = utanfor
        .map(|(rad, del)| {
            let namn = falt(rad, "del");
            let exakt = las.region(region, &format!("avstamning_exakt_{namn}"));
            let kronor = las.region(region, &format!("avstamning_{namn}"));
            Exempeldel {
                rubrik: del.rubrik.clone(),
                belopp: del.belopp.clone(),
                exakt: exakt.forandring(Visning::Decimaler(2)),
                kronor: kronor.forandring(KR),
            }
        })
        .collect();
    (!delar.is_empty()).then(|| Exempel {
        region: region.kortnamn().to_owned(),
        vikt: las.hos("lakemedel").region(region, vikten(las)).som(KR),
        delar,
        summa: las.region(region, "avstamning_totalt").forandring(KR),
    })
}
