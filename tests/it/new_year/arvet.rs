//! What is inherited is what the schema says, field by field: values, sources, status and dates, in the
//! files themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use statsbidrag::figure::{Namn, Node, Origin, Status};
use statsbidrag::grants::GRANTS;
use statsbidrag::pipeline::Berakning;
use statsbidrag::quantity::{Decimal, Exakt};
use statsbidrag::region::Region;
use statsbidrag::workbook::schema::{Arbetsbok, Arv, Blad, Falt, Form, Measure, PerDatum, Slag};

use crate::new_year::NYTT;
use crate::new_year::kalkyl::{self, Kalkyl, Plats, rad_med, text};
use crate::{programmet, uppsattning};

static FJOL: LazyLock<Berakning> = LazyLock::new(uppsattning::berakna);

/// A sheet of items or of regions, this year and last.
struct Sida {
    blad: &'static Blad,
    nytt: kalkyl::Blad,
    fjol: kalkyl::Blad,
}

/// The cells of a field: its values, and what it rests on.
struct Celler {
    varden: Vec<(Option<Region>, Plats)>,
    kalla: Plats,
    per_datum: Plats,
    status: Plats,
    bekraftad_av: Plats,
}

impl Sida {
    fn ny(blad: &'static Blad, nytt: &Kalkyl, fjol: &Kalkyl) -> Self {
        Self { blad, nytt: nytt.blad(blad.namn), fjol: fjol.blad(blad.namn) }
    }

    fn celler(&self, falt: &Falt) -> Celler {
        const OM: [&str; 4] = ["Källa", "Per datum", "Status", "Bekräftad av"];
        let rubrikrad = rad_med(&self.nytt, self.blad.nyckelrubrik());
        let kolumn = |rubrik: &str| {
            let mut platser = self.nytt.keys().filter(|plats| plats.0 == rubrikrad);
            let plats = platser.find(|plats| text(&self.nytt, **plats) == Some(rubrik));
            plats.unwrap_or_else(|| panic!("there is no column {rubrik}")).1
        };
        if matches!(self.blad.form, Form::Uppgifter(_)) {
            let rad = rad_med(&self.nytt, falt.rubrik);
            let [kalla, per_datum, status, bekraftad_av] = OM.map(|om| (rad, kolumn(om)));
            let varden = vec![(None, (rad, kolumn("Värde")))];
            return Celler { varden, kalla, per_datum, status, bekraftad_av };
        }
        let kolumn = kolumn(&falt.rubrik_med_enhet());
        let [kalla, per_datum, status, bekraftad_av] =
            OM.map(|om| (rad_med(&self.nytt, om), kolumn));
        let rad = |region: Region| (rad_med(&self.nytt, region.kortnamn()), kolumn);
        let varden = Region::alla().map(|region| (Some(region), rad(region))).collect();
        Celler { varden, kalla, per_datum, status, bekraftad_av }
    }
}

/// Every sheet of items or regions of every workbook.
fn sidor() -> Vec<(&'static str, &'static Arbetsbok, Sida)> {
    let mut alla = Vec::new();
    for grant in GRANTS {
        let mall = grant.arbetsbok;
        let fjol = std::fs::read(uppsattning::indata().join(mall.fil)).expect("the file");
        let (nytt, fjol) = (Kalkyl::ny(&NYTT.arbetsbocker[mall.fil]), Kalkyl::ny(&fjol));
        for blad in mall.blad.iter().filter(|blad| !matches!(blad.form, Form::Lista { .. })) {
            alla.push((grant.id, mall, Sida::ny(blad, &nytt, &fjol)));
        }
    }
    alla
}

#[test]
fn every_field_holds_what_its_schema_says_of_the_year_after() {
    let mut antal: BTreeMap<&str, usize> = BTreeMap::new();
    for (bidrag, mall, sida) in sidor() {
        for falt in sida.blad.falt() {
            let celler = sida.celler(falt);
            let (nytt, fjol) = (|plats| text(&sida.nytt, plats), |plats| text(&sida.fjol, plats));
            let slag = match falt.arv {
                Arv::Nytt => {
                    for (_, plats) in &celler.varden {
                        assert_eq!(nytt(*plats), None, "{} is inherited", falt.id);
                    }
                    "nytt"
                }
                Arv::Bestar | Arv::BestarUtanAr => {
                    let kvar: Vec<_> =
                        celler.varden.iter().filter_map(|(_, plats)| nytt(*plats)).collect();
                    let vantat = celler.varden.iter().filter_map(|(_, plats)| fjol(*plats));
                    let vantat: Vec<_> = vantat.filter(|text| !foraldrat(falt, text)).collect();
                    assert_eq!(kvar, vantat, "{} persists", falt.id);
                    obekraftad(&sida, &celler, !kvar.is_empty());
                    "består"
                }
                Arv::Aret => {
                    assert_eq!(nytt(celler.varden[0].1), Some("2025"), "{}", falt.id);
                    obekraftad(&sida, &celler, true);
                    "året"
                }
                Arv::Forra { blad, id } => {
                    forra(mall, &sida, &celler, (blad, id));
                    "förra"
                }
                Arv::Resultat { bidrag: annans, siffra } => {
                    let namn = Namn::ny(annans.unwrap_or(bidrag), 2024);
                    if matches!(falt.slag, Slag::Text { .. } | Slag::Val(_)) {
                        sagt(&sida, &celler, &namn.riket(siffra));
                        continue;
                    }
                    resultat(&sida, falt, &celler, &|region| match region {
                        Some(region) => namn.region(region, siffra),
                        None => namn.riket(siffra),
                    });
                    "resultat"
                }
            };
            *antal.entry(slag).or_default() += 1;
        }
    }
    for slag in ["nytt", "består", "året", "förra", "resultat"] {
        assert!(antal.get(slag).is_some_and(|antal| *antal > 0), "{slag}: {antal:?}");
    }
}

/// A text that names last year, or a year beside it, does not persist where it should not.
fn foraldrat(falt: &Falt, text: &str) -> bool {
    let aren = ["2023", "2024", "2025"];
    let namnt = |ar: &str| {
        let efter = text.split(ar).skip(1);
        efter.into_iter().any(|efter| !efter.starts_with(':'))
    };
    falt.arv == Arv::BestarUtanAr && aren.into_iter().any(namnt)
}

#[test]
fn rows_that_persist_are_as_they_were() {
    let mut antal = 0;
    for grant in GRANTS {
        let mall = grant.arbetsbok;
        let fjol = std::fs::read(uppsattning::indata().join(mall.fil)).expect("the file");
        let (nytt, fjol) = (Kalkyl::ny(&NYTT.arbetsbocker[mall.fil]), Kalkyl::ny(&fjol));
        for blad in mall.blad {
            let Form::Lista { kolumner, nycklar: [] } = blad.form else { continue };
            if kolumner[0].arv != Arv::Bestar {
                continue;
            }
            let (nytt, fjol) = (nytt.blad(blad.namn), fjol.blad(blad.namn));
            let rubrikrad = rad_med(&nytt, &kolumner[0].rubrik_med_enhet());
            for (kolumn, falt) in (1..).zip(kolumner) {
                let celler = fjol.keys().filter(|plats| plats.0 > rubrikrad && plats.1 == kolumn);
                for plats in celler {
                    let fore = text(&fjol, *plats);
                    let kvar = matches!(falt.arv, Arv::Bestar | Arv::BestarUtanAr)
                        && !fore.is_some_and(|text| foraldrat(falt, text));
                    let vantat = fore.filter(|_| kvar);
                    assert_eq!(text(&nytt, *plats), vantat, "{} › {}", blad.namn, falt.id);
                    antal += usize::from(vantat.is_some());
                }
            }
        }
    }
    assert!(antal > 30, "{antal} cells");
}

/// What is carried over has neither source nor anyone who confirmed it.
fn obekraftad(sida: &Sida, celler: &Celler, ifyllt: bool) {
    for plats in [celler.kalla, celler.bekraftad_av] {
        assert_eq!(text(&sida.nytt, plats), None);
    }
    assert_eq!(text(&sida.nytt, celler.status), ifyllt.then_some("ej bekräftad"));
}

/// What was another field last year comes with its source.
fn forra(mall: &'static Arbetsbok, sida: &Sida, celler: &Celler, (blad, id): (&str, &str)) {
    let fjol = std::fs::read(uppsattning::indata().join(mall.fil)).expect("the file");
    let fjol = Kalkyl::ny(&fjol);
    let kalla = Sida::ny(mall.blad(blad), &fjol, &fjol);
    let falt = kalla.blad.falt().iter().find(|falt| falt.id == id).expect("the field");
    let hamtat = kalla.celler(falt);
    for ((_, hit), (_, dit)) in celler.varden.iter().zip(&hamtat.varden) {
        assert_eq!(text(&sida.nytt, *hit), text(&kalla.nytt, *dit), "{id}");
    }
    if text(&kalla.nytt, hamtat.varden[0].1).is_some() {
        for (hit, dit) in [(celler.kalla, hamtat.kalla), (celler.status, hamtat.status)] {
            assert_eq!(text(&sida.nytt, hit), text(&kalla.nytt, dit), "{id}");
        }
    }
}

/// What last year's other grant said comes with its source.
fn sagt(sida: &Sida, celler: &Celler, namn: &str) {
    let texter = FJOL.report.lasta_texter();
    let sagt = texter.get(namn).unwrap_or_else(|| panic!("last year has no {namn}"));
    assert_eq!(text(&sida.nytt, celler.varden[0].1), Some(sagt.value.as_str()), "{namn}");
    let underlag = &sagt.cell.underlag;
    assert_eq!(text(&sida.nytt, celler.kalla), Some(underlag.kalla.as_str()), "{namn}");
    assert_eq!(text(&sida.nytt, celler.status), Some(underlag.status.namn()), "{namn}");
}

/// What last year came to, to the last figure a cell holds; its status is the figures' weakest.
fn resultat(sida: &Sida, falt: &Falt, celler: &Celler, namn: &dyn Fn(Option<Region>) -> String) {
    let trace = &FJOL.report.trace;
    let mut svagast = None;
    for (region, plats) in &celler.varden {
        let namn = namn(*region);
        let id = trace.find(&namn).unwrap_or_else(|| panic!("last year has no {namn}"));
        let node = trace.node(id);
        let cell = text(&sida.nytt, *plats).unwrap_or_else(|| panic!("{namn} is not there"));
        samma_tal(
            falt,
            node,
            &Decimal::from_scientific(cell).or_else(|_| cell.parse()).expect("a number"),
        );
        svagast = svagast.max(Some(node.status));
        let kalla = text(&sida.nytt, celler.kalla).expect("a source");
        match &node.origin {
            Origin::Cell(cell) => assert_eq!(kalla, cell.underlag.kalla, "{namn}"),
            Origin::Rule { .. } => {
                assert!(kalla.contains(" 2024, körning ") && kalla.len() > 40, "{namn}: {kalla}");
            }
        }
    }
    assert_eq!(text(&sida.nytt, celler.status), svagast.map(Status::namn));
    if let PerDatum::Kravs(_) = falt.per_datum {
        // A date is a number of days in the file; that the number is the right one, `check` says.
        assert!(text(&sida.nytt, celler.per_datum).is_some(), "{}", falt.id);
    }
}

fn samma_tal(falt: &Falt, node: &Node, cell: &Decimal) {
    let exakt = node.value.exakt().expect("a number");
    let exakt = match falt.slag.measure().expect("a number") {
        Measure::Procent => &exakt * &Exakt::from(100),
        Measure::Mnkr => &exakt * &Exakt::brak(1, 1_000_000),
        Measure::HelaKronor | Measure::KrPerInv | Measure::Invanare => exakt,
        measure => panic!("{}: {measure:?} is not inherited", falt.id),
    };
    let skillnad = (exakt - Exakt::from(*cell)).belopp();
    let hogst = match falt.slag {
        // Kronor per inhabitant keep eleven decimals; a million inhabitants times half of the last is
        // less than a thousandth of an öre.
        Slag::Decimal { .. } => Exakt::brak(1, 200_000_000_000),
        _ => Exakt::noll(),
    };
    assert!(skillnad <= hogst, "{}: {cell} is {skillnad:?} from the figure", node.name);
}

/// The grants that the regions were told, not only those that the run says.
#[test]
fn last_years_grants_are_the_published_ones() {
    let fil = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/lakemedel-2024-publicerat.csv");
    let mut rader = csv::Reader::from_path(fil).expect("a fixture");
    let sidor = sidor();
    let (.., sida) =
        sidor.iter().find(|(.., sida)| sida.blad.namn == "Föregående år").expect("the sheet");
    let falt = sida.blad.falt().iter().find(|falt| falt.id == "foregaende_statsbidrag");
    let celler = sida.celler(falt.expect("the column"));
    let mut antal = 0;
    for rad in rader.deserialize::<BTreeMap<String, String>>() {
        let rad = rad.expect("a row");
        let region = Region::hitta(&rad["lanskod"]).expect("a region");
        let (_, plats) = celler.varden.iter().find(|(en, _)| *en == Some(region)).expect("a cell");
        assert_eq!(text(&sida.nytt, *plats), Some(rad["statsbidrag_2024_kr"].as_str()), "{region}");
        antal += 1;
    }
    assert_eq!(antal, 21);
}

/// Otherwise a value would be carried over under a date it does not hold for.
#[test]
fn what_persists_holds_for_the_same_date() {
    for grant in GRANTS {
        for blad in grant.arbetsbok.blad {
            let fria = match &blad.form {
                Form::Regioner { fria: Some(fria), .. } => Some(&fria.falt),
                _ => None,
            };
            for falt in blad.falt().iter().chain(fria) {
                if let (Arv::Bestar, PerDatum::Kravs(dag)) = (falt.arv, falt.per_datum) {
                    assert_eq!(dag(2024), dag(2025), "{} › {}", blad.namn, falt.id);
                }
            }
        }
    }
}

/// The same in: same out.
#[test]
fn the_command_writes_what_is_computed_here() {
    let mapp = programmet::Mapp::ny("2025", &[]);
    let ut = mapp.resultat();
    let svar = programmet::svar(
        programmet::programmet()
            .args(["new", "2025", "--from"])
            .arg(uppsattning::indata())
            .arg("--out")
            .arg(&ut),
    );
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    assert!(programmet::filer(&ut) == NYTT.arbetsbocker, "other workbooks");
}
