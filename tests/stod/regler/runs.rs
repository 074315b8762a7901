//! Runs that together use every rule: the workbooks of 2024, and those changed in three ways.

use std::collections::BTreeMap;
use std::fs;

use statsbidrag::calendar::Betalningsdag;
use statsbidrag::figure::{Status, Trace};
use statsbidrag::grants::regleringsbrev::schema::{RESIDUAL_MANADER, blad as brev};
use statsbidrag::grants::{lakemedel, regleringsbrev, sektorsbidrag};
use statsbidrag::pipeline::{self, urval::Urval};
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::schema::{Arbetsbok, Falt};
use statsbidrag::workbook::{Belagg, Fyllning, Innehall};

use crate::indata_2024::{self, AR, csv, falt, innehall};

/// What each run came to, the one of 2024 as it is first.
pub(super) fn traces() -> Vec<Trace> {
    let first = run(Vec::new());
    let given = given(&first);
    let changed = [remainders(), to_the_largest(), to_one_that_is_named(given)];
    [first].into_iter().chain(changed.map(run)).collect()
}

/// Workbooks in place of those of 2024.
type Changed = Vec<(&'static Arbetsbok, Fyllning)>;

/// What the workbooks of 2024 come to, some of them changed.
fn run(changed: Changed) -> Trace {
    let rot = tempfile::tempdir().expect("a folder");
    let mapp = rot.path().join(AR.to_string());
    fs::create_dir_all(&mapp).expect("a folder");
    for (fil, bytes) in indata_2024::alla() {
        fs::write(mapp.join(fil), bytes).expect("a file");
    }
    for (bok, fyllning) in changed {
        fs::write(mapp.join(bok.fil), indata_2024::bytes(bok, &fyllning)).expect("a file");
    }
    let computed = pipeline::compute(&mapp, &Urval::default(), &|_| ());
    computed.unwrap_or_else(|problems| panic!("{problems}")).report.trace
}

fn belagg() -> Belagg {
    Belagg::ny("en annan körning", Status::Exempel)
}

/// Sets items of a workbook, by id, in place of what they were.
fn med(bok: &'static Arbetsbok, mut fyll: Fyllning, uppgifter: &[(&str, &str)]) -> Changed {
    for (id, text) in uppgifter {
        let (sida, falt) = falt(bok, id);
        fyll.uppgift(sida, id, innehall(falt, text), belagg());
    }
    vec![(bok, fyll)]
}

/// The kronor that are left over go to the largest remainders; profit and loss by population; payment
/// on Saturdays too.
fn remainders() -> Changed {
    let rest = "largest_remainder";
    let [_, (vardag, _)] = Betalningsdag::VAL;
    let brevets = [
        ("ihsi_residual", rest),
        ("avstamning_residual", rest),
        ("avstamning_fordelas_efter", "befolkning"),
        ("betalningsdag", vardag),
    ];
    [
        med(
            &lakemedel::schema::ARBETSBOK,
            indata_2024::lakemedel::fyllning(),
            &[("residual", rest)],
        ),
        med(
            &sektorsbidrag::schema::ARBETSBOK,
            indata_2024::sektorsbidrag::fyllning(),
            &[("residual", rest)],
        ),
        med(&regleringsbrev::schema::ARBETSBOK, indata_2024::regleringsbrev::fyllning(), &brevets),
    ]
    .concat()
}

/// They go to the largest; återbäring is told by its forecast and its outcome.
fn to_the_largest() -> Changed {
    let rest = "half_up_residual_to_largest";
    let mut brevet = indata_2024::regleringsbrev::fyllning_utan(&[brev::JUSTERINGSBELOPP]);
    for (id, kronor) in [("aterbaring_prognos", "100000.5"), ("aterbaring_slutlig", "90000")] {
        let (sida, falt) = (brev::JUSTERINGSBELOPP, column(id));
        let kolumn = PerRegion::fran(|_| innehall(falt, kronor));
        brevet.kolumn(sida, id, kolumn, belagg());
    }
    [
        med(
            &lakemedel::schema::ARBETSBOK,
            indata_2024::lakemedel::fyllning(),
            &[("residual", rest)],
        ),
        med(
            &sektorsbidrag::schema::ARBETSBOK,
            indata_2024::sektorsbidrag::fyllning(),
            &[("residual", rest)],
        ),
        med(&regleringsbrev::schema::ARBETSBOK, brevet, &[("avstamning_residual", rest)]),
    ]
    .concat()
}

fn column(id: &str) -> &'static Falt {
    let sida = regleringsbrev::schema::ARBETSBOK.blad(brev::JUSTERINGSBELOPP);
    sida.falt().iter().find(|falt| falt.id == id).expect("a column")
}

/// They go to a region that is named, or nobody is to have them; the need model's outcome is given, the
/// months' residual is placed, profit and loss are settled together, and there is another adjustment.
fn to_one_that_is_named(utfall: PerRegion<Innehall>) -> Changed {
    use lakemedel::schema::blad;
    let mut bidraget = indata_2024::lakemedel::fyllning_utan(&[blad::GRUPPER, blad::PRISLAPPAR]);
    bidraget.kolumn(blad::BEHOVSMODELL, "behovsmodell_utfall", utfall, belagg());
    let utan = [brev::JUSTERINGAR, brev::JUSTERINGSBELOPP, brev::AVTAL];
    let mut brevet = indata_2024::regleringsbrev::fyllning_utan(&utan);
    rader(&mut brevet, brev::AVTAL, csv("regleringsbrev-2024-avtal.csv"), |rad| {
        rad.insert("residual".to_owned(), RESIDUAL_MANADER[1].to_owned());
    });
    let slag = ["vinst/förlust, tillsammans", "IHSI, valutakorrigering", "annan"];
    let justeringar = csv("regleringsbrev-2024-justeringsrader.csv").into_iter().zip(slag);
    let justeringar = justeringar.map(|(mut rad, slag)| {
        rad.insert("justering".to_owned(), slag.to_owned());
        rad
    });
    rader(&mut brevet, brev::JUSTERINGAR, justeringar.collect(), |_| ());
    let annan = PerRegion::fran(|_| Innehall::Heltal(1));
    brevet.kolumn(brev::JUSTERINGSBELOPP, "annan", annan, belagg());
    [
        med(
            &lakemedel::schema::ARBETSBOK,
            bidraget,
            &[
                ("residual", "explicit"),
                ("residual_region", "Gotland"),
                ("foregaende_vinst_forlust_avrakning", "tillsammans"),
            ],
        ),
        med(
            &regleringsbrev::schema::ARBETSBOK,
            brevet,
            &[
                ("avstamning_avrakning", "tillsammans"),
                ("ihsi_residual", "half_up"),
                ("ihsi_slutligt", "3786788"),
            ],
        ),
    ]
    .concat()
}

/// Adds rows of a fixture to a sheet, each changed.
fn rader(
    fyll: &mut Fyllning,
    sida: &'static str,
    rader: Vec<BTreeMap<String, String>>,
    byt: fn(&mut BTreeMap<String, String>),
) {
    let falten = regleringsbrev::schema::ARBETSBOK.blad(sida).falt();
    for mut rad in rader {
        byt(&mut rad);
        fyll.rad(sida, falten.iter().map(|falt| (falt.id, innehall(falt, &rad[falt.id]))));
    }
    for falt in falten {
        fyll.belagg(sida, falt.id, belagg());
    }
}

/// The need model's outcome, as a workbook states it.
fn given(trace: &Trace) -> PerRegion<Innehall> {
    PerRegion::fran(|region| {
        let name = format!("lakemedel.{AR}.{}.behovsmodell", region.id());
        let value = &trace.node(trace.find(&name).expect("a figure")).value;
        let decimals = value.exakt().expect("a number").som_decimal(8);
        Innehall::Decimal(decimals.parse().expect("a decimal"))
    })
}
