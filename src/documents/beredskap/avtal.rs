//! Each agreement: what is known of its use, and the ledger per region.

use super::data::{Arsbelopp, Overenskommelse, Utfall};
use super::medel::{intervall, om_nagot};
use super::{ANTAL, KR, MNKR_PROSA, Nummer, PROCENT, Textrad, artal, diagram, falt};
use crate::region::Region;
use crate::report::delar::{Datum, Regionlista, Tabell};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Lasning, svenska};

/// What is printed where use was not asked about.
pub(super) const SAKNAS: &str = "saknas";

/// A year of an agreement's period, and what is known of the use in it.
pub(super) struct Ar {
    pub(super) ar: i32,
    pub(super) lage: String,
}

/// The years of an agreement's period.
pub(super) fn aren(las: &Lasning<'_>, avtal: i32) -> Vec<Ar> {
    let rader = las.rader("anvandning");
    let avtalets = rader.iter().filter(|rad| artal(rad, "avtal") == avtal);
    avtalets.map(|rad| Ar { ar: artal(rad, "ar"), lage: falt(rad, "lage") }).collect()
}

pub(super) fn overenskommelser(
    las: &Lasning<'_>,
    nu: i32,
    nummer: &mut Nummer,
) -> Vec<Overenskommelse> {
    let rader = las.rader("avtal");
    rader.iter().enumerate().map(|(plats, rad)| en(las, nu, plats, rad, nummer)).collect()
}

fn en(
    las: &Lasning<'_>,
    nu: i32,
    plats: usize,
    rad: &Textrad,
    nummer: &mut Nummer,
) -> Overenskommelse {
    let ar = artal(rad, "avtalsar");
    let aren = aren(las, ar);
    let forflutna: Vec<_> = aren.iter().filter(|ar| ar.lage != "kommande").collect();
    let okanda: Vec<_> = forflutna
        .iter()
        .filter(|ar| ar.lage == "okänd")
        .map(|okand| okand.ar.to_string())
        .collect();
    let (fran, till) = (artal(rad, "fran"), artal(rad, "till"));
    let utfall =
        las.har(&format!("andel_anvand_{ar}")).then(|| utfall(las, ar, &forflutna, nummer));
    let kanda = forflutna.iter().filter(|ett| ett.lage == "känd");
    Overenskommelse {
        plats,
        ar,
        diarienummer: rad.get("diarienummer").cloned(),
        till_regionerna: las.riket(&format!("till_regionerna_{ar}")).som(MNKR_PROSA),
        till_skr: om_nagot(las, &format!("till_skr_{ar}")),
        period: intervall(fran, till),
        har_borjat: !forflutna.is_empty(),
        ar_slut: till < nu,
        aterbetalas: rad.get("aterbetalas").map(|iso| Datum::fran_iso(iso)),
        anvant_per_ar: kanda
            .map(|ett| Arsbelopp {
                ar: ett.ar,
                belopp: las.riket(&format!("anvant_{ar}_{}", ett.ar)).som(MNKR_PROSA),
            })
            .collect(),
        okanda_ar: svenska::upprakning(&okanda),
        kvar: las.riket(&format!("kvar_{ar}")).som(MNKR_PROSA),
        liggare: (!forflutna.is_empty())
            .then(|| liggare(las, ar, &forflutna, utfall.is_some(), nummer.tabell())),
        utfall,
    }
}

/// How a share that is rounded to all of it is printed.
const ALLT: &str = "100,0";

fn utfall(las: &Lasning<'_>, ar: i32, forflutna: &[&Ar], nummer: &mut Nummer) -> Utfall {
    let lista = |mangd: &str| -> Regionlista {
        las.regionmangd(&format!("{mangd}_{ar}")).into_iter().collect()
    };
    let procent = |namn: &str| las.riket(&format!("{namn}_{ar}")).som(PROCENT);
    let andel = format!("andel_anvand_{ar}");
    let anvant_allt = las.regionmangd(&format!("anvant_allt_{ar}"));
    let nastan_allt: Regionlista = Region::alla()
        .filter(|region| !anvant_allt.contains(region))
        .filter(|region| las.region(*region, &andel).som(PROCENT).text == ALLT)
        .collect();
    let lagst = las.regionmangd(&format!("andel_lagst_{ar}"));
    let forst = lagst.first().copied().unwrap_or_else(|| panic!("no share of {ar} is smallest"));
    let staplar = diagram::anvant_och_kvar(las, ar, forflutna, nummer.diagram());
    let andelar = diagram::andelar(las, ar, nummer.diagram());
    Utfall {
        anvant: las.riket(&format!("anvant_{ar}")).som(MNKR_PROSA),
        andel: procent("andel_anvand"),
        medel: procent("andel_anvand_medel"),
        median: procent("andel_anvand_median"),
        over_medel: lista("andel_over_medel"),
        anvant_allt: lista("anvant_allt"),
        antal_anvant_allt: las.riket(&format!("antal_anvant_allt_{ar}")).som(ANTAL),
        nastan_allt,
        lagst: las.region(forst, &andel).som(PROCENT),
        lagst_regioner: lista("andel_lagst"),
        staplar,
        andelar_text: diagram::andelarnas_text(las, ar),
        andelar,
    }
}

/// The ledger: allocated, used in each year that has passed, left at most, and the share used where it
/// is known.
fn liggare(las: &Lasning<'_>, ar: i32, forflutna: &[&Ar], kant: bool, nummer: u32) -> Tabell {
    let mut kolumner = vec![Kolumn::ny(las, "Tilldelat", &format!("tilldelat_{ar}"), KR).i("kr")];
    for ett in forflutna {
        let kolumn = if ett.lage == "känd" {
            Kolumn::ny(las, ett.ar.to_string(), &format!("anvant_{ar}_{}", ett.ar), KR)
        } else {
            Kolumn::okand(ett.ar.to_string(), SAKNAS)
        };
        kolumner.push(kolumn.under("Använt").i("kr"));
    }
    let kvar = if kant { "Kvar" } else { "Högst kvar" };
    kolumner.push(Kolumn::ny(las, kvar, &format!("kvar_{ar}"), KR).i("kr"));
    if kant {
        let andel = format!("andel_anvand_{ar}");
        kolumner.push(Kolumn::ny(las, "Andel använd", &andel, PROCENT).i("procent"));
    }
    let rubrik = format!("{ar} års medel per region");
    let id = format!("liggare_{ar}");
    regiontabell(&id, Some(nummer), (rubrik, ""), Some("Totalt"), &kolumner)
}
