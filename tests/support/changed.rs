//! The workbooks of 2024, some of them changed, and what they come to; and a change that more than one
//! test makes.

use std::collections::BTreeMap;
use std::fs;

use statsbidrag::figure::{Status, Trace};
use statsbidrag::grants::regleringsbrev::schema::{RESIDUAL_MANADER, blad as brev};
use statsbidrag::grants::{lakemedel, regleringsbrev};
use statsbidrag::pipeline::{self, Berakning, urval::Urval};
use statsbidrag::region::PerRegion;
use statsbidrag::workbook::schema::Arbetsbok;
use statsbidrag::workbook::{Belagg, Fyllning, Innehall};

use crate::indata_2024::{self, AR, csv, falt, innehall};

/// Workbooks in place of those of 2024.
pub(crate) type Changed = Vec<(&'static Arbetsbok, Fyllning)>;

/// What the workbooks of 2024 come to, some of them changed.
pub(crate) fn run(changed: Changed) -> Berakning {
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
    computed.unwrap_or_else(|problems| panic!("{problems}"))
}

fn belagg() -> Belagg {
    Belagg::ny("en annan körning", Status::Exempel)
}

/// Sets items of a workbook, by id, in place of what they were.
pub(crate) fn med(
    bok: &'static Arbetsbok,
    mut fyll: Fyllning,
    uppgifter: &[(&str, &str)],
) -> Changed {
    for (id, text) in uppgifter {
        let (sida, falt) = falt(bok, id);
        fyll.uppgift(sida, id, innehall(falt, text), belagg());
    }
    vec![(bok, fyll)]
}

/// An adjustment's amount, the same for every region, or what it is computed from.
pub(crate) fn justeringsbelopp(fyll: &mut Fyllning, id: &str, kronor: &str) {
    let falt = regleringsbrev::schema::ARBETSBOK.blad(brev::JUSTERINGSBELOPP).falt();
    let falt = falt.iter().find(|falt| falt.id == id).expect("a column");
    let kolumn = PerRegion::fran(|_| innehall(falt, kronor));
    fyll.kolumn(brev::JUSTERINGSBELOPP, id, kolumn, belagg());
}

/// What rounding leaves over goes to a region that is named, or to nobody; the need model's outcome is given,
/// the months' residual is placed, profit and loss are settled together, and there is another adjustment.
pub(crate) fn to_one_that_is_named(utfall: PerRegion<Innehall>) -> Changed {
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
    justeringsbelopp(&mut brevet, "annan", "1");
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
pub(crate) fn given(trace: &Trace) -> PerRegion<Innehall> {
    PerRegion::fran(|region| {
        let name = format!("lakemedel.{AR}.{}.behovsmodell", region.id());
        let value = &trace.node(trace.find(&name).expect("a figure")).value;
        let decimals = value.exakt().expect("a number").som_decimal(8);
        Innehall::Decimal(decimals.parse().expect("a decimal"))
    })
}
