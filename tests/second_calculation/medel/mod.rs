//! Sektorsbidraget and the overview of money, computed once more by other means ([`rakning`]) and
//! compared figure by figure with the engine, over thousands of constructed countries and the real one
//! of 2024.

mod land;
mod rakning;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rust_decimal::Decimal;
use statsbidrag::allocation::Residual;
use statsbidrag::contract::{self, Fact};
use statsbidrag::figure::{Namn, Status};
use statsbidrag::grants::{besked, sektorsbidrag};
use statsbidrag::problem::{Location, Problems};
use statsbidrag::quantity::{HelaKronor, Invanare, Kronor, KronorPerInvanare};
use statsbidrag::region::Region;
use statsbidrag::report::Report;

use crate::indata::{Blad, StatusAv};
use crate::land::{ANTAL, REGIONER, Regioner, Rest};
use crate::rakning::Tal;
use crate::sparet::om_igen;
use crate::{harledda, publicerat};
use land::Land;
use rakning::Svar;

/// How many countries are compared.
const LANDER: u64 = 3_000;

fn sektorsbidragets(
    land: &Land,
    report: &mut Report,
    status: StatusAv,
) -> sektorsbidrag::inputs::Indata {
    let namn = Namn::ny("sektorsbidrag", land.ar);
    let mut blad = Blad::ny(&mut report.trace, namn, status);
    sektorsbidrag::inputs::Indata {
        ar: land.ar,
        pott: blad.riket("pott", HelaKronor::fran_heltal(land.pott)),
        befolkning: blad.hela("befolkning", &land.folk, Invanare::fran_heltal),
        standardkostnad: blad.decimaler(
            "standardkostnad_per_inv",
            &land.standardkostnad,
            KronorPerInvanare::from,
        ),
        residual: match land.rest {
            Rest::Ingen => Residual::HalfUp,
            Rest::Hamilton => Residual::LargestRemainder,
            Rest::Storst => Residual::HalfUpResidualToLargest,
            Rest::Region(_) => panic!("the decision names no region"),
        },
        residual_plats: Location::file("land.xlsx"),
    }
}

/// The overview's inputs: its own leaves, and sektorsbidraget's public figures.
fn oversiktens(land: &Land, report: &mut Report, status: StatusAv) -> besked::inputs::Indata {
    let sektorsbidrag = report.published_in_regions(land.ar, &contract::sektorsbidrag::BELOPP);
    let sektorsbidrag_totalt = report.published(land.ar, &contract::sektorsbidrag::BELOPP);
    let befolkning = report.published_in_regions(land.ar, &contract::sektorsbidrag::BEFOLKNING);
    let folk = report.published(land.ar, &contract::sektorsbidrag::BEFOLKNING);
    let mut blad = Blad::ny(&mut report.trace, Namn::ny("besked", land.ar), status);
    besked::inputs::Indata {
        ar: land.ar,
        meddelat: blad.decimaler("meddelat", &land.meddelat, Kronor::fran_miljoner),
        sektorsbidrag: sektorsbidrag.expect("sektorsbidraget came out"),
        sektorsbidrag_totalt: sektorsbidrag_totalt.expect("with its sum"),
        befolkning: befolkning.expect("with its population"),
        folk: folk.expect("and the country's"),
        omtalat: blad.riket("omtalat", Kronor::fran_miljarder(land.omtalat)),
        omtalat_steg: blad.riket("omtalat_steg", Kronor::fran_miljoner(Decimal::from(land.steg))),
    }
}

/// Sets of regions by their grant and name.
type Mangder = BTreeMap<(&'static str, &'static str), Vec<&'static str>>;

/// The engine on a country: the report, and the codes of the problems it found.
fn motorn(land: &Land, status: StatusAv) -> (Report, BTreeSet<&'static str>) {
    let (mut report, mut problems) = (Report::new(), Problems::new());
    let indata = sektorsbidragets(land, &mut report, status);
    sektorsbidrag::berakna_indata(&indata, &mut report, &mut problems);
    let indata = oversiktens(land, &mut report, status);
    besked::berakna_indata(&indata, &mut report, &mut problems);
    let koder = problems.iter().map(|problem| problem.code.name()).collect();
    (report, koder)
}

/// The sets of regions that the engine stated, by their grant and name.
fn motorns_mangder(report: &Report, ar: i32) -> Mangder {
    use contract::{besked, sektorsbidrag};
    let (s, b) = ("sektorsbidrag", "besked");
    let regioner = |promise: &Fact<Vec<Region>>| {
        let (regioner, _) = report.stated(ar, promise).expect("a set of regions");
        regioner.iter().map(|region| region.id()).collect::<Vec<_>>()
    };
    let region = |promise: &Fact<Region>| {
        let (region, _) = report.stated(ar, promise).expect("a region");
        vec![region.id()]
    };
    BTreeMap::from([
        ((s, "exempelregion"), region(&sektorsbidrag::EXEMPELREGION)),
        ((s, "storst"), region(&sektorsbidrag::STORST)),
        ((s, "per_inv_hogst"), region(&sektorsbidrag::PER_INV_HOGST)),
        ((s, "per_inv_lagst"), region(&sektorsbidrag::PER_INV_LAGST)),
        ((b, "over_medel"), regioner(&besked::OVER_MEDEL)),
        ((b, "per_inv_hogst"), region(&besked::PER_INV_HOGST)),
        ((b, "per_inv_lagst"), region(&besked::PER_INV_LAGST)),
    ])
}

/// How many figures of each grant were compared.
type Jamforda = BTreeMap<&'static str, usize>;

/// Compares everything; returns how many figures, or what differs.
fn jamfor(land: &Land) -> Result<Jamforda, String> {
    let (report, koder) = motorn(land, |_| Status::Faststalld);
    let svar = rakning::rakna(land);
    let motorns = harledda(&report);
    for (namn, vantat) in &svar.figurer {
        if motorns.get(namn) != Some(vantat) {
            return Err(format!("{namn} is {:?}, not {vantat:?}", motorns.get(namn)));
        }
    }
    if let Some(namn) = motorns.keys().find(|namn| !svar.figurer.contains_key(*namn)) {
        return Err(format!("{namn} is not in the second calculation"));
    }
    if koder != svar.koder {
        return Err(format!("problems {koder:?}, not {:?}", svar.koder));
    }
    let mangder = motorns_mangder(&report, land.ar);
    if mangder != svar.mangder {
        return Err(format!("the regions are {mangder:?}, not {:?}", svar.mangder));
    }
    let antal = |bidrag: &str| motorns.keys().filter(|namn| namn.starts_with(bidrag)).count();
    Ok(["sektorsbidrag.", "besked."].into_iter().map(|bidrag| (bidrag, antal(bidrag))).collect())
}

/// How many figures of a grant were compared in all countries, which are compared once.
fn jamforda(bidrag: &str) -> usize {
    static LANDERNA: OnceLock<Result<Vec<Jamforda>, String>> = OnceLock::new();
    let lander = LANDERNA.get_or_init(|| {
        let lander = (0..LANDER).into_par_iter().map(|fro| {
            jamfor(&land::land(fro)).map_err(|fel| format!("the country of seed {fro}: {fel}"))
        });
        lander.collect()
    });
    let lander = lander.as_ref().unwrap_or_else(|fel| panic!("{fel}"));
    lander.iter().map(|antal| antal[bidrag]).sum()
}

#[test]
fn two_calculations_of_sektorsbidraget_agree() {
    let antal = jamforda("sektorsbidrag.");
    println!("{antal} figures of {LANDER} countries compared");
    assert!(antal > 300_000, "only {antal} figures were compared");
}

#[test]
fn two_calculations_of_the_overview_agree() {
    let antal = jamforda("besked.");
    println!("{antal} figures of {LANDER} countries compared");
    assert!(antal > 140_000, "only {antal} figures were compared");
}

/// The countries are odd enough: every rule is used, every problem met, and every policy has something
/// left to place.
#[test]
fn every_rule_of_sektorsbidraget_and_the_overview_is_used() {
    let (mut regler, mut koder, mut placerade) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for fro in 0..200 {
        let land = land::land(fro);
        let (report, funna) = motorn(&land, |_| Status::Faststalld);
        koder.extend(funna);
        let residual = report.trace.find(&format!("sektorsbidrag.{}.riket.residual", land.ar));
        let residual = report.trace.node(residual.expect("a residual")).value.exakt();
        if residual.is_some_and(|residual| !residual.ar_noll()) {
            placerade.insert(format!("{:?}", land.rest));
        }
        for (_, node) in report.trace.iter() {
            if let Some(rule) = node.rule() {
                regler.insert(rule.id);
            }
        }
    }
    let alla = [sektorsbidrag::rules::alla(), besked::rules::alla()].concat();
    assert_eq!(regler, alla.iter().map(|rule| rule.id).collect());
    assert_eq!(koder, BTreeSet::from(["R01", "R04", "R05"]));
    assert_eq!(placerade.len(), 3, "{placerade:?}");
}

/// Each figure again from its leaves, and with the weakest of their statuses.
#[test]
fn the_figures_of_sektorsbidraget_and_the_overview_compute_again() {
    let status: StatusAv = |namn| match namn {
        _ if namn.ends_with(".meddelat") => Status::Preliminar,
        _ if namn.contains("standardkostnad") => Status::Harledd,
        _ => Status::Faststalld,
    };
    for fro in 0..40 {
        let land = land::land(fro);
        let (report, _) = motorn(&land, status);
        for (id, value) in om_igen(&report.trace) {
            let node = report.trace.node(id);
            assert_eq!(value, node.value, "{}, seed {fro}", node.name);
        }
        let status_av = |namn: &str| {
            let namn = namn.replacen(".2024.", &format!(".{}.", land.ar), 1);
            report.trace.node(report.trace.find(&namn).expect("a figure")).status
        };
        assert_eq!(status_av("sektorsbidrag.2024.skane.belopp"), Status::Harledd);
        assert_eq!(status_av("sektorsbidrag.2024.riket.befolkning"), Status::Faststalld);
        assert_eq!(status_av("besked.2024.skane.utover_sektorsbidrag"), Status::Preliminar);
        assert_eq!(status_av("besked.2024.riket.omtalat_skillnad"), Status::Preliminar);
    }
}

/// What the run proves of its documents holds in any country without problems.
#[test]
fn both_grants_say_what_shall_be_equal() {
    let mut provade = 0;
    for fro in 0..40 {
        let land = land::land(fro);
        let (report, koder) = motorn(&land, |_| Status::Faststalld);
        let varde =
            |namn: &str| &report.trace.node(report.trace.find(namn).expect("a figure")).value;
        for lika in report.likheter() {
            assert!(
                koder.contains("R01") || varde(&lika.left) == varde(&lika.right),
                "{}, seed {fro}",
                lika.text
            );
            provade += 1;
        }
    }
    assert_eq!(provade, 2 * 40);
}

/// The country of 2024, straight from the published figures, without a workbook.
fn land_2024(rest: Rest) -> Land {
    let fil = "sektorsbidrag-2024";
    Land {
        ar: 2024,
        pott: 3_000_000_000,
        folk: publicerat::kolumn(fil, "folkmangd_2023_11_01"),
        standardkostnad: publicerat::kolumn(fil, "standardkostnad_2024_kr_per_inv_harledd"),
        rest,
        meddelat: publicerat::kolumn("besked-2024", "besked_mnkr_preliminar_publicerat"),
        omtalat: Decimal::new(98, 1),
        steg: 100,
    }
}

fn helt(svar: &Svar, namn: &str) -> i64 {
    match &svar.figurer[namn] {
        Tal::Helt(tal) => *tal,
        annat => panic!("{namn} is {annat:?}"),
    }
}

#[test]
fn both_calculations_give_the_published_sektorsbidrag() {
    let vantade: Regioner<i64> =
        publicerat::kolumn("sektorsbidrag-2024", "fordelade_medel_kr_publicerat");
    assert_eq!(vantade.iter().sum::<i64>(), 3_000_000_000);
    // What each rule had left to place: nothing, the eleven kronor above the whole ones, nothing.
    for (rest, residual) in [(Rest::Ingen, 0), (Rest::Hamilton, 11), (Rest::Storst, 0)] {
        let land = land_2024(rest);
        jamfor(&land).unwrap_or_else(|fel| panic!("{rest:?}: {fel}"));
        let svar = rakning::rakna(&land);
        assert!(svar.koder.is_empty(), "{rest:?}: {:?}", svar.koder);
        for plats in 0..ANTAL {
            let namn = format!("sektorsbidrag.2024.{}.belopp", REGIONER[plats]);
            assert_eq!(helt(&svar, &namn), vantade[plats], "{rest:?}");
        }
        assert_eq!(helt(&svar, "sektorsbidrag.2024.riket.residual"), residual, "{rest:?}");
    }
}

#[test]
fn the_sum_and_the_amount_spoken_of() {
    let svar = rakning::rakna(&land_2024(Rest::Ingen));
    for (namn, mnkr) in [
        ("meddelat", 9_842),
        ("meddelat_avrundat", 9_800),
        ("omtalat_skillnad", 0),
        ("omtalat_avrundning", 42),
        ("utover_sektorsbidrag", 6_842),
    ] {
        let kronor = Tal::Exakt(crate::rakning::Q::helt(mnkr * 1_000_000));
        assert_eq!(svar.figurer[&format!("besked.2024.riket.{namn}")], kronor, "{namn}");
    }
}
