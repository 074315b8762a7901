//! The letter's part on payment: twelve months over two agreement years, and what adjusts them, each as it
//! was computed.

use super::data::{Avtalsar, Beslut, Grund, Justering, Utbetalning};
use super::{Besked, KR, Textrad, artal, falt, kolumn, rad, tabell};
use crate::contract::lakemedel;
use crate::report::delar::{Datum, Radslag, Tabell, Tabellrad};
use crate::report::{Lasning, Visning, svenska};

const PROCENT: Visning = Visning::Procent(4);
/// A part of the country, with so many decimals that kronor come out right.
const ANDEL: Visning = Visning::Procent(8);

impl Besked<'_> {
    pub(super) fn utbetalning(&self) -> Utbetalning {
        let las = self.las.hos("regleringsbrev");
        let justeringar = las.rader("justeringar");
        Utbetalning {
            beslut: Beslut {
                nummer: las.text("beslut_nummer"),
                datum: las.datum("beslut_datum"),
                diarienummer: las.text("beslut_diarienummer"),
                utkast: las.text("beslut_status") == "utkast",
            },
            betalningsdag: las.text("betalningsdag"),
            efterslap: self.las.count(&lakemedel::EFTERSLAP),
            efterslap_i_ord: svenska::antal_i_ord(self.las.count(&lakemedel::EFTERSLAP)),
            avtalsar: las.rader("avtal").iter().map(|rad| self.avtalsar(&las, rad)).collect(),
            tabell: self.manader(&las),
            aret: las.region(self.region, "aret").som(KR),
            justeringar: justeringar.iter().map(|rad| self.justering(&las, rad)).collect(),
            utanfor: Self::utanfor(&las),
            ihsi_regleras: svenska::manad_och_ar(self.las.fact(&lakemedel::IHSI_REGLERAS)),
            ihsi_grans: self.las.riket("ihsi_grans").som(KR),
            avraknas: svenska::manad_och_ar(self.las.fact(&lakemedel::VINST_FORLUST_AVRAKNAS)),
            regleras: svenska::manad_och_ar(self.las.fact(&lakemedel::VINST_FORLUST_REGLERAS)),
        }
    }

    /// The months that no annex pays.
    fn utanfor(las: &Lasning<'_>) -> String {
        let rader = las.rader("betalningar");
        let utan = rader.iter().filter(|rad| falt(rad, "bilaga").is_empty());
        svenska::upprakning(&utan.map(|rad| falt(rad, "manad_text")).collect::<Vec<_>>())
    }

    fn avtalsar(&self, las: &Lasning<'_>, rad: &Textrad) -> Avtalsar {
        let ar = artal(rad, "avtalsar");
        let bidrag = if ar == self.ar { "statsbidrag" } else { "foregaende_statsbidrag" };
        let figur = |vad: &str| las.region(self.region, &format!("{vad}_{ar}"));
        Avtalsar {
            ar,
            sista_manad: falt(rad, "sista_manad"),
            bidrag: self.figur(bidrag).som(KR),
            manadsbelopp: figur("manadsbelopp").som(KR),
            residual: figur("manader_residual").forandring(KR),
            residual_placeras: falt(rad, "residual") == "sista betalningen",
        }
    }

    /// A row for each payment, by its day.
    fn manader(&self, las: &Lasning<'_>) -> Tabell {
        let manader = las.rader("betalningar");
        let placeras = manader.iter().any(|manad| falt(manad, "residual") == "ja");
        let kr = |namn: &str| Some(las.region(self.region, namn).som(KR));
        let manad = |manad: &Textrad| {
            let (nyckel, avtalsar) = (falt(manad, "manad"), falt(manad, "avtalsar"));
            let dag = Datum::from(las.dag(&falt(manad, "dag"))).text;
            let justerad = !falt(manad, "justeringar").is_empty();
            let reglerad = falt(manad, "residual") == "ja";
            let mut celler = vec![
                kr(&format!("manadsbelopp_{avtalsar}")),
                justerad.then(|| kr(&format!("justerat_{nyckel}"))).flatten(),
            ];
            if placeras {
                let residual = || kr(&format!("residual_placerad_{avtalsar}"));
                celler.push(reglerad.then(residual).flatten());
            }
            celler.push(kr(&format!("utbetalning_{nyckel}")));
            rad(&format!("{dag}, för {}", falt(manad, "kostnadsmanad")), celler)
        };
        let mut rader: Vec<_> = manader.iter().map(manad).collect();
        let (mut kolumner, mut summa) = (
            vec![kolumn("Månadsbelopp", ""), kolumn("Justering", "")],
            vec![None, kr("justeringar")],
        );
        if placeras {
            kolumner.push(kolumn("Återstod", ""));
            summa.push(None);
        }
        kolumner.push(kolumn("Betalas ut", ""));
        summa.push(kr("aret"));
        rader.push(Tabellrad { slag: Radslag::Summa, ..rad("Hela året", summa) });
        let rubrik = format!("Utbetalning av statsbidraget {}", self.ar);
        tabell(
            ("utbetalning", 3),
            (&rubrik, "kr"),
            "Betalningsdag och kostnadsmånad",
            kolumner,
            rader,
        )
    }

    fn justering(&self, las: &Lasning<'_>, rad: &Textrad) -> Justering {
        let slag = falt(rad, "justering");
        Justering {
            manad: falt(rad, "manad_text"),
            belopp: las.region(self.region, &format!("justering_{slag}")).som(KR),
            skal: falt(rad, "skal").trim_end_matches('.').to_owned(),
            grund: (falt(rad, "satt") == "räknad").then(|| self.grund(las, &slag)).flatten(),
        }
    }

    /// What a kind of adjustment is computed from.
    fn grund(&self, las: &Lasning<'_>, slag: &str) -> Option<Grund> {
        let egen = |namn: &str| las.region(self.region, namn);
        let forst = |namnen: &[&'static str]| {
            namnen.iter().find(|namn| las.har_i(self.region, namn)).map(|namn| egen(namn))
        };
        let andel = || las.riket("aterbaring_andel").som(PROCENT);
        match slag {
            "aterbaring_prognos" => {
                let prognos = forst(&["aterbaring_prognos"])?;
                Some(Grund::AterbaringPrognos { prognos: prognos.som(KR), andel: andel() })
            }
            "aterbaring_slutlig" => {
                let skillnad = forst(&["aterbaring_skillnad", "aterbaring_differens"])?;
                Some(Grund::AterbaringSlutlig { skillnad: skillnad.forandring(KR), andel: andel() })
            }
            "ihsi" => Some(Grund::Befolkning {
                belopp: las.riket("ihsi_korrigering").som(KR),
                regionen: self.figur("befolkning").som(KR),
                riket: self.las.riket("befolkning").som(KR),
                storst_tar_resten: las.ja("ihsi_storst_tar_resten"),
            }),
            _ => {
                let del = slag.strip_prefix("vinst_forlust_")?;
                Some(Grund::Nyckel {
                    belopp: las.riket(&format!("avstamning_belopp_{del}")).som(KR),
                    andel: egen("avstamning_nyckel").som(ANDEL),
                    nyckel: las.text("avstamning_fordelas_efter"),
                })
            }
        }
    }
}
