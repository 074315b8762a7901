//! The overview of all money per region for the coming year, and of other money to the sector.

pub mod data;
mod tables;

use self::data::{Avsandare, Besked, Ingaende, Ingar, Omtalat, PerInvanare};
use super::{Document, single};
use crate::contract::{Fact, besked as contract, beslut};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::lists::{Person, RegionSiffra};
use crate::report::number::Datum;
use crate::report::paper::Paper;
use crate::report::{self, NumberFormat, View};
use crate::swedish;

const KR: NumberFormat = NumberFormat::Decimals(0);
/// An amount in prose: million kronor as they are.
const MNKR: NumberFormat = NumberFormat::MnkrAtMost(6);
const MDKR: NumberFormat = NumberFormat::MdkrAtMost(3);

/// The overview.
pub const BESKEDET: Document = Document {
    id: "besked",
    name: "Besked om medel per region",
    grant: &[contract::GRANT],
    also: &[beslut::GRANT],
    per_region: false,
    template: "besked/main.typ.tera",
    edition: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |view| besked(view, ar)),
    schema: report::schema::<Besked>,
};

fn besked(view: &View<'_>, ar: i32) -> Besked {
    let (rubrik, datum) = (view.fact(&contract::RUBRIK), Datum::from(view.fact(&contract::DATUM)));
    Besked {
        ar,
        avsandare: Avsandare {
            myndighet: view.fact(&contract::AVSANDARE_MYNDIGHET),
            departement: view.fact(&contract::AVSANDARE_DEPARTEMENT),
        },
        diarienummer: view.maybe_fact(&contract::DIARIENUMMER),
        preliminart: false,
        summa: view.figure(&contract::MEDDELAT).shown_as(MNKR),
        ingar: ingar(view),
        per_inv: per_inhabitant(view, ar),
        tabell1: tables::table1(view, ar),
        omtalat: omtalat(view),
        tabell2: tables::tabell2(view, ar),
        kontakter: view.fact(&contract::KONTAKTER).into_iter().map(Person::from).collect(),
        huvud: Huvud::of(rubrik.clone(), datum.clone()),
        rubrik,
        datum,
    }
}

fn ingar(view: &View<'_>) -> Ingar {
    let overenskommelser = view.fact(&contract::OVERENSKOMMELSER);
    let beslut = view.fact(&contract::INGAR);
    let one = |one: contract::Ingaende| Ingaende {
        belopp: view.figure(&beslut::BELOPP.at(&one.namn)).shown_as(MNKR),
        medel: one.medel,
        medel_bestamd: one.medel_bestamd,
        utkast: one.utkast,
    };
    Ingar {
        beslut_uppraknade: swedish::enumeration(
            &beslut.iter().map(|one| &one.medel_bestamd).collect::<Vec<_>>(),
        ),
        flera_beslut: beslut.len() > 1,
        beslut: beslut.into_iter().map(one).collect(),
        utover_beslut: view.figure(&contract::UTOVER_BESLUT).shown_as(MNKR),
        overenskommelser,
        prestation: view.fact(&contract::PRESTATION) == "ja",
    }
}

fn per_inhabitant(view: &View<'_>, ar: i32) -> PerInvanare {
    let ytterst = |promise: &Fact<Region>| {
        let region = view.fact(promise);
        RegionSiffra::new(region, view.in_region(region, &contract::MEDDELAT_PER_INV).shown_as(KR))
    };
    let medel = view.figure(&contract::MEDDELAT_PER_INV).shown_as(KR);
    let (hogst, lagst) = (ytterst(&contract::PER_INV_HOGST), ytterst(&contract::PER_INV_LAGST));
    PerInvanare {
        befolkning_datum: view.fact(&contract::BEFOLKNINGSDAG).into(),
        over_medel: view.fact(&contract::OVER_MEDEL).into_iter().collect(),
        diagram1: tables::diagram1(view, ar),
        diagram1_text: format!(
            "Stapeldiagram över medel per invånare {ar}, en stapel per region. Högst är {} med {} \
             kronor, lägst {} med {} kronor. En linje visar medelvärdet för riket, {} kronor.{}",
            hogst.region,
            hogst.siffra.text,
            lagst.region,
            lagst.siffra.text,
            medel.text,
            if medel.markt { " Beloppen är preliminära." } else { "" },
        ),
        medel,
        hogst,
        lagst,
    }
}

fn omtalat(view: &View<'_>) -> Omtalat {
    Omtalat {
        belopp: view.figure(&contract::OMTALAT).shown_as(MDKR),
        steg: view.figure(&contract::OMTALAT_STEG).shown_as(MNKR),
        avrundat: view.figure(&contract::MEDDELAT_AVRUNDAT).shown_as(MDKR),
        skillnad: view.figure(&contract::OMTALAT_SKILLNAD).forandring(MNKR),
        avrundning: view.figure(&contract::OMTALAT_AVRUNDNING).forandring(MNKR),
    }
}
