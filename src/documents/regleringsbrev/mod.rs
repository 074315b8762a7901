//! The payment annexes of the regleringsbrev for anslag 1:5.

pub mod data;

use std::collections::BTreeMap;

use schemars::Schema;

use self::data::{Avtal, Beslut, Betalning, Bilaga};
use super::{Document, Exemplar};
use crate::report::delar::{Datum, Tabell};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{self, Lasning, Report, Visning, som_json};

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);
const JUSTERING: &str = "justering_aterbaring_slutlig";

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
        &["regleringsbrev", "lakemedel"]
    }

    fn mall(&self) -> &'static str {
        "bilaga/main.typ.tera"
    }

    fn xlsx(&self) -> bool {
        true
    }

    fn exemplar(&self, report: &Report, ar: i32) -> Vec<Exemplar> {
        let rad = sista_bilagan(&report.lasning("regleringsbrev", ar));
        let nummer = falt(&rad, "nummer");
        vec![Exemplar {
            id: format!("{}-{nummer}", self.id()),
            namn: format!("Bilaga {nummer} till regleringsbrevet, utbetalningar per region"),
            region: None,
        }]
    }

    fn json(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Vec<u8> {
        som_json(&bilaga(&exemplar.id, &report.lasning("regleringsbrev", ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Bilaga>()
    }
}

type Rad = BTreeMap<&'static str, String>;

fn falt(rad: &Rad, id: &str) -> String {
    rad.get(id).cloned().unwrap_or_default()
}

fn sista_bilagan(las: &Lasning<'_>) -> Rad {
    las.rader("bilagor").pop().unwrap_or_default()
}

/// The payments of an annex.
fn bilagans(las: &Lasning<'_>, nummer: &str) -> Vec<Rad> {
    let mut rader = las.rader("betalningar");
    rader.retain(|rad| falt(rad, "bilaga") == nummer);
    rader
}

fn bilaga(id: &str, las: &Lasning<'_>, ar: i32) -> Bilaga {
    let lakemedel = las.hos("lakemedel");
    let rad = sista_bilagan(las);
    let nummer = falt(&rad, "nummer");
    let betalningsmanader = falt(&rad, "betalningsmanader");
    let rader = bilagans(las, &nummer);
    let justerad = rader.first().map(|rad| falt(rad, "manad_text")).unwrap_or_default();
    let ovriga_manader = Some(falt(&rad, "ojusterade_manader")).filter(|text| !text.is_empty());
    let tabell = tabell(las, &rader, (&betalningsmanader, &justerad, ovriga_manader.as_deref()));
    let betalningar = rader.iter().map(|rad| betalning(las, rad)).collect();
    let beslut = beslut(las);
    let titel = format!("Bilaga {nummer}. Utbetalningar per region {betalningsmanader}");
    let datum = beslut.datum.clone();
    let residual = format!("manader_residual_{ar}");
    let summa = format!("bilaga_{nummer}_summa");
    let avtal = las.rader("avtal").pop().unwrap_or_default();
    Bilaga {
        nummer: nummer.parse().unwrap_or_default(),
        budgetar: ar,
        avtalsar: ar,
        beslut,
        avtal: Avtal {
            regeringsbeslut: lakemedel.text("avtal_regeringsbeslut"),
            datum: lakemedel.datum("avtal_godkant_regeringen"),
            diarienummer: lakemedel.text("avtal_diarienummer"),
        },
        betalningsmanader,
        kostnadsmanader: falt(&rad, "kostnadsmanader"),
        justeringsmanad: justerad,
        ovriga_manader,
        aterbaring_andel: las.riket("aterbaring_andel").som(Visning::Procent(4)),
        aterbaring_ar: ar - 1,
        justering_totalt: las.riket(JUSTERING).som(KR),
        betalningar,
        betalningsdag: las.text("betalningsdag"),
        summa: las.riket(&summa).som(KR),
        arsbelopp: lakemedel.riket("statsbidrag").som(KR),
        residual: las.riket(&residual).forandring(KR),
        residual_placeras: falt(&avtal, "residual") == "sista betalningen",
        residual_manad: lakemedel.text("sista_betalningsmanad"),
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
        anslag: las.text("anslag"),
        anslagsnamn: las.text("anslagsnamn"),
        mottagare: las.text("beslut_mottagare"),
    }
}

fn betalning(las: &Lasning<'_>, rad: &Rad) -> Betalning {
    Betalning {
        manad: falt(rad, "manad_text"),
        kostnadsmanad: falt(rad, "kostnadsmanad"),
        dag: Datum::from(las.dag(&falt(rad, "dag"))),
        totalt: las.riket(&format!("utbetalning_{}", falt(rad, "manad"))).som(KR),
    }
}

fn tabell(
    las: &Lasning<'_>,
    rader: &[Rad],
    (manader, justerad, ovriga): (&str, &str, Option<&str>),
) -> Tabell {
    let manadens = |rad: &Rad| format!("utbetalning_{}", falt(rad, "manad"));
    let utbetalning = |manader: String, rad: Option<&Rad>| {
        Kolumn::ny(las, manader, &rad.map(manadens).unwrap_or_default(), KR).under("Utbetalning")
    };
    let avtalsar = rader.first().map(|rad| falt(rad, "avtalsar")).unwrap_or_default();
    let mut kolumner = vec![
        Kolumn::ny(las, "Statsbidrag per månad", &format!("manadsbelopp_{avtalsar}"), KR),
        Kolumn::ny(las, "Justering återbäring", JUSTERING, KR),
        utbetalning(justerad.to_owned(), rader.first()),
    ];
    if let Some(ovriga) = ovriga {
        kolumner.push(utbetalning(format!("{ovriga}, per månad"), rader.last()));
    }
    let rubrik = format!("Utbetalning per region {manader}");
    regiontabell("utbetalning", None, (rubrik, "kr"), Some("Totalt regioner"), &kolumner)
}
