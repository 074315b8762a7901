//! The agreements' money as a whole: periods, what may be used in each year, what each region has been
//! allocated and what it may have to repay.

use std::collections::BTreeSet;

use super::data::{Medel, Overenskommelse};
use super::{KR, MNKR, MNKR_PROSA, Nummer, kolumn, rad_utan_region};
use crate::contract::beredskap::{self as contract, Anvandning, Lage};
use crate::report::diagram::Seriediagram;
use crate::report::number::Siffra;
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::{Avrundade, Okand, Radslag, Tabell, Tabellkolumn};
use crate::report::{Figur, Lasning, Visning};
use crate::svenska;

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
pub(super) fn om_nagot(figur: &Figur) -> Option<Siffra> {
    (!figur.exakt().ar_noll()).then(|| figur.som(MNKR_PROSA))
}

/// The years of an agreement's period, and what is known of the use in them.
pub(super) fn aren(las: &Lasning<'_>, avtal: i32) -> Vec<Anvandning> {
    let mut aren = las.fact(&contract::ANVANDNING);
    aren.retain(|ett| ett.avtal == avtal);
    aren
}

/// The years the agreements are called by.
pub(super) fn avtalsaren(las: &Lasning<'_>) -> Vec<i32> {
    las.fact(&contract::AVTAL).iter().map(|avtal| avtal.ar).collect()
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
        till_regionerna: las.figure(&contract::TILL_REGIONERNA_ALLA).som(MNKR_PROSA),
        till_skr: om_nagot(&las.figure(&contract::TILL_SKR_ALLA)),
        nyckeldag: las.fact(&contract::NYCKELDAG).into(),
        kvar: las.maybe_figure(&contract::KVAR_ALLA).map(|kvar| kvar.som(MNKR_PROSA)),
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
    let anvandning = las.fact(&contract::ANVANDNING);
    let kommande = anvandning.iter().filter(|ett| ett.lage == Lage::Kommande);
    let aren: BTreeSet<_> = kommande.map(|ett| ett.ar).collect();
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
        let dag = las.maybe_figure(&contract::ATERBETALAS.at(ar));
        let okand = dag.is_none().then(|| Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
        let mut rad = rad_utan_region(
            ar.to_string(),
            Radslag::Rad,
            vec![
                Some(las.figure(&contract::TILL_REGIONERNA.at(ar)).som(MNKR)),
                Some(las.figure(&contract::TILL_SKR.at(ar)).som(MNKR)),
                Some(las.figure(&contract::FRAN.at(ar)).som(Visning::Artal)),
                Some(las.figure(&contract::TILL.at(ar)).som(Visning::Artal)),
                dag.map(|dag| dag.som(KR)),
            ],
        );
        rad.okanda.extend(okand);
        rad
    });
    let totalt = [contract::TILL_REGIONERNA_ALLA, contract::TILL_SKR_ALLA];
    let totalt = totalt.map(|promise| Some(las.figure(&promise).som(MNKR)));
    let celler = totalt.into_iter().chain([None, None, None]).collect();
    let summa = rad_utan_region("Totalt".to_owned(), Radslag::Summa, celler);
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

/// What may at most be used in each year, a row for each agreement; none if every year has passed.
pub(super) fn disponibelt(las: &Lasning<'_>, nummer: &mut Nummer) -> Option<Tabell> {
    let disponibla = las.fact(&contract::DISPONIBLA);
    let aren: BTreeSet<_> = disponibla.iter().map(|ett| ett.ar).collect();
    let (forsta, sista) = (aren.first()?, aren.last()?);
    let avtal = avtalsaren(las).into_iter().map(|avtal| {
        let belopp = |ar: &i32| {
            let figur = las.maybe_figure(&contract::DISPONIBELT.at((avtal, *ar)));
            figur.map(|figur| figur.som(MNKR))
        };
        let celler = aren.iter().map(belopp).collect();
        rad_utan_region(format!("{avtal} års medel"), Radslag::Rad, celler)
    });
    let totalt = |ar: &i32| Some(las.figure(&contract::DISPONIBELT_AR.at(*ar)).som(MNKR));
    let totalt = aren.iter().map(totalt).collect();
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
    let disponibla = las.fact(&contract::DISPONIBLA);
    let hogst = disponibla.iter().filter(|ett| !ett.exakt);
    let delar: Vec<_> = hogst.map(|ett| format!("{} års medel {}", ett.avtal, ett.ar)).collect();
    svenska::upprakning(&delar)
}

/// What each region has been allocated, a column for each agreement.
pub(super) fn tilldelat(las: &Lasning<'_>, nummer: u32) -> Tabell {
    let avtal = avtalsaren(las).into_iter();
    let kolumner: Vec<_> = avtal
        .map(|ar| Kolumn::of(las, ar.to_string(), &contract::TILLDELAT.at(ar), KR))
        .chain([Kolumn::of(las, "Summa", &contract::TILLDELAT_ALLA, KR)])
        .collect();
    let rubrik = "Tilldelade medel per region och överenskommelse".to_owned();
    regiontabell("tilldelat", Some(nummer), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// What each region has left at most, a column for each agreement, with the day it falls due.
pub(super) fn forfaller(las: &Lasning<'_>, nummer: u32) -> Tabell {
    let kolumner = avtalsaren(las).into_iter().map(|ar| {
        let rubrik = format!("{ar} års medel");
        match las.maybe_figure(&contract::ATERBETALAS.at(ar)) {
            Some(dag) => Kolumn::of(las, rubrik, contract::FORFALLER.at(ar).kept(), KR)
                .under(format!("Betalas tillbaka senast {}", dag.som(KR).text)),
            None => Kolumn::of(las, rubrik, &contract::KVAR.at(ar), KR)
                .under("Dag för återbetalning ej angiven"),
        }
    });
    let kolumner: Vec<_> = kolumner.collect();
    let rubrik = "Högst kvar per region, och när det ska betalas tillbaka".to_owned();
    regiontabell("forfaller", Some(nummer), (rubrik, "kr"), Some("Totalt"), &kolumner)
}
