//! Lands at the edge of what the workbook allows: documents are made of them, or a problem says why not.
//! A panic would be a bug.

use statsbidrag::grants::lakemedel::schema::blad;
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::Fyllning;

use crate::indata_2024;
use crate::run::{FIL, Mapp, alla, belagg, bok, fel, heltal, report, steg, text};

/// Any sum of rounded grants will do.
fn med_rest(fyll: &mut Fyllning) {
    let sida = blad::OVERENSKOMMELSE;
    fyll.uppgift(sida, "residual", text("largest_remainder"), belagg());
}

/// Every document's JSON of the workbook without some sheets, changed.
fn dokumenten(utan: &[&str], andra: impl FnOnce(&mut Fyllning)) -> Vec<String> {
    let mut fyll = indata_2024::lakemedel::fyllning_utan(utan);
    med_rest(&mut fyll);
    andra(&mut fyll);
    let mapp = Mapp::ny("2024", indata_2024::alla()).med(FIL, &bok(&fyll));
    let (report, _) = report(&mapp);
    let json = Urval::default().exemplar(&report, 2024).expect("all").into_iter();
    let json =
        json.map(|(dokument, exemplar)| (dokument.paper)(&report, 2024, &exemplar).json.bytes);
    json.map(|json| String::from_utf8(json).expect("UTF-8")).collect()
}

fn kostnader(fyll: &mut Fyllning, per_invanare: i64) {
    let rader = indata_2024::csv("lakemedel-2024-publicerat.csv");
    let kostnad = PerRegion::fran(|region: Region| {
        let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("a row");
        heltal(rad["befolkning_2023_08_31"].parse::<i64>().expect("a number") * per_invanare)
    });
    fyll.fri(blad::SOLIDARISKA, "HIV", kostnad.clone(), belagg());
    fyll.kolumn(blad::SOLIDARISKA, "solidarisk_kostnad", kostnad, belagg());
}

#[test]
fn a_country_without_differences_has_no_one_above_the_mean() {
    for per_invanare in [0, 100] {
        let json = dokumenten(&[blad::SOLIDARISKA], |fyll| kostnader(fyll, per_invanare));
        let cirkular = json.first().expect("the circular");
        assert!(cirkular.contains("Över medelkostnaden ligger ingen region."), "{cirkular}");
    }
}

/// Changes are stated in percent of last year's amounts.
#[test]
fn last_year_cost_and_paid_something() {
    let fel = fel(|fyll| {
        let sida = blad::FOREGAENDE_RIKET;
        fyll.uppgift(sida, "foregaende_solidarisk_kostnad", heltal(0), belagg());
        fyll.kolumn(blad::FOREGAENDE, "foregaende_statsbidrag", alla(&heltal(0)), belagg());
    });
    let fel: Vec<_> = fel.split("\n\n").collect();
    assert_eq!(fel.len(), 22);
    let vantat = "0 är för litet\n  väntade: kr, 1–1 000 000 000 000";
    assert_eq!(fel[0], format!("fel[I08] lakemedel.xlsx › Föregående år › F11: {vantat}"));
    assert_eq!(fel[21], format!("fel[I08] lakemedel.xlsx › Föregående år riket › B7: {vantat}"));
}

#[test]
fn a_ladder_may_have_one_step_or_many() {
    let mut trappor = vec![vec![(1, None, "85")]];
    trappor.push(vec![
        (1, None, "85"),
        (2, Some("150"), "90"),
        (3, Some("200.5"), "0"),
        (4, Some("900"), "100"),
    ]);
    for trappa in trappor {
        let json = dokumenten(&[blad::TRAPPA], |fyll| steg(fyll, blad::TRAPPA, &trappa));
        let niva = format!("Nivå {}", trappa.len());
        assert!(json.first().is_some_and(|json| json.contains(&niva)), "{niva}");
    }
}

/// What its own words and no one else's make of the smallest and the strangest.
#[cfg(feature = "typeset")]
#[test]
fn documents_are_set_at_the_edges() {
    let minst = crate::run::mapp(|fyll| {
        med_rest(fyll);
        fyll.uppgift(blad::FOREGAENDE_RIKET, "foregaende_slag", text("netto"), belagg());
    });
    let svar = minst.generate();
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""));
}
