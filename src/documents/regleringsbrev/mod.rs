//! The payment annexes of the regleringsbrev for anslag 1:5.

pub mod data;

use schemars::Schema;

use self::data::{Avtal, Beslut, Betalning, Bilaga};
use super::{Document, Exemplar};
use crate::report::delar::{Datum, Tabell};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{self, Lasning, Report, Visning, som_json};

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);

/// An annex: what each region is paid in some months.
#[derive(Debug)]
pub struct Bilagan;

impl Document for Bilagan {
    fn id(&self) -> &'static str {
        "bilaga"
    }

    fn namn(&self) -> &'static str {
        "Bilaga till regleringsbrevet, utbetalningar per region"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &["lakemedel"]
    }

    fn mall(&self) -> &'static str {
        "bilaga/main.typ.tera"
    }

    fn xlsx(&self) -> bool {
        true
    }

    fn exemplar(&self, report: &Report, ar: i32) -> Vec<Exemplar> {
        let nummer: u32 = report.lasning("lakemedel", ar).antal("bilaga_nummer");
        vec![Exemplar {
            id: format!("{}-{nummer}", self.id()),
            namn: format!("Bilaga {nummer} till regleringsbrevet, utbetalningar per region"),
            region: None,
        }]
    }

    fn json(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Vec<u8> {
        som_json(&bilaga(&exemplar.id, &report.lasning("lakemedel", ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Bilaga>()
    }
}

fn bilaga(id: &str, las: &Lasning<'_>, ar: i32) -> Bilaga {
    let betalningsmanader = las.text("bilaga_betalningsmanader");
    let tabell = tabell(las, &betalningsmanader);
    let betalningar = betalningar(las);
    let nummer: u32 = las.antal("bilaga_nummer");
    let beslut = beslut(las);
    let titel = format!("Bilaga {nummer}. Utbetalningar per region {betalningsmanader}");
    let datum = beslut.datum.clone();
    Bilaga {
        nummer,
        budgetar: ar,
        avtalsar: ar,
        beslut,
        avtal: Avtal {
            regeringsbeslut: las.text("avtal_regeringsbeslut"),
            datum: las.datum("avtal_godkant_regeringen"),
            diarienummer: las.text("avtal_diarienummer"),
        },
        betalningsmanader,
        kostnadsmanader: las.text("bilaga_kostnadsmanader"),
        justeringsmanad: las.text("bilaga_justeringsmanad"),
        ovriga_manader: las.kanske_text("bilaga_ovriga_manader"),
        aterbaring_andel: las.riket("foregaende_aterbaring_andel").som(Visning::Procent(4)),
        aterbaring_ar: ar - 1,
        justering_totalt: las.riket("aterbaring_justering").som(KR),
        betalningar,
        betalningsdag: las.text("betalningsdag"),
        summa: las.riket("bilaga_summa").som(KR),
        arsbelopp: las.riket("statsbidrag").som(KR),
        residual: las.riket("manader_residual").forandring(KR),
        residual_placeras: las.text("residual_manader") == "sista betalningen",
        residual_manad: las.text("sista_betalningsmanad"),
        tabell,
        // Last: what the annex rests on is what was read for it.
        huvud: las.huvud((id, VERSION), ar, titel, datum),
    }
}

fn beslut(las: &Lasning<'_>) -> Beslut {
    Beslut {
        myndighet: las.text("beslut_myndighet"),
        departement: las.text("beslut_departement"),
        nummer: las.text("beslut_nummer"),
        datum: las.datum("beslut_datum"),
        diarienummer: las.text("beslut_diarienummer"),
        anslag: las.text("beslut_anslag"),
        anslagsnamn: las.text("beslut_anslagsnamn"),
        mottagare: las.text("beslut_mottagare"),
    }
}

fn betalningar(las: &Lasning<'_>) -> Vec<Betalning> {
    let rader = las.rader("bilaga_betalningar");
    rader
        .iter()
        .map(|rad| {
            let falt = |id: &str| rad.get(id).map(String::as_str).unwrap_or_default();
            Betalning {
                manad: falt("manad").to_owned(),
                kostnadsmanad: falt("kostnadsmanad").to_owned(),
                dag: Datum::from(las.dag(falt("dag"))),
                totalt: las.riket(falt("belopp")).som(KR),
            }
        })
        .collect()
}

fn tabell(las: &Lasning<'_>, manader: &str) -> Tabell {
    let utbetalning =
        |manader: String, namn| Kolumn::ny(las, manader, namn, KR).under("Utbetalning");
    let justerad = las.text("bilaga_justeringsmanad");
    let mut kolumner = vec![
        Kolumn::ny(las, "Statsbidrag per månad", "manadsbelopp", KR),
        Kolumn::ny(las, "Justering återbäring", "aterbaring_justering", KR),
        utbetalning(justerad, "utbetalning_justerad"),
    ];
    if let Some(ovriga) = las.kanske_text("bilaga_ovriga_manader") {
        kolumner.push(utbetalning(format!("{ovriga}, per månad"), "manadsbelopp"));
    }
    let rubrik = format!("Utbetalning per region {manader}");
    regiontabell("utbetalning", None, (rubrik, "kr"), Some("Totalt regioner"), &kolumner)
}
