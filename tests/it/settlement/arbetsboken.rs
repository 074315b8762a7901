//! The settlement from the workbooks to its document: what 2024's give, what others would give, and what
//! the program says of a sheet that does not hang together.

use serde_json::Value;
use statsbidrag::documents::avstamning::AVSTAMNINGEN;
use statsbidrag::figure::{Namn, Status};
use statsbidrag::grants::lakemedel::schema::blad as lakemedels;
use statsbidrag::grants::regleringsbrev::schema::{ARBETSBOK, blad};
use statsbidrag::pipeline::urval::Urval;
use statsbidrag::pipeline::{self, Berakning};
use statsbidrag::problem::Problems;
use statsbidrag::quantity::Decimal;
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::{Belagg, Fyllning, Innehall};

use crate::indata_2024::{AR, alla, bytes, csv, lakemedel, regleringsbrev};

const SIDA: &str = blad::AVSTAMNING;

fn belagg() -> Belagg {
    Belagg::ny("Prov", Status::Exempel)
}

fn mnkr(text: &str) -> Innehall {
    Innehall::Decimal(text.parse::<Decimal>().expect("a decimal"))
}

fn ord(text: &str) -> Innehall {
    Innehall::Text(text.to_owned())
}

fn satt(fyll: &mut Fyllning, id: &str, varde: Innehall) {
    fyll.uppgift(SIDA, &format!("avstamning_{id}"), varde, belagg());
}

/// What the two workbooks come to.
fn berakna(lakemedel: &Fyllning, regleringsbrev: &Fyllning) -> Result<Berakning, Problems> {
    let mapp = tempfile::tempdir().expect("a folder");
    for (namn, innehall) in alla() {
        std::fs::write(mapp.path().join(namn), innehall).expect("a file");
    }
    let lakemedels = &statsbidrag::grants::lakemedel::schema::ARBETSBOK;
    for (bok, fyll) in [(lakemedels, lakemedel), (&ARBETSBOK, regleringsbrev)] {
        std::fs::write(mapp.path().join(bok.fil), bytes(bok, fyll)).expect("a file");
    }
    pipeline::compute(mapp.path(), &Urval::default(), &|_| ())
}

/// What the workbook of 2024 comes to, its settlement changed.
fn andrad(andra: impl FnOnce(&mut Fyllning)) -> Result<Berakning, Problems> {
    let mut fyll = regleringsbrev::fyllning();
    andra(&mut fyll);
    berakna(&lakemedel::fyllning(), &fyll)
}

/// The problems, with ordinary spaces.
fn fel(berakning: Result<Berakning, Problems>) -> String {
    let Err(problems) = berakning else { panic!("it hangs together") };
    problems.to_string().replace('\u{a0}', " ").trim_end().to_owned()
}

/// The settlement's JSON.
fn dokumentet(berakning: &Berakning) -> Value {
    let exemplar = (AVSTAMNINGEN.exemplar)(&AVSTAMNINGEN, &berakning.report, AR);
    let [exemplar] = exemplar.as_slice() else { panic!("{exemplar:?}") };
    (AVSTAMNINGEN.paper)(&berakning.report, AR, exemplar).json.value
}

fn rapporten(berakning: Result<Berakning, Problems>) -> Berakning {
    berakning.unwrap_or_else(|problems| panic!("{problems}"))
}

/// A figure of a region in whole kronor.
fn kronor(berakning: &Berakning, region: Region, namn: &str) -> i64 {
    let trace = &berakning.report.trace;
    let namn = Namn::ny("regleringsbrev", AR).region(region, namn);
    let node = trace.node(trace.find(&namn).expect("a figure"));
    node.value.exakt().and_then(|tal| tal.heltal()).expect("whole kronor")
}

/// Known amounts per region, as a column.
fn facit(kolumn: &str) -> PerRegion<i64> {
    let rader = csv("regleringsbrev-2024-justeringar.csv");
    PerRegion::fran(|region| {
        let rad = rader.iter().find(|rad| rad["lanskod"] == region.lanskod()).expect("a row");
        rad[kolumn].parse().expect("kronor")
    })
}

const KOLUMNER: [(&str, &str); 2] = [
    ("vinst_forlust_formanen", "vinst_forlust_formanen_2023_kr"),
    ("vinst_forlust_hepatit_c", "vinst_forlust_hepc_2023_kr"),
];

#[test]
fn the_workbooks_of_2024_settle_2023_to_the_krona() {
    let berakning = rapporten(andrad(|_| ()));
    for (namn, kolumn) in KOLUMNER {
        for (region, vantat) in facit(kolumn).iter() {
            let justering = kronor(&berakning, region, &format!("justering_{namn}"));
            assert_eq!(justering, *vantat, "{region}, {namn}");
        }
    }
    let json = dokumentet(&berakning);
    assert_eq!(json["summa"]["siffra"]["varde"], -232_500_000);
    assert_eq!(json["delar"].as_array().map(Vec::len), Some(2));
    let [reglering] = json["regleringar"].as_array().expect("payments").as_slice() else {
        panic!("one payment: {json}")
    };
    let [manad, bilaga, delar] = ["manad", "bilaga", "delar"].map(|falt| &reglering[falt]);
    assert_eq!(manad, "mars\u{a0}2024");
    assert_eq!(
        (bilaga.as_str(), delar.as_str()),
        (Some("3"), Some("läkemedelsförmånen och hepatit C"))
    );
    assert_eq!(json["exempel"]["region"], "Gotland");
    let gotland = Region::med_id("gotland").expect("a region");
    let utbetalning = &reglering["exempel_utbetalning"]["varde"];
    assert_eq!(utbetalning.as_i64(), Some(kronor(&berakning, gotland, "utbetalning_2024_03")));
}

#[test]
fn stated_amounts_are_held_against_the_settlement() {
    let med_kolumn = |tillagg: i64| {
        andrad(|fyll| {
            let belopp = facit(KOLUMNER[1].1).map(|region, belopp| {
                Innehall::Heltal(belopp + if region.id() == "gotland" { tillagg } else { 0 })
            });
            fyll.kolumn(blad::JUSTERINGSBELOPP, KOLUMNER[1].0, belopp, belagg());
        })
    };
    rapporten(med_kolumn(0));
    let fel = fel(med_kolumn(1));
    assert!(
        fel.contains("Gotland: ”vinst/förlust, hepatit C” är −116 819 kr i arbetsboken men räknas till −116 820 kr"),
        "{fel}"
    );
}

#[test]
fn without_the_sheet_there_is_no_settlement_and_amounts_are_as_stated() {
    let mut fyll = regleringsbrev::fyllning_utan(&[SIDA]);
    for (namn, kolumn) in KOLUMNER {
        let belopp = facit(kolumn).map(|_, belopp| Innehall::Heltal(*belopp));
        fyll.kolumn(blad::JUSTERINGSBELOPP, namn, belopp, belagg());
    }
    let berakning = rapporten(berakna(&lakemedel::fyllning(), &fyll));
    assert_eq!((AVSTAMNINGEN.exemplar)(&AVSTAMNINGEN, &berakning.report, AR), []);
    assert!(berakning.report.trace.iter().all(|(_, node)| !node.name.contains(".avstamning_")));
    let gotland = Region::med_id("gotland").expect("a region");
    assert_eq!(kronor(&berakning, gotland, "justering_vinst_forlust_hepatit_c"), -116_820);
}

#[test]
fn a_sheet_is_filled_in_whole_or_not_at_all() {
    let mut fyll = regleringsbrev::fyllning_utan(&[SIDA]);
    satt(&mut fyll, "bas_formanen", mnkr("33500"));
    let fel = fel(berakna(&lakemedel::fyllning(), &fyll));
    let saknas = fel.matches("fel[I06] regleringsbrev.xlsx › Avstämning › B").count();
    assert_eq!(saknas, ARBETSBOK.blad(SIDA).falt().len() - 1, "{fel}");
}

/// The agreement of 2024 as if it had been settled in 2024: both parts together, net.
fn tillsammans(utfall: &str) -> (Fyllning, Fyllning) {
    let mut deras = lakemedel::fyllning();
    for (id, varde) in
        [("foregaende_slag", "netto"), ("foregaende_vinst_forlust_avrakning", "tillsammans")]
    {
        deras.uppgift(lakemedels::FOREGAENDE_RIKET, id, ord(varde), belagg());
    }
    let mut fyll = regleringsbrev::fyllning_utan(&[blad::JUSTERINGAR]);
    satt(&mut fyll, "avrakning", ord("tillsammans"));
    for (id, varde) in [
        ("bas_formanen", "37918"),
        ("bas_hepatit_c", "402"),
        ("bas_aterbaring", "1510"),
        ("utfall_formanen", utfall),
        ("hepatit_c_kostnad", "600"),
        ("utfall_aterbaring", "1620"),
    ] {
        satt(&mut fyll, id, mnkr(varde));
    }
    for (slag, bilaga, manad) in [
        ("återbäring, prognos", 2, 2),
        ("IHSI, valutakorrigering", 2, 2),
        ("återbäring, slutlig", 4, 5),
    ] {
        justering(&mut fyll, slag, bilaga, manad);
    }
    (deras, fyll)
}

fn justering(fyll: &mut Fyllning, slag: &str, bilaga: i64, manad: i64) {
    let rad = [
        ("justering", ord(slag)),
        ("bilaga", Innehall::Heltal(bilaga)),
        ("manad", Innehall::Heltal(manad)),
        ("skal", ord("Ett skäl.")),
    ];
    fyll.rad(blad::JUSTERINGAR, rad);
    for id in ["bilaga", "manad", "skal"] {
        fyll.belagg(blad::JUSTERINGAR, id, belagg());
    }
}

/// The limits of the agreement of 2024 are 35 705.7 and 37 914.3 mnkr; hepatitis C comes to 420 and the
/// state's rebates to 1 620, so that the drug benefit decides.
#[test]
fn both_parts_together_within_the_limits_need_no_adjustment() {
    for utfall in ["36905.7", "39114.3"] {
        let (deras, fyll) = tillsammans(utfall);
        let json = dokumentet(&rapporten(berakna(&deras, &fyll)));
        let del = &json["delar"][0];
        assert_eq!((&del["lage"], &del["belopp"]["siffra"]["varde"]), (&"inom".into(), &0.into()));
        assert_eq!(del["bas"]["text"], "36\u{a0}810");
        assert_eq!(del["nedre"]["text"], "35\u{a0}705,7");
        assert_eq!(del["ovre"]["text"], "37\u{a0}914,3");
        assert_eq!(json["aterbaring"]["prognos"]["text"], "1\u{a0}510");
        assert_eq!((&json["exempel"], &json["regleringar"]), (&Value::Null, &Value::Array(vec![])));
    }
}

/// A row for a part that came to nothing is no fault, and nothing to tell of.
#[test]
fn a_payment_is_adjusted_only_for_parts_that_came_to_something() {
    let berakning = rapporten(andrad(|fyll| satt(fyll, "utfall_formanen", mnkr("33500"))));
    let json = dokumentet(&berakning);
    assert_eq!(json["delar"][0]["avvikelse"]["riktning"], "oforandrad");
    assert_eq!(json["regleringar"][0]["delar"], "hepatit C");
    assert_eq!(json["exempel"]["delar"].as_array().map(Vec::len), Some(1));
}

#[test]
fn both_parts_together_beyond_a_limit_are_paid_in_the_month_that_is_named() {
    for (utfall, belopp) in [("39116.3", 1_000_000), ("36903.7", -1_000_000)] {
        let (deras, mut fyll) = tillsammans(utfall);
        let utan = fel(berakna(&deras, &fyll));
        assert!(
            utan.contains(
                "det finns belopp för ”vinst/förlust, tillsammans”, men den ska inte göras"
            ),
            "{utan}"
        );
        justering(&mut fyll, "vinst/förlust, tillsammans", 3, 4);
        let berakning = rapporten(berakna(&deras, &fyll));
        let json = dokumentet(&berakning);
        assert_eq!(json["delar"].as_array().map(Vec::len), Some(1));
        assert_eq!(json["summa"]["siffra"]["varde"], belopp);
        let reglering = &json["regleringar"][0];
        assert_eq!(
            (&reglering["manad"], &reglering["bilaga"]),
            (&"april\u{a0}2024".into(), &"3".into())
        );
        let summa: i64 = Region::alla()
            .map(|region| kronor(&berakning, region, "justering_vinst_forlust_tillsammans"))
            .sum();
        let residual = &json["delar"][0]["residual"]["siffra"]["varde"];
        assert_eq!(residual.as_i64(), Some(belopp - summa), "the residual is stated");
    }
}

#[test]
fn by_population_the_key_is_the_populations() {
    let berakning = rapporten(andrad(|fyll| satt(fyll, "fordelas_efter", ord("befolkning"))));
    let json = dokumentet(&berakning);
    assert_eq!(json["fordelning"]["efter_statsbidrag"], false);
    assert_eq!(json["fordelning"]["befolkningsdag"]["iso"], "2023-08-31");
    assert_eq!(json["tabell2"]["kolumner"][0]["rubrik"], "Befolkning");
    assert_eq!(json["exempel"]["vikt"]["enhet"], "inv");
    let gotland = Region::med_id("gotland").expect("a region");
    let folk = |text: &str| json.pointer(text).and_then(Value::as_i64).expect("people");
    let (egna, alla) = (folk("/exempel/vikt/varde"), folk("/fordelning/summa/varde"));
    let vantat = (2 * 214_600_000 * egna + alla) / (2 * alla);
    assert_eq!(kronor(&berakning, gotland, "avstamning_formanen"), -vantat);
}

#[test]
fn the_two_workbooks_tell_of_the_same_agreement() {
    let fel = fel(andrad(|fyll| {
        satt(fyll, "avrakning", ord("tillsammans"));
        satt(fyll, "bas_aterbaring", mnkr("1000"));
    }));
    let vantat = [
        "fel[R04] regleringsbrev.xlsx › Avstämning › B6: förmånen och hepatit C avräknas ”tillsammans”, men ”var för sig” enligt bladet Föregående år riket i lakemedel.xlsx
  väntade: samma val i båda arbetsböckerna
  hjälp:   se efter i överenskommelsen vilket som gäller, och rätta det andra",
        "fel[R04] regleringsbrev.xlsx › Avstämning › B9: statens andel av återbäringen dras av i basen, men bidraget för 2023 var brutto enligt bladet Föregående år riket i lakemedel.xlsx
  väntade: 0 mnkr; eller ett nettobidrag i båda arbetsböckerna",
    ];
    for vantat in vantat {
        assert!(fel.contains(vantat), "{fel}");
    }
}

#[test]
fn rebates_cannot_be_settled_with_parts_of_their_own() {
    let fel = fel(andrad(|fyll| satt(fyll, "utfall_aterbaring", mnkr("0.5"))));
    assert_eq!(
        fel,
        "fel[R04] regleringsbrev.xlsx › Avstämning › B13: återbäringen dras av, men den är inte delad på förmånen och hepatit C, som avräknas var för sig
  väntade: 0 mnkr, och belopp före återbäring; eller avräkning tillsammans"
    );
}

#[test]
fn there_is_a_base_to_settle_against() {
    let fel = fel(andrad(|fyll| satt(fyll, "bas_hepatit_c", mnkr("0"))));
    assert_eq!(
        fel,
        "fel[R04] regleringsbrev.xlsx › Avstämning › B8: det avtalade beloppet för hepatit C är 0 mnkr, så det finns inget att stämma av mot
  väntade: mer än 0 mnkr, utan övrigt
  hjälp:   lämna hela bladet tomt om inget ska stämmas av"
    );
    let (deras, mut fyll) = tillsammans("37918");
    satt(&mut fyll, "bas_aterbaring", mnkr("40000"));
    let fel = self::fel(berakna(&deras, &fyll));
    assert!(
        fel.contains("läkemedelsförmånen och hepatit C är −1 680 mnkr, så det finns inget"),
        "{fel}"
    );
}
