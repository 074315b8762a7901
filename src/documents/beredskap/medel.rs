//! The agreements' money as a whole: periods, what may be used in each year, what each region has been
//! allocated and what it may have to repay.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::data::{Medel, Nyckel, Overenskommelse};
use super::{KR, MNKR, MNKR_PROSA, Numbering, column, rad_utan_region};
use crate::contract::beredskap::{self as contract, Lage, Usage};
use crate::report::diagram::Seriediagram;
use crate::report::number::Siffra;
use crate::report::region_table::{Column, region_table};
use crate::report::table::{Avrundade, Okand, Radslag, Tabell, Tabellkolumn};
use crate::report::{Number, NumberFormat, View};
use crate::swedish;

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
pub(super) fn om_nagot(figure: &Number) -> Option<Siffra> {
    (!figure.exact().is_zero()).then(|| figure.shown_as(MNKR_PROSA))
}

/// The years of an agreement's period, and what is known of the use in them.
pub(super) fn aren(view: &View<'_>, avtal: i32) -> Vec<Usage> {
    let mut aren = view.fact(&contract::ANVANDNING);
    aren.retain(|ett| ett.avtal == avtal);
    aren
}

/// The years the agreements are called by.
pub(super) fn avtalsaren(view: &View<'_>) -> Vec<i32> {
    view.fact(&contract::AVTAL).iter().map(|avtal| avtal.ar).collect()
}

pub(super) fn medel(view: &View<'_>, avtalen: &[Overenskommelse], delar: Delar) -> Medel {
    let uppraknade = |ar: &mut dyn Iterator<Item = i32>| {
        swedish::enumeration(&ar.map(|ar| ar.to_string()).collect::<Vec<_>>())
    };
    let okanda = avtalen.iter().filter(|avtal| !avtal.okanda_ar.is_empty());
    let utan_dag = avtalen.iter().filter(|avtal| avtal.aterbetalas.is_none());
    let oppna = || avtalen.iter().filter(|avtal| !avtal.ar_slut);
    Medel {
        antal_i_ord: swedish::count_in_words(avtalen.len()),
        antal: avtalen.len(),
        avtalsar: uppraknade(&mut avtalen.iter().map(|avtal| avtal.ar)),
        till_regionerna: view.figure(&contract::TILL_REGIONERNA_ALLA).shown_as(MNKR_PROSA),
        till_skr: om_nagot(&view.figure(&contract::TILL_SKR_ALLA)),
        nycklar: nycklar(&view.fact(&contract::AVTAL)),
        kvar: view.maybe_figure(&contract::KVAR_ALLA).map(|kvar| kvar.shown_as(MNKR_PROSA)),
        kvar_exakt: oppna().all(|avtal| avtal.okanda_ar.is_empty()),
        kommande: kommande(view),
        okanda: uppraknade(&mut okanda.map(|avtal| avtal.ar)),
        utan_dag: uppraknade(&mut utan_dag.map(|avtal| avtal.ar)),
        perioder: delar.perioder,
        disponibelt_flera: delar.disponibelt.as_ref().is_some_and(|table| table.kolumner.len() > 1),
        disponibelt: delar.disponibelt,
        disponibelt_hogst: disponibelt_hogst(view),
        diagram: delar.diagram,
        tilldelat: delar.tilldelat,
        forfaller: delar.forfaller,
    }
}

/// The populations that share the money out, in order of their days.
fn nycklar(avtalen: &[contract::Avtal]) -> Vec<Nyckel> {
    let dagar: BTreeSet<_> = avtalen.iter().map(|avtal| avtal.nyckeldag).collect();
    let flera = dagar.len() > 1;
    let uppraknade = |dag, antagna: bool| {
        let egna = avtalen.iter().filter(|avtal| avtal.nyckeldag == dag);
        let egna = egna.filter(|avtal| !antagna || avtal.nyckel_antagen);
        swedish::enumeration(&egna.map(|avtal| avtal.ar.to_string()).collect::<Vec<_>>())
    };
    let nyckel = |dag: NaiveDate| Nyckel {
        dag: dag.into(),
        avtal: flera.then(|| uppraknade(dag, false)),
        antagna: uppraknade(dag, true),
    };
    dagar.into_iter().map(nyckel).collect()
}

/// The years that have not passed: `2024–2025`.
fn kommande(view: &View<'_>) -> String {
    let anvandning = view.fact(&contract::ANVANDNING);
    let kommande = anvandning.iter().filter(|ett| ett.lage == Lage::Kommande);
    let aren: BTreeSet<_> = kommande.map(|ett| ett.ar).collect();
    match (aren.first(), aren.last()) {
        (Some(first), Some(last)) => range(*first, *last),
        _ => String::new(),
    }
}

/// `2024`, `2024–2025`.
pub(super) fn range(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// Amounts, periods and repayment, a row for each agreement.
pub(super) fn perioder(view: &View<'_>, nummer: u32) -> Tabell {
    let rader = avtalsaren(view).into_iter().map(|ar| {
        let dag = view.maybe_figure(&contract::ATERBETALAS.at(ar));
        let okand = dag.is_none().then(|| Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
        let mut row = rad_utan_region(
            ar.to_string(),
            Radslag::Rad,
            vec![
                Some(view.figure(&contract::TILL_REGIONERNA.at(ar)).shown_as(MNKR)),
                Some(view.figure(&contract::TILL_SKR.at(ar)).shown_as(MNKR)),
                Some(view.figure(&contract::FRAN.at(ar)).shown_as(NumberFormat::YearNumber)),
                Some(view.figure(&contract::TILL.at(ar)).shown_as(NumberFormat::YearNumber)),
                dag.map(|dag| dag.shown_as(KR)),
            ],
        );
        row.okanda.extend(okand);
        row
    });
    let totalt = [contract::TILL_REGIONERNA_ALLA, contract::TILL_SKR_ALLA];
    let totalt = totalt.map(|promise| Some(view.figure(&promise).shown_as(MNKR)));
    let celler = totalt.into_iter().chain([None, None, None]).collect();
    let summa = rad_utan_region("Totalt".to_owned(), Radslag::Summa, celler);
    let period =
        |rubrik: &str| Tabellkolumn { grupp: Some("Period".to_owned()), ..column(rubrik, "") };
    Tabell {
        id: "perioder".to_owned(),
        nummer: Some(nummer),
        rubrik: "Överenskommelsernas medel, perioder och dagar för återbetalning".to_owned(),
        enhet: String::new(),
        radrubrik: "Överenskommelse".to_owned(),
        kolumner: vec![
            column("Till regionerna", "mnkr"),
            column("Till SKR", "mnkr"),
            period("från och med"),
            period("till och med"),
            column("Återbetalas senast", ""),
        ],
        rader: rader.chain([summa]).collect(),
        avrundade: Avrundade::default(),
    }
}

/// What may at most be used in each year, a row for each agreement; none if every year has passed.
pub(super) fn disponibelt(view: &View<'_>, nummer: &mut Numbering) -> Option<Tabell> {
    let disponibla = view.fact(&contract::DISPONIBLA);
    let aren: BTreeSet<_> = disponibla.iter().map(|ett| ett.ar).collect();
    let (first, last) = (aren.first()?, aren.last()?);
    let avtal = avtalsaren(view).into_iter().filter_map(|avtal| {
        let belopp = |ar: &i32| {
            let figure = view.maybe_figure(&contract::DISPONIBELT.at((avtal, *ar)));
            figure.map(|figure| figure.shown_as(MNKR))
        };
        let celler: Vec<_> = aren.iter().map(belopp).collect();
        // What could be used before these years alone has no row.
        let in_them = celler.iter().any(Option::is_some);
        in_them.then(|| rad_utan_region(format!("{avtal} års medel"), Radslag::Rad, celler))
    });
    let totalt = |ar: &i32| Some(view.figure(&contract::DISPONIBELT_AR.at(*ar)).shown_as(MNKR));
    let totalt = aren.iter().map(totalt).collect();
    let summa = rad_utan_region("Totalt".to_owned(), Radslag::Summa, totalt);
    Some(Tabell {
        id: "disponibelt".to_owned(),
        nummer: Some(nummer.table()),
        rubrik: format!("Högsta belopp att använda {}", range(*first, *last)),
        enhet: "mnkr".to_owned(),
        radrubrik: "Överenskommelse".to_owned(),
        kolumner: aren.iter().map(|ar| column(&ar.to_string(), "")).collect(),
        rader: avtal.chain([summa]).collect(),
        avrundade: Avrundade::default(),
    })
}

/// The amounts of that table that are the most there can be: `2022 års medel 2025 och …`.
fn disponibelt_hogst(view: &View<'_>) -> String {
    let disponibla = view.fact(&contract::DISPONIBLA);
    let hogst = disponibla.iter().filter(|ett| !ett.exakt);
    let delar: Vec<_> = hogst.map(|ett| format!("{} års medel {}", ett.avtal, ett.ar)).collect();
    swedish::enumeration(&delar)
}

/// What each region has been allocated, a column for each agreement.
pub(super) fn tilldelat(view: &View<'_>, nummer: u32) -> Tabell {
    let avtal = avtalsaren(view).into_iter();
    let kolumner: Vec<_> = avtal
        .map(|ar| Column::of(view, ar.to_string(), &contract::TILLDELAT.at(ar), KR))
        .chain([Column::of(view, "Summa", &contract::TILLDELAT_ALLA, KR)])
        .collect();
    let rubrik = "Tilldelade medel per region och överenskommelse".to_owned();
    region_table("tilldelat", Some(nummer), (rubrik, "kr"), Some("Totalt"), &kolumner)
}

/// What each region has at most not used, a column for each agreement, with the last day of repayment.
pub(super) fn forfaller(view: &View<'_>, nummer: u32) -> Tabell {
    let kolumner = avtalsaren(view).into_iter().map(|ar| {
        let rubrik = format!("{ar} års medel");
        match view.maybe_figure(&contract::ATERBETALAS.at(ar)) {
            Some(dag) => Column::of(view, rubrik, contract::FORFALLER.at(ar).kept(), KR)
                .under(format!("Återbetalning senast {}", dag.shown_as(KR).text)),
            None => Column::of(view, rubrik, &contract::KVAR.at(ar), KR)
                .under("Dag för återbetalning ej angiven"),
        }
    });
    let kolumner: Vec<_> = kolumner.collect();
    let rubrik = "Högst oanvänt per region, och sista dag för återbetalning".to_owned();
    region_table("forfaller", Some(nummer), (rubrik, "kr"), Some("Totalt"), &kolumner)
}
