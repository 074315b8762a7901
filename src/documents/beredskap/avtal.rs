//! Each agreement: what is known of its use, and the ledger per region.

use super::data::{Arsbelopp, Overenskommelse, Utfall};
use super::medel::{aren, intervall, om_nagot};
use super::{ANTAL, KR, MNKR_PROSA, Nummer, PROCENT, diagram};
use crate::contract::beredskap::{self as contract, Anvandning, Avtal, Lage};
use crate::region::Region;
use crate::report::Lasning;
use crate::report::lists::Regionlista;
use crate::report::number::{Datum, Siffra};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::Tabell;
use crate::svenska;

/// What is printed where use was not asked about.
pub(super) const SAKNAS: &str = "saknas";

pub(super) fn overenskommelser(
    las: &Lasning<'_>,
    nu: i32,
    nummer: &mut Nummer,
) -> Vec<Overenskommelse> {
    let avtalen = las.fact(&contract::AVTAL).into_iter().enumerate();
    avtalen.map(|(plats, avtal)| en(las, nu, plats, avtal, nummer)).collect()
}

fn en(
    las: &Lasning<'_>,
    nu: i32,
    plats: usize,
    avtal: Avtal,
    nummer: &mut Nummer,
) -> Overenskommelse {
    let ar = avtal.ar;
    let mut forflutna = aren(las, ar);
    forflutna.retain(|ett| ett.lage != Lage::Kommande);
    let okanda = forflutna.iter().filter(|ett| ett.lage == Lage::Okand);
    let okanda: Vec<_> = okanda.map(|okand| okand.ar.to_string()).collect();
    let kanda = forflutna.iter().filter(|ett| ett.lage == Lage::Kand);
    let andel = las.maybe_figure(&contract::ANDEL_ANVAND.at(ar));
    let utfall = andel.map(|andel| utfall(las, ar, andel.som(PROCENT), &forflutna, nummer));
    Overenskommelse {
        plats,
        ar,
        diarienummer: avtal.diarienummer,
        till_regionerna: las.figure(&contract::TILL_REGIONERNA.at(ar)).som(MNKR_PROSA),
        till_skr: om_nagot(&las.figure(&contract::TILL_SKR.at(ar))),
        period: intervall(avtal.fran, avtal.till),
        har_borjat: !forflutna.is_empty(),
        ar_slut: avtal.till < nu,
        aterbetalas: avtal.aterbetalas.map(Datum::from),
        anvant_per_ar: kanda
            .map(|ett| Arsbelopp {
                ar: ett.ar,
                belopp: las.figure(&contract::ANVANT_AR.at((ar, ett.ar))).som(MNKR_PROSA),
            })
            .collect(),
        okanda_ar: svenska::upprakning(&okanda),
        kvar: las.figure(&contract::KVAR.at(ar)).som(MNKR_PROSA),
        liggare: (!forflutna.is_empty())
            .then(|| liggare(las, ar, &forflutna, utfall.is_some(), nummer.tabell())),
        utfall,
    }
}

/// How a share that is rounded to all of it is printed.
const ALLT: &str = "100,0";

fn utfall(
    las: &Lasning<'_>,
    ar: i32,
    andel: Siffra,
    forflutna: &[Anvandning],
    nummer: &mut Nummer,
) -> Utfall {
    let regionens =
        |region| las.in_region(region, contract::ANDEL_ANVAND.at(ar).kept()).som(PROCENT);
    let anvant_allt = las.fact(&contract::ANVANT_ALLT.at(ar));
    let nastan_allt: Regionlista = Region::alla()
        .filter(|region| !anvant_allt.contains(region) && regionens(*region).text == ALLT)
        .collect();
    let lagst = las.fact(&contract::ANDEL_LAGST.at(ar));
    let forst = lagst.first().copied().unwrap_or_else(|| panic!("no share of {ar} is smallest"));
    let staplar = diagram::anvant_och_kvar(las, ar, forflutna, nummer.diagram());
    let andelar = diagram::andelar(las, ar, nummer.diagram());
    Utfall {
        anvant: las.figure(contract::ANVANT.at(ar).kept()).som(MNKR_PROSA),
        andel,
        medel: las.figure(&contract::ANDEL_MEDEL.at(ar)).som(PROCENT),
        median: las.figure(&contract::ANDEL_MEDIAN.at(ar)).som(PROCENT),
        over_medel: las.fact(&contract::ANDEL_OVER_MEDEL.at(ar)).into_iter().collect(),
        anvant_allt: anvant_allt.into_iter().collect(),
        antal_anvant_allt: las.figure(&contract::ANTAL_ANVANT_ALLT.at(ar)).som(ANTAL),
        nastan_allt,
        lagst: regionens(forst),
        lagst_regioner: lagst.into_iter().collect(),
        staplar,
        andelar_text: diagram::andelarnas_text(las, ar),
        andelar,
    }
}

/// The ledger: allocated, used in each year that has passed, left at most, and the share used where it
/// is known.
fn liggare(
    las: &Lasning<'_>,
    ar: i32,
    forflutna: &[Anvandning],
    kant: bool,
    nummer: u32,
) -> Tabell {
    let mut kolumner = vec![Kolumn::of(las, "Tilldelat", &contract::TILLDELAT.at(ar), KR).i("kr")];
    for ett in forflutna {
        let kolumn = if ett.lage == Lage::Kand {
            Kolumn::of(las, ett.ar.to_string(), &contract::ANVANT_AR.at((ar, ett.ar)), KR)
        } else {
            Kolumn::okand(ett.ar.to_string(), SAKNAS)
        };
        kolumner.push(kolumn.under("Använt").i("kr"));
    }
    let kvar = if kant { "Kvar" } else { "Högst kvar" };
    kolumner.push(Kolumn::of(las, kvar, &contract::KVAR.at(ar), KR).i("kr"));
    if kant {
        let andel = contract::ANDEL_ANVAND.at(ar);
        kolumner.push(Kolumn::of(las, "Andel använd", andel.kept(), PROCENT).i("procent"));
    }
    let rubrik = format!("{ar} års medel per region");
    let id = format!("liggare_{ar}");
    regiontabell(&id, Some(nummer), (rubrik, ""), Some("Totalt"), &kolumner)
}
