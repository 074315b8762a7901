//! The letter's part on försörjningsberedskap: the region's ledger by agreement, and how its stocks meet
//! the goals.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::data::{Anvant, Avtalsmedel, Beredskap, Mal, Nyckel};
use super::{Besked, KR, column, row, table};
use crate::contract::beredskap::{self as contract, Avtal, Lage};
use crate::contract::{lakemedel, regleringsbrev};
use crate::report::NumberFormat;
use crate::report::number::Datum;
use crate::report::table::{Okand, Tabell, Tabellrad};
use crate::swedish;

const PROCENT: NumberFormat = NumberFormat::Percent(1);
/// How a share that is rounded to all of it is printed.
const ALLT: &str = "100";
/// What is printed where use is not known.
const SAKNAS: &str = "saknas";
/// What is printed where it is known of some years.
const DELVIS_KANT: &str = "delvis känt";
/// What is printed where an agreement states no day.
const EJ_ANGIVET: &str = "ej angivet";

/// The years an agreement's money may be used: `2022–2024`.
fn period(Avtal { fran, till, .. }: &Avtal) -> String {
    if fran == till { fran.to_string() } else { format!("{fran}–{till}") }
}

/// Some of the agreements, by the years they are called by, for a sentence.
fn years(avtalen: &[Avtal], which: impl Fn(&Avtal) -> bool) -> String {
    let aren = avtalen.iter().filter(|avtal| which(avtal)).map(|avtal| avtal.ar.to_string());
    swedish::enumeration(&aren.collect::<Vec<_>>())
}

impl Besked<'_> {
    pub(super) fn beredskap(&self) -> Beredskap {
        let view = self.view;
        let avtal = view.fact(&contract::AVTAL);
        let daterat = view.fact(&lakemedel::REGIONBESKED_DATUM);
        let medel: Vec<_> = avtal.iter().map(|avtal| self.avtalsmedel(avtal.ar)).collect();
        let okant = medel.iter().filter(|ett| !ett.okanda_ar.is_empty() && !ett.slut);
        let okant = okant.map(|ett| format!("av {} års medel under {}", ett.ar, ett.okanda_ar));
        Beredskap {
            okant: swedish::enumeration(&okant.collect::<Vec<_>>()),
            nycklar: self.nycklar(&avtal),
            passerade: years(&avtal, |avtal| avtal.aterbetalas.is_some_and(|dag| dag < daterat)),
            alla_passerade: avtal
                .iter()
                .filter_map(|avtal| avtal.aterbetalas)
                .all(|dag| dag < daterat),
            lagesdag: view.fact(&contract::LAGESDAG).into(),
            tabell: self.liggare(&avtal),
            avtal: medel,
            mal: self.target(),
        }
    }

    /// The populations that share the money out, in order of their days.
    fn nycklar(&self, avtalen: &[Avtal]) -> Vec<Nyckel> {
        let dagar: BTreeSet<_> = avtalen.iter().map(|avtal| avtal.nyckeldag).collect();
        let flera = dagar.len() > 1;
        let nyckel = |dag: NaiveDate| {
            let befolkning = contract::BEFOLKNING.at(dag);
            Nyckel {
                dag: dag.into(),
                befolkning: self.own(&befolkning).shown_as(KR),
                riket: self.view.figure(&befolkning).shown_as(KR),
                avtal: flera.then(|| years(avtalen, |avtal| avtal.nyckeldag == dag)),
                antagna: years(avtalen, |avtal| avtal.nyckeldag == dag && avtal.nyckel_antagen),
            }
        };
        dagar.into_iter().map(nyckel).collect()
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
            let kvar = view.in_region(region, &contract::KVAR.at(ar));
            let tilldelat = view.in_region(region, &contract::TILLDELAT.at(ar));
            // Of what is known to be used up it is no matter when it was.
            let anvant = if kvar.exact().is_zero() {
                Some(tilldelat.clone())
            } else {
                view.maybe_in_region(region, &contract::ANVANT.at(ar))
            };
            let dag = view.maybe_figure(&contract::ATERBETALAS.at(ar));
            let mut okanda = Vec::new();
            if anvant.is_none() && !self.okanda_ar(ar).is_empty() {
                let text = if kvar.exact() == tilldelat.exact() { SAKNAS } else { DELVIS_KANT };
                okanda.push(Okand { kolumn: 2, text: text.to_owned() });
            }
            if dag.is_none() {
                okanda.push(Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
            }
            let celler = [
                Some(view.figure(&contract::POTT.at(ar))),
                Some(tilldelat),
                anvant,
                Some(kvar),
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
            column("Högst oanvänt", "kr"),
            column("Återbetalas senast", ""),
        ];
        let rader = rader.collect();
        let dag = Datum::from(view.fact(&contract::LAGESDAG)).text;
        let rubrik = format!("Medel för försörjningsberedskap, läget den {dag}");
        // The table of payments stands before it, where there is one.
        let nummer = if view.has(regleringsbrev::GRANT) { 4 } else { 3 };
        table(("beredskap", nummer), (&rubrik, ""), "Medel och period", kolumner, rader)
    }

    fn avtalsmedel(&self, ar: i32) -> Avtalsmedel {
        let (view, region) = (self.view, self.region);
        let slut = view.in_region(region, &contract::KVAR.at(ar)).exact().is_zero();
        let aren = view.fact(&contract::ANVANDNING).into_iter().filter(|ett| ett.avtal == ar);
        let (kanda, okanda): (Vec<_>, Vec<_>) =
            aren.filter(|ett| ett.lage != Lage::Kommande).partition(|ett| ett.lage == Lage::Kand);
        let first = okanda.iter().map(|ett| ett.ar).min();
        let used = kanda.iter().filter(|ett| {
            let anvant = view.in_region(region, &contract::ANVANT_AR.at((ar, ett.ar)));
            !anvant.exact().is_zero()
        });
        let last = used.map(|ett| ett.ar).max();
        let andel = view.maybe_in_region(region, &contract::ANDEL_ANVAND.at(ar));
        let anvant = andel.map(|andel| (andel.exact(), andel.shown_as(PROCENT)));
        let anvant = anvant.map(|(exakt, andel)| Anvant {
            nastan_allt: !slut && andel.text == ALLT,
            under_medel: exakt < view.figure(&contract::ANDEL_MEDEL.at(ar)).exact(),
            kvar: view.in_region(region, &contract::KVAR.at(ar)).shown_as(KR),
            andel,
            medel: view.figure(&contract::ANDEL_MEDEL.at(ar)).shown_as(PROCENT),
            over_medel: view.fact(&contract::ANDEL_OVER_MEDEL.at(ar)).contains(&region),
        });
        Avtalsmedel {
            ar,
            okanda_ar: swedish::enumeration(&self.okanda_ar(ar)),
            anvant,
            slut_fore: slut && last < first,
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
