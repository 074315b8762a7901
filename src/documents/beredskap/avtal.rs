//! Each agreement: what is known of its use, and the ledger per region.

use super::data::{Arsbelopp, Overenskommelse, Utfall};
use super::medel::{aren, om_nagot, range};
use super::{ANTAL, KR, MNKR_PROSA, Numbering, PROCENT, diagram};
use crate::contract::beredskap::{self as contract, Avtal, Lage, Usage};
use crate::region::Region;
use crate::report::View;
use crate::report::lists::Regionlista;
use crate::report::number::{Datum, Siffra};
use crate::report::region_table::{Column, region_table};
use crate::report::table::Tabell;
use crate::swedish;

/// What is printed where use was not asked about.
pub(super) const SAKNAS: &str = "saknas";

pub(super) fn overenskommelser(
    view: &View<'_>,
    nu: i32,
    nummer: &mut Numbering,
) -> Vec<Overenskommelse> {
    let avtalen = view.fact(&contract::AVTAL).into_iter().enumerate();
    avtalen.map(|(plats, avtal)| one(view, nu, plats, avtal, nummer)).collect()
}

fn one(
    view: &View<'_>,
    nu: i32,
    plats: usize,
    avtal: Avtal,
    nummer: &mut Numbering,
) -> Overenskommelse {
    let ar = avtal.ar;
    let mut forflutna = aren(view, ar);
    forflutna.retain(|ett| ett.lage != Lage::Kommande);
    let okanda = forflutna.iter().filter(|ett| ett.lage == Lage::Okand);
    let okanda: Vec<_> = okanda.map(|okand| okand.ar.to_string()).collect();
    let known = forflutna.iter().filter(|ett| ett.lage == Lage::Kand);
    let slut = avtal.till < nu;
    let andel =
        view.maybe_figure(&contract::ANDEL_ANVAND.at(ar)).map(|andel| andel.shown_as(PROCENT));
    let utfall = andel.map(|andel| utfall(view, ar, (andel, slut), &forflutna, nummer));
    Overenskommelse {
        plats,
        ar,
        diarienummer: avtal.diarienummer,
        till_regionerna: view.figure(&contract::TILL_REGIONERNA.at(ar)).shown_as(MNKR_PROSA),
        till_skr: om_nagot(&view.figure(&contract::TILL_SKR.at(ar))),
        period: range(avtal.fran, avtal.till),
        har_borjat: !forflutna.is_empty(),
        ar_slut: slut,
        aterbetalning_passerad: avtal
            .aterbetalas
            .is_some_and(|dag| dag < view.fact(&contract::UPPFOLJNING_DATUM)),
        aterbetalas: avtal.aterbetalas.map(Datum::from),
        anvant_per_ar: known
            .map(|ett| Arsbelopp {
                ar: ett.ar,
                belopp: view.figure(&contract::ANVANT_AR.at((ar, ett.ar))).shown_as(MNKR_PROSA),
            })
            .collect(),
        okanda_ar: swedish::enumeration(&okanda),
        kvar: view.figure(&contract::KVAR.at(ar)).shown_as(MNKR_PROSA),
        liggare: (!forflutna.is_empty())
            .then(|| liggare(view, ar, &forflutna, (utfall.is_some(), slut), nummer.table())),
        utfall,
    }
}

/// How a share that is rounded to all of it is printed.
const ALLT: &str = "100,0";

fn utfall(
    view: &View<'_>,
    ar: i32,
    (andel, slut): (Siffra, bool),
    forflutna: &[Usage],
    nummer: &mut Numbering,
) -> Utfall {
    let regionens =
        |region| view.in_region(region, contract::ANDEL_ANVAND.at(ar).kept()).shown_as(PROCENT);
    let anvant_allt = view.fact(&contract::ANVANT_ALLT.at(ar));
    let nastan_allt: Regionlista = Region::all()
        .filter(|region| !anvant_allt.contains(region) && regionens(*region).text == ALLT)
        .collect();
    let lagst = view.fact(&contract::ANDEL_LAGST.at(ar));
    let forst = lagst.first().copied().unwrap_or_else(|| panic!("no share of {ar} is smallest"));
    let staplar = diagram::anvant_och_kvar(view, (ar, slut), forflutna, nummer.diagram());
    let andelar = diagram::shares(view, ar, nummer.diagram());
    Utfall {
        anvant: view.figure(contract::ANVANT.at(ar).kept()).shown_as(MNKR_PROSA),
        andel,
        medel: view.figure(&contract::ANDEL_MEDEL.at(ar)).shown_as(PROCENT),
        median: view.figure(&contract::ANDEL_MEDIAN.at(ar)).shown_as(PROCENT),
        over_medel: view.fact(&contract::ANDEL_OVER_MEDEL.at(ar)).into_iter().collect(),
        anvant_allt: anvant_allt.into_iter().collect(),
        antal_anvant_allt: view.figure(&contract::ANTAL_ANVANT_ALLT.at(ar)).shown_as(ANTAL),
        nastan_allt,
        lagst: regionens(forst),
        lagst_regioner: lagst.into_iter().collect(),
        staplar,
        andelar_text: diagram::andelarnas_text(view, ar),
        andelar,
    }
}

/// The ledger: allocated, used in each year that has passed, left at most, and the share used where it
/// is known.
fn liggare(
    view: &View<'_>,
    ar: i32,
    forflutna: &[Usage],
    (kant, slut): (bool, bool),
    nummer: u32,
) -> Tabell {
    let mut kolumner =
        vec![Column::of(view, "Tilldelat", &contract::TILLDELAT.at(ar), KR).in_unit("kr")];
    for ett in forflutna {
        let kolumn = if ett.lage == Lage::Kand {
            Column::of(view, ett.ar.to_string(), &contract::ANVANT_AR.at((ar, ett.ar)), KR)
        } else {
            Column::unknown(ett.ar.to_string(), SAKNAS)
        };
        kolumner.push(kolumn.under("Använt").in_unit("kr"));
    }
    let kvar = match (kant, slut) {
        (true, false) => "Kvar",
        (false, false) => "Högst kvar",
        (true, true) => "Inte använt",
        (false, true) => "Högst oanvänt",
    };
    kolumner.push(Column::of(view, kvar, &contract::KVAR.at(ar), KR).in_unit("kr"));
    if kant {
        let andel = contract::ANDEL_ANVAND.at(ar);
        kolumner.push(Column::of(view, "Andel använd", andel.kept(), PROCENT).in_unit("procent"));
    }
    let rubrik = format!("{ar} års medel per region");
    let id = format!("liggare_{ar}");
    region_table(&id, Some(nummer), (rubrik, ""), Some("Totalt"), &kolumner)
}
