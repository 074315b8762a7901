//! The settlement of profit and loss between state and regions for the agreement year before the budget
//! year: the paper behind an adjustment of a payment. There is one only if something was settled.

pub mod data;
mod tabeller;

use std::collections::BTreeMap;

use self::data::{
    Aterbaring, Avrundning, Avstamning, Avtal, Beslut, Del, Exempel, Exempeldel, Fordelning,
    HepatitC, Reglering,
};
use super::{Document, single};
use crate::contract::lakemedel::{self, AVRAKNING, NYCKEL};
use crate::contract::regleringsbrev::{self as contract, Avstamt, Lage};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::number::Riktning;
use crate::report::paper::Paper;
use crate::report::{self, Figur, Lasning, Visning};
use crate::svenska;

const KR: Visning = Visning::Decimaler(0);
const MNKR: Visning = Visning::MnkrHogst(6);
const PROCENT: Visning = Visning::Procent(4);

/// The settlement.
pub const AVSTAMNINGEN: Document = Document {
    id: "avstamning",
    namn: "Avstämning av vinst och förlust för läkemedelsförmånerna",
    bidrag: &[lakemedel::GRANT, contract::GRANT],
    mall: "avstamning/main.typ.tera",
    exemplar: |document, report, ar| {
        let avstamt = report.stated(ar, &contract::AVSTAMNING);
        avstamt.map(|_| single(document, report, ar)).unwrap_or_default()
    },
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |las| avstamning(las, ar)),
    schema: report::schema::<Avstamning>,
};

/// A part as the contract knows it, and as it is shown.
type Delen = (contract::Del, Del);

fn avstamning(las: &Lasning<'_>, ar: i32) -> Avstamning {
    let avstamt = las.fact(contract::AVSTAMNING.kept());
    let delar: Vec<Delen> =
        avstamt.delar.iter().map(|(del, lage)| (*del, delen(las, *del, *lage))).collect();
    let beslut = beslut(las);
    let [ord, _] = AVRAKNING;
    let tillsammans = las.fact(contract::AVSTAMNING_AVRAKNING.kept()) == ord;
    let titel = format!("Avstämning av läkemedelsförmånerna {}", ar - 1);
    let datum = beslut.datum.clone();
    let hepatit_c = HepatitC {
        andel: las.figure(contract::AVSTAMNING_HEPATIT_C_ANDEL.kept()).som(PROCENT),
        kostnad: las.figure(contract::AVSTAMNING_HEPATIT_C_KOSTNAD.kept()).som(MNKR),
        utfall: las.figure(contract::AVSTAMNING_UTFALL_HEPATIT_C.kept()).som(MNKR),
    };
    Avstamning {
        budgetar: ar,
        avtalsar: ar - 1,
        beslut,
        avtal: avtal(las, ar - 1),
        tillsammans,
        aterbaring: aterbaring(las).filter(|_| tillsammans),
        grans: las.figure(contract::AVSTAMNING_GRANS.kept()).som(PROCENT),
        statens_andel: las.figure(contract::AVSTAMNING_STATENS_ANDEL.kept()).som(PROCENT),
        hepatit_c,
        summa: las.figure(contract::AVSTAMNING_BELOPP.kept()).forandring(KR),
        fordelning: fordelning(las, &avstamt),
        regleringar: regleringar(las, &delar, avstamt.exempel),
        exempel: exempel(las, &delar, avstamt.exempel),
        tabell1: tabeller::tabell1(las, &delar, ar - 1),
        tabell2: tabeller::tabell2(las, &delar, ar - 1),
        diagram1: tabeller::diagram(las, &delar, ar - 1),
        diagram1_text: tabeller::diagrammets_text(las, &delar, ar - 1),
        delar: delar.into_iter().map(|(_, del)| del).collect(),
        huvud: Huvud::of(titel, datum),
    }
}

fn beslut(las: &Lasning<'_>) -> Beslut {
    Beslut {
        utkast: las.fact(&contract::BESLUT_STATUS) == contract::UTKAST,
        myndighet: las.fact(&contract::BESLUT_MYNDIGHET),
        departement: las.fact(&contract::BESLUT_DEPARTEMENT),
        nummer: las.fact(&contract::BESLUT_NUMMER),
        datum: las.fact(&contract::BESLUT_DATUM).into(),
        diarienummer: las.fact(&contract::BESLUT_DIARIENUMMER),
        mottagare: las.fact(&contract::BESLUT_MOTTAGARE),
    }
}

fn avtal(las: &Lasning<'_>, avtalsar: i32) -> Avtal {
    let avtal = las.fact(&contract::AVTAL).into_iter().find(|avtal| avtal.avtalsar == avtalsar);
    let avtal = avtal.unwrap_or_else(|| panic!("there is no agreement of {avtalsar}"));
    Avtal {
        regeringsbeslut: avtal.regeringsbeslut,
        datum: avtal.datum.into(),
        diarienummer: avtal.diarienummer,
    }
}

fn aterbaring(las: &Lasning<'_>) -> Option<Aterbaring> {
    let promises = [contract::AVSTAMNING_BAS_ATERBARING, contract::AVSTAMNING_UTFALL_ATERBARING];
    let [prognos, utfall] = promises.map(|promise| las.figure(promise.kept()));
    let finns = !prognos.exakt().ar_noll() || !utfall.exakt().ar_noll();
    finns.then(|| Aterbaring { prognos: prognos.som(MNKR), utfall: utfall.som(MNKR) })
}

fn delen(las: &Lasning<'_>, del: contract::Del, lage: Lage) -> Del {
    let andel = contract::AVSTAMNING_AVVIKELSE_ANDEL.at(del);
    Del {
        rubrik: inled(del.i_prosa()),
        namn: del.i_prosa().to_owned(),
        lage,
        bas: las.figure(del.bas().kept()).som(MNKR),
        utfall: las.figure(del.utfall().kept()).som(MNKR),
        nedre: las.figure(contract::AVSTAMNING_NEDRE.at(del).kept()).som(MNKR),
        ovre: las.figure(contract::AVSTAMNING_OVRE.at(del).kept()).som(MNKR),
        avvikelse: las.figure(contract::AVSTAMNING_AVVIKELSE.at(del).kept()).forandring(MNKR),
        avvikelse_procent: las.figure(andel.kept()).forandring(PROCENT),
        utanfor: las.figure(contract::AVSTAMNING_UTANFOR.at(del).kept()).forandring(MNKR),
        belopp: las.figure(contract::AVSTAMNING_DELBELOPP.at(del).kept()).forandring(KR),
        residual: las.figure(contract::AVSTAMNING_REST.at(del).kept()).forandring(KR),
    }
}

/// The text with its first letter as it begins a line.
fn inled(text: &str) -> String {
    let mut tecken = text.chars();
    let forsta = tecken.next().into_iter().flat_map(char::to_uppercase);
    forsta.chain(tecken).collect()
}

fn fordelning(las: &Lasning<'_>, avstamt: &Avstamt) -> Fordelning {
    Fordelning {
        efter_statsbidrag: efter_statsbidrag(las),
        befolkningsdag: avstamt.befolkningsdag.into(),
        summa: vikten(las, None).som(KR),
        avrundning: match las.fact(contract::AVSTAMNING_RESIDUAL.kept()).as_str() {
            "half_up" => Avrundning::VarForSig,
            "largest_remainder" => Avrundning::StorstaRest,
            "half_up_residual_to_largest" => Avrundning::StorstaDel,
            other => panic!("{other} is no choice of the workbook"),
        },
    }
}

fn efter_statsbidrag(las: &Lasning<'_>) -> bool {
    let [_, befolkning] = NYCKEL;
    las.fact(contract::AVSTAMNING_FORDELAS_EFTER.kept()) != befolkning
}

/// What the amounts are shared out by, of a region or of all, among läkemedelsförmånerna's figures.
fn vikten(las: &Lasning<'_>, region: Option<Region>) -> Figur {
    match (region, efter_statsbidrag(las)) {
        (None, true) => las.figure(&lakemedel::FOREGAENDE_STATSBIDRAG),
        (None, false) => las.figure(&lakemedel::BEFOLKNING),
        (Some(region), true) => las.in_region(region, &lakemedel::FOREGAENDE_STATSBIDRAG),
        (Some(region), false) => las.in_region(region, &lakemedel::BEFOLKNING),
    }
}

/// Whether there is anything to pay for a part.
fn betalas(del: &Del) -> bool {
    del.belopp.riktning != Riktning::Oforandrad
}

/// The payments that are adjusted, in order, and what is settled in each.
fn regleringar(las: &Lasning<'_>, delar: &[Delen], exempel: Region) -> Vec<Reglering> {
    let mut manader: BTreeMap<(_, u32), Vec<String>> = BTreeMap::new();
    for rad in las.fact(&contract::JUSTERINGSRADER) {
        let betald = |(del, visad): &&Delen| betalas(visad) && rad.slag == del.justering();
        if let Some((_, visad)) = delar.iter().find(betald) {
            manader.entry((rad.manad, rad.bilaga)).or_default().push(visad.namn.clone());
        }
    }
    let reglering = |((manad, bilaga), delar): ((_, u32), Vec<String>)| {
        let utbetalning = contract::UTBETALNING.at(manad);
        Reglering {
            manad: svenska::manad_och_ar(manad),
            bilaga: bilaga.to_string(),
            delar: svenska::upprakning(&delar),
            utbetalning: las.figure(&utbetalning).som(KR),
            exempel_utbetalning: las.in_region(exempel, &utbetalning).som(KR),
        }
    };
    manader.into_iter().map(reglering).collect()
}

fn exempel(las: &Lasning<'_>, delar: &[Delen], region: Region) -> Option<Exempel> {
    let utanfor = delar.iter().filter(|(_, visad)| visad.lage != Lage::Inom && betalas(visad));
    let delar: Vec<_> = utanfor
        .map(|(del, visad)| {
            let exakt = las.in_region(region, contract::AVSTAMNING_EXAKT.at(*del).kept());
            let kronor = las.in_region(region, contract::AVSTAMNING_DEL.at(*del).kept());
            Exempeldel {
                rubrik: visad.rubrik.clone(),
                belopp: visad.belopp.clone(),
                exakt: exakt.forandring(Visning::Decimaler(2)),
                kronor: kronor.forandring(KR),
            }
        })
        .collect();
    (!delar.is_empty()).then(|| Exempel {
        region: region.kortnamn().to_owned(),
        vikt: vikten(las, Some(region)).som(KR),
        delar,
        summa: las.in_region(region, contract::AVSTAMNING_TOTALT.kept()).forandring(KR),
    })
}
