//! The letter's part on försörjningsberedskap: the region's ledger by agreement, and how its stocks meet
//! the goals.

use super::data::{Anvant, Avtalsmedel, Beredskap, Mal};
use super::{Besked, KR, kolumn, rad, tabell};
use crate::contract::beredskap::{self as contract, Avtal, Lage};
use crate::report::Visning;
use crate::report::table::{Okand, Tabell, Tabellrad};
use crate::svenska;

const PROCENT: Visning = Visning::Procent(1);
/// How a share that is rounded to all of it is printed.
const ALLT: &str = "100";
/// What is printed where use is not known.
const SAKNAS: &str = "saknas";
/// What is printed where an agreement states no day.
const EJ_ANGIVET: &str = "ej angivet";

/// The years an agreement's money may be used: `2022–2024`.
fn period(Avtal { fran, till, .. }: &Avtal) -> String {
    if fran == till { fran.to_string() } else { format!("{fran}–{till}") }
}

impl Besked<'_> {
    pub(super) fn beredskap(&self) -> Beredskap {
        let las = self.las;
        let avtal = las.fact(&contract::AVTAL);
        Beredskap {
            nyckeldag: las.fact(&contract::NYCKELDAG).into(),
            befolkning: las.in_region(self.region, &contract::BEFOLKNING).som(KR),
            riket: las.figure(&contract::BEFOLKNING).som(KR),
            antagen_nyckel: svenska::upprakning(
                &avtal.iter().skip(1).map(|avtal| avtal.ar.to_string()).collect::<Vec<_>>(),
            ),
            lagesdag: las.fact(&contract::LAGESDAG).into(),
            tabell: self.liggare(&avtal),
            avtal: avtal.iter().map(|avtal| self.avtalsmedel(avtal.ar)).collect(),
            mal: self.mal(),
        }
    }

    /// Years of an agreement's period that have passed and were not asked about.
    fn okanda_ar(&self, avtal: i32) -> Vec<String> {
        let anvandning = self.las.fact(&contract::ANVANDNING);
        let okanda = anvandning.iter().filter(|ett| ett.avtal == avtal && ett.lage == Lage::Okand);
        okanda.map(|ett| ett.ar.to_string()).collect()
    }

    fn liggare(&self, avtal: &[Avtal]) -> Tabell {
        let (las, region) = (self.las, self.region);
        let rader = avtal.iter().map(|avtal| {
            let ar = avtal.ar;
            let anvant = las.maybe_in_region(region, &contract::ANVANT.at(ar));
            let dag = las.maybe_figure(&contract::ATERBETALAS.at(ar));
            let mut okanda = Vec::new();
            if !self.okanda_ar(ar).is_empty() {
                okanda.push(Okand { kolumn: 2, text: SAKNAS.to_owned() });
            }
            if dag.is_none() {
                okanda.push(Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
            }
            let celler = [
                Some(las.figure(&contract::POTT.at(ar))),
                Some(las.in_region(region, &contract::TILLDELAT.at(ar))),
                anvant,
                Some(las.in_region(region, &contract::KVAR.at(ar))),
                dag,
            ];
            let celler = celler.map(|figur| figur.map(|figur| figur.som(KR))).to_vec();
            let rubrik = format!("{ar} års medel, {}", period(avtal));
            Tabellrad { okanda, ..rad(&rubrik, celler) }
        });
        let kolumner = vec![
            kolumn("Alla regioner", "kr"),
            kolumn("Regionen", "kr"),
            kolumn("Använt", "kr"),
            kolumn("Högst kvar", "kr"),
            kolumn("Återbetalas senast", ""),
        ];
        let rader = rader.collect();
        let rubrik = "Medel för försörjningsberedskap";
        tabell(("beredskap", 4), (rubrik, ""), "Medel, och när de får användas", kolumner, rader)
    }

    fn avtalsmedel(&self, ar: i32) -> Avtalsmedel {
        let (las, region) = (self.las, self.region);
        let slut = las.in_region(region, &contract::KVAR.at(ar)).exakt().ar_noll();
        let andel = las.maybe_in_region(region, &contract::ANDEL_ANVAND.at(ar));
        let anvant = andel.map(|andel| andel.som(PROCENT)).map(|andel| Anvant {
            nastan_allt: !slut && andel.text == ALLT,
            andel,
            medel: las.figure(&contract::ANDEL_MEDEL.at(ar)).som(PROCENT),
            over_medel: las.fact(&contract::ANDEL_OVER_MEDEL.at(ar)).contains(&region),
        });
        Avtalsmedel {
            ar,
            okanda_ar: svenska::upprakning(&self.okanda_ar(ar)),
            anvant,
            slut,
            aterbetalas: las.maybe_figure(&contract::ATERBETALAS.at(ar)).is_some(),
        }
    }

    fn mal(&self) -> Vec<Mal> {
        let (las, region) = (self.las, self.region);
        let malen = las.fact(&contract::MAL).into_iter().filter(|mal| mal.utvarderat);
        let ett = |mal: contract::Mal| {
            let veckor = las.in_region(region, &contract::VECKOR.at(&mal.id));
            let grans = las.figure(contract::MAL_VECKOR.at(mal.nummer).kept());
            Mal {
                vardtyp: mal.vardtyp,
                veckor_i_ord: veckor.in_words(),
                veckor: veckor.som(KR),
                mal_i_ord: grans.in_words(),
                mal: grans.som(KR),
                natt: las.fact(&contract::NATT.at(&mal.id)).contains(&region),
            }
        };
        malen.map(ett).collect()
    }
}
