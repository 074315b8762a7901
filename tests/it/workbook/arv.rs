//! What the year after inherits, of a small schema that has every kind of inheritance in every form.

use std::collections::BTreeMap;
use std::sync::Arc;

use statsbidrag::figure::{CellRef, Cellvarde, Namn, Rule, Status, Trace, Underlag, sum};
use statsbidrag::problem::{Location, Problems};
use statsbidrag::quantity::{HelaKronor, Invanare};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::workbook::schema::{
    Arbetsbok, Arv, Blad, Falt, Form, Fria, Measure, NewColumns, Slag,
};
use statsbidrag::workbook::{Belagg, Bok, Forlaga, Fyllning, Innehall, las, scaffold};

const RAD: Slag = Slag::Text { tecken: 80 };
const AR: Slag = Slag::heltal(Measure::Artal, (2019, 2034));
const KR: Slag = Slag::heltal(Measure::HelaKronor, (0, 1_000_000));
const KR_INV: Slag = Slag::decimal(Measure::KrPerInv, (0, 1_000_000), 12);

const fn falt(id: &'static str, slag: Slag) -> Falt {
    Falt::ny(id, id, slag, "En uppgift i ett prov.")
}

const fn blad(namn: &'static str, form: Form) -> Blad {
    Blad { namn, om: "Ett blad i ett prov.", kravs: false, form }
}

static MALL: Arbetsbok = Arbetsbok {
    fil: "prov.xlsx",
    titel: "Provbidraget",
    om: "Ett prov med alla slags arv.",
    ar: ("Dokument", "ar"),
    blad: &[
        blad("Dokument", Form::Uppgifter(DOKUMENT)),
        blad(
            "Regioner",
            Form::Regioner {
                kolumner: &[
                    falt("summa", KR),
                    falt("fore", KR_INV).valfri().resultat("per_inv"),
                    falt("fjol", KR).valfri().forra("Regioner", "summa"),
                ],
                fria: Some(Fria {
                    falt: falt("egen", KR).bestar(),
                    summa: Some("summa"),
                    nya: None,
                }),
                summarad: None,
            },
        ),
        blad(
            "Nya",
            Form::Regioner {
                kolumner: &[falt("nya", KR)],
                fria: Some(Fria {
                    falt: falt("sjukdom", KR),
                    summa: Some("nya"),
                    nya: Some(NewColumns {
                        blad: "Avtal",
                        rubrik: |ar, tal| {
                            let arets = tal.get("avtalsar") == Some(&i64::from(ar));
                            arets.then(|| format!("Ny {}", ar + 1))
                        },
                    }),
                }),
                summarad: None,
            },
        ),
        blad(
            "Avtal",
            Form::Lista {
                kolumner: &[falt("avtalsar", AR).aret(), falt("beslut", RAD).valfri().bestar()],
                nycklar: &[],
            },
        ),
        blad(
            "Steg",
            Form::Lista {
                kolumner: &[
                    falt("niva", KR).bestar(),
                    falt("fran", KR).valfri(),
                    falt("andel", KR).bestar(),
                ],
                nycklar: &[],
            },
        ),
        blad(
            "Fjolårets steg",
            Form::Lista {
                kolumner: &[
                    falt("niva", KR).forra("Steg", "niva"),
                    falt("fran", KR).valfri().forra("Steg", "fran"),
                    falt("andel", KR).forra("Steg", "andel"),
                ],
                nycklar: &[],
            },
        ),
        blad("Kopior", Form::Lista { kolumner: &[falt("kopia", RAD).bestar()], nycklar: &[] }),
        blad("Nya rader", Form::Lista { kolumner: &[falt("ny", RAD)], nycklar: &[] }),
        blad(
            "Grupper",
            Form::Lista {
                kolumner: &[
                    falt("grupp", RAD),
                    falt("lapp", KR),
                    falt("not", RAD).valfri().bestar_utan_ar(),
                ],
                nycklar: &["unga", "gamla"],
            },
        ),
    ],
};

static DOKUMENT: &[Falt] = &[
    falt("ar", AR).aret(),
    falt("rubrik", RAD).bestar_utan_ar(),
    falt("utgivare", RAD).bestar(),
    falt("nummer", RAD),
    falt("forra", RAD).valfri().forra("Dokument", "nummer"),
    falt("andel", Slag::decimal(Measure::Procent, (0, 100), 2)).valfri().resultat("andel"),
    falt("annans", KR).valfri().resultat_av("annat", "pott"),
    falt("ord", Slag::Val(&["ja", "nej"])).valfri().resultat_av("annat", "ord"),
    falt("okant", Slag::Val(&["ja", "nej"])).valfri().resultat_av("annat", "okant"),
    falt("saknas", KR).valfri().resultat("finns_inte"),
];

fn text(text: &str) -> Innehall {
    Innehall::Text(text.to_owned())
}

fn tal(tal: i64) -> Innehall {
    Innehall::Heltal(tal)
}

fn belagg() -> Belagg {
    Belagg::ny("Beslutet", Status::Preliminar).bekraftad_av("ekonomichefen")
}

fn fjolaret() -> Fyllning {
    let mut fyll = Fyllning::ny();
    for (id, varde) in [
        ("ar", tal(2024)),
        ("rubrik", text("Bidraget 2024")),
        ("utgivare", text("Provmyndigheten")),
        ("nummer", text("24:7")),
    ] {
        fyll.uppgift("Dokument", id, varde, belagg());
    }
    let alla = |kr| PerRegion::fran(|_: Region| tal(kr));
    fyll.fri("Regioner", "2022 års medel", alla(7), belagg());
    fyll.kolumn("Regioner", "summa", alla(7), belagg());
    fyll.fri("Nya", "HIV", alla(3), belagg()).kolumn("Nya", "nya", alla(3), belagg());
    for (ar, beslut) in [(2023, "II:6"), (2024, "II:2")] {
        fyll.rad("Avtal", [("avtalsar", tal(ar)), ("beslut", text(beslut))]);
    }
    fyll.belagg("Avtal", "beslut", belagg());
    fyll.rad("Steg", [("niva", tal(1)), ("andel", tal(85))]);
    fyll.rad("Steg", [("niva", tal(2)), ("fran", tal(271)), ("andel", tal(90))]);
    fyll.rad("Kopior", [("kopia", text("Finansdepartementet"))]);
    fyll.rad("Nya rader", [("ny", text("x"))]);
    for (grupp, not) in [("unga", "som förr"), ("gamla", "från 2024")] {
        fyll.rad("Grupper", [("grupp", text(grupp)), ("lapp", tal(5)), ("not", text(not))]);
    }
    for (blad, id) in [
        ("Steg", "fran"),
        ("Steg", "andel"),
        ("Kopior", "kopia"),
        ("Nya rader", "ny"),
        ("Grupper", "lapp"),
        ("Grupper", "not"),
    ] {
        fyll.belagg(blad, id, belagg());
    }
    fyll
}

fn last(ar: i32, fyll: &Fyllning) -> (Bok, Vec<String>) {
    let mut problems = Problems::new();
    let bytes = scaffold(&MALL, ar, fyll).expect("a workbook");
    let bok = las(&MALL, MALL.fil, &bytes, &mut problems).expect("a workbook");
    let rader = problems.iter().map(ToString::to_string);
    (bok, rader.map(|text| text.lines().next().unwrap_or_default().to_owned()).collect())
}

static RAKNAD: Rule = Rule { id: "prov.raknad", text: "Som den är.", kalla: "provet" };

/// A leaf of kronor, and what was computed of it.
fn siffror() -> Trace {
    let mut trace = Trace::new();
    let underlag = Underlag {
        uppgift: "Pott".into(),
        kalla: "Budgeten".into(),
        per_datum: None,
        status: Status::Faststalld,
        bekraftad_av: Some("controllern".into()),
    };
    let cell = CellRef { location: Location::file("annat.xlsx"), underlag: Arc::new(underlag) };
    let pott = Cellvarde { value: HelaKronor::fran_heltal(250), cell: cell.clone() };
    let pott = trace.leaf(Namn::ny("annat", 2024).riket("pott"), pott);
    let namn = Namn::ny("prov", 2024);
    trace.define(&RAKNAD, namn.riket("andel"), pott.exact() / sum([&pott; 3]).exact());
    let belopp = Cellvarde { value: HelaKronor::fran_heltal(10_000), cell: cell.clone() };
    let belopp = trace.leaf(namn.riket("belopp"), belopp);
    let folk = trace.leaf(namn.riket("folk"), Cellvarde { value: Invanare::fran_heltal(3), cell });
    for region in Region::alla() {
        trace.define(&RAKNAD, namn.region(region, "per_inv"), belopp.exact() / &folk);
    }
    trace
}

/// Two choices of another grant, one of which this one does not know.
fn texter() -> BTreeMap<String, Cellvarde<String>> {
    let underlag = Underlag {
        uppgift: "Ord".into(),
        kalla: "Avtalet".into(),
        per_datum: None,
        status: Status::Faststalld,
        bekraftad_av: None,
    };
    let cell = CellRef { location: Location::file("annat.xlsx"), underlag: Arc::new(underlag) };
    let namn = Namn::ny("annat", 2024);
    let ord = [("ord", "nej"), ("okant", "kanske")];
    let ord = ord.map(|(id, value)| {
        (namn.riket(id), Cellvarde { value: value.to_owned(), cell: cell.clone() })
    });
    BTreeMap::from(ord)
}

/// The workbook of 2025 with what 2024 left, and what is wrong with it.
fn aret_efter() -> (Bok, Vec<String>) {
    let (bok, problem) = last(2024, &fjolaret());
    assert_eq!(problem, Vec::<String>::new());
    let kallor = BTreeMap::from([("prov", "Provbidraget 2024, körning 1".to_owned())]);
    let (trace, texter) = (siffror(), texter());
    let forlaga =
        Forlaga { bok: &bok, bidrag: "prov", trace: &trace, texter: &texter, kallor: &kallor };
    last(2025, &forlaga.fyllning())
}

fn underlag<T>(varde: &Cellvarde<T>) -> (&str, Status, Option<&str>) {
    let underlag = &varde.cell.underlag;
    (&underlag.kalla, underlag.status, underlag.bekraftad_av.as_deref())
}

const OBEKRAFTAD: (&str, Status, Option<&str>) = ("", Status::EjBekraftad, None);
const BESLUTET: (&str, Status, Option<&str>) =
    ("Beslutet", Status::Preliminar, Some("ekonomichefen"));

#[test]
fn items_persist_move_follow_or_are_new() {
    let (bok, _) = aret_efter();
    let text = |id| bok.text("Dokument", id);
    assert_eq!(bok.ar, 2025);
    assert_eq!(text("rubrik"), None, "it names last year");
    let utgivare = text("utgivare").expect("it persists");
    assert_eq!((utgivare.value.as_str(), underlag(&utgivare)), ("Provmyndigheten", OBEKRAFTAD));
    assert_eq!(text("nummer"), None);
    let forra = text("forra").expect("it follows");
    assert_eq!((forra.value.as_str(), underlag(&forra)), ("24:7", BESLUTET));
}

#[test]
fn figures_come_in_the_fields_unit_with_the_run_or_the_cell_as_source() {
    let (bok, _) = aret_efter();
    let andel = bok.decimal("Dokument", "andel").expect("a figure");
    let korning = ("Provbidraget 2024, körning 1", Status::Faststalld, None);
    assert_eq!((andel.value.to_string().as_str(), underlag(&andel)), ("33.33", korning));
    let annans = bok.heltal("Dokument", "annans").expect("a figure");
    assert_eq!(annans.value, 250);
    assert_eq!(underlag(&annans), ("Budgeten", Status::Faststalld, Some("controllern")));
    assert_eq!(bok.heltal("Dokument", "saknas"), None);
    let ord = bok.text("Dokument", "ord").expect("a choice");
    let avtalet = ("Avtalet", Status::Faststalld, None);
    assert_eq!((ord.value.as_str(), underlag(&ord)), ("nej", avtalet));
    assert_eq!(bok.text("Dokument", "okant"), None);
    let fore = bok.region_decimal("Regioner", "fore").expect("figures");
    assert!(fore.varden().iter().all(|varde| varde.value.to_string() == "3333.33333333333"));
    assert_eq!(underlag(&fore.varden()[0]), korning);
}

#[test]
fn columns_of_the_users_own_keep_their_headings_and_what_persists_its_values() {
    let (bok, problem) = aret_efter();
    assert_eq!(bok.fria_rubriker("Regioner"), ["2022 års medel"]);
    let egna = bok.fria_heltal("Regioner");
    assert_eq!(underlag(&egna[0].1.varden()[0]), OBEKRAFTAD);
    assert!(egna[0].1.varden().iter().all(|varde| varde.value == 7));
    let fjol = bok.region_heltal("Regioner", "fjol").expect("last year's");
    assert_eq!((fjol.varden()[0].value, underlag(&fjol.varden()[0])), (7, BESLUTET));
    assert_eq!(bok.region_heltal("Regioner", "summa"), None);
    // Nothing of the sheet is filled in, so nothing is missed: it may be left out.
    assert!(!problem.iter().any(|rad| rad.contains("prov.xlsx › Nya")), "{problem:#?}");
    let (nya, _) = last(
        2025,
        Fyllning::ny().fri_tom("Nya", "HIV").kolumn(
            "Nya",
            "nya",
            PerRegion::fran(|_: Region| tal(1)),
            belagg(),
        ),
    );
    assert_eq!(nya.fria_rubriker("Nya"), ["HIV"]);
}

/// Each row of a list, as the values it has.
fn rader(bok: &Bok, blad: &str) -> Vec<Vec<(&'static str, Innehall)>> {
    let rad = |rad: &statsbidrag::workbook::Rad| {
        rad.iter().map(|(id, varde)| (id, varde.value.clone())).collect()
    };
    bok.rader(blad).iter().map(rad).collect()
}

#[test]
fn rows_persist_follow_another_sheet_or_move_with_the_years() {
    let (bok, problem) = aret_efter();
    let avtal = vec![
        vec![("avtalsar", tal(2024)), ("beslut", text("II:2"))],
        vec![("avtalsar", tal(2025))],
    ];
    assert_eq!(rader(&bok, "Avtal"), avtal);
    let steg = vec![
        vec![("andel", tal(85)), ("niva", tal(1))],
        vec![("andel", tal(90)), ("niva", tal(2))],
    ];
    assert_eq!(rader(&bok, "Steg"), steg, "amounts are new");
    let fjol = vec![
        vec![("andel", tal(85)), ("niva", tal(1))],
        vec![("andel", tal(90)), ("fran", tal(271)), ("niva", tal(2))],
    ];
    assert_eq!(rader(&bok, "Fjolårets steg"), fjol);
    let [.., andra] = bok.rader("Fjolårets steg") else { panic!("there are two") };
    assert_eq!(underlag(&andra.heltal("fran").expect("an amount")), BESLUTET);
    assert_eq!(rader(&bok, "Kopior"), [vec![("kopia", text("Finansdepartementet"))]]);
    assert_eq!(rader(&bok, "Nya rader"), Vec::<Vec<_>>::new());
    let grupper = vec![
        vec![("grupp", text("unga")), ("not", text("som förr"))],
        vec![("grupp", text("gamla"))],
    ];
    assert_eq!(rader(&bok, "Grupper"), grupper);
    let kallor = problem.iter().filter(|rad| rad.contains("källa saknas"));
    let blad: Vec<_> = kallor.filter_map(|rad| rad.split(" › ").nth(1)).collect();
    assert_eq!(
        blad,
        ["Avtal", "Dokument", "Dokument", "Grupper", "Kopior", "Regioner", "Steg"],
        "{problem:#?}"
    );
}

#[test]
fn the_description_says_what_is_inherited() {
    let text = statsbidrag::workbook::beskrivning(&MALL, 2024);
    for (falt, arv) in [
        ("ar", "nästa år"),
        ("utgivare", "består, ska bekräftas"),
        ("nummer", "fylls i på nytt"),
        ("forra", "från bladet Dokument"),
        ("andel", "resultatet `andel`"),
        ("annans", "resultatet `pott` i annat"),
    ] {
        let rad = text.lines().find(|rad| rad.starts_with(&format!("| {falt} |"))).expect("a row");
        assert!(rad.contains(&format!(" | {arv} | ")), "{rad}");
    }
    assert_eq!(falt("x", KR).arv, Arv::Nytt, "nothing is inherited unasked");
}
