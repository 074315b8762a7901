//! The letter's part on försörjningsberedskap: the region's ledger by agreement, and how its stocks meet
//! the goals.

use super::data::{Anvant, Avtalsmedel, Beredskap, Mal};
use super::{Besked, KR, column, row, table};
use crate::contract::beredskap::{self as contract, Avtal, Lage};
use crate::contract::regleringsbrev;
use crate::report::NumberFormat;
use crate::report::table::{Okand, Tabell, Tabellrad};
use crate::swedish;

const PROCENT: NumberFormat = NumberFormat::Percent(1);
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
        let view = self.view;
        let avtal = view.fact(&contract::AVTAL);
        Beredskap {
            nyckeldag: view.fact(&contract::NYCKELDAG).into(),
            befolkning: view.in_region(self.region, &contract::BEFOLKNING).shown_as(KR),
            riket: view.figure(&contract::BEFOLKNING).shown_as(KR),
            antagen_nyckel: swedish::enumeration(
                &avtal.iter().skip(1).map(|avtal| avtal.ar.to_string()).collect::<Vec<_>>(),
            ),
            lagesdag: view.fact(&contract::LAGESDAG).into(),
            tabell: self.liggare(&avtal),
            avtal: avtal.iter().map(|avtal| self.avtalsmedel(avtal.ar)).collect(),
            mal: self.target(),
        }
    }

    /// Years of an agreement's period that have passed and were not asked about.
    fn okanda_ar(&self, avtal: i32) -> Vec<String> {
        let anvandning = self.view.fact(&contract::ANVANDNING);
        let okanda = anvandning.iter().filter(|ett| ett.avtal == avtal && ett.lage == Lage::Okand);
        okanda.map(|ett| ett.ar.to_string()).collect()
    }

    fn liggare(&self, avtal: &[Avtal]) -> Tabell {
        let (view, region) = (self.view, self.region);
        let rader = avtal.iter().map(|avtal| {
            let ar = avtal.ar;
            let anvant = view.maybe_in_region(region, &contract::ANVANT.at(ar));
            let dag = view.maybe_figure(&contract::ATERBETALAS.at(ar));
            let mut okanda = Vec::new();
            if !self.okanda_ar(ar).is_empty() {
                okanda.push(Okand { kolumn: 2, text: SAKNAS.to_owned() });
            }
            if dag.is_none() {
                okanda.push(Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
            }
            let celler = [
                Some(view.figure(&contract::POTT.at(ar))),
                Some(view.in_region(region, &contract::TILLDELAT.at(ar))),
                anvant,
                Some(view.in_region(region, &contract::KVAR.at(ar))),
                dag,
            ];
            let celler = celler.map(|figure| figure.map(|figure| figure.shown_as(KR))).to_vec();
            let rubrik = format!("{ar} års medel, {}", period(avtal));
            Tabellrad { okanda, ..row(&rubrik, celler) }
        });
        let kolumner = vec![
            column("Alla regioner", "kr"),
            column("Regionen", "kr"),
            column("Använt", "kr"),
            column("Högst kvar", "kr"),
            column("Återbetalas senast", ""),
        ];
        let rader = rader.collect();
        let rubrik = "Medel för försörjningsberedskap";
        // The table of payments stands before it, where there is one.
        let nummer = if view.has(regleringsbrev::GRANT) { 4 } else { 3 };
        table(
            ("beredskap", nummer),
            (rubrik, ""),
            "Medel, och när de får användas",
            kolumner,
            rader,
        )
    }

    fn avtalsmedel(&self, ar: i32) -> Avtalsmedel {
        let (view, region) = (self.view, self.region);
        let slut = view.in_region(region, &contract::KVAR.at(ar)).exact().is_zero();
        let andel = view.maybe_in_region(region, &contract::ANDEL_ANVAND.at(ar));
        let anvant = andel.map(|andel| andel.shown_as(PROCENT)).map(|andel| Anvant {
            nastan_allt: !slut && andel.text == ALLT,
            andel,
            medel: view.figure(&contract::ANDEL_MEDEL.at(ar)).shown_as(PROCENT),
            over_medel: view.fact(&contract::ANDEL_OVER_MEDEL.at(ar)).contains(&region),
        });
        Avtalsmedel {
            ar,
            okanda_ar: swedish::enumeration(&self.okanda_ar(ar)),
            anvant,
            slut,
            aterbetalas: view.maybe_figure(&contract::ATERBETALAS.at(ar)).is_some(),
        }
    }

    fn target(&self) -> Vec<Mal> {
        let (view, region) = (self.view, self.region);
        let malen = view.fact(&contract::MAL).into_iter().filter(|mal| mal.utvarderat);
        let ett = |mal: contract::Mal| {
            let veckor = view.in_region(region, &contract::VECKOR.at(&mal.id));
            let grans = view.figure(contract::MAL_VECKOR.at(mal.nummer).kept());
            Mal {
                vardtyp: mal.vardtyp,
                veckor_i_ord: veckor.in_words(),
                veckor: veckor.shown_as(KR),
                mal_i_ord: grans.in_words(),
                mal: grans.shown_as(KR),
                natt: view.fact(&contract::NATT.at(&mal.id)).contains(&region),
            }
        };
        malen.map(ett).collect()
    }
}
