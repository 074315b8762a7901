//! Försörjningsberedskap once more: the ledger, the shares and the goals of hundreds of constructed
//! countries, figure by figure. The second calculation ([`rakning`]) shares nothing with the engine but
//! the figures' names; a difference is a bug in one of them.

mod rakning;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rust_decimal::Decimal;
use statsbidrag::contract::{Calculation, CountryPromise, RegionalPromise, beredskap as contract};
use statsbidrag::figure::{CellRef, Cellvarde, Figure, Status, Underlag};
use statsbidrag::grants::beredskap::{self, inputs};
use statsbidrag::problem::{Location, Problems};
use statsbidrag::quantity::{Antal, HelaKronor, Invanare, Kronor, Veckor};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::report::Report;

use crate::harledda;
use crate::land::Regioner;
use crate::slump::Slump;

/// How many countries are compared.
const LANDER: u64 = 400;

/// What a workbook says, as plain arrays.
#[derive(Debug)]
struct Land {
    ar: i32,
    folk: Regioner<i64>,
    avtal: Vec<Avtal>,
    mal: Vec<Mal>,
    listor: Vec<(i64, Option<i64>)>,
}

/// An agreement: million kronor, years, and what was used in the years that were asked about.
#[derive(Debug)]
struct Avtal {
    ar: i32,
    regioner: Decimal,
    skr: Decimal,
    fran: i32,
    till: i32,
    aterbetalas: bool,
    anvant: Vec<(i32, Regioner<i64>)>,
}

/// A goal in weeks, and the answers.
#[derive(Debug)]
struct Mal {
    id: String,
    veckor: i64,
    svar: Regioner<i64>,
}

/// The country of a seed.
fn land(fro: u64) -> Land {
    let slump = &mut Slump::ny(fro);
    let ar = i32::try_from(slump.mellan(2019, 2034)).expect("a year");
    let folk = match slump.mellan(1, 3) {
        1 => slump.regioner(50_000, 2_500_000),
        2 => slump.regioner(500, 2_000),
        _ => slump.regioner(1, 12),
    };
    let antal = slump.mellan(1, 4);
    let forsta = ar - i32::try_from(slump.mellan(1, 4)).expect("years");
    let avtal = (forsta..).zip(1..=antal).map(|(avtalsar, _)| avtal(slump, ar, avtalsar)).collect();
    let mal = (1..=slump.mellan(0, 3))
        .map(|nummer| Mal {
            id: format!("vard_{nummer}"),
            veckor: slump.mellan(1, 6),
            svar: slump.regioner(0, 9),
        })
        .collect();
    let listor = (0..slump.mellan(0, 3))
        .map(|_| (slump.mellan(1, 900), slump.en_pa(2).then(|| slump.mellan(1, 900))))
        .collect();
    Land { ar, folk, avtal, mal, listor }
}

fn avtal(slump: &mut Slump, nu: i32, ar: i32) -> Avtal {
    let ars = |slump: &mut Slump, hogst| i32::try_from(slump.mellan(0, hogst)).expect("years");
    let fran = ar + ars(slump, 1);
    let till = fran + ars(slump, 3);
    // Now and then so little that a region gets nothing, and now and then much.
    let mnkr = match slump.mellan(1, 12) {
        1 => slump.decimal(0, 40, 6),
        2 => slump.decimal(1, 900_000_000_000, 6),
        _ => slump.decimal(1, 900, 0),
    };
    let anvant = (fran..=till.min(nu - 1)).filter_map(|ar| {
        let kant = !slump.en_pa(3);
        kant.then(|| (ar, if slump.en_pa(4) { [0; 21] } else { slump.regioner(0, 2_000_000) }))
    });
    let anvant = anvant.collect();
    let (skr, aterbetalas) = (slump.decimal(0, 4_000, 3), slump.en_pa(2));
    Avtal { ar, regioner: mnkr, skr, fran, till, aterbetalas, anvant }
}

/// Everything used to the last krona, where that is possible: the country of a seed once more.
fn uttomt(fro: u64) -> Land {
    let mut land = land(fro);
    let (nu, delar) = (land.ar, rakning::delar(&land));
    for (avtal, delar) in land.avtal.iter_mut().zip(delar) {
        for (_, belopp) in &mut avtal.anvant {
            *belopp = [0; 21];
        }
        if let Some((_, belopp)) = avtal.anvant.first_mut().filter(|(ar, _)| *ar < nu) {
            // Some regions have a krona left.
            *belopp = std::array::from_fn(|r| (delar[r] - i64::from(r % 4 == 3)).max(0));
        }
    }
    land
}

struct Blad<'a>(Calculation<'a>);

fn cell<T>(uppgift: &str, value: T) -> Cellvarde<T> {
    let underlag = Underlag {
        uppgift: uppgift.to_owned(),
        kalla: "påhittat".to_owned(),
        per_datum: None,
        status: Status::Exempel,
        bekraftad_av: None,
    };
    let location = Location::sheet("land.xlsx", uppgift);
    Cellvarde { value, cell: CellRef { location, underlag: Arc::new(underlag) } }
}

impl Blad<'_> {
    fn riket<P: CountryPromise>(&mut self, promise: &P, value: P::Of) -> Figure<P::Of> {
        self.0.leaf(promise, cell(promise.id(), value))
    }

    fn regioner<P: RegionalPromise>(
        &mut self,
        promise: &P,
        varden: &Regioner<i64>,
        make: fn(i64) -> P::Of,
    ) -> PerRegion<Figure<P::Of>> {
        let mut varden = varden.iter();
        PerRegion::fran(|region| {
            let value = make(*varden.next().expect("21 values"));
            self.0.leaf_in(promise, region, cell(promise.id(), value))
        })
    }

    fn avtal(&mut self, avtal: &Avtal) -> inputs::Avtal {
        let ar = avtal.ar;
        let dag = NaiveDate::from_ymd_opt(avtal.till + 1, 3, 31).expect("a date");
        let anvant = avtal.anvant.iter().map(|(nar, belopp)| inputs::Anvant {
            ar: *nar,
            per_region: self.regioner(
                &contract::ANVANT_AR.at((ar, *nar)),
                belopp,
                HelaKronor::fran_heltal,
            ),
        });
        let anvant = anvant.collect();
        let mnkr = Kronor::fran_miljoner;
        let aterbetalas = contract::ATERBETALAS.at(ar);
        inputs::Avtal {
            ar,
            till_regionerna: self.riket(&contract::TILL_REGIONERNA.at(ar), mnkr(avtal.regioner)),
            till_skr: self.riket(&contract::TILL_SKR.at(ar), mnkr(avtal.skr)),
            fran: avtal.fran,
            till: avtal.till,
            aterbetalas: avtal.aterbetalas.then(|| self.riket(&aterbetalas, dag)),
            anvant,
        }
    }

    fn mal(&mut self, (nummer, mal): (usize, &Mal)) -> inputs::Mal {
        let veckor = Veckor::fran_heltal;
        inputs::Mal {
            id: mal.id.clone(),
            veckor: self.riket(&contract::MAL_VECKOR.at(nummer), veckor(mal.veckor)),
            svar: self.regioner(&contract::VECKOR.at(&mal.id), &mal.svar, veckor),
        }
    }

    fn lista(&mut self, nummer: usize, (nu, fore): (i64, Option<i64>)) -> inputs::Lista {
        let antal = Antal::fran_heltal;
        let tidigare = contract::LISTA_TIDIGARE_ANTAL.at(nummer);
        inputs::Lista {
            nummer,
            antal: self.riket(&contract::LISTA_ANTAL.at(nummer), antal(nu)),
            tidigare: fore.map(|fore| self.riket(&tidigare, antal(fore))),
        }
    }
}

/// The engine on a country.
fn motorn(land: &Land) -> (Report, BTreeSet<&'static str>) {
    let (mut report, mut problems) = (Report::new(), Problems::new());
    let mut blad = Blad(Calculation::new(&mut report.trace, land.ar));
    let indata = inputs::Indata {
        ar: land.ar,
        befolkning: blad.regioner(&contract::BEFOLKNING, &land.folk, Invanare::fran_heltal),
        avtal: land.avtal.iter().map(|avtal| blad.avtal(avtal)).collect(),
        mal: (1..).zip(&land.mal).map(|mal| blad.mal(mal)).collect(),
        listor: (1..).zip(&land.listor).map(|(nr, lista)| blad.lista(nr, *lista)).collect(),
    };
    // A step that cannot be taken has said why in the problems.
    let _: Option<()> = beredskap::berakna_indata(&indata, &mut report, &mut problems);
    let koder = problems.iter().map(|problem| problem.code.name()).collect();
    (report, koder)
}

/// Compares everything; returns how many figures, or what differs.
fn jamfor(land: &Land) -> Result<(usize, bool), String> {
    let (report, koder) = motorn(land);
    let svar = rakning::rakna(land);
    let motorns: BTreeMap<_, _> = harledda(&report);
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
    for (namn, vantad) in &svar.mangder {
        let mangd: &Vec<Region> = report
            .fact_named(&format!("beredskap.{}.riket.{namn}", land.ar))
            .ok_or_else(|| format!("{namn} is not stated"))?;
        let mangd: Vec<_> = mangd.iter().map(|region| region.id()).collect();
        if mangd != *vantad {
            return Err(format!("{namn} is {mangd:?}, not {vantad:?}"));
        }
    }
    let mut lika = report.likheter();
    if let Some(olika) = lika.find(|lika| motorns.get(&lika.left) != motorns.get(&lika.right)) {
        return Err(format!("not so: {}", olika.text));
    }
    Ok((svar.figurer.len(), koder.is_empty()))
}

#[test]
fn two_ledgers_agree_on_hundreds_of_countries() {
    let jamfort: Result<Vec<_>, String> = (0..LANDER)
        .into_par_iter()
        .flat_map(|fro| [(fro, land(fro)), (fro, uttomt(fro))])
        .map(|(fro, land)| {
            jamfor(&land).map_err(|fel| format!("the country of seed {fro}: {fel}: {land:?}"))
        })
        .collect();
    let jamfort = jamfort.unwrap_or_else(|fel| panic!("{fel}"));
    let antal: usize = jamfort.iter().map(|(antal, _)| antal).sum();
    let hela = jamfort.iter().filter(|(_, utan_problem)| *utan_problem).count();
    println!("{antal} figures compared, {hela} countries without problems");
    assert!(antal > 100_000 && hela > 200, "{antal} figures, {hela} countries");
    assert!(hela < jamfort.len(), "none had used too much or got nothing");
}
