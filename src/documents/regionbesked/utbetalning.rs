//! The letter's part on payment: twelve months over two agreement years, and what adjusts them, each as it
//! was computed.

use super::data::{Avtalsar, Beslut, Grund, Justering, Utbetalning};
use super::{Besked, KR, kolumn, rad, tabell};
use crate::contract::regleringsbrev::{self as contract, Avtal, Betalning, Justeringsrad};
use crate::contract::{Kept, RegionalPromise, lakemedel};
use crate::report::Visning;
use crate::report::number::{Datum, Siffra};
use crate::report::table::{Radslag, Tabell, Tabellrad};
use crate::svenska;

const PROCENT: Visning = Visning::Procent(4);
/// A part of the country, with so many decimals that kronor come out right.
const ANDEL: Visning = Visning::Procent(8);

impl Besked<'_> {
    pub(super) fn utbetalning(&self) -> Utbetalning {
        let las = self.las;
        let (avtal, rader) = (las.fact(&contract::AVTAL), las.fact(&contract::JUSTERINGSRADER));
        Utbetalning {
            beslut: Beslut {
                nummer: las.fact(&contract::BESLUT_NUMMER),
                datum: las.fact(&contract::BESLUT_DATUM).into(),
                diarienummer: las.fact(&contract::BESLUT_DIARIENUMMER),
                utkast: las.fact(&contract::BESLUT_STATUS) == contract::UTKAST,
            },
            betalningsdag: las.fact(&contract::BETALNINGSDAG),
            efterslap: las.count(&lakemedel::EFTERSLAP),
            efterslap_i_ord: svenska::antal_i_ord(las.count(&lakemedel::EFTERSLAP)),
            avtalsar: avtal.iter().map(|avtal| self.avtalsar(avtal)).collect(),
            tabell: self.manader(),
            aret: self.kr(&contract::ARET),
            justeringar: rader.iter().map(|rad| self.justering(rad)).collect(),
            utanfor: self.utanfor(),
            ihsi_regleras: svenska::manad_och_ar(las.fact(&lakemedel::IHSI_REGLERAS)),
            ihsi_grans: las.figure(&lakemedel::IHSI_GRANS).som(KR),
            avraknas: svenska::manad_och_ar(las.fact(&lakemedel::VINST_FORLUST_AVRAKNAS)),
            regleras: svenska::manad_och_ar(las.fact(&lakemedel::VINST_FORLUST_REGLERAS)),
        }
    }

    /// The region's kronor.
    fn kr(&self, promise: &(impl RegionalPromise + Kept)) -> Siffra {
        self.las.in_region(self.region, promise).som(KR)
    }

    /// The months that no annex pays.
    fn utanfor(&self) -> String {
        let manader = self.las.fact(&contract::BETALNINGAR).into_iter();
        let utan = manader.filter(|manad| manad.bilaga.is_none());
        let utan = utan.map(|manad| svenska::manad_och_ar(manad.manad));
        svenska::upprakning(&utan.collect::<Vec<_>>())
    }

    fn avtalsar(&self, avtal: &Avtal) -> Avtalsar {
        let ar = avtal.avtalsar;
        let residual = contract::MANADER_RESIDUAL.at(ar);
        Avtalsar {
            ar,
            sista_manad: svenska::manad_och_ar(*avtal.betalas.end()),
            bidrag: self.kr(&avtal.bidrag(self.ar)),
            manadsbelopp: self.kr(&contract::MANADSBELOPP.at(ar)),
            residual: self.las.in_region(self.region, &residual).forandring(KR),
            residual_placeras: avtal.residual_placeras,
        }
    }

    /// A row for each payment, by its day.
    fn manader(&self) -> Tabell {
        let manader = self.las.fact(&contract::BETALNINGAR);
        let placeras = manader.iter().any(|manad| manad.residual);
        let mut rader: Vec<_> = manader.iter().map(|manad| self.manad(manad, placeras)).collect();
        let (mut kolumner, mut summa) = (
            vec![kolumn("Månadsbelopp", ""), kolumn("Justering", "")],
            vec![None, Some(self.kr(&contract::JUSTERINGAR))],
        );
        if placeras {
            kolumner.push(kolumn("Återstod", ""));
            summa.push(None);
        }
        kolumner.push(kolumn("Betalas ut", ""));
        summa.push(Some(self.kr(&contract::ARET)));
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

    fn manad(&self, betalning: &Betalning, placeras: bool) -> Tabellrad {
        let (manad, avtalsar) = (betalning.manad, betalning.avtalsar());
        let justerad = !betalning.justeringar.is_empty();
        let dag = Datum::from(self.las.day(&contract::UTBETALNINGSDAG.at(manad))).text;
        let mut celler = vec![
            Some(self.kr(&contract::MANADSBELOPP.at(avtalsar))),
            justerad.then(|| self.kr(contract::JUSTERAT.at(manad).kept())),
        ];
        if placeras {
            let residual = || self.kr(contract::RESIDUAL_PLACERAD.at(avtalsar).kept());
            celler.push(betalning.residual.then(residual));
        }
        celler.push(Some(self.kr(&contract::UTBETALNING.at(manad))));
        rad(&format!("{dag}, för {}", svenska::manad_och_ar(betalning.kostnad)), celler)
    }

    fn justering(&self, rad: &Justeringsrad) -> Justering {
        Justering {
            manad: svenska::manad_och_ar(rad.manad),
            belopp: self.kr(contract::JUSTERING.at(rad.slag).kept()),
            skal: rad.skal.trim_end_matches('.').to_owned(),
            grund: rad.raknad.then(|| self.grund(rad.slag)).flatten(),
        }
    }

    /// What a kind of adjustment is computed from.
    fn grund(&self, slag: contract::Justering) -> Option<Grund> {
        let las = self.las;
        let andel = || las.figure(contract::ATERBARING_ANDEL.kept()).som(PROCENT);
        match slag {
            contract::Justering::AterbaringPrognos => {
                let prognos = las.maybe_in_region(self.region, &contract::ATERBARING_PROGNOS)?;
                Some(Grund::AterbaringPrognos { prognos: prognos.som(KR), andel: andel() })
            }
            contract::Justering::AterbaringSlutlig => {
                let ways = [contract::ATERBARING_SKILLNAD, contract::ATERBARING_DIFFERENS];
                let mut ways = ways.iter().map(|way| las.maybe_in_region(self.region, way));
                let skillnad = ways.find_map(|skillnad| skillnad)?.forandring(KR);
                Some(Grund::AterbaringSlutlig { skillnad, andel: andel() })
            }
            contract::Justering::Ihsi => Some(Grund::Befolkning {
                belopp: las.figure(contract::IHSI_KORRIGERING.kept()).som(KR),
                regionen: self.kr(&lakemedel::BEFOLKNING),
                riket: las.figure(&lakemedel::BEFOLKNING).som(KR),
                storst_tar_resten: las.fact(&contract::IHSI_STORST_TAR_RESTEN),
            }),
            _ => {
                let belopp = contract::AVSTAMNING_DELBELOPP.at(slag.del()?);
                let nyckel = contract::AVSTAMNING_NYCKEL;
                Some(Grund::Nyckel {
                    belopp: las.figure(belopp.kept()).som(KR),
                    andel: las.in_region(self.region, nyckel.kept()).som(ANDEL),
                    nyckel: las.fact(contract::AVSTAMNING_FORDELAS_EFTER.kept()),
                })
            }
        }
    }
}
