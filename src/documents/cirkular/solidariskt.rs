//! The circular's part on solidarity financing: diseases, ladder, outcome, diagram.

use super::data::{ForegaendeSteg, Nivautfall, Solidariskt, Trappsteg, Troskel};
use super::{KR, PROCENT, tables};
use crate::contract::{Fact, lakemedel as contract};
use crate::region::Region;
use crate::report::diagram::{Axel, Diagram, Diagramlinje, Diagramstapel};
use crate::report::lists::Regionlista;
use crate::report::number::Siffra;
use crate::report::{Number, NumberFormat, View};
use crate::swedish;

/// An amount that the agreement states, with the decimals it has.
const STATED: NumberFormat = NumberFormat::AtMost(2);

pub(super) fn solidariskt(view: &View<'_>, ar: i32) -> Solidariskt {
    let sjukdomar = view.fact(&contract::SJUKDOMAR);
    let lista =
        |promise: &Fact<Vec<Region>>| view.fact(promise).into_iter().collect::<Regionlista>();
    let utan_punkter = |promise: &Fact<Vec<String>>| -> Vec<_> {
        view.fact(promise).iter().map(|text| swedish::without_full_stop(text)).collect()
    };
    let kriterier = utan_punkter(&contract::KRITERIER);
    let antal = view.fact(&contract::TRAPPSTEG);
    let foregaende = view.fact(&contract::FOREGAENDE_TRAPPSTEG);
    let mnkr = NumberFormat::Mnkr(0);
    let forandring = view.figure(&contract::SOLIDARISK_KOSTNAD_FORANDRING_ANDEL);
    let (troskel, troskel_foregaende) = least_cost(view);
    Solidariskt {
        sjukdomar: swedish::enumeration(&sjukdomar),
        antal_sjukdomar: swedish::count_in_words(sjukdomar.len()),
        period_fran: swedish::month_and_year(view.fact(&contract::SOLIDARISK_PERIOD_FRAN)),
        period_till: swedish::month_and_year(view.fact(&contract::SOLIDARISK_PERIOD_TILL)),
        kostnad: view.figure(&contract::SOLIDARISK_KOSTNAD).shown_as(mnkr),
        samma_kostnad: forandring.exact().is_zero(),
        kostnad_forandring: forandring.forandring(NumberFormat::Percent(0)),
        medel: view.figure(&contract::SOLIDARISKT_UTFALL).shown_as(KR),
        medel_foregaende: view.figure(&contract::FOREGAENDE_SOLIDARISKT_UTFALL).shown_as(KR),
        medel_forandring: view.figure(&contract::SOLIDARISKT_UTFALL_FORANDRING).forandring(KR),
        antal_kriterier: kriterier.len(),
        kriterier,
        anmarkningar: utan_punkter(&contract::SJUKDOMARNAS_ANMARKNINGAR),
        trappa: ladder(view, antal, foregaende),
        antal_steg: antal,
        antal_steg_i_ord: swedish::count_in_words(antal),
        antal_steg_foregaende: (foregaende != antal).then(|| swedish::count_in_words(foregaende)),
        trappa_foregaende: ladder_before(view, antal, foregaende),
        troskel,
        troskel_foregaende,
        finansiering: view.figure(&contract::SOLIDARISK_FINANSIERING).shown_as(KR),
        ersattning: view.figure(&contract::SOLIDARISK_ERSATTNING).shown_as(mnkr),
        over_medel: lista(&contract::OVER_MEDEL),
        ersatts: lista(&contract::SOLIDARISKT_ERSATTNING_OVER_NOLL),
        nivaer: levels(view, antal),
        vinner: lista(&contract::SOLIDARISKT_OVER_NOLL),
        tabell4: tables::tabell4(view, ar),
        diagram1: diagram(view, ar, antal),
        diagram1_text: diagrammets_text(view, ar, antal),
    }
}

/// The cost from which a region is compensated at all, and that of last year where it was another.
fn least_cost(view: &View<'_>) -> (Option<Troskel>, Option<Siffra>) {
    let nu = view.maybe_figure(&contract::SOLIDARISK_TROSKEL);
    let fore = view.maybe_figure(&contract::FOREGAENDE_SOLIDARISK_TROSKEL);
    let same = nu.as_ref().map(Number::exact) == fore.as_ref().map(Number::exact);
    let ny = fore.is_none();
    let troskel = nu.map(|nu| Troskel { belopp: nu.shown_as(STATED), ny });
    (troskel, fore.filter(|_| !same).map(|fore| fore.shown_as(STATED)))
}

/// The steps of this year's ladder. Only a ladder of as many steps last year has steps that answer to them.
fn ladder(view: &View<'_>, antal: usize, foregaende: usize) -> Vec<Trappsteg> {
    let comparable = antal == foregaende;
    let fran = |niva| view.figure(&contract::TRAPPA_FRAN.at(niva)).shown_as(format_of(niva));
    let steg = |niva: usize| {
        let andel = view.figure(&contract::TRAPPA_ANDEL.at(niva));
        let fore = comparable
            .then(|| view.figure(&contract::FOREGAENDE_TRAPPA_ANDEL.at(niva)))
            .filter(|fore| fore.exact() != andel.exact());
        let fore_fran = (1 < niva && comparable)
            .then(|| view.figure(&contract::FOREGAENDE_TRAPPA_FRAN.at(niva)).shown_as(STATED));
        let forandring = view.maybe_figure(&contract::TRAPPA_FRAN_FORANDRING.at(niva));
        let forandring =
            forandring.filter(|_| comparable).map(|forandring| forandring.forandring(STATED));
        Trappsteg {
            niva: niva.to_string(),
            fran: fran(niva),
            fran_medel: view.maybe_figure(&contract::TRAPPA_BELOPP.at(niva)).is_none(),
            fran_forandring: forandring.map(|forandring| match &fore_fran {
                Some(fore_fran) => forandring.between(fore_fran, &fran(niva)),
                None => forandring,
            }),
            fran_foregaende: fore_fran,
            till: (niva < antal).then(|| fran(niva + 1)),
            ersattning: andel.shown_as(PROCENT),
            ersattning_foregaende: fore.map(|fore| fore.shown_as(PROCENT)),
        }
    };
    (1..=antal).map(steg).collect()
}

/// Last year's ladder, where its steps do not answer to this year's.
fn ladder_before(view: &View<'_>, antal: usize, foregaende: usize) -> Vec<ForegaendeSteg> {
    let steg = |niva: usize| {
        let till = |niva| view.figure(&contract::FOREGAENDE_TRAPPA_FRAN.at(niva)).shown_as(STATED);
        ForegaendeSteg {
            ersattning: view.figure(&contract::FOREGAENDE_TRAPPA_ANDEL.at(niva)).shown_as(PROCENT),
            till: (niva < foregaende).then(|| till(niva + 1)),
            nast_sist: niva + 1 == foregaende,
        }
    };
    (1..=foregaende).filter(|_| antal != foregaende).map(steg).collect()
}

/// Where a step begins: the first at the mean, which is rounded, the others at an amount that is stated.
const fn format_of(niva: usize) -> NumberFormat {
    if niva == 1 { KR } else { STATED }
}

/// Who reaches the levels after the first, up to the first that nobody reaches: nobody reaches those above it.
fn levels(view: &View<'_>, antal: usize) -> Vec<Nivautfall> {
    let mut nivaer = Vec::new();
    for niva in 2..=antal {
        let regioner: Regionlista = view.fact(&contract::OVER_NIVA.at(niva)).into_iter().collect();
        let ingen = regioner.namn.is_empty();
        nivaer.push(Nivautfall { niva: niva.to_string(), hogre: niva < antal, regioner });
        if ingen {
            break;
        }
    }
    nivaer
}

/// A line of the diagram.
struct Linje {
    /// What stands beside it.
    rubrik: String,
    /// What it is called in a sentence.
    i_prosa: String,
    figure: Number,
    /// How it is written.
    format: NumberFormat,
}

/// The lines of the diagram: the mean, the steps after it, and the cost from which anything is compensated.
fn lines(view: &View<'_>, antal: usize) -> Vec<Linje> {
    let linje = |rubrik: &str, i_prosa: &str, figure| Linje {
        rubrik: rubrik.to_owned(),
        i_prosa: i_prosa.to_owned(),
        figure,
        format: STATED,
    };
    let medel = view.figure(&contract::SOLIDARISKT_UTFALL);
    let steg = (2..=antal).map(|niva| {
        let figure = view.figure(&contract::TRAPPA_FRAN.at(niva));
        linje(&format!("Nivå {niva}, från"), &format!("nivå {niva}"), figure)
    });
    let troskel = view.maybe_figure(&contract::SOLIDARISK_TROSKEL).map(|troskel| {
        linje("Lägst för ersättning", "den lägsta kostnaden för ersättning", troskel)
    });
    let medel = Linje { format: KR, ..linje("Medelkostnad", "medelkostnaden", medel) };
    std::iter::once(medel).chain(steg).chain(troskel).collect()
}

fn diagram(view: &View<'_>, ar: i32, antal: usize) -> Diagram {
    let utfall = view.in_regions(&contract::SOLIDARISKT_UTFALL);
    let linjer = lines(view, antal);
    let hogst = utfall.values().iter().chain(linjer.iter().map(|linje| &linje.figure));
    let hogst = hogst.map(Number::exact).max().expect("there are 21 regions");
    let axel = Axel::for_at_most(&hogst);
    let over_medel = view.fact(&contract::OVER_MEDEL);
    let stapel = |(region, figure): (Region, &Number)| Diagramstapel {
        rubrik: region.short_name().to_owned(),
        siffra: figure.shown_as(KR),
        promille: axel.permille(&figure.exact()),
        framhavd: over_medel.contains(&region),
    };
    Diagram {
        id: "diagram1".to_owned(),
        nummer: 1,
        rubrik: format!("Kostnad för solidariska läkemedel per region {ar}"),
        enhet: "kr/inv".to_owned(),
        skala: axel.scale(),
        staplar: utfall.iter().map(stapel).collect(),
        linjer: linjer
            .into_iter()
            .map(|Linje { rubrik, figure, format, .. }| Diagramlinje {
                rubrik,
                siffra: figure.shown_as(format),
                promille: axel.permille(&figure.exact()),
            })
            .collect(),
    }
}

/// The diagram in words: its extremes, its lines, and who is above the mean.
fn diagrammets_text(view: &View<'_>, ar: i32, antal: usize) -> String {
    let ytterst = |promise: &Fact<Region>| {
        let region = view.fact(promise);
        let varde = view.in_region(region, &contract::SOLIDARISKT_UTFALL).shown_as(KR);
        format!("{region} med {} kronor", varde.text)
    };
    let over: Regionlista = view.fact(&contract::OVER_MEDEL).into_iter().collect();
    let over = if over.namn.is_empty() { "ingen region".to_owned() } else { over.uppraknade };
    let linjer = lines(view, antal).into_iter().map(|Linje { i_prosa, figure, format, .. }| {
        format!("{i_prosa} ({} kronor)", figure.shown_as(format).text)
    });
    let linjer: Vec<_> = linjer.collect();
    let visar = if linjer.len() == 1 { "En linje visar" } else { "Linjer visar" };
    format!(
        "Stapeldiagram över kostnaden för solidariska läkemedel per invånare {ar}, en stapel per \
         region. Högst är {}, lägst {}. {visar} {}. Över medelkostnaden ligger {over}.",
        ytterst(&contract::SOLIDARISKT_HOGST),
        ytterst(&contract::SOLIDARISKT_LAGST),
        swedish::enumeration(&linjer),
    )
}
