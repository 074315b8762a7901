//! What is deducted before the grant is paid out, row by row, and what is known of it since last year.

use super::KR;
use super::data::{Avdrag, Avdragsrad, Reglering, Valutabelopp};
use crate::contract::{self, lakemedel};
use crate::quantity::Exact;
use crate::report::{NumberFormat, View};
use crate::swedish;

/// The deductions.
pub(super) fn avdrag(view: &View<'_>) -> Avdrag {
    let rader = view.fact(&lakemedel::AVDRAGSRADER);
    let rader: Vec<_> = rader.into_iter().map(|rad| avdragsrad(view, rad)).collect();
    let gjorda = rader.iter().filter(|rad| !rad.noll).count();
    let borttagna = view.fact(&lakemedel::BORTTAGNA_AVDRAG);
    Avdrag {
        rader,
        borttagna: borttagna.into_iter().map(|borttaget| borttaget.andamal).collect(),
        flera: gjorda > 1,
        gors: gjorda > 0,
        summa: view.figure(&lakemedel::AVDRAG).shown_as(KR),
        utbetalas: view.figure(&lakemedel::UTBETALAS).shown_as(KR),
    }
}

fn avdragsrad(view: &View<'_>, rad: contract::Avdrag) -> Avdragsrad {
    let belopp = view.figure(lakemedel::AVDRAGET.at(&rad.id).kept());
    let kronor = belopp.exact();
    let till_kursen = view
        .maybe_figure(&lakemedel::AVDRAG_RAKNAT.at(&rad.id))
        .filter(|raknat| raknat.exact() != kronor);
    let large = kronor >= Exact::from(1_000_000);
    let mnkr = (rad.valuta.is_some() && till_kursen.is_none() && large)
        .then(|| belopp.shown_as(NumberFormat::Mnkr(2)));
    Avdragsrad {
        belopp: belopp.shown_as(KR),
        mnkr,
        noll: kronor.is_zero(),
        valuta: rad.valuta.map(|valuta| Valutabelopp {
            belopp: view.figure(lakemedel::AVDRAG_VALUTA.at(&rad.id).kept()).currency(),
            kurs: view
                .figure(lakemedel::AVDRAG_KURS.at(&rad.id).kept())
                .shown_as(NumberFormat::AtMost(6)),
            kod: valuta.kod.to_owned(),
            en: valuta.en.to_owned(),
            flera: valuta.flera.to_owned(),
            till_kursen: till_kursen.map(|raknat| raknat.shown_as(KR)),
        }),
        regleras: rad.regleras.map(|senast| Reglering {
            grans: view
                .maybe_figure(&lakemedel::AVDRAG_GRANS.at(&rad.id))
                .filter(|grans| !grans.exact().is_zero())
                .map(|grans| grans.shown_as(KR)),
            senast: swedish::month_and_year(senast),
        }),
        nytt: rad.nytt,
        namn: rad.namn,
        hette: rad.hette,
        mottagare: rad.mottagare,
        andamal: rad.andamal,
    }
}
