//! The agreements' money as a whole: periods, what may be used in each year, what each region has been
//! allocated and what it may have to repay.

use super::data::{Medel, Overenskommelse};
use super::{KR, MNKR, MNKR_PROSA, Nummer, Textrad, artal, falt, kolumn, rad_utan_region};
use crate::report::delar::{Avrundade, Okand, Radslag, Siffra, Tabell, Tabellkolumn};
use crate::report::diagram::Seriediagram;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Lasning, Visning, svenska};

/// What is printed where an agreement states no day.
const EJ_ANGIVET: &str = "ej angivet";

/// The parts that were given their numbers before.
pub(super) struct Delar {
    pub(super) perioder: Tabell,
    pub(super) disponibelt: Option<Tabell>,
    pub(super) diagram: Seriediagram,
    pub(super) tilldelat: Tabell,
    pub(super) forfaller: Tabell,
}

/// An amount in mnkr for prose; none if there is nothing.
pub(super) fn om_nagot(las: &Lasning<'_>, namn: &str) -> Option<Siffra> {
    let figur = las.riket(namn);
    (!figur.exakt().ar_noll()).then(|| figur.som(MNKR_PROSA))
}

/// The years the agreements are called by.
pub(super) fn avtalsaren(las: &Lasning<'_>) -> Vec<i32> {
    las.rader("avtal").iter().map(|rad| artal(rad, "avtalsar")).collect()
}

pub(super) fn medel(las: &Lasning<'_>, avtalen: &[Overenskommelse], delar: Delar) -> Medel {
    let uppraknade = |ar: &mut dyn Iterator<Item = i32>| {
        svenska::upprakning(&ar.map(|ar| ar.to_string()).collect::<Vec<_>>())
    };
    let okanda = avtalen.iter().filter(|avtal| !avtal.okanda_ar.is_empty());
    let utan_dag = avtalen.iter().filter(|avtal| avtal.aterbetalas.is_none());
    let oppna = || avtalen.iter().filter(|avtal| !avtal.ar_slut);
    Medel {
        antal_i_ord: svenska::antal_i_ord(avtalen.len()),
        antal: avtalen.len(),
        avtalsar: uppraknade(&mut avtalen.iter().map(|avtal| avtal.ar)),
        till_regionerna: las.riket("till_regionerna").som(MNKR_PROSA),
        till_skr: om_nagot(las, "till_skr"),
        nyckeldag: las.datum("nyckeldag"),
        kvar: las.har("kvar").then(|| las.riket("kvar").som(MNKR_PROSA)),
        kvar_exakt: oppna().all(|avtal| avtal.okanda_ar.is_empty()),
        kommande: kommande(las),
        okanda: uppraknade(&mut okanda.map(|avtal| avtal.ar)),
        utan_dag: uppraknade(&mut utan_dag.map(|avtal| avtal.ar)),
        perioder: delar.perioder,
        disponibelt: delar.disponibelt,
        disponibelt_hogst: disponibelt_hogst(las),
        diagram: delar.diagram,
        tilldelat: delar.tilldelat,
        forfaller: delar.forfaller,
    }
}

/// The years that have not passed: `2024–2025`.
fn kommande(las: &Lasning<'_>) -> String {
    let rader = las.rader("anvandning");
    let mut aren: Vec<_> = rader
        .iter()
        .filter(|rad| falt(rad, "lage") == "kommande")
        .map(|rad| artal(rad, "ar"))
        .collect();
    aren.sort_unstable();
    match (aren.first(), aren.last()) {
        (Some(forsta), Some(sista)) => intervall(*forsta, *sista),
        _ => String::new(),
    }
}

/// `2024`, `2024–2025`.
pub(super) fn intervall(forsta: i32, sista: i32) -> String {
    if forsta == sista { forsta.to_string() } else { format!("{forsta}–{sista}") }
}

/// Amounts, periods and repayment, a row for each agreement.
pub(super) fn perioder(las: &Lasning<'_>, nummer: u32) -> Tabell {
    let rader = avtalsaren(las).into_iter().map(|ar| {
        let figur = |id: &str, visning: Visning| las.riket(&format!("{id}_{ar}")).som(visning);
        let dag = format!("aterbetalas_{ar}");
        let mut rad = rad_utan_region(
            ar.to_string(),
            Radslag::Rad,
            vec![
                Some(figur("till_regionerna", MNKR)),
                Some(figur("till_skr", MNKR)),
                Some(figur("fran", Visning::Artal)),
                Some(figur("till", Visning::Artal)),
                las.har(&dag).then(|| las.riket(&dag).som(KR)),
            ],
        );
        if !las.har(&dag) {
            rad.okanda.push(Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
        }
        rad
    });
    let totalt = |id: &str| Some(las.riket(id).som(MNKR));
    let summa = rad_utan_region(
        "Totalt".to_owned(),
        Radslag::Summa,
        vec![totalt("till_regionerna"), totalt("till_skr"), None, None, None],
    );
    let far_anvandas = |rubrik: &str| Tabellkolumn {
        grupp: Some("Får användas".to_owned()),
        ..kolumn(rubrik, "")
    };
    Tabell {
        id: "perioder".to_owned(),
        nummer: Some(nummer),
        rubrik: "Överenskommelsernas medel och när de får användas".to_owned(),
        enhet: String::new(),
        radrubrik: "Överenskommelse".to_owned(),
        kolumner: vec![
            kolumn("Till regionerna", "mnkr"),
            kolumn("Till SKR", "mnkr"),
            far_anvandas("från och med"),
            far_anvandas("till och med"),
            kolumn("Återbetalas senast", ""),
        ],
        rader: rader.chain([summa]).collect(),
        avrundade: Avrundade::default(),
    }
}

/// The years and agreements of which it is told what may be used.
fn disponibla(las: &Lasning<'_>) -> (Vec<Textrad>, Vec<i32>) {
    let rader = las.rader("disponibelt");
    let mut aren: Vec<_> = rader.iter().map(|rad| artal(rad, "ar")).collect();
    aren.sort_unstable();
    aren.dedup();
    (rader, aren)
}

/// What may at most be used in each year, a row for each agreement; none if every year has passed.
pub(super) fn disponibelt(las: &Lasning<'_>, nummer: &mut Nummer) -> Option<Tabell> {
    let (_, aren) = disponibla(las);
    let (forsta, sista) = (aren.first()?, aren.last()?);
    let belopp = |namn: String| las.har(&namn).then(|| las.riket(&namn).som(MNKR));
    let avtal = avtalsaren(las).into_iter().map(|avtal| {
        let celler = aren.iter().map(|ar| belopp(format!("disponibelt_{avtal}_{ar}"))).collect();
        rad_utan_region(format!("{avtal} års medel"), Radslag::Rad, celler)
    });
    let totalt = aren.iter().map(|ar| belopp(format!("disponibelt_{ar}"))).collect();
    let summa = rad_utan_region("Totalt".to_owned(), Radslag::Summa, totalt);
    Some(Tabell {
        id: "disponibelt".to_owned(),
        nummer: Some(nummer.tabell()),
        rubrik: format!("Medel som högst får användas {}", intervall(*forsta, *sista)),
        enhet: "mnkr".to_owned(),
        radrubrik: "Överenskommelse".to_owned(),
        kolumner: aren.iter().map(|ar| kolumn(&ar.to_string(), "")).collect(),
        rader: avtal.chain([summa]).collect(),
        avrundade: Avrundade::default(),
    })
}

/// The amounts of that table that are the most there can be: `2022 års medel 2025 och …`.
fn disponibelt_hogst(las: &Lasning<'_>) -> String {
    let (rader, _) = disponibla(las);
    let hogst = rader.iter().filter(|rad| falt(rad, "exakt") == "nej");
    let delar: Vec<_> =
        hogst.map(|rad| format!("{} års medel {}", falt(rad, "avtal"), falt(rad, "ar"))).collect();
    svenska::upprakning(&delar)
}

/// What each region has been allocated, a column for each agreement.
pub(super) fn tilldelat(las: &Lasning<'_>, nummer: u32) -> Tabell {
    let avtal = avtalsaren(las).into_iter();
    let kolumner: Vec<_> = avtal
        .map(|ar| Kolumn::ny(las, ar.to_string(), &format!("tilldelat_{ar}"), KR))
        .chain([Kolumn::ny(las, "Summa", "tilldelat", KR)])
        .collect();
    let rubrik = "Tilldelade medel per region och överenskommelse".to_owned();
    regiontabell("tilldelat", Some(nummer), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// What each region has left at most, a column for each agreement, with the day it falls due.
pub(super) fn forfaller(las: &Lasning<'_>, nummer: u32) -> Tabell {
    let kolumner = avtalsaren(las).into_iter().map(|ar| {
        let dag = format!("aterbetalas_{ar}");
        let grupp = if las.har(&dag) {
            format!("Betalas tillbaka senast {}", las.riket(&dag).som(KR).text)
        } else {
            "Dag för återbetalning ej angiven".to_owned()
        };
        let namn = if las.har(&dag) { format!("forfaller_{ar}") } else { format!("kvar_{ar}") };
        Kolumn::ny(las, format!("{ar} års medel"), &namn, KR).under(grupp)
    });
    let kolumner: Vec<_> = kolumner.collect();
    let rubrik = "Högst kvar per region, och när det ska betalas tillbaka".to_owned();
    regiontabell("forfaller", Some(nummer), (rubrik, "kr"), Some("Totalt"), &kolumner)
}
