//! The letter's part on försörjningsberedskap: the region's ledger by agreement, and how its stocks meet
//! the goals.

use super::data::{Anvant, Avtalsmedel, Beredskap, Mal};
use super::{Besked, KR, Textrad, artal, falt, kolumn, rad, tabell};
use crate::report::delar::{Okand, Tabell, Tabellrad};
use crate::report::{Figur, Lasning, Visning, svenska};

const PROCENT: Visning = Visning::Procent(1);
/// How a share that is rounded to all of it is printed.
const ALLT: &str = "100";
/// What is printed where use is not known.
const SAKNAS: &str = "saknas";
/// What is printed where an agreement states no day.
const EJ_ANGIVET: &str = "ej angivet";

/// The years an agreement's money may be used: `2022–2024`.
fn period(avtal: &Textrad) -> String {
    let (fran, till) = (falt(avtal, "fran"), falt(avtal, "till"));
    if fran == till { fran } else { format!("{fran}–{till}") }
}

/// A number of weeks in words, where it has some.
fn i_ord(veckor: &Figur) -> String {
    let antal = veckor.exakt().heltal().and_then(|antal| usize::try_from(antal).ok());
    svenska::antal_i_ord_utrum(
        antal.unwrap_or_else(|| panic!("{} is no number of weeks", veckor.id)),
    )
}

impl Besked<'_> {
    pub(super) fn beredskap(&self) -> Beredskap {
        let las = self.las.hos("beredskap");
        let avtal = las.rader("avtal");
        Beredskap {
            nyckeldag: las.datum("nyckeldag"),
            befolkning: las.region(self.region, "befolkning").som(KR),
            riket: las.riket("befolkning").som(KR),
            antagen_nyckel: svenska::upprakning(
                &avtal.iter().skip(1).map(|rad| falt(rad, "avtalsar")).collect::<Vec<_>>(),
            ),
            lagesdag: las.datum("lagesdag"),
            tabell: self.liggare(&las, &avtal),
            avtal: avtal.iter().map(|rad| self.avtalsmedel(&las, rad)).collect(),
            mal: self.mal(&las),
        }
    }

    /// Years of an agreement's period that have passed and were not asked about.
    fn okanda_ar(las: &Lasning<'_>, avtal: &str) -> Vec<String> {
        let rader = las.rader("anvandning");
        let okanda =
            rader.iter().filter(|rad| falt(rad, "avtal") == avtal && falt(rad, "lage") == "okänd");
        okanda.map(|rad| falt(rad, "ar")).collect()
    }

    fn liggare(&self, las: &Lasning<'_>, avtal: &[Textrad]) -> Tabell {
        let rader = avtal.iter().map(|avtal| {
            let ar = falt(avtal, "avtalsar");
            let egen = |vad: &str| {
                let namn = format!("{vad}_{ar}");
                las.har_i(self.region, &namn).then(|| las.region(self.region, &namn).som(KR))
            };
            let alla = Some(las.riket(&format!("pott_{ar}")).som(KR));
            let dag = format!("aterbetalas_{ar}");
            let dag = las.har(&dag).then(|| las.riket(&dag).som(KR));
            let mut okanda = Vec::new();
            if !Self::okanda_ar(las, &ar).is_empty() {
                okanda.push(Okand { kolumn: 2, text: SAKNAS.to_owned() });
            }
            if dag.is_none() {
                okanda.push(Okand { kolumn: 4, text: EJ_ANGIVET.to_owned() });
            }
            let celler = vec![alla, egen("tilldelat"), egen("anvant"), egen("kvar"), dag];
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

    fn avtalsmedel(&self, las: &Lasning<'_>, rad: &Textrad) -> Avtalsmedel {
        let ar = falt(rad, "avtalsar");
        let egen = |vad: &str| las.region(self.region, &format!("{vad}_{ar}"));
        let slut = egen("kvar").exakt().ar_noll();
        let anvant = las.har_i(self.region, &format!("andel_anvand_{ar}")).then(|| Anvant {
            nastan_allt: !slut && egen("andel_anvand").som(PROCENT).text == ALLT,
            andel: egen("andel_anvand").som(PROCENT),
            medel: las.riket(&format!("andel_anvand_medel_{ar}")).som(PROCENT),
            over_medel: las.regionmangd(&format!("andel_over_medel_{ar}")).contains(&self.region),
        });
        Avtalsmedel {
            ar: artal(rad, "avtalsar"),
            okanda_ar: svenska::upprakning(&Self::okanda_ar(las, &ar)),
            anvant,
            slut,
            aterbetalas: las.har(&format!("aterbetalas_{ar}")),
        }
    }

    fn mal(&self, las: &Lasning<'_>) -> Vec<Mal> {
        let rader = las.rader("mal");
        let utvarderade = (1..).zip(&rader).filter(|(_, rad)| falt(rad, "utvarderat") == "ja");
        let mal = |(nummer, rad): (usize, &Textrad)| {
            let id = falt(rad, "id");
            let veckor = las.region(self.region, &format!("veckor_{id}"));
            let mal = las.riket(&format!("mal_{nummer}_veckor"));
            Mal {
                vardtyp: falt(rad, "vardtyp"),
                veckor_i_ord: i_ord(&veckor),
                veckor: veckor.som(KR),
                mal_i_ord: i_ord(&mal),
                mal: mal.som(KR),
                natt: las.regionmangd(&format!("natt_{id}")).contains(&self.region),
            }
        };
        utvarderade.map(mal).collect()
    }
}
