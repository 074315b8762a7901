//! The letter's part on payment: twelve months over two agreement years, and what adjusts them, each as it
//! was computed.

use super::data::{
    Avraknas, Avtalsar, Beslut, Efterat, Grund, Justering, ReglerasSenare, Utbetalning,
};
use super::{Besked, KR, column, row, table};
use crate::contract::regleringsbrev::{self as contract, Avtal, Betalning, Justeringsrad};
use crate::contract::{Avdrag, Fact, Kept, RegionalPromise, lakemedel};
use crate::report::NumberFormat;
use crate::report::number::{Datum, Siffra};
use crate::report::table::{Radslag, Tabell, Tabellrad};
use crate::swedish;

const PROCENT: NumberFormat = NumberFormat::Percent(4);
/// A part of the country, with so many decimals that kronor come out right.
const ANDEL: NumberFormat = NumberFormat::Percent(8);

impl Besked<'_> {
    pub(super) fn utbetalning(&self) -> Utbetalning {
        let view = self.view;
        let (avtal, rader) = (view.fact(&contract::AVTAL), view.fact(&contract::JUSTERINGSRADER));
        Utbetalning {
            beslut: Beslut {
                nummer: view.fact(&contract::BESLUT_NUMMER),
                datum: view.fact(&contract::BESLUT_DATUM).into(),
                diarienummer: view.fact(&contract::BESLUT_DIARIENUMMER),
                utkast: view.fact(&contract::BESLUT_STATUS) == contract::UTKAST,
            },
            betalningsdag: view.fact(&contract::BETALNINGSDAG),
            efterslap: view.count(&lakemedel::EFTERSLAP),
            efterslap_i_ord: swedish::count_in_words(view.count(&lakemedel::EFTERSLAP)),
            avtalsar: avtal.iter().map(|avtal| self.avtalsar(avtal)).collect(),
            tabell: self.months(),
            aret: self.kr(&contract::ARET),
            justeringar: rader.iter().map(|row| self.justering(row, &rader)).collect(),
            utanfor: self.outside(),
            passerat: avtal.iter().all(|avtal| self.is_paid(avtal)),
        }
    }

    /// What läkemedelsförmånerna's agreement says of changes afterwards.
    pub(super) fn afterwards(&self) -> Efterat {
        let view = self.view;
        let [_, netto] = lakemedel::SLAG;
        let delas = !view.fact(&lakemedel::AVRAKNINGSGRUPPER).is_empty();
        let month = |promise: &Fact<_>| swedish::month_and_year(view.fact(promise));
        let written = view.fact(&lakemedel::REGIONBESKED_DATUM);
        let aterbaring = view.fact(&lakemedel::BIDRAGETS_SLAG) != netto
            && !view.figure(&lakemedel::ATERBARING_ANDEL).exact().is_zero();
        let reglerade_avdrag = self.settled_later();
        let vinst_forlust = delas.then(|| Avraknas {
            avraknas: month(&lakemedel::VINST_FORLUST_AVRAKNAS),
            regleras: month(&lakemedel::VINST_FORLUST_REGLERAS),
            passerad: view.fact(&lakemedel::VINST_FORLUST_REGLERAS).later(1).first_day() <= written,
        });
        let passerat = !aterbaring
            && reglerade_avdrag.iter().all(|one| one.passerad)
            && vinst_forlust.iter().all(|one| one.passerad);
        Efterat { aterbaring, reglerade_avdrag, vinst_forlust, passerat }
    }

    /// The region's kronor.
    fn kr(&self, promise: &(impl RegionalPromise + Kept)) -> Siffra {
        self.view.in_region(self.region, promise).shown_as(KR)
    }

    /// The deductions whose cost is settled afterwards.
    fn settled_later(&self) -> Vec<ReglerasSenare> {
        let view = self.view;
        let written = view.fact(&lakemedel::REGIONBESKED_DATUM);
        let settled = |rad: Avdrag| {
            let senast = rad.regleras?;
            let grans = view.maybe_figure(&lakemedel::AVDRAG_GRANS.at(&rad.id));
            let grans = grans.filter(|grans| !grans.exact().is_zero());
            Some(ReglerasSenare {
                andamal: rad.andamal,
                grans: grans.map(|grans| grans.shown_as(KR)),
                senast: swedish::month_and_year(senast),
                passerad: senast.later(1).first_day() <= written,
            })
        };
        view.fact(&lakemedel::AVDRAGSRADER).into_iter().filter_map(settled).collect()
    }

    /// The months that no annex pays.
    fn outside(&self) -> String {
        let manader = self.view.fact(&contract::BETALNINGAR).into_iter();
        let utan = manader.filter(|manad| manad.bilaga.is_none());
        let utan = utan.map(|manad| swedish::month_and_year(manad.manad));
        swedish::enumeration(&utan.collect::<Vec<_>>())
    }

    fn avtalsar(&self, avtal: &Avtal) -> Avtalsar {
        let ar = avtal.avtalsar;
        let residual = contract::MANADER_RESIDUAL.at(ar);
        Avtalsar {
            ar,
            sista_manad: swedish::month_and_year(*avtal.betalas.end()),
            passerad: self.is_paid(avtal),
            bidrag: self.kr(&avtal.grant(self.ar)),
            manadsbelopp: (!avtal.egen_plan).then(|| self.kr(contract::MANADSBELOPP.at(ar).kept())),
            plan_i_belopp: self.view.maybe_figure(&avtal.planned(self.ar)).is_some(),
            residual: self.view.in_region(self.region, &residual).forandring(KR),
            residual_placeras: avtal.residual_placeras,
        }
    }

    /// Whether the last payment of an agreement year's grant was made before the letter is written.
    fn is_paid(&self, avtal: &Avtal) -> bool {
        let written = self.view.fact(&lakemedel::REGIONBESKED_DATUM);
        avtal.betalas.end().later(1).first_day() <= written
    }

    /// A row for each payment, by its day.
    fn months(&self) -> Tabell {
        let manader = self.view.fact(&contract::BETALNINGAR);
        let placeras = manader.iter().any(|manad| manad.residual);
        let mut rader: Vec<_> = manader.iter().map(|manad| self.month(manad, placeras)).collect();
        let (mut kolumner, mut summa) = (
            vec![column("Månadsbelopp", ""), column("Justering", "")],
            vec![None, Some(self.kr(&contract::JUSTERINGAR))],
        );
        if placeras {
            kolumner.push(column("Återstod", ""));
            summa.push(None);
        }
        kolumner.push(column("Betalas ut", ""));
        summa.push(Some(self.kr(&contract::ARET)));
        rader.push(Tabellrad { slag: Radslag::Summa, ..row("Hela året", summa) });
        let rubrik = format!("Utbetalning av statsbidraget {}", self.ar);
        table(
            ("utbetalning", 3),
            (&rubrik, "kr"),
            "Betalningsdag och kostnadsmånad",
            kolumner,
            rader,
        )
    }

    fn month(&self, betalning: &Betalning, placeras: bool) -> Tabellrad {
        let (manad, avtalsar) = (betalning.manad, betalning.avtalsar());
        let justerad = !betalning.justeringar.is_empty();
        let dag = Datum::from(self.view.day(&contract::UTBETALNINGSDAG.at(manad))).text;
        let mut celler = vec![
            Some(self.kr(&betalning.manadsbelopp())),
            justerad.then(|| self.kr(contract::JUSTERAT.at(manad).kept())),
        ];
        if placeras {
            let residual = || self.kr(contract::RESIDUAL_PLACERAD.at(avtalsar).kept());
            celler.push(betalning.residual.then(residual));
        }
        celler.push(Some(self.kr(&contract::UTBETALNING.at(manad))));
        row(&format!("{dag}, för {}", swedish::month_and_year(betalning.kostnad)), celler)
    }

    fn justering(&self, row: &Justeringsrad, all: &[Justeringsrad]) -> Justering {
        let alike = all.iter().filter(|other| other.skal == row.skal).count();
        Justering {
            rubrik: (alike > 1).then(|| row.rubrik.clone()),
            manad: swedish::month_and_year(row.manad),
            belopp: self.kr(contract::JUSTERING.at(&row.justering).kept()),
            skal: swedish::without_full_stop(&row.skal),
            grund: row.raknad.then(|| self.ground(&row.justering)).flatten(),
        }
    }

    /// What a kind of adjustment is computed from.
    fn ground(&self, justering: &contract::Justering) -> Option<Grund> {
        let view = self.view;
        let andel = || view.figure(contract::ATERBARING_ANDEL.kept()).shown_as(PROCENT);
        match justering.slag {
            contract::Slag::AterbaringPrognos => {
                let prognos = view.maybe_in_region(self.region, &contract::ATERBARING_PROGNOS)?;
                Some(Grund::AterbaringPrognos { prognos: prognos.shown_as(KR), andel: andel() })
            }
            contract::Slag::AterbaringSlutlig => {
                let ways = [contract::ATERBARING_SKILLNAD, contract::ATERBARING_DIFFERENS];
                let mut ways = ways.iter().map(|way| view.maybe_in_region(self.region, way));
                let skillnad = ways.find_map(|skillnad| skillnad)?.forandring(KR);
                Some(Grund::AterbaringSlutlig { skillnad, andel: andel() })
            }
            contract::Slag::Avdrag => Some(Grund::Befolkning {
                belopp: view.figure(contract::AVDRAG_KORRIGERING.kept()).shown_as(KR),
                regionen: self.kr(&lakemedel::BEFOLKNING),
                riket: view.figure(&lakemedel::BEFOLKNING).shown_as(KR),
                storst_tar_resten: view.fact(&contract::AVDRAG_STORST_TAR_RESTEN),
            }),
            _ => {
                let belopp = contract::AVSTAMNING_DELBELOPP.at(&justering.grupp.as_ref()?.id);
                let grupp = justering.grupp.as_ref()?;
                let avstamt = view.maybe_fact(&contract::AVSTAMNING);
                if avstamt.is_some_and(|avstamt| avstamt.ar_inom(&grupp.id)) {
                    return Some(Grund::InomGranserna);
                }
                let nyckel = contract::AVSTAMNING_NYCKEL;
                Some(Grund::Nyckel {
                    belopp: view.figure(belopp.kept()).shown_as(KR),
                    andel: view.in_region(self.region, nyckel.kept()).shown_as(ANDEL),
                    nyckel: view.fact(&lakemedel::FOREGAENDE_VINST_FORLUST_NYCKEL),
                })
            }
        }
    }
}
